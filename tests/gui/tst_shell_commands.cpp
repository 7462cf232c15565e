// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/DropButton.h"
#include "common/SegmentedControl.h"
#include "common/ThemeController.h"
#include "common/Translations.h"
#include "gui/FakeDialogService.h"
#include "shell/CommandPalette.h"
#include "shell/MainWindow.h"
#include "shell/ShortcutsDialog.h"
#include "shell/SyncPanel.h"
#include "support/FakeClock.h"
#include "support/TestCase.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

#include <memory>

using namespace ui::shell;
using namespace ui::common;
using app::core::DayRange;
using app::core::Instant;
using app::core::UtcDay;
using app::models::Granularity;
using State = SyncStatus::State;

namespace {

Instant at(const char* iso)
{
    return Instant(std::chrono::milliseconds(
        QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch()));
}

UtcDay day(const char* iso)
{
    return UtcDay::fromIso(QString::fromLatin1(iso)).value();
}

SyncStatus statusOf(State state)
{
    SyncStatus status;
    status.state = state;
    status.lastSuccessAt = at("2026-11-19T14:05:00Z");
    status.next = at("2026-11-19T18:10:00Z");
    return status;
}

} // namespace

/// What the window can be told to do, by key and by mouse.
class TestShellCommands : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_theme.reset(); }
    void weeklyIsChosenInTheTopBar();
    void longRangesAreWeeklyAndSayWhy();
    void tablesAreSwitchedWhereThereAreCharts();
    void shortcutsAskForWhatTheySay_data();
    void shortcutsAskForWhatTheySay();
    void historyKeysSleepAtTheEnds();
    void findGoesToTheSearchOfThePage();
    void questionMarkAndF1OpenTheSheet_data();
    void questionMarkAndF1OpenTheSheet();
    void everyShortcutStandsOnTheSheet();
    void paletteOpensAPageByKeyboardAlone();
    void paletteTakesEveryEnabledCommand();
    void paletteLeavesOutWhatCannotBeDone();
    void paletteOffersPeople();
    void paletteDropsLateAnswers();
    void paletteGoesAwayAndGivesTheFocusBack_data();
    void paletteGoesAwayAndGivesTheFocusBack();
    void syncPanelFollowsTheStatus();
    void syncPanelStopsARun();
    void workspaceIdIsCopied();
    void customRangeComesFromTheMenu();
    void demoMarksItsData();
    void pagesHaveShortNames();

private:
    struct Fixture
    {
        support::FakeClock clock{at("2026-11-19T15:00:00Z")};
        support::FakeDialogService dialogs;
        MainWindow window{clock, dialogs};

        Fixture()
        {
            for (const char* name : {"overview", "engineers", "codeReview"}) {
                auto* page = new QWidget;
                auto* layout = new QVBoxLayout(page);
                auto* edit = new QLineEdit;
                edit->setObjectName(QString::fromLatin1(name)
                    + (qstrcmp(name, "engineers") == 0 ? QStringLiteral("SearchEdit")
                                                       : QStringLiteral("Edit")));
                edit->setAccessibleName(edit->objectName());
                layout->addWidget(edit);
                window.addPage(QString::fromLatin1(name) + QStringLiteral("Button"), IconName::Grid,
                    QString::fromLatin1(name), page);
            }
            window.show();
            window.activateWindow();
            if (!QTest::qWaitForWindowActive(&window)) {
                qFatal("the window did not become active");
            }
        }
        template <typename T = QWidget> T* find(const char* name)
        {
            auto* found = window.findChild<T*>(QString::fromLatin1(name));
            if (found == nullptr) {
                qFatal("nothing is called %s", name);
            }
            return found;
        }
        void click(const char* name) { QTest::mouseClick(find(name), Qt::LeftButton); }
        static void press(int key, Qt::KeyboardModifiers modifiers = {})
        {
            QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget()
                                                                   : QApplication::activeWindow(),
                static_cast<Qt::Key>(key), modifiers);
        }
        CommandPalette* openPalette()
        {
            press(Qt::Key_K, Qt::ControlModifier);
            return find<CommandPalette>("commandPalette");
        }
        QStringList rows()
        {
            QStringList texts;
            const auto* list = find<QListWidget>("paletteList");
            for (int i = 0; i < list->count(); ++i) {
                texts << list->item(i)->text();
            }
            return texts;
        }
    };
    std::unique_ptr<ThemeController> m_theme;
};

void TestShellCommands::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    installTranslators(*qApp);
    m_theme = std::make_unique<ThemeController>(*qApp, app::settings::Appearance::Light);
}

void TestShellCommands::weeklyIsChosenInTheTopBar()
{
    Fixture f;
    QSignalSpy changed(&f.window, &MainWindow::granularityChanged);
    auto* button = f.find<DropButton>("granularityButton");
    QCOMPARE(button->text(), QStringLiteral("Daily"));

    auto* weekly = f.find<QAction>("weeklyAction");
    QVERIFY(button->menu()->actions().contains(weekly));
    weekly->trigger();

    QCOMPARE(changed.count(), 1);
    QVERIFY(f.window.granularity() == Granularity::Week);
    QCOMPARE(button->text(), QStringLiteral("Weekly"));
    QVERIFY(button->accessibleName().contains(QLatin1String("Weekly")));
    weekly->trigger();
    QCOMPARE(changed.count(), 1);
}

void TestShellCommands::longRangesAreWeeklyAndSayWhy()
{
    Fixture f;
    QSignalSpy changed(&f.window, &MainWindow::granularityChanged);
    auto* daily = f.find<QAction>("dailyAction");
    QVERIFY(daily->isEnabled());

    f.click("range90Button");
    QCOMPARE(f.find<DropButton>("granularityButton")->text(), QStringLiteral("Weekly"));
    QVERIFY(f.find<QAction>("weeklyAction")->isChecked());
    QVERIFY(!daily->isEnabled());
    QVERIFY2(daily->toolTip().contains(QLatin1String("62 days")), qPrintable(daily->toolTip()));

    // The choice was not touched: a short range shows days again.
    f.click("range7Button");
    QCOMPARE(f.find<DropButton>("granularityButton")->text(), QStringLiteral("Daily"));
    QVERIFY(daily->isEnabled() && daily->isChecked());
    QCOMPARE(changed.count(), 0);

    // Exactly 62 days can still be daily, 63 cannot.
    f.window.setCustomRange(DayRange::endingAt(day("2026-11-18"), 62));
    QVERIFY(daily->isEnabled());
    f.window.setCustomRange(DayRange::endingAt(day("2026-11-18"), 63));
    QVERIFY(!daily->isEnabled());
}

void TestShellCommands::tablesAreSwitchedWhereThereAreCharts()
{
    Fixture f;
    QSignalSpy changed(&f.window, &MainWindow::tablesShownChanged);
    QVERIFY(!f.find("displayControl")->isVisible());
    QVERIFY(!f.find<QAction>("tablesAction")->isVisible());

    f.window.setChartsAvailable(true);
    QVERIFY(f.find("displayControl")->isVisible());
    f.click("tablesButton");
    QVERIFY(f.window.areTablesShown());
    QVERIFY(f.find<QAction>("tablesAction")->isChecked());
    f.find<QAction>("tablesAction")->trigger();
    QVERIFY(!f.window.areTablesShown());
    QCOMPARE(f.find<SegmentedControl>("displayControl")->current(), 0);
    QCOMPARE(changed.count(), 2);
}

void TestShellCommands::shortcutsAskForWhatTheySay_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QByteArray>("signal");
    const auto row = [](const char* name, int key, Qt::KeyboardModifiers modifiers, const char* signal) {
        QTest::newRow(name) << key << modifiers << QByteArray(signal);
    };
    row("F5 syncs", Qt::Key_F5, Qt::NoModifier, SIGNAL(syncRequested()));
    row("Ctrl+E exports", Qt::Key_E, Qt::ControlModifier, SIGNAL(exportRequested()));
    row("Ctrl+P prints", Qt::Key_P, Qt::ControlModifier, SIGNAL(printRequested()));
    row("Alt+Left goes back", Qt::Key_Left, Qt::AltModifier, SIGNAL(backRequested()));
    row("Alt+Right goes forward", Qt::Key_Right, Qt::AltModifier, SIGNAL(forwardRequested()));
}

void TestShellCommands::shortcutsAskForWhatTheySay()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(QByteArray, signal);
    Fixture f;
    f.window.setHistory(true, true);
    QSignalSpy asked(&f.window, signal.constData());
    QVERIFY(asked.isValid());
    Fixture::press(key, modifiers);
    QCOMPARE(asked.count(), 1);
}

void TestShellCommands::historyKeysSleepAtTheEnds()
{
    Fixture f;
    QSignalSpy back(&f.window, &MainWindow::backRequested);
    QSignalSpy forward(&f.window, &MainWindow::forwardRequested);
    f.window.setHistory(true, false);
    Fixture::press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(forward.count(), 0);
    Fixture::press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(back.count(), 1);
}

void TestShellCommands::findGoesToTheSearchOfThePage()
{
    Fixture f;
    f.window.setCurrentPage(1);
    f.find("syncButton")->setFocus();
    Fixture::press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), f.find("engineersSearchEdit"));

    // A page without a search of its own: everything can be found in the palette.
    f.window.setCurrentPage(0);
    f.find("syncButton")->setFocus();
    Fixture::press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), f.find("paletteEdit"));
}

void TestShellCommands::questionMarkAndF1OpenTheSheet_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("F1") << int{Qt::Key_F1} << Qt::KeyboardModifiers(Qt::NoModifier);
    QTest::newRow("question mark") << int{Qt::Key_Question} << Qt::KeyboardModifiers(Qt::NoModifier);
}

void TestShellCommands::questionMarkAndF1OpenTheSheet()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    Fixture f;
    f.find("syncButton")->setFocus();
    Fixture::press(key, modifiers);
    auto* sheet = f.window.findChild<ShortcutsDialog*>();
    QVERIFY(sheet);
    QTRY_VERIFY(sheet->isVisible());
    QTest::mouseClick(sheet->findChild<QPushButton*>(), Qt::LeftButton);
    QTRY_VERIFY(!f.window.findChild<ShortcutsDialog*>());
}

void TestShellCommands::everyShortcutStandsOnTheSheet()
{
    Fixture f;
    Fixture::press(Qt::Key_F1);
    auto* sheet = f.window.findChild<ShortcutsDialog*>();
    QVERIFY(sheet);
    QString words;
    for (const QLabel* label : sheet->findChildren<QLabel*>()) {
        words += label->text() + u'\n';
    }
    int checked = 0;
    for (const QAction* action : f.window.actions()) {
        for (const QKeySequence& keys : action->shortcuts()) {
            ++checked;
            QVERIFY2(words.contains(keys.toString(QKeySequence::NativeText)), qPrintable(action->text()));
        }
    }
    QVERIFY(checked >= 12);
    sheet->close();
}

void TestShellCommands::paletteOpensAPageByKeyboardAlone()
{
    Fixture f;
    CommandPalette* palette = f.openPalette();
    QVERIFY(palette->isVisible());
    QCOMPARE(QApplication::focusWidget(), f.find("paletteEdit"));
    QTest::keyClicks(f.find("paletteEdit"), QStringLiteral("code"));
    QCOMPARE(f.rows().constFirst(), QStringLiteral("codeReview"));
    Fixture::press(Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(f.window.currentPage(), 2);

    // With the arrow keys, without typing: the second line is the second page.
    f.openPalette();
    Fixture::press(Qt::Key_Down);
    Fixture::press(Qt::Key_Return);
    QCOMPARE(f.window.currentPage(), 1);
}

void TestShellCommands::paletteTakesEveryEnabledCommand()
{
    Fixture f;
    f.openPalette();
    const QStringList rows = f.rows();
    for (const char* name : {"syncAction", "exportAction", "printAction", "range7Action", "rangeCustomAction",
             "weeklyAction", "appearanceDarkAction", "disconnectAction", "shortcutsAction", "aboutAction"}) {
        QString text = f.find<QAction>(name)->text();
        QVERIFY2(rows.contains(text.remove(u'&')), name);
    }
    // Each can be read aloud with its place and keys.
    const auto* list = f.find<QListWidget>("paletteList");
    const auto sync = list->findItems(QStringLiteral("Sync now"), Qt::MatchExactly);
    QCOMPARE(sync.size(), 1);
    const QString spoken = sync.constFirst()->data(Qt::AccessibleTextRole).toString();
    QVERIFY2(
        spoken.contains(QLatin1String("F5")) && spoken.contains(QLatin1String("File")), qPrintable(spoken));
}

void TestShellCommands::paletteLeavesOutWhatCannotBeDone()
{
    Fixture f;
    f.window.setSyncStatus(statusOf(State::Running));
    f.openPalette();
    QVERIFY(!f.rows().contains(QStringLiteral("Sync now")));
    QVERIFY(f.rows().contains(QStringLiteral("Stop the sync")));
    QVERIFY(!f.rows().contains(QStringLiteral("Charts as tables")));
    QVERIFY(!f.rows().contains(QStringLiteral("Back")));

    QTest::keyClicks(f.find("paletteEdit"), QStringLiteral("zzzz"));
    QVERIFY(f.rows().isEmpty());
    QVERIFY(f.find("paletteNothing")->isVisible());
    Fixture::press(Qt::Key_Return);
    QVERIFY(f.find("commandPalette")->isVisible());
}

void TestShellCommands::paletteOffersPeople()
{
    Fixture f;
    QSignalSpy wanted(&f.window, &MainWindow::peopleWanted);
    QSignalSpy chosen(&f.window, &MainWindow::personChosen);
    f.openPalette();
    QTest::keyClicks(f.find("paletteEdit"), QStringLiteral("q"));
    QCOMPARE(wanted.count(), 0);
    QTest::keyClicks(f.find("paletteEdit"), QStringLiteral("uinn"));
    QCOMPARE(wanted.last().at(0).toString(), QStringLiteral("quinn"));

    f.window.setFoundPeople(QStringLiteral("quinn"), {{"user-7", QStringLiteral("quinn@halden.example")}});
    QCOMPARE(f.rows(), QStringList{QStringLiteral("quinn@halden.example")});
    Fixture::press(Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).value<std::string>(), std::string("user-7"));
}

void TestShellCommands::paletteDropsLateAnswers()
{
    Fixture f;
    f.openPalette();
    QTest::keyClicks(f.find("paletteEdit"), QStringLiteral("quinn"));
    f.window.setFoundPeople(QStringLiteral("qui"), {{"user-7", QStringLiteral("quirin@halden.example")}});
    QVERIFY(f.rows().isEmpty());
}

void TestShellCommands::paletteGoesAwayAndGivesTheFocusBack_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("Escape") << QStringLiteral("escape");
    QTest::newRow("a click beside it") << QStringLiteral("click");
}

void TestShellCommands::paletteGoesAwayAndGivesTheFocusBack()
{
    QFETCH(QString, how);
    Fixture f;
    f.find("syncButton")->setFocus(Qt::TabFocusReason);
    CommandPalette* palette = f.openPalette();
    // Tab stays inside.
    Fixture::press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), f.find("paletteEdit"));
    if (how == QLatin1String("escape")) {
        Fixture::press(Qt::Key_Escape);
    } else {
        QTest::mouseClick(f.find("pageTitle"), Qt::LeftButton);
    }
    QVERIFY(!palette->isVisible());
    QCOMPARE(QApplication::focusWidget(), f.find("syncButton"));
}

void TestShellCommands::syncPanelFollowsTheStatus()
{
    Fixture f;
    QSignalSpy asked(&f.window, &MainWindow::syncRequested);
    f.window.setSyncStatus(statusOf(State::Idle));
    f.click("syncPill");
    auto* panel = f.find<SyncPanel>("syncPanel");
    QVERIFY(panel->isVisible());
    const auto words = [panel] {
        QString all;
        for (const QLabel* label : panel->findChildren<QLabel*>()) {
            all += label->isVisible() ? label->text() + u'\n' : QString();
        }
        return all;
    };
    QVERIFY2(words().contains(QLatin1String("14:05 UTC (55 min ago)")), qPrintable(words()));
    QVERIFY(words().contains(QLatin1String("about 18:10 UTC")));
    QVERIFY(!f.find("syncPanelProgress")->isVisible());

    // The age moves on with the clock while it is open.
    f.clock.set(at("2026-11-19T16:05:00Z"));
    f.window.refreshDay();
    QVERIFY2(words().contains(QLatin1String("14:05 UTC (2 h ago)")), qPrintable(words()));

    SyncStatus running = statusOf(State::Running);
    app::sync::SyncProgress progress;
    progress.phase = app::sync::SyncProgress::Phase::Fetching;
    progress.windowsDone = 3;
    progress.windowsTotal = 5;
    running.progress = progress;
    f.window.setSyncStatus(running);
    QVERIFY(words().contains(QLatin1String("Syncing, 3 of 5")));
    QCOMPARE(f.find<QProgressBar>("syncPanelProgress")->value(), 600);
    QVERIFY(!f.find("syncPanelSyncButton")->isVisible());

    f.window.setSyncStatus(statusOf(State::Idle));
    f.click("syncPanelSyncButton");
    QCOMPARE(asked.count(), 1);
    QVERIFY(!panel->isVisible());
}

void TestShellCommands::syncPanelStopsARun()
{
    Fixture f;
    QSignalSpy stopped(&f.window, &MainWindow::syncCancelRequested);
    f.window.setSyncStatus(statusOf(State::Running));
    f.find("syncPill")->setFocus(Qt::TabFocusReason);
    Fixture::press(Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget(), f.find("syncPanelStopButton"));
    Fixture::press(Qt::Key_Space);
    QCOMPARE(stopped.count(), 1);
    QCOMPARE(QApplication::focusWidget(), f.find("syncPill"));
}

void TestShellCommands::workspaceIdIsCopied()
{
    Fixture f;
    const QString id = QStringLiteral("1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21");
    f.window.setWorkspace(*app::core::WorkspaceId::parse(id));
    const auto* button = f.find<DropButton>("workspaceButton");
    QVERIFY(button->text().startsWith(QLatin1String("1f6f0c1e")));
    auto* copy = f.find<QAction>("copyWorkspaceAction");
    QVERIFY(button->menu()->actions().contains(copy));
    QVERIFY(button->menu()->actions().contains(f.find<QAction>("disconnectAction")));
    copy->trigger();
    QCOMPARE(QApplication::clipboard()->text(), id);
}

void TestShellCommands::customRangeComesFromTheMenu()
{
    Fixture f;
    expectWarning(QStringLiteral("^This plugin does not support raise"));
    expectWarning(QStringLiteral("^This plugin does not support grabbing the keyboard"));
    f.find<QAction>("rangeCustomAction")->trigger();
    QVERIFY(f.find("rangePopup")->isVisible());
    QTest::keyClick(f.find("rangePopup"), Qt::Key_Escape);
    QVERIFY(f.find<QAbstractButton>("range30Button")->isChecked());
}

void TestShellCommands::demoMarksItsData()
{
    Fixture f;
    QVERIFY(f.window.dataMark().isEmpty());
    f.window.setSource(MainWindow::Source::Demo);
    QCOMPARE(f.window.dataMark(), QStringLiteral("Demo data"));
    f.window.setSource(MainWindow::Source::OtherAddress, QStringLiteral("https://proxy.example"));
    QVERIFY(f.window.dataMark().isEmpty());
}

void TestShellCommands::pagesHaveShortNames()
{
    Fixture f;
    // An ampersand in a title is no mark of a letter.
    f.window.addPage(
        QStringLiteral("bothButton"), IconName::Grid, QStringLiteral("Surfaces & models"), new QWidget);
    f.openPalette();
    QVERIFY2(f.rows().contains(QStringLiteral("Surfaces & models")), qPrintable(f.rows().join(u'\n')));
    Fixture::press(Qt::Key_Escape);
    QCOMPARE(f.window.pageName(2), QStringLiteral("code-review"));
    QCOMPARE(f.window.pageNamed(QStringLiteral("engineers")), 1);
    QCOMPARE(f.window.pageNamed(QStringLiteral("nothing")), -1);
    QCOMPARE(f.window.pageNamed(QString()), -1);
}

QTEST_MAIN(TestShellCommands)

#include "tst_shell_commands.moc"
