// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QString>

#include <cstdint>

namespace bench {

/// The application with a stop watch at the one door that every event of the main thread goes through.
class BenchApplication final : public QApplication
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BenchApplication)

public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

    /// When the last frame of any window was painted, in nanoseconds of CLOCK_MONOTONIC, and how many were.
    [[nodiscard]] std::int64_t lastPaint() const { return m_lastPaint; }
    [[nodiscard]] std::int64_t paints() const { return m_paints; }
    /// When the last frame was complete in which this widget was painted; 0 when it was not since this call.
    void watchWidget(const QObject* widget);
    [[nodiscard]] std::int64_t lastWatchedPaint() const { return m_lastWatchedPaint; }

    /// One event whose handling took the longest processor time since forgetEvents().
    struct LongEvent
    {
        double wall = 0; ///< milliseconds
        double cpu = 0;
        QString what; ///< class of the receiver and type of the event
    };
    [[nodiscard]] const LongEvent& longestEvent() const { return m_longest; }
    void forgetEvents() { m_longest = {}; }

private:
    int m_depth = 0;
    std::int64_t m_lastPaint = 0;
    std::int64_t m_paints = 0;
    const QObject* m_watched = nullptr; ///< only compared
    bool m_watchedIsPainted = false;
    std::int64_t m_lastWatchedPaint = 0;
    LongEvent m_longest;
};

} // namespace bench
