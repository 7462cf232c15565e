// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/UtcDay.h"

namespace app::core {

/// Consecutive UTC days, both ends inclusive. Empty when `last` lies before `first` (the default is empty).
struct DayRange
{
    UtcDay first = UtcDay::fromNumber(0);
    UtcDay last = UtcDay::fromNumber(-1);

    /// *N days* of the design: `end−N+1 … end`.
    static constexpr DayRange endingAt(UtcDay end, int days) { return {end - (days - 1), end}; }

    [[nodiscard]] constexpr bool isEmpty() const { return last < first; }
    [[nodiscard]] constexpr int length() const { return isEmpty() ? 0 : last - first + 1; }
    [[nodiscard]] constexpr bool contains(UtcDay day) const { return first <= day && day <= last; }
    /// The smallest range that holds both; an empty operand adds nothing.
    [[nodiscard]] constexpr DayRange united(DayRange other) const
    {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return *this;
        }
        return {first < other.first ? first : other.first, last < other.last ? other.last : last};
    }
    [[nodiscard]] constexpr DayRange intersected(DayRange other) const
    {
        return {first < other.first ? other.first : first, last < other.last ? last : other.last};
    }
    friend constexpr bool operator==(DayRange, DayRange) = default;
};

} // namespace app::core
