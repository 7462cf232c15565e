// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace app::models {

/// What one column of a chart stands for.
enum class Granularity {
    Day, ///< a UTC day
    Week, ///< an ISO week, Monday to Sunday, clipped to the range
};

/// Beyond this many days charts always show weeks.
inline constexpr int kLongestDailyRange = 62;

/// What a chart of `range` shows when the person chose `chosen`.
constexpr Granularity effectiveGranularity(Granularity chosen, core::DayRange range)
{
    return range.length() > kLongestDailyRange ? Granularity::Week : chosen;
}

/// The buckets of a range in order: its days, or its ISO weeks clipped to it.
std::vector<core::DayRange> bucketsOf(core::DayRange range, Granularity granularity);

/// How many neighbouring buckets have to be one, so that at most `most` are left of `buckets`.
constexpr std::size_t bucketsInOne(std::size_t buckets, std::size_t most)
{
    return std::max<std::size_t>(1, (buckets + most - 1) / most);
}
/// So many neighbours in one each; the last may hold fewer.
std::vector<core::DayRange> joinedBuckets(const std::vector<core::DayRange>& buckets, std::size_t inOne);

/// ISO 8601 week and the year it belongs to.
struct IsoWeek
{
    int year = 0;
    int week = 0;
    friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};
IsoWeek isoWeekOf(core::UtcDay day);

} // namespace app::models
