// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/AnalyticsClient.h"
#include "records/RequestRecord.h"
#include "store/DayWriter.h"
#include "store/WorkQueue.h"
#include "store/WorkspaceLock.h"
#include "store/WorkspaceStore.h"
#include "sync/SyncEngine.h"
#include "sync/SyncPlan.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace app::sync {

/// The sync itself: the part of SyncEngine that lives in the sync thread. One coroutine per run, one lane per
/// endpoint side by side, each with one request at a time. One page is decoded in a thread that lives as long
/// as the run, one is stored in the writer's thread, and the next one downloads meanwhile. A large page is
/// not asked for before the one before is decoded, so that two bodies at most are in memory; small ones queue
/// up with the writer, so that nothing waits for them. Everything that SyncEngine shows to its owner is sent
/// from here by value.
///
///   run ─ lock ─ prepare (goal, plan) ─┬─ lane usage ─────┐
///                                      ├─ lane reviews ───┼─ conclude (not offered, sweep, last sync) ─
///                                      finished └─ lane responses ─┘
class SyncRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncRun)

public:
    SyncRun(store::WorkspaceStore& store, const core::Clock& clock, Connection connection);

    /// Starts one run; finished() comes when it is over. Call in the sync thread.
    void start(SyncRequest request, std::shared_ptr<const secrets::ApiKey> key);
    void cancel();
    /// Ends the thread as soon as no run is under way.
    void quit();

Q_SIGNALS:
    void progressed(const app::sync::SyncProgress& progress);
    void storeChanged(app::core::DayRange days);
    void finished(const app::sync::SyncReport& report);

private:
    /// What a job on the writer thread sends back: a stored window, or only a staged page.
    struct StoredPage
    {
        std::optional<store::WindowOutcome> window;
        std::vector<core::UtcDay> storedDays;
        std::int64_t engineers = 0;
        double rowsPerDay = 0;
        double work = 0; ///< of the whole window, see m_workTotal
    };
    struct PageWork;
    /// A page that is with the decoder or the writer.
    struct PendingPage
    {
        QFuture<core::Result<StoredPage>> stored;
        QFuture<void> decoded; ///< ends when the body is let go, also after an error
        int window = 0; ///< Lane::window of the page
        qsizetype bytes = 0; ///< of its body
    };

    /// The windows of one endpoint and how far they came.
    struct Lane
    {
        api::Endpoint endpoint = api::Endpoint::Usage;
        std::vector<Window> windows;
        std::optional<core::Error> error; ///< the first one
        bool answered = false; ///< at least one page was accepted
        int rejections = 0; ///< windows that ended with WorkspaceNotFound
        int window = 0; ///< counts the windows that were begun
        std::deque<PendingPage> pending; ///< with the writer, oldest first; also of windows before
    };

    QCoro::Task<void> run(SyncRequest request, std::shared_ptr<const secrets::ApiKey> key);
    QCoro::Task<core::Result<void>> prepare(SyncRequest request);
    QCoro::Task<void> runLane(Lane& lane);
    QCoro::Task<core::Result<void>> fetchWindow(Window window, Lane& lane);
    QCoro::Task<core::Result<void>> fetchPages(Window window, int limit, Lane& lane);
    QCoro::Task<core::Result<void>> makeRoom(Lane& lane);
    QCoro::Task<core::Result<void>> settle(Lane& lane, std::size_t mayStay);
    QCoro::Task<core::Result<void>> settleLedger();
    QCoro::Task<core::Result<core::DayRange>> forget(core::UtcDay first);
    QCoro::Task<core::Result<void>> compact();
    QCoro::Task<core::Result<void>> conclude(std::optional<core::Error> error);
    PendingPage storePage(std::shared_ptr<store::DayWriter> writer, Window window, QByteArray body,
        std::optional<core::Instant> commitAs);

    /// When an answer counts as fetched; see m_daysAhead.
    core::Instant countsFrom(core::Instant askedAt, const std::optional<core::Instant>& date);
    void planLanes();
    void sizeWindows(Lane& lane, std::size_t from);
    void onRequestFinished(const records::RequestRecord& record);
    void onWaiting(const core::Error& because, core::Instant until);
    void onWindowStored(const StoredPage& page);
    void reportProgress(bool now);
    void reportChanged();

    store::WorkspaceStore& m_store;
    const core::Clock& m_clock;
    const Connection m_connection;

    // Of the run under way.
    std::unique_ptr<core::Cancellation> m_cancellation;
    std::unique_ptr<api::Transport> m_transport;
    std::unique_ptr<api::AnalyticsClient> m_client;
    std::unique_ptr<store::WorkQueue> m_decoder; ///< hands on to the writer in the order of arrival
    std::unique_ptr<store::WorkspaceLock> m_lock;
    store::SyncState m_state;
    core::UtcDay m_today;
    /// How far our clock is ahead of the service's, in UTC days. What is fetched then counts from the
    /// service's day: a clock that is days ahead would make days final that are not over.
    int m_daysAhead = 0;
    std::optional<core::UtcDay> m_serviceDay; ///< the earliest that an answer named
    PlanInput m_planInput;
    double m_fetchedRowsPerDay = 0; ///< the largest average of a window that this run has fetched
    bool m_coversEverything = false; ///< the plan holds every day of goal_from … today in all datasets
    bool m_isFirstBackfill = false;
    int m_intervalHours = 4;
    std::optional<int> m_retentionMonths;
    std::vector<QFuture<core::Result<void>>> m_ledger; ///< rows on their way to the ledger
    std::vector<Lane> m_lanes;
    std::multiset<core::UtcDay> m_reading;
    SyncProgress m_progress;
    SyncReport m_report;
    double m_workTotal = 0; ///< days over all windows, weighted by what they cost
    double m_workDone = 0;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceProgress;
    QTimer m_progressLater; ///< sends what the throttle held back
    core::DayRange m_changed; ///< stored and not said yet
    QTimer m_changedLater; ///< runs while the next storeChanged() is too early
    bool m_running = false;
    bool m_quitWanted = false;
};

} // namespace app::sync
