// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/Outcome.h"
#include "cli/ProgressLine.h"
#include "support/TestCase.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace app;
using namespace app::cli;
using core::ErrorKind;

namespace {

const QString kWorkspace = QStringLiteral("1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21");

QStringList words(const QString& line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestCommandLine : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void understandsEveryFlag();
    void defaultsAreTheProducts();
    void flagsWinOverTheEnvironment();
    void optionsMayStandAnywhere_data();
    void optionsMayStandAnywhere();
    void exportTakesDaysAndTables();
    void refusesWhatItCannotUse_data();
    void refusesWhatItCannotUse();
    void neverEchoesAKey_data();
    void neverEchoesAKey();
    void offersTheIdInsideAUrl();
    void helpNamesEveryCommandAndTable();
    void knowsWhetherTheAnswerHasToBeJson();
    void theManualsNameEverythingThatExists();
    void everyKindHasItsExitCode_data();
    void everyKindHasItsExitCode();
    void everyFailureHasItsWords();
    void aKnownRetryTimeIsNamed();
    void progressSaysWhereItIs();
};

void TestCommandLine::understandsEveryFlag()
{
    const auto line = CommandLine::parse(
        {QStringLiteral("--data-dir"), QStringLiteral("/d e"), QStringLiteral("--workspace"),
            kWorkspace.toUpper(), QStringLiteral("--api-base-url"), QStringLiteral("http://127.0.0.1:8080"),
            QStringLiteral("--timeout-ms"), QStringLiteral("250"), QStringLiteral("--json"),
            QStringLiteral("--quiet"), QStringLiteral("--key-stdin"), QStringLiteral("sync"),
            QStringLiteral("--days"), QStringLiteral("90"), QStringLiteral("--full"),
            QStringLiteral("--rebuild")},
        {});
    QVERIFY2(line, line ? "" : qPrintable(line.error().message));
    QCOMPARE(line->command, CommandLine::Command::Sync);
    QCOMPARE(line->dataDir, QStringLiteral("/d e"));
    QCOMPARE(line->workspace->toString(), kWorkspace);
    QCOMPARE(line->baseUrl.origin(), QStringLiteral("http://127.0.0.1:8080"));
    QCOMPARE(line->silence->count(), 250);
    QVERIFY(line->json && line->quiet && line->keyFromStdin && line->fullSweep && line->rebuild);
    QCOMPARE(*line->days, 90);

    const auto disconnect = CommandLine::parse(words(QStringLiteral("disconnect --erase --yes")), {});
    QVERIFY(disconnect && disconnect->erase && disconnect->yes);
}

void TestCommandLine::defaultsAreTheProducts()
{
    const auto line = CommandLine::parse({QStringLiteral("sync")}, {});
    QVERIFY(line);
    QVERIFY(line->baseUrl.isStandard());
    QVERIFY(line->dataDir.isEmpty() && !line->workspace && !line->silence && !line->days);
    QVERIFY(
        !line->json && !line->quiet && !line->keyFromStdin && !line->fullSweep && !line->erase && !line->yes);
    QCOMPARE(CommandLine::parse({QStringLiteral("--help")}, {})->command, CommandLine::Command::Help);
    QCOMPARE(CommandLine::parse(words(QStringLiteral("sync -h")), {})->command, CommandLine::Command::Help);
    QCOMPARE(CommandLine::parse({QStringLiteral("--version")}, {})->command, CommandLine::Command::Version);
}

void TestCommandLine::flagsWinOverTheEnvironment()
{
    const Environment environment{QStringLiteral("/from-environment"), QStringLiteral("http://127.0.0.1:1")};
    const auto plain = CommandLine::parse({QStringLiteral("status")}, environment);
    QVERIFY(plain);
    QCOMPARE(plain->dataDir, QStringLiteral("/from-environment"));
    QCOMPARE(plain->baseUrl.origin(), QStringLiteral("http://127.0.0.1:1"));

    const auto flagged = CommandLine::parse(
        words(QStringLiteral("status --data-dir=/flag --api-base-url https://example.com")), environment);
    QVERIFY(flagged);
    QCOMPARE(flagged->dataDir, QStringLiteral("/flag"));
    QCOMPARE(flagged->baseUrl.origin(), QStringLiteral("https://example.com"));
}

void TestCommandLine::optionsMayStandAnywhere_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("before the command") << QStringLiteral("--json --days 7 sync");
    QTest::newRow("after the command") << QStringLiteral("sync --days 7 --json");
    QTest::newRow("with an equals sign") << QStringLiteral("sync --days=7 --json");
    QTest::newRow("a command after two dashes") << QStringLiteral("--json --days=7 -- sync");
}

void TestCommandLine::optionsMayStandAnywhere()
{
    QFETCH(QString, line);
    const auto parsed = CommandLine::parse(words(line), {});
    QVERIFY(parsed);
    QVERIFY(parsed->json);
    QCOMPARE(*parsed->days, 7);
}

void TestCommandLine::exportTakesDaysAndTables()
{
    for (const exporting::Table table : exporting::kTables) {
        const auto line = CommandLine::parse(
            {QStringLiteral("export"), exporting::tableName(table), QStringLiteral("--format"),
                QStringLiteral("json"), QStringLiteral("--out"), QStringLiteral("o")},
            {});
        QVERIFY(line);
        QCOMPARE(line->exportRequest.table, table);
        QCOMPARE(line->exportRequest.range, exporting::kAllDays);
        QVERIFY(!line->exportRequest.replace);
        QCOMPARE(line->exportRequest.names, exporting::TableSource::Names::AsStored);
    }
    const auto line
        = CommandLine::parse(words(QStringLiteral("export usage --format csv --out=-o.csv --from 2026-11-01 "
                                                  "--to 2026-11-01 --pseudonymise --force")),
            {});
    QVERIFY(line);
    QCOMPARE(line->exportRequest.format, exporting::Format::Csv);
    QCOMPARE(line->exportRequest.file, QStringLiteral("-o.csv"));
    QCOMPARE(line->exportRequest.range.length(), 1);
    QCOMPARE(line->exportRequest.range.first.toIso(), QStringLiteral("2026-11-01"));
    QVERIFY(line->exportRequest.replace);
    QCOMPARE(line->exportRequest.names, exporting::TableSource::Names::Pseudonyms);

    const auto open = CommandLine::parse(
        words(QStringLiteral("export usage --format csv --out o --from 2026-11-05")), {});
    QVERIFY(open);
    QCOMPARE(open->exportRequest.range.first.toIso(), QStringLiteral("2026-11-05"));
    QCOMPARE(open->exportRequest.range.last, exporting::kAllDays.last);
}

void TestCommandLine::refusesWhatItCannotUse_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("part"); ///< of the message
    const auto row = [](const char* line, const char* part) {
        QTest::newRow(*line == '\0' ? "nothing" : line) << QString::fromUtf8(line) << QString::fromUtf8(part);
    };
    row("", "There is no command.");
    row("--json", "There is no command.");
    row("synchronise", "There is no command synchronise.");
    row("Sync", "There is no command Sync.");
    row("sync now", "now is one word too many");
    row("sync --day 7", "There is no flag --day.");
    row("sync -x", "There is no flag -x.");
    row("sync --days", "--days needs a value");
    row("sync --days --json", "--days needs a value");
    row("sync --days=", "--days needs a value");
    row("sync --days 0", "--days needs a whole number from 1 to 90");
    row("sync --days 91", "--days needs a whole number from 1 to 90");
    row("sync --days -3", "--days needs a whole number");
    row("sync --days +3", "--days needs a whole number");
    row("sync --days 7.5", "--days needs a whole number");
    row("sync --days 7d", "--days needs a whole number");
    row("sync --days 0x7", "--days needs a whole number");
    row("sync --days 99999999999", "--days needs a whole number");
    row("sync --days 7 --days 8", "--days is given twice");
    row("sync --json --json", "--json is given twice");
    row("sync --json=yes", "--json takes no value");
    row("status --days 7", "--days does not go with status");
    row("status --key-stdin", "--key-stdin does not go with status");
    row("sync --force", "--force does not go with sync");
    row("verify --full", "--full does not go with verify");
    row("status --rebuild", "--rebuild does not go with status");
    row("export usage --erase --format csv --out o", "--erase does not go with export");
    row("sync --timeout-ms 0", "--timeout-ms needs a whole number from 1");
    row("sync --timeout-ms 600001", "--timeout-ms needs a whole number from 1 to 600000");
    row("sync --timeout-ms soon", "--timeout-ms needs a whole number");
    row("sync --workspace org-abc123", "org-abc123 is no workspace id");
    row("sync --workspace 1f6f0c1e", "1f6f0c1e is no workspace id");
    row("sync --workspace ../../etc", "is no workspace id");
    row("status --api-base-url http://example.com", "--api-base-url cannot be used");
    row("status --api-base-url http://localhost:8080", "--api-base-url cannot be used");
    row("status --api-base-url http://127.1:8080", "--api-base-url cannot be used");
    row("status --api-base-url https://u:p@example.com", "--api-base-url cannot be used");
    row("status --api-base-url https://example.com/path", "--api-base-url cannot be used");
    row("status --api-base-url https://example.com?q=1", "--api-base-url cannot be used");
    row("status --api-base-url ftp://example.com", "--api-base-url cannot be used");
    row("status --api-base-url example.com", "--api-base-url cannot be used");
    row("export", "export needs to know what to export");
    row("export users --format csv --out o", "There is no table users.");
    row("export Usage --format csv --out o", "There is no table Usage.");
    row("export usage reviews --format csv --out o", "reviews is one word too many");
    row("export usage --out o", "export needs a format");
    row("export usage --format xlsx --out o", "There is no format xlsx.");
    row("export usage --format CSV --out o", "There is no format CSV.");
    row("export usage --format csv", "export needs a file");
    row("export usage --format csv --out -", "not standard output");
    row("export usage --format csv --out o --from yesterday", "yesterday is no day for --from");
    row("export usage --format csv --out o --from 2026-11-31", "2026-11-31 is no day for --from");
    row("export usage --format csv --out o --to 2026-1-1", "2026-1-1 is no day for --to");
    row("export usage --format csv --out o --to 1969-12-31", "1969-12-31 is no day for --to");
    row("export usage --format csv --out o --from 2026-11-02 --to 2026-11-01", "--to lies before --from");
}

void TestCommandLine::refusesWhatItCannotUse()
{
    QFETCH(QString, line);
    QFETCH(QString, part);
    const auto parsed = CommandLine::parse(words(line), {});
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().message.contains(part), qPrintable(parsed.error().message));
    QVERIFY(!parsed.error().next.isEmpty());
    QCOMPARE(static_cast<int>(failed(parsed.error()).exitCode), 2);
}

void TestCommandLine::neverEchoesAKey_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("a flag that does not exist") << QStringLiteral("sync --key sk-test-canary-of-nobody-0000");
    QTest::newRow("with an equals sign") << QStringLiteral("sync --api-key=sk-test-canary-of-nobody-0000");
    QTest::newRow("another flag") << QStringLiteral("sync --sk-test-canary-of-nobody-0000");
    QTest::newRow("as a command") << QStringLiteral("sk-test-canary-of-nobody-0000");
    QTest::newRow("as a second word") << QStringLiteral("sync sk-test-canary-of-nobody-0000");
    QTest::newRow("as a workspace") << QStringLiteral("sync --workspace sk-test-canary-of-nobody-0000");
    QTest::newRow("as a table") << QStringLiteral(
        "export sk-test-canary-of-nobody-0000 --format csv --out o");
    QTest::newRow("as a day") << QStringLiteral(
        "export usage --format csv --out o --from sk-test-canary-of-nobody-0000");
    QTest::newRow("as a password") << QStringLiteral(
        "sync --api-base-url https://x:sk-test-canary-of-nobody-0000@example.com");
}

void TestCommandLine::neverEchoesAKey()
{
    QFETCH(QString, line);
    const auto parsed = CommandLine::parse(words(line), {});
    QVERIFY(!parsed);
    const QString all = parsed.error().message + parsed.error().next;
    QVERIFY2(!all.contains(QLatin1String("canary")), qPrintable(all));
}

void TestCommandLine::offersTheIdInsideAUrl()
{
    const auto parsed
        = CommandLine::parse({QStringLiteral("sync"), QStringLiteral("--workspace"),
                                 QStringLiteral("https://chatgpt.com/admin/%1/x").arg(kWorkspace.toUpper())},
            {});
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().next, QStringLiteral("Write --workspace %1.").arg(kWorkspace));
}

void TestCommandLine::helpNamesEveryCommandAndTable()
{
    const QString help = CommandLine::helpText();
    for (const auto command : {CommandLine::Command::Verify, CommandLine::Command::Sync,
             CommandLine::Command::Status, CommandLine::Command::Export, CommandLine::Command::Disconnect}) {
        QVERIFY(help.contains(QStringLiteral("\n  ") + commandName(command)));
    }
    for (const exporting::Table table : exporting::kTables) {
        QVERIFY(help.contains(exporting::tableName(table)));
    }
    QVERIFY(CommandLine::versionText().startsWith(QLatin1String("threadcount-cli ")));
}

void TestCommandLine::theManualsNameEverythingThatExists()
{
    QFile page(QStringLiteral(THREADCOUNT_SOURCE_DIR "/docs/cli.md"));
    QFile manual(QStringLiteral(THREADCOUNT_SOURCE_DIR "/docs/man/threadcount-cli.1"));
    QVERIFY(page.open(QIODevice::ReadOnly) && manual.open(QIODevice::ReadOnly));
    const QString docs = QString::fromUtf8(page.readAll());
    const QString roff = QString::fromUtf8(manual.readAll()).remove(QLatin1Char('\\'));

    for (const exporting::Table table : exporting::kTables) {
        QByteArrayList names;
        for (const std::string& name : exporting::columnNames(table)) {
            names += QByteArray::fromStdString(name);
        }
        QString columns = QString::fromUtf8(names.join(','));
        columns.replace(QStringLiteral("credits,cost_usd,estimated_cost_usd"), QStringLiteral("COSTS"));
        columns.replace(
            QStringLiteral("uncached_text_input_tokens,cached_text_input_tokens,text_output_tokens,"
                           "text_total_tokens"),
            QStringLiteral("TOKENS"));
        const QString row = QStringLiteral("| `%1` | `%2` |").arg(exporting::tableName(table), columns);
        QVERIFY2(docs.contains(row), qPrintable(row));
        QVERIFY(roff.contains(exporting::tableName(table)));
    }
    static const QRegularExpression flag(QStringLiteral("--[a-z-]{3,}"));
    auto flags = flag.globalMatch(CommandLine::helpText());
    QVERIFY(flags.hasNext());
    while (flags.hasNext()) {
        const QString name = flags.next().captured();
        QVERIFY2(docs.contains(name) && roff.contains(name), qPrintable(name));
    }
    for (int i = 0; i <= static_cast<int>(ErrorKind::Internal); ++i) {
        const int code = static_cast<int>(exitCodeOf(static_cast<ErrorKind>(i)));
        QVERIFY(docs.contains(QStringLiteral("\n| %1 |").arg(code)));
        QVERIFY(roff.contains(QStringLiteral("\n.B %1\n").arg(code)));
    }
}

void TestCommandLine::knowsWhetherTheAnswerHasToBeJson()
{
    QVERIFY(CommandLine::wantsJson(words(QStringLiteral("sync --nonsense --json"))));
    QVERIFY(!CommandLine::wantsJson(words(QStringLiteral("sync --nonsense"))));
    QVERIFY(!CommandLine::wantsJson(words(QStringLiteral("sync -- --json"))));
}

void TestCommandLine::everyKindHasItsExitCode_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("exitCode");
    const auto row = [](ErrorKind kind, int exitCode) {
        QTest::newRow(qPrintable(core::errorKindName(kind))) << kind << exitCode;
    };
    row(ErrorKind::ScopeMissing, 4);
    row(ErrorKind::KeyRejected, 3);
    row(ErrorKind::AccessDenied, 5);
    row(ErrorKind::WorkspaceNotFound, 6);
    row(ErrorKind::ServiceMoved, 9);
    row(ErrorKind::Throttled, 7);
    row(ErrorKind::ServiceUnavailable, 8);
    row(ErrorKind::Offline, 8);
    row(ErrorKind::ProxyFailed, 8);
    row(ErrorKind::TlsFailed, 8);
    row(ErrorKind::UnexpectedAnswer, 9);
    row(ErrorKind::Cancelled, 130);
    row(ErrorKind::BadUsage, 2);
    row(ErrorKind::StoreFailed, 10);
    row(ErrorKind::StoreFull, 10);
    row(ErrorKind::StoreDamaged, 10);
    row(ErrorKind::StoreTooNew, 10);
    row(ErrorKind::StoreFolderRefused, 10);
    row(ErrorKind::NoKey, 11);
    row(ErrorKind::KeychainUnavailable, 11);
    row(ErrorKind::KeychainLocked, 11);
    row(ErrorKind::KeychainDenied, 11);
    row(ErrorKind::KeychainSilent, 11);
    row(ErrorKind::SyncRunning, 12);
    row(ErrorKind::FileRefused, 2);
    row(ErrorKind::FileFailed, 10);
    row(ErrorKind::Internal, 10);
}

void TestCommandLine::everyKindHasItsExitCode()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, exitCode);
    QCOMPARE(static_cast<int>(exitCodeOf(kind)), exitCode);
}

void TestCommandLine::everyFailureHasItsWords()
{
    QSet<QString> names;
    for (int i = 0; i <= static_cast<int>(ErrorKind::Internal); ++i) {
        core::Error error;
        error.kind = static_cast<ErrorKind>(i);
        error.subject = QStringLiteral("SUBJECT");
        error.detail = QStringLiteral("the detail");
        const Outcome outcome = failed(error, {});
        const QJsonObject inside = outcome.json.value(QStringLiteral("error")).toObject();
        QCOMPARE(outcome.json.keys(), QStringList(QStringLiteral("error")));
        QCOMPARE(inside.keys(), words(QStringLiteral("exit kind message next")));
        QVERIFY(inside.value(QStringLiteral("message")).toString().size() > 10);
        QVERIFY(inside.value(QStringLiteral("next")).toString().size() > 10);
        QCOMPARE(inside.value(QStringLiteral("exit")).toInt(), static_cast<int>(outcome.exitCode));
        QVERIFY(outcome.text.isEmpty());
        QVERIFY2(
            outcome.errorText.endsWith(QLatin1String("SUBJECT: the detail")), qPrintable(outcome.errorText));
        names += inside.value(QStringLiteral("kind")).toString();
    }
    QCOMPARE(names.size(), static_cast<int>(ErrorKind::Internal) + 1);
}

void TestCommandLine::aKnownRetryTimeIsNamed()
{
    core::Error error;
    error.kind = ErrorKind::Throttled;
    error.retryAfter = std::chrono::hours(1);
    const Outcome outcome = failed(error, core::UtcDay::fromIso(u"2026-11-20")->start());
    QVERIFY(outcome.json.value(QStringLiteral("error"))
                .toObject()
                .value(QStringLiteral("next"))
                .toString()
                .contains(QLatin1String("2026-11-20 01:00:00 UTC")));
    QVERIFY(outcome.errorText.contains(QLatin1String("2026-11-20 01:00:00 UTC")));
}

void TestCommandLine::progressSaysWhereItIs()
{
    sync::SyncProgress progress;
    progress.phase = sync::SyncProgress::Phase::Fetching;
    progress.windowsTotal = 12;
    progress.windowsDone = 3;
    progress.rows = 12'345;
    progress.planned = core::DayRange::endingAt(*core::UtcDay::fromIso(u"2026-11-20"), 30);
    progress.storedDays.resize(7);
    QCOMPARE(
        ProgressLine::textOf(progress), QStringLiteral("Part 3 of 12, 7 of 30 days complete, 12345 rows"));

    progress.phase = sync::SyncProgress::Phase::Waiting;
    progress.waitingUntil = core::UtcDay::fromIso(u"2026-11-20")->start() + std::chrono::seconds(5);
    core::Error because;
    because.kind = ErrorKind::Throttled;
    progress.waitingBecause = because;
    QVERIFY(
        ProgressLine::textOf(progress).startsWith(QLatin1String("Waiting until 2026-11-20 00:00:05 UTC. ")));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
