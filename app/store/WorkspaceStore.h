// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "store/Database.h"
#include "store/Interruption.h"
#include "store/WorkQueue.h"

#include <QFuture>
#include <QPromise>

#include <cstddef>
#include <exception>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>
#include <vector>

namespace app::store {

/// The cache of one workspace: one writer thread that owns the only write connection, and a small pool of
/// readers with one read-only connection each. Owned by AppServices (or the CLI); every method is callable
/// from every thread. Work is a callable `Result<T>(Database&)` (writer) or `Result<T>(const Database&)`
/// (reader); between threads travel values. The destructor waits for work that has begun.
class WorkspaceStore
{
public:
    /// Opens `folder`/cache.db, creating folder and file (0700/0600) when they are missing.
    static core::Result<std::unique_ptr<WorkspaceStore>> open(const QString& folder);
    ~WorkspaceStore();
    WorkspaceStore(const WorkspaceStore&) = delete;
    WorkspaceStore& operator=(const WorkspaceStore&) = delete;

    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] QString databaseFile() const;

    template <typename Work> auto write(Work work) -> QFuture<std::invoke_result_t<Work, Database&>>
    {
        using Answer = std::invoke_result_t<Work, Database&>;
        return runIn<Answer>(
            m_writer, [this, work = std::move(work)](std::size_t, const QPromise<Answer>&) mutable -> Answer {
                return work(*m_writeConnection);
            });
    }

    /// Work whose future is cancelled is given up: what waits is skipped, and what runs gets an Error of kind
    /// Cancelled from its next query. So a page that was left costs nothing more.
    template <typename Work> auto read(Work work) -> QFuture<std::invoke_result_t<Work, const Database&>>
    {
        using Answer = std::invoke_result_t<Work, const Database&>;
        return runIn<Answer>(m_readers,
            [this, work = std::move(work)](
                std::size_t worker, const QPromise<Answer>& promise) mutable -> Answer {
                if (promise.isCanceled()) {
                    return core::failure(core::ErrorKind::Cancelled, QString());
                }
                core::Result<const Database*> connection = readerOf(worker);
                if (!connection) {
                    return core::failure(connection.error());
                }
                const Interruption interruption(**connection, [&promise] { return promise.isCanceled(); });
                return work(**connection);
            });
    }

    /// The check at start: reads the whole file in a thread of its own, with a connection of its own, while
    /// everything else goes on (checkIntegrity()). Due when the last one lies more than a day back, when the
    /// last program that had the cache open did not close it (something is left in the write-ahead log), and
    /// on the first start after an upgrade; then the copy that was made before the upgrade goes with it. Call
    /// it after opening; every sync asks again before it fetches. True: checked and whole; false: not due.
    /// Errors: StoreDamaged (offer rebuild()), StoreFailed, Cancelled when the store is closed meanwhile.
    QFuture<core::Result<bool>> checkWhenDue(core::Instant now);

private:
    /// What was found before the file was opened.
    struct FoundState
    {
        bool wasInterrupted = false; ///< the write-ahead log had content
        bool hadBackup = false; ///< of an upgrade by an earlier start
    };
    WorkspaceStore(QString folder, std::unique_ptr<Database> writeConnection, FoundState found);
    core::Result<const Database*> readerOf(std::size_t worker);

    /// Not QtConcurrent::run(): whoever waits for its future may be made to run the job in the waiting
    /// thread, and then two threads share the write connection.
    template <typename Answer, typename Job> static QFuture<Answer> runIn(WorkQueue& queue, Job job)
    {
        struct Task
        {
            QPromise<Answer> promise;
            Job job;
        };
        // std::function wants to be copied, a promise and some jobs cannot be.
        auto task = std::make_shared<Task>(Task{QPromise<Answer>(), std::move(job)});
        QFuture<Answer> future = task->promise.future();
        task->promise.start();
        queue.add([task = std::move(task)](std::size_t worker) mutable {
            try {
                task->promise.addResult(task->job(worker, task->promise));
            } catch (...) {
                task->promise.setException(std::current_exception());
            }
            task->promise.finish();
            task.reset();
        });
        return future;
    }

    core::Result<bool> check(core::Instant now);

    QString m_folder;
    std::unique_ptr<Database> m_writeConnection;
    FoundState m_found; ///< changed by the checker's thread only
    std::stop_source m_stopChecking;
    /// One of each worker of m_readers, opened by its first job.
    std::vector<std::unique_ptr<Database>> m_readerConnections;
    WorkQueue m_writer;
    WorkQueue m_readers;
    WorkQueue m_checker;
};

} // namespace app::store
