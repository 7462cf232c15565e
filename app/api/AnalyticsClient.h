// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/Endpoint.h"
#include "api/RetryPolicy.h"
#include "api/Transport.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "records/Page.h"
#include "records/RequestRecord.h"

#include <QCoroTask>
#include <QObject>

namespace app::api {

/// A page that was accepted: HTTP 200, JSON, an envelope that can be read. The rows are not decoded yet.
struct FetchedPage
{
    QByteArray body;
    records::PageEnvelope envelope;
    std::optional<core::Instant> date = std::nullopt; ///< the service's clock, where the answer names it
};

/// Fetches pages with retries. Lives in the sync thread; Transport, Clock and Cancellation are borrowed and
/// must outlive it. Every try, also a failed one, is reported once through requestFinished (before fetchPage
/// returns).
class AnalyticsClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnalyticsClient)

public:
    AnalyticsClient(Transport& transport, const core::Clock& clock, BaseUrl base, core::WorkspaceId workspace,
        AuthorizationSource authorization, RetryPolicy policy, core::Cancellation& cancellation,
        QObject* parent = nullptr);

    /// One page, with the retries of the policy. Errors as classified; Cancelled when the cancellation was
    /// requested. `Error::subject` names the blamed query parameter of a 400/422 where the answer names one
    /// ("limit", "page", …).
    QCoro::Task<core::Result<FetchedPage>> fetchPage(PageRequest request);

    /// The same without retries: for the access check.
    QCoro::Task<core::Result<FetchedPage>> fetchOnce(PageRequest request);

Q_SIGNALS:
    void requestFinished(const app::records::RequestRecord& record);
    /// A wait before the next try began; `until` is when it ends.
    void waiting(const app::core::Error& because, app::core::Instant until);

private:
    /// `attempt` is the number of this try; afterwards of the last one that it took, see
    /// TransportReply::sends.
    QCoro::Task<core::Result<FetchedPage>> fetchAttempt(PageRequest request, int& attempt);

    Transport& m_transport;
    const core::Clock& m_clock;
    BaseUrl m_base;
    core::WorkspaceId m_workspace;
    AuthorizationSource m_authorization;
    RetryPolicy m_policy;
    core::Cancellation& m_cancellation;
};

} // namespace app::api
