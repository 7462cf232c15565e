// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Result.h"
#include "records/UsageRow.h"
#include "store/Database.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace app::store {

/// Sums. A cost or token sum is null when no row carried a value; `nullRows` counts the rows that had none.
struct UsageTotals
{
    std::int64_t rows = 0;
    std::int64_t threads = 0;
    std::int64_t turns = 0;
    records::Costs costs;
    records::Tokens tokens;
    std::int64_t rowsWithoutTokens = 0;
};

/// One UTC day of the workspace, summed over engineers (Unattributed included in the sums, never in
/// `activeEngineers`).
struct UsageDay
{
    core::UtcDay day;
    /// People with turns > 0 or threads > 0 (metrics reference R2).
    std::int64_t activeEngineers = 0;
    UsageTotals totals;
};

/// One engineer over a range. Without a user id it is the row of *Unattributed*.
struct EngineerSummary
{
    std::optional<std::string> userId;
    std::optional<std::string> email; ///< last known
    std::optional<std::string> actorType;
    int activeDays = 0;
    std::optional<core::UtcDay> lastActiveDay; ///< inside the range
    UsageTotals totals;
};

/// One stored day of one engineer.
struct EngineerDay
{
    core::UtcDay day;
    UsageTotals totals;
};

/// The workspace row of a day against the sum over engineers. Only days stored in both datasets.
struct Reconciliation
{
    core::DayRange range;
    int comparedDays = 0;
    std::int64_t turnsEngineers = 0;
    std::int64_t turnsWorkspace = 0;
    double creditsEngineers = 0;
    double creditsWorkspace = 0;
};

// All of them: one entry per day that has rows, ascending; days without rows are absent (see coverage for
// why).
core::Result<std::vector<UsageDay>> usageByDay(const Database& database, core::DayRange range);
core::Result<std::vector<UsageDay>> workspaceUsageByDay(const Database& database, core::DayRange range);
/// Sorted by e-mail, then user id; everybody who was ever seen, also without activity in the range.
core::Result<std::vector<EngineerSummary>> engineers(const Database& database, core::DayRange range);
core::Result<std::vector<EngineerDay>> engineerByDay(
    const Database& database, const std::optional<std::string>& userId, core::DayRange range);
core::Result<Reconciliation> reconcile(const Database& database, core::DayRange range);

/// Numbers for `status` and the planner.
struct StoreCounts
{
    std::int64_t engineers = 0; ///< without Unattributed
    std::int64_t usageRows = 0; ///< per-engineer rows
    std::int64_t reviewDays = 0;
    std::int64_t reviewResponseDays = 0;
    double usageRowsPerDay = 0; ///< the largest of the newest stored days, 0 when nothing is stored
};
core::Result<StoreCounts> storeCounts(const Database& database);

} // namespace app::store
