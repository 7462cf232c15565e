// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/EngineerQueries.h"

#include "store/Dictionaries.h"
#include "store/Rollups.h"
#include "store/Sql.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace app::store {

namespace {

core::DayRange wholeOf(const std::vector<core::DayRange>& buckets)
{
    return buckets.empty() ? core::DayRange{} : core::DayRange{buckets.front().first, buckets.back().last};
}

/// The bucket of each day of the range.
std::vector<std::size_t> bucketOfDays(const std::vector<core::DayRange>& buckets)
{
    std::vector<std::size_t> places;
    places.reserve(static_cast<std::size_t>(wholeOf(buckets).length()));
    for (std::size_t bucket = 0; bucket < buckets.size(); ++bucket) {
        places.insert(places.end(), static_cast<std::size_t>(buckets[bucket].length()), bucket);
    }
    return places;
}

std::optional<std::int64_t> idOf(const Database& database, const std::optional<std::string>& userId)
{
    if (!userId) {
        return kUnattributed;
    }
    SQLite::Statement look(database.connection(), "SELECT id FROM engineer WHERE user_id = ?");
    sql::start(look, *userId);
    return look.executeStep() ? std::optional(sql::RowReader(look).integer()) : std::nullopt;
}

/// The clients in bytewise order, and the place of each id in it. Ids are small and dense.
struct Surfaces
{
    std::vector<std::string> names;
    std::vector<std::size_t> placeOfId;
};

Surfaces readSurfaces(const Database& database)
{
    Surfaces surfaces;
    SQLite::Statement select(database.connection(), "SELECT id, client_id FROM client ORDER BY client_id");
    while (select.executeStep()) {
        sql::RowReader row(select);
        const auto id = static_cast<std::size_t>(row.integer());
        if (surfaces.placeOfId.size() <= id) {
            surfaces.placeOfId.resize(id + 1);
        }
        surfaces.placeOfId[id] = surfaces.names.size();
        surfaces.names.push_back(row.text());
    }
    return surfaces;
}

/// The trend of a dictionary id, made when it is first seen.
class TrendsById
{
public:
    TrendsById(EngineerTrends& trends, std::size_t buckets)
        : m_trends(trends)
        , m_buckets(buckets)
    {
    }

    EngineerTrend& of(std::int64_t engineer)
    {
        const auto id = static_cast<std::size_t>(engineer);
        if (m_places.size() <= id) {
            m_places.resize(id + 1, kNone);
        }
        if (m_places[id] == kNone) {
            m_places[id] = m_trends.engineers.size();
            m_trends.engineers.emplace_back().turns.resize(m_buckets);
        }
        return m_trends.engineers[m_places[id]];
    }
    [[nodiscard]] bool has(std::int64_t engineer) const
    {
        const auto id = static_cast<std::size_t>(engineer);
        return id < m_places.size() && m_places[id] != kNone;
    }

private:
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
    EngineerTrends& m_trends;
    std::size_t m_buckets;
    std::vector<std::size_t> m_places;
};

SurfaceUse& useOf(EngineerTrend& trend, std::size_t surface)
{
    // Hardly anybody has more than a handful.
    const auto at = std::lower_bound(trend.surfaces.begin(), trend.surfaces.end(), surface,
        [](const SurfaceUse& use, std::size_t wanted) { return use.surface < wanted; });
    if (at != trend.surfaces.end() && at->surface == surface) {
        return *at;
    }
    SurfaceUse use;
    use.surface = surface;
    return *trend.surfaces.insert(at, use);
}

/// The first active day of a month.
std::optional<core::UtcDay> firstActiveDay(
    const Database& database, std::int64_t engineer, std::int32_t month)
{
    SQLite::Statement look(database.connection(),
        "SELECT 1 FROM usage_day WHERE day = ? AND engineer = ? AND (turns > 0 OR threads > 0)");
    const core::DayRange days = daysOfMonth(month);
    for (core::UtcDay day = days.first; day <= days.last; ++day) {
        sql::start(look, day, engineer);
        if (look.executeStep()) {
            return day;
        }
    }
    return std::nullopt;
}

} // namespace

core::Result<EngineerTrends> engineerTrends(
    const Database& database, const std::vector<core::DayRange>& buckets)
{
    return guarded(database, [&]() -> core::Result<EngineerTrends> {
        EngineerTrends trends;
        const core::DayRange range = wholeOf(buckets);
        if (range.isEmpty()) {
            return trends;
        }
        TrendsById people(trends, buckets.size());
        const std::vector<std::size_t> bucketOf = bucketOfDays(buckets);
        {
            SQLite::Statement select(database.connection(),
                "SELECT day, engineer, turns FROM usage_day WHERE day BETWEEN ? AND ?");
            sql::start(select, range.first, range.last);
            while (select.executeStep()) {
                sql::RowReader row(select);
                const core::UtcDay day = row.day();
                EngineerTrend& trend = people.of(row.integer());
                sql::add(trend.turns[bucketOf[static_cast<std::size_t>(day - range.first)]], row.integer());
            }
        }
        Surfaces surfaces = readSurfaces(database);
        {
            SQLite::Statement select(database.connection(),
                "SELECT engineer, client, turns, credits, cost_usd FROM usage_client WHERE day BETWEEN ? AND "
                "?");
            sql::start(select, range.first, range.last);
            while (select.executeStep()) {
                sql::RowReader row(select);
                EngineerTrend& trend = people.of(row.integer());
                SurfaceUse& use = useOf(trend, surfaces.placeOfId[static_cast<std::size_t>(row.integer())]);
                sql::add(use.turns, row.optionalInteger().value_or(0));
                sql::add(use.credits, row.optionalReal());
                sql::add(use.costUsd, row.optionalReal());
            }
        }
        SQLite::Statement names(database.connection(), "SELECT id, user_id FROM engineer");
        while (names.executeStep()) {
            sql::RowReader row(names);
            const std::int64_t id = row.integer();
            if (people.has(id)) {
                people.of(id).userId = row.optionalText();
            }
        }
        trends.surfaces = std::move(surfaces.names);
        return trends;
    });
}

core::Result<std::vector<std::vector<std::int64_t>>> turnsOfActivePeople(
    const Database& database, const std::vector<core::DayRange>& buckets)
{
    using Answer = std::vector<std::vector<std::int64_t>>;
    return guarded(database, [&]() -> core::Result<Answer> {
        Answer turns(buckets.size());
        SQLite::Statement select(database.connection(),
            "SELECT engineer, turns FROM usage_day WHERE day BETWEEN ? AND ? AND engineer <> 0"
            " AND (turns > 0 OR threads > 0)");
        // By id; -1: not active in this bucket.
        std::vector<std::int64_t> sums;
        for (std::size_t bucket = 0; bucket < buckets.size(); ++bucket) {
            std::fill(sums.begin(), sums.end(), -1);
            sql::start(select, buckets[bucket].first, buckets[bucket].last);
            while (select.executeStep()) {
                sql::RowReader row(select);
                const auto id = static_cast<std::size_t>(row.integer());
                if (sums.size() <= id) {
                    sums.resize(id + 1, -1);
                }
                if (sums[id] < 0) {
                    sums[id] = 0;
                }
                sql::add(sums[id], row.integer());
            }
            std::copy_if(sums.begin(), sums.end(), std::back_inserter(turns[bucket]),
                [](std::int64_t sum) { return sum >= 0; });
        }
        return turns;
    });
}

core::Result<std::optional<EngineerProfile>> engineerProfile(
    const Database& database, const std::optional<std::string>& userId)
{
    using Answer = std::optional<EngineerProfile>;
    return guarded(database, [&]() -> core::Result<Answer> {
        const auto engineer = idOf(database, userId);
        if (!engineer) {
            return Answer();
        }
        EngineerProfile profile;
        SQLite::Statement person(database.connection(),
            "SELECT email, actor_type FROM engineer WHERE id = ? AND first_day IS NOT NULL");
        sql::start(person, *engineer);
        if (!person.executeStep()) {
            return Answer();
        }
        sql::RowReader known(person);
        profile.email = known.optionalText();
        profile.actorType = known.optionalText();

        // The key of the months begins with the month, and there are few of them.
        SQLite::Statement ends(database.connection(), "SELECT min(day), max(day) FROM usage_total_by_day");
        ends.executeStep();
        sql::RowReader end(ends);
        const auto from = end.optionalDay();
        const auto to = end.optionalDay();
        if (from && to) {
            SQLite::Statement look(database.connection(),
                "SELECT last_active_day FROM usage_by_month WHERE month = ? AND engineer = ? AND active_days "
                "> 0");
            for (std::int32_t month = monthOf(*from); month <= monthOf(*to); month = nextMonth(month)) {
                sql::start(look, std::int64_t{month}, *engineer);
                if (!look.executeStep()) {
                    continue;
                }
                const auto last = sql::RowReader(look).optionalDay();
                if (!profile.active) {
                    const auto first = firstActiveDay(database, *engineer, month);
                    profile.active = core::DayRange{first.value_or(*last), *last};
                }
                profile.active->last = *last;
            }
        }
        if (profile.active) {
            SQLite::Statement stored(database.connection(),
                "SELECT count(*) FROM coverage WHERE dataset = 0 AND not_offered = 0 AND day <= ?");
            sql::start(stored, profile.active->first);
            stored.executeStep();
            profile.storedDaysUntilActive = sql::RowReader(stored).integer();
        }
        return Answer(profile);
    });
}

} // namespace app::store
