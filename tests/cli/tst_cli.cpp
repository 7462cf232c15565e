// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/CliHarness.h"
#include "settings/Settings.h"
#include "store/DataFolder.h"
#include "store/WorkspaceLock.h"
#include "support/TestCase.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

#include <csignal>
#include <pty.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace app;
using support::Cli;
using support::CliResult;
using support::SimulatorProcess;

namespace {

constexpr int kPatience = 60'000;

QStringList words(const QString& line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QStringList simulated(const QString& more = {})
{
    return words(QStringLiteral("--engineers 12 --days 100 --seed 7 ") + more);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

mode_t modeOf(const QString& path)
{
    struct stat info
    {
    };
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
}

/// A terminal for standard input and error of the next process: both ends.
struct Pty
{
    int ours = -1;
    int theirs = -1;
    Pty()
    {
        if (::openpty(&ours, &theirs, nullptr, nullptr, nullptr) != 0) {
            qFatal("no terminal can be made");
        }
    }
    ~Pty()
    {
        ::close(ours);
        ::close(theirs);
    }
    Pty(const Pty&) = delete;
    Pty& operator=(const Pty&) = delete;
};

} // namespace

class TestCli : public support::TestCase
{
    Q_OBJECT

private:
    static QStringList first(const SimulatorProcess& simulator, const QString& line)
    {
        return QStringList({QStringLiteral("--workspace"), simulator.workspace}) + words(line);
    }
    /// The export of a table as JSON rows.
    static QJsonArray exported(const Cli& cli, const QString& table, const QStringList& more = {})
    {
        const QString file = cli.filePath(table + QStringLiteral(".json"));
        const CliResult result
            = cli.run(QStringList({QStringLiteral("export"), table, QStringLiteral("--format"),
                          QStringLiteral("json"), QStringLiteral("--force"), QStringLiteral("--out"), file})
                + more);
        if (result.exitCode != 0) {
            qWarning("%s", result.summary().constData());
        }
        return QJsonDocument::fromJson(contentOf(file)).array();
    }
    static void compareEveryTable(const Cli& cli, const SimulatorProcess& simulator)
    {
        const QJsonObject served = simulator.served();
        for (const char* name : {"usage", "usage-by-surface", "usage-by-model", "workspace-usage", "reviews",
                 "review-responses", "engineers"}) {
            const QString table = QString::fromLatin1(name);
            const QString difference
                = support::firstDifference(exported(cli, table), support::expectedExport(table, served));
            QVERIFY2(difference.isEmpty(), qPrintable(table + QStringLiteral(": ") + difference));
        }
    }
    /// Starts a first sync whose fifth usage request hangs (the check takes the first request of each route),
    /// and waits until something is complete.
    static std::unique_ptr<QProcess> startedAndStuck(
        const Cli& cli, const SimulatorProcess& simulator, const QString& line)
    {
        auto process = cli.start(first(simulator, line));
        const auto completeDays = [&cli] {
            return cli.run(words(QStringLiteral("status --json")))
                .json()
                .value(QStringLiteral("coverage"))[QStringLiteral("complete_days")]
                .toInt();
        };
        QElapsedTimer patience;
        patience.start();
        while (completeDays() == 0 && patience.elapsed() < kPatience) {
            process->waitForFinished(20);
        }
        return process;
    }
    /// Runs a command with a terminal as standard input and error, and types a line into it; without a line
    /// it is interrupted instead.
    static CliResult typed(const Cli& cli, const QStringList& arguments, const QByteArray& line)
    {
        const Pty terminal;
        auto process = cli.prepare(arguments);
        process->setChildProcessModifier([theirs = terminal.theirs] {
            ::dup2(theirs, STDIN_FILENO);
            ::dup2(theirs, STDERR_FILENO);
        });
        process->start();
        QByteArray prompt;
        char buffer[512];
        while (!prompt.endsWith(": ") && process->state() != QProcess::NotRunning) {
            const ssize_t got = ::read(terminal.ours, buffer, sizeof(buffer));
            if (got <= 0) {
                break;
            }
            prompt.append(buffer, static_cast<qsizetype>(got));
        }
        if (line.isEmpty()) {
            ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        } else if (::write(terminal.ours, line.constData(), static_cast<std::size_t>(line.size()))
            != line.size()) {
            qFatal("nothing can be typed");
        }
        CliResult result = Cli::resultOf(*process);
        result.err = prompt;
        return result;
    }

private Q_SLOTS:
    void verifyTellsWhatEachEndpointAnswered();
    void everyExportIsWhatWasServed_data();
    void everyExportIsWhatWasServed();
    void csvAndJsonSayTheSame();
    void theLedgerHasEveryRequest();
    void aSecondSyncChangesNothing();
    void statusHasEveryField();
    void statusWithoutASyncIsAUsageError();
    void exportsARangeOfDays();
    void pseudonymsHideEverybody();
    void everyFaultHasItsExitCode_data();
    void everyFaultHasItsExitCode();
    void theFirstFailureInOrderDecides();
    void aFailedSyncKeepsWhatIsStored();
    void aLongPauseEndsWithItsTime();
    void aShortPauseIsWaitedFor();
    void aRefusedFirstSyncLeavesNothing();
    void theTimeOutIsTheirs();
    void theKeyIsNeverSeen();
    void keysComeInTheirOrder();
    void unusableKeysAreRefused_data();
    void unusableKeysAreRefused();
    void aTypedKeyIsNotShown();
    void withoutAKeyNothingIsAsked();
    void signalsStopCleanly_data();
    void signalsStopCleanly();
    void aKilledSyncContinues();
    void aLockedWorkspaceIsLeftAlone();
    void readingWorksWhileASyncRuns();
    void severalWorkspacesNeedAName();
    void exportNeverTouchesWhatItShouldNot();
    void disconnectErasesEverythingOfOurs();
    void eraseAsksFirst();
    void disconnectForgetsTheKeyAlone();
    void aKeyThatCannotBeRemovedStopsTheErase();
    void foreignDataFoldersAreRefused_data();
    void foreignDataFoldersAreRefused();
    void aFolderOfSomebodyElseIsRefused();
    void aDamagedCacheIsRebuiltWhenAsked();
    void aDamagedCacheIsReportedAndKept();
    void aFullDiskLeavesNoHalfExport();
    void progressGoesToStandardErrorOnly();
    void aFullStandardOutputIsAFailure();
    void helpAndVersionNeedNothing();
};

void TestCli::verifyTellsWhatEachEndpointAnswered()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);

    const CliResult json = cli.run(first(simulator, QStringLiteral("verify --json")));
    QVERIFY2(json.exitCode == 0, json.summary().constData());
    QCOMPARE(json.json().keys(), words(QStringLiteral("day endpoints workspace_id")));
    const QJsonArray endpoints = json.json().value(QStringLiteral("endpoints")).toArray();
    QStringList names;
    for (const QJsonValue& endpoint : endpoints) {
        QCOMPARE(endpoint.toObject().keys(), words(QStringLiteral("endpoint ms rows")));
        names += endpoint[QStringLiteral("endpoint")].toString();
    }
    QCOMPARE(names, words(QStringLiteral("usage code_reviews code_review_responses")));
    QCOMPARE(json.err, QByteArray());

    const CliResult text = cli.run(first(simulator, QStringLiteral("verify")));
    QCOMPARE(text.exitCode, 0);
    QCOMPARE(text.out.count("can be read"), 3);
    // Cheap, without a person in the answer, and nothing is left behind.
    for (const QJsonValue& request : simulator.requests()) {
        QVERIFY(request[QStringLiteral("query")].toString().contains(QLatin1String("limit=1")));
        QVERIFY(!request[QStringLiteral("path")].toString().endsWith(QLatin1String("/usage"))
            || request[QStringLiteral("query")].toString().contains(QLatin1String("group=workspace")));
    }
    QVERIFY(!QFile::exists(cli.dataFolder()));
}

void TestCli::everyExportIsWhatWasServed_data()
{
    QTest::addColumn<QString>("profile");
    for (const char* name : {"default", "null-tokens", "null-models", "emails-withheld", "unknown-client",
             "unknown-actor-type", "usd-billed", "fractional-credits", "numbers-as-strings",
             "identity-on-reviews", "small-pages", "no-reviews", "canary"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestCli::everyExportIsWhatWasServed()
{
    QFETCH(QString, profile);
    const SimulatorProcess simulator(simulated(QStringLiteral("--profile ") + profile));
    Cli cli;
    cli.use(simulator);

    const CliResult result = cli.run(first(simulator, QStringLiteral("sync --days 45 --json")));
    QVERIFY2(result.exitCode == 0, result.summary().constData());
    QCOMPARE(result.json().keys(),
        words(QStringLiteral("bytes changed next_sync rebuilt requests result rows seconds workspace_id")));
    QCOMPARE(result.json().value(QStringLiteral("result")).toString(), QStringLiteral("ok"));
    QVERIFY(result.json().value(QStringLiteral("rows")).toInteger() > 0);

    cli.forgetKey();
    compareEveryTable(cli, simulator);
    QCOMPARE(cli.fileHolding("CANARY"), QString());
}

void TestCli::csvAndJsonSayTheSame()
{
    const SimulatorProcess simulator(simulated(QStringLiteral("--profile fractional-credits")));
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 7 --quiet"))).exitCode, 0);

    for (const char* name : {"usage", "usage-by-model", "workspace-usage", "requests"}) {
        const QString table = QString::fromLatin1(name);
        const QJsonArray json = exported(cli, table);
        QVERIFY(!json.isEmpty());
        const QString file = cli.filePath(table + QStringLiteral(".csv"));
        const CliResult result = cli.run({QStringLiteral("export"), table, QStringLiteral("--format"),
            QStringLiteral("csv"), QStringLiteral("--out"), file});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(modeOf(file), mode_t{0600});
        // None of these cells needs quotes.
        const QByteArrayList lines = contentOf(file).split('\n');
        QCOMPARE(lines.size(), json.size() + 2);
        QVERIFY(lines.constLast().isEmpty());
        const QByteArrayList columns = lines.constFirst().split(',');
        for (qsizetype i = 0; i < json.size(); ++i) {
            const QByteArrayList cells = lines.at(i + 1).split(',');
            QCOMPARE(cells.size(), columns.size());
            for (qsizetype c = 0; c < columns.size(); ++c) {
                const QJsonValue value = json.at(i)[QString::fromUtf8(columns.at(c))];
                QVERIFY(!value.isUndefined());
                if (value.isNull()) {
                    QCOMPARE(cells.at(c), QByteArray());
                } else if (value.isString()) {
                    QCOMPARE(cells.at(c), value.toString().toUtf8());
                } else {
                    QVERIFY(cells.at(c).toDouble() == value.toDouble());
                }
            }
        }
    }
}

void TestCli::theLedgerHasEveryRequest()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 30 --quiet"))).exitCode, 0);
    QCOMPARE(cli.run(words(QStringLiteral("verify"))).exitCode, 0);

    QStringList seen;
    for (const QJsonValue& request : simulator.requests()) {
        const bool isGrouped
            = request[QStringLiteral("query")].toString().contains(QLatin1String("group=workspace"));
        seen += QStringLiteral("%1 %2 %3 %4 %5")
                    .arg(request[QStringLiteral("path")].toString().section(QLatin1Char('/'), -1),
                        isGrouped ? QStringLiteral("workspace") : QStringLiteral("-"))
                    .arg(request[QStringLiteral("status")].toInt())
                    .arg(request[QStringLiteral("body_bytes")].toInteger())
                    .arg(request[QStringLiteral("rows")].toInteger());
    }
    QStringList recorded;
    for (const QJsonValue& row : exported(cli, QStringLiteral("requests"))) {
        recorded += QStringLiteral("%1 %2 %3 %4 %5")
                        .arg(row[QStringLiteral("endpoint")].toString(),
                            row[QStringLiteral("group")].toString(QStringLiteral("-")))
                        .arg(row[QStringLiteral("status")].toInt())
                        .arg(row[QStringLiteral("bytes")].toInteger())
                        .arg(row[QStringLiteral("rows")].toInteger());
    }
    seen.sort();
    recorded.sort();
    QCOMPARE(recorded, seen);
}

void TestCli::aSecondSyncChangesNothing()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 30 --quiet"))).exitCode, 0);
    const QJsonArray before = exported(cli, QStringLiteral("usage"));
    const qsizetype requestsBefore = simulator.requests().size();

    // The workspace is implied now, and only what can still change is asked for.
    const CliResult again = cli.run(words(QStringLiteral("sync --json")));
    QVERIFY2(again.exitCode == 0, again.summary().constData());
    QVERIFY(again.json().value(QStringLiteral("changed")).isNull());
    QVERIFY(simulator.requests().size() - requestsBefore < requestsBefore);
    QCOMPARE(exported(cli, QStringLiteral("usage")), before);

    const CliResult full = cli.run(words(QStringLiteral("sync --full --quiet")));
    QCOMPARE(full.exitCode, 0);
    QCOMPARE(full.out + full.err, QByteArray());
    QCOMPARE(exported(cli, QStringLiteral("usage")), before);
}

void TestCli::statusHasEveryField()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 20 --quiet"))).exitCode, 0);

    const QJsonObject status = cli.run(words(QStringLiteral("status --json"))).json();
    QCOMPARE(status.keys(),
        words(QStringLiteral("coverage datasets engineers goal_from key last_sync next_sync review_days "
                             "review_response_days usage_rows workspace_id")));
    QCOMPARE(status.value(QStringLiteral("workspace_id")).toString(), simulator.workspace);
    const QString today = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
    const QString from = QDateTime::currentDateTimeUtc().date().addDays(-19).toString(Qt::ISODate);
    QCOMPARE(status.value(QStringLiteral("goal_from")).toString(), from);
    const QJsonObject complete{{QStringLiteral("from"), from}, {QStringLiteral("to"), today},
        {QStringLiteral("complete_days"), 20}, {QStringLiteral("missing_days"), 0},
        {QStringLiteral("provisional_days"), 2}};
    QCOMPARE(status.value(QStringLiteral("coverage")).toObject(), complete);
    const QJsonObject datasets = status.value(QStringLiteral("datasets")).toObject();
    QCOMPARE(
        datasets.keys(), words(QStringLiteral("code_review_responses code_reviews usage workspace_usage")));
    for (const QJsonValue& dataset : datasets) {
        QCOMPARE(dataset.toObject(), complete);
    }
    const QJsonObject lastSync = status.value(QStringLiteral("last_sync")).toObject();
    QCOMPARE(lastSync.keys(), words(QStringLiteral("at bytes requests result rows seconds")));
    QCOMPARE(lastSync.value(QStringLiteral("result")).toString(), QStringLiteral("ok"));
    QVERIFY(lastSync.value(QStringLiteral("at")).toString().endsWith(QLatin1Char('Z')));
    QVERIFY(status.value(QStringLiteral("next_sync")).toString()
        > lastSync.value(QStringLiteral("at")).toString());

    const QJsonObject served = simulator.served();
    const QJsonArray usage = support::expectedExport(QStringLiteral("usage"), served);
    QCOMPARE(status.value(QStringLiteral("usage_rows")).toInteger(), usage.size());
    QCOMPARE(status.value(QStringLiteral("engineers")).toInteger(),
        support::expectedExport(QStringLiteral("engineers"), served).size());
    QCOMPARE(status.value(QStringLiteral("review_days")).toInteger(),
        support::expectedExport(QStringLiteral("reviews"), served).size());
    QCOMPARE(status.value(QStringLiteral("review_response_days")).toInteger(),
        support::expectedExport(QStringLiteral("review-responses"), served).size());
    const QJsonObject key{{QStringLiteral("location"), QStringLiteral("environment")},
        {QStringLiteral("hint"), QString(QChar(0x2026) + simulator.key.right(4))}};
    QCOMPARE(status.value(QStringLiteral("key")).toObject(), key);

    // Neither key nor network is needed.
    cli.forgetKey();
    cli.setVariable(QStringLiteral("THREADCOUNT_API_BASE_URL"), QStringLiteral("http://127.0.0.1:9"));
    const QJsonObject without = cli.run(words(QStringLiteral("status --json"))).json();
    QCOMPARE(
        without.value(QStringLiteral("key"))[QStringLiteral("location")].toString(), QStringLiteral("none"));
    QVERIFY(without.value(QStringLiteral("key"))[QStringLiteral("hint")].isNull());
    QCOMPARE(without.value(QStringLiteral("coverage")), status.value(QStringLiteral("coverage")));
    const CliResult text = cli.run(words(QStringLiteral("status")));
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.contains("20, of which 2 can still change"));
    QVERIFY(text.out.contains(simulator.workspace.toUtf8()));
}

void TestCli::statusWithoutASyncIsAUsageError()
{
    Cli cli;
    for (const char* command :
        {"status", "export usage --format csv --out x.csv", "disconnect", "sync", "verify"}) {
        const CliResult result
            = cli.run(words(QString::fromLatin1(command)) + words(QStringLiteral("--json")));
        QCOMPARE(result.exitCode, 2);
        QCOMPARE(result.kind(), QStringLiteral("bad_usage"));
        QVERIFY(result.json().value(QStringLiteral("error"))[QStringLiteral("next")].toString().contains(
            QLatin1String("--workspace")));
    }
    QVERIFY(!QFile::exists(cli.dataFolder()));
    const CliResult named
        = cli.run(words(QStringLiteral("status --json --workspace 00000000-0000-4000-8000-000000000000")));
    QCOMPARE(named.exitCode, 2);
}

void TestCli::exportsARangeOfDays()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 20 --quiet"))).exitCode, 0);
    const QString from = QDateTime::currentDateTimeUtc().date().addDays(-9).toString(Qt::ISODate);
    const QString to = QDateTime::currentDateTimeUtc().date().addDays(-5).toString(Qt::ISODate);

    QJsonArray expected;
    for (const QJsonValue& row : support::expectedExport(QStringLiteral("usage"), simulator.served())) {
        const QString day = row[QStringLiteral("day")].toString();
        if (day >= from && day <= to) {
            expected += row;
        }
    }
    QVERIFY(!expected.isEmpty());
    const QJsonArray actual = exported(
        cli, QStringLiteral("usage"), {QStringLiteral("--from"), from, QStringLiteral("--to"), to});
    QCOMPARE(support::firstDifference(actual, expected), QString());

    const CliResult result = cli.run({QStringLiteral("export"), QStringLiteral("usage"),
        QStringLiteral("--json"), QStringLiteral("--format"), QStringLiteral("csv"), QStringLiteral("--out"),
        QStringLiteral("range.csv"), QStringLiteral("--from"), from, QStringLiteral("--to"), to});
    QCOMPARE(result.json().keys(), words(QStringLiteral("file format rows table workspace_id")));
    QCOMPARE(result.json().value(QStringLiteral("rows")).toInteger(), expected.size());
    QCOMPARE(
        result.json().value(QStringLiteral("file")).toString(), cli.filePath(QStringLiteral("range.csv")));
}

void TestCli::pseudonymsHideEverybody()
{
    const SimulatorProcess simulator(simulated(QStringLiteral("--profile identity-on-reviews")));
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 20 --quiet"))).exitCode, 0);

    QStringList pseudonyms;
    for (const QJsonValue& row :
        exported(cli, QStringLiteral("engineers"), {QStringLiteral("--pseudonymise")})) {
        pseudonyms += row[QStringLiteral("user_id")].toString();
        QVERIFY(row[QStringLiteral("email")].isNull());
    }
    QVERIFY(pseudonyms.size() > 5);
    for (const char* name : {"usage", "usage-by-surface", "usage-by-model", "reviews", "review-responses"}) {
        const QString table = QString::fromLatin1(name);
        const QJsonArray plain = exported(cli, table);
        const QJsonArray hidden = exported(cli, table, {QStringLiteral("--pseudonymise")});
        QCOMPARE(hidden.size(), plain.size());
        for (const QJsonValue& row : hidden) {
            const QJsonValue user = row[QStringLiteral("user_id")];
            QVERIFY(user.isNull() || pseudonyms.contains(user.toString()));
        }
        const QByteArray file = contentOf(cli.filePath(table + QStringLiteral(".json")));
        QVERIFY(!file.contains("user-") && !file.contains("@"));
    }
    // The same person keeps the pseudonym in the next export.
    QStringList again;
    for (const QJsonValue& row :
        exported(cli, QStringLiteral("engineers"), {QStringLiteral("--pseudonymise")})) {
        again += row[QStringLiteral("user_id")].toString();
    }
    QCOMPARE(again, pseudonyms);
}

void TestCli::everyFaultHasItsExitCode_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* fault, int exitCode, const char* kind) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << exitCode << QString::fromLatin1(kind);
    };
    row("key-rejected-a", 3, "key_rejected");
    row("key-rejected-b", 3, "key_rejected");
    row("scope-missing", 4, "scope_missing");
    row("scope-missing-401", 4, "scope_missing");
    row("wrong-workspace", 5, "access_denied");
    row("plan", 5, "access_denied");
    row("not-found@usage", 6, "workspace_not_found");
    row("gone-everywhere", 6, "workspace_not_found");
    row("throttled-seconds", 7, "throttled");
    row("throttled-date", 7, "throttled");
    row("throttled-long", 7, "throttled");
    row("error-500", 8, "service_unavailable");
    row("502-html", 8, "service_unavailable");
    row("502-empty", 8, "service_unavailable");
    row("503-html", 8, "service_unavailable");
    row("504-empty", 8, "service_unavailable");
    row("html-200", 8, "service_unavailable");
    row("reset", 8, "service_unavailable");
    row("cut-connection", 8, "service_unavailable");
    row("truncated-json", 8, "service_unavailable");
    row("stall", 8, "service_unavailable");
    row("slow-first-byte=20000", 8, "service_unavailable");
    row("redirect", 9, "unexpected_answer");
    row("bad-request", 9, "unexpected_answer");
    row("wrong-shape", 9, "unexpected_answer");
    row("wrong-shape-list", 9, "unexpected_answer");
}

void TestCli::everyFaultHasItsExitCode()
{
    QFETCH(QString, fault);
    QFETCH(int, exitCode);
    QFETCH(QString, kind);
    const SimulatorProcess simulator(simulated(QStringLiteral("--fault ") + fault));
    Cli cli;
    cli.use(simulator);

    const CliResult json = cli.run(first(simulator, QStringLiteral("--timeout-ms 1000 verify --json")));
    QVERIFY2(json.exitCode == exitCode, json.summary().constData());
    QCOMPARE(json.kind(), kind);
    const QJsonObject error = json.json().value(QStringLiteral("error")).toObject();
    QCOMPARE(error.keys(), words(QStringLiteral("exit kind message next")));
    QCOMPARE(error.value(QStringLiteral("exit")).toInt(), exitCode);
    QVERIFY(error.value(QStringLiteral("message")).toString().size() > 10);
    QVERIFY(error.value(QStringLiteral("next")).toString().size() > 10);
    QVERIFY(!QFile::exists(cli.dataFolder()));
}

void TestCli::theFirstFailureInOrderDecides()
{
    const SimulatorProcess simulator(simulated(
        QStringLiteral("--fault throttled-long@code_review_responses --fault not-found@code_reviews")));
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("verify --json"))).exitCode, 6);
    const CliResult text = cli.run(first(simulator, QStringLiteral("verify")));
    QCOMPARE(text.out.count("can be read"), 1);
    QVERIFY(text.out.contains("failed (throttled)"));

    // A first sync goes on with what can be read, and keeps it.
    const CliResult result = cli.run(first(simulator, QStringLiteral("sync --days 10 --json")));
    QVERIFY2(result.exitCode == 6, result.summary().constData());
    QCOMPARE(support::firstDifference(exported(cli, QStringLiteral("usage")),
                 support::expectedExport(QStringLiteral("usage"), simulator.served())),
        QString());
    const QJsonObject datasets
        = cli.run(words(QStringLiteral("status --json"))).json().value(QStringLiteral("datasets")).toObject();
    QCOMPARE(datasets.value(QStringLiteral("usage"))[QStringLiteral("complete_days")].toInt(), 10);
    QCOMPARE(datasets.value(QStringLiteral("code_reviews"))[QStringLiteral("missing_days")].toInt(), 10);
}

void TestCli::aFailedSyncKeepsWhatIsStored()
{
    const SimulatorProcess good(simulated());
    Cli cli;
    cli.use(good);
    QCOMPARE(cli.run(first(good, QStringLiteral("sync --days 10 --quiet"))).exitCode, 0);
    const QJsonArray before = exported(cli, QStringLiteral("usage"));

    for (const auto& [fault, exitCode] :
        std::map<QString, int>{{QStringLiteral("key-rejected-a"), 3}, {QStringLiteral("wrong-workspace"), 5},
            {QStringLiteral("gone-everywhere"), 9}, {QStringLiteral("bad-number"), 9},
            {QStringLiteral("bad-number-negative"), 9}, {QStringLiteral("wrong-shape"), 9}}) {
        const SimulatorProcess bad(simulated(QStringLiteral("--fault ") + fault));
        cli.use(bad);
        const CliResult result = cli.run(words(QStringLiteral("sync --json --full")));
        QVERIFY2(result.exitCode == exitCode, qPrintable(fault + QString::fromUtf8(result.summary())));
        QCOMPARE(exported(cli, QStringLiteral("usage")), before);
        QCOMPARE(cli.run(words(QStringLiteral("status --json")))
                     .json()
                     .value(QStringLiteral("last_sync"))[QStringLiteral("result")]
                     .toString(),
            result.kind());
    }
}

void TestCli::aLongPauseEndsWithItsTime()
{
    const SimulatorProcess good(simulated());
    Cli cli;
    cli.use(good);
    QCOMPARE(cli.run(first(good, QStringLiteral("sync --days 5 --quiet"))).exitCode, 0);
    const SimulatorProcess throttled(simulated(QStringLiteral("--fault throttled-long")));
    cli.use(throttled);

    QElapsedTimer timer;
    timer.start();
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(3'600);
    const CliResult result = cli.run(words(QStringLiteral("sync --json")));
    QCOMPARE(result.exitCode, 7);
    QVERIFY(timer.elapsed() < 30'000);
    const QString next = result.json().value(QStringLiteral("error"))[QStringLiteral("next")].toString();
    const QString hour = before.toString(QStringLiteral("yyyy-MM-dd HH:"));
    const QString laterHour = before.addSecs(60).toString(QStringLiteral("yyyy-MM-dd HH:"));
    QVERIFY2(next.contains(hour) || next.contains(laterHour), qPrintable(next));
}

void TestCli::aShortPauseIsWaitedFor()
{
    const SimulatorProcess simulator(simulated(QStringLiteral("--fault throttled-seconds=1@usage#2")));
    Cli cli;
    cli.use(simulator);
    const CliResult result = cli.run(first(simulator, QStringLiteral("sync --days 5")));
    QVERIFY2(result.exitCode == 0, result.summary().constData());
    QVERIFY2(result.err.contains("Waiting until "), result.summary().constData());
    compareEveryTable(cli, simulator);
}

void TestCli::aRefusedFirstSyncLeavesNothing()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    cli.setVariable(QStringLiteral("THREADCOUNT_API_KEY"), QStringLiteral("sk-test-not-the-right-one"));
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --quiet"))).exitCode, 3);
    QVERIFY(!QFile::exists(cli.dataFolder()));

    cli.use(simulator);
    const CliResult typo
        = cli.run(words(QStringLiteral("sync --json --workspace 00000000-0000-4000-8000-000000000000")));
    QCOMPARE(typo.exitCode, 6);
    QVERIFY(!QFile::exists(cli.dataFolder()));
}

void TestCli::theTimeOutIsTheirs()
{
    const SimulatorProcess simulator(simulated(QStringLiteral("--fault stall")));
    Cli cli;
    cli.use(simulator);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(cli.run(first(simulator, QStringLiteral("--timeout-ms 200 verify"))).exitCode, 8);
    QVERIFY(timer.elapsed() < 10'000);
}

void TestCli::theKeyIsNeverSeen()
{
    const SimulatorProcess simulator(simulated(QStringLiteral("--fault slow-first-byte=1500#2")));
    Cli cli;
    cli.use(simulator);
    const QByteArray key = simulator.key.toUtf8();

    const auto process = cli.start(first(simulator, QStringLiteral("sync --days 10")));
    QVERIFY(process->waitForReadyRead(0) || !simulator.requests().isEmpty()
        || process->waitForStarted(kPatience));
    QTRY_VERIFY_WITH_TIMEOUT(simulator.requests().size() > 3, kPatience); // it has the key and is at work
    const QString proc = QStringLiteral("/proc/%1/").arg(process->processId());
    const QByteArray commandLine = contentOf(proc + QStringLiteral("cmdline"));
    QVERIFY(commandLine.contains("sync"));
    QVERIFY(!commandLine.contains(key));
    // A process that hides its memory shows its environment to the super-user at most.
    const QByteArray environment = contentOf(proc + QStringLiteral("environ"));
    QVERIFY(environment == "unreadable" || environment.isEmpty()
        || environment.contains("THREADCOUNT_DATA_DIR="));
    QVERIFY(!environment.contains(key));
    const CliResult result = Cli::resultOf(*process);
    QVERIFY2(result.exitCode == 0, result.summary().constData());

    QByteArray said = result.out + result.err;
    for (const char* line :
        {"status --json", "status", "verify --json", "verify", "sync --full", "sync --json"}) {
        const CliResult each = cli.run(words(QString::fromLatin1(line)));
        QCOMPARE(each.exitCode, 0);
        said += each.out + each.err;
    }
    cli.setVariable(QStringLiteral("THREADCOUNT_API_BASE_URL"), QStringLiteral("http://127.0.0.1:9"));
    const CliResult failing = cli.run(words(QStringLiteral("verify")));
    QCOMPARE(failing.exitCode, 8);
    said += failing.out + failing.err;
    for (const char* table : {"usage", "requests"}) {
        exported(cli, QString::fromLatin1(table));
    }
    QVERIFY(!said.contains(key));
    QVERIFY(!said.contains(key.mid(12, 20)));
    QCOMPARE(cli.fileHolding(key), QString());
    QCOMPARE(cli.fileHolding(key.mid(12, 20)), QString());
}

void TestCli::keysComeInTheirOrder()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    const QString wrong = QStringLiteral("sk-test-not-the-right-one");
    const QString folder = cli.filePath(QStringLiteral("credentials"));
    QVERIFY(QDir().mkpath(folder));
    QFile credential(folder + QStringLiteral("/threadcount-api-key"));
    QVERIFY(credential.open(QIODevice::WriteOnly));
    credential.write(simulator.key.toUtf8() + "\n");
    credential.close();
    const QStringList verify = first(simulator, QStringLiteral("verify"));
    const QStringList verifyStdin = verify + words(QStringLiteral("--key-stdin"));

    // Standard input wins over the variable.
    cli.setVariable(QStringLiteral("THREADCOUNT_API_KEY"), wrong);
    QCOMPARE(cli.run(verifyStdin, simulator.key.toUtf8() + "\r\n").exitCode, 0);
    // The variable wins over the credential.
    cli.setVariable(QStringLiteral("CREDENTIALS_DIRECTORY"), folder);
    QCOMPARE(cli.run(verify).exitCode, 3);
    // The credential is used when there is nothing else.
    cli.forgetKey();
    QCOMPARE(cli.run(verify).exitCode, 0);
    QCOMPARE(cli.run(verifyStdin, wrong.toUtf8()).exitCode, 3);
    // A folder without a credential is no key.
    cli.setVariable(QStringLiteral("CREDENTIALS_DIRECTORY"), cli.filePath(QStringLiteral("nowhere")));
    QCOMPARE(cli.run(verify).exitCode, 11);
}

void TestCli::unusableKeysAreRefused_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("only a line end") << QByteArray("\n");
    QTest::newRow("spaces inside") << QByteArray("sk-test-canary of nobody");
    QTest::newRow("two lines") << QByteArray("sk-test-canary-one\nsk-test-canary-two\n");
    QTest::newRow("beyond ASCII") << QByteArray("sk-test-canary-\xc3\xa4\xc3\xb6\xc3\xbc");
    QTest::newRow("too short") << QByteArray("canary");
    QTest::newRow("10 KB") << QByteArray(10'000, 'k');
    QTest::newRow("without an end") << QByteArray(100'000, 'k');
}

void TestCli::unusableKeysAreRefused()
{
    QFETCH(QByteArray, key);
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    const CliResult result = cli.run(first(simulator, QStringLiteral("verify --key-stdin --json")), key);
    QVERIFY2(result.exitCode == 2, result.summary().constData());
    QCOMPARE(result.kind(), QStringLiteral("bad_usage"));
    QVERIFY(!result.out.contains("canary") && !result.out.contains("kkkk"));

    if (!key.isEmpty()) {
        cli.setVariable(QStringLiteral("THREADCOUNT_API_KEY"), QString::fromUtf8(key));
        const CliResult variable = cli.run(first(simulator, QStringLiteral("verify")));
        QVERIFY2(variable.exitCode == 2, variable.summary().constData());
        QVERIFY(!variable.err.contains("canary") && !variable.err.contains("kkkk"));
    }
    QVERIFY(simulator.requests().isEmpty());
}

void TestCli::aTypedKeyIsNotShown()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    cli.forgetKey();
    const CliResult result
        = typed(cli, first(simulator, QStringLiteral("verify --key-stdin")), simulator.key.toUtf8() + '\n');
    QVERIFY2(result.exitCode == 0, result.summary().constData());
    QVERIFY(result.err.contains("it is not shown"));
}

void TestCli::withoutAKeyNothingIsAsked()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    cli.forgetKey();
    const CliResult other = cli.run(first(simulator, QStringLiteral("sync --json")));
    QCOMPARE(other.exitCode, 11);
    QCOMPARE(other.kind(), QStringLiteral("no_key"));
    QVERIFY(simulator.requests().isEmpty());

    // The standard address asks the keychain, and there is none in this environment. Nothing leaves the
    // computer.
    cli.setVariable(QStringLiteral("THREADCOUNT_API_BASE_URL"), {});
    QElapsedTimer timer;
    timer.start();
    const CliResult standard = cli.run(first(simulator, QStringLiteral("verify --json")));
    QVERIFY2(standard.exitCode == 11, standard.summary().constData());
    QVERIFY(standard.kind().startsWith(QLatin1String("keychain_")));
    QVERIFY(standard.json().value(QStringLiteral("error"))[QStringLiteral("next")].toString().contains(
        QLatin1String("--key-stdin")));
    QVERIFY(timer.elapsed() < 15'000);
    QVERIFY(!QFile::exists(cli.dataFolder()));
}

void TestCli::signalsStopCleanly_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestCli::signalsStopCleanly()
{
    QFETCH(int, signal);
    const SimulatorProcess simulator(simulated(QStringLiteral("--fault slow-first-byte=50000@usage#5")));
    Cli cli;
    cli.use(simulator);
    const auto process = startedAndStuck(cli, simulator, QStringLiteral("sync --json"));
    QCOMPARE(process->state(), QProcess::Running);

    QElapsedTimer timer;
    timer.start();
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), signal), 0);
    const CliResult result = Cli::resultOf(*process);
    QVERIFY2(result.exitCode == 130, result.summary().constData());
    QVERIFY(timer.elapsed() < 10'000);
    QCOMPARE(result.kind(), QStringLiteral("cancelled"));

    // What was complete is complete, and the next sync takes the rest.
    const QJsonObject stopped
        = cli.run(words(QStringLiteral("status --json"))).json().value(QStringLiteral("coverage")).toObject();
    QVERIFY(stopped.value(QStringLiteral("missing_days")).toInt() > 0);
    const CliResult next = cli.run(words(QStringLiteral("sync --json")));
    QVERIFY2(next.exitCode == 0, next.summary().constData());
    const QJsonObject whole
        = cli.run(words(QStringLiteral("status --json"))).json().value(QStringLiteral("coverage")).toObject();
    QCOMPARE(whole.value(QStringLiteral("complete_days")).toInt(), 30);
    compareEveryTable(cli, simulator);
}

void TestCli::aKilledSyncContinues()
{
    const SimulatorProcess simulator(simulated(QStringLiteral("--fault slow-first-byte=50000@usage#5")));
    Cli cli;
    cli.use(simulator);
    const auto process = startedAndStuck(cli, simulator, QStringLiteral("sync"));
    QCOMPARE(process->state(), QProcess::Running);
    process->kill();
    QVERIFY(process->waitForFinished(kPatience));
    QCOMPARE(process->exitStatus(), QProcess::CrashExit);

    const CliResult next = cli.run(words(QStringLiteral("sync --quiet")));
    QVERIFY2(next.exitCode == 0, next.summary().constData());
    compareEveryTable(cli, simulator);
}

void TestCli::aLockedWorkspaceIsLeftAlone()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 5 --quiet"))).exitCode, 0);
    const QStringList files = cli.filesInDataFolder();

    auto lock = store::WorkspaceLock::acquire(
        cli.dataFolder() + QStringLiteral("/workspaces/") + simulator.workspace);
    QVERIFY(lock);
    for (const char* line : {"sync --json", "disconnect --json", "disconnect --erase --yes --json"}) {
        const CliResult result = cli.run(words(QString::fromLatin1(line)));
        QVERIFY2(result.exitCode == 12, result.summary().constData());
        QCOMPARE(result.kind(), QStringLiteral("sync_running"));
    }
    QCOMPARE(cli.run(words(QStringLiteral("status"))).exitCode, 0);
    QVERIFY(!exported(cli, QStringLiteral("usage")).isEmpty());
    lock->reset();
    QCOMPARE(cli.run(words(QStringLiteral("sync --quiet"))).exitCode, 0);
    QCOMPARE(cli.filesInDataFolder(), files);
}

void TestCli::readingWorksWhileASyncRuns()
{
    const SimulatorProcess simulator(simulated(QStringLiteral("--fault slow-first-byte=50000@usage#5")));
    Cli cli;
    cli.use(simulator);
    const auto process = startedAndStuck(cli, simulator, QStringLiteral("sync"));
    QCOMPARE(process->state(), QProcess::Running);
    const CliResult status = cli.run(words(QStringLiteral("status --json")));
    QVERIFY2(status.exitCode == 0, status.summary().constData());
    QVERIFY(status.json().value(QStringLiteral("last_sync")).isNull());
    QVERIFY(!exported(cli, QStringLiteral("workspace-usage")).isEmpty());
    QCOMPARE(cli.run(words(QStringLiteral("sync --json"))).exitCode, 12);
    QCOMPARE(process->state(), QProcess::Running);
    process->terminate();
    QCOMPARE(Cli::resultOf(*process).exitCode, 130);
}

void TestCli::severalWorkspacesNeedAName()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 5 --quiet"))).exitCode, 0);
    // A second one, copied into place: the command line looks at names only before it opens anything.
    const QString other = QStringLiteral("00000000-0000-4000-8000-000000000000");
    const QString from = cli.dataFolder() + QStringLiteral("/workspaces/") + simulator.workspace;
    const QString to = cli.dataFolder() + QStringLiteral("/workspaces/") + other;
    QVERIFY(QDir().mkdir(to));
    QVERIFY(QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(QFile::copy(from + QStringLiteral("/cache.db"), to + QStringLiteral("/cache.db")));

    for (const char* line : {"status --json", "sync --json", "verify --json", "disconnect --json",
             "export usage --format csv --out x.csv --json"}) {
        const CliResult result = cli.run(words(QString::fromLatin1(line)));
        QVERIFY2(result.exitCode == 2, result.summary().constData());
        QVERIFY(result.out.contains(simulator.workspace.toUtf8()) && result.out.contains(other.toUtf8()));
    }
    QCOMPARE(cli.run(first(simulator, QStringLiteral("status"))).exitCode, 0);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --quiet"))).exitCode, 0);
}

void TestCli::exportNeverTouchesWhatItShouldNot()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 5 --quiet"))).exitCode, 0);
    const QString cache = cli.dataFolder() + QStringLiteral("/workspaces/") + simulator.workspace
        + QStringLiteral("/cache.db");
    QVERIFY(QFile::link(cache, cli.filePath(QStringLiteral("link.csv"))));
    QVERIFY(QFile::link(cli.dataFolder(), cli.filePath(QStringLiteral("way-in"))));
    QVERIFY(QDir().mkdir(cli.filePath(QStringLiteral("folder"))));
    const auto refusal = [&cli](const QString& out, const QString& more = {}) {
        const CliResult result = cli.run(
            words(QStringLiteral("export usage --format csv --json --out")) + QStringList(out) + words(more));
        return result.exitCode == 2 ? result.kind() : QString::fromUtf8(result.summary());
    };
    const QString refused = QStringLiteral("file_refused");
    const QString force = QStringLiteral("--force");

    QCOMPARE(refusal(QStringLiteral("link.csv")), refused);
    QCOMPARE(refusal(QStringLiteral("link.csv"), force), refused);
    QCOMPARE(refusal(QStringLiteral("folder"), force), refused);
    QCOMPARE(refusal(QStringLiteral("missing/out.csv"), force), refused);
    QCOMPARE(refusal(QStringLiteral("/dev/null"), force), refused);
    QCOMPARE(refusal(cache, force), refused);
    QCOMPARE(refusal(QStringLiteral("data/new.csv")), refused);
    QCOMPARE(refusal(QStringLiteral("way-in/new.csv")), refused);
    QVERIFY(contentOf(cache).startsWith("SQLite format 3"));

    const QStringList csv = words(QStringLiteral("export usage --format csv --out out.csv"));
    QCOMPARE(cli.run(csv).exitCode, 0);
    const QByteArray whole = contentOf(cli.filePath(QStringLiteral("out.csv")));
    QCOMPARE(refusal(QStringLiteral("out.csv")), refused);
    QCOMPARE(contentOf(cli.filePath(QStringLiteral("out.csv"))), whole);
    QCOMPARE(cli.run(csv + words(force)).exitCode, 0);
    QCOMPARE(contentOf(cli.filePath(QStringLiteral("out.csv"))), whole);
    QCOMPARE(modeOf(cli.filePath(QStringLiteral("out.csv"))), mode_t{0600});
    const QStringList left = QDir(cli.filePath({}))
                                 .entryList({QStringLiteral(".threadcount-*"), QStringLiteral("*.part")},
                                     QDir::Files | QDir::Hidden);
    QCOMPARE(left, QStringList());
}

void TestCli::disconnectErasesEverythingOfOurs()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 5 --quiet"))).exitCode, 0);

    const CliResult result = cli.run(words(QStringLiteral("disconnect --erase --yes --json")));
    QVERIFY2(result.exitCode == 0, result.summary().constData());
    QCOMPARE(result.json().keys(), words(QStringLiteral("deleted erased workspace_id")));
    QVERIFY(result.json().value(QStringLiteral("erased")).toBool());
    QStringList deleted;
    for (const QJsonValue& file : result.json().value(QStringLiteral("deleted")).toArray()) {
        deleted += file.toString();
        QVERIFY(!QFile::exists(file.toString()));
    }
    QVERIFY(deleted.join(QLatin1Char(' ')).contains(QLatin1String("/cache.db")));
    QVERIFY(deleted.join(QLatin1Char(' ')).contains(QLatin1String("/threadcount.log")));
    QVERIFY(!QFile::exists(cli.dataFolder()));

    // The demo's own store and a stranger's file stay.
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 5 --quiet"))).exitCode, 0);
    const auto folder = store::DataFolder::inspect(cli.dataFolder());
    QVERIFY(folder && folder->demo().ensureCreated());
    QCOMPARE(cli.run(words(QStringLiteral("disconnect --erase --yes"))).exitCode, 0);
    QVERIFY(folder->demo().exists());
    QVERIFY(folder->workspaces().empty());
}

void TestCli::eraseAsksFirst()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 5 --quiet"))).exitCode, 0);
    const QStringList before = cli.filesInDataFolder();

    const CliResult blind = cli.run(words(QStringLiteral("disconnect --erase --json")), "erase\n");
    QCOMPARE(blind.exitCode, 2);
    QVERIFY(blind.out.contains("--yes"));
    QCOMPARE(cli.filesInDataFolder(), before);

    for (const char* answer : {"yes\n", "\n", "erase it\n"}) {
        const CliResult no = typed(cli, words(QStringLiteral("disconnect --erase --json")), answer);
        QVERIFY2(no.exitCode == 2, no.summary().constData());
        QVERIFY(no.err.contains(simulator.workspace.toUtf8()));
        QCOMPARE(cli.filesInDataFolder(), before);
    }
    const CliResult stopped = typed(cli, words(QStringLiteral("disconnect --erase --json")), {});
    QVERIFY2(stopped.exitCode == 130, stopped.summary().constData());
    QCOMPARE(cli.filesInDataFolder(), before);

    const CliResult yes = typed(cli, words(QStringLiteral("disconnect --erase")), "erase\n");
    QVERIFY2(yes.exitCode == 0, yes.summary().constData());
    QVERIFY(yes.out.contains("cache.db"));
    QVERIFY(!QFile::exists(cli.dataFolder()));
}

void TestCli::disconnectForgetsTheKeyAlone()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 5 --quiet"))).exitCode, 0);
    cli.forgetKey();
    settings::Settings settings;
    settings::WorkspaceSettings entry{*core::WorkspaceId::parse(simulator.workspace), simulator.url,
        settings::KeyLocation::Session, QStringLiteral("…WXYZ"), false, true};
    settings.put(entry);
    const QString file = cli.dataFolder() + QStringLiteral("/settings.ini");
    QVERIFY(settings.save(file));
    const QJsonObject session{{QStringLiteral("location"), QStringLiteral("session")},
        {QStringLiteral("hint"), QStringLiteral("…WXYZ")}};
    QCOMPARE(cli.run(words(QStringLiteral("status --json"))).json().value(QStringLiteral("key")).toObject(),
        session);

    const CliResult result = cli.run(words(QStringLiteral("disconnect --json")));
    QVERIFY2(result.exitCode == 0, result.summary().constData());
    QVERIFY(!result.json().value(QStringLiteral("erased")).toBool());
    QVERIFY(result.json().value(QStringLiteral("deleted")).toArray().isEmpty());
    const auto after = settings::Settings::load(file);
    QVERIFY(after);
    QCOMPARE(after->workspaces.size(), std::size_t{1});
    QVERIFY(after->workspaces.front().keyHint.isEmpty());
    QVERIFY(after->workspaces.front().setupFinished);
    QCOMPARE(cli.run(words(QStringLiteral("status --json")))
                 .json()
                 .value(QStringLiteral("key"))[QStringLiteral("location")]
                 .toString(),
        QStringLiteral("none"));
    QVERIFY(!exported(cli, QStringLiteral("usage")).isEmpty());
}

void TestCli::aKeyThatCannotBeRemovedStopsTheErase()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 5 --quiet"))).exitCode, 0);
    settings::Settings settings;
    settings.put({*core::WorkspaceId::parse(simulator.workspace), QStringLiteral("https://api.chatgpt.com"),
        settings::KeyLocation::Keychain, QStringLiteral("…WXYZ"), false, true});
    QVERIFY(settings.save(cli.dataFolder() + QStringLiteral("/settings.ini")));
    const QStringList before = cli.filesInDataFolder();

    // There is no keychain in this environment, and the settings say that it holds a key.
    const CliResult result = cli.run(words(QStringLiteral("disconnect --erase --yes --json")));
    QVERIFY2(result.exitCode == 11, result.summary().constData());
    QCOMPARE(cli.filesInDataFolder(), before);
}

void TestCli::foreignDataFoldersAreRefused_data()
{
    QTest::addColumn<QString>("what");
    for (const char* what : {"somebody's file", "open to others", "a link", "a file"}) {
        QTest::newRow(what) << QString::fromLatin1(what);
    }
}

void TestCli::foreignDataFoldersAreRefused()
{
    QFETCH(QString, what);
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    const QString path = cli.filePath(QStringLiteral("place"));
    cli.setVariable(QStringLiteral("THREADCOUNT_DATA_DIR"), path);
    if (what == QLatin1String("a file")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
    } else {
        const QString real = what == QLatin1String("a link") ? cli.filePath(QStringLiteral("real")) : path;
        QVERIFY(QDir().mkdir(real));
        QVERIFY(QFile::setPermissions(real, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        if (real != path) {
            QVERIFY(QFile::link(real, path));
        } else if (what == QLatin1String("open to others")) {
            QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0755), 0);
        } else {
            QFile file(path + QStringLiteral("/thesis.txt"));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
    }
    const QStringList before = QDir(path).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const char* line : {"sync --json", "status --json", "disconnect --erase --yes --json"}) {
        const CliResult result = cli.run(first(simulator, QString::fromLatin1(line)));
        QVERIFY2(result.exitCode == 10, result.summary().constData());
        QCOMPARE(result.kind(), QStringLiteral("store_folder_refused"));
    }
    QCOMPARE(QDir(path).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), before);
}

void TestCli::aFolderOfSomebodyElseIsRefused()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    if (::geteuid() == 0) {
        // Ours, but not the super-user's.
        QVERIFY(QDir().mkdir(cli.dataFolder()));
        QCOMPARE(::chmod(QFile::encodeName(cli.dataFolder()).constData(), 0700), 0);
        QCOMPARE(::chown(QFile::encodeName(cli.dataFolder()).constData(), 65'534, 65'534), 0);
    } else {
        // The root folder belongs to somebody else and is not empty.
        cli.setVariable(QStringLiteral("THREADCOUNT_DATA_DIR"), QStringLiteral("/"));
    }
    const CliResult result = cli.run(first(simulator, QStringLiteral("sync --json")));
    QVERIFY2(result.exitCode == 10, result.summary().constData());
    QCOMPARE(result.kind(), QStringLiteral("store_folder_refused"));
    QVERIFY(simulator.requests().isEmpty());
}

void TestCli::aDamagedCacheIsRebuiltWhenAsked()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 40 --quiet"))).exitCode, 0);
    const QString folder = cli.dataFolder() + QStringLiteral("/workspaces/") + simulator.workspace;
    const QString cache = folder + QStringLiteral("/cache.db");

    // Whole: nothing is rebuilt, whoever asks for it every day.
    const QDateTime made = QFileInfo(cache).birthTime();
    const CliResult whole = cli.run(words(QStringLiteral("sync --rebuild --json")));
    QVERIFY2(whole.exitCode == 0, whole.summary().constData());
    QVERIFY(whole.json().value(QStringLiteral("rebuilt")).isNull());
    QVERIFY(whole.err.contains("not damaged"));
    QCOMPARE(QFileInfo(cache).birthTime(), made);

    // The last pages are gone. The file still says who it is and what was asked for.
    QByteArray content = contentOf(cache);
    std::fill(content.end() - 8 * 4'096, content.end(), '\xA5');
    QFile file(cache);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
    file.close();
    QVERIFY(QFile::remove(folder + QStringLiteral("/cache.checked"))); // as if a day had passed
    const CliResult damaged = cli.run(words(QStringLiteral("sync --json")));
    QVERIFY2(damaged.exitCode == 10, damaged.summary().constData());
    QCOMPARE(damaged.kind(), QStringLiteral("store_damaged"));
    QVERIFY(damaged.json().value(QStringLiteral("error"))[QStringLiteral("next")].toString().contains(
        QLatin1String("--rebuild")));

    const CliResult rebuilt = cli.run(words(QStringLiteral("sync --rebuild --json")));
    QVERIFY2(rebuilt.exitCode == 0, rebuilt.summary().constData());
    const QString aside = folder + QStringLiteral("/cache.damaged.db");
    QCOMPARE(rebuilt.json().value(QStringLiteral("rebuilt")).toString(), aside);
    QCOMPARE(contentOf(aside), content);
    const QJsonObject coverage
        = cli.run(words(QStringLiteral("status --json"))).json().value(QStringLiteral("coverage")).toObject();
    QCOMPARE(coverage.value(QStringLiteral("complete_days")).toInt(), 40); // as was asked for at first
    compareEveryTable(cli, simulator);

    // Erase knows the copy.
    QCOMPARE(cli.run(words(QStringLiteral("disconnect --erase --yes"))).exitCode, 0);
    QVERIFY(!QFile::exists(cli.dataFolder()));
}

void TestCli::aDamagedCacheIsReportedAndKept()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 5 --quiet"))).exitCode, 0);
    const QString cache = cli.dataFolder() + QStringLiteral("/workspaces/") + simulator.workspace
        + QStringLiteral("/cache.db");
    const QByteArray garbage(10'000, 'x');
    QFile file(cache);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(garbage), garbage.size());
    file.close();
    const qsizetype requestsBefore = simulator.requests().size();

    for (const char* line :
        {"status --json", "sync --json", "export usage --format csv --out x.csv --json"}) {
        const CliResult result = cli.run(words(QString::fromLatin1(line)));
        QVERIFY2(result.exitCode == 10, result.summary().constData());
        QCOMPARE(result.kind(), QStringLiteral("store_damaged"));
    }
    QCOMPARE(contentOf(cache), garbage);
    QCOMPARE(simulator.requests().size(), requestsBefore);
    QVERIFY(!QFile::exists(cli.filePath(QStringLiteral("x.csv"))));
    // The way out that the message names works.
    QCOMPARE(cli.run(words(QStringLiteral("disconnect --erase --yes"))).exitCode, 0);
    QVERIFY(!QFile::exists(cli.dataFolder()));
}

void TestCli::aFullDiskLeavesNoHalfExport()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 60 --quiet"))).exitCode, 0);
    QCOMPARE(
        cli.run(words(QStringLiteral("export usage-by-model --format json --out whole.json"))).exitCode, 0);
    constexpr rlim_t kMost = 100'000;
    QVERIFY(contentOf(cli.filePath(QStringLiteral("whole.json"))).size() > qsizetype{kMost});

    auto process = cli.prepare(
        words(QStringLiteral("export usage-by-model --format json --out whole.json --force --json")));
    process->setChildProcessModifier([] {
        // No file may grow beyond this: writing fails as it does on a full disk.
        const rlimit limit{kMost, kMost};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN);
    });
    const QByteArray before = contentOf(cli.filePath(QStringLiteral("whole.json")));
    process->start();
    const CliResult result = Cli::resultOf(*process);
    QVERIFY2(result.exitCode == 10, result.summary().constData());
    QCOMPARE(result.kind(), QStringLiteral("file_failed"));
    QCOMPARE(contentOf(cli.filePath(QStringLiteral("whole.json"))), before);
    const QStringList left
        = QDir(cli.filePath({})).entryList({QStringLiteral(".threadcount-*")}, QDir::Files | QDir::Hidden);
    QCOMPARE(left, QStringList());
}

void TestCli::progressGoesToStandardErrorOnly()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    const CliResult loud = cli.run(first(simulator, QStringLiteral("sync --days 30")));
    QCOMPARE(loud.exitCode, 0);
    QVERIFY2(loud.err.contains(" of 30 days complete"), loud.summary().constData());
    QVERIFY(!loud.err.contains("\x1b") && !loud.err.contains("\r"));
    QVERIFY(loud.out.startsWith("Sync done: "));
    QVERIFY(!loud.out.contains("Part "));

    const CliResult json = cli.run(words(QStringLiteral("sync --json --full")));
    QVERIFY(!json.json().isEmpty());
    QCOMPARE(json.out.count('\n'), 1);
}

void TestCli::aFullStandardOutputIsAFailure()
{
    const SimulatorProcess simulator(simulated());
    Cli cli;
    cli.use(simulator);
    QCOMPARE(cli.run(first(simulator, QStringLiteral("sync --days 5 --quiet"))).exitCode, 0);
    auto process = cli.prepare(words(QStringLiteral("status --json")));
    process->setStandardOutputFile(QStringLiteral("/dev/full"));
    process->start();
    const CliResult result = Cli::resultOf(*process);
    QCOMPARE(result.exitCode, 10);
    QVERIFY(result.err.contains("standard output cannot be written"));
}

void TestCli::helpAndVersionNeedNothing()
{
    Cli cli;
    cli.setVariable(QStringLiteral("THREADCOUNT_DATA_DIR"), QStringLiteral("/nonexistent/place"));
    const CliResult help = cli.run({QStringLiteral("--help")});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.out.startsWith("Usage: threadcount-cli"));
    const CliResult version = cli.run({QStringLiteral("--version")});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.out.startsWith("threadcount-cli "));
    const CliResult nothing = cli.run({});
    QCOMPARE(nothing.exitCode, 2);
    QCOMPARE(nothing.out, QByteArray());
    QVERIFY(nothing.err.contains("--help"));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
