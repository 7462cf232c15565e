// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/DialogService.h"
#include "common/ThemeController.h"
#include "settings/SettingsDialog.h"
#include "shell/AppServices.h"

#include <QCoroTask>
#include <QObject>
#include <QPointer>

namespace ui::shell {

class Workspaces;

/// Opens the settings dialog and makes what is chosen in it count: colours, the way to the internet, the
/// history, the schedule. Owned by AppController, main thread.
class SettingsOpener final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsOpener)

public:
    /// All references are borrowed and must outlive this. `isDemo`: the desktop is not told to start it.
    SettingsOpener(AppServices& services, common::DialogService& dialogs, common::ThemeController& theme,
        Workspaces& workspaces, bool isDemo, QObject* parent = nullptr);

    /// Opens it over `window`, or turns the open one to that section. `keyCard` may be null; the dialog owns
    /// it. Returns the dialog when it was made now, for further connections.
    settings::SettingsDialog* open(QWidget* window, const QString& section, QWidget* keyCard);
    [[nodiscard]] settings::SettingsDialog* dialog() const { return m_dialog; }
    /// Reads the way to the internet again from the settings and the keychain, for what asks next.
    QCoro::Task<void> refreshNetwork();

Q_SIGNALS:
    void appearanceChanged(app::settings::Appearance appearance);

private:
    void onChanged();
    void readHistory(int days);

    AppServices& m_services;
    common::DialogService& m_dialogs;
    common::ThemeController& m_theme;
    Workspaces& m_workspaces;
    const bool m_isDemo;
    QPointer<settings::SettingsDialog> m_dialog;
};

} // namespace ui::shell
