// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/Commands.h"

#include "api/ReplyClassifier.h"
#include "cli/ProgressLine.h"
#include "cli/StatusReport.h"
#include "cli/WorkspaceChoice.h"
#include "core/Log.h"
#include "secrets/KeychainSecretStore.h"
#include "setup/NetworkSetup.h"
#include "store/Rebuild.h"
#include "store/RequestLedger.h"
#include "store/WorkspaceLock.h"

#include <QCoroFuture>
#include <QCoroSignal>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QtConcurrent>

#include <algorithm>

namespace app::cli {

using core::ErrorKind;
using core::Result;

namespace {

constexpr int kFirstDays = 30;

QString number(std::int64_t value)
{
    return QString::number(value);
}

QString cacheFile(const store::DataFolder& folder, const core::WorkspaceId& workspace)
{
    return QDir(folder.workspaceFolder(workspace)).filePath(QStringLiteral("cache.db"));
}

bool isStored(const store::DataFolder& folder, const core::WorkspaceId& workspace)
{
    const auto stored = folder.workspaces();
    return std::find(stored.begin(), stored.end(), workspace) != stored.end();
}

core::Error cancelled()
{
    core::Error error;
    error.kind = ErrorKind::Cancelled;
    return error;
}

/// Whether an endpoint of this workspace has ever answered; a cache that cannot be read decides nothing here.
bool workedBefore(const store::DataFolder& folder, const core::WorkspaceId& workspace)
{
    if (!isStored(folder, workspace)) {
        return false;
    }
    const auto database
        = store::Database::open(cacheFile(folder, workspace), store::Database::Access::ReadOnly);
    if (!database) {
        return false;
    }
    const auto state = store::loadSyncState(**database);
    return state && state->workedBefore;
}

/// Every request is a row of the ledger, also those of a check. A cache that cannot take them is no reason to
/// hide what the service answered.
void appendToLedger(const store::DataFolder& folder, const core::WorkspaceId& workspace,
    const std::vector<records::RequestRecord>& rows)
{
    if (!isStored(folder, workspace)) {
        return;
    }
    auto database = store::Database::open(cacheFile(folder, workspace), store::Database::Access::ReadWrite);
    if (!database) {
        return;
    }
    if (const auto appended = store::appendRequests(**database, rows); !appended) {
        qCWarning(lcStore).noquote() << "the requests of the check were not recorded:"
                                     << appended.error().detail;
    }
}

/// A refusal of all three endpoints that no second try can change: the workspace or the key is wrong, so
/// nothing is created for them.
bool isFinalRefusal(const sync::AccessReport& report)
{
    return std::all_of(
        report.endpoints.begin(), report.endpoints.end(), [](const sync::EndpointAccess& access) {
            return access.error && !api::isRetried(access.error->kind);
        });
}

QJsonObject verifyJson(const core::WorkspaceId& workspace, const sync::AccessReport& report)
{
    QJsonArray endpoints;
    for (const sync::EndpointAccess& access : report.endpoints) {
        endpoints += QJsonObject{
            {QStringLiteral("endpoint"), api::endpointName(access.endpoint)},
            {QStringLiteral("rows"), qint64{access.rows}},
            {QStringLiteral("ms"), qint64{access.duration.count()}},
        };
    }
    return {{QStringLiteral("workspace_id"), workspace.toString()},
        {QStringLiteral("day"), report.day.toIso()}, {QStringLiteral("endpoints"), endpoints}};
}

QString verifyText(const sync::AccessReport& report)
{
    QString text;
    for (const sync::EndpointAccess& access : report.endpoints) {
        const QString answer = access.error
            ? Commands::tr("failed (%1)").arg(core::errorKindName(access.error->kind))
            : Commands::tr("can be read, %1 ms").arg(access.duration.count());
        text += api::endpointName(access.endpoint).leftJustified(24) + answer + QLatin1Char('\n');
    }
    return text;
}

QJsonObject syncJson(const core::WorkspaceId& workspace, const sync::SyncReport& report,
    const std::optional<store::Rebuilt>& rebuilt)
{
    QJsonValue changed(QJsonValue::Null);
    if (!report.changed.isEmpty()) {
        changed = QJsonObject{{QStringLiteral("from"), report.changed.first.toIso()},
            {QStringLiteral("to"), report.changed.last.toIso()}};
    }
    return {
        {QStringLiteral("workspace_id"), workspace.toString()},
        {QStringLiteral("result"), QStringLiteral("ok")},
        {QStringLiteral("requests"), qint64{report.requests}},
        {QStringLiteral("rows"), qint64{report.rows}},
        {QStringLiteral("bytes"), qint64{report.bytes}},
        {QStringLiteral("seconds"), std::chrono::duration<double>(report.endedAt - report.startedAt).count()},
        {QStringLiteral("changed"), changed},
        {QStringLiteral("rebuilt"), rebuilt ? QJsonValue(rebuilt->setAside) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("next_sync"),
            report.nextSyncAt ? QJsonValue(isoTime(*report.nextSyncAt)) : QJsonValue(QJsonValue::Null)},
    };
}

QString syncText(const sync::SyncReport& report)
{
    QString text
        = Commands::tr("Sync done: %1 requests, %2 rows, %3 s.\n")
              .arg(number(report.requests), number(report.rows))
              .arg(std::chrono::ceil<std::chrono::seconds>(report.endedAt - report.startedAt).count());
    text += report.changed.isEmpty() ? Commands::tr("Nothing has changed.\n")
                                     : Commands::tr("Days with news: %1 to %2.\n")
                                           .arg(report.changed.first.toIso(), report.changed.last.toIso());
    return text;
}

QString formatName(exporting::Format format)
{
    switch (format) {
    case exporting::Format::Csv: return QStringLiteral("csv");
    case exporting::Format::Json: return QStringLiteral("json");
    }
    Q_UNREACHABLE();
}

QJsonObject exportJson(
    const core::WorkspaceId& workspace, const exporting::ExportRequest& request, std::int64_t rows)
{
    return {
        {QStringLiteral("workspace_id"), workspace.toString()},
        {QStringLiteral("table"), exporting::tableName(request.table)},
        {QStringLiteral("format"), formatName(request.format)},
        {QStringLiteral("file"), QFileInfo(request.file).absoluteFilePath()},
        {QStringLiteral("rows"), qint64{rows}},
    };
}

QJsonObject disconnectJson(const core::WorkspaceId& workspace, bool erased, const QStringList& deleted)
{
    return {{QStringLiteral("workspace_id"), workspace.toString()}, {QStringLiteral("erased"), erased},
        {QStringLiteral("deleted"), QJsonArray::fromStringList(deleted)}};
}

/// The origins under which this program may have stored a key of the workspace.
QStringList originsOf(const settings::WorkspaceSettings* entry)
{
    QStringList origins(api::BaseUrl::standard().origin());
    if (entry && !entry->origin.isEmpty() && !origins.contains(entry->origin)) {
        origins += entry->origin;
    }
    return origins;
}

Result<std::int64_t> exportFrom(
    const QString& file, const exporting::ExportRequest& request, const std::stop_token& stop)
{
    const auto database = store::Database::open(file, store::Database::Access::ReadOnly);
    if (!database) {
        return core::failure(database.error());
    }
    return exporting::exportTable(**database, request, stop);
}

} // namespace

Commands::Commands(
    CommandLine line, KeySource keys, const core::Clock& clock, Terminal terminal, QObject* parent)
    : QObject(parent)
    , m_line(std::move(line))
    , m_keys(std::move(keys))
    , m_clock(clock)
    , m_terminal(terminal)
{
}

Commands::~Commands() = default;

void Commands::start()
{
    QMetaObject::invokeMethod(
        this, [this] { run(); }, Qt::QueuedConnection);
}

void Commands::stop()
{
    m_cancellation.cancel();
    m_stopExport.request_stop();
    if (m_engine) {
        m_engine->cancel();
    }
    if (m_waitsForKeychain) {
        finish(failedWith(cancelled()));
    }
}

QCoro::Task<void> Commands::run()
{
    switch (m_line.command) {
    case CommandLine::Command::Help: finish(succeeded({}, CommandLine::helpText())); break;
    case CommandLine::Command::Version:
        finish(succeeded({}, CommandLine::versionText() + QLatin1Char('\n')));
        break;
    case CommandLine::Command::Verify: finish(co_await runVerify()); break;
    case CommandLine::Command::Sync: finish(co_await runSync()); break;
    case CommandLine::Command::Status: finish(runStatus()); break;
    case CommandLine::Command::Export: finish(co_await runExport()); break;
    case CommandLine::Command::Disconnect: finish(co_await runDisconnect()); break;
    }
}

void Commands::finish(const Outcome& outcome)
{
    if (!m_finished) {
        m_finished = true;
        Q_EMIT finished(outcome);
    }
}

Result<Commands::Place> Commands::place() const
{
    const QString path = m_line.dataDir.isEmpty() ? store::DataFolder::standardPath() : m_line.dataDir;
    const auto folder = store::DataFolder::inspect(path);
    if (!folder) {
        return core::failure(folder.error());
    }
    Place place{*folder, {}};
    if (QFileInfo::exists(folder->settingsFile())) {
        auto settings = settings::Settings::load(folder->settingsFile());
        if (!settings) {
            return core::failure(settings.error());
        }
        place.settings = std::move(*settings);
        for (const QString& warning : place.settings.warnings) {
            note(warning);
        }
    }
    return place;
}

QCoro::Task<Result<secrets::ApiKey>> Commands::findKey(core::WorkspaceId workspace)
{
    Result<std::optional<secrets::ApiKey>> given = m_keys.given(m_line.keyFromStdin);
    if (!given) {
        co_return core::failure(given.error());
    }
    if (*given) {
        co_return std::move(**given);
    }
    m_waitsForKeychain = true;
    Result<secrets::ApiKey> key = co_await KeySource::fromKeychain(workspace, m_line.baseUrl);
    m_waitsForKeychain = false;
    co_return key;
}

QCoro::Task<Result<sync::Connection>> Commands::connectionTo(
    core::WorkspaceId workspace, settings::NetworkSettings network)
{
    sync::Connection connection{m_line.baseUrl, workspace, {}};
    if (m_line.silence) {
        connection.policy.limits.silence = *m_line.silence;
    }
    if (m_line.baseUrl.isLoopback()) {
        co_return connection;
    }
    // As for the key: the keychain is for the real service only.
    secrets::ProxySecrets proxySecrets(m_line.baseUrl.isStandard()
            ? secrets::ProxySecrets::Kept::InKeychain
            : secrets::ProxySecrets::Kept::ForThisSession);
    m_waitsForKeychain = true;
    Result<api::NetworkOptions> options = co_await setup::loadNetworkOptions(network, &proxySecrets);
    m_waitsForKeychain = false;
    if (!options) {
        co_return core::failure(options.error());
    }
    connection.network = std::move(*options);
    co_return connection;
}

QCoro::Task<Outcome> Commands::runVerify()
{
    const auto where = place();
    if (!where) {
        co_return failedWith(where.error());
    }
    const auto workspace = chooseWorkspace(where->folder, where->settings, m_line.workspace, Wanted::Any);
    if (!workspace) {
        co_return failed(workspace.error());
    }
    Result<secrets::ApiKey> key = co_await findKey(*workspace);
    if (!key) {
        co_return failedWith(key.error());
    }
    const bool before = workedBefore(where->folder, *workspace);
    const Result<sync::Connection> connection = co_await connectionTo(*workspace, where->settings.network);
    if (!connection) {
        co_return failedWith(connection.error());
    }
    const sync::AccessReport report
        = co_await sync::checkAccess(*connection, std::move(*key), m_clock, before, &m_cancellation);
    if (m_cancellation.isRequested()) {
        co_return failedWith(cancelled());
    }
    appendToLedger(where->folder, *workspace, report.requests);
    if (const auto error = report.firstError()) {
        Outcome outcome = failedWith(*error);
        outcome.text = verifyText(report);
        co_return outcome;
    }
    co_return succeeded(verifyJson(*workspace, report), verifyText(report));
}

QCoro::Task<Outcome> Commands::runSync()
{
    const auto where = place();
    if (!where) {
        co_return failedWith(where.error());
    }
    const store::DataFolder folder = where->folder;
    const auto workspace = chooseWorkspace(folder, where->settings, m_line.workspace, Wanted::Any);
    if (!workspace) {
        co_return failed(workspace.error());
    }
    Result<secrets::ApiKey> key = co_await findKey(*workspace);
    if (!key) {
        co_return failedWith(key.error());
    }

    const Result<sync::Connection> connection = co_await connectionTo(*workspace, where->settings.network);
    if (!connection) {
        co_return failedWith(connection.error());
    }
    const bool isNew = !isStored(folder, *workspace);
    std::vector<records::RequestRecord> checkRequests;
    if (isNew) {
        // A typing error in the id or the key must not leave a workspace behind.
        secrets::ApiKey keyOfCheck = key->clone();
        const sync::AccessReport report
            = co_await sync::checkAccess(*connection, std::move(keyOfCheck), m_clock, false, &m_cancellation);
        if (m_cancellation.isRequested()) {
            co_return failedWith(cancelled());
        }
        if (isFinalRefusal(report)) {
            co_return failedWith(*report.firstError());
        }
        checkRequests = report.requests;
    }

    if (const auto created = folder.ensureCreated(); !created) {
        co_return failedWith(created.error());
    }
    if (const auto logging = core::startLogging(folder.logFolder()); !logging) {
        co_return failedWith(logging.error());
    }
    QLoggingCategory::setFilterRules(QString()); // there is a file for the details now
    std::optional<store::Rebuilt> rebuilt;
    if (m_line.rebuild) {
        const QFuture<Result<std::optional<store::Rebuilt>>> rebuilding
            = QtConcurrent::run(store::rebuildIfDamaged, folder.workspaceFolder(*workspace));
        const Result<std::optional<store::Rebuilt>> judged = co_await rebuilding;
        if (!judged) {
            co_return failedWith(judged.error());
        }
        rebuilt = *judged;
        note(rebuilt ? tr("The cache was damaged. It was set aside as %1, and a new one is filled now.")
                           .arg(rebuilt->setAside)
                     : tr("The cache is not damaged; nothing was rebuilt."));
    }
    const auto store = store::WorkspaceStore::open(folder.workspaceFolder(*workspace));
    if (!store) {
        co_return failedWith(store.error());
    }
    if (isNew) {
        // Not in one expression with co_await: GCC 12 destroys the captures of a temporary lambda there
        // twice.
        const QFuture<Result<void>> recording = (*store)->write([checkRequests](store::Database& database) {
            return store::appendRequests(database, checkRequests);
        });
        const Result<void> recorded = co_await recording;
        if (!recorded) {
            co_return failedWith(recorded.error());
        }
    }
    if (m_cancellation.isRequested()) {
        co_return failedWith(cancelled());
    }

    sync::SyncEngine engine(**store, m_clock, *connection);
    m_engine = &engine;
    const auto mode = m_line.quiet    ? ProgressLine::Mode::Silent
        : Terminal::errorIsTerminal() ? ProgressLine::Mode::OneLine
                                      : ProgressLine::Mode::LinePerWindow;
    ProgressLine progress(mode);
    connect(&engine, &sync::SyncEngine::progressed, &engine,
        [&progress](const sync::SyncProgress& snapshot) { progress.show(snapshot); });

    sync::SyncRequest request;
    request.days = m_line.days;
    request.fullSweep = m_line.fullSweep;
    request.intervalHours = where->settings.syncIntervalHours;
    request.retentionMonths = where->settings.retentionMonths;
    if (isNew && !request.days) {
        request.days = kFirstDays;
    }
    engine.start(request, std::move(*key));
    const sync::SyncReport report = co_await qCoro(&engine, &sync::SyncEngine::finished);
    progress.finish();
    if (report.error) {
        co_return failed(*report.error, report.endedAt);
    }
    co_return succeeded(syncJson(*workspace, report, rebuilt), m_line.quiet ? QString() : syncText(report));
}

Outcome Commands::runStatus() const
{
    const auto where = place();
    if (!where) {
        return failedWith(where.error());
    }
    const auto workspace = chooseWorkspace(where->folder, where->settings, m_line.workspace, Wanted::Stored);
    if (!workspace) {
        return failed(workspace.error());
    }
    const auto database
        = store::Database::open(cacheFile(where->folder, *workspace), store::Database::Access::ReadOnly);
    if (!database) {
        return failedWith(database.error());
    }
    const auto report = StatusReport::load(**database, core::UtcDay::of(m_clock.now()));
    if (!report) {
        return failedWith(report.error());
    }
    const QJsonObject key = m_keys.state(where->settings.find(*workspace), m_line.baseUrl);
    return succeeded(report->toJson(*workspace, key), report->toText(*workspace, key));
}

Result<void> Commands::checkExportTarget(const store::DataFolder& folder) const
{
    const QString target = QFileInfo(QFileInfo(m_line.exportRequest.file).absolutePath()).canonicalFilePath();
    const QString data = QFileInfo(folder.path()).canonicalFilePath();
    if (!data.isEmpty() && (target == data || target.startsWith(data + QLatin1Char('/')))) {
        return core::failure(ErrorKind::FileRefused,
            QStringLiteral("it lies in the data folder, where only the cache belongs"),
            m_line.exportRequest.file);
    }
    return {};
}

QCoro::Task<Outcome> Commands::runExport()
{
    const auto where = place();
    if (!where) {
        co_return failedWith(where.error());
    }
    const auto workspace = chooseWorkspace(where->folder, where->settings, m_line.workspace, Wanted::Stored);
    if (!workspace) {
        co_return failed(workspace.error());
    }
    if (const auto allowed = checkExportTarget(where->folder); !allowed) {
        co_return failedWith(allowed.error());
    }
    const exporting::ExportRequest request = m_line.exportRequest;
    const QFuture<Result<std::int64_t>> writing = QtConcurrent::run(
        exportFrom, cacheFile(where->folder, *workspace), request, m_stopExport.get_token());
    const Result<std::int64_t> rows = co_await writing;
    if (!rows) {
        co_return failedWith(rows.error());
    }
    const QString text = tr("%1 rows were written to %2.\n").arg(number(*rows), request.file);
    co_return succeeded(exportJson(*workspace, request, *rows), m_line.quiet ? QString() : text);
}

Result<void> Commands::confirmErase(const core::WorkspaceId& workspace) const
{
    if (m_line.yes) {
        return {};
    }
    if (!Terminal::inputIsTerminal() || !Terminal::errorIsTerminal()) {
        return core::failure(ErrorKind::BadUsage, QStringLiteral("without a terminal it needs --yes"),
            QStringLiteral("--erase"));
    }
    const QString word = QStringLiteral("erase");
    const auto typed = m_terminal.readLine(tr(
        "Everything that is stored for workspace %1 will be deleted from this computer.\nType %2 to go on: ")
                                               .arg(workspace.toString(), word));
    if (!typed) {
        return core::failure(typed.error());
    }
    if (typed->trimmed() != word.toUtf8()) {
        return core::failure(ErrorKind::BadUsage,
            QStringLiteral("it was not confirmed, so nothing was deleted"), QStringLiteral("--erase"));
    }
    return {};
}

Result<void> Commands::forgetInSettings(const Place& place, const core::WorkspaceId& workspace) const
{
    const settings::WorkspaceSettings* entry = place.settings.find(workspace);
    if (!entry) {
        return {};
    }
    settings::Settings changed = place.settings;
    if (m_line.erase) {
        changed.forget(workspace);
    } else {
        settings::WorkspaceSettings withoutKey = *entry;
        withoutKey.keyHint.clear();
        changed.put(std::move(withoutKey));
    }
    return changed.save(place.folder.settingsFile());
}

QCoro::Task<Outcome> Commands::runDisconnect()
{
    const auto where = place();
    if (!where) {
        co_return failedWith(where.error());
    }
    const auto workspace = chooseWorkspace(where->folder, where->settings, m_line.workspace, Wanted::Known);
    if (!workspace) {
        co_return failed(workspace.error());
    }
    if (m_line.erase) {
        if (const auto confirmed = confirmErase(*workspace); !confirmed) {
            co_return failedWith(confirmed.error());
        }
    }
    std::unique_ptr<store::WorkspaceLock> lock;
    const QString workspaceFolder = where->folder.workspaceFolder(*workspace);
    if (QFileInfo::exists(workspaceFolder)) {
        auto acquired = store::WorkspaceLock::acquire(workspaceFolder);
        if (!acquired) {
            co_return failedWith(acquired.error());
        }
        lock = std::move(*acquired);
    }

    const settings::WorkspaceSettings* entry = where->settings.find(*workspace);
    const bool mayBeInKeychain
        = entry && entry->keyLocation == settings::KeyLocation::Keychain && !entry->keyHint.isEmpty();
    const QStringList origins = originsOf(entry);
    secrets::KeychainSecretStore keychain;
    m_waitsForKeychain = true;
    for (const QString& origin : origins) {
        const secrets::SecretId id{*workspace, origin};
        const Result<void> removed = co_await keychain.remove(id);
        if (!removed && mayBeInKeychain) {
            // Nothing was deleted yet: what says where the key is must not go before the key.
            m_waitsForKeychain = false;
            co_return failedWith(removed.error());
        }
        if (!removed) {
            note(tr("The keychain could not be asked; no key of this workspace is known to be in it."));
            break;
        }
    }
    m_waitsForKeychain = false;
    if (m_cancellation.isRequested()) {
        co_return failedWith(cancelled());
    }

    if (const auto forgotten = forgetInSettings(*where, *workspace); !forgotten) {
        co_return failedWith(forgotten.error());
    }
    QString text = tr("The key of workspace %1 is forgotten.\n").arg(workspace->toString());
    QStringList deleted;
    if (m_line.erase) {
        // One that waits for its scope has no cache, and only the settings know it.
        const bool othersRemain = where->settings.workspaces.size() > (entry ? 1U : 0U);
        const auto erased = where->folder.eraseWorkspace(*workspace,
            othersRemain ? store::DataFolder::SharedFiles::Keep
                         : store::DataFolder::SharedFiles::GoWithLastCache);
        if (!erased) {
            co_return failedWith(erased.error());
        }
        deleted = *erased;
        if (!othersRemain && !where->settings.network.proxyUser.isEmpty()) {
            secrets::ProxySecrets proxySecrets(secrets::ProxySecrets::Kept::InKeychain);
            m_waitsForKeychain = true;
            const Result<void> forgottenToo = co_await proxySecrets.remove();
            m_waitsForKeychain = false;
            if (!forgottenToo) {
                note(tr("The keychain could not be asked to forget the password of the proxy."));
            }
        }
        text += tr("Deleted:\n");
        for (const QString& file : deleted) {
            text += QStringLiteral("  ") + file + QLatin1Char('\n');
        }
    }
    co_return succeeded(disconnectJson(*workspace, m_line.erase, deleted), text);
}

void Commands::note(const QString& text) const
{
    if (!m_line.quiet) {
        Terminal::writeError(text + QLatin1Char('\n'));
    }
}

} // namespace app::cli
