// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/DesktopAppearance.h"

#include "core/Log.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>

namespace ui::common {

namespace {

QString portalService()
{
    return QStringLiteral("org.freedesktop.portal.Desktop");
}

QString portalPath()
{
    return QStringLiteral("/org/freedesktop/portal/desktop");
}

QString portalInterface()
{
    return QStringLiteral("org.freedesktop.portal.Settings");
}

QString appearanceGroup()
{
    return QStringLiteral("org.freedesktop.appearance");
}

QString schemeKey()
{
    return QStringLiteral("color-scheme");
}

// Asking for the session bus where there is none can start one; look for its address first.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

// The portal wraps the value in one variant or two, depending on the method.
unsigned int schemeOf(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value.toUInt();
}

} // namespace

DesktopAppearance::DesktopAppearance(QObject* parent)
    : QObject(parent)
{
}

void DesktopAppearance::start()
{
    if (!hasSessionBus()) {
        return;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    // From any sender: with a service name Qt drops signals while it still looks up who owns the name.
    const bool listening = bus.connect(QString(), portalPath(), portalInterface(),
        QStringLiteral("SettingChanged"), this, SLOT(onSettingChanged(QDBusMessage)));
    if (!listening) {
        qCWarning(lcUi) << "Changes of the desktop between light and dark will not be noticed.";
    }
    QDBusMessage call = QDBusMessage::createMethodCall(
        portalService(), portalPath(), portalInterface(), QStringLiteral("Read"));
    call << appearanceGroup() << schemeKey();
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* finished) {
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        if (reply.isValid()) {
            report(QVariant::fromValue(reply.value()));
        }
        finished->deleteLater();
    });
}

void DesktopAppearance::onSettingChanged(const QDBusMessage& message)
{
    const QVariantList arguments = message.arguments();
    if (arguments.size() == 3 && arguments.at(0).toString() == appearanceGroup()
        && arguments.at(1).toString() == schemeKey()) {
        report(arguments.at(2));
    }
}

void DesktopAppearance::report(const QVariant& value)
{
    constexpr unsigned int kDark = 1;
    Q_EMIT reported(schemeOf(value) == kDark);
}

} // namespace ui::common
