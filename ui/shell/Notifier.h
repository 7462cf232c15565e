// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusMessage>
#include <QHash>
#include <QObject>
#include <QString>
#include <QVariantMap>

#include <functional>
#include <optional>
#include <vector>

class QDBusPendingCallWatcher;

namespace ui::shell {

/// Something to tell while nobody looks at the window. Plain text, translated, without anybody's name.
struct Notification
{
    QString key; ///< what it is about; a later one with the same key takes its place
    QString title;
    QString text;
};

/// Notifications of the desktop, after the Desktop Notifications Specification of freedesktop.org (D-Bus
/// interface org.freedesktop.Notifications, version 1.2). Never waits. Where there is no session bus or
/// nobody answers, failed() gives the notification back, so that it can be told in another way. Main thread.
class Notifier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifier)

public:
    explicit Notifier(QObject* parent = nullptr);

    void show(const Notification& notification);
    /// What it told is over: takes it off the screen if it is still there.
    void withdraw(const QString& key);

Q_SIGNALS:
    /// The person clicked it. `token` lets a window come to the front (XDG Activation); may be empty.
    void clicked(const QString& key, const QString& token);
    /// It could not be shown. Never comes from inside show().
    void failed(const ui::shell::Notification& notification);

private Q_SLOTS:
    // Found by name.
    void onActivationToken(uint id, const QString& token);
    void onActionInvoked(uint id, const QString& action);
    void onClosed(uint id, uint reason);

private:
    void listen();
    void askWhatTheServerReads();
    void send(const Notification& notification);
    void giveBack(const Notification& notification);
    [[nodiscard]] QString keyOf(uint id) const;
    void call(const QDBusMessage& message, std::function<void(QDBusPendingCallWatcher&)> done);

    std::optional<bool> m_readsMarkup; ///< unknown until the server said what it can do
    bool m_isAsking = false;
    bool m_isListening = false;
    std::vector<Notification> m_waiting; ///< for that answer
    QHash<QString, uint> m_shown; ///< by key; the server's numbers
    QHash<uint, QString> m_tokens;
};

} // namespace ui::shell
