// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <array>
#include <atomic>
#include <cstdint>
#include <ctime>
#include <thread>
#include <vector>

namespace bench {

/// Nanoseconds of that clock.
std::int64_t nanoseconds(clockid_t clock);
inline double milliseconds(std::int64_t nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e6;
}

/// How long the event loop of the main thread did not turn. A thread of its own posts a beat to the main
/// thread two milliseconds after the last one was received, and what passes between posting and receiving is
/// the gap a click would have met. Beside the time on the wall stands the processor time of the main thread
/// in that gap: on a busy machine only that is ours. While a beat is late the main thread is asked, by a
/// signal, where it stands.
///
/// Made and asked in the main thread; one at a time.
class Watchdog final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Watchdog)

public:
    struct Gap
    {
        double wall = 0; ///< milliseconds
        double cpu = 0; ///< of the main thread
        QString scene;
        QStringList frames{}; ///< where it stood, innermost first; none where it was not asked
    };

    Watchdog();
    ~Watchdog() override;

    /// What is going on from now on.
    void setScene(const QString& scene) { m_scene = scene; }
    /// The gap with the largest processor time since forget(), and the one that was longest on the wall.
    [[nodiscard]] const Gap& worstByCpu() const { return m_worstByCpu; }
    [[nodiscard]] const Gap& worstByWall() const { return m_worstByWall; }
    /// Of every gap above ten milliseconds of processor time since forget().
    [[nodiscard]] const std::vector<Gap>& longGaps() const { return m_longGaps; }
    /// Begins anew.
    void forget();

protected:
    void customEvent(QEvent* event) override;

private:
    void watch();

    const std::thread::native_handle_type m_mainThread;
    clockid_t m_mainClock{};
    std::atomic<std::int64_t> m_postedAt{0};
    std::atomic<std::int64_t> m_cpuAtPost{0};
    std::atomic<bool> m_isPending{false};
    std::atomic<bool> m_stops{false};
    QString m_scene;
    Gap m_worstByCpu;
    Gap m_worstByWall;
    std::vector<Gap> m_longGaps;
    std::thread m_thread;
};

} // namespace bench
