// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/DialogService.h"
#include "shell/AppController.h"
#include "shell/NetworkWatch.h"
#include "shell/NoticeCenter.h"
#include "shell/Notifier.h"
#include "shell/PowerWatch.h"
#include "shell/TrayIcon.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace ui::shell {

/// Threadcount without its window: what closing means, the icon in the tray, notifications, and syncing again
/// when the computer wakes or the network returns. Made by main() beside the controller; the tour has none.
/// Main thread.
///
/// Closing the window asks once whether to keep syncing in the tray; the answer is kept in the settings.
/// Without a tray nobody could come back to a hidden program, so it ends; so it does while nothing is set up.
/// The program no longer ends with its last window: AppController::quit() does that.
class Background final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Background)

public:
    /// All references are borrowed and must outlive this. `hasTray` is asked whenever it matters: panels come
    /// and go.
    Background(AppServices& services, AppController& controller, common::DialogService& dialogs,
        std::function<bool()> hasTray = &QSystemTrayIcon::isSystemTrayAvailable);

    enum class Start {
        WithWindow,
        Hidden ///< at login: in the tray; where none comes up within a while, as a minimised window
    };
    /// Starts the controller too.
    void start(Start how);
    /// A second start, the tray or a notification asks for the window. `token` is of XDG Activation.
    void raise(const QString& token = {});

    [[nodiscard]] TrayIcon& tray() { return m_tray; }
    [[nodiscard]] NoticeCenter& notices() { return m_notices; }
    [[nodiscard]] PowerWatch& power() { return m_power; }
    [[nodiscard]] NetworkWatch& network() { return m_network; }
    /// How long a start in the background waits for a tray: panels come up after what starts at login.
    void setTrayPatience(std::chrono::milliseconds patience) { m_trayPatience = patience; }

private:
    void onCloseRequested();
    void ask(QWidget* window);
    void keep(app::settings::WhenClosed choice);
    void hide();
    void refreshTray();
    void waitForTray();
    void tellOtherwise(const Notification& notification);
    void onClicked(const QString& key, const QString& token);

    AppServices& m_services;
    AppController& m_controller;
    common::DialogService& m_dialogs;
    std::function<bool()> m_hasTray;
    TrayIcon m_tray;
    Notifier m_notifier;
    NoticeCenter m_notices;
    PowerWatch m_power;
    NetworkWatch m_network;
    QTimer m_trayWait;
    std::chrono::milliseconds m_trayPatience = std::chrono::seconds(30);
    std::chrono::milliseconds m_trayWaited{0};
    QString m_balloonKey; ///< what the balloon of the tray is about
    bool m_isAsking = false;
};

} // namespace ui::shell
