// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "insights/Ratio.h"
#include "records/Coverage.h"
#include "records/ReviewResponseRow.h"
#include "records/ReviewRow.h"

#include <cstdint>
#include <optional>
#include <vector>

/// The figures of code reviews (metrics reference 2.6). Two populations, two structs: what Codex wrote on a
/// day, and the comments on pull requests that were merged on a day. No function takes both, so that they
/// cannot be divided by each other. Pure functions over the rows of the store, one row a day; any thread.
namespace app::insights {

/// part ÷ whole, summed over the same days: days whose row lacks one of the two are in neither sum, because
/// null is not zero.
struct PartOfWhole
{
    std::optional<double> part; ///< none when no stored day carries both
    std::optional<double> whole;
    int daysWithout = 0; ///< stored days with rows that lack a figure
    /// None without a whole above zero.
    [[nodiscard]] std::optional<double> value() const { return ratio(part, whole); }
};

/// From `code_reviews`.
struct WrittenFigures
{
    int storedDays = 0;
    std::int64_t rows = 0;
    std::optional<double> reviews; ///< S(v); none when no day is stored
    std::optional<double> comments; ///< S(m)
    std::optional<double> p0; ///< none when no stored day carries priorities
    std::optional<double> p1;
    std::optional<double> p2;
    /// m − m0 − m1 − m2, on days with priorities, never below 0 on any day.
    std::optional<double> withoutPriority;
    /// By how much m0 + m1 + m2 exceed m on the days on which they do; a page warns when it is not 0.
    double excess = 0;
    int daysWithoutPriorities = 0; ///< stored days with comments but without any priority count
    std::optional<double> commentsPerReview; ///< S(m) ÷ S(v)
    PartOfWhole highSeverity; ///< (S(m0) + S(m1)) ÷ S(m), over days with both counts
};
/// `rows` of days outside `range` or not stored are left out; a stored day without a row is zero.
WrittenFigures writtenFigures(
    const std::vector<records::ReviewRow>& rows, core::DayRange range, const records::Coverage& coverage);

/// Whether a row tells the priority of any of its comments.
constexpr bool hasPriorities(const records::ReviewRow& row)
{
    return row.p0 || row.p1 || row.p2;
}

/// The share of comments that somebody reacted or replied to: a value, or where the service does not say
/// which comments were engaged, the bounds between which it lies.
struct Engagement
{
    PartOfWhole known; ///< S(e) ÷ S(M)
    /// Only while no stored day carries e: per day max(e_r, e_y) and min(M, e_r + e_y), both summed, over
    /// `boundsWhole`, the M of the days that carry e_r and e_y.
    std::optional<double> atLeast;
    std::optional<double> atMost;
    std::optional<double> boundsWhole;

    [[nodiscard]] std::optional<double> value() const { return known.value(); }
    [[nodiscard]] std::optional<double> lowest() const { return ratio(atLeast, boundsWhole); }
    [[nodiscard]] std::optional<double> highest() const { return ratio(atMost, boundsWhole); }
};

/// The share of votes that are positive, with Wilson's interval.
struct HelpfulRate
{
    static constexpr std::int64_t kLeastVotes = 10;
    bool perReaction = false; ///< counted in reactions, because no day carries votes per comment
    std::int64_t hits = 0; ///< upvoted comments, or positive reactions
    std::int64_t votes = 0; ///< N: up and down
    int daysWithout = 0; ///< stored days with rows that lack these counts
    /// None with fewer than kLeastVotes.
    std::optional<Interval> interval;
};

/// Comments on merged pull requests, step by step. The counts overlap and are not a sequence in time. Days
/// that carry none of the steps are not in `comments` either, unless no day carries any.
struct EngagementFunnel
{
    std::optional<double> comments; ///< none when no day is stored
    std::optional<double> engaged; ///< a step is none when no day carries it
    std::optional<double> reacted;
    std::optional<double> upvoted;
    std::optional<double> replied; ///< part of engaged, but not of the chain
    int daysWithout = 0;
};

/// From `code_review_responses`. Never an acceptance rate: silence is not rejection.
struct ResponseFigures
{
    int storedDays = 0;
    std::int64_t rows = 0;
    std::optional<double> comments; ///< S(M); none when no day is stored
    std::optional<double> replies; ///< S(y)
    std::optional<double> reactions;
    std::optional<double> upvotes; ///< S(a+); none when no stored day carries it
    std::optional<double> downvotes;
    std::optional<double> otherReactions;
    EngagementFunnel funnel;
    Engagement engagement;
    PartOfWhole reactionCoverage; ///< S(e_r) ÷ S(M)
    PartOfWhole replyRate; ///< S(e_y) ÷ S(M)
    HelpfulRate helpful;
    /// (S(a+) − S(a−)) ÷ (S(a+) + S(a−) + S(a0)), from −1 to 1.
    PartOfWhole netSentiment;
    std::optional<double> repliesPerComment; ///< S(y) ÷ S(M)

    /// 1 − S(e) ÷ S(M).
    [[nodiscard]] std::optional<double> unanswered() const;
};
ResponseFigures responseFigures(const std::vector<records::ReviewResponseRow>& rows, core::DayRange range,
    const records::Coverage& coverage);

/// Rolling figures of code reviews look back over this many days, the day itself included, so that every
/// window has each weekday equally often.
inline constexpr int kReviewWindowDays = 28;

/// The helpful rate of one calendar month.
struct HelpfulMonth
{
    core::DayRange days; ///< the whole month
    HelpfulRate rate;
    /// Unfinished, or not every day of it is final.
    bool partial = false;
};
/// Month by month, from the first stored month on to the month of `last`, at most `most` months; days after
/// `last` do not count. All months are counted in the same way: per comment if any of them can be.
std::vector<HelpfulMonth> helpfulByMonth(const std::vector<records::ReviewResponseRow>& rows,
    core::UtcDay last, int most, const records::Coverage& coverage);

} // namespace app::insights
