// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/ShellKit.h"
#include "secrets/KeychainSecretStore.h"
#include "support/TestCase.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>
#include <QTemporaryDir>

using namespace app::core;
using namespace app::simulator;
using support::ShellKit;
using ui::shell::KeyTrouble;
using State = ui::shell::SyncStatus::State;

namespace {

QDBusMessage callService(const QString& method, const QVariantList& arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
        QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"), method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call);
}

} // namespace

/// The window on the real keychain, gnome-keyring in a bus of its own: what another program does to an entry
/// or to the keychain arrives as a state, a sentence and a way out. The functions run in this order; the last
/// one locks the keyring, which only a person could open again.
class TestShellKeychain : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEntryThatSomebodyRemovedIsLost();
    void disconnectLeavesNoEntry();
    void aLockedKeychainStopsNothingButTheSync();

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<SimulatorThread> m_simulator;
    app::secrets::KeychainSecretStore m_keychain{std::chrono::seconds(5)};
    [[nodiscard]] QString data() const { return m_home->filePath(QStringLiteral("data")); }
};

void TestShellKeychain::init()
{
    Profile profile;
    profile.engineers = 3;
    profile.days = 40;
    profile.today = support::kShellToday;
    m_home = std::make_unique<QTemporaryDir>();
    m_simulator = std::make_unique<SimulatorThread>(profile);
    QVERIFY(m_simulator->start());
}

void TestShellKeychain::anEntryThatSomebodyRemovedIsLost()
{
    ShellKit kit(*m_simulator, data(), m_keychain, {{}});
    kit.controller->start();
    QVERIFY(kit.waitFor(State::Idle));
    QVERIFY(kit.canUse("overviewButton"));

    QProcess tool;
    tool.start(QStringLiteral("secret-tool"),
        {QStringLiteral("clear"), QStringLiteral("server"), QStringLiteral("org.threadcount.Threadcount")});
    QVERIFY(tool.waitForFinished());
    QCOMPARE(tool.exitCode(), 0);
    QTest::keyClick(kit.window(), Qt::Key_F5);
    QVERIFY(kit.waitFor(State::NeedsKey));
    QVERIFY(kit.status().keyTrouble == KeyTrouble::Lost);
    QVERIFY2(kit.visibleText().contains(QLatin1String("no longer in the keychain")),
        qPrintable(kit.visibleText()));

    QVERIFY(kit.click("failureButton")); // Enter the key…
    QVERIFY(kit.type("apiKeyEdit", Simulator::acceptedKey()));
    QVERIFY(kit.click("keySubmitButton"));
    QVERIFY(kit.waitFor(State::Idle));
    const auto key = support::await(m_keychain.read(kit.secret()));
    QVERIFY(key && app::setup::isKey(Simulator::acceptedKey(), *key));
}

void TestShellKeychain::disconnectLeavesNoEntry()
{
    ShellKit kit(*m_simulator, data(), m_keychain, {{}});
    kit.controller->start();
    QVERIFY(kit.waitFor(State::Idle));
    QVERIFY(kit.canUse("overviewButton"));
    QVERIFY(kit.trigger("disconnectAction"));
    kit.dialogs.answer(1);
    QVERIFY(kit.waitFor(State::NeedsKey));
    const auto gone = support::await(m_keychain.read(kit.secret()));
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::NoKey);
    QVERIFY(kit.click("undoButton"));
    QVERIFY(kit.waitFor(State::Idle));
    QVERIFY(support::await(m_keychain.read(kit.secret())));
}

void TestShellKeychain::aLockedKeychainStopsNothingButTheSync()
{
    ShellKit kit(*m_simulator, data(), m_keychain, {{}});
    kit.controller->start();
    QVERIFY(kit.waitFor(State::Idle));
    QVERIFY(kit.canUse("overviewButton"));

    const QDBusMessage alias = callService(QStringLiteral("ReadAlias"), {QStringLiteral("default")});
    QCOMPARE(alias.type(), QDBusMessage::ReplyMessage);
    const QList<QDBusObjectPath> collections{qvariant_cast<QDBusObjectPath>(alias.arguments().constFirst())};
    QCOMPARE(callService(QStringLiteral("Lock"), {QVariant::fromValue(collections)}).type(),
        QDBusMessage::ReplyMessage);

    QTest::keyClick(kit.window(), Qt::Key_F5);
    QVERIFY(kit.waitFor(State::NeedsKey));
    QVERIFY(kit.status().keyTrouble == KeyTrouble::Locked);
    QVERIFY(kit.status().lastSuccessAt);
    QVERIFY2(
        kit.visibleText().contains(QLatin1String("The keychain is locked")), qPrintable(kit.visibleText()));
    QVERIFY(kit.status().next > kit.clock->now()); // it may be opened meanwhile
}

QTEST_MAIN(TestShellKeychain)
#include "tst_shell_keychain.moc"
