// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "insights/ReviewMetrics.h"
#include "support/TestCase.h"

using namespace app;
using namespace app::insights;
using core::DayRange;
using core::UtcDay;
using records::Coverage;
using records::Dataset;
using records::DayState;
using records::ReviewResponseRow;
using records::ReviewRow;

namespace {

/// Mon 2 Nov 2026.
const UtcDay kMonday = UtcDay::fromNumber(20'759);
constexpr auto kNone = std::nullopt;

Coverage covered(DayRange range, DayState state = DayState::Final)
{
    Coverage coverage;
    coverage.range = range;
    for (auto& days : coverage.perDataset) {
        days.assign(static_cast<std::size_t>(range.length()), state);
    }
    return coverage;
}

void setState(Coverage& coverage, UtcDay day, DayState state)
{
    for (auto& days : coverage.perDataset) {
        days[static_cast<std::size_t>(day - coverage.range.first)] = state;
    }
}

ReviewRow review(UtcDay day, std::int64_t reviews, std::int64_t comments, std::optional<std::int64_t> p0 = {},
    std::optional<std::int64_t> p1 = {}, std::optional<std::int64_t> p2 = {})
{
    ReviewRow row;
    row.day = day;
    row.pullRequestReviews = reviews;
    row.comments = comments;
    row.p0 = p0;
    row.p1 = p1;
    row.p2 = p2;
    return row;
}

ReviewResponseRow response(UtcDay day, std::int64_t comments, std::int64_t replies = 0)
{
    ReviewResponseRow row;
    row.day = day;
    row.comments = comments;
    row.replies = replies;
    return row;
}

} // namespace

class TestReviewMetrics : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void writtenFiguresByHand();
    void daysWithoutPrioritiesAreNotZero();
    void morePrioritiesThanCommentsAreSaid();
    void daysThatAreNotStoredDoNotCount();
    void quietAndUnknownDiffer();
    void responseFiguresByHand();
    void engagementFallsBackToBounds();
    void engagementIsKnownWhereADaySaysSo();
    void helpfulRateNeedsTenVotes_data();
    void helpfulRateNeedsTenVotes();
    void helpfulRateFallsBackToReactions();
    void netSentimentByHand_data();
    void netSentimentByHand();
    void zeroDenominatorsHaveNoValue();
    void funnelLeavesOutDaysThatSayNothing();
    void monthsAreCountedApart();
    void unfinishedMonthsArePartial();
    void atMostSoManyMonths();
};

void TestReviewMetrics::writtenFiguresByHand()
{
    const DayRange days{kMonday, kMonday + 2};
    const WrittenFigures figures = writtenFigures(
        {review(kMonday, 14, 37, 2, 11, 20), review(kMonday + 1, 18, 52, 1, 15, 36)}, days, covered(days));
    QCOMPARE(figures.storedDays, 3);
    QCOMPARE(figures.rows, 2);
    QCOMPARE(figures.reviews, std::optional(32.0));
    QCOMPARE(figures.comments, std::optional(89.0));
    QCOMPARE(figures.p0, std::optional(3.0));
    QCOMPARE(figures.p1, std::optional(26.0));
    QCOMPARE(figures.p2, std::optional(56.0));
    QCOMPARE(figures.withoutPriority, std::optional(4.0)); // 37 − 33, 52 − 52
    QCOMPARE(figures.excess, 0.0);
    QCOMPARE(figures.commentsPerReview, std::optional(89.0 / 32.0));
    QCOMPARE(figures.highSeverity.value(), std::optional(29.0 / 89.0));
    QCOMPARE(figures.highSeverity.daysWithout, 0);
}

void TestReviewMetrics::daysWithoutPrioritiesAreNotZero()
{
    const DayRange days{kMonday, kMonday + 2};
    const WrittenFigures figures = writtenFigures(
        {review(kMonday, 10, 40, 1, 3, 36), review(kMonday + 1, 5, 60), review(kMonday + 2, 1, 0)}, days,
        covered(days));
    // Not 4 of 100: nobody knows how many of the 60 were urgent.
    QCOMPARE(figures.highSeverity.value(), std::optional(4.0 / 40.0));
    QCOMPARE(figures.highSeverity.daysWithout, 2);
    QCOMPARE(figures.daysWithoutPriorities, 1);
    QCOMPARE(figures.withoutPriority, std::optional(0.0));
    QCOMPARE(figures.comments, std::optional(100.0));

    const WrittenFigures none = writtenFigures({review(kMonday, 5, 60)}, days, covered(days));
    QVERIFY(!none.p0 && !none.p1 && !none.p2 && !none.withoutPriority && !none.highSeverity.value());
}

void TestReviewMetrics::morePrioritiesThanCommentsAreSaid()
{
    const DayRange days{kMonday, kMonday + 1};
    const WrittenFigures figures = writtenFigures(
        {review(kMonday, 4, 10, 3, 4, 6), review(kMonday + 1, 4, 10, 1, 1, 1)}, days, covered(days));
    // 13 of 10 is 3 too many; the 7 left of the other day do not hide that.
    QCOMPARE(figures.excess, 3.0);
    QCOMPARE(figures.withoutPriority, std::optional(7.0));
}

void TestReviewMetrics::daysThatAreNotStoredDoNotCount()
{
    const DayRange days{kMonday, kMonday + 3};
    Coverage coverage = covered(days);
    setState(coverage, kMonday + 1, DayState::Missing);
    setState(coverage, kMonday + 2, DayState::NotOffered);
    setState(coverage, kMonday + 3, DayState::Provisional);
    std::vector<ReviewRow> rows;
    std::vector<ReviewResponseRow> answers;
    for (int day = -1; day <= 4; ++day) {
        rows.push_back(review(kMonday + day, 1, 10));
        answers.push_back(response(kMonday + day, 5, 2));
    }
    QCOMPARE(writtenFigures(rows, days, coverage).comments, std::optional(20.0));
    QCOMPARE(writtenFigures(rows, days, coverage).storedDays, 2);
    QCOMPARE(responseFigures(answers, days, coverage).comments, std::optional(10.0));
    QCOMPARE(responseFigures(answers, days, coverage).replies, std::optional(4.0));
}

void TestReviewMetrics::quietAndUnknownDiffer()
{
    const DayRange days{kMonday, kMonday + 1};
    const WrittenFigures quiet = writtenFigures({}, days, covered(days));
    QCOMPARE(quiet.reviews, std::optional(0.0));
    QCOMPARE(quiet.p0, std::optional(0.0));
    QVERIFY(!quiet.commentsPerReview);
    const WrittenFigures unknown = writtenFigures({}, days, covered(days, DayState::Missing));
    QVERIFY(!unknown.reviews && !unknown.comments && !unknown.p0);

    const ResponseFigures silent = responseFigures({}, days, covered(days));
    QCOMPARE(silent.comments, std::optional(0.0));
    QCOMPARE(silent.upvotes, std::optional(0.0));
    QVERIFY(!silent.engagement.value() && !silent.unanswered());
    const ResponseFigures dark = responseFigures({}, days, covered(days, DayState::Missing));
    QVERIFY(!dark.comments && !dark.upvotes && !dark.funnel.comments);
}

void TestReviewMetrics::responseFiguresByHand()
{
    const DayRange days{kMonday, kMonday + 1};
    ReviewResponseRow one = response(kMonday, 31, 9);
    one.reactions = 17;
    one.upvotes = 12;
    one.downvotes = 3;
    one.otherReactions = 2;
    one.engaged = 19;
    one.reacted = 14;
    one.upvoted = 11;
    one.downvoted = 3;
    one.replied = 8;
    ReviewResponseRow two = response(kMonday + 1, 69, 11);
    two.reactions = 23;
    two.upvotes = 18;
    two.downvotes = 5;
    two.otherReactions = 0;
    two.engaged = 31;
    two.reacted = 20;
    two.upvoted = 16;
    two.downvoted = 5;
    two.replied = 12;
    const ResponseFigures figures = responseFigures({one, two}, days, covered(days));
    QCOMPARE(figures.comments, std::optional(100.0));
    QCOMPARE(figures.engagement.value(), std::optional(0.5)); // (19 + 31) ÷ 100
    QCOMPARE(figures.unanswered(), std::optional(0.5));
    QVERIFY(!figures.engagement.lowest() && !figures.engagement.highest());
    QCOMPARE(figures.reactionCoverage.value(), std::optional(0.34));
    QCOMPARE(figures.replyRate.value(), std::optional(0.2));
    QCOMPARE(figures.repliesPerComment, std::optional(0.2)); // 20 ÷ 100
    QCOMPARE(figures.netSentiment.value(), std::optional(22.0 / 40.0)); // (30 − 8) ÷ (30 + 8 + 2)
    QCOMPARE(figures.helpful.hits, 27);
    QCOMPARE(figures.helpful.votes, 35);
    QVERIFY(!figures.helpful.perReaction);
    QCOMPARE(figures.helpful.interval->middle, 27.0 / 35.0);
    QCOMPARE(figures.funnel.comments, std::optional(100.0));
    QCOMPARE(figures.funnel.engaged, std::optional(50.0));
    QCOMPARE(figures.funnel.reacted, std::optional(34.0));
    QCOMPARE(figures.funnel.upvoted, std::optional(27.0));
    QCOMPARE(figures.funnel.replied, std::optional(20.0));
}

void TestReviewMetrics::engagementFallsBackToBounds()
{
    const DayRange days{kMonday, kMonday + 2};
    ReviewResponseRow one = response(kMonday, 20);
    one.reacted = 8;
    one.replied = 5; // 8 … 13
    ReviewResponseRow two = response(kMonday + 1, 10);
    two.reacted = 6;
    two.replied = 7; // 7 … 10, not 13
    const ReviewResponseRow silent = response(kMonday + 2, 500); // says nothing, so it is in neither sum
    const ResponseFigures figures = responseFigures({one, two, silent}, days, covered(days));
    QVERIFY(!figures.engagement.value() && !figures.unanswered());
    QCOMPARE(figures.engagement.atLeast, std::optional(15.0));
    QCOMPARE(figures.engagement.atMost, std::optional(23.0));
    QCOMPARE(figures.engagement.lowest(), std::optional(0.5));
    QCOMPARE(figures.engagement.highest(), std::optional(23.0 / 30.0));
}

void TestReviewMetrics::engagementIsKnownWhereADaySaysSo()
{
    const DayRange days{kMonday, kMonday + 1};
    ReviewResponseRow one = response(kMonday, 40);
    one.engaged = 10;
    ReviewResponseRow two = response(kMonday + 1, 60);
    two.reacted = 60;
    two.replied = 60;
    const ResponseFigures figures = responseFigures({one, two}, days, covered(days));
    QCOMPARE(figures.engagement.value(), std::optional(0.25));
    QCOMPARE(figures.engagement.known.daysWithout, 1);
    QVERIFY(!figures.engagement.lowest());
}

void TestReviewMetrics::helpfulRateNeedsTenVotes_data()
{
    QTest::addColumn<int>("up");
    QTest::addColumn<int>("down");
    QTest::addColumn<bool>("shown");
    QTest::newRow("nobody voted") << 0 << 0 << false;
    QTest::newRow("nine votes") << 8 << 1 << false;
    QTest::newRow("ten votes") << 8 << 2 << true;
    QTest::newRow("ten votes against") << 0 << 10 << true;
}

void TestReviewMetrics::helpfulRateNeedsTenVotes()
{
    QFETCH(int, up);
    QFETCH(int, down);
    QFETCH(bool, shown);
    const DayRange days{kMonday, kMonday};
    ReviewResponseRow row = response(kMonday, 100);
    row.upvoted = up;
    row.downvoted = down;
    const HelpfulRate rate = responseFigures({row}, days, covered(days)).helpful;
    QCOMPARE(rate.votes, std::int64_t{up + down});
    QCOMPARE(rate.interval.has_value(), shown);
    if (up == 8 && down == 2) {
        QVERIFY(std::abs(rate.interval->low - 0.490157) < 1e-6);
        QVERIFY(std::abs(rate.interval->high - 0.943319) < 1e-6);
    }
}

void TestReviewMetrics::helpfulRateFallsBackToReactions()
{
    const DayRange days{kMonday, kMonday + 1};
    ReviewResponseRow one = response(kMonday, 100);
    one.upvotes = 30;
    one.downvotes = 10;
    ReviewResponseRow two = response(kMonday + 1, 100);
    two.upvotes = 10;
    two.downvotes = kNone;
    HelpfulRate rate = responseFigures({one, two}, days, covered(days)).helpful;
    QVERIFY(rate.perReaction);
    QCOMPARE(rate.votes, 40);
    QCOMPARE(rate.interval->middle, 0.75);
    QCOMPARE(rate.daysWithout, 1);

    // One day with votes by comment is enough: the two are never mixed.
    two.upvoted = 6;
    two.downvoted = 6;
    rate = responseFigures({one, two}, days, covered(days)).helpful;
    QVERIFY(!rate.perReaction);
    QCOMPARE(rate.votes, 12);
    QCOMPARE(rate.interval->middle, 0.5);
}

void TestReviewMetrics::netSentimentByHand_data()
{
    using Count = std::optional<std::int64_t>;
    QTest::addColumn<Count>("up");
    QTest::addColumn<Count>("down");
    QTest::addColumn<Count>("other");
    QTest::addColumn<std::optional<double>>("expected");
    QTest::newRow("positive") << Count(6) << Count(2) << Count(2) << std::optional(0.4);
    QTest::newRow("negative") << Count(1) << Count(7) << Count(2) << std::optional(-0.6);
    QTest::newRow("only others") << Count(0) << Count(0) << Count(4) << std::optional(0.0);
    QTest::newRow("no reactions") << Count(0) << Count(0) << Count(0) << std::optional<double>();
    QTest::newRow("others unknown") << Count(6) << Count(2) << Count() << std::optional<double>();
    QTest::newRow("all unknown") << Count() << Count() << Count() << std::optional<double>();
}

void TestReviewMetrics::netSentimentByHand()
{
    QFETCH(std::optional<std::int64_t>, up);
    QFETCH(std::optional<std::int64_t>, down);
    QFETCH(std::optional<std::int64_t>, other);
    QFETCH(std::optional<double>, expected);
    const DayRange days{kMonday, kMonday};
    ReviewResponseRow row = response(kMonday, 10);
    row.upvotes = up;
    row.downvotes = down;
    row.otherReactions = other;
    QCOMPARE(responseFigures({row}, days, covered(days)).netSentiment.value(), expected);
}

void TestReviewMetrics::zeroDenominatorsHaveNoValue()
{
    const DayRange days{kMonday, kMonday};
    ReviewResponseRow row = response(kMonday, 0, 0);
    row.engaged = 0;
    row.reacted = 0;
    row.replied = 0;
    const ResponseFigures figures = responseFigures({row}, days, covered(days));
    QVERIFY(!figures.engagement.value());
    QVERIFY(!figures.unanswered());
    QVERIFY(!figures.reactionCoverage.value());
    QVERIFY(!figures.replyRate.value());
    QVERIFY(!figures.repliesPerComment);
    QVERIFY(!figures.netSentiment.value());
    QVERIFY(!writtenFigures({review(kMonday, 0, 0, 0, 0, 0)}, days, covered(days)).highSeverity.value());
}

void TestReviewMetrics::funnelLeavesOutDaysThatSayNothing()
{
    const DayRange days{kMonday, kMonday + 1};
    ReviewResponseRow one = response(kMonday, 40);
    one.engaged = 10;
    one.reacted = 7;
    const ReviewResponseRow two = response(kMonday + 1, 60);
    const EngagementFunnel funnel = responseFigures({one, two}, days, covered(days)).funnel;
    QCOMPARE(funnel.comments, std::optional(40.0));
    QCOMPARE(funnel.engaged, std::optional(10.0));
    QVERIFY(!funnel.upvoted && !funnel.replied);
    QCOMPARE(funnel.daysWithout, 1);

    const EngagementFunnel silent = responseFigures({two}, days, covered(days)).funnel;
    QCOMPARE(silent.comments, std::optional(60.0));
    QVERIFY(!silent.engaged);
}

void TestReviewMetrics::monthsAreCountedApart()
{
    // 1 Oct to 30 Nov 2026.
    const DayRange days{kMonday - 32, kMonday + 28};
    std::vector<ReviewResponseRow> rows{response(kMonday - 2, 50), response(kMonday - 1, 50)};
    rows[0].upvoted = 9; // 31 Oct
    rows[0].downvoted = 3;
    rows[1].upvoted = 4; // 1 Nov
    rows[1].downvoted = 4;
    const auto months = helpfulByMonth(rows, days.last, 6, covered(days));
    QCOMPARE(months.size(), std::size_t{2});
    QVERIFY((months[0].days == DayRange{kMonday - 32, kMonday - 2}));
    QCOMPARE(months[0].rate.votes, 12);
    QCOMPARE(months[0].rate.interval->middle, 0.75);
    QVERIFY(!months[0].partial);
    QCOMPARE(months[1].rate.votes, 8);
    QVERIFY(!months[1].rate.interval);
    QVERIFY(!months[1].partial);
}

void TestReviewMetrics::unfinishedMonthsArePartial()
{
    const DayRange days{kMonday - 32, kMonday + 28};
    Coverage coverage = covered(days);
    // The month is cut off by the end of the range …
    QVERIFY(helpfulByMonth({}, days.last - 1, 6, coverage).back().partial);
    QVERIFY(!helpfulByMonth({}, days.last - 1, 6, coverage).front().partial);
    // … or one of its days can still change, or is missing.
    setState(coverage, days.last, DayState::Provisional);
    setState(coverage, days.first + 3, DayState::Missing);
    QVERIFY(helpfulByMonth({}, days.last, 6, coverage).back().partial);
    QVERIFY(helpfulByMonth({}, days.last, 6, coverage).front().partial);
    // Before the first stored day there are no months.
    for (UtcDay day = days.first; day <= kMonday; ++day) {
        setState(coverage, day, DayState::Missing);
    }
    QCOMPARE(helpfulByMonth({}, days.last, 6, coverage).size(), std::size_t{1});
    QCOMPARE(helpfulByMonth({}, days.last, 6, covered(days, DayState::Missing)).size(), std::size_t{0});
}

void TestReviewMetrics::atMostSoManyMonths()
{
    const DayRange days{kMonday - 32, kMonday + 28};
    const auto months = helpfulByMonth({}, days.last, 1, covered(days));
    QCOMPARE(months.size(), std::size_t{1});
    QVERIFY(months.front().days.last == days.last);
}

QTEST_GUILESS_MAIN(TestReviewMetrics)
#include "tst_reviewmetrics.moc"
