// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/StateMessage.h"
#include "common/ThemeController.h"
#include "exporting/TableSource.h"
#include "gui/FakeDialogService.h"
#include "gui/PagesKit.h"
#include "models/EngineersModel.h"
#include "pages/EngineersPage.h"
#include "support/TestCase.h"
#include "tables/EngineersTable.h"
#include "tables/FilterChip.h"
#include "tables/SelectionBar.h"
#include "tables/SortHeader.h"

#include <QAbstractProxyModel>
#include <QAction>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <map>
#include <set>

using namespace ui;
using app::core::DayRange;
using app::core::UtcDay;
using app::records::Dataset;
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

void chooseRow(const EngineersPage& page, int row)
{
    EngineersTable* table = tableOf(page);
    table->selectionModel()->select(
        table->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

tables::SelectionBar* barOf(const EngineersPage& page)
{
    return page.findChild<tables::SelectionBar*>();
}

tables::FilterChip* chipOf(const EngineersPage& page, const char* name)
{
    return page.findChild<tables::FilterChip*>(QString::fromLatin1(name));
}

QPushButton* buttonOf(const EngineersPage& page, const char* name)
{
    return page.findChild<QPushButton*>(QString::fromLatin1(name));
}

QMenu* openColumns(const EngineersPage& page)
{
    QTest::mouseClick(buttonOf(page, "columnsButton"), Qt::LeftButton);
    return page.findChild<QMenu*>(QStringLiteral("columnsMenu"));
}

QByteArray contentOf(const QString& file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

app::records::ClientUsage clientOf(const char* id, std::int64_t turns, double credits)
{
    app::records::ClientUsage use;
    use.clientId = id;
    use.turns = turns;
    use.costs.credits = credits;
    return use;
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

    void boxAndKeysChooseRows();
    void arrowsMoveWithoutChoosing();
    void headingBoxChoosesAll();
    void selectionIsSummedUp();
    void clearAndEscapeForgetTheSelection();
    void selectionSurvivesASyncAndASort();
    void selectionIsExported_data();
    void selectionIsExported();
    void exportThatFailsIsSaid();
    void nothingIsExportedWithoutDialogs();
    void filterByActivityAndTakeItAway();
    void filterBySurfaceByKeyboard();
    void filtersWithoutAHitShowEverybodyAgain();
    void columnsAreChosenAndRemembered();
    void menuSortsByKeyboard();
    void orderIsThatOfTheTable();
    void usdBilledWorkspaceShowsUsd();
    void tableIsWhatTheExportedRowsAddUpTo();
    void rangesBeyondTwoMonthsShowWeeks();

private:
    /// The offscreen platform cannot do what a menu asks for.
    static void expectPopup()
    {
        expectWarning(QStringLiteral("^This plugin does not support raise"));
        expectWarning(QStringLiteral("^This plugin does not support grabbing the keyboard"));
    }
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

    const QPoint dora
        = table->visualRect(table->model()->index(2, static_cast<int>(Column::Threads))).center();
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
        QStringLiteral("Engineer\tActive days\tThreads\tTurns\tCredits\tCache ratio\tTop surface\tLast "
                       "active\n"
                       "Anton@example.com\t1\t300\t900\t1800\t0.8\t\t2026-11-19\n"
                       "user-…abcdef\t0\t0\t0\t0\t\t\t\n"));
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
    page.setColumns({QStringLiteral("cost"), QStringLiteral("cachedInput"), QStringLiteral("output"),
        QStringLiteral("uncachedInput"), QStringLiteral("turns"), QStringLiteral("costPerTurn"),
        QStringLiteral("activeDays"), QStringLiteral("lastActive")});
    for (int column = 1; column < table->model()->columnCount(); ++column) {
        if (table->isColumnHidden(column)) {
            continue;
        }
        const QString text = table->model()->index(0, column).data().toString();
        const int track = column == static_cast<int>(Column::ActiveDays) ? 52 : 0;
        const int inside = table->columnWidth(column) - 20 - track; // 10 pixels at either side
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
    EngineersTable* table = tableOf(page);
    QElapsedTimer timer;
    timer.start();
    table->sortByColumn(static_cast<int>(Column::Turns), Qt::DescendingOrder);
    table->viewport()->repaint();
    qInfo("10,000 people, sort and paint: %lld ms", static_cast<long long>(timer.restart()));
    QCOMPARE(cell(page, 0, Column::Turns), QStringLiteral("10,000"));
    table->selectAll();
    qInfo("10,000 people, select all and sum up: %lld ms", static_cast<long long>(timer.restart()));
    QCOMPARE(page.findChild<QLabel*>(QStringLiteral("selectionCount"))->text(), QStringLiteral("10,000"));
    table->clearSelection();
    timer.restart();
    QTest::keyClicks(searchOf(page), QStringLiteral("person10123@"));
    table->viewport()->repaint();
    qInfo("10,000 people, twelve letters of search and paint: %lld ms",
        static_cast<long long>(timer.elapsed()));
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

void TestPagesEngineers::boxAndKeysChooseRows()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    EngineersTable* table = tableOf(page);
    QVERIFY(!barOf(page)->isVisible());

    // The box of the second row, then the box of the fourth: both stay.
    const auto box = [table](int row) {
        const QRect cell = table->visualRect(table->model()->index(row, 0));
        return tables::SortHeader::checkBox(cell, Qt::LeftToRight).center();
    };
    std::vector<std::optional<std::string>> opened;
    connect(&page, &EngineersPage::engineerOpened, this, [&opened](const auto& id) { opened.push_back(id); });
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, box(1));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, box(3));
    QCOMPARE(table->selectedRows(), std::vector<int>({1, 3}));
    QVERIFY(barOf(page)->isVisible());
    // A second click on a box, even a quick one, takes it away and opens nobody.
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, box(3));
    QCOMPARE(table->selectedRows(), std::vector<int>({1}));
    QVERIFY(opened.empty());

    const auto name = [table](int row) { return table->visualRect(table->model()->index(row, 0)).center(); };
    QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ControlModifier, name(4));
    QCOMPARE(table->selectedRows(), std::vector<int>({1, 4}));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, name(0));
    QCOMPARE(table->selectedRows(), std::vector<int>({0}));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ShiftModifier, name(2));
    QCOMPARE(table->selectedRows(), std::vector<int>({0, 1, 2}));

    table->setFocus();
    table->moveTo(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(table->selectedRows(), std::vector<int>({0, 2}));
    QTest::keySequence(table, QKeySequence(QKeySequence::SelectAll));
    QCOMPARE(table->selectedRows().size(), std::size_t{5});
    page.setStore(nullptr);
}

void TestPagesEngineers::arrowsMoveWithoutChoosing()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    EngineersTable* table = tableOf(page);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Space);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentIndex().row(), 2);
    QCOMPARE(table->selectedRows(), std::vector<int>({0}));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(table->selectedRows(), std::vector<int>({0, 2}));
    page.setStore(nullptr);
}

void TestPagesEngineers::headingBoxChoosesAll()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    auto* header = qobject_cast<tables::SortHeader*>(tableOf(page)->horizontalHeader());
    const QRect first(0, 0, header->sectionSize(0), header->height());
    const QPoint box = tables::SortHeader::checkBox(first, Qt::LeftToRight).center();
    QCOMPARE(header->allChecked(), std::optional(Qt::Unchecked));

    chooseRow(page, 2);
    QCOMPARE(header->allChecked(), std::optional(Qt::PartiallyChecked));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, box);
    QCOMPARE(tableOf(page)->selectedRows().size(), std::size_t{5});
    QCOMPARE(header->allChecked(), std::optional(Qt::Checked));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, box);
    QVERIFY(tableOf(page)->selectedRows().empty());
    // The box is no heading: the order is as it was.
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    page.setStore(nullptr);
}

void TestPagesEngineers::selectionIsSummedUp()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    chooseRow(page, 0); // Anton: 900 turns, 300 threads, 1800 credits
    chooseRow(page, 1); // Berta: 31 turns, 10 threads, 62 credits

    QCOMPARE(page.findChild<QLabel*>(QStringLiteral("selectionCount"))->text(), QStringLiteral("2"));
    // Of the workspace: 1862 of 1800 + 62 + 14 + 0 and what Unattributed had.
    const double nobody = *PagesKit::usageRow(9, kToday - 3).costs.credits;
    const QString share = QLocale().toString(1'862.0 / (1'876.0 + nobody) * 100, 'f', 1);
    const QStringList texts = barOf(page)->figureTexts();
    QCOMPARE(texts.size(), 5);
    QCOMPARE(texts[0], QStringLiteral("Threads 310"));
    QCOMPARE(texts[1], QStringLiteral("Turns 931"));
    QVERIFY2(texts[2].startsWith(QStringLiteral("Credits 1,862 ") + share), qPrintable(texts[2]));
    QVERIFY2(texts[2].endsWith(QStringLiteral("of workspace")), qPrintable(texts[2]));
    QCOMPARE(texts[3], QStringLiteral("Credits per turn 2"));
    QVERIFY2(texts[4].startsWith(QStringLiteral("Cache ratio 80.0")), qPrintable(texts[4]));

    // Who has no turn has no ratio.
    tableOf(page)->clearSelection();
    chooseRow(page, 3);
    QCOMPARE(barOf(page)->figureTexts()[3], QStringLiteral("Credits per turn –"));
    QCOMPARE(barOf(page)->figureTexts()[4], QStringLiteral("Cache ratio –"));
    page.setStore(nullptr);
}

void TestPagesEngineers::clearAndEscapeForgetTheSelection()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    chooseRow(page, 1);
    QTest::mouseClick(buttonOf(page, "clearSelectionButton"), Qt::LeftButton);
    QVERIFY(tableOf(page)->selectedRows().empty());
    QVERIFY(!barOf(page)->isVisible());
    QVERIFY(tableOf(page)->hasFocus());

    chooseRow(page, 1);
    QTest::keyClick(tableOf(page), Qt::Key_Escape);
    QVERIFY(tableOf(page)->selectedRows().empty());
    page.setStore(nullptr);
}

void TestPagesEngineers::selectionSurvivesASyncAndASort()
{
    PagesKit kit;
    kit.fillMonth(12);
    EngineersPage page;
    open(page, kit);
    EngineersTable* table = tableOf(page);
    chooseRow(page, 3);
    chooseRow(page, 7);
    const auto chosen = [&] {
        std::set<QString> names;
        for (const int row : table->selectedRows()) {
            names.insert(table->model()->index(row, 0).data().toString());
        }
        return names;
    };
    const std::set<QString> before = chosen();
    QCOMPARE(before.size(), std::size_t{2});
    table->sortByColumn(static_cast<int>(Column::Turns), Qt::DescendingOrder);
    QCOMPARE(chosen(), before);

    QSignalSpy loaded(&page, &Page::loaded);
    auto early = PagesKit::usageRow(700, kMissing);
    early.identity.email = "aaron@example.com";
    kit.writeUsage(Dataset::UsagePerEngineer, {kMissing, kMissing}, {early});
    page.reload();
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(chosen(), before);
    QVERIFY(barOf(page)->isVisible());
    page.setStore(nullptr);
}

void TestPagesEngineers::selectionIsExported_data()
{
    QTest::addColumn<int>("filter");
    QTest::addColumn<QByteArray>("expected");
    const std::string anton = PagesKit::idOf(1);
    QTest::newRow("csv")
        << 0
        << QByteArray("from,to,user_id,email,active_days,threads,turns,turns_per_thread,credits,"
                      "cost_usd,cost_per_turn,uncached_text_input_tokens,cached_text_input_tokens,"
                      "text_output_tokens,cache_ratio,top_surface,last_active_day\n"
                      "2026-11-17,2026-11-19,"
               + QByteArray::fromStdString(anton)
               + ",'=Anton@example.com,1,300,900,3,1800,,2,90000,360000,9000,0.8,,2026-11-19\n");
    QTest::newRow("json") << 1
                          << QByteArray("[\n{\"from\":\"2026-11-17\",\"to\":\"2026-11-19\",\"user_id\":\""
                                 + QByteArray::fromStdString(anton)
                                 + "\",\"email\":\"=Anton@example.com\",\"active_days\":1,\"threads\":300,"
                                   "\"turns\":900,\"turns_per_thread\":3,\"credits\":1800,\"cost_usd\":null,"
                                   "\"cost_per_turn\":2,\"uncached_text_input_tokens\":90000,"
                                   "\"cached_text_input_tokens\":360000,\"text_output_tokens\":9000,"
                                   "\"cache_ratio\":0.8,\"top_surface\":null,"
                                   "\"last_active_day\":\"2026-11-19\"}\n]\n");
}

void TestPagesEngineers::selectionIsExported()
{
    QFETCH(int, filter);
    QFETCH(QByteArray, expected);
    PagesKit kit;
    const DayRange days{kToday - 5, kToday - 3};
    auto anton = PagesKit::usageRow(1, days.last);
    anton.identity.email = "=Anton@example.com"; // a spreadsheet would run it
    anton.turns = 900;
    anton.threads = 300;
    anton.costs.credits = 1'800.0;
    anton.tokens = {90'000, 360'000, 9'000, 459'000};
    kit.writeUsage(Dataset::UsagePerEngineer, days, {anton, PagesKit::usageRow(2, days.last)});
    support::FakeDialogService dialogs;
    EngineersPage page;
    page.setDialogs(&dialogs);
    open(page, kit, days);
    chooseRow(page, 0);

    QTest::mouseClick(buttonOf(page, "exportSelectionButton"), Qt::LeftButton);
    QCOMPARE(dialogs.question().suggestedName,
        QStringLiteral("threadcount-engineers-2026-11-17-to-2026-11-19.csv"));
    QCOMPARE(dialogs.question().filters.size(), 2);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("people"));
    dialogs.choose(file, filter);
    QTRY_VERIFY(!barOf(page)->note().isEmpty());
    QCOMPARE(barOf(page)->note(), QStringLiteral("Saved as people"));
    QCOMPARE(contentOf(file), expected);
    page.setStore(nullptr);
}

void TestPagesEngineers::exportThatFailsIsSaid()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    support::FakeDialogService dialogs;
    EngineersPage page;
    page.setDialogs(&dialogs);
    open(page, kit, {kToday - 5, kToday - 3});
    chooseRow(page, 0);
    QTest::mouseClick(buttonOf(page, "exportSelectionButton"), Qt::LeftButton);
    dialogs.choose(QStringLiteral("/nowhere/at/all/people.csv"), 0);
    QTRY_COMPARE(dialogs.count(), std::size_t{1});
    QCOMPARE(dialogs.last().objectName, QStringLiteral("exportFailedDialog"));
    QVERIFY(!dialogs.last().title.isEmpty());
    QVERIFY(barOf(page)->note().isEmpty());
    page.setStore(nullptr);
}

void TestPagesEngineers::nothingIsExportedWithoutDialogs()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    chooseRow(page, 0);
    QVERIFY(barOf(page)->isVisible());
    QVERIFY(!buttonOf(page, "exportSelectionButton")->isVisible());
    QGuiApplication::clipboard()->clear();
    QTest::mouseClick(buttonOf(page, "copySelectionButton"), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Anton@example.com\t1\t300")));
    page.setStore(nullptr);
}

void TestPagesEngineers::filterByActivityAndTakeItAway()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    tables::FilterChip* activity = chipOf(page, "activityFilter");
    QCOMPARE(activity->text(), QStringLiteral("Activity: all"));
    QVERIFY(!chipOf(page, "surfaceFilter")->isVisible()); // nobody's rows name a surface

    const auto choose = [&](int action) {
        expectPopup();
        QTest::mouseClick(activity, Qt::LeftButton, {}, QPoint(20, 16));
        auto* menu = activity->findChild<QMenu*>();
        QVERIFY(menu->isVisible());
        menu->actions().at(action)->trigger();
        menu->close();
    };
    choose(2);
    QCOMPARE(namesOf(page), QStringList{QStringLiteral("user-…abcdef")});
    QCOMPARE(activity->text(), QStringLiteral("Activity: without activity"));
    QCOMPARE(countOf(page), QStringLiteral("1 of 5 rows"));
    choose(1);
    QCOMPARE(namesOf(page).size(), 4);

    // The cross takes it away; so does Delete.
    QTest::mouseClick(activity, Qt::LeftButton, {}, activity->crossBox().center());
    QCOMPARE(namesOf(page).size(), 5);
    QVERIFY(!activity->filters());
    choose(1);
    QTest::keyClick(activity, Qt::Key_Delete);
    QCOMPARE(namesOf(page).size(), 5);
    page.setStore(nullptr);
}

void TestPagesEngineers::filterBySurfaceByKeyboard()
{
    PagesKit kit;
    const DayRange days{kToday - 5, kToday - 3};
    auto one = PagesKit::usageRow(1, days.last);
    one.clients = {clientOf("CODEX_CLI", 3, 4), clientOf("made_up_surface", 1, 9)};
    auto two = PagesKit::usageRow(2, days.last);
    two.clients = {clientOf("CODEX_CLI", 8, 0)};
    kit.writeUsage(Dataset::UsagePerEngineer, days, {one, two, PagesKit::usageRow(3, days.last)});
    EngineersPage page;
    open(page, kit, days);
    tables::FilterChip* surface = chipOf(page, "surfaceFilter");
    QVERIFY(surface->isVisible());
    QCOMPARE(surface->text(), QStringLiteral("Surface: any"));
    // By cost; without any, by turns. An id that nobody knows is shown as it is.
    QCOMPARE(cell(page, 0, Column::TopSurface), QStringLiteral("made_up_surface"));
    const QString cli = cell(page, 1, Column::TopSurface);
    QVERIFY(!cli.isEmpty() && cli != QStringLiteral("CODEX_CLI"));
    QCOMPARE(cell(page, 2, Column::TopSurface), QStringLiteral("–"));

    surface->setFocus();
    expectPopup();
    QTest::keyClick(surface, Qt::Key_Return);
    auto* menu = surface->findChild<QMenu*>();
    QTRY_VERIFY(menu->isVisible());
    QCOMPARE(menu->actions().size(), 3);
    for (QAction* action : menu->actions()) {
        if (action->text() == cli) {
            menu->setActiveAction(action);
        }
    }
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(surface->chosen(), QStringLiteral("CODEX_CLI"));
    QCOMPARE(namesOf(page).size(), 2);
    QCOMPARE(surface->accessibleName(), QStringLiteral("Surface: ") + cli);
    page.setStore(nullptr);
}

void TestPagesEngineers::filtersWithoutAHitShowEverybodyAgain()
{
    PagesKit kit;
    kit.fillMonth(3);
    EngineersPage page;
    open(page, kit);
    chipOf(page, "activityFilter")->setChosen(QStringLiteral("idle"));
    auto* message = page.findChild<common::StateMessage*>(QStringLiteral("engineersNoMatch"));
    QVERIFY(message->isVisible());
    QCOMPARE(message->title(), QStringLiteral("Nobody matches these filters"));
    QTest::mouseClick(buttonOf(page, "clearSearchButton"), Qt::LeftButton);
    QVERIFY(tableOf(page)->isVisible());
    QCOMPARE(namesOf(page).size(), 3);
    page.setStore(nullptr);
}

void TestPagesEngineers::columnsAreChosenAndRemembered()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    EngineersTable* table = tableOf(page);
    QSignalSpy changed(&page, &EngineersPage::columnsChanged);
    QCOMPARE(page.columns(), EngineersPage::defaultColumns());
    QVERIFY(table->isColumnHidden(static_cast<int>(Column::Output)));

    expectPopup();
    QMenu* menu = openColumns(page);
    QTRY_VERIFY(menu->isVisible());
    auto* output = menu->findChild<QAction*>(QStringLiteral("outputColumnAction"));
    auto* threads = menu->findChild<QAction*>(QStringLiteral("threadsColumnAction"));
    QVERIFY(output && !output->isChecked() && threads && threads->isChecked());
    // Two boxes one after the other, by keyboard: the menu stays.
    menu->setActiveAction(output);
    QTest::keyClick(menu, Qt::Key_Space);
    QVERIFY(menu->isVisible());
    menu->setActiveAction(threads);
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(menu->isVisible());
    QVERIFY(!table->isColumnHidden(static_cast<int>(Column::Output)));
    QVERIFY(table->isColumnHidden(static_cast<int>(Column::Threads)));
    QCOMPARE(changed.count(), 2);
    const QStringList chosen = changed.last().first().toStringList();
    QVERIFY(chosen.contains(QStringLiteral("output")) && !chosen.contains(QStringLiteral("threads")));
    menu->close();

    // What was chosen comes back, unknown names of another version do no harm.
    EngineersPage other;
    other.setColumns(chosen + QStringList{QStringLiteral("tier")});
    QCOMPARE(other.columns(), chosen);
    other.setColumns({QStringLiteral("tier")});
    QCOMPARE(other.columns(), EngineersPage::defaultColumns());

    // An order by a column that goes is an order by name again.
    table->sortByColumn(static_cast<int>(Column::Turns), Qt::DescendingOrder);
    page.setColumns({QStringLiteral("output")});
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), 0);
    QCOMPARE(namesOf(page).first(), QStringLiteral("Anton@example.com"));
    page.setStore(nullptr);
}

void TestPagesEngineers::menuSortsByKeyboard()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    expectPopup();
    QMenu* menu = openColumns(page);
    auto* sort = page.findChild<QMenu*>(QStringLiteral("sortMenu"));
    auto* byTurns = sort->findChild<QAction*>(QStringLiteral("turnsSortAction"));
    QVERIFY(byTurns && !byTurns->isChecked());
    byTurns->trigger();
    QCOMPARE(cell(page, 0, Column::Turns), QStringLiteral("900"));
    byTurns->trigger();
    QCOMPARE(cell(page, 0, Column::Turns), QStringLiteral("0"));
    menu->close();
    page.setStore(nullptr);
}

void TestPagesEngineers::orderIsThatOfTheTable()
{
    PagesKit kit;
    fillTeam(kit, {kToday - 5, kToday - 3});
    EngineersPage page;
    open(page, kit, {kToday - 5, kToday - 3});
    tableOf(page)->sortByColumn(static_cast<int>(Column::Turns), Qt::DescendingOrder);
    const auto order = page.order();
    QCOMPARE(order.size(), std::size_t{5});
    QCOMPARE(order[0], std::optional(PagesKit::idOf(1))); // 900
    QVERIFY(!order[1]); // 55, Unattributed
    QCOMPARE(order[2], std::optional(PagesKit::idOf(3))); // 31
    searchOf(page)->setText(QStringLiteral("dora"));
    QCOMPARE(page.order().size(), std::size_t{1});
    page.setStore(nullptr);
}

void TestPagesEngineers::usdBilledWorkspaceShowsUsd()
{
    PagesKit kit;
    auto row = PagesKit::usageRow(1, kToday - 4);
    row.turns = 8;
    row.costs = {0.0, 12.5, 99.0};
    kit.writeUsage(Dataset::UsagePerEngineer, {kToday - 4, kToday - 4}, {row});
    EngineersPage page;
    open(page, kit, {kToday - 4, kToday - 4});
    page.setColumns({QStringLiteral("cost"), QStringLiteral("costPerTurn")});
    const auto heading = [&page](Column column) {
        return tableOf(page)->model()->headerData(static_cast<int>(column), Qt::Horizontal).toString();
    };
    QCOMPARE(heading(Column::Cost), QStringLiteral("USD"));
    QCOMPARE(heading(Column::CostPerTurn), QStringLiteral("USD per turn"));
    QCOMPARE(cell(page, 0, Column::Cost), QStringLiteral("12.50"));
    QCOMPARE(cell(page, 0, Column::CostPerTurn), QStringLiteral("1.56"));
    page.setStore(nullptr);
}

/// Every figure of the table once more, from the rows that an export would write.
void TestPagesEngineers::tableIsWhatTheExportedRowsAddUpTo()
{
    PagesKit kit;
    const char* clients[]{"CODEX_CLI", "CODEX_IDE_VSCODE", "CODEX_WEB"};
    for (const DayRange days : {DayRange{kMonth.first, kMissing - 1}, DayRange{kMissing + 1, kMonth.last}}) {
        std::vector<app::records::UsageRow> rows;
        for (UtcDay day = days.first; day <= days.last; ++day) {
            for (int person = 0; person < 25; ++person) {
                auto row = PagesKit::usageRow(person, day);
                if (person % 6 == 5) {
                    row.identity.email.reset();
                }
                if ((person + day.number()) % 11 == 0) {
                    row.costs.credits.reset();
                    row.tokens.cachedInput.reset();
                }
                for (int client = 0; client < 3; ++client) {
                    const std::int64_t part = row.turns * ((person + client) % 3) / 3;
                    row.clients.push_back(clientOf(clients[client], part,
                        person % 5 == 0 ? 0 : static_cast<double>(part) * (client + 1)));
                }
                rows.push_back(row);
            }
            auto nobody = PagesKit::usageRow(40, day);
            nobody.identity = {};
            nobody.bytesHash = 1;
            rows.push_back(nobody);
        }
        kit.writeUsage(Dataset::UsagePerEngineer, days, std::move(rows));
    }
    EngineersPage page;
    open(page, kit);
    const auto* filter = qobject_cast<const QAbstractProxyModel*>(tableOf(page)->model());
    const auto* model = qobject_cast<const app::models::EngineersModel*>(filter->sourceModel());

    struct Sum
    {
        std::set<std::string> activeDays;
        std::int64_t threads = 0;
        std::int64_t turns = 0;
        std::optional<double> credits;
        std::optional<std::int64_t> uncached;
        std::optional<std::int64_t> cached;
        std::optional<std::int64_t> output;
        std::map<std::string, std::pair<double, std::int64_t>> surfaces;
    };
    using Row = app::exporting::Row;
    const auto sums
        = kit.store()
              ->read(
                  [](const app::store::Database& database) -> app::core::Result<std::map<std::string, Sum>> {
                      std::map<std::string, Sum> people;
                      const auto text = [](const app::exporting::Cell& cell) {
                          const auto* value = std::get_if<std::string>(&cell);
                          return value ? *value : std::string();
                      };
                      const auto whole
                          = [](std::optional<std::int64_t>& sum, const app::exporting::Cell& cell) {
                                if (const auto* value = std::get_if<std::int64_t>(&cell)) {
                                    sum = sum.value_or(0) + *value;
                                }
                            };
                      // day,user_id,email,actor_type,threads,turns,credits,cost_usd,estimated,
                      // uncached,cached,output,total …
                      const app::exporting::TableSource usage(database, app::exporting::Table::Usage, kMonth,
                          app::exporting::TableSource::Names::AsStored);
                      const auto read = usage.forEachRow(
                          [&](const Row& row) -> app::core::Result<void> {
                              Sum& sum = people[text(row[1])];
                              const auto threads = std::get<std::int64_t>(row[4]);
                              const auto turns = std::get<std::int64_t>(row[5]);
                              sum.threads += threads;
                              sum.turns += turns;
                              if (threads > 0 || turns > 0) {
                                  sum.activeDays.insert(text(row[0]));
                              }
                              if (const auto* credits = std::get_if<double>(&row[6])) {
                                  sum.credits = sum.credits.value_or(0) + *credits;
                              }
                              whole(sum.uncached, row[9]);
                              whole(sum.cached, row[10]);
                              whole(sum.output, row[11]);
                              return {};
                          },
                          {});
                      if (!read) {
                          return app::core::failure(read.error());
                      }
                      // day,user_id,client_id,threads,turns,credits …
                      const app::exporting::TableSource surfaces(database,
                          app::exporting::Table::UsageBySurface, kMonth,
                          app::exporting::TableSource::Names::AsStored);
                      const auto more = surfaces.forEachRow(
                          [&](const Row& row) -> app::core::Result<void> {
                              auto& surface = people[text(row[1])].surfaces[text(row[2])];
                              if (const auto* credits = std::get_if<double>(&row[5])) {
                                  surface.first += *credits;
                              }
                              if (const auto* turns = std::get_if<std::int64_t>(&row[4])) {
                                  surface.second += *turns;
                              }
                              return {};
                          },
                          {});
                      if (!more) {
                          return app::core::failure(more.error());
                      }
                      return people;
                  })
              .result();
    QVERIFY(sums.has_value());
    QCOMPARE(model->rowCount(), static_cast<int>(sums->size()));
    QCOMPARE(model->rowCount(), 26);

    for (int row = 0; row < model->rowCount(); ++row) {
        const auto& person = model->engineer(row);
        const Sum& sum = sums->at(person.userId.value_or(std::string()));
        const auto raw = [model, row](Column column) {
            return model->index(row, static_cast<int>(column)).data(app::models::EngineersModel::SortRole);
        };
        QCOMPARE(raw(Column::ActiveDays).toInt(), static_cast<int>(sum.activeDays.size()));
        QCOMPARE(raw(Column::Threads).toLongLong(), static_cast<qlonglong>(sum.threads));
        QCOMPARE(raw(Column::Turns).toLongLong(), static_cast<qlonglong>(sum.turns));
        QCOMPARE(raw(Column::Cost).isValid(), sum.credits.has_value());
        QCOMPARE(raw(Column::Cost).toDouble(), sum.credits.value_or(0));
        QCOMPARE(raw(Column::UncachedInput).toLongLong(), static_cast<qlonglong>(sum.uncached.value_or(0)));
        QCOMPARE(raw(Column::CachedInput).toLongLong(), static_cast<qlonglong>(sum.cached.value_or(0)));
        QCOMPARE(raw(Column::Output).toLongLong(), static_cast<qlonglong>(sum.output.value_or(0)));
        QCOMPARE(raw(Column::TurnsPerThread).toDouble(),
            static_cast<double>(sum.turns) / static_cast<double>(sum.threads));
        QCOMPARE(raw(Column::CostPerTurn).toDouble(), *sum.credits / static_cast<double>(sum.turns));
        QCOMPARE(raw(Column::CacheRatio).toDouble(),
            static_cast<double>(*sum.cached) / static_cast<double>(*sum.cached + *sum.uncached));
        QCOMPARE(person.lastActiveDay->toIso().toStdString(), *sum.activeDays.rbegin());
        // The surface with the largest cost, else with the most turns; the first of equal ones.
        std::optional<std::string> top;
        double most = 0;
        for (const auto& [id, use] : sum.surfaces) {
            if (use.first > most) {
                most = use.first;
                top = id;
            }
        }
        std::int64_t turns = 0;
        for (const auto& [id, use] : sum.surfaces) {
            if (most <= 0 && use.second > turns) {
                turns = use.second;
                top = id;
            }
        }
        QCOMPARE(model->topSurfaceId(row), top);
        // And the small columns add up to the turns.
        double drawn = 0;
        for (const auto& point : model->sparkOf(row)) {
            drawn += point.value.value_or(0);
        }
        QCOMPARE(drawn, static_cast<double>(sum.turns));
    }
    page.setStore(nullptr);
}

void TestPagesEngineers::rangesBeyondTwoMonthsShowWeeks()
{
    PagesKit kit;
    kit.fillMonth(3);
    EngineersPage page;
    open(page, kit, {kToday - 89, kToday});
    QCOMPARE(tableOf(page)->model()->headerData(static_cast<int>(Column::Trend), Qt::Horizontal).toString(),
        QStringLiteral("Turns per week"));
    const auto* filter = qobject_cast<const QAbstractProxyModel*>(tableOf(page)->model());
    const auto* model = qobject_cast<const app::models::EngineersModel*>(filter->sourceModel());
    QCOMPARE(model->sparkOf(0).size(), std::size_t{13});
    page.setStore(nullptr);
}

QTEST_MAIN(TestPagesEngineers)
#include "tst_pages_engineers.moc"
