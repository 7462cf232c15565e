// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/FakeClock.h"
#include "support/TestCase.h"
#include "sync/SyncPlan.h"
#include "sync/SyncSchedule.h"

#include <QSignalSpy>

using namespace app::core;
using namespace app::records;
using namespace app::sync;
using namespace std::chrono_literals;

namespace {

const UtcDay kToday = *UtcDay::fromIso(u"2026-11-22");

DayRange ago(int oldest, int newest)
{
    return {kToday - oldest, kToday - newest};
}

// Coverage of the whole look-back in which every dataset of a day has the same state.
Coverage coverageOf(const std::function<DayState(int daysAgo)>& stateOf)
{
    Coverage coverage;
    coverage.range = DayRange::endingAt(kToday, kLookBackDays);
    for (auto& days : coverage.perDataset) {
        for (int daysAgo = kLookBackDays - 1; daysAgo >= 0; --daysAgo) {
            days.push_back(stateOf(daysAgo));
        }
    }
    return coverage;
}

PlanInput input(int goalDays, const std::function<DayState(int)>& stateOf)
{
    PlanInput result;
    result.today = kToday;
    result.goalFrom = kToday - (goalDays - 1);
    result.coverage = coverageOf(stateOf);
    return result;
}

std::vector<DayRange> rangesOf(const SyncPlan& plan, Dataset dataset)
{
    std::vector<DayRange> ranges;
    for (const Window& window : plan.of(dataset)) {
        ranges.push_back(window.days);
    }
    return ranges;
}

DayState nothingStored(int)
{
    return DayState::Missing;
}

DayState settled(int daysAgo)
{
    return daysAgo <= 1 ? DayState::Provisional : DayState::Final;
}

} // namespace

class TestSyncPlan : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void firstBackfillGoesNewestFirst();
    void backfillOfNinetyDaysIsCutIntoThirtyDayWindows();
    void windowsShrinkToWhatOnePageHolds();
    void oneEngineerDayLargerThanAPageIsAWindowOfOneDay();
    void settledStoreFetchesSevenAndThirtyDays();
    void missingAndProvisionalDaysAreFetchedAgain();
    void gapsAreNotBridged();
    void daysThatAreNotOfferedWaitForTheSweep();
    void sweepFetchesEverythingSinceTheGoal();
    void neverAsksBeyondTheLookBack();
    void sweepIsDueAWeekAfterTheLastOne();
    void nextSyncFollowsTheInterval_data();
    void nextSyncFollowsTheInterval();
    void scheduleIsDueAtOnceWhenTheTimeHasPassed();
    void scheduleWaitsForItsTime();
};

void TestSyncPlan::firstBackfillGoesNewestFirst()
{
    const SyncPlan plan = planSync(input(30, nothingStored));

    const std::vector<DayRange> expected{ago(1, 0), ago(6, 2), ago(29, 7)};
    for (const Dataset dataset : kDatasets) {
        QVERIFY2(rangesOf(plan, dataset) == expected, qPrintable(datasetName(dataset)));
    }
    QVERIFY(plan.span() == ago(29, 0));
}

void TestSyncPlan::backfillOfNinetyDaysIsCutIntoThirtyDayWindows()
{
    const SyncPlan plan = planSync(input(90, nothingStored));

    const std::vector<DayRange> expected{ago(1, 0), ago(6, 2), ago(36, 7), ago(66, 37), ago(89, 67)};
    QVERIFY(rangesOf(plan, Dataset::UsagePerEngineer) == expected);
}

void TestSyncPlan::windowsShrinkToWhatOnePageHolds()
{
    PlanInput wanted = input(30, nothingStored);
    wanted.rowsPerDay = 3'000; // ten days fill a page of 30,000 rows
    const SyncPlan plan = planSync(wanted);

    const std::vector<DayRange> perEngineer{ago(1, 0), ago(6, 2), ago(16, 7), ago(26, 17), ago(29, 27)};
    QVERIFY(rangesOf(plan, Dataset::UsagePerEngineer) == perEngineer);
    const std::vector<DayRange> workspace{ago(1, 0), ago(6, 2), ago(29, 7)};
    QVERIFY(rangesOf(plan, Dataset::UsageWorkspace) == workspace);
}

void TestSyncPlan::oneEngineerDayLargerThanAPageIsAWindowOfOneDay()
{
    PlanInput wanted = input(7, nothingStored);
    wanted.rowsPerDay = 50'000;
    const SyncPlan plan = planSync(wanted);

    QCOMPARE(plan.of(Dataset::UsagePerEngineer).size(), 7u);
    for (const Window& window : plan.of(Dataset::UsagePerEngineer)) {
        QCOMPARE(window.days.length(), 1);
    }
}

void TestSyncPlan::settledStoreFetchesSevenAndThirtyDays()
{
    const SyncPlan plan = planSync(input(90, settled));

    const std::vector<DayRange> usage{ago(1, 0), ago(6, 2)};
    const std::vector<DayRange> reviews{ago(1, 0), ago(6, 2), ago(29, 7)};
    QVERIFY(rangesOf(plan, Dataset::UsagePerEngineer) == usage);
    QVERIFY(rangesOf(plan, Dataset::UsageWorkspace) == usage);
    QVERIFY(rangesOf(plan, Dataset::CodeReviews) == reviews);
    QVERIFY(rangesOf(plan, Dataset::CodeReviewResponses) == reviews);
}

void TestSyncPlan::missingAndProvisionalDaysAreFetchedAgain()
{
    const SyncPlan plan = planSync(input(60, [](int daysAgo) {
        if (daysAgo == 40) {
            return DayState::Missing;
        }
        return daysAgo == 41 ? DayState::Provisional : DayState::Final;
    }));

    const std::vector<DayRange> usage{ago(1, 0), ago(6, 2), ago(41, 40)};
    QVERIFY(rangesOf(plan, Dataset::UsagePerEngineer) == usage);
}

void TestSyncPlan::gapsAreNotBridged()
{
    const SyncPlan plan = planSync(input(60,
        [](int daysAgo) { return daysAgo == 40 || daysAgo == 45 ? DayState::Missing : DayState::Final; }));

    const std::vector<DayRange> usage{ago(1, 0), ago(6, 2), ago(40, 40), ago(45, 45)};
    QVERIFY(rangesOf(plan, Dataset::UsagePerEngineer) == usage);
}

void TestSyncPlan::daysThatAreNotOfferedWaitForTheSweep()
{
    PlanInput wanted
        = input(90, [](int daysAgo) { return daysAgo >= 84 ? DayState::NotOffered : DayState::Final; });
    const std::vector<DayRange> usage{ago(1, 0), ago(6, 2)};
    QVERIFY(rangesOf(planSync(wanted), Dataset::UsagePerEngineer) == usage);

    wanted.sweep = true;
    QVERIFY(planSync(wanted).span() == ago(89, 0));
}

void TestSyncPlan::sweepFetchesEverythingSinceTheGoal()
{
    PlanInput wanted = input(60, settled);
    wanted.sweep = true;
    const SyncPlan plan = planSync(wanted);

    const std::vector<DayRange> expected{ago(1, 0), ago(6, 2), ago(36, 7), ago(59, 37)};
    for (const Dataset dataset : kDatasets) {
        QVERIFY2(rangesOf(plan, dataset) == expected, qPrintable(datasetName(dataset)));
    }
}

void TestSyncPlan::neverAsksBeyondTheLookBack()
{
    PlanInput wanted = input(400, nothingStored);
    wanted.sweep = true;
    QVERIFY(planSync(wanted).span() == ago(89, 0));
}

void TestSyncPlan::sweepIsDueAWeekAfterTheLastOne()
{
    const Instant now = kToday.start() + 10h;
    QVERIFY(!isSweepDue(std::nullopt, now));
    QVERIFY(!isSweepDue(now - 7 * 24h + 1ms, now));
    QVERIFY(isSweepDue(now - 7 * 24h, now));
    // Noted by a clock that was ahead.
    QVERIFY(!isSweepDue(now + 23h, now));
    QVERIFY(isSweepDue(now + 24h, now));
}

void TestSyncPlan::nextSyncFollowsTheInterval_data()
{
    QTest::addColumn<int>("lastSuccessMinutesAgo"); // -1 = never
    QTest::addColumn<bool>("failed");
    QTest::addColumn<int>("retryAfterSeconds"); // -1 = not named
    QTest::addColumn<double>("jitter");
    QTest::addColumn<int>("minutesFromNow");

    QTest::newRow("just succeeded") << 0 << false << -1 << 0.0 << 240;
    QTest::newRow("just succeeded, most jitter") << 0 << false << -1 << 1.0 << 264;
    QTest::newRow("just succeeded, least jitter") << 0 << false << -1 << -1.0 << 216;
    QTest::newRow("an hour ago") << 60 << false << -1 << 0.0 << 180;
    QTest::newRow("too old is due now") << 600 << false << -1 << 0.0 << 0;
    QTest::newRow("never") << -1 << false << -1 << 0.0 << 0;
    QTest::newRow("a failure waits for the interval") << 600 << true << -1 << 0.0 << 240;
    QTest::newRow("a named time is kept") << 600 << true << 1800 << 0.0 << 30;
}

void TestSyncPlan::nextSyncFollowsTheInterval()
{
    QFETCH(int, lastSuccessMinutesAgo);
    QFETCH(bool, failed);
    QFETCH(int, retryAfterSeconds);
    QFETCH(double, jitter);
    QFETCH(int, minutesFromNow);

    const Instant now = kToday.start() + 10h;
    std::optional<Instant> lastSuccess;
    if (lastSuccessMinutesAgo >= 0) {
        lastSuccess = now - std::chrono::minutes(lastSuccessMinutesAgo);
    }
    std::optional<Error> error;
    if (failed) {
        error = Error{};
        error->kind = ErrorKind::Throttled;
        if (retryAfterSeconds >= 0) {
            error->retryAfter = std::chrono::seconds(retryAfterSeconds);
        }
    }
    QVERIFY(nextSyncTime(now, lastSuccess, error, 4, jitter) == now + std::chrono::minutes(minutesFromNow));
}

void TestSyncPlan::scheduleIsDueAtOnceWhenTheTimeHasPassed()
{
    support::FakeClock clock(kToday.start());
    SyncSchedule schedule(clock);
    QSignalSpy due(&schedule, &SyncSchedule::due);

    schedule.setNext(clock.now() - 1s);

    QCOMPARE(due.count(), 1);
    QVERIFY(!schedule.next());
}

void TestSyncPlan::scheduleWaitsForItsTime()
{
    support::FakeClock clock(kToday.start());
    SyncSchedule schedule(clock);
    QSignalSpy due(&schedule, &SyncSchedule::due);

    schedule.setNext(clock.now() + 40ms);
    QCOMPARE(due.count(), 0);
    clock.advance(40ms);

    QTRY_COMPARE(due.count(), 1);
}

QTEST_GUILESS_MAIN(TestSyncPlan)
#include "tst_syncplan.moc"
