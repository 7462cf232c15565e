// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/WorkQueue.h"

#include <utility>

namespace app::store {

WorkQueue::WorkQueue(std::size_t workers)
{
    m_threads.reserve(workers);
    for (std::size_t worker = 0; worker < workers; ++worker) {
        m_threads.emplace_back([this, worker] { workOff(worker); });
    }
}

WorkQueue::~WorkQueue()
{
    finish();
}

void WorkQueue::add(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_finishing) {
            return;
        }
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_one();
}

void WorkQueue::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_finishing = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
    m_threads.clear();
}

void WorkQueue::workOff(std::size_t worker)
{
    while (true) {
        // Declared before the lock, so that what a job holds is let go without it.
        Job job;
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_finishing || !m_jobs.empty(); });
        if (m_jobs.empty()) {
            return;
        }
        job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job(worker);
    }
}

} // namespace app::store
