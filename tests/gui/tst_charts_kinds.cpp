// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/DayChart.h"
#include "charts/DivergingChart.h"
#include "charts/FunnelChart.h"
#include "charts/HeatMapChart.h"
#include "charts/IntervalChart.h"
#include "charts/PlotView.h"
#include "charts/SeriesStyle.h"
#include "charts/ShareBars.h"
#include "common/ThemeController.h"
#include "support/TestCase.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTableView>

using namespace ui;
using app::core::UtcDay;
using app::models::DayPoint;
using app::models::DaySeries;
using app::models::Measure;
using app::models::Plot;
using app::records::DayState;
using charts::Chart;
using common::Theme;
using common::Token;

namespace {

const UtcDay kMonday = UtcDay::fromNumber(20'759); // 2 Nov 2026

DaySeries days(Measure measure, const std::vector<DayPoint>& points)
{
    return {measure, {kMonday, kMonday + (static_cast<int>(points.size()) - 1)}, points};
}

DaySeries constant(Measure measure, std::size_t count, double value)
{
    return days(measure, std::vector<DayPoint>(count, DayPoint{value, DayState::Final}));
}

QString readoutOf(const QWidget& chart)
{
    const auto* readout = chart.findChild<charts::ChartReadout*>();
    return readout->isVisibleTo(&chart) ? readout->spokenText() : QString();
}

QWidget* canvasOf(const Chart& chart)
{
    return chart.focusProxy();
}

// How many pixels of `box` have this colour.
int countOf(const QImage& image, const QRect& box, const QColor& color)
{
    int count = 0;
    for (int y = std::max(0, box.top()); y <= std::min(box.bottom(), image.height() - 1); ++y) {
        for (int x = std::max(0, box.left()); x <= std::min(box.right(), image.width() - 1); ++x) {
            count += image.pixelColor(x, y) == color ? 1 : 0;
        }
    }
    return count;
}

app::models::DivergingPlot reactions()
{
    app::models::DivergingPlot plot;
    plot.leftName = QStringLiteral("Downvotes");
    plot.rightName = QStringLiteral("Upvotes");
    plot.rows = {{QStringLiteral("W45"), QStringLiteral("ISO week 45"), 50, 100, false},
        {QStringLiteral("W46"), QStringLiteral("ISO week 46"), 100, 50, true}};
    return plot;
}

app::models::FunnelPlot funnel()
{
    app::models::FunnelPlot plot;
    plot.steps = {{QStringLiteral("Comments"), 200.0}, {QStringLiteral("Engaged"), 100.0},
        {QStringLiteral("Replied"), 50.0, true}};
    return plot;
}

app::models::IntervalPlot helpfulRate()
{
    app::models::IntervalPlot plot;
    plot.name = QStringLiteral("Helpful rate");
    plot.points = {{QStringLiteral("Sep"), QStringLiteral("September 2026"), 7, {}, {}, {}, false},
        {QStringLiteral("Oct"), QStringLiteral("October 2026"), 1'430, 0.70, 0.75, 0.80, false},
        {QStringLiteral("Nov"), QStringLiteral("November 2026"), 930, 0.70, 0.75, 0.80, true}};
    return plot;
}

// Two weeks: Monday to Sunday with the largest on Tuesday, a hole on Wednesday, zero on Thursday.
app::models::HeatPlot rhythm()
{
    std::vector<DayPoint> points(14, DayPoint{30.0, DayState::Final});
    points[1].value = 100;
    points[2] = {std::nullopt, DayState::Missing};
    points[3].value = 0;
    points[13] = {100.0, DayState::Provisional};
    return {days(Measure::Turns, points)};
}

app::models::SharePlot surfaces()
{
    app::models::SharePlot plot;
    plot.rows = {{QStringLiteral("VS Code"), QStringLiteral("editor"), 60, 1},
        {QStringLiteral("CLI"), {}, 30, 2}, {QStringLiteral("Not attributed"), {}, 10, 8, true}};
    return plot;
}

app::models::DayPlot turnsAndCredits()
{
    app::models::DayPlot plot;
    plot.columns = {constant(Measure::Turns, 10, 40)};
    plot.lines = {constant(Measure::Credits, 10, 150)};
    plot.linesOnRightAxis = true;
    return plot;
}

std::unique_ptr<Chart> makeChart(const Plot& plot)
{
    const QString name = QStringLiteral("some");
    std::vector<std::unique_ptr<Chart>> kinds;
    kinds.push_back(std::make_unique<charts::DayChart>(name));
    kinds.push_back(std::make_unique<charts::DivergingChart>(name));
    kinds.push_back(std::make_unique<charts::FunnelChart>(name));
    kinds.push_back(std::make_unique<charts::IntervalChart>(name));
    kinds.push_back(std::make_unique<charts::HeatMapChart>(name));
    kinds.push_back(std::make_unique<charts::ShareBars>(name));
    for (auto& one : kinds) {
        if (one->setPlot(plot)) {
            one->setTitle(QStringLiteral("Title"));
            one->resize(420, 240);
            return std::move(one);
        }
    }
    return nullptr;
}

} // namespace

Q_DECLARE_METATYPE(app::models::Plot)

class TestChartsKinds : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<common::ThemeController>(*qApp, app::settings::Appearance::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { m_theme.reset(); }

    void everyKindReadsItsPoints_data();
    void everyKindReadsItsPoints();
    void everyKindFollowsTheKeyboard_data() { kinds(); }
    void everyKindFollowsTheKeyboard();
    void everyKindHasATableTwinAndNames_data() { kinds(); }
    void everyKindHasATableTwinAndNames();
    void everyKindFollowsTheTheme_data() { kinds(); }
    void everyKindFollowsTheTheme();
    void pointerReadsWhatItPointsAt_data() { kinds(); }
    void pointerReadsWhatItPointsAt();
    void pictureHasNoCursor_data() { kinds(); }
    void pictureHasNoCursor();
    void emptyPlotsAreDrawn();

    void lineBreaksDashesAndHasAHalo();
    void rightAxisHasAsManyLinesAsTheLeft();
    void sharesFillTheColumn();
    void bandBreaksAtHoles();
    void weekSaysItsDays();
    void partialMeanSaysItsBasis();
    void partsOfOneMeasureAreHiddenOneByOne();
    void aYearOfStacksIsBuiltFast();
    void provisionalBarsOfTheDivergingChartAreHatched();
    void intervalIsHollowWhenUnfinishedAndMissingBelowTheLeast();
    void heatMapShadesBySharesAndCrossesHoles();
    void heatMapMovesInTwoDirections();
    void rowsAreMirroredAndTimeIsNot();

protected:
    void tearDown() override
    {
        m_theme->setAppearance(app::settings::Appearance::Light);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

private:
    static void kinds();
    std::unique_ptr<common::ThemeController> m_theme;
};

void TestChartsKinds::kinds()
{
    QTest::addColumn<Plot>("plot");
    QTest::newRow("days") << Plot(turnsAndCredits());
    QTest::newRow("diverging") << Plot(reactions());
    QTest::newRow("funnel") << Plot(funnel());
    QTest::newRow("interval") << Plot(helpfulRate());
    QTest::newRow("heat map") << Plot(rhythm());
    QTest::newRow("shares") << Plot(surfaces());
}

void TestChartsKinds::everyKindReadsItsPoints_data()
{
    QTest::addColumn<Plot>("plot");
    QTest::addColumn<int>("point");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const Plot& plot, int point, const char* text) {
        QTest::newRow(name) << plot << point << QString::fromUtf8(text);
    };
    row("two axes", turnsAndCredits(), 0, "Mon 2 Nov 2026 (UTC). Turns: 40. Credits: 150");
    row("diverging", reactions(), 0, "ISO week 45. Downvotes: 50. Upvotes: 100");
    row("diverging, provisional", reactions(), 1,
        "ISO week 46. Downvotes: 100. Upvotes: 50. Provisional: this period can still change.");
    row("funnel, the whole", funnel(), 0, "Comments. Comments: 200");
    row("funnel, a part", funnel(), 1, "Engaged. Comments: 100. Share of Comments: 50.0\u00a0%");
    row("interval", helpfulRate(), 1,
        "October 2026. Helpful rate: 75.0\u00a0%. 95 % interval: 70.0\u00a0% to 80.0\u00a0%. Cases: 1,430");
    row("interval, unfinished", helpfulRate(), 2,
        "November 2026. Helpful rate: 75.0\u00a0%. 95 % interval: 70.0\u00a0% to 80.0\u00a0%. Cases: 930. "
        "This period is not complete.");
    row("heat map", rhythm(), 1, "Tue 3 Nov 2026 (UTC). Turns: 100");
    row("heat map, a hole", rhythm(), 2, "Wed 4 Nov 2026 (UTC). Missing: this day was not read yet.");
    row("heat map, zero", rhythm(), 3, "Thu 5 Nov 2026 (UTC). Turns: 0");
    row("shares", surfaces(), 0, "VS Code. Credits: 60. Share: 60.0\u00a0%. editor");
}

void TestChartsKinds::everyKindReadsItsPoints()
{
    QFETCH(Plot, plot);
    QFETCH(int, point);
    QFETCH(QString, text);
    const auto chart = makeChart(plot);
    chart->show();
    chart->setCursor(point);
    QCOMPARE(readoutOf(*chart), text);
    QCOMPARE(canvasOf(*chart)->accessibleDescription(), text);
}

void TestChartsKinds::everyKindFollowsTheKeyboard()
{
    QFETCH(Plot, plot);
    const auto chart = makeChart(plot);
    chart->show();
    chart->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(chart.get()));
    chart->setFocus(Qt::TabFocusReason);
    QWidget* canvas = canvasOf(*chart);
    QVERIFY(canvas->hasFocus());
    QSignalSpy moved(chart.get(), &Chart::cursorChanged);

    QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(chart->cursor(), 0);
    QTest::keyClick(canvas, Qt::Key_End);
    QCOMPARE(chart->cursor(), chart->count() - 1);
    QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(chart->cursor(), chart->count() - 1);
    QTest::keyClick(canvas, Qt::Key_Home);
    QCOMPARE(chart->cursor(), 0);
    QTest::keyClick(canvas, Qt::Key_Escape);
    QCOMPARE(chart->cursor(), -1);
    QVERIFY(readoutOf(*chart).isEmpty());
    QCOMPARE(moved.count(), 4);
}

void TestChartsKinds::everyKindHasATableTwinAndNames()
{
    QFETCH(Plot, plot);
    const auto chart = makeChart(plot);
    chart->show();
    chart->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(chart.get()));
    chart->setFocus(Qt::TabFocusReason);

    QCOMPARE(canvasOf(*chart)->accessibleName(), QStringLiteral("Chart: Title"));
    QVERIFY(canvasOf(*chart)->accessibleDescription().endsWith(QStringLiteral("T shows the table.")));
    QTest::keyClick(canvasOf(*chart), Qt::Key_T);
    auto* table = chart->findChild<QTableView*>(QStringLiteral("someTable"));
    QVERIFY(table && table->isVisible() && table->hasFocus());
    QCOMPARE(table->accessibleName(), QStringLiteral("Table: Title"));
    const app::models::PlotTable expected = app::models::tableOf(plot);
    QCOMPARE(table->model()->rowCount(), static_cast<int>(expected.rows.size()));
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            QCOMPARE(table->model()->index(row, column).data().toString(),
                expected.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)].text);
        }
    }
    QTest::keyClick(table, Qt::Key_T);
    QVERIFY(!chart->isTableShown());
}

void TestChartsKinds::everyKindFollowsTheTheme()
{
    QFETCH(Plot, plot);
    QWidget card;
    const auto chart = makeChart(plot);
    chart->setParent(&card);
    card.resize(420, 240);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    const QImage light = chart->grab().toImage();
    const QColor darkText = Theme(Theme::Mode::Dark).color(Token::Muted);
    m_theme->setAppearance(app::settings::Appearance::Dark);
    QTRY_VERIFY(chart->grab().toImage() != light);
    QVERIFY(chart->grab().toImage().pixelColor(2, 120).lightness() < 80
        || countOf(chart->grab().toImage(), chart->rect(), darkText) > 0);
    m_theme->setAppearance(app::settings::Appearance::Light);
    QTRY_COMPARE(chart->grab().toImage(), light);
}

void TestChartsKinds::pointerReadsWhatItPointsAt()
{
    QFETCH(Plot, plot);
    const auto chart = makeChart(plot);
    chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(chart.get()));
    QWidget* target = canvasOf(*chart);
    if (auto* view = qobject_cast<QAbstractScrollArea*>(target)) {
        target = view->viewport();
    }
    QTest::mouseMove(target, chart->pointRect(1).center());
    QTRY_COMPARE(chart->cursor(), 1);
    QVERIFY(!readoutOf(*chart).isEmpty());
    QTest::mouseMove(target, QPoint(1, chart->height() - 1));
    QTRY_COMPARE(chart->cursor(), -1);
}

void TestChartsKinds::pictureHasNoCursor()
{
    QFETCH(Plot, plot);
    const auto chart = makeChart(plot);
    chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(chart.get()));
    const auto drawn = [&chart] {
        QImage image(chart->size(), QImage::Format_RGB32);
        image.fill(Theme::of(nullptr).color(Token::Raised));
        QPainter painter(&image);
        chart->drawTo(painter, QRectF(image.rect()));
        return image;
    };
    const QImage before = drawn();
    QVERIFY(countOf(before, before.rect(), Theme::of(nullptr).color(Token::Raised))
        < before.width() * before.height() * 99 / 100);
    chart->setCursor(1);
    QCOMPARE(drawn(), before);
    // Also where the chart was never laid out, because its table is on show.
    const auto hidden = makeChart(plot);
    hidden->setTableShown(true);
    hidden->show();
    QImage image(chart->size(), QImage::Format_RGB32);
    image.fill(Theme::of(nullptr).color(Token::Raised));
    {
        QPainter painter(&image);
        hidden->drawTo(painter, QRectF(image.rect()));
    }
    QCOMPARE(image, before);
}

void TestChartsKinds::emptyPlotsAreDrawn()
{
    for (const Plot& plot : {Plot(app::models::DayPlot{}), Plot(app::models::DivergingPlot{}),
             Plot(app::models::FunnelPlot{}), Plot(app::models::IntervalPlot{}),
             Plot(app::models::HeatPlot{}), Plot(app::models::SharePlot{})}) {
        const auto chart = makeChart(plot);
        chart->show();
        chart->setCursor(0);
        QCOMPARE(chart->cursor(), -1);
        QVERIFY(!chart->grab().isNull());
    }
}

void TestChartsKinds::lineBreaksDashesAndHasAHalo()
{
    app::models::DayPlot plot;
    plot.columns = {constant(Measure::ActiveEngineers, 12, 100)};
    plot.lines = {constant(Measure::MeanActive, 12, 50)};
    plot.lines[0].points[4].value.reset();
    plot.lines[0].points[4].state = DayState::Missing;
    for (std::size_t day = 7; day < 12; ++day) {
        plot.lines[0].points[day].basisDays = 6;
        plot.lines[0].points[day].basisWanted = 7;
    }
    charts::DayChart chart(QStringLiteral("people"));
    chart.setDays(plot);
    chart.resize(640, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const QImage image = chart.grab().toImage();
    const Theme theme = Theme::of(nullptr);
    const auto* view = chart.findChild<charts::PlotView*>();
    const int y = qRound(view->linePoint(0, 0).y());
    const auto strokes = [&](int from, int to) {
        int count = 0;
        bool before = false;
        for (int x = chart.columnOf(from).center().x() + 2; x < chart.columnOf(to).center().x() - 2; ++x) {
            const bool on = image.pixelColor(x, y) == theme.color(Token::Category2)
                || image.pixelColor(x, y - 1) == theme.color(Token::Category2);
            count += on && !before ? 1 : 0;
            before = on;
        }
        return count;
    };
    QCOMPARE(strokes(0, 3), 1); // one unbroken stroke
    QCOMPARE(strokes(3, 5), 0); // nothing across the hole
    QVERIFY(strokes(7, 11) > 10); // 4 on, 3 off
    // The halo: the card shows above the line where it crosses a bar.
    QCOMPARE(image.pixelColor(chart.columnOf(1).center().x(), y - 2), theme.color(Token::Raised));
    QCOMPARE(image.pixelColor(chart.columnOf(1).center().x(), y - 6), theme.color(Token::Category1));
}

void TestChartsKinds::rightAxisHasAsManyLinesAsTheLeft()
{
    charts::DayChart chart(QStringLiteral("turns"));
    chart.setDays(turnsAndCredits());
    const auto* view = chart.findChild<charts::PlotView*>();
    QCOMPARE(view->rightScale().lines.size(), view->scale().lines.size());
    QVERIFY(view->rightScale().maximum >= 150);
    QVERIFY(view->scale().maximum < 100);
    QCOMPARE(chart.legend().at(1).name, QStringLiteral("Credits (right axis)"));
    QCOMPARE(view->scale().lines, (std::vector<double>{0, 10, 20, 30, 40}));
    QCOMPARE(view->rightScale().lines, (std::vector<double>{0, 40, 80, 120, 160}));
}

void TestChartsKinds::sharesFillTheColumn()
{
    app::models::DayPlot plot;
    plot.asShares = true;
    plot.columns = {constant(Measure::CommentsP0, 3, 1), constant(Measure::CommentsP2, 3, 3)};
    charts::DayChart chart(QStringLiteral("severity"));
    chart.setDays(plot);
    chart.resize(400, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const QImage image = chart.grab().toImage();
    const QRect column = chart.columnOf(1);
    const auto at = [&](double share) {
        return image.pixelColor(column.center().x(), column.bottom() - qRound(share * column.height()));
    };
    const Theme theme = Theme::of(nullptr);
    QCOMPARE(at(0.1), theme.color(Token::Category7));
    QCOMPARE(at(0.22), theme.color(Token::Category7));
    QCOMPARE(at(0.3), theme.color(Token::Category4));
    QCOMPARE(at(0.97), theme.color(Token::Category4));
    chart.setCursor(1);
    QCOMPARE(readoutOf(chart),
        QStringLiteral("Tue 3 Nov 2026 (UTC). P0: 1 (25.0\u00a0%). P2: 3 (75.0\u00a0%). Total: 4"));
}

void TestChartsKinds::bandBreaksAtHoles()
{
    app::models::DayPlot plot;
    plot.columns = {constant(Measure::Turns, 9, 1)};
    plot.band = app::models::DayPlot::Band{
        QStringLiteral("Team P25 to P75"), constant(Measure::Turns, 9, 20), constant(Measure::Turns, 9, 80)};
    plot.band->upper.points[4].value.reset();
    charts::DayChart chart(QStringLiteral("turns"));
    chart.setDays(plot);
    chart.resize(600, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    const QImage image = chart.grab().toImage();
    const QColor band = Theme::of(nullptr).color(Token::Band);
    const auto middle = [&](int day) {
        const QRect column = chart.columnOf(day);
        return image.pixelColor(column.center().x() - 2, column.bottom() - column.height() * 45 / 100);
    };
    QCOMPARE(middle(2), band);
    QVERIFY(middle(4) != band);
    QCOMPARE(middle(7), band);
    chart.setCursor(2);
    QVERIFY(readoutOf(chart).contains(QStringLiteral("Team P25 to P75: 20 to 80")));
}

void TestChartsKinds::weekSaysItsDays()
{
    DaySeries series = constant(Measure::Turns, 10, 10);
    series.points[2] = {std::nullopt, DayState::Missing};
    series.points[3] = {std::nullopt, DayState::Missing};
    app::models::DayPlot plot;
    plot.columns = {app::models::byWeek(series)};
    charts::DayChart chart(QStringLiteral("turns"));
    chart.setDays(plot);
    chart.show();
    QCOMPARE(chart.count(), 2);
    chart.setCursor(0);
    QCOMPARE(readoutOf(chart),
        QStringLiteral("ISO week 45, 2 to 8 Nov 2026 (UTC). Turns: 50. 5 of 7 days stored."));
}

void TestChartsKinds::partialMeanSaysItsBasis()
{
    app::models::DayPlot plot;
    plot.columns = {constant(Measure::ActiveEngineers, 3, 213)};
    plot.lines = {constant(Measure::MeanActive, 3, 175)};
    plot.lines[0].points[1].basisDays = 6;
    plot.lines[0].points[1].basisWanted = 7;
    charts::DayChart chart(QStringLiteral("people"));
    chart.setDays(plot);
    chart.show();
    chart.setCursor(1);
    QCOMPARE(readoutOf(chart),
        QStringLiteral("Tue 3 Nov 2026 (UTC). Active people: 213. 7-day mean: 175. 7-day mean: 6 of 7 days"));
    chart.setCursor(0);
    QVERIFY(!readoutOf(chart).contains(QStringLiteral("6 of 7")));
}

void TestChartsKinds::partsOfOneMeasureAreHiddenOneByOne()
{
    app::models::DayPlot plot;
    for (const char* part : {"vscode", "cli", "cloud"}) {
        DaySeries series = constant(Measure::Credits, 3, 10);
        series.part = QString::fromLatin1(part);
        series.partName = series.part;
        series.category = static_cast<int>(plot.columns.size()) + 1;
        plot.columns.push_back(series);
    }
    charts::DayChart chart(QStringLiteral("credits"));
    chart.setDays(plot);
    chart.setSeriesShown(1, false);
    QVERIFY(chart.isSeriesShown(0) && !chart.isSeriesShown(1) && chart.isSeriesShown(2));
    std::swap(plot.columns[0], plot.columns[1]);
    chart.setDays(plot); // the same part stays hidden wherever it stands
    QVERIFY(!chart.isSeriesShown(0) && chart.isSeriesShown(1));
    chart.setSeriesShown(1, false);
    chart.setSeriesShown(2, false);
    QVERIFY(chart.isSeriesShown(2)); // the last one stays
    // The legend has the order of the stack.
    QCOMPARE(chart.legend().at(0).name, QStringLiteral("cli"));
    QCOMPARE(chart.legend().at(0).token, Token::Category2);
}

void TestChartsKinds::aYearOfStacksIsBuiltFast()
{
    app::models::DayPlot plot;
    for (int part = 0; part < 6; ++part) {
        DaySeries series = constant(Measure::Credits, 365, 10 + part);
        series.part = QString::number(part);
        plot.columns.push_back(app::models::byWeek(series));
    }
    charts::DayChart chart(QStringLiteral("credits"));
    chart.resize(600, 240);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QElapsedTimer clock;
    clock.start();
    chart.setDays(plot);
    QVERIFY(!chart.grab().isNull());
    QVERIFY2(clock.elapsed() < 1'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(chart.count(), 53);
}

void TestChartsKinds::provisionalBarsOfTheDivergingChartAreHatched()
{
    const auto chart = makeChart(reactions());
    chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(chart.get()));
    const QImage image = chart->grab().toImage();
    const Theme theme = Theme::of(nullptr);
    for (const Token token : {Token::Category1, Token::Category2}) {
        const QColor solid = theme.color(token);
        const QColor tint = charts::provisionalTint(solid, theme.color(Token::Raised));
        QVERIFY(countOf(image, chart->pointRect(0), solid) > 200);
        QCOMPARE(countOf(image, chart->pointRect(0), tint), 0);
        QVERIFY(countOf(image, chart->pointRect(1), tint) > 100);
        QCOMPARE(countOf(image, chart->pointRect(1), solid), 0);
    }
    // Twice as many votes, twice as long; on one scale on both sides.
    const int row = chart->pointRect(0).center().y();
    const QRect line(0, row, chart->width(), 1);
    const int left = countOf(image, line, theme.color(Token::Category2));
    const int right = countOf(image, line, theme.color(Token::Category1));
    QVERIFY2(std::abs(right - 2 * left) <= 3, qPrintable(QStringLiteral("%1 %2").arg(left).arg(right)));
}

void TestChartsKinds::intervalIsHollowWhenUnfinishedAndMissingBelowTheLeast()
{
    const auto chart = makeChart(helpfulRate());
    chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(chart.get()));
    QCOMPARE(chart->axisNote(), QStringLiteral("axis from 50\u00a0%"));
    const QImage image = chart->grab().toImage();
    const QColor color = Theme::of(nullptr).color(Token::Category1);
    QCOMPARE(countOf(image, chart->pointRect(0), color), 0);
    const int filled = countOf(image, chart->pointRect(1), color);
    const int hollow = countOf(image, chart->pointRect(2), color);
    QVERIFY2(filled > hollow + 15, qPrintable(QStringLiteral("%1 %2").arg(filled).arg(hollow)));
    QVERIFY(hollow > 20);
    chart->setCursor(0);
    QVERIFY(readoutOf(*chart).startsWith(QStringLiteral("September 2026. Helpful rate: –. Cases: 7. ")));
    QVERIFY(readoutOf(*chart).contains(QStringLiteral("10")));

    app::models::IntervalPlot low = helpfulRate();
    low.points[1].low = 0.1;
    QVERIFY(makeChart(low)->axisNote().isEmpty());
}

void TestChartsKinds::heatMapShadesBySharesAndCrossesHoles()
{
    const auto chart = makeChart(rhythm());
    chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(chart.get()));
    const QImage image = chart->grab().toImage();
    const Theme theme = Theme::of(nullptr);
    const auto at = [&](int day) { return image.pixelColor(chart->pointRect(day).center()); };
    QCOMPARE(at(0), theme.ramp(2)); // 30 %
    QCOMPARE(at(1), theme.ramp(5));
    QCOMPARE(at(3), theme.ramp(0)); // exactly zero
    const QRect hole = chart->pointRect(2);
    QCOMPARE(image.pixelColor(hole.left() + 3, hole.center().y()), theme.color(Token::Gap));
    QVERIFY(countOf(image, hole, theme.color(Token::Gap)) < hole.width() * hole.height() - 20);
    QVERIFY(at(2) != theme.color(Token::Gap)); // the cross
    const QColor tint = charts::provisionalTint(theme.ramp(5), theme.color(Token::Raised));
    QVERIFY(countOf(image, chart->pointRect(13), tint) > 40);
    // Monday to Sunday below each other, weeks beside each other.
    QCOMPARE(chart->pointRect(7).top(), chart->pointRect(0).top());
    QVERIFY(chart->pointRect(7).left() > chart->pointRect(0).right());
    QVERIFY(chart->pointRect(6).top() > chart->pointRect(5).bottom());
}

void TestChartsKinds::heatMapMovesInTwoDirections()
{
    const auto chart = makeChart(rhythm());
    chart->show();
    QWidget* canvas = canvasOf(*chart);
    chart->setCursor(2);
    QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(chart->cursor(), 9);
    QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(chart->cursor(), 9);
    QTest::keyClick(canvas, Qt::Key_Down);
    QCOMPARE(chart->cursor(), 10);
    QTest::keyClick(canvas, Qt::Key_Up);
    QTest::keyClick(canvas, Qt::Key_Left);
    QCOMPARE(chart->cursor(), 2);
    QTest::keyClick(canvas, Qt::Key_Left);
    QCOMPARE(chart->cursor(), 2);
}

void TestChartsKinds::rowsAreMirroredAndTimeIsNot()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    const auto shares = makeChart(surfaces());
    shares->show();
    QVERIFY(QTest::qWaitForWindowExposed(shares.get()));
    // The bar of the second row begins at the right edge.
    const QImage image = shares->grab().toImage();
    const QColor color = Theme::of(nullptr).color(Token::Category2);
    const QRect row = shares->pointRect(1);
    QVERIFY(countOf(image, QRect(row.left(), row.top(), row.width() / 3, row.height()), color) == 0);
    QVERIFY(countOf(image, QRect(row.right() - 60, row.top(), 60, row.height()), color) > 100);

    const auto heat = makeChart(rhythm());
    heat->show();
    QVERIFY(heat->pointRect(7).left() > heat->pointRect(0).right());
    const auto line = makeChart(turnsAndCredits());
    line->show();
    QVERIFY(line->pointRect(1).left() > line->pointRect(0).left());
    const auto interval = makeChart(helpfulRate());
    interval->show();
    QVERIFY(interval->pointRect(1).left() > interval->pointRect(0).left());
}

QTEST_MAIN(TestChartsKinds)
#include "tst_charts_kinds.moc"
