// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/PlotTable.h"
#include "support/TestCase.h"

#include <QLocale>

using namespace app;
using core::UtcDay;
using models::DayPoint;
using models::DaySeries;
using models::Granularity;
using models::Measure;
using models::PlotTable;
using records::DayState;

namespace {

const UtcDay kMonday = UtcDay::fromNumber(20'759); // 2 Nov 2026, the first day of ISO week 45

DaySeries threeDays(Measure measure, double first, double second)
{
    return {measure, {kMonday, kMonday + 2},
        {{first, DayState::Final}, {second, DayState::Provisional}, {std::nullopt, DayState::Missing}}};
}

QStringList textsOf(const PlotTable& table, std::size_t row)
{
    QStringList texts;
    for (const PlotTable::Cell& cell : table.rows.at(row)) {
        texts << cell.text;
    }
    return texts;
}

QStringList namesOf(const PlotTable& table)
{
    QStringList names;
    for (const PlotTable::Column& column : table.columns) {
        names << column.name;
    }
    return names;
}

} // namespace

class TestPlotTable : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }
    void daysHaveEverySeriesAndTheLeastKnownState();
    void sharesStandBesideTheirValues();
    void weeksSayHowManyDaysTheyHold();
    void weekNames_data();
    void weekNames();
    void theOtherKinds();
    void copiedDataParsesBackToTheSameNumbers();
    void namesCannotBreakTheLines();
    void everyRowIsAsLongAsTheHeadings();
};

void TestPlotTable::daysHaveEverySeriesAndTheLeastKnownState()
{
    models::DayPlot plot;
    plot.columns = {threeDays(Measure::Turns, 1'200, 7)};
    plot.lines = {threeDays(Measure::MeanActive, 3.5, 4)};
    plot.lines[0].points[0].state = DayState::NotOffered;
    plot.band = models::DayPlot::Band{
        QStringLiteral("P25 to P75"), threeDays(Measure::Turns, 1, 2), threeDays(Measure::Turns, 3, 4)};
    const PlotTable table = models::tableOf(plot);

    QCOMPARE(namesOf(table),
        (QStringList{QStringLiteral("Day (UTC)"), QStringLiteral("Turns"), QStringLiteral("7-day mean"),
            QStringLiteral("P25 to P75, lower"), QStringLiteral("P25 to P75, upper"),
            QStringLiteral("State")}));
    QCOMPARE(textsOf(table, 0).mid(1),
        (QStringList{QStringLiteral("1.200"), QStringLiteral("3,5"), QStringLiteral("1"), QStringLiteral("3"),
            QStringLiteral("Not offered")}));
    QCOMPARE(textsOf(table, 2).mid(1, 2), (QStringList{QStringLiteral("–"), QStringLiteral("–")}));
    QCOMPARE(table.rows[0][0].data, QStringLiteral("2026-11-02"));
    QCOMPARE(table.rows[1].back().data, QStringLiteral("provisional"));
    QVERIFY(!table.rows[2][1].number && table.rows[2][1].data.isEmpty());
}

void TestPlotTable::sharesStandBesideTheirValues()
{
    models::DayPlot plot;
    plot.asShares = true;
    plot.columns = {threeDays(Measure::CommentsP0, 1, 0), threeDays(Measure::CommentsP1, 3, 0)};
    const PlotTable table = models::tableOf(plot);

    QCOMPARE(namesOf(table).mid(1, 4),
        (QStringList{QStringLiteral("P0"), QStringLiteral("P1"), QStringLiteral("P0, share"),
            QStringLiteral("P1, share")}));
    QCOMPARE(*table.rows[0][3].number, 0.25);
    QCOMPARE(*table.rows[0][4].number, 0.75);
    QVERIFY(!table.rows[1][3].number); // nothing divided by nothing is no share
}

void TestPlotTable::weeksSayHowManyDaysTheyHold()
{
    DaySeries days{Measure::Turns, {kMonday, kMonday + 8}, {}};
    days.points.assign(9, DayPoint{10.0, DayState::Final});
    days.points[3] = {std::nullopt, DayState::Missing};
    days.points[4] = {std::nullopt, DayState::Missing};
    models::DayPlot plot;
    plot.columns = {models::byWeek(days)};
    const PlotTable table = models::tableOf(plot);

    QCOMPARE(table.rows.size(), 2U);
    QCOMPARE(namesOf(table),
        (QStringList{QStringLiteral("ISO week (UTC)"), QStringLiteral("Turns"), QStringLiteral("Stored days"),
            QStringLiteral("State")}));
    QCOMPARE(textsOf(table, 0).mid(1),
        (QStringList{QStringLiteral("50"), QStringLiteral("5 of 7"), QStringLiteral("Final")}));
    QCOMPARE(table.rows[0][0].data, QStringLiteral("2026-W45"));
    QCOMPARE(table.rows[0][2].data, QStringLiteral("5"));
    QCOMPARE(textsOf(table, 1).mid(1, 2), (QStringList{QStringLiteral("20"), QStringLiteral("2 of 2")}));
}

void TestPlotTable::weekNames_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("name");
    QTest::newRow("in a month") << 0 << 7 << QStringLiteral("ISO week 45, 2 to 8 Nov. 2026");
    QTest::newRow("across months") << -7 << 7 << QStringLiteral("ISO week 44, 26 Okt. to 1 Nov. 2026");
    QTest::newRow("across years") << 56 << 7 << QStringLiteral("ISO week 53, 28 Dez. 2026 to 3 Jan. 2027");
    QTest::newRow("one day") << 6 << 1 << QStringLiteral("ISO week 45, 8 Nov. 2026");
}

void TestPlotTable::weekNames()
{
    QFETCH(int, first);
    QFETCH(int, days);
    QFETCH(QString, name);
    QCOMPARE(models::weekName({kMonday + first, kMonday + (first + days - 1)}), name);
}

void TestPlotTable::theOtherKinds()
{
    models::DivergingPlot bars;
    bars.leftName = QStringLiteral("Downvotes");
    bars.rightName = QStringLiteral("Upvotes");
    bars.rows = {{QStringLiteral("W45"), QStringLiteral("ISO week 45"), 28, 107, true},
        {QStringLiteral("W46"), QStringLiteral("ISO week 46"), {}, {}, false}};
    PlotTable table = models::tableOf(bars);
    QCOMPARE(textsOf(table, 0).join(u'|'), QStringLiteral("ISO week 45|28|107|Provisional"));
    QCOMPARE(textsOf(table, 1).join(u'|'), QStringLiteral("ISO week 46|–|–|Missing"));

    models::FunnelPlot funnel;
    funnel.steps = {{QStringLiteral("Comments"), 3'751.0}, {QStringLiteral("Engaged"), 2'179.0},
        {QStringLiteral("Replied"), std::nullopt, true}};
    table = models::tableOf(funnel);
    QCOMPARE(table.columns[2].name, QStringLiteral("Share of Comments"));
    QCOMPARE(*table.rows[1][2].number, 2'179.0 / 3'751.0);
    QVERIFY(!table.rows[2][1].number && !table.rows[2][2].number);

    models::IntervalPlot interval;
    interval.name = QStringLiteral("Helpful rate");
    interval.points = {{QStringLiteral("Aug"), QStringLiteral("August 2026"), 7, {}, {}, {}, false},
        {QStringLiteral("Sep"), QStringLiteral("September 2026"), 62, 0.59, 0.71, 0.81, true}};
    table = models::tableOf(interval);
    QCOMPARE(textsOf(table, 0).join(u'|'), QStringLiteral("August 2026|7|–|–|–|Too few cases"));
    QCOMPARE(*table.rows[1][3].number, 0.59);
    QCOMPARE(table.rows[1][5].data, QStringLiteral("partial"));

    models::SharePlot shares;
    shares.whole = 400;
    shares.rows = {{QStringLiteral("VS Code"), {}, 100, 1}};
    table = models::tableOf(shares);
    QCOMPARE(table.columns.size(), 3U); // no detail, no column for it
    QCOMPARE(*table.rows[0][2].number, 0.25);

    table = models::tableOf(models::HeatPlot{threeDays(Measure::Turns, 5, 6)});
    QCOMPARE(table.rows.size(), 3U);
}

void TestPlotTable::copiedDataParsesBackToTheSameNumbers()
{
    const QList<double> values{1.0 / 3, 552'301.5, 0.1 + 0.2, 22'912'345'678.0, 1e-7, 2.3e15};
    DaySeries series{Measure::Credits, {kMonday, kMonday + static_cast<int>(values.size() - 1)}, {}};
    for (const double value : values) {
        series.points.push_back({value, DayState::Final});
    }
    models::DayPlot plot;
    plot.columns = {series};
    const QStringList lines = models::tabSeparated(models::tableOf(plot)).split(u'\n');

    QCOMPARE(lines.size(), values.size() + 2); // headings, and nothing after the last line feed
    QVERIFY(lines.last().isEmpty());
    for (qsizetype index = 0; index < values.size(); ++index) {
        const QStringList cells = lines[index + 1].split(u'\t');
        bool isNumber = false;
        const double parsed = QLocale::c().toDouble(cells[1], &isNumber);
        QVERIFY2(isNumber, qPrintable(cells[1]));
        QVERIFY2(parsed == values[index], qPrintable(cells[1])); // every bit of it
        QCOMPARE(
            QDate::fromString(cells[0], Qt::ISODate).toJulianDay(), QDate(2026, 11, 2).toJulianDay() + index);
    }
}

void TestPlotTable::namesCannotBreakTheLines()
{
    models::SharePlot shares;
    shares.rows = {{QStringLiteral("a\tb\nc"), {}, 1, 1}};
    const QString text = models::tabSeparated(models::tableOf(shares));
    QCOMPARE(text.count(u'\n'), 2);
    QVERIFY(text.contains(QStringLiteral("a b c\t1\t1\n")));
}

void TestPlotTable::everyRowIsAsLongAsTheHeadings()
{
    models::DayPlot days;
    days.asShares = true;
    days.columns = {threeDays(Measure::CommentsP0, 1, 0), threeDays(Measure::CommentsP1, 3, 0)};
    models::SharePlot shares;
    shares.rows = {{QStringLiteral("a"), QStringLiteral("b"), 1, 1}};
    for (const models::Plot& plot :
        {models::Plot(days), models::Plot(shares), models::Plot(models::DayPlot{}),
            models::Plot(models::FunnelPlot{}), models::Plot(models::HeatPlot{})}) {
        const PlotTable table = models::tableOf(plot);
        for (const auto& row : table.rows) {
            QCOMPARE(row.size(), table.columns.size());
        }
    }
}

QTEST_MAIN(TestPlotTable)
#include "tst_plottable.moc"
