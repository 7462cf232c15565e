// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "records/Coverage.h"

#include <vector>

namespace app::models {

/// What the sentence under a page title says: "24 Oct to 22 Nov 2026, UTC days · based on 29 of 30 days, 2
/// provisional". Values only; the words are made in ui/.
struct PeriodSummary
{
    core::DayRange range;
    int stored = 0; ///< days with all asked-for datasets: final or provisional
    int provisional = 0; ///< part of stored
    int missing = 0; ///< wanted and not stored
    int notOffered = 0; ///< OpenAI no longer serves them; not part of missing

    [[nodiscard]] bool isComplete() const { return stored == range.length(); }
    friend bool operator==(const PeriodSummary&, const PeriodSummary&) = default;
};

/// The least known of `datasets` decides about a day (Missing, then NotOffered, then Provisional).
PeriodSummary summarise(
    core::DayRange range, const records::Coverage& coverage, const std::vector<records::Dataset>& datasets);

/// Whether at least one day of at least one of `datasets` is stored: then there is something to show, however
/// incomplete.
bool anyStored(
    core::DayRange range, const records::Coverage& coverage, const std::vector<records::Dataset>& datasets);

} // namespace app::models
