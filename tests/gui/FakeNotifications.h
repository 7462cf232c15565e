// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

#include <vector>

namespace support {

/// The notification server of a desktop, on the private bus of a test. Records every call.
class FakeNotifications : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        QString application;
        uint replaces = 0;
        QString icon;
        QString title;
        QString text;
        QStringList actions;
        QVariantMap hints;
        int timeout = 0;
        uint id = 0;
    };

    explicit FakeNotifications(QStringList capabilities = {QStringLiteral("body")})
        : m_capabilities(std::move(capabilities))
        , m_bus(QDBusConnection::connectToBus(
              QDBusConnection::SessionBus, QStringLiteral("fake-notifications")))
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_isRegistered = m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }
    ~FakeNotifications() override
    {
        m_bus.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
        m_bus.unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
        QDBusConnection::disconnectFromBus(QStringLiteral("fake-notifications"));
    }

    [[nodiscard]] bool isRegistered() const { return m_isRegistered; }
    void refuse(bool refuses) { m_refuses = refuses; }
    void click(uint id, const QString& token)
    {
        if (!token.isEmpty()) {
            Q_EMIT ActivationToken(id, token);
        }
        Q_EMIT ActionInvoked(id, QStringLiteral("default"));
        Q_EMIT NotificationClosed(id, 2);
    }
    void expire(uint id) { Q_EMIT NotificationClosed(id, 1); }
    /// All texts that ever were on the screen.
    [[nodiscard]] QString allText() const
    {
        QString all;
        for (const Shown& one : shown) {
            all += one.application + u'\n' + one.title + u'\n' + one.text + u'\n' + one.actions.join(u'\n');
            for (const QVariant& hint : one.hints) {
                all += hint.toString() + u'\n';
            }
        }
        return all;
    }

    std::vector<Shown> shown;
    std::vector<uint> closed;

public Q_SLOTS:
    QStringList GetCapabilities() { return m_capabilities; }
    uint Notify(const QString& application, uint replaces, const QString& icon, const QString& title,
        const QString& text, const QStringList& actions, const QVariantMap& hints, int timeout)
    {
        if (m_refuses) {
            sendErrorReply(QStringLiteral("org.freedesktop.DBus.Error.LimitsExceeded"), QString());
            return 0;
        }
        const uint id = replaces != 0 ? replaces : ++m_lastId;
        shown.push_back({application, replaces, icon, title, text, actions, hints, timeout, id});
        return id;
    }
    void CloseNotification(uint id) { closed.push_back(id); }

Q_SIGNALS:
    void ActivationToken(uint id, const QString& token);
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);

private:
    QStringList m_capabilities;
    QDBusConnection m_bus;
    uint m_lastId = 40;
    bool m_isRegistered = false;
    bool m_refuses = false;
};

} // namespace support
