// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "store/UsageFacts.h"

#include <map>
#include <vector>

namespace app::store {

/// A calendar month as year * 100 + month, for example 202611.
std::int32_t monthOf(core::UtcDay day);
core::DayRange daysOfMonth(std::int32_t month);
std::int32_t nextMonth(std::int32_t month);

/// Keeps usage_total_by_day and usage_by_month in step with usage_day, inside the transaction that changes
/// it. Sums are always made anew in the order of the rows, never by adding and subtracting differences, so
/// that a rollup is exactly the sum of its rows however they came to be. Lives for one transaction; throws.
class Rollups
{
public:
    explicit Rollups(SQLite::Database& connection);

    /// The day's total from all of its rows, which are sorted by engineer.
    void replaceDay(core::UtcDay day, const std::vector<UsageFact>& facts);
    /// A row of usage_day came, changed or went; its month is due.
    void touch(core::UtcDay day, std::int64_t engineer);
    /// Brings every month that was touched up to date; call it after the last change of usage_day.
    void updateMonths();

    /// First and last day on which the engineer has a row, from the months. Valid after updateMonths().
    [[nodiscard]] std::optional<core::DayRange> daysOfEngineer(std::int64_t engineer);

private:
    struct Month;
    void updateByScan(std::int32_t month, const std::vector<std::int64_t>& engineers);
    void updateOneByOne(std::int32_t month, const std::vector<std::int64_t>& engineers);
    void write(std::int32_t month, std::int64_t engineer, const Month& sums);

    SQLite::Database& m_connection;
    std::map<std::int32_t, std::vector<std::int64_t>> m_touched;
    SQLite::Statement m_replaceDay;
    SQLite::Statement m_removeDay;
    SQLite::Statement m_replaceMonth;
    SQLite::Statement m_removeMonth;
    SQLite::Statement m_daysInMonth;
};

} // namespace app::store
