// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string>
#include <string_view>

namespace app::exporting {

/// Names that tell the same person apart without naming them. A pseudonym is the first 40 bits (the first 5
/// bytes) of HMAC-SHA256(key = salt of the store, message = user id in UTF-8), written as 8 characters of the
/// base32 alphabet of RFC 4648 (A to Z, 2 to 7, upper case, without padding). The same person has the same
/// pseudonym in every export of one store, and another one in another store. Without the salt, which is never
/// exported, it cannot be computed.
class Pseudonyms
{
public:
    explicit Pseudonyms(QByteArray salt)
        : m_salt(std::move(salt))
    {
    }
    [[nodiscard]] std::string of(std::string_view userId) const;

private:
    QByteArray m_salt;
};

} // namespace app::exporting
