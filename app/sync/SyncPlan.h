// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "records/Coverage.h"
#include "store/SyncState.h"

#include <vector>

namespace app::sync {

inline constexpr int kLookBackDays = 90; ///< never ask further back than 90 UTC days
inline constexpr int kUsageRefreshDays = 7; ///< the last days that every sync fetches again
inline constexpr int kReviewRefreshDays = 30;
inline constexpr int kLargestWindowDays = 30;

/// One request window: consecutive days of one dataset.
struct Window
{
    records::Dataset dataset = records::Dataset::UsagePerEngineer;
    core::DayRange days;
    friend bool operator==(const Window&, const Window&) = default;
};

/// What is known when a sync starts.
struct PlanInput
{
    core::UtcDay today;
    core::UtcDay goalFrom;
    records::Coverage coverage; ///< at least goalFrom … today within the look-back
    double rowsPerDay = 0; ///< observed per-engineer usage rows a day; 0 = unknown
    int pageLimit = 30'000;
    bool sweep = false; ///< fetch goalFrom … today whatever is known
};

/// The days of `dataset` that a sync fetches: the last 7 (usage) or 30 (reviews), every day since goal_from
/// within the look-back that is missing or not final, and with a sweep all of them. Ascending. Days that are
/// not offered are asked for again only by a sweep.
std::vector<core::UtcDay> daysToFetch(const PlanInput& input, records::Dataset dataset);

/// Cuts ascending days into windows, newest first: the newest 2 days before `today` inclusive, the next 5,
/// then up to 30 consecutive days sized so that the expected rows fit one page. A gap between days ends a
/// window.
std::vector<Window> windowsFor(records::Dataset dataset, const std::vector<core::UtcDay>& days,
    core::UtcDay today, double rowsPerDay, int pageLimit);

/// The windows of a sync, per dataset newest first. Pure.
struct SyncPlan
{
    std::vector<Window> windows;
    [[nodiscard]] std::vector<Window> of(records::Dataset dataset) const;
    /// From the oldest to the newest day that any window touches.
    [[nodiscard]] core::DayRange span() const;
};

SyncPlan planSync(const PlanInput& input);

/// A sweep of goalFrom … today is due 7 days after the last one. Before the first backfill is complete none
/// is due: what is missing is fetched anyway. Also due when the last one lies a day or more in the future:
/// the clock was wrong then.
bool isSweepDue(const std::optional<core::Instant>& lastSweepAt, core::Instant now);

} // namespace app::sync
