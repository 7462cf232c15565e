// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/Simulator.h"

#include <QThread>

namespace app::simulator {

/// A Simulator on a thread of its own, so that building a large page never holds up the caller's event loop.
/// Owned by its creator; every function may be called from any other thread, waits for the simulator's thread
/// (at most the time of one page) and hands over values. The destructor stops the simulator and joins the
/// thread.
class SimulatorThread final
{
    Q_DISABLE_COPY_MOVE(SimulatorThread)

public:
    explicit SimulatorThread(Profile profile = {});
    ~SimulatorThread();

    core::Result<QUrl> start(quint16 port = 0);
    void stop();
    [[nodiscard]] QUrl url() const;

    void setProfile(Profile profile);
    [[nodiscard]] Profile profile() const;
    void setToday(core::UtcDay today);
    void setFaults(QList<Fault> faults);
    void setReporting(bool on);

    [[nodiscard]] int requestCount() const;
    [[nodiscard]] QList<SeenRequest> requests() const;
    void clearRequests();
    [[nodiscard]] Served served() const;
    [[nodiscard]] QByteArray servedJson() const;

private:
    QThread m_thread;
    Simulator* m_simulator = nullptr; ///< lives in m_thread, deleted when it finishes
};

} // namespace app::simulator
