// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/FirstChart.h"

#include "pages/Page.h"

#include <QEvent>
#include <QFile>

#include <ctime>
#include <unistd.h>

namespace ui::shell {

std::optional<std::chrono::milliseconds> timeSinceStart()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    // Behind the name, which may hold blanks and parentheses, the start is the 20th field: ticks since the
    // computer started (proc(5)).
    constexpr int kStartTime = 19;
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    const auto ticks = ::sysconf(_SC_CLK_TCK);
    if (fields.size() <= kStartTime || ticks <= 0 || ::clock_gettime(CLOCK_BOOTTIME, &now) != 0) {
        return std::nullopt;
    }
    const std::chrono::milliseconds started(fields[kStartTime].toLongLong() * 1000 / ticks);
    const auto sinceBoot = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec));
    return sinceBoot - started;
}

FirstChart::FirstChart(QObject* parent)
    : QObject(parent)
{
    m_afterFrame.setSingleShot(true);
    // Behind everything that the answer has set going in the event loop.
    m_afterFrame.setInterval(0);
    connect(&m_afterFrame, &QTimer::timeout, this, [this] {
        m_done = true;
        Q_EMIT painted();
    });
}

void FirstChart::watch(pages::Page* page)
{
    connect(page, &pages::Page::loaded, this, [this, page] { onLoaded(page); });
}

void FirstChart::onLoaded(pages::Page* page)
{
    const bool shows = page->isVisible() && page->hasCharts() && page->state() == pages::Page::State::Content;
    if (m_done || m_window || !shows) {
        return;
    }
    m_window = page->window();
    m_window->installEventFilter(this);
}

bool FirstChart::eventFilter(QObject* watched, QEvent* event)
{
    // The window paints when it gets this event; the filter stands before that, the timer behind it.
    if (event->type() == QEvent::UpdateRequest && watched == m_window) {
        m_window->removeEventFilter(this);
        m_window.clear();
        m_afterFrame.start();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui::shell
