// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Compaction.h"
#include "store/Integrity.h"
#include "store/RequestLedger.h"
#include "store/StoreKit.h"
#include "store/SyncState.h"
#include "support/FaultVfs.h"
#include "support/TestCase.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace storetest;
using app::store::firstKeptDay;
using app::store::pruneStep;
using support::FaultPlan;

namespace {

/// Of the accesses to the file, so many in turn are good.
constexpr int kEveryAccess = 3;

/// Everything a cache can hold for these days; person n has rows on the days that n divides.
void fill(Database& database, DayRange days)
{
    const UtcDay today = days.last + 40;
    for (UtcDay when = days.first; when <= days.last; ++when) {
        std::vector<UsageRow> rows;
        for (int person = 1; person <= 5; ++person) {
            if (when.number() % person == 0) {
                UsageRow row = usage(when, "user-" + std::to_string(person), person, 0.1 * person);
                row.identity.email = "person" + std::to_string(person) + "@example.com";
                rows.push_back(row);
            }
        }
        if (when == days.first) {
            UsageRow leaver = usage(when, "leaver", 3);
            leaver.identity.email = "leaver-who-is-gone@example.com";
            rows.push_back(leaver);
        }
        const DayRange only{when, when};
        const Instant late = when.end() + std::chrono::hours(48);
        REQUIRE_OK(store<UsageRow>(database, Dataset::UsagePerEngineer, only, {rows}, late, today));
        REQUIRE_OK(
            store<UsageRow>(database, Dataset::UsageWorkspace, only, {{usage(when, {}, 9)}}, late, today));
        REQUIRE_OK(store<ReviewRow>(database, Dataset::CodeReviews, only, {{review(when, 4)}}, late, today));
        REQUIRE_OK(store<ReviewRow>(
            database, Dataset::CodeReviews, only, {{review(when, 5)}}, late, today)); // restated
        REQUIRE_OK(store<app::records::ReviewResponseRow>(
            database, Dataset::CodeReviewResponses, only, {{response(when, 2)}}, late, today));
    }
    auto state = app::store::loadSyncState(database);
    REQUIRE_OK(state);
    state->goalFrom = days.first;
    REQUIRE_OK(app::store::saveSyncState(database, *state));
    app::records::RequestRecord request;
    request.at = days.first.end();
    request.days = days;
    REQUIRE_OK(app::store::appendRequests(database, {request}));
}

/// So many rows a day that each day takes a step of its own.
void fillWithMany(Database& database, DayRange days)
{
    constexpr int kPeople = 20'000;
    std::vector<UsageRow> rows;
    for (UtcDay when = days.first; when <= days.last; ++when) {
        rows.clear();
        for (int person = 0; person < kPeople; ++person) {
            // Everybody has two or three of the days, and some leave early.
            if (when == days.first || (person + when.number()) % 3 == 0) {
                rows.push_back(
                    usage(when, "user-" + std::to_string(person), person % 7, 0.25 * (person % 9)));
            }
        }
        for (int somebody = static_cast<int>(rows.size()); somebody < kPeople; ++somebody) {
            rows.push_back(
                usage(when, "guest-" + std::to_string(when.number()) + "-" + std::to_string(somebody), 1));
        }
        REQUIRE_OK(store<UsageRow>(database, Dataset::UsagePerEngineer, {when, when}, {rows},
            when.end() + std::chrono::hours(48), days.last + 40));
    }
}

} // namespace

class TestPruning : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstKeptDayFollowsTheCalendar_data();
    void theFirstKeptDayFollowsTheCalendar();
    void threeMonthsReachBeyondEverySync();
    void whatStaysIsAsIfTheRestHadNeverBeen_data();
    void whatStaysIsAsIfTheRestHadNeverBeen();
    void nothingOlderChangesNothing();
    void whoHasNoRowsLeftIsForgotten();
    void aStepIsOneTransaction();
    void betweenTwoStepsTheCacheIsWhole();
    void compactingGivesTheRoomBack();
    void aDiskThatFailsLosesNothing_data();
    void aDiskThatFailsLosesNothing();
    void aReaderIsNotWaitedFor();
};

void TestPruning::theFirstKeptDayFollowsTheCalendar_data()
{
    QTest::addColumn<QString>("today");
    QTest::addColumn<int>("months");
    QTest::addColumn<QString>("first");
    const auto row = [](const char* today, int months, const char* first) {
        QTest::addRow("%s, %d", today, months)
            << QString::fromLatin1(today) << months << QString::fromLatin1(first);
    };
    row("2026-11-22", 3, "2026-08-22");
    row("2026-11-22", 12, "2025-11-22");
    row("2026-11-22", 13, "2025-10-22");
    row("2026-05-31", 3, "2026-02-28");
    row("2028-05-31", 3, "2028-02-29");
    row("2026-03-31", 4, "2025-11-30");
    row("2026-01-01", 3, "2025-10-01");
    row("2026-11-22", 120, "2016-11-22");
}

void TestPruning::theFirstKeptDayFollowsTheCalendar()
{
    QFETCH(QString, today);
    QFETCH(int, months);
    QFETCH(QString, first);
    QCOMPARE(firstKeptDay(*UtcDay::fromIso(today), months).toIso(), first);
}

void TestPruning::threeMonthsReachBeyondEverySync()
{
    // A sync asks for 90 days: today and 89 before. What it may fetch is never pruned, in no month of no
    // year.
    for (UtcDay today = day("2024-01-01"); today <= day("2032-12-31"); ++today) {
        QVERIFY2(firstKeptDay(today, 3) <= today - 89, qPrintable(today.toIso()));
    }
}

void TestPruning::whatStaysIsAsIfTheRestHadNeverBeen_data()
{
    QTest::addColumn<QString>("first");
    QTest::newRow("a day inside a month") << QStringLiteral("2026-09-11");
    QTest::newRow("the first of a month") << QStringLiteral("2026-09-01");
    QTest::newRow("the last of a month") << QStringLiteral("2026-09-30");
    QTest::newRow("the second day") << QStringLiteral("2026-08-21");
    QTest::newRow("everything") << QStringLiteral("2026-12-01");
}

void TestPruning::whatStaysIsAsIfTheRestHadNeverBeen()
{
    QFETCH(QString, first);
    const UtcDay from = *UtcDay::fromIso(first);
    const DayRange days{day("2026-08-20"), day("2026-10-20")};
    TempStore pruned;
    fill(pruned.db(), days);
    const std::int64_t requests = number(pruned.db(), "SELECT count(*) FROM request");

    const auto outcome = prune(pruned.db(), from);
    REQUIRE_OK(outcome);
    QVERIFY((outcome->days == DayRange{days.first, from - 1}));
    REQUIRE_OK(app::store::checkIntegrity(pruned.db()));
    for (const char* table : {"usage_day", "usage_client", "usage_model", "workspace_day", "review_day",
             "review_response_day", "usage_total_by_day", "coverage", "restatement"}) {
        QCOMPARE(number(pruned.db(),
                     std::string("SELECT count(*) FROM ") + table + " WHERE day < "
                         + std::to_string(from.number())),
            0);
    }
    QCOMPARE(number(pruned.db(), "SELECT count(*) FROM request"), requests);
    const auto state = app::store::loadSyncState(pruned.db());
    REQUIRE_OK(state);
    QVERIFY(state->goalFrom == from);
    if (days.last < from) {
        QCOMPARE(number(pruned.db(), "SELECT count(*) FROM usage_by_month"), 0);
        QCOMPARE(number(pruned.db(), "SELECT count(*) FROM engineer"), 1); // nobody
        return;
    }
    // The sums of what stays, as a cache has them that only ever saw those days.
    TempStore fresh;
    fill(fresh.db(), {from, days.last});
    run(fresh.db(),
        "DELETE FROM usage_day WHERE engineer = (SELECT id FROM engineer WHERE user_id = 'leaver')");
    QCOMPARE(number(pruned.db(), "SELECT sum(turns) FROM usage_day"),
        number(fresh.db(), "SELECT sum(turns) FROM usage_day"));
    for (const char* sql :
        {"SELECT group_concat(user_id || first_day || '-' || last_day) FROM (SELECT * FROM engineer"
         " WHERE id <> 0 AND user_id <> 'leaver' ORDER BY user_id)",
            "SELECT group_concat(month || user_id || row_count || '/' || m.first_day || '/' || turns || '/' "
            "||"
            " active_days) FROM (SELECT * FROM usage_by_month m JOIN engineer e ON e.id = m.engineer"
            " WHERE user_id <> 'leaver' ORDER BY month, user_id) AS m",
            "SELECT group_concat(day || ':' || dataset || ':' || row_count) FROM (SELECT * FROM coverage "
            "WHERE day > "}) {
        std::string query(sql);
        if (query.ends_with("day > ")) {
            query += std::to_string(from.number()) + " ORDER BY dataset, day)";
        }
        QCOMPARE(value(pruned.db(), query), value(fresh.db(), query));
    }
}

void TestPruning::nothingOlderChangesNothing()
{
    TempStore temp;
    fill(temp.db(), {day("2026-10-01"), day("2026-10-10")});
    run(temp.db(), "PRAGMA wal_checkpoint(TRUNCATE)");
    const auto outcome = prune(temp.db(), day("2026-10-01"));
    REQUIRE_OK(outcome);
    QVERIFY(outcome->days.isEmpty());
    QCOMPARE(QFileInfo(temp.file() + QStringLiteral("-wal")).size(), qint64(0)); // nothing was written at all
}

void TestPruning::whoHasNoRowsLeftIsForgotten()
{
    TempStore temp;
    fill(temp.db(), {day("2026-10-01"), day("2026-10-10")});
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM engineer WHERE user_id = 'leaver'"), 1);
    const auto outcome = prune(temp.db(), day("2026-10-02"));
    REQUIRE_OK(outcome);
    QCOMPARE(outcome->engineers, 1);
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM engineer WHERE user_id = 'leaver'"), 0);
    temp.close();
    // Not in a free page either.
    QFile file(temp.file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY(content.contains("person1@example.com"));
    QVERIFY(!content.contains("leaver-who-is-gone"));
}

void TestPruning::aStepIsOneTransaction()
{
    TempStore temp;
    fill(temp.db(), {day("2026-10-01"), day("2026-10-10")});
    const QByteArray before = dump(temp.db());
    run(temp.db(), "CREATE TRIGGER stop BEFORE DELETE ON engineer BEGIN SELECT RAISE(ABORT, 'no'); END");
    QVERIFY(!prune(temp.db(), day("2026-10-05")));
    run(temp.db(), "DROP TRIGGER stop");
    QCOMPARE(dump(temp.db()), before);
    REQUIRE_OK(prune(temp.db(), day("2026-10-05")));
    QVERIFY(dump(temp.db()) != before);
}

void TestPruning::betweenTwoStepsTheCacheIsWhole()
{
    // Two days are more than one step.
    const DayRange days{day("2026-08-28"), day("2026-09-04")};
    const UtcDay first = days.last;
    TempStore steps;
    fillWithMany(steps.db(), days);
    TempStore atOnce;
    fillWithMany(atOnce.db(), days);

    UtcDay kept = days.first;
    bool isDone = false;
    int count = 0;
    while (!isDone) {
        const auto step = pruneStep(steps.db(), first);
        REQUIRE_OK(step);
        isDone = step->isDone;
        ++count;
        QVERIFY(step->pruned.days.first == kept);
        kept = step->pruned.days.last + 1;
        QCOMPARE(number(steps.db(), "SELECT min(day) FROM usage_day"), std::int64_t{kept.number()});
        QCOMPARE(number(steps.db(), "SELECT min(day) FROM coverage"), std::int64_t{kept.number()});
        REQUIRE_OK(app::store::checkIntegrity(steps.db()));
        // Also for a program that was killed here and started again.
        steps.reopen();
    }
    QCOMPARE(count, days.length() - 1);
    QVERIFY(kept == first);
    REQUIRE_OK(prune(atOnce.db(), first));
    QCOMPARE(dump(steps.db()), dump(atOnce.db()));
}

void TestPruning::compactingGivesTheRoomBack()
{
    TempStore temp;
    run(temp.db(), "CREATE TABLE ballast (id INTEGER PRIMARY KEY, content BLOB)");
    run(temp.db(),
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
        " INSERT INTO ballast SELECT i, zeroblob(262144) FROM n");
    fill(temp.db(), {day("2026-10-01"), day("2026-10-10")});
    const auto notYet = app::store::isCompactionDue(temp.db());
    REQUIRE_OK(notYet);
    QVERIFY(!*notYet);

    run(temp.db(), "DROP TABLE ballast");
    const QByteArray before = dump(temp.db());
    const auto due = app::store::isCompactionDue(temp.db());
    REQUIRE_OK(due);
    QVERIFY(*due);
    REQUIRE_OK(app::store::emptyLog(temp.db()));
    const qint64 large = QFileInfo(temp.file()).size();
    int steps = 0;
    for (bool goesOn = true; goesOn; ++steps) {
        const auto more = app::store::compactStep(temp.db());
        REQUIRE_OK(more);
        goesOn = *more;
    }
    REQUIRE_OK(app::store::emptyLog(temp.db()));

    QVERIFY2(steps > 5, qPrintable(QString::number(steps)));
    QVERIFY(large > 70'000'000);
    QVERIFY2(QFileInfo(temp.file()).size() < 2'000'000,
        qPrintable(QString::number(QFileInfo(temp.file()).size())));
    QCOMPARE(QFileInfo(temp.file() + QStringLiteral("-wal")).size(), qint64(0));
    REQUIRE_OK(app::store::checkIntegrity(temp.db()));
    QCOMPARE(dump(temp.db()), before);
    const auto again = app::store::isCompactionDue(temp.db());
    REQUIRE_OK(again);
    QVERIFY(!*again);
}

void TestPruning::aDiskThatFailsLosesNothing_data()
{
    QTest::addColumn<FaultPlan::Kind>("kind");
    QTest::newRow("an access fails") << FaultPlan::Kind::IoError;
    QTest::newRow("the disk is full") << FaultPlan::Kind::DiskFull;
}

void TestPruning::aDiskThatFailsLosesNothing()
{
    QFETCH(FaultPlan::Kind, kind);
    const UtcDay first = day("2026-10-05");
    TempStore temp;
    fill(temp.db(), {day("2026-10-01"), day("2026-10-08")});
    temp.close();
    const QByteArray filled = contentOf(temp.file());
    temp.reopen();
    REQUIRE_OK(prune(temp.db(), first));
    const QByteArray expected = dump(temp.db());

    FaultPlan plan;
    plan.kind = kind;
    int failures = 0;
    for (bool hasFired = true; hasFired; plan.at += kEveryAccess) {
        temp.close();
        writeFile(temp.file(), filled);
        {
            const support::FaultVfs disk(plan, temp.folder());
            if (auto opened = Database::open(temp.file(), Database::Access::ReadWrite)) {
                const auto pruned = prune(**opened, first);
                const bool isEmptied = app::store::compactStep(**opened) && app::store::emptyLog(**opened);
                failures += pruned && isEmptied ? 0 : 1;
            }
            hasFired = plan.at == 0 || disk.hasFired();
        }
        temp.reopen();
        REQUIRE_OK(app::store::checkIntegrity(temp.db()));
        REQUIRE_OK(prune(temp.db(), first));
        QCOMPARE(dump(temp.db()), expected);
    }
    QVERIFY2(failures > 10, qPrintable(QString::number(failures)));
}

void TestPruning::aReaderIsNotWaitedFor()
{
    TempStore temp;
    fill(temp.db(), {day("2026-10-01"), day("2026-10-10")});
    auto reader = Database::open(temp.file(), Database::Access::ReadOnly);
    REQUIRE_OK(reader);
    run(**reader, "BEGIN");
    const std::int64_t rows = number(**reader, "SELECT count(*) FROM usage_day");

    QElapsedTimer timer;
    timer.start();
    REQUIRE_OK(prune(temp.db(), day("2026-10-05")));
    REQUIRE_OK(app::store::emptyLog(temp.db()));
    QVERIFY2(timer.elapsed() < 5'000, "somebody waited for the time-out of a busy database");

    QCOMPARE(number(**reader, "SELECT count(*) FROM usage_day"), rows); // its snapshot stays what it was
    run(**reader, "COMMIT");
    QVERIFY(number(**reader, "SELECT count(*) FROM usage_day") < rows);
    REQUIRE_OK(app::store::emptyLog(temp.db()));
    QCOMPARE(QFileInfo(temp.file() + QStringLiteral("-wal")).size(), qint64(0));
    // Whoever looks into the files while the program runs finds nobody who went.
    for (const char* ending : {"", "-wal"}) {
        QVERIFY(!contentOf(temp.file() + QLatin1String(ending)).contains("leaver-who-is-gone"));
    }
    QVERIFY(contentOf(temp.file()).contains("person1@example.com"));
}

QTEST_GUILESS_MAIN(TestPruning)
#include "tst_pruning.moc"
