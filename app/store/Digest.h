// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace app::store {

/// 128 bits that recognise content that did not change; no protection against somebody who wants a collision.
/// Stored in coverage, so the arithmetic must never change; a digest that differs only costs a comparison of
/// the rows.
class Digest
{
public:
    /// What belongs to one row, in order.
    Digest& mix(std::uint64_t word)
    {
        m_high = (m_high ^ word) * 0x9E3779B97F4A7C15ULL;
        m_high ^= m_high >> 32;
        m_low = (std::rotl(m_low, 23) ^ word) * 0xC2B2AE3D27D4EB4FULL;
        m_low ^= m_low >> 29;
        return *this;
    }
    Digest& mix(std::int64_t value) { return mix(static_cast<std::uint64_t>(value)); }
    Digest& mix(double value) { return mix(std::bit_cast<std::uint64_t>(value)); }
    Digest& mix(std::string_view text)
    {
        mix(static_cast<std::uint64_t>(text.size()));
        while (!text.empty()) {
            std::uint64_t word = 0;
            const std::size_t length = text.size() < sizeof word ? text.size() : sizeof word;
            std::memcpy(&word, text.data(), length);
            mix(word);
            text.remove_prefix(length);
        }
        return *this;
    }
    Digest& mix(const std::string& text) { return mix(std::string_view(text)); }
    template <typename Value> Digest& mix(const std::optional<Value>& value)
    {
        mix(static_cast<std::uint64_t>(value ? 1 : 0));
        return value ? mix(*value) : *this;
    }

    /// A set of rows: their order makes no difference.
    Digest& include(const Digest& row)
    {
        Digest last = row;
        last.mix(std::uint64_t{0x5DEECE66D});
        m_high += last.m_high;
        m_low += last.m_low;
        return *this;
    }
    /// Everything included so far becomes one word of the row.
    Digest& mixSet(const Digest& set) { return mix(set.m_high).mix(set.m_low); }

    [[nodiscard]] std::string bytes() const
    {
        std::string text;
        for (const std::uint64_t word : {m_high, m_low}) {
            for (int shift = 56; shift >= 0; shift -= 8) {
                text.push_back(static_cast<char>((word >> shift) & 0xFF));
            }
        }
        return text;
    }

private:
    std::uint64_t m_high = 0x243F6A8885A308D3ULL;
    std::uint64_t m_low = 0x13198A2E03707344ULL;
};

} // namespace app::store
