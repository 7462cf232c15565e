// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "insights/ReviewMetrics.h"

#include <QDate>

#include <algorithm>
#include <iterator>

namespace app::insights {

namespace {

using core::DayRange;
using core::UtcDay;
using records::Coverage;
using records::Dataset;
using records::DayState;
using records::ReviewResponseRow;
using records::ReviewRow;
using Count = std::optional<std::int64_t>;

bool isStored(const Coverage& coverage, Dataset dataset, UtcDay day)
{
    const DayState state = coverage.state(dataset, day);
    return state == DayState::Final || state == DayState::Provisional;
}

int storedDays(const Coverage& coverage, Dataset dataset, DayRange range)
{
    int days = 0;
    for (UtcDay day = range.first; day <= range.last; ++day) {
        days += isStored(coverage, dataset, day) ? 1 : 0;
    }
    return days;
}

template <typename Row>
std::vector<Row> storedRows(
    const std::vector<Row>& rows, DayRange range, const Coverage& coverage, Dataset dataset)
{
    std::vector<Row> stored;
    std::ranges::copy_if(rows, std::back_inserter(stored),
        [&](const Row& row) { return range.contains(row.day) && isStored(coverage, dataset, row.day); });
    return stored;
}

double number(std::int64_t value)
{
    return static_cast<double>(value);
}

void add(std::optional<double>& sum, double value)
{
    sum = sum.value_or(0) + value;
}

/// Sum of a figure that every row has: zero without rows, none without stored days.
template <typename Row>
std::optional<double> sumOf(const std::vector<Row>& rows, int stored, std::int64_t Row::*figure)
{
    if (stored == 0) {
        return std::nullopt;
    }
    double sum = 0;
    for (const Row& row : rows) {
        sum += number(row.*figure);
    }
    return sum;
}

/// Sum of a figure that rows may lack. Without rows it is zero, like every other count of a quiet period;
/// when rows came and none has it, it is unknown.
template <typename Row>
std::optional<double> sumOf(const std::vector<Row>& rows, int stored, Count Row::*figure)
{
    std::optional<double> sum;
    if (stored > 0 && rows.empty()) {
        sum = 0;
    }
    for (const Row& row : rows) {
        if (row.*figure) {
            add(sum, number(*(row.*figure)));
        }
    }
    return sum;
}

PartOfWhole partOf(const std::vector<ReviewResponseRow>& rows, int stored, Count ReviewResponseRow::*part)
{
    PartOfWhole result;
    if (stored > 0 && rows.empty()) {
        result.part = result.whole = 0;
    }
    for (const ReviewResponseRow& row : rows) {
        if (row.*part) {
            add(result.part, number(*(row.*part)));
            add(result.whole, number(row.comments));
        } else {
            ++result.daysWithout;
        }
    }
    return result;
}

Engagement engagementOf(const std::vector<ReviewResponseRow>& rows, int stored)
{
    Engagement engagement;
    engagement.known = partOf(rows, stored, &ReviewResponseRow::engaged);
    if (engagement.known.whole) {
        return engagement;
    }
    for (const ReviewResponseRow& row : rows) {
        if (row.reacted && row.replied) {
            add(engagement.atLeast, number(std::max(*row.reacted, *row.replied)));
            add(engagement.atMost, number(std::min(row.comments, *row.reacted + *row.replied)));
            add(engagement.boundsWhole, number(row.comments));
        }
    }
    return engagement;
}

bool hasCommentVotes(const ReviewResponseRow& row)
{
    return row.upvoted && row.downvoted;
}

HelpfulRate helpfulRate(const std::vector<ReviewResponseRow>& rows, bool perReaction)
{
    HelpfulRate rate;
    rate.perReaction = perReaction;
    for (const ReviewResponseRow& row : rows) {
        const Count up = perReaction ? row.upvotes : row.upvoted;
        const Count down = perReaction ? row.downvotes : row.downvoted;
        if (!up || !down) {
            ++rate.daysWithout;
            continue;
        }
        rate.hits += *up;
        rate.votes += *up + *down;
    }
    if (rate.votes >= HelpfulRate::kLeastVotes) {
        rate.interval = wilson95(number(rate.hits), number(rate.votes));
    }
    return rate;
}

/// Per reaction only when rows came and not one of them has votes per comment.
bool countsPerReaction(const std::vector<ReviewResponseRow>& rows)
{
    return !rows.empty() && std::ranges::none_of(rows, hasCommentVotes);
}

EngagementFunnel funnelOf(const std::vector<ReviewResponseRow>& rows, int stored)
{
    EngagementFunnel funnel;
    std::vector<ReviewResponseRow> told;
    std::ranges::copy_if(rows, std::back_inserter(told), [](const ReviewResponseRow& row) {
        return row.engaged || row.reacted || row.upvoted || row.replied;
    });
    funnel.daysWithout = static_cast<int>(rows.size() - told.size());
    if (told.empty()) {
        told = rows;
    }
    funnel.comments = sumOf(told, stored, &ReviewResponseRow::comments);
    funnel.engaged = sumOf(told, stored, &ReviewResponseRow::engaged);
    funnel.reacted = sumOf(told, stored, &ReviewResponseRow::reacted);
    funnel.upvoted = sumOf(told, stored, &ReviewResponseRow::upvoted);
    funnel.replied = sumOf(told, stored, &ReviewResponseRow::replied);
    return funnel;
}

PartOfWhole netSentimentOf(const std::vector<ReviewResponseRow>& rows, int stored)
{
    PartOfWhole sentiment;
    if (stored > 0 && rows.empty()) {
        sentiment.part = sentiment.whole = 0;
    }
    for (const ReviewResponseRow& row : rows) {
        if (!row.upvotes || !row.downvotes || !row.otherReactions) {
            ++sentiment.daysWithout;
            continue;
        }
        add(sentiment.part, number(*row.upvotes - *row.downvotes));
        add(sentiment.whole, number(*row.upvotes + *row.downvotes + *row.otherReactions));
    }
    return sentiment;
}

DayRange monthOf(UtcDay day)
{
    const QDate date = QDate(1970, 1, 1).addDays(day.number());
    const UtcDay first = day - (date.day() - 1);
    return {first, first + (date.daysInMonth() - 1)};
}

} // namespace

WrittenFigures writtenFigures(const std::vector<ReviewRow>& allRows, DayRange range, const Coverage& coverage)
{
    WrittenFigures figures;
    const auto rows = storedRows(allRows, range, coverage, Dataset::CodeReviews);
    figures.storedDays = storedDays(coverage, Dataset::CodeReviews, range);
    figures.rows = static_cast<std::int64_t>(rows.size());
    figures.reviews = sumOf(rows, figures.storedDays, &ReviewRow::pullRequestReviews);
    figures.comments = sumOf(rows, figures.storedDays, &ReviewRow::comments);
    figures.p0 = sumOf(rows, figures.storedDays, &ReviewRow::p0);
    figures.p1 = sumOf(rows, figures.storedDays, &ReviewRow::p1);
    figures.p2 = sumOf(rows, figures.storedDays, &ReviewRow::p2);
    figures.commentsPerReview = ratio(figures.comments, figures.reviews);
    if (figures.storedDays > 0 && rows.empty()) {
        figures.withoutPriority = 0;
        figures.highSeverity.part = figures.highSeverity.whole = 0;
    }
    for (const ReviewRow& row : rows) {
        if (hasPriorities(row)) {
            const std::int64_t left
                = row.comments - row.p0.value_or(0) - row.p1.value_or(0) - row.p2.value_or(0);
            add(figures.withoutPriority, number(std::max<std::int64_t>(0, left)));
            figures.excess += number(std::max<std::int64_t>(0, -left));
        } else if (row.comments > 0) {
            ++figures.daysWithoutPriorities;
        }
        if (row.p0 && row.p1) {
            add(figures.highSeverity.part, number(*row.p0 + *row.p1));
            add(figures.highSeverity.whole, number(row.comments));
        } else {
            ++figures.highSeverity.daysWithout;
        }
    }
    return figures;
}

std::optional<double> ResponseFigures::unanswered() const
{
    const auto answered = engagement.value();
    return answered ? std::optional(1 - *answered) : std::nullopt;
}

ResponseFigures responseFigures(
    const std::vector<ReviewResponseRow>& allRows, DayRange range, const Coverage& coverage)
{
    ResponseFigures figures;
    const auto rows = storedRows(allRows, range, coverage, Dataset::CodeReviewResponses);
    const int stored = storedDays(coverage, Dataset::CodeReviewResponses, range);
    figures.storedDays = stored;
    figures.rows = static_cast<std::int64_t>(rows.size());
    figures.comments = sumOf(rows, stored, &ReviewResponseRow::comments);
    figures.replies = sumOf(rows, stored, &ReviewResponseRow::replies);
    figures.reactions = sumOf(rows, stored, &ReviewResponseRow::reactions);
    figures.upvotes = sumOf(rows, stored, &ReviewResponseRow::upvotes);
    figures.downvotes = sumOf(rows, stored, &ReviewResponseRow::downvotes);
    figures.otherReactions = sumOf(rows, stored, &ReviewResponseRow::otherReactions);
    figures.funnel = funnelOf(rows, stored);
    figures.engagement = engagementOf(rows, stored);
    figures.reactionCoverage = partOf(rows, stored, &ReviewResponseRow::reacted);
    figures.replyRate = partOf(rows, stored, &ReviewResponseRow::replied);
    figures.helpful = helpfulRate(rows, countsPerReaction(rows));
    figures.netSentiment = netSentimentOf(rows, stored);
    figures.repliesPerComment = ratio(figures.replies, figures.comments);
    return figures;
}

std::vector<HelpfulMonth> helpfulByMonth(
    const std::vector<ReviewResponseRow>& allRows, UtcDay last, int most, const Coverage& coverage)
{
    const DayRange known{coverage.range.first, std::min(coverage.range.last, last)};
    UtcDay firstStored = known.first;
    while (firstStored <= known.last && !isStored(coverage, Dataset::CodeReviewResponses, firstStored)) {
        ++firstStored;
    }
    std::vector<HelpfulMonth> months;
    for (UtcDay day = firstStored; day <= known.last;) {
        const DayRange month = monthOf(day);
        months.push_back({month, {}, false});
        day = month.last + 1;
    }
    if (months.size() > static_cast<std::size_t>(most)) {
        months.erase(months.begin(), months.end() - most);
    }
    if (months.empty()) {
        return months;
    }
    const auto rows = storedRows(
        allRows, {months.front().days.first, known.last}, coverage, Dataset::CodeReviewResponses);
    const bool perReaction = countsPerReaction(rows);
    for (HelpfulMonth& month : months) {
        const DayRange counted{month.days.first, std::min(month.days.last, known.last)};
        month.rate
            = helpfulRate(storedRows(rows, counted, coverage, Dataset::CodeReviewResponses), perReaction);
        month.partial = counted.last < month.days.last;
        for (UtcDay day = counted.first; day <= counted.last; ++day) {
            month.partial
                = month.partial || coverage.state(Dataset::CodeReviewResponses, day) != DayState::Final;
        }
    }
    return months;
}

} // namespace app::insights
