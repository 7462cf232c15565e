// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "insights/Activity.h"

#include "insights/Ratio.h"
#include "insights/ReviewMetrics.h"

#include <algorithm>

namespace app::insights {

namespace {

using records::Dataset;
using records::DayState;

RollingFigure basisOf(const records::Coverage& coverage, Dataset dataset, core::UtcDay day, int length)
{
    RollingFigure figure;
    figure.state = coverage.state(dataset, day);
    figure.basisWanted = length;
    for (core::UtcDay other = day - (length - 1); other <= day; ++other) {
        figure.basisDays += coverage.state(dataset, other) == DayState::Final ? 1 : 0;
    }
    return figure;
}

} // namespace

ActivityFigures::ActivityFigures(const std::vector<store::UsageDay>& days, const records::Coverage& coverage,
    const store::ActivePeople& people)
    : m_coverage(coverage)
    , m_people(people)
    , m_days(coverage.range)
    , m_active(static_cast<std::size_t>(coverage.range.length()))
{
    for (const store::UsageDay& day : days) {
        if (m_days.contains(day.day)) {
            m_active[static_cast<std::size_t>(day.day - m_days.first)] = day.activeEngineers;
        }
    }
}

RollingFigure ActivityFigures::basis(core::UtcDay day, int length) const
{
    return basisOf(m_coverage, Dataset::UsagePerEngineer, day, length);
}

std::optional<double> ActivityFigures::meanOver(core::UtcDay day, int length) const
{
    double sum = 0;
    int days = 0;
    for (core::UtcDay other = day - (length - 1); other <= day; ++other) {
        if (m_coverage.state(Dataset::UsagePerEngineer, other) == DayState::Final) {
            sum += static_cast<double>(m_active[static_cast<std::size_t>(other - m_days.first)]);
            ++days;
        }
    }
    return ratio(sum, static_cast<double>(days));
}

std::optional<double> ActivityFigures::counted(
    const std::vector<std::int64_t>& counts, core::UtcDay day) const
{
    if (!m_people.rolling.contains(day)) {
        return std::nullopt;
    }
    return static_cast<double>(counts[static_cast<std::size_t>(day - m_people.rolling.first)]);
}

RollingFigure ActivityFigures::meanActive(core::UtcDay day) const
{
    RollingFigure figure = basis(day, store::kWeekWindow);
    if (figure.state == DayState::Final) {
        figure.value = meanOver(day, store::kWeekWindow);
    }
    return figure;
}

RollingFigure ActivityFigures::weeklyActive(core::UtcDay day) const
{
    RollingFigure figure = basis(day, store::kWeekWindow);
    if (figure.state == DayState::Final) {
        figure.value = counted(m_people.week, day);
    }
    return figure;
}

RollingFigure ActivityFigures::monthlyActive(core::UtcDay day) const
{
    RollingFigure figure = basis(day, store::kMonthWindow);
    if (figure.state == DayState::Final) {
        figure.value = counted(m_people.month, day);
    }
    return figure;
}

RollingFigure ActivityFigures::stickiness(core::UtcDay day) const
{
    RollingFigure figure = basis(day, store::kMonthWindow);
    if (figure.state == DayState::Final) {
        figure.value = ratio(meanOver(day, store::kMonthWindow), counted(m_people.month, day));
    }
    return figure;
}

core::UtcDay ActivityFigures::lastFinalDay(core::DayRange bucket) const
{
    for (core::UtcDay day = bucket.last; day >= bucket.first; day = day - 1) {
        if (m_coverage.state(Dataset::UsagePerEngineer, day) == DayState::Final) {
            return day;
        }
    }
    return bucket.last;
}

RollingFigure rollingEngagement(
    const std::vector<records::ReviewResponseRow>& rows, const records::Coverage& coverage, core::UtcDay day)
{
    RollingFigure figure = basisOf(coverage, Dataset::CodeReviewResponses, day, kReviewWindowDays);
    if (figure.state == DayState::Final) {
        figure.value = responseFigures(rows, core::DayRange::endingAt(day, kReviewWindowDays), coverage)
                           .engagement.value();
    }
    return figure;
}

} // namespace app::insights
