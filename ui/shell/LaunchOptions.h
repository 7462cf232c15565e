// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/BaseUrl.h"
#include "core/Result.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace ui::shell {

/// What the command line and the environment ask of the window. A value.
struct LaunchOptions
{
    enum class Action { Run, ShowHelp, ShowVersion };
    Action action = Action::Run;
    QString dataDir; ///< --data-dir, else THREADCOUNT_DATA_DIR, else the platform's folder
    app::api::BaseUrl baseUrl
        = app::api::BaseUrl::standard(); ///< --api-base-url, else THREADCOUNT_API_BASE_URL
    bool background = false; ///< start without a window, in the tray: at login
    bool demo = false;
    int demoEngineers = 420;
    int demoDays = 90;
    QString demoProfile;
    /// Take pictures of every screen into this folder and quit; implies an own empty data folder.
    std::optional<QString> tourFolder;

    /// `arguments` without the program's name. BadUsage names the flag that cannot be used.
    static app::core::Result<LaunchOptions> parse(const QStringList& arguments);
    static QString helpText();
};

} // namespace ui::shell
