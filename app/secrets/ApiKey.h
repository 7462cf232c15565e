// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <memory>

class QDebug;

namespace app::secrets {

/// The analytics key. Move-only; the bytes live in locked memory where the system allows it and are zeroed at
/// the end. It prints itself as …WXYZ everywhere; the one way to the value is authorizationHeader() and, for
/// the keychain, exposeForStorage().
class ApiKey
{
public:
    /// Trims white space and line breaks around pasted text. Refuses empty text, inner spaces, control and
    /// non-ASCII characters, fewer than 8 or more than 4096 characters (BadUsage). No prefix is checked: the
    /// service decides.
    static core::Result<ApiKey> parse(QStringView pasted);
    static core::Result<ApiKey> parse(QByteArrayView utf8);

    ApiKey(ApiKey&&) noexcept;
    ApiKey& operator=(ApiKey&&) noexcept;
    ApiKey(const ApiKey&) = delete;
    ApiKey& operator=(const ApiKey&) = delete;
    ~ApiKey();

    /// A second owner of the same secret, for example one for the store and one for the running sync.
    [[nodiscard]] ApiKey clone() const;
    /// "…WXYZ".
    [[nodiscard]] QString redacted() const;
    [[nodiscard]] std::size_t length() const;
    /// "Bearer <key>". Do not keep the result.
    [[nodiscard]] QByteArray authorizationHeader() const;
    /// The bare value, for SecretStore implementations only. Do not keep the result.
    [[nodiscard]] QByteArray exposeForStorage() const;

private:
    class Buffer;
    explicit ApiKey(std::unique_ptr<Buffer> buffer);
    std::unique_ptr<Buffer> m_buffer;
};

QDebug operator<<(QDebug debug, const ApiKey& key);

} // namespace app::secrets
