// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartCard.h"
#include "charts/DayChart.h"
#include "common/ElidedLabel.h"
#include "common/StateMessage.h"
#include "common/ThemeController.h"
#include "gui/PagesKit.h"
#include "models/EngineersModel.h"
#include "pages/EngineerPage.h"
#include "pages/EngineersPage.h"
#include "pages/StatTile.h"
#include "support/TestCase.h"
#include "tables/EngineersTable.h"

#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedBarSeries>

using namespace ui;
using app::core::DayRange;
using app::core::UtcDay;
using app::records::Dataset;
using pages::EngineerPage;
using pages::EngineersPage;
using pages::Page;
using support::kMissing;
using support::kMonth;
using support::kToday;
using support::PagesKit;
using tables::EngineersTable;
using Column = app::models::EngineersModel::Column;

namespace {

EngineersTable* tableOf(const EngineersPage& page)
{
    return page.findChild<EngineersTable*>();
}

QStringList namesOf(const EngineersPage& page)
{
    const QAbstractItemModel* model = tableOf(page)->model();
    QStringList names;
    for (int row = 0; row < model->rowCount(); ++row) {
        names << model->index(row, 0).data().toString();
    }
    return names;
}

QString cell(const EngineersPage& page, int row, Column column)
{
    return tableOf(page)->model()->index(row, static_cast<int>(column)).data().toString();
}

QString countOf(const EngineersPage& page)
{
    return page.findChild<QLabel*>(QStringLiteral("engineerCountLabel"))->text();
}

QLineEdit* searchOf(const EngineersPage& page)
{
    return page.findChild<QLineEdit*>(QStringLiteral("engineerSearchEdit"));
}

template <typename AnyPage> void open(AnyPage& page, const PagesKit& kit, DayRange range = kMonth)
{
    page.resize(1100, 640);
    page.setRange(range);
    page.setStore(kit.store());
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTRY_VERIFY(page.state() != Page::State::Loading && !page.isReading());
}

// Four people whose turns on one day are 7, 900, 0 and 31, and turns without a person.
void fillTeam(PagesKit& kit, DayRange days)
{
    std::vector<app::records::UsageRow> rows;
    const std::int64_t turns[]{7, 900, 0, 31};
    const char* emails[]{"dora@example.com", "Anton@example.com", nullptr, "berta@example.com"};
    for (int person = 0; person < 4; ++person) {
        auto row = PagesKit::usageRow(person, days.last);
        row.identity.email = emails[person] ? std::optional<std::string>(emails[person]) : std::nullopt;
        row.turns = turns[person];
        row.threads = turns[person] / 3;
        row.costs.credits = static_cast<double>(turns[person]) * 2;
        row.tokens = {turns[person] * 100, turns[person] * 400, turns[person] * 10, turns[person] * 510};
        rows.push_back(row);
    }
    auto nobody = PagesKit::usageRow(9, days.last);
    nobody.identity = {};
    nobody.turns = 55;
    nobody.bytesHash = 1;
    rows.push_back(nobody);
    kit.writeUsage(Dataset::UsagePerEngineer, days, rows);
    kit.writeUsage(Dataset::UsageWorkspace, days, {});
    kit.writeReviews(days, {});
    kit.writeResponses(days, {});
}

QString tileText(const EngineerPage& page, const char* name)
{
    return page.findChild<pages::StatTile*>(QString::fromLatin1(name))->valueText();
}

QList<QBarSet*> barsOf(const EngineerPage& page, const char* card)
{
    const auto* view
        = page.findChild<charts::ChartCard*>(QString::fromLatin1(card))->findChild<QChartView*>();
    return qobject_cast<QStackedBarSeries*>(view->chart()->series().value(0))->barSets();
}

} // namespace

class TestPagesEngineers : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<common::ThemeController>(*qApp, app::settings::Appearance::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { m_theme.reset(); }

    void listsEverybodyByNameWithTheirSums();
    void searchIsReachedByKeyAndNarrowsTheList();
    void searchWithoutAHitCanBeCleared();
    void clickOnAHeadingSortsLargestFirst();
    void enterAndDoubleClickOpenAPerson();
    void unattributedRowOpensWithoutAnId();
    void selectionIsCopiedAsTabSeparatedText();
    void placeInTheListSurvivesASync();
    void longNamesAreElidedAndNumbersStayVisible();
    void columnsAreWideEnoughForTheirNumbers();
    void onePersonAndNobodyLookDesigned();
    void tenThousandPeopleAreListedAndSearched();
    void keyboardAloneReachesAPerson();

    void personPageShowsSumsAndDays();
    void personPageSaysWhoItIs();
    void otherPersonReplacesTheFirst();
    void unattributedHasNoId();
    void tokensThatWereNotGivenAreGaps();
    void backIsAButtonAndAKey();

private:
    std::unique_ptr<common::ThemeController> m_theme;
};

void TestPagesEngineers::listsEverybodyByNameWithTheirSums()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});

    QCOMPARE(namesOf(page),
        QStringList({QStringLiteral("Anton@example.com"), QStringLiteral("berta@example.com"),
            QStringLiteral("dora@example.com"), QStringLiteral("user-…abcdef"),
            QStringLiteral("Unattributed")}));
    QCOMPARE(cell(page, 0, Column::Turns), QStringLiteral("900"));
    QCOMPARE(cell(page, 0, Column::Threads), QStringLiteral("300"));
    QCOMPARE(cell(page, 0, Column::Cost), QStringLiteral("1,800.0"));
    QCOMPARE(cell(page, 0, Column::CachedInput), QStringLiteral("360,000"));
    QCOMPARE(cell(page, 0, Column::ActiveDays), QStringLiteral("1"));
    QCOMPARE(cell(page, 0, Column::LastActive), QStringLiteral("19 Nov"));
    QCOMPARE(cell(page, 3, Column::LastActive), QStringLiteral("–"));
    QCOMPARE(countOf(page), QStringLiteral("4 people, 3 active, 1 without activity"));
    QCOMPARE(page.periodSentence(), QStringLiteral("17 Nov to 19 Nov 2026, UTC days · based on 3 of 3 days"));
    page.setStore(nullptr);
}

void TestPagesEngineers::searchIsReachedByKeyAndNarrowsTheList()
{
    PagesKit kit;
    kit.fillMonth(30);
    EngineersPage page;
    open(page, kit);
    tableOf(page)->setFocus();

    QTest::keySequence(&page, QKeySequence(QKeySequence::Find));
    QTRY_VERIFY(searchOf(page)->hasFocus());
    QTest::keyClicks(searchOf(page), QStringLiteral("PERSON1017"));
    QCOMPARE(namesOf(page), QStringList{QStringLiteral("person1017@example.com")});
    QCOMPARE(countOf(page), QStringLiteral("1 of 30 rows"));

    searchOf(page)->clear();
    QTest::keyClicks(searchOf(page), QStringLiteral("user-1000004"));
    QCOMPARE(namesOf(page), QStringList{QStringLiteral("person1004@example.com")});
    page.setStore(nullptr);
}

void TestPagesEngineers::searchWithoutAHitCanBeCleared()
{
    PagesKit kit;
    kit.fillMonth(3);
    EngineersPage page;
    open(page, kit);

    QTest::keyClicks(searchOf(page), QStringLiteral("<b>zoe"));
    auto* message = page.findChild<common::StateMessage*>(QStringLiteral("engineersNoMatch"));
    QVERIFY(message->isVisible());
    QCOMPARE(message->title(), QStringLiteral("Nobody matches “<b>zoe”"));
    QVERIFY(!tableOf(page)->isVisible());

    QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("clearSearchButton")), Qt::LeftButton);
    QVERIFY(tableOf(page)->isVisible());
    QVERIFY(searchOf(page)->hasFocus());
    QCOMPARE(namesOf(page).size(), 3);
    page.setStore(nullptr);
}

void TestPagesEngineers::clickOnAHeadingSortsLargestFirst()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    QHeaderView* header = tableOf(page)->horizontalHeader();
    const int turns = static_cast<int>(Column::Turns);
    const QPoint heading(
        header->sectionViewportPosition(turns) + header->sectionSize(turns) / 2, header->height() / 2);

    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, heading);
    QCOMPARE(namesOf(page).first(), QStringLiteral("Anton@example.com"));
    QCOMPARE(cell(page, 1, Column::Turns), QStringLiteral("55"));
    QCOMPARE(cell(page, 4, Column::Turns), QStringLiteral("0"));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, heading);
    QCOMPARE(cell(page, 0, Column::Turns), QStringLiteral("0"));
    QCOMPARE(cell(page, 4, Column::Turns), QStringLiteral("900"));
    page.setStore(nullptr);
}

void TestPagesEngineers::enterAndDoubleClickOpenAPerson()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    std::vector<std::optional<std::string>> opened;
    connect(&page, &EngineersPage::engineerOpened, this, [&opened](const auto& id) { opened.push_back(id); });
    EngineersTable* table = tableOf(page);

    table->setFocus();
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(*opened[0]), QString::fromStdString(PagesKit::idOf(3)));

    const QPoint dora = table->visualRect(table->model()->index(2, 3)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, dora);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, dora);
    QCOMPARE(opened.size(), std::size_t{2});
    QCOMPARE(QString::fromStdString(*opened[1]), QString::fromStdString(PagesKit::idOf(0)));
    page.setStore(nullptr);
}

void TestPagesEngineers::unattributedRowOpensWithoutAnId()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    std::vector<std::optional<std::string>> opened;
    connect(&page, &EngineersPage::engineerOpened, this, [&opened](const auto& id) { opened.push_back(id); });
    EngineersTable* table = tableOf(page);

    table->setCurrentIndex(table->model()->index(4, 0));
    QTest::keyClick(table, Qt::Key_Enter);
    QCOMPARE(opened.size(), std::size_t{1});
    QVERIFY(!opened[0].has_value());
    page.setStore(nullptr);
}

void TestPagesEngineers::selectionIsCopiedAsTabSeparatedText()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    EngineersTable* table = tableOf(page);
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    table->setFocus();
    table->clearSelection();
    QTest::keySequence(table, QKeySequence(QKeySequence::Copy));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));

    table->selectionModel()->select(
        table->model()->index(3, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    table->selectionModel()->select(
        table->model()->index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keySequence(table, QKeySequence(QKeySequence::Copy));
    QCOMPARE(QGuiApplication::clipboard()->text(),
        QStringLiteral("Engineer\tActive days\tThreads\tTurns\tCredits\tUncached input\tCached "
                       "input\tOutput\tLast active\n"
                       "Anton@example.com\t1\t300\t900\t1800.0\t90000\t360000\t9000\t19 Nov\n"
                       "user-…abcdef\t0\t0\t0\t0.0\t0\t0\t0\t–\n"));
    page.setStore(nullptr);
}

void TestPagesEngineers::placeInTheListSurvivesASync()
{
    PagesKit kit;
    kit.fillMonth(60);
    EngineersPage page;
    open(page, kit);
    EngineersTable* table = tableOf(page);
    table->setCurrentIndex(table->model()->index(40, 0));
    const QString chosen = table->currentIndex().data().toString();
    QSignalSpy loaded(&page, &Page::loaded);

    auto early = PagesKit::usageRow(700, kMissing);
    early.identity.email = "aaron@example.com";
    kit.writeUsage(Dataset::UsagePerEngineer, {kMissing, kMissing}, {early});
    page.reload();
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(namesOf(page).first(), QStringLiteral("aaron@example.com"));
    QCOMPARE(table->currentIndex().data().toString(), chosen);
    QCOMPARE(table->currentIndex().row(), 41);
    page.setStore(nullptr);
}

void TestPagesEngineers::longNamesAreElidedAndNumbersStayVisible()
{
    PagesKit kit;
    auto row = PagesKit::usageRow(1, kToday - 4);
    row.turns = 12'345;
    row.identity.email = std::string(300, 'x') + "@a-very-long-domain.example.com";
    kit.writeUsage(Dataset::UsagePerEngineer, {kToday - 4, kToday - 4}, {row});
    EngineersPage page;
    open(page, kit, {kToday - 4, kToday - 4});
    page.resize(920, 560); // what a window of 1024 × 700 leaves for a page
    EngineersTable* table = tableOf(page);

    QTRY_VERIFY(table->columnWidth(0) <= 400);
    const QModelIndex turns = table->model()->index(0, static_cast<int>(Column::Turns));
    QVERIFY(table->viewport()->rect().contains(table->visualRect(turns)));
    QVERIFY(turns.siblingAtColumn(0)
                .data(Qt::ToolTipRole)
                .toString()
                .startsWith(QString::fromStdString(*row.identity.email)));
    page.setStore(nullptr);
}

void TestPagesEngineers::columnsAreWideEnoughForTheirNumbers()
{
    PagesKit kit;
    auto row = PagesKit::usageRow(1, kToday - 4);
    row.turns = 98'765;
    row.costs.credits = 12'345'678.9;
    row.tokens = {987'654'321, 22'912'345'678, 1'143'400, 23'901'143'399};
    kit.writeUsage(Dataset::UsagePerEngineer, {kToday - 4, kToday - 4}, {row});
    EngineersPage page;
    open(page, kit, {kToday - 4, kToday - 4});
    const EngineersTable* table = tableOf(page);

    for (int column = 1; column < table->model()->columnCount(); ++column) {
        const QString text = table->model()->index(0, column).data().toString();
        const int inside = table->columnWidth(column) - 20; // 10 pixels at either side
        QCOMPARE(QFontMetrics(table->font()).elidedText(text, Qt::ElideRight, inside), text);
    }
    page.setStore(nullptr);
}

void TestPagesEngineers::onePersonAndNobodyLookDesigned()
{
    PagesKit one;
    one.writeUsage(Dataset::UsagePerEngineer, {kToday - 4, kToday - 4}, {PagesKit::usageRow(1, kToday - 4)});
    EngineersPage page;
    open(page, one, {kToday - 4, kToday - 4});
    QCOMPARE(countOf(page),
        PagesKit::turnsOf(1, kToday - 4) > 0 ? QStringLiteral("1 person, 1 active, 0 without activity")
                                             : QStringLiteral("1 person, 0 active, 1 without activity"));

    PagesKit nobody;
    nobody.writeUsage(Dataset::UsagePerEngineer, {kToday - 4, kToday - 4}, {});
    page.setStore(nobody.store());
    auto* message = page.findChild<common::StateMessage*>(QStringLiteral("engineersNobody"));
    QTRY_VERIFY(message->isVisible());
    QCOMPARE(message->title(), QStringLiteral("Nobody was seen yet"));
    QVERIFY(countOf(page).isEmpty());
    page.setStore(nullptr);
}

void TestPagesEngineers::tenThousandPeopleAreListedAndSearched()
{
    PagesKit kit;
    std::vector<app::records::UsageRow> rows;
    for (int engineer = 0; engineer < 10'000; ++engineer) {
        auto row = PagesKit::usageRow(engineer, kToday - 4);
        row.turns = engineer + 1;
        rows.push_back(std::move(row));
    }
    kit.writeUsage(Dataset::UsagePerEngineer, {kToday - 4, kToday - 4}, std::move(rows));
    EngineersPage page;
    open(page, kit, {kToday - 4, kToday - 4});

    QTRY_COMPARE(countOf(page), QStringLiteral("10,000 people, 10,000 active, 0 without activity"));
    QTest::keyClicks(searchOf(page), QStringLiteral("person10123@"));
    QCOMPARE(namesOf(page), QStringList{QStringLiteral("person10123@example.com")});
    QCOMPARE(cell(page, 0, Column::Turns), QStringLiteral("9,124"));
    page.setStore(nullptr);
}

void TestPagesEngineers::keyboardAloneReachesAPerson()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    std::vector<std::optional<std::string>> opened;
    connect(&page, &EngineersPage::engineerOpened, this, [&opened](const auto& id) { opened.push_back(id); });

    QTest::keySequence(&page, QKeySequence(QKeySequence::Find));
    QTest::keyClicks(searchOf(page), QStringLiteral("berta"));
    QTest::keyClick(searchOf(page), Qt::Key_Return);
    QVERIFY(tableOf(page)->hasFocus());
    QTest::keyClick(tableOf(page), Qt::Key_Return);
    QCOMPARE(opened.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(*opened[0]), QString::fromStdString(PagesKit::idOf(3)));
    page.setStore(nullptr);
}

void TestPagesEngineers::personPageShowsSumsAndDays()
{
    PagesKit kit;
    kit.fillMonth(5);
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(2));
    open(page, kit);

    std::int64_t turns = 0;
    std::int64_t threads = 0;
    int active = 0;
    QList<double> finalTurns;
    QList<double> uncached;
    for (UtcDay day = kMonth.first; day <= kMonth.last; ++day) {
        const std::int64_t own = day == kMissing ? 0 : PagesKit::turnsOf(2, day);
        turns += own;
        threads += day == kMissing ? 0 : PagesKit::usageRow(2, day).threads;
        active += own > 0 ? 1 : 0;
        const bool provisional = day >= kToday - 1;
        finalTurns << (provisional ? 0.0 : static_cast<double>(own));
        uncached << (provisional ? 0.0 : static_cast<double>(own * 1'800));
    }
    QCOMPARE(tileText(page, "engineerActiveDaysTile"), QString::number(active));
    QCOMPARE(tileText(page, "engineerTurnsTile"), QString::number(turns));
    QCOMPARE(tileText(page, "engineerThreadsTile"), QString::number(threads));
    QCOMPARE(
        tileText(page, "engineerCostTile"), QString::number(std::round(static_cast<double>(turns) * 3.25)));

    const auto values = [](const QBarSet* set) {
        QList<double> result;
        for (int i = 0; i < set->count(); ++i) {
            result << set->at(i);
        }
        return result;
    };
    QCOMPARE(values(barsOf(page, "engineerDailyTurnsCard")[0]), finalTurns);
    const QList<QBarSet*> tokens = barsOf(page, "engineerDailyTokensCard");
    QCOMPARE(tokens.size(), 6);
    QCOMPARE(tokens[0]->label(), QStringLiteral("Uncached input"));
    QCOMPARE(tokens[2]->label(), QStringLiteral("Cached input"));
    QCOMPARE(tokens[4]->label(), QStringLiteral("Output"));
    QCOMPARE(values(tokens[0]), uncached);
    page.setStore(nullptr);
}

void TestPagesEngineers::personPageSaysWhoItIs()
{
    PagesKit kit;
    kit.fillMonth(5);
    EngineerPage page;
    QSignalSpy titles(&page, &EngineerPage::titleChanged);
    page.setEngineer(PagesKit::idOf(2));
    QCOMPARE(page.title(), QStringLiteral("user-…abcdef"));
    open(page, kit);

    QCOMPARE(page.title(), QStringLiteral("person1002@example.com"));
    QCOMPARE(titles.count(), 2);
    QCOMPARE(page.findChild<common::ElidedLabel*>(QStringLiteral("engineerName"))->text(),
        QStringLiteral("person1002@example.com"));
    QCOMPARE(page.findChild<QLabel*>(QStringLiteral("engineerId"))->text(),
        QString::fromStdString(PagesKit::idOf(2)));
    UtcDay first = kMonth.first;
    while (PagesKit::turnsOf(2, first) == 0 || first == kMissing) {
        ++first;
    }
    UtcDay last = kMonth.last;
    while (PagesKit::turnsOf(2, last) == 0) {
        last = last - 1;
    }
    const auto text = [](UtcDay day) {
        return QLocale().toString(QDate(1970, 1, 1).addDays(day.number()), QStringLiteral("d MMM yyyy"));
    };
    QCOMPARE(page.findChild<QLabel*>(QStringLiteral("engineerSeen"))->text(),
        QStringLiteral("first active %1 · last active %2").arg(text(first), text(last)));
    page.setStore(nullptr);
}

void TestPagesEngineers::otherPersonReplacesTheFirst()
{
    PagesKit kit;
    kit.fillMonth(5);
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(2));
    open(page, kit);

    // Both are asked for at once; only the last may come to the screen.
    QSignalSpy loaded(&page, &Page::loaded);
    page.setEngineer(PagesKit::idOf(3));
    page.setEngineer(PagesKit::idOf(4));
    QTRY_COMPARE(page.title(), QStringLiteral("person1004@example.com"));
    QCOMPARE(loaded.count(), 1);
    page.setStore(nullptr);
}

void TestPagesEngineers::unattributedHasNoId()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineerPage page;
    page.setEngineer(std::nullopt);
    open(page, kit, {kToday - 5, kToday - 3});

    QCOMPARE(page.title(), QStringLiteral("Unattributed"));
    QVERIFY(!page.findChild<QLabel*>(QStringLiteral("engineerId"))->isVisible());
    QVERIFY(page.findChild<QLabel*>(QStringLiteral("engineerSeen"))
                ->text()
                .startsWith(QStringLiteral("Rows that OpenAI")));
    QCOMPARE(tileText(page, "engineerTurnsTile"), QStringLiteral("55"));
    page.setStore(nullptr);
}

void TestPagesEngineers::tokensThatWereNotGivenAreGaps()
{
    PagesKit kit;
    auto row = PagesKit::usageRow(1, kToday - 4);
    row.turns = 12;
    row.tokens = {};
    kit.writeUsage(Dataset::UsagePerEngineer, {kToday - 5, kToday - 4}, {row});
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(1));
    open(page, kit, {kToday - 5, kToday - 4});

    auto* card = page.findChild<charts::ChartCard*>(QStringLiteral("engineerDailyTokensCard"));
    const auto& uncached = card->chart().series()[0];
    QCOMPARE(uncached.points[0].value, std::optional(0.0)); // stored, idle
    QVERIFY(!uncached.points[1].value); // stored, not given
    QVERIFY(card->note().contains(QStringLiteral("not counted as zero")));
    QCOMPARE(tileText(page, "engineerOutputTile"), QStringLiteral("0"));
    page.setStore(nullptr);
}

void TestPagesEngineers::backIsAButtonAndAKey()
{
    PagesKit kit;
    kit.fillMonth(2);
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(1));
    open(page, kit);
    QSignalSpy back(&page, &EngineerPage::backRequested);

    QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("backToEngineersButton")), Qt::LeftButton);
    QCOMPARE(back.count(), 1);
    QTest::keySequence(&page, QKeySequence(QKeySequence::Back));
    QTRY_COMPARE(back.count(), 2);
    page.setStore(nullptr);
}

QTEST_MAIN(TestPagesEngineers)
#include "tst_pages_engineers.moc"
