// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/ThemeController.h"

#include "common/FocusRing.h"
#include "common/Style.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
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

ThemeController::ThemeController(
    QApplication& application, app::settings::Appearance appearance, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_appearance(appearance)
    , m_desktopIsDark(Theme::isDark(QApplication::palette()))
    , m_focusRing(new FocusRing(this))
{
    QApplication::setStyle(new Style);
    apply();
    askPortal();
}

ThemeController::~ThemeController() = default;

Theme ThemeController::theme() const
{
    return Theme(m_mode, QApplication::font());
}

void ThemeController::setAppearance(app::settings::Appearance appearance)
{
    m_appearance = appearance;
    apply();
}

void ThemeController::askPortal()
{
    if (!hasSessionBus()) {
        return;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(portalService(), portalPath(), portalInterface(), QStringLiteral("SettingChanged"), this,
        SLOT(onPortalSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(
        portalService(), portalPath(), portalInterface(), QStringLiteral("Read"));
    call << appearanceGroup() << schemeKey();
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* finished) {
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        if (reply.isValid()) {
            onPortalScheme(schemeOf(QVariant::fromValue(reply.value())));
        }
        finished->deleteLater();
    });
}

void ThemeController::onPortalSettingChanged(
    const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group == appearanceGroup() && key == schemeKey()) {
        onPortalScheme(schemeOf(QVariant::fromValue(value)));
    }
}

void ThemeController::onPortalScheme(unsigned int scheme)
{
    constexpr unsigned int kDark = 1;
    m_desktopIsDark = scheme == kDark;
    apply();
}

void ThemeController::apply()
{
    using app::settings::Appearance;
    const bool dark
        = m_appearance == Appearance::Dark || (m_appearance == Appearance::System && m_desktopIsDark);
    const Theme::Mode mode = dark ? Theme::Mode::Dark : Theme::Mode::Light;
    if (m_applied && mode == m_mode) {
        return;
    }
    const bool first = !m_applied;
    m_applied = true;
    m_mode = mode;
    const Theme wanted = theme();
    QApplication::setPalette(wanted.palette());
    m_application.setStyleSheet(wanted.styleSheet());
    if (!first) {
        Q_EMIT themeChanged();
    }
}

} // namespace ui::common
