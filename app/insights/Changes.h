// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "insights/PersonMetrics.h"
#include "records/Coverage.h"
#include "store/ActivityQueries.h"

#include <cstddef>
#include <optional>
#include <vector>

/// A window against the one of the same length right before it (metrics reference 2.1). Values, any thread.
namespace app::insights {

/// The window of equal length that ends on the day before `range`.
[[nodiscard]] core::DayRange precedingWindow(core::DayRange range);

/// Whether every day is stored (final or provisional). A comparison with a window that has gaps says nothing.
[[nodiscard]] bool isWhole(core::DayRange range, const records::Coverage& coverage, records::Dataset dataset);

/// (now − before) ÷ before. No value where one of them has none or `before` is not above zero.
[[nodiscard]] std::optional<double> relativeChange(std::optional<double> now, std::optional<double> before);
/// now − before, for shares: a difference in points.
[[nodiscard]] std::optional<double> difference(std::optional<double> now, std::optional<double> before);

/// One person whose cost changed.
struct CostChange
{
    std::size_t person = 0; ///< index into what was given
    double now = 0;
    double before = 0;
    std::optional<double> relative; ///< none when there was nothing before
};
/// The `most` largest changes in both directions, the largest difference first; equal ones by user id. Nobody
/// without a user id, nobody whose cost is unknown in a window, nobody without a change.
[[nodiscard]] std::vector<CostChange> largestChanges(
    const std::vector<store::PersonCosts>& people, CostMember cost, std::size_t most);

} // namespace app::insights
