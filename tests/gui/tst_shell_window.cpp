// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Banner.h"
#include "common/FocusRing.h"
#include "common/PillButton.h"
#include "common/ThemeController.h"
#include "common/Translations.h"
#include "gui/FakeDialogService.h"
#include "shell/MainWindow.h"
#include "shell/NavigationBar.h"
#include "shell/RangePopup.h"
#include "support/FakeClock.h"
#include "support/TestCase.h"

#include <QApplication>
#include <QDateEdit>
#include <QDateTime>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>
#include <set>

using namespace ui::shell;
using namespace ui::common;
using app::core::DayRange;
using app::core::Error;
using app::core::ErrorKind;
using app::core::Instant;
using app::core::UtcDay;
using app::records::Coverage;
using app::records::DayState;
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
    status.keyHint = QString::fromUtf8("\u20267QXD");
    return status;
}

SyncStatus failedWith(ErrorKind kind)
{
    SyncStatus status = statusOf(State::Failed);
    Error error;
    error.kind = kind;
    error.detail = QStringLiteral("answer 503 <b>of</b> the service");
    status.error = error;
    return status;
}

Coverage coverageOf(DayRange range, int missingAt)
{
    Coverage coverage;
    coverage.range = range;
    for (auto& dataset : coverage.perDataset) {
        for (int i = 0; i < range.length(); ++i) {
            dataset.push_back(i == missingAt  ? DayState::Missing
                    : i >= range.length() - 2 ? DayState::Provisional
                                              : DayState::Final);
        }
    }
    return coverage;
}

} // namespace

class TestShellWindow : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_theme.reset(); }
    void choosesAPageByMouse();
    void aPageIsMadeWhenItIsFirstShown();
    void choosesAPageByShortcut();
    void choosesAPageByArrowKeys();
    void syncsOnceWithF5();
    void syncsOnceWithTheButton();
    void doesNotSyncASecondTimeWhileSyncing();
    void rangeBeginsWithThirtyDaysThatEndYesterday();
    void choosesAPreset_data();
    void choosesAPreset();
    void choosingTheSameRangeAgainChangesNothing();
    void presetMovesOnWithTheUtcDay();
    void customRangeStaysWhenTheDayChanges();
    void customRangeIsTypedAndApplied();
    void escapeKeepsTheOldRange();
    void customRangeStaysInsideTheAskedDays();
    void saysHowCompleteTheRangeIs();
    void fetchAgainAsksForASync();
    void pageSentenceWins();
    void showsTheKeyHint();
    void failureSaysCauseAndNextStep_data();
    void failureSaysCauseAndNextStep();
    void detailsArePlainText();
    void bannersEscapeMarkup();
    void missingKeyOffersToEnterIt();
    void saysWhereTheDataComesFrom();
    void noticeCanBeClosed();
    void disconnectAsksFirst();
    void disconnectLeadsToErase();
    void altShowsTheMenuBar();
    void altWithAnotherKeyShowsNoMenu();
    void navigationFoldsInANarrowWindow();
    void everythingFitsIntoTheSmallestWindow();
    void keyboardReachesEveryControl();
    void everyControlHasAName();
    void focusRingFollowsTheKeyboard();
    void appearanceIsChosenInTheMenu();

private:
    struct Fixture
    {
        support::FakeClock clock{at("2026-11-19T15:00:00Z")};
        support::FakeDialogService dialogs;
        MainWindow window{clock, dialogs};

        Fixture()
        {
            for (const char* name : {"Overview", "Engineers", "Review"}) {
                auto* page = new QWidget;
                auto* layout = new QVBoxLayout(page);
                auto* button = new QPushButton(QString::fromLatin1(name));
                button->setObjectName(QStringLiteral("page") + QString::fromLatin1(name));
                button->setAccessibleName(button->text());
                layout->addWidget(button);
                window.addPage(QStringLiteral("nav") + QString::fromLatin1(name), IconName::Grid,
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
                qFatal("no widget %s", name);
            }
            return found;
        }
        void click(const char* name) { QTest::mouseClick(find(name), Qt::LeftButton); }
        // The offscreen platform says so when a popup opens.
        RangePopup* openPopup()
        {
            expectPopup();
            click("rangeCustomButton");
            return find<RangePopup>("rangePopup");
        }
        static void expectPopup()
        {
            expectWarning(QStringLiteral("^This plugin does not support raise"));
            expectWarning(QStringLiteral("^This plugin does not support grabbing the keyboard"));
        }
    };
    std::unique_ptr<ThemeController> m_theme;
};

void TestShellWindow::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    installTranslators(*qApp);
    m_theme = std::make_unique<ThemeController>(*qApp, app::settings::Appearance::Light);
}

void TestShellWindow::choosesAPageByMouse()
{
    Fixture f;
    QSignalSpy changed(&f.window, &MainWindow::pageChanged);

    f.click("navEngineers");

    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toInt(), 1);
    QCOMPARE(f.window.currentPage(), 1);
    QCOMPARE(f.find<QLabel>("pageTitle")->text(), QStringLiteral("Engineers"));
    QVERIFY(f.find("pageEngineers")->isVisible());
    QVERIFY(!f.find("pageOverview")->isVisible());
}

void TestShellWindow::aPageIsMadeWhenItIsFirstShown()
{
    Fixture shown;
    int made = 0;
    QWidget* late = nullptr;
    const int index = shown.window.addPage(QStringLiteral("lateButton"), IconName::Coin,
        QStringLiteral("Late"), [&](int place, QWidget* parent) {
            ++made;
            late = new QPushButton(QString::number(place), parent);
            return late;
        });
    QCOMPARE(made, 0);

    shown.window.setCurrentPage(index);
    shown.window.setCurrentPage(0);
    shown.window.setCurrentPage(index);

    QCOMPARE(made, 1);
    QCOMPARE(shown.window.currentWidget(), late);
    QCOMPARE(static_cast<QPushButton*>(late)->text(), QString::number(index));
    QVERIFY(late->isVisible());
    // Tab leads from the page to the strip below it.
    const QWidget* next = late->nextInFocusChain();
    while (next != late && !shown.find("statusStrip")->isAncestorOf(next)) {
        QVERIFY2(!shown.find("topBar")->isAncestorOf(next), "the top bar comes first");
        next = next->nextInFocusChain();
    }
    QVERIFY(next != late);
}

void TestShellWindow::choosesAPageByShortcut()
{
    Fixture f;
    QTest::keyClick(&f.window, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(f.window.currentPage(), 2);
    QVERIFY(f.find<QAbstractButton>("navReview")->isChecked());
    QTest::keyClick(&f.window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(f.window.currentPage(), 0);
}

void TestShellWindow::choosesAPageByArrowKeys()
{
    Fixture f;
    f.find("navOverview")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(f.window.currentPage(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QCOMPARE(f.window.currentPage(), 0);
}

void TestShellWindow::syncsOnceWithF5()
{
    Fixture f;
    QSignalSpy asked(&f.window, &MainWindow::syncRequested);
    QTest::keyClick(&f.window, Qt::Key_F5);
    QCOMPARE(asked.count(), 1);
}

void TestShellWindow::syncsOnceWithTheButton()
{
    Fixture f;
    QSignalSpy asked(&f.window, &MainWindow::syncRequested);
    f.click("syncButton");
    QCOMPARE(asked.count(), 1);
}

void TestShellWindow::doesNotSyncASecondTimeWhileSyncing()
{
    Fixture f;
    QSignalSpy asked(&f.window, &MainWindow::syncRequested);
    QSignalSpy stopped(&f.window, &MainWindow::syncCancelRequested);
    f.window.setSyncStatus(statusOf(State::Running));

    QTest::keyClick(&f.window, Qt::Key_F5);
    f.click("syncButton");
    QCOMPARE(asked.count(), 0);

    auto* stop = f.window.findChild<QAction*>(QStringLiteral("stopSyncAction"));
    QVERIFY(stop->isEnabled());
    stop->trigger();
    QCOMPARE(stopped.count(), 1);

    f.window.setSyncStatus(statusOf(State::Idle));
    QTest::keyClick(&f.window, Qt::Key_F5);
    QCOMPARE(asked.count(), 1);
    QVERIFY(!stop->isEnabled());
}

void TestShellWindow::rangeBeginsWithThirtyDaysThatEndYesterday()
{
    Fixture f;
    QCOMPARE(f.window.preset(), RangePreset::Days30);
    QCOMPARE(f.window.range(), (DayRange{day("2026-10-20"), day("2026-11-18")}));
    QVERIFY(f.find<QAbstractButton>("range30Button")->isChecked());
}

void TestShellWindow::choosesAPreset_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<int>("days");
    QTest::newRow("7 days") << QStringLiteral("range7Button") << 7;
    QTest::newRow("90 days") << QStringLiteral("range90Button") << 90;
}

void TestShellWindow::choosesAPreset()
{
    QFETCH(QString, button);
    QFETCH(int, days);
    Fixture f;
    QSignalSpy changed(&f.window, &MainWindow::rangeChanged);

    f.click(button.toLatin1().constData());

    QCOMPARE(changed.count(), 1);
    const auto range = changed.at(0).at(0).value<DayRange>();
    QCOMPARE(range, DayRange::endingAt(day("2026-11-18"), days));
    QCOMPARE(f.window.range(), range);
}

void TestShellWindow::choosingTheSameRangeAgainChangesNothing()
{
    Fixture f;
    QSignalSpy changed(&f.window, &MainWindow::rangeChanged);
    f.click("range30Button");
    QCOMPARE(changed.count(), 0);
}

void TestShellWindow::presetMovesOnWithTheUtcDay()
{
    Fixture f;
    QSignalSpy changed(&f.window, &MainWindow::rangeChanged);

    f.clock.set(at("2026-11-19T23:59:59Z"));
    f.window.refreshDay();
    QCOMPARE(changed.count(), 0);

    f.clock.set(at("2026-11-20T00:00:00Z"));
    f.window.refreshDay();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(f.window.range(), (DayRange{day("2026-10-21"), day("2026-11-19")}));

    // The computer slept for a week.
    f.clock.set(at("2026-11-27T08:00:00Z"));
    f.window.refreshDay();
    QCOMPARE(changed.count(), 2);
    QCOMPARE(f.window.range().last, day("2026-11-26"));
}

void TestShellWindow::customRangeStaysWhenTheDayChanges()
{
    Fixture f;
    RangePopup* popup = f.openPopup();
    Q_EMIT popup->rangeChosen({day("2026-11-01"), day("2026-11-05")});
    popup->hide();
    QCOMPARE(f.window.preset(), RangePreset::Custom);

    f.clock.set(at("2026-11-20T00:00:00Z"));
    f.window.refreshDay();

    QCOMPARE(f.window.range(), (DayRange{day("2026-11-01"), day("2026-11-05")}));
    QVERIFY(f.find<QAbstractButton>("rangeCustomButton")->isChecked());
}

void TestShellWindow::customRangeIsTypedAndApplied()
{
    Fixture f;
    QSignalSpy changed(&f.window, &MainWindow::rangeChanged);
    RangePopup* popup = f.openPopup();
    QVERIFY(popup->isVisible());
    auto* first = f.find<QDateEdit>("rangeFirstEdit");
    auto* last = f.find<QDateEdit>("rangeLastEdit");
    QCOMPARE(first->date(), QDate(2026, 10, 20));
    QCOMPARE(last->date(), QDate(2026, 11, 18));

    // The day section is selected at first: two days up, and one up in the other field, which includes today.
    QTest::keyClick(first, Qt::Key_Up);
    QTest::keyClick(first, Qt::Key_Up);
    QTest::keyClick(last, Qt::Key_Up);
    QTest::mouseClick(f.find("rangeApplyButton"), Qt::LeftButton);

    QVERIFY(!popup->isVisible());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(f.window.range(), (DayRange{day("2026-10-22"), day("2026-11-19")}));
    QCOMPARE(f.window.preset(), RangePreset::Custom);
}

void TestShellWindow::escapeKeepsTheOldRange()
{
    Fixture f;
    QSignalSpy changed(&f.window, &MainWindow::rangeChanged);
    RangePopup* popup = f.openPopup();
    QVERIFY(f.find<QAbstractButton>("rangeCustomButton")->isChecked());

    QTest::keyClick(popup, Qt::Key_Escape);

    QVERIFY(!popup->isVisible());
    QCOMPARE(changed.count(), 0);
    QVERIFY(f.find<QAbstractButton>("range30Button")->isChecked());
    QCOMPARE(f.window.preset(), RangePreset::Days30);
}

void TestShellWindow::customRangeStaysInsideTheAskedDays()
{
    Fixture f;
    f.window.setGoalFrom(day("2026-11-10"));
    RangePopup* popup = f.openPopup();
    auto* first = f.find<QDateEdit>("rangeFirstEdit");
    auto* last = f.find<QDateEdit>("rangeLastEdit");
    QCOMPARE(first->minimumDate(), QDate(2026, 11, 10));
    QCOMPARE(first->date(), QDate(2026, 11, 10));
    QCOMPARE(last->maximumDate(), QDate(2026, 11, 19));

    first->setDate(QDate(2026, 11, 19));
    QCOMPARE(last->date(), QDate(2026, 11, 19));
    QCOMPARE(last->minimumDate(), QDate(2026, 11, 19));
    QTest::keyClick(popup, Qt::Key_Escape);
}

void TestShellWindow::saysHowCompleteTheRangeIs()
{
    Fixture f;
    f.window.setCoverage(coverageOf(f.window.range(), 9));
    QCOMPARE(f.find<QLabel>("coverageLabel")->text(), QStringLiteral("29 of 30 days"));
    QCOMPARE(f.find("coverageDetails")->accessibleName(),
        QString::fromUtf8("\u00b7 27 final \u00b7 2 provisional \u00b7 1 missing (29 Oct)"));
    QCOMPARE(f.find("periodSentence")->accessibleName(),
        QString::fromUtf8("20 Oct to 18 Nov 2026, UTC days \u00b7 based on 29 of 30 days, 2 provisional"));
    QVERIFY(f.find("fetchMissingButton")->isVisible());

    f.window.setCoverage(coverageOf(f.window.range(), -1));
    QCOMPARE(f.find<QLabel>("coverageLabel")->text(), QStringLiteral("30 of 30 days"));
    QVERIFY(!f.find("fetchMissingButton")->isVisible());
}

void TestShellWindow::fetchAgainAsksForASync()
{
    Fixture f;
    QSignalSpy asked(&f.window, &MainWindow::syncRequested);
    f.window.setCoverage(coverageOf(f.window.range(), 9));
    f.click("fetchMissingButton");
    QCOMPARE(asked.count(), 1);

    f.window.setSyncStatus(statusOf(State::Running));
    QVERIFY(!f.find("fetchMissingButton")->isVisible());
}

void TestShellWindow::pageSentenceWins()
{
    Fixture f;
    f.window.setPeriodSentence(1, QStringLiteral("a sentence of its own"));
    QVERIFY(f.find("periodSentence")->accessibleName().startsWith(QStringLiteral("20 Oct")));
    f.window.setCurrentPage(1);
    QCOMPARE(f.find("periodSentence")->accessibleName(), QStringLiteral("a sentence of its own"));
}

void TestShellWindow::showsTheKeyHint()
{
    Fixture f;
    QCOMPARE(f.find<QLabel>("keyLabel")->text(), QStringLiteral("No key"));
    f.window.setSyncStatus(statusOf(State::Idle));
    QCOMPARE(f.find<QLabel>("keyLabel")->text(), QString::fromUtf8("Key \u20267QXD"));
    QCOMPARE(f.find<PillButton>("syncPill")->text(), QStringLiteral("Synced 14:05 UTC"));
    QCOMPARE(
        f.find("syncTimes")->accessibleName(), QStringLiteral("Last sync 14:05 UTC, next about 18:10 UTC"));
}

void TestShellWindow::failureSaysCauseAndNextStep_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("signal");
    QTest::newRow("server trouble: again") << ErrorKind::ServiceUnavailable << QStringLiteral("sync");
    QTest::newRow("key rejected: another key") << ErrorKind::KeyRejected << QStringLiteral("key");
    QTest::newRow("access denied: again") << ErrorKind::AccessDenied << QStringLiteral("sync");
    QTest::newRow("moved: again") << ErrorKind::ServiceMoved << QStringLiteral("sync");
    QTest::newRow("wrong workspace: setup") << ErrorKind::WorkspaceNotFound << QStringLiteral("setup");
    QTest::newRow("disk full: again") << ErrorKind::StoreFull << QStringLiteral("sync");
    QTest::newRow("scope missing: again") << ErrorKind::ScopeMissing << QStringLiteral("sync");
}

void TestShellWindow::failureSaysCauseAndNextStep()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, signal);
    Fixture f;
    QSignalSpy sync(&f.window, &MainWindow::syncRequested);
    QSignalSpy key(&f.window, &MainWindow::enterKeyRequested);
    QSignalSpy setup(&f.window, &MainWindow::setupRequested);
    auto* banner = f.find<Banner>("failureBanner");
    QVERIFY(!banner->isVisible());

    SyncStatus status = failedWith(kind);
    if (kind == ErrorKind::KeyRejected || kind == ErrorKind::AccessDenied || kind == ErrorKind::ScopeMissing
        || kind == ErrorKind::ServiceMoved) {
        status.state = State::Stopped;
    }
    f.window.setSyncStatus(status);
    QVERIFY(banner->isVisible());
    QVERIFY(!banner->lead().isEmpty());
    QVERIFY(!banner->text().isEmpty());
    // The text of the server stays out of the banner.
    QVERIFY(!banner->text().contains(QStringLiteral("of</b> the service")));
    f.click("failureButton");
    QCOMPARE(sync.count(), signal == QStringLiteral("sync") ? 1 : 0);
    QCOMPARE(key.count(), signal == QStringLiteral("key") ? 1 : 0);
    QCOMPARE(setup.count(), signal == QStringLiteral("setup") ? 1 : 0);

    f.window.setSyncStatus(statusOf(State::Idle));
    QVERIFY(!banner->isVisible());
}

void TestShellWindow::detailsArePlainText()
{
    Fixture f;
    f.window.setSyncStatus(failedWith(ErrorKind::ServiceUnavailable));
    f.click("failureDetailsButton");
    QCOMPARE(f.dialogs.count(), std::size_t{1});
    QVERIFY(f.dialogs.last().text.contains(QStringLiteral("answer 503 <b>of</b> the service")));

    MessageBoxDialogService real;
    int answered = 7;
    real.open(&f.window, f.dialogs.last(), [&answered](int button) { answered = button; });
    auto* informative = f.window.findChild<QLabel*>(QStringLiteral("qt_msgbox_informativelabel"));
    QVERIFY(informative != nullptr);
    QCOMPARE(informative->textFormat(), Qt::PlainText);
    QTest::mouseClick(f.find("errorDetailsButton0"), Qt::LeftButton);
    QTRY_COMPARE(answered, 0);
}

void TestShellWindow::bannersEscapeMarkup()
{
    Banner banner;
    banner.setMessage(
        Banner::Level::Warning, QStringLiteral("<i>lead</i>"), QStringLiteral("<img src=x> & co"));
    bool found = false;
    for (const QLabel* label : banner.findChildren<QLabel*>()) {
        QVERIFY(!label->text().contains(QStringLiteral("<img")));
        QVERIFY(!label->text().contains(QStringLiteral("<i>")));
        found = found || label->text().contains(QStringLiteral("&lt;img src=x&gt; &amp; co"));
    }
    QVERIFY(found);
}

void TestShellWindow::missingKeyOffersToEnterIt()
{
    Fixture f;
    QSignalSpy key(&f.window, &MainWindow::enterKeyRequested);
    QSignalSpy again(&f.window, &MainWindow::syncRequested);
    const auto* banner = f.find<Banner>("failureBanner");
    QStringList leads;
    using ui::shell::KeyTrouble;
    for (const KeyTrouble trouble : {KeyTrouble::SessionEnded, KeyTrouble::Disconnected, KeyTrouble::Lost,
             KeyTrouble::Locked, KeyTrouble::Denied, KeyTrouble::Silent, KeyTrouble::Unavailable}) {
        SyncStatus status = statusOf(State::NeedsKey);
        status.keyTrouble = trouble;
        f.window.setSyncStatus(status);
        QVERIFY(banner->isVisible());
        QVERIFY(!leads.contains(banner->lead()));
        leads << banner->lead();
        const bool mayOpenLater = trouble != KeyTrouble::SessionEnded && trouble != KeyTrouble::Disconnected
            && trouble != KeyTrouble::Lost;
        key.clear();
        again.clear();
        f.click("failureButton");
        QCOMPARE(key.count(), mayOpenLater ? 0 : 1);
        QCOMPARE(again.count(), mayOpenLater ? 1 : 0);
        if (mayOpenLater) {
            f.click("failureSecondButton");
            QCOMPARE(key.count(), 1);
        }
    }
}

void TestShellWindow::saysWhereTheDataComesFrom()
{
    Fixture f;
    auto* banner = f.find<Banner>("sourceBanner");
    QVERIFY(!banner->isVisible());
    QVERIFY(!f.find("demoPill")->isVisible());

    f.window.setSource(MainWindow::Source::OtherAddress, QStringLiteral("https://proxy.example/base/"));
    QVERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(QStringLiteral("https://proxy.example/base/")));

    f.window.setSource(MainWindow::Source::Demo);
    QVERIFY(banner->isVisible());
    QVERIFY(f.find("demoPill")->isVisible());
    QVERIFY(f.window.windowTitle().contains(QStringLiteral("demo data")));

    f.window.setSource(MainWindow::Source::Service);
    QVERIFY(!banner->isVisible());
    QCOMPARE(f.window.windowTitle(), QStringLiteral("Threadcount"));
}

void TestShellWindow::noticeCanBeClosed()
{
    Fixture f;
    f.window.setNotice(
        QStringLiteral("The settings could not be read."), QStringLiteral("Defaults are used."));
    QVERIFY(f.find("noticeBanner")->isVisible());
    f.click("noticeCloseButton");
    QVERIFY(!f.find("noticeBanner")->isVisible());
}

void TestShellWindow::disconnectAsksFirst()
{
    Fixture f;
    QSignalSpy disconnected(&f.window, &MainWindow::disconnectRequested);
    QSignalSpy erased(&f.window, &MainWindow::eraseWanted);
    auto* action = f.window.findChild<QAction*>(QStringLiteral("disconnectAction"));

    action->trigger();
    QCOMPARE(f.dialogs.last().buttons.at(0).kind, DialogButton::Kind::Cancel);
    f.dialogs.answer(0);
    action->trigger();
    f.dialogs.answer(-1);
    QCOMPARE(disconnected.count(), 0);

    action->trigger();
    f.dialogs.answer(1);
    QCOMPARE(disconnected.count(), 1);
    QCOMPARE(erased.count(), 0);
}

void TestShellWindow::disconnectLeadsToErase()
{
    Fixture f;
    QSignalSpy disconnected(&f.window, &MainWindow::disconnectRequested);
    QSignalSpy erased(&f.window, &MainWindow::eraseWanted);

    f.window.askToDisconnect();
    f.dialogs.answer(2);
    QCOMPARE(erased.count(), 1);
    QCOMPARE(disconnected.count(), 0);
}

void TestShellWindow::altShowsTheMenuBar()
{
    Fixture f;
    f.find("syncButton")->setFocus(Qt::TabFocusReason);
    QVERIFY(!f.window.menuBar()->isVisible());

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Alt);
    QVERIFY(f.window.menuBar()->isVisible());
    QCOMPARE(QApplication::focusWidget(), f.window.menuBar());

    QCOMPARE(f.window.menuBar()->activeAction(), f.window.menuBar()->actions().constFirst());

    QTest::keyClick(f.window.menuBar(), Qt::Key_Escape);
    QTRY_VERIFY(!f.window.menuBar()->isVisible());
    QCOMPARE(QApplication::focusWidget(), f.find("syncButton"));
}

void TestShellWindow::altWithAnotherKeyShowsNoMenu()
{
    Fixture f;
    QTest::keyPress(&f.window, Qt::Key_Alt, Qt::AltModifier);
    QTest::keyClick(&f.window, Qt::Key_Left, Qt::AltModifier);
    QTest::keyRelease(&f.window, Qt::Key_Alt);
    QVERIFY(!f.window.menuBar()->isVisible());
}

void TestShellWindow::navigationFoldsInANarrowWindow()
{
    Fixture f;
    auto* navigation = f.find<NavigationBar>("navigation");
    f.window.resize(1440, 900);
    QTRY_VERIFY(!navigation->isFolded());
    QCOMPARE(navigation->width(), 216);

    f.window.resize(1279, 800);
    QTRY_VERIFY(navigation->isFolded());
    QTRY_COMPARE(navigation->width(), 56);
    QCOMPARE(f.find("navEngineers")->toolTip(), QStringLiteral("Engineers"));
    QCOMPARE(f.find("navEngineers")->accessibleName(), QStringLiteral("Engineers"));

    f.window.resize(1280, 800);
    QTRY_VERIFY(!navigation->isFolded());
    QVERIFY(f.find("navEngineers")->toolTip().isEmpty());
}

void TestShellWindow::everythingFitsIntoTheSmallestWindow()
{
    Fixture f;
    f.window.setWorkspace(*app::core::WorkspaceId::parse(u"1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21"));
    f.window.setSource(MainWindow::Source::Demo);
    SyncStatus waiting = statusOf(State::Waiting);
    waiting.next = at("2026-11-21T18:10:00Z");
    f.window.setSyncStatus(waiting);
    f.window.setPreset(RangePreset::Days90);
    f.window.setCoverage(coverageOf(f.window.range(), 9));
    f.window.resize(1024, 700);
    QTRY_COMPARE(f.window.size(), QSize(1024, 700));
    QVERIFY2(f.window.centralWidget()->minimumSizeHint().width() <= 1024,
        qPrintable(QString::number(f.window.centralWidget()->minimumSizeHint().width())));
    QVERIFY(f.window.centralWidget()->minimumSizeHint().height() <= 700);
    const QWidget* button = f.find("syncButton");
    QVERIFY(button->mapTo(&f.window, QPoint(button->width(), 0)).x() <= 1024);
}

void TestShellWindow::keyboardReachesEveryControl()
{
    Fixture f;
    f.window.setCoverage(coverageOf(f.window.range(), 9));
    f.window.setNotice(QStringLiteral("A notice."), QStringLiteral("To be closed."));
    f.window.setSyncStatus(failedWith(ErrorKind::ServiceUnavailable));
    f.find("navOverview")->setFocus(Qt::TabFocusReason);

    QStringList order;
    for (int i = 0; i < 40; ++i) {
        const QString name = QApplication::focusWidget()->objectName();
        if (order.contains(name)) {
            break;
        }
        order << name;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }

    QCOMPARE(order,
        (QStringList{QStringLiteral("navOverview"), QStringLiteral("goToButton"),
            QStringLiteral("workspaceButton"), QStringLiteral("range30Button"),
            QStringLiteral("granularityButton"), QStringLiteral("syncPill"), QStringLiteral("syncButton"),
            QStringLiteral("noticeCloseButton"), QStringLiteral("failureDetailsButton"),
            QStringLiteral("failureButton"), QStringLiteral("exportButton"), QStringLiteral("pageOverview"),
            QStringLiteral("fetchMissingButton")}));

    // The other ranges are one arrow away, the last one by opening its popup.
    f.find("range30Button")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(f.window.preset(), RangePreset::Days90);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(f.window.preset(), RangePreset::Days7);
}

void TestShellWindow::everyControlHasAName()
{
    Fixture f;
    QStringList nameless;
    std::set<QString> seen;
    for (QWidget* widget : f.window.findChildren<QWidget*>()) {
        const bool interactive = qobject_cast<QAbstractButton*>(widget) != nullptr
            || qobject_cast<QDateEdit*>(widget) != nullptr;
        if (!interactive || widget->objectName().startsWith(QStringLiteral("qt_"))) {
            continue;
        }
        if (widget->objectName().isEmpty() || widget->accessibleName().isEmpty()
            || !seen.insert(widget->objectName()).second) {
            nameless << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        }
    }
    QCOMPARE(nameless, QStringList());
    QVERIFY(seen.size() >= 15);
}

void TestShellWindow::focusRingFollowsTheKeyboard()
{
    Fixture f;
    auto* ring = m_theme->findChild<FocusRing*>();
    QVERIFY(ring != nullptr);
    f.find("syncButton")->setFocus(Qt::TabFocusReason);
    f.find("navOverview")->setFocus(Qt::TabFocusReason);
    QCOMPARE(ring->target(), f.find("navOverview"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(ring->target(), f.find("goToButton"));

    // After a click it would only distract.
    f.click("syncButton");
    QVERIFY(ring->target() == nullptr);

    // A mark of two pixels in the focus colour is really painted, one pixel outside of the control.
    auto* button = f.find("pageOverview");
    button->setFocus(Qt::TabFocusReason);
    QCOMPARE(ring->target(), button);
    const QImage shot = f.window.grab().toImage();
    const QPoint left = button->mapTo(&f.window, QPoint(-2, button->height() / 2));
    QCOMPARE(shot.pixelColor(left), m_theme->theme().color(Token::Focus));
}

void TestShellWindow::appearanceIsChosenInTheMenu()
{
    Fixture f;
    QSignalSpy chosen(&f.window, &MainWindow::appearanceChosen);
    f.window.findChild<QAction*>(QStringLiteral("appearanceDarkAction"))->trigger();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).value<app::settings::Appearance>(), app::settings::Appearance::Dark);
    f.window.setAppearance(app::settings::Appearance::Light);
    QVERIFY(f.window.findChild<QAction*>(QStringLiteral("appearanceLightAction"))->isChecked());
    QCOMPARE(chosen.count(), 1);
}

QTEST_MAIN(TestShellWindow)

#include "tst_shell_window.moc"
