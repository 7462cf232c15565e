// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The command lines of the systemd units, word by word as they stand there, against the simulator.

#include "cli/CliHarness.h"
#include "store/WorkspaceLock.h"
#include "support/TestCase.h"

#include <QDir>
#include <QFile>

#include <sys/prctl.h>

using support::Cli;
using support::CliResult;
using support::SimulatorProcess;

namespace {

QString s(const char* text)
{
    return QString::fromLatin1(text);
}

/// The values of a key of a unit, in their order.
QStringList valuesOf(const QString& unit, const QString& key)
{
    QFile file(s(THREADCOUNT_SOURCE_DIR) + s("/packaging/systemd/") + unit);
    QStringList values;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
            if (line.startsWith(key + QLatin1Char('='))) {
                values << line.mid(key.size() + 1);
            }
        }
    }
    return values;
}

} // namespace

/// What systemd gives a service: its folders, its credential, and nothing of the person's environment.
class Service
{
public:
    Service(const SimulatorProcess& simulator, const QString& unit)
        : m_simulator(simulator)
        , m_unit(unit)
    {
        QDir().mkpath(cli.filePath(s("credentials")));
        QDir().mkpath(stateFolder());
        // systemd makes it: StateDirectoryMode=0700.
        QFile::setPermissions(stateFolder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        cli.setVariable(s("THREADCOUNT_API_BASE_URL"), simulator.url);
        cli.setVariable(s("THREADCOUNT_DATA_DIR"), {});
        cli.setVariable(s("HOME"), s("/"));
        cli.setVariable(s("XDG_DATA_HOME"), {});
    }

    void giveCredential(const QString& key)
    {
        QFile file(cli.filePath(s("credentials/threadcount-api-key")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(key.toUtf8() + '\n');
        cli.setVariable(s("CREDENTIALS_DIRECTORY"), cli.filePath(s("credentials")));
    }
    [[nodiscard]] QString stateFolder() const
    {
        return cli.filePath(s("state/threadcount/") + m_simulator.workspace);
    }
    [[nodiscard]] QString dataFolder() const { return stateFolder() + s("/data"); }
    [[nodiscard]] QStringList words() const
    {
        const QStringList lines = valuesOf(m_unit, s("ExecStart"));
        QStringList words = lines.value(0).split(QLatin1Char(' '));
        for (QString& word : words) {
            word.replace(s("%i"), m_simulator.workspace).replace(s("%S"), cli.filePath(s("state")));
        }
        return words;
    }
    [[nodiscard]] CliResult run() const { return cli.run(words().mid(1)); }
    /// systemd's answer to an exit code.
    [[nodiscard]] bool isSuccess(int exitCode) const
    {
        const QStringList more = valuesOf(m_unit, s("SuccessExitStatus")).value(0).split(QLatin1Char(' '));
        return exitCode == 0 || more.contains(QString::number(exitCode));
    }
    [[nodiscard]] bool isTriedAgain(int exitCode) const
    {
        const QStringList never
            = valuesOf(m_unit, s("RestartPreventExitStatus")).value(0).split(QLatin1Char(' '));
        return !isSuccess(exitCode) && valuesOf(m_unit, s("Restart")) == QStringList{s("on-failure")}
        && !never.contains(QString::number(exitCode));
    }

    Cli cli;

private:
    const SimulatorProcess& m_simulator;
    QString m_unit;
};

class TestScheduled : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theSystemUnitSyncsWithItsCredential();
    void theSystemUnitWithoutItsCredentialSaysWhy();
    void theUserUnitSyncsTheOneWorkspace();
    void exitCodesMeanWhatTheDocumentationSays_data();
    void exitCodesMeanWhatTheDocumentationSays();
    void anotherSyncIsNoFailure();
    void theProgramNeedsNoWritableCode();
};

void TestScheduled::theSystemUnitSyncsWithItsCredential()
{
    const SimulatorProcess simulator({s("--engineers"), s("5"), s("--days"), s("40")});
    Service service(simulator, s("system/threadcount-sync@.service"));
    QCOMPARE(service.words().front(), s("threadcount-cli"));
    service.giveCredential(simulator.key);

    for (int run = 0; run < 2; ++run) { // the second continues where the first ended
        const CliResult result = service.run();
        QVERIFY2(result.exitCode == 0, result.summary());
        QCOMPARE(result.out + result.err, QByteArray()); // nothing for the journal when all is well
    }

    const CliResult status
        = service.cli.run({s("status"), s("--json"), s("--data-dir"), service.dataFolder()});
    QVERIFY2(status.exitCode == 0, status.summary());
    QCOMPARE(status.json().value(s("workspace_id")).toString(), simulator.workspace);
    QCOMPARE(status.json().value(s("coverage")).toObject().value(s("missing_days")).toInt(-1), 0);
    QFile::remove(service.cli.filePath(s("credentials/threadcount-api-key")));
    QCOMPARE(service.cli.fileHolding(simulator.key.toUtf8()), QString());
}

void TestScheduled::theSystemUnitWithoutItsCredentialSaysWhy()
{
    const SimulatorProcess simulator({s("--engineers"), s("2"), s("--days"), s("3")});
    const Service service(simulator, s("system/threadcount-sync@.service"));
    const CliResult result = service.run();
    QVERIFY2(result.exitCode == 11, result.summary());
    QVERIFY(!result.err.isEmpty());
    QVERIFY(!service.isTriedAgain(result.exitCode));
}

void TestScheduled::theUserUnitSyncsTheOneWorkspace()
{
    const SimulatorProcess simulator({s("--engineers"), s("3"), s("--days"), s("10")});
    Service service(simulator, s("user/threadcount-sync.service"));
    service.cli.setVariable(s("THREADCOUNT_DATA_DIR"), service.cli.dataFolder());
    service.giveCredential(simulator.key);
    // Set up once, as the wizard does.
    const CliResult first = service.cli.run({s("sync"), s("--quiet"), s("--workspace"), simulator.workspace});
    QVERIFY2(first.exitCode == 0, first.summary());

    const CliResult result = service.run();
    QVERIFY2(result.exitCode == 0, result.summary());
    QCOMPARE(result.out + result.err, QByteArray());
}

void TestScheduled::exitCodesMeanWhatTheDocumentationSays_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<bool>("triedAgain");
    QTest::newRow("too many requests") << s("throttled-long") << 7 << true;
    QTest::newRow("the service is down") << s("error-500") << 8 << true;
    QTest::newRow("the key was revoked") << s("key-rejected-a") << 3 << false;
    QTest::newRow("the scope is missing") << s("scope-missing") << 4 << false;
}

void TestScheduled::exitCodesMeanWhatTheDocumentationSays()
{
    QFETCH(QString, fault);
    QFETCH(int, exitCode);
    QFETCH(bool, triedAgain);
    const SimulatorProcess simulator({s("--engineers"), s("2"), s("--days"), s("3"), s("--fault"), fault});
    for (const QString& unit : {s("system/threadcount-sync@.service"), s("user/threadcount-sync.service")}) {
        Service service(simulator, unit);
        service.giveCredential(simulator.key);
        const QStringList words = unit.startsWith(s("user")) ? service.words()
                + QStringList{s("--workspace"), simulator.workspace, s("--data-dir"), service.dataFolder()}
                                                             : service.words();
        const CliResult result = service.cli.run(words.mid(1));
        QVERIFY2(result.exitCode == exitCode, result.summary());
        QCOMPARE(service.isTriedAgain(exitCode), triedAgain);
        QVERIFY(!service.isSuccess(exitCode));
    }
}

void TestScheduled::anotherSyncIsNoFailure()
{
    const SimulatorProcess simulator({s("--engineers"), s("2"), s("--days"), s("3")});
    Service service(simulator, s("system/threadcount-sync@.service"));
    service.giveCredential(simulator.key);
    QCOMPARE(service.run().exitCode, 0);
    const auto lock
        = app::store::WorkspaceLock::acquire(service.dataFolder() + s("/workspaces/") + simulator.workspace);
    QVERIFY(lock);

    const CliResult result = service.run();

    QVERIFY2(result.exitCode == 12, result.summary());
    QVERIFY(service.isSuccess(12));
}

void TestScheduled::theProgramNeedsNoWritableCode()
{
    // MemoryDenyWriteExecute= by the means of the kernel (prctl PR_SET_MDWE, Linux 6.3 and later), which a
    // child process takes along.
    constexpr int kSetMdwe = 65;
    constexpr unsigned long kRefuseExecGain = 1;
    const SimulatorProcess simulator({s("--engineers"), s("3"), s("--days"), s("10")});
    Service service(simulator, s("system/threadcount-sync@.service"));
    service.giveCredential(simulator.key);
    const std::unique_ptr<QProcess> process = service.cli.prepare(service.words().mid(1));
    process->setChildProcessModifier([] { ::prctl(kSetMdwe, kRefuseExecGain, 0, 0, 0); });
    process->start();
    const CliResult result = Cli::resultOf(*process);
    QVERIFY2(result.exitCode == 0, result.summary());
}

QTEST_GUILESS_MAIN(TestScheduled)
#include "tst_scheduled.moc"
