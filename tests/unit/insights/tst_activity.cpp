// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "insights/Activity.h"
#include "insights/Changes.h"
#include "insights/TokenMetrics.h"
#include "store/StoreKit.h"
#include "support/TestCase.h"

#include <algorithm>
#include <map>
#include <set>

using namespace app;
using core::DayRange;
using core::UtcDay;
using records::Dataset;
using records::DayState;
using storetest::TempStore;

namespace {

// A Monday, 4 weeks after the first day of the data.
const UtcDay kFirst = UtcDay::fromNumber(20'738);

/// All days final but those that are named.
records::Coverage coverageOf(DayRange range, const std::vector<std::pair<UtcDay, DayState>>& others = {})
{
    records::Coverage coverage;
    coverage.range = range;
    for (auto& days : coverage.perDataset) {
        days.assign(static_cast<std::size_t>(range.length()), DayState::Final);
        for (const auto& [day, state] : others) {
            days[static_cast<std::size_t>(day - range.first)] = state;
        }
    }
    return coverage;
}

store::UsageDay people(UtcDay day, std::int64_t active)
{
    store::UsageDay result;
    result.day = day;
    result.activeEngineers = active;
    return result;
}

records::UsageRow row(UtcDay day, int person, std::int64_t threads, std::int64_t turns)
{
    auto result = storetest::usage(day, "user-" + std::to_string(person), turns);
    result.threads = threads;
    return result;
}

void write(TempStore& store, DayRange days, const std::vector<records::UsageRow>& rows)
{
    const auto written = storetest::store<records::UsageRow>(
        store.db(), Dataset::UsagePerEngineer, days, {rows}, (days.last + 3).start(), days.last + 3);
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().detail));
}

store::PersonCosts person(const char* id, std::optional<double> before, std::optional<double> now)
{
    store::PersonCosts result;
    if (*id != '\0') {
        result.userId = id;
    }
    result.rowsBefore = 3;
    result.rowsNow = 3;
    result.before.credits = before;
    result.now.credits = now;
    return result;
}

} // namespace

class TestActivity : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void distinctPeopleMatchSetsOfPeople();
    void emptyStoreHasNobody();
    void meanTakesSevenCalendarDays();
    void provisionalAndMissingDaysAreInNoMean();
    void stickinessByHand();
    void weekEndsOnItsLastFinalDay();
    void engagementOverFourWeeks();
    void changes_data();
    void changes();
    void gapsOfAWindow();
    void largestChangesByHand();
    void costsOfTwoWindows();
    void tokensByHand();
    void ratiosWithoutADenominator();
};

void TestActivity::distinctPeopleMatchSetsOfPeople()
{
    // 90 days, 17 people with rhythms of their own, rows without activity, rows of nobody.
    const DayRange all{kFirst, kFirst + 89};
    std::vector<records::UsageRow> rows;
    std::map<std::int32_t, std::set<int>> active;
    for (UtcDay day = all.first; day <= all.last; ++day) {
        for (int who = 0; who < 17; ++who) {
            const int draw = (day.number() * (who + 3) + who * who * 7) % (who + 2);
            if (draw == 1) {
                rows.push_back(row(day, who, 0, 0)); // a row, but idle
            } else if (draw == 0) {
                const bool threadOnly = who % 2 == 0;
                rows.push_back(row(day, who, threadOnly ? 1 : 0, threadOnly ? 0 : 4));
                active[day.number()].insert(who);
            }
        }
        rows.push_back(storetest::unattributed(day, 9, static_cast<std::uint64_t>(day.number())));
    }
    TempStore store;
    write(store, all, rows);

    const DayRange rolling{kFirst + 30, kFirst + 89};
    const std::vector<DayRange> windows{
        rolling, {kFirst, kFirst + 29}, {kFirst + 33, kFirst + 39}, {kFirst + 36, kFirst + 36}, {}};
    const auto counted = store::activePeople(store.db(), rolling, windows);
    QVERIFY(counted.has_value());
    const auto distinct = [&active](DayRange range) {
        std::set<int> seen;
        for (UtcDay day = range.first; day <= range.last; ++day) {
            seen.insert(active[day.number()].begin(), active[day.number()].end());
        }
        return static_cast<std::int64_t>(seen.size());
    };
    QCOMPARE(counted->week.size(), std::size_t{60});
    QCOMPARE(counted->month.size(), std::size_t{60});
    bool varies = false;
    for (int index = 0; index < 60; ++index) {
        const UtcDay day = rolling.first + index;
        QCOMPARE(counted->week[static_cast<std::size_t>(index)], distinct(DayRange::endingAt(day, 7)));
        QCOMPARE(counted->month[static_cast<std::size_t>(index)], distinct(DayRange::endingAt(day, 28)));
        varies = varies || counted->week[static_cast<std::size_t>(index)] != counted->week[0];
    }
    QVERIFY(varies);
    for (std::size_t window = 0; window < windows.size(); ++window) {
        QCOMPARE(counted->windows[window], distinct(windows[window]));
    }
    QCOMPARE(store::peopleSeen(store.db()).value(), std::int64_t{17});
}

void TestActivity::emptyStoreHasNobody()
{
    TempStore store;
    const auto counted = store::activePeople(store.db(), {kFirst, kFirst + 2}, {{kFirst, kFirst + 2}});
    QVERIFY(counted.has_value());
    QCOMPARE(counted->week, (std::vector<std::int64_t>{0, 0, 0}));
    QCOMPARE(counted->windows, (std::vector<std::int64_t>{0}));
    QCOMPARE(store::peopleSeen(store.db()).value(), std::int64_t{0});
    QVERIFY(store::costsByPerson(store.db(), {kFirst, kFirst}, {kFirst - 1, kFirst - 1})->empty());
    QVERIFY(store::tokensByDay(store.db(), {kFirst, kFirst + 2})->empty());
}

void TestActivity::meanTakesSevenCalendarDays()
{
    const DayRange range{kFirst, kFirst + 34};
    // The last seven days before day 34: 10, none (zero), 4, 5, 6, 7, 8.
    const std::vector<store::UsageDay> days{people(kFirst + 27, 99), people(kFirst + 28, 10),
        people(kFirst + 30, 4), people(kFirst + 31, 5), people(kFirst + 32, 6), people(kFirst + 33, 7),
        people(kFirst + 34, 8)};
    const auto coverage = coverageOf(range);
    const store::ActivePeople none;
    const insights::ActivityFigures figures(days, coverage, none);
    const auto mean = figures.meanActive(kFirst + 34);
    QCOMPARE(*mean.value, 40.0 / 7.0);
    QCOMPARE(mean.basisDays, 7);
    QCOMPARE(mean.basisWanted, 7);
    QVERIFY(!figures.weeklyActive(kFirst + 34).value); // outside of what was counted
}

void TestActivity::provisionalAndMissingDaysAreInNoMean()
{
    const DayRange range{kFirst, kFirst + 34};
    const UtcDay missing = kFirst + 30;
    const std::vector<store::UsageDay> days{people(kFirst + 28, 10), people(missing, 1'000),
        people(kFirst + 31, 20), people(kFirst + 33, 500), people(kFirst + 34, 700)};
    const auto coverage = coverageOf(range,
        {{missing, DayState::Missing}, {kFirst + 33, DayState::Provisional},
            {kFirst + 34, DayState::Provisional}});
    const store::ActivePeople none;
    const insights::ActivityFigures figures(days, coverage, none);
    // Day 32: days 26 to 32 without the missing 30: 0, 0, 10, 0, 20, 0.
    const auto mean = figures.meanActive(kFirst + 32);
    QCOMPARE(*mean.value, 30.0 / 6.0);
    QCOMPARE(mean.basisDays, 6);
    QVERIFY(!figures.meanActive(missing).value);
    QVERIFY(figures.meanActive(missing).state == DayState::Missing);
    QVERIFY(!figures.meanActive(kFirst + 33).value);
    QVERIFY(!figures.meanActive(kFirst + 34).value);
}

void TestActivity::stickinessByHand()
{
    const DayRange range{kFirst, kFirst + 28};
    std::vector<store::UsageDay> days;
    for (int day = 1; day <= 28; ++day) {
        days.push_back(people(kFirst + day, day <= 14 ? 10 : 20));
    }
    store::ActivePeople counted;
    counted.rolling = {kFirst + 28, kFirst + 28};
    counted.week = {24};
    counted.month = {30};
    const auto whole = coverageOf(range);
    const insights::ActivityFigures figures(days, whole, counted);
    QCOMPARE(*figures.stickiness(kFirst + 28).value, 15.0 / 30.0);
    QCOMPARE(figures.stickiness(kFirst + 28).basisDays, 28);
    QCOMPARE(*figures.weeklyActive(kFirst + 28).value, 24.0);
    QCOMPARE(*figures.monthlyActive(kFirst + 28).value, 30.0);

    // One of the days of 10 is missing: (13 × 10 + 14 × 20) ÷ 27 ÷ 30, and it says 27 of 28.
    const auto gap = coverageOf(range, {{kFirst + 5, DayState::Missing}});
    const insights::ActivityFigures partial(days, gap, counted);
    QCOMPARE(*partial.stickiness(kFirst + 28).value, 410.0 / 27.0 / 30.0);
    QCOMPARE(partial.stickiness(kFirst + 28).basisDays, 27);
    QCOMPARE(partial.monthlyActive(kFirst + 28).basisDays, 27);
    QCOMPARE(partial.weeklyActive(kFirst + 28).basisDays, 7);

    counted.month = {0};
    const insights::ActivityFigures nobody(days, whole, counted);
    QVERIFY(!nobody.stickiness(kFirst + 28).value);
}

void TestActivity::weekEndsOnItsLastFinalDay()
{
    const DayRange range{kFirst, kFirst + 13};
    const auto coverage
        = coverageOf(range, {{kFirst + 6, DayState::Provisional}, {kFirst + 5, DayState::Missing}});
    const store::ActivePeople none;
    const insights::ActivityFigures figures({}, coverage, none);
    QCOMPARE(figures.lastFinalDay({kFirst, kFirst + 6}).number(), (kFirst + 4).number());
    QCOMPARE(figures.lastFinalDay({kFirst + 7, kFirst + 13}).number(), (kFirst + 13).number());
    QCOMPARE(figures.lastFinalDay({kFirst + 5, kFirst + 6}).number(), (kFirst + 6).number());
}

void TestActivity::engagementOverFourWeeks()
{
    const DayRange range{kFirst, kFirst + 29};
    auto first = storetest::response(kFirst + 1, 40); // outside of the 28 days of day 29
    first.engaged = 40;
    auto second = storetest::response(kFirst + 2, 30);
    second.engaged = 12;
    auto third = storetest::response(kFirst + 29, 20);
    third.engaged = 13;
    const std::vector rows{first, second, third};
    const auto figure = insights::rollingEngagement(rows, coverageOf(range), kFirst + 29);
    QCOMPARE(*figure.value, 0.5);
    QCOMPARE(figure.basisDays, 28);
    const auto open = insights::rollingEngagement(
        rows, coverageOf(range, {{kFirst + 29, DayState::Provisional}}), kFirst + 29);
    QVERIFY(!open.value);
}

void TestActivity::changes_data()
{
    QTest::addColumn<double>("now");
    QTest::addColumn<double>("before");
    QTest::addColumn<bool>("known");
    QTest::addColumn<double>("change");
    QTest::newRow("more") << 107.8 << 100.0 << true << 0.078;
    QTest::newRow("less") << 30.0 << 40.0 << true << -0.25;
    QTest::newRow("none left") << 0.0 << 40.0 << true << -1.0;
    QTest::newRow("nothing before") << 40.0 << 0.0 << false << 0.0;
}

void TestActivity::changes()
{
    QFETCH(double, now);
    QFETCH(double, before);
    QFETCH(bool, known);
    QFETCH(double, change);
    const auto found = insights::relativeChange(now, before);
    QCOMPARE(found.has_value(), known);
    if (known) {
        QVERIFY(qAbs(*found - change) < 1e-12);
    }
    QVERIFY(!insights::relativeChange(now, std::nullopt));
    QVERIFY(!insights::relativeChange(std::nullopt, before));
    QCOMPARE(*insights::difference(0.541, 0.581) < 0, true);
    QVERIFY(!insights::difference(0.5, std::nullopt));
}

void TestActivity::gapsOfAWindow()
{
    const DayRange range{kFirst, kFirst + 9};
    const DayRange window{kFirst + 2, kFirst + 5};
    QVERIFY(insights::precedingWindow({kFirst + 6, kFirst + 9}) == window);
    QVERIFY(insights::isWhole(window, coverageOf(range), Dataset::UsagePerEngineer));
    QVERIFY(insights::isWhole(
        window, coverageOf(range, {{kFirst + 5, DayState::Provisional}}), Dataset::UsagePerEngineer));
    QVERIFY(!insights::isWhole(
        window, coverageOf(range, {{kFirst + 3, DayState::Missing}}), Dataset::UsagePerEngineer));
    QVERIFY(!insights::isWhole(
        window, coverageOf(range, {{kFirst + 2, DayState::NotOffered}}), Dataset::UsagePerEngineer));
    QVERIFY(!insights::isWhole({kFirst - 1, kFirst + 1}, coverageOf(range), Dataset::UsagePerEngineer));
}

void TestActivity::largestChangesByHand()
{
    std::vector<store::PersonCosts> all{person("a", 100, 150), person("b", 900, 800), person("c", 5, 5),
        person("", 10, 9'000), person("d", 0, 60), person("e", std::nullopt, 70), person("f", 40, 100)};
    all[4].rowsBefore = 0;
    all[4].before.credits.reset();
    const auto found = insights::largestChanges(all, &records::Costs::credits, 3);
    // −100 of b, then +60 of d and of f in the order of their ids; nobody without an id, without a known cost
    // or without a change.
    QCOMPARE(found.size(), std::size_t{3});
    QCOMPARE(*all[found[0].person].userId, std::string("b"));
    QVERIFY(qAbs(*found[0].relative + 1.0 / 9.0) < 1e-12);
    QCOMPARE(*all[found[1].person].userId, std::string("d"));
    QVERIFY(!found[1].relative);
    QCOMPARE(found[1].now, 60.0);
    QCOMPARE(*all[found[2].person].userId, std::string("f"));
    QCOMPARE(*found[2].relative, 1.5);
    QCOMPARE(insights::largestChanges(all, &records::Costs::credits, 9).size(), std::size_t{4});
    QVERIFY(insights::largestChanges(all, &records::Costs::costUsd, 9).empty());
}

void TestActivity::costsOfTwoWindows()
{
    TempStore store;
    auto free = storetest::usage(kFirst + 5, "user-2", 3, std::nullopt);
    write(store, {kFirst, kFirst + 9},
        {storetest::usage(kFirst, "user-1", 3, 2.5), storetest::usage(kFirst + 4, "user-1", 3, 4.0),
            storetest::usage(kFirst + 5, "user-1", 3, 8.0), free, storetest::unattributed(kFirst + 6, 3, 1)});
    auto found = store::costsByPerson(store.db(), {kFirst + 5, kFirst + 9}, {kFirst, kFirst + 4});
    QVERIFY(found.has_value());
    QCOMPARE(found->size(), std::size_t{3});
    std::sort(found->begin(), found->end(), [](const auto& a, const auto& b) { return a.userId < b.userId; });
    QVERIFY(!(*found)[0].userId);
    const store::PersonCosts& one = (*found)[1];
    QCOMPARE(*one.userId, std::string("user-1"));
    QCOMPARE(*one.email, std::string("user-1@example.test"));
    QCOMPARE(*one.before.credits, 6.5);
    QCOMPARE(*one.now.credits, 8.0);
    QCOMPARE(one.rowsBefore, std::int64_t{2});
    const store::PersonCosts& two = (*found)[2];
    QCOMPARE(two.rowsBefore, std::int64_t{0});
    QCOMPARE(two.rowsNow, std::int64_t{1});
    QVERIFY(!two.now.credits);
}

void TestActivity::tokensByHand()
{
    TempStore store;
    auto whole = storetest::usage(kFirst, "user-1", 4, 2.0);
    whole.tokens = {100, 300, 50, 450};
    auto wrong = storetest::usage(kFirst, "user-2", 6, 3.0);
    wrong.tokens = {50, 50, 10, 111}; // 110
    auto without = storetest::usage(kFirst, "user-3", 90, 70.0);
    without.tokens = {};
    auto ambiguous = storetest::usage(kFirst, "user-4", 80, 60.0);
    ambiguous.tokens = {std::nullopt, 10, 10, 20};
    auto unpaid = storetest::usage(kFirst + 1, "user-1", 10, std::nullopt);
    unpaid.tokens = {200, 0, 40, std::nullopt};
    auto none = storetest::usage(kFirst + 2, "user-1", 10, 1.0);
    none.tokens = {};
    write(store, {kFirst, kFirst + 2}, {whole, wrong, without, ambiguous, unpaid, none});

    const auto days = store::tokensByDay(store.db(), {kFirst, kFirst + 2});
    QVERIFY(days.has_value());
    QCOMPARE(days->size(), std::size_t{3});
    const store::TokenDay& first = days->front();
    QCOMPARE(first.rows, std::int64_t{2});
    QCOMPARE(first.skippedRows, std::int64_t{2});
    QCOMPARE(first.mismatchedRows, std::int64_t{1});
    QCOMPARE(first.turns, std::int64_t{10});
    QCOMPARE(first.total(), std::int64_t{560});
    QCOMPARE(*first.credits, 5.0);
    QCOMPARE(first.tokensWithCredits, std::int64_t{560});
    QCOMPARE(days->back().rows, std::int64_t{0});
    QCOMPARE(days->back().skippedRows, std::int64_t{1});

    const DayRange range{kFirst, kFirst + 2};
    const auto sums = insights::tokenSums(*days, coverageOf(range), range);
    QCOMPARE(sums.total(), 800.0);
    QCOMPARE(*sums.cacheRatio(), 350.0 / 700.0);
    QCOMPARE(*sums.outputShare(), 100.0 / 800.0);
    QCOMPARE(*sums.tokensPerTurn(), 800.0 / 20.0);
    // The unpaid row is in neither side: 1,000 × 5 ÷ 560.
    QCOMPARE(*sums.creditsPerThousand(), 5'000.0 / 560.0);
    QVERIFY(!sums.usdPerThousand());
    QCOMPARE(sums.skippedRows, std::int64_t{3});
    QCOMPARE(sums.mismatchedRows, std::int64_t{1});
    // A day that is not stored counts nothing, whatever lies in the cache.
    const auto partial = insights::tokenSums(*days, coverageOf(range, {{kFirst, DayState::Missing}}), range);
    QCOMPARE(partial.total(), 240.0);
}

void TestActivity::ratiosWithoutADenominator()
{
    const insights::TokenSums nothing;
    QVERIFY(!nothing.cacheRatio());
    QVERIFY(!nothing.outputShare());
    QVERIFY(!nothing.tokensPerTurn());
    QVERIFY(!nothing.creditsPerThousand());
    insights::TokenSums free;
    free.credits = 0;
    free.tokensWithCredits = 400;
    QCOMPARE(*free.creditsPerThousand(), 0.0);
}

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
