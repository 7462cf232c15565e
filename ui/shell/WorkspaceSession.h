// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"
#include "shell/AppServices.h"
#include "shell/SyncStatus.h"
#include "store/WorkspaceStore.h"
#include "sync/AccessCheck.h"
#include "sync/SyncEngine.h"
#include "sync/SyncSchedule.h"

#include <QCoroTask>
#include <QFileSystemWatcher>
#include <QObject>

#include <memory>

namespace ui::shell {

/// One workspace that was set up: its store, its sync engine, its schedule, and the waiting for its scope.
/// Owned by Workspaces, lives in the main thread; SQL and network stay in the threads of store and engine.
/// Destroying it cancels what is running.
///
///   Opening ──▶ Open: syncs by schedule, or checks for the scope every 15 minutes
///      └──────▶ Broken: the cache cannot be used; status() says why, open() tries again
class WorkspaceSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkspaceSession)

public:
    enum class Phase { Opening, Open, Broken };

    /// `services` must outlive the session; the settings of `id` are looked up in it whenever they are
    /// needed.
    WorkspaceSession(AppServices& services, const app::core::WorkspaceId& id, QObject* parent = nullptr);
    ~WorkspaceSession() override;

    [[nodiscard]] const app::core::WorkspaceId& id() const { return m_id; }
    /// What is remembered about this workspace now.
    [[nodiscard]] app::settings::WorkspaceSettings workspace() const;
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] bool isOpen() const { return m_phase == Phase::Open; }
    /// Only while it is open.
    [[nodiscard]] app::store::WorkspaceStore& store() const { return *m_store; }
    [[nodiscard]] const SyncStatus& status() const { return m_status; }
    /// The first day the administrator asked for; nullopt until it was read from the store.
    [[nodiscard]] std::optional<app::core::UtcDay> goalFrom() const { return m_goalFrom; }
    [[nodiscard]] bool isSyncing() const;
    /// Checks for the scope in this run of the program.
    [[nodiscard]] int scopeChecks() const { return m_scopeChecks; }

    /// Opens the store off the main thread (that may migrate), reads what is known, then works by schedule.
    /// `first` is asked for at once instead. Also tries again what was broken.
    void open(std::optional<app::sync::SyncRequest> first = {});
    /// Syncs now; ignored while a sync is running. While it waits for its scope: checks now. Without a key
    /// the status becomes NeedsKey.
    void syncNow(app::sync::SyncRequest request = {});
    void cancelSync();
    /// The network came back or the computer woke: tries again what failed, unless that was a moment ago or
    /// needs the person.
    void retryNow();
    /// Of a broken one: sets the damaged cache aside and begins an empty one, which the next sync fills.
    QCoro::Task<app::core::Result<void>> rebuild();
    /// Something in the settings of this workspace changed: paused, waiting for the scope, interval.
    void refreshSettings();
    /// The key was removed: stop syncing, keep the charts, say so.
    void forgetKey();
    /// Another key is there (or the same came back): try it.
    void takeUpKey();
    /// Keeps records of a check that somebody else made in the ledger.
    void keepRecords(std::vector<app::records::RequestRecord> records);
    /// Answers through coverageRead(); late answers of an older range are dropped.
    void readCoverage(app::core::DayRange range);

Q_SIGNALS:
    /// Open or broken now.
    void phaseChanged();
    void statusChanged(const ui::shell::SyncStatus& status);
    void progressed(const app::sync::SyncProgress& progress);
    void finished(const app::sync::SyncReport& report);
    void storeChanged(app::core::DayRange days);
    void coverageRead(const app::records::Coverage& coverage);
    /// A check for the scope ended.
    void accessChecked(const app::sync::AccessReport& report, app::core::Instant startedAt);
    void scopeArrived();
    /// The cache's file is gone: erased from the command line, say.
    void storeLost();

private:
    QCoro::Task<void> openStore();
    QCoro::Task<void> loadState();
    QCoro::Task<void> checkStore();
    QCoro::Task<void> startSync(app::sync::SyncRequest request);
    QCoro::Task<void> startCheck();
    QCoro::Task<app::core::Result<app::secrets::ApiKey>> readKey();
    QCoro::Task<void> findKeyOfSession();
    QCoro::Task<void> loadCoverage(app::core::DayRange range, int generation);
    void ensureEngine();
    void onDue();
    void onKeyMissing(const app::core::Error& error);
    void onChecked(const app::sync::AccessReport& report, app::core::Instant startedAt);
    void onProgressed(const app::sync::SyncProgress& progress);
    void onFinished(const app::sync::SyncReport& report);
    void onFolderChanged();
    /// The cache turned out to be damaged: nothing of it is shown any longer.
    void breakDown(const app::core::Error& error);
    [[nodiscard]] std::optional<app::sync::NextSync> plan() const;
    void noteFailure(const app::core::Error& error);
    [[nodiscard]] bool isWaitingForScope() const;
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] KeyTrouble troubleOf(const app::core::Error& error) const;
    /// The status of a session that is doing nothing, from what is known; arms the schedule.
    void rest();
    void setStatus(SyncStatus status);

    AppServices& m_services;
    const app::core::WorkspaceId m_id;
    Phase m_phase = Phase::Opening;
    std::unique_ptr<app::store::WorkspaceStore> m_store;
    std::unique_ptr<app::sync::SyncEngine> m_engine;
    app::sync::SyncSchedule m_schedule;
    QFileSystemWatcher m_watcher;
    SyncStatus m_status;
    std::optional<app::sync::SyncRequest> m_first;
    std::shared_ptr<app::core::Cancellation> m_check; ///< of the check under way

    // What is known; rest() makes the status of it.
    std::optional<app::core::Error> m_openError;
    std::optional<app::core::Error> m_error;
    KeyTrouble m_keyTrouble = KeyTrouble::None;
    std::optional<app::core::Instant> m_lastSuccessAt;
    std::optional<app::core::Instant> m_failingSince;
    std::optional<app::sync::NextSync> m_next;
    std::optional<app::core::Instant> m_lastTryAt;
    std::optional<app::core::UtcDay> m_goalFrom;
    QString m_keyInUse; ///< hint of the key that was read last
    bool m_workedBefore = false;
    bool m_scopeArrived = false;
    int m_scopeChecks = 0;

    int m_coverageGeneration = 0;
    quint64 m_keyGeneration = 0; ///< what was started with an older key is dropped
    bool m_opening = false;
    bool m_starting = false; ///< a sync was asked for and its key is being read
    bool m_storeLost = false;
    bool m_keyForgotten = false;
};

} // namespace ui::shell
