// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/ActivityQueries.h"

#include "store/BlockScan.h"
#include "store/PeopleSet.h"
#include "store/Snapshot.h"
#include "store/StoredDays.h"

namespace app::store {

namespace {

/// Who was active on each of some days.
class ActiveDays
{
public:
    ActiveDays(SQLite::Database& connection, core::DayRange days)
        : m_days(days)
        , m_people(static_cast<std::size_t>(days.length()))
    {
        const std::int64_t last = lastEngineer(connection);
        RawRows select(
            connection, "SELECT day, people FROM people_by_day WHERE day BETWEEN ? AND ? AND client = 0");
        select.start(days);
        while (select.next()) {
            const core::UtcDay day = select.day();
            m_people[static_cast<std::size_t>(day - days.first)].unite(select.bytes(), last);
        }
    }
    /// Distinct people.
    std::int64_t count(core::DayRange days)
    {
        m_union.clear();
        const core::DayRange known = days.intersected(m_days);
        for (core::UtcDay day = known.first; day <= known.last; ++day) {
            m_union.unite(m_people[static_cast<std::size_t>(day - m_days.first)]);
        }
        return m_union.count();
    }

private:
    core::DayRange m_days;
    std::vector<PeopleSet> m_people;
    PeopleSet m_union;
};

} // namespace

core::Result<ActivePeople> activePeople(
    const Database& database, core::DayRange rolling, const std::vector<core::DayRange>& windows)
{
    return guarded(database, [&]() -> core::Result<ActivePeople> {
        ActivePeople people;
        people.rolling = rolling;
        core::DayRange all = rolling.isEmpty()
            ? core::DayRange{}
            : core::DayRange{rolling.first - (kMonthWindow - 1), rolling.last};
        for (const core::DayRange window : windows) {
            all = all.united(window);
        }
        const Snapshot snapshot(database.connection());
        ActiveDays active(database.connection(), storedDays(database.connection(), all));
        for (core::UtcDay day = rolling.first; day <= rolling.last; ++day) {
            people.week.push_back(active.count(core::DayRange::endingAt(day, kWeekWindow)));
            people.month.push_back(active.count(core::DayRange::endingAt(day, kMonthWindow)));
        }
        for (const core::DayRange window : windows) {
            people.windows.push_back(active.count(window));
        }
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
        const Snapshot snapshot(database.connection());
        BlockScan scan(database.connection(), BlockScan::Kind::Usage, "counts, amounts");
        const auto sumsIn = [&](core::DayRange range) {
            ByBlock<UsageBlock> sums(scan.blocks());
            scan.read(storedDays(database.connection(), range),
                [&sums](std::size_t block, core::UtcDay, RawRows& row) {
                    UsageBlock& sum = sums.of(block);
                    sum.addRows(row.bytes());
                    sum.addCosts(row.bytes());
                });
            return sums;
        };
        const ByBlock<UsageBlock> sumsBefore = sumsIn(before);
        const ByBlock<UsageBlock> sumsNow = sumsIn(now);
        // Returns whether the person has rows.
        const auto setCosts = [](const ByBlock<UsageBlock>& sums, std::int64_t id, std::int64_t& rows,
                                  records::Costs& costs) {
            const UsageBlock* sum = sums.find(static_cast<std::size_t>(blockOf(id)));
            const std::size_t place = placeOf(id);
            if (!sum || !sum->present.has(place)) {
                return false;
            }
            rows = sum->rows.values[place];
            costs = {sum->credits.at(place), sum->costUsd.at(place), sum->estimatedCostUsd.at(place)};
            return true;
        };
        std::vector<PersonCosts> people;
        RawRows names(database.connection(), "SELECT id, user_id, email FROM engineer ORDER BY id");
        names.start();
        while (names.next()) {
            const std::int64_t id = names.integer();
            PersonCosts person;
            const bool hasRowsBefore = setCosts(sumsBefore, id, person.rowsBefore, person.before);
            const bool hasRowsNow = setCosts(sumsNow, id, person.rowsNow, person.now);
            if (hasRowsBefore || hasRowsNow) {
                person.userId = names.optionalText();
                person.email = names.optionalText();
                people.push_back(std::move(person));
            }
        }
        return people;
    });
}

core::Result<std::vector<TokenDay>> tokensByDay(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<TokenDay>> {
        RawRows select(database.connection(),
            "SELECT day, row_count, skipped_rows, mismatched_rows, turns, uncached_input_tokens,"
            " cached_input_tokens, output_tokens, credits, tokens_with_credits, cost_usd,"
            " tokens_with_cost_usd FROM token_by_day WHERE day BETWEEN ? AND ? ORDER BY day");
        select.start(range);
        std::vector<TokenDay> days;
        while (select.next()) {
            TokenDay& day = days.emplace_back();
            day.day = select.day();
            day.rows = select.integer();
            day.skippedRows = select.integer();
            day.mismatchedRows = select.integer();
            day.turns = select.integer();
            day.uncachedInput = select.integer();
            day.cachedInput = select.integer();
            day.output = select.integer();
            day.credits = select.optionalReal();
            day.tokensWithCredits = select.integer();
            day.costUsd = select.optionalReal();
            day.tokensWithCostUsd = select.integer();
        }
        return days;
    });
}

} // namespace app::store
