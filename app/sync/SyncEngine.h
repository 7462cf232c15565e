// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/DayRange.h"
#include "core/Error.h"
#include "secrets/ApiKey.h"
#include "store/WorkspaceStore.h"
#include "sync/AccessCheck.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <optional>

namespace app::sync {

class SyncRun;

/// What to do in one run.
struct SyncRequest
{
    /// First backfill or a larger choice: moves goal_from back to today−days+1 (a smaller one changes
    /// nothing).
    std::optional<int> days;
    bool fullSweep = false;
    int intervalHours = 4; ///< for SyncReport::nextSyncAt
    /// At its end the run forgets what is older than so many months (store::pruneStep()), also when part of
    /// it failed, but only when an answer of the service confirms the day; nullopt keeps everything. At least
    /// 3, so that nothing that a sync asks for is forgotten.
    std::optional<int> retentionMonths = std::nullopt;
    /// The way to the service for this run, because settings may change between runs; nullopt: as the
    /// engine's Connection says.
    std::optional<api::NetworkOptions> network = std::nullopt;
};

/// A snapshot while a sync runs; sent at most a few times a second.
struct SyncProgress
{
    enum class Phase { Preparing, Fetching, Waiting, Finishing };
    Phase phase = Phase::Preparing;
    int windowsTotal = 0;
    int windowsDone = 0;
    core::DayRange planned; ///< all days of the plan
    std::vector<core::UtcDay> storedDays; ///< planned days that all four datasets hold now
    std::vector<core::UtcDay> readingDays; ///< days of windows under way
    std::int64_t requests = 0;
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    std::int64_t engineers = 0; ///< seen so far, in the store
    std::optional<core::Instant> waitingUntil;
    std::optional<core::Error> waitingBecause;
    std::optional<std::chrono::seconds> timeLeft; ///< estimate; nullopt = unknown yet
};

/// How a run ended. What succeeded is kept also when `error` is set.
struct SyncReport
{
    std::optional<core::Error>
        error; ///< first failure in the order usage, reviews, responses; Cancelled included
    core::Instant startedAt{};
    core::Instant endedAt{};
    std::int64_t requests = 0;
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    core::DayRange changed;
    std::optional<core::Instant> nextSyncAt;
};

/// Runs one sync at a time on its own thread (network and coroutine) and the store's writer thread (decode
/// and store). Lives in the thread of its owner; signals arrive there. Takes the WorkspaceLock for the time
/// of a run.
///
///   Idle ──start()──▶ Running ──finished(report)──▶ Idle
///                        │ cancel(): finished(report with Cancelled)
///
/// Destroying it cancels and waits for the current request to be dropped; nothing half written remains.
class SyncEngine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncEngine)

public:
    /// `store` and `clock` are borrowed and must outlive the engine.
    SyncEngine(store::WorkspaceStore& store, const core::Clock& clock, Connection connection,
        QObject* parent = nullptr);
    ~SyncEngine() override;

    /// Begins a run; ignored (false) while one is running. finished() comes exactly once, never from inside
    /// start().
    bool start(SyncRequest request, secrets::ApiKey key);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(const app::sync::SyncProgress& progress);
    /// Days whose stored numbers changed; comes during the run, after the first window at once, then for what
    /// was stored meanwhile a few times a second, and before finished().
    void storeChanged(app::core::DayRange days);
    void finished(const app::sync::SyncReport& report);

private:
    QThread m_thread;
    SyncRun* m_run = nullptr; ///< lives in m_thread; deleted by the destructor after the thread has ended
    bool m_running = false;
};

} // namespace app::sync
