// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/SecretStore.h"

#include <map>

namespace app::secrets {

/// Keeps keys in memory until the process ends.
class SessionSecretStore final : public SecretStore
{
public:
    QCoro::Task<core::Result<void>> probe() override;
    QCoro::Task<core::Result<ApiKey>> read(SecretId id) override;
    QCoro::Task<core::Result<void>> write(SecretId id, ApiKey key) override;
    QCoro::Task<core::Result<void>> remove(SecretId id) override;

private:
    std::map<QString, ApiKey> m_keys;
};

} // namespace app::secrets
