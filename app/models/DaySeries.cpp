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
