// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/BareLoop.h"

#include <QFile>

#include <simdjson.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bench {

namespace {

namespace json = simdjson::ondemand;

constexpr std::array<const char*, 3> kCosts{"credits", "cost_usd", "estimated_cost_usd"};
constexpr std::array<const char*, 4> kTokens{
    "uncached_text_input_tokens", "cached_text_input_tokens", "text_output_tokens", "text_total_tokens"};

/// A number or null.
template <typename Value> struct Maybe
{
    Value value = 0;
    bool isThere = false;

    void add(const Maybe& other)
    {
        value += other.value;
        isThere = isThere || other.isThere;
    }
};

struct Figures
{
    std::int64_t threads = 0;
    std::int64_t turns = 0;
    std::array<Maybe<double>, 3> costs;
    std::array<Maybe<std::int64_t>, 4> tokens;
    std::array<Maybe<std::int64_t>, 2> lines;
};

/// What usage_total_by_day and usage_by_month hold.
struct Sums
{
    std::int64_t rows = 0;
    std::int64_t activeRows = 0;
    std::int64_t firstDay = 0;
    std::int64_t lastDay = 0;
    std::int64_t lastActiveDay = -1;
    Figures figures;
    std::array<std::int64_t, 10> without{};

    void add(std::int64_t day, const Figures& row)
    {
        firstDay = rows++ == 0 ? day : firstDay;
        lastDay = day;
        if (row.threads > 0 || row.turns > 0) {
            ++activeRows;
            lastActiveDay = day;
        }
        figures.threads += row.threads;
        figures.turns += row.turns;
        std::size_t place = 0;
        for (std::size_t i = 0; i < row.costs.size(); ++i) {
            figures.costs[i].add(row.costs[i]);
            without[place++] += row.costs[i].isThere ? 0 : 1;
        }
        bool hasTokens = false;
        for (std::size_t i = 0; i < row.tokens.size(); ++i) {
            figures.tokens[i].add(row.tokens[i]);
            without[place++] += row.tokens[i].isThere ? 0 : 1;
            hasTokens = hasTokens || row.tokens[i].isThere;
        }
        for (std::size_t i = 0; i < row.lines.size(); ++i) {
            figures.lines[i].add(row.lines[i]);
            without[place++] += row.lines[i].isThere ? 0 : 1;
        }
        without[place] += hasTokens ? 0 : 1;
    }
};

void check(int code, sqlite3* database)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
        throw std::runtime_error(sqlite3_errmsg(database));
    }
}

using Connection = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Connection open(const QString& file)
{
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(
        QFile::encodeName(file).constData(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    Connection connection(database, &sqlite3_close);
    check(code, database);
    return connection;
}

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

void bind(sqlite3_stmt* statement, int& index, std::int64_t value)
{
    sqlite3_bind_int64(statement, ++index, value);
}

template <typename Value> void bind(sqlite3_stmt* statement, int& index, const Maybe<Value>& number)
{
    ++index;
    if (!number.isThere) {
        sqlite3_bind_null(statement, index);
    } else if constexpr (std::is_same_v<Value, double>) {
        sqlite3_bind_double(statement, index, number.value);
    } else {
        sqlite3_bind_int64(statement, index, number.value);
    }
}

void bindMeasures(sqlite3_stmt* statement, int& index, const Figures& figures)
{
    for (const auto& cost : figures.costs) {
        bind(statement, index, cost);
    }
    for (const auto& tokens : figures.tokens) {
        bind(statement, index, tokens);
    }
}

void bindFigures(sqlite3_stmt* statement, int& index, const Figures& figures)
{
    bind(statement, index, figures.threads);
    bind(statement, index, figures.turns);
    bindMeasures(statement, index, figures);
    for (const auto& lines : figures.lines) {
        bind(statement, index, lines);
    }
}

void bindSums(sqlite3_stmt* statement, int& index, const Sums& sums)
{
    bindFigures(statement, index, sums.figures);
    for (const std::int64_t without : sums.without) {
        bind(statement, index, without);
    }
}

void step(sqlite3_stmt* statement)
{
    check(sqlite3_step(statement), sqlite3_db_handle(statement));
    sqlite3_reset(statement);
}

void readMeasures(json::object& object, Figures& figures)
{
    for (std::size_t i = 0; i < kCosts.size(); ++i) {
        json::value value = object.find_field(kCosts[i]);
        figures.costs[i].isThere = !value.is_null();
        figures.costs[i].value = figures.costs[i].isThere ? double(value.get_double()) : 0;
    }
    for (std::size_t i = 0; i < kTokens.size(); ++i) {
        json::value value = object.find_field(kTokens[i]);
        figures.tokens[i].isThere = !value.is_null();
        figures.tokens[i].value = figures.tokens[i].isThere ? std::int64_t(value.get_int64()) : 0;
    }
}

std::int64_t monthOf(std::int64_t day)
{
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    return std::int64_t{static_cast<int>(date.year())} * 100
        + static_cast<std::int64_t>(static_cast<unsigned>(date.month()));
}

/// Ids in the order in which the names come.
std::int64_t idOf(std::unordered_map<std::string, std::int64_t>& ids, std::string_view name)
{
    return ids.try_emplace(std::string(name), static_cast<std::int64_t>(ids.size()) + 1).first->second;
}

/// What is written once, with the last row.
struct Person
{
    std::string userId;
    std::string email;
    std::string actorType;
    bool hasEmail = false;
    std::int64_t firstDay = 0;
    std::int64_t lastDay = 0;
    std::unordered_map<std::int64_t, Sums> months;
};

} // namespace

void ingestBare(const QByteArray& page, const QString& file)
{
    const Connection connection = open(file);
    sqlite3* const database = connection.get();
    run(database,
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 1000;"
        " PRAGMA cache_size = -16000; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
        " BEGIN IMMEDIATE");
    const Statement insertDay = insertInto(database, "usage_day", 13);
    const Statement insertClient = insertInto(database, "usage_client", 12);
    const Statement insertModel = insertInto(database, "usage_model", 10);

    std::unordered_map<std::string, std::int64_t> ids;
    std::unordered_map<std::string, std::int64_t> clientIds;
    std::unordered_map<std::string, std::int64_t> modelIds; // the speed follows the name, behind a tab
    std::vector<Person> people;
    std::vector<std::pair<std::int64_t, Sums>> days;

    json::parser parser;
    json::document document = parser.iterate(page.constData(), static_cast<std::size_t>(page.size()),
        static_cast<std::size_t>(page.size()) + simdjson::SIMDJSON_PADDING);
    constexpr std::int64_t kSecondsOfDay = 86'400;
    for (json::object row : document["data"].get_array()) {
        const std::int64_t day = std::int64_t(row.find_field("start_time").get_int64()) / kSecondsOfDay;
        json::object actor = row.find_field("actor").get_object();
        const std::int64_t engineer = idOf(ids, actor.find_field("user_id").get_string());
        if (static_cast<std::size_t>(engineer) > people.size()) {
            people.emplace_back();
            people.back().firstDay = day;
        }
        Person& person = people[static_cast<std::size_t>(engineer - 1)];
        if (person.userId.empty()) {
            person.actorType = std::string_view(actor.find_field("type").get_string());
        }
        json::value email = actor.find_field("email");
        if (!email.is_null()) {
            person.hasEmail = true;
            person.email = std::string_view(email.get_string());
        }
        person.lastDay = day;

        Figures figures;
        json::object totals = row.find_field("totals").get_object();
        figures.threads = totals.find_field("threads").get_int64();
        figures.turns = totals.find_field("turns").get_int64();
        readMeasures(totals, figures);

        for (json::object client : row.find_field("clients").get_array()) {
            Figures part;
            const std::int64_t id = idOf(clientIds, client.find_field("client_id").get_string());
            part.threads = client.find_field("threads").get_int64();
            part.turns = client.find_field("turns").get_int64();
            readMeasures(client, part);
            int index = 0;
            for (const std::int64_t value : {day, engineer, id, part.threads, part.turns}) {
                bind(insertClient.get(), index, value);
            }
            bindMeasures(insertClient.get(), index, part);
            step(insertClient.get());
        }
        for (json::object model : row.find_field("models").get_array()) {
            Figures part;
            std::string name(std::string_view(model.find_field("model").get_string()));
            json::value speed = model.find_field("speed");
            if (!speed.is_null()) {
                name += '\t';
                name += std::string_view(speed.get_string());
            }
            readMeasures(model, part);
            int index = 0;
            for (const std::int64_t value : {day, engineer, idOf(modelIds, name)}) {
                bind(insertModel.get(), index, value);
            }
            bindMeasures(insertModel.get(), index, part);
            step(insertModel.get());
        }
        json::value attribution = row.find_field("code_attribution");
        if (!attribution.is_null()) {
            json::object counts = attribution.get_object();
            std::size_t place = 0;
            for (const char* name : {"lines_added", "lines_removed"}) {
                json::value value = counts.find_field(name);
                figures.lines[place].isThere = !value.is_null();
                figures.lines[place].value
                    = figures.lines[place].isThere ? std::int64_t(value.get_int64()) : 0;
                ++place;
            }
        }
        int index = 0;
        bind(insertDay.get(), index, day);
        bind(insertDay.get(), index, engineer);
        bindFigures(insertDay.get(), index, figures);
        step(insertDay.get());

        if (days.empty() || days.back().first != day) {
            days.emplace_back(day, Sums());
        }
        days.back().second.add(day, figures);
        person.months[monthOf(day)].add(day, figures);
    }
    for (auto& [name, id] : ids) {
        people[static_cast<std::size_t>(id - 1)].userId = name;
    }

    const Statement insertTotal = insertInto(database, "usage_total_by_day", 24);
    const Statement insertCoverage = insertInto(database, "coverage", 8);
    for (const auto& [day, sums] : days) {
        int index = 0;
        for (const std::int64_t value : {day, sums.rows, sums.activeRows}) {
            bind(insertTotal.get(), index, value);
        }
        bindSums(insertTotal.get(), index, sums);
        step(insertTotal.get());
        index = 0;
        for (const std::int64_t value : {std::int64_t{0}, day, std::int64_t{1}, std::int64_t{1}, sums.rows}) {
            bind(insertCoverage.get(), index, value);
        }
        sqlite3_bind_zeroblob(insertCoverage.get(), ++index, 16);
        bind(insertCoverage.get(), index, std::int64_t{0});
        bind(insertCoverage.get(), index, std::int64_t{0});
        step(insertCoverage.get());
    }
    const Statement insertMonth = insertInto(database, "usage_by_month", 28);
    const Statement insertEngineer = insertInto(database, "engineer", 8);
    const auto bindText = [](sqlite3_stmt* statement, int& index, std::string_view text) {
        sqlite3_bind_text(statement, ++index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    };
    for (std::size_t i = 0; i < people.size(); ++i) {
        const Person& person = people[i];
        const auto id = static_cast<std::int64_t>(i) + 1;
        for (const auto& [month, sums] : person.months) {
            int index = 0;
            for (const std::int64_t value :
                {month, id, sums.rows, sums.firstDay, sums.lastDay, sums.activeRows}) {
                bind(insertMonth.get(), index, value);
            }
            bind(insertMonth.get(), index, Maybe<std::int64_t>{sums.lastActiveDay, sums.lastActiveDay >= 0});
            bindSums(insertMonth.get(), index, sums);
            step(insertMonth.get());
        }
        int index = 0;
        const Maybe<std::int64_t> emailDay{person.lastDay, person.hasEmail};
        bind(insertEngineer.get(), index, id);
        bindText(insertEngineer.get(), index, person.userId);
        if (person.hasEmail) {
            bindText(insertEngineer.get(), index, person.email);
        } else {
            sqlite3_bind_null(insertEngineer.get(), ++index);
        }
        bind(insertEngineer.get(), index, emailDay);
        bindText(insertEngineer.get(), index, person.actorType);
        for (const std::int64_t value : {person.lastDay, person.firstDay, person.lastDay}) {
            bind(insertEngineer.get(), index, value);
        }
        step(insertEngineer.get());
    }
    const Statement insertClientName = insertInto(database, "client", 2);
    for (const auto& [name, id] : clientIds) {
        int index = 0;
        bind(insertClientName.get(), index, id);
        bindText(insertClientName.get(), index, name);
        step(insertClientName.get());
    }
    const Statement insertModelName = insertInto(database, "model", 3);
    for (const auto& [name, id] : modelIds) {
        int index = 0;
        const std::string_view whole = name;
        const std::size_t tab = whole.find('\t');
        bind(insertModelName.get(), index, id);
        bindText(insertModelName.get(), index, whole.substr(0, tab));
        if (tab == std::string_view::npos) {
            sqlite3_bind_null(insertModelName.get(), ++index);
        } else {
            bindText(insertModelName.get(), index, whole.substr(tab + 1));
        }
        step(insertModelName.get());
    }
    run(database, "COMMIT");
}

} // namespace bench
