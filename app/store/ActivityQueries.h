// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Result.h"
#include "records/UsageRow.h"
#include "store/Database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the overview and the tokens page ask: distinct people over rolling and fixed windows, what each
/// person cost in two windows, and token sums of the rows that carry tokens. All read ready-made sums and
/// sets of people, none the facts.
namespace app::store {

/// The two rolling windows of the metrics reference 2.1; 28 days, so that every window has equal weekdays.
inline constexpr int kWeekWindow = 7;
inline constexpr int kMonthWindow = 28;

/// Distinct people with turns > 0 or threads > 0; Unattributed is nobody.
struct ActivePeople
{
    core::DayRange rolling; ///< as asked for
    std::vector<std::int64_t> week; ///< of d−6 … d, for each day d of `rolling`
    std::vector<std::int64_t> month; ///< of d−27 … d, for each day d of `rolling`
    std::vector<std::int64_t> windows; ///< of each asked-for window
};
/// Reads 27 days before `rolling`. `windows` may overlap each other and `rolling`. Says nothing about days
/// that are not stored: see coverage.
core::Result<ActivePeople> activePeople(
    const Database& database, core::DayRange rolling, const std::vector<core::DayRange>& windows);

/// How many people were ever seen, without Unattributed (R9: the denominator without a roster).
core::Result<std::int64_t> peopleSeen(const Database& database);

/// What one person cost in two windows. No rows: nothing was used. Rows without any value of a unit: unknown.
struct PersonCosts
{
    std::optional<std::string> userId; ///< none: Unattributed
    std::optional<std::string> email; ///< last known
    std::int64_t rowsNow = 0;
    records::Costs now;
    std::int64_t rowsBefore = 0;
    records::Costs before;
};
/// Everybody with a row in one of the windows, which must not overlap; in no particular order.
core::Result<std::vector<PersonCosts>> costsByPerson(
    const Database& database, core::DayRange now, core::DayRange before);

/// Sums over the rows of a UTC day (Unattributed included) that carry all three token counters; the others
/// are skipped with all they have, so that ratios of these sums stand on the same rows (R6: null is not
/// zero).
struct TokenDay
{
    core::UtcDay day;
    std::int64_t rows = 0; ///< with tokens
    std::int64_t skippedRows = 0; ///< at least one counter was not given
    std::int64_t mismatchedRows = 0; ///< uncached + cached + output differs from the total that was given
    std::int64_t turns = 0;
    std::int64_t uncachedInput = 0;
    std::int64_t cachedInput = 0;
    std::int64_t output = 0;
    // Costs, and the tokens of the rows that carried them: the denominators of costs per token.
    std::optional<double> credits;
    std::int64_t tokensWithCredits = 0;
    std::optional<double> costUsd;
    std::int64_t tokensWithCostUsd = 0;

    [[nodiscard]] constexpr std::int64_t total() const { return uncachedInput + cachedInput + output; }
    friend bool operator==(const TokenDay&, const TokenDay&) = default;
};
/// Ascending; days without rows are absent.
core::Result<std::vector<TokenDay>> tokensByDay(const Database& database, core::DayRange range);

} // namespace app::store
