// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/DaySeries.h"
#include "models/PeriodSummary.h"
#include "models/PlotTableModel.h"
#include "support/TestCase.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>

using namespace app;
using models::DayPoint;
using models::DaySeries;
using models::Measure;
using records::Dataset;
using records::DayState;

namespace {

const core::UtcDay kFirst = core::UtcDay::fromNumber(20'771); // Sat 14 Nov 2026
const core::DayRange kRange{kFirst, kFirst + 5};
const std::vector<DayState> kStates{DayState::NotOffered, DayState::Final, DayState::Missing, DayState::Final,
    DayState::Final, DayState::Provisional};

records::Coverage coverageOf(std::vector<DayState> usage, std::vector<DayState> reviews = kStates)
{
    records::Coverage coverage;
    coverage.range = kRange;
    coverage.perDataset[records::indexOf(Dataset::UsagePerEngineer)] = usage;
    coverage.perDataset[records::indexOf(Dataset::UsageWorkspace)] = std::move(usage);
    coverage.perDataset[records::indexOf(Dataset::CodeReviews)] = reviews;
    coverage.perDataset[records::indexOf(Dataset::CodeReviewResponses)] = std::move(reviews);
    return coverage;
}

store::UsageDay usageDay(int offset, std::int64_t turns, std::optional<double> credits)
{
    store::UsageDay day;
    day.day = kFirst + offset;
    day.activeEngineers = turns > 0 ? 2 : 0;
    day.totals.rows = 2;
    day.totals.turns = turns;
    day.totals.threads = turns / 2;
    day.totals.costs.credits = credits;
    return day;
}

QList<double> valuesOf(const DaySeries& series)
{
    QList<double> values;
    for (const DayPoint& point : series.points) {
        values << point.value.value_or(-1);
    }
    return values;
}

} // namespace

class TestDaySeries : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void storedDayWithoutRowsIsZeroAndMissingDayHasNoValue();
    void rowsOfADayThatIsNotStoredAreNotShown();
    void nullFigureOfAStoredDayIsNotZero();
    void rowsOutsideTheRangeAreLeftOut();
    void emptyRangeHasNoPoints();
    void sumSaysWhatItStandsOn();
    void sumWithoutAnyFigureHasNoValue();
    void usageMeasuresReadTheirField_data();
    void usageMeasuresReadTheirField();
    void commentsWithoutPriorityAreTheRemainder_data();
    void commentsWithoutPriorityAreTheRemainder();
    void reactionsOfUnknownKindAreTheRemainder();
    void reviewsAndResponsesFollowTheirOwnCoverage();
    void workspaceBilledInUsdIsRecognised_data();
    void workspaceBilledInUsdIsRecognised();
    void leastKnownDatasetDecidesAboutTheDay();
    void tableTwinShowsTheSameNumbers();
    void tableTwinIsAWellBehavedModel();
    void fullNumbersKeepTheirDigits_data();
    void fullNumbersKeepTheirDigits();
    void longRangesJoinWeeks();
};

void TestDaySeries::storedDayWithoutRowsIsZeroAndMissingDayHasNoValue()
{
    const DaySeries series = models::usageSeries(
        Measure::Turns, kRange, {usageDay(1, 40, 1.5), usageDay(5, 7, 2.5)}, coverageOf(kStates));

    QCOMPARE(series.points.size(), std::size_t{6});
    QVERIFY((series.points[0] == DayPoint{std::nullopt, DayState::NotOffered}));
    QVERIFY((series.points[1] == DayPoint{40.0, DayState::Final}));
    QVERIFY((series.points[2] == DayPoint{std::nullopt, DayState::Missing}));
    QVERIFY((series.points[3] == DayPoint{0.0, DayState::Final}));
    QVERIFY((series.points[4] == DayPoint{0.0, DayState::Final}));
    QVERIFY((series.points[5] == DayPoint{7.0, DayState::Provisional}));
    QVERIFY(series.points[5].isProvisional());
    QVERIFY(series.day(5) == kFirst + 5);
}

void TestDaySeries::rowsOfADayThatIsNotStoredAreNotShown()
{
    const DaySeries series
        = models::usageSeries(Measure::Turns, kRange, {usageDay(2, 99, 1.0)}, coverageOf(kStates));

    QVERIFY(!series.points[2].value);
}

void TestDaySeries::nullFigureOfAStoredDayIsNotZero()
{
    const DaySeries series = models::usageSeries(
        Measure::Credits, kRange, {usageDay(1, 40, std::nullopt), usageDay(3, 4, 0.0)}, coverageOf(kStates));

    QVERIFY(series.points[1].isStored());
    QVERIFY(!series.points[1].value);
    QCOMPARE(series.points[3].value, std::optional(0.0));
    QCOMPARE(series.points[4].value, std::optional(0.0));
}

void TestDaySeries::rowsOutsideTheRangeAreLeftOut()
{
    const DaySeries series = models::usageSeries(Measure::Turns, kRange,
        {usageDay(-1, 5, 1.0), usageDay(6, 6, 1.0)}, coverageOf(std::vector(6, DayState::Final)));

    QCOMPARE(valuesOf(series), QList<double>(6, 0.0));
}

void TestDaySeries::emptyRangeHasNoPoints()
{
    const DaySeries series = models::usageSeries(Measure::Turns, core::DayRange(), {usageDay(1, 1, 1.0)}, {});

    QVERIFY(series.points.empty());
    QVERIFY(!models::sumOf(series).value);
}

void TestDaySeries::sumSaysWhatItStandsOn()
{
    const models::DaySum sum = models::sumOf(models::usageSeries(Measure::Credits, kRange,
        {usageDay(1, 40, 1.5), usageDay(3, 4, std::nullopt), usageDay(5, 7, 2.25)}, coverageOf(kStates)));

    QCOMPARE(sum.value, std::optional(3.75));
    QCOMPARE(sum.storedDays, 4);
    QCOMPARE(sum.provisionalDays, 1);
    QCOMPARE(sum.daysWithoutFigure, 1);
}

void TestDaySeries::sumWithoutAnyFigureHasNoValue()
{
    const models::DaySum sum = models::sumOf(
        models::usageSeries(Measure::Turns, kRange, {}, coverageOf(std::vector(6, DayState::Missing))));

    QVERIFY(!sum.value);
    QCOMPARE(sum.storedDays, 0);
}

void TestDaySeries::usageMeasuresReadTheirField_data()
{
    QTest::addColumn<int>("measure");
    QTest::addColumn<double>("expected");
    QTest::newRow("active people") << static_cast<int>(Measure::ActiveEngineers) << 3.0;
    QTest::newRow("threads") << static_cast<int>(Measure::Threads) << 5.0;
    QTest::newRow("turns") << static_cast<int>(Measure::Turns) << 8.0;
    QTest::newRow("credits") << static_cast<int>(Measure::Credits) << 13.5;
    QTest::newRow("USD") << static_cast<int>(Measure::CostUsd) << 21.25;
    QTest::newRow("uncached input") << static_cast<int>(Measure::UncachedInput) << 34.0;
    QTest::newRow("cached input") << static_cast<int>(Measure::CachedInput) << 55.0;
    QTest::newRow("output") << static_cast<int>(Measure::Output) << 89.0;
}

void TestDaySeries::usageMeasuresReadTheirField()
{
    QFETCH(int, measure);
    QFETCH(double, expected);
    store::UsageDay day;
    day.day = kFirst + 1;
    day.activeEngineers = 3;
    day.totals.threads = 5;
    day.totals.turns = 8;
    day.totals.costs = {13.5, 21.25, 1000.0};
    day.totals.tokens = {34, 55, 89, 178};
    store::EngineerDay own{day.day, day.totals};

    const auto kind = static_cast<Measure>(measure);
    QCOMPARE(models::usageSeries(kind, kRange, {day}, coverageOf(kStates)).points[1].value,
        std::optional(expected));
    if (kind != Measure::ActiveEngineers) {
        QCOMPARE(models::engineerSeries(kind, kRange, {own}, coverageOf(kStates)).points[1].value,
            std::optional(expected));
    }
}

void TestDaySeries::commentsWithoutPriorityAreTheRemainder_data()
{
    using Detail = std::optional<std::int64_t>;
    QTest::addColumn<std::optional<std::int64_t>>("p0");
    QTest::addColumn<std::optional<std::int64_t>>("p1");
    QTest::addColumn<std::optional<std::int64_t>>("p2");
    QTest::addColumn<double>("remainder");
    QTest::newRow("details add up") << Detail(2) << Detail(11) << Detail(24) << 0.0;
    QTest::newRow("three comments have no priority") << Detail(1) << Detail(11) << Detail(22) << 3.0;
    QTest::newRow("no details at all") << Detail() << Detail() << Detail() << 37.0;
    QTest::newRow("more details than comments") << Detail(20) << Detail(20) << Detail(20) << 0.0;
}

void TestDaySeries::commentsWithoutPriorityAreTheRemainder()
{
    QFETCH(std::optional<std::int64_t>, p0);
    QFETCH(std::optional<std::int64_t>, p1);
    QFETCH(std::optional<std::int64_t>, p2);
    QFETCH(double, remainder);
    records::ReviewRow row;
    row.day = kFirst + 1;
    row.pullRequestReviews = 14;
    row.comments = 37;
    row.p0 = p0;
    row.p1 = p1;
    row.p2 = p2;

    const auto value = [&row](Measure measure) {
        return models::reviewSeries(measure, kRange, {row}, coverageOf(kStates)).points[1].value;
    };
    QCOMPARE(value(Measure::CommentsWithoutPriority), std::optional(remainder));
    QCOMPARE(value(Measure::CommentsP0).has_value(), p0.has_value());
    QCOMPARE(value(Measure::Comments), std::optional(37.0));
    QCOMPARE(value(Measure::Reviews), std::optional(14.0));
}

void TestDaySeries::reactionsOfUnknownKindAreTheRemainder()
{
    records::ReviewResponseRow known;
    known.day = kFirst + 1;
    known.replies = 9;
    known.reactions = 17;
    known.upvotes = 12;
    known.downvotes = 3;
    known.otherReactions = 2;
    records::ReviewResponseRow unknown;
    unknown.day = kFirst + 3;
    unknown.reactions = 4;
    const auto values = [&](Measure measure) {
        return valuesOf(models::responseSeries(measure, kRange, {known, unknown}, coverageOf(kStates)));
    };

    QCOMPARE(values(Measure::Upvotes), (QList<double>{-1, 12, -1, -1, 0, 0}));
    QCOMPARE(values(Measure::Downvotes), (QList<double>{-1, 3, -1, -1, 0, 0}));
    QCOMPARE(values(Measure::OtherReactions), (QList<double>{-1, 2, -1, -1, 0, 0}));
    QCOMPARE(values(Measure::ReactionsOfUnknownKind), (QList<double>{-1, 0, -1, 4, 0, 0}));
    QCOMPARE(values(Measure::Replies), (QList<double>{-1, 9, -1, 0, 0, 0}));
}

void TestDaySeries::reviewsAndResponsesFollowTheirOwnCoverage()
{
    records::Coverage coverage = coverageOf(kStates, std::vector(6, DayState::Final));
    coverage.perDataset[records::indexOf(Dataset::CodeReviewResponses)] = std::vector(6, DayState::Missing);

    QCOMPARE(valuesOf(models::reviewSeries(Measure::Reviews, kRange, {}, coverage)), QList<double>(6, 0.0));
    QCOMPARE(
        valuesOf(models::responseSeries(Measure::Replies, kRange, {}, coverage)), QList<double>(6, -1.0));
}

void TestDaySeries::workspaceBilledInUsdIsRecognised_data()
{
    QTest::addColumn<double>("credits");
    QTest::addColumn<std::optional<double>>("usd");
    QTest::addColumn<bool>("isUsd");
    QTest::newRow("credits only") << 10.0 << std::optional<double>() << false;
    QTest::newRow("credits zero, USD set") << 0.0 << std::optional(12.5) << true;
    QTest::newRow("both") << 1.0 << std::optional(12.5) << false;
    QTest::newRow("nothing spent") << 0.0 << std::optional(0.0) << false;
}

void TestDaySeries::workspaceBilledInUsdIsRecognised()
{
    QFETCH(double, credits);
    QFETCH(std::optional<double>, usd);
    QFETCH(bool, isUsd);
    std::vector<store::UsageDay> days{usageDay(1, 1, 0.0), usageDay(3, 1, credits)};
    days[1].totals.costs.costUsd = usd;

    QCOMPARE(models::costUnitOf(days) == models::CostUnit::Usd, isUsd);
}

void TestDaySeries::leastKnownDatasetDecidesAboutTheDay()
{
    const records::Coverage coverage = coverageOf(std::vector(6, DayState::Final));

    const models::PeriodSummary usage = models::summarise(kRange, coverage, {Dataset::UsagePerEngineer});
    QVERIFY((usage == models::PeriodSummary{kRange, 6, 0, 0, 0}));
    QVERIFY(usage.isComplete());

    const models::PeriodSummary all
        = models::summarise(kRange, coverage, {Dataset::UsagePerEngineer, Dataset::CodeReviews});
    QVERIFY((all == models::PeriodSummary{kRange, 4, 1, 1, 1}));
    QVERIFY(!all.isComplete());

    const records::Coverage half = coverageOf(std::vector(6, DayState::Missing));
    QVERIFY(models::anyStored(kRange, half, {Dataset::UsagePerEngineer, Dataset::CodeReviews}));
    QVERIFY(!models::anyStored(kRange, half, {Dataset::UsagePerEngineer, Dataset::UsageWorkspace}));
    QVERIFY(!models::anyStored({kFirst, kFirst}, half, {Dataset::CodeReviews})); // not offered
}

void TestDaySeries::tableTwinShowsTheSameNumbers()
{
    const std::vector<store::UsageDay> days{usageDay(1, 1'204, 1'520.25), usageDay(5, 7, std::nullopt)};
    models::PlotTableModel model;
    models::DayPlot plot;
    plot.columns = {models::usageSeries(Measure::Turns, kRange, days, coverageOf(kStates)),
        models::usageSeries(Measure::Credits, kRange, days, coverageOf(kStates))};
    model.setTable(models::tableOf(plot));

    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.columnCount(), 4);
    const auto header
        = [&model](int column) { return model.headerData(column, Qt::Horizontal, Qt::DisplayRole); };
    QCOMPARE(header(0).toString(), QStringLiteral("Day (UTC)"));
    QCOMPARE(header(1).toString(), QStringLiteral("Turns"));
    QCOMPARE(header(2).toString(), QStringLiteral("Credits"));
    QCOMPARE(header(3).toString(), QStringLiteral("State"));
    const auto row = [&model](int index) {
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column) {
            texts << model.index(index, column).data().toString();
        }
        return texts.join(u'|');
    };
    QCOMPARE(row(0), QStringLiteral("Sat 14 Nov 2026|–|–|Not offered"));
    QCOMPARE(row(1), QStringLiteral("Sun 15 Nov 2026|1,204|1,520.25|Final"));
    QCOMPARE(row(2), QStringLiteral("Mon 16 Nov 2026|–|–|Missing"));
    QCOMPARE(row(3), QStringLiteral("Tue 17 Nov 2026|0|0|Final"));
    QCOMPARE(row(5), QStringLiteral("Thu 19 Nov 2026|7|–|Provisional"));
    QCOMPARE(model.index(1, 2).data(models::PlotTableModel::ValueRole).toDouble(), 1'520.25);
    QVERIFY(!model.index(2, 1).data(models::PlotTableModel::ValueRole).isValid());
}

void TestDaySeries::tableTwinIsAWellBehavedModel()
{
    models::PlotTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

    models::DayPlot plot;
    plot.columns = {models::usageSeries(Measure::Turns, kRange, {}, coverageOf(kStates))};
    model.setTable(models::tableOf(plot));
    model.setTable({});

    QCOMPARE(reset.count(), 2);
    QCOMPARE(model.rowCount(), 0);
}

void TestDaySeries::fullNumbersKeepTheirDigits_data()
{
    QTest::addColumn<int>("measure");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, Measure measure, double value, const char* text) {
        QTest::newRow(name) << static_cast<int>(measure) << value << QString::fromLatin1(text);
    };
    row("a large count", Measure::CachedInput, 22'912'345'678.0, "22,912,345,678");
    row("whole credits", Measure::Credits, 1'500.0, "1,500");
    row("credits with one decimal", Measure::Credits, 152.5, "152.5");
    row("credits are rounded to cents", Measure::Credits, 152.43219, "152.43");
    row("credits that end in zero", Measure::Credits, 120.0, "120");
    row("USD always has cents", Measure::CostUsd, 12.5, "12.50");
    row("zero", Measure::Credits, 0.0, "0");
}

void TestDaySeries::fullNumbersKeepTheirDigits()
{
    QFETCH(int, measure);
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(models::fullNumber(static_cast<Measure>(measure), value), text);
}

void TestDaySeries::longRangesJoinWeeks()
{
    const core::UtcDay monday = kFirst + 2;
    const core::DayRange tenYears{monday - 7 * 521, monday + 6};
    const auto weeks = models::bucketsOf(tenYears, models::Granularity::Week);
    QCOMPARE(weeks.size(), std::size_t{522});
    const std::size_t inOne = models::bucketsInOne(weeks.size(), 62);
    QCOMPARE(inOne, std::size_t{9});
    const auto joined = models::joinedBuckets(weeks, inOne);
    QCOMPARE(joined.size(), std::size_t{58});
    QCOMPARE(joined.front().length(), 9 * 7);
    core::UtcDay next = tenYears.first;
    for (const core::DayRange& bucket : joined) {
        QCOMPARE(bucket.first, next);
        next = bucket.last + 1;
    }
    QCOMPARE(next, tenYears.last + 1);
    // A year of weeks and two months of days stay as they are.
    QCOMPARE(models::bucketsInOne(53, 62), std::size_t{1});
    QCOMPARE(models::bucketsInOne(62, 62), std::size_t{1});
    QCOMPARE(models::bucketsInOne(0, 62), std::size_t{1});

    // The stored days of a joined bucket are summed, with how many they are.
    const DaySeries days = models::usageSeries(Measure::Turns, kRange,
        {usageDay(1, 10, {}), usageDay(3, 5, {}), usageDay(5, 2, {})}, coverageOf(kStates));
    const DayPoint whole = models::joinedPoint(days, kRange);
    QCOMPARE(whole.value, std::optional(17.0));
    QCOMPARE(whole.basisDays, 4);
    QCOMPARE(whole.basisWanted, 6);
    QVERIFY(whole.isProvisional());
    QVERIFY(models::joinedPoint(days, {kFirst, kFirst}).state == DayState::NotOffered);
    QVERIFY(models::joinedPoint(days, {kFirst + 2, kFirst + 2}).state == DayState::Missing);
    QVERIFY(!models::joinedPoint(days, {kFirst, kFirst + 2}).isProvisional());
}

QTEST_GUILESS_MAIN(TestDaySeries)
#include "tst_dayseries.moc"
