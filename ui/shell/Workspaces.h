// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/AppServices.h"
#include "shell/SyncStatus.h"
#include "shell/WorkspaceSession.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace ui::shell {

/// All workspaces that were set up on this computer. Each has an open session that syncs (or waits for its
/// scope) by itself, side by side with the others, whatever the window shows; one of them is the active one,
/// which the window shows. Keys come and go through here. Owned by AppController, main thread.
class Workspaces final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workspaces)

public:
    /// `services` is borrowed and must outlive this.
    explicit Workspaces(AppServices& services, QObject* parent = nullptr);
    ~Workspaces() override;

    /// Opens a session for every workspace in the settings that has none yet. The active one is the one of
    /// last time, or the first whose setup is finished.
    void openAll();
    /// Ends every session.
    void closeAll();

    /// In the order in which they were set up.
    [[nodiscard]] std::vector<app::core::WorkspaceId> ids() const;
    [[nodiscard]] bool isEmpty() const { return m_sessions.empty(); }
    [[nodiscard]] WorkspaceSession* session(const app::core::WorkspaceId& id) const;
    /// Of a workspace that is not known: NeverSynced.
    [[nodiscard]] SyncStatus status(const app::core::WorkspaceId& id) const;
    /// The name that the person gave, or the short form of the id.
    [[nodiscard]] QString displayName(const app::core::WorkspaceId& id) const;
    /// The wizard was left for the dashboards (else it is a place to wait in, or a backfill under way).
    [[nodiscard]] bool isFinished(const app::core::WorkspaceId& id) const;

    /// What the window shows; null only while no workspace is finished.
    [[nodiscard]] WorkspaceSession* active() const;
    [[nodiscard]] std::optional<app::core::WorkspaceId> activeId() const { return m_active; }
    /// Shows that workspace and remembers it; one whose setup is not finished asks for its wizard with
    /// setupWanted() instead.
    void activate(const app::core::WorkspaceId& id);

    void syncAll();
    void setPaused(const app::core::WorkspaceId& id, bool paused);
    void pauseAll(bool paused);
    [[nodiscard]] bool isPaused(const app::core::WorkspaceId& id) const;
    /// The network came back or the computer woke.
    void retryNow();

    /// The name is trimmed; an empty one brings the short id back. Error: the settings could not be saved.
    app::core::Result<void> rename(const app::core::WorkspaceId& id, const QString& name);
    /// The day on which the key expires, as the person says; none: nobody knows.
    app::core::Result<void> setKeyExpiry(
        const app::core::WorkspaceId& id, std::optional<app::core::UtcDay> day);
    /// Setup wrote this workspace (again): opens it, and asks for `first` at once.
    void takeUp(const app::core::WorkspaceId& id, std::optional<app::sync::SyncRequest> first = {});
    /// Ends its session, before its files go.
    void close(const app::core::WorkspaceId& id);
    /// Ends sessions of workspaces that are no longer in the settings, opens those that are new, and lets all
    /// look at their settings again. For whoever changed services.settings.
    void settingsChanged();

    /// How replacing a key went.
    struct KeyVerdict
    {
        enum class Outcome {
            Taken,
            ScopeMissing, ///< the key is right, its scope is not applied yet; nothing has changed
            Refused ///< `error`: the service, the network or the keychain; nothing has changed
        };
        Outcome outcome = Outcome::Taken;
        std::optional<app::core::Error> error{};
        /// The keychain kept the earlier key, although the new one is for this session only.
        std::optional<app::core::Error> leftBehind{};
        bool waitsForScope = false; ///< Taken without its scope, as asked for
    };
    /// Asks the service for this workspace with the new key first; only when that works the key takes the
    /// place of the old one. `evenWithoutScope`: also when only the scope is missing; then the workspace
    /// checks for it, and its history stays.
    QCoro::Task<KeyVerdict> replaceKey(app::core::WorkspaceId id, app::secrets::ApiKey key,
        app::settings::KeyLocation location, bool evenWithoutScope);

    /// Forgets the key at once, in the keychain or in memory, and stops syncing; for a while undo() can bring
    /// it back. Error: the keychain did not let go of it, and then nothing has changed.
    QCoro::Task<app::core::Result<void>> disconnect(app::core::WorkspaceId id);
    /// Until when undo() works; nullopt: there is nothing to undo.
    [[nodiscard]] std::optional<app::core::Instant> undoUntil(const app::core::WorkspaceId& id) const;
    /// Writes the key back to where it was.
    QCoro::Task<app::core::Result<void>> undo(app::core::WorkspaceId id);
    /// Forgets the key and deletes the cache, for good; answers what was deleted. Errors: the keychain kept
    /// the key (then nothing has changed), another program works with the cache, a file could not be deleted.
    QCoro::Task<app::core::Result<QStringList>> erase(app::core::WorkspaceId id);

Q_SIGNALS:
    void statusChanged(const app::core::WorkspaceId& id, const ui::shell::SyncStatus& status);
    /// The scope is there. A workspace that never had a backfill waits for the person to start one.
    void scopeArrived(const app::core::WorkspaceId& id);
    void activeChanged();
    /// One came, one went, or one is called something else.
    void listChanged();
    /// The session of this workspace is open now, or broken.
    void opened(const app::core::WorkspaceId& id);
    /// Its wizard is to be shown.
    void setupWanted(const app::core::WorkspaceId& id);
    /// The cache's files are gone; the session ends when control returns to the event loop.
    void storeLost(const app::core::WorkspaceId& id);
    /// undoUntil() changed.
    void undoChanged(const app::core::WorkspaceId& id);

private:
    /// A key that was forgotten a moment ago, in locked memory.
    struct Forgotten
    {
        app::secrets::ApiKey key;
        app::settings::KeyLocation location;
        QString hint;
        app::core::Instant until;
        std::unique_ptr<QTimer> timer;
    };

    WorkspaceSession& add(const app::core::WorkspaceId& id);
    void chooseActive();
    void setActive(std::optional<app::core::WorkspaceId> id);
    template <typename Change>
    app::core::Result<void> edit(const app::core::WorkspaceId& id, const Change& change);

    AppServices& m_services;
    std::vector<std::unique_ptr<WorkspaceSession>> m_sessions;
    std::optional<app::core::WorkspaceId> m_active;
    std::map<QString, Forgotten> m_forgotten; ///< by the id
};

} // namespace ui::shell
