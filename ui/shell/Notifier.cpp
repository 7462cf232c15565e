// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/Notifier.h"

#include "core/Log.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QTimer>

#include <utility>

namespace ui::shell {

namespace {

constexpr int kPatienceMs = 10'000;

QString serverName()
{
    return QStringLiteral("org.freedesktop.Notifications");
}

QString serverPath()
{
    return QStringLiteral("/org/freedesktop/Notifications");
}

QDBusMessage callOf(const QString& method)
{
    return QDBusMessage::createMethodCall(serverName(), serverPath(), serverName(), method);
}

// Asking for the session bus where there is none can start one; look for its address first.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

Notifier::Notifier(QObject* parent)
    : QObject(parent)
{
}

void Notifier::show(const Notification& notification)
{
    if (!hasSessionBus() || !QDBusConnection::sessionBus().isConnected()) {
        giveBack(notification);
        return;
    }
    listen();
    if (m_readsMarkup) {
        send(notification);
        return;
    }
    m_waiting.push_back(notification);
    askWhatTheServerReads();
}

void Notifier::withdraw(const QString& key)
{
    std::erase_if(m_waiting, [&key](const Notification& one) { return one.key == key; });
    if (const auto shown = m_shown.constFind(key); shown != m_shown.constEnd()) {
        QDBusMessage message = callOf(QStringLiteral("CloseNotification"));
        message << shown.value();
        m_shown.erase(shown);
        // Whether the server still had it does not matter.
        QDBusConnection::sessionBus().asyncCall(message, kPatienceMs);
    }
}

void Notifier::listen()
{
    if (std::exchange(m_isListening, true)) {
        return;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    // From any sender: with a service name Qt drops signals while it still looks up who owns the name. The
    // numbers in them are looked up among ours.
    const auto connectTo = [&](const char* signal, const char* slot) {
        if (!bus.connect(QString(), serverPath(), serverName(), QString::fromLatin1(signal), this, slot)) {
            qCInfo(lcUi) << "Clicks on notifications will not be noticed.";
        }
    };
    connectTo("ActivationToken", SLOT(onActivationToken(uint, QString)));
    connectTo("ActionInvoked", SLOT(onActionInvoked(uint, QString)));
    connectTo("NotificationClosed", SLOT(onClosed(uint, uint)));
}

void Notifier::call(const QDBusMessage& message, std::function<void(QDBusPendingCallWatcher&)> done)
{
    auto* watcher
        = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, kPatienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
        [done = std::move(done)](QDBusPendingCallWatcher* finished) {
            done(*finished);
            finished->deleteLater();
        });
}

void Notifier::askWhatTheServerReads()
{
    if (std::exchange(m_isAsking, true)) {
        return;
    }
    call(callOf(QStringLiteral("GetCapabilities")), [this](QDBusPendingCallWatcher& finished) {
        m_isAsking = false;
        const QDBusPendingReply<QStringList> reply = finished;
        const std::vector<Notification> waiting = std::exchange(m_waiting, {});
        if (reply.isValid()) {
            m_readsMarkup = reply.value().contains(QStringLiteral("body-markup"));
        } else {
            qCInfo(lcUi) << "No notifications of the desktop:" << reply.error().name();
        }
        for (const Notification& one : waiting) {
            if (m_readsMarkup) {
                send(one);
            } else {
                Q_EMIT failed(one);
            }
        }
    });
}

void Notifier::send(const Notification& notification)
{
    constexpr uchar kNormal = 1;
    constexpr int kAsTheServerLikes = -1;
    QDBusMessage message = callOf(QStringLiteral("Notify"));
    const QString id = QStringLiteral("org.threadcount.Threadcount");
    const QVariantMap hints{
        {QStringLiteral("desktop-entry"), id}, {QStringLiteral("urgency"), QVariant::fromValue(kNormal)}};
    message << QStringLiteral("Threadcount") << m_shown.value(notification.key, 0U) << id
            << notification.title
            << (m_readsMarkup.value_or(true) ? notification.text.toHtmlEscaped() : notification.text)
            << QStringList{QStringLiteral("default"), tr("Open", "the window, from a notification")} << hints
            << kAsTheServerLikes;
    call(message, [this, notification](QDBusPendingCallWatcher& finished) {
        const QDBusPendingReply<uint> reply = finished;
        if (reply.isValid()) {
            m_shown.insert(notification.key, reply.value());
            return;
        }
        qCInfo(lcUi) << "A notification was not shown:" << reply.error().name();
        m_readsMarkup.reset(); // another server may come
        Q_EMIT failed(notification);
    });
}

void Notifier::giveBack(const Notification& notification)
{
    QTimer::singleShot(0, this, [this, notification] { Q_EMIT failed(notification); });
}

QString Notifier::keyOf(uint id) const
{
    return m_shown.key(id);
}

void Notifier::onActivationToken(uint id, const QString& token)
{
    if (!keyOf(id).isEmpty()) {
        m_tokens.insert(id, token);
    }
}

void Notifier::onActionInvoked(uint id, const QString& action)
{
    Q_UNUSED(action)
    if (const QString key = keyOf(id); !key.isEmpty()) {
        Q_EMIT clicked(key, m_tokens.take(id));
    }
}

void Notifier::onClosed(uint id, uint reason)
{
    Q_UNUSED(reason)
    m_tokens.remove(id);
    m_shown.remove(keyOf(id));
}

} // namespace ui::shell
