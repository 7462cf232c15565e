// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/BareLoop.h"

#include <QFile>

#include "store/DayParts.h"
#include "store/EngineerBlocks.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <simdjson.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bench {

namespace {

namespace json = simdjson::ondemand;
namespace records = app::records;
namespace store = app::store;

/// What usage_by_month holds; the day's total is the same without first and last.
struct Sums
{
    store::UsageSums sums;
    std::int64_t activeRows = 0;
    std::int64_t firstDay = 0;
    std::int64_t lastDay = 0;
    std::optional<std::int64_t> lastActiveDay{};

    void add(std::int64_t day, const store::UsageValues& row)
    {
        firstDay = sums.rows == 0 ? day : firstDay;
        lastDay = day;
        sums.add(row);
        if (row.isActive()) {
            ++activeRows;
            lastActiveDay = day;
        }
    }
};

void check(int code, sqlite3* database)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
        throw std::runtime_error(sqlite3_errmsg(database));
    }
}

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

void run(sqlite3* database, const char* sql)
{
    check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), database);
}

/// INSERT INTO table VALUES (?, ?, …), for all of its columns in their order.
Statement insertInto(sqlite3* database, const std::string& table, int columns)
{
    std::string sql = "INSERT INTO " + table + " VALUES (?";
    for (int i = 1; i < columns; ++i) {
        sql += ", ?";
    }
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(database, (sql + ")").c_str(), -1, &statement, nullptr), database);
    return {statement, &sqlite3_finalize};
}

void put(sqlite3_stmt* statement, int& index, std::int64_t value)
{
    sqlite3_bind_int64(statement, ++index, value);
}

void put(sqlite3_stmt* statement, int& index, double value)
{
    sqlite3_bind_double(statement, ++index, value);
}

void put(sqlite3_stmt* statement, int& index, std::string_view text)
{
    sqlite3_bind_text(statement, ++index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

template <typename Value> void put(sqlite3_stmt* statement, int& index, const std::optional<Value>& value)
{
    if (value) {
        put(statement, index, *value);
    } else {
        sqlite3_bind_null(statement, ++index);
    }
}

void put(sqlite3_stmt* statement, int& index, const records::Costs& costs)
{
    put(statement, index, costs.credits);
    put(statement, index, costs.costUsd);
    put(statement, index, costs.estimatedCostUsd);
}

void put(sqlite3_stmt* statement, int& index, const records::Tokens& tokens)
{
    put(statement, index, tokens.uncachedInput);
    put(statement, index, tokens.cachedInput);
    put(statement, index, tokens.output);
    put(statement, index, tokens.total);
}

void put(sqlite3_stmt* statement, int& index, const store::UsageValues& values)
{
    put(statement, index, values.threads);
    put(statement, index, values.turns);
    put(statement, index, values.costs);
    put(statement, index, values.tokens);
    put(statement, index, values.linesAdded);
    put(statement, index, values.linesRemoved);
}

void put(sqlite3_stmt* statement, int& index, const store::UsageSums& sums)
{
    put(statement, index, sums.values);
    for (const std::int64_t without : {sums.withoutCredits, sums.withoutCostUsd, sums.withoutEstimatedCostUsd,
             sums.withoutUncachedInput, sums.withoutCachedInput, sums.withoutOutput, sums.withoutTotal,
             sums.withoutLinesAdded, sums.withoutLinesRemoved, sums.withoutTokens}) {
        put(statement, index, without);
    }
}

void step(sqlite3_stmt* statement)
{
    check(sqlite3_step(statement), sqlite3_db_handle(statement));
    sqlite3_reset(statement);
}

/// Binds everything and steps.
template <typename... Values> void insert(const Statement& statement, const Values&... values)
{
    int index = 0;
    (put(statement.get(), index, values), ...);
    step(statement.get());
}

template <typename Value> void read(json::object& object, const char* name, std::optional<Value>& number)
{
    json::value value = object.find_field(name);
    if (!value.is_null()) {
        number = Value(value.get<Value>());
    }
}

void readMeasures(json::object& object, records::Costs& costs, records::Tokens& tokens)
{
    read(object, "credits", costs.credits);
    read(object, "cost_usd", costs.costUsd);
    read(object, "estimated_cost_usd", costs.estimatedCostUsd);
    read(object, "uncached_text_input_tokens", tokens.uncachedInput);
    read(object, "cached_text_input_tokens", tokens.cachedInput);
    read(object, "text_output_tokens", tokens.output);
    read(object, "text_total_tokens", tokens.total);
}

std::int64_t monthOf(std::int64_t day)
{
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    return std::int64_t{static_cast<int>(date.year())} * 100
        + static_cast<std::int64_t>(static_cast<unsigned>(date.month()));
}

/// A surface, or a model with its speed. The parser keeps the texts for as long as the page is read.
struct Name
{
    std::string_view text;
    std::optional<std::string_view> speed{};
    friend bool operator==(const Name&, const Name&) = default;
};

/// Ids in the order in which the names come; there is a handful of them.
std::int64_t idOf(std::vector<Name>& names, const Name& name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    const auto id = found - names.begin() + 1;
    if (found == names.end()) {
        names.push_back(name);
    }
    return id;
}

/// What is written once, with the last row.
struct Person
{
    std::string_view userId;
    std::optional<std::string_view> email;
    std::string_view actorType;
    std::int64_t firstDay = 0;
    std::int64_t lastDay = 0;
    std::vector<std::pair<std::int64_t, Sums>> months; ///< ascending, as the rows come
};

struct Day
{
    std::int64_t number = 0;
    std::vector<store::UsageFact> facts;
};

/// The packed sums are a format, not a statement: the store's own classes write them.
void writeReadyMadeSums(SQLite::Database& connection, const std::vector<Day>& days)
{
    store::DayPartTables parts(connection);
    store::EngineerBlocks blocks(connection);
    for (const Day& day : days) {
        const auto number = app::core::UtcDay::fromNumber(static_cast<std::int32_t>(day.number));
        parts.replaceDay(number, {}, day.facts);
        blocks.replaceDay(number, {}, day.facts);
    }
    blocks.updateWeeks();
}

} // namespace

void ingestBare(const QByteArray& page, const QString& file)
{
    SQLite::Database connection(
        QFile::encodeName(file).constData(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
    sqlite3* const database = connection.getHandle();
    run(database,
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 1000;"
        " PRAGMA cache_size = -16000; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
        " BEGIN IMMEDIATE");
    const Statement insertDay = insertInto(database, "usage_day", 13);
    const Statement insertClient = insertInto(database, "usage_client", 12);
    const Statement insertModel = insertInto(database, "usage_model", 10);

    std::unordered_map<std::string_view, std::int64_t> ids;
    std::vector<Name> clientNames;
    std::vector<Name> modelNames;
    std::vector<Person> people;
    std::vector<Day> days;

    json::parser parser;
    json::document document = parser.iterate(page.constData(), static_cast<std::size_t>(page.size()),
        static_cast<std::size_t>(page.size()) + simdjson::SIMDJSON_PADDING);
    constexpr std::int64_t kSecondsOfDay = 86'400;
    for (json::object row : document["data"].get_array()) {
        const std::int64_t day = std::int64_t(row.find_field("start_time").get_int64()) / kSecondsOfDay;
        json::object actor = row.find_field("actor").get_object();
        const std::string_view userId = actor.find_field("user_id").get_string();
        const auto [known, isNew] = ids.try_emplace(userId, static_cast<std::int64_t>(ids.size()) + 1);
        const std::int64_t engineer = known->second;
        if (isNew) {
            people.emplace_back();
            people.back().firstDay = day;
            people.back().userId = userId;
        }
        Person& person = people[static_cast<std::size_t>(engineer - 1)];
        person.actorType = actor.find_field("type").get_string();
        json::value email = actor.find_field("email");
        if (!email.is_null()) {
            person.email = email.get_string();
        }
        person.lastDay = day;

        store::UsageFact fact;
        fact.engineer = engineer;
        fact.clients.reserve(3);
        fact.models.reserve(3);
        json::object totals = row.find_field("totals").get_object();
        fact.values.threads = totals.find_field("threads").get_int64();
        fact.values.turns = totals.find_field("turns").get_int64();
        readMeasures(totals, fact.values.costs, fact.values.tokens);

        for (json::object client : row.find_field("clients").get_array()) {
            store::ClientFact& part = fact.clients.emplace_back();
            part.client = idOf(clientNames, {client.find_field("client_id").get_string()});
            read(client, "threads", part.threads);
            read(client, "turns", part.turns);
            readMeasures(client, part.costs, part.tokens);
            insert(
                insertClient, day, engineer, part.client, part.threads, part.turns, part.costs, part.tokens);
        }
        for (json::object model : row.find_field("models").get_array()) {
            store::ModelFact& part = fact.models.emplace_back();
            Name name{model.find_field("model").get_string()};
            json::value speed = model.find_field("speed");
            if (!speed.is_null()) {
                name.speed = speed.get_string();
            }
            part.model = idOf(modelNames, name);
            readMeasures(model, part.costs, part.tokens);
            insert(insertModel, day, engineer, part.model, part.costs, part.tokens);
        }
        json::value attribution = row.find_field("code_attribution");
        if (!attribution.is_null()) {
            json::object counts = attribution.get_object();
            read(counts, "lines_added", fact.values.linesAdded);
            read(counts, "lines_removed", fact.values.linesRemoved);
        }
        insert(insertDay, day, engineer, fact.values);

        if (days.empty() || days.back().number != day) {
            days.push_back({day, {}});
        }
        const std::int64_t month = monthOf(day);
        if (person.months.empty() || person.months.back().first != month) {
            person.months.emplace_back(month, Sums());
        }
        person.months.back().second.add(day, fact.values);
        days.back().facts.push_back(std::move(fact));
    }
    const Statement insertTotal = insertInto(database, "usage_total_by_day", 24);
    const Statement insertCoverage = insertInto(database, "coverage", 8);
    const std::string digest(16, '\0');
    for (Day& day : days) {
        std::sort(day.facts.begin(), day.facts.end(),
            [](const store::UsageFact& a, const store::UsageFact& b) { return a.engineer < b.engineer; });
        Sums total;
        for (const store::UsageFact& fact : day.facts) {
            total.add(day.number, fact.values);
        }
        insert(insertTotal, day.number, total.sums.rows, total.activeRows, total.sums);
        int index = 0;
        for (const std::int64_t value :
            {std::int64_t{0}, day.number, std::int64_t{1}, std::int64_t{1}, total.sums.rows}) {
            put(insertCoverage.get(), index, value);
        }
        sqlite3_bind_blob(
            insertCoverage.get(), ++index, digest.data(), static_cast<int>(digest.size()), SQLITE_STATIC);
        put(insertCoverage.get(), index, std::int64_t{0});
        put(insertCoverage.get(), index, std::int64_t{0});
        step(insertCoverage.get());
    }
    const Statement insertMonth = insertInto(database, "usage_by_month", 28);
    const Statement insertEngineer = insertInto(database, "engineer", 8);
    for (std::size_t i = 0; i < people.size(); ++i) {
        const Person& person = people[i];
        const auto id = static_cast<std::int64_t>(i) + 1;
        for (const auto& [month, sums] : person.months) {
            insert(insertMonth, month, id, sums.sums.rows, sums.firstDay, sums.lastDay, sums.activeRows,
                sums.lastActiveDay, sums.sums);
        }
        insert(insertEngineer, id, person.userId, person.email,
            person.email ? std::optional(person.lastDay) : std::nullopt, person.actorType, person.lastDay,
            person.firstDay, person.lastDay);
    }
    const Statement insertClientName = insertInto(database, "client", 2);
    for (std::size_t i = 0; i < clientNames.size(); ++i) {
        insert(insertClientName, static_cast<std::int64_t>(i) + 1, clientNames[i].text);
    }
    const Statement insertModelName = insertInto(database, "model", 3);
    for (std::size_t i = 0; i < modelNames.size(); ++i) {
        insert(insertModelName, static_cast<std::int64_t>(i) + 1, modelNames[i].text, modelNames[i].speed);
    }
    writeReadyMadeSums(connection, days);
    run(database, "COMMIT");
}

} // namespace bench
