// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "insights/PersonMetrics.h"
#include "support/TestCase.h"

using namespace app;

namespace {

store::EngineerSummary person(int number, std::int64_t turns, std::int64_t threads,
    std::optional<double> credits, records::Tokens tokens, int activeDays)
{
    store::EngineerSummary summary;
    summary.userId = "user-" + std::to_string(number);
    summary.activeDays = activeDays;
    summary.totals.turns = turns;
    summary.totals.threads = threads;
    summary.totals.costs.credits = credits;
    summary.totals.tokens = tokens;
    return summary;
}

/// Five active people, one idle, and rows without a person.
std::vector<store::EngineerSummary> people()
{
    std::vector<store::EngineerSummary> result{
        person(1, 10, 5, 40.0, {100, 300, 1, {}}, 1), // 2 per thread, 4 per turn, 0.75
        person(2, 20, 5, 20.0, {100, 100, 1, {}}, 2), // 4, 1, 0.5
        person(3, 30, 10, 90.0, {200, 0, 1, {}}, 3), // 3, 3, 0
        person(4, 40, 4, 80.0, {10, 90, 1, {}}, 9), // 10, 2, 0.9
        person(5, 500, 100, 2'500.0, {400, 600, 1, {}}, 20), // 5, 5, 0.6
        person(6, 0, 0, {}, {}, 0),
    };
    result.push_back(person(7, 9'999, 1, 9'999.0, {}, 30));
    result.back().userId.reset();
    return result;
}

} // namespace

class TestPersonMetrics : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void quantilesAreInterpolated_data();
    void quantilesAreInterpolated();
    void quantileOfNothingIsNone();
    void mediansAreOfActivePeople();
    void fewerThanFiveAreNotCompared();
    void whoHasNoFigureIsNotInItsMedian();
    void middleHalvesNeedFiveActivePeople();
    void startIsUnknownInTheFirst28StoredDays_data();
    void startIsUnknownInTheFirst28StoredDays();
};

void TestPersonMetrics::quantilesAreInterpolated_data()
{
    using Values = std::vector<double>;
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("expected");
    // By hand: h = (n − 1) p.
    QTest::newRow("median of an odd number") << Values{9, 1, 5} << 0.5 << 5.0;
    QTest::newRow("median of an even number") << Values{4, 1, 3, 2} << 0.5 << 2.5;
    QTest::newRow("P25 of four: h = 0.75") << Values{40, 10, 30, 20} << 0.25 << 17.5;
    QTest::newRow("P75 of four: h = 2.25") << Values{40, 10, 30, 20} << 0.75 << 32.5;
    QTest::newRow("P25 of five: h = 1") << Values{5, 4, 3, 2, 1} << 0.25 << 2.0;
    QTest::newRow("P75 of six: h = 3.75") << Values{1, 2, 4, 8, 16, 32} << 0.75 << 14.0;
    QTest::newRow("least") << Values{3, 7, 2} << 0.0 << 2.0;
    QTest::newRow("largest") << Values{3, 7, 2} << 1.0 << 7.0;
    QTest::newRow("one value") << Values{8} << 0.75 << 8.0;
    QTest::newRow("equal values") << Values{2, 2, 2, 9} << 0.25 << 2.0;
}

void TestPersonMetrics::quantilesAreInterpolated()
{
    QFETCH(std::vector<double>, values);
    QFETCH(double, p);
    QFETCH(double, expected);
    const auto found = insights::quantile(values, p);
    QVERIFY(found);
    QCOMPARE(*found, expected);
}

void TestPersonMetrics::quantileOfNothingIsNone()
{
    QVERIFY(!insights::quantile({}, 0.5));
}

void TestPersonMetrics::mediansAreOfActivePeople()
{
    const auto medians = insights::workspaceMedians(people(), &records::Costs::credits);
    QCOMPARE(medians.activePeople, std::size_t{5});
    QCOMPARE(medians.activeDays, std::optional(3.0));
    QCOMPARE(medians.turns, std::optional(30.0));
    QCOMPARE(medians.threads, std::optional(5.0));
    QCOMPARE(medians.cost, std::optional(80.0));
    QCOMPARE(medians.turnsPerThread, std::optional(4.0));
    QCOMPARE(medians.costPerTurn, std::optional(3.0));
    QCOMPARE(medians.cacheRatio, std::optional(0.6));
}

void TestPersonMetrics::fewerThanFiveAreNotCompared()
{
    auto four = people();
    four.erase(four.begin());
    const auto medians = insights::workspaceMedians(four, &records::Costs::credits);
    QCOMPARE(medians.activePeople, std::size_t{4});
    QVERIFY(!medians.turns && !medians.threads && !medians.cost && !medians.costPerTurn && !medians.cacheRatio
        && !medians.activeDays && !medians.turnsPerThread);
}

void TestPersonMetrics::whoHasNoFigureIsNotInItsMedian()
{
    auto five = people();
    five[2].totals.costs.credits.reset();
    auto medians = insights::workspaceMedians(five, &records::Costs::credits);
    QCOMPARE(medians.turns, std::optional(30.0));
    QVERIFY(!medians.cost); // only four have one
    QVERIFY(!medians.costPerTurn);

    // In a workspace that is billed in USD nobody has one here.
    medians = insights::workspaceMedians(people(), &records::Costs::costUsd);
    QVERIFY(!medians.cost);
    QCOMPARE(medians.turns, std::optional(30.0));
}

void TestPersonMetrics::middleHalvesNeedFiveActivePeople()
{
    const auto halves
        = insights::middleHalves({{8, 1, 2, 4, 16}, {1, 2, 3, 4}, {}, {10, 20, 30, 40, 50, 60}});
    QCOMPARE(halves.size(), std::size_t{4});
    QCOMPARE(halves[0], std::optional(insights::MiddleHalf{2, 8}));
    QVERIFY(!halves[1]);
    QVERIFY(!halves[2]);
    QCOMPARE(halves[3], std::optional(insights::MiddleHalf{22.5, 47.5})); // h = 1.25 and 3.75
}

void TestPersonMetrics::startIsUnknownInTheFirst28StoredDays_data()
{
    QTest::addColumn<bool>("wasActive");
    QTest::addColumn<std::int64_t>("storedDays");
    QTest::addColumn<bool>("unknown");
    QTest::newRow("never active") << false << std::int64_t{0} << false;
    QTest::newRow("first stored day") << true << std::int64_t{1} << true;
    QTest::newRow("28th stored day") << true << std::int64_t{28} << true;
    QTest::newRow("29th stored day") << true << std::int64_t{29} << false;
}

void TestPersonMetrics::startIsUnknownInTheFirst28StoredDays()
{
    QFETCH(bool, wasActive);
    QFETCH(std::int64_t, storedDays);
    QFETCH(bool, unknown);
    store::EngineerProfile profile;
    if (wasActive) {
        profile.active = core::DayRange{core::UtcDay::fromNumber(20'700), core::UtcDay::fromNumber(20'710)};
    }
    profile.storedDaysUntilActive = storedDays;
    QCOMPARE(insights::isStartUnknown(profile), unknown);
}

QTEST_GUILESS_MAIN(TestPersonMetrics)
#include "tst_personmetrics.moc"
