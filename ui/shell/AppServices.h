// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/BaseUrl.h"
#include "api/NetworkOptions.h"
#include "api/RetryPolicy.h"
#include "core/Clock.h"
#include "secrets/ProxySecrets.h"
#include "secrets/SecretStore.h"
#include "settings/Settings.h"
#include "store/DataFolder.h"
#include "sync/AccessCheck.h"

#include <QCoroTask>

#include <functional>
#include <memory>
#include <optional>

namespace ui::shell {

/// What the program is made of, built once in main() and passed by reference; there is no global access to
/// it. Everything here belongs to the main thread except the clock, which every thread may ask.
struct AppServices
{
    /// Shared, because a check that was cancelled still looks at it in a later turn of the event loop.
    std::shared_ptr<app::core::Clock> clock;
    app::store::DataFolder dataFolder;
    app::settings::Settings settings;
    app::api::BaseUrl baseUrl = app::api::BaseUrl::standard();
    app::api::RetryPolicy policy;
    /// Null where no keychain may be used: a base URL other than the default never gets a keychain key.
    std::unique_ptr<app::secrets::SecretStore> keychain;
    std::unique_ptr<app::secrets::SecretStore> session;
    /// Of THREADCOUNT_API_KEY or the demo: used for this process only.
    std::optional<app::secrets::ApiKey> givenKey;
    std::optional<app::core::WorkspaceId> givenWorkspace; ///< of the demo: fills the wizard's field
    app::api::NetworkOptions network = {}; ///< made from settings.network; what comes next uses it
    std::chrono::milliseconds scopeCheckInterval = std::chrono::minutes(15);
    std::chrono::milliseconds undoTime = std::chrono::seconds(10); ///< to take a disconnect back
    /// The password of the proxy; null: there is none to be had.
    std::unique_ptr<app::secrets::ProxySecrets> proxySecrets = nullptr;
    /// How long after it was opened a cache is checked, when that is due: first come the charts, which want
    /// the same disk.
    std::chrono::milliseconds checkDelay = std::chrono::seconds(5);

    /// Where a workspace's key is to be found. Falls back to the session store where there is no keychain.
    [[nodiscard]] app::secrets::SecretStore& secretsOf(app::settings::KeyLocation location) const
    {
        return location == app::settings::KeyLocation::Keychain && keychain ? *keychain : *session;
    }
    [[nodiscard]] app::secrets::SecretId secretId(const app::core::WorkspaceId& workspace) const
    {
        return {workspace, baseUrl.origin()};
    }
    [[nodiscard]] app::sync::Connection connectionTo(const app::core::WorkspaceId& workspace) const
    {
        return {baseUrl, workspace, policy, network};
    }
    app::core::Result<void> saveSettings() const;
    /// Changes the settings and writes them; in case of an error they stay as they were.
    app::core::Result<void> change(const std::function<void(app::settings::Settings&)>& change);
    /// The way to the internet as the settings and the keychain say now; what asks next puts it into
    /// `network`. Does not touch this object once it waits.
    [[nodiscard]] QCoro::Task<app::core::Result<app::api::NetworkOptions>> loadNetwork() const;
};

} // namespace ui::shell
