// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Database.h"
#include "store/WorkQueue.h"

#include <QFuture>
#include <QPromise>

#include <cstddef>
#include <exception>
#include <memory>
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
        return runIn<Answer>(m_writer, [this, work = std::move(work)](std::size_t) mutable -> Answer {
            return work(*m_writeConnection);
        });
    }

    template <typename Work> auto read(Work work) -> QFuture<std::invoke_result_t<Work, const Database&>>
    {
        using Answer = std::invoke_result_t<Work, const Database&>;
        return runIn<Answer>(m_readers, [this, work = std::move(work)](std::size_t worker) mutable -> Answer {
            core::Result<const Database*> connection = readerOf(worker);
            if (!connection) {
                return core::failure(connection.error());
            }
            return work(**connection);
        });
    }

private:
    explicit WorkspaceStore(QString folder, std::unique_ptr<Database> writeConnection);
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
                task->promise.addResult(task->job(worker));
            } catch (...) {
                task->promise.setException(std::current_exception());
            }
            task->promise.finish();
            task.reset();
        });
        return future;
    }

    QString m_folder;
    std::unique_ptr<Database> m_writeConnection;
    /// One of each worker of m_readers, opened by its first job.
    std::vector<std::unique_ptr<Database>> m_readerConnections;
    WorkQueue m_writer;
    WorkQueue m_readers;
};

} // namespace app::store
