// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "records/Coverage.h"
#include "records/ReviewResponseRow.h"
#include "store/ActivityQueries.h"
#include "store/UsageQueries.h"

#include <cstdint>
#include <optional>
#include <vector>

/// Rolling figures of the overview (metrics reference 2.1). Values, any thread.
namespace app::insights {

/// A figure that stands on several days.
struct RollingFigure
{
    std::optional<double> value;
    records::DayState state = records::DayState::Missing; ///< of the day it ends on
    int basisDays = 0; ///< days of the window that are stored and final
    int basisWanted = 1;
};

/// Daily, weekly and monthly active people. A figure ends on a final day: on a provisional one it would be
/// drawn too low and on a missing one there is nothing to end on, so both have no value. Days of a window
/// that are missing or provisional stand in no mean; the figure says how many final days it has (R4, R10).
class ActivityFigures
{
public:
    /// `days` and `coverage` must reach 27 days before the first day that is asked for, `people.rolling` must
    /// hold it. All are borrowed.
    ActivityFigures(const std::vector<store::UsageDay>& days, const records::Coverage& coverage,
        const store::ActivePeople& people);

    /// Mean of the daily active people of the last 7 calendar days.
    [[nodiscard]] RollingFigure meanActive(core::UtcDay day) const;
    /// Distinct people active in d−6 … d.
    [[nodiscard]] RollingFigure weeklyActive(core::UtcDay day) const;
    /// Distinct people active in d−27 … d.
    [[nodiscard]] RollingFigure monthlyActive(core::UtcDay day) const;
    /// Mean of the daily active people of d−27 … d ÷ distinct people active in them.
    [[nodiscard]] RollingFigure stickiness(core::UtcDay day) const;

    /// The last final day of a bucket, where a week's figure ends; the last day when none is final.
    [[nodiscard]] core::UtcDay lastFinalDay(core::DayRange bucket) const;

private:
    [[nodiscard]] RollingFigure basis(core::UtcDay day, int length) const;
    [[nodiscard]] std::optional<double> meanOver(core::UtcDay day, int length) const;
    [[nodiscard]] std::optional<double> counted(
        const std::vector<std::int64_t>& counts, core::UtcDay day) const;

    const records::Coverage& m_coverage;
    const store::ActivePeople& m_people;
    core::DayRange m_days;
    std::vector<std::int64_t> m_active; ///< by day of m_days
};

/// Engaged ÷ comments over the 28 days that end on `day` (2.6, ReviewMetrics). Like all rolling figures it
/// ends on a final day; of the window's days it takes what is stored.
[[nodiscard]] RollingFigure rollingEngagement(
    const std::vector<records::ReviewResponseRow>& rows, const records::Coverage& coverage, core::UtcDay day);

} // namespace app::insights
