// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace app::simulator {

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every input bit reaches every output bit, in three
/// lines and equal on every platform, which the standard library's distributions are not.
constexpr std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9e37'79b9'7f4a'7c15ULL;
    value = (value ^ (value >> 30U)) * 0xbf58'476d'1ce4'e5b9ULL;
    value = (value ^ (value >> 27U)) * 0x94d0'49bb'1331'11ebULL;
    return value ^ (value >> 31U);
}

constexpr std::uint64_t mixed(std::uint64_t first, std::uint64_t second)
{
    return mixed(mixed(first) ^ second);
}

/// A reproducible stream of draws. A value; not for anything that must be unpredictable.
class Draw
{
public:
    explicit constexpr Draw(std::uint64_t seed)
        : m_state(seed)
    {
    }

    constexpr std::uint64_t next()
    {
        m_state = mixed(m_state);
        return m_state;
    }
    /// 0 … limit−1; 0 when limit is not positive.
    constexpr std::int64_t below(std::int64_t limit)
    {
        if (limit <= 0) {
            return 0;
        }
        return static_cast<std::int64_t>((next() >> 32U) % static_cast<std::uint64_t>(limit));
    }
    /// Both ends included.
    constexpr std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + below(high - low + 1);
    }
    /// True in `perMille` of 1000 draws.
    constexpr bool chance(std::int64_t perMille) { return below(1000) < perMille; }

private:
    std::uint64_t m_state;
};

} // namespace app::simulator
