// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartCard.h"
#include "common/ElidedLabel.h"
#include "common/Format.h"
#include "common/ThemeController.h"
#include "gui/FakeDialogService.h"
#include "gui/PagesKit.h"
#include "pages/EngineerPage.h"
#include "pages/StatTile.h"
#include "support/TestCase.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>

using namespace ui;
using app::core::DayRange;
using app::core::UtcDay;
using app::models::Explanation;
using app::records::Dataset;
using pages::EngineerPage;
using pages::Page;
using pages::StatTile;
using support::kMissing;
using support::kMonth;
using support::kToday;
using support::PagesKit;

namespace {

void open(EngineerPage& page, const PagesKit& kit, DayRange range = kMonth)
{
    page.resize(1'176, 860);
    page.setRange(range);
    page.setStore(kit.store());
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTRY_VERIFY(page.state() != Page::State::Loading && !page.isReading());
}

StatTile* tileOf(const EngineerPage& page, const char* name)
{
    return page.findChild<StatTile*>(QString::fromLatin1(name));
}

charts::ChartCard* cardOf(const EngineerPage& page, const char* name)
{
    return page.findChild<charts::ChartCard*>(QString::fromLatin1(name));
}

QString seenOf(const EngineerPage& page)
{
    return page.findChild<common::ElidedLabel*>(QStringLiteral("engineerSeen"))->text();
}

QString noteOf(const EngineerPage& page)
{
    return page.findChild<common::ElidedLabel*>(QStringLiteral("engineerNote"))->text();
}

QPushButton* buttonOf(const EngineerPage& page, const char* name)
{
    return page.findChild<QPushButton*>(QString::fromLatin1(name));
}

QString inputOf(const Explanation& explanation, const QString& name)
{
    for (const Explanation::Input& input : explanation.inputs) {
        if (input.name == name) {
            return input.value;
        }
    }
    return QStringLiteral("no such input");
}

/// `people` with 10, 20, 30 … turns on one day, five turns a thread, two credits a turn.
void fillLadder(PagesKit& kit, UtcDay day, int people)
{
    std::vector<app::records::UsageRow> rows;
    for (int person = 0; person < people; ++person) {
        auto row = PagesKit::usageRow(person, day);
        row.turns = 10 * (person + 1);
        row.threads = row.turns / 5;
        row.costs.credits = static_cast<double>(row.turns) * 2;
        row.tokens = {row.turns * 100, row.turns * 300, row.turns * 10, row.turns * 410};
        rows.push_back(row);
    }
    auto nobody = PagesKit::usageRow(90, day);
    nobody.identity = {};
    nobody.turns = 9'000;
    nobody.bytesHash = 1;
    rows.push_back(nobody);
    kit.writeUsage(Dataset::UsagePerEngineer, {day - 2, day}, rows);
}

} // namespace

class TestPagesEngineer : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<common::ThemeController>(*qApp, app::settings::Appearance::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { m_theme.reset(); }

    void showsSumsAndDays();
    void saysWhoItIs();
    void idIsCopiedWhole();
    void otherPersonReplacesTheFirst();
    void unattributedHasNoIdAndNoComparison();
    void comparesWithMediansOfFive();
    void turningToTheNextReadsThatPersonOnly();
    void comparesWithNobodyAmongFour();
    void ratiosOfAnIdlePersonAreDashes();
    void tokensThatWereNotGivenAreGaps();
    void usdBilledWorkspaceShowsUsd();
    void everyTileAndCardExplainsItself();
    void tilesAreWhatTheExportedRowsAddUpTo();
    void turnsThroughTheTable();
    void whoIsNotInTheTableHasNoNeighbours();
    void personIsExported();
    void backIsAButtonAndAKey();
    void longAndRightToLeftNamesStayInTheWindow_data();
    void longAndRightToLeftNamesStayInTheWindow();

private:
    std::unique_ptr<common::ThemeController> m_theme;
};

void TestPagesEngineer::showsSumsAndDays()
{
    PagesKit kit;
    kit.fillMonth(5);
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(2));
    open(page, kit);

    std::int64_t turns = 0;
    std::int64_t threads = 0;
    int active = 0;
    for (UtcDay day = kMonth.first; day <= kMonth.last; ++day) {
        const std::int64_t own = day == kMissing ? 0 : PagesKit::turnsOf(2, day);
        turns += own;
        threads += day == kMissing ? 0 : PagesKit::usageRow(2, day).threads;
        active += own > 0 ? 1 : 0;
    }
    QCOMPARE(tileOf(page, "engineerActiveDaysTile")->valueText(), QString::number(active));
    QCOMPARE(tileOf(page, "engineerTurnsTile")->valueText(), QString::number(turns));
    QCOMPARE(tileOf(page, "engineerThreadsTile")->valueText(), QString::number(threads));
    QCOMPARE(tileOf(page, "engineerCostTile")->valueText(),
        QString::number(std::round(static_cast<double>(turns) * 3.25)));
    QCOMPARE(tileOf(page, "engineerCostPerTurnTile")->valueText(), QStringLiteral("3.25"));
    QVERIFY(tileOf(page, "engineerCacheRatioTile")->valueText().startsWith(QStringLiteral("83.9")));
    // Twenty-nine stored days; the missing one counts on neither side.
    QCOMPARE(tileOf(page, "engineerActiveDaysTile")->accessibleName(),
        QStringLiteral("Active days, ") + common::format::percent(static_cast<double>(active) / 29.0, 0)
            + QStringLiteral(" of 29"));
    for (const char* name : {"engineerDailyTurnsCard", "engineerActivityCard", "engineerDailyTokensCard"}) {
        QCOMPARE(cardOf(page, name)->state(), charts::ChartCard::State::Chart);
    }
    // Nothing of these rows names a surface or a model.
    QCOMPARE(page.periodSentence(),
        QStringLiteral("24 Oct to 22 Nov 2026, UTC days · based on 29 of 30 days, 2 provisional"));
    page.setStore(nullptr);
}

void TestPagesEngineer::saysWhoItIs()
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
    UtcDay first = kMonth.first;
    while (PagesKit::turnsOf(2, first) == 0 || first == kMissing) {
        ++first;
    }
    UtcDay last = kMonth.last;
    while (PagesKit::turnsOf(2, last) == 0) {
        last = last - 1;
    }
    // Within the first 28 stored days nobody knows when the person began.
    QCOMPARE(seenOf(page),
        QStringLiteral("first seen %1, start unknown · last active %2")
            .arg(common::format::dayMedium(first), common::format::dayMedium(last)));
    page.setStore(nullptr);

    PagesKit late;
    late.writeUsage(Dataset::UsagePerEngineer, kMonth, {PagesKit::usageRow(3, kToday - 3)});
    auto known = PagesKit::usageRow(2, kToday);
    known.turns = 4;
    late.writeUsage(Dataset::UsagePerEngineer, {kToday, kToday}, {known});
    page.setStore(late.store());
    QTRY_COMPARE(seenOf(page),
        QStringLiteral("first seen %1 · last active %1").arg(common::format::dayMedium(kToday)));
    page.setStore(nullptr);
}

void TestPagesEngineer::idIsCopiedWhole()
{
    PagesKit kit;
    kit.fillMonth(3);
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(2));
    open(page, kit);
    QCOMPARE(
        page.findChild<QLabel*>(QStringLiteral("engineerId"))->text(), QStringLiteral("id user-…abcdef"));
    QTest::mouseClick(buttonOf(page, "copyIdButton"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(PagesKit::idOf(2)));
    QCOMPARE(noteOf(page), QStringLiteral("Copied"));
    page.setStore(nullptr);
}

void TestPagesEngineer::otherPersonReplacesTheFirst()
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

void TestPagesEngineer::unattributedHasNoIdAndNoComparison()
{
    PagesKit kit;
    fillLadder(kit, kToday - 3, 7);
    EngineerPage page;
    page.setEngineer(std::nullopt);
    open(page, kit, {kToday - 5, kToday - 3});

    QCOMPARE(page.title(), QStringLiteral("Unattributed"));
    QVERIFY(!page.findChild<QLabel*>(QStringLiteral("engineerId"))->isVisible());
    QVERIFY(!buttonOf(page, "copyIdButton")->isVisible());
    QVERIFY(seenOf(page).startsWith(QStringLiteral("Rows that OpenAI")));
    QCOMPARE(tileOf(page, "engineerTurnsTile")->valueText(), QStringLiteral("9,000"));
    QVERIFY(tileOf(page, "engineerTurnsTile")->detailText().isEmpty());
    page.setStore(nullptr);
}

void TestPagesEngineer::comparesWithMediansOfFive()
{
    PagesKit kit;
    fillLadder(kit, kToday - 3, 6); // 10, 20 … 60 turns
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(1)); // 20 turns
    open(page, kit, {kToday - 5, kToday - 3});

    const auto detail = [&page](const char* name) { return tileOf(page, name)->detailText(); };
    QCOMPARE(tileOf(page, "engineerTurnsTile")->valueText(), QStringLiteral("20"));
    QCOMPARE(detail("engineerTurnsTile"), QStringLiteral("workspace median 35")); // (30 + 40) ÷ 2
    QCOMPARE(detail("engineerThreadsTile"), QStringLiteral("workspace median 7")); // (6 + 8) ÷ 2
    QCOMPARE(detail("engineerCostTile"), QStringLiteral("workspace median 70"));
    QCOMPARE(detail("engineerCostPerTurnTile"), QStringLiteral("workspace median 2"));
    QVERIFY(detail("engineerCacheRatioTile").startsWith(QStringLiteral("workspace median 75.0")));
    QCOMPARE(detail("engineerActiveDaysTile"), QStringLiteral("workspace median 1"));
    QCOMPARE(tileOf(page, "engineerThreadsTile")->accessibleName(), QStringLiteral("Threads, 5 turns each"));
    const Explanation& turns = tileOf(page, "engineerTurnsTile")->explanation();
    QCOMPARE(inputOf(turns, QStringLiteral("Workspace median")), QStringLiteral("35"));
    page.setStore(nullptr);
}

void TestPagesEngineer::turningToTheNextReadsThatPersonOnly()
{
    const DayRange days{kToday - 5, kToday - 3};
    PagesKit kit;
    fillLadder(kit, kToday - 3, 6); // 10, 20 … 60 turns
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(1));
    open(page, kit, days);
    const auto median = [&page] { return tileOf(page, "engineerTurnsTile")->detailText(); };
    QCOMPARE(median(), QStringLiteral("workspace median 35"));

    // Twenty people more; nobody told the page.
    fillLadder(kit, kToday - 3, 26);
    page.setEngineer(PagesKit::idOf(2));
    QTRY_COMPARE(tileOf(page, "engineerTurnsTile")->valueText(), QStringLiteral("30"));
    QCOMPARE(median(), QStringLiteral("workspace median 35"));
    // Now it was told, …
    page.reload();
    QTRY_COMPARE(median(), QStringLiteral("workspace median 135"));
    // … and another range is another comparison.
    fillLadder(kit, kToday - 3, 6);
    page.setRange({days.first - 1, days.last});
    QTRY_COMPARE(median(), QStringLiteral("workspace median 35"));
    page.setStore(nullptr);
}

void TestPagesEngineer::comparesWithNobodyAmongFour()
{
    PagesKit kit;
    fillLadder(kit, kToday - 3, 4);
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(1));
    open(page, kit, {kToday - 5, kToday - 3});
    for (const char* name : {"engineerActiveDaysTile", "engineerTurnsTile", "engineerThreadsTile",
             "engineerCostTile", "engineerCostPerTurnTile", "engineerCacheRatioTile"}) {
        QVERIFY2(tileOf(page, name)->detailText().isEmpty(), name);
        for (const Explanation::Input& input : tileOf(page, name)->explanation().inputs) {
            QVERIFY(input.name != QStringLiteral("Workspace median"));
        }
    }
    page.setStore(nullptr);
}

void TestPagesEngineer::ratiosOfAnIdlePersonAreDashes()
{
    PagesKit kit;
    auto idle = PagesKit::usageRow(1, kToday - 3);
    idle.turns = 0;
    idle.threads = 0;
    idle.costs.credits = 0;
    idle.tokens = {0, 0, 0, 0};
    kit.writeUsage(Dataset::UsagePerEngineer, {kToday - 3, kToday - 3}, {idle});
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(1));
    open(page, kit, {kToday - 3, kToday - 3});
    QCOMPARE(tileOf(page, "engineerTurnsTile")->valueText(), QStringLiteral("0"));
    QCOMPARE(tileOf(page, "engineerCostPerTurnTile")->valueText(), QStringLiteral("–"));
    QCOMPARE(tileOf(page, "engineerCacheRatioTile")->valueText(), QStringLiteral("–"));
    QCOMPARE(seenOf(page), QStringLiteral("no activity in the cache"));
    QCOMPARE(cardOf(page, "engineerSurfacesCard")->state(), charts::ChartCard::State::Empty);
    page.setStore(nullptr);
}

void TestPagesEngineer::tokensThatWereNotGivenAreGaps()
{
    PagesKit kit;
    auto row = PagesKit::usageRow(1, kToday - 4);
    row.turns = 12;
    row.tokens = {};
    kit.writeUsage(Dataset::UsagePerEngineer, {kToday - 5, kToday - 4}, {row});
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(1));
    open(page, kit, {kToday - 5, kToday - 4});

    QVERIFY(cardOf(page, "engineerDailyTokensCard")->note().contains(QStringLiteral("not counted as zero")));
    page.setStore(nullptr);
}

void TestPagesEngineer::usdBilledWorkspaceShowsUsd()
{
    PagesKit kit;
    auto row = PagesKit::usageRow(1, kToday - 4);
    row.turns = 8;
    row.costs = {0.0, 12.5, 99.0};
    kit.writeUsage(Dataset::UsagePerEngineer, {kToday - 4, kToday - 4}, {row});
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(1));
    open(page, kit, {kToday - 4, kToday - 4});
    QCOMPARE(tileOf(page, "engineerCostTile")->accessibleName(), QStringLiteral("USD"));
    QVERIFY(tileOf(page, "engineerCostTile")->valueText().contains(QStringLiteral("12.50")));
    QCOMPARE(tileOf(page, "engineerCostPerTurnTile")->accessibleName(), QStringLiteral("USD per turn"));
    QCOMPARE(cardOf(page, "engineerDailyTurnsCard")->title(), QStringLiteral("Turns and USD"));
    page.setStore(nullptr);
}

void TestPagesEngineer::everyTileAndCardExplainsItself()
{
    PagesKit kit;
    fillLadder(kit, kToday - 3, 6);
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(1));
    open(page, kit, {kToday - 5, kToday - 3});
    const auto tiles = page.findChildren<StatTile*>();
    QCOMPARE(tiles.size(), 6);
    for (const StatTile* tile : tiles) {
        const Explanation& explanation = tile->explanation();
        QVERIFY2(!explanation.isEmpty(), qPrintable(tile->objectName()));
        QVERIFY(
            !explanation.formula.isEmpty() && !explanation.inputs.empty() && !explanation.notSaid.isEmpty());
        QCOMPARE(explanation.period.stored, 3);
        QCOMPARE(explanation.rows, std::int64_t{1});
    }
    const Explanation& perTurn = tileOf(page, "engineerCostPerTurnTile")->explanation();
    QVERIFY2(perTurn.formula.endsWith(QStringLiteral("40 ÷ 20")), qPrintable(perTurn.formula));
    page.setStore(nullptr);
}

/// The sums once more, from the file that "Export this person" writes.
void TestPagesEngineer::tilesAreWhatTheExportedRowsAddUpTo()
{
    PagesKit kit;
    kit.fillMonth(8);
    support::FakeDialogService dialogs;
    EngineerPage page;
    page.setDialogs(&dialogs);
    page.setEngineer(PagesKit::idOf(5));
    open(page, kit);
    QTest::mouseClick(buttonOf(page, "exportPersonButton"), Qt::LeftButton);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("one.csv"));
    dialogs.choose(file, 0);
    QTRY_COMPARE(noteOf(page), QStringLiteral("Saved as one.csv"));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QList<QByteArray> lines = written.readAll().trimmed().split('\n');
    QVERIFY(lines.takeFirst().startsWith("day,user_id,email,actor_type,threads,turns,credits"));
    double threads = 0;
    double turns = 0;
    double credits = 0;
    int active = 0;
    for (const QByteArray& line : std::as_const(lines)) {
        const QList<QByteArray> cells = line.split(',');
        QCOMPARE(cells[1], QByteArray::fromStdString(PagesKit::idOf(5)));
        threads += cells[4].toDouble();
        turns += cells[5].toDouble();
        credits += cells[6].toDouble();
        active += cells[5].toDouble() > 0 ? 1 : 0;
    }
    QVERIFY(turns > 0);
    const auto value = [&page](const char* name, const QString& measure) {
        return inputOf(tileOf(page, name)->explanation(), measure);
    };
    QCOMPARE(value("engineerTurnsTile", QStringLiteral("Turns")), common::format::number(turns, 0));
    QCOMPARE(value("engineerThreadsTile", QStringLiteral("Threads")), common::format::number(threads, 0));
    QCOMPARE(value("engineerCostTile", QStringLiteral("Credits")), common::format::number(credits, 2));
    QCOMPARE(tileOf(page, "engineerActiveDaysTile")->valueText(), QString::number(active));
    QCOMPARE(
        tileOf(page, "engineerCostPerTurnTile")->valueText(), common::format::number(credits / turns, 2));
    page.setStore(nullptr);
}

void TestPagesEngineer::turnsThroughTheTable()
{
    PagesKit kit;
    kit.fillMonth(4);
    EngineerPage page;
    page.setOrder({PagesKit::idOf(3), PagesKit::idOf(0), std::nullopt, PagesKit::idOf(2)});
    page.setEngineer(PagesKit::idOf(0));
    open(page, kit);
    std::vector<std::optional<std::string>> turned;
    connect(&page, &EngineerPage::engineerTurned, this, [&turned](const auto& id) { turned.push_back(id); });
    auto* previous = page.findChild<QToolButton*>(QStringLiteral("previousPersonButton"));
    auto* next = page.findChild<QToolButton*>(QStringLiteral("nextPersonButton"));
    QVERIFY(previous->isEnabled() && next->isEnabled());

    QTest::mouseClick(previous, Qt::LeftButton);
    QTRY_COMPARE(page.title(), QStringLiteral("person1003@example.com"));
    QVERIFY(!previous->isEnabled());
    QTest::keyClick(&page, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(turned.size(), std::size_t{1}); // there is nobody before

    QTest::keyClick(&page, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(&page, Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(page.title(), QStringLiteral("Unattributed"));
    QTest::mouseClick(next, Qt::LeftButton);
    QTRY_COMPARE(page.title(), QStringLiteral("person1002@example.com"));
    QVERIFY(!next->isEnabled());
    QCOMPARE(turned.size(), std::size_t{4});
    page.setStore(nullptr);
}

void TestPagesEngineer::whoIsNotInTheTableHasNoNeighbours()
{
    PagesKit kit;
    kit.fillMonth(4);
    EngineerPage page;
    page.setOrder({PagesKit::idOf(3), PagesKit::idOf(1)});
    page.setEngineer(PagesKit::idOf(0));
    open(page, kit);
    QVERIFY(!page.findChild<QToolButton*>(QStringLiteral("nextPersonButton"))->isVisible());
    QTest::keyClick(&page, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(page.title(), QStringLiteral("person1000@example.com"));
    page.setStore(nullptr);
}

void TestPagesEngineer::personIsExported()
{
    PagesKit kit;
    fillLadder(kit, kToday - 3, 3);
    support::FakeDialogService dialogs;
    EngineerPage page;
    page.setEngineer(std::nullopt);
    open(page, kit, {kToday - 5, kToday - 3});
    // Without dialogs there is no button that would do nothing.
    QVERIFY(!buttonOf(page, "exportPersonButton")->isVisible());
    page.setDialogs(&dialogs);
    QTest::mouseClick(buttonOf(page, "exportPersonButton"), Qt::LeftButton);
    QCOMPARE(
        dialogs.question().suggestedName, QStringLiteral("threadcount-person-2026-11-17-to-2026-11-19.csv"));
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("nobody.json"));
    dialogs.choose(file, 1);
    QTRY_VERIFY(!noteOf(page).isEmpty());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray content = written.readAll();
    QCOMPARE(content.count("\"user_id\":null"), 1);
    QCOMPARE(content.count("\"day\":"), 1);

    dialogs.choose(QStringLiteral("/nowhere/at/all/one.csv"), 0);
    QTRY_COMPARE(dialogs.count(), std::size_t{1});
    page.setStore(nullptr);
}

void TestPagesEngineer::backIsAButtonAndAKey()
{
    PagesKit kit;
    kit.fillMonth(2);
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(1));
    open(page, kit);
    QSignalSpy back(&page, &EngineerPage::backRequested);

    QTest::mouseClick(buttonOf(page, "backToEngineersButton"), Qt::LeftButton);
    QCOMPARE(back.count(), 1);
    QTest::keySequence(&page, QKeySequence(QKeySequence::Back));
    QTRY_COMPARE(back.count(), 2);
    page.setStore(nullptr);
}

void TestPagesEngineer::longAndRightToLeftNamesStayInTheWindow_data()
{
    QTest::addColumn<QString>("email");
    QTest::newRow("long") << QString(300, u'x') + QStringLiteral("@example.com");
    QTest::newRow("right to left") << QString::fromUtf8("مهندس.برمجيات@example.com");
    QTest::newRow("markup") << QStringLiteral("<b>bold</b>@example.com");
}

void TestPagesEngineer::longAndRightToLeftNamesStayInTheWindow()
{
    QFETCH(QString, email);
    PagesKit kit;
    auto row = PagesKit::usageRow(1, kToday - 3);
    row.turns = 9;
    row.identity.email = email.toStdString();
    kit.writeUsage(Dataset::UsagePerEngineer, {kToday - 3, kToday - 3}, {row});
    EngineerPage page;
    page.setEngineer(PagesKit::idOf(1));
    open(page, kit, {kToday - 3, kToday - 3});
    page.resize(800, 600);
    QTest::qWait(0);
    QCOMPARE(page.title(), email);
    const auto* name = page.findChild<common::ElidedLabel*>(QStringLiteral("engineerName"));
    QVERIFY(name->mapTo(&page, QPoint(name->width(), 0)).x() <= page.width());
    page.setStore(nullptr);
}

QTEST_MAIN(TestPagesEngineer)
#include "tst_pages_engineer.moc"
