// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/SyncPlan.h"

#include <algorithm>
#include <cmath>

namespace app::sync {

using core::DayRange;
using core::UtcDay;
using records::Dataset;
using records::DayState;

namespace {

constexpr int kNewestDays = 2;
constexpr int kNextDays = 5;

int refreshDays(Dataset dataset)
{
    const bool isUsage = dataset == Dataset::UsagePerEngineer || dataset == Dataset::UsageWorkspace;
    return isUsage ? kUsageRefreshDays : kReviewRefreshDays;
}

// Only per-engineer usage has more than a row a day.
int largestWindow(Dataset dataset, double rowsPerDay, int pageLimit)
{
    if (dataset != Dataset::UsagePerEngineer || rowsPerDay <= 0) {
        return kLargestWindowDays;
    }
    const double days = std::floor(pageLimit / rowsPerDay);
    return static_cast<int>(std::clamp(days, 1.0, double{kLargestWindowDays}));
}

} // namespace

std::vector<UtcDay> daysToFetch(const PlanInput& input, Dataset dataset)
{
    const UtcDay lookBackFrom = input.today - (kLookBackDays - 1);
    const UtcDay goalFrom = std::max(input.goalFrom, lookBackFrom);
    const UtcDay refreshFrom = input.today - (refreshDays(dataset) - 1);

    std::vector<UtcDay> days;
    for (UtcDay day = std::min(goalFrom, refreshFrom); day <= input.today; ++day) {
        const DayState state = input.coverage.state(dataset, day);
        const bool isUnsettled = state == DayState::Missing || state == DayState::Provisional;
        const bool isWanted = day >= goalFrom && (input.sweep || isUnsettled);
        if (day >= refreshFrom || isWanted) {
            days.push_back(day);
        }
    }
    return days;
}

std::vector<Window> windowsFor(
    Dataset dataset, const std::vector<UtcDay>& days, UtcDay today, double rowsPerDay, int pageLimit)
{
    const int largest = largestWindow(dataset, rowsPerDay, pageLimit);
    // A window never crosses from one of these stretches into an older one.
    const auto stretchOf = [today](UtcDay day) {
        const int age = today - day;
        return age < kNewestDays ? 0 : age < kNewestDays + kNextDays ? 1 : 2;
    };

    std::vector<Window> windows;
    for (auto day = days.rbegin(); day != days.rend(); ++day) {
        if (!windows.empty()) {
            DayRange& open = windows.back().days;
            const bool isNeighbour = *day == open.first - 1 && stretchOf(*day) == stretchOf(open.last);
            if (isNeighbour && open.length() < largest) {
                open.first = *day;
                continue;
            }
        }
        windows.push_back({dataset, {*day, *day}});
    }
    return windows;
}

std::vector<Window> SyncPlan::of(Dataset dataset) const
{
    std::vector<Window> result;
    std::copy_if(windows.begin(), windows.end(), std::back_inserter(result),
        [dataset](const Window& window) { return window.dataset == dataset; });
    return result;
}

DayRange SyncPlan::span() const
{
    DayRange result;
    for (const Window& window : windows) {
        result = result.united(window.days);
    }
    return result;
}

SyncPlan planSync(const PlanInput& input)
{
    SyncPlan plan;
    for (const Dataset dataset : records::kDatasets) {
        const std::vector<Window> windows = windowsFor(
            dataset, daysToFetch(input, dataset), input.today, input.rowsPerDay, input.pageLimit);
        plan.windows.insert(plan.windows.end(), windows.begin(), windows.end());
    }
    return plan;
}

bool isSweepDue(const std::optional<core::Instant>& lastSweepAt, core::Instant now)
{
    // One in the future was noted by a clock that was wrong.
    return lastSweepAt
        && (now - *lastSweepAt >= std::chrono::days(7) || *lastSweepAt - now >= std::chrono::days(1));
}

} // namespace app::sync
