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

/// Usage rows that go in one transaction, with their surfaces and models: some 0.1 s.
constexpr std::int64_t kRowsOfAStep = 30'000;

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

/// The first day that a step leaves: as many days before `first` go as have the rows of one step, and at
/// least one.
core::UtcDay endOfStep(SQLite::Database& connection, core::UtcDay first)
{
    SQLite::Statement select(
        connection, "SELECT day, row_count FROM usage_total_by_day WHERE day < ? ORDER BY day");
    sql::start(select, first);
    std::int64_t rows = 0;
    while (select.executeStep()) {
        sql::RowReader row(select);
        const core::UtcDay day = row.day();
        const std::int64_t rowsOfDay = row.integer();
        if (rows > 0 && rows + rowsOfDay > kRowsOfAStep) {
            return day;
        }
        rows += rowsOfDay;
    }
    return first;
}

std::int64_t prunePeople(SQLite::Database& connection, core::UtcDay first)
{
    // Joined by grouping the months once: their key does not begin with the engineer.
    SQLite::Statement shorten(connection,
        "UPDATE engineer SET first_day = m.first_day, last_day = m.last_day FROM"
        " (SELECT engineer, min(first_day) AS first_day, max(last_day) AS last_day FROM usage_by_month"
        " GROUP BY engineer) AS m WHERE engineer.id = m.engineer AND engineer.first_day < ?");
    sql::run(shorten, first);
    SQLite::Statement empty(connection,
        "UPDATE engineer SET first_day = NULL, last_day = NULL WHERE first_day < ?"
        " AND id NOT IN (SELECT engineer FROM usage_by_month)");
    sql::run(empty, first);
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

core::Result<PruneStep> pruneStep(Database& database, core::UtcDay first)
{
    return guarded(database, [&]() -> core::Result<PruneStep> {
        SQLite::Database& connection = database.connection();
        PruneStep step;
        // Deleted rows would stay readable in the free pages of the file. The writer keeps this setting: what
        // it deletes otherwise is little.
        connection.exec("PRAGMA secure_delete = ON");
        SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement moveGoal(connection, "UPDATE sync_state SET goal_from = ?1 WHERE goal_from < ?1");
        const std::optional<core::UtcDay> oldest = oldestDay(connection);
        if (oldest && *oldest < first) {
            const core::UtcDay end = endOfStep(connection, first);
            step.pruned.days = {*oldest, end - 1};
            for (const char* table : kTablesByDay) {
                SQLite::Statement forget(connection, std::string("DELETE FROM ") + table + " WHERE day < ?");
                sql::run(forget, end);
            }
            Rollups(connection).prune(end);
            step.isDone = end == first;
            if (step.isDone) {
                step.pruned.engineers = prunePeople(connection, first);
            }
        }
        sql::run(moveGoal, first);
        transaction.commit();
        return step;
    });
}

} // namespace app::store
