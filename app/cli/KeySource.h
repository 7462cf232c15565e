// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/BaseUrl.h"
#include "cli/Terminal.h"
#include "core/Result.h"
#include "secrets/ApiKey.h"
#include "settings/Settings.h"

#include <QCoroTask>
#include <QJsonObject>

#include <optional>

namespace app::cli {

/// The four places a key can come from, asked in this order: standard input (only with --key-stdin),
/// THREADCOUNT_API_KEY, the systemd credential, the system keychain. The first that has one decides; a value
/// there that cannot be a key is an error and no reason to look further. A key that was given to this process
/// is used for this process only and never written anywhere. The keychain is not asked for any other address
/// than the standard one. Lives in the main thread.
class KeySource
{
public:
    /// `fromEnvironment` is what secrets::takeKeyFromEnvironment() returned.
    KeySource(core::Result<std::optional<secrets::ApiKey>> fromEnvironment, Terminal terminal)
        : m_fromEnvironment(std::move(fromEnvironment))
        , m_terminal(terminal)
    {
    }

    /// The key that was given to this process, nullopt when there is none. Errors: BadUsage, Cancelled.
    [[nodiscard]] core::Result<std::optional<secrets::ApiKey>> given(bool askStandardInput) const;

    /// The key of the keychain, after given() had none. Errors: NoKey, also for a base URL that gets no
    /// stored key, and those of secrets::SecretStore, at the latest after 10 s.
    static QCoro::Task<core::Result<secrets::ApiKey>> fromKeychain(
        core::WorkspaceId workspace, api::BaseUrl baseUrl);

    /// Where a sync that is started like this would take its key from, without asking the keychain:
    /// {"location": environment | credential | keychain | session | none, "hint": "…WXYZ" or null}. `session`
    /// means that the window has one in memory, which no other program can use.
    [[nodiscard]] QJsonObject state(
        const settings::WorkspaceSettings* entry, const api::BaseUrl& baseUrl) const;

private:
    core::Result<std::optional<secrets::ApiKey>> m_fromEnvironment;
    Terminal m_terminal;
};

} // namespace app::cli
