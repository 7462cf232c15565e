// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "records/Coverage.h"

#include <algorithm>

namespace app::records {

namespace {

// DayState is declared from least to best known, so the least known of several is their minimum.
DayState leastKnown(std::initializer_list<DayState> states)
{
    return std::min(states);
}

void count(Coverage::Counts& counts, DayState state)
{
    switch (state) {
    case DayState::Final: ++counts.complete; break;
    case DayState::Provisional:
        ++counts.complete;
        ++counts.provisional;
        break;
    case DayState::NotOffered:
        ++counts.missing;
        ++counts.notOffered;
        break;
    case DayState::Missing: ++counts.missing; break;
    }
}

} // namespace

DayState Coverage::state(Dataset dataset, core::UtcDay day) const
{
    if (!range.contains(day)) {
        return DayState::Missing;
    }
    const auto& days = perDataset[indexOf(dataset)];
    const auto index = static_cast<std::size_t>(day - range.first);
    return index < days.size() ? days[index] : DayState::Missing;
}

DayState Coverage::state(core::UtcDay day) const
{
    return leastKnown({usageState(day), reviewState(day)});
}

DayState Coverage::usageState(core::UtcDay day) const
{
    return leastKnown({state(Dataset::UsagePerEngineer, day), state(Dataset::UsageWorkspace, day)});
}

DayState Coverage::reviewState(core::UtcDay day) const
{
    return leastKnown({state(Dataset::CodeReviews, day), state(Dataset::CodeReviewResponses, day)});
}

Coverage::Counts Coverage::counts() const
{
    Counts result;
    for (core::UtcDay day = range.first; day <= range.last; ++day) {
        count(result, state(day));
    }
    return result;
}

Coverage::Counts Coverage::counts(Dataset dataset) const
{
    Counts result;
    for (core::UtcDay day = range.first; day <= range.last; ++day) {
        count(result, state(dataset, day));
    }
    return result;
}

} // namespace app::records
