// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/PowerWatch.h"

#include "core/Log.h"

#include <QDBusConnection>
#include <QFileInfo>

namespace ui::shell {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// A clock that is this much ahead of our own running time has slept (or was set forward, which asks for the
/// same).
constexpr milliseconds kSlept = 1min;

// Asking for the system bus where there is none waits and warns; look for its socket first.
bool hasSystemBus()
{
    return qEnvironmentVariableIsSet("DBUS_SYSTEM_BUS_ADDRESS")
        || QFileInfo::exists(QStringLiteral("/run/dbus/system_bus_socket"))
        || QFileInfo::exists(QStringLiteral("/var/run/dbus/system_bus_socket"));
}

} // namespace

PowerWatch::PowerWatch(const app::core::Clock& clock, milliseconds look, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_look.setTimerType(Qt::VeryCoarseTimer);
    m_look.setInterval(look);
    connect(&m_look, &QTimer::timeout, this, &PowerWatch::compareClocks);
}

void PowerWatch::start()
{
    m_running.start();
    m_lastLook = m_clock.now();
    m_look.start();
    if (!hasSystemBus()) {
        return;
    }
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected()
        || !bus.connect(QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
            QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"), this,
            SLOT(onPrepareForSleep(bool)))) {
        qCInfo(lcUi) << "The system does not tell when it wakes; the clock will.";
    }
}

void PowerWatch::onPrepareForSleep(bool aboutToSleep)
{
    if (!aboutToSleep) {
        qCInfo(lcUi) << "The computer woke.";
        Q_EMIT woke();
    }
}

void PowerWatch::compareClocks()
{
    const app::core::Instant now = m_clock.now();
    const milliseconds passed = now - m_lastLook;
    const milliseconds ran(m_running.restart());
    m_lastLook = now;
    if (passed - ran > kSlept) {
        qCInfo(lcUi) << "The clock moved on by more than this program ran: the computer slept.";
        Q_EMIT woke();
    }
}

} // namespace ui::shell
