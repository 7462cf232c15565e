// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Result.h"
#include "core/UtcDay.h"
#include "core/WorkspaceId.h"
#include "store/Database.h"

#include <array>
#include <cstdint>
#include <optional>

namespace app::store {

/// The last finished sync of a workspace.
struct LastSync
{
    core::Instant at{}; ///< when it ended
    QString result; ///< "ok", or errorKindName()
    std::int64_t requests = 0;
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    double seconds = 0;
};

/// What a sync has to remember between two runs, kept in the cache itself.
struct SyncState
{
    std::optional<core::WorkspaceId> workspace;
    QString origin; ///< the API origin this cache was filled from
    std::optional<core::UtcDay> goalFrom; ///< the first day the administrator asked for
    std::optional<core::Instant> lastSweepAt;
    int pageLimit = 30'000; ///< 1 000 once the service refused 30 000
    bool workedBefore = false; ///< at least one endpoint answered 200 for this workspace
    std::optional<LastSync> lastSync;
    std::optional<core::Instant> lastSuccessAt;
    std::optional<core::Instant> nextSyncAt; ///< as planned by the last run
};

core::Result<SyncState> loadSyncState(const Database& database);
core::Result<void> saveSyncState(Database& database, const SyncState& state);

/// 32 random bytes made with the store; the salt of pseudonyms in exports. Never exported itself.
core::Result<QByteArray> storeSalt(const Database& database);

} // namespace app::store
