// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keychain/Fixtures.h"
#include "support/Await.h"
#include "support/TestCase.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QProcess>

#include <cstdio>

using namespace app;
using namespace keychain;
using namespace std::chrono_literals;
using core::ErrorKind;

namespace {

/// A Secret Service of our own that may fall silent. It knows no session and no entry: it only decides when
/// and how to answer.
class BadSecretService final : public QDBusVirtualObject
{
    Q_OBJECT

public:
    enum class Mood { Silent, Refusing, LockedAndSilent };

    void setMood(Mood mood) { m_mood = mood; }
    /// Answers everything that is still waiting.
    void answerLate(const QDBusConnection& connection)
    {
        for (const QDBusMessage& message : std::exchange(m_waiting, {})) {
            connection.send(refusal(message));
        }
    }
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }

    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override
    {
        if (m_mood == Mood::LockedAndSilent && message.member() == QLatin1String("ReadAlias")) {
            return connection.send(message.createReply(
                QVariant::fromValue(QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/c")))));
        }
        if (m_mood == Mood::LockedAndSilent && message.arguments().value(1) == QStringLiteral("Locked")) {
            return connection.send(message.createReply(QVariant::fromValue(QDBusVariant(true))));
        }
        if (m_mood == Mood::Refusing) {
            return connection.send(refusal(message));
        }
        m_waiting += message;
        return true;
    }

private:
    static QDBusMessage refusal(const QDBusMessage& message)
    {
        return message.createErrorReply(
            QDBusError::Failed, QStringLiteral("out of order, key sk-test-SECRET0001"));
    }

    Mood m_mood = Mood::Silent;
    QList<QDBusMessage> m_waiting;
};

} // namespace

class TestKeychainFaults : public support::TestCase
{
    Q_OBJECT

public:
    explicit TestKeychainFaults(const QString& address)
        : m_connection(QDBusConnection::connectToBus(address, QStringLiteral("bad-secret-service")))
    {
    }

private Q_SLOTS:
    void initTestCase();
    void silentKeychainIsGivenUpInTime();
    void answerThatComesTooLateChangesNothing();
    void keychainThatRefusesIsUnavailable();
    void lockedKeychainThatWaitsForAPersonIsLocked();

private:
    QDBusConnection m_connection;
    BadSecretService m_service;
};

void TestKeychainFaults::initTestCase()
{
    QVERIFY(m_connection.isConnected());
    QVERIFY(m_connection.registerVirtualObject(
        QStringLiteral("/org/freedesktop/secrets"), &m_service, QDBusConnection::SubPath));
    QVERIFY(m_connection.registerService(QStringLiteral("org.freedesktop.secrets")));
}

void TestKeychainFaults::silentKeychainIsGivenUpInTime()
{
    m_service.setMood(BadSecretService::Mood::Silent);
    secrets::KeychainSecretStore store(500ms);
    QElapsedTimer timer;
    timer.start();

    const auto key = support::await(store.read(idOf(kFirst, kOrigin)));

    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::KeychainSilent);
    QVERIFY(timer.elapsed() >= 400);
    QVERIFY(timer.elapsed() < 5'000);
    QTRY_VERIFY(m_service.waiting() > 0);
}

void TestKeychainFaults::answerThatComesTooLateChangesNothing()
{
    // The call of the function before is still open; so is the one that queues behind it.
    secrets::KeychainSecretStore store(300ms);
    const auto probed = support::await(store.probe());
    QVERIFY(!probed);
    QCOMPARE(probed.error().kind, ErrorKind::KeychainSilent);

    m_service.setMood(BadSecretService::Mood::Refusing);
    m_service.answerLate(m_connection);

    // The next call gets its turn once the late ones are through.
    secrets::KeychainSecretStore patient(20s);
    const auto written = support::await(patient.write(idOf(kFirst, kOrigin), keyOf("sk-test-first-0001")));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::KeychainUnavailable);
}

void TestKeychainFaults::keychainThatRefusesIsUnavailable()
{
    m_service.setMood(BadSecretService::Mood::Refusing);
    secrets::KeychainSecretStore store(20s);

    const auto key = support::await(store.read(idOf(kFirst, kOrigin)));

    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::KeychainUnavailable);
    QVERIFY2(!key.error().detail.contains(QStringLiteral("SECRET0")), qPrintable(key.error().detail));
}

void TestKeychainFaults::lockedKeychainThatWaitsForAPersonIsLocked()
{
    m_service.setMood(BadSecretService::Mood::LockedAndSilent);
    secrets::KeychainSecretStore store(1s);

    const auto key = support::await(store.read(idOf(kFirst, kOrigin)));

    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::KeychainLocked);

    m_service.setMood(BadSecretService::Mood::Refusing);
    m_service.answerLate(m_connection);
}

int main(int argc, char** argv)
{
    QProcess bus;
    bus.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    bus.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
    if (!bus.waitForStarted() || !bus.waitForReadyRead()) {
        std::fputs("dbus-daemon does not start\n", stderr);
        return 1;
    }
    const QByteArray address = bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);

    int result = 1;
    {
        QCoreApplication application(argc, argv);
        TestKeychainFaults test(QString::fromLatin1(address));
        result = QTest::qExec(&test, argc, argv);
    }
    bus.terminate();
    bus.waitForFinished();
    return result;
}

#include "tst_keychainfaults.moc"
