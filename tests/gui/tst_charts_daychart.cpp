// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartCard.h"
#include "charts/ChartReadout.h"
#include "charts/DayChart.h"
#include "charts/SeriesStyle.h"
#include "common/Pill.h"
#include "common/StateMessage.h"
#include "common/Theme.h"
#include "common/ThemeController.h"
#include "support/TestCase.h"

#include <QAbstractButton>
#include <QAction>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QSignalSpy>
#include <QStackedBarSeries>
#include <QTableView>
#include <QToolButton>

using namespace ui;
using app::core::UtcDay;
using app::models::DayPoint;
using app::models::DaySeries;
using app::models::Measure;
using app::records::DayState;
using charts::ChartCard;
using charts::DayChart;
using common::Theme;
using common::Token;

namespace {

const UtcDay kFirst = UtcDay::fromNumber(20'770); // Fri 13 Nov 2026
const UtcDay kMonday = kFirst - 4;

// Final, zero, missing, final, not offered, provisional.
DaySeries sample(Measure measure, double scale = 1)
{
    const app::core::DayRange range{kFirst, kFirst + 5};
    return {measure, range,
        {{120 * scale, DayState::Final}, {0.0, DayState::Final}, {std::nullopt, DayState::Missing},
            {80 * scale, DayState::Final}, {std::nullopt, DayState::NotOffered},
            {100 * scale, DayState::Provisional}}};
}

DaySeries constant(Measure measure, int days, double value)
{
    DaySeries series{measure, {kFirst, kFirst + (days - 1)}, {}};
    series.points.assign(static_cast<std::size_t>(days), DayPoint{value, DayState::Final});
    return series;
}

QChartView* plotOf(const QWidget& widget)
{
    return widget.findChild<QChartView*>();
}

QList<QBarSet*> barsOf(const QWidget& widget)
{
    return qobject_cast<QStackedBarSeries*>(plotOf(widget)->chart()->series().value(0))->barSets();
}

QList<double> valuesOf(const QBarSet* set)
{
    QList<double> values;
    for (int i = 0; i < set->count(); ++i) {
        values << set->at(i);
    }
    return values;
}

QString readoutOf(const QWidget& widget)
{
    const auto* readout = widget.findChild<charts::ChartReadout*>();
    return readout->isVisibleTo(&widget) ? readout->spokenText() : QString();
}

// The colour in the middle of a day's column, `above` pixels over the zero line.
QColor pixelAt(DayChart& chart, int day, int above)
{
    const QImage image = chart.grab().toImage();
    const QRect column = chart.columnOf(day);
    return image.pixelColor(column.center().x(), column.bottom() - above);
}

} // namespace

class TestChartsDayChart : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<common::ThemeController>(*qApp, app::settings::Appearance::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { m_theme.reset(); }

    void barsHoldTheValuesOfTheSeries();
    void stackHasItsFirstSeriesAtTheBottom();
    void missingDayIsAGapAndZeroIsABareColumn();
    void provisionalDayIsHatchedAndFinalDayIsNot();
    void gapHasDashedEdges();
    void keysReadOneDayAfterTheOther();
    void readoutNamesTheStateOfTheDay_data();
    void readoutNamesTheStateOfTheDay();
    void stackReadoutHasATotal();
    void dashForAFigureThatWasNotGiven();
    void mouseReadsTheColumnBelowIt();
    void readoutStaysInsideTheChart();
    void cursorKeepsItsDayWhenTheSeriesChange();
    void tableTwinHasTheSameNumbersAndKeepsTheFocus();
    void screenReaderHearsTitleSumsAndGaps();
    void legendHidesAndShowsASeries();
    void lastSeriesStaysVisible();
    void themeChangeRecoloursTheOneChart();
    void asksForTheSameSizeHoweverLargeItIs();
    void neverHoldsMoreBarsThanPixels_data();
    void neverHoldsMoreBarsThanPixels();
    void neighboursThatShareAColumnSayWhatIsDrawn();
    void oddRangesAreDrawn_data();
    void oddRangesAreDrawn();
    void cardShowsItsStates();
    void failedCardKeepsAChartAndMarksItStale();
    void menuSwapsChartAndTable();

protected:
    void tearDown() override { m_theme->setAppearance(app::settings::Appearance::Light); }

private:
    std::unique_ptr<common::ThemeController> m_theme;
};

void TestChartsDayChart::barsHoldTheValuesOfTheSeries()
{
    DayChart chart(QStringLiteral("turns"));
    chart.setSeries({sample(Measure::Turns)});

    const QList<QBarSet*> bars = barsOf(chart);
    QCOMPARE(bars.size(), 1);
    QCOMPARE(bars[0]->label(), QStringLiteral("Turns"));
    // The provisional day is painted over the chart: provisionalDayIsHatchedAndFinalDayIsNot().
    QCOMPARE(valuesOf(bars[0]), (QList<double>{120, 0, 0, 80, 0, 0}));
}

void TestChartsDayChart::stackHasItsFirstSeriesAtTheBottom()
{
    DayChart chart(QStringLiteral("tokens"));
    chart.setSeries(
        {sample(Measure::UncachedInput), sample(Measure::CachedInput, 4), sample(Measure::Output)});
    chart.resize(600, 260);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));

    // 120 + 480 + 120 of 800: the first 15 % of the plot belong to uncached input, the next 60 % to cached
    // input.
    const int height = chart.columnOf(0).height();
    const Theme theme = Theme::of(nullptr);
    QCOMPARE(pixelAt(chart, 0, height * 7 / 100), theme.color(Token::Category1));
    QCOMPARE(pixelAt(chart, 0, height * 45 / 100), theme.color(Token::Category4));
    QCOMPARE(pixelAt(chart, 0, height * 83 / 100), theme.color(Token::Category2));
}

void TestChartsDayChart::missingDayIsAGapAndZeroIsABareColumn()
{
    DayChart chart(QStringLiteral("turns"));
    chart.setSeries({sample(Measure::Turns)});
    chart.resize(600, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));

    const Theme theme = Theme::of(nullptr);
    const int height = chart.columnOf(0).height();
    QCOMPARE(pixelAt(chart, 0, 10), theme.color(Token::Category1));
    QCOMPARE(pixelAt(chart, 1, 10), theme.color(Token::Raised));
    QCOMPARE(pixelAt(chart, 2, 10), theme.color(Token::Gap));
    QCOMPARE(pixelAt(chart, 2, height - 10), theme.color(Token::Gap));
    QCOMPARE(pixelAt(chart, 4, 10), theme.color(Token::Gap));
    QVERIFY(theme.color(Token::Gap) != theme.color(Token::Raised));
}

void TestChartsDayChart::provisionalDayIsHatchedAndFinalDayIsNot()
{
    DayChart chart(QStringLiteral("turns"));
    chart.setSeries({sample(Measure::Turns)});
    chart.resize(600, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));

    const QImage image = chart.grab().toImage();
    const auto colours = [&](int day) {
        const QRect column = chart.columnOf(day);
        QSet<QRgb> seen;
        for (int x = column.center().x() - 10; x <= column.center().x() + 10; ++x) {
            seen.insert(image.pixel(x, column.bottom() - 20));
        }
        return seen;
    };
    const Theme theme = Theme::of(nullptr);
    const QRgb solid = theme.color(Token::Category1).rgb();
    const QRgb tint
        = charts::provisionalTint(theme.color(Token::Category1), theme.color(Token::Raised)).rgb();
    QCOMPARE(colours(0), QSet<QRgb>{solid});
    QVERIFY(colours(5).size() > 2);
    QVERIFY(colours(5).contains(tint));
    QVERIFY(!colours(5).contains(solid));
}

void TestChartsDayChart::gapHasDashedEdges()
{
    DayChart chart(QStringLiteral("turns"));
    chart.setSeries({sample(Measure::Turns)});
    chart.resize(600, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));

    const QImage image = chart.grab().toImage();
    const QRect column = chart.columnOf(2);
    const QRgb line = Theme::of(nullptr).color(Token::GapLine).rgb();
    int marked = 0;
    int strokes = 0;
    for (int x = column.left() - 1; x <= column.left() + 1 && marked == 0; ++x) {
        bool before = false;
        strokes = 0;
        for (int y = column.top() + 2; y < column.bottom() - 2; ++y) {
            const bool on = image.pixel(x, y) == line;
            marked += on ? 1 : 0;
            strokes += on && !before ? 1 : 0;
            before = on;
        }
    }
    // 2 on, 3 off.
    QVERIFY(marked > column.height() / 4 && marked < column.height() * 3 / 5);
    QVERIFY(strokes > column.height() / 8);
}

void TestChartsDayChart::keysReadOneDayAfterTheOther()
{
    DayChart chart(QStringLiteral("turns"));
    chart.setTitle(QStringLiteral("Turns"));
    chart.setSeries({sample(Measure::Turns)});
    chart.resize(600, 240);
    chart.show();
    chart.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&chart));
    QChartView* plot = plotOf(chart);
    chart.setFocus(Qt::TabFocusReason);
    QVERIFY(plot->hasFocus());

    QTest::keyClick(plot, Qt::Key_Right);
    QCOMPARE(chart.cursor(), 0);
    QCOMPARE(readoutOf(chart), QStringLiteral("Fri 13 Nov 2026 (UTC). Turns: 120"));
    QCOMPARE(plot->accessibleDescription(), readoutOf(chart));
    QTest::keyClick(plot, Qt::Key_Left);
    QCOMPARE(chart.cursor(), 0);
    QTest::keyClick(plot, Qt::Key_Right);
    QCOMPARE(readoutOf(chart), QStringLiteral("Sat 14 Nov 2026 (UTC). Turns: 0"));
    QTest::keyClick(plot, Qt::Key_End);
    QCOMPARE(chart.cursor(), 5);
    QTest::keyClick(plot, Qt::Key_Right);
    QCOMPARE(chart.cursor(), 5);
    QTest::keyClick(plot, Qt::Key_Home);
    QCOMPARE(chart.cursor(), 0);
    QTest::keyClick(plot, Qt::Key_Escape);
    QCOMPARE(chart.cursor(), -1);
    QVERIFY(readoutOf(chart).isEmpty());
    QTest::keyClick(plot, Qt::Key_Left);
    QCOMPARE(chart.cursor(), 5);
}

void TestChartsDayChart::readoutNamesTheStateOfTheDay_data()
{
    QTest::addColumn<int>("day");
    QTest::addColumn<QString>("text");
    QTest::newRow("final") << 3 << QStringLiteral("Mon 16 Nov 2026 (UTC). Turns: 80");
    QTest::newRow("missing") << 2
                             << QStringLiteral("Sun 15 Nov 2026 (UTC). Missing: this day was not read yet.");
    QTest::newRow("not offered") << 4
                                 << QStringLiteral(
                                        "Tue 17 Nov 2026 (UTC). OpenAI does not offer this day any more.");
    QTest::newRow("provisional")
        << 5 << QStringLiteral("Wed 18 Nov 2026 (UTC). Turns: 100. Provisional: this day can still change.");
}

void TestChartsDayChart::readoutNamesTheStateOfTheDay()
{
    QFETCH(int, day);
    QFETCH(QString, text);
    DayChart chart(QStringLiteral("turns"));
    chart.setSeries({sample(Measure::Turns)});
    chart.show();

    chart.setCursor(day);
    QCOMPARE(readoutOf(chart), text);
}

void TestChartsDayChart::stackReadoutHasATotal()
{
    DayChart chart(QStringLiteral("tokens"));
    chart.setSeries({sample(Measure::UncachedInput, 1'000), sample(Measure::Output, 10)});
    chart.show();

    chart.setCursor(0);
    QCOMPARE(readoutOf(chart),
        QStringLiteral("Fri 13 Nov 2026 (UTC). Uncached input: 120,000. Output: 1,200. Total: 121,200"));
    chart.setSeriesShown(1, false);
    QCOMPARE(readoutOf(chart), QStringLiteral("Fri 13 Nov 2026 (UTC). Uncached input: 120,000"));
}

void TestChartsDayChart::dashForAFigureThatWasNotGiven()
{
    DaySeries series = sample(Measure::Credits);
    series.points[0].value.reset();
    DayChart chart(QStringLiteral("credits"));
    chart.setSeries({series});
    chart.show();

    chart.setCursor(0);
    QCOMPARE(readoutOf(chart),
        QStringLiteral("Fri 13 Nov 2026 (UTC). Credits: –. A dash: OpenAI gave no figure."));
}

void TestChartsDayChart::mouseReadsTheColumnBelowIt()
{
    DayChart chart(QStringLiteral("turns"));
    chart.setSeries({sample(Measure::Turns)});
    chart.resize(600, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QWidget* viewport = plotOf(chart)->viewport();
    QSignalSpy moved(&chart, &DayChart::cursorChanged);

    QTest::mouseMove(viewport, chart.columnOf(3).center());
    QTRY_COMPARE(chart.cursor(), 3);
    QCOMPARE(readoutOf(chart), QStringLiteral("Mon 16 Nov 2026 (UTC). Turns: 80"));
    QCOMPARE(pixelAt(chart, 3, chart.columnOf(3).height() - 3), Theme::of(nullptr).color(Token::HoverBand));

    QTest::mouseMove(viewport, QPoint(4, 100)); // over the labels of the value axis
    QTRY_COMPARE(chart.cursor(), -1);
    QVERIFY(readoutOf(chart).isEmpty());
    QVERIFY(moved.count() >= 2);
}

void TestChartsDayChart::readoutStaysInsideTheChart()
{
    DayChart chart(QStringLiteral("tokens"));
    chart.setSeries({sample(Measure::UncachedInput, 1e9), sample(Measure::CachedInput, 1e9),
        sample(Measure::Output, 1e9)});
    chart.resize(420, 220);
    chart.show();
    const auto* readout = chart.findChild<charts::ChartReadout*>();
    for (int day = 0; day < 6; ++day) {
        chart.setCursor(day);
        QVERIFY(chart.rect().contains(readout->geometry()));
        QVERIFY(!readout->geometry().contains(chart.columnOf(day).center()));
    }
}

void TestChartsDayChart::cursorKeepsItsDayWhenTheSeriesChange()
{
    DayChart chart(QStringLiteral("turns"));
    chart.setSeries({sample(Measure::Turns)});
    chart.show();
    chart.setCursor(3); // Mon 16 Nov

    DaySeries later = constant(Measure::Turns, 6, 7);
    later.range = {kFirst + 2, kFirst + 7};
    chart.setSeries({later});
    QCOMPARE(chart.cursor(), 1);
    QCOMPARE(readoutOf(chart), QStringLiteral("Mon 16 Nov 2026 (UTC). Turns: 7"));

    later.range = {kFirst + 20, kFirst + 25};
    chart.setSeries({later});
    QCOMPARE(chart.cursor(), -1);
}

void TestChartsDayChart::tableTwinHasTheSameNumbersAndKeepsTheFocus()
{
    DayChart chart(QStringLiteral("turns"));
    chart.setSeries({sample(Measure::Turns)});
    chart.show();
    chart.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&chart));
    chart.setFocus(Qt::TabFocusReason);
    QVERIFY(!chart.findChild<QTableView*>()); // it is made when somebody wants it

    QTest::keyClick(plotOf(chart), Qt::Key_T);
    QVERIFY(chart.isTableShown());
    auto* table = chart.findChild<QTableView*>(QStringLiteral("turnsTable"));
    QVERIFY(table);
    QVERIFY(table->isVisible());
    QVERIFY(table->hasFocus());
    QCOMPARE(table->model()->rowCount(), 6);
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("120"));
    QCOMPARE(table->model()->index(2, 1).data().toString(), QStringLiteral("–"));
    QCOMPARE(table->model()->index(2, 2).data().toString(), QStringLiteral("Missing"));
    QCOMPARE(table->model()->index(5, 2).data().toString(), QStringLiteral("Provisional"));

    QTest::keyClick(table, Qt::Key_T);
    QVERIFY(!chart.isTableShown());
    QVERIFY(plotOf(chart)->hasFocus());
}

void TestChartsDayChart::screenReaderHearsTitleSumsAndGaps()
{
    DayChart chart(QStringLiteral("turns"));
    chart.setTitle(QStringLiteral("Turns, per UTC day"));
    chart.setSeries({sample(Measure::Turns)});

    QCOMPARE(plotOf(chart)->accessibleName(), QStringLiteral("Chart: Turns, per UTC day"));
    QCOMPARE(plotOf(chart)->accessibleDescription(),
        QStringLiteral("Per UTC day, 13 Nov to 18 Nov 2026. Turns: 300 in all. Provisional days: 1. Days "
                       "without data: 2. "
                       "Left and Right read the days, T shows the table."));
}

void TestChartsDayChart::legendHidesAndShowsASeries()
{
    ChartCard card(QStringLiteral("tokens"), QStringLiteral("Tokens"), QStringLiteral("per UTC day"));
    card.showSeries({sample(Measure::UncachedInput), sample(Measure::Output)});
    card.resize(700, 300);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    QCOMPARE(barsOf(card).size(), 2);
    auto* output = card.findChild<QAbstractButton*>(QStringLiteral("tokensLegend1Button"));
    QCOMPARE(output->text(), QStringLiteral("Output"));

    QTest::mouseClick(output, Qt::LeftButton);
    QCOMPARE(barsOf(card).size(), 1);
    QCOMPARE(barsOf(card)[0]->label(), QStringLiteral("Uncached input"));
    QVERIFY(!output->isChecked());

    QTest::keyClick(output, Qt::Key_Space);
    QCOMPARE(barsOf(card).size(), 2);
    for (const char* name : {"tokensLegendProvisional", "tokensLegendNoData"}) {
        QVERIFY(card.findChild<QAbstractButton*>(QString::fromLatin1(name))->isVisible());
    }
}

void TestChartsDayChart::lastSeriesStaysVisible()
{
    ChartCard card(QStringLiteral("tokens"), QStringLiteral("Tokens"), {});
    card.showSeries({sample(Measure::UncachedInput), sample(Measure::Output)});
    card.show();
    auto* first = card.findChild<QAbstractButton*>(QStringLiteral("tokensLegend0Button"));
    auto* second = card.findChild<QAbstractButton*>(QStringLiteral("tokensLegend1Button"));

    second->click();
    first->click();
    QVERIFY(first->isChecked());
    QVERIFY(card.chart().isSeriesShown(0));
    QVERIFY(!card.chart().isSeriesShown(1));
}

void TestChartsDayChart::themeChangeRecoloursTheOneChart()
{
    DayChart chart(QStringLiteral("turns"));
    chart.setSeries({sample(Measure::Turns)});
    chart.resize(600, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const QColor light = Theme(Theme::Mode::Light).color(Token::Category1);
    const QColor dark = Theme(Theme::Mode::Dark).color(Token::Category1);
    QCOMPARE(barsOf(chart)[0]->brush().color(), light);

    for (int i = 0; i < 3; ++i) {
        m_theme->setAppearance(app::settings::Appearance::Dark);
        QTRY_COMPARE(barsOf(chart)[0]->brush().color(), dark);
        QCOMPARE(pixelAt(chart, 0, 10), dark);
        QCOMPARE(pixelAt(chart, 1, 10), Theme(Theme::Mode::Dark).color(Token::Raised));
        m_theme->setAppearance(app::settings::Appearance::Light);
        QTRY_COMPARE(barsOf(chart)[0]->brush().color(), light);
    }
    int chartsInScene = 0;
    const auto items = plotOf(chart)->scene()->items();
    for (QGraphicsItem* item : items) {
        chartsInScene += qgraphicsitem_cast<QGraphicsWidget*>(item) && dynamic_cast<QChart*>(item) ? 1 : 0;
    }
    QCOMPARE(chartsInScene, 1);
}

void TestChartsDayChart::asksForTheSameSizeHoweverLargeItIs()
{
    // A graphics view asks for what its scene has: a card that was tall once would stay tall.
    DayChart chart(QStringLiteral("turns"));
    chart.setSeries({sample(Measure::Turns)});
    const QSize before = chart.sizeHint();
    chart.resize(900, 700);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));

    QCOMPARE(chart.sizeHint(), before);
    QVERIFY(before.height() < 250);
}

void TestChartsDayChart::neverHoldsMoreBarsThanPixels_data()
{
    QTest::addColumn<int>("weeks");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("perColumn");
    QTest::newRow("a year in a narrow card") << 53 << 240 << 1;
    QTest::newRow("three years in a narrow card") << 157 << 240 << 3;
    QTest::newRow("three years in a wide card") << 157 << 676 << 1;
    QTest::newRow("ten years in a narrow card") << 522 << 240 << 9;
    QTest::newRow("ten years in a wide card") << 522 << 676 << 3;
    QTest::newRow("ten years in a very wide one") << 522 << 1'700 << 1;
}

void TestChartsDayChart::neverHoldsMoreBarsThanPixels()
{
    QFETCH(int, weeks);
    QFETCH(int, width);
    QFETCH(int, perColumn);
    DaySeries turns{
        Measure::Turns, {kMonday, kMonday + (7 * weeks - 1)}, {}, app::models::Granularity::Week, {}, {}, 1};
    DaySeries threads = turns;
    threads.measure = Measure::Threads;
    threads.category = 2;
    double highest = 0;
    for (int week = 0; week < weeks; ++week) {
        const double value = week * 37 % 101;
        highest = std::max(highest, 2 * value);
        turns.points.push_back({value, DayState::Final});
        threads.points.push_back({value, DayState::Final});
    }
    DayChart chart(QStringLiteral("turns"));
    // The other way round than in a window, where the size often comes last.
    chart.setSeries({turns, threads});
    chart.resize(width, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));

    const QList<QBarSet*> bars = barsOf(chart);
    QCOMPARE(bars.size(), 2);
    QCOMPARE(bars[0]->count(), (weeks + perColumn - 1) / perColumn);
    QVERIFY(bars[0]->count() * 3 <= width);
    double drawn = 0;
    for (int bar = 0; bar < bars[0]->count(); ++bar) {
        drawn = std::max(drawn, bars[0]->at(bar) + bars[1]->at(bar));
    }
    QCOMPARE(drawn, highest);
    // The keyboard still reads every week.
    QCOMPARE(chart.count(), weeks);

    // What a wide chart has room for comes back.
    chart.resize(3 * 522 + 100, 240);
    QCOMPARE(barsOf(chart)[0]->count(), weeks);
}

void TestChartsDayChart::neighboursThatShareAColumnSayWhatIsDrawn()
{
    constexpr int kWeeks = 522;
    DaySeries turns{
        Measure::Turns, {kMonday, kMonday + (7 * kWeeks - 1)}, {}, app::models::Granularity::Week, {}, {}, 1};
    turns.points.assign(kWeeks, {5.0, DayState::Final});
    DayChart chart(QStringLiteral("turns"));
    chart.resize(676, 240);
    chart.setSeries({turns});
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));

    QTest::keyClick(plotOf(chart), Qt::Key_Home);
    QVERIFY2(readoutOf(chart).endsWith(QStringLiteral("Drawn is the highest of 3 neighbouring columns.")),
        qPrintable(readoutOf(chart)));
    chart.resize(3 * kWeeks + 100, 240);
    QTest::keyClick(plotOf(chart), Qt::Key_Right);
    QVERIFY2(!readoutOf(chart).contains(QStringLiteral("Drawn")), qPrintable(readoutOf(chart)));
}

void TestChartsDayChart::oddRangesAreDrawn_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<double>("value");
    QTest::newRow("one day") << 1 << 5.0;
    QTest::newRow("all zero") << 30 << 0.0;
    QTest::newRow("a year of huge numbers") << 366 << 2.3e15;
    QTest::newRow("fractions of a credit") << 7 << 0.0004;
}

void TestChartsDayChart::oddRangesAreDrawn()
{
    QFETCH(int, days);
    QFETCH(double, value);
    DayChart chart(QStringLiteral("credits"));
    chart.setSeries({constant(Measure::Credits, days, value)});
    chart.resize(500, 220);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));

    const QColor expected = Theme::of(nullptr).color(value > 0 ? Token::Category1 : Token::Raised);
    QCOMPARE(pixelAt(chart, 0, 5), expected);
    chart.setCursor(days - 1);
    QVERIFY(!readoutOf(chart).isEmpty());
    chart.setSeries({});
    QVERIFY(readoutOf(chart).isEmpty());
    QVERIFY(!chart.grab().isNull());
}

void TestChartsDayChart::cardShowsItsStates()
{
    ChartCard card(QStringLiteral("turns"), QStringLiteral("Turns"), QStringLiteral("per UTC day"));
    card.resize(500, 300);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    QSignalSpy retry(&card, &ChartCard::retryRequested);
    QVERIFY(card.state() == ChartCard::State::Loading);
    QVERIFY(!card.findChild<DayChart*>());

    card.showEmpty(QStringLiteral("Needs five weeks"), QStringLiteral("Two full weeks are cached so far."));
    auto* empty = card.findChild<common::StateMessage*>(QStringLiteral("turnsEmpty"));
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->title(), QStringLiteral("Needs five weeks"));

    card.showFailed(QStringLiteral("The cache could not be read."), QStringLiteral("Try again."));
    auto* failed = card.findChild<common::StateMessage*>(QStringLiteral("turnsFailed"));
    QVERIFY(failed->isVisible());
    QCOMPARE(failed->text(), QStringLiteral("Try again."));
    QTest::mouseClick(card.findChild<QAbstractButton*>(QStringLiteral("turnsRetryButton")), Qt::LeftButton);
    QCOMPARE(retry.count(), 1);

    card.showSeries({sample(Measure::Turns)});
    QVERIFY(card.chart().isVisible());
    QVERIFY(!card.isStale());
    card.setNote(QStringLiteral("On 1 stored day OpenAI gave no figure."));
    QCOMPARE(card.note(), QStringLiteral("On 1 stored day OpenAI gave no figure."));
}

void TestChartsDayChart::failedCardKeepsAChartAndMarksItStale()
{
    ChartCard card(QStringLiteral("turns"), QStringLiteral("Turns"), {});
    card.showSeries({sample(Measure::Turns)});
    card.show();

    card.showFailed(QStringLiteral("The cache could not be read."), QStringLiteral("Try again."));
    QVERIFY(card.state() == ChartCard::State::Chart);
    QVERIFY(card.chart().isVisible());
    QVERIFY(card.isStale());
    auto* pill = card.findChild<common::Pill*>(QStringLiteral("turnsStalePill"));
    QVERIFY(pill->isVisible());
    QCOMPARE(pill->toolTip(), QStringLiteral("The cache could not be read."));

    card.showSeries({sample(Measure::Turns)});
    QVERIFY(!card.isStale());
}

void TestChartsDayChart::menuSwapsChartAndTable()
{
    ChartCard card(QStringLiteral("turns"), QStringLiteral("Turns"), {});
    card.showSeries({sample(Measure::Turns)});
    card.resize(600, 300);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    auto* button = card.findChild<QToolButton*>(QStringLiteral("turnsMenuButton"));
    QCOMPARE(button->accessibleName(), QStringLiteral("Turns: menu"));
    auto* action = card.findChild<QAction*>(QStringLiteral("turnsTableAction"));
    QCOMPARE(action->text(), QStringLiteral("Show table\tT"));
    const QSize before = card.size();

    action->trigger();
    QVERIFY(card.chart().isTableShown());
    QCOMPARE(action->text(), QStringLiteral("Show chart\tT"));
    QCOMPARE(card.size(), before);
    action->trigger();
    QVERIFY(!card.chart().isTableShown());
}

QTEST_MAIN(TestChartsDayChart)
#include "tst_charts_daychart.moc"
