// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/SurfaceQueries.h"

#include "store/Dictionaries.h"
#include "store/Sql.h"

#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace app::store {

namespace {

using core::UtcDay;

/// The rows of one statement straight from SQLite. A range of a large workspace has millions of parts, and
/// SQLiteCpp makes a counted reference for each column that it hands out.
class Rows
{
public:
    Rows(SQLite::Database& connection, const std::string& sql)
        : m_handle(connection.getHandle())
    {
        const int result = sqlite3_prepare_v2(
            m_handle, sql.c_str(), static_cast<int>(sql.size()) + 1, &m_statement, nullptr);
        if (result != SQLITE_OK) {
            throw SQLite::Exception(m_handle, result);
        }
    }
    ~Rows() { sqlite3_finalize(m_statement); }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    void start(std::int64_t first, std::int64_t second)
    {
        sqlite3_reset(m_statement);
        for (const int result :
            {sqlite3_bind_int64(m_statement, 1, first), sqlite3_bind_int64(m_statement, 2, second)}) {
            if (result != SQLITE_OK) {
                throw SQLite::Exception(m_handle, result);
            }
        }
    }
    /// False after the last row.
    bool next()
    {
        const int result = sqlite3_step(m_statement);
        if (result != SQLITE_ROW && result != SQLITE_DONE) {
            throw SQLite::Exception(m_handle, result);
        }
        m_column = 0;
        return result == SQLITE_ROW;
    }

    std::int64_t integer() { return sqlite3_column_int64(m_statement, m_column++); }
    /// Adds the next column to a sum that ignores null; returns whether a value above zero came.
    bool addInteger(std::optional<std::int64_t>& sum)
    {
        const int column = m_column++;
        if (sqlite3_column_type(m_statement, column) == SQLITE_NULL) {
            return false;
        }
        const std::int64_t value = sqlite3_column_int64(m_statement, column);
        if (!sum) {
            sum = 0;
        }
        sql::add(*sum, value);
        return value > 0;
    }
    void addReal(std::optional<double>& sum)
    {
        const int column = m_column++;
        if (sqlite3_column_type(m_statement, column) == SQLITE_NULL) {
            return;
        }
        if (!sum) {
            sum = 0;
        }
        sql::add(*sum, sqlite3_column_double(m_statement, column));
    }

private:
    sqlite3* m_handle;
    sqlite3_stmt* m_statement = nullptr;
    int m_column = 0;
};

constexpr const char* kCostsAndTokens = "credits, cost_usd, estimated_cost_usd, uncached_input_tokens,"
                                        " cached_input_tokens, output_tokens, total_tokens";

void addCostsAndTokens(Rows& rows, PartTotals& totals)
{
    rows.addReal(totals.costs.credits);
    rows.addReal(totals.costs.costUsd);
    rows.addReal(totals.costs.estimatedCostUsd);
    rows.addInteger(totals.tokens.uncachedInput);
    rows.addInteger(totals.tokens.cachedInput);
    rows.addInteger(totals.tokens.output);
    rows.addInteger(totals.tokens.total);
}

struct ClientPart
{
    static constexpr const char* kTable = "usage_client";
    static constexpr const char* kName = "client";
    static constexpr const char* kCounts = "threads, turns, ";
    /// Whether the engineer was active there.
    static bool addCounts(Rows& rows, PartTotals& totals)
    {
        const bool threads = rows.addInteger(totals.threads);
        const bool turns = rows.addInteger(totals.turns);
        return threads || turns;
    }
};

struct ModelPart
{
    static constexpr const char* kTable = "usage_model";
    static constexpr const char* kName = "model";
    static constexpr const char* kCounts = "";
    static bool addCounts(Rows&, PartTotals&) { return false; }
};

/// Sums of each part, by its dictionary id. These ids are small and dense.
template <typename Part> class Sums
{
public:
    /// `rows` stands behind its first column, which was the day.
    void add(Rows& rows)
    {
        const auto engineer = static_cast<std::size_t>(rows.integer());
        const auto part = static_cast<std::size_t>(rows.integer());
        if (m_today.size() <= part) {
            m_today.resize(part + 1);
            m_people.resize(part + 1);
        }
        PartTotals& totals = m_today[part];
        ++totals.rows;
        const bool active = Part::addCounts(rows, totals);
        addCostsAndTokens(rows, totals);
        if (active && static_cast<std::int64_t>(engineer) != kUnattributed) {
            std::vector<bool>& people = m_people[part];
            if (people.size() <= engineer) {
                people.resize(std::max(engineer + 1, people.size() * 2));
            }
            people[engineer] = true;
        }
    }

    /// Hands over the parts of the day that ends here: `finish(id, totals)`.
    template <typename Finish> void finishDay(Finish finish)
    {
        for (std::size_t part = 0; part < m_today.size(); ++part) {
            if (m_today[part].rows > 0) {
                finish(static_cast<std::int64_t>(part), std::move(m_today[part]));
                m_today[part] = {};
            }
        }
    }

    [[nodiscard]] std::int64_t people(std::int64_t part) const
    {
        const std::vector<bool>& people = m_people[static_cast<std::size_t>(part)];
        return std::count(people.begin(), people.end(), true);
    }

private:
    std::vector<PartTotals> m_today;
    std::vector<std::vector<bool>> m_people;
};

/// One part on one day, still with its dictionary id.
struct PartDay
{
    UtcDay day;
    std::int64_t part = 0;
    PartTotals totals;
};

template <typename Part>
std::vector<PartDay> partsOfAll(const Database& database, core::DayRange range, Sums<Part>& sums)
{
    std::vector<PartDay> days;
    Rows rows(database.connection(),
        std::string("SELECT day, engineer, ") + Part::kName + ", " + Part::kCounts + kCostsAndTokens
            + " FROM " + Part::kTable + " WHERE day BETWEEN ? AND ? ORDER BY day, engineer, " + Part::kName);
    std::optional<UtcDay> open;
    const auto finish = [&](std::int64_t part, PartTotals totals) {
        days.push_back({*open, part, std::move(totals)});
    };
    rows.start(range.first.number(), range.last.number());
    while (rows.next()) {
        const UtcDay day = UtcDay::fromNumber(static_cast<std::int32_t>(rows.integer()));
        if (open && *open != day) {
            sums.finishDay(finish);
        }
        open = day;
        sums.add(rows);
    }
    sums.finishDay(finish);
    return days;
}

template <typename Part>
std::vector<PartDay> partsOfOne(
    const Database& database, std::int64_t engineer, core::DayRange range, Sums<Part>& sums)
{
    std::vector<PartDay> days;
    // The key begins with the day, so one look per day beats a second index.
    Rows rows(database.connection(),
        std::string("SELECT day, engineer, ") + Part::kName + ", " + Part::kCounts + kCostsAndTokens
            + " FROM " + Part::kTable + " WHERE day = ? AND engineer = ? ORDER BY " + Part::kName);
    for (UtcDay day = range.first; day <= range.last; ++day) {
        rows.start(day.number(), engineer);
        while (rows.next()) {
            rows.integer();
            sums.add(rows);
        }
        sums.finishDay([&](std::int64_t part, PartTotals totals) {
            days.push_back({day, part, std::move(totals)});
        });
    }
    return days;
}

/// No value: nobody with this id was ever seen.
std::optional<std::int64_t> engineerId(const Database& database, const std::optional<std::string>& userId)
{
    if (!userId) {
        return kUnattributed;
    }
    SQLite::Statement look(database.connection(), "SELECT id FROM engineer WHERE user_id = ?");
    sql::start(look, *userId);
    return look.executeStep() ? std::optional(sql::RowReader(look).integer()) : std::nullopt;
}

/// Loops over days stay short however long the range is.
core::DayRange storedDays(const Database& database, core::DayRange range)
{
    SQLite::Statement select(
        database.connection(), "SELECT min(day), max(day) FROM usage_total_by_day WHERE day BETWEEN ? AND ?");
    sql::start(select, range.first, range.last);
    select.executeStep();
    sql::RowReader row(select);
    const auto first = row.optionalDay();
    const auto last = row.optionalDay();
    return first && last ? core::DayRange{*first, *last} : core::DayRange{};
}

// The dictionaries are read after the facts: ids are made before the facts that name them and never change,
// so every id has its name by then, whatever a sync wrote meanwhile.

SurfaceUsage withNames(
    const Database& database, const std::vector<PartDay>& parts, const Sums<ClientPart>& sums)
{
    std::map<std::int64_t, std::string> names;
    SQLite::Statement select(database.connection(), "SELECT id, client_id FROM client");
    while (select.executeStep()) {
        sql::RowReader row(select);
        const std::int64_t id = row.integer();
        names[id] = row.text();
    }
    SurfaceUsage usage;
    usage.days.reserve(parts.size());
    std::map<std::string, std::int64_t> people;
    for (const PartDay& part : parts) {
        const std::string& name = names[part.part];
        usage.days.push_back({part.day, name, part.totals});
        if (!people.contains(name)) {
            people[name] = sums.people(part.part);
        }
    }
    std::ranges::sort(usage.days, [](const SurfaceDay& a, const SurfaceDay& b) {
        return std::tie(a.day, a.clientId) < std::tie(b.day, b.clientId);
    });
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
        const auto& [model, speed] = names[part.part];
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
        Sums<ClientPart> sums;
        const auto parts = partsOfAll(database, range, sums);
        return withNames(database, parts, sums);
    });
}

core::Result<std::vector<ModelDay>> modelsByDay(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<ModelDay>> {
        Sums<ModelPart> sums;
        return withNames(database, partsOfAll(database, range, sums));
    });
}

core::Result<SurfaceUsage> surfacesOfEngineerByDay(
    const Database& database, const std::optional<std::string>& userId, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<SurfaceUsage> {
        const auto engineer = engineerId(database, userId);
        if (!engineer) {
            return SurfaceUsage{};
        }
        Sums<ClientPart> sums;
        const auto parts = partsOfOne(database, *engineer, storedDays(database, range), sums);
        return withNames(database, parts, sums);
    });
}

core::Result<std::vector<ModelDay>> modelsOfEngineerByDay(
    const Database& database, const std::optional<std::string>& userId, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<ModelDay>> {
        const auto engineer = engineerId(database, userId);
        if (!engineer) {
            return std::vector<ModelDay>{};
        }
        Sums<ModelPart> sums;
        return withNames(database, partsOfOne(database, *engineer, storedDays(database, range), sums));
    });
}

} // namespace app::store
