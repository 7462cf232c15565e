// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Watchdog.h"

#include <QCoreApplication>
#include <QEvent>

#include <csignal>
#include <cstdlib>
#include <execinfo.h>
#include <pthread.h>

namespace bench {

namespace {

constexpr auto kBeat = std::chrono::milliseconds(2);
constexpr std::int64_t kAskAfter = 30'000'000; ///< nanoseconds of processor time in one turn
constexpr double kLong = 10;

// A signal handler can reach nothing else. Written by the main thread in its handler, read by it later.
std::array<void*, 48> caughtFrames;
std::atomic<int> caughtCount{0};

void onAsked(int)
{
    caughtCount = ::backtrace(caughtFrames.data(), static_cast<int>(caughtFrames.size()));
}

QStringList namesOf(int count)
{
    QStringList names;
    char** lines = ::backtrace_symbols(caughtFrames.data(), count);
    for (int i = 0; lines && i < count; ++i) {
        names << QString::fromLocal8Bit(lines[i]);
    }
    std::free(lines); // backtrace_symbols() allocates with malloc
    return names;
}

} // namespace

std::int64_t nanoseconds(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

Watchdog::Watchdog()
    : m_mainThread(::pthread_self())
{
    ::pthread_getcpuclockid(m_mainThread, &m_mainClock);
    // The first call loads a library, which a handler must not do.
    ::backtrace(caughtFrames.data(), 1);
    struct sigaction action
    {
    };
    action.sa_handler = onAsked;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGUSR2, &action, nullptr);
    m_thread = std::thread([this] { watch(); });
}

Watchdog::~Watchdog()
{
    m_stops = true;
    m_thread.join();
}

void Watchdog::forget()
{
    m_worstByCpu = {};
    m_worstByWall = {};
    m_longGaps.clear();
}

void Watchdog::watch()
{
    bool wasAsked = false;
    while (!m_stops) {
        if (!m_isPending) {
            wasAsked = false;
            m_cpuAtPost = nanoseconds(m_mainClock);
            m_postedAt = nanoseconds(CLOCK_MONOTONIC);
            m_isPending = true;
            QCoreApplication::postEvent(this, new QEvent(QEvent::User));
        } else if (!wasAsked && nanoseconds(m_mainClock) - m_cpuAtPost > kAskAfter) {
            wasAsked = true;
            ::pthread_kill(m_mainThread, SIGUSR2);
        }
        std::this_thread::sleep_for(kBeat);
    }
}

void Watchdog::customEvent(QEvent*)
{
    Gap gap;
    gap.wall = milliseconds(nanoseconds(CLOCK_MONOTONIC) - m_postedAt);
    gap.cpu = milliseconds(nanoseconds(m_mainClock) - m_cpuAtPost);
    if (gap.cpu > kLong || gap.wall > m_worstByWall.wall) {
        gap.scene = m_scene;
        if (const int count = caughtCount.exchange(0); count > 0) {
            gap.frames = namesOf(count);
        }
    }
    if (gap.cpu > kLong) {
        m_longGaps.push_back(gap);
    }
    if (gap.wall > m_worstByWall.wall) {
        m_worstByWall = gap;
    }
    if (gap.cpu > m_worstByCpu.cpu) {
        m_worstByCpu = gap;
    }
    m_isPending = false;
}

} // namespace bench
