// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/ActivityQueries.h"
#include "store/EngineerQueries.h"
#include "store/Integrity.h"
#include "store/StoreKit.h"
#include "store/SurfaceQueries.h"
#include "store/UsageQueries.h"
#include "support/TestCase.h"

#include <QDir>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

using namespace storetest;
using app::records::Costs;
using app::records::Tokens;

namespace {

constexpr int kDays = 75; ///< of the service's look-back; spans weeks, months and a year's end
const UtcDay kToday = day("2026-02-11");

/// Which costs the service sends: sums of dyadic numbers are exact in any order, the others are compared up
/// to rounding. Each is stored in another way.
enum class Money { Dyadic, Decimal, Any };

struct Random
{
    std::mt19937_64 engine;
    Money money = Money::Dyadic;

    int below(int limit) { return static_cast<int>(engine() % static_cast<std::uint64_t>(limit)); }
    bool oneIn(int times) { return below(times) == 0; }
    std::optional<std::int64_t> count()
    {
        static const std::int64_t limits[] = {1, 2, 200, 60'000, 5'000'000'000, 900'000'000'000'000};
        if (oneIn(5)) {
            return std::nullopt;
        }
        return static_cast<std::int64_t>(engine() % static_cast<std::uint64_t>(limits[below(6)]));
    }
    std::optional<double> amount()
    {
        if (oneIn(4)) {
            return std::nullopt;
        }
        switch (money) {
        case Money::Dyadic: return below(100'000) / 64.0;
        case Money::Decimal: return below(1'000'000) / 10'000.0;
        case Money::Any: break;
        }
        return below(100'000) / 97.0;
    }
    Costs costs()
    {
        if (oneIn(6)) {
            return {};
        }
        return {amount(), oneIn(3) ? amount() : std::nullopt, amount()};
    }
    Tokens tokens()
    {
        if (oneIn(6)) {
            return {};
        }
        Tokens tokens{count(), count(), count(), count()};
        if (oneIn(2) && tokens.uncachedInput && tokens.cachedInput && tokens.output) {
            tokens.total = *tokens.uncachedInput + *tokens.cachedInput + *tokens.output;
        }
        return tokens;
    }
    DayRange range(DayRange within)
    {
        const UtcDay first = within.first + below(within.length());
        return {first, first + below(within.length())};
    }
};

std::string userOf(int person)
{
    return "user-" + std::to_string(person);
}

/// What the service answers for a day; `density`: one in so many people used it.
std::vector<UsageRow> randomDay(Random& random, UtcDay when, int people, int density)
{
    static const char* const clients[] = {"CODEX_CLI", "CODEX_WEB", "ide.new/Client", "a"};
    static const char* const models[] = {"gpt-5.5", "gpt-5.4", "other"};
    std::vector<UsageRow> rows;
    for (int person = -2; person < people; ++person) {
        if (!random.oneIn(density)) {
            continue;
        }
        UsageRow row = person < 0 ? unattributed(when, 0, random.engine()) : usage(when, userOf(person), 0);
        if (person % 3 != 0) {
            row.identity.email = "mail" + std::to_string(person % 40) + "@example.com";
        }
        row.turns = random.oneIn(3) ? 0 : random.below(400);
        row.threads = random.oneIn(3) ? 0 : random.below(9);
        row.costs = random.costs();
        row.tokens = random.tokens();
        row.linesAdded = random.count();
        for (const char* name : clients) {
            if (random.oneIn(3)) {
                const auto threads = random.oneIn(3) ? std::optional<std::int64_t>(0) : random.count();
                const auto turns = random.oneIn(3) ? std::optional<std::int64_t>(0) : random.count();
                row.clients.push_back({name, threads, turns, random.costs(), random.tokens()});
            }
        }
        for (const char* name : models) {
            if (random.oneIn(3)) {
                row.models.push_back(
                    {name, random.oneIn(2) ? std::optional<std::string>("fast") : std::nullopt,
                        random.costs(), random.tokens()});
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

// The facts as plain SQL gives them.

struct Part
{
    std::string name;
    std::optional<std::string> speed;
    std::optional<std::int64_t> threads;
    std::optional<std::int64_t> turns;
    Costs costs;
    Tokens tokens;
};
struct Fact
{
    UtcDay day;
    std::optional<std::string> user;
    std::int64_t threads = 0;
    std::int64_t turns = 0;
    Costs costs;
    Tokens tokens;
    std::vector<Part> clients;
    std::vector<Part> models;
    [[nodiscard]] bool isActive() const { return threads > 0 || turns > 0; }
};

std::optional<std::int64_t> integerAt(SQLite::Statement& row, int column)
{
    return row.isColumnNull(column) ? std::nullopt : std::optional(row.getColumn(column).getInt64());
}
std::optional<double> realAt(SQLite::Statement& row, int column)
{
    return row.isColumnNull(column) ? std::nullopt : std::optional(row.getColumn(column).getDouble());
}
std::optional<std::string> textAt(SQLite::Statement& row, int column)
{
    return row.isColumnNull(column) ? std::nullopt : std::optional(row.getColumn(column).getString());
}
Costs costsAt(SQLite::Statement& row, int column)
{
    return {realAt(row, column), realAt(row, column + 1), realAt(row, column + 2)};
}
Tokens tokensAt(SQLite::Statement& row, int column)
{
    return {integerAt(row, column), integerAt(row, column + 1), integerAt(row, column + 2),
        integerAt(row, column + 3)};
}

/// By day, then engineer id.
std::vector<Fact> factsOf(Database& database)
{
    const std::string figures = " credits, cost_usd, estimated_cost_usd, uncached_input_tokens,"
                                " cached_input_tokens, output_tokens, total_tokens ";
    std::vector<Fact> facts;
    std::map<std::pair<int, std::int64_t>, std::size_t> places;
    SQLite::Statement rows(database.connection(),
        "SELECT day, engineer, user_id, threads, turns," + figures
            + "FROM usage_day JOIN engineer ON id = engineer ORDER BY day, engineer");
    while (rows.executeStep()) {
        places[{rows.getColumn(0).getInt(), rows.getColumn(1).getInt64()}] = facts.size();
        Fact fact;
        fact.day = UtcDay::fromNumber(rows.getColumn(0).getInt());
        fact.user = textAt(rows, 2);
        fact.threads = rows.getColumn(3).getInt64();
        fact.turns = rows.getColumn(4).getInt64();
        fact.costs = costsAt(rows, 5);
        fact.tokens = tokensAt(rows, 8);
        facts.push_back(fact);
    }
    SQLite::Statement clients(database.connection(),
        "SELECT day, engineer, client_id, threads, turns," + figures
            + "FROM usage_client JOIN client ON id = client ORDER BY day, engineer, client");
    while (clients.executeStep()) {
        Fact& fact = facts[places.at({clients.getColumn(0).getInt(), clients.getColumn(1).getInt64()})];
        fact.clients.push_back({clients.getColumn(2).getString(), std::nullopt, integerAt(clients, 3),
            integerAt(clients, 4), costsAt(clients, 5), tokensAt(clients, 8)});
    }
    SQLite::Statement models(database.connection(),
        "SELECT day, engineer, m.model, speed," + figures
            + "FROM usage_model JOIN model m ON m.id = usage_model.model ORDER BY day, engineer, m.id");
    while (models.executeStep()) {
        Fact& fact = facts[places.at({models.getColumn(0).getInt(), models.getColumn(1).getInt64()})];
        fact.models.push_back({models.getColumn(2).getString(), textAt(models, 3), std::nullopt, std::nullopt,
            costsAt(models, 4), tokensAt(models, 7)});
    }
    return facts;
}

template <typename Value> void add(std::optional<Value>& sum, std::optional<Value> value)
{
    if (value) {
        sum = sum.value_or(0) + *value;
    }
}
void add(Costs& sum, const Costs& value)
{
    add(sum.credits, value.credits);
    add(sum.costUsd, value.costUsd);
    add(sum.estimatedCostUsd, value.estimatedCostUsd);
}
void add(Tokens& sum, const Tokens& value)
{
    add(sum.uncachedInput, value.uncachedInput);
    add(sum.cachedInput, value.cachedInput);
    add(sum.output, value.output);
    add(sum.total, value.total);
}
bool hasNone(const Tokens& tokens)
{
    return tokens == Tokens();
}

/// The store and the naive answer to everything that can be asked about a range.
class Comparison
{
public:
    Comparison(Database& database, Money money)
        : m_database(database)
        , m_money(money)
        , m_facts(factsOf(database))
    {
    }
    [[nodiscard]] bool isEmpty() const { return m_facts.empty(); }

    void compareAll(Random& random)
    {
        const DayRange around{kToday - (kDays + 9), kToday + 9};
        for (int i = 0; i < 6; ++i) {
            const DayRange range = random.range(around);
            compareDays(range);
            compareEngineers(range);
            compareSurfaces(range);
            compareModels(range);
            compareTokens(range);
            compareCosts(range, {range.first - random.below(50) - 1, range.first - 1});
            compareActive(random, range);
            for (const int step : {1, 7, 20, 400}) {
                compareCourses(range, step);
            }
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        compareDays({UtcDay::fromNumber(0), UtcDay::fromNumber(40'000)});
        compareEngineers({UtcDay::fromNumber(0), UtcDay::fromNumber(40'000)});
        compareEngineers({});
        compareSurfaces({});
    }

private:
    [[nodiscard]] bool same(double one, double other) const
    {
        return m_money == Money::Dyadic
            ? !(one < other) && !(other < one)
            : std::abs(one - other) <= 1e-9 * std::max(std::abs(one), std::abs(other));
    }
    [[nodiscard]] bool same(const std::optional<double>& one, const std::optional<double>& other) const
    {
        return one.has_value() == other.has_value() && (!one || same(*one, *other));
    }
    [[nodiscard]] bool same(const Costs& one, const Costs& other) const
    {
        return same(one.credits, other.credits) && same(one.costUsd, other.costUsd)
            && same(one.estimatedCostUsd, other.estimatedCostUsd);
    }
    template <typename Visit> void each(DayRange range, Visit visit) const
    {
        for (const Fact& fact : m_facts) {
            if (range.contains(fact.day)) {
                visit(fact);
            }
        }
    }
    [[nodiscard]] std::int64_t distinctActive(DayRange range) const
    {
        std::set<std::string> people;
        each(range, [&people](const Fact& fact) {
            if (fact.user && fact.isActive()) {
                people.insert(*fact.user);
            }
        });
        return static_cast<std::int64_t>(people.size());
    }
    static void addTo(app::store::UsageTotals& sum, const Fact& fact)
    {
        ++sum.rows;
        sum.threads += fact.threads;
        sum.turns += fact.turns;
        add(sum.costs, fact.costs);
        add(sum.tokens, fact.tokens);
        sum.rowsWithoutTokens += hasNone(fact.tokens) ? 1 : 0;
    }
    void compareTotals(const app::store::UsageTotals& found, const app::store::UsageTotals& expected) const
    {
        QCOMPARE(found.rows, expected.rows);
        QCOMPARE(found.threads, expected.threads);
        QCOMPARE(found.turns, expected.turns);
        QVERIFY(same(found.costs, expected.costs));
        QVERIFY(found.tokens == expected.tokens);
        QCOMPARE(found.rowsWithoutTokens, expected.rowsWithoutTokens);
    }

    void compareDays(DayRange range) const
    {
        std::map<UtcDay, app::store::UsageTotals> expected;
        each(range, [&expected](const Fact& fact) { addTo(expected[fact.day], fact); });
        const auto found = app::store::usageByDay(m_database, range);
        REQUIRE_OK(found);
        QCOMPARE(found->size(), expected.size());
        auto next = expected.begin();
        for (const app::store::UsageDay& usage : *found) {
            QVERIFY(usage.day == next->first);
            QCOMPARE(usage.activeEngineers, distinctActive({usage.day, usage.day}));
            compareTotals(usage.totals, (next++)->second);
        }
    }

    void compareEngineers(DayRange range) const
    {
        struct Sum
        {
            app::store::UsageTotals totals;
            int activeDays = 0;
            std::optional<UtcDay> lastActive;
        };
        std::map<std::optional<std::string>, Sum> expected;
        each({UtcDay::fromNumber(0), UtcDay::fromNumber(40'000)},
            [&expected](const Fact& fact) { expected[fact.user]; });
        each(range, [&expected](const Fact& fact) {
            Sum& sum = expected[fact.user];
            addTo(sum.totals, fact);
            if (fact.isActive()) {
                ++sum.activeDays;
                sum.lastActive = fact.day;
            }
        });
        const auto found = app::store::engineers(m_database, range);
        REQUIRE_OK(found);
        QCOMPARE(found->size(), expected.size());
        std::set<std::optional<std::string>> seen;
        for (const app::store::EngineerSummary& person : *found) {
            QVERIFY(seen.insert(person.userId).second);
            const Sum& sum = expected.at(person.userId);
            compareTotals(person.totals, sum.totals);
            QCOMPARE(person.activeDays, sum.activeDays);
            QVERIFY(person.lastActiveDay == sum.lastActive);
        }
        QVERIFY(std::is_sorted(found->begin(), found->end(),
            [](const app::store::EngineerSummary& a, const app::store::EngineerSummary& b) {
                const auto key = [](const app::store::EngineerSummary& person) {
                    return std::make_tuple(!person.userId, !person.email, person.email, person.userId);
                };
                return key(a) < key(b);
            }));
        const auto people = app::store::peopleSeen(m_database);
        REQUIRE_OK(people);
        QCOMPARE(*people, static_cast<std::int64_t>(expected.size() - expected.count(std::nullopt)));
    }

    void compareCourses(DayRange range, int step) const
    {
        std::vector<DayRange> buckets;
        for (UtcDay first = range.first; first <= range.last; first = first + step) {
            buckets.push_back({first, std::min(range.last, first + (step - 1))});
        }
        struct Course
        {
            std::vector<std::int64_t> turns;
            std::map<std::string, app::store::SurfaceUse> surfaces;
        };
        std::map<std::optional<std::string>, Course> expected;
        std::vector<std::map<std::string, std::int64_t>> activeTurns(buckets.size());
        each(range, [&](const Fact& fact) {
            const auto bucket = static_cast<std::size_t>((fact.day - range.first) / step);
            Course& course = expected[fact.user];
            course.turns.resize(buckets.size());
            course.turns[bucket] += fact.turns;
            for (const Part& part : fact.clients) {
                app::store::SurfaceUse& use = course.surfaces[part.name];
                use.turns += part.turns.value_or(0);
                add(use.credits, part.costs.credits);
                add(use.costUsd, part.costs.costUsd);
            }
            if (fact.user && fact.isActive()) {
                activeTurns[bucket][*fact.user] += fact.turns;
            }
        });
        const auto found = app::store::engineerTrends(m_database, buckets);
        REQUIRE_OK(found);
        QVERIFY(std::is_sorted(found->surfaces.begin(), found->surfaces.end()));
        QCOMPARE(found->engineers.size(), expected.size());
        for (const app::store::EngineerTrend& trend : found->engineers) {
            const Course& course = expected.at(trend.userId);
            QVERIFY(trend.turns == course.turns);
            QCOMPARE(trend.surfaces.size(), course.surfaces.size());
            auto next = course.surfaces.begin(); // names ascend bytewise, like the surfaces
            for (const app::store::SurfaceUse& use : trend.surfaces) {
                QCOMPARE(found->surfaces.at(use.surface), next->first);
                QCOMPARE(use.turns, next->second.turns);
                QVERIFY(same(use.credits, next->second.credits));
                QVERIFY(same(use.costUsd, next->second.costUsd));
                ++next;
            }
        }
        auto turns = app::store::turnsOfActivePeople(m_database, buckets);
        REQUIRE_OK(turns);
        QCOMPARE(turns->size(), buckets.size());
        for (std::size_t bucket = 0; bucket < buckets.size(); ++bucket) {
            std::vector<std::int64_t> wanted;
            for (const auto& [user, sum] : activeTurns[bucket]) {
                wanted.push_back(sum);
            }
            std::sort(wanted.begin(), wanted.end());
            std::sort((*turns)[bucket].begin(), (*turns)[bucket].end());
            QVERIFY((*turns)[bucket] == wanted);
        }
    }

    void compareCosts(DayRange now, DayRange before) const
    {
        std::map<std::optional<std::string>, app::store::PersonCosts> expected;
        each(now, [&expected](const Fact& fact) {
            ++expected[fact.user].rowsNow;
            add(expected[fact.user].now, fact.costs);
        });
        each(before, [&expected](const Fact& fact) {
            ++expected[fact.user].rowsBefore;
            add(expected[fact.user].before, fact.costs);
        });
        const auto found = app::store::costsByPerson(m_database, now, before);
        REQUIRE_OK(found);
        QCOMPARE(found->size(), expected.size());
        for (const app::store::PersonCosts& person : *found) {
            const app::store::PersonCosts& sum = expected.at(person.userId);
            QCOMPARE(person.rowsNow, sum.rowsNow);
            QCOMPARE(person.rowsBefore, sum.rowsBefore);
            QVERIFY(same(person.now, sum.now));
            QVERIFY(same(person.before, sum.before));
        }
    }

    void compareActive(Random& random, DayRange rolling) const
    {
        std::vector<DayRange> windows{rolling, {}};
        for (int i = 0; i < 5; ++i) {
            windows.push_back(random.range({kToday - kDays, kToday}));
        }
        const auto found = app::store::activePeople(m_database, rolling, windows);
        REQUIRE_OK(found);
        QCOMPARE(found->week.size(), static_cast<std::size_t>(rolling.length()));
        QCOMPARE(found->month.size(), static_cast<std::size_t>(rolling.length()));
        for (UtcDay when = rolling.first; when <= rolling.last; ++when) {
            const auto index = static_cast<std::size_t>(when - rolling.first);
            QCOMPARE(found->week[index], distinctActive(DayRange::endingAt(when, app::store::kWeekWindow)));
            QCOMPARE(found->month[index], distinctActive(DayRange::endingAt(when, app::store::kMonthWindow)));
        }
        QCOMPARE(found->windows.size(), windows.size());
        for (std::size_t window = 0; window < windows.size(); ++window) {
            QCOMPARE(found->windows[window], distinctActive(windows[window]));
        }
    }

    static void addTo(app::store::PartTotals& sum, const Part& part)
    {
        ++sum.rows;
        add(sum.threads, part.threads);
        add(sum.turns, part.turns);
        add(sum.costs, part.costs);
        add(sum.tokens, part.tokens);
    }
    void compareParts(const app::store::PartTotals& found, const app::store::PartTotals& expected) const
    {
        QCOMPARE(found.rows, expected.rows);
        QVERIFY(found.threads == expected.threads);
        QVERIFY(found.turns == expected.turns);
        QVERIFY(same(found.costs, expected.costs));
        QVERIFY(found.tokens == expected.tokens);
    }

    void compareSurfaces(DayRange range) const
    {
        std::map<std::pair<UtcDay, std::string>, app::store::PartTotals> expected;
        std::map<std::string, std::set<std::string>> people;
        each(range, [&](const Fact& fact) {
            for (const Part& part : fact.clients) {
                addTo(expected[{fact.day, part.name}], part);
                auto& users = people[part.name];
                if (fact.user && (part.threads.value_or(0) > 0 || part.turns.value_or(0) > 0)) {
                    users.insert(*fact.user);
                }
            }
        });
        const auto found = app::store::surfacesByDay(m_database, range);
        REQUIRE_OK(found);
        QCOMPARE(found->days.size(), expected.size());
        auto next = expected.begin();
        for (const app::store::SurfaceDay& surface : found->days) {
            QVERIFY(surface.day == next->first.first);
            QCOMPARE(surface.clientId, next->first.second);
            compareParts(surface.totals, (next++)->second);
        }
        QCOMPARE(found->people.size(), people.size());
        for (const app::store::SurfacePeople& surface : found->people) {
            QCOMPARE(surface.people, static_cast<std::int64_t>(people.at(surface.clientId).size()));
        }
        const auto days = app::store::surfaceDays(m_database, range);
        REQUIRE_OK(days);
        QCOMPARE(days->size(), expected.size());
    }

    void compareModels(DayRange range) const
    {
        std::map<std::tuple<UtcDay, std::string, std::optional<std::string>>, app::store::PartTotals>
            expected;
        each(range, [&expected](const Fact& fact) {
            for (const Part& part : fact.models) {
                addTo(expected[{fact.day, part.name, part.speed}], part);
            }
        });
        const auto found = app::store::modelsByDay(m_database, range);
        REQUIRE_OK(found);
        QCOMPARE(found->size(), expected.size());
        auto next = expected.begin();
        for (const app::store::ModelDay& model : *found) {
            QVERIFY(std::tie(model.day, model.model, model.speed) == next->first);
            compareParts(model.totals, (next++)->second);
        }
    }

    void compareTokens(DayRange range) const
    {
        std::map<UtcDay, app::store::TokenDay> expected;
        each(range, [&expected](const Fact& fact) {
            app::store::TokenDay& sum = expected[fact.day];
            const Tokens& tokens = fact.tokens;
            if (!tokens.uncachedInput || !tokens.cachedInput || !tokens.output) {
                ++sum.skippedRows;
                return;
            }
            const std::int64_t all = *tokens.uncachedInput + *tokens.cachedInput + *tokens.output;
            ++sum.rows;
            sum.mismatchedRows += tokens.total.value_or(all) != all ? 1 : 0;
            sum.turns += fact.turns;
            sum.uncachedInput += *tokens.uncachedInput;
            sum.cachedInput += *tokens.cachedInput;
            sum.output += *tokens.output;
            add(sum.credits, fact.costs.credits);
            add(sum.costUsd, fact.costs.costUsd);
            sum.tokensWithCredits += fact.costs.credits ? all : 0;
            sum.tokensWithCostUsd += fact.costs.costUsd ? all : 0;
        });
        const auto found = app::store::tokensByDay(m_database, range);
        REQUIRE_OK(found);
        QCOMPARE(found->size(), expected.size());
        auto next = expected.begin();
        for (const app::store::TokenDay& tokens : *found) {
            const app::store::TokenDay& sum = next->second;
            QVERIFY(tokens.day == next->first);
            QCOMPARE(tokens.rows, sum.rows);
            QCOMPARE(tokens.skippedRows, sum.skippedRows);
            QCOMPARE(tokens.mismatchedRows, sum.mismatchedRows);
            QCOMPARE(tokens.turns, sum.turns);
            QCOMPARE(tokens.uncachedInput, sum.uncachedInput);
            QCOMPARE(tokens.cachedInput, sum.cachedInput);
            QCOMPARE(tokens.output, sum.output);
            QVERIFY(same(tokens.credits, sum.credits));
            QVERIFY(same(tokens.costUsd, sum.costUsd));
            QCOMPARE(tokens.tokensWithCredits, sum.tokensWithCredits);
            QCOMPARE(tokens.tokensWithCostUsd, sum.tokensWithCostUsd);
            ++next;
        }
    }

    Database& m_database;
    Money m_money;
    std::vector<Fact> m_facts;
};

const std::vector<std::string> kReadyMade{"usage_total_by_day", "usage_by_month", "usage_block",
    "usage_week_block", "surface_block", "surface_week_block", "people_by_day", "surface_by_day",
    "model_by_day", "token_by_day"};

/// A cache of the first schema with the same facts, brought to the newest one.
void migrateCopy(Database& from, const QString& source, const QString& copy)
{
    run(from, "PRAGMA wal_checkpoint(TRUNCATE)");
    {
        SQLite::Database old(copy.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        old.exec(contentOf(QStringLiteral(THREADCOUNT_TEST_DATA "/schema/0.4.0.sql")).toStdString());
        SQLite::Statement attach(old, "ATTACH ? AS now");
        attach.bind(1, source.toStdString());
        attach.exec();
        std::vector<std::string> tables;
        SQLite::Statement names(old, "SELECT name FROM main.sqlite_schema WHERE type = 'table'");
        while (names.executeStep()) {
            tables.push_back(names.getColumn(0).getString());
        }
        for (const std::string& table : tables) {
            old.exec("INSERT INTO main." + table + " SELECT * FROM now." + table);
        }
        old.exec("UPDATE store_info SET minimum_reader = 1");
    }
    REQUIRE_OK(Database::open(copy, Database::Access::ReadWrite));
}

} // namespace

/// Whatever happened to the facts, every answer is what plain addition says about those that are stored.
class TestRollupQueries : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreThoseOfTheFacts_data();
    void answersAreThoseOfTheFacts();
    void aChangeOfFewWritesFewBlocks();
    void theSameAnswerWritesNothing();
    void harmedSumsAreDamageAndNoAnswer_data();
    void harmedSumsAreDamageAndNoAnswer();
};

void TestRollupQueries::answersAreThoseOfTheFacts_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<int>("people");
    QTest::addColumn<int>("money");
    const quint64 fresh = std::random_device()(); // named, so that a failure can be repeated
    const auto row = [](quint64 seed, int people, Money money) {
        QTest::addRow("seed %llu, %d people, money %d", seed, people, static_cast<int>(money))
            << seed << people << static_cast<int>(money);
    };
    row(1, 12, Money::Dyadic);
    row(2, 40, Money::Decimal);
    row(3, 40, Money::Any);
    row(4, 530, Money::Dyadic); // three blocks, the last one almost empty
    row(5, 300, Money::Decimal);
    row(fresh, 30, Money::Dyadic);
    row(fresh + 1, 270, Money::Any);
}

void TestRollupQueries::answersAreThoseOfTheFacts()
{
    QFETCH(quint64, seed);
    QFETCH(int, people);
    QFETCH(int, money);
    Random random{std::mt19937_64(seed), static_cast<Money>(money)};
    TempStore temp;
    std::map<UtcDay, std::vector<UsageRow>> world;
    const bool isLarge = people > 100;
    if (isLarge) {
        // Ids are given in the order of arrival: let the blocks be mixed.
        std::vector<UsageRow> everybody = randomDay(random, kToday - 40, people, 1);
        std::shuffle(everybody.begin(), everybody.end(), random.engine);
        world[kToday - 40] = everybody;
    }
    UtcDay kept = kToday - 1000; // nothing before is stored any more
    const int steps = isLarge ? 24 : 50;
    for (int step = 0; step < steps; ++step) {
        for (int i = 0; i < 6; ++i) {
            // Days that vanish or are withdrawn, days where one person is revised, new days.
            const UtcDay when = kToday - random.below(kDays);
            std::vector<UsageRow>& rows = world[when];
            if (random.oneIn(7)) {
                rows.clear();
            } else if (random.oneIn(2) && !rows.empty()) {
                const auto place = static_cast<std::size_t>(random.below(static_cast<int>(rows.size())));
                if (random.oneIn(3)) {
                    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(place));
                } else {
                    rows[place].turns += 1;
                    rows[place].costs = random.costs();
                    rows[place].clients.clear();
                }
            } else {
                rows = randomDay(random, when, people, isLarge ? 12 : 2);
            }
        }
        const int length = 1 + random.below(12);
        const UtcDay last = step == 0 ? kToday - 38 : kToday - random.below(kDays - length);
        const DayRange days = DayRange::endingAt(last, length);
        std::vector<std::vector<UsageRow>> pages(static_cast<std::size_t>(1 + random.below(3)));
        for (UtcDay when = days.first; when <= days.last; ++when) {
            for (const UsageRow& row : world[when]) {
                pages[static_cast<std::size_t>(random.below(static_cast<int>(pages.size())))].push_back(row);
            }
        }
        REQUIRE_OK(storetest::store(temp.db(), Dataset::UsagePerEngineer, days, pages, kToday.end(), kToday));
        if (random.oneIn(15)) {
            kept = std::max(kept, kToday - 50 - random.below(25));
            REQUIRE_OK(prune(temp.db(), kept));
        }
        if (step % 12 == 11) {
            Comparison comparison(temp.db(), static_cast<Money>(money));
            QVERIFY(!comparison.isEmpty());
            comparison.compareAll(random);
            REQUIRE_OK(app::store::checkIntegrity(temp.db()));
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    // Made at once from the facts by the upgrade, byte for byte the same.
    const QString copy = temp.folder() + QStringLiteral("/copy/cache.db");
    QVERIFY(QDir().mkpath(temp.folder() + QStringLiteral("/copy")));
    migrateCopy(temp.db(), temp.file(), copy);
    const auto migrated = Database::open(copy, Database::Access::ReadOnly);
    REQUIRE_OK(migrated);
    for (const std::string& table : kReadyMade) {
        QVERIFY2(dump(**migrated, {table}) == dump(temp.db(), {table}), table.c_str());
    }
    Comparison(**migrated, static_cast<Money>(money)).compareAll(random);
}

void TestRollupQueries::aChangeOfFewWritesFewBlocks()
{
    TempStore temp;
    Random random{std::mt19937_64(7), Money::Decimal};
    const UtcDay when = kToday - 2;
    std::vector<UsageRow> rows = randomDay(random, when, 1'000, 1);
    rows[10].turns = rows[900].turns = 5;
    const DayRange days{when, when};
    REQUIRE_OK(storetest::store<UsageRow>(
        temp.db(), Dataset::UsagePerEngineer, days, {rows}, kToday.start(), kToday));
    run(temp.db(), "CREATE TEMP TABLE written (what TEXT)");
    for (const std::string& table : kReadyMade) {
        run(temp.db(),
            "CREATE TEMP TRIGGER on_" + table + " AFTER INSERT ON main." + table
                + " BEGIN INSERT INTO written VALUES ('" + table + "'); END");
    }

    rows[10].tokens.output = rows[10].tokens.output.value_or(0) + 1;
    rows[10].turns += 1;
    rows[900].turns += 1;
    REQUIRE_OK(
        storetest::store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, days, {rows}, kToday.end(), kToday));

    // Two people of two blocks, whose surfaces, models and being active stay.
    QCOMPARE(value(temp.db(),
                 "SELECT group_concat(what || ' ' || n, ', ') FROM (SELECT what, count(*) AS n FROM written"
                 " WHERE what NOT IN ('token_by_day', 'usage_total_by_day') GROUP BY what ORDER BY what)"),
        std::string("usage_block 2, usage_by_month 2, usage_week_block 2"));
}

void TestRollupQueries::theSameAnswerWritesNothing()
{
    TempStore temp;
    Random random{std::mt19937_64(8), Money::Any};
    std::vector<UsageRow> rows = randomDay(random, kToday, 300, 2);
    const DayRange days{kToday, kToday};
    REQUIRE_OK(storetest::store<UsageRow>(
        temp.db(), Dataset::UsagePerEngineer, days, {rows}, kToday.start(), kToday));
    const QByteArray before = dump(temp.db(), kReadyMade);
    for (const std::string& table : kReadyMade) {
        run(temp.db(),
            "CREATE TEMP TRIGGER on_" + table + " BEFORE INSERT ON main." + table
                + " BEGIN SELECT RAISE(ABORT, 'written again'); END");
    }
    std::shuffle(rows.begin(), rows.end(), random.engine);
    REQUIRE_OK(
        storetest::store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, days, {rows}, kToday.end(), kToday));
    QVERIFY(dump(temp.db(), kReadyMade) == before);
}

void TestRollupQueries::harmedSumsAreDamageAndNoAnswer_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("query"); ///< that meets it
    const auto row = [](const char* what, const char* sql, const char* query) {
        QTest::newRow(what) << QString::fromLatin1(sql) << QString::fromLatin1(query);
    };
    row("a cut block", "UPDATE usage_block SET counts = substr(counts, 1, 40)", "engineers");
    row("an empty block", "UPDATE usage_block SET amounts = zeroblob(0)", "costs");
    row("a block of another format", "UPDATE usage_block SET counts = x'02'", "trends");
    row("a block of nobody's", "UPDATE usage_block SET block = 40000 + block", "turns");
    row("a negative block", "UPDATE usage_block SET block = -1", "engineers");
    row("an impossible person", "UPDATE engineer SET id = 4000000000000 WHERE id = 3", "engineers");
    row("an unknown surface", "UPDATE client SET id = id + 50", "trends");
    row("people beyond the last", "UPDATE people_by_day SET people = x'02ffffff7f'", "people");
    row("a set of another format", "UPDATE people_by_day SET people = x'0700'", "surfaces");
}

void TestRollupQueries::harmedSumsAreDamageAndNoAnswer()
{
    QFETCH(QString, sql);
    QFETCH(QString, query);
    TempStore temp;
    Random random{std::mt19937_64(9), Money::Any};
    const DayRange days{kToday, kToday};
    const std::vector<UsageRow> rows = randomDay(random, kToday, 20, 1);
    REQUIRE_OK(
        storetest::store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, days, {rows}, kToday.end(), kToday));
    const auto ask = [&]() -> Result<void> {
        const auto outcome = [](const auto& answer) -> Result<void> {
            return answer ? Result<void>() : app::core::failure(answer.error());
        };
        if (query == QLatin1String("engineers")) {
            return outcome(app::store::engineers(temp.db(), days));
        }
        if (query == QLatin1String("costs")) {
            return outcome(app::store::costsByPerson(temp.db(), days, {kToday - 3, kToday - 1}));
        }
        if (query == QLatin1String("trends")) {
            return outcome(app::store::engineerTrends(temp.db(), {days}));
        }
        if (query == QLatin1String("turns")) {
            return outcome(app::store::turnsOfActivePeople(temp.db(), {days}));
        }
        if (query == QLatin1String("people")) {
            return outcome(app::store::activePeople(temp.db(), days, {}));
        }
        return outcome(app::store::surfacesByDay(temp.db(), days));
    };
    REQUIRE_OK(ask());
    run(temp.db(), sql.toStdString());
    COMPARE_ERROR(ask(), app::core::ErrorKind::StoreDamaged);
}

QTEST_GUILESS_MAIN(TestRollupQueries)
#include "tst_rollupqueries.moc"
