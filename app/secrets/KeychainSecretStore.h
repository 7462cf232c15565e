// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/SecretStore.h"

#include <chrono>

namespace app::secrets {

/// The system keychain through QtKeychain (Secret Service or KWallet on Linux), service name
/// `org.threadcount.Threadcount`. Never falls back to plain text.
class KeychainSecretStore final : public SecretStore
{
public:
    explicit KeychainSecretStore(std::chrono::milliseconds timeout = std::chrono::seconds(10));
    QCoro::Task<core::Result<void>> probe() override;
    QCoro::Task<core::Result<ApiKey>> read(SecretId id) override;
    QCoro::Task<core::Result<void>> write(SecretId id, ApiKey key) override;
    QCoro::Task<core::Result<void>> remove(SecretId id) override;

private:
    std::chrono::milliseconds m_timeout;
};

} // namespace app::secrets
