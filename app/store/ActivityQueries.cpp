// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/ActivityQueries.h"

#include "store/Dictionaries.h"
#include "store/Sql.h"

#include <algorithm>
#include <limits>

namespace app::store {

namespace {

/// A value for each engineer id; ids are small and dense.
template <typename Value> class ById
{
public:
    explicit ById(Value unset)
        : m_unset(unset)
    {
    }
    Value& of(std::int64_t engineer)
    {
        const auto place = static_cast<std::size_t>(engineer);
        if (m_values.size() <= place) {
            m_values.resize(place + 1, m_unset);
        }
        return m_values[place];
    }

private:
    Value m_unset;
    std::vector<Value> m_values;
};

constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::min() / 2;

/// Counts, for each day of a range, the distinct people of the `length` days that end there. Whoever is
/// active on a day counts on `length` days; those that the activity before covers already are not counted
/// again. So each activity changes two places of a sum that is taken at the end.
class RollingCount
{
public:
    RollingCount(core::DayRange range, int length)
        : m_range(range)
        , m_length(length)
        , m_steps(static_cast<std::size_t>(range.length()) + 1)
    {
    }
    /// `previous` is the day number of the person's activity before.
    void add(core::UtcDay day, std::int32_t previous)
    {
        const std::int32_t covered = previous + m_length; // the first day that counts them no more
        const std::int32_t from = std::max({day.number(), covered, m_range.first.number()});
        const std::int32_t end = std::min(day.number() + m_length, m_range.last.number() + 1);
        if (from < end) {
            ++m_steps[static_cast<std::size_t>(from - m_range.first.number())];
            --m_steps[static_cast<std::size_t>(end - m_range.first.number())];
        }
    }
    [[nodiscard]] std::vector<std::int64_t> counts() const
    {
        std::vector<std::int64_t> counts;
        std::int64_t sum = 0;
        for (std::size_t day = 0; day + 1 < m_steps.size(); ++day) {
            sum += m_steps[day];
            counts.push_back(sum);
        }
        return counts;
    }

private:
    core::DayRange m_range;
    int m_length;
    std::vector<std::int64_t> m_steps;
};

/// The windows that hold a day; recomputed once a day.
class WindowsOfDay
{
public:
    explicit WindowsOfDay(const std::vector<core::DayRange>& windows)
        : m_windows(windows)
    {
    }
    const std::vector<std::size_t>& on(core::UtcDay day)
    {
        if (day != m_day) {
            m_day = day;
            m_places.clear();
            for (std::size_t place = 0; place < m_windows.size(); ++place) {
                if (m_windows[place].contains(day)) {
                    m_places.push_back(place);
                }
            }
        }
        return m_places;
    }

private:
    const std::vector<core::DayRange>& m_windows;
    core::UtcDay m_day = core::UtcDay::fromNumber(kNever);
    std::vector<std::size_t> m_places;
};

} // namespace

core::Result<ActivePeople> activePeople(
    const Database& database, core::DayRange rolling, const std::vector<core::DayRange>& windows)
{
    return guarded(database, [&]() -> core::Result<ActivePeople> {
        ActivePeople people;
        people.rolling = rolling;
        people.windows.resize(windows.size());
        core::DayRange all = rolling.isEmpty()
            ? core::DayRange{}
            : core::DayRange{rolling.first - (kMonthWindow - 1), rolling.last};
        for (const core::DayRange window : windows) {
            all = all.united(window);
        }
        RollingCount week(rolling, kWeekWindow);
        RollingCount month(rolling, kMonthWindow);
        WindowsOfDay holding(windows);
        ById<std::int32_t> lastActive(kNever);
        SQLite::Statement select(database.connection(),
            "SELECT day, engineer FROM usage_day"
            " WHERE day BETWEEN ? AND ? AND (turns > 0 OR threads > 0) ORDER BY day, engineer");
        sql::start(select, all.first, all.last);
        while (select.executeStep()) {
            sql::RowReader row(select);
            const core::UtcDay day = row.day();
            const std::int64_t engineer = row.integer();
            if (engineer == kUnattributed) {
                continue;
            }
            std::int32_t& previous = lastActive.of(engineer);
            week.add(day, previous);
            month.add(day, previous);
            for (const std::size_t place : holding.on(day)) {
                people.windows[place] += previous < windows[place].first.number() ? 1 : 0;
            }
            previous = day.number();
        }
        people.week = week.counts();
        people.month = month.counts();
        return people;
    });
}

core::Result<std::int64_t> peopleSeen(const Database& database)
{
    return guarded(database, [&]() -> core::Result<std::int64_t> {
        SQLite::Statement select(
            database.connection(), "SELECT count(*) FROM engineer WHERE id <> 0 AND first_day IS NOT NULL");
        select.executeStep();
        return sql::RowReader(select).integer();
    });
}

core::Result<std::vector<PersonCosts>> costsByPerson(
    const Database& database, core::DayRange now, core::DayRange before)
{
    return guarded(database, [&]() -> core::Result<std::vector<PersonCosts>> {
        constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
        std::vector<PersonCosts> people;
        std::vector<std::int64_t> ids;
        ById<std::size_t> places(kNone);
        SQLite::Statement select(database.connection(),
            "SELECT engineer, credits, cost_usd, estimated_cost_usd FROM usage_day WHERE day BETWEEN ? AND "
            "?");
        const auto sum
            = [&](core::DayRange range, std::int64_t PersonCosts::*rows, records::Costs PersonCosts::*costs) {
                  sql::start(select, range.first, range.last);
                  while (select.executeStep()) {
                      sql::RowReader row(select);
                      const std::int64_t engineer = row.integer();
                      std::size_t& place = places.of(engineer);
                      if (place == kNone) {
                          place = people.size();
                          people.emplace_back();
                          ids.push_back(engineer);
                      }
                      PersonCosts& person = people[place];
                      ++(person.*rows);
                      sql::add(person.*costs, row.costs());
                  }
              };
        sum(before, &PersonCosts::rowsBefore, &PersonCosts::before);
        sum(now, &PersonCosts::rowsNow, &PersonCosts::now);
        SQLite::Statement name(database.connection(), "SELECT user_id, email FROM engineer WHERE id = ?");
        for (std::size_t place = 0; place < people.size(); ++place) {
            sql::start(name, ids[place]);
            if (name.executeStep()) {
                sql::RowReader row(name);
                people[place].userId = row.optionalText();
                people[place].email = row.optionalText();
            }
        }
        return people;
    });
}

core::Result<std::vector<TokenDay>> tokensByDay(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<TokenDay>> {
        SQLite::Statement select(database.connection(),
            "SELECT day, turns, credits, cost_usd, uncached_input_tokens, cached_input_tokens, output_tokens,"
            " total_tokens FROM usage_day WHERE day BETWEEN ? AND ? ORDER BY day");
        sql::start(select, range.first, range.last);
        std::vector<TokenDay> days;
        while (select.executeStep()) {
            sql::RowReader row(select);
            const core::UtcDay date = row.day();
            if (days.empty() || days.back().day != date) {
                days.emplace_back().day = date;
            }
            TokenDay& day = days.back();
            const std::int64_t turns = row.integer();
            const std::optional<double> credits = row.optionalReal();
            const std::optional<double> costUsd = row.optionalReal();
            const records::Tokens tokens = row.tokens();
            if (!tokens.uncachedInput || !tokens.cachedInput || !tokens.output) {
                ++day.skippedRows;
                continue;
            }
            std::int64_t all = *tokens.uncachedInput;
            sql::add(all, *tokens.cachedInput);
            sql::add(all, *tokens.output);
            ++day.rows;
            day.mismatchedRows += tokens.total && *tokens.total != all ? 1 : 0;
            sql::add(day.turns, turns);
            sql::add(day.uncachedInput, *tokens.uncachedInput);
            sql::add(day.cachedInput, *tokens.cachedInput);
            sql::add(day.output, *tokens.output);
            sql::add(day.credits, credits);
            sql::add(day.costUsd, costUsd);
            sql::add(day.tokensWithCredits, credits ? all : 0);
            sql::add(day.tokensWithCostUsd, costUsd ? all : 0);
        }
        return days;
    });
}

} // namespace app::store
