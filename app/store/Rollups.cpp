// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Rollups.h"

#include "store/Dictionaries.h"
#include "store/RawRows.h"

#include <algorithm>
#include <utility>

namespace app::store {

void UsageSums::add(const UsageValues& row)
{
    ++rows;
    addValues(values, row);
    withoutCredits += row.costs.credits ? 0 : 1;
    withoutCostUsd += row.costs.costUsd ? 0 : 1;
    withoutEstimatedCostUsd += row.costs.estimatedCostUsd ? 0 : 1;
    withoutUncachedInput += row.tokens.uncachedInput ? 0 : 1;
    withoutCachedInput += row.tokens.cachedInput ? 0 : 1;
    withoutOutput += row.tokens.output ? 0 : 1;
    withoutTotal += row.tokens.total ? 0 : 1;
    withoutLinesAdded += row.linesAdded ? 0 : 1;
    withoutLinesRemoved += row.linesRemoved ? 0 : 1;
    withoutTokens += sql::hasNone(row.tokens) ? 1 : 0;
}

void UsageSums::add(const UsageSums& other)
{
    rows += other.rows;
    addValues(values, other.values);
    withoutCredits += other.withoutCredits;
    withoutCostUsd += other.withoutCostUsd;
    withoutEstimatedCostUsd += other.withoutEstimatedCostUsd;
    withoutUncachedInput += other.withoutUncachedInput;
    withoutCachedInput += other.withoutCachedInput;
    withoutOutput += other.withoutOutput;
    withoutTotal += other.withoutTotal;
    withoutLinesAdded += other.withoutLinesAdded;
    withoutLinesRemoved += other.withoutLinesRemoved;
    withoutTokens += other.withoutTokens;
}

UsageTotals UsageSums::totals() const
{
    UsageTotals totals;
    totals.rows = rows;
    totals.threads = values.threads;
    totals.turns = values.turns;
    totals.costs = values.costs;
    totals.tokens = values.tokens;
    totals.rowsWithoutTokens = withoutTokens;
    return totals;
}

std::int32_t monthOf(core::UtcDay day)
{
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day.number()))};
    return static_cast<int>(date.year()) * 100
        + static_cast<std::int32_t>(static_cast<unsigned>(date.month()));
}

core::DayRange daysOfMonth(std::int32_t month)
{
    const std::chrono::year_month date{
        std::chrono::year(month / 100), std::chrono::month(static_cast<unsigned>(month % 100))};
    const auto dayNumber = [](auto calendarDay) {
        const std::chrono::sys_days days{calendarDay};
        return core::UtcDay::fromNumber(static_cast<std::int32_t>(days.time_since_epoch().count()));
    };
    return {dayNumber(date / 1), dayNumber(date / std::chrono::last)};
}

std::int32_t nextMonth(std::int32_t month)
{
    return month % 100 == 12 ? month + 89 : month + 1;
}

struct Rollups::Month
{
    std::int64_t engineer = kUnattributed;
    UsageSums sums;
    core::UtcDay firstDay;
    core::UtcDay lastDay;
    std::int64_t activeDays = 0;
    std::optional<core::UtcDay> lastActiveDay;

    /// Days come in ascending order.
    void add(core::UtcDay day, const UsageValues& row)
    {
        if (sums.rows == 0) {
            firstDay = day;
        }
        lastDay = day;
        if (row.isActive()) {
            ++activeDays;
            lastActiveDay = day;
        }
        sums.add(row);
    }
};

Rollups::Rollups(SQLite::Database& connection)
    : m_connection(connection)
    , m_parts(connection)
    , m_blocks(connection)
    , m_replaceDay(connection,
          "INSERT OR REPLACE INTO usage_total_by_day (day, row_count, "
          "active_engineers, " THREADCOUNT_USAGE_VALUE_COLUMNS ", " THREADCOUNT_USAGE_WITHOUT_COLUMNS
          ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          " ?, ?, ?)")
    , m_removeDay(connection, "DELETE FROM usage_total_by_day WHERE day = ?")
    , m_replaceMonths(connection,
          "INSERT OR REPLACE INTO usage_by_month (month, engineer, row_count, first_day, last_day, "
          "active_days,"
          " last_active_day, " THREADCOUNT_USAGE_VALUE_COLUMNS ", " THREADCOUNT_USAGE_WITHOUT_COLUMNS ")",
          28)
    , m_removeMonth(connection, "DELETE FROM usage_by_month WHERE month = ? AND engineer = ?")
    , m_daysInMonth(
          connection, "SELECT first_day, last_day FROM usage_by_month WHERE month = ? AND engineer = ?")
{
}

void Rollups::replaceDay(
    core::UtcDay day, const std::vector<UsageFact>& before, const std::vector<UsageFact>& facts)
{
    m_parts.replaceDay(day, before, facts);
    m_blocks.replaceDay(day, before, facts);
    if (facts.empty()) {
        sql::run(m_removeDay, day);
        return;
    }
    UsageSums sums;
    std::int64_t activeEngineers = 0;
    for (const UsageFact& fact : facts) {
        sums.add(fact.values);
        activeEngineers += fact.engineer != 0 && fact.values.isActive() ? 1 : 0;
    }
    sql::run(m_replaceDay, day, sums.rows, activeEngineers, sums);
}

void Rollups::touch(core::UtcDay day, std::int64_t engineer)
{
    m_touched[monthOf(day)].push_back(engineer);
}

void Rollups::finish()
{
    m_blocks.updateWeeks();
    updateMonths();
}

void Rollups::prune(core::UtcDay first)
{
    for (const char* table :
        {"usage_total_by_day", "surface_by_day", "model_by_day", "token_by_day", "people_by_day"}) {
        SQLite::Statement forget(m_connection, std::string("DELETE FROM ") + table + " WHERE day < ?");
        sql::run(forget, first);
    }
    m_blocks.prune(first);
    const std::int32_t month = monthOf(first);
    SQLite::Statement forget(m_connection, "DELETE FROM usage_by_month WHERE month < ?");
    sql::run(forget, std::int64_t{month});
    SQLite::Statement cut(
        m_connection, "SELECT engineer FROM usage_by_month WHERE month = ? AND first_day < ?");
    sql::start(cut, std::int64_t{month}, first);
    while (cut.executeStep()) {
        touch(first, sql::RowReader(cut).integer());
    }
    cut.reset();
    updateMonths();
}

void Rollups::updateMonths()
{
    for (auto& [month, engineers] : m_touched) {
        std::sort(engineers.begin(), engineers.end());
        engineers.erase(std::unique(engineers.begin(), engineers.end()), engineers.end());
        const core::DayRange days = daysOfMonth(month);
        SQLite::Statement count(m_connection,
            "SELECT ifnull(sum(row_count), 0) FROM usage_total_by_day WHERE day BETWEEN ? AND ?");
        sql::start(count, days.first, days.last);
        count.executeStep();
        const std::int64_t rowsInMonth = sql::RowReader(count).integer();
        // One engineer costs a look at every day of the month, all of them together cost the whole month
        // once.
        if (static_cast<std::int64_t>(engineers.size()) * days.length() < rowsInMonth) {
            updateOneByOne(month, engineers);
        } else {
            updateByScan(month, engineers);
        }
    }
    m_touched.clear();
}

void Rollups::updateByScan(std::int32_t month, const std::vector<std::int64_t>& engineers)
{
    std::vector<Month> sums(engineers.size());
    for (std::size_t i = 0; i < engineers.size(); ++i) {
        sums[i].engineer = engineers[i];
    }
    const core::DayRange days = daysOfMonth(month);
    RawRows rows(m_connection,
        "SELECT day, engineer, " THREADCOUNT_USAGE_VALUE_COLUMNS
        " FROM usage_day WHERE day BETWEEN ? AND ? ORDER BY day, engineer");
    rows.start(days);
    core::UtcDay day = days.first;
    auto sum = sums.begin(); // rows and sums are sorted by engineer: within a day it only goes on
    while (rows.next()) {
        const core::UtcDay dayOfRow = rows.day();
        if (dayOfRow != day) {
            day = dayOfRow;
            sum = sums.begin();
        }
        const std::int64_t engineer = rows.integer();
        while (sum != sums.end() && sum->engineer < engineer) {
            ++sum;
        }
        if (sum != sums.end() && sum->engineer == engineer) {
            sum->add(day, readUsageValues(rows));
        }
    }
    write(month, sums);
}

void Rollups::updateOneByOne(std::int32_t month, const std::vector<std::int64_t>& engineers)
{
    const core::DayRange days = daysOfMonth(month);
    RawRows look(m_connection,
        "SELECT " THREADCOUNT_USAGE_VALUE_COLUMNS " FROM usage_day WHERE day = ? AND engineer = ?");
    std::vector<Month> sums(engineers.size());
    for (std::size_t i = 0; i < engineers.size(); ++i) {
        sums[i].engineer = engineers[i];
        for (core::UtcDay day = days.first; day <= days.last; ++day) {
            look.start(day.number(), engineers[i]);
            if (look.next()) {
                sums[i].add(day, readUsageValues(look));
            }
        }
    }
    write(month, sums);
}

void Rollups::write(std::int32_t month, const std::vector<Month>& sums)
{
    std::vector<const Month*> withRows;
    withRows.reserve(sums.size());
    for (const Month& sum : sums) {
        if (sum.sums.rows > 0) {
            withRows.push_back(&sum);
        } else {
            sql::run(m_removeMonth, std::int64_t{month}, sum.engineer);
        }
    }
    m_replaceMonths.run(std::span(std::as_const(withRows)),
        [month](SQLite::Statement& statement, int& index, const Month* sum) {
            sql::bindNext(statement, index, std::int64_t{month});
            sql::bindNext(statement, index, sum->engineer);
            sql::bindNext(statement, index, sum->sums.rows);
            sql::bindNext(statement, index, sum->firstDay);
            sql::bindNext(statement, index, sum->lastDay);
            sql::bindNext(statement, index, sum->activeDays);
            sql::bindNext(statement, index, sum->lastActiveDay);
            bindNext(statement, index, sum->sums);
        });
}

std::optional<core::DayRange> Rollups::daysOfEngineer(std::int64_t engineer)
{
    SQLite::Statement bounds(m_connection, "SELECT min(day), max(day) FROM usage_total_by_day");
    bounds.executeStep();
    sql::RowReader bound(bounds);
    const auto first = bound.optionalDay();
    const auto last = bound.optionalDay();
    if (!first || !last) {
        return std::nullopt;
    }
    std::optional<core::DayRange> found;
    for (std::int32_t month = monthOf(*first); month <= monthOf(*last); month = nextMonth(month)) {
        sql::start(m_daysInMonth, std::int64_t{month}, engineer);
        if (m_daysInMonth.executeStep()) {
            sql::RowReader row(m_daysInMonth);
            const core::UtcDay from = row.day();
            const core::UtcDay to = row.day();
            found = found ? core::DayRange{found->first, to} : core::DayRange{from, to};
        }
    }
    m_daysInMonth.reset();
    return found;
}

} // namespace app::store
