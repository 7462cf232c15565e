// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/FakeDialogService.h"
#include "shell/DiagnosticsDialog.h"
#include "shell/MainWindow.h"
#include "store/StoreKit.h"
#include "support/FakeClock.h"
#include "support/TestCase.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace ui::shell;
using namespace storetest;
using app::core::WorkspaceId;
using app::store::WorkspaceStore;

namespace {

const QString kWorkspace = QStringLiteral("1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21");

/// One per thing that a report must not hold; each is planted somewhere below.
const QStringList kCanaries{QStringLiteral("canary"), QStringLiteral("lovelace"), QStringLiteral("@"),
    QStringLiteral("sk-test"), QStringLiteral("user-"), QStringLiteral("/home"), kWorkspace,
    kWorkspace.left(8), QStringLiteral("secret-company"), QStringLiteral("10.1.2.3")};

} // namespace

class TestShellDiagnostics : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatItSavesAndCopies();
    void nothingPrivateIsInIt();
    void worksWithoutAStore();
    void aFileThatCannotBeWrittenIsSaid();
    void closingWhileItReadsIsFine();
    void theHelpMenuOpensIt();

private:
    void setUp() override;
    void tearDown() override;
    DiagnosticsDialog* open(WorkspaceStore* store);
    [[nodiscard]] static QString textOf(const DiagnosticsDialog* dialog)
    {
        return dialog->findChild<QPlainTextEdit*>(QStringLiteral("diagnosticsText"))->toPlainText();
    }
    template <typename Widget> [[nodiscard]] static Widget* child(const QObject* parent, const char* name)
    {
        auto* found = parent->findChild<Widget*>(QString::fromLatin1(name));
        Q_ASSERT(found);
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppServices> m_services;
    std::unique_ptr<WorkspaceStore> m_store;
    std::unique_ptr<QWidget> m_parent;
    support::FakeDialogService m_dialogs;
};

void TestShellDiagnostics::setUp()
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/canary-XXXXXX"));
    const auto folder = app::store::DataFolder::inspect(m_folder->filePath(QStringLiteral("data")));
    REQUIRE_OK(folder);
    REQUIRE_OK(folder->ensureCreated());
    m_services = std::make_unique<AppServices>(
        AppServices{std::make_shared<support::FakeClock>(at("2026-06-10T12:00:00.000")), *folder, {},
            app::api::BaseUrl::standard(), {}, nullptr, nullptr, {}, {}});

    app::settings::Settings& settings = m_services->settings;
    app::settings::WorkspaceSettings entry{*WorkspaceId::parse(kWorkspace)};
    entry.origin = QStringLiteral("https://canary.example.com");
    entry.name = QStringLiteral("Canary Lovelace Ltd");
    entry.keyHint = QStringLiteral("…@@@@");
    entry.keyExpiresOn = day("2026-12-31");
    settings.put(entry);
    settings.network.proxy = app::settings::ProxyMode::Http;
    settings.network.proxyHost = QStringLiteral("proxy.secret-company.example");
    settings.network.proxyUser = QStringLiteral("canary");
    settings.network.caFile = QStringLiteral("/home/canary/ca.pem");
    settings.resume = app::settings::SetupResume{
        QStringLiteral("key"), kWorkspace, QStringLiteral("canary-key"), QStringLiteral("org-canary")};

    auto store = WorkspaceStore::open(m_services->dataFolder.workspaceFolder(entry.workspace));
    REQUIRE_OK(store);
    m_store = std::move(*store);
    UsageRow row = usage(day("2026-06-01"), "user-CANARY0001", 3);
    row.identity.email = "ada.lovelace@example.com";
    row.clients.push_back({"CANARY_CLIENT", 1, 1, {}, {}});
    auto written = m_store->write([row](Database& database) -> Result<bool> {
        const DayRange days{day("2026-06-01"), day("2026-06-02")};
        const auto outcome = storetest::store(database, Dataset::UsagePerEngineer, days,
            std::vector<std::vector<UsageRow>>{{row}}, at("2026-06-10T11:00:00.000"), day("2026-06-10"));
        return outcome.has_value();
    });
    written.waitForFinished();
    QVERIFY(written.result().value_or(false));

    QVERIFY(QDir().mkpath(m_services->dataFolder.logFolder()));
    QFile log(QDir(m_services->dataFolder.logFolder()).filePath(QStringLiteral("threadcount.log")));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("2026-06-10T11:00:00.000Z info threadcount.sync: sync ended with throttled\n"
              "2026-06-10T11:00:01.000Z warning threadcount.ui: of Ada Lovelace <ada.lovelace@example.com>\n"
              "2026-06-10T11:00:02.000Z warning threadcount.api: Bearer sk-test-CANARY0001WXYZ at 10.1.2.3\n"
              "2026-06-10T11:00:03.000Z warning qt.network: /home/canary/x\n");
    log.close();
    m_parent = std::make_unique<QWidget>();
    m_parent->resize(1000, 700);
    m_parent->show();
}

void TestShellDiagnostics::tearDown()
{
    m_parent.reset();
    m_store.reset();
    m_services.reset();
    m_folder.reset();
}

DiagnosticsDialog* TestShellDiagnostics::open(WorkspaceStore* store)
{
    SyncStatus status;
    status.state = SyncStatus::State::Failed;
    status.error = app::core::Error{app::core::ErrorKind::Throttled, 429, {},
        QStringLiteral("no seat for ada.lovelace@example.com"), QStringLiteral("canary")};
    status.keyHint = QStringLiteral("…@@@@");
    auto* dialog
        = new DiagnosticsDialog(diagnosticFacts(*m_services, WorkspaceId::parse(kWorkspace), status, false),
            store, m_services->dataFolder.logFolder(), m_dialogs, m_parent.get());
    dialog->open();
    return dialog;
}

void TestShellDiagnostics::showsWhatItSavesAndCopies()
{
    DiagnosticsDialog* dialog = open(m_store.get());
    auto* save = child<QPushButton>(dialog, "diagnosticsSaveButton");
    auto* copy = child<QPushButton>(dialog, "diagnosticsCopyButton");
    QTRY_VERIFY(save->isEnabled());
    const QString shown = textOf(dialog);
    QVERIFY(child<QPlainTextEdit>(dialog, "diagnosticsText")->isReadOnly());
    for (const char* fact : {"state                     failed\n", "last error                throttled\n",
             "integrity                 whole\n", "people                    1 rows",
             "workspace                 …9e21\n", "proxy                     http\n",
             "proxy asks for password   yes\n", "expiry of key is known    yes\n",
             "threadcount.sync: sync ended with throttled\n"}) {
        QVERIFY2(shown.contains(QString::fromUtf8(fact)), fact);
    }

    copy->click();
    QCOMPARE(QApplication::clipboard()->text(), shown);

    save->click();
    QCOMPARE(m_dialogs.question().suggestedName, QStringLiteral("threadcount-diagnostics-2026-06-10.txt"));
    const QString file = m_folder->filePath(QStringLiteral("report.txt"));
    m_dialogs.choose(file, 0);
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(saved.readAll()), shown);
    QCOMPARE(saved.permissions() & ~(QFileDevice::ReadUser | QFileDevice::WriteUser),
        QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void TestShellDiagnostics::nothingPrivateIsInIt()
{
    DiagnosticsDialog* dialog = open(m_store.get());
    QTRY_VERIFY(child<QPushButton>(dialog, "diagnosticsSaveButton")->isEnabled());
    const QString shown = textOf(dialog);
    for (const QString& canary : kCanaries) {
        const qsizetype found = shown.indexOf(canary, 0, Qt::CaseInsensitive);
        QVERIFY2(found < 0,
            qPrintable(canary + QStringLiteral(" in ") + shown.mid(std::max<qsizetype>(0, found - 50), 100)));
    }
}

void TestShellDiagnostics::worksWithoutAStore()
{
    DiagnosticsDialog* dialog = open(nullptr);
    QTRY_VERIFY(child<QPushButton>(dialog, "diagnosticsSaveButton")->isEnabled());
    QVERIFY(textOf(dialog).contains(QStringLiteral("open                      no\n")));
    QVERIFY(textOf(dialog).contains(QStringLiteral("sync ended with throttled")));
}

void TestShellDiagnostics::aFileThatCannotBeWrittenIsSaid()
{
    DiagnosticsDialog* dialog = open(m_store.get());
    auto* save = child<QPushButton>(dialog, "diagnosticsSaveButton");
    QTRY_VERIFY(save->isEnabled());
    save->click();
    m_dialogs.choose(m_folder->filePath(QStringLiteral("nowhere/report.txt")), 0);
    auto* outcome = child<QLabel>(dialog, "diagnosticsOutcome");
    QVERIFY(!outcome->text().isEmpty());
    QVERIFY(!outcome->text().contains(QStringLiteral("Saved")));
}

void TestShellDiagnostics::closingWhileItReadsIsFine()
{
    const QPointer<DiagnosticsDialog> dialog = open(m_store.get());
    child<QPushButton>(dialog, "diagnosticsCloseButton")->click();
    QTRY_VERIFY(!dialog);
    m_store.reset();
}

void TestShellDiagnostics::theHelpMenuOpensIt()
{
    MainWindow window(*m_services->clock, m_dialogs);
    const QSignalSpy asked(&window, &MainWindow::diagnosticsRequested);
    child<QAction>(&window, "diagnosticsAction")->trigger();
    QCOMPARE(asked.count(), 1);
}

QTEST_MAIN(TestShellDiagnostics)
#include "tst_shell_diagnostics.moc"
