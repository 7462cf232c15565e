// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/DayChart.h"
#include "common/Banner.h"
#include "common/Format.h"
#include "common/ThemeController.h"
#include "gui/ExportedRows.h"
#include "pages/CodeReviewPage.h"
#include "pages/StatTile.h"
#include "support/TestCase.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

#include <cmath>

using namespace ui;
using app::core::DayRange;
using app::core::UtcDay;
using app::exporting::Table;
using app::records::ReviewResponseRow;
using app::records::ReviewRow;
using pages::CodeReviewPage;
using pages::Page;
using pages::StatTile;
using support::ExportedRow;
using support::kMissing;
using support::kMonth;
using support::kToday;
using support::numberIn;
using support::PagesKit;
using support::sumOf;

namespace {

const std::vector<const char*> kTiles{"reviewCountTile", "commentCountTile", "severityShareTile",
    "engagementRateTile", "helpfulRateTile", "unansweredShareTile"};
const std::vector<const char*> kCards{"reviewsAndCommentsCard", "severityMixCard", "engagementFunnelCard",
    "helpfulMonthsCard", "reactionsCard", "engagementCourseCard", "netSentimentCard", "reactionCoverageCard",
    "replyRateCard", "unansweredCourseCard", "commentsPerReviewCard", "repliesPerCommentCard"};

charts::ChartCard* cardOf(const CodeReviewPage& page, const char* name)
{
    return page.findChild<charts::ChartCard*>(QString::fromLatin1(name));
}

StatTile* tileOf(const CodeReviewPage& page, const char* name)
{
    return page.findChild<StatTile*>(QString::fromLatin1(name));
}

std::vector<std::optional<double>> columnOf(const CodeReviewPage& page, const char* card, const char* heading)
{
    return support::columnOf(*cardOf(page, card), QString::fromUtf8(heading));
}

/// A day of answers with every detail, different on every day.
ReviewResponseRow fullResponse(UtcDay day)
{
    ReviewResponseRow row = PagesKit::responseRow(day);
    row.engaged = row.comments * 6 / 10;
    row.reacted = row.comments * 4 / 10;
    row.replied = row.comments * 3 / 10;
    row.downvoted = 1 + day.number() % 2;
    row.upvoted = *row.reacted - *row.downvoted > 0 ? *row.reacted - *row.downvoted : 0;
    row.reactedOther = 0;
    return row;
}

/// The month without its missing day, with every detail.
void fillReviews(PagesKit& kit)
{
    for (const DayRange days : {DayRange{kMissing + 1, kMonth.last}, DayRange{kMonth.first, kMissing - 1}}) {
        std::vector<ReviewRow> reviews;
        std::vector<ReviewResponseRow> responses;
        for (UtcDay day = days.first; day <= days.last; ++day) {
            reviews.push_back(PagesKit::reviewRow(day));
            reviews.back().comments += day.number() % 4;
            responses.push_back(fullResponse(day));
        }
        kit.writeReviews(days, std::move(reviews));
        kit.writeResponses(days, std::move(responses));
    }
}

QString percent(double share)
{
    return common::format::percent(share);
}

std::vector<ExportedRow> rowsOfDays(const std::vector<ExportedRow>& rows, DayRange days)
{
    std::vector<ExportedRow> found;
    for (const ExportedRow& row : rows) {
        const auto day = UtcDay::fromIso(QString::fromStdString(support::textIn(row, "day")));
        if (day && days.contains(*day)) {
            found.push_back(row);
        }
    }
    return found;
}

bool isClose(std::optional<double> a, std::optional<double> b)
{
    return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) < 1e-9);
}

} // namespace

class TestPagesCodeReview : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<common::ThemeController>(*qApp, app::settings::Appearance::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { m_theme.reset(); }
    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void tilesEqualTheExportedRows();
    void chartsEqualTheExportedRows();
    void rollingRatesEqualTheExportedRows();
    void monthsAndWeeksEqualTheExportedRows();
    void engagementShowsBoundsWhenItIsNotTold();
    void helpfulRateHidesBehindFewVotes();
    void helpfulRateSaysWhenItCountsReactions();
    void missingDetailsAreNotZero();
    void prioritiesBeyondTheCommentsAreSaid();
    void reviewsAreComparedOnlyWithCompleteDays();
    void populationsAreKeptApart();
    void wordsAreNeverJudgements();
    void everythingExplainsItself();
    void emptyStoresSaySo();
    void onlyReviews();
    void onlyResponses();
    void longRangesAreWeeksAndMonths();
    void fitsEveryWindow_data();
    void fitsEveryWindow();

private:
    static void open(CodeReviewPage& page, const PagesKit& kit, DayRange range)
    {
        page.resize(1180, 760);
        page.setRange(range);
        page.setStore(kit.store());
        page.show();
        QTRY_VERIFY(page.state() != Page::State::Loading && !page.isReading());
    }

    std::unique_ptr<common::ThemeController> m_theme;
};

void TestPagesCodeReview::tilesEqualTheExportedRows()
{
    PagesKit kit;
    fillReviews(kit);
    CodeReviewPage page;
    open(page, kit, kMonth);

    const auto written = support::exported(kit, Table::Reviews, kMonth);
    const auto answered = support::exported(kit, Table::ReviewResponses, kMonth);
    QCOMPARE(written.size(), std::size_t{29});
    const double reviews = *sumOf(written, "pull_request_reviews");
    const double comments = *sumOf(written, "comments");
    const double p0 = *sumOf(written, "p0");
    const double p1 = *sumOf(written, "p1");
    const double merged = *sumOf(answered, "comments");
    const double engaged = *sumOf(answered, "engaged");
    const double up = *sumOf(answered, "upvoted");
    const double votes = up + *sumOf(answered, "downvoted");
    const auto whole = [](double value) { return common::format::number(value, 0); };

    QCOMPARE(tileOf(page, "reviewCountTile")->valueText(), whole(reviews));
    QCOMPARE(tileOf(page, "commentCountTile")->valueText(), whole(comments));
    QCOMPARE(tileOf(page, "commentCountTile")->detailText(),
        common::format::number(comments / reviews, 2) + QStringLiteral(" per review"));
    QCOMPARE(tileOf(page, "severityShareTile")->valueText(), percent((p0 + p1) / comments));
    QCOMPARE(tileOf(page, "severityShareTile")->detailText(),
        QStringLiteral("%1 P0, %2 P1").arg(whole(p0), whole(p1)));
    QCOMPARE(tileOf(page, "engagementRateTile")->valueText(), percent(engaged / merged));
    QCOMPARE(tileOf(page, "engagementRateTile")->detailText(),
        QStringLiteral("%1 of %2").arg(whole(engaged), whole(merged)));
    QCOMPARE(tileOf(page, "unansweredShareTile")->valueText(), percent(1 - engaged / merged));
    QCOMPARE(tileOf(page, "unansweredShareTile")->detailText(), QStringLiteral("silence is not rejection"));
    // Wilson's ends are the roots of (p − t)² = z² t (1 − t) ÷ N.
    const double p = up / votes;
    const double a = 1 + 1.96 * 1.96 / votes;
    const double b = 2 * p + 1.96 * 1.96 / votes;
    const double root = std::sqrt(b * b - 4 * a * p * p);
    QCOMPARE(tileOf(page, "helpfulRateTile")->valueText(), percent(p));
    QCOMPARE(tileOf(page, "helpfulRateTile")->detailText(),
        QStringLiteral("%1: %2 to %3")
            .arg(common::format::percent(0.95, 0), common::format::number((b - root) / (2 * a) * 100, 1),
                percent((b + root) / (2 * a))));
    page.setStore(nullptr);
}

void TestPagesCodeReview::chartsEqualTheExportedRows()
{
    PagesKit kit;
    fillReviews(kit);
    CodeReviewPage page;
    open(page, kit, kMonth);

    const auto written = support::exported(kit, Table::Reviews, kMonth);
    const auto answered = support::exported(kit, Table::ReviewResponses, kMonth);
    const auto reviews = columnOf(page, "reviewsAndCommentsCard", "Reviews");
    const auto comments = columnOf(page, "reviewsAndCommentsCard", "Comments");
    const auto perReview = columnOf(page, "commentsPerReviewCard", "Comments per review");
    const auto replies = columnOf(page, "repliesPerCommentCard", "Replies per comment");
    const auto p0 = columnOf(page, "severityMixCard", "P0");
    const auto rest = columnOf(page, "severityMixCard", "No priority");
    const auto p0Share = columnOf(page, "severityMixCard", "P0, share");
    QCOMPARE(reviews.size(), std::size_t{30});
    for (std::size_t index = 0; index < reviews.size(); ++index) {
        const UtcDay day = kMonth.first + static_cast<int>(index);
        if (day == kMissing) {
            QVERIFY(
                !reviews[index] && !comments[index] && !perReview[index] && !replies[index] && !p0[index]);
            continue;
        }
        const ExportedRow row = rowsOfDays(written, {day, day}).at(0);
        const ExportedRow answer = rowsOfDays(answered, {day, day}).at(0);
        const double m = *numberIn(row, "comments");
        QCOMPARE(reviews[index], numberIn(row, "pull_request_reviews"));
        QCOMPARE(comments[index], std::optional(m));
        QVERIFY(isClose(perReview[index], m / *numberIn(row, "pull_request_reviews")));
        QVERIFY(isClose(replies[index], *numberIn(answer, "replies") / *numberIn(answer, "comments")));
        QCOMPARE(p0[index], numberIn(row, "p0"));
        QCOMPARE(rest[index],
            std::optional(
                std::max(0.0, m - *numberIn(row, "p0") - *numberIn(row, "p1") - *numberIn(row, "p2"))));
        QVERIFY(isClose(p0Share[index], *numberIn(row, "p0") / m));
    }
    QCOMPARE(columnOf(page, "engagementFunnelCard", "Comments"),
        std::vector<std::optional<double>>({sumOf(answered, "comments"), sumOf(answered, "engaged"),
            sumOf(answered, "reacted"), sumOf(answered, "upvoted"), sumOf(answered, "replied")}));
    page.setStore(nullptr);
}

void TestPagesCodeReview::rollingRatesEqualTheExportedRows()
{
    PagesKit kit;
    fillReviews(kit);
    CodeReviewPage page;
    const DayRange range{kToday - 4, kToday};
    open(page, kit, range);

    const auto answered = support::exported(kit, Table::ReviewResponses, kMonth);
    const auto engagement = columnOf(page, "engagementCourseCard", "Engagement");
    const auto coverage = columnOf(page, "reactionCoverageCard", "Reaction coverage");
    const auto replies = columnOf(page, "replyRateCard", "Reply rate");
    const auto silent = columnOf(page, "unansweredCourseCard", "Unanswered");
    QCOMPARE(engagement.size(), std::size_t{5});
    for (std::size_t index = 0; index < 5; ++index) {
        const UtcDay day = range.first + static_cast<int>(index);
        if (day >= kToday - 1) {
            QVERIFY(!engagement[index]); // can still change
            continue;
        }
        const auto window = rowsOfDays(answered, {day - 27, day});
        const double comments = *sumOf(window, "comments");
        QVERIFY(isClose(engagement[index], *sumOf(window, "engaged") / comments));
        QVERIFY(isClose(silent[index], 1 - *sumOf(window, "engaged") / comments));
        QVERIFY(isClose(coverage[index], *sumOf(window, "reacted") / comments));
        QVERIFY(isClose(replies[index], *sumOf(window, "replied") / comments));
        // 2 Nov is missing, and the first windows reach back before the first stored day.
        const auto& point = cardOf(page, "engagementCourseCard")->chart().plot().lines.at(0).points.at(index);
        QVERIFY(point.isPartial());
        QCOMPARE(point.basisDays, static_cast<int>(window.size()));
        QCOMPARE(point.basisWanted, 28);
    }
    page.setStore(nullptr);
}

void TestPagesCodeReview::monthsAndWeeksEqualTheExportedRows()
{
    PagesKit kit;
    fillReviews(kit);
    CodeReviewPage page;
    open(page, kit, kMonth);
    const auto answered = support::exported(kit, Table::ReviewResponses, kMonth);

    const auto up = columnOf(page, "reactionsCard", "Upvotes");
    const auto down = columnOf(page, "reactionsCard", "Downvotes");
    const auto sentiment = columnOf(page, "netSentimentCard", "More up");
    std::vector<DayRange> weeks;
    for (UtcDay day = kMonth.first; day <= kMonth.last; ++day) {
        if (weeks.empty() || day.isoWeekday() == 1) {
            weeks.push_back({day, day});
        }
        weeks.back().last = day;
    }
    QCOMPARE(up.size(), weeks.size());
    for (std::size_t index = 0; index < weeks.size(); ++index) {
        const auto rows = rowsOfDays(answered, weeks[index]);
        const double plus = *sumOf(rows, "upvotes");
        const double minus = *sumOf(rows, "downvotes");
        QCOMPARE(up[index], std::optional(plus));
        QCOMPARE(down[index], std::optional(minus));
        const double net = (plus - minus) / (plus + minus + *sumOf(rows, "other_reactions"));
        QVERIFY(isClose(sentiment[index], net < 0 ? std::nullopt : std::optional(net)));
    }

    const auto cases = columnOf(page, "helpfulMonthsCard", "Cases");
    const auto rate = columnOf(page, "helpfulMonthsCard", "Helpful rate");
    QCOMPARE(cases.size(), std::size_t{2}); // October and November, both cut
    const DayRange november{kMissing - 1, kMonth.last};
    const auto rows = rowsOfDays(answered, november);
    const double votes = *sumOf(rows, "upvoted") + *sumOf(rows, "downvoted");
    QCOMPARE(cases.back(), std::optional(votes));
    QVERIFY(isClose(rate.back(), *sumOf(rows, "upvoted") / votes));
    const auto& last = cardOf(page, "helpfulMonthsCard")->anyChart().table().rows.back();
    QCOMPARE(last.front().text, QStringLiteral("November 2026"));
    QCOMPARE(last.back().data, QStringLiteral("partial"));
    page.setStore(nullptr);
}

void TestPagesCodeReview::engagementShowsBoundsWhenItIsNotTold()
{
    const DayRange days{kToday - 6, kToday - 4};
    PagesKit kit;
    ReviewResponseRow row = PagesKit::responseRow(days.first);
    row.comments = 20;
    row.reacted = 8;
    row.replied = 5;
    kit.writeResponses(days, {row});
    kit.writeReviews(days, {});
    CodeReviewPage page;
    open(page, kit, days);
    QCOMPARE(tileOf(page, "engagementRateTile")->valueText(), common::format::none());
    QCOMPARE(tileOf(page, "engagementRateTile")->detailText(),
        QStringLiteral("between %1 and %2").arg(percent(0.4), percent(0.65)));
    QCOMPARE(tileOf(page, "unansweredShareTile")->detailText(),
        QStringLiteral("between %1 and %2").arg(percent(0.35), percent(0.6)));
    QVERIFY(isClose(columnOf(page, "engagementCourseCard", "Bounds, lower").front(), 0.4));
    QVERIFY(isClose(columnOf(page, "engagementCourseCard", "Bounds, upper").front(), 0.65));
    QVERIFY(cardOf(page, "engagementCourseCard")->note().contains(QStringLiteral("band")));
    page.setStore(nullptr);
}

void TestPagesCodeReview::helpfulRateHidesBehindFewVotes()
{
    const DayRange days{kToday - 6, kToday - 4};
    PagesKit kit;
    ReviewResponseRow row = fullResponse(days.first);
    row.upvoted = 6;
    row.downvoted = 1;
    kit.writeResponses(days, {row});
    CodeReviewPage page;
    open(page, kit, days);
    QCOMPARE(tileOf(page, "helpfulRateTile")->valueText(), common::format::none());
    QVERIFY(tileOf(page, "helpfulRateTile")->detailText().startsWith(QStringLiteral("only 7 vote")));
    QVERIFY(tileOf(page, "helpfulRateTile")->detailText().endsWith(QStringLiteral("needs 10")));
    QVERIFY(!columnOf(page, "helpfulMonthsCard", "Helpful rate").back());
    page.setStore(nullptr);
}

void TestPagesCodeReview::helpfulRateSaysWhenItCountsReactions()
{
    const DayRange days{kToday - 6, kToday - 4};
    PagesKit kit;
    ReviewResponseRow row = PagesKit::responseRow(days.first);
    row.upvotes = 15;
    row.downvotes = 5;
    kit.writeResponses(days, {row});
    CodeReviewPage page;
    open(page, kit, days);
    QCOMPARE(tileOf(page, "helpfulRateTile")->valueText(), percent(0.75));
    QVERIFY(tileOf(page, "helpfulRateTile")->detailText().contains(QStringLiteral("by reaction")));
    QVERIFY(tileOf(page, "helpfulRateTile")->explanation().formula.contains(QStringLiteral("reactions")));
    QVERIFY(cardOf(page, "helpfulMonthsCard")->note().contains(QStringLiteral("reactions")));
    page.setStore(nullptr);
}

void TestPagesCodeReview::missingDetailsAreNotZero()
{
    const DayRange days{kToday - 6, kToday - 4};
    PagesKit kit;
    ReviewRow review;
    review.day = days.first;
    review.pullRequestReviews = 5;
    review.comments = 12;
    ReviewResponseRow response;
    response.day = days.last;
    response.comments = 7;
    response.reactions = 9;
    kit.writeReviews(days, {review});
    kit.writeResponses(days, {response});
    CodeReviewPage page;
    open(page, kit, days);

    QCOMPARE(tileOf(page, "commentCountTile")->valueText(), QStringLiteral("12"));
    QCOMPARE(tileOf(page, "severityShareTile")->valueText(), common::format::none());
    QVERIFY(!columnOf(page, "severityMixCard", "P0").front());
    QCOMPARE(columnOf(page, "severityMixCard", "P0").back(), std::optional(0.0)); // a quiet day is known
    QVERIFY(cardOf(page, "severityMixCard")->note().contains(QStringLiteral("no priorities")));
    QCOMPARE(tileOf(page, "engagementRateTile")->valueText(), common::format::none());
    QCOMPARE(columnOf(page, "engagementFunnelCard", "Comments").front(), std::optional(7.0));
    QVERIFY(!columnOf(page, "engagementFunnelCard", "Comments").at(1));
    QVERIFY(!columnOf(page, "reactionsCard", "Upvotes").front());
    QVERIFY(!cardOf(page, "reactionsCard")->note().isEmpty());
    page.setStore(nullptr);
}

void TestPagesCodeReview::prioritiesBeyondTheCommentsAreSaid()
{
    const DayRange days{kToday - 6, kToday - 6};
    PagesKit kit;
    ReviewRow review = PagesKit::reviewRow(days.first);
    review.comments = 10;
    review.p0 = 3;
    review.p1 = 4;
    review.p2 = 6;
    kit.writeReviews(days, {review});
    CodeReviewPage page;
    open(page, kit, days);
    QVERIFY(cardOf(page, "severityMixCard")->note().contains(QStringLiteral("3 comment")));
    QVERIFY(isClose(columnOf(page, "severityMixCard", "P0, share").front(), 3.0 / 13));
    page.setStore(nullptr);
}

void TestPagesCodeReview::reviewsAreComparedOnlyWithCompleteDays()
{
    PagesKit kit;
    fillReviews(kit);
    CodeReviewPage page;
    const DayRange days{kToday - 6, kToday};
    open(page, kit, days);
    const auto now = support::exported(kit, Table::Reviews, days);
    const auto before = support::exported(kit, Table::Reviews, {kToday - 13, kToday - 7});
    const double change = *sumOf(now, "pull_request_reviews") / *sumOf(before, "pull_request_reviews") - 1;
    QVERIFY2(tileOf(page, "reviewCountTile")->changeText().contains(common::format::signedPercent(change)),
        qPrintable(tileOf(page, "reviewCountTile")->changeText()));
    // The days before the month are not stored.
    page.setRange(kMonth);
    QTRY_VERIFY(!page.isReading());
    QVERIFY(tileOf(page, "reviewCountTile")->changeText().startsWith(common::format::none()));
    page.setStore(nullptr);
}

void TestPagesCodeReview::populationsAreKeptApart()
{
    PagesKit kit;
    fillReviews(kit);
    CodeReviewPage page;
    open(page, kit, kMonth);
    auto* note = page.findChild<common::Banner*>(QStringLiteral("populationsBanner"));
    QVERIFY(note->isVisible());
    QVERIFY(note->lead().contains(QStringLiteral("Two populations")));
    QVERIFY(note->text().contains(QStringLiteral("merged")));
    QVERIFY(note->text().contains(QStringLiteral("Silence is not rejection")));
    QVERIFY(note->text().contains(QStringLiteral("whole workspace")));

    // Twice as many comments written change nothing about the answers.
    const QString engagement = tileOf(page, "engagementRateTile")->valueText();
    std::vector<ReviewRow> doubled;
    for (UtcDay day = kMissing + 1; day <= kMonth.last; ++day) {
        doubled.push_back(PagesKit::reviewRow(day));
        doubled.back().comments *= 2;
    }
    const QString comments = tileOf(page, "commentCountTile")->valueText();
    kit.writeReviews({kMissing + 1, kMonth.last}, std::move(doubled));
    page.reload();
    QTRY_VERIFY(tileOf(page, "commentCountTile")->valueText() != comments);
    QCOMPARE(tileOf(page, "engagementRateTile")->valueText(), engagement);
    page.setStore(nullptr);
}

void TestPagesCodeReview::wordsAreNeverJudgements()
{
    PagesKit kit;
    fillReviews(kit);
    CodeReviewPage page;
    open(page, kit, kMonth);
    QStringList texts;
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        texts << label->text();
    }
    for (const char* tile : kTiles) {
        const auto& explanation = tileOf(page, tile)->explanation();
        texts << explanation.title << explanation.formula << explanation.notSaid;
    }
    QVERIFY(texts.size() > 30);
    for (const QString& text : texts) {
        QVERIFY2(!text.contains(QStringLiteral("accept"), Qt::CaseInsensitive), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("unanswered P0"), Qt::CaseInsensitive), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("ignored"), Qt::CaseInsensitive), qPrintable(text));
    }
    page.setStore(nullptr);
}

void TestPagesCodeReview::everythingExplainsItself()
{
    PagesKit kit;
    fillReviews(kit);
    CodeReviewPage page;
    open(page, kit, kMonth);
    for (const char* name : kTiles) {
        const auto& explanation = tileOf(page, name)->explanation();
        QVERIFY2(!explanation.isEmpty(), name);
        QVERIFY2(!explanation.formula.isEmpty() && !explanation.inputs.empty(), name);
        QCOMPARE(explanation.period.stored, 29);
        QCOMPARE(explanation.rows, std::int64_t{29});
    }
    for (const char* name : kCards) {
        QVERIFY2(cardOf(page, name), name);
        QCOMPARE(cardOf(page, name)->state(), charts::ChartCard::State::Chart);
    }
    page.setStore(nullptr);
}

void TestPagesCodeReview::emptyStoresSaySo()
{
    PagesKit kit;
    CodeReviewPage page;
    page.resize(1180, 760);
    page.show();
    QCOMPARE(page.state(), Page::State::NothingOpen);
    page.setRange(kMonth);
    page.setStore(kit.store());
    QCOMPARE(page.state(), Page::State::Loading);
    QTRY_COMPARE(page.state(), Page::State::Empty);
    page.setStore(nullptr);
}

void TestPagesCodeReview::onlyReviews()
{
    const DayRange days{kToday - 6, kToday - 4};
    PagesKit kit;
    kit.writeReviews(days, {PagesKit::reviewRow(days.first)});
    CodeReviewPage page;
    open(page, kit, days);
    QCOMPARE(page.state(), Page::State::Content);
    QCOMPARE(page.periodSentence(), QStringLiteral("16 Nov to 18 Nov 2026, UTC days · based on 0 of 3 days"));
    QCOMPARE(tileOf(page, "reviewCountTile")->valueText(),
        QString::number(PagesKit::reviewRow(days.first).pullRequestReviews));
    QCOMPARE(columnOf(page, "reviewsAndCommentsCard", "Reviews").back(), std::optional(0.0));
    for (const char* name : {"engagementRateTile", "helpfulRateTile", "unansweredShareTile"}) {
        QCOMPARE(tileOf(page, name)->valueText(), common::format::none());
    }
    QVERIFY(!columnOf(page, "engagementFunnelCard", "Comments").front());
    QVERIFY(!columnOf(page, "reactionsCard", "Upvotes").front());
    QCOMPARE(cardOf(page, "helpfulMonthsCard")->state(), charts::ChartCard::State::Empty);
    page.setStore(nullptr);
}

void TestPagesCodeReview::onlyResponses()
{
    const DayRange days{kToday - 6, kToday - 4};
    PagesKit kit;
    kit.writeResponses(days, {fullResponse(days.first)});
    CodeReviewPage page;
    open(page, kit, days);
    QCOMPARE(page.state(), Page::State::Content);
    for (const char* name : {"reviewCountTile", "commentCountTile", "severityShareTile"}) {
        QCOMPARE(tileOf(page, name)->valueText(), common::format::none());
    }
    const ReviewResponseRow row = fullResponse(days.first);
    QCOMPARE(tileOf(page, "engagementRateTile")->valueText(),
        percent(static_cast<double>(*row.engaged) / static_cast<double>(row.comments)));
    QVERIFY(!columnOf(page, "reviewsAndCommentsCard", "Reviews").front());
    page.setStore(nullptr);
}

void TestPagesCodeReview::longRangesAreWeeksAndMonths()
{
    PagesKit kit;
    fillReviews(kit);
    CodeReviewPage page;
    open(page, kit, {kToday - 179, kToday});
    QCOMPARE(page.granularity(), app::models::Granularity::Week);
    QCOMPARE(cardOf(page, "reactionsCard")->anyChart().count(), 7); // 26 May to 22 Nov
    QVERIFY(cardOf(page, "reviewsAndCommentsCard")->anyChart().count() <= 27);
    page.setStore(nullptr);
}

void TestPagesCodeReview::fitsEveryWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("as drawn") << QSize(1180, 760) << Qt::LeftToRight;
    QTest::newRow("as drawn, right to left") << QSize(1180, 760) << Qt::RightToLeft;
    QTest::newRow("1024 × 700") << QSize(784, 560) << Qt::LeftToRight;
    QTest::newRow("1024 × 700, right to left") << QSize(784, 560) << Qt::RightToLeft;
    QTest::newRow("wide") << QSize(2400, 1400) << Qt::LeftToRight;
}

void TestPagesCodeReview::fitsEveryWindow()
{
    QFETCH(QSize, size);
    QFETCH(Qt::LayoutDirection, direction);
    QApplication::setLayoutDirection(direction);
    PagesKit kit;
    fillReviews(kit);
    CodeReviewPage page;
    open(page, kit, kMonth);
    page.resize(size);
    auto* area = page.findChild<QScrollArea*>(QStringLiteral("codeReviewScrollArea"));
    QTRY_VERIFY(area->widget()->width() <= area->viewport()->width());
    const auto boxOf
        = [&page](const QWidget* widget) { return QRect(widget->mapTo(&page, QPoint()), widget->size()); };
    for (const char* name : kCards) {
        const QRect box = boxOf(cardOf(page, name));
        QVERIFY2(box.left() >= 0 && box.right() < page.width(), name);
    }
    // Written stands before merged: beside it, or above it in a small window.
    const auto tile = [&](const char* name) { return boxOf(tileOf(page, name)); };
    if (size.width() < 960) {
        QTRY_VERIFY(tile("reviewCountTile").bottom() < tile("engagementRateTile").top());
    } else if (direction == Qt::LeftToRight) {
        QTRY_COMPARE(tile("reviewCountTile").top(), tile("engagementRateTile").top());
        QVERIFY(tile("reviewCountTile").right() < tile("engagementRateTile").left());
    } else {
        QTRY_VERIFY(tile("engagementRateTile").right() < tile("reviewCountTile").left());
    }
    page.setStore(nullptr);
}

QTEST_MAIN(TestPagesCodeReview)
#include "tst_pages_codereview.moc"
