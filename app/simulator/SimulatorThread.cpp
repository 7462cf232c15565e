// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/SimulatorThread.h"

#include <type_traits>

namespace app::simulator {

namespace {

/// Runs `function` in the simulator's thread and waits for what it returns.
template <typename Function> auto inThreadOf(Simulator* simulator, Function function)
{
    using Answer = std::invoke_result_t<Function>;
    if constexpr (std::is_void_v<Answer>) {
        QMetaObject::invokeMethod(simulator, function, Qt::BlockingQueuedConnection);
    } else {
        std::optional<Answer> answer;
        QMetaObject::invokeMethod(
            simulator, [&answer, &function] { answer.emplace(function()); }, Qt::BlockingQueuedConnection);
        return *std::move(answer);
    }
}

} // namespace

SimulatorThread::SimulatorThread(Profile profile)
    : m_simulator(new Simulator(std::move(profile)))
{
    m_thread.setObjectName(QStringLiteral("simulator"));
    m_simulator->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_simulator, &QObject::deleteLater);
    m_thread.start();
}

SimulatorThread::~SimulatorThread()
{
    // Sockets are closed in the thread that they belong to.
    stop();
    m_thread.quit();
    m_thread.wait();
}

core::Result<QUrl> SimulatorThread::start(quint16 port)
{
    return inThreadOf(m_simulator, [this, port] { return m_simulator->start(port); });
}

void SimulatorThread::stop()
{
    inThreadOf(m_simulator, [this] { m_simulator->stop(); });
}

QUrl SimulatorThread::url() const
{
    return inThreadOf(m_simulator, [this] { return m_simulator->url(); });
}

void SimulatorThread::setProfile(Profile profile)
{
    inThreadOf(m_simulator, [this, &profile] { m_simulator->setProfile(std::move(profile)); });
}

Profile SimulatorThread::profile() const
{
    return inThreadOf(m_simulator, [this] { return Profile(m_simulator->profile()); });
}

void SimulatorThread::setToday(core::UtcDay today)
{
    inThreadOf(m_simulator, [this, today] { m_simulator->setToday(today); });
}

void SimulatorThread::setFaults(QList<Fault> faults)
{
    inThreadOf(m_simulator, [this, &faults] { m_simulator->setFaults(std::move(faults)); });
}

void SimulatorThread::setReporting(bool on)
{
    inThreadOf(m_simulator, [this, on] { m_simulator->setReporting(on); });
}

int SimulatorThread::requestCount() const
{
    return inThreadOf(m_simulator, [this] { return m_simulator->requestCount(); });
}

QList<SeenRequest> SimulatorThread::requests() const
{
    return inThreadOf(m_simulator, [this] { return m_simulator->requests(); });
}

void SimulatorThread::clearRequests()
{
    inThreadOf(m_simulator, [this] { m_simulator->clearRequests(); });
}

Served SimulatorThread::served() const
{
    return inThreadOf(m_simulator, [this] { return m_simulator->served(); });
}

QByteArray SimulatorThread::servedJson() const
{
    return inThreadOf(m_simulator, [this] { return m_simulator->servedJson(); });
}

} // namespace app::simulator
