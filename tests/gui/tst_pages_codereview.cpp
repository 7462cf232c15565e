// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartCard.h"
#include "charts/DayChart.h"
#include "common/Banner.h"
#include "common/ThemeController.h"
#include "gui/PagesKit.h"
#include "pages/CodeReviewPage.h"
#include "pages/StatTile.h"
#include "support/TestCase.h"

#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QStackedBarSeries>

using namespace ui;
using app::core::DayRange;
using app::core::UtcDay;
using app::models::Measure;
using pages::CodeReviewPage;
using pages::Page;
using support::kMissing;
using support::kMonth;
using support::kToday;
using support::PagesKit;

namespace {

charts::ChartCard* cardOf(const CodeReviewPage& page, const char* name)
{
    return page.findChild<charts::ChartCard*>(QString::fromLatin1(name));
}

QString tileText(const CodeReviewPage& page, const char* name)
{
    return page.findChild<pages::StatTile*>(QString::fromLatin1(name))->valueText();
}

QStringList stackOf(const charts::ChartCard& card)
{
    QStringList names;
    for (const auto& series : card.chart().series()) {
        names << app::models::measureName(series.measure);
    }
    return names;
}

std::optional<double> valueOn(const charts::ChartCard& card, std::size_t series, UtcDay day)
{
    const auto& one = card.chart().series().at(series);
    return one.points.at(static_cast<std::size_t>(day - one.range.first)).value;
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

    void showsReviewsCommentsReactionsAndReplies();
    void chartsHoldWhatTheStoreHolds();
    void commentsWithoutPriorityAreShownWhenThereAreAny();
    void missingDetailsAreSaidAndNotZero();
    void populationsAreKeptApart();
    void eachHalfFollowsItsOwnDays();
    void halvesStandBelowEachOtherInASmallWindow();

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

void TestPagesCodeReview::showsReviewsCommentsReactionsAndReplies()
{
    PagesKit kit;
    kit.fillMonth(1);
    CodeReviewPage page;
    open(page, kit, kMonth);

    std::int64_t reviews = 0;
    std::int64_t p0 = 0;
    std::int64_t up = 0;
    std::int64_t reactions = 0;
    std::int64_t replies = 0;
    for (UtcDay day = kMonth.first; day <= kMonth.last; ++day) {
        if (day != kMissing) {
            reviews += PagesKit::reviewRow(day).pullRequestReviews;
            p0 += *PagesKit::reviewRow(day).p0;
            up += *PagesKit::responseRow(day).upvotes;
            reactions += PagesKit::responseRow(day).reactions;
            replies += PagesKit::responseRow(day).replies;
        }
    }
    const QLocale locale;
    QCOMPARE(tileText(page, "reviewCountTile"), locale.toString(qlonglong{reviews}));
    QCOMPARE(tileText(page, "commentCountTile"), locale.toString(qlonglong{reviews * 3}));
    QCOMPARE(page.findChild<pages::StatTile*>(QStringLiteral("commentCountTile"))->detailText(),
        QStringLiteral("%1 P0, %2 P1").arg(p0).arg(reviews));
    QCOMPARE(tileText(page, "reactionCountTile"), locale.toString(qlonglong{reactions}));
    QCOMPARE(page.findChild<pages::StatTile*>(QStringLiteral("reactionCountTile"))->detailText(),
        QStringLiteral("%1 up, 87 down").arg(up)); // 3 on each of 29 days
    QCOMPARE(tileText(page, "replyCountTile"), locale.toString(qlonglong{replies}));
    page.setStore(nullptr);
}

void TestPagesCodeReview::chartsHoldWhatTheStoreHolds()
{
    PagesKit kit;
    kit.fillMonth(1);
    CodeReviewPage page;
    open(page, kit, kMonth);

    QCOMPARE(stackOf(*cardOf(page, "dailyReviewsCard")), QStringList{QStringLiteral("Reviews")});
    QCOMPARE(stackOf(*cardOf(page, "dailyReactionsCard")),
        QStringList({QStringLiteral("Upvotes"), QStringLiteral("Downvotes"), QStringLiteral("Other")}));
    for (UtcDay day = kMonth.first; day <= kMonth.last; ++day) {
        const auto number = [day](std::int64_t value) {
            return day == kMissing ? std::nullopt : std::optional(static_cast<double>(value));
        };
        const auto review = PagesKit::reviewRow(day);
        const auto response = PagesKit::responseRow(day);
        QCOMPARE(valueOn(*cardOf(page, "dailyReviewsCard"), 0, day), number(review.pullRequestReviews));
        QCOMPARE(valueOn(*cardOf(page, "dailyCommentsCard"), 0, day), number(*review.p0));
        QCOMPARE(valueOn(*cardOf(page, "dailyCommentsCard"), 1, day), number(*review.p1));
        QCOMPARE(valueOn(*cardOf(page, "dailyCommentsCard"), 2, day), number(*review.p2));
        QCOMPARE(valueOn(*cardOf(page, "dailyReactionsCard"), 0, day), number(*response.upvotes));
        QCOMPARE(valueOn(*cardOf(page, "dailyRepliesCard"), 0, day), number(response.replies));
    }
    page.setStore(nullptr);
}

void TestPagesCodeReview::commentsWithoutPriorityAreShownWhenThereAreAny()
{
    const DayRange days{kToday - 6, kToday - 4};
    PagesKit exact;
    auto row = PagesKit::reviewRow(days.first);
    row.comments = *row.p0 + *row.p1 + *row.p2;
    exact.writeReviews(days, {row});
    exact.writeResponses(days, {});
    CodeReviewPage page;
    open(page, exact, days);
    QCOMPARE(stackOf(*cardOf(page, "dailyCommentsCard")),
        QStringList({QStringLiteral("P0"), QStringLiteral("P1"), QStringLiteral("P2")}));

    PagesKit more;
    row.comments += 4;
    more.writeReviews(days, {row});
    more.writeResponses(days, {});
    page.setStore(more.store());
    QTRY_COMPARE(stackOf(*cardOf(page, "dailyCommentsCard")).last(), QStringLiteral("No priority"));
    QCOMPARE(valueOn(*cardOf(page, "dailyCommentsCard"), 3, days.first), std::optional(4.0));
    QVERIFY(cardOf(page, "dailyCommentsCard")->note().isEmpty());
    page.setStore(nullptr);
}

void TestPagesCodeReview::missingDetailsAreSaidAndNotZero()
{
    const DayRange days{kToday - 6, kToday - 4};
    PagesKit kit;
    app::records::ReviewRow review;
    review.day = days.first;
    review.pullRequestReviews = 5;
    review.comments = 12;
    app::records::ReviewResponseRow response;
    response.day = days.last;
    response.reactions = 9;
    kit.writeReviews(days, {review});
    kit.writeResponses(days, {response});
    CodeReviewPage page;
    open(page, kit, days);

    const charts::ChartCard& comments = *cardOf(page, "dailyCommentsCard");
    QVERIFY(!valueOn(comments, 0, days.first));
    QCOMPARE(valueOn(comments, 3, days.first), std::optional(12.0));
    QVERIFY(comments.note().contains(QStringLiteral("No priority")));
    const charts::ChartCard& reactions = *cardOf(page, "dailyReactionsCard");
    QVERIFY(!valueOn(reactions, 0, days.last));
    QCOMPARE(stackOf(reactions).last(), QStringLiteral("Kind not given"));
    QCOMPARE(valueOn(reactions, 3, days.last), std::optional(9.0));
    QVERIFY(reactions.note().contains(QStringLiteral("Kind not given")));
    QCOMPARE(tileText(page, "reactionCountTile"), QStringLiteral("9"));
    page.setStore(nullptr);
}

void TestPagesCodeReview::populationsAreKeptApart()
{
    PagesKit kit;
    kit.fillMonth(1);
    CodeReviewPage page;
    open(page, kit, kMonth);

    auto* note = page.findChild<common::Banner*>(QStringLiteral("populationsBanner"));
    QVERIFY(note->isVisible());
    QVERIFY(note->lead().contains(QStringLiteral("Two populations")));
    QVERIFY(note->text().contains(QStringLiteral("merged")));
    QVERIFY(note->text().contains(QStringLiteral("whole workspace")));
    page.setStore(nullptr);
}

void TestPagesCodeReview::eachHalfFollowsItsOwnDays()
{
    const DayRange days{kToday - 6, kToday - 4};
    PagesKit kit;
    kit.writeReviews(days, {PagesKit::reviewRow(days.first)});
    kit.writeResponses({days.first, days.first}, {PagesKit::responseRow(days.first)});
    CodeReviewPage page;
    open(page, kit, days);

    QCOMPARE(page.periodSentence(), QStringLiteral("16 Nov to 18 Nov 2026, UTC days · based on 1 of 3 days"));
    QCOMPARE(valueOn(*cardOf(page, "dailyReviewsCard"), 0, days.last), std::optional(0.0));
    QVERIFY(!valueOn(*cardOf(page, "dailyRepliesCard"), 0, days.last));

    // Only one of the two was ever read.
    PagesKit half;
    half.writeReviews(days, {PagesKit::reviewRow(days.first)});
    page.setStore(half.store());
    QTRY_COMPARE(
        page.periodSentence(), QStringLiteral("16 Nov to 18 Nov 2026, UTC days · based on 0 of 3 days"));
    QVERIFY(page.state() == Page::State::Content);
    QCOMPARE(tileText(page, "replyCountTile"), QStringLiteral("–"));
    QCOMPARE(tileText(page, "reviewCountTile"),
        QString::number(PagesKit::reviewRow(days.first).pullRequestReviews));
    page.setStore(nullptr);
}

void TestPagesCodeReview::halvesStandBelowEachOtherInASmallWindow()
{
    PagesKit kit;
    kit.fillMonth(1);
    CodeReviewPage page;
    open(page, kit, kMonth);
    const auto top = [&page](const char* name) { return cardOf(page, name)->mapTo(&page, QPoint()).y(); };
    QTRY_COMPARE(top("dailyReviewsCard"), top("dailyReactionsCard"));

    page.resize(920, 560);
    QTRY_VERIFY(top("dailyReactionsCard") > top("dailyCommentsCard"));
    QVERIFY(cardOf(page, "dailyReactionsCard")->width() <= 920);

    // Back in a large window the cards do not keep the height of the long column.
    page.resize(1180, 760);
    QTRY_COMPARE(top("dailyReviewsCard"), top("dailyReactionsCard"));
    QTRY_VERIFY(cardOf(page, "dailyReviewsCard")->height() < 320);
    page.setStore(nullptr);
}

QTEST_MAIN(TestPagesCodeReview)
#include "tst_pages_codereview.moc"
