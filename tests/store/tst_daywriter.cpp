// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/StoreKit.h"
#include "store/UsageQueries.h"
#include "support/TestCase.h"

#include <QFileInfo>

#include <limits>
#include <random>

using namespace storetest;
using app::core::ErrorKind;
using app::records::DayState;

namespace {

const UtcDay kToday = day("2026-11-20");
const Instant kNow = at("2026-11-20T12:00:00.000");

using Pages = std::vector<std::vector<UsageRow>>;

/// Window of the per-engineer dataset, fetched at noon of `kToday` unless told otherwise.
Result<WindowOutcome> storeUsage(
    Database& database, DayRange days, const Pages& pages, Instant fetchedAt = kNow, UtcDay today = kToday)
{
    return store(database, Dataset::UsagePerEngineer, days, pages, fetchedAt, today);
}

DayRange only(UtcDay when)
{
    return {when, when};
}

app::records::ClientUsage client(const char* id, std::optional<std::int64_t> turns)
{
    app::records::ClientUsage usage;
    usage.clientId = id;
    usage.turns = turns;
    usage.costs.credits = 0.5;
    return usage;
}

app::records::ModelUsage model(const char* name, std::optional<std::string> speed, double credits)
{
    app::records::ModelUsage usage;
    usage.model = name;
    usage.speed = std::move(speed);
    usage.costs.credits = credits;
    return usage;
}

/// turns of every stored row of a day, by user id.
std::string turnsOf(Database& database, UtcDay when)
{
    return value(database,
        "SELECT group_concat(name || '=' || turns, ' ') FROM (SELECT ifnull(user_id, '-') AS name, turns"
        " FROM usage_day JOIN engineer ON id = engineer WHERE day = "
            + std::to_string(when.number()) + " ORDER BY user_id)");
}

} // namespace

class TestDayWriter : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void storesWhatCame();
    void keepsNullApartFromZero();
    void laterRowsOfAnEngineerWin_data();
    void laterRowsOfAnEngineerWin();
    void unattributedRowsAreSummed_data();
    void unattributedRowsAreSummed();
    void theSameSurfaceOrModelTwiceIsSummed();
    void aWinningRowBringsItsOwnSurfacesAndModels();
    void workspaceRowsLastOneWins();
    void reviewRowsBelongToTheWorkspaceUnlessTheyNameSomebody();
    void manyPagesEqualOnePage_data();
    void manyPagesEqualOnePage();
    void rowsThatNoLongerComeAreRemoved();
    void anEmptyAnswerIsStoredAsZeroRows();
    void anIdenticalAnswerOnlyMovesFetchedAt();
    void theFileDoesNotGrowWhenNothingChanged();
    void onlyChangedRowsAreWritten();
    void theStateOfADayTurnsFinalToTheMillisecond_data();
    void theStateOfADayTurnsFinalToTheMillisecond();
    void finalDaysThatChangeAreRestated();
    void provisionalDaysThatChangeAreNotRestated();
    void changesThatKeepTheTotalsAreNoRestatement();
    void reviewAndResponseDaysAreRestatedByTheirCounters();
    void emptyOldDaysAreWithdrawn_data();
    void emptyOldDaysAreWithdrawn();
    void withdrawnDaysAreLoggedOnceAndCanComeBack();
    void lastKnownEmailIsTheOneOfTheNewestDay();
    void firstAndLastDayFollowTheRows();
    void refusesRowsOutsideTheWindow_data();
    void refusesRowsOutsideTheWindow();
    void aPageThatCannotBeReadEndsItsWindow();
    void refusesSumsThatOverflow();
    void refusesRowsOfAnotherDataset();
    void aWriterIsUsedOnce();
    void anAbandonedWriterLeavesNothing();
    void windowsOfDifferentDatasetsMayOverlap();
    void twoWindowsOfOneDatasetDoNotMix();
    void aFullDiskLeavesTheDaysAsTheyWere();
    void leadingEmptyDaysAreNotOffered();
    void nothingIsMarkedWithoutAnyRow();
    void daysKnownFromBeforeStayAsTheyAre();
    void rowsBeforeTheEdgeMakeDaysOfferedAgain();
};

void TestDayWriter::storesWhatCame()
{
    TempStore temp;
    UsageRow row = usage(day("2026-11-18"), "user-a", 7, 12.25);
    row.linesAdded = 40;
    row.linesRemoved = 0;
    row.costs.estimatedCostUsd = 0.49;
    row.clients = {client("CODEX_CLI", 4), client("SOMETHING_NEW", std::nullopt)};
    row.models = {model("gpt-x", std::nullopt, 1), model("gpt-x", "fast", 2), model("gpt-x", "", 3)};

    const auto outcome = storeUsage(temp.db(), {day("2026-11-18"), day("2026-11-19")}, {{row}});

    REQUIRE_OK(outcome);
    QCOMPARE(outcome->rows, 1);
    QVERIFY((outcome->days == DayRange{day("2026-11-18"), day("2026-11-19")}));
    QVERIFY((outcome->changed == DayRange{day("2026-11-18"), day("2026-11-19")}));
    QCOMPARE(outcome->restatedDays, 0);
    QCOMPARE(dump(temp.db(), {"usage_day"}),
        QByteArray("-- usage_day\n20775,1,3,7,12.25,NULL,0.49,700,350,70,1120,40,0\n"));
    QCOMPARE(dump(temp.db(), {"usage_client", "client"}),
        QByteArray("-- usage_client\n20775,1,1,NULL,4,0.5,NULL,NULL,NULL,NULL,NULL,NULL\n"
                   "20775,1,2,NULL,NULL,0.5,NULL,NULL,NULL,NULL,NULL,NULL\n"
                   "-- client\n1,'CODEX_CLI'\n2,'SOMETHING_NEW'\n"));
    QCOMPARE(
        dump(temp.db(), {"model"}), QByteArray("-- model\n1,'gpt-x',NULL\n2,'gpt-x','fast'\n3,'gpt-x',''\n"));
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM usage_model"), 3);
    QCOMPARE(dump(temp.db(), {"engineer"}),
        QByteArray("-- engineer\n0,NULL,NULL,NULL,NULL,NULL,NULL,NULL\n"
                   "1,'user-a','user-a@example.test',20775,'ACCOUNT_USER',20775,20775,20775\n"));
}

void TestDayWriter::keepsNullApartFromZero()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    UsageRow without = usage(when, "user-a", 1, std::nullopt);
    without.tokens = {};
    UsageRow zero = usage(when, "user-b", 1, 0.0);
    zero.tokens = {0, std::nullopt, 0, 0};
    UsageRow some = usage(when, "user-c", 1, 2.5);
    some.tokens = {1, std::nullopt, 1, 2};

    REQUIRE_OK(storeUsage(temp.db(), only(when), {{without}}));
    const auto onlyNull = app::store::usageByDay(temp.db(), only(when));
    REQUIRE_OK(onlyNull);
    QVERIFY(!onlyNull->front().totals.costs.credits);
    QVERIFY(!onlyNull->front().totals.tokens.total);
    QCOMPARE(onlyNull->front().totals.rowsWithoutTokens, 1);

    REQUIRE_OK(storeUsage(temp.db(), only(when), {{without, zero, some}}));
    const auto mixed = app::store::usageByDay(temp.db(), only(when));
    REQUIRE_OK(mixed);
    QCOMPARE(*mixed->front().totals.costs.credits, 2.5);
    QCOMPARE(*mixed->front().totals.tokens.total, 2);
    QVERIFY(!mixed->front().totals.tokens.cachedInput);
    QCOMPARE(mixed->front().totals.rowsWithoutTokens, 1);
    QCOMPARE(mixed->front().totals.rows, 3);
    QCOMPARE(number(temp.db(), "SELECT without_credits FROM usage_total_by_day"), 1);
    QCOMPARE(number(temp.db(), "SELECT without_cached_input_tokens FROM usage_total_by_day"), 3);
    QCOMPARE(value(temp.db(), "SELECT credits FROM usage_day WHERE engineer = 1"), std::string("null"));
}

void TestDayWriter::laterRowsOfAnEngineerWin_data()
{
    const UtcDay when = day("2026-11-18");
    QTest::addColumn<Pages>("pages");
    QTest::addColumn<QString>("expected");
    QTest::newRow("two engineers") << Pages{{usage(when, "a", 1), usage(when, "b", 2)}}
                                   << QStringLiteral("a=1 b=2");
    QTest::newRow("inside one page") << Pages{{usage(when, "a", 1), usage(when, "b", 2), usage(when, "a", 9)}}
                                     << QStringLiteral("a=9 b=2");
    QTest::newRow("on the next page") << Pages{{usage(when, "a", 1), usage(when, "b", 2)},
        {usage(when, "a", 9)}} << QStringLiteral("a=9 b=2");
    QTest::newRow("smaller numbers win too")
        << Pages{{usage(when, "a", 9)}, {usage(when, "a", 1)}} << QStringLiteral("a=1");
    QTest::newRow("the last of three pages")
        << Pages{{usage(when, "a", 1)}, {usage(when, "a", 2)}, {usage(when, "b", 5), usage(when, "a", 3)}}
        << QStringLiteral("a=3 b=5");
    UsageRow nameless = usage(when, "", 4);
    QTest::newRow("an empty user id is no identity")
        << Pages{{nameless, usage(when, "a", 1)}} << QStringLiteral("-=4 a=1");
    QTest::newRow("ids differ in case")
        << Pages{{usage(when, "A", 1), usage(when, "a", 2)}} << QStringLiteral("A=1 a=2");
}

void TestDayWriter::laterRowsOfAnEngineerWin()
{
    QFETCH(Pages, pages);
    QFETCH(QString, expected);
    TempStore temp;
    REQUIRE_OK(storeUsage(temp.db(), only(day("2026-11-18")), pages));
    QCOMPARE(QString::fromStdString(turnsOf(temp.db(), day("2026-11-18"))), expected);
}

void TestDayWriter::unattributedRowsAreSummed_data()
{
    const UtcDay when = day("2026-11-18");
    QTest::addColumn<Pages>("pages");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one") << Pages{{unattributed(when, 3, 1)}} << QStringLiteral("-=3");
    QTest::newRow("different rows of one page")
        << Pages{{unattributed(when, 3, 1), unattributed(when, 4, 2)}} << QStringLiteral("-=7");
    QTest::newRow("equal rows of one page are two people")
        << Pages{{unattributed(when, 3, 1), unattributed(when, 3, 1)}} << QStringLiteral("-=6");
    QTest::newRow("the same bytes on the next page are a repeat") << Pages{{unattributed(when, 3, 1)},
        {unattributed(when, 3, 1), unattributed(when, 4, 2)}} << QStringLiteral("-=7");
    QTest::newRow("the same bytes two pages later are a repeat") << Pages{{unattributed(when, 3, 1)},
        {unattributed(when, 4, 2)}, {unattributed(when, 3, 1)}} << QStringLiteral("-=7");
    QTest::newRow("twice on the first page and once on the next")
        << Pages{{unattributed(when, 3, 1), unattributed(when, 3, 1)}, {unattributed(when, 3, 1)}}
        << QStringLiteral("-=6");
    QTest::newRow("equal numbers from different bytes count")
        << Pages{{unattributed(when, 3, 1)}, {unattributed(when, 3, 2)}} << QStringLiteral("-=6");
    QTest::newRow("twice on a later page that is the first to bring them")
        << Pages{{unattributed(when, 1, 9)}, {unattributed(when, 3, 1), unattributed(when, 3, 1)}}
        << QStringLiteral("-=7");
    QTest::newRow("beside engineers") << Pages{{usage(when, "a", 1), unattributed(when, 3, 1)},
        {usage(when, "a", 1), unattributed(when, 3, 1)}}
                                      << QStringLiteral("-=3 a=1");
}

void TestDayWriter::unattributedRowsAreSummed()
{
    QFETCH(Pages, pages);
    QFETCH(QString, expected);
    TempStore temp;
    REQUIRE_OK(storeUsage(temp.db(), only(day("2026-11-18")), pages));
    QCOMPARE(QString::fromStdString(turnsOf(temp.db(), day("2026-11-18"))), expected);
    // Unattributed is in the sums and never an active engineer.
    const auto days = app::store::usageByDay(temp.db(), only(day("2026-11-18")));
    REQUIRE_OK(days);
    QCOMPARE(days->front().activeEngineers, expected.contains(QLatin1String("a=")) ? 1 : 0);
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM engineer WHERE id <> 0"),
        expected.contains(QLatin1String("a=")) ? 1 : 0);
}

void TestDayWriter::theSameSurfaceOrModelTwiceIsSummed()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    UsageRow row = usage(when, "a", 5);
    row.clients = {client("CODEX_CLI", 2), client("CODEX_WEB", 1), client("CODEX_CLI", std::nullopt)};
    row.models = {model("m", "fast", 1), model("m", std::nullopt, 2), model("m", "fast", 4)};

    REQUIRE_OK(storeUsage(temp.db(), only(when), {{row}}));

    QCOMPARE(dump(temp.db(), {"usage_client"}),
        QByteArray("-- usage_client\n20775,1,1,NULL,2,1.0,NULL,NULL,NULL,NULL,NULL,NULL\n"
                   "20775,1,2,NULL,1,0.5,NULL,NULL,NULL,NULL,NULL,NULL\n"));
    QCOMPARE(value(temp.db(),
                 "SELECT group_concat(credits) FROM (SELECT credits FROM usage_model ORDER BY model)"),
        std::string("5.0,2.0"));
}

void TestDayWriter::aWinningRowBringsItsOwnSurfacesAndModels()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    UsageRow first = usage(when, "a", 5);
    first.clients = {client("CODEX_CLI", 5)};
    first.models = {model("old", std::nullopt, 1)};
    UsageRow second = usage(when, "a", 6);
    second.clients = {client("CODEX_WEB", 6)};

    REQUIRE_OK(storeUsage(temp.db(), only(when), {{first}, {second}}));

    QCOMPARE(value(temp.db(), "SELECT group_concat(client_id) FROM usage_client JOIN client ON id = client"),
        std::string("CODEX_WEB"));
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM usage_model"), 0);
}

void TestDayWriter::workspaceRowsLastOneWins()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    const auto put = [&](const Pages& pages) {
        return store(temp.db(), Dataset::UsageWorkspace, only(when), pages, kNow, kToday);
    };
    const std::string turns = "SELECT turns FROM workspace_day";

    REQUIRE_OK(put({{unattributed(when, 5, 1)}}));
    QCOMPARE(number(temp.db(), turns), 5);
    REQUIRE_OK(put({{unattributed(when, 5, 1)}, {unattributed(when, 8, 2)}}));
    QCOMPARE(number(temp.db(), turns), 8);
    REQUIRE_OK(put({{usage(when, "a", 1), usage(when, "b", 2)}, {usage(when, "a", 3)}}));
    QCOMPARE(number(temp.db(), turns), 5);
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM engineer WHERE id <> 0"), 0);
    REQUIRE_OK(put({{}}));
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM workspace_day"), 0);
}

void TestDayWriter::reviewRowsBelongToTheWorkspaceUnlessTheyNameSomebody()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    ReviewRow named = review(when, 4);
    named.identity.userId = "a";
    named.identity.email = "a@example.test";
    named.p0 = std::nullopt;
    ReviewRow nameless = review(when, 10, 2);

    REQUIRE_OK(
        store<ReviewRow>(temp.db(), Dataset::CodeReviews, only(when), {{named, nameless}}, kNow, kToday));
    QCOMPARE(dump(temp.db(), {"review_day"}),
        QByteArray("-- review_day\n20775,0,3,10,1,2,10\n20775,1,3,4,NULL,2,4\n"));
    QCOMPARE(
        value(temp.db(), "SELECT email FROM engineer WHERE user_id = 'a'"), std::string("a@example.test"));

    REQUIRE_OK(store<ReviewRow>(temp.db(), Dataset::CodeReviews, only(when),
        {{nameless}, {nameless, review(when, 1, 3)}}, kNow, kToday));
    QCOMPARE(dump(temp.db(), {"review_day"}), QByteArray("-- review_day\n20775,0,6,11,2,4,11\n"));

    REQUIRE_OK(store<ReviewResponseRow>(
        temp.db(), Dataset::CodeReviewResponses, only(when), {{response(when, 6)}}, kNow, kToday));
    QCOMPARE(dump(temp.db(), {"review_response_day"}),
        QByteArray("-- review_response_day\n20775,0,2,6,4,5,3,NULL,NULL,6,NULL,NULL,NULL,NULL,NULL\n"));
}

void TestDayWriter::manyPagesEqualOnePage_data()
{
    QTest::addColumn<Dataset>("dataset");
    QTest::newRow("usage") << Dataset::UsagePerEngineer;
    QTest::newRow("workspace usage") << Dataset::UsageWorkspace;
    QTest::newRow("reviews") << Dataset::CodeReviews;
    QTest::newRow("responses") << Dataset::CodeReviewResponses;
}

void TestDayWriter::manyPagesEqualOnePage()
{
    QFETCH(Dataset, dataset);
    const DayRange days{day("2026-11-10"), day("2026-11-19")};
    const auto split = [](const auto& all, std::size_t pages) {
        std::vector<std::decay_t<decltype(all)>> result(pages);
        for (std::size_t i = 0; i < all.size(); ++i) {
            result[i * pages / all.size()].push_back(all[i]);
        }
        return result;
    };
    TempStore one;
    TempStore seven;
    const auto storeBoth = [&](const auto& rows) {
        REQUIRE_OK(store(one.db(), dataset, days, split(rows, 1), kNow, kToday));
        REQUIRE_OK(store(seven.db(), dataset, days, split(rows, 7), kNow, kToday));
    };
    std::mt19937_64 random(20'261'120);
    std::vector<UsageRow> usageRows;
    std::vector<ReviewRow> reviews;
    std::vector<ReviewResponseRow> responses;
    for (UtcDay when = days.first; when <= days.last; ++when) {
        for (int person = 0; person < 40; ++person) {
            const auto turns = static_cast<std::int64_t>(random() % 50);
            UsageRow row
                = usage(when, "user-" + std::to_string(person), turns, static_cast<double>(turns) / 7);
            if (person % 5 == 0) {
                row = unattributed(when, turns, random());
            }
            row.linesAdded = person % 3 == 0 ? std::nullopt : std::optional(turns * 3);
            row.costs.costUsd
                = person % 4 == 0 ? std::optional(0.1 * static_cast<double>(turns)) : std::nullopt;
            row.clients = {client("CODEX_CLI", turns), client("CODEX_WEB", std::nullopt)};
            row.models = {model("m", "fast", 1.1), model("n", std::nullopt, 2.2)};
            row.models[0].tokens.total = turns;
            row.clients[1].tokens = row.tokens;
            usageRows.push_back(row);
        }
        reviews.push_back(review(when, when.number() % 7, random()));
        responses.push_back(response(when, when.number() % 5, random()));
    }
    switch (dataset) {
    case Dataset::UsagePerEngineer:
    case Dataset::UsageWorkspace: storeBoth(usageRows); break;
    case Dataset::CodeReviews: storeBoth(reviews); break;
    case Dataset::CodeReviewResponses: storeBoth(responses); break;
    }
    QCOMPARE(dump(seven.db()), dump(one.db()));
    QCOMPARE(number(one.db(), "SELECT count(*) FROM coverage WHERE row_count > 0"), 10);
    QCOMPARE(stagedRows(seven.db()), 0);
}

void TestDayWriter::rowsThatNoLongerComeAreRemoved()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    UsageRow gone = usage(when, "b", 2);
    gone.clients = {client("CODEX_CLI", 2)};
    gone.models = {model("m", std::nullopt, 1)};
    REQUIRE_OK(
        storeUsage(temp.db(), {when, when + 1}, {{usage(when, "a", 1), gone, usage(when + 1, "a", 5)}}));

    const auto outcome
        = storeUsage(temp.db(), {when, when + 1}, {{usage(when, "a", 1), usage(when + 1, "a", 5)}});

    REQUIRE_OK(outcome);
    QVERIFY((outcome->changed == only(when)));
    QCOMPARE(turnsOf(temp.db(), when), std::string("a=1"));
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM usage_client"), 0);
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM usage_model"), 0);
    QCOMPARE(number(temp.db(), "SELECT row_count FROM usage_total_by_day WHERE day = 20775"), 1);
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM usage_by_month"), 1);
    const auto people = app::store::engineers(temp.db(), {when, when + 1});
    REQUIRE_OK(people);
    QCOMPARE(people->size(), std::size_t{1});
}

void TestDayWriter::anEmptyAnswerIsStoredAsZeroRows()
{
    TempStore temp;
    const UtcDay when = day("2026-11-15");
    const auto outcome = storeUsage(temp.db(), only(when), {{}});
    REQUIRE_OK(outcome);
    QCOMPARE(outcome->rows, 0);
    QVERIFY((outcome->changed == only(when)));
    const auto covered = app::store::coverage(temp.db(), {when - 1, when});
    REQUIRE_OK(covered);
    QCOMPARE(covered->state(Dataset::UsagePerEngineer, when - 1), DayState::Missing);
    QCOMPARE(covered->state(Dataset::UsagePerEngineer, when), DayState::Final);
    QCOMPARE(covered->state(when), DayState::Missing);

    // Younger than 30 days, an empty answer replaces rows.
    REQUIRE_OK(storeUsage(temp.db(), only(when), {{usage(when, "a", 1)}}));
    const auto emptied = storeUsage(temp.db(), only(when), {{}});
    REQUIRE_OK(emptied);
    QCOMPARE(emptied->withdrawnDays, 0);
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM usage_day"), 0);
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM usage_total_by_day"), 0);
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM usage_by_month"), 0);
}

void TestDayWriter::anIdenticalAnswerOnlyMovesFetchedAt()
{
    TempStore temp;
    const DayRange days{day("2026-11-14"), day("2026-11-15")};
    std::vector<UsageRow> rows;
    for (int person = 0; person < 20; ++person) {
        rows.push_back(usage(days.first, "user-" + std::to_string(person), person));
        rows.push_back(unattributed(days.last, person, static_cast<std::uint64_t>(person)));
    }
    REQUIRE_OK(storeUsage(temp.db(), days, {rows}));
    const QByteArray before = dump(temp.db());

    std::shuffle(rows.begin(), rows.end(), std::mt19937(7));
    const auto again = storeUsage(temp.db(), days, {rows});
    REQUIRE_OK(again);
    QVERIFY(again->changed.isEmpty());
    QCOMPARE(again->rows, 21);
    QCOMPARE(dump(temp.db()), before);

    const auto later = storeUsage(temp.db(), days, {rows}, kNow + std::chrono::hours(4));
    REQUIRE_OK(later);
    QVERIFY(later->changed.isEmpty());
    QVERIFY(dump(temp.db()) != before);
    run(temp.db(), "UPDATE coverage SET fetched_at = first_fetched_at");
    QCOMPARE(dump(temp.db()), before);
}

void TestDayWriter::theFileDoesNotGrowWhenNothingChanged()
{
    TempStore temp;
    const DayRange days{day("2026-11-14"), day("2026-11-20")};
    std::vector<UsageRow> rows;
    for (UtcDay when = days.first; when <= days.last; ++when) {
        for (int person = 0; person < 300; ++person) {
            UsageRow row = usage(when, "user-" + std::to_string(person), person);
            row.clients = {client("CODEX_CLI", person), client("CODEX_WEB", person)};
            rows.push_back(row);
        }
    }
    const Pages pages{{rows.begin(), rows.begin() + 1000}, {rows.begin() + 1000, rows.end()}};
    REQUIRE_OK(storeUsage(temp.db(), days, pages));
    temp.reopen(); // carries the write-ahead log into the file
    const qint64 before = QFileInfo(temp.file()).size();

    for (int sync = 1; sync <= 5; ++sync) {
        REQUIRE_OK(storeUsage(
            temp.db(), days, sync % 2 == 0 ? pages : Pages{rows}, kNow + std::chrono::hours(sync)));
        temp.reopen();
    }
    QCOMPARE(QFileInfo(temp.file()).size(), before);
}

void TestDayWriter::onlyChangedRowsAreWritten()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    std::vector<UsageRow> rows;
    for (int person = 0; person < 100; ++person) {
        rows.push_back(usage(when, "user-" + std::to_string(person), person));
        rows.back().clients = {client("CODEX_CLI", person)};
    }
    REQUIRE_OK(storeUsage(temp.db(), only(when), {rows}));
    run(temp.db(), "CREATE TEMP TABLE written (what TEXT)");
    for (const char* table : {"usage_day", "usage_client", "usage_by_month", "engineer"}) {
        for (const char* event : {"INSERT", "UPDATE", "DELETE"}) {
            run(temp.db(),
                std::string("CREATE TEMP TRIGGER ") + table + event + " AFTER " + event + " ON main." + table
                    + " BEGIN INSERT INTO written VALUES ('" + table + " " + event + "'); END");
        }
    }

    rows[42].turns += 1;
    rows[43].clients[0].turns = 999;
    const auto outcome = storeUsage(temp.db(), only(when), {rows});

    REQUIRE_OK(outcome);
    QVERIFY((outcome->changed == only(when)));
    QCOMPARE(value(temp.db(), "SELECT group_concat(what) FROM (SELECT what FROM written ORDER BY what)"),
        std::string("usage_by_month INSERT,usage_client DELETE,usage_client INSERT,usage_day INSERT"));
}

void TestDayWriter::theStateOfADayTurnsFinalToTheMillisecond_data()
{
    QTest::addColumn<QString>("fetchedAt");
    QTest::addColumn<DayState>("expected");
    // The day ends at 2026-11-19T00:00; 24 hours later it cannot change any more.
    QTest::newRow("during the day") << QStringLiteral("2026-11-18T13:00:00.000") << DayState::Provisional;
    QTest::newRow("at its end") << QStringLiteral("2026-11-19T00:00:00.000") << DayState::Provisional;
    QTest::newRow("a millisecond too early")
        << QStringLiteral("2026-11-19T23:59:59.999") << DayState::Provisional;
    QTest::newRow("24 hours after its end") << QStringLiteral("2026-11-20T00:00:00.000") << DayState::Final;
    QTest::newRow("much later") << QStringLiteral("2027-01-01T00:00:00.000") << DayState::Final;
}

void TestDayWriter::theStateOfADayTurnsFinalToTheMillisecond()
{
    QFETCH(QString, fetchedAt);
    QFETCH(DayState, expected);
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    const Instant moment = at(fetchedAt.toLatin1().constData());
    for (const Dataset dataset : {Dataset::UsagePerEngineer, Dataset::UsageWorkspace}) {
        REQUIRE_OK(store<UsageRow>(temp.db(), dataset, only(when), {{}}, moment, UtcDay::of(moment)));
    }
    REQUIRE_OK(
        store<ReviewRow>(temp.db(), Dataset::CodeReviews, only(when), {{}}, moment, UtcDay::of(moment)));
    const auto three = app::store::coverage(temp.db(), only(when));
    REQUIRE_OK(three);
    QCOMPARE(three->usageState(when), expected);
    QCOMPARE(three->state(when), DayState::Missing); // a complete day has all four
    REQUIRE_OK(store<ReviewResponseRow>(
        temp.db(), Dataset::CodeReviewResponses, only(when), {{}}, moment, UtcDay::of(moment)));
    const auto four = app::store::coverage(temp.db(), only(when));
    REQUIRE_OK(four);
    QCOMPARE(four->state(when), expected);
}

void TestDayWriter::finalDaysThatChangeAreRestated()
{
    TempStore temp;
    const UtcDay when = day("2026-11-10");
    REQUIRE_OK(storeUsage(temp.db(), {when, when + 1},
        {{usage(when, "a", 4, 1.5), usage(when, "b", 6, std::nullopt), usage(when + 1, "a", 1)}}));

    const auto outcome = storeUsage(temp.db(), {when, when + 1},
        {{usage(when, "a", 4, 2.5), usage(when, "b", 7, std::nullopt), usage(when + 1, "a", 1)}},
        kNow + std::chrono::hours(1));

    REQUIRE_OK(outcome);
    QCOMPARE(outcome->restatedDays, 1);
    const auto log = app::store::restatements(temp.db(), 10);
    REQUIRE_OK(log);
    QStringList lines;
    for (const auto& entry : *log) {
        QVERIFY(entry.at == kNow + std::chrono::hours(1));
        QCOMPARE(entry.dataset, Dataset::UsagePerEngineer);
        QVERIFY(!entry.withdrawn);
        lines << QStringLiteral("%1 %2: %3 -> %4")
                     .arg(entry.day.toIso(), entry.measure)
                     .arg(entry.before)
                     .arg(entry.after);
    }
    lines.sort();
    QCOMPARE(lines,
        (QStringList{QStringLiteral("2026-11-10 credits: 1.5 -> 2.5"),
            QStringLiteral("2026-11-10 tokens: 1600 -> 1760"),
            QStringLiteral("2026-11-10 turns: 10 -> 11")}));

    // A final day that loses all of its rows while it is young has a total of zero.
    const auto emptied = storeUsage(temp.db(), only(when + 1), {{}});
    REQUIRE_OK(emptied);
    QCOMPARE(emptied->restatedDays, 1);
    QCOMPARE(value(temp.db(), "SELECT value_after FROM restatement WHERE day = 20768 AND measure = 'turns'"),
        std::string("0.0"));
}

void TestDayWriter::provisionalDaysThatChangeAreNotRestated()
{
    TempStore temp;
    REQUIRE_OK(storeUsage(temp.db(), only(kToday), {{usage(kToday, "a", 4)}}));
    const auto outcome
        = storeUsage(temp.db(), only(kToday), {{usage(kToday, "a", 9)}}, kNow + std::chrono::hours(48));
    REQUIRE_OK(outcome);
    QCOMPARE(outcome->restatedDays, 0);
    QVERIFY((outcome->changed == only(kToday)));
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM restatement"), 0);

    // The same rows, but the day has become final: its state changed.
    TempStore other;
    REQUIRE_OK(storeUsage(other.db(), only(kToday), {{usage(kToday, "a", 4)}}));
    const auto settled
        = storeUsage(other.db(), only(kToday), {{usage(kToday, "a", 4)}}, kNow + std::chrono::hours(48));
    REQUIRE_OK(settled);
    QVERIFY((settled->changed == only(kToday)));
}

void TestDayWriter::changesThatKeepTheTotalsAreNoRestatement()
{
    TempStore temp;
    const UtcDay when = day("2026-11-10");
    REQUIRE_OK(storeUsage(temp.db(), only(when), {{usage(when, "a", 4), usage(when, "b", 6)}}));
    const auto swapped = storeUsage(temp.db(), only(when), {{usage(when, "a", 6), usage(when, "b", 4)}});
    REQUIRE_OK(swapped);
    QVERIFY((swapped->changed == only(when)));
    QCOMPARE(swapped->restatedDays, 0);
    UsageRow renamed = usage(when, "a", 6);
    renamed.identity.email = "new@example.test";
    const auto mailed = storeUsage(temp.db(), only(when), {{renamed, usage(when, "b", 4)}});
    REQUIRE_OK(mailed);
    QVERIFY((mailed->changed == only(when)));
    QCOMPARE(mailed->restatedDays, 0);
    QCOMPARE(
        value(temp.db(), "SELECT email FROM engineer WHERE user_id = 'a'"), std::string("new@example.test"));
}

void TestDayWriter::reviewAndResponseDaysAreRestatedByTheirCounters()
{
    TempStore temp;
    const UtcDay when = day("2026-11-10");
    REQUIRE_OK(
        store<ReviewRow>(temp.db(), Dataset::CodeReviews, only(when), {{review(when, 5)}}, kNow, kToday));
    const auto reviews
        = store<ReviewRow>(temp.db(), Dataset::CodeReviews, only(when), {{review(when, 8)}}, kNow, kToday);
    REQUIRE_OK(reviews);
    QCOMPARE(reviews->restatedDays, 1);
    REQUIRE_OK(store<ReviewResponseRow>(
        temp.db(), Dataset::CodeReviewResponses, only(when), {{response(when, 5)}}, kNow, kToday));
    ReviewResponseRow later = response(when, 5);
    later.replies = 9;
    const auto responses = store<ReviewResponseRow>(
        temp.db(), Dataset::CodeReviewResponses, only(when), {{later}}, kNow, kToday);
    REQUIRE_OK(responses);
    QCOMPARE(responses->restatedDays, 1);
    QCOMPARE(dump(temp.db(), {"restatement"}).split('\n').size(), 4);
    QCOMPARE(
        value(temp.db(),
            "SELECT group_concat(dataset || measure || value_before || '>' || value_after) FROM restatement"),
        std::string("2comments5.0>8.0,3replies4.0>9.0"));
}

void TestDayWriter::emptyOldDaysAreWithdrawn_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<bool>("isWithdrawn");
    // Today is 2026-11-20.
    QTest::newRow("30 days old is not older than 30 days") << QStringLiteral("2026-10-21") << false;
    QTest::newRow("31 days old") << QStringLiteral("2026-10-20") << true;
    QTest::newRow("89 days old") << QStringLiteral("2026-08-23") << true;
    QTest::newRow("yesterday") << QStringLiteral("2026-11-19") << false;
}

void TestDayWriter::emptyOldDaysAreWithdrawn()
{
    QFETCH(QString, when);
    QFETCH(bool, isWithdrawn);
    const UtcDay old = day(when.toLatin1().constData());
    TempStore temp;
    // First fetched when it was fresh, so it is provisional until it comes back empty.
    REQUIRE_OK(storeUsage(temp.db(), only(old), {{usage(old, "a", 4)}}, old.end(), old + 1));

    const auto outcome = storeUsage(temp.db(), only(old), {{}});

    REQUIRE_OK(outcome);
    QCOMPARE(outcome->withdrawnDays, isWithdrawn ? 1 : 0);
    QCOMPARE(outcome->restatedDays, 0);
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM usage_day"), isWithdrawn ? 1 : 0);
    QCOMPARE(number(temp.db(), "SELECT row_count FROM coverage"), isWithdrawn ? 1 : 0);
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM restatement WHERE withdrawn"), isWithdrawn ? 1 : 0);
    const auto covered = app::store::coverage(temp.db(), only(old));
    REQUIRE_OK(covered);
    // Asked and answered: a withdrawn day stays stored and is final, so nobody asks for it again and again.
    QCOMPARE(covered->state(Dataset::UsagePerEngineer, old),
        old + 1 == kToday ? DayState::Provisional : DayState::Final);
}

void TestDayWriter::withdrawnDaysAreLoggedOnceAndCanComeBack()
{
    TempStore temp;
    const UtcDay old = day("2026-09-01");
    const UtcDay neverHad = old + 1;
    const DayRange days{old, neverHad};
    REQUIRE_OK(storeUsage(temp.db(), days, {{usage(old, "a", 4)}}));
    for (int sync = 0; sync < 3; ++sync) {
        const auto outcome = storeUsage(temp.db(), days, {{}});
        REQUIRE_OK(outcome);
        QCOMPARE(outcome->withdrawnDays, sync == 0 ? 1 : 0);
    }
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM restatement"), 1);
    QCOMPARE(value(temp.db(), "SELECT measure || value_before || '>' || value_after FROM restatement"),
        std::string("turns4.0>0.0"));

    // It comes back changed: a restatement; and can be withdrawn once more.
    const auto back = storeUsage(temp.db(), days, {{usage(old, "a", 5)}});
    REQUIRE_OK(back);
    QCOMPARE(back->restatedDays, 1);
    QCOMPARE(turnsOf(temp.db(), old), std::string("a=5"));
    const auto gone = storeUsage(temp.db(), days, {{}});
    REQUIRE_OK(gone);
    QCOMPARE(gone->withdrawnDays, 1);
    QCOMPARE(turnsOf(temp.db(), old), std::string("a=5"));
}

void TestDayWriter::lastKnownEmailIsTheOneOfTheNewestDay()
{
    TempStore temp;
    const auto put = [&](const char* iso, std::optional<std::string> email, std::optional<std::string> type) {
        const UtcDay when = day(iso);
        UsageRow row = usage(when, "a", 1);
        row.identity.email = std::move(email);
        row.identity.actorType = std::move(type);
        return storeUsage(temp.db(), only(when), {{row}});
    };
    const auto known = [&] {
        return value(temp.db(),
            "SELECT ifnull(email, '-') || ' ' || ifnull(actor_type, '-') FROM engineer WHERE user_id = 'a'");
    };
    REQUIRE_OK(put("2026-11-10", std::nullopt, std::nullopt));
    QCOMPARE(known(), std::string("- -"));
    REQUIRE_OK(put("2026-11-12", "b@example.test", "ACCOUNT_USER"));
    QCOMPARE(known(), std::string("b@example.test ACCOUNT_USER"));
    REQUIRE_OK(put("2026-11-18", std::nullopt, "API_KEY")); // withheld from then on
    QCOMPARE(known(), std::string("b@example.test API_KEY"));
    REQUIRE_OK(put("2026-11-11", "a@example.test", "OTHER")); // an older window arrives later
    QCOMPARE(known(), std::string("b@example.test API_KEY"));
    REQUIRE_OK(put("2026-11-16", "b@example.test", std::nullopt)); // the same, but known for longer
    REQUIRE_OK(put("2026-11-14", "c@example.test", std::nullopt));
    QCOMPARE(known(), std::string("b@example.test API_KEY"));
    REQUIRE_OK(put("2026-11-19", "d@example.test", std::nullopt));
    QCOMPARE(known(), std::string("d@example.test API_KEY"));
}

void TestDayWriter::firstAndLastDayFollowTheRows()
{
    TempStore temp;
    const auto days = [&] {
        return value(temp.db(),
            "SELECT ifnull(first_day, '-') || ' ' || ifnull(last_day, '-') FROM engineer WHERE user_id = "
            "'a'");
    };
    const auto span = [](const char* first, const char* last) {
        return std::to_string(day(first).number()) + " " + std::to_string(day(last).number());
    };
    const auto put = [&](const char* iso, bool hasRow) {
        const UtcDay when = day(iso);
        return storeUsage(
            temp.db(), only(when), {hasRow ? std::vector{usage(when, "a", 0)} : std::vector<UsageRow>()});
    };
    REQUIRE_OK(put("2026-11-18", true));
    QCOMPARE(days(), span("2026-11-18", "2026-11-18"));
    REQUIRE_OK(put("2026-10-30", true));
    REQUIRE_OK(put("2026-11-10", true));
    REQUIRE_OK(put("2026-11-05", true));
    QCOMPARE(days(), span("2026-10-30", "2026-11-18"));
    REQUIRE_OK(put("2026-11-10", false)); // in the middle
    QCOMPARE(days(), span("2026-10-30", "2026-11-18"));
    REQUIRE_OK(put("2026-11-18", false));
    QCOMPARE(days(), span("2026-10-30", "2026-11-05"));
    REQUIRE_OK(put("2026-10-30", false));
    QCOMPARE(days(), span("2026-11-05", "2026-11-05"));
    REQUIRE_OK(put("2026-11-05", false));
    QCOMPARE(days(), std::string("- -"));
}

void TestDayWriter::refusesRowsOutsideTheWindow_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<int>("page");
    for (const int page : {0, 1, 2}) {
        QTest::addRow("the day before, page %d", page) << QStringLiteral("2026-11-16") << page;
        QTest::addRow("the day after, page %d", page) << QStringLiteral("2026-11-19") << page;
    }
}

void TestDayWriter::refusesRowsOutsideTheWindow()
{
    QFETCH(QString, when);
    QFETCH(int, page);
    TempStore temp;
    const DayRange days{day("2026-11-17"), day("2026-11-18")};
    REQUIRE_OK(storeUsage(temp.db(), days, {{usage(days.first, "a", 1)}}));
    const QByteArray before = dump(temp.db());
    Pages pages{{usage(days.first, "a", 2)}, {usage(days.last, "b", 3)}, {usage(days.last, "c", 4)}};
    pages[static_cast<std::size_t>(page)].push_back(usage(day(when.toLatin1().constData()), "x", 1));

    app::store::DayWriter writer(Dataset::UsagePerEngineer, days);
    bool wasRefused = false;
    for (const auto& rows : pages) {
        const auto added = writer.addPage(temp.db(), app::records::UsagePage{rows, {}});
        if (!added) {
            QCOMPARE(added.error().kind, ErrorKind::UnexpectedAnswer);
            wasRefused = true;
        }
        QCOMPARE(added.has_value(), !wasRefused);
    }
    QVERIFY(wasRefused);
    const auto committed = writer.commit(temp.db(), kNow, kToday);
    COMPARE_ERROR(committed, ErrorKind::UnexpectedAnswer);
    QCOMPARE(dump(temp.db()), before);
}

void TestDayWriter::aPageThatCannotBeReadEndsItsWindow()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    REQUIRE_OK(storeUsage(temp.db(), only(when), {{usage(when, "user-a", 7)}}));
    const QByteArray before = dump(temp.db());
    app::store::DayWriter writer(Dataset::UsagePerEngineer, only(when));
    const auto pageOf = [when](const char* userId) {
        app::records::UsagePage page;
        page.rows = {usage(when, userId, 9)};
        page.envelope.rowCount = 1;
        return page;
    };

    REQUIRE_OK(writer.addPage(temp.db(), pageOf("user-b")));
    writer.giveUp({ErrorKind::UnexpectedAnswer, 0, std::nullopt, QStringLiteral("row 3"), {}});

    // The pages behind it were on their way already.
    COMPARE_ERROR(writer.addPage(temp.db(), pageOf("user-c")), ErrorKind::UnexpectedAnswer);
    COMPARE_ERROR(
        writer.commit(temp.db(), at("2026-11-20T12:00:00.000"), when + 2), ErrorKind::UnexpectedAnswer);
    QCOMPARE(dump(temp.db()), before);
}

void TestDayWriter::refusesSumsThatOverflow()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    constexpr auto kHuge = std::numeric_limits<std::int64_t>::max() - 10;
    REQUIRE_OK(storeUsage(temp.db(), only(when), {{usage(when, "a", 1)}}));
    const QByteArray before = dump(temp.db());
    UsageRow huge = usage(when, "a", 1);
    huge.tokens.total = kHuge;
    UsageRow other = huge;
    other.identity.userId = "b";
    COMPARE_ERROR(storeUsage(temp.db(), only(when), {{huge, other}}), ErrorKind::UnexpectedAnswer);
    QCOMPARE(dump(temp.db()), before);

    // The same over two days of one month.
    REQUIRE_OK(storeUsage(temp.db(), only(when), {{huge}}));
    const QByteArray one = dump(temp.db());
    UsageRow next = huge;
    next.day = when + 1;
    COMPARE_ERROR(storeUsage(temp.db(), only(when + 1), {{next}}), ErrorKind::UnexpectedAnswer);
    QCOMPARE(dump(temp.db()), one);

    UsageRow rich = usage(when, "a", 1, 1.7e308);
    UsageRow richer = usage(when, "b", 1, 1.7e308);
    COMPARE_ERROR(storeUsage(temp.db(), only(when), {{rich, richer}}), ErrorKind::UnexpectedAnswer);
    QCOMPARE(dump(temp.db()), one);
}

void TestDayWriter::refusesRowsOfAnotherDataset()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    COMPARE_ERROR(store<ReviewRow>(temp.db(), Dataset::UsagePerEngineer, only(when), {{}}, kNow, kToday),
        ErrorKind::Internal);
    COMPARE_ERROR(store<UsageRow>(temp.db(), Dataset::CodeReviewResponses, only(when), {{}}, kNow, kToday),
        ErrorKind::Internal);
}

void TestDayWriter::aWriterIsUsedOnce()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    app::store::DayWriter untouched(Dataset::UsagePerEngineer, only(when));
    COMPARE_ERROR(untouched.commit(temp.db(), kNow, kToday), ErrorKind::Internal);
    app::store::DayWriter writer(Dataset::UsagePerEngineer, only(when));
    REQUIRE_OK(writer.addPage(temp.db(), app::records::UsagePage{{usage(when, "a", 1)}, {}}));
    REQUIRE_OK(writer.commit(temp.db(), kNow, kToday));
    COMPARE_ERROR(writer.addPage(temp.db(), app::records::UsagePage{}), ErrorKind::Internal);
    COMPARE_ERROR(writer.commit(temp.db(), kNow, kToday), ErrorKind::Internal);
    QCOMPARE(turnsOf(temp.db(), when), std::string("a=1"));
}

void TestDayWriter::anAbandonedWriterLeavesNothing()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    REQUIRE_OK(storeUsage(temp.db(), only(when), {{usage(when, "a", 1)}}));
    const QByteArray before = dump(temp.db());
    for (int pages = 1; pages <= 4; ++pages) {
        {
            app::store::DayWriter writer(Dataset::UsagePerEngineer, only(when));
            for (int page = 0; page < pages; ++page) {
                UsageRow row = usage(when, "x" + std::to_string(page), 9);
                row.clients = {client("CODEX_CLI", 1)};
                REQUIRE_OK(writer.addPage(temp.db(), app::records::UsagePage{{row}, {}}));
            }
        }
        QCOMPARE(dump(temp.db()), before);
        QCOMPARE(stagedRows(temp.db()), pages == 1 ? 0 : 2 * pages);
        if (pages == 3) {
            REQUIRE_OK(app::store::DayWriter::clearStaging(temp.db()));
            QCOMPARE(stagedRows(temp.db()), 0);
        }
    }
    // What was left behind has no part in the next window.
    REQUIRE_OK(storeUsage(temp.db(), only(when), {{usage(when, "a", 1)}, {usage(when, "b", 2)}}));
    QCOMPARE(turnsOf(temp.db(), when), std::string("a=1 b=2"));
    QCOMPARE(stagedRows(temp.db()), 0);
}

void TestDayWriter::windowsOfDifferentDatasetsMayOverlap()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    app::store::DayWriter people(Dataset::UsagePerEngineer, only(when));
    app::store::DayWriter workspace(Dataset::UsageWorkspace, only(when));
    app::store::DayWriter reviews(Dataset::CodeReviews, only(when));
    for (int page = 0; page < 3; ++page) {
        const auto hash = static_cast<std::uint64_t>(page + 1);
        REQUIRE_OK(
            people.addPage(temp.db(), app::records::UsagePage{{usage(when, std::to_string(page), 1)}, {}}));
        REQUIRE_OK(
            workspace.addPage(temp.db(), app::records::UsagePage{{unattributed(when, page, hash)}, {}}));
        REQUIRE_OK(reviews.addPage(temp.db(), app::records::ReviewPage{{review(when, page, hash)}, {}}));
    }
    REQUIRE_OK(workspace.commit(temp.db(), kNow, kToday));
    REQUIRE_OK(people.commit(temp.db(), kNow, kToday));
    REQUIRE_OK(reviews.commit(temp.db(), kNow, kToday));
    QCOMPARE(turnsOf(temp.db(), when), std::string("0=1 1=1 2=1"));
    QCOMPARE(number(temp.db(), "SELECT turns FROM workspace_day"), 2);
    QCOMPARE(number(temp.db(), "SELECT comments FROM review_day"), 3);
}

void TestDayWriter::twoWindowsOfOneDatasetDoNotMix()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    app::store::DayWriter first(Dataset::UsagePerEngineer, only(when));
    REQUIRE_OK(first.addPage(temp.db(), app::records::UsagePage{{usage(when, "a", 1)}, {}}));
    REQUIRE_OK(first.addPage(temp.db(), app::records::UsagePage{{usage(when, "b", 1)}, {}}));
    app::store::DayWriter second(Dataset::UsagePerEngineer, only(when));
    REQUIRE_OK(second.addPage(temp.db(), app::records::UsagePage{{usage(when, "x", 1)}, {}}));
    REQUIRE_OK(second.addPage(temp.db(), app::records::UsagePage{{usage(when, "y", 1)}, {}}));
    REQUIRE_OK(second.addPage(temp.db(), app::records::UsagePage{{usage(when, "z", 1)}, {}}));
    COMPARE_ERROR(first.commit(temp.db(), kNow, kToday), ErrorKind::Internal);
    REQUIRE_OK(second.commit(temp.db(), kNow, kToday));
    QCOMPARE(turnsOf(temp.db(), when), std::string("x=1 y=1 z=1"));
}

void TestDayWriter::aFullDiskLeavesTheDaysAsTheyWere()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    REQUIRE_OK(storeUsage(temp.db(), only(when), {{usage(when, "a", 1)}}));
    const QByteArray before = dump(temp.db());
    std::vector<UsageRow> many;
    for (int person = 0; person < 5'000; ++person) {
        many.push_back(usage(when, "user-" + std::to_string(person), person));
    }
    // SQLite answers with the same code as for a disk without space.
    run(temp.db(), "PRAGMA max_page_count = " + std::to_string(number(temp.db(), "PRAGMA page_count") + 5));
    COMPARE_ERROR(storeUsage(temp.db(), only(when), {many}), ErrorKind::StoreFull);
    COMPARE_ERROR(storeUsage(temp.db(), only(when), {{usage(when, "b", 1)}, many}), ErrorKind::StoreFull);
    QCOMPARE(dump(temp.db()), before);
    QCOMPARE(value(temp.db(), "PRAGMA integrity_check"), std::string("ok"));
    run(temp.db(), "PRAGMA max_page_count = 1000000");
    REQUIRE_OK(storeUsage(temp.db(), only(when), {many}));
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM usage_day"), 5'000);
}

namespace {

/// All four datasets over the look-back; rows only on the days that are named, in the dataset that is named.
void fetchAll(
    Database& database, DayRange days, const std::vector<std::pair<Dataset, UtcDay>>& rows, Instant fetchedAt)
{
    for (const Dataset dataset : app::records::kDatasets) {
        std::vector<UsageRow> usageRows;
        std::vector<ReviewRow> reviews;
        std::vector<ReviewResponseRow> responses;
        for (const auto& [of, when] : rows) {
            if (of == dataset) {
                usageRows.push_back(usage(when, "a", 1));
                reviews.push_back(review(when, 1));
                responses.push_back(response(when, 1));
            }
        }
        const UtcDay today = UtcDay::of(fetchedAt);
        switch (dataset) {
        case Dataset::UsagePerEngineer:
        case Dataset::UsageWorkspace:
            REQUIRE_OK(store<UsageRow>(database, dataset, days, {usageRows}, fetchedAt, today));
            break;
        case Dataset::CodeReviews:
            REQUIRE_OK(store<ReviewRow>(database, dataset, days, {reviews}, fetchedAt, today));
            break;
        case Dataset::CodeReviewResponses:
            REQUIRE_OK(store<ReviewResponseRow>(database, dataset, days, {responses}, fetchedAt, today));
            break;
        }
    }
}

/// One letter per day and line: m(issing), n(ot offered), p(rovisional), f(inal).
QString states(Database& database, DayRange days)
{
    const auto covered = app::store::coverage(database, days);
    QString text;
    for (UtcDay when = days.first; when <= days.last; ++when) {
        text += QStringLiteral("mnpf").at(static_cast<int>(covered->state(when)));
    }
    return text;
}

} // namespace

void TestDayWriter::leadingEmptyDaysAreNotOffered()
{
    TempStore temp;
    const DayRange lookBack = DayRange::endingAt(kToday, 10); // 11-11 … 11-20
    fetchAll(temp.db(), lookBack,
        {{Dataset::CodeReviews, day("2026-11-14")}, {Dataset::UsagePerEngineer, day("2026-11-16")}}, kNow);
    QCOMPARE(states(temp.db(), lookBack), QStringLiteral("ffffffffpp"));

    const auto marked = app::store::markNotOffered(temp.db(), lookBack, kNow);

    REQUIRE_OK(marked);
    QVERIFY((*marked == DayRange{day("2026-11-11"), day("2026-11-13")}));
    QCOMPARE(states(temp.db(), lookBack), QStringLiteral("nnnfffffpp"));
    const auto again = app::store::markNotOffered(temp.db(), lookBack, kNow);
    REQUIRE_OK(again);
    QVERIFY(again->isEmpty());

    // Fetched again and still empty, they stay what they are; neither zero nor complete.
    fetchAll(temp.db(), lookBack,
        {{Dataset::CodeReviews, day("2026-11-14")}, {Dataset::UsagePerEngineer, day("2026-11-16")}},
        kNow + std::chrono::hours(4));
    QCOMPARE(states(temp.db(), lookBack), QStringLiteral("nnnfffffpp"));
    const auto covered = app::store::coverage(temp.db(), lookBack);
    REQUIRE_OK(covered);
    QCOMPARE(covered->counts().complete, 7);
    QCOMPARE(covered->counts().missing, 3);
    QCOMPARE(covered->counts().notOffered, 3);
}

void TestDayWriter::nothingIsMarkedWithoutAnyRow()
{
    TempStore temp;
    const DayRange lookBack = DayRange::endingAt(kToday, 5);
    fetchAll(temp.db(), lookBack, {}, kNow);
    const auto marked = app::store::markNotOffered(temp.db(), lookBack, kNow);
    REQUIRE_OK(marked);
    QVERIFY(marked->isEmpty());
    QCOMPARE(states(temp.db(), lookBack), QStringLiteral("fffpp"));
}

void TestDayWriter::daysKnownFromBeforeStayAsTheyAre()
{
    TempStore temp;
    const Instant earlier = kNow - std::chrono::hours(24);
    const DayRange lookBack = DayRange::endingAt(kToday, 6); // 11-15 … 11-20
    fetchAll(temp.db(), {day("2026-11-17"), day("2026-11-18")}, {}, earlier);
    fetchAll(temp.db(), lookBack, {{Dataset::UsageWorkspace, day("2026-11-20")}}, kNow);

    const auto marked = app::store::markNotOffered(temp.db(), lookBack, kNow);

    REQUIRE_OK(marked);
    QCOMPARE(states(temp.db(), lookBack), QStringLiteral("nnffnp"));
    QVERIFY((*marked == DayRange{day("2026-11-15"), day("2026-11-19")}));
}

void TestDayWriter::rowsBeforeTheEdgeMakeDaysOfferedAgain()
{
    TempStore temp;
    const DayRange lookBack = DayRange::endingAt(kToday, 6);
    fetchAll(temp.db(), lookBack, {{Dataset::UsageWorkspace, day("2026-11-18")}}, kNow);
    REQUIRE_OK(app::store::markNotOffered(temp.db(), lookBack, kNow));
    QCOMPARE(states(temp.db(), lookBack), QStringLiteral("nnnfpp"));

    const UtcDay found = day("2026-11-16");
    const auto outcome = storeUsage(temp.db(), only(found), {{usage(found, "a", 1)}});

    REQUIRE_OK(outcome);
    QVERIFY((outcome->changed == DayRange{found, day("2026-11-17")}));
    QCOMPARE(outcome->restatedDays, 0);
    QCOMPARE(states(temp.db(), lookBack), QStringLiteral("nfffpp").remove(QLatin1Char(' ')));
}

QTEST_GUILESS_MAIN(TestDayWriter)

#include "tst_daywriter.moc"
