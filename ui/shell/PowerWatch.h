// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace ui::shell {

/// Tells when the computer wakes from sleep. systemd-logind says so on the system bus (signal
/// PrepareForSleep(false) of org.freedesktop.login1.Manager); and because not every system has it, the clock
/// is compared with the time that this process was running, which stands still during sleep. Both may tell of
/// the same wake. Never waits; main thread.
class PowerWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PowerWatch)

public:
    /// `clock` must outlive the watch. It is looked at every `look`.
    explicit PowerWatch(const app::core::Clock& clock,
        std::chrono::milliseconds look = std::chrono::minutes(1), QObject* parent = nullptr);
    void start();

Q_SIGNALS:
    void woke();

private Q_SLOTS:
    // Found by name.
    void onPrepareForSleep(bool aboutToSleep);

private:
    void compareClocks();

    const app::core::Clock& m_clock;
    QTimer m_look;
    QElapsedTimer m_running;
    app::core::Instant m_lastLook{};
};

} // namespace ui::shell
