// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "records/Dataset.h"

#include <array>
#include <vector>

namespace app::records {

/// How much is known about a UTC day (words of the sync design). Missing is not zero.
enum class DayState {
    Missing, ///< wanted and not stored
    NotOffered, ///< lies before the first day that OpenAI still serves: neither zero nor complete
    Provisional, ///< stored, but fetched less than 24 h after its UTC end: it can still change
    Final, ///< stored, and fetched at least 24 h after its UTC end
};

/// The state of every day of a range, per dataset and of all four together.
struct Coverage
{
    core::DayRange range;
    /// One entry per day of `range`, for each dataset (index: indexOf(Dataset)).
    std::array<std::vector<DayState>, kDatasets.size()> perDataset;

    [[nodiscard]] DayState state(Dataset dataset, core::UtcDay day) const;
    /// All four datasets together: the least known of them decides (Missing, then NotOffered, then
    /// Provisional).
    [[nodiscard]] DayState state(core::UtcDay day) const;
    /// The usage datasets only / the review datasets only, for pages that show just one of them.
    [[nodiscard]] DayState usageState(core::UtcDay day) const;
    [[nodiscard]] DayState reviewState(core::UtcDay day) const;

    struct Counts
    {
        int complete = 0; ///< stored: final or provisional
        int missing = 0; ///< everything else, days that are not offered included
        int provisional = 0; ///< part of `complete`
        int notOffered = 0; ///< part of `missing`
        friend bool operator==(const Counts&, const Counts&) = default;
    };
    [[nodiscard]] Counts counts() const;
    [[nodiscard]] Counts counts(Dataset dataset) const;
};

} // namespace app::records
