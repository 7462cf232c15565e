// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/WorkspaceSession.h"

#include "core/Log.h"
#include "store/CoverageQueries.h"
#include "store/Rebuild.h"
#include "store/RequestLedger.h"
#include "store/SyncState.h"

#include <QCoroFuture>
#include <QFileInfo>
#include <QPointer>
#include <QRandomGenerator>
#include <QtConcurrent>

namespace ui::shell {

using app::core::DayRange;
using app::core::Error;
using app::core::ErrorKind;
using app::core::Instant;
using app::core::Result;
using app::records::Coverage;
using app::secrets::ApiKey;
using app::settings::KeyLocation;
using app::settings::WorkspaceSettings;
using app::store::WorkspaceStore;
using app::sync::AccessReport;
using app::sync::SyncProgress;
using app::sync::SyncReport;
using app::sync::SyncRequest;

namespace {

// A network that comes and goes must not make a request each time.
constexpr std::chrono::minutes kNotAgainWithin{1};

/// Nothing that a later try could change by itself: asking again every few hours would only fill the ledger.
bool stopsTheSync(ErrorKind kind)
{
    return kind == ErrorKind::KeyRejected || kind == ErrorKind::AccessDenied
        || kind == ErrorKind::ScopeMissing || kind == ErrorKind::ServiceMoved;
}

/// How the last run ended, as the store remembers it: the kinds that stop the sync stop it after a restart as
/// well. A moved service is asked again then, because a newer version may know where it is, and so is one
/// that denied access, because the network may be another one.
std::optional<Error> stopperOf(const std::optional<app::store::LastSync>& last)
{
    for (const ErrorKind kind : {ErrorKind::KeyRejected, ErrorKind::ScopeMissing}) {
        if (last && last->result == app::core::errorKindName(kind)) {
            Error error;
            error.kind = kind;
            return error;
        }
    }
    return std::nullopt;
}

app::sync::NextSync at(Instant when)
{
    return {when, when, when};
}

/// −1 to 1, so that not every computer of a company asks in the same second.
double someJitter()
{
    return QRandomGenerator::global()->generateDouble() * 2 - 1;
}

} // namespace

WorkspaceSession::WorkspaceSession(AppServices& services, const app::core::WorkspaceId& id, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_id(id)
    , m_schedule(*services.clock)
{
    connect(&m_schedule, &app::sync::SyncSchedule::due, this, &WorkspaceSession::onDue);
    connect(&m_schedule, &app::sync::SyncSchedule::nextChanged, this, [this](Instant when) {
        if (m_next) {
            m_next->at = when;
            SyncStatus status = m_status;
            status.next = when;
            setStatus(std::move(status));
        }
    });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &WorkspaceSession::onFolderChanged);
    m_status.keyHint = workspace().keyHint;
}

WorkspaceSession::~WorkspaceSession()
{
    if (m_check) {
        m_check->cancel();
    }
    // The engine uses the store until its thread has ended.
    m_engine.reset();
}

WorkspaceSettings WorkspaceSession::workspace() const
{
    const WorkspaceSettings* entry = m_services.settings.find(m_id);
    return entry ? *entry : WorkspaceSettings{m_id};
}

bool WorkspaceSession::isSyncing() const
{
    return m_status.state == SyncStatus::State::Running || m_status.state == SyncStatus::State::Waiting;
}

bool WorkspaceSession::isBusy() const
{
    return m_starting || m_check || (m_engine && m_engine->isRunning());
}

bool WorkspaceSession::isWaitingForScope() const
{
    return workspace().waitingForScope;
}

void WorkspaceSession::open(std::optional<SyncRequest> first)
{
    if (first) {
        m_first = first;
    }
    if (m_phase == Phase::Open) {
        if (const auto request = std::exchange(m_first, {})) {
            m_scopeArrived = false;
            m_error.reset();
            m_keyTrouble = KeyTrouble::None;
            syncNow(*request);
        }
        return;
    }
    if (!m_opening) {
        m_opening = true;
        m_phase = Phase::Opening;
        openStore();
    }
}

QCoro::Task<void> WorkspaceSession::openStore()
{
    const QPointer<WorkspaceSession> self(this);
    const QString folder = m_services.dataFolder.workspaceFolder(m_id);
    // Opening may migrate, so it is not the main thread's work. A store cannot be copied, a pointer to it
    // can.
    using Opened = std::shared_ptr<Result<std::unique_ptr<WorkspaceStore>>>;
    const QFuture<Opened> opening = QtConcurrent::run([folder] {
        return std::make_shared<Result<std::unique_ptr<WorkspaceStore>>>(WorkspaceStore::open(folder));
    });
    const Opened opened = co_await opening;
    if (!self) {
        co_return;
    }
    m_opening = false;
    if (!*opened) {
        m_phase = Phase::Broken;
        m_openError = opened->error();
        qCWarning(lcUi) << "a workspace could not be opened:" << m_openError->detail;
        rest();
        Q_EMIT phaseChanged();
        co_return;
    }
    m_store = std::move(**opened);
    m_openError.reset();
    m_phase = Phase::Open;
    m_watcher.addPath(m_store->folder());
    Q_EMIT phaseChanged();
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
    // A restart must not begin a new count of the days without a sync.
    const std::optional<Instant> lastSuccess = state ? state->lastSuccessAt : std::nullopt;
    const auto reading = m_store->read([lastSuccess](const app::store::Database& database) {
        return app::store::firstFailureAfter(database, lastSuccess);
    });
    const Result<std::optional<Instant>> failingSince = co_await reading;
    if (!self) {
        co_return;
    }
    if (!state) {
        noteFailure(state.error());
    } else {
        m_goalFrom = state->goalFrom;
        m_workedBefore = state->workedBefore;
        m_lastSuccessAt = state->lastSuccessAt;
        m_error = stopperOf(state->lastSync);
        if (state->lastSync && state->lastSync->result != QLatin1String("ok")
            && state->lastSync->result != app::core::errorKindName(ErrorKind::Cancelled)) {
            m_failingSince = failingSince ? failingSince->value_or(state->lastSync->at) : state->lastSync->at;
        }
        m_next = isWaitingForScope() ? at(m_services.clock->now()) : plan();
    }
    if (const auto request = std::exchange(m_first, {})) {
        syncNow(*request);
        co_return;
    }
    if (!isBusy()) {
        findKeyOfSession();
    }
    QTimer::singleShot(m_services.checkDelay, this, [this] { checkStore(); });
}

QCoro::Task<void> WorkspaceSession::checkStore()
{
    if (!isOpen()) {
        co_return;
    }
    const QPointer<WorkspaceSession> self(this);
    // Reads the whole file in a thread of its own, at most once a day.
    const Result<bool> whole = co_await m_store->checkWhenDue(m_services.clock->now());
    if (self && !whole && whole.error().kind == ErrorKind::StoreDamaged) {
        breakDown(whole.error());
    }
}

void WorkspaceSession::breakDown(const Error& error)
{
    if (!isOpen()) {
        return;
    }
    ++m_keyGeneration;
    m_openError = error;
    m_phase = Phase::Broken;
    m_schedule.stop();
    rest();
    // Whoever shows the store lets go of it now.
    Q_EMIT phaseChanged();
    m_watcher.removePath(m_store->folder());
    m_engine.reset();
    m_store.reset();
}

QCoro::Task<Result<void>> WorkspaceSession::rebuild()
{
    if (m_phase != Phase::Broken || m_opening) {
        co_return Result<void>();
    }
    const QPointer<WorkspaceSession> self(this);
    m_opening = true;
    m_phase = Phase::Opening;
    Q_EMIT phaseChanged();
    const QString folder = m_services.dataFolder.workspaceFolder(m_id);
    // Judged once more: a disk that answered wrongly for a moment is no reason to set a whole file aside.
    const QFuture<Result<std::optional<app::store::Rebuilt>>> rebuilding
        = QtConcurrent::run([folder] { return app::store::rebuildIfDamaged(folder); });
    const Result<std::optional<app::store::Rebuilt>> rebuilt = co_await rebuilding;
    if (!self) {
        co_return Result<void>();
    }
    m_opening = false;
    if (!rebuilt) {
        m_phase = Phase::Broken;
        Q_EMIT phaseChanged();
        co_return app::core::failure(rebuilt.error());
    }
    m_lastSuccessAt.reset();
    m_failingSince.reset();
    m_goalFrom.reset();
    m_error.reset();
    open();
    co_return Result<void>();
}

std::optional<app::sync::NextSync> WorkspaceSession::plan() const
{
    const app::sync::SyncHistory history{m_lastSuccessAt, m_error, m_failingSince};
    const bool known = m_lastSuccessAt || m_error;
    return app::sync::planNextSync(
        m_services.clock->now(), history, m_services.settings.syncIntervalHours, known ? someJitter() : 0);
}

QCoro::Task<void> WorkspaceSession::findKeyOfSession()
{
    // The keychain is asked when the key is needed and not before: it may ask the person in its turn.
    const QPointer<WorkspaceSession> self(this);
    const WorkspaceSettings entry = workspace();
    const bool forgotten = entry.keyHint.isEmpty();
    if (!m_services.givenKey && (forgotten || entry.keyLocation == KeyLocation::Session)) {
        const app::secrets::SecretId id = m_services.secretId(m_id);
        const Result<ApiKey> key = co_await m_services.session->read(id);
        if (!self) {
            co_return;
        }
        if (!key) {
            m_keyTrouble = forgotten ? KeyTrouble::Disconnected : KeyTrouble::SessionEnded;
        }
    }
    if (!isBusy()) {
        rest();
    }
}

void WorkspaceSession::ensureEngine()
{
    if (m_engine) {
        return;
    }
    m_engine
        = std::make_unique<app::sync::SyncEngine>(*m_store, *m_services.clock, m_services.connectionTo(m_id));
    connect(m_engine.get(), &app::sync::SyncEngine::progressed, this, &WorkspaceSession::onProgressed);
    connect(m_engine.get(), &app::sync::SyncEngine::finished, this, &WorkspaceSession::onFinished);
    connect(m_engine.get(), &app::sync::SyncEngine::storeChanged, this, &WorkspaceSession::storeChanged);
}

void WorkspaceSession::onDue()
{
    m_next.reset();
    syncNow();
}

void WorkspaceSession::syncNow(SyncRequest request)
{
    if (m_phase == Phase::Broken) {
        open();
        return;
    }
    if (!isOpen() || isBusy() || m_storeLost || m_keyForgotten) {
        return;
    }
    m_schedule.stop();
    m_next.reset();
    m_lastTryAt = m_services.clock->now();
    if (isWaitingForScope()) {
        if (m_scopeArrived) {
            rest();
        } else {
            startCheck();
        }
        return;
    }
    m_starting = true;
    request.intervalHours = m_services.settings.syncIntervalHours;
    request.retentionMonths = m_services.settings.retentionMonths;
    if (!request.days && !m_goalFrom) {
        // The first backfill was cut short before its first window.
        request.days = m_services.settings.backfillDays;
    }
    startSync(request);
}

QCoro::Task<Result<ApiKey>> WorkspaceSession::readKey()
{
    const QPointer<WorkspaceSession> self(this);
    const WorkspaceSettings entry = workspace();
    // Made before the co_await: GCC 12 destroys temporary aggregates of such an expression twice.
    const app::secrets::SecretId id = m_services.secretId(m_id);
    // A key of this session goes first: it is the newest that the person gave, perhaps while the keychain was
    // locked.
    Result<ApiKey> key = co_await m_services.session->read(id);
    if (self && !key && entry.keyLocation == KeyLocation::Keychain && !entry.keyHint.isEmpty()
        && m_services.keychain) {
        key = co_await m_services.keychain->read(id);
    }
    if (self && !key && key.error().kind == ErrorKind::NoKey && m_services.givenKey) {
        key = m_services.givenKey->clone();
    }
    co_return key;
}

KeyTrouble WorkspaceSession::troubleOf(const Error& error) const
{
    switch (error.kind) {
    case ErrorKind::KeychainLocked: return KeyTrouble::Locked;
    case ErrorKind::KeychainDenied: return KeyTrouble::Denied;
    case ErrorKind::KeychainSilent: return KeyTrouble::Silent;
    case ErrorKind::KeychainUnavailable: return KeyTrouble::Unavailable;
    default: break;
    }
    const WorkspaceSettings entry = workspace();
    if (entry.keyHint.isEmpty()) {
        return KeyTrouble::Disconnected;
    }
    return entry.keyLocation == KeyLocation::Keychain && m_services.keychain ? KeyTrouble::Lost
                                                                             : KeyTrouble::SessionEnded;
}

void WorkspaceSession::onKeyMissing(const Error& error)
{
    m_keyTrouble = troubleOf(error);
    m_error = error;
    m_next.reset();
    if (m_keyTrouble == KeyTrouble::Locked || m_keyTrouble == KeyTrouble::Silent
        || m_keyTrouble == KeyTrouble::Unavailable) {
        // It may open later; asking too often would nag with its password dialog.
        m_next = at(app::sync::nextSyncTime(
            m_services.clock->now(), m_lastSuccessAt, error, m_services.settings.syncIntervalHours, 0));
    }
    rest();
    SyncReport report;
    report.error = error;
    Q_EMIT finished(report);
}

QCoro::Task<void> WorkspaceSession::startSync(SyncRequest request)
{
    SyncStatus status = m_status;
    status.state = SyncStatus::State::Running;
    status.progress = SyncProgress{};
    status.error.reset();
    status.keyTrouble = KeyTrouble::None;
    status.next.reset();
    setStatus(status);

    const QPointer<WorkspaceSession> self(this);
    const quint64 generation = m_keyGeneration;
    const Result<app::api::NetworkOptions> network = co_await m_services.loadNetwork();
    if (!self) {
        co_return;
    }
    if (!network) {
        // Another way than the one that was asked for would be a surprise: nothing is sent.
        m_starting = false;
        SyncReport report;
        report.error = network.error();
        report.startedAt = m_services.clock->now();
        report.endedAt = report.startedAt;
        onFinished(report);
        co_return;
    }
    m_services.network = *network;
    request.network = *network;
    Result<ApiKey> key = co_await readKey();
    if (!self) {
        co_return;
    }
    m_starting = false;
    if (generation != m_keyGeneration || m_storeLost) {
        rest();
        co_return;
    }
    if (!key) {
        onKeyMissing(key.error());
        co_return;
    }
    m_keyTrouble = KeyTrouble::None;
    m_keyInUse = key->redacted();
    ensureEngine();
    m_engine->start(request, std::move(*key));
}

QCoro::Task<void> WorkspaceSession::startCheck()
{
    const QPointer<WorkspaceSession> self(this);
    const auto cancellation = std::make_shared<app::core::Cancellation>();
    m_check = cancellation;
    // A check that was cancelled ends in a later turn of the event loop, perhaps after the services have
    // gone.
    const std::shared_ptr<app::core::Clock> clock = m_services.clock;
    SyncStatus status = m_status;
    status.state = SyncStatus::State::WaitingForScope;
    status.keyTrouble = KeyTrouble::None;
    status.next.reset();
    status.checking = true;
    setStatus(status);

    Result<ApiKey> key = co_await readKey();
    if (!self || cancellation != m_check) {
        co_return;
    }
    if (!key) {
        m_check.reset();
        onKeyMissing(key.error());
        co_return;
    }
    m_keyTrouble = KeyTrouble::None;
    m_keyInUse = key->redacted();
    const Instant startedAt = clock->now();
    const Result<app::api::NetworkOptions> network = co_await m_services.loadNetwork();
    if (!self || cancellation != m_check) {
        co_return;
    }
    if (!network) {
        m_check.reset();
        AccessReport unsent;
        for (app::sync::EndpointAccess& access : unsent.endpoints) {
            access.error = network.error();
        }
        onChecked(unsent, startedAt);
        co_return;
    }
    m_services.network = *network;
    app::sync::Connection connection = m_services.connectionTo(m_id);
    const AccessReport report = co_await app::sync::checkAccess(
        std::move(connection), std::move(*key), *clock, m_workedBefore, cancellation.get());
    if (!self || cancellation != m_check) {
        co_return;
    }
    m_check.reset();
    onChecked(report, startedAt);
}

void WorkspaceSession::onChecked(const AccessReport& report, Instant startedAt)
{
    ++m_scopeChecks;
    keepRecords(report.requests);
    // As in setup: it can go on when usage can be read.
    m_error = report.endpoints.front().error;
    m_scopeArrived = !m_error;
    const bool setupFinished = workspace().setupFinished;
    if (m_scopeArrived) {
        m_failingSince.reset();
        if (setupFinished) {
            // It worked before with another key: nothing has to be chosen, the sync just goes on.
            WorkspaceSettings entry = workspace();
            entry.waitingForScope = false;
            m_services.settings.put(entry);
            if (const Result<void> saved = m_services.saveSettings(); !saved) {
                qCWarning(lcUi) << "the settings could not be saved:" << saved.error().detail;
            }
            m_scopeArrived = false;
        }
    } else {
        const Instant now = m_services.clock->now();
        m_next = app::sync::NextSync{now + m_services.scopeCheckInterval, now, now + kNotAgainWithin};
    }
    rest();
    const QPointer<WorkspaceSession> self(this);
    Q_EMIT accessChecked(report, startedAt);
    if (self && !m_error) {
        Q_EMIT scopeArrived();
        if (self && setupFinished) {
            syncNow();
        }
    }
}

void WorkspaceSession::keepRecords(std::vector<app::records::RequestRecord> records)
{
    if (!isOpen() || records.empty()) {
        return;
    }
    m_store->write([records = std::move(records)](app::store::Database& database) {
        const Result<void> kept = app::store::appendRequests(database, records);
        if (!kept) {
            qCWarning(lcUi) << "the requests of a check could not be noted:" << kept.error().detail;
        }
        return kept;
    });
}

void WorkspaceSession::cancelSync()
{
    if (m_engine) {
        m_engine->cancel();
    }
}

void WorkspaceSession::retryNow()
{
    const Instant now = m_services.clock->now();
    if (!isOpen() || isBusy()) {
        return;
    }
    const bool mayHelp = m_status.state == SyncStatus::State::Stopped && m_error
        && (m_error->kind == ErrorKind::AccessDenied || m_error->kind == ErrorKind::ServiceMoved)
        && (!m_lastTryAt || now - *m_lastTryAt >= kNotAgainWithin);
    if (mayHelp) {
        // Another network may be on the workspace's list.
        syncNow();
    } else {
        m_schedule.nudge();
    }
}

void WorkspaceSession::refreshSettings()
{
    if (!isOpen()) {
        return;
    }
    if (workspace().paused) {
        cancelSync();
    }
    if (isBusy()) {
        return;
    }
    if (!isWaitingForScope()) {
        m_scopeArrived = false;
        // The interval may be another one.
        if (m_keyTrouble == KeyTrouble::None && !m_error) {
            m_next = plan();
        }
    } else if (!m_next && !m_scopeArrived) {
        m_next = at(m_services.clock->now());
    }
    rest();
}

void WorkspaceSession::forgetKey()
{
    ++m_keyGeneration;
    m_keyForgotten = true;
    m_keyTrouble = KeyTrouble::Disconnected;
    m_keyInUse.clear();
    m_error.reset();
    m_next.reset();
    if (m_check) {
        m_check->cancel();
        m_check.reset();
    }
    cancelSync();
    rest();
}

void WorkspaceSession::takeUpKey()
{
    ++m_keyGeneration;
    m_keyForgotten = false;
    m_keyTrouble = KeyTrouble::None;
    m_keyInUse.clear();
    m_error.reset();
    m_scopeArrived = false;
    if (m_check) {
        m_check->cancel();
        m_check.reset();
    }
    // What the old key has under way ends first; its end then finds nothing to complain about.
    if (m_engine && m_engine->isRunning()) {
        m_first = SyncRequest{};
        m_engine->cancel();
        return;
    }
    rest();
    if (!workspace().paused) {
        syncNow();
    }
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
    status.keyHint = m_keyInUse;
    if (!progress.planned.isEmpty()) {
        m_goalFrom = m_goalFrom ? std::min(*m_goalFrom, progress.planned.first) : progress.planned.first;
    }
    setStatus(status);
    Q_EMIT progressed(progress);
}

void WorkspaceSession::noteFailure(const Error& error)
{
    m_error = error;
    if (!m_failingSince) {
        m_failingSince = m_services.clock->now();
    }
}

void WorkspaceSession::onFinished(const SyncReport& report)
{
    if (!report.error) {
        m_error.reset();
        m_failingSince.reset();
        m_workedBefore = true;
        m_lastSuccessAt = report.endedAt;
    } else if (report.error->kind == ErrorKind::Cancelled || m_keyForgotten) {
        m_error.reset();
    } else {
        noteFailure(*report.error);
    }
    m_next = plan();
    if (report.error && report.error->kind == ErrorKind::Cancelled && report.nextSyncAt) {
        m_next = at(*report.nextSyncAt);
    } else if (!report.error && report.nextSyncAt) {
        // What the run noted in the store, for the command line to tell, is what happens.
        m_next->at = *report.nextSyncAt;
    }
    if (report.error && report.error->kind == ErrorKind::StoreDamaged) {
        // Not from inside a signal of the engine.
        QTimer::singleShot(0, this, [this, error = *report.error] { breakDown(error); });
    }
    const auto again = std::exchange(m_first, {});
    rest();
    const QPointer<WorkspaceSession> self(this);
    Q_EMIT finished(report);
    if (self && again) {
        m_error.reset();
        syncNow(*again);
    }
}

void WorkspaceSession::rest()
{
    using State = SyncStatus::State;
    const WorkspaceSettings entry = workspace();
    SyncStatus status;
    status.error = m_error;
    status.lastSuccessAt = m_lastSuccessAt;
    status.failingSince = m_failingSince;
    status.keyHint = m_keyInUse.isEmpty() ? entry.keyHint : m_keyInUse;
    status.next = m_next ? std::optional(m_next->at) : std::nullopt;
    const bool waiting = entry.waitingForScope;
    const bool mayStop = m_error && !(waiting && m_error->kind == ErrorKind::ScopeMissing);
    if (m_openError) {
        status.state = State::Stopped;
        status.error = m_openError;
        status.next.reset();
    } else if (m_keyTrouble != KeyTrouble::None) {
        status.state = State::NeedsKey;
        status.keyTrouble = m_keyTrouble;
        if (m_keyTrouble == KeyTrouble::Disconnected || m_keyTrouble == KeyTrouble::SessionEnded) {
            status.keyHint.clear();
            status.next.reset();
        }
    } else if (mayStop && stopsTheSync(m_error->kind)) {
        status.state = State::Stopped;
        status.next.reset();
    } else if (entry.paused) {
        status.state = State::Paused;
        status.next.reset();
    } else if (waiting) {
        status.state = State::WaitingForScope;
        status.scopeArrived = m_scopeArrived;
        if (m_scopeArrived) {
            status.next.reset();
        }
    } else if (m_error) {
        status.state = State::Failed;
    } else {
        status.state = m_lastSuccessAt ? State::Idle : State::NeverSynced;
    }
    const auto next = entry.paused || !status.next ? std::nullopt : m_next;
    // The schedule may find the time to be over already: what comes of that is the newer status.
    m_schedule.stop();
    setStatus(std::move(status));
    if (next) {
        m_schedule.setNext(*next);
    }
}

void WorkspaceSession::readCoverage(DayRange range)
{
    if (isOpen()) {
        loadCoverage(range, ++m_coverageGeneration);
    }
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
    if (isOpen() && !m_storeLost && !QFileInfo::exists(m_store->databaseFile())) {
        m_storeLost = true;
        m_schedule.stop();
        cancelSync();
        Q_EMIT storeLost();
    }
}

void WorkspaceSession::setStatus(SyncStatus status)
{
    m_status = std::move(status);
    Q_EMIT statusChanged(m_status);
}

} // namespace ui::shell
