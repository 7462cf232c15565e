// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "FakeDialogService.h"
#include "charts/Chart.h"
#include "charts/ChartCard.h"
#include "charts/DayChart.h"
#include "charts/ExplainPanel.h"
#include "common/ThemeController.h"
#include "support/TestCase.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QToolButton>

using namespace ui;
using app::core::UtcDay;
using app::models::DayPoint;
using app::models::DaySeries;
using app::models::Measure;
using app::records::DayState;
using charts::ChartCard;
using charts::ExplainPanel;
using common::Theme;
using common::Token;

namespace {

const UtcDay kMonday = UtcDay::fromNumber(20'759); // 2 Nov 2026

app::models::DayPlot turns()
{
    app::models::DayPlot plot;
    plot.columns = {DaySeries{Measure::Turns, {kMonday, kMonday + 2},
        {{1.0 / 3, DayState::Final}, {std::nullopt, DayState::Missing}, {1'200.0, DayState::Provisional}}}};
    return plot;
}

app::models::FunnelPlot funnel()
{
    app::models::FunnelPlot plot;
    plot.steps = {{QStringLiteral("Comments"), 200.0}, {QStringLiteral("Engaged"), 100.0}};
    return plot;
}

app::models::Explanation explanation()
{
    app::models::Explanation why;
    why.title = QStringLiteral("Credits per turn");
    why.value = QStringLiteral("3.73");
    why.formula = QStringLiteral("credits ÷ turns = 552,301.5 ÷ 147,912");
    why.inputs = {{QStringLiteral("Credits"), QStringLiteral("552,301.5"), QStringLiteral("sum")},
        {QStringLiteral("Turns"), QStringLiteral("147,912"), QStringLiteral("sum over engineers")}};
    why.period = {{kMonday, kMonday + 29}, 28, 2, 1, 1};
    why.rows = 12'345;
    why.lastSync = (kMonday + 29).start() + std::chrono::hours(14);
    why.notSaid = QStringLiteral("Not whether it was worth it.");
    return why;
}

QString labelOf(const QWidget& widget, const char* name)
{
    const auto* label = widget.findChild<QLabel*>(QString::fromLatin1(name));
    return label ? label->text() : QStringLiteral("no such label");
}

void trigger(const QWidget& card, const char* action)
{
    card.findChild<QAction*>(QString::fromLatin1(action))->trigger();
}

// Whether something of about this colour is there.
bool holds(const QImage& image, const QColor& color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

class TestChartsCard : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<common::ThemeController>(*qApp, app::settings::Appearance::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { m_theme.reset(); }

    void cardShowsWhateverKindThePlotIs();
    void tableStaysOnShowWhenTheKindChanges();
    void menuIsReachedByKeyboardAndContextKey();
    void copiedDataHasEveryDigit();
    void copiedImageHasTitleAndMark();
    void savedPictureLoads_data();
    void savedPictureLoads();
    void drawingsKeepTheHatching();
    void failedSaveIsSaid();
    void explanationIsShownWhereThereIsOne();
    void panelSaysEverythingAndClosesOnEscape();
    void panelLeavesOutWhatIsNotKnown();
    void newPanelTakesThePlaceOfTheOld();
    void dataMarkStandsBelowTheChart();
    void captionSaysWhereTheAxisBegins();
    void headControlStandsBesideTheMenu();
    void longLegendGoesBelowTheChart();

private:
    std::unique_ptr<common::ThemeController> m_theme;
};

void TestChartsCard::cardShowsWhateverKindThePlotIs()
{
    ChartCard card(QStringLiteral("some"), QStringLiteral("Some"), QStringLiteral("caption"));
    card.show();
    card.show(turns());
    QCOMPARE(card.anyChart().count(), 3);
    card.show(funnel());
    QVERIFY(card.state() == ChartCard::State::Chart);
    QCOMPARE(card.anyChart().count(), 2);
    QVERIFY(card.anyChart().isVisible());
    QCOMPARE(card.anyChart().title(), QStringLiteral("Some, caption"));
    // One chart at a time: names stay unique.
    QCOMPARE(card.findChildren<charts::Chart*>().size(), 1);
    card.show(turns());
    QCOMPARE(card.chart().series().size(), 1U);
}

void TestChartsCard::tableStaysOnShowWhenTheKindChanges()
{
    ChartCard card(QStringLiteral("some"), QStringLiteral("Some"), {});
    card.setTableShown(true);
    card.show(turns());
    QVERIFY(card.anyChart().isTableShown());
    card.show(funnel());
    QVERIFY(card.anyChart().isTableShown());
    card.setTableShown(false);
    QVERIFY(!card.anyChart().isTableShown());
}

void TestChartsCard::menuIsReachedByKeyboardAndContextKey()
{
    ChartCard card(QStringLiteral("some"), QStringLiteral("Some"), {});
    card.resize(500, 300);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    auto* button = card.findChild<QToolButton*>(QStringLiteral("someMenuButton"));
    auto* menu = card.findChild<QMenu*>(QStringLiteral("someMenu"));
    QVERIFY(!button->isVisible()); // nothing to copy yet

    card.show(turns());
    QVERIFY(button->isVisible());
    QVERIFY(button->focusPolicy() & Qt::TabFocus);
    QVERIFY(!button->accessibleName().isEmpty() && !button->toolTip().isEmpty());
    QCOMPARE(button->menu(), menu);
    // The offscreen platform can neither raise a menu nor grab the keyboard for it.
    expectWarning(QStringLiteral("This plugin does not support raise"));
    expectWarning(QStringLiteral("This plugin does not support grabbing the keyboard"));
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(10, 10), card.mapToGlobal(QPoint(10, 10)));
    QApplication::sendEvent(card.anyChart().focusProxy(), &asked);
    QTRY_VERIFY(menu->isVisible());
    menu->close();
}

void TestChartsCard::copiedDataHasEveryDigit()
{
    ChartCard card(QStringLiteral("some"), QStringLiteral("Some"), {});
    card.show(turns());
    trigger(card, "someCopyDataAction");
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines[0], QStringLiteral("Day (UTC)\tTurns\tState"));
    QVERIFY(lines[1].split(u'\t')[1].toDouble() == 1.0 / 3);
    QCOMPARE(lines[2], QStringLiteral("2026-11-03\t\tmissing"));
    QCOMPARE(lines[3], QStringLiteral("2026-11-04\t1200\tprovisional"));
}

void TestChartsCard::copiedImageHasTitleAndMark()
{
    ChartCard card(QStringLiteral("some"), QStringLiteral("Some"), {});
    card.resize(500, 300);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    card.show(turns());
    trigger(card, "someCopyImageAction");
    const QImage without = QGuiApplication::clipboard()->image();
    QVERIFY(without.width() > 600);
    QVERIFY(holds(without, Theme::of(nullptr).color(Token::Category1)));
    card.setDataMark(QStringLiteral("Demo data"));
    trigger(card, "someCopyImageAction");
    const QImage with = QGuiApplication::clipboard()->image();
    QVERIFY(with != without);
    QVERIFY(holds(
        with.copy(with.width() - 200, with.height() - 70, 190, 60), Theme::of(nullptr).color(Token::Muted)));
}

void TestChartsCard::savedPictureLoads_data()
{
    QTest::addColumn<int>("filter");
    QTest::addColumn<QString>("name");
    QTest::newRow("png") << 0 << QStringLiteral("a.png");
    QTest::newRow("svg") << 1 << QStringLiteral("a.svg");
}

void TestChartsCard::savedPictureLoads()
{
    QFETCH(int, filter);
    QFETCH(QString, name);
    QTemporaryDir folder;
    support::FakeDialogService dialogs;
    ChartCard card(QStringLiteral("some"), QStringLiteral("Credits: by surface"), QStringLiteral("per day"));
    card.setDialogs(dialogs);
    card.resize(500, 300);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    card.show(turns());

    trigger(card, "someSaveImageAction");
    QCOMPARE(dialogs.question().suggestedName, QStringLiteral("credits-by-surface.png"));
    QCOMPARE(dialogs.question().filters.size(), 2);
    const QString file = folder.filePath(name);
    dialogs.choose(file, filter);
    QVERIFY(QFileInfo(file).size() > 1'000);
    QCOMPARE(dialogs.count(), 0U);
    QImage image;
    if (filter == 0) {
        QVERIFY(image.load(file));
    } else {
        QSvgRenderer renderer(file);
        QVERIFY(renderer.isValid());
        image = QImage(renderer.defaultSize(), QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        renderer.render(&painter);
    }
    QVERIFY(image.width() > 400 && image.height() > 200);
    QVERIFY(holds(image, Theme::of(nullptr).color(Token::Category1)));
    QVERIFY(holds(image, Theme::of(nullptr).color(Token::Gap)));
}

void TestChartsCard::drawingsKeepTheHatching()
{
    QTemporaryDir folder;
    ChartCard card(QStringLiteral("some"), QStringLiteral("Some"), {});
    card.resize(500, 300);
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    app::models::DayPlot plot = turns();
    plot.columns[0].points[0].value = 0; // only the provisional day has a bar
    card.show(plot);
    const charts::ChartPicture picture{&card.anyChart(), {}, {}, {}, {}, {}};
    const QString file = folder.filePath(QStringLiteral("a.svg"));
    QVERIFY(picture.save(file, charts::ChartPicture::Format::Svg).isEmpty());
    QSvgRenderer renderer(file);
    QImage image(renderer.defaultSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        renderer.render(&painter);
    }
    // In the last third of the plot lies a tint with lines in another tone.
    QSet<QRgb> seen;
    const int y = image.height() * 2 / 3;
    for (int x = image.width() * 75 / 100; x < image.width() * 85 / 100; ++x) {
        seen.insert(image.pixel(x, y));
    }
    QVERIFY2(seen.size() >= 3, qPrintable(QString::number(seen.size())));
}

void TestChartsCard::failedSaveIsSaid()
{
    QTemporaryDir folder;
    support::FakeDialogService dialogs;
    ChartCard card(QStringLiteral("some"), QStringLiteral("Some"), {});
    card.setDialogs(dialogs);
    card.show(turns());
    trigger(card, "someSaveImageAction");
    dialogs.choose(folder.filePath(QStringLiteral("no such folder/a.png")), 0);
    QCOMPARE(dialogs.count(), 1U);
    QCOMPARE(dialogs.last().title, QStringLiteral("The picture could not be saved."));
    QVERIFY(!dialogs.last().details.isEmpty());
}

void TestChartsCard::explanationIsShownWhereThereIsOne()
{
    ChartCard card(QStringLiteral("some"), QStringLiteral("Some"), {});
    card.show();
    card.show(turns());
    auto* action = card.findChild<QAction*>(QStringLiteral("someExplainAction"));
    QVERIFY(!action->isVisible());
    card.setExplanation(explanation());
    QVERIFY(action->isVisible());
    action->trigger();
    const auto* panel = card.findChild<ExplainPanel*>();
    QVERIFY(panel && panel->isVisible());
    QCOMPARE(labelOf(*panel, "explainTitle"), QStringLiteral("Credits per turn"));
    card.setExplanation({});
    QVERIFY(!action->isVisible());
}

void TestChartsCard::panelSaysEverythingAndClosesOnEscape()
{
    QWidget window;
    window.resize(800, 600);
    window.show();
    QPointer<ExplainPanel> panel = ExplainPanel::open(&window, explanation());
    QVERIFY(QTest::qWaitForWindowActive(panel));
    QVERIFY(!panel->isModal());
    QCOMPARE(panel->accessibleName(), QStringLiteral("Explain this number: Credits per turn"));
    QCOMPARE(labelOf(*panel, "explainValue"), QStringLiteral("3.73"));
    QCOMPARE(labelOf(*panel, "explainFormula"), QStringLiteral("credits ÷ turns = 552,301.5 ÷ 147,912"));
    QCOMPARE(labelOf(*panel, "explainInput1"), QStringLiteral("147,912"));
    QCOMPARE(labelOf(*panel, "explainWindow"), QStringLiteral("2 Nov to 1 Dec 2026, UTC days"));
    QCOMPARE(labelOf(*panel, "explainComplete"), QStringLiteral("26 of 30"));
    QCOMPARE(labelOf(*panel, "explainProvisional"), QStringLiteral("2"));
    QCOMPARE(labelOf(*panel, "explainMissing"), QStringLiteral("1"));
    QCOMPARE(labelOf(*panel, "explainNotOffered"), QStringLiteral("1"));
    QCOMPARE(labelOf(*panel, "explainRows"), QStringLiteral("12,345"));
    QCOMPARE(labelOf(*panel, "explainSync"), QStringLiteral("1 Dec 2026, 14:00 UTC"));
    QCOMPARE(labelOf(*panel, "explainNotSaid"), QStringLiteral("Not whether it was worth it."));
    for (const QLabel* label : panel->findChildren<QLabel*>(QRegularExpression(QStringLiteral("^explain")))) {
        QVERIFY(label->textInteractionFlags() & Qt::TextSelectableByMouse);
        QVERIFY(label->textFormat() == Qt::PlainText);
    }
    panel->findChild<QPushButton*>(QStringLiteral("explainCopyButton"))->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QStringLiteral("Turns\t147,912\tsum over engineers")));
    QVERIFY(copied.contains(QStringLiteral("Not whether it was worth it.")));

    QTest::keyClick(panel, Qt::Key_Escape);
    QTRY_VERIFY(panel.isNull() || !panel->isVisible());
}

void TestChartsCard::panelLeavesOutWhatIsNotKnown()
{
    QWidget window;
    window.show();
    app::models::Explanation why;
    why.title = QStringLiteral("Turns");
    auto* panel = ExplainPanel::open(&window, why);
    for (const char* name :
        {"explainFormula", "explainWindow", "explainRows", "explainSync", "explainNotSaid"}) {
        QVERIFY2(!panel->findChild<QLabel*>(QString::fromLatin1(name)), name);
    }
}

void TestChartsCard::newPanelTakesThePlaceOfTheOld()
{
    QWidget window;
    window.show();
    QPointer<ExplainPanel> first = ExplainPanel::open(&window, explanation());
    ExplainPanel::open(&window, explanation());
    QTRY_VERIFY(first.isNull());
    QCOMPARE(window.findChildren<ExplainPanel*>().size(), 1);
}

void TestChartsCard::dataMarkStandsBelowTheChart()
{
    ChartCard card(QStringLiteral("some"), QStringLiteral("Some"), {});
    card.resize(500, 300);
    card.setDataMark(QStringLiteral("Demo data"));
    card.show();
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    auto* mark = card.findChild<QLabel*>(QStringLiteral("someDataMark"));
    QVERIFY(!mark->isVisible()); // nothing is drawn yet that it could be about
    card.show(turns());
    QTRY_VERIFY(mark->isVisible());
    QCOMPARE(mark->text(), QStringLiteral("Demo data"));
    QTRY_VERIFY(mark->mapTo(&card, mark->rect().center()).x() > card.width() * 3 / 4);
    QVERIFY(mark->mapTo(&card, QPoint()).y() > card.height() * 3 / 4);
    card.setDataMark({});
    QVERIFY(!mark->isVisible());
}

void TestChartsCard::captionSaysWhereTheAxisBegins()
{
    ChartCard card(QStringLiteral("some"), QStringLiteral("Helpful rate"), QStringLiteral("95 % interval"));
    app::models::IntervalPlot plot;
    plot.name = QStringLiteral("Helpful rate");
    plot.points = {{QStringLiteral("Oct"), QStringLiteral("October 2026"), 1'430, 0.70, 0.75, 0.80, false}};
    card.show(plot);
    QCOMPARE(card.anyChart().title(), QStringLiteral("Helpful rate, 95 % interval; axis from 50\u00a0%"));
    plot.points[0].low = 0.1;
    card.show(plot);
    QCOMPARE(card.anyChart().title(), QStringLiteral("Helpful rate, 95 % interval"));
}

void TestChartsCard::headControlStandsBesideTheMenu()
{
    ChartCard card(QStringLiteral("some"), QStringLiteral("Some"), {});
    auto* control = new QPushButton(QStringLiteral("Surface"));
    card.addHeadControl(control);
    card.resize(500, 300);
    card.show();
    card.show(turns());
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    const auto* menu = card.findChild<QToolButton*>(QStringLiteral("someMenuButton"));
    QVERIFY(control->isVisible());
    QTRY_VERIFY(control->mapTo(&card, control->rect().topRight()).x() < menu->mapTo(&card, QPoint()).x());
    QVERIFY(control->height() >= control->minimumSizeHint().height());
}

void TestChartsCard::longLegendGoesBelowTheChart()
{
    app::models::DayPlot plot;
    for (int part = 0; part < 6; ++part) {
        DaySeries series = turns().columns[0];
        series.part = QStringLiteral("a long name %1").arg(part);
        series.partName = series.part;
        plot.columns.push_back(series);
    }
    ChartCard card(QStringLiteral("some"), QStringLiteral("Some"), {});
    card.resize(400, 330);
    card.show();
    card.show(plot);
    QVERIFY(QTest::qWaitForWindowExposed(&card));
    const auto place = [&card](int index) {
        const auto* item = card.findChild<QAbstractButton*>(QStringLiteral("someLegend%1Button").arg(index));
        return QRect(item->mapTo(&card, QPoint()), item->size());
    };
    const QRect chart(card.anyChart().mapTo(&card, QPoint()), card.anyChart().size());
    QTRY_VERIFY(
        place(0).top() >= QRect(card.anyChart().mapTo(&card, QPoint()), card.anyChart().size()).bottom());
    QVERIFY(place(5).top() > place(0).bottom() - 2); // a second line
    for (int index = 0; index < 6; ++index) {
        QVERIFY(card.rect().contains(place(index)));
    }
    card.resize(1'100, 330);
    QTRY_VERIFY(place(0).bottom() < chart.top() + 20); // in the head
    QTRY_COMPARE(place(5).top(), place(0).top());
}

QTEST_MAIN(TestChartsCard)
#include "tst_charts_card.moc"
