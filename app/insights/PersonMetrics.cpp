// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "insights/PersonMetrics.h"

#include "insights/Ratio.h"

#include <algorithm>
#include <cmath>

namespace app::insights {

namespace {

std::optional<double> number(std::optional<std::int64_t> value)
{
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

std::optional<double> median(std::vector<double> values)
{
    return values.size() < kLeastComparedPeople ? std::nullopt : quantile(std::move(values), 0.5);
}

} // namespace

bool isStartUnknown(const store::EngineerProfile& profile)
{
    return profile.active && profile.storedDaysUntilActive <= kCensoredDays;
}

std::optional<double> quantile(std::vector<double> values, double p)
{
    if (values.empty()) {
        return std::nullopt;
    }
    const double place = static_cast<double>(values.size() - 1) * p;
    const auto below = static_cast<std::size_t>(std::floor(place));
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::nth_element(values.begin(), at, values.end());
    const double low = *at;
    const double part = place - std::floor(place);
    if (!(part > 0)) {
        return low;
    }
    return low + part * (*std::min_element(at + 1, values.end()) - low);
}

PersonRatios personRatios(const store::UsageTotals& totals, CostMember cost)
{
    PersonRatios ratios;
    const auto turns = static_cast<double>(totals.turns);
    ratios.turnsPerThread = ratio(turns, static_cast<double>(totals.threads));
    ratios.costPerTurn = ratio(totals.costs.*cost, turns);
    const auto cached = number(totals.tokens.cachedInput);
    const auto uncached = number(totals.tokens.uncachedInput);
    if (cached && uncached) {
        ratios.cacheRatio = ratio(cached, *cached + *uncached);
    }
    return ratios;
}

WorkspaceMedians workspaceMedians(const std::vector<store::EngineerSummary>& people, CostMember cost)
{
    WorkspaceMedians medians;
    std::vector<double> days;
    std::vector<double> turns;
    std::vector<double> threads;
    std::vector<double> turnsPerThread;
    std::vector<double> costs;
    std::vector<double> costPerTurn;
    std::vector<double> cacheRatio;
    const auto collect = [](std::vector<double>& values, std::optional<double> value) {
        if (value) {
            values.push_back(*value);
        }
    };
    for (const store::EngineerSummary& person : people) {
        if (!person.userId || person.activeDays == 0) {
            continue;
        }
        ++medians.activePeople;
        const PersonRatios ratios = personRatios(person.totals, cost);
        days.push_back(person.activeDays);
        turns.push_back(static_cast<double>(person.totals.turns));
        threads.push_back(static_cast<double>(person.totals.threads));
        collect(turnsPerThread, ratios.turnsPerThread);
        collect(costs, person.totals.costs.*cost);
        collect(costPerTurn, ratios.costPerTurn);
        collect(cacheRatio, ratios.cacheRatio);
    }
    medians.activeDays = median(std::move(days));
    medians.turns = median(std::move(turns));
    medians.threads = median(std::move(threads));
    medians.turnsPerThread = median(std::move(turnsPerThread));
    medians.cost = median(std::move(costs));
    medians.costPerTurn = median(std::move(costPerTurn));
    medians.cacheRatio = median(std::move(cacheRatio));
    return medians;
}

std::vector<std::optional<MiddleHalf>> middleHalves(const std::vector<std::vector<std::int64_t>>& turns)
{
    std::vector<std::optional<MiddleHalf>> halves;
    halves.reserve(turns.size());
    for (const std::vector<std::int64_t>& bucket : turns) {
        if (bucket.size() < kLeastComparedPeople) {
            halves.emplace_back();
            continue;
        }
        const std::vector<double> values(bucket.begin(), bucket.end());
        halves.emplace_back(MiddleHalf{*quantile(values, 0.25), *quantile(values, 0.75)});
    }
    return halves;
}

} // namespace app::insights
