// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Result.h"
#include "records/Coverage.h"
#include "store/Database.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace app::store {

/// What is known about one dataset on one UTC day.
struct CompletenessCell
{
    records::DayState state = records::DayState::Missing;
    std::optional<core::Instant> firstFetchedAt; ///< none: never fetched
    std::optional<core::Instant> fetchedAt; ///< the newest answer
    std::int64_t rows = 0; ///< of the answer that is stored
    bool restated = false; ///< its totals changed after it was final
    bool withdrawn = false; ///< the newest answer had none, and what was stored is kept
};

/// All datasets on every day of `range`, ascending, also where nothing is stored.
struct Completeness
{
    core::DayRange range;
    /// One entry per day of `range`, for each dataset (index: indexOf(Dataset)).
    std::array<std::vector<CompletenessCell>, records::kDatasets.size()> perDataset;

    [[nodiscard]] const CompletenessCell& at(records::Dataset dataset, core::UtcDay day) const
    {
        return perDataset.at(records::indexOf(dataset)).at(static_cast<std::size_t>(day - range.first));
    }
};

core::Result<Completeness> completeness(const Database& database, core::DayRange range);

/// From the first to the last day that was ever fetched in any dataset; empty when nothing was.
core::Result<core::DayRange> fetchedDays(const Database& database);

/// How many restatements (a day can have several, one for each figure) are logged in all.
core::Result<std::int64_t> restatementCount(const Database& database);

} // namespace app::store
