// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/SyncSchedule.h"

#include <algorithm>

namespace app::sync {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kShortestWait = 5min; ///< after a failure
constexpr milliseconds kBreath = 30s; ///< between a failure and a sync that an event asks for
constexpr milliseconds kFresh = 30min; ///< after a success, no event asks for another sync

milliseconds intervalOf(int hours)
{
    return std::chrono::hours(std::clamp(hours, 1, 24));
}

milliseconds shiftOf(milliseconds wait, double jitter)
{
    return std::chrono::duration_cast<milliseconds>(wait * (0.1 * std::clamp(jitter, -1.0, 1.0)));
}

} // namespace

core::Instant nextSyncTime(core::Instant now, std::optional<core::Instant> lastSuccess,
    const std::optional<core::Error>& lastError, int hours, double jitter)
{
    const milliseconds interval = intervalOf(hours);
    const milliseconds wait = interval + shiftOf(interval, jitter);
    if (lastError) {
        if (lastError->retryAfter) {
            return now + *lastError->retryAfter;
        }
        // After a failure the interval counts from now: an old success must not make every failure due at
        // once.
        return now + std::max(wait, kShortestWait);
    }
    if (!lastSuccess || *lastSuccess > now) {
        return now;
    }
    return std::max(now, *lastSuccess + wait);
}

NextSync planNextSync(core::Instant now, const SyncHistory& history, int hours, double jitter)
{
    NextSync next;
    next.at = nextSyncTime(now, history.lastSuccess, history.lastError, hours, jitter);
    next.eventsFrom = now;
    next.notBefore = now;
    if (!history.lastError) {
        if (history.lastSuccess && *history.lastSuccess <= now) {
            next.eventsFrom = *history.lastSuccess + kFresh;
        }
        return next;
    }
    if (history.lastError->retryAfter) {
        next.notBefore = next.at;
        return next;
    }
    const milliseconds failing = now - history.failingSince.value_or(now);
    const milliseconds wait = std::clamp(failing, kShortestWait, intervalOf(hours));
    next.at = now + wait + shiftOf(wait, jitter);
    next.notBefore = now + kBreath;
    return next;
}

SyncSchedule::SyncSchedule(const core::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_tick.setTimerType(Qt::VeryCoarseTimer);
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &SyncSchedule::check);
}

void SyncSchedule::setNext(const NextSync& next)
{
    m_next = next;
    m_lastLook = m_clock.now();
    check();
}

void SyncSchedule::setNext(core::Instant when)
{
    const core::Instant now = m_clock.now();
    setNext(NextSync{when, now, now});
}

void SyncSchedule::stop()
{
    m_next.reset();
    m_tick.stop();
}

void SyncSchedule::nudge()
{
    if (!m_next) {
        return;
    }
    const core::Instant now = look();
    if (m_next && now >= m_next->eventsFrom) {
        const core::Instant earlier = std::max(now, m_next->notBefore);
        if (earlier < m_next->at) {
            m_next->at = earlier;
            if (earlier > now) {
                Q_EMIT nextChanged(earlier);
            }
        }
    }
    // Also without a change: it may have become due while the timer slept.
    check();
}

std::optional<core::Instant> SyncSchedule::next() const
{
    return m_next ? std::optional(m_next->at) : std::nullopt;
}

core::Instant SyncSchedule::look()
{
    const core::Instant now = m_clock.now();
    if (const milliseconds back = m_lastLook - now; back > 0ms) {
        m_next->at -= back;
        m_next->eventsFrom -= back;
        m_next->notBefore -= back;
        Q_EMIT nextChanged(m_next->at);
    }
    m_lastLook = now;
    return now;
}

void SyncSchedule::check()
{
    if (!m_next) {
        return;
    }
    const core::Instant now = look();
    if (!m_next) {
        return; // somebody stopped us when told of the change
    }
    const auto left = std::chrono::ceil<milliseconds>(m_next->at - now);
    if (left <= 0ms) {
        stop();
        Q_EMIT due();
        return;
    }
    // A timer stands still while the computer sleeps; looking every minute notices the wake-up within one.
    m_tick.start(std::min<milliseconds>(left, 60s));
}

} // namespace app::sync
