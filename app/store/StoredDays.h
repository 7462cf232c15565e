// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "store/Sql.h"

#include <SQLiteCpp/SQLiteCpp.h>

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

/// The largest engineer id; sums and sets by id know nobody beyond it.
inline std::int64_t lastEngineer(SQLite::Database& connection)
{
    SQLite::Statement select(connection, "SELECT ifnull(max(id), 0) FROM engineer");
    select.executeStep();
    return sql::RowReader(select).integer();
}

} // namespace app::store
