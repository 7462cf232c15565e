// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/Pseudonyms.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <cstdint>

namespace app::exporting {

std::string Pseudonyms::of(std::string_view userId) const
{
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    constexpr int kBytes = 5;
    constexpr unsigned kBitsPerCharacter = 5;
    const QByteArray message(userId.data(), static_cast<qsizetype>(userId.size()));
    const QByteArray digest = QMessageAuthenticationCode::hash(message, m_salt, QCryptographicHash::Sha256);

    std::uint64_t bits = 0;
    for (int i = 0; i < kBytes; ++i) {
        bits = bits << 8U | static_cast<unsigned char>(digest.at(i));
    }
    std::string name;
    for (unsigned shift = kBytes * 8U; shift > 0; shift -= kBitsPerCharacter) {
        name += kAlphabet[bits >> (shift - kBitsPerCharacter) & 0x1FU];
    }
    return name;
}

} // namespace app::exporting
