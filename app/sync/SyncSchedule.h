// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Error.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace app::sync {

/// When the next sync is due: every `hours` (1 to 24) after the last success with up to ±10 % jitter, at once
/// when the last success is older than that, at `retryAfter` when the service named a time, and after a
/// failure at the interval but at least 5 minutes later. Pure.
core::Instant nextSyncTime(core::Instant now, std::optional<core::Instant> lastSuccess,
    const std::optional<core::Error>& lastError, int hours, double jitter);

/// Raises due() when it is time: at start when the last success is too old, then by timer, on wake from sleep
/// (a timer that comes late fires at once) and when the network returns. Lives in the main thread.
class SyncSchedule final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncSchedule)

public:
    explicit SyncSchedule(const core::Clock& clock, QObject* parent = nullptr);
    void setNext(core::Instant when);
    void stop();
    [[nodiscard]] std::optional<core::Instant> next() const { return m_next; }

Q_SIGNALS:
    void due();

private:
    void onTick();
    const core::Clock& m_clock;
    QTimer m_tick;
    std::optional<core::Instant> m_next;
};

} // namespace app::sync
