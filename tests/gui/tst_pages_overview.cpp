// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartCard.h"
#include "charts/DayChart.h"
#include "charts/ExplainPanel.h"
#include "common/Banner.h"
#include "common/Format.h"
#include "common/StateMessage.h"
#include "common/Theme.h"
#include "common/ThemeController.h"
#include "gui/ExportedRows.h"
#include "gui/PagesKit.h"
#include "pages/ChangesCard.h"
#include "pages/OverviewPage.h"
#include "pages/StatTile.h"
#include "support/TestCase.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QScrollArea>
#include <QScrollBar>

#include <map>
#include <set>

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

std::vector<std::optional<double>> valuesOf(const OverviewPage& page, const char* card, const QString& column)
{
    return support::columnOf(*cardOf(page, card), column);
}

std::vector<std::optional<double>> turnsOf(const OverviewPage& page)
{
    return valuesOf(page, "dailyTurnsCard", QStringLiteral("Turns"));
}

pages::StatTile* tileOf(const OverviewPage& page, const char* name)
{
    return page.findChild<pages::StatTile*>(QString::fromLatin1(name));
}

// All four datasets of `days` with people of the kit; windows of a sync are no longer than this.
void fill(PagesKit& kit, DayRange days, int engineers)
{
    std::vector<app::records::UsageRow> rows;
    std::vector<app::records::ReviewRow> reviews;
    std::vector<app::records::ReviewResponseRow> responses;
    for (UtcDay day = days.first; day <= days.last; ++day) {
        for (int engineer = 0; engineer < engineers; ++engineer) {
            rows.push_back(PagesKit::usageRow(engineer, day));
        }
        reviews.push_back(PagesKit::reviewRow(day));
        auto response = PagesKit::responseRow(day);
        response.engaged = response.comments / 3;
        responses.push_back(response);
    }
    kit.writeUsage(Dataset::UsagePerEngineer, days, rows);
    kit.writeUsage(Dataset::UsageWorkspace, days, {});
    kit.writeReviews(days, reviews);
    kit.writeResponses(days, responses);
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
    void tilesCompareWithTheWindowBefore();
    void changesNameWhoMovedMost();
    void figuresEqualTheExportedRows();
    void weeksShowDistinctPeople();
    void tileExplainsItselfByKeyboard();
    void oneEngineerIsEnough();

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
    QCOMPARE(tileText(page, "reviewsTile"), locale.toString(qlonglong{reviews}));
    // Nothing is stored of the 30 days before: a comparison would say nothing.
    QCOMPARE(tileOf(page, "turnsTile")->changeText(), kDash + QStringLiteral(" vs prior 30 d"));
    QCOMPARE(tileText(page, "engagementTile"), kDash);
    QCOMPARE(tileDetail(page, "engagementTile"), QStringLiteral("not given"));
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

    std::vector<std::optional<double>> people;
    std::vector<std::optional<double>> turns;
    std::vector<std::optional<double>> credits;
    for (UtcDay day = kMonth.first; day <= kMonth.last; ++day) {
        double active = 0;
        double sum = 0;
        for (int engineer = 0; engineer < 4; ++engineer) {
            const std::int64_t own = PagesKit::turnsOf(engineer, day);
            active += own > 0 ? 1 : 0;
            sum += static_cast<double>(own);
        }
        const bool stored = day != kMissing;
        people.push_back(stored ? std::optional(active) : std::nullopt);
        turns.push_back(stored ? std::optional(sum) : std::nullopt);
        credits.push_back(stored ? std::optional(sum * 3.25) : std::nullopt);
    }
    QVERIFY(valuesOf(page, "dailyPeopleCard", QStringLiteral("Active people")) == people);
    QVERIFY(turnsOf(page) == turns);
    // The rows of the kit name no surfaces.
    QVERIFY(valuesOf(page, "dailyCostCard", QStringLiteral("Other, not attributed")) == credits);
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
    QCOMPARE(turnsOf(page).size(), std::size_t{7});
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
    QCOMPARE(cardOf(page, "dailyCostCard")->title(), QStringLiteral("USD by surface"));
    QVERIFY(valuesOf(page, "dailyCostCard", QStringLiteral("Other, not attributed"))
        == (std::vector<std::optional<double>>(4, 12.25)));
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
            == cardOf(page, "dailyCostCard")->mapTo(&page, QPoint()).y();
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
        QTRY_VERIFY2(cardOf(page, name)->height() >= 240, name);
    }
    page.setStore(nullptr);
}

void TestPagesOverview::tilesCompareWithTheWindowBefore()
{
    PagesKit kit;
    const DayRange week = DayRange::endingAt(kToday - 7, 7);
    fill(kit, {week.first - 90, week.last}, 3);
    OverviewPage page;
    open(page, kit, week);

    double now = 0;
    double before = 0;
    for (int engineer = 0; engineer < 3; ++engineer) {
        for (UtcDay day = week.first; day <= week.last; ++day) {
            now += static_cast<double>(PagesKit::turnsOf(engineer, day));
            before += static_cast<double>(PagesKit::turnsOf(engineer, day - 7));
        }
    }
    QVERIFY(now != before);
    const double share = (now - before) / before;
    QCOMPARE(tileOf(page, "turnsTile")->changeText(),
        common::format::signedPercent(share) + QStringLiteral(" vs prior 7 d"));
    // A third of the comments, in both windows of 28 days.
    QCOMPARE(tileText(page, "engagementTile"), common::format::percent(1.0 / 3.0));
    QCOMPARE(tileOf(page, "engagementTile")->changeText(), QStringLiteral("0.0\u00a0pts vs prior 28 d"));
    page.setStore(nullptr);
}

void TestPagesOverview::changesNameWhoMovedMost()
{
    PagesKit kit;
    const DayRange days{kToday - 11, kToday - 4};
    const DayRange now{kToday - 7, kToday - 4};
    std::vector<app::records::UsageRow> rows;
    const auto use = [&rows](int engineer, UtcDay day, double credits) {
        auto row = PagesKit::usageRow(engineer, day);
        row.turns = 3;
        row.costs.credits = credits;
        rows.push_back(row);
    };
    use(1, now.first - 1, 100);
    use(1, now.first, 40); // −60
    use(2, now.last, 25); // from 0
    use(3, now.first - 2, 10);
    use(3, now.last, 14); // +4
    use(4, now.first - 2, 10);
    use(4, now.last, 10); // no change
    kit.writeUsage(Dataset::UsagePerEngineer, days, rows);
    OverviewPage page;
    open(page, kit, now);

    auto* card = page.findChild<pages::ChangesCard*>();
    const auto shown = card->findChildren<QAbstractButton*>(QStringLiteral("changeRow"));
    QCOMPARE(shown.size(), 3);
    QStringList names;
    for (const QAbstractButton* row : shown) {
        names << row->accessibleName();
    }
    QCOMPARE(names.value(0), QStringLiteral("person1001@example.com: 40 Credits, \u221260\u00a0%"));
    QCOMPARE(names.value(1), QStringLiteral("person1002@example.com: 25 Credits, from 0"));
    QCOMPARE(names.value(2), QStringLiteral("person1003@example.com: 14 Credits, +40\u00a0%"));
    std::optional<std::string> asked;
    connect(&page, &Page::engineerRequested, &page,
        [&asked](const std::optional<std::string>& userId) { asked = userId; });
    shown.at(1)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(shown.at(1), Qt::Key_Space);
    QCOMPARE(asked.value_or(""), PagesKit::idOf(2));

    // One more day needs a day before that is not stored.
    page.setRange({now.first - 1, now.last});
    auto* empty = page.findChild<common::StateMessage*>(QStringLiteral("changesEmpty"));
    QTRY_VERIFY(empty->isVisible());
    QVERIFY2(empty->text().endsWith(QStringLiteral("3 of 5 days are stored.")), qPrintable(empty->text()));
    page.setStore(nullptr);
}

void TestPagesOverview::figuresEqualTheExportedRows()
{
    PagesKit kit;
    kit.fillMonth(11);
    OverviewPage page;
    open(page, kit);

    const auto rows = support::exported(kit, app::exporting::Table::Usage, {kMonth.first - 60, kMonth.last});
    std::map<std::int32_t, std::set<std::string>> active;
    double credits = 0;
    for (const support::ExportedRow& row : rows) {
        credits += support::numberIn(row, "credits").value_or(0);
        const std::string who = support::textIn(row, "user_id");
        if (!who.empty()
            && (support::numberIn(row, "turns") > 0.0 || support::numberIn(row, "threads") > 0.0)) {
            const auto day = UtcDay::fromIso(QString::fromStdString(support::textIn(row, "day")));
            active[day->number()].insert(who);
        }
    }
    const auto isFinal
        = [](UtcDay day) { return kMonth.contains(day) && day != kMissing && day < kToday - 1; };
    const auto distinct = [&](UtcDay day, int length) {
        std::set<std::string> people;
        for (UtcDay other = day - (length - 1); other <= day; ++other) {
            people.insert(active[other.number()].begin(), active[other.number()].end());
        }
        return static_cast<double>(people.size());
    };
    const auto mean = [&](UtcDay day, int length) {
        double sum = 0;
        int days = 0;
        for (UtcDay other = day - (length - 1); other <= day; ++other) {
            if (isFinal(other)) {
                sum += static_cast<double>(active[other.number()].size());
                ++days;
            }
        }
        return sum / days;
    };
    const auto week = valuesOf(page, "rollingPeopleCard", QStringLiteral("Weekly active"));
    const auto month = valuesOf(page, "rollingPeopleCard", QStringLiteral("Monthly active"));
    const auto means = valuesOf(page, "dailyPeopleCard", QStringLiteral("7-day mean"));
    const auto sticky = valuesOf(page, "stickinessCard", QStringLiteral("Stickiness"));
    for (UtcDay day = kMonth.first; day <= kMonth.last; ++day) {
        const auto index = static_cast<std::size_t>(day - kMonth.first);
        QCOMPARE(week[index].has_value(), isFinal(day));
        if (!isFinal(day)) {
            QVERIFY(!month[index] && !means[index] && !sticky[index]);
            continue;
        }
        QCOMPARE(*week[index], distinct(day, 7));
        QCOMPARE(*month[index], distinct(day, 28));
        QVERIFY(qAbs(*means[index] - mean(day, 7)) < 1e-9);
        QVERIFY(qAbs(*sticky[index] - mean(day, 28) / distinct(day, 28)) < 1e-9);
    }
    QCOMPARE(tileText(page, "costTile"), common::format::figure(credits));
    page.setStore(nullptr);
}

void TestPagesOverview::weeksShowDistinctPeople()
{
    PagesKit kit;
    kit.fillMonth(5);
    OverviewPage page;
    open(page, kit);
    page.setGranularity(app::models::Granularity::Week);
    QTRY_COMPARE(cardOf(page, "dailyPeopleCard")->title(), QStringLiteral("Weekly active people"));

    // Sat 24 Oct begins in week 43; everybody of the kit is active in a whole week.
    const auto people = valuesOf(page, "dailyPeopleCard", QStringLiteral("Weekly active"));
    QCOMPARE(people.size(), std::size_t{5});
    std::set<int> first;
    for (UtcDay day = kMonth.first; day <= kMonth.first + 1; ++day) {
        for (int engineer = 0; engineer < 5; ++engineer) {
            if (PagesKit::turnsOf(engineer, day) > 0) {
                first.insert(engineer);
            }
        }
    }
    QCOMPARE(*people[0], static_cast<double>(first.size()));
    QCOMPARE(*people[1], 5.0);
    QCOMPARE(turnsOf(page).size(), std::size_t{5});
    page.setStore(nullptr);
}

void TestPagesOverview::tileExplainsItselfByKeyboard()
{
    PagesKit kit;
    kit.fillMonth(4);
    OverviewPage page;
    open(page, kit);
    auto* tile = tileOf(page, "turnsTile");
    QCOMPARE(tile->focusPolicy(), Qt::StrongFocus);
    QCOMPARE(QAccessible::queryAccessibleInterface(tile)->role(), QAccessible::Button);
    QVERIFY(page.findChild<charts::ExplainPanel*>() == nullptr);
    tile->setFocus(Qt::TabFocusReason);
    QTest::keyClick(tile, Qt::Key_Return);
    auto* panel = page.window()->findChild<charts::ExplainPanel*>();
    QVERIFY(panel != nullptr);
    QVERIFY2(panel->plainText().contains(QStringLiteral("sum of turns")), qPrintable(panel->plainText()));
    panel->close();
    page.setStore(nullptr);
}

void TestPagesOverview::oneEngineerIsEnough()
{
    PagesKit kit;
    kit.fillMonth(1);
    OverviewPage page;
    open(page, kit);
    QVERIFY(page.state() == Page::State::Content);
    QCOMPARE(tileText(page, "peopleTile"), QStringLiteral("1"));
    QCOMPARE(tileDetail(page, "peopleTile"), QStringLiteral("of 1 seen so far"));
    page.setStore(nullptr);
}

QTEST_MAIN(TestPagesOverview)
#include "tst_pages_overview.moc"
