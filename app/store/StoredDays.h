// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "store/Sql.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <stdexcept>

/// How far what is stored reaches. Private to store/; throws.
namespace app::store {

/// The part of `range` between the first and the last day that has usage rows; keeps loops over days short.
inline core::DayRange storedDays(SQLite::Database& connection, core::DayRange range)
{
    SQLite::Statement select(
        connection, "SELECT min(day), max(day) FROM usage_total_by_day WHERE day BETWEEN ? AND ?");
    sql::start(select, range.first, range.last);
    select.executeStep();
    sql::RowReader row(select);
    const auto first = row.optionalDay();
    const auto last = row.optionalDay();
    return first && last ? core::DayRange{*first, *last} : core::DayRange{};
}

/// The largest engineer id; sums and sets by id know nobody beyond it. Throws std::out_of_range for one that
/// would not be given in centuries: a damaged file must not ask for any amount of memory.
inline std::int64_t lastEngineer(SQLite::Database& connection)
{
    constexpr std::int64_t kMost = 20'000'000;
    SQLite::Statement select(connection, "SELECT ifnull(max(id), 0) FROM engineer");
    select.executeStep();
    const std::int64_t last = sql::RowReader(select).integer();
    if (last > kMost) {
        throw std::out_of_range("an engineer with an impossible number");
    }
    return last;
}

} // namespace app::store
