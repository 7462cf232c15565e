// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/WorkspaceId.h"
#include "secrets/ApiKey.h"

#include <QCoroTask>

namespace app::secrets {

/// Which key: that of a workspace at one origin (scheme://host[:port]). A key that was verified against one
/// origin is never handed out for another.
struct SecretId
{
    core::WorkspaceId workspace;
    QString origin;

    /// The name of the entry in a store.
    [[nodiscard]] QString name() const { return workspace.toString() + QLatin1Char(' ') + origin; }
};

/// Where a key is kept between two uses. Called from the main thread (GUI) or the one thread of the CLI;
/// every call answers asynchronously and exactly once, at the latest after its time-out (KeychainSilent).
/// Errors: NoKey (nothing stored), KeychainUnavailable, KeychainLocked, KeychainDenied, KeychainSilent.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /// Writes, reads back and removes a canary entry: does this store work at all?
    virtual QCoro::Task<core::Result<void>> probe() = 0;
    virtual QCoro::Task<core::Result<ApiKey>> read(SecretId id) = 0;
    virtual QCoro::Task<core::Result<void>> write(SecretId id, ApiKey key) = 0;
    /// Removing what is not there succeeds.
    virtual QCoro::Task<core::Result<void>> remove(SecretId id) = 0;
};

} // namespace app::secrets
