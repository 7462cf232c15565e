// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/SessionSecretStore.h"
#include "support/Await.h"
#include "support/TestCase.h"

using namespace app;
using core::ErrorKind;

namespace {

secrets::SecretId idOf(const char* uuid, const char* origin)
{
    return {core::WorkspaceId::parse(QString::fromLatin1(uuid)).value(), QString::fromLatin1(origin)};
}

const char kFirst[] = "1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21";
const char kSecond[] = "2f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e22";
const char kOrigin[] = "https://api.chatgpt.com";

secrets::ApiKey keyOf(const char* text)
{
    return std::move(secrets::ApiKey::parse(QByteArrayView(text)).value());
}

} // namespace

class TestSessionSecretStore : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void alwaysWorks();
    void givesBackWhatItWasGiven();
    void keyOfOneOriginIsNeverGivenToAnother();
    void replacesTheKeyOfAWorkspace();
    void removingIsFinalAndMayBeRepeated();
    void twoStoresShareNothing();
};

void TestSessionSecretStore::alwaysWorks()
{
    secrets::SessionSecretStore store;
    QVERIFY(support::await(store.probe()));
    const auto missing = support::await(store.read(idOf(kFirst, kOrigin)));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::NoKey);
}

void TestSessionSecretStore::givesBackWhatItWasGiven()
{
    secrets::SessionSecretStore store;
    QVERIFY(support::await(store.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0001"))));

    for (int i = 0; i < 2; ++i) {
        const auto key = support::await(store.read(idOf(kFirst, kOrigin)));
        QVERIFY(key);
        QCOMPARE(key->exposeForStorage(), QByteArray("sk-test-first-0001"));
    }
}

void TestSessionSecretStore::keyOfOneOriginIsNeverGivenToAnother()
{
    secrets::SessionSecretStore store;
    QVERIFY(support::await(store.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0001"))));

    for (const auto& other :
        {idOf(kFirst, "http://127.0.0.1:8080"), idOf(kFirst, "https://api.chatgpt.com:8443"),
            idOf(kFirst, "http://api.chatgpt.com"), idOf(kFirst, ""), idOf(kSecond, kOrigin)}) {
        const auto key = support::await(store.read(other));
        QVERIFY2(!key, qPrintable(other.name()));
        QCOMPARE(key.error().kind, ErrorKind::NoKey);
    }
}

void TestSessionSecretStore::replacesTheKeyOfAWorkspace()
{
    secrets::SessionSecretStore store;
    QVERIFY(support::await(store.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0001"))));
    QVERIFY(support::await(store.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0002"))));
    QCOMPARE(support::await(store.read(idOf(kFirst, kOrigin)))->redacted(), QStringLiteral("\u20260002"));
}

void TestSessionSecretStore::removingIsFinalAndMayBeRepeated()
{
    secrets::SessionSecretStore store;
    QVERIFY(support::await(store.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0001"))));
    QVERIFY(support::await(store.remove(idOf(kFirst, kOrigin))));
    QVERIFY(support::await(store.remove(idOf(kFirst, kOrigin))));
    QVERIFY(!support::await(store.read(idOf(kFirst, kOrigin))));
}

void TestSessionSecretStore::twoStoresShareNothing()
{
    secrets::SessionSecretStore one;
    secrets::SessionSecretStore two;
    QVERIFY(support::await(one.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0001"))));
    QVERIFY(!support::await(two.read(idOf(kFirst, kOrigin))));
}

QTEST_GUILESS_MAIN(TestSessionSecretStore)
#include "tst_sessionsecretstore.moc"
