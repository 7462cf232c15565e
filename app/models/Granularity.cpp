// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/Granularity.h"

#include <QDate>

#include <algorithm>

namespace app::models {

namespace {

QDate dateOf(core::UtcDay day)
{
    return QDate(1970, 1, 1).addDays(day.number());
}

} // namespace

std::vector<core::DayRange> bucketsOf(core::DayRange range, Granularity granularity)
{
    std::vector<core::DayRange> buckets;
    if (range.isEmpty()) {
        return buckets;
    }
    for (core::UtcDay first = range.first; first <= range.last;) {
        core::UtcDay last = first;
        if (granularity == Granularity::Week) {
            last = std::min(range.last, first + (7 - dateOf(first).dayOfWeek()));
        }
        buckets.push_back({first, last});
        first = last + 1;
    }
    return buckets;
}

std::vector<core::DayRange> joinedBuckets(const std::vector<core::DayRange>& buckets, std::size_t inOne)
{
    std::vector<core::DayRange> joined;
    for (std::size_t first = 0; first < buckets.size(); first += inOne) {
        const std::size_t last = std::min(first + inOne, buckets.size()) - 1;
        joined.push_back({buckets[first].first, buckets[last].last});
    }
    return joined;
}

IsoWeek isoWeekOf(core::UtcDay day)
{
    IsoWeek result;
    result.week = dateOf(day).weekNumber(&result.year);
    return result;
}

} // namespace app::models
