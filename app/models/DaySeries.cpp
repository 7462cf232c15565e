// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/DaySeries.h"

#include <algorithm>

namespace app::models {

namespace {

using records::Dataset;

std::optional<double> number(std::optional<std::int64_t> value)
{
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

std::optional<double> usageValue(Measure measure, const store::UsageTotals& totals)
{
    switch (measure) {
    case Measure::Threads: return number(totals.threads);
    case Measure::Turns: return number(totals.turns);
    case Measure::Credits: return totals.costs.credits;
    case Measure::CostUsd: return totals.costs.costUsd;
    case Measure::UncachedInput: return number(totals.tokens.uncachedInput);
    case Measure::CachedInput: return number(totals.tokens.cachedInput);
    case Measure::Output: return number(totals.tokens.output);
    default: return {};
    }
}

std::int64_t remainder(std::int64_t all, std::initializer_list<std::optional<std::int64_t>> parts)
{
    for (const auto& part : parts) {
        all -= part.value_or(0);
    }
    return std::max<std::int64_t>(0, all);
}

std::optional<double> reviewValue(Measure measure, const records::ReviewRow& row)
{
    switch (measure) {
    case Measure::Reviews: return number(row.pullRequestReviews);
    case Measure::Comments: return number(row.comments);
    case Measure::CommentsP0: return number(row.p0);
    case Measure::CommentsP1: return number(row.p1);
    case Measure::CommentsP2: return number(row.p2);
    case Measure::CommentsWithoutPriority: return number(remainder(row.comments, {row.p0, row.p1, row.p2}));
    default: return {};
    }
}

std::optional<double> responseValue(Measure measure, const records::ReviewResponseRow& row)
{
    switch (measure) {
    case Measure::Upvotes: return number(row.upvotes);
    case Measure::Downvotes: return number(row.downvotes);
    case Measure::OtherReactions: return number(row.otherReactions);
    case Measure::ReactionsOfUnknownKind:
        return number(remainder(row.reactions, {row.upvotes, row.downvotes, row.otherReactions}));
    case Measure::Replies: return number(row.replies);
    default: return {};
    }
}

} // namespace

DaySum sumOf(const DaySeries& series)
{
    DaySum sum;
    for (const DayPoint& point : series.points) {
        if (!point.isStored()) {
            continue;
        }
        ++sum.storedDays;
        sum.provisionalDays += point.isProvisional() ? 1 : 0;
        if (point.value) {
            sum.value = sum.value.value_or(0) + *point.value;
        } else {
            ++sum.daysWithoutFigure;
        }
    }
    return sum;
}

core::UtcDay DaySeries::day(std::size_t index) const
{
    return granularity == Granularity::Day ? range.first + static_cast<int>(index) : bucket(index).first;
}

core::DayRange DaySeries::bucket(std::size_t index) const
{
    if (granularity == Granularity::Day) {
        const core::UtcDay one = range.first + static_cast<int>(index);
        return {one, one};
    }
    const auto buckets = bucketsOf(range, granularity);
    return index < buckets.size() ? buckets[index] : core::DayRange{};
}

DayPoint joinedPoint(const DaySeries& days, core::DayRange bucket)
{
    DayPoint sum;
    sum.basisDays = 0;
    sum.basisWanted = bucket.length();
    bool provisional = false;
    bool notOffered = true;
    for (core::UtcDay day = bucket.first; day <= bucket.last; day = day + 1) {
        const DayPoint& point = days.points[static_cast<std::size_t>(day - days.range.first)];
        notOffered = notOffered && point.state == records::DayState::NotOffered;
        if (!point.isStored()) {
            continue;
        }
        ++sum.basisDays;
        provisional = provisional || point.isProvisional();
        if (point.value) {
            sum.value = sum.value.value_or(0) + *point.value;
        }
    }
    if (sum.basisDays > 0) {
        sum.state = provisional ? records::DayState::Provisional : records::DayState::Final;
    } else {
        sum.state = notOffered ? records::DayState::NotOffered : records::DayState::Missing;
    }
    return sum;
}

DaySeries byWeek(const DaySeries& days)
{
    if (days.granularity == Granularity::Week) {
        return days;
    }
    DaySeries weeks = days;
    weeks.granularity = Granularity::Week;
    weeks.points.clear();
    for (const core::DayRange week : bucketsOf(days.range, Granularity::Week)) {
        weeks.points.push_back(joinedPoint(days, week));
    }
    return weeks;
}

DaySeries atGranularity(const DaySeries& days, Granularity granularity)
{
    return granularity == Granularity::Week ? byWeek(days) : days;
}

DaySeries ratioSeries(Measure measure, const DaySeries& numerator, const DaySeries& denominator)
{
    DaySeries ratio = numerator;
    ratio.measure = measure;
    for (std::size_t index = 0; index < ratio.points.size(); ++index) {
        DayPoint& point = ratio.points[index];
        const DayPoint& below = denominator.points[index];
        point.state = std::min(point.state, below.state);
        point.basisDays = std::min(point.basisDays, below.basisDays);
        if (point.value && below.value && *below.value > 0) {
            point.value = *point.value / *below.value;
        } else {
            point.value.reset();
        }
    }
    return ratio;
}

DaySeries usageSeries(Measure measure, core::DayRange range, const std::vector<store::UsageDay>& days,
    const records::Coverage& coverage)
{
    return buildDaySeries(
        measure, range, days, coverage, Dataset::UsagePerEngineer, [measure](const store::UsageDay& day) {
            return measure == Measure::ActiveEngineers ? number(day.activeEngineers)
                                                       : usageValue(measure, day.totals);
        });
}

DaySeries engineerSeries(Measure measure, core::DayRange range, const std::vector<store::EngineerDay>& days,
    const records::Coverage& coverage)
{
    return buildDaySeries(measure, range, days, coverage, Dataset::UsagePerEngineer,
        [measure](const store::EngineerDay& day) { return usageValue(measure, day.totals); });
}

DaySeries reviewSeries(Measure measure, core::DayRange range, const std::vector<records::ReviewRow>& rows,
    const records::Coverage& coverage)
{
    return buildDaySeries(measure, range, rows, coverage, Dataset::CodeReviews,
        [measure](const records::ReviewRow& row) { return reviewValue(measure, row); });
}

DaySeries responseSeries(Measure measure, core::DayRange range,
    const std::vector<records::ReviewResponseRow>& rows, const records::Coverage& coverage)
{
    return buildDaySeries(measure, range, rows, coverage, Dataset::CodeReviewResponses,
        [measure](const records::ReviewResponseRow& row) { return responseValue(measure, row); });
}

} // namespace app::models
