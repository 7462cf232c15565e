// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/SettingsOpener.h"

#include "core/Log.h"
#include "settings/StartAtLogin.h"
#include "shell/Workspaces.h"

namespace ui::shell {

using app::core::Result;
using settings::SettingsDialog;

SettingsOpener::SettingsOpener(AppServices& services, common::DialogService& dialogs,
    common::ThemeController& theme, Workspaces& workspaces, bool isDemo, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_dialogs(dialogs)
    , m_theme(theme)
    , m_workspaces(workspaces)
    , m_isDemo(isDemo)
{
}

SettingsDialog* SettingsOpener::open(QWidget* window, const QString& section, QWidget* keyCard)
{
    if (m_dialog) {
        delete keyCard;
        m_dialog->openSection(section);
        m_dialog->raise();
        m_dialog->activateWindow();
        return nullptr;
    }
    SettingsDialog::Services services;
    services.dialogs = &m_dialogs;
    services.current = [this]() -> const app::settings::Settings& { return m_services.settings; };
    services.change = [this](const SettingsDialog::Change& change) { return m_services.change(change); };
    if (!m_isDemo) {
        const Result<app::store::DataFolder> standard = app::store::DataFolder::inspect({});
        services.startAtLogin = app::settings::StartAtLogin::ofThisProgram(
            m_services.dataFolder.path(), standard ? standard->path() : QString());
    }
    services.hasWorkspace = m_workspaces.active() != nullptr;
    services.network.clock = m_services.clock.get();
    services.network.proxySecrets = m_services.proxySecrets.get();
    services.network.baseUrl = m_services.baseUrl;
    services.network.workspace = m_workspaces.activeId();
    m_dialog = new SettingsDialog(std::move(services), window);
    if (keyCard != nullptr) {
        m_dialog->setKeyCard(keyCard);
    }
    connect(m_dialog, &SettingsDialog::settingsChanged, this, &SettingsOpener::onChanged);
    connect(m_dialog, &SettingsDialog::networkApplied, this, [this] { refreshNetwork(); });
    connect(m_dialog, &SettingsDialog::historyWanted, this, &SettingsOpener::readHistory);
    connect(
        m_dialog, &SettingsDialog::connectionTested, this, [this](const app::api::ConnectionReport& report) {
            WorkspaceSession* active = m_workspaces.active();
            if (active && active->isOpen() && report.request) {
                active->keepRecords({*report.request});
            }
        });
    m_dialog->openSection(section);
    m_dialog->open();
    return m_dialog;
}

void SettingsOpener::onChanged()
{
    const app::settings::Appearance appearance = m_services.settings.appearance;
    if (m_theme.appearance() != appearance) {
        m_theme.setAppearance(appearance);
        Q_EMIT appearanceChanged(appearance);
    }
    m_workspaces.settingsChanged();
}

QCoro::Task<void> SettingsOpener::refreshNetwork()
{
    const QPointer<SettingsOpener> self(this);
    const Result<app::api::NetworkOptions> network = co_await m_services.loadNetwork();
    if (!self) {
        co_return;
    }
    if (network) {
        m_services.network = *network;
    } else {
        qCWarning(lcUi) << "the network settings cannot be used:" << network.error().detail;
    }
}

void SettingsOpener::readHistory(int days)
{
    app::sync::SyncRequest request;
    request.days = days;
    for (const app::core::WorkspaceId& id : m_workspaces.ids()) {
        WorkspaceSession* session = m_workspaces.session(id);
        if (!session || !m_workspaces.isFinished(id)) {
            continue;
        }
        if (session->isSyncing()) {
            // What runs has its plan already: this comes right after it.
            connect(
                session, &WorkspaceSession::finished, this,
                [session, request] {
                    QMetaObject::invokeMethod(
                        session, [session, request] { session->syncNow(request); }, Qt::QueuedConnection);
                },
                Qt::SingleShotConnection);
        } else {
            session->syncNow(request);
        }
    }
}

} // namespace ui::shell
