// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/AppServices.h"
#include "shell/SyncStatus.h"
#include "store/WorkspaceStore.h"
#include "sync/SyncEngine.h"
#include "sync/SyncSchedule.h"

#include <QCoroTask>
#include <QFileSystemWatcher>
#include <QObject>

#include <memory>

namespace ui::shell {

/// One workspace that is open: its store, its sync engine and its schedule. Owned by AppController, lives in
/// the main thread; SQL and network stay in the threads of store and engine. Destroying it cancels a running
/// sync.
class WorkspaceSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkspaceSession)

public:
    /// `services` must outlive the session. `store` was opened off the main thread.
    WorkspaceSession(AppServices& services, app::settings::WorkspaceSettings workspace,
        std::unique_ptr<app::store::WorkspaceStore> store, QObject* parent = nullptr);
    ~WorkspaceSession() override;

    [[nodiscard]] app::store::WorkspaceStore& store() const { return *m_store; }
    [[nodiscard]] const app::settings::WorkspaceSettings& workspace() const { return m_workspace; }
    [[nodiscard]] const SyncStatus& status() const { return m_status; }
    /// The first day the administrator asked for; nullopt until it was read from the store.
    [[nodiscard]] std::optional<app::core::UtcDay> goalFrom() const { return m_goalFrom; }

    /// Reads what is known, then syncs by schedule as long as the session lives.
    void begin();
    /// Syncs now; ignored while a sync is running. Without a key the status becomes NeedsKey.
    void syncNow(app::sync::SyncRequest request = {});
    void cancelSync();
    /// The key was removed: stop syncing, keep the charts, say so.
    void forgetKey();
    /// Answers through coverageRead(); late answers of an older range are dropped.
    void readCoverage(app::core::DayRange range);

Q_SIGNALS:
    void statusChanged(const ui::shell::SyncStatus& status);
    void progressed(const app::sync::SyncProgress& progress);
    void finished(const app::sync::SyncReport& report);
    void storeChanged(app::core::DayRange days);
    void coverageRead(const app::records::Coverage& coverage);
    /// The cache's file is gone: erased from the command line, say.
    void storeLost();

private:
    QCoro::Task<void> loadState();
    QCoro::Task<void> startSync(app::sync::SyncRequest request);
    QCoro::Task<void> loadCoverage(app::core::DayRange range, int generation);
    void onProgressed(const app::sync::SyncProgress& progress);
    void onFinished(const app::sync::SyncReport& report);
    void onFolderChanged();
    void setStatus(SyncStatus status);

    AppServices& m_services;
    app::settings::WorkspaceSettings m_workspace;
    std::unique_ptr<app::store::WorkspaceStore> m_store;
    std::unique_ptr<app::sync::SyncEngine> m_engine;
    app::sync::SyncSchedule m_schedule;
    QFileSystemWatcher m_watcher;
    SyncStatus m_status;
    std::optional<app::core::UtcDay> m_goalFrom;
    int m_coverageGeneration = 0;
    bool m_starting = false; ///< a sync was asked for and its key is being read
    bool m_storeLost = false;
    bool m_keyForgotten = false;
};

} // namespace ui::shell
