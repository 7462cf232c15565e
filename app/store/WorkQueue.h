// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace app::store {

/// A queue of jobs and the threads that work it off, first in, first out. Free of Qt, so that a thread
/// sanitizer sees every lock of it (Debian's Qt is not instrumented). Owned by WorkspaceStore; add() may be
/// called from every thread, also from inside a job. A job must not throw.
class WorkQueue
{
public:
    /// Gets the number of the worker that runs it, 0 to workers − 1; a worker is one thread for as long as
    /// the queue lives, so a job may use what belongs to that worker without a lock.
    using Job = std::function<void(std::size_t worker)>;

    explicit WorkQueue(std::size_t workers);
    /// finish().
    ~WorkQueue();
    WorkQueue(const WorkQueue&) = delete;
    WorkQueue& operator=(const WorkQueue&) = delete;

    /// A queue that is finishing takes no more work: the job is destroyed without having run.
    void add(Job job);

    /// Runs what was added, then ends the threads. Called by the owner, not from a job.
    void finish();

private:
    void workOff(std::size_t worker);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs; ///< guarded by m_mutex
    bool m_finishing = false; ///< guarded by m_mutex
    std::vector<std::thread> m_threads;
};

} // namespace app::store
