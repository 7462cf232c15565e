// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "insights/Changes.h"

#include <algorithm>
#include <cmath>

namespace app::insights {

namespace {

/// Nothing where there were no rows; no value where rows came without one.
std::optional<double> costOf(std::int64_t rows, std::optional<double> cost)
{
    return rows == 0 ? std::optional(0.0) : cost;
}

} // namespace

core::DayRange precedingWindow(core::DayRange range)
{
    return range.isEmpty() ? core::DayRange{} : core::DayRange::endingAt(range.first - 1, range.length());
}

bool isWhole(core::DayRange range, const records::Coverage& coverage, records::Dataset dataset)
{
    for (core::UtcDay day = range.first; day <= range.last; ++day) {
        if (coverage.state(dataset, day) < records::DayState::Provisional) {
            return false;
        }
    }
    return !range.isEmpty();
}

std::optional<double> relativeChange(std::optional<double> now, std::optional<double> before)
{
    if (!now || !before || !(*before > 0)) {
        return std::nullopt;
    }
    return (*now - *before) / *before;
}

std::optional<double> difference(std::optional<double> now, std::optional<double> before)
{
    return now && before ? std::optional(*now - *before) : std::nullopt;
}

std::vector<CostChange> largestChanges(
    const std::vector<store::PersonCosts>& people, CostMember cost, std::size_t most)
{
    std::vector<CostChange> changes;
    for (std::size_t place = 0; place < people.size(); ++place) {
        const store::PersonCosts& person = people[place];
        const auto now = costOf(person.rowsNow, person.now.*cost);
        const auto before = costOf(person.rowsBefore, person.before.*cost);
        if (!person.userId || !now || !before || *now == *before) {
            continue;
        }
        changes.push_back({place, *now, *before, relativeChange(now, before)});
    }
    const auto larger = [&people](const CostChange& a, const CostChange& b) {
        const double byA = std::abs(a.now - a.before);
        const double byB = std::abs(b.now - b.before);
        return byA != byB ? byA > byB : people[a.person].userId < people[b.person].userId;
    };
    const std::size_t kept = std::min(most, changes.size());
    std::partial_sort(
        changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(kept), changes.end(), larger);
    changes.resize(kept);
    return changes;
}

} // namespace app::insights
