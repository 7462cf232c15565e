// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Pruning.h"

#include "store/Guarded.h"
#include "store/Rollups.h"
#include "store/Sql.h"

#include <chrono>
#include <string>

namespace app::store {

namespace {

constexpr const char* kTablesByDay[] = {"usage_day", "usage_client", "usage_model", "workspace_day",
    "review_day", "review_response_day", "coverage", "restatement"};

std::optional<core::UtcDay> oldestDay(SQLite::Database& connection)
{
    std::optional<core::UtcDay> oldest;
    for (const char* table : kTablesByDay) {
        SQLite::Statement select(connection, std::string("SELECT min(day) FROM ") + table);
        if (select.executeStep()) {
            if (const auto day = sql::RowReader(select).optionalDay(); day && (!oldest || *day < *oldest)) {
                oldest = day;
            }
        }
    }
    return oldest;
}

std::int64_t prunePeople(SQLite::Database& connection, core::UtcDay first)
{
    SQLite::Statement shorten(connection,
        "UPDATE engineer SET first_day = m.first_day, last_day = m.last_day FROM"
        " (SELECT e.id, min(b.first_day) AS first_day, max(b.last_day) AS last_day FROM engineer AS e"
        " LEFT JOIN usage_by_month AS b ON b.engineer = e.id WHERE e.first_day < ? GROUP BY e.id) AS m"
        " WHERE engineer.id = m.id");
    sql::run(shorten, first);
    // Engineer 0 is nobody. A number that went may be given to somebody new: nothing refers to it any more.
    return connection.exec("DELETE FROM engineer WHERE id <> 0"
                           " AND id NOT IN (SELECT engineer FROM usage_by_month)"
                           " AND id NOT IN (SELECT engineer FROM review_day)"
                           " AND id NOT IN (SELECT engineer FROM review_response_day)");
}

} // namespace

core::UtcDay firstKeptDay(core::UtcDay today, int months)
{
    using namespace std::chrono;
    const year_month_day date{sys_days(days(today.number()))};
    const year_month month = year_month(date.year(), date.month()) - std::chrono::months(months);
    const year_month_day_last end = month / last;
    const sys_days kept = date.day() < end.day() ? sys_days(month / date.day()) : sys_days(end);
    return core::UtcDay::fromNumber(static_cast<std::int32_t>(kept.time_since_epoch().count()));
}

core::Result<Pruned> prune(Database& database, core::UtcDay first)
{
    return guarded(database, [&]() -> core::Result<Pruned> {
        SQLite::Database& connection = database.connection();
        Pruned pruned;
        // Deleted rows would stay readable in the free pages of the file. The writer keeps this setting: what
        // it deletes otherwise is little.
        connection.exec("PRAGMA secure_delete = ON");
        SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement moveGoal(connection, "UPDATE sync_state SET goal_from = ?1 WHERE goal_from < ?1");
        const std::optional<core::UtcDay> oldest = oldestDay(connection);
        if (oldest && *oldest < first) {
            pruned.days = {*oldest, first - 1};
            for (const char* table : kTablesByDay) {
                SQLite::Statement forget(connection, std::string("DELETE FROM ") + table + " WHERE day < ?");
                sql::run(forget, first);
            }
            Rollups(connection).prune(first);
            pruned.engineers = prunePeople(connection, first);
        }
        sql::run(moveGoal, first);
        transaction.commit();
        return pruned;
    });
}

} // namespace app::store
