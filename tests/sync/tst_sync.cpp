// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/TestCase.h"
#include "sync/SyncHarness.h"

#include "store/RequestLedger.h"
#include "store/WorkspaceLock.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <QSignalSpy>

using namespace app::core;
using namespace app::records;
using namespace app::simulator;
using namespace app::sync;
using namespace std::chrono_literals;
using support::SyncHarness;

namespace {

constexpr int kEngineers = 14;

Profile smallProfile(const QString& name = QStringLiteral("default"))
{
    Profile profile = *Profile::named(name);
    profile.engineers = kEngineers;
    profile.days = 100;
    profile.seed = 7;
    profile.today = *UtcDay::fromIso(u"2026-11-22");
    return profile;
}

SyncRequest days(int count)
{
    SyncRequest request;
    request.days = count;
    return request;
}

QString kindOf(const SyncReport& report)
{
    return report.error ? errorKindName(report.error->kind) : QStringLiteral("ok");
}

} // namespace

class TestSync : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void storesWhatWasServed_data();
    void storesWhatWasServed();
    void neverStoresWhatTheDecoderDoesNotName();
    void anEndlessListingIsRefused();
    void asksOnlyTheThreeRoutes();
    void everyRequestIsInTheLedger();
    void pagesOfOneWindowBecomeOneDay();
    void aSecondSyncChangesNothing();
    void lateRevisionsArriveAndFinalDaysAreLogged();
    void rowsThatNoLongerComeAreRemoved();
    void aWithdrawnDayIsKeptAndLoggedOnce();
    void daysBeforeTheFirstServedOneAreNotOffered();
    void finalAndProvisionalFollowTheClock_data();
    void finalAndProvisionalFollowTheClock();
    void missingDaysAreFetchedLater();
    void aSmallerChoiceDeletesNothing();
    void aLargerChoiceReachesBack();
    void theSweepComesAWeekLater();
    void aRefusedLimitIsRememberedForTheWorkspace();
    void aFirstBackfillAsksForWhatFitsAPage();
    void aRejectedCursorRestartsItsWindowOnce();
    void failuresKeepWhatWasStored_data();
    void failuresKeepWhatWasStored();
    void whatSucceedsIsKeptWhenOneEndpointFails();
    void routesThatAreGoneAreReportedAsMoved();
    void aShortRetryAfterIsWaitedFor_data();
    void aShortRetryAfterIsWaitedFor();
    void cancelEndsAtOnceAndTheNextSyncContinues();
    void destroyingTheEngineStopsIt();
    void twoSyncsOfOneWorkspaceExcludeEachOther();
    void progressComesNewestFirst();
};

void TestSync::storesWhatWasServed_data()
{
    QTest::addColumn<QString>("profile");
    for (const QString& name : Profile::names()) {
        if (name != QLatin1String("repeated-cursor")) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }
}

void TestSync::storesWhatWasServed()
{
    QFETCH(QString, profile);
    Profile shape = smallProfile(profile);
    shape.pageCap = 40; // several pages a window
    SyncHarness harness(shape);
    const DayRange goal = DayRange::endingAt(harness.firstToday(), 45);

    const SyncReport first = harness.sync(days(45));
    QCOMPARE(kindOf(first), QStringLiteral("ok"));
    QCOMPARE(harness.differenceToServed(goal), QString());

    // The second read is where late revisions and vanished rows show.
    const SyncReport second = harness.sync();
    QCOMPARE(kindOf(second), QStringLiteral("ok"));
    QCOMPARE(harness.differenceToServed(goal), QString());

    const Coverage::Counts counts = harness.coverage(goal).counts();
    QCOMPARE(counts.complete, 45);
    QCOMPARE(counts.missing, 0);
}

void TestSync::neverStoresWhatTheDecoderDoesNotName()
{
    SyncHarness harness(smallProfile(QStringLiteral("canary")));
    QCOMPARE(kindOf(harness.sync(days(30))), QStringLiteral("ok"));

    QDir folder(harness.store->folder());
    const QStringList files = folder.entryList(QDir::Files | QDir::Hidden);
    QVERIFY(files.contains(QStringLiteral("cache.db")));
    for (const QString& name : files) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("CANARY"), qPrintable(name));
        QVERIFY2(!bytes.contains(Simulator::acceptedKey().toUtf8()), qPrintable(name));
        QVERIFY2(!bytes.contains(Simulator::acceptedKey().mid(8).toUtf8()), qPrintable(name));
    }
}

void TestSync::anEndlessListingIsRefused()
{
    Profile shape = smallProfile(QStringLiteral("repeated-cursor"));
    shape.engineers = 200; // a weekend fills more than two pages, too
    shape.pageCap = 4;
    SyncHarness harness(shape);

    const SyncReport report = harness.sync(days(30));

    QCOMPARE(kindOf(report), QStringLiteral("unexpected_answer"));
    // No window of the looping listing was stored in part.
    QCOMPARE(harness.coverage(DayRange::endingAt(harness.firstToday(), 30))
                 .counts(Dataset::UsagePerEngineer)
                 .complete,
        0);
    QVERIFY(support::readStored(harness.store->databaseFile(), DayRange::endingAt(harness.firstToday(), 30))
                .usage.empty());
}

void TestSync::asksOnlyTheThreeRoutes()
{
    SyncHarness harness(smallProfile());
    QCOMPARE(kindOf(harness.sync(days(90))), QStringLiteral("ok"));

    const QString prefix
        = QStringLiteral("/v1/analytics/codex/workspaces/%1/").arg(Simulator::workspace().toString());
    const QList<SeenRequest> requests = harness.simulator.requests();
    QVERIFY(requests.size() >= 3);
    for (const SeenRequest& request : requests) {
        QCOMPARE(request.method, QByteArrayLiteral("GET"));
        QVERIFY2(request.path.startsWith(prefix), qPrintable(request.path));
        const QString route = request.path.mid(prefix.size());
        QVERIFY2(route == QLatin1String("usage") || route == QLatin1String("code_reviews")
                || route == QLatin1String("code_review_responses"),
            qPrintable(route));
        QVERIFY(!request.query.contains(QLatin1String("group_by")));
    }
}

void TestSync::everyRequestIsInTheLedger()
{
    SyncHarness harness(smallProfile());
    harness.simulator.setFaults({*Fault::parse(QStringLiteral("error-500@code_reviews#1"))});
    const SyncReport report = harness.sync(days(30));
    QCOMPARE(kindOf(report), QStringLiteral("ok"));

    auto future = harness.store->read(
        [](const app::store::Database& database) { return app::store::recentRequests(database, 1'000); });
    future.waitForFinished();
    const auto ledger = future.result();
    QVERIFY(ledger);
    QCOMPARE(qsizetype(ledger->size()), harness.simulator.requests().size());
    QCOMPARE(std::int64_t(ledger->size()), report.requests);
    const auto failed = std::count_if(
        ledger->begin(), ledger->end(), [](const RequestRecord& record) { return record.error.has_value(); });
    QCOMPARE(failed, 1);
    const auto retried = std::count_if(
        ledger->begin(), ledger->end(), [](const RequestRecord& record) { return record.attempt == 2; });
    QCOMPARE(retried, 1);
}

void TestSync::pagesOfOneWindowBecomeOneDay()
{
    Profile shape = smallProfile();
    SyncHarness onePage(shape);
    shape.pageCap = 3;
    SyncHarness manyPages(shape);
    const DayRange goal = DayRange::endingAt(shape.today, 30);

    QCOMPARE(kindOf(onePage.sync(days(30))), QStringLiteral("ok"));
    QCOMPARE(kindOf(manyPages.sync(days(30))), QStringLiteral("ok"));

    QVERIFY(manyPages.simulator.requestCount() > 4 * onePage.simulator.requestCount());
    QCOMPARE(support::firstDifference(support::readStored(manyPages.store->databaseFile(), goal),
                 support::readStored(onePage.store->databaseFile(), goal)),
        QString());
}

void TestSync::aSecondSyncChangesNothing()
{
    SyncHarness harness(smallProfile());
    QCOMPARE(kindOf(harness.sync(days(30))), QStringLiteral("ok"));
    const QByteArray before = harness.fingerprint();

    const SyncReport again = harness.sync();

    QCOMPARE(kindOf(again), QStringLiteral("ok"));
    QVERIFY(again.changed.isEmpty());
    QCOMPARE(harness.fingerprint(), before);
}

void TestSync::lateRevisionsArriveAndFinalDaysAreLogged()
{
    SyncHarness harness(smallProfile(QStringLiteral("late-revision")));
    const DayRange goal = DayRange::endingAt(harness.firstToday(), 30);
    QCOMPARE(kindOf(harness.sync(days(30))), QStringLiteral("ok"));
    const QByteArray before = harness.fingerprint();

    const SyncReport again = harness.sync();

    QCOMPARE(kindOf(again), QStringLiteral("ok"));
    QVERIFY(harness.fingerprint() != before);
    QVERIFY(!again.changed.isEmpty());
    QCOMPARE(harness.differenceToServed(goal), QString());
    auto future = harness.store->read(
        [](const app::store::Database& database) { return app::store::restatements(database, 100); });
    future.waitForFinished();
    const auto log = future.result();
    QVERIFY(log);
    QVERIFY(!log->empty());
    for (const app::store::Restatement& entry : *log) {
        // Yesterday was provisional, so its change is no restatement.
        QVERIFY2(entry.day <= harness.firstToday() - 2, qPrintable(entry.day.toIso()));
        QVERIFY(!entry.withdrawn);
        QVERIFY(entry.before != entry.after);
    }
}

void TestSync::rowsThatNoLongerComeAreRemoved()
{
    SyncHarness harness(smallProfile(QStringLiteral("vanishing-row")));
    const DayRange week = DayRange::endingAt(harness.firstToday(), 7);
    QCOMPARE(kindOf(harness.sync(days(30))), QStringLiteral("ok"));
    const auto rowsOf = [&harness, week] {
        std::size_t rows = 0;
        for (const auto& [day, usage] : support::readStored(harness.store->databaseFile(), week).usage) {
            rows += usage.size();
        }
        return rows;
    };
    const std::size_t before = rowsOf();

    QCOMPARE(kindOf(harness.sync()), QStringLiteral("ok"));

    QVERIFY(rowsOf() < before);
    QCOMPARE(harness.differenceToServed(week), QString());
}

void TestSync::aWithdrawnDayIsKeptAndLoggedOnce()
{
    Profile shape = smallProfile();
    SyncHarness harness(shape);
    QCOMPARE(kindOf(harness.sync(days(60))), QStringLiteral("ok"));
    const UtcDay day = harness.firstToday() - 41; // a Monday
    const auto stored = [&] { return support::readStored(harness.store->databaseFile(), {day, day}); };
    const Served before = stored();
    QVERIFY(!before.usage.at(day).empty());

    shape.withdrawnDays = {{day, day}};
    harness.simulator.setProfile(shape);
    SyncRequest sweep;
    sweep.fullSweep = true;
    QCOMPARE(kindOf(harness.sync(sweep)), QStringLiteral("ok"));
    QCOMPARE(kindOf(harness.sync(sweep)), QStringLiteral("ok"));

    QCOMPARE(support::firstDifference(stored(), before), QString());
    QCOMPARE(harness.coverage({day, day}).state(day), DayState::Final);
    auto future = harness.store->read(
        [](const app::store::Database& database) { return app::store::restatements(database, 100); });
    future.waitForFinished();
    int usageEntries = 0;
    const auto log = future.result();
    for (const app::store::Restatement& entry : *log) {
        QVERIFY(entry.withdrawn);
        QCOMPARE(entry.day.toIso(), day.toIso());
        usageEntries += entry.dataset == Dataset::UsagePerEngineer ? 1 : 0;
    }
    QCOMPARE(usageEntries, 1);
}

void TestSync::daysBeforeTheFirstServedOneAreNotOffered()
{
    SyncHarness harness(smallProfile(QStringLiteral("served-days-60")));
    const DayRange goal = DayRange::endingAt(harness.firstToday(), 90);

    QCOMPARE(kindOf(harness.sync(days(90))), QStringLiteral("ok"));

    const Coverage coverage = harness.coverage(goal);
    QCOMPARE(coverage.state(harness.firstToday() - 60), DayState::NotOffered);
    QCOMPARE(coverage.state(harness.firstToday() - 89), DayState::NotOffered);
    const Coverage::Counts counts = coverage.counts();
    QCOMPARE(counts.notOffered, 30);
    QCOMPARE(counts.complete, 60);
    QCOMPARE(counts.complete + counts.missing, 90);

    // They are not asked for again until the sweep.
    harness.simulator.clearRequests();
    QCOMPARE(kindOf(harness.sync()), QStringLiteral("ok"));
    const QString oldest = QString::number((harness.firstToday() - 89).startSeconds());
    for (const SeenRequest& request : harness.simulator.requests()) {
        QVERIFY(!request.query.contains(oldest));
    }
}

void TestSync::finalAndProvisionalFollowTheClock_data()
{
    QTest::addColumn<qint64>("millisecondsOfDay");
    QTest::addColumn<int>("provisional"); // of the newest days

    // At 00:00 UTC sharp the day before yesterday ended exactly 24 h ago.
    QTest::newRow("at midnight") << qint64(0) << 2;
    QTest::newRow("in the morning") << qint64(std::chrono::milliseconds(10h).count()) << 2;
    QTest::newRow("a millisecond before midnight")
        << qint64(std::chrono::milliseconds(24h - 1ms).count()) << 2;
}

void TestSync::finalAndProvisionalFollowTheClock()
{
    QFETCH(qint64, millisecondsOfDay);
    QFETCH(int, provisional);
    SyncHarness harness(smallProfile());
    harness.moveTo(0, std::chrono::milliseconds(millisecondsOfDay));

    QCOMPARE(kindOf(harness.sync(days(30))), QStringLiteral("ok"));

    const UtcDay today = harness.today();
    const Coverage coverage = harness.coverage(DayRange::endingAt(today, 30));
    QCOMPARE(coverage.counts().provisional, provisional);
    QCOMPARE(coverage.state(today), DayState::Provisional);
    QCOMPARE(coverage.state(today - 1), DayState::Provisional);
    QCOMPARE(coverage.state(today - 2), DayState::Final);

    // A day later yesterday's numbers are still the old, provisional ones until they are fetched again.
    harness.moveTo(2, std::chrono::milliseconds(millisecondsOfDay));
    QCOMPARE(harness.coverage({today, today}).state(today), DayState::Provisional);
    QCOMPARE(harness.coverage({today + 1, today + 1}).state(today + 1), DayState::Missing);
    QCOMPARE(kindOf(harness.sync()), QStringLiteral("ok"));
    QCOMPARE(harness.coverage({today, today}).state(today), DayState::Final);
    QCOMPARE(harness.coverage({today + 1, today + 1}).state(today + 1), DayState::Provisional);
}

void TestSync::missingDaysAreFetchedLater()
{
    SyncHarness harness(smallProfile());
    QCOMPARE(kindOf(harness.sync(days(30))), QStringLiteral("ok"));

    // Nobody syncs for three weeks.
    harness.moveTo(21);
    const DayRange goal{harness.firstToday() - 29, harness.today()};
    QCOMPARE(harness.coverage(goal).counts().missing, 21);
    QCOMPARE(kindOf(harness.sync()), QStringLiteral("ok"));

    QCOMPARE(harness.coverage(goal).counts().missing, 0);
    QCOMPARE(harness.coverage(goal).counts().provisional, 2);
    QCOMPARE(harness.differenceToServed(goal), QString());
}

void TestSync::aSmallerChoiceDeletesNothing()
{
    SyncHarness harness(smallProfile());
    QCOMPARE(kindOf(harness.sync(days(60))), QStringLiteral("ok"));
    const QByteArray before = harness.fingerprint();

    QCOMPARE(kindOf(harness.sync(days(7))), QStringLiteral("ok"));

    QCOMPARE(harness.fingerprint(), before);
    QVERIFY(harness.state().goalFrom == harness.firstToday() - 59);
}

void TestSync::aLargerChoiceReachesBack()
{
    SyncHarness harness(smallProfile());
    QCOMPARE(kindOf(harness.sync(days(7))), QStringLiteral("ok"));

    QCOMPARE(kindOf(harness.sync(days(60))), QStringLiteral("ok"));

    const DayRange goal = DayRange::endingAt(harness.firstToday(), 60);
    QVERIFY(harness.state().goalFrom == goal.first);
    QCOMPARE(harness.coverage(goal).counts().complete, 60);
    QCOMPARE(harness.differenceToServed(goal), QString());
}

void TestSync::theSweepComesAWeekLater()
{
    Profile shape = smallProfile();
    SyncHarness harness(shape);
    QCOMPARE(kindOf(harness.sync(days(60))), QStringLiteral("ok"));
    QVERIFY(harness.state().lastSweepAt);

    // A correction far outside the days that every sync fetches.
    const UtcDay old = harness.firstToday() - 45;
    shape.revisedDays = {{old, old}};
    harness.simulator.setProfile(shape);
    harness.moveTo(6);
    QCOMPARE(kindOf(harness.sync()), QStringLiteral("ok"));
    const auto stored = [&] { return support::readStored(harness.store->databaseFile(), {old, old}); };
    const Served unrevised = stored();

    harness.moveTo(7);
    QCOMPARE(kindOf(harness.sync()), QStringLiteral("ok"));

    QVERIFY(!support::firstDifference(stored(), unrevised).isEmpty());
    QCOMPARE(harness.differenceToServed({old, old}), QString());
    QVERIFY(UtcDay::of(*harness.state().lastSweepAt) == harness.today());
}

void TestSync::aRefusedLimitIsRememberedForTheWorkspace()
{
    SyncHarness harness(smallProfile());
    harness.simulator.setFaults({*Fault::named(QStringLiteral("limit-refused"))});
    const DayRange goal = DayRange::endingAt(harness.firstToday(), 30);

    QCOMPARE(kindOf(harness.sync(days(30))), QStringLiteral("ok"));
    QCOMPARE(harness.differenceToServed(goal), QString());
    QCOMPARE(harness.state().pageLimit, 1'000);

    harness.simulator.clearRequests();
    QCOMPARE(kindOf(harness.sync()), QStringLiteral("ok"));
    for (const SeenRequest& request : harness.simulator.requests()) {
        QCOMPARE(request.status, 200);
        QVERIFY(request.query.contains(QLatin1String("limit=1000")));
    }
}

void TestSync::aFirstBackfillAsksForWhatFitsAPage()
{
    // Some 200 rows a day and 1,000 a page: 30 days in a piece would be six pages, and all of it lost when
    // the sync is interrupted.
    Profile shape = smallProfile();
    shape.engineers = 400;
    SyncHarness harness(shape);
    app::store::SyncState state = harness.state();
    state.pageLimit = 1'000;
    auto saved = harness.store->write(
        [state](app::store::Database& database) { return app::store::saveSyncState(database, state); });
    QVERIFY(saved.result());
    const DayRange goal = DayRange::endingAt(harness.firstToday(), 30);

    QCOMPARE(kindOf(harness.sync(days(30))), QStringLiteral("ok"));

    QCOMPARE(harness.differenceToServed(goal), QString());
    int windows = 0;
    for (const RequestRecord& record : harness.ledger()) {
        // The newest seven days are two windows whatever they hold: it may be a weekend that came first.
        if (record.dataset == Dataset::UsagePerEngineer && record.days.last <= harness.firstToday() - 7) {
            ++windows;
            QVERIFY2(*record.rows < state.pageLimit, qPrintable(record.days.first.toIso()));
        }
    }
    QVERIFY2(windows >= 4, qPrintable(QString::number(windows)));
}

void TestSync::aRejectedCursorRestartsItsWindowOnce()
{
    Profile shape = smallProfile();
    shape.pageCap = 10;
    SyncHarness harness(shape);
    const DayRange goal = DayRange::endingAt(harness.firstToday(), 30);

    harness.simulator.setFaults({*Fault::parse(QStringLiteral("cursor-rejected@usage"))});
    QCOMPARE(kindOf(harness.sync(days(30))), QStringLiteral("ok"));
    QCOMPARE(harness.differenceToServed(goal), QString());

    Fault always = *Fault::parse(QStringLiteral("cursor-rejected@usage"));
    always.first = 1;
    always.last = std::numeric_limits<int>::max();
    harness.simulator.setFaults({always});
    const QByteArray before = harness.fingerprint();
    QCOMPARE(kindOf(harness.sync()), QStringLiteral("unexpected_answer"));
    QCOMPARE(harness.fingerprint(), before);
}

void TestSync::failuresKeepWhatWasStored_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("kind");

    const auto row = [](const char* fault, const char* kind) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << QString::fromLatin1(kind);
    };
    row("key-rejected-a", "key_rejected");
    row("key-rejected-b", "key_rejected");
    row("scope-missing", "scope_missing");
    row("scope-missing-401", "scope_missing");
    row("wrong-workspace", "access_denied");
    row("plan", "access_denied");
    row("not-found@usage", "workspace_not_found");
    row("throttled-long", "throttled");
    row("error-500", "service_unavailable");
    row("502-html", "service_unavailable");
    row("502-empty", "service_unavailable");
    row("503-html", "service_unavailable");
    row("504-html", "service_unavailable");
    row("html-200", "service_unavailable");
    row("redirect", "unexpected_answer");
    row("cut-connection", "service_unavailable");
    row("reset", "service_unavailable");
    row("truncated-json", "service_unavailable");
    row("wrong-shape", "unexpected_answer");
    row("bad-number", "unexpected_answer");
}

void TestSync::failuresKeepWhatWasStored()
{
    QFETCH(QString, fault);
    QFETCH(QString, kind);
    SyncHarness harness(smallProfile());
    QCOMPARE(kindOf(harness.sync(days(30))), QStringLiteral("ok"));
    const QByteArray before = harness.fingerprint();
    const auto coverageBefore = harness.coverage(DayRange::endingAt(harness.firstToday(), 30)).counts();

    harness.simulator.setFaults({*Fault::parse(fault)});
    const SyncReport failed = harness.sync();
    QCOMPARE(kindOf(failed), kind);
    QVERIFY(failed.nextSyncAt);
    QCOMPARE(harness.fingerprint(), before);
    QVERIFY(harness.coverage(DayRange::endingAt(harness.firstToday(), 30)).counts() == coverageBefore);
    QCOMPARE(harness.state().lastSync->result, kind);

    harness.simulator.setFaults({});
    QCOMPARE(kindOf(harness.sync()), QStringLiteral("ok"));
    QCOMPARE(harness.differenceToServed(DayRange::endingAt(harness.firstToday(), 30)), QString());
}

void TestSync::whatSucceedsIsKeptWhenOneEndpointFails()
{
    SyncHarness harness(smallProfile());
    const DayRange goal = DayRange::endingAt(harness.firstToday(), 30);
    harness.simulator.setFaults({*Fault::parse(QStringLiteral("scope-missing@code_reviews"))});

    const SyncReport report = harness.sync(days(30));

    QCOMPARE(kindOf(report), QStringLiteral("scope_missing"));
    const Coverage coverage = harness.coverage(goal);
    QCOMPARE(coverage.counts(Dataset::UsagePerEngineer).complete, 30);
    QCOMPARE(coverage.counts(Dataset::UsageWorkspace).complete, 30);
    QCOMPARE(coverage.counts(Dataset::CodeReviews).complete, 0);
    QCOMPARE(coverage.counts(Dataset::CodeReviewResponses).complete, 30);
    QCOMPARE(coverage.counts().complete, 0);
}

void TestSync::routesThatAreGoneAreReportedAsMoved()
{
    SyncHarness harness(smallProfile());
    harness.simulator.setFaults({*Fault::named(QStringLiteral("gone-everywhere"))});
    QCOMPARE(kindOf(harness.sync(days(30))), QStringLiteral("workspace_not_found"));

    harness.simulator.setFaults({});
    QCOMPARE(kindOf(harness.sync()), QStringLiteral("ok"));

    harness.simulator.setFaults({*Fault::named(QStringLiteral("gone-everywhere"))});
    QCOMPARE(kindOf(harness.sync()), QStringLiteral("service_moved"));
}

void TestSync::aShortRetryAfterIsWaitedFor_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("in seconds") << QStringLiteral("throttled-seconds=1@usage#1");
    QTest::newRow("as a date") << QStringLiteral("throttled-date=1@usage#1");
}

void TestSync::aShortRetryAfterIsWaitedFor()
{
    QFETCH(QString, fault);
    SyncHarness harness(smallProfile());
    harness.simulator.setFaults({*Fault::parse(fault)});
    QSignalSpy progress(harness.engine.get(), &SyncEngine::progressed);

    QCOMPARE(kindOf(harness.sync(days(7))), QStringLiteral("ok"));

    bool waited = false;
    for (const QList<QVariant>& arguments : progress) {
        const auto snapshot = arguments.constFirst().value<SyncProgress>();
        if (snapshot.phase == SyncProgress::Phase::Waiting) {
            waited = true;
            QVERIFY(snapshot.waitingUntil);
            QVERIFY(snapshot.waitingBecause);
            QCOMPARE(errorKindName(snapshot.waitingBecause->kind), QStringLiteral("throttled"));
        }
    }
    QVERIFY(waited);
}

void TestSync::cancelEndsAtOnceAndTheNextSyncContinues()
{
    SyncHarness harness(smallProfile());
    // The first answers come, then the service falls silent.
    harness.simulator.setFaults({*Fault::parse(QStringLiteral("stall@usage#4-999"))});
    QSignalSpy finished(harness.engine.get(), &SyncEngine::finished);
    QSignalSpy stored(harness.engine.get(), &SyncEngine::storeChanged);
    auto key = app::secrets::ApiKey::parse(QStringView(Simulator::acceptedKey()));
    QVERIFY(harness.engine->start(days(30), std::move(*key)));
    QTRY_VERIFY(!stored.isEmpty());

    QElapsedTimer timer;
    timer.start();
    harness.engine->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 3'000);

    QVERIFY(timer.elapsed() < 2'000);
    QCOMPARE(kindOf(finished.constFirst().constFirst().value<SyncReport>()), QStringLiteral("cancelled"));
    const Coverage::Counts partly
        = harness.coverage(DayRange::endingAt(harness.firstToday(), 30)).counts(Dataset::UsagePerEngineer);
    QVERIFY(partly.complete > 0);
    QVERIFY(partly.complete < 30);

    harness.simulator.setFaults({});
    QCOMPARE(kindOf(harness.sync()), QStringLiteral("ok"));
    QCOMPARE(harness.differenceToServed(DayRange::endingAt(harness.firstToday(), 30)), QString());
    QVERIFY(harness.state().lastSweepAt);
}

void TestSync::destroyingTheEngineStopsIt()
{
    SyncHarness harness(smallProfile());
    harness.simulator.setFaults({*Fault::named(QStringLiteral("stall"))});
    auto key = app::secrets::ApiKey::parse(QStringView(Simulator::acceptedKey()));
    QVERIFY(harness.engine->start(days(30), std::move(*key)));
    QTRY_VERIFY(harness.simulator.requestCount() > 0);

    QElapsedTimer timer;
    timer.start();
    harness.engine.reset();
    QVERIFY(timer.elapsed() < 2'000);
}

void TestSync::twoSyncsOfOneWorkspaceExcludeEachOther()
{
    SyncHarness harness(smallProfile());
    const auto lock = app::store::WorkspaceLock::acquire(harness.store->folder());
    QVERIFY(lock);

    QCOMPARE(kindOf(harness.sync(days(30))), QStringLiteral("sync_running"));
    QCOMPARE(harness.simulator.requestCount(), 0);
}

void TestSync::progressComesNewestFirst()
{
    SyncHarness harness(smallProfile());
    QSignalSpy progress(harness.engine.get(), &SyncEngine::progressed);
    QSignalSpy stored(harness.engine.get(), &SyncEngine::storeChanged);

    QCOMPARE(kindOf(harness.sync(days(30))), QStringLiteral("ok"));

    QVERIFY(!stored.isEmpty());
    const auto first = stored.constFirst().constFirst().value<DayRange>();
    QVERIFY(first.last == harness.firstToday() || first.last == harness.firstToday() - 1);
    const auto last = progress.constLast().constFirst().value<SyncProgress>();
    QCOMPARE(last.windowsDone, last.windowsTotal);
    QCOMPARE(last.storedDays.size(), 30u);
    QVERIFY(last.engineers > 0);
}

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
