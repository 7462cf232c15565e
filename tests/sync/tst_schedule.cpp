// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/UtcDay.h"
#include "support/FakeClock.h"
#include "support/TestCase.h"
#include "sync/Notices.h"
#include "sync/SyncSchedule.h"

#include <QSignalSpy>

#include <ctime>
#include <vector>

using namespace app::sync;
using namespace std::chrono_literals;
using app::core::Error;
using app::core::ErrorKind;
using app::core::Instant;
using app::core::UtcDay;
using std::chrono::minutes;

namespace {

const UtcDay kDay = *UtcDay::fromIso(u"2026-11-22");
const Instant kNow = kDay.start() + 10h;

Error errorOf(ErrorKind kind, std::optional<std::chrono::seconds> retryAfter = {})
{
    Error error;
    error.kind = kind;
    error.retryAfter = retryAfter;
    return error;
}

} // namespace

/// A program that runs for days: what WorkspaceSession does with the schedule, without store and network.
class Runner : public QObject
{
public:
    explicit Runner(support::FakeClock& clock)
        : m_clock(clock)
        , schedule(clock)
    {
        connect(&schedule, &SyncSchedule::due, this, [this] {
            syncs.push_back(m_clock.now());
            if (fails) {
                history.lastError = errorOf(ErrorKind::Offline);
                history.failingSince = history.failingSince.value_or(m_clock.now());
            } else {
                history = {m_clock.now(), {}, {}};
            }
            plan();
        });
    }
    void plan() { schedule.setNext(planNextSync(m_clock.now(), history, hours, 0)); }
    /// The computer is awake: the schedule looks every minute.
    void live(minutes span)
    {
        for (minutes passed = 0min; passed < span; ++passed) {
            m_clock.advance(1min);
            schedule.check();
        }
    }
    /// The computer sleeps: nobody looks.
    void sleep(minutes span) { m_clock.advance(span); }

private:
    support::FakeClock& m_clock;

public:
    SyncSchedule schedule;
    SyncHistory history;
    std::vector<Instant> syncs;
    int hours = 4;
    bool fails = false;
};

class TestSchedule : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void atStartOnlyWhatIsOldIsDue_data();
    void atStartOnlyWhatIsOldIsDue();
    void everyIntervalHasOneSync_data();
    void everyIntervalHasOneSync();
    void sleepAcrossSeveralIntervalsIsOneSync();
    void wakeAndNetworkTogetherAreOneSync();
    void eventsRightAfterASuccessChangeNothing();
    void anEventAfterAFailureWaitsForABreath();
    void anEventDoesNotOvertakeTheTimeThatTheServiceNamed();
    void failuresAreRetriedWithGrowingPatience();
    void nothingIsDueWhileStopped();
    void aNewIntervalCountsAtOnce();
    void aClockThatIsSetBackKeepsTheWait();
    void aClockThatIsSetForwardIsOneSync();
    void aSuccessInTheFutureIsNotBelieved();
    void summerTimeMeansNothing_data();
    void summerTimeMeansNothing();
    void keysAreAnnouncedFourTimes();
    void lateStartsAreToldOnce_data();
    void lateStartsAreToldOnce();
    void failuresAreToldOnceADay();
};

void TestSchedule::atStartOnlyWhatIsOldIsDue_data()
{
    QTest::addColumn<int>("minutesAgo"); // -1 = never
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("never synced") << -1 << true;
    QTest::newRow("just now") << 0 << false;
    QTest::newRow("a minute too young") << 239 << false;
    QTest::newRow("exactly as old as the interval") << 240 << true;
    QTest::newRow("days ago") << 5000 << true;
}

void TestSchedule::atStartOnlyWhatIsOldIsDue()
{
    QFETCH(int, minutesAgo);
    QFETCH(bool, atOnce);
    support::FakeClock clock(kNow);
    Runner runner(clock);
    if (minutesAgo >= 0) {
        runner.history.lastSuccess = kNow - minutes(minutesAgo);
    }

    runner.plan();

    QCOMPARE(runner.syncs.size(), std::size_t(atOnce ? 1 : 0));
}

void TestSchedule::everyIntervalHasOneSync_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<int>("syncs"); // in two days
    QTest::newRow("every hour") << 1 << 48;
    QTest::newRow("every 4 hours") << 4 << 12;
    QTest::newRow("every 24 hours") << 24 << 2;
}

void TestSchedule::everyIntervalHasOneSync()
{
    QFETCH(int, hours);
    QFETCH(int, syncs);
    support::FakeClock clock(kNow);
    Runner runner(clock);
    runner.hours = hours;
    runner.history.lastSuccess = kNow;
    runner.plan();

    runner.live(48h);

    QCOMPARE(runner.syncs.size(), std::size_t(syncs));
    for (std::size_t i = 0; i < runner.syncs.size(); ++i) {
        QVERIFY(runner.syncs[i] == kNow + std::chrono::hours(hours) * (static_cast<int>(i) + 1));
    }
}

void TestSchedule::sleepAcrossSeveralIntervalsIsOneSync()
{
    support::FakeClock clock(kNow);
    Runner runner(clock);
    runner.history.lastSuccess = kNow;
    runner.plan();

    runner.sleep(3 * 24h);
    runner.schedule.check(); // the late timer
    runner.schedule.nudge(); // the system says that it woke
    runner.schedule.nudge(); // and the network is back

    QCOMPARE(runner.syncs.size(), std::size_t(1));
    runner.live(4h);
    QCOMPARE(runner.syncs.size(), std::size_t(2));
}

void TestSchedule::wakeAndNetworkTogetherAreOneSync()
{
    // As above in another order, with a run that is still going on when the next event comes.
    support::FakeClock clock(kNow);
    SyncSchedule schedule(clock);
    QSignalSpy due(&schedule, &SyncSchedule::due);
    schedule.setNext(planNextSync(kNow, {kNow, {}, {}}, 4, 0));
    clock.advance(2h);

    schedule.nudge();
    QCOMPARE(due.count(), 1);
    schedule.nudge();
    schedule.check();
    clock.advance(24h);
    schedule.nudge();
    schedule.check();

    QCOMPARE(due.count(), 1);
    QVERIFY(!schedule.next());
}

void TestSchedule::eventsRightAfterASuccessChangeNothing()
{
    support::FakeClock clock(kNow);
    Runner runner(clock);
    runner.history.lastSuccess = kNow;
    runner.plan();

    for (int minute = 0; minute < 29; ++minute) { // a lid that opens and closes, a network that flaps
        clock.advance(1min);
        runner.schedule.nudge();
    }
    QVERIFY(runner.syncs.empty());
    QVERIFY(runner.schedule.next() == kNow + 4h);

    clock.advance(1min);
    runner.schedule.nudge();
    QCOMPARE(runner.syncs.size(), std::size_t(1));
}

void TestSchedule::anEventAfterAFailureWaitsForABreath()
{
    support::FakeClock clock(kNow);
    Runner runner(clock);
    runner.fails = true;
    runner.plan();
    QCOMPARE(runner.syncs.size(), std::size_t(1));
    QSignalSpy moved(&runner.schedule, &SyncSchedule::nextChanged);

    // Woke without a network: it comes back some seconds later.
    clock.advance(8s);
    runner.schedule.nudge();
    runner.schedule.nudge();

    QCOMPARE(runner.syncs.size(), std::size_t(1));
    QVERIFY(runner.schedule.next() == kNow + 30s);
    QCOMPARE(moved.count(), 1);
    runner.fails = false;
    clock.advance(22s);
    runner.schedule.check();
    QCOMPARE(runner.syncs.size(), std::size_t(2));
    QVERIFY(runner.schedule.next() == kNow + 30s + 4h);
}

void TestSchedule::anEventDoesNotOvertakeTheTimeThatTheServiceNamed()
{
    support::FakeClock clock(kNow);
    SyncSchedule schedule(clock);
    QSignalSpy due(&schedule, &SyncSchedule::due);
    schedule.setNext(planNextSync(kNow, {{}, errorOf(ErrorKind::Throttled, 40min), kNow}, 4, 1));
    QVERIFY(schedule.next() == kNow + 40min);

    clock.advance(39min);
    schedule.nudge();
    QCOMPARE(due.count(), 0);
    QVERIFY(schedule.next() == kNow + 40min);
    clock.advance(1min);
    schedule.nudge();
    QCOMPARE(due.count(), 1);
}

void TestSchedule::failuresAreRetriedWithGrowingPatience()
{
    support::FakeClock clock(kNow);
    Runner runner(clock);
    runner.fails = true;
    runner.plan();

    runner.live(24h);

    const std::vector<minutes> expected{
        0min, 5min, 10min, 20min, 40min, 80min, 160min, 320min, 560min, 800min, 1040min, 1280min};
    QCOMPARE(runner.syncs.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY2(runner.syncs[i] == kNow + expected[i], qPrintable(QString::number(i)));
    }

    // With an hour between two syncs nobody waits longer than that.
    runner.hours = 1;
    runner.history.failingSince = clock.now() - 3 * 24h;
    QVERIFY(planNextSync(clock.now(), runner.history, 1, 0).at == clock.now() + 1h);
    QVERIFY(planNextSync(clock.now(), runner.history, 1, 1).at == clock.now() + 66min);
    // A clock that was set back since the first failure shortens no wait below the least.
    runner.history.failingSince = clock.now() + 24h;
    QVERIFY(planNextSync(clock.now(), runner.history, 1, 0).at == clock.now() + 5min);
}

void TestSchedule::nothingIsDueWhileStopped()
{
    support::FakeClock clock(kNow);
    Runner runner(clock);
    runner.history.lastSuccess = kNow;
    runner.plan();

    runner.schedule.stop(); // paused
    runner.live(12h);
    runner.sleep(12h);
    runner.schedule.nudge();
    QVERIFY(runner.syncs.empty());
    QVERIFY(!runner.schedule.next());

    runner.plan(); // resumed
    QCOMPARE(runner.syncs.size(), std::size_t(1));
}

void TestSchedule::aNewIntervalCountsAtOnce()
{
    support::FakeClock clock(kNow);
    Runner runner(clock);
    runner.hours = 24;
    runner.history.lastSuccess = kNow;
    runner.plan();
    runner.live(5h);
    QVERIFY(runner.syncs.empty());

    runner.hours = 6;
    runner.plan();
    QVERIFY(runner.schedule.next() == kNow + 6h);
    runner.hours = 4; // that is over already
    runner.plan();

    QCOMPARE(runner.syncs.size(), std::size_t(1));
    QVERIFY(runner.schedule.next() == kNow + 9h);
}

void TestSchedule::aClockThatIsSetBackKeepsTheWait()
{
    support::FakeClock clock(kNow);
    Runner runner(clock);
    runner.history.lastSuccess = kNow;
    runner.plan();
    runner.live(1h);
    QSignalSpy moved(&runner.schedule, &SyncSchedule::nextChanged);

    clock.advance(-30 * 24h);
    runner.schedule.check();

    QCOMPARE(moved.count(), 1);
    QVERIFY(runner.schedule.next() == clock.now() + 3h);
    runner.live(3h);
    QCOMPARE(runner.syncs.size(), std::size_t(1));

    // Also when an event is the first to look.
    clock.advance(-7h);
    runner.schedule.nudge();
    QCOMPARE(runner.syncs.size(), std::size_t(1));
    QVERIFY(runner.schedule.next() == clock.now() + 4h);
}

void TestSchedule::aClockThatIsSetForwardIsOneSync()
{
    support::FakeClock clock(kNow);
    Runner runner(clock);
    runner.history.lastSuccess = kNow;
    runner.plan();
    runner.live(1h);

    clock.advance(400 * 24h);
    runner.schedule.check();
    QCOMPARE(runner.syncs.size(), std::size_t(1));
    // And back to the right time: the plan follows.
    clock.advance(-400 * 24h);
    runner.schedule.check();
    QCOMPARE(runner.syncs.size(), std::size_t(1));
    QVERIFY(runner.schedule.next() == clock.now() + 4h);
}

void TestSchedule::aSuccessInTheFutureIsNotBelieved()
{
    const Instant future = kNow + 365 * 24h;
    QVERIFY(nextSyncTime(kNow, future, std::nullopt, 4, 1) == kNow);
    const NextSync next = planNextSync(kNow, {future, {}, {}}, 4, 1);
    QVERIFY(next.at == kNow);
    QVERIFY(next.eventsFrom == kNow);
}

void TestSchedule::summerTimeMeansNothing_data()
{
    QTest::addColumn<QString>("day");
    QTest::newRow("an hour is missing") << QStringLiteral("2026-03-29");
    QTest::newRow("an hour comes twice") << QStringLiteral("2026-10-25");
}

void TestSchedule::summerTimeMeansNothing()
{
    QFETCH(QString, day);
    qputenv("TZ", "Europe/Berlin");
    tzset();
    const Instant midnight = UtcDay::fromIso(day)->start();
    support::FakeClock clock(midnight);
    Runner runner(clock);
    runner.history.lastSuccess = midnight;
    runner.plan();

    runner.live(24h);

    qputenv("TZ", "UTC");
    tzset();
    QCOMPARE(runner.syncs.size(), std::size_t(6));
    for (std::size_t i = 0; i < runner.syncs.size(); ++i) {
        QVERIFY(runner.syncs[i] == midnight + 4h * (static_cast<int>(i) + 1));
    }
}

void TestSchedule::keysAreAnnouncedFourTimes()
{
    // Ninety days pass, and every hour somebody asks.
    const UtcDay ends = kDay + 60;
    std::optional<int> given;
    std::vector<int> told;
    for (UtcDay today = kDay; today <= kDay + 90; ++today) {
        for (int hour = 0; hour < 24; ++hour) {
            if (const auto notice = expiryNoticeDue(today, ends, given)) {
                given = notice->mark;
                told.push_back(notice->daysLeft);
            }
        }
    }
    QCOMPARE(told, (std::vector<int>{30, 7, 1, 0}));
    QVERIFY(!expiryNoticeDue(kDay, std::nullopt, std::nullopt));
}

void TestSchedule::lateStartsAreToldOnce_data()
{
    QTest::addColumn<int>("daysLeft");
    QTest::addColumn<int>("given"); // -1 = nothing yet
    QTest::addColumn<int>("mark"); // -1 = no notice
    QTest::newRow("long before") << 31 << -1 << -1;
    QTest::newRow("on the first day") << 30 << -1 << 30;
    QTest::newRow("back from holidays") << 12 << -1 << 30;
    QTest::newRow("told of thirty, twelve left") << 12 << 30 << -1;
    QTest::newRow("told of thirty, five left") << 5 << 30 << 7;
    QTest::newRow("nothing told, five left") << 5 << -1 << 7;
    QTest::newRow("tomorrow") << 1 << 7 << 1;
    QTest::newRow("today") << 0 << 1 << 0;
    QTest::newRow("over, never told") << -20 << 1 << 0;
    QTest::newRow("over, told") << -20 << 0 << -1;
    QTest::newRow("told of one, the clock went back") << 25 << 1 << -1;
}

void TestSchedule::lateStartsAreToldOnce()
{
    QFETCH(int, daysLeft);
    QFETCH(int, given);
    QFETCH(int, mark);

    const auto notice
        = expiryNoticeDue(kDay, kDay + daysLeft, given < 0 ? std::nullopt : std::optional(given));

    QCOMPARE(notice.has_value(), mark >= 0);
    if (notice) {
        QCOMPARE(notice->mark, mark);
        QCOMPARE(notice->daysLeft, daysLeft);
    }
}

void TestSchedule::failuresAreToldOnceADay()
{
    std::optional<Instant> given;
    std::vector<minutes> told;
    for (minutes passed = 0min; passed < 80h; passed += 1min) {
        if (failureNoticeDue(kNow + passed, kNow, given)) {
            given = kNow + passed;
            told.push_back(passed);
        }
    }
    QCOMPARE(told, (std::vector<minutes>{24h, 48h, 72h}));

    QVERIFY(!failureNoticeDue(kNow, std::nullopt, std::nullopt));
    // After a success and a new failure the day begins anew.
    QVERIFY(!failureNoticeDue(kNow + 80h, kNow + 60h, std::nullopt));
    // Told in a future that never came.
    QVERIFY(failureNoticeDue(kNow + 30h, kNow, kNow + 400h));
    // The clock was set back to before the first failure.
    QVERIFY(!failureNoticeDue(kNow - 30h, kNow, std::nullopt));
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
