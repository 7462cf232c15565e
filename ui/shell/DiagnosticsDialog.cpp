// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/DiagnosticsDialog.h"

#include "common/Label.h"
#include "core/Version.h"
#include "exporting/AtomicFile.h"
#include "messages/ErrorText.h"

#include <QClipboard>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSysInfo>
#include <QTimeZone>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace ui::shell {

using namespace common;
using app::core::Result;
using app::exporting::DiagnosticFacts;

namespace {

constexpr QSize kUsualSize(760, 560);

// The words of a report are English and no text of the window.

QString wordFor(app::settings::Appearance appearance)
{
    switch (appearance) {
    case app::settings::Appearance::System: return QStringLiteral("system");
    case app::settings::Appearance::Light: return QStringLiteral("light");
    case app::settings::Appearance::Dark: return QStringLiteral("dark");
    }
    return {};
}

QString wordFor(app::settings::WhenClosed choice)
{
    switch (choice) {
    case app::settings::WhenClosed::Ask: return QStringLiteral("ask");
    case app::settings::WhenClosed::KeepSyncing: return QStringLiteral("keep-syncing");
    case app::settings::WhenClosed::Quit: return QStringLiteral("quit");
    }
    return {};
}

QString wordFor(app::settings::ProxyMode mode)
{
    switch (mode) {
    case app::settings::ProxyMode::System: return QStringLiteral("system");
    case app::settings::ProxyMode::None: return QStringLiteral("none");
    case app::settings::ProxyMode::Http: return QStringLiteral("http");
    case app::settings::ProxyMode::Socks5: return QStringLiteral("socks");
    }
    return {};
}

QString wordFor(SyncStatus::State state)
{
    switch (state) {
    case SyncStatus::State::NeverSynced: return QStringLiteral("never-synced");
    case SyncStatus::State::Idle: return QStringLiteral("idle");
    case SyncStatus::State::Running: return QStringLiteral("running");
    case SyncStatus::State::Waiting: return QStringLiteral("waiting");
    case SyncStatus::State::Failed: return QStringLiteral("failed");
    case SyncStatus::State::Stopped: return QStringLiteral("stopped");
    case SyncStatus::State::Paused: return QStringLiteral("paused");
    case SyncStatus::State::WaitingForScope: return QStringLiteral("waiting-for-scope");
    case SyncStatus::State::NeedsKey: return QStringLiteral("needs-key");
    }
    return {};
}

QString wordFor(KeyTrouble trouble)
{
    switch (trouble) {
    case KeyTrouble::None: return QStringLiteral("at-hand");
    case KeyTrouble::SessionEnded: return QStringLiteral("session-ended");
    case KeyTrouble::Disconnected: return QStringLiteral("disconnected");
    case KeyTrouble::Lost: return QStringLiteral("lost");
    case KeyTrouble::Locked: return QStringLiteral("locked");
    case KeyTrouble::Denied: return QStringLiteral("denied");
    case KeyTrouble::Silent: return QStringLiteral("silent");
    case KeyTrouble::Unavailable: return QStringLiteral("unavailable");
    }
    return {};
}

/// Runs in the background.
QString reportOf(DiagnosticFacts facts, const QString& logFolder)
{
    facts.logLines = app::exporting::logTail(logFolder);
    return app::exporting::diagnosticsReport(facts);
}

Result<void> writeText(const QString& file, const QByteArray& bytes)
{
    auto out = app::exporting::AtomicFile::create(file, true); // the question for the file has asked
    if (!out) {
        return app::core::failure(out.error());
    }
    if ((*out)->device().write(bytes) != bytes.size()) {
        return app::core::failure(app::core::ErrorKind::FileFailed, (*out)->device().errorString(), file);
    }
    return (*out)->commit();
}

} // namespace

DiagnosticFacts diagnosticFacts(const AppServices& services,
    const std::optional<app::core::WorkspaceId>& workspace, const SyncStatus& status, bool isDemo)
{
    DiagnosticFacts facts;
    facts.madeAt = services.clock->now();
    facts.version = app::core::version();
    facts.qtVersion = QString::fromLatin1(qVersion());
    facts.operatingSystem = QSysInfo::prettyProductName();
    facts.kernel = QSysInfo::kernelVersion();
    facts.architecture = QSysInfo::currentCpuArchitecture();
    facts.display = QGuiApplication::platformName();
    facts.locale = QLocale().name();
    facts.timeZone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    facts.isDemo = isDemo;
    facts.workspace = workspace;

    const app::settings::Settings& settings = services.settings;
    facts.settings.syncIntervalHours = settings.syncIntervalHours;
    facts.settings.backfillDays = settings.backfillDays;
    facts.settings.retentionMonths = settings.retentionMonths;
    facts.settings.appearance = wordFor(settings.appearance);
    facts.settings.whenClosed = wordFor(settings.whenClosed);
    facts.settings.notifications = settings.notifications;
    facts.settings.proxyMode = wordFor(settings.network.proxy);
    facts.settings.proxyAsksForPassword = !settings.network.proxyUser.isEmpty();
    facts.settings.hasExtraCertificates = !settings.network.caFile.isEmpty();
    facts.settings.workspaces = static_cast<int>(settings.workspaces.size());
    const app::settings::WorkspaceSettings* entry = workspace ? settings.find(*workspace) : nullptr;
    facts.settings.keyLocation = entry && entry->keyLocation == app::settings::KeyLocation::Session
        ? QStringLiteral("session")
        : QStringLiteral("keychain");
    facts.settings.keyExpiryIsKnown = entry && entry->keyExpiresOn;
    facts.settings.paused = entry && entry->paused;

    facts.sync.state = wordFor(status.state);
    facts.sync.key = wordFor(status.keyTrouble);
    facts.sync.keychain = services.keychain ? QStringLiteral("used") : QStringLiteral("not-used");
    if (status.error) {
        facts.sync.error = status.error->kind;
        facts.sync.httpStatus = status.error->httpStatus;
    }
    facts.sync.lastSuccessAt = status.lastSuccessAt;
    facts.sync.failingSince = status.failingSince;
    facts.sync.next = status.next;
    return facts;
}

DiagnosticsDialog::DiagnosticsDialog(DiagnosticFacts facts, app::store::WorkspaceStore* store,
    QString logFolder, DialogService& dialogs, QWidget* parent)
    : QDialog(parent)
    , m_facts(std::move(facts))
    , m_logFolder(std::move(logFolder))
    , m_dialogs(dialogs)
{
    setObjectName(QStringLiteral("diagnosticsDialog"));
    setWindowTitle(tr("Diagnostics"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(kUsualSize);

    auto* about = new Label(
        tr("For whoever helps you: versions, settings, counts, the last requests and log lines, in English. "
           "It holds no key, no name or mail address, no host, and nobody's usage."),
        TextStyle::Body);
    about->setObjectName(QStringLiteral("diagnosticsAbout"));
    about->setWordWrap(true);
    auto* promise = new Label(tr("Nothing is sent. You see all of it here, and you decide who gets it."),
        TextStyle::Small, Tone::Muted);
    promise->setWordWrap(true);

    m_text = new QPlainTextEdit;
    m_text->setObjectName(QStringLiteral("diagnosticsText"));
    m_text->setAccessibleName(tr("Diagnostics"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLayoutDirection(Qt::LeftToRight); // the report is English
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("diagnosticsProgress"));
    m_progress->setAccessibleName(tr("Looking through cache and log"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_outcome = new Label(TextStyle::Body);
    m_outcome->setObjectName(QStringLiteral("diagnosticsOutcome"));
    m_outcome->setWordWrap(true);

    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("diagnosticsCloseButton"));
    m_copy = new QPushButton(tr("&Copy"));
    m_copy->setObjectName(QStringLiteral("diagnosticsCopyButton"));
    m_save = new QPushButton(tr("&Save…"));
    m_save->setObjectName(QStringLiteral("diagnosticsSaveButton"));
    m_save->setProperty("kind", QStringLiteral("primary"));
    m_save->setDefault(true);
    for (QPushButton* button : {close, m_copy, m_save}) {
        button->setAccessibleName(button->text().remove(QLatin1Char('&')));
    }

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_outcome, 1);
    buttons->addWidget(close);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(6);
    layout->addWidget(new Label(tr("Diagnostics"), TextStyle::Title));
    layout->addWidget(about);
    layout->addWidget(promise);
    layout->addSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addSpacing(8);
    layout->addLayout(buttons);

    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_copy, &QPushButton::clicked, this, &DiagnosticsDialog::copy);
    connect(m_save, &QPushButton::clicked, this, &DiagnosticsDialog::askForFile);

    m_copy->setEnabled(false);
    m_save->setEnabled(false);
    m_outcome->setText(tr("Looking through cache and log…"));
    gather(store);
}

DiagnosticsDialog::~DiagnosticsDialog()
{
    m_stop.request_stop();
}

void DiagnosticsDialog::gather(app::store::WorkspaceStore* store)
{
    auto* watcher = new QFutureWatcher<Result<QString>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (watcher->future().resultCount() == 0) {
            return;
        }
        const Result<QString> report = watcher->result();
        if (report) {
            present(*report);
            return;
        }
        // No reader could be had: everything else is still worth reading.
        DiagnosticFacts facts = m_facts;
        facts.storeError = report.error().kind;
        present(reportOf(std::move(facts), m_logFolder));
    });
    const auto now = m_facts.madeAt;
    if (!store) {
        watcher->setFuture(QtConcurrent::run(
            [facts = m_facts, folder = m_logFolder] { return Result<QString>(reportOf(facts, folder)); }));
        return;
    }
    watcher->setFuture(store->read(
        [facts = m_facts, folder = m_logFolder, today = app::core::UtcDay::of(now),
            stop = m_stop.get_token()](const app::store::Database& database) mutable -> Result<QString> {
            if (auto read = app::exporting::readDiagnostics(database, today, stop)) {
                facts.store = std::move(*read);
            } else {
                facts.storeError = read.error().kind;
            }
            return reportOf(std::move(facts), folder);
        }));
}

void DiagnosticsDialog::present(const QString& report)
{
    m_text->setPlainText(report);
    m_progress->hide();
    m_outcome->setText({});
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
    m_save->setFocus(Qt::OtherFocusReason);
}

void DiagnosticsDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    m_outcome->setTone(Tone::Normal);
    m_outcome->setText(tr("Copied."));
}

void DiagnosticsDialog::askForFile()
{
    SaveQuestion question;
    question.objectName = QStringLiteral("diagnosticsFileDialog");
    question.title = tr("Save the diagnostics");
    question.suggestedName = QStringLiteral("%1threadcount-diagnostics-%2.txt")
                                 .arg(m_facts.isDemo ? QStringLiteral("demo-") : QString(),
                                     app::core::UtcDay::of(m_facts.madeAt).toIso());
    question.filters = {tr("Text file (*.txt)")};
    const QPointer<DiagnosticsDialog> self(this);
    m_dialogs.askWhereToSave(this, question, [self](const QString& file, int) {
        if (self) {
            self->save(file);
        }
    });
}

void DiagnosticsDialog::save(const QString& file)
{
    const Result<void> written = writeText(file, m_text->toPlainText().toUtf8());
    if (!written) {
        const app::messages::ErrorText text = app::messages::describe(written.error());
        m_outcome->setTone(Tone::Negative);
        m_outcome->setText(
            tr("%1 %2", "what happened, what to do now").arg(text.whatHappened, text.nextStep));
        return;
    }
    m_outcome->setTone(Tone::Normal);
    m_outcome->setText(tr("Saved as %1.").arg(QFileInfo(file).fileName()));
}

} // namespace ui::shell
