// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace ui::shell {

/// Tells when the network returns, and only then: not at start, and not while it stays. Asks
/// QNetworkInformation; where that has nobody to ask (no NetworkManager, say), the addresses of the
/// computer's interfaces are looked at instead. Sends nothing. Main thread.
class NetworkWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkWatch)

public:
    explicit NetworkWatch(QObject* parent = nullptr);

    void start();
    /// As start(), but `isOnline` is asked every `look`.
    void startAsking(std::function<bool()> isOnline, std::chrono::milliseconds look);
    /// An interface beside the loopback is up and has an address of its own.
    static bool hasAddress();

Q_SIGNALS:
    void returned();

private:
    void setOnline(bool online);

    QTimer m_look;
    std::function<bool()> m_isOnline;
    bool m_online = true;
};

} // namespace ui::shell
