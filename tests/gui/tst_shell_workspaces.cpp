// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Translations.h"
#include "gui/ShellKit.h"
#include "pages/OverviewPage.h"
#include "store/RequestLedger.h"
#include "store/WorkspaceLock.h"
#include "support/TestCase.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace app::core;
using namespace app::simulator;
using namespace std::chrono_literals;
using support::Seed;
using support::ShellKit;
using support::TestKeychain;
using ui::shell::KeyTrouble;
using ui::shell::SyncStatus;
using ui::shell::WorkspaceSession;
using State = SyncStatus::State;

namespace {

Profile company()
{
    Profile profile;
    profile.engineers = 5;
    profile.days = 40;
    profile.today = support::kShellToday;
    return profile;
}

Seed other()
{
    Seed seed;
    seed.workspace = Simulator::otherWorkspace();
    seed.key = Simulator::keyOfOtherWorkspace();
    seed.name = QStringLiteral("Other company");
    return seed;
}

std::size_t ledgerRows(WorkspaceSession& session)
{
    auto reading = session.store().read(
        [](const app::store::Database& database) { return app::store::recentRequests(database, 1000); });
    reading.waitForFinished();
    return reading.result()->size();
}

} // namespace

/// The life of a key, and more than one workspace, in the real window on real stores and real requests.
class TestShellWorkspaces : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void eachWorkspaceSyncsByItself();
    void switchingShowsTheOtherAndIsRemembered();
    void aWorkspaceIsRenamed();
    void addingAWorkspaceLeavesTheFirstAlone();
    void aKnownWorkspaceLeadsToItsKey();
    void waitingForTheScopeSurvivesARestart();
    void aKeyThatDoesNotWorkReplacesNothing();
    void aWorkingKeyReplacesTheOld();
    void aKeyWithoutItsScopeMayBeUsedAndWaits();
    void aRevokedKeyStopsTheSyncAndKeepsTheCharts();
    void aLostScopeHasItsOwnSentence();
    void disconnectCanBeTakenBack();
    void afterTheUndoTimeTheKeyIsGone();
    void eraseWantsTheWordAndLeavesTheOther();
    void keychainTroubleHasAWayOut_data();
    void keychainTroubleHasAWayOut();
    void aLockedKeychainKeepsItsKeyWhileAnotherIsUsed();
    void aSessionKeyIsAskedForAtStart();
    void pauseHoldsTheScheduleAndNotThePerson();
    void aDamagedCacheIsRebuilt();
    void theCacheIsCheckedBehindTheCharts();

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<SimulatorThread> m_simulator;
    std::unique_ptr<TestKeychain> m_keychain;
    [[nodiscard]] QString data() const { return m_home->filePath(QStringLiteral("data")); }
    /// Until the active workspace is synced and its window stands there.
    static bool settle(const ShellKit& kit)
    {
        if (kit.waitFor(State::Idle) && kit.canUse("overviewButton")) {
            return true;
        }
        const SyncStatus status = kit.status();
        qWarning() << "state" << static_cast<int>(status.state) << "window" << kit.window()
                   << (status.error ? status.error->detail : QString());
        return false;
    }
};

void TestShellWorkspaces::initTestCase()
{
    ui::common::installTranslators(*qobject_cast<QApplication*>(QCoreApplication::instance()));
}

void TestShellWorkspaces::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_simulator = std::make_unique<SimulatorThread>(company());
    QVERIFY(m_simulator->start());
    m_keychain = std::make_unique<TestKeychain>();
}

void TestShellWorkspaces::eachWorkspaceSyncsByItself()
{
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}, other()});
    {
        // Another program works with the first: that must not hold up the second.
        const auto lock = app::store::WorkspaceLock::acquire(
            kit.services->dataFolder.workspaceFolder(Simulator::workspace()));
        QVERIFY(lock);
        kit.controller->start();
        QVERIFY(kit.waitFor(State::Failed));
        QVERIFY(kit.waitFor(State::Idle, Simulator::otherWorkspace()));
        QVERIFY(kit.status().error->kind == ErrorKind::SyncRunning);
    }
    kit.workspaces().syncAll();
    QVERIFY(kit.waitFor(State::Idle));
    QVERIFY(kit.waitFor(State::Idle, Simulator::otherWorkspace()));
}

void TestShellWorkspaces::switchingShowsTheOtherAndIsRemembered()
{
    {
        ShellKit kit(*m_simulator, data(), *m_keychain, {{}, other()});
        kit.controller->start();
        QVERIFY(settle(kit));
        QVERIFY(kit.waitFor(State::Idle, Simulator::otherWorkspace()));
        auto* overview = kit.window()->findChild<ui::pages::OverviewPage*>();
        QTRY_VERIFY(overview->state() == ui::pages::Page::State::Content);
        QVERIFY(kit.window()->windowTitle().contains(kit.workspaces().displayName(Simulator::workspace())));

        QVERIFY(kit.trigger("workspaceAction1"));
        // Nothing of the first is on show from the same moment on.
        QVERIFY(overview->state() != ui::pages::Page::State::Content);
        QVERIFY(kit.workspaces().activeId() == Simulator::otherWorkspace());
        QVERIFY(kit.controller->session()->id() == Simulator::otherWorkspace());
        QVERIFY(kit.window()->windowTitle().contains(QLatin1String("Other company")));
        QVERIFY(!kit.window()->findChild<QAction*>(QStringLiteral("workspaceAction0"))->isChecked());
        QVERIFY(kit.window()->findChild<QAction*>(QStringLiteral("workspaceAction1"))->isChecked());
        QTRY_VERIFY(overview->state() == ui::pages::Page::State::Content);
    }
    ShellKit again(*m_simulator, data(), *m_keychain);
    again.controller->start();
    QVERIFY(again.canUse("overviewButton"));
    QVERIFY(again.workspaces().activeId() == Simulator::otherWorkspace());
}

void TestShellWorkspaces::aWorkspaceIsRenamed()
{
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
    kit.controller->start();
    QVERIFY(settle(kit));
    QVERIFY(kit.trigger("renameAction"));
    QVERIFY(kit.type("renameEdit", QStringLiteral("R&D ")));
    kit.look("rename");
    QVERIFY(kit.click("renameButton"));
    QTRY_COMPARE(kit.workspaces().displayName(Simulator::workspace()), QStringLiteral("R&D"));
    QCOMPARE(kit.saved().find(Simulator::workspace())->name, QStringLiteral("R&D"));
    QVERIFY(kit.window()->windowTitle().startsWith(QLatin1String("R&D")));
}

void TestShellWorkspaces::addingAWorkspaceLeavesTheFirstAlone()
{
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
    kit.controller->start();
    QVERIFY(settle(kit));

    QVERIFY(kit.trigger("setupAction"));
    QVERIFY(kit.canUse("connectRoute"));
    QVERIFY(kit.workspaces().session(Simulator::workspace())->isOpen());
    kit.controller->window()->close();
    QVERIFY(kit.canUse("overviewButton"));
    QVERIFY(kit.status().state == State::Idle);

    QVERIFY(kit.trigger("setupAction"));
    QVERIFY(kit.click("connectRoute") && kit.click("nextButton"));
    QVERIFY(kit.type("workspaceIdEdit", Simulator::otherWorkspace().toString()));
    QVERIFY(kit.type("apiKeyEdit", Simulator::keyOfOtherWorkspace()));
    QVERIFY(kit.click("nextButton") && kit.click("nextButton") && kit.click("startBackfillButton"));
    QVERIFY(kit.waitFor(State::Idle, Simulator::otherWorkspace()));
    QVERIFY(kit.click("openDashboardsButton"));
    QVERIFY(kit.canUse("overviewButton"));
    QVERIFY(kit.workspaces().activeId() == Simulator::otherWorkspace());
    QCOMPARE(kit.workspaces().ids().size(), std::size_t{2});
    QVERIFY(kit.workspaces().session(Simulator::workspace())->isOpen());
}

void TestShellWorkspaces::aKnownWorkspaceLeadsToItsKey()
{
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
    kit.controller->start();
    QVERIFY(settle(kit));
    QVERIFY(kit.trigger("setupAction"));
    QVERIFY(kit.click("connectRoute") && kit.click("nextButton"));
    QVERIFY(kit.type("workspaceIdEdit", Simulator::workspace().toString()));
    QVERIFY(kit.click("openKnownButton"));
    QVERIFY(kit.canUse("keySubmitButton"));
    kit.look("known-workspace");
    QVERIFY(kit.window() != nullptr);
}

void TestShellWorkspaces::waitingForTheScopeSurvivesARestart()
{
    Seed seed;
    seed.key = Simulator::keyWithoutScope();
    seed.waits = true;
    {
        ShellKit kit(*m_simulator, data(), *m_keychain, {seed});
        kit.controller->start();
        QVERIFY(kit.canUse("checkNowButton"));
        QTRY_VERIFY(kit.status().error && kit.status().error->kind == ErrorKind::ScopeMissing);
        QVERIFY(kit.status().state == State::WaitingForScope);
        kit.look("waiting");
        QVERIFY(kit.status().next == kit.clock->now() + 15min);
        QTRY_COMPARE(ledgerRows(*kit.workspaces().session(Simulator::workspace())), std::size_t{3});
        QVERIFY(kit.click("checkNowButton"));
        QTRY_COMPARE(kit.workspaces().session(Simulator::workspace())->scopeChecks(), 2);
    }
    ShellKit again(*m_simulator, data(), *m_keychain);
    QSignalSpy arrived(&again.workspaces(), &ui::shell::Workspaces::scopeArrived);
    again.controller->start();
    QTRY_VERIFY(again.status().error && again.status().error->kind == ErrorKind::ScopeMissing);
    QCOMPARE(arrived.count(), 0);

    // OpenAI applies it: the same entry is now a key that works.
    QVERIFY(support::await(m_keychain->write(
        again.secret(), *app::secrets::ApiKey::parse(QStringView(Simulator::acceptedKey())))));
    again.workspaces().syncAll();
    QTRY_COMPARE(arrived.count(), 1);
    QVERIFY(again.status().scopeArrived);
    QVERIFY(again.click("startBackfillButton"));
    QVERIFY(again.waitFor(State::Idle));
    QVERIFY(!again.saved().find(Simulator::workspace())->waitingForScope);
}

void TestShellWorkspaces::aKeyThatDoesNotWorkReplacesNothing()
{
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
    kit.controller->start();
    QVERIFY(settle(kit));
    QVERIFY(kit.trigger("enterKeyAction"));
    QVERIFY(kit.type("apiKeyEdit", QStringLiteral("sk-test-nobody-knows-this-0001")));
    QVERIFY(kit.click("keySubmitButton"));
    QTRY_VERIFY(kit.visibleText().contains(QLatin1String("Nothing was changed")));
    kit.look("key-rejected");
    const auto key = support::await(m_keychain->read(kit.secret()));
    QVERIFY(key);
    QVERIFY(app::setup::isKey(Simulator::acceptedKey(), *key));
    QVERIFY(kit.status().state == State::Idle);
    QVERIFY(kit.click("keyCancelButton"));
}

void TestShellWorkspaces::aWorkingKeyReplacesTheOld()
{
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
    kit.controller->start();
    QVERIFY(settle(kit));
    QVERIFY(kit.workspaces().setKeyExpiry(Simulator::workspace(), support::kShellToday + 20));
    // The old one is broken on purpose, so that its replacement can be told.
    QVERIFY(support::await(m_keychain->write(
        kit.secret(), *app::secrets::ApiKey::parse(QStringView(u"sk-test-old-and-broken-0001")))));
    kit.workspaces().syncAll();
    QVERIFY(kit.waitFor(State::Stopped));

    QVERIFY(kit.click("failureButton")); // Replace the key…
    QGuiApplication::clipboard()->setText(Simulator::acceptedKey());
    QVERIFY(kit.click("pasteKeyButton"));
    QVERIFY(kit.click("keySubmitButton"));
    QVERIFY(kit.waitFor(State::Idle));
    QTRY_VERIFY(!kit.find("keySubmitButton"));
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    const auto key = support::await(m_keychain->read(kit.secret()));
    QVERIFY(key && app::setup::isKey(Simulator::acceptedKey(), *key));
    const auto entry = *kit.saved().find(Simulator::workspace());
    QCOMPARE(entry.keyHint, key->redacted());
    QVERIFY(!entry.keyExpiresOn);
    QVERIFY(kit.status().lastSuccessAt); // the history stayed
}

void TestShellWorkspaces::aKeyWithoutItsScopeMayBeUsedAndWaits()
{
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
    kit.controller->start();
    QVERIFY(settle(kit));
    QVERIFY(kit.trigger("enterKeyAction"));
    QVERIFY(kit.type("apiKeyEdit", Simulator::keyWithoutScope()));
    QVERIFY(kit.click("keySubmitButton"));
    QVERIFY(kit.click("keyEvenSoButton"));
    QVERIFY(kit.waitFor(State::WaitingForScope));
    QVERIFY(kit.saved().find(Simulator::workspace())->waitingForScope);
    QTRY_VERIFY(kit.visibleText().contains(QLatin1String("Waiting for the scope of the new key")));
    kit.look("new-key-waits");
    QTRY_VERIFY(kit.status().next);

    QVERIFY(support::await(m_keychain->write(
        kit.secret(), *app::secrets::ApiKey::parse(QStringView(Simulator::acceptedKey())))));
    QVERIFY(kit.click("failureButton")); // Check now
    QVERIFY(kit.waitFor(State::Idle));
    QVERIFY(!kit.saved().find(Simulator::workspace())->waitingForScope);
}

void TestShellWorkspaces::aRevokedKeyStopsTheSyncAndKeepsTheCharts()
{
    {
        ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
        kit.controller->start();
        QVERIFY(settle(kit));
        m_simulator->setFaults({*Fault::named(QStringLiteral("key-rejected-a"))});
        QTest::keyClick(kit.window(), Qt::Key_F5);
        QVERIFY(kit.waitFor(State::Stopped));
        QVERIFY(!kit.status().next);
        QVERIFY(kit.visibleText().contains(QLatin1String("syncing has stopped")));
        QVERIFY(kit.visibleText().contains(QLatin1String("cannot be restored")));
        auto* overview = kit.window()->findChild<ui::pages::OverviewPage*>();
        QTRY_VERIFY(overview->state() == ui::pages::Page::State::Content);
        kit.look("revoked");
    }
    // It stays so after a restart, without asking the service again.
    const int requests = m_simulator->requestCount();
    ShellKit again(*m_simulator, data(), *m_keychain);
    again.controller->start();
    QVERIFY(again.waitFor(State::Stopped));
    QVERIFY(again.canUse("overviewButton"));
    again.workspaces().retryNow();
    QTest::qWait(100);
    QCOMPARE(m_simulator->requestCount(), requests);

    m_simulator->setFaults({});
    QTest::keyClick(again.window(), Qt::Key_F5);
    QVERIFY(again.waitFor(State::Idle));
}

void TestShellWorkspaces::aLostScopeHasItsOwnSentence()
{
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
    kit.controller->start();
    QVERIFY(settle(kit));
    QVERIFY(support::await(m_keychain->write(
        kit.secret(), *app::secrets::ApiKey::parse(QStringView(Simulator::keyWithoutScope())))));
    QTest::keyClick(kit.window(), Qt::Key_F5);
    QVERIFY(kit.waitFor(State::Stopped));
    QVERIFY(kit.visibleText().contains(QLatin1String("lost its analytics scope")));
    kit.look("scope-lost");
}

void TestShellWorkspaces::disconnectCanBeTakenBack()
{
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
    kit.controller->start();
    QVERIFY(settle(kit));
    QVERIFY(kit.trigger("disconnectAction"));
    kit.dialogs.answer(1);
    QVERIFY(kit.waitFor(State::NeedsKey));
    // At once and not after the undo time: a crash now leaves no key behind.
    QVERIFY(!support::await(m_keychain->read(kit.secret())));
    QVERIFY(kit.saved().find(Simulator::workspace())->keyHint.isEmpty());
    const int requests = m_simulator->requestCount();
    QTest::keyClick(kit.window(), Qt::Key_F5);
    QTest::qWait(50);
    QCOMPARE(m_simulator->requestCount(), requests);

    kit.look("disconnected");
    QVERIFY(kit.click("undoButton"));
    QVERIFY(kit.waitFor(State::Idle));
    const auto key = support::await(m_keychain->read(kit.secret()));
    QVERIFY(key && app::setup::isKey(Simulator::acceptedKey(), *key));
    QVERIFY(!kit.find("undoButton"));
}

void TestShellWorkspaces::afterTheUndoTimeTheKeyIsGone()
{
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
    kit.services->undoTime = 300ms;
    kit.controller->start();
    QVERIFY(settle(kit));
    QVERIFY(kit.trigger("disconnectAction"));
    kit.dialogs.answer(1);
    QVERIFY(kit.canUse("undoButton"));
    QTRY_VERIFY(!kit.find("undoButton"));
    QVERIFY(!kit.workspaces().undoUntil(Simulator::workspace()));
    QVERIFY(support::await(kit.workspaces().undo(Simulator::workspace())));
    QVERIFY(!support::await(m_keychain->read(kit.secret())));
    QVERIFY(kit.visibleText().contains(QLatin1String("disconnected")));
}

void TestShellWorkspaces::eraseWantsTheWordAndLeavesTheOther()
{
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}, other()});
    kit.controller->start();
    QVERIFY(settle(kit));
    QVERIFY(kit.waitFor(State::Idle, Simulator::otherWorkspace()));
    QVERIFY(kit.trigger("workspaceAction1"));
    QVERIFY(kit.trigger("eraseAction"));
    QVERIFY(kit.type("eraseEdit", QStringLiteral("Other")));
    QVERIFY(!kit.find("eraseButton")->isEnabled());
    kit.look("erase");
    QVERIFY(kit.type("eraseEdit", QStringLiteral("Other company")));
    QVERIFY(kit.click("eraseButton"));

    QTRY_COMPARE(kit.workspaces().ids().size(), std::size_t{1});
    QTRY_VERIFY(kit.dialogs.count() > 0);
    QVERIFY(kit.dialogs.last().details.contains(QLatin1String("cache.db")));
    QVERIFY(kit.workspaces().activeId() == Simulator::workspace());
    QVERIFY(kit.canUse("overviewButton"));
    QVERIFY(!QFileInfo::exists(kit.services->dataFolder.workspaceFolder(Simulator::otherWorkspace())));
    QVERIFY(!support::await(m_keychain->read(kit.secret(Simulator::otherWorkspace()))));
    QVERIFY(support::await(m_keychain->read(kit.secret())));
    QVERIFY(!kit.saved().find(Simulator::otherWorkspace()));
    QTest::keyClick(kit.window(), Qt::Key_F5);
    QVERIFY(kit.waitFor(State::Idle));
}

void TestShellWorkspaces::keychainTroubleHasAWayOut_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<KeyTrouble>("trouble");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("locked") << ErrorKind::KeychainLocked << KeyTrouble::Locked
                            << QStringLiteral("The keychain is locked");
    QTest::newRow("denied") << ErrorKind::KeychainDenied << KeyTrouble::Denied
                            << QStringLiteral("did not give out the key");
    QTest::newRow("silent") << ErrorKind::KeychainSilent << KeyTrouble::Silent
                            << QStringLiteral("does not answer");
    QTest::newRow("missing") << ErrorKind::KeychainUnavailable << KeyTrouble::Unavailable
                             << QStringLiteral("No keychain is running");
    QTest::newRow("entry lost") << ErrorKind::NoKey << KeyTrouble::Lost
                                << QStringLiteral("no longer in the keychain");
}

void TestShellWorkspaces::keychainTroubleHasAWayOut()
{
    QFETCH(ErrorKind, kind);
    QFETCH(KeyTrouble, trouble);
    QFETCH(QString, sentence);
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
    kit.controller->start();
    QVERIFY(settle(kit));
    m_keychain->fails = kind;
    QTest::keyClick(kit.window(), Qt::Key_F5);
    QVERIFY(kit.waitFor(State::NeedsKey));
    QVERIFY(kit.status().keyTrouble == trouble);
    QVERIFY2(kit.visibleText().contains(sentence), qPrintable(kit.visibleText()));
    QVERIFY(kit.visibleText().contains(QLatin1String("The charts keep showing")));
    kit.look(QTest::currentDataTag());

    m_keychain->fails.reset();
    // Try again is the first button, or the second where entering the key helps more.
    QVERIFY(kit.click(trouble == KeyTrouble::Lost ? "failureSecondButton" : "failureButton"));
    QVERIFY(kit.waitFor(State::Idle));
    QTRY_VERIFY(!kit.find("failureBanner"));
}

void TestShellWorkspaces::aLockedKeychainKeepsItsKeyWhileAnotherIsUsed()
{
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
    kit.controller->start();
    QVERIFY(settle(kit));
    m_keychain->fails = ErrorKind::KeychainLocked;
    QTest::keyClick(kit.window(), Qt::Key_F5);
    QVERIFY(kit.waitFor(State::NeedsKey));
    QVERIFY(kit.click("failureSecondButton"));
    QVERIFY(kit.type("apiKeyEdit", Simulator::acceptedKey()));
    QVERIFY(kit.click("keySubmitButton"));
    QVERIFY(kit.waitFor(State::Idle));
    QTRY_VERIFY(kit.visibleText().contains(QLatin1String("still holds the earlier one")));
    QVERIFY(kit.click("keyCancelButton"));
    QVERIFY(kit.saved().find(Simulator::workspace())->keyLocation == app::settings::KeyLocation::Keychain);
    m_keychain->fails.reset();
    QVERIFY(support::await(m_keychain->read(kit.secret())));
}

void TestShellWorkspaces::aSessionKeyIsAskedForAtStart()
{
    Seed seed;
    seed.location = app::settings::KeyLocation::Session;
    ShellKit kit(*m_simulator, data(), *m_keychain, {seed});
    kit.controller->start();
    QVERIFY(kit.waitFor(State::NeedsKey));
    QVERIFY(kit.status().keyTrouble == KeyTrouble::SessionEnded);
    QVERIFY(kit.canUse("overviewButton"));
    QCOMPARE(m_simulator->requestCount(), 0);
    kit.look("session-key");
    QVERIFY(kit.click("failureButton"));
    QVERIFY(kit.type("apiKeyEdit", Simulator::acceptedKey()));
    QVERIFY(kit.click("keySubmitButton"));
    QVERIFY(kit.waitFor(State::Idle));
    QVERIFY(!support::await(m_keychain->read(kit.secret()))); // it stays in memory
}

void TestShellWorkspaces::pauseHoldsTheScheduleAndNotThePerson()
{
    ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
    kit.controller->start();
    QVERIFY(settle(kit));
    QVERIFY(kit.trigger("pauseAction"));
    QVERIFY(kit.waitFor(State::Paused));
    QVERIFY(!kit.status().next);
    QVERIFY(kit.saved().find(Simulator::workspace())->paused);
    kit.look("paused");
    const int requests = m_simulator->requestCount();
    kit.clock->advance(24h);
    kit.workspaces().retryNow();
    QTest::qWait(100);
    QCOMPARE(m_simulator->requestCount(), requests);

    QTest::keyClick(kit.window(), Qt::Key_F5);
    QTRY_VERIFY(m_simulator->requestCount() > requests);
    QVERIFY(kit.waitFor(State::Paused));
    kit.clock->advance(24h);
    QVERIFY(kit.click("failureButton")); // Resume
    QVERIFY(kit.waitFor(State::Idle)); // it was due
    QVERIFY(kit.status().next);
}

void TestShellWorkspaces::aDamagedCacheIsRebuilt()
{
    QString file;
    {
        ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
        kit.controller->start();
        QVERIFY(settle(kit));
        file = kit.controller->session()->store().databaseFile();
    }
    {
        QFile cache(file);
        QVERIFY(cache.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QVERIFY(cache.write(QByteArray(8192, 'x')) == 8192);
    }
    expectWarning(QStringLiteral("could not be opened"));
    ShellKit again(*m_simulator, data(), *m_keychain);
    again.controller->start();
    QVERIFY(again.waitFor(State::Stopped));
    QVERIFY(again.canUse("obstacleRebuildButton"));
    again.look("damaged");
    QVERIFY(!again.controller->session());
    QVERIFY(again.click("obstacleRebuildButton"));
    QCOMPARE(again.dialogs.last().objectName, QStringLiteral("rebuild"));
    again.dialogs.answer(1);
    QVERIFY(again.waitFor(State::Idle));
    QVERIFY(again.canUse("overviewButton"));
    QVERIFY(QFileInfo::exists(QFileInfo(file).path() + QStringLiteral("/cache.damaged.db")));
    QVERIFY(!again.find("obstacleRebuildButton"));
}

void TestShellWorkspaces::theCacheIsCheckedBehindTheCharts()
{
    QString file;
    {
        ShellKit kit(*m_simulator, data(), *m_keychain, {{}});
        kit.controller->start();
        QVERIFY(settle(kit));
        file = kit.controller->session()->store().databaseFile();
    }
    {
        // A page behind the schema that opening the file does not look at; nobody ever checked this file.
        QFile cache(file);
        QVERIFY(cache.open(QIODevice::ReadWrite));
        QVERIFY(cache.seek(cache.size() - 4096));
        QVERIFY(cache.write(QByteArray(4096, 'x')) == 4096);
        QFile::remove(QFileInfo(file).path() + QStringLiteral("/cache.checked"));
    }
    {
        ShellKit later(*m_simulator, data(), *m_keychain);
        later.services->checkDelay = 1h;
        later.controller->start();
        QVERIFY(later.canUse("overviewButton"));
        QTest::qWait(300); // a check of so small a file would have ended
        QVERIFY(later.controller->session() != nullptr);
        QVERIFY(!later.find("obstacleRebuildButton"));
    }
    ShellKit again(*m_simulator, data(), *m_keychain);
    again.services->checkDelay = 0ms;
    again.controller->start();
    QVERIFY(again.canUse("obstacleRebuildButton"));
}

QTEST_MAIN(TestShellWorkspaces)
#include "tst_shell_workspaces.moc"
