// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/Workspaces.h"

#include "core/Log.h"
#include "shell/StatusText.h"
#include "store/WorkspaceLock.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace ui::shell {

using app::core::Result;
using app::core::WorkspaceId;
using app::secrets::ApiKey;
using app::settings::KeyLocation;
using app::settings::WorkspaceSettings;

Workspaces::Workspaces(AppServices& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
}

Workspaces::~Workspaces()
{
    closeAll();
}

void Workspaces::openAll()
{
    const std::vector<WorkspaceId> stored = m_services.dataFolder.workspaces();
    for (const WorkspaceSettings& entry : m_services.settings.workspaces) {
        const bool hasCache = std::find(stored.begin(), stored.end(), entry.workspace) != stored.end();
        if (hasCache && session(entry.workspace) == nullptr) {
            add(entry.workspace).open();
        }
    }
    chooseActive();
    Q_EMIT listChanged();
}

void Workspaces::closeAll()
{
    m_forgotten.clear();
    m_sessions.clear();
    m_active.reset();
}

WorkspaceSession& Workspaces::add(const WorkspaceId& id)
{
    m_sessions.push_back(std::make_unique<WorkspaceSession>(m_services, id));
    WorkspaceSession* session = m_sessions.back().get();
    connect(session, &WorkspaceSession::statusChanged, this,
        [this, id](const SyncStatus& status) { Q_EMIT statusChanged(id, status); });
    connect(session, &WorkspaceSession::phaseChanged, this, [this, id] { Q_EMIT opened(id); });
    connect(session, &WorkspaceSession::scopeArrived, this, [this, id] { Q_EMIT scopeArrived(id); });
    // We stand in a signal of the session that has to go.
    connect(
        session, &WorkspaceSession::storeLost, this, [this, id] { Q_EMIT storeLost(id); },
        Qt::QueuedConnection);
    return *session;
}

std::vector<WorkspaceId> Workspaces::ids() const
{
    std::vector<WorkspaceId> all;
    for (const auto& session : m_sessions) {
        all.push_back(session->id());
    }
    return all;
}

WorkspaceSession* Workspaces::session(const WorkspaceId& id) const
{
    const auto found = std::find_if(
        m_sessions.begin(), m_sessions.end(), [&id](const auto& session) { return session->id() == id; });
    return found == m_sessions.end() ? nullptr : found->get();
}

SyncStatus Workspaces::status(const WorkspaceId& id) const
{
    const WorkspaceSession* known = session(id);
    return known ? known->status() : SyncStatus{};
}

QString Workspaces::displayName(const WorkspaceId& id) const
{
    const WorkspaceSettings* entry = m_services.settings.find(id);
    return entry && !entry->name.isEmpty() ? entry->name : statustext::shortId(id.toString());
}

bool Workspaces::isFinished(const WorkspaceId& id) const
{
    const WorkspaceSettings* entry = m_services.settings.find(id);
    return entry && entry->setupFinished;
}

WorkspaceSession* Workspaces::active() const
{
    return m_active ? session(*m_active) : nullptr;
}

void Workspaces::chooseActive()
{
    if (active() != nullptr && isFinished(*m_active)) {
        return;
    }
    std::optional<WorkspaceId> chosen;
    for (const auto& session : m_sessions) {
        if (isFinished(session->id()) && (!chosen || m_services.settings.activeWorkspace == session->id())) {
            chosen = session->id();
        }
    }
    setActive(chosen);
}

void Workspaces::setActive(std::optional<WorkspaceId> id)
{
    if (id == m_active) {
        return;
    }
    m_active = std::move(id);
    if (m_active && m_services.settings.activeWorkspace != m_active) {
        m_services.settings.activeWorkspace = m_active;
        if (const Result<void> saved = m_services.saveSettings(); !saved) {
            // Which workspace was shown last is not worth a dialog.
            qCWarning(lcUi) << "the active workspace could not be remembered:" << saved.error().detail;
        }
    }
    Q_EMIT activeChanged();
}

void Workspaces::activate(const WorkspaceId& id)
{
    if (session(id) == nullptr) {
        return;
    }
    if (isFinished(id)) {
        setActive(id);
    } else {
        Q_EMIT setupWanted(id);
    }
}

void Workspaces::syncAll()
{
    for (const WorkspaceId& id : ids()) {
        if (WorkspaceSession* one = session(id)) {
            one->syncNow();
        }
    }
}

void Workspaces::retryNow()
{
    for (const WorkspaceId& id : ids()) {
        if (WorkspaceSession* one = session(id)) {
            one->retryNow();
        }
    }
}

template <typename Change> Result<void> Workspaces::edit(const WorkspaceId& id, const Change& change)
{
    const WorkspaceSettings* known = m_services.settings.find(id);
    if (known == nullptr) {
        return {};
    }
    WorkspaceSettings entry = *known;
    change(entry);
    m_services.settings.put(entry);
    const Result<void> saved = m_services.saveSettings();
    if (WorkspaceSession* one = session(id)) {
        one->refreshSettings();
    }
    return saved;
}

void Workspaces::setPaused(const WorkspaceId& id, bool paused)
{
    if (isPaused(id) == paused) {
        return;
    }
    if (const Result<void> saved = edit(id, [paused](WorkspaceSettings& entry) { entry.paused = paused; });
        !saved) {
        // It is paused all the same, until the program ends.
        qCWarning(lcUi) << "the pause could not be remembered:" << saved.error().detail;
    }
}

void Workspaces::pauseAll(bool paused)
{
    for (const WorkspaceId& id : ids()) {
        setPaused(id, paused);
    }
}

bool Workspaces::isPaused(const WorkspaceId& id) const
{
    const WorkspaceSettings* entry = m_services.settings.find(id);
    return entry && entry->paused;
}

Result<void> Workspaces::rename(const WorkspaceId& id, const QString& name)
{
    const Result<void> saved
        = edit(id, [&name](WorkspaceSettings& entry) { entry.name = name.simplified(); });
    Q_EMIT listChanged();
    return saved;
}

Result<void> Workspaces::setKeyExpiry(const WorkspaceId& id, std::optional<app::core::UtcDay> day)
{
    const Result<void> saved = edit(id, [day](WorkspaceSettings& entry) {
        if (entry.keyExpiresOn != day) {
            entry.expiryNoticeGiven.reset();
        }
        entry.keyExpiresOn = day;
    });
    Q_EMIT listChanged();
    return saved;
}

void Workspaces::takeUp(const WorkspaceId& id, std::optional<app::sync::SyncRequest> first)
{
    m_forgotten.erase(id.toString());
    WorkspaceSession* one = session(id);
    if (one == nullptr) {
        add(id).open(first);
    } else if (first) {
        one->open(first);
    } else {
        one->takeUpKey();
    }
    chooseActive();
    Q_EMIT listChanged();
}

void Workspaces::close(const WorkspaceId& id)
{
    m_forgotten.erase(id.toString());
    const auto found = std::find_if(
        m_sessions.begin(), m_sessions.end(), [&id](const auto& session) { return session->id() == id; });
    if (found == m_sessions.end()) {
        return;
    }
    // Whoever shows it lets go of its store first.
    std::unique_ptr<WorkspaceSession> closing = std::move(*found);
    m_sessions.erase(found);
    if (m_active == id) {
        m_active.reset();
        Q_EMIT activeChanged();
    }
    closing.reset();
    Q_EMIT listChanged();
}

void Workspaces::settingsChanged()
{
    for (const WorkspaceId& id : ids()) {
        if (m_services.settings.find(id) == nullptr) {
            close(id);
        } else if (WorkspaceSession* one = session(id)) {
            one->refreshSettings();
        }
    }
    openAll();
}

QCoro::Task<Workspaces::KeyVerdict> Workspaces::replaceKey(
    WorkspaceId id, ApiKey key, KeyLocation location, bool evenWithoutScope)
{
    using Outcome = KeyVerdict::Outcome;
    const QPointer<Workspaces> self(this);
    KeyVerdict verdict;
    const WorkspaceSettings* known = m_services.settings.find(id);
    if (known == nullptr) {
        verdict.outcome = Outcome::Refused;
        verdict.error = app::core::Error{};
        co_return verdict;
    }
    const WorkspaceSettings before = *known;

    // 1. Ask the service. Nothing is touched until it says yes.
    const std::shared_ptr<app::core::Clock> clock = m_services.clock;
    const auto cancellation = std::make_shared<app::core::Cancellation>();
    app::sync::Connection connection = m_services.connectionTo(id);
    ApiKey asked = key.clone();
    const app::sync::AccessReport report = co_await app::sync::checkAccess(
        std::move(connection), std::move(asked), *clock, before.setupFinished, cancellation.get());
    if (!self || m_services.settings.find(id) == nullptr) {
        co_return verdict;
    }
    if (WorkspaceSession* one = session(id)) {
        one->keepRecords(report.requests);
    }
    const std::optional<app::core::Error> error = report.endpoints.front().error;
    const bool lacksScope = error && error->kind == app::core::ErrorKind::ScopeMissing;
    if (lacksScope && !evenWithoutScope) {
        verdict.outcome = Outcome::ScopeMissing;
        verdict.error = error;
        co_return verdict;
    }
    if (error && !lacksScope) {
        verdict.outcome = Outcome::Refused;
        verdict.error = error;
        co_return verdict;
    }

    // 2. Keep it where the person said.
    const app::secrets::SecretId secret = m_services.secretId(id);
    const QString hint = key.redacted();
    KeyLocation kept = location;
    app::secrets::SecretStore& target = m_services.secretsOf(location);
    ApiKey stored = key.clone();
    const Result<void> written = co_await target.write(secret, std::move(stored));
    if (!self) {
        co_return verdict;
    }
    if (!written) {
        verdict.outcome = Outcome::Refused;
        verdict.error = written.error();
        co_return verdict;
    }
    const bool toKeychain = &target != m_services.session.get();
    if (toKeychain) {
        static_cast<void>(co_await m_services.session->remove(secret));
    } else if (before.keyLocation == KeyLocation::Keychain && m_services.keychain) {
        const Result<void> removed = co_await m_services.keychain->remove(secret);
        if (self && !removed) {
            // Locked, say. It is used again at the next start, and the settings keep saying so.
            verdict.leftBehind = removed.error();
            kept = KeyLocation::Keychain;
        }
    }
    if (!self) {
        co_return verdict;
    }

    // 3. Remember it, and go on with it.
    m_forgotten.erase(id.toString());
    m_services.givenKey.reset();
    verdict.waitsForScope = lacksScope;
    const bool keepsOldEntry = verdict.leftBehind.has_value();
    const Result<void> saved = edit(id, [&](WorkspaceSettings& entry) {
        entry.keyLocation = kept;
        if (!keepsOldEntry || entry.keyHint.isEmpty()) {
            entry.keyHint = hint;
        }
        entry.waitingForScope = lacksScope;
        entry.keyExpiresOn.reset();
        entry.expiryNoticeGiven.reset();
    });
    if (!saved) {
        qCWarning(lcUi) << "the settings could not be saved:" << saved.error().detail;
    }
    if (WorkspaceSession* one = session(id)) {
        one->takeUpKey();
    }
    Q_EMIT undoChanged(id);
    Q_EMIT listChanged();
    co_return verdict;
}

QCoro::Task<Result<void>> Workspaces::disconnect(WorkspaceId id)
{
    const QPointer<Workspaces> self(this);
    const WorkspaceSettings* known = m_services.settings.find(id);
    if (known == nullptr) {
        co_return Result<void>();
    }
    const WorkspaceSettings entry = *known;
    const app::secrets::SecretId secret = m_services.secretId(id);
    app::secrets::SecretStore* keychain
        = entry.keyLocation == KeyLocation::Keychain ? m_services.keychain.get() : nullptr;

    // The key leaves the keychain at once, so that quitting, a crash or a power cut cannot leave it behind;
    // what can be undone for a moment is in locked memory only.
    Result<ApiKey> key = co_await m_services.session->read(secret);
    if (self && !key && keychain) {
        key = co_await keychain->read(secret);
    }
    Result<void> removed;
    if (self && keychain) {
        removed = co_await keychain->remove(secret);
    }
    if (!self) {
        co_return Result<void>();
    }
    if (!removed) {
        // The key may still be there: do not pretend.
        co_return removed;
    }
    removed = co_await m_services.session->remove(secret);
    if (!self || !removed) {
        co_return removed;
    }
    if (!key && m_services.givenKey) {
        key = m_services.givenKey->clone();
    }
    m_services.givenKey.reset();
    if (key) {
        Forgotten forgotten{std::move(*key), entry.keyLocation, entry.keyHint,
            m_services.clock->now() + m_services.undoTime, std::make_unique<QTimer>()};
        forgotten.timer->setSingleShot(true);
        connect(forgotten.timer.get(), &QTimer::timeout, this, [this, id] {
            // The timer is part of what goes: out of its signal first.
            QTimer::singleShot(0, this, [this, id] {
                m_forgotten.erase(id.toString());
                Q_EMIT undoChanged(id);
            });
        });
        forgotten.timer->start(m_services.undoTime);
        m_forgotten.insert_or_assign(id.toString(), std::move(forgotten));
    }
    if (WorkspaceSession* one = session(id)) {
        one->forgetKey();
    }
    const Result<void> saved = edit(id, [](WorkspaceSettings& changed) { changed.keyHint.clear(); });
    Q_EMIT undoChanged(id);
    Q_EMIT listChanged();
    co_return saved;
}

std::optional<app::core::Instant> Workspaces::undoUntil(const WorkspaceId& id) const
{
    const auto found = m_forgotten.find(id.toString());
    return found == m_forgotten.end() ? std::nullopt : std::optional(found->second.until);
}

QCoro::Task<Result<void>> Workspaces::undo(WorkspaceId id)
{
    const auto found = m_forgotten.find(id.toString());
    if (found == m_forgotten.end()) {
        co_return Result<void>();
    }
    const QPointer<Workspaces> self(this);
    found->second.timer->stop();
    const KeyLocation location = found->second.location;
    const QString hint = found->second.hint;
    const app::secrets::SecretId secret = m_services.secretId(id);
    ApiKey key = found->second.key.clone();
    const Result<void> written = co_await m_services.secretsOf(location).write(secret, std::move(key));
    if (!self) {
        co_return Result<void>();
    }
    if (!written) {
        if (const auto still = m_forgotten.find(id.toString()); still != m_forgotten.end()) {
            still->second.timer->start(m_services.undoTime);
            still->second.until = m_services.clock->now() + m_services.undoTime;
            Q_EMIT undoChanged(id);
        }
        co_return written;
    }
    m_forgotten.erase(id.toString());
    const Result<void> saved = edit(id, [&hint](WorkspaceSettings& entry) { entry.keyHint = hint; });
    if (WorkspaceSession* one = session(id)) {
        one->takeUpKey();
    }
    Q_EMIT undoChanged(id);
    Q_EMIT listChanged();
    co_return saved;
}

QCoro::Task<Result<QStringList>> Workspaces::erase(WorkspaceId id)
{
    const QPointer<Workspaces> self(this);
    const Result<void> forgotten = co_await disconnect(id);
    if (!self) {
        co_return QStringList();
    }
    if (!forgotten) {
        co_return app::core::failure(forgotten.error());
    }
    // Erased is erased: nothing is kept to be undone.
    close(id);
    const QString folder = m_services.dataFolder.workspaceFolder(id);
    Result<QStringList> erased = QStringList();
    if (QFileInfo::exists(folder)) {
        const Result<std::unique_ptr<app::store::WorkspaceLock>> lock
            = app::store::WorkspaceLock::acquire(folder);
        if (!lock) {
            openAll();
            co_return app::core::failure(lock.error());
        }
        // One that waits for its scope has no cache, and only the settings know it.
        const bool othersRemain
            = std::any_of(m_services.settings.workspaces.begin(), m_services.settings.workspaces.end(),
                [&](const app::settings::WorkspaceSettings& entry) { return entry.workspace != id; });
        erased = m_services.dataFolder.eraseWorkspace(id,
            othersRemain ? app::store::DataFolder::SharedFiles::Keep
                         : app::store::DataFolder::SharedFiles::GoWithLastCache);
    }
    if (!erased) {
        openAll();
        co_return erased;
    }
    if (m_services.settings.workspaces.size() <= 1 && m_services.proxySecrets) {
        // With the last workspace goes the password of the proxy; one that cannot be removed is no reason to
        // keep the rest.
        const Result<void> gone = co_await m_services.proxySecrets->remove();
        if (!self) {
            co_return erased;
        }
        if (!gone) {
            qCWarning(lcUi) << "the keychain kept the password of the proxy:" << gone.error().detail;
        }
    }
    m_services.settings.forget(id);
    if (m_services.settings.activeWorkspace == id) {
        m_services.settings.activeWorkspace.reset();
    }
    if (m_services.dataFolder.exists()) {
        if (const Result<void> saved = m_services.saveSettings(); !saved) {
            co_return app::core::failure(saved.error());
        }
    }
    chooseActive();
    Q_EMIT listChanged();
    co_return erased;
}

} // namespace ui::shell
