// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/SyncSchedule.h"

#include <QNetworkInformation>

#include <algorithm>

namespace app::sync {

using namespace std::chrono_literals;

core::Instant nextSyncTime(core::Instant now, std::optional<core::Instant> lastSuccess,
    const std::optional<core::Error>& lastError, int hours, double jitter)
{
    const std::chrono::milliseconds interval = std::chrono::hours(std::clamp(hours, 1, 24));
    const auto shift = std::chrono::duration_cast<std::chrono::milliseconds>(
        interval * (0.1 * std::clamp(jitter, -1.0, 1.0)));
    if (lastError) {
        if (lastError->retryAfter) {
            return now + *lastError->retryAfter;
        }
        // After a failure the interval counts from now: an old success must not make every failure due at
        // once.
        return now + std::max<std::chrono::milliseconds>(interval + shift, 5min);
    }
    if (!lastSuccess) {
        return now;
    }
    return std::max(now, *lastSuccess + interval + shift);
}

SyncSchedule::SyncSchedule(const core::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_tick.setTimerType(Qt::VeryCoarseTimer);
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &SyncSchedule::onTick);
    // Without a backend (a bare container, say) the timer alone decides.
    if (QNetworkInformation::loadDefaultBackend()) {
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability == QNetworkInformation::Reachability::Online) {
                    onTick();
                }
            });
    }
}

void SyncSchedule::setNext(core::Instant when)
{
    m_next = when;
    onTick();
}

void SyncSchedule::stop()
{
    m_next.reset();
    m_tick.stop();
}

void SyncSchedule::onTick()
{
    if (!m_next) {
        return;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*m_next - m_clock.now());
    if (left <= 0ms) {
        m_next.reset();
        m_tick.stop();
        Q_EMIT due();
        return;
    }
    // A timer stands still while the computer sleeps; looking every minute notices the wake-up within one.
    m_tick.start(std::min<std::chrono::milliseconds>(left, 60s));
}

} // namespace app::sync
