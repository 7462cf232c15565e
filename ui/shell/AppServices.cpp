// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/AppServices.h"

#include "setup/NetworkSetup.h"

namespace ui::shell {

app::core::Result<void> AppServices::saveSettings() const
{
    if (const app::core::Result<void> created = dataFolder.ensureCreated(); !created) {
        return created;
    }
    return settings.save(dataFolder.settingsFile());
}

app::core::Result<void> AppServices::change(const std::function<void(app::settings::Settings&)>& change)
{
    const app::settings::Settings before = settings;
    change(settings);
    const app::core::Result<void> saved = saveSettings();
    if (!saved) {
        settings = before;
    }
    return saved;
}

QCoro::Task<app::core::Result<app::api::NetworkOptions>> AppServices::loadNetwork() const
{
    // To this computer itself there is only one way, and nothing has to be looked up for it.
    if (baseUrl.isLoopback()) {
        co_return app::api::NetworkOptions();
    }
    const app::settings::NetworkSettings wanted = settings.network;
    co_return co_await app::setup::loadNetworkOptions(wanted, proxySecrets.get());
}

} // namespace ui::shell
