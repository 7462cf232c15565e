// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/EngineerQueries.h"

#include "store/BlockScan.h"
#include "store/Dictionaries.h"
#include "store/Rollups.h"
#include "store/Snapshot.h"
#include "store/Sql.h"

#include <array>
#include <map>

namespace app::store {

namespace {

core::DayRange wholeOf(const std::vector<core::DayRange>& buckets)
{
    return buckets.empty() ? core::DayRange{} : core::DayRange{buckets.front().first, buckets.back().last};
}

/// The clients in bytewise order, and the place of each id in it.
struct Surfaces
{
    std::vector<std::string> names;
    std::map<std::int64_t, std::size_t> placeOfId;
};

Surfaces readSurfaces(const Database& database)
{
    Surfaces surfaces;
    SQLite::Statement select(database.connection(), "SELECT id, client_id FROM client ORDER BY client_id");
    while (select.executeStep()) {
        sql::RowReader row(select);
        surfaces.placeOfId[row.integer()] = surfaces.names.size();
        surfaces.names.push_back(row.text());
    }
    return surfaces;
}

using SurfaceSums = ByBlock<std::map<std::size_t, SurfaceBlock>>; ///< by the place of the surface

SurfaceSums surfaceSums(const Database& database, core::DayRange range, const Surfaces& surfaces)
{
    BlockScan scan(database.connection(), BlockScan::Kind::Surfaces, "surfaces");
    SurfaceSums sums(scan.blocks());
    scan.read(range, [&](std::size_t block, core::UtcDay, RawRows& row) {
        auto& sum = sums.of(block);
        addSurfaces(row.bytes(),
            [&](std::uint32_t client) -> SurfaceBlock& { return sum[surfaces.placeOfId.at(client)]; });
    });
    return sums;
}

std::vector<SurfaceUse> usesOf(const SurfaceSums& sums, std::size_t block, std::size_t place)
{
    std::vector<SurfaceUse> uses;
    if (const auto* surfaces = sums.find(block)) {
        for (const auto& [surface, sum] : *surfaces) {
            if (sum.present.has(place)) {
                uses.push_back(
                    {surface, sum.credits.at(place), sum.costUsd.at(place), sum.turns.values[place]});
            }
        }
    }
    return uses;
}

/// The turns of a block's people: one line of buckets for each place.
struct Courses
{
    Places present;
    std::vector<std::int64_t> turns;
};

struct ActiveTurns
{
    Column<std::int64_t> turns;
    Places active;
};

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
        const Snapshot snapshot(database.connection());
        BlockScan scan(database.connection(), BlockScan::Kind::Usage, "counts");
        ByBlock<Courses> courses(scan.blocks());
        scan.readBuckets(buckets, [&](std::size_t bucket, std::size_t block, core::UtcDay, RawRows& row) {
            Courses& of = courses.of(block);
            of.turns.resize(kBlockPlaces * buckets.size());
            of.present.unite(UsageBlock::eachTurns(row.bytes(), [&](std::size_t place, std::int64_t value) {
                sql::add(of.turns[place * buckets.size() + bucket], value);
            }));
        });
        Surfaces surfaces = readSurfaces(database);
        const auto sums = surfaceSums(database, range, surfaces);
        RawRows people(database.connection(), "SELECT id, user_id FROM engineer ORDER BY id");
        people.start();
        while (people.next()) {
            const std::int64_t id = people.integer();
            const auto block = static_cast<std::size_t>(blockOf(id));
            const std::size_t place = placeOf(id);
            const Courses* of = courses.find(block);
            if (!of || !of->present.has(place)) {
                continue;
            }
            EngineerTrend& trend = trends.engineers.emplace_back();
            trend.userId = people.optionalText();
            const std::int64_t* const line = &of->turns[place * buckets.size()];
            trend.turns.assign(line, line + buckets.size());
            trend.surfaces = usesOf(sums, block, place);
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
        const Snapshot snapshot(database.connection());
        Answer turns(buckets.size());
        BlockScan scan(database.connection(), BlockScan::Kind::Usage, "counts");
        for (std::size_t bucket = 0; bucket < buckets.size(); ++bucket) {
            ByBlock<ActiveTurns> sums(scan.blocks());
            scan.read(buckets[bucket], [&sums](std::size_t block, core::UtcDay, RawRows& row) {
                ActiveTurns& sum = sums.of(block);
                UsageBlock::addTurns(row.bytes(), sum.turns, sum.active);
            });
            for (std::size_t block = 0; block < scan.blocks(); ++block) {
                const ActiveTurns* sum = sums.find(block);
                if (!sum) {
                    continue;
                }
                std::array<std::uint8_t, kBlockPlaces> places{};
                const std::size_t count = sum->active.list(places.data());
                for (std::size_t i = 0; i < count; ++i) {
                    const bool isNobody = block == 0 && places[i] == kUnattributed;
                    if (!isNobody) {
                        turns[bucket].push_back(sum->turns.values[places[i]]);
                    }
                }
            }
        }
        return turns;
    });
}

core::Result<std::optional<EngineerProfile>> engineerProfile(
    const Database& database, const std::optional<std::string>& userId)
{
    using Answer = std::optional<EngineerProfile>;
    return guarded(database, [&]() -> core::Result<Answer> {
        const auto engineer = engineerIdOf(database.connection(), userId);
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
