// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/EngineerQueries.h"
#include "store/UsageQueries.h"

#include <optional>
#include <vector>

/// How one person's figures stand among those of the workspace (metrics reference 2.3). Values, no widgets.
namespace app::insights {

/// A person is compared only with at least this many active people: among fewer, a comparison would name
/// them.
inline constexpr std::size_t kLeastComparedPeople = 5;

/// R9: somebody whose first activity lies within the first 28 stored days may have begun earlier.
inline constexpr std::int64_t kCensoredDays = 28;
[[nodiscard]] bool isStartUnknown(const store::EngineerProfile& profile);

/// The p-quantile by linear interpolation between the sorted values (type 7 of Hyndman and Fan 1996): with n
/// values the place is h = (n − 1) p, counted from 0, and the quantile x[⌊h⌋] + (h − ⌊h⌋) (x[⌊h⌋ + 1] −
/// x[⌊h⌋]). No value without values. `p` lies in 0 … 1.
std::optional<double> quantile(std::vector<double> values, double p);

/// The ratios of a person over a range: of sums (R3); no value where the denominator is zero or a sum has
/// none.
struct PersonRatios
{
    std::optional<double> turnsPerThread;
    std::optional<double> costPerTurn;
    std::optional<double> cacheRatio; ///< cached ÷ (uncached + cached) input
};
/// Which of the costs the workspace is billed in.
using CostMember = std::optional<double> records::Costs::*;
PersonRatios personRatios(const store::UsageTotals& totals, CostMember cost);

/// Medians over the active people of a range. No value where fewer than kLeastComparedPeople have the figure.
struct WorkspaceMedians
{
    std::size_t activePeople = 0;
    std::optional<double> activeDays;
    std::optional<double> turns;
    std::optional<double> threads;
    std::optional<double> turnsPerThread;
    std::optional<double> cost;
    std::optional<double> costPerTurn;
    std::optional<double> cacheRatio;
};
/// `people` may hold idle people and Unattributed: they are passed over.
WorkspaceMedians workspaceMedians(const std::vector<store::EngineerSummary>& people, CostMember cost);

/// P25 and P75.
struct MiddleHalf
{
    double low = 0;
    double high = 0;
    friend bool operator==(const MiddleHalf&, const MiddleHalf&) = default;
};
/// For each bucket of store::turnsOfActivePeople(); none where fewer than kLeastComparedPeople were active.
std::vector<std::optional<MiddleHalf>> middleHalves(const std::vector<std::vector<std::int64_t>>& turns);

} // namespace app::insights
