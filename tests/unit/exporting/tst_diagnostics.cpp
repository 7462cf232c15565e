// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Log.h"
#include "exporting/DiagnosticsReport.h"
#include "store/RequestLedger.h"
#include "store/StoreKit.h"
#include "store/SyncState.h"
#include "support/TestCase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace app::exporting;
using namespace storetest;
using app::core::ErrorKind;

namespace {

const QString kWorkspace = QStringLiteral("1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21");

/// Whatever must not be in a report holds one of these.
const QStringList kCanaries{QStringLiteral("CANARY"), QStringLiteral("canary"), QStringLiteral("Lovelace"),
    QStringLiteral("lovelace"), QStringLiteral("@"), QStringLiteral("sk-test"), QStringLiteral("user-"),
    QStringLiteral("/home"), QStringLiteral("example.com"), QStringLiteral("10.1.2.3"), kWorkspace,
    kWorkspace.left(8), QStringLiteral("Acme")};

void verifyNoCanary(const QString& report)
{
    for (const QString& canary : kCanaries) {
        const qsizetype at = report.indexOf(canary);
        QVERIFY2(at < 0,
            qPrintable(canary + QStringLiteral(" in: ") + report.mid(std::max<qsizetype>(0, at - 60), 120)));
    }
}

DiagnosticFacts usualFacts()
{
    DiagnosticFacts facts;
    facts.madeAt = at("2026-06-10T12:00:00.000");
    facts.version = QStringLiteral("0.4.0");
    facts.qtVersion = QStringLiteral("6.4.2");
    facts.operatingSystem = QStringLiteral("Debian GNU/Linux 12 (bookworm)");
    facts.kernel = QStringLiteral("6.1.0-13-amd64");
    facts.architecture = QStringLiteral("x86_64");
    facts.display = QStringLiteral("wayland");
    facts.locale = QStringLiteral("de_DE");
    facts.timeZone = QStringLiteral("Europe/Berlin");
    facts.workspace = app::core::WorkspaceId::parse(kWorkspace);
    facts.settings.appearance = QStringLiteral("dark");
    facts.settings.whenClosed = QStringLiteral("keep-syncing");
    facts.settings.proxyMode = QStringLiteral("http");
    facts.settings.keyLocation = QStringLiteral("keychain");
    facts.sync.state = QStringLiteral("failed");
    facts.sync.key = QStringLiteral("at-hand");
    facts.sync.keychain = QStringLiteral("used");
    facts.sync.error = ErrorKind::Throttled;
    facts.sync.httpStatus = 429;
    return facts;
}

} // namespace

class TestDiagnostics : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsOnTheList();
    void readsTheCacheWithoutAnybody();
    void tellsADamagedCache();
    void wordsThatAreNoneAreNotTakenOver();
    void logLinesKeepOnlySafeWords_data();
    void logLinesKeepOnlySafeWords();
    void theTailComesFromAllFiles();
    void canariesInTheLogStayThere();
};

void TestDiagnostics::saysWhatIsOnTheList()
{
    const QString report = diagnosticsReport(usualFacts());

    QVERIFY(report.startsWith(QStringLiteral("Threadcount diagnostics\n")));
    for (const char* fact : {"version                   0.4.0\n", "Qt                        6.4.2\n",
             "operating system          Debian GNU/Linux 12 (bookworm)\n",
             "locale                    de_DE\n", "time zone                 Europe/Berlin\n",
             "workspace                 …9e21\n", "proxy                     http\n",
             "state                     failed\n", "last error                throttled\n",
             "its HTTP status           429\n", "when closed               keep-syncing\n",
             "open                      no\n", "made at                   2026-06-10T12:00:00.000Z\n"}) {
        QVERIFY2(report.contains(QString::fromUtf8(fact)), fact);
    }
    verifyNoCanary(report);
}

void TestDiagnostics::readsTheCacheWithoutAnybody()
{
    TempStore cache;
    const DayRange days{day("2026-06-01"), day("2026-06-02")};
    UsageRow row = usage(day("2026-06-01"), "user-CANARY0001", 3);
    row.identity.email = "ada.lovelace@example.com";
    row.clients.push_back({"CANARY_CLIENT", 1, 1, {}, {}});
    row.models.push_back({"CANARY-model", "fast", {}, {}});
    REQUIRE_OK(storetest::store(cache.db(), Dataset::UsagePerEngineer, days,
        std::vector<std::vector<UsageRow>>{{row}}, at("2026-06-10T12:00:00.000"), day("2026-06-10")));

    app::store::SyncState state;
    state.workspace = app::core::WorkspaceId::parse(kWorkspace);
    state.origin = QStringLiteral("https://canary.example.com");
    state.goalFrom = day("2026-06-01");
    state.lastSync
        = app::store::LastSync{at("2026-06-10T11:00:00.000"), QStringLiteral("ok"), 4, 1, 900, 1.5};
    QVERIFY(app::store::saveSyncState(cache.db(), state));
    app::records::RequestRecord request;
    request.at = at("2026-06-10T11:00:00.000");
    request.days = days;
    request.status = 503;
    request.error = ErrorKind::ServiceUnavailable;
    QVERIFY(app::store::appendRequests(cache.db(), {request}));

    DiagnosticFacts facts = usualFacts();
    const auto read = readDiagnostics(cache.db(), day("2026-06-10"));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    facts.store = *read;
    const QString report = diagnosticsReport(facts);

    QVERIFY(read->schemaVersion > 0);
    QVERIFY(!read->integrity);
    for (const char* fact : {"integrity                 whole\n", "people                    1 rows, ",
             "usage                     2 stored (0 provisional), 8 missing (0 not offered)\n",
             "code_reviews              0 stored (0 provisional), 10 missing (0 not offered)\n",
             "wanted                    2026-06-01..2026-06-10\n", "  service_unavailable     1\n",
             "2026-06-10T11:00:00.000Z usage 1 503 - 0 0 service_unavailable\n",
             "  result                  ok\n", "  seconds                 1.5\n"}) {
        QVERIFY2(report.contains(QString::fromUtf8(fact)), fact);
    }
    verifyNoCanary(report);
}

void TestDiagnostics::tellsADamagedCache()
{
    DiagnosticFacts facts = usualFacts();
    facts.store.emplace();
    facts.store->integrity = ErrorKind::StoreDamaged;
    QVERIFY(diagnosticsReport(facts).contains(QStringLiteral("integrity                 store_damaged\n")));

    facts.store.reset();
    facts.storeError = ErrorKind::StoreTooNew;
    QVERIFY(diagnosticsReport(facts).contains(QStringLiteral("error                     store_too_new\n")));
}

void TestDiagnostics::wordsThatAreNoneAreNotTakenOver()
{
    // Whoever fills the facts could be careless one day.
    DiagnosticFacts facts = usualFacts();
    facts.settings.proxyMode = QStringLiteral("http://canary.example.com:3128");
    facts.settings.appearance = QStringLiteral("Ada Lovelace");
    facts.settings.whenClosed = QStringLiteral("sk-test-0123456789abcdef");
    facts.settings.keyLocation = QStringLiteral("/home/canary");
    facts.sync.state = QStringLiteral("failed: ada.lovelace@example.com");
    facts.operatingSystem = QStringLiteral("/home/canary");
    facts.kernel = QStringLiteral("1 sk-test-0123456789abcdef");
    facts.timeZone = QStringLiteral("ada@example.com");
    facts.display = QStringLiteral("x\nCANARY");
    facts.store.emplace();
    facts.store->lastSync = app::store::LastSync{{}, QStringLiteral("Ada Lovelace"), 0, 0, 0, 0};
    verifyNoCanary(diagnosticsReport(facts));
}

void TestDiagnostics::logLinesKeepOnlySafeWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("safe");
    const auto row = [](const char* name, const char* text, const char* safe) {
        const QString head = QStringLiteral("2026-06-10T12:00:00.000Z info ");
        QTest::newRow(name) << head + QString::fromUtf8(text) << head + QString::fromUtf8(safe);
    };
    row("a request",
        "threadcount.api: usage 2026-06-01..2026-06-07 try 2: HTTP 503, service_unavailable, 0 bytes, 12 ms",
        "threadcount.api: usage 2026-06-01..2026-06-07 try 2: HTTP 503, service_unavailable, 0 bytes, 12 ms");
    row("a sentence of ours",
        "threadcount.secrets: The keychain entry of this workspace holds no key; it is ignored.",
        "threadcount.secrets: The keychain entry of this workspace holds no key; it is ignored.");
    row("a key", "threadcount.api: key sk-test-0123456789abcdef", "threadcount.api: key …");
    row("a name", "threadcount.ui: page of Ada Lovelace opened", "threadcount.ui: page of … … opened");
    row("a name in other letters", "threadcount.ui: page of 张伟 opened", "threadcount.ui: page of … opened");
    row("an address", "threadcount.api: no seat for <ada@example.com>.", "threadcount.api: no seat for ….");
    row("an id", "threadcount.sync: workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21 done",
        "threadcount.sync: workspace … done");
    row("an id of digits", "threadcount.sync: of 00000000-0000-0000-0000-000000000000",
        "threadcount.sync: of …");
    row("a user", "threadcount.sync: user-ab12CD is new", "threadcount.sync: … is new");
    row("a path", "threadcount.store: cannot open /home/ada/x.db, sorry",
        "threadcount.store: cannot open …, sorry");
    row("a host", "threadcount.api: via proxy.example.com:3128 and 10.1.2.3", "threadcount.api: via … and …");
    row("a long word", "threadcount.api: abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz x",
        "threadcount.api: … x");
    row("somebody else's line", "qt.network.ssl: cannot read /home/ada/x",
        "qt.network.ssl: (its text is left out)");
    row("a line of nobody", "default: ada", "default: (its text is left out)");
}

void TestDiagnostics::logLinesKeepOnlySafeWords()
{
    QFETCH(QString, line);
    QFETCH(QString, safe);
    QCOMPARE(safeLogLine(line), safe);
}

void TestDiagnostics::theTailComesFromAllFiles()
{
    const QTemporaryDir folder;
    const QStringList names = app::core::logFileNames();
    int number = 0;
    for (qsizetype i = names.size() - 1; i >= 0; --i) {
        QFile file(QDir(folder.path()).filePath(names.at(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int line = 0; line < 3; ++line) {
            file.write("line " + QByteArray::number(number++) + '\n');
        }
    }
    QCOMPARE(logTail(folder.path(), 5),
        (QStringList{QStringLiteral("line 4"), QStringLiteral("line 5"), QStringLiteral("line 6"),
            QStringLiteral("line 7"), QStringLiteral("line 8")}));
    QCOMPARE(logTail(folder.path(), 100).size(), 9);
    QCOMPARE(logTail(folder.filePath(QStringLiteral("nothing"))), QStringList());

    // A file that is cut in the middle of a line: that half is no line.
    QFile large(QDir(folder.path()).filePath(names.constFirst()));
    QVERIFY(large.open(QIODevice::WriteOnly));
    large.write(QByteArray(500'000, 'x') + "\nlast\n");
    large.close();
    QCOMPARE(logTail(folder.path(), 1), QStringList{QStringLiteral("last")});
}

void TestDiagnostics::canariesInTheLogStayThere()
{
    // A log that something else wrote, with everything in it that the real one masks already.
    DiagnosticFacts facts = usualFacts();
    const QString head = QStringLiteral("2026-06-10T12:00:00.000Z warning threadcount.sync: ");
    facts.logLines = {head + QStringLiteral("of Ada Lovelace <ada.lovelace@example.com>"),
        head + QStringLiteral("Bearer sk-test-CANARY0001WXYZ"),
        head + QStringLiteral("/home/canary/cache.db"),
        head + QStringLiteral("\"/home/canary x/cache.db\" of Acme"), head + kWorkspace,
        head + QStringLiteral("user-CANARY0001, user-0000"),
        head + QStringLiteral("https://10.1.2.3/x?y=canary"), QStringLiteral("Ada Lovelace"),
        QStringLiteral("{\"email\":\"ada@example.com\"}"),
        QStringLiteral("2026-06-10T12:00:00.000Z warning default: /home/canary")};
    const QString report = diagnosticsReport(facts);
    verifyNoCanary(report);
    QCOMPARE(report.count(QStringLiteral("threadcount.sync: ")), 7);
}

QTEST_GUILESS_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
