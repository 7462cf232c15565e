// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/SurfaceQueries.h"

#include "store/Dictionaries.h"
#include "store/PeopleSet.h"
#include "store/RawRows.h"
#include "store/Snapshot.h"
#include "store/StoredDays.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace app::store {

namespace {

using core::UtcDay;

constexpr const char* kCostsAndTokens = "credits, cost_usd, estimated_cost_usd, uncached_input_tokens,"
                                        " cached_input_tokens, output_tokens, total_tokens";

/// One part on one day, still with its dictionary id.
struct PartDay
{
    UtcDay day;
    std::int64_t part = 0;
    PartTotals totals;
};

struct ClientPart
{
    static constexpr const char* kFacts = "usage_client";
    static constexpr const char* kSums = "surface_by_day";
    static constexpr const char* kName = "client";
    static constexpr const char* kCounts = "threads, turns, ";
    static void readCounts(RawRows& row, PartTotals& totals)
    {
        totals.threads = row.optionalInteger();
        totals.turns = row.optionalInteger();
    }
};

struct ModelPart
{
    static constexpr const char* kFacts = "usage_model";
    static constexpr const char* kSums = "model_by_day";
    static constexpr const char* kName = "model";
    static constexpr const char* kCounts = "";
    static void readCounts(RawRows&, PartTotals&) { }
};

/// `row` stands before day, part, number of rows and the figures.
template <typename Part> PartDay readPart(RawRows& row)
{
    PartDay part;
    part.day = row.day();
    part.part = row.integer();
    part.totals.rows = row.integer();
    Part::readCounts(row, part.totals);
    part.totals.costs = row.costs();
    part.totals.tokens = row.tokens();
    return part;
}

template <typename Part> std::vector<PartDay> partsOfAll(const Database& database, core::DayRange range)
{
    std::vector<PartDay> parts;
    RawRows rows(database.connection(),
        std::string("SELECT day, ") + Part::kName + ", row_count, " + Part::kCounts + kCostsAndTokens
            + " FROM " + Part::kSums + " WHERE day BETWEEN ? AND ? ORDER BY day, " + Part::kName);
    rows.start(range);
    while (rows.next()) {
        parts.push_back(readPart<Part>(rows));
    }
    return parts;
}

template <typename Part>
std::vector<PartDay> partsOfOne(const Database& database, std::int64_t engineer, core::DayRange range)
{
    std::vector<PartDay> parts;
    // The key begins with the day, so one look per day beats a second index.
    RawRows rows(database.connection(),
        std::string("SELECT day, ") + Part::kName + ", 1, " + Part::kCounts + kCostsAndTokens + " FROM "
            + Part::kFacts + " WHERE day = ? AND engineer = ? ORDER BY " + Part::kName);
    for (UtcDay day = range.first; day <= range.last; ++day) {
        rows.start(day.number(), engineer);
        while (rows.next()) {
            parts.push_back(readPart<Part>(rows));
        }
    }
    return parts;
}

/// How many people each client had in the range, by client id.
std::map<std::int64_t, std::int64_t> peopleOfClients(const Database& database, core::DayRange range)
{
    const std::int64_t last = lastEngineer(database.connection());
    std::map<std::int64_t, PeopleSet> sets;
    RawRows rows(database.connection(),
        "SELECT client, people FROM people_by_day WHERE day BETWEEN ? AND ? AND client <> 0");
    rows.start(range);
    while (rows.next()) {
        PeopleSet& people = sets[rows.integer()];
        people.unite(rows.bytes(), last);
    }
    std::map<std::int64_t, std::int64_t> counts;
    for (const auto& [client, people] : sets) {
        counts.emplace(client, people.count());
    }
    return counts;
}

// The dictionaries are read after the facts: ids are made before the facts that name them and never change,
// so every id has its name by then, whatever a sync wrote meanwhile.

std::map<std::int64_t, std::string> clientNames(const Database& database)
{
    std::map<std::int64_t, std::string> names;
    SQLite::Statement select(database.connection(), "SELECT id, client_id FROM client");
    while (select.executeStep()) {
        sql::RowReader row(select);
        const std::int64_t id = row.integer();
        names[id] = row.text();
    }
    return names;
}

std::vector<SurfaceDay> withNames(
    const std::vector<PartDay>& parts, const std::map<std::int64_t, std::string>& names)
{
    std::vector<SurfaceDay> days;
    days.reserve(parts.size());
    for (const PartDay& part : parts) {
        days.push_back({part.day, names.at(part.part), part.totals});
    }
    std::ranges::sort(days, [](const SurfaceDay& a, const SurfaceDay& b) {
        return std::tie(a.day, a.clientId) < std::tie(b.day, b.clientId);
    });
    return days;
}

SurfaceUsage withPeople(const Database& database, const std::vector<PartDay>& parts,
    const std::map<std::int64_t, std::int64_t>& peopleOf)
{
    const auto names = clientNames(database);
    SurfaceUsage usage;
    usage.days = withNames(parts, names);
    std::map<std::string, std::int64_t> people;
    for (const PartDay& part : parts) {
        const auto found = peopleOf.find(part.part);
        people.emplace(names.at(part.part), found == peopleOf.end() ? 0 : found->second);
    }
    for (const auto& [client, count] : people) {
        usage.people.push_back({client, count});
    }
    return usage;
}

std::vector<ModelDay> withNames(const Database& database, const std::vector<PartDay>& parts)
{
    std::map<std::int64_t, std::pair<std::string, std::optional<std::string>>> names;
    SQLite::Statement select(database.connection(), "SELECT id, model, speed FROM model");
    while (select.executeStep()) {
        sql::RowReader row(select);
        const std::int64_t id = row.integer();
        std::string model = row.text();
        names[id] = {std::move(model), row.optionalText()};
    }
    std::vector<ModelDay> days;
    days.reserve(parts.size());
    for (const PartDay& part : parts) {
        const auto& [model, speed] = names.at(part.part);
        days.push_back({part.day, model, speed, part.totals});
    }
    std::ranges::sort(days, [](const ModelDay& a, const ModelDay& b) {
        return std::tie(a.day, a.model, a.speed) < std::tie(b.day, b.model, b.speed);
    });
    return days;
}

} // namespace

core::Result<SurfaceUsage> surfacesByDay(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<SurfaceUsage> {
        const Snapshot snapshot(database.connection());
        const auto parts = partsOfAll<ClientPart>(database, range);
        return withPeople(database, parts, peopleOfClients(database, range));
    });
}

core::Result<std::vector<SurfaceDay>> surfaceDays(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<SurfaceDay>> {
        const auto parts = partsOfAll<ClientPart>(database, range);
        return withNames(parts, clientNames(database));
    });
}

core::Result<std::vector<ModelDay>> modelsByDay(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<ModelDay>> {
        return withNames(database, partsOfAll<ModelPart>(database, range));
    });
}

core::Result<SurfaceUsage> surfacesOfEngineerByDay(
    const Database& database, const std::optional<std::string>& userId, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<SurfaceUsage> {
        const auto engineer = engineerIdOf(database.connection(), userId);
        if (!engineer) {
            return SurfaceUsage{};
        }
        const auto parts
            = partsOfOne<ClientPart>(database, *engineer, storedDays(database.connection(), range));
        std::map<std::int64_t, std::int64_t> people;
        for (const PartDay& part : parts) {
            const bool isActive = part.totals.threads.value_or(0) > 0 || part.totals.turns.value_or(0) > 0;
            if (isActive && *engineer != kUnattributed) {
                people[part.part] = 1;
            }
        }
        return withPeople(database, parts, people);
    });
}

core::Result<std::vector<ModelDay>> modelsOfEngineerByDay(
    const Database& database, const std::optional<std::string>& userId, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<ModelDay>> {
        const auto engineer = engineerIdOf(database.connection(), userId);
        if (!engineer) {
            return std::vector<ModelDay>{};
        }
        return withNames(
            database, partsOfOne<ModelPart>(database, *engineer, storedDays(database.connection(), range)));
    });
}

} // namespace app::store
