// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/Fixtures.h"
#include "secrets/KeychainEntries.h"
#include "secrets/ProxySecrets.h"
#include "support/Await.h"
#include "support/TestCase.h"

#include <QDirIterator>

using namespace app;
using core::ErrorKind;
using secrets::ProxyAccount;
using secrets::ProxySecrets;

namespace {

const ProxyAccount kAccount{QStringLiteral("proxy.example:3128"), QStringLiteral("corp\\ada")};

/// What another start of the program finds.
core::Result<QString> storedFor(const ProxyAccount& account)
{
    ProxySecrets later(ProxySecrets::Kept::InKeychain);
    return support::await(later.read(account));
}

} // namespace

/// The password of the proxy in a real keyring.
class TestProxyKeychain : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsThereAtFirst();
    void whatIsHeldIsNotStoredYet();
    void storedItIsThereAtTheNextStart_data();
    void storedItIsThereAtTheNextStart();
    void anotherAccountNeverGetsIt_data();
    void anotherAccountNeverGetsIt();
    void aNewPasswordReplacesTheOld();
    void anEntryOfSomethingElseIsNoPassword();
    void removedItIsGone();
    void itLeavesTheKeysAlone();
    void forThisSessionItStaysInMemory();
    void noFileHoldsIt();

private:
    void store(const ProxyAccount& account, const QString& password)
    {
        ProxySecrets secrets(ProxySecrets::Kept::InKeychain);
        secrets.hold(account, password);
        QVERIFY(support::await(secrets.store()));
    }
    void tearDown() override
    {
        ProxySecrets secrets(ProxySecrets::Kept::InKeychain);
        QVERIFY(support::await(secrets.remove()));
    }
};

void TestProxyKeychain::nothingIsThereAtFirst()
{
    const auto password = storedFor(kAccount);
    QVERIFY(!password);
    QCOMPARE(password.error().kind, ErrorKind::NoKey);
}

void TestProxyKeychain::whatIsHeldIsNotStoredYet()
{
    ProxySecrets secrets(ProxySecrets::Kept::InKeychain);
    secrets.hold(kAccount, QStringLiteral("pass-canary"));
    QCOMPARE(secrets.held(kAccount), std::optional(QStringLiteral("pass-canary")));
    QCOMPARE(*support::await(secrets.read(kAccount)), QStringLiteral("pass-canary"));
    QVERIFY(!storedFor(kAccount));
}

void TestProxyKeychain::storedItIsThereAtTheNextStart_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("plain") << QStringLiteral("pass-canary");
    QTest::newRow("short") << QStringLiteral("x");
    QTest::newRow("empty") << QString();
    QTest::newRow("spaces and colons") << QStringLiteral("  a b: c@d/e%20 ");
    QTest::newRow("letters of the world") << QStringLiteral("p\u00e4ssw\u00f6rt\u2603");
    QTest::newRow("line breaks") << QStringLiteral("one\ntwo\n");
    QTest::newRow("long") << QString(2'000, u'x');
}

void TestProxyKeychain::storedItIsThereAtTheNextStart()
{
    QFETCH(QString, password);
    store(kAccount, password);
    const auto found = storedFor(kAccount);
    QVERIFY(found);
    QCOMPARE(*found, password);
}

void TestProxyKeychain::anotherAccountNeverGetsIt_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QString>("user");
    QTest::newRow("another host") << QStringLiteral("evil.example:3128") << kAccount.user;
    QTest::newRow("another port") << QStringLiteral("proxy.example:3129") << kAccount.user;
    QTest::newRow("the system's") << QStringLiteral("system") << kAccount.user;
    QTest::newRow("another user") << kAccount.proxy << QStringLiteral("grace");
    QTest::newRow("no user") << kAccount.proxy << QString();
    QTest::newRow("the beginning of the host") << QStringLiteral("proxy.example:312") << kAccount.user;
}

void TestProxyKeychain::anotherAccountNeverGetsIt()
{
    QFETCH(QString, proxy);
    QFETCH(QString, user);
    store(kAccount, QStringLiteral("pass-canary"));
    const auto password = storedFor({proxy, user});
    QVERIFY(!password);
    QCOMPARE(password.error().kind, ErrorKind::NoKey);
    QVERIFY(!password.error().detail.contains(QStringLiteral("canary")));
}

void TestProxyKeychain::aNewPasswordReplacesTheOld()
{
    store(kAccount, QStringLiteral("old"));
    store({QStringLiteral("system"), QStringLiteral("ada")}, QStringLiteral("new"));
    QVERIFY(!storedFor(kAccount));
    QCOMPARE(*storedFor({QStringLiteral("system"), QStringLiteral("ada")}), QStringLiteral("new"));
}

void TestProxyKeychain::anEntryOfSomethingElseIsNoPassword()
{
    QVERIFY(support::await(secrets::keychain::writeEntry(
        QStringLiteral("proxy"), QByteArray("nothing of ours"), std::chrono::seconds(10))));
    const auto password = storedFor(kAccount);
    QVERIFY(!password);
    QCOMPARE(password.error().kind, ErrorKind::NoKey);
}

void TestProxyKeychain::removedItIsGone()
{
    store(kAccount, QStringLiteral("pass-canary"));
    ProxySecrets secrets(ProxySecrets::Kept::InKeychain);
    QVERIFY(support::await(secrets.read(kAccount)));
    QVERIFY(support::await(secrets.remove()));
    QVERIFY(!secrets.held(kAccount));
    QVERIFY(!support::await(secrets.read(kAccount)));
    QVERIFY(support::await(secrets.remove())); // twice is fine
}

void TestProxyKeychain::itLeavesTheKeysAlone()
{
    secrets::KeychainSecretStore keys;
    const auto id = ::keychain::idOf(::keychain::kFirst, ::keychain::kOrigin);
    QVERIFY(support::await(keys.write(id, ::keychain::keyOf("sk-test-first-0001"))));
    store(kAccount, QStringLiteral("pass-canary"));
    ProxySecrets secrets(ProxySecrets::Kept::InKeychain);
    QVERIFY(support::await(secrets.remove()));
    QVERIFY(support::await(keys.read(id)));
    QVERIFY(support::await(keys.remove(id)));
}

void TestProxyKeychain::forThisSessionItStaysInMemory()
{
    ProxySecrets secrets(ProxySecrets::Kept::ForThisSession);
    secrets.hold(kAccount, QStringLiteral("pass-canary"));
    QVERIFY(support::await(secrets.store()));
    QCOMPARE(*support::await(secrets.read(kAccount)), QStringLiteral("pass-canary"));
    QVERIFY(!storedFor(kAccount));
    QVERIFY(support::await(secrets.remove()));
    QVERIFY(!support::await(secrets.read(kAccount)));
}

void TestProxyKeychain::noFileHoldsIt()
{
    const QByteArray canary = "pass-canary-in-the-clear";
    store(kAccount, QString::fromLatin1(canary));
    int files = 0;
    QDirIterator walk(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly)) {
            ++files;
            QVERIFY2(!file.readAll().contains(canary), qPrintable(file.fileName()));
        }
    }
    QVERIFY(files > 0); // at least the keyring itself
}

QTEST_GUILESS_MAIN(TestProxyKeychain)
#include "tst_proxykeychain.moc"
