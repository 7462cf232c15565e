// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "BenchApplication.h"

#include "Watchdog.h"

#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <utility>

namespace bench {

void BenchApplication::watchWidget(const QObject* widget)
{
    m_watched = widget;
    m_watchedIsPainted = false;
    m_lastWatchedPaint = 0;
}

bool BenchApplication::notify(QObject* receiver, QEvent* event)
{
    if (QThread::currentThread() != thread()) {
        return QApplication::notify(receiver, event);
    }
    // Both may be gone afterwards.
    const QEvent::Type type = event->type();
    const char* const name = receiver->metaObject()->className();
    const bool isOutermost = m_depth == 0;
    const std::int64_t cpuBefore = isOutermost ? nanoseconds(CLOCK_THREAD_CPUTIME_ID) : 0;
    const std::int64_t before = isOutermost ? nanoseconds(CLOCK_MONOTONIC) : 0;
    if (type == QEvent::Paint && receiver == m_watched) {
        m_watchedIsPainted = true;
    }
    ++m_depth;
    const bool done = QApplication::notify(receiver, event);
    --m_depth;
    if (type == QEvent::UpdateRequest) {
        m_lastPaint = nanoseconds(CLOCK_MONOTONIC);
        ++m_paints;
        if (std::exchange(m_watchedIsPainted, false)) {
            m_lastWatchedPaint = m_lastPaint;
        }
    }
    if (isOutermost) {
        const double cpu = milliseconds(nanoseconds(CLOCK_THREAD_CPUTIME_ID) - cpuBefore);
        if (cpu > m_longest.cpu) {
            m_longest.cpu = cpu;
            m_longest.wall = milliseconds(nanoseconds(CLOCK_MONOTONIC) - before);
            const char* const typeName = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
            m_longest.what = QStringLiteral("%1 %2").arg(QLatin1String(name),
                typeName ? QString::fromLatin1(typeName) : QString::number(static_cast<int>(type)));
        }
    }
    return done;
}

} // namespace bench
