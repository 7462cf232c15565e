// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/StoreKit.h"
#include "store/SurfaceQueries.h"
#include "support/TestCase.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <limits>

using namespace storetest;
using app::records::ClientUsage;
using app::records::ModelUsage;
using app::store::ModelDay;
using app::store::SurfaceDay;
using app::store::SurfaceUsage;

namespace {

const UtcDay kToday = day("2026-11-20");
const Instant kNow = at("2026-11-20T12:00:00.000");

ClientUsage client(const char* id, std::optional<std::int64_t> threads, std::optional<std::int64_t> turns,
    std::optional<double> credits)
{
    ClientUsage usage;
    usage.clientId = id;
    usage.threads = threads;
    usage.turns = turns;
    usage.costs.credits = credits;
    return usage;
}

ModelUsage model(const char* name, std::optional<std::string> speed, std::optional<double> credits,
    std::optional<std::int64_t> output = {})
{
    ModelUsage usage;
    usage.model = name;
    usage.speed = std::move(speed);
    usage.costs.credits = credits;
    usage.tokens.output = output;
    return usage;
}

/// Two people and rows without a person on the first of three days, one person on the last.
void fill(Database& database, DayRange days)
{
    UsageRow ann = usage(days.first, "ann", 10);
    ann.clients = {client("CODEX_CLI", 2, 6, 4.5), client("CODEX_IDE_VSCODE", 1, 4, std::nullopt)};
    ann.models = {model("gpt-5.5", "fast", 3.0, 100), model("gpt-5.5", std::nullopt, 1.5)};
    UsageRow bob = usage(days.first, "bob", 3);
    bob.clients = {client("CODEX_CLI", 1, 3, 0.25), client("CODEX_WEB", 0, 0, 9.0)};
    bob.models = {model("gpt-5.5", "fast", 0.5, 11), model("other", "standard", std::nullopt)};
    UsageRow nobody = unattributed(days.first, 5, 1);
    nobody.clients = {client("some.new/Client", 1, 5, 1.0)};
    UsageRow later = usage(days.last, "ann", 1);
    later.clients = {client("CODEX_CLI", 1, 1, 0.0)};
    const auto written = store<UsageRow>(
        database, Dataset::UsagePerEngineer, days, {{ann, bob, nobody, later}}, kNow, kToday);
    REQUIRE_OK(written);
}

const SurfaceDay* find(const SurfaceUsage& usage, UtcDay when, const char* id)
{
    for (const SurfaceDay& day : usage.days) {
        if (day.day == when && day.clientId == id) {
            return &day;
        }
    }
    return nullptr;
}

const ModelDay* find(const std::vector<ModelDay>& days, const char* name, std::optional<std::string> speed)
{
    for (const ModelDay& day : days) {
        if (day.model == name && day.speed == speed) {
            return &day;
        }
    }
    return nullptr;
}

std::int64_t peopleOn(const SurfaceUsage& usage, const char* id)
{
    for (const auto& surface : usage.people) {
        if (surface.clientId == id) {
            return surface.people;
        }
    }
    return -1;
}

} // namespace

class TestSurfaceQueries : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyStoreHasNoParts();
    void surfacesAreSummedOverEngineers();
    void nullIsNotZero();
    void peopleAreCountedOnceAndOnlyWhenActive();
    void modelsAreKeptApartBySpeed();
    void oneEngineerHasOnlyTheirOwn();
    void rangesCutAtTheirDays();
    void sumsEqualWhatSqlSays();
    void overflowIsRefused();
};

void TestSurfaceQueries::anEmptyStoreHasNoParts()
{
    TempStore temp;
    const DayRange days = DayRange::endingAt(kToday, 90);
    QVERIFY(app::store::surfacesByDay(temp.db(), days)->days.empty());
    QVERIFY(app::store::surfacesByDay(temp.db(), days)->people.empty());
    QVERIFY(app::store::modelsByDay(temp.db(), days)->empty());
    QVERIFY(app::store::surfacesOfEngineerByDay(temp.db(), "nobody", days)->days.empty());
    QVERIFY(app::store::surfacesOfEngineerByDay(temp.db(), std::nullopt, days)->days.empty());
    QVERIFY(app::store::modelsOfEngineerByDay(temp.db(), "nobody", days)->empty());
}

void TestSurfaceQueries::surfacesAreSummedOverEngineers()
{
    TempStore temp;
    const DayRange days = DayRange::endingAt(kToday, 3);
    fill(temp.db(), days);
    const auto usage = app::store::surfacesByDay(temp.db(), days);
    REQUIRE_OK(usage);
    // By day, then id: CLI, VS Code, WEB, the unknown one; then CLI of the last day.
    QCOMPARE(usage->days.size(), std::size_t{5});
    QCOMPARE(usage->days[0].clientId, std::string("CODEX_CLI"));
    QCOMPARE(usage->days[1].clientId, std::string("CODEX_IDE_VSCODE"));
    QCOMPARE(usage->days[2].clientId, std::string("CODEX_WEB"));
    QCOMPARE(usage->days[3].clientId, std::string("some.new/Client"));
    QVERIFY(usage->days[4].day == days.last);
    const SurfaceDay& cli = usage->days[0];
    QCOMPARE(cli.totals.rows, 2);
    QCOMPARE(cli.totals.threads, std::optional<std::int64_t>(3));
    QCOMPARE(cli.totals.turns, std::optional<std::int64_t>(9));
    QCOMPARE(cli.totals.costs.credits, std::optional(4.75));
}

void TestSurfaceQueries::nullIsNotZero()
{
    TempStore temp;
    const DayRange days = DayRange::endingAt(kToday, 3);
    fill(temp.db(), days);
    const auto usage = app::store::surfacesByDay(temp.db(), days);
    REQUIRE_OK(usage);
    QVERIFY(!find(*usage, days.first, "CODEX_IDE_VSCODE")->totals.costs.credits);
    QVERIFY(!find(*usage, days.first, "CODEX_CLI")->totals.tokens.total);
    QVERIFY(!find(*usage, days.first, "CODEX_CLI")->totals.costs.costUsd);
    QCOMPARE(find(*usage, days.last, "CODEX_CLI")->totals.costs.credits, std::optional(0.0));
    QCOMPARE(find(*usage, days.first, "CODEX_WEB")->totals.turns, std::optional<std::int64_t>(0));
}

void TestSurfaceQueries::peopleAreCountedOnceAndOnlyWhenActive()
{
    TempStore temp;
    const DayRange days = DayRange::endingAt(kToday, 3);
    fill(temp.db(), days);
    const auto usage = app::store::surfacesByDay(temp.db(), days);
    REQUIRE_OK(usage);
    QCOMPARE(usage->people.size(), std::size_t{4});
    QCOMPARE(peopleOn(*usage, "CODEX_CLI"), 2); // ann on two days is one person
    QCOMPARE(peopleOn(*usage, "CODEX_IDE_VSCODE"), 1);
    QCOMPARE(peopleOn(*usage, "CODEX_WEB"), 0); // credits alone are no activity
    QCOMPARE(peopleOn(*usage, "some.new/Client"), 0); // Unattributed is nobody
}

void TestSurfaceQueries::modelsAreKeptApartBySpeed()
{
    TempStore temp;
    const DayRange days = DayRange::endingAt(kToday, 3);
    fill(temp.db(), days);
    const auto models = app::store::modelsByDay(temp.db(), days);
    REQUIRE_OK(models);
    QCOMPARE(models->size(), std::size_t{3});
    QVERIFY(!models->front().speed); // none first
    QCOMPARE(find(*models, "gpt-5.5", "fast")->totals.costs.credits, std::optional(3.5));
    QCOMPARE(find(*models, "gpt-5.5", "fast")->totals.tokens.output, std::optional<std::int64_t>(111));
    QCOMPARE(find(*models, "gpt-5.5", std::nullopt)->totals.costs.credits, std::optional(1.5));
    QVERIFY(!find(*models, "other", "standard")->totals.costs.credits);
    QVERIFY(!find(*models, "gpt-5.5", "fast")->totals.turns);
}

void TestSurfaceQueries::oneEngineerHasOnlyTheirOwn()
{
    TempStore temp;
    const DayRange days = DayRange::endingAt(kToday, 3);
    fill(temp.db(), days);
    const auto bob = app::store::surfacesOfEngineerByDay(temp.db(), "bob", days);
    REQUIRE_OK(bob);
    QCOMPARE(bob->days.size(), std::size_t{2});
    QCOMPARE(find(*bob, days.first, "CODEX_CLI")->totals.turns, std::optional<std::int64_t>(3));
    QCOMPARE(peopleOn(*bob, "CODEX_CLI"), 1);
    const auto ann = app::store::surfacesOfEngineerByDay(temp.db(), "ann", days);
    REQUIRE_OK(ann);
    QCOMPARE(ann->days.size(), std::size_t{3});
    QVERIFY(ann->days.back().day == days.last);
    const auto nobody = app::store::surfacesOfEngineerByDay(temp.db(), std::nullopt, days);
    REQUIRE_OK(nobody);
    QCOMPARE(nobody->days.size(), std::size_t{1});
    QCOMPARE(nobody->days.front().clientId, std::string("some.new/Client"));
    QVERIFY(app::store::surfacesOfEngineerByDay(temp.db(), "stranger", days)->days.empty());
    const auto models = app::store::modelsOfEngineerByDay(temp.db(), "bob", days);
    REQUIRE_OK(models);
    QCOMPARE(models->size(), std::size_t{2});
    QCOMPARE(find(*models, "gpt-5.5", "fast")->totals.costs.credits, std::optional(0.5));
}

void TestSurfaceQueries::rangesCutAtTheirDays()
{
    TempStore temp;
    const DayRange days = DayRange::endingAt(kToday, 3);
    fill(temp.db(), days);
    QCOMPARE(app::store::surfacesByDay(temp.db(), {days.first, days.first})->days.size(), std::size_t{4});
    QCOMPARE(app::store::surfacesByDay(temp.db(), {days.first + 1, days.last})->days.size(), std::size_t{1});
    QVERIFY(app::store::surfacesByDay(temp.db(), {days.first + 1, days.first + 1})->days.empty());
    QVERIFY(app::store::surfacesByDay(temp.db(), {days.last, days.first})->days.empty());
    QCOMPARE(app::store::surfacesOfEngineerByDay(temp.db(), "ann", {days.last, days.last + 40})->days.size(),
        std::size_t{1});
}

void TestSurfaceQueries::sumsEqualWhatSqlSays()
{
    TempStore temp;
    const DayRange days = DayRange::endingAt(kToday, 7);
    std::vector<UsageRow> rows;
    for (int person = 0; person < 40; ++person) {
        for (UtcDay when = days.first; when <= days.last; ++when) {
            const int seed = person * 31 + when.number() * 17;
            UsageRow row = usage(when, "user-" + std::to_string(person), seed % 23);
            for (int part = 0; part <= seed % 4; ++part) {
                const std::string id = "CLIENT_" + std::to_string((seed + part * 5) % 11);
                row.clients.push_back(
                    client(id.c_str(), seed % 3 == 0 ? std::optional<std::int64_t>() : seed % 5,
                        (seed + part) % 9, seed % 7 == 0 ? std::optional<double>() : (seed % 100) / 8.0));
            }
            rows.push_back(std::move(row));
        }
    }
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, days, {rows}, kNow, kToday));
    const auto usage = app::store::surfacesByDay(temp.db(), days);
    REQUIRE_OK(usage);
    SQLite::Statement select(temp.db().connection(),
        "SELECT f.day, c.client_id, count(*), sum(f.threads), sum(f.turns), sum(f.credits) FROM usage_client "
        "f"
        " JOIN client c ON c.id = f.client GROUP BY f.day, c.client_id ORDER BY f.day, c.client_id");
    std::size_t next = 0;
    while (select.executeStep()) {
        QVERIFY(next < usage->days.size());
        const SurfaceDay& found = usage->days[next++];
        QCOMPARE(found.day.number(), select.getColumn(0).getInt());
        QCOMPARE(found.clientId, select.getColumn(1).getString());
        QCOMPARE(found.totals.rows, select.getColumn(2).getInt64());
        QCOMPARE(found.totals.threads.has_value(), !select.isColumnNull(3));
        QCOMPARE(found.totals.threads.value_or(0), select.getColumn(3).getInt64());
        QCOMPARE(found.totals.turns.value_or(-1), select.getColumn(4).getInt64());
        QCOMPARE(found.totals.costs.credits.value_or(0), select.getColumn(5).getDouble());
    }
    QVERIFY(next > 50);
    QCOMPARE(usage->days.size(), next);
    for (const auto& surface : usage->people) {
        QCOMPARE(surface.people,
            number(temp.db(),
                "SELECT count(DISTINCT engineer) FROM usage_client f JOIN client c ON c.id = f.client WHERE"
                " c.client_id = '"
                    + surface.clientId + "' AND (ifnull(threads, 0) > 0 OR ifnull(turns, 0) > 0)"));
    }
}

void TestSurfaceQueries::overflowIsRefused()
{
    // Each row is fine, their sum is not: the answer is refused as a whole, so that no query meets it.
    TempStore temp;
    const DayRange days = DayRange::endingAt(kToday, 1);
    std::vector<UsageRow> rows;
    for (const char* person : {"a", "b"}) {
        rows.push_back(usage(kToday, person, 1));
        rows.back().clients = {client("CODEX_CLI", 1, std::numeric_limits<std::int64_t>::max(), 1.0)};
    }
    COMPARE_ERROR(
        store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, days, {rows}, days.last.end(), kToday),
        app::core::ErrorKind::UnexpectedAnswer);
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM usage_client"), 0);
    QVERIFY(app::store::surfacesByDay(temp.db(), days)->days.empty());
}

QTEST_GUILESS_MAIN(TestSurfaceQueries)
#include "tst_surfacequeries.moc"
