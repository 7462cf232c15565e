// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "records/RequestRecord.h"
#include "store/Database.h"

#include <optional>
#include <vector>

namespace app::store {

/// Appends in one transaction and drops entries older than 400 days before the newest. Writer thread.
core::Result<void> appendRequests(Database& database, const std::vector<records::RequestRecord>& records);

/// The newest `most` requests, newest first.
core::Result<std::vector<records::RequestRecord>> recentRequests(const Database& database, int most);

/// When the first request after `after` (the last success; none: ever) failed: since then syncs have been
/// failing. Requests that somebody cancelled do not count. None where nothing failed.
core::Result<std::optional<core::Instant>> firstFailureAfter(
    const Database& database, std::optional<core::Instant> after);

} // namespace app::store
