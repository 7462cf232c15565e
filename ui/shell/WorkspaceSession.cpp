// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/WorkspaceSession.h"

#include "core/Log.h"
#include "messages/ErrorText.h"
#include "store/CoverageQueries.h"
#include "store/SyncState.h"

#include <QCoroFuture>
#include <QFileInfo>
#include <QPointer>

namespace ui::shell {

using app::core::DayRange;
using app::core::ErrorKind;
using app::core::Result;
using app::records::Coverage;
using app::sync::SyncProgress;
using app::sync::SyncReport;
using app::sync::SyncRequest;

namespace {

constexpr std::chrono::minutes kTryAgain{5};

} // namespace

WorkspaceSession::WorkspaceSession(AppServices& services, app::settings::WorkspaceSettings workspace,
    std::unique_ptr<app::store::WorkspaceStore> store, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_workspace(std::move(workspace))
    , m_store(std::move(store))
    , m_schedule(*services.clock)
{
    m_engine = std::make_unique<app::sync::SyncEngine>(*m_store, *m_services.clock,
        app::sync::Connection{m_services.baseUrl, m_workspace.workspace, m_services.policy});
    connect(m_engine.get(), &app::sync::SyncEngine::progressed, this, &WorkspaceSession::onProgressed);
    connect(m_engine.get(), &app::sync::SyncEngine::finished, this, &WorkspaceSession::onFinished);
    connect(m_engine.get(), &app::sync::SyncEngine::storeChanged, this, &WorkspaceSession::storeChanged);
    connect(&m_schedule, &app::sync::SyncSchedule::due, this, [this] { syncNow(); });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &WorkspaceSession::onFolderChanged);
    m_watcher.addPath(m_store->folder());
    m_status.keyHint = m_workspace.keyHint;
}

WorkspaceSession::~WorkspaceSession()
{
    // The engine uses the store until its thread has ended.
    m_engine.reset();
}

void WorkspaceSession::begin()
{
    loadState();
}

QCoro::Task<void> WorkspaceSession::loadState()
{
    const QPointer<WorkspaceSession> self(this);
    const Result<app::store::SyncState> state = co_await m_store->read(
        [](const app::store::Database& database) { return app::store::loadSyncState(database); });
    if (!self) {
        co_return;
    }
    SyncStatus status = m_status;
    if (!state) {
        status.state = SyncStatus::State::Failed;
        status.error = state.error();
        setStatus(status);
        co_return;
    }
    m_goalFrom = state->goalFrom;
    status.lastSuccessAt = state->lastSuccessAt;
    const bool isBusy = m_starting || m_engine->isRunning();
    if (!isBusy) {
        status.state = state->lastSuccessAt ? SyncStatus::State::Idle : SyncStatus::State::NeverSynced;
        const app::core::Instant next = app::sync::nextSyncTime(m_services.clock->now(), state->lastSuccessAt,
            std::nullopt, m_services.settings.syncIntervalHours, 0);
        status.next = next;
        setStatus(status);
        m_schedule.setNext(next);
    }
}

void WorkspaceSession::syncNow(SyncRequest request)
{
    if (m_starting || m_keyForgotten || m_engine->isRunning()) {
        return;
    }
    m_starting = true;
    m_schedule.stop();
    request.intervalHours = m_services.settings.syncIntervalHours;
    startSync(request);
}

QCoro::Task<void> WorkspaceSession::startSync(SyncRequest request)
{
    SyncStatus status = m_status;
    status.state = SyncStatus::State::Running;
    status.progress = SyncProgress{};
    status.error.reset();
    setStatus(status);

    const QPointer<WorkspaceSession> self(this);
    // Made before the co_await: GCC 12 destroys temporary aggregates of such an expression twice.
    const app::secrets::SecretId id = m_services.secretId(m_workspace.workspace);
    Result<app::secrets::ApiKey> key = co_await m_services.secretsOf(m_workspace.keyLocation).read(id);
    if (!self) {
        co_return;
    }
    m_starting = false;
    if (!key && key.error().kind == ErrorKind::NoKey && m_services.givenKey) {
        key = m_services.givenKey->clone();
    }
    if (!key) {
        status = m_status;
        status.progress.reset();
        status.error = key.error();
        status.state
            = key.error().kind == ErrorKind::NoKey ? SyncStatus::State::NeedsKey : SyncStatus::State::Failed;
        status.next.reset();
        if (status.state == SyncStatus::State::Failed) {
            // A locked or silent keychain may open later; asking too often would nag with its password
            // dialog.
            status.next = app::sync::nextSyncTime(m_services.clock->now(), status.lastSuccessAt, key.error(),
                m_services.settings.syncIntervalHours, 0);
            m_schedule.setNext(*status.next);
        }
        setStatus(status);
        SyncReport report;
        report.error = key.error();
        Q_EMIT finished(report);
        co_return;
    }
    m_engine->start(request, std::move(*key));
}

void WorkspaceSession::cancelSync()
{
    m_engine->cancel();
}

void WorkspaceSession::forgetKey()
{
    m_keyForgotten = true;
    m_workspace.keyHint.clear();
    m_schedule.stop();
    m_engine->cancel();
    SyncStatus status = m_status;
    status.state = SyncStatus::State::NeedsKey;
    status.progress.reset();
    status.next.reset();
    status.keyHint.clear();
    setStatus(status);
}

void WorkspaceSession::onProgressed(const SyncProgress& progress)
{
    if (m_keyForgotten) {
        return;
    }
    SyncStatus status = m_status;
    status.state = progress.phase == SyncProgress::Phase::Waiting ? SyncStatus::State::Waiting
                                                                  : SyncStatus::State::Running;
    status.progress = progress;
    status.error = progress.waitingBecause;
    if (!progress.planned.isEmpty()) {
        m_goalFrom = m_goalFrom ? std::min(*m_goalFrom, progress.planned.first) : progress.planned.first;
    }
    setStatus(status);
    Q_EMIT progressed(progress);
}

void WorkspaceSession::onFinished(const SyncReport& report)
{
    if (m_keyForgotten) {
        Q_EMIT finished(report);
        return;
    }
    SyncStatus status = m_status;
    status.progress.reset();
    status.error.reset();
    const bool wasCancelled = report.error && report.error->kind == ErrorKind::Cancelled;
    if (!report.error) {
        status.state = SyncStatus::State::Idle;
        status.lastSuccessAt = report.endedAt;
    } else if (wasCancelled) {
        status.state = status.lastSuccessAt ? SyncStatus::State::Idle : SyncStatus::State::NeverSynced;
    } else {
        status.state = SyncStatus::State::Failed;
        status.error = report.error;
    }
    // A revoked key stays revoked: asking again every few hours would only fill the ledger. F5 still tries.
    const bool needsThePerson = report.error
        && (report.error->kind == ErrorKind::KeyRejected || report.error->kind == ErrorKind::ServiceMoved);
    // A run that could not even begin, because another process is syncing, has planned nothing.
    status.next = report.nextSyncAt ? *report.nextSyncAt : m_services.clock->now() + kTryAgain;
    if (needsThePerson) {
        status.next.reset();
    }
    setStatus(status);
    if (status.next) {
        m_schedule.setNext(*status.next);
    }
    Q_EMIT finished(report);
}

void WorkspaceSession::readCoverage(DayRange range)
{
    loadCoverage(range, ++m_coverageGeneration);
}

QCoro::Task<void> WorkspaceSession::loadCoverage(DayRange range, int generation)
{
    const QPointer<WorkspaceSession> self(this);
    const Result<Coverage> coverage = co_await m_store->read(
        [range](const app::store::Database& database) { return app::store::coverage(database, range); });
    if (!self || generation != m_coverageGeneration) {
        co_return;
    }
    if (coverage) {
        Q_EMIT coverageRead(*coverage);
    } else {
        qCWarning(lcUi) << "coverage could not be read:" << coverage.error().detail;
    }
}

void WorkspaceSession::onFolderChanged()
{
    if (!m_storeLost && !QFileInfo::exists(m_store->databaseFile())) {
        m_storeLost = true;
        m_engine->cancel();
        Q_EMIT storeLost();
    }
}

void WorkspaceSession::setStatus(SyncStatus status)
{
    m_status = std::move(status);
    Q_EMIT statusChanged(m_status);
}

} // namespace ui::shell
