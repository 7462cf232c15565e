// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AnalyticsClient.h"
#include "api/NetworkOptions.h"
#include "core/Result.h"
#include "secrets/ApiKey.h"

#include <QCoroTask>

#include <array>
#include <vector>

namespace app::sync {

/// What one endpoint answered.
struct EndpointAccess
{
    api::Endpoint endpoint = api::Endpoint::Usage;
    std::optional<core::Error> error; ///< nullopt = it can be read
    std::int64_t rows = 0; ///< rows for the asked day; 0 is a success too
    std::chrono::milliseconds duration{0};
};

struct AccessReport
{
    core::UtcDay day; ///< the day that was asked for (yesterday, UTC)
    std::array<EndpointAccess, api::kEndpoints.size()> endpoints; ///< in the order usage, reviews, responses
    std::vector<records::RequestRecord> requests; ///< for the ledger, once there is one
    /// The first failure in the order usage, reviews, responses; nullopt when everything can be read. 404/410
    /// on all three with a workspace that worked before is ServiceMoved.
    [[nodiscard]] std::optional<core::Error> firstError() const;
};

/// Everything a network operation needs to know about the other side. Values plus borrowed seams.
struct Connection
{
    api::BaseUrl baseUrl = api::BaseUrl::standard();
    core::WorkspaceId workspace;
    api::RetryPolicy policy;
    api::NetworkOptions network = {};
};

/// Asks each endpoint once for yesterday with `limit=1`, usage with `group=workspace`: three cheap requests
/// without personal data, no retries. Runs in the calling thread's event loop. `workedBefore` decides between
/// WorkspaceNotFound and ServiceMoved. All pointers and references must outlive the task.
QCoro::Task<AccessReport> checkAccess(Connection connection, secrets::ApiKey key, const core::Clock& clock,
    bool workedBefore, core::Cancellation* cancellation);

} // namespace app::sync
