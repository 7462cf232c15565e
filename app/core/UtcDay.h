// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace app::core {

/// One UTC calendar day, the bucket of the Codex Analytics API (a row's start_time is 00:00:00 UTC, its
/// exclusive end_time 86 400 s later). A value; the default is 1970-01-01.
class UtcDay
{
public:
    constexpr UtcDay() = default;
    static constexpr UtcDay fromNumber(std::int32_t daysSinceEpoch) { return UtcDay(daysSinceEpoch); }
    static UtcDay of(Instant instant);
    /// Strictly `YYYY-MM-DD` and a day that exists.
    static std::optional<UtcDay> fromIso(QStringView text);
    /// A Unix time in seconds that must lie exactly on a UTC midnight.
    static std::optional<UtcDay> fromMidnight(std::int64_t unixSeconds);

    [[nodiscard]] constexpr std::int32_t number() const { return m_number; }
    [[nodiscard]] QString toIso() const;
    [[nodiscard]] constexpr std::int64_t startSeconds() const { return std::int64_t{m_number} * 86'400; }
    [[nodiscard]] Instant start() const;
    /// The exclusive end: 00:00 UTC of the next day.
    [[nodiscard]] Instant end() const;
    /// 1 = Monday … 7 = Sunday.
    [[nodiscard]] int isoWeekday() const;

    // clang-tidy 14 takes the 0 that the compiler's own comparison is compared with for a null pointer.
    friend constexpr auto operator<=>(UtcDay, UtcDay) = default; // NOLINT(modernize-use-nullptr)
    friend constexpr UtcDay operator+(UtcDay day, int days) { return UtcDay(day.m_number + days); }
    friend constexpr UtcDay operator-(UtcDay day, int days) { return UtcDay(day.m_number - days); }
    friend constexpr int operator-(UtcDay later, UtcDay earlier) { return later.m_number - earlier.m_number; }
    constexpr UtcDay& operator++()
    {
        ++m_number;
        return *this;
    }

private:
    explicit constexpr UtcDay(std::int32_t number)
        : m_number(number)
    {
    }
    std::int32_t m_number = 0;
};

} // namespace app::core
