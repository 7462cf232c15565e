// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/Fixtures.h"
#include "support/Await.h"
#include "support/TestCase.h"

#include <QElapsedTimer>

using namespace app;
using namespace keychain;
using core::ErrorKind;

/// A computer without a session bus, as a server or a minimal container is.
class TestNoKeychain : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallSaysSoAtOnce();
};

void TestNoKeychain::everyCallSaysSoAtOnce()
{
    QVERIFY(qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"));
    secrets::KeychainSecretStore store;
    QElapsedTimer timer;
    timer.start();

    const auto probed = support::await(store.probe());
    const auto read = support::await(store.read(idOf(kFirst, kOrigin)));
    const auto written = support::await(store.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0001")));
    const auto removed = support::await(store.remove(idOf(kFirst, kOrigin)));

    QVERIFY(!probed && !read && !written && !removed);
    QCOMPARE(probed.error().kind, ErrorKind::KeychainUnavailable);
    QCOMPARE(read.error().kind, ErrorKind::KeychainUnavailable);
    QCOMPARE(written.error().kind, ErrorKind::KeychainUnavailable);
    QCOMPARE(removed.error().kind, ErrorKind::KeychainUnavailable);
    QVERIFY(timer.elapsed() < 5'000); // well before the time-out of 10 s of a single call
}

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "tst_nokeychain.moc"
