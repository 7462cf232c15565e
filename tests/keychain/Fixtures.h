// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/KeychainSecretStore.h"

namespace keychain {

inline app::secrets::SecretId idOf(const char* uuid, const char* origin)
{
    return {app::core::WorkspaceId::parse(QString::fromLatin1(uuid)).value(), QString::fromLatin1(origin)};
}

inline app::secrets::ApiKey keyOf(const char* text)
{
    return std::move(app::secrets::ApiKey::parse(QByteArrayView(text)).value());
}

inline constexpr char kFirst[] = "1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21";
inline constexpr char kSecond[] = "2f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e22";
inline constexpr char kOrigin[] = "https://api.chatgpt.com";

} // namespace keychain
