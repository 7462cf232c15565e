// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/PeriodSummary.h"

#include <algorithm>

namespace app::models {

PeriodSummary summarise(
    core::DayRange range, const records::Coverage& coverage, const std::vector<records::Dataset>& datasets)
{
    using records::DayState;
    PeriodSummary summary;
    summary.range = range;
    for (core::UtcDay day = range.first; day <= range.last; ++day) {
        DayState state = datasets.empty() ? DayState::Missing : DayState::Final;
        for (const records::Dataset dataset : datasets) {
            // DayState is declared from least to best known.
            state = std::min(state, coverage.state(dataset, day));
        }
        switch (state) {
        case DayState::Final: ++summary.stored; break;
        case DayState::Provisional:
            ++summary.stored;
            ++summary.provisional;
            break;
        case DayState::NotOffered: ++summary.notOffered; break;
        case DayState::Missing: ++summary.missing; break;
        }
    }
    return summary;
}

bool anyStored(
    core::DayRange range, const records::Coverage& coverage, const std::vector<records::Dataset>& datasets)
{
    return std::ranges::any_of(datasets, [&](records::Dataset dataset) {
        for (core::UtcDay day = range.first; day <= range.last; ++day) {
            if (coverage.state(dataset, day) >= records::DayState::Provisional) {
                return true;
            }
        }
        return false;
    });
}

} // namespace app::models
