// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Error.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace app::sync {

/// When the next sync is due: every `hours` (1 to 24) after the last success with up to ±10 % jitter, at once
/// when the last success is older than that (or lies in the future: a clock was wrong), at `retryAfter` when
/// the service named a time, and after a failure at the interval but at least 5 minutes later. Pure.
core::Instant nextSyncTime(core::Instant now, std::optional<core::Instant> lastSuccess,
    const std::optional<core::Error>& lastError, int hours, double jitter);

/// How the syncs of a workspace went so far.
struct SyncHistory
{
    std::optional<core::Instant> lastSuccess{};
    std::optional<core::Error> lastError{}; ///< of the last run; none after a success
    std::optional<core::Instant> failingSince{}; ///< the first failure after the last success
};

/// The next sync, and what an event (the computer woke, the network returned) may change about it.
struct NextSync
{
    core::Instant at{}; ///< when it is due by itself
    core::Instant eventsFrom{}; ///< an event before this changes nothing
    core::Instant notBefore{}; ///< a later event brings the sync forward, but not to before this
};

/// As nextSyncTime(), with two differences for a program that keeps running. After a failure it waits as long
/// as things have been failing already (5 minutes at least, the interval at most), so the waits double. And
/// it says what events may do: nothing within half an hour of a success, nothing before a time that the
/// service named, and otherwise they lead to a sync at once, or 30 seconds after a failure. Pure.
NextSync planNextSync(core::Instant now, const SyncHistory& history, int hours, double jitter);

/// Raises due() when it is time. due() comes exactly once for each setNext(), however many reasons meet: a
/// computer that slept through several intervals syncs once. Lives in the main thread.
///
/// Everything is measured on the UTC clock it was given, which goes on while the computer sleeps, so a change
/// to summer time means nothing to it. A clock that is set back takes the plan along: the wait stays as long
/// as it was. A clock that is set forward looks like sleep.
class SyncSchedule final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncSchedule)

public:
    /// `clock` must outlive the schedule.
    explicit SyncSchedule(const core::Clock& clock, QObject* parent = nullptr);

    void setNext(const NextSync& next);
    /// At that time, or at once with the next event.
    void setNext(core::Instant when);
    /// Nothing is due any more, whatever happens: paused, running, or a key is missing.
    void stop();
    /// An event: the computer woke or the network returned. Ignored while stopped.
    void nudge();
    /// Looks at the clock. Called by the schedule itself, at least every minute.
    void check();
    [[nodiscard]] std::optional<core::Instant> next() const;

Q_SIGNALS:
    void due();
    /// An event or a clock that was set back moved the time.
    void nextChanged(app::core::Instant when);

private:
    /// Notices a clock that was set back since the last look.
    core::Instant look();

    const core::Clock& m_clock;
    QTimer m_tick;
    std::optional<NextSync> m_next;
    core::Instant m_lastLook{};
};

} // namespace app::sync
