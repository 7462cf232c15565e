// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/SessionSecretStore.h"

namespace app::secrets {

QCoro::Task<core::Result<void>> SessionSecretStore::probe()
{
    co_return core::Result<void>();
}

QCoro::Task<core::Result<ApiKey>> SessionSecretStore::read(SecretId id)
{
    const auto found = m_keys.find(id.name());
    if (found == m_keys.end()) {
        co_return core::failure(
            core::ErrorKind::NoKey, QStringLiteral("no key in memory for this workspace"), id.origin);
    }
    co_return found->second.clone();
}

QCoro::Task<core::Result<void>> SessionSecretStore::write(SecretId id, ApiKey key)
{
    m_keys.insert_or_assign(id.name(), std::move(key));
    co_return core::Result<void>();
}

QCoro::Task<core::Result<void>> SessionSecretStore::remove(SecretId id)
{
    m_keys.erase(id.name());
    co_return core::Result<void>();
}

} // namespace app::secrets
