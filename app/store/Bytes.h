// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

/// Numbers in the packed columns of the cache: little-endian, whatever the machine. Private to store/.
namespace app::store {

/// The cache holds what no program of ours wrote; guarded() makes StoreDamaged of it.
[[noreturn]] inline void contradiction(const char* what)
{
    throw std::out_of_range(what);
}

/// An integer or a double of 1, 2, 4 or 8 bytes at any address.
template <typename Number> Number loadLittle(const char* from)
{
    Number number{};
    if constexpr (std::endian::native == std::endian::little || sizeof number == 1) {
        std::memcpy(&number, from, sizeof number);
    } else {
        char turned[sizeof number];
        for (std::size_t i = 0; i < sizeof number; ++i) {
            turned[i] = from[sizeof number - 1 - i];
        }
        std::memcpy(&number, turned, sizeof number);
    }
    return number;
}

class ByteWriter
{
public:
    template <typename Number> void put(Number number)
    {
        static_assert(std::is_arithmetic_v<Number>);
        char bytes[sizeof number];
        std::memcpy(bytes, &number, sizeof number);
        if constexpr (std::endian::native == std::endian::little) {
            m_bytes.append(bytes, sizeof number);
        } else {
            m_bytes.append(
                std::make_reverse_iterator(bytes + sizeof number), std::make_reverse_iterator(bytes));
        }
    }
    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    void putVarying(std::uint64_t number)
    {
        for (; number >= 0x80; number >>= 7) {
            put(static_cast<std::uint8_t>(number | 0x80));
        }
        put(static_cast<std::uint8_t>(number));
    }
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Never reads beyond its end: throws instead.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    [[nodiscard]] std::size_t left() const { return m_bytes.size(); }
    template <typename Number> Number get() { return loadLittle<Number>(take(sizeof(Number))); }
    std::uint64_t getVarying()
    {
        std::uint64_t number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            const auto byte = get<std::uint8_t>();
            number |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) {
                return number;
            }
        }
        contradiction("a packed number does not end");
    }
    /// The next `size` bytes.
    const char* take(std::size_t size)
    {
        if (m_bytes.size() < size) {
            contradiction("a packed value ends too early");
        }
        const char* const here = m_bytes.data();
        m_bytes.remove_prefix(size);
        return here;
    }

private:
    std::string_view m_bytes;
};

} // namespace app::store
