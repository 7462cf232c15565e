// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QCoroTask>
#include <QString>

#include <chrono>
#include <optional>

namespace app::secrets {

/// Whom a password of a proxy belongs to. It is never handed out for another proxy or another user.
struct ProxyAccount
{
    QString proxy; ///< "host:port", or "system" for whatever proxy the desktop names
    QString user;

    friend bool operator==(const ProxyAccount&, const ProxyAccount&) = default;
};

/// The password of the proxy: one entry of the system keychain beside the keys, named "proxy", that says for
/// which account it is. Where the keychain is not to be used (demo, another address) it stays in memory for
/// this session. Owned by main(); main thread, or the one thread of the CLI. Errors as of SecretStore.
class ProxySecrets final
{
public:
    enum class Kept { InKeychain, ForThisSession };

    explicit ProxySecrets(Kept kept, std::chrono::milliseconds timeout = std::chrono::seconds(10));
    ~ProxySecrets();
    Q_DISABLE_COPY_MOVE(ProxySecrets)

    [[nodiscard]] Kept kept() const { return m_kept; }

    /// NoKey when there is none for this account. An answer of the keychain is remembered, so that it is
    /// asked once per session.
    QCoro::Task<core::Result<QString>> read(ProxyAccount account);
    /// Holds a password in memory only, until store() or the end: setup writes nothing before its commit.
    void hold(ProxyAccount account, const QString& password);
    /// What is held for this account; nullopt when nothing is.
    [[nodiscard]] std::optional<QString> held(const ProxyAccount& account) const;
    /// Writes what is held to the keychain; does nothing when nothing is held or for this session only. After
    /// a failure it is still held.
    QCoro::Task<core::Result<void>> store();
    /// Forgets it everywhere. Removing what is not there succeeds.
    QCoro::Task<core::Result<void>> remove();

private:
    void forgetHeld();

    Kept m_kept;
    std::chrono::milliseconds m_timeout;
    std::optional<ProxyAccount> m_account;
    QString m_password;
};

} // namespace app::secrets
