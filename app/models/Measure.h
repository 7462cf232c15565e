// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/UsageQueries.h"

#include <QString>

#include <vector>

namespace app::models {

/// What the values of a series count. Names and colours hang on it, so that a measure looks the same on every
/// page.
enum class Measure {
    ActiveEngineers, ///< people with turns > 0 or threads > 0
    Threads,
    Turns,
    Credits,
    CostUsd, ///< billed natively in USD; never added to credits
    UncachedInput,
    CachedInput,
    Output,
    Reviews, ///< pull request reviews that Codex wrote on the day
    Comments, ///< comments that Codex wrote on the day
    CommentsP0,
    CommentsP1,
    CommentsP2,
    CommentsWithoutPriority, ///< comments − P0 − P1 − P2, never below 0
    Upvotes,
    Downvotes,
    OtherReactions,
    ReactionsOfUnknownKind, ///< reactions − upvotes − downvotes − other, never below 0
    Replies,
    // Figures that are no plain sums. Shares are numbers from 0 to 1 (sentiment from −1 to 1).
    MeanActive, ///< mean of daily active people over the last 7 calendar days
    WeeklyActive, ///< distinct people active in the last 7 days, or in an ISO week
    MonthlyActive, ///< distinct people active in the last 28 days
    Stickiness, ///< share: mean daily active over 28 days ÷ active in those 28 days
    TurnsPerThread,
    CreditsPerTurn,
    UsdPerTurn,
    TotalTokens, ///< uncached input + cached input + output
    CacheRatio, ///< share: cached ÷ (uncached + cached) input
    OutputShare, ///< share: output ÷ total tokens
    TokensPerTurn,
    CreditsPerThousandTokens,
    UsdPerThousandTokens,
    CommentsPerReview,
    HighSeverityShare, ///< share: (P0 + P1) ÷ comments
    ResponseComments, ///< comments on pull requests merged in the period
    Engaged, ///< comments with a reaction or a reply
    Reacted,
    Upvoted,
    Downvoted,
    Replied,
    EngagementRate, ///< share: engaged ÷ comments, both of the responses endpoint
    ReactionCoverage, ///< share: reacted ÷ comments
    ReplyRate, ///< share: replied ÷ comments
    UnansweredShare, ///< share: 1 − engaged ÷ comments
    HelpfulRate, ///< share: upvoted ÷ (upvoted + downvoted)
    NetSentiment, ///< −1 to 1: (upvotes − downvotes) ÷ reactions
    RepliesPerComment,
};

/// The heading of a column or legend entry, translated.
QString measureName(Measure measure);

/// How the values of a measure are written.
enum class MeasureUnit {
    Count, ///< whole: 1,204
    Credits, ///< up to two decimals
    Usd, ///< with cents
    Share, ///< 0.581 is "58.1 %"
    Ratio, ///< up to two decimals: 5.9
};
[[nodiscard]] MeasureUnit measureUnit(Measure measure);

/// Whether values of several days may be added up.
[[nodiscard]] bool isAdditive(Measure measure);

/// Decimals that a value of the measure may carry: counts are whole.
[[nodiscard]] bool isWholeNumber(Measure measure);

/// A value with all its digits in displayLocale(): counts whole, credits with up to two decimals, USD always
/// with cents.
QString fullNumber(Measure measure, double value);

/// In which unit a workspace is billed, hence which figure the pages show as consumption.
enum class CostUnit { Credits, Usd };

/// USD when no day has credits above zero and at least one has a cost in USD, else credits.
CostUnit costUnitOf(const std::vector<store::UsageDay>& days);

constexpr Measure costMeasure(CostUnit unit)
{
    return unit == CostUnit::Usd ? Measure::CostUsd : Measure::Credits;
}

constexpr std::optional<double> costOf(const records::Costs& costs, CostUnit unit)
{
    return unit == CostUnit::Usd ? costs.costUsd : costs.credits;
}

} // namespace app::models
