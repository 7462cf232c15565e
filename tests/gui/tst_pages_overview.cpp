// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartCard.h"
#include "charts/DayChart.h"
#include "common/Banner.h"
#include "common/StateMessage.h"
#include "common/Theme.h"
#include "common/ThemeController.h"
#include "gui/PagesKit.h"
#include "pages/OverviewPage.h"
#include "pages/StatTile.h"
#include "support/TestCase.h"

#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedBarSeries>

using namespace ui;
using app::core::DayRange;
using app::core::UtcDay;
using app::records::Dataset;
using pages::OverviewPage;
using pages::Page;
using support::kMissing;
using support::kMonth;
using support::kToday;
using support::PagesKit;

namespace {

const QString kDash(QChar(0x2013));

QString tileText(const OverviewPage& page, const char* name)
{
    return page.findChild<pages::StatTile*>(QString::fromLatin1(name))->valueText();
}

QString tileDetail(const OverviewPage& page, const char* name)
{
    return page.findChild<pages::StatTile*>(QString::fromLatin1(name))->detailText();
}

charts::ChartCard* cardOf(const OverviewPage& page, const char* name)
{
    return page.findChild<charts::ChartCard*>(QString::fromLatin1(name));
}

// Final and provisional values of the only series, as Qt Charts holds them.
QList<double> barsOf(const charts::ChartCard& card, int set)
{
    const auto* series
        = qobject_cast<QStackedBarSeries*>(card.findChild<QChartView*>()->chart()->series().value(0));
    QList<double> values;
    for (int i = 0; i < series->barSets().at(set)->count(); ++i) {
        values << series->barSets().at(set)->at(i);
    }
    return values;
}

} // namespace

class TestPagesOverview : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<common::ThemeController>(*qApp, app::settings::Appearance::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { m_theme.reset(); }

    void tilesShowTheSumsOfTheRange();
    void chartsHoldWhatTheStoreHolds();
    void missingAndProvisionalDaysAreDrawnAsSuch();
    void shorterRangeShowsItsOwnSums();
    void differenceToTheWorkspaceRowsIsSaid();
    void equalSumsNeedNoNote();
    void workspaceBilledInUsdShowsUsd();
    void creditsThatWereNotGivenAreNotZero();
    void newRowsAppearAfterReload();
    void usageWithoutReviewsIsShown();
    void emptyStoreOffersASync();
    void brokenStoreKeepsTheLastGoodState();
    void brokenStoreFromTheStartSaysWhatToDo();
    void darkThemeReachesEveryChart();
    void smallWindowScrollsInOneColumn();

protected:
    void tearDown() override { m_theme->setAppearance(app::settings::Appearance::Light); }

private:
    // Shows the page with the kit's store and waits for the figures.
    static void open(OverviewPage& page, const PagesKit& kit, DayRange range = kMonth)
    {
        page.resize(1180, 760);
        page.setRange(range);
        page.setStore(kit.store());
        page.show();
        QTRY_VERIFY(page.state() != Page::State::Loading && !page.isReading());
    }

    std::unique_ptr<common::ThemeController> m_theme;
};

void TestPagesOverview::tilesShowTheSumsOfTheRange()
{
    PagesKit kit;
    kit.fillMonth(4);
    OverviewPage page;
    open(page, kit);

    std::int64_t turns = 0;
    std::int64_t threads = 0;
    std::int64_t reviews = 0;
    double credits = 0;
    for (UtcDay day = kMonth.first; day <= kMonth.last; ++day) {
        if (day == kMissing) {
            continue;
        }
        for (int engineer = 0; engineer < 4; ++engineer) {
            const auto row = PagesKit::usageRow(engineer, day);
            turns += row.turns;
            threads += row.threads;
            credits += *row.costs.credits;
        }
        reviews += PagesKit::reviewRow(day).pullRequestReviews;
    }
    const QLocale locale;
    QCOMPARE(tileText(page, "peopleTile"), QStringLiteral("4"));
    QCOMPARE(tileDetail(page, "peopleTile"), QStringLiteral("of 4 seen so far"));
    QCOMPARE(tileText(page, "turnsTile"), locale.toString(qlonglong{turns}));
    QCOMPARE(tileText(page, "threadsTile"), locale.toString(qlonglong{threads}));
    QCOMPARE(tileText(page, "costTile"), locale.toString(credits, 'f', 0));
    QCOMPARE(tileDetail(page, "costTile"), QStringLiteral("3.25 per turn"));
    QCOMPARE(tileText(page, "reviewsTile"), locale.toString(qlonglong{reviews}));
    QCOMPARE(tileDetail(page, "reviewsTile"), QStringLiteral("3 comments per review"));
    QCOMPARE(page.findChild<pages::StatTile*>(QStringLiteral("turnsTile"))->accessibleName(),
        QStringLiteral("Turns"));
    QCOMPARE(page.periodSentence(),
        QStringLiteral("24 Oct to 22 Nov 2026, UTC days · based on 29 of 30 days, 2 provisional"));
    page.setStore(nullptr);
}

void TestPagesOverview::chartsHoldWhatTheStoreHolds()
{
    PagesKit kit;
    kit.fillMonth(4);
    OverviewPage page;
    open(page, kit);

    QList<double> people;
    QList<double> turns;
    QList<double> credits;
    for (UtcDay day = kMonth.first; day <= kMonth.last; ++day) {
        double active = 0;
        double sum = 0;
        for (int engineer = 0; engineer < 4; ++engineer) {
            const std::int64_t own = PagesKit::turnsOf(engineer, day);
            active += own > 0 ? 1 : 0;
            sum += static_cast<double>(own);
        }
        const bool drawnFinal = day != kMissing && day < kToday - 1;
        people << (drawnFinal ? active : 0);
        turns << (drawnFinal ? sum : 0);
        credits << (drawnFinal ? sum * 3.25 : 0);
    }
    QCOMPARE(barsOf(*cardOf(page, "dailyPeopleCard"), 0), people);
    QCOMPARE(barsOf(*cardOf(page, "dailyTurnsCard"), 0), turns);
    QCOMPARE(barsOf(*cardOf(page, "dailyCostCard"), 0), credits);
    page.setStore(nullptr);
}

void TestPagesOverview::missingAndProvisionalDaysAreDrawnAsSuch()
{
    PagesKit kit;
    kit.fillMonth(4);
    OverviewPage page;
    open(page, kit);
    charts::DayChart& chart = cardOf(page, "dailyTurnsCard")->chart();
    const int missing = kMissing - kMonth.first;

    QVERIFY(chart.stateOf(missing) == app::records::DayState::Missing);
    QVERIFY(chart.stateOf(27) == app::records::DayState::Final);
    QVERIFY(chart.stateOf(28) == app::records::DayState::Provisional);
    QVERIFY(chart.stateOf(29) == app::records::DayState::Provisional);
    const QList<double> provisional = barsOf(*cardOf(page, "dailyTurnsCard"), 1);
    QCOMPARE(provisional.mid(0, 28), QList<double>(28, 0.0));
    double expected = 0;
    for (int engineer = 0; engineer < 4; ++engineer) {
        expected += static_cast<double>(PagesKit::turnsOf(engineer, kToday - 1));
    }
    QCOMPARE(provisional.at(28), expected);

    const QImage image = chart.grab().toImage();
    const QRect gap = chart.columnOf(missing);
    QCOMPARE(image.pixelColor(gap.center().x(), gap.bottom() - 5),
        common::Theme::of(nullptr).color(common::Token::Gap));
    page.setStore(nullptr);
}

void TestPagesOverview::shorterRangeShowsItsOwnSums()
{
    PagesKit kit;
    kit.fillMonth(4);
    OverviewPage page;
    open(page, kit);
    const QString month = tileText(page, "turnsTile");

    page.setRange(DayRange::endingAt(kToday - 1, 7));
    QTRY_COMPARE(page.periodSentence(),
        QStringLiteral("15 Nov to 21 Nov 2026, UTC days · based on 7 of 7 days, 1 provisional"));
    std::int64_t turns = 0;
    for (UtcDay day = kToday - 7; day < kToday; ++day) {
        for (int engineer = 0; engineer < 4; ++engineer) {
            turns += PagesKit::turnsOf(engineer, day);
        }
    }
    QCOMPARE(tileText(page, "turnsTile"), QString::number(turns));
    QVERIFY(tileText(page, "turnsTile") != month);
    QCOMPARE(barsOf(*cardOf(page, "dailyTurnsCard"), 0).size(), 7);
    page.setStore(nullptr);
}

void TestPagesOverview::differenceToTheWorkspaceRowsIsSaid()
{
    PagesKit kit;
    kit.fillMonth(4, 40);
    OverviewPage page;
    open(page, kit);

    // 40 turns more on each of the 29 stored days.
    auto* banner = page.findChild<common::Banner*>(QStringLiteral("reconciliationBanner"));
    QVERIFY(banner->isVisible());
    QVERIFY2(
        banner->text().startsWith(QStringLiteral("Workspace rows count 1,160")), qPrintable(banner->text()));
    QVERIFY(banner->text().contains(QStringLiteral("more turns than the sum over engineers")));
    QVERIFY(!banner->text().contains(QStringLiteral("credits")));
    page.setStore(nullptr);
}

void TestPagesOverview::equalSumsNeedNoNote()
{
    PagesKit kit;
    kit.fillMonth(4);
    OverviewPage page;
    open(page, kit);

    QVERIFY(!page.findChild<common::Banner*>(QStringLiteral("reconciliationBanner"))->isVisible());
    page.setStore(nullptr);
}

void TestPagesOverview::workspaceBilledInUsdShowsUsd()
{
    PagesKit kit;
    std::vector<app::records::UsageRow> rows;
    for (UtcDay day = kToday - 3; day <= kToday; ++day) {
        auto row = PagesKit::usageRow(1, day);
        row.turns = 4;
        row.costs = {0.0, 12.25, 99.0};
        rows.push_back(row);
    }
    kit.writeUsage(Dataset::UsagePerEngineer, {kToday - 3, kToday}, rows);
    kit.writeUsage(Dataset::UsageWorkspace, {kToday - 3, kToday}, {});
    kit.writeReviews({kToday - 3, kToday}, {});
    kit.writeResponses({kToday - 3, kToday}, {});
    OverviewPage page;
    open(page, kit, {kToday - 3, kToday});

    QCOMPARE(tileText(page, "costTile"), QStringLiteral("49.00"));
    QCOMPARE(page.findChild<pages::StatTile*>(QStringLiteral("costTile"))->accessibleName(),
        QStringLiteral("Cost in USD"));
    QCOMPARE(cardOf(page, "dailyCostCard")->title(), QStringLiteral("Cost in USD"));
    QCOMPARE(barsOf(*cardOf(page, "dailyCostCard"), 0), (QList<double>{12.25, 12.25, 0, 0}));
    QCOMPARE(tileText(page, "reviewsTile"), QStringLiteral("0"));
    QVERIFY(tileDetail(page, "reviewsTile").isEmpty());
    page.setStore(nullptr);
}

void TestPagesOverview::creditsThatWereNotGivenAreNotZero()
{
    PagesKit kit;
    auto without = PagesKit::usageRow(1, kToday - 3);
    without.turns = 5;
    without.costs = {};
    auto with = PagesKit::usageRow(1, kToday - 2);
    with.turns = 8;
    with.costs.credits = 20.5;
    const DayRange days{kToday - 3, kToday - 2};
    for (const Dataset dataset : {Dataset::UsagePerEngineer, Dataset::UsageWorkspace}) {
        kit.writeUsage(dataset, days,
            dataset == Dataset::UsagePerEngineer ? std::vector{without, with}
                                                 : std::vector<app::records::UsageRow>{});
    }
    kit.writeReviews(days, {});
    kit.writeResponses(days, {});
    OverviewPage page;
    open(page, kit, days);

    QCOMPARE(tileText(page, "costTile"), QStringLiteral("20.5"));
    QVERIFY(tileDetail(page, "costTile").isEmpty());
    QVERIFY(cardOf(page, "dailyCostCard")->note().contains(QStringLiteral("not counted as zero")));
    page.setStore(nullptr);
}

void TestPagesOverview::newRowsAppearAfterReload()
{
    PagesKit kit;
    kit.fillMonth(2);
    OverviewPage page;
    open(page, kit);
    QCOMPARE(tileText(page, "peopleTile"), QStringLiteral("2"));

    kit.writeUsage(Dataset::UsagePerEngineer, {kMissing, kMissing},
        {PagesKit::usageRow(2, kMissing), PagesKit::usageRow(3, kMissing)});
    page.reload();
    QTRY_VERIFY(tileText(page, "peopleTile") != QStringLiteral("2"));
    charts::DayChart& chart = cardOf(page, "dailyTurnsCard")->chart();
    QVERIFY(chart.stateOf(kMissing - kMonth.first) == app::records::DayState::Final);
    page.setStore(nullptr);
}

void TestPagesOverview::usageWithoutReviewsIsShown()
{
    // The review endpoints may fail where usage is read.
    PagesKit kit;
    const DayRange days{kToday - 5, kToday - 3};
    kit.writeUsage(Dataset::UsagePerEngineer, days, {PagesKit::usageRow(2, days.first)});
    OverviewPage page;
    open(page, kit, days);

    QVERIFY(page.state() == Page::State::Content);
    QCOMPARE(tileText(page, "turnsTile"), QString::number(PagesKit::turnsOf(2, days.first)));
    QCOMPARE(tileText(page, "reviewsTile"), kDash);
    QCOMPARE(tileDetail(page, "reviewsTile"), QStringLiteral("0 of 3 days read"));
    QCOMPARE(page.periodSentence(), QStringLiteral("17 Nov to 19 Nov 2026, UTC days · based on 3 of 3 days"));
    page.setStore(nullptr);
}

void TestPagesOverview::emptyStoreOffersASync()
{
    PagesKit kit;
    OverviewPage page;
    open(page, kit);

    QVERIFY(page.state() == Page::State::Empty);
    QVERIFY(page.findChild<common::StateMessage*>(QStringLiteral("overviewEmpty"))->isVisible());
    QCOMPARE(
        page.periodSentence(), QStringLiteral("24 Oct to 22 Nov 2026, UTC days · based on 0 of 30 days"));
    page.setStore(nullptr);
}

void TestPagesOverview::brokenStoreKeepsTheLastGoodState()
{
    PagesKit kit;
    kit.fillMonth(2);
    OverviewPage page;
    open(page, kit);
    const QString turns = tileText(page, "turnsTile");

    kit.breakStore();
    page.reload();
    auto* banner = page.findChild<common::Banner*>(QStringLiteral("overviewBanner"));
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(!banner->lead().isEmpty());
    QCOMPARE(tileText(page, "turnsTile"), turns);
    QVERIFY(cardOf(page, "dailyTurnsCard")->isStale());
    page.setStore(nullptr);
}

void TestPagesOverview::brokenStoreFromTheStartSaysWhatToDo()
{
    PagesKit kit;
    kit.breakStore();
    OverviewPage page;
    open(page, kit);

    QVERIFY(page.state() == Page::State::Failed);
    auto* message = page.findChild<common::StateMessage*>(QStringLiteral("overviewFailed"));
    QVERIFY(message->isVisible());
    QVERIFY(!message->text().isEmpty());
    QVERIFY(!message->text().contains(QStringLiteral("no such table")));
    page.setStore(nullptr);
}

void TestPagesOverview::darkThemeReachesEveryChart()
{
    PagesKit kit;
    kit.fillMonth(4);
    OverviewPage page;
    open(page, kit);

    m_theme->setAppearance(app::settings::Appearance::Dark);
    const QColor card = common::Theme(common::Theme::Mode::Dark).color(common::Token::Raised);
    for (const char* name : {"dailyPeopleCard", "dailyTurnsCard", "dailyCostCard"}) {
        charts::DayChart& chart = cardOf(page, name)->chart();
        const QImage image = chart.grab().toImage();
        QCOMPARE(image.pixelColor(2, 2), card);
    }
    page.setStore(nullptr);
}

void TestPagesOverview::smallWindowScrollsInOneColumn()
{
    PagesKit kit;
    kit.fillMonth(4, 40);
    OverviewPage page;
    open(page, kit);
    const auto inOneRow = [&page] {
        return cardOf(page, "dailyPeopleCard")->mapTo(&page, QPoint()).y()
            == cardOf(page, "dailyTurnsCard")->mapTo(&page, QPoint()).y();
    };
    QTRY_VERIFY(inOneRow());

    // What a window of 1024 × 700 leaves for a page.
    page.resize(920, 560);
    QTRY_VERIFY(!inOneRow());
    auto* area = page.findChild<QScrollArea*>(QStringLiteral("overviewScrollArea"));
    QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
    QVERIFY(area->widget()->width() <= area->viewport()->width());
    for (const char* name : {"dailyPeopleCard", "dailyTurnsCard", "dailyCostCard"}) {
        QVERIFY(cardOf(page, name)->width() <= 920);
        QVERIFY(cardOf(page, name)->height() >= 240);
    }
    page.setStore(nullptr);
}

QTEST_MAIN(TestPagesOverview)
#include "tst_pages_overview.moc"
