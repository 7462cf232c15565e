// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/Fixtures.h"
#include "support/Await.h"
#include "support/TestCase.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDirIterator>
#include <QProcess>

using namespace app;
using namespace keychain;
using core::ErrorKind;
using secrets::KeychainSecretStore;

namespace {

const QString kSecretTool = QStringLiteral("secret-tool");

QDBusMessage callService(const char* method, const QVariantList& arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
        QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("org.freedesktop.Secret.Service"),
        QString::fromLatin1(method));
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

/// Every entry of our service, as another program of the same person sees it.
QByteArray everyEntry()
{
    QProcess tool;
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(kSecretTool,
        {QStringLiteral("search"), QStringLiteral("--all"), QStringLiteral("server"),
            QStringLiteral("org.threadcount.Threadcount")});
    return tool.waitForFinished() ? tool.readAll() : QByteArray("secret-tool failed");
}

} // namespace

/// The functions run in this order; the last one locks the keyring, which only a person could open again.
class TestKeychain : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void probeWorksAndLeavesNothing();
    void keySurvivesTheStoreObject();
    void entryIsNamedAfterWorkspaceAndOrigin();
    void keyOfOneOriginIsNeverGivenToAnother();
    void replacesTheKeyOfAWorkspace();
    void keepsTheLongestKey();
    void entryThatIsNoKeyIsIgnored();
    void removingIsFinalAndMayBeRepeated();
    void callsThatOverlapAllAnswer();
    void writesNothingInTheClear();
    void saysThatTheKeychainIsLocked();

private:
    KeychainSecretStore m_store;
};

void TestKeychain::probeWorksAndLeavesNothing()
{
    const auto probed = support::await(m_store.probe());
    QVERIFY2(probed, qPrintable(probed ? QString() : probed.error().detail));
    QVERIFY2(!everyEntry().contains("probe"), everyEntry().constData());
}

void TestKeychain::keySurvivesTheStoreObject()
{
    {
        KeychainSecretStore first;
        QVERIFY(support::await(first.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0001"))));
    }
    KeychainSecretStore second;
    const auto key = support::await(second.read(idOf(kFirst, kOrigin)));
    QVERIFY(key);
    QCOMPARE(key->exposeForStorage(), QByteArray("sk-test-first-0001"));
}

void TestKeychain::entryIsNamedAfterWorkspaceAndOrigin()
{
    QVERIFY(support::await(m_store.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0001"))));
    QVERIFY2(everyEntry().contains("1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21 https://api.chatgpt.com"),
        everyEntry().constData());
}

void TestKeychain::keyOfOneOriginIsNeverGivenToAnother()
{
    QVERIFY(support::await(m_store.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0001"))));

    for (const auto& other :
        {idOf(kFirst, "http://127.0.0.1:8080"), idOf(kFirst, "https://api.chatgpt.com:8443"),
            idOf(kFirst, "http://api.chatgpt.com"), idOf(kFirst, ""), idOf(kSecond, kOrigin)}) {
        const auto key = support::await(m_store.read(other));
        QVERIFY2(!key, qPrintable(other.name()));
        QCOMPARE(key.error().kind, ErrorKind::NoKey);
        QVERIFY(support::await(m_store.remove(other)));
    }
    QVERIFY(support::await(m_store.read(idOf(kFirst, kOrigin))));
}

void TestKeychain::replacesTheKeyOfAWorkspace()
{
    QVERIFY(support::await(m_store.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0001"))));
    QVERIFY(support::await(m_store.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0002"))));
    QCOMPARE(support::await(m_store.read(idOf(kFirst, kOrigin)))->redacted(), QStringLiteral("\u20260002"));
}

void TestKeychain::keepsTheLongestKey()
{
    const QByteArray longest = QByteArray(4092, '~') + "WXYZ";
    QVERIFY(support::await(m_store.write(idOf(kSecond, kOrigin), keyOf(longest.constData()))));
    QCOMPARE(support::await(m_store.read(idOf(kSecond, kOrigin)))->exposeForStorage(), longest);
}

void TestKeychain::entryThatIsNoKeyIsIgnored()
{
    const auto id = idOf(kSecond, "https://changed.example");
    QVERIFY(support::await(m_store.write(id, keyOf("sk-test-first-0001"))));
    QProcess tool;
    tool.start(kSecretTool,
        {QStringLiteral("store"), QStringLiteral("--label=changed"), QStringLiteral("user"), id.name(),
            QStringLiteral("server"), QStringLiteral("org.threadcount.Threadcount"), QStringLiteral("type"),
            QStringLiteral("base64"), QStringLiteral("xdg:schema"), QStringLiteral("org.qt.keychain")});
    QVERIFY(tool.waitForStarted());
    tool.write(QByteArray("no key").toBase64());
    tool.closeWriteChannel();
    QVERIFY(tool.waitForFinished());
    QCOMPARE(tool.exitCode(), 0);

    expectWarning(QStringLiteral("holds no key"));
    const auto key = support::await(m_store.read(id));

    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::NoKey);
}

void TestKeychain::removingIsFinalAndMayBeRepeated()
{
    QVERIFY(support::await(m_store.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0001"))));
    QVERIFY(support::await(m_store.remove(idOf(kFirst, kOrigin))));
    QVERIFY(support::await(m_store.remove(idOf(kFirst, kOrigin))));
    const auto key = support::await(m_store.read(idOf(kFirst, kOrigin)));
    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::NoKey);
}

void TestKeychain::callsThatOverlapAllAnswer()
{
    auto probe = m_store.probe();
    auto write = m_store.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0003"));
    auto read = m_store.read(idOf(kFirst, kOrigin));
    auto again = m_store.probe();

    QVERIFY(support::await(std::move(again)));
    QVERIFY(support::await(std::move(read)));
    QVERIFY(support::await(std::move(write)));
    QVERIFY(support::await(std::move(probe)));
}

void TestKeychain::writesNothingInTheClear()
{
    QVERIFY(support::await(m_store.write(idOf(kFirst, kOrigin), keyOf("sk-test-CANARY-0001"))));

    int files = 0;
    QDirIterator all(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("CANARY"), qPrintable(file.fileName()));
        QVERIFY2(!bytes.contains(QByteArray("sk-test-CANARY-0001").toBase64()), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files > 0); // at least the keyring itself was looked at
}

void TestKeychain::saysThatTheKeychainIsLocked()
{
    QVERIFY(support::await(m_store.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0001"))));
    const QDBusMessage alias = callService("ReadAlias", {QStringLiteral("default")});
    QCOMPARE(alias.type(), QDBusMessage::ReplyMessage);
    const QList<QDBusObjectPath> collections{qvariant_cast<QDBusObjectPath>(alias.arguments().constFirst())};
    QCOMPARE(callService("Lock", {QVariant::fromValue(collections)}).type(), QDBusMessage::ReplyMessage);

    const auto key = support::await(m_store.read(idOf(kFirst, kOrigin)));
    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::KeychainLocked);
    const auto written = support::await(m_store.write(idOf(kSecond, kOrigin), keyOf("sk-test-first-0001")));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::KeychainLocked);
    const auto removed = support::await(m_store.remove(idOf(kFirst, kOrigin)));
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, ErrorKind::KeychainLocked);
    const auto probed = support::await(m_store.probe());
    QVERIFY(!probed);
    QCOMPARE(probed.error().kind, ErrorKind::KeychainLocked);
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
