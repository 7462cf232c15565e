// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/CliHarness.h"
#include "secrets/KeychainSecretStore.h"
#include "settings/Settings.h"
#include "support/Await.h"
#include "support/TestCase.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>

using namespace app;
using support::Cli;
using support::CliResult;
using support::SimulatorProcess;

namespace {

constexpr int kPatience = 60'000;
const char kStandardOrigin[] = "https://api.chatgpt.com";

QStringList words(const QString& line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

secrets::SecretId idOf(const QString& workspace, const QString& origin)
{
    return {*core::WorkspaceId::parse(workspace), origin};
}

bool store(const secrets::SecretId& id, const QString& key)
{
    secrets::KeychainSecretStore keychain;
    core::Result<secrets::ApiKey> parsed = secrets::ApiKey::parse(key);
    return parsed && support::await(keychain.write(id, std::move(*parsed))).has_value();
}

bool isStored(const secrets::SecretId& id)
{
    secrets::KeychainSecretStore keychain;
    return support::await(keychain.read(id)).has_value();
}

/// Takes every call and answers none.
class Silence final : public QDBusVirtualObject
{
    Q_OBJECT

public:
    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage&, const QDBusConnection&) override { return true; }
};

/// A session bus of its own on which somebody owns the name of the Secret Service and never answers.
class SilentKeychain
{
public:
    SilentKeychain()
    {
        m_bus.start(
            QStringLiteral("dbus-daemon"), words(QStringLiteral("--session --nofork --print-address")));
        while (!m_bus.canReadLine() && m_bus.waitForReadyRead(kPatience)) { }
        address = QString::fromUtf8(m_bus.readLine()).trimmed();
        QDBusConnection connection = QDBusConnection::connectToBus(address, QStringLiteral("silent"));
        isOwned = connection.registerVirtualObject(QStringLiteral("/"), &m_silence, QDBusConnection::SubPath)
            && connection.registerService(QStringLiteral("org.freedesktop.secrets"));
    }
    ~SilentKeychain()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("silent"));
        m_bus.terminate();
        m_bus.waitForFinished(kPatience);
    }
    SilentKeychain(const SilentKeychain&) = delete;
    SilentKeychain& operator=(const SilentKeychain&) = delete;

    QString address;
    bool isOwned = false;

private:
    QProcess m_bus;
    Silence m_silence;
};

} // namespace

class TestCliKeychain : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void disconnectRemovesTheKeychainEntry();
    void aStoredKeyNeverGoesToAnotherAddress();
    void aSilentKeychainIsGivenUp();
    void waitingForTheKeychainCanBeStopped();
};

void TestCliKeychain::disconnectRemovesTheKeychainEntry()
{
    const SimulatorProcess simulator(words(QStringLiteral("--engineers 5 --days 20")));
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run({QStringLiteral("sync"), QStringLiteral("--quiet"), QStringLiteral("--days=5"),
                         QStringLiteral("--workspace"), simulator.workspace})
                 .exitCode,
        0);
    cli.forgetKey();
    const secrets::SecretId standard = idOf(simulator.workspace, QString::fromLatin1(kStandardOrigin));
    const secrets::SecretId other
        = idOf(QStringLiteral("2f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e22"), QString::fromLatin1(kStandardOrigin));
    QVERIFY(store(standard, QStringLiteral("sk-test-stored-WXYZ"))
        && store(other, QStringLiteral("sk-test-other-ABCD")));
    settings::Settings settings;
    settings.put({*core::WorkspaceId::parse(simulator.workspace), QString::fromLatin1(kStandardOrigin),
        settings::KeyLocation::Keychain, QStringLiteral("…WXYZ"), false, true});
    QVERIFY(settings.save(cli.dataFolder() + QStringLiteral("/settings.ini")));
    cli.setVariable(QStringLiteral("THREADCOUNT_API_BASE_URL"), {});
    const QJsonObject key{{QStringLiteral("location"), QStringLiteral("keychain")},
        {QStringLiteral("hint"), QStringLiteral("…WXYZ")}};
    QCOMPARE(
        cli.run(words(QStringLiteral("status --json"))).json().value(QStringLiteral("key")).toObject(), key);

    const CliResult result = cli.run(words(QStringLiteral("disconnect --erase --yes --json")));

    QVERIFY2(result.exitCode == 0, result.summary().constData());
    QCOMPARE(result.err, QByteArray());
    QVERIFY(!isStored(standard));
    QVERIFY(isStored(other));
    QVERIFY(!QFile::exists(cli.dataFolder()));
}

void TestCliKeychain::aStoredKeyNeverGoesToAnotherAddress()
{
    const SimulatorProcess simulator(words(QStringLiteral("--engineers 5 --days 20")));
    Cli cli;
    cli.use(simulator);
    cli.forgetKey();
    QVERIFY(store(idOf(simulator.workspace, QString::fromLatin1(kStandardOrigin)), simulator.key));
    QVERIFY(store(idOf(simulator.workspace, simulator.url), simulator.key));
    for (const char* line : {"verify --json", "sync --json"}) {
        const CliResult result = cli.run(words(QString::fromLatin1(line))
            + QStringList{QStringLiteral("--workspace"), simulator.workspace});
        QVERIFY2(result.exitCode == 11, result.summary().constData());
        QCOMPARE(result.kind(), QStringLiteral("no_key"));
    }
    QVERIFY(simulator.requests().isEmpty());
}

void TestCliKeychain::aSilentKeychainIsGivenUp()
{
    const SilentKeychain silent;
    QVERIFY(silent.isOwned);
    Cli cli;
    cli.setVariable(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), silent.address);
    QElapsedTimer timer;
    timer.start();
    const CliResult result
        = cli.run(words(QStringLiteral("verify --json --workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21")));
    QVERIFY2(result.exitCode == 11, result.summary().constData());
    QCOMPARE(result.kind(), QStringLiteral("keychain_silent"));
    QVERIFY(timer.elapsed() > 5'000);
    QVERIFY(timer.elapsed() < 20'000);
}

void TestCliKeychain::waitingForTheKeychainCanBeStopped()
{
    const SilentKeychain silent;
    QVERIFY(silent.isOwned);
    Cli cli;
    cli.setVariable(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), silent.address);
    const auto process
        = cli.start(words(QStringLiteral("sync --json --workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21")));
    // Whether it has come as far as the keychain or not: it has to stop at once.
    process->waitForFinished(1'000);
    QCOMPARE(process->state(), QProcess::Running);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
    const CliResult result = Cli::resultOf(*process);
    QVERIFY2(result.exitCode == 130, result.summary().constData());
    QCOMPARE(result.kind(), QStringLiteral("cancelled"));
    QVERIFY(timer.elapsed() < 4'000);
    QVERIFY(!QFile::exists(cli.dataFolder()));
}

QTEST_GUILESS_MAIN(TestCliKeychain)
#include "tst_clikeychain.moc"
