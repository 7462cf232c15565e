// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/Background.h"

#include "core/Log.h"

#include <QGuiApplication>
#include <QWidget>

namespace ui::shell {

using app::core::WorkspaceId;
using app::settings::WhenClosed;

namespace {

constexpr std::chrono::milliseconds kTrayLook{500};

} // namespace

Background::Background(AppServices& services, AppController& controller, common::DialogService& dialogs,
    std::function<bool()> hasTray)
    : m_services(services)
    , m_controller(controller)
    , m_dialogs(dialogs)
    , m_hasTray(std::move(hasTray))
    , m_tray(*services.clock)
    , m_notices(services, controller.workspaces())
    , m_power(*services.clock)
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    // The desktop ends its session and closes the windows for us.
    connect(qGuiApp, &QGuiApplication::lastWindowClosed, this, [this] {
        if (qGuiApp->isSavingSession()) {
            m_controller.quit();
        }
    });

    Workspaces& workspaces = controller.workspaces();
    connect(&controller, &AppController::closeRequested, this, &Background::onCloseRequested);
    connect(&controller, &AppController::windowChanged, this, [this] { m_isAsking = false; });
    connect(&workspaces, &Workspaces::statusChanged, this, &Background::refreshTray);
    connect(&workspaces, &Workspaces::listChanged, this, &Background::refreshTray);

    connect(&m_tray, &TrayIcon::openRequested, this, [this] { raise(); });
    connect(&m_tray, &TrayIcon::syncRequested, &workspaces, &Workspaces::syncAll);
    connect(&m_tray, &TrayIcon::pauseRequested, &workspaces, &Workspaces::pauseAll);
    connect(&m_tray, &TrayIcon::quitRequested, &controller, &AppController::quit);
    connect(&m_tray, &TrayIcon::balloonClicked, this, [this] { onClicked(m_balloonKey, {}); });

    connect(&m_notices, &NoticeCenter::due, &m_notifier, &Notifier::show);
    connect(&m_notices, &NoticeCenter::over, &m_notifier, &Notifier::withdraw);
    connect(&m_notifier, &Notifier::failed, this, &Background::tellOtherwise);
    connect(&m_notifier, &Notifier::clicked, this, &Background::onClicked);

    connect(&m_power, &PowerWatch::woke, &workspaces, &Workspaces::retryNow);
    connect(&m_network, &NetworkWatch::returned, &workspaces, &Workspaces::retryNow);

    m_trayWait.setInterval(kTrayLook);
    connect(&m_trayWait, &QTimer::timeout, this, &Background::waitForTray);
}

void Background::start(Start how)
{
    m_power.start();
    m_network.start();
    m_controller.start(how == Start::Hidden);
    if (how == Start::WithWindow) {
        refreshTray();
        return;
    }
    if (m_controller.workspaces().isEmpty()) {
        // Nothing is set up, so nothing can be done without a window. The event loop does not run yet.
        qCInfo(lcUi) << "Nothing is set up yet: a start in the background has nothing to do.";
        QTimer::singleShot(0, &m_controller, &AppController::quit);
        return;
    }
    qCInfo(lcUi) << "Started in the background.";
    m_trayWaited = {};
    m_trayWait.start();
    waitForTray();
}

void Background::waitForTray()
{
    if (m_hasTray()) {
        m_trayWait.stop();
        m_tray.show();
        refreshTray();
        return;
    }
    if (m_trayWaited >= m_trayPatience) {
        m_trayWait.stop();
        qCInfo(lcUi) << "There is no tray: the window stands by, minimised.";
        m_controller.showWindow();
        if (QWidget* window = m_controller.window()) {
            window->showMinimized();
        }
        return;
    }
    m_trayWaited += m_trayWait.intervalAsDuration();
}

void Background::raise(const QString& token)
{
    m_trayWait.stop();
    // Qt takes the token from the environment, where the desktop puts it for a program that it starts. It is
    // good for one window.
    if (!token.isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", token.toLatin1());
    }
    m_controller.showWindow();
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

void Background::onCloseRequested()
{
    QWidget* window = m_controller.window();
    if (m_controller.workspaces().isEmpty() || window == nullptr || !m_hasTray()) {
        m_controller.quit();
        return;
    }
    switch (m_services.settings.whenClosed) {
    case WhenClosed::Quit: m_controller.quit(); return;
    case WhenClosed::KeepSyncing: hide(); return;
    case WhenClosed::Ask: break;
    }
    ask(window);
}

void Background::ask(QWidget* window)
{
    if (std::exchange(m_isAsking, true)) {
        return;
    }
    common::DialogContent content;
    content.objectName = QStringLiteral("closeDialog");
    content.title = tr("Keep syncing while the window is closed?");
    content.text
        = tr("Threadcount can stay in the tray and keep the numbers up to date, several times a day. "
             "You can change this in Settings.");
    content.buttons = {{tr("Keep syncing in the background"), common::DialogButton::Kind::Primary},
        {tr("Quit"), common::DialogButton::Kind::Normal}};
    m_dialogs.open(window, content, [this](int button) {
        m_isAsking = false;
        if (button == 0) {
            keep(WhenClosed::KeepSyncing);
            hide();
        } else if (button == 1) {
            keep(WhenClosed::Quit);
            m_controller.quit();
        }
    });
}

void Background::keep(WhenClosed choice)
{
    m_services.settings.whenClosed = choice;
    if (const app::core::Result<void> saved = m_services.saveSettings(); !saved) {
        // It holds for as long as the program runs; the question comes again then.
        qCWarning(lcUi) << "the answer could not be kept:" << saved.error().detail;
    }
}

void Background::hide()
{
    m_tray.show();
    refreshTray();
    if (QWidget* window = m_controller.window()) {
        window->hide();
    }
    qCInfo(lcUi) << "The window was closed; syncing goes on in the tray.";
}

void Background::refreshTray()
{
    Workspaces& workspaces = m_controller.workspaces();
    std::vector<TrayIcon::Entry> entries;
    for (const WorkspaceId& id : workspaces.ids()) {
        entries.push_back({workspaces.displayName(id), workspaces.status(id)});
    }
    m_tray.setEntries(std::move(entries));

    // It stands there for whoever lets the program run without its window, and whenever there is none.
    const QWidget* window = m_controller.window();
    const bool isHidden = window == nullptr || !window->isVisible();
    const bool staysAround = m_services.settings.whenClosed == WhenClosed::KeepSyncing;
    const bool wanted = !workspaces.isEmpty() && m_hasTray() && (staysAround || isHidden);
    if (wanted != m_tray.isVisible()) {
        wanted ? m_tray.show() : m_tray.hide();
    }
}

void Background::tellOtherwise(const Notification& notification)
{
    if (m_tray.tell(notification.title, notification.text)) {
        m_balloonKey = notification.key;
    }
    // Also then: a tray may take a balloon and show it to nobody.
    if (auto* window = qobject_cast<MainWindow*>(m_controller.window())) {
        window->setNotice(notification.title, notification.text);
    }
}

void Background::onClicked(const QString& key, const QString& token)
{
    raise(token);
    const std::optional<NoticeCenter::Subject> subject = NoticeCenter::subjectOf(key);
    if (!subject || m_controller.workspaces().session(subject->workspace) == nullptr) {
        return;
    }
    m_controller.workspaces().activate(subject->workspace);
    if (subject->about == NoticeCenter::About::Expiry) {
        m_controller.openSettings(QStringLiteral("key"));
    }
}

} // namespace ui::shell
