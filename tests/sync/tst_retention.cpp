// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Integrity.h"
#include "store/Pruning.h"
#include "support/TestCase.h"
#include "sync/SyncHarness.h"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace app::core;
using namespace app::records;
using namespace app::simulator;
using namespace app::sync;
using support::SyncHarness;

namespace {

Profile smallProfile()
{
    Profile profile = *Profile::named(QStringLiteral("default"));
    profile.engineers = 8;
    profile.days = 120;
    profile.seed = 5;
    profile.today = *UtcDay::fromIso(u"2026-11-22");
    return profile;
}

QString kindOf(const SyncReport& report)
{
    return report.error ? errorKindName(report.error->kind) : QStringLiteral("ok");
}

SyncRequest keeping(std::optional<int> months)
{
    SyncRequest request;
    request.retentionMonths = months;
    return request;
}

UtcDay oldestDay(const SyncHarness& harness)
{
    SQLite::Database database(harness.store->databaseFile().toStdString(), SQLite::OPEN_READONLY);
    return UtcDay::fromNumber(database.execAndGet("SELECT min(day) FROM coverage").getInt());
}

} // namespace

/// What is older than the months that are kept goes at the end of a sync, and never comes back.
class TestRetention : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsKeptByDefault();
    void whatIsTooOldGoesAndStaysAway();
    void anEndpointThatFailsIsNoReasonToKeepIt();
    void nothingGoesOnTheWordOfThisClockAlone();
};

void TestRetention::everythingIsKeptByDefault()
{
    SyncHarness harness(smallProfile());
    SyncRequest first;
    first.days = 90;
    QCOMPARE(kindOf(harness.sync(first)), QStringLiteral("ok"));
    const UtcDay oldest = oldestDay(harness);
    harness.moveTo(20);
    QCOMPARE(kindOf(harness.sync(keeping(std::nullopt))), QStringLiteral("ok"));
    QVERIFY(oldestDay(harness) == oldest);
    QVERIFY(harness.state().goalFrom == harness.firstToday() - 89);
}

void TestRetention::whatIsTooOldGoesAndStaysAway()
{
    SyncHarness harness(smallProfile());
    SyncRequest first = keeping(3);
    first.days = 90;
    // Three months reach beyond 90 days: nothing goes on the first day.
    QCOMPARE(kindOf(harness.sync(first)), QStringLiteral("ok"));
    QVERIFY(oldestDay(harness) == harness.firstToday() - 89);

    harness.moveTo(20);
    const UtcDay kept = app::store::firstKeptDay(harness.today(), 3);
    QVERIFY(harness.firstToday() - 89 < kept);
    const SyncReport pruned = harness.sync(keeping(3));
    QCOMPARE(kindOf(pruned), QStringLiteral("ok"));
    QVERIFY(oldestDay(harness) == kept);
    QVERIFY(harness.state().goalFrom == kept);
    QVERIFY(pruned.changed.first < kept); // whoever shows those days has to look again
    const Coverage::Counts counts = harness.coverage({kept, harness.today()}).counts();
    QCOMPARE(counts.missing, 0);

    // Neither the next sync nor a sweep nor asking for 90 days again brings them back.
    for (SyncRequest request : {keeping(3), keeping(3), keeping(3)}) {
        request.fullSweep = true;
        request.days = 90;
        harness.simulator.clearRequests();
        QCOMPARE(kindOf(harness.sync(request)), QStringLiteral("ok"));
        QVERIFY(oldestDay(harness) == kept);
        const QString tooOld = (kept - 1).toIso();
        const QList<SeenRequest> requests = harness.simulator.requests();
        for (const SeenRequest& seen : requests) {
            QVERIFY2(!seen.query.contains(tooOld), qPrintable(seen.query));
        }
    }
    auto whole = harness.store->write(
        [](app::store::Database& database) { return app::store::checkIntegrity(database); });
    whole.waitForFinished();
    QVERIFY(whole.result());
    QCOMPARE(harness.differenceToServed({harness.today() - 80, harness.today()}), QString());
    QVERIFY(harness.state().lastSweepAt);
}

void TestRetention::anEndpointThatFailsIsNoReasonToKeepIt()
{
    SyncHarness harness(smallProfile());
    SyncRequest first;
    first.days = 90;
    QCOMPARE(kindOf(harness.sync(first)), QStringLiteral("ok"));
    harness.moveTo(30);
    harness.simulator.setFaults({*Fault::parse(QStringLiteral("key-rejected-a@code_reviews"))});
    QCOMPARE(kindOf(harness.sync(keeping(3))), QStringLiteral("key_rejected"));
    QCOMPARE(oldestDay(harness).toIso(), app::store::firstKeptDay(harness.today(), 3).toIso());
}

void TestRetention::nothingGoesOnTheWordOfThisClockAlone()
{
    SyncHarness harness(smallProfile());
    SyncRequest first;
    first.days = 90;
    QCOMPARE(kindOf(harness.sync(first)), QStringLiteral("ok"));
    const UtcDay oldest = oldestDay(harness);
    // Years ahead, and the service still lives in November.
    harness.clock.set((harness.firstToday() + 900).start());
    harness.sync(keeping(3));
    QVERIFY(oldestDay(harness) == oldest);
    // As far as this computer can tell, it is much later; no answer says so.
    harness.moveTo(60);
    harness.simulator.setFaults({*Fault::named(QStringLiteral("key-rejected-a"))});
    QCOMPARE(kindOf(harness.sync(keeping(3))), QStringLiteral("key_rejected"));
    QVERIFY(oldestDay(harness) == oldest);
}

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
