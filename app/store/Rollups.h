// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "store/DayParts.h"
#include "store/EngineerBlocks.h"
#include "store/LotInsert.h"
#include "store/UsageFacts.h"

#include <map>
#include <vector>

namespace app::store {

/// A calendar month as year * 100 + month, for example 202611.
std::int32_t monthOf(core::UtcDay day);
core::DayRange daysOfMonth(std::int32_t month);
std::int32_t nextMonth(std::int32_t month);

/// Keeps all sums of usage in step with the facts, inside the transaction that changes these. Sums are always
/// made anew in the order of the rows, never by adding and subtracting differences, so that a rollup is
/// exactly the sum of its rows however they came to be. Lives for one transaction; throws.
class Rollups
{
public:
    explicit Rollups(SQLite::Database& connection);

    /// All sums of the day from all of its rows, which are sorted by engineer. `before` are those that the
    /// sums were made from so far: what they have in common with the new ones is not written again.
    void replaceDay(
        core::UtcDay day, const std::vector<UsageFact>& before, const std::vector<UsageFact>& facts);
    /// A row of usage_day came, changed or went; its month is due.
    void touch(core::UtcDay day, std::int64_t engineer);
    /// Brings every week of a replaced day and every month that was touched up to date; call it after the
    /// last change of usage_day.
    void finish();
    /// Forgets the days before `first`, which no longer have rows, and what they gave to their week and
    /// month.
    void prune(core::UtcDay first);

    /// First and last day on which the engineer has a row, from the months. Valid after finish().
    [[nodiscard]] std::optional<core::DayRange> daysOfEngineer(std::int64_t engineer);

private:
    struct Month;
    void updateMonths();
    void updateByScan(std::int32_t month, const std::vector<std::int64_t>& engineers);
    void updateOneByOne(std::int32_t month, const std::vector<std::int64_t>& engineers);
    void write(std::int32_t month, const std::vector<Month>& sums);

    SQLite::Database& m_connection;
    DayPartTables m_parts;
    EngineerBlocks m_blocks;
    std::map<std::int32_t, std::vector<std::int64_t>> m_touched;
    SQLite::Statement m_replaceDay;
    SQLite::Statement m_removeDay;
    LotInsert m_replaceMonths;
    SQLite::Statement m_removeMonth;
    SQLite::Statement m_daysInMonth;
};

} // namespace app::store
