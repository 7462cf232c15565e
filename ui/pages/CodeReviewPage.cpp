// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/CodeReviewPage.h"

#include "charts/ChartCard.h"
#include "common/Banner.h"
#include "common/Format.h"
#include "common/Label.h"
#include "insights/ReviewMetrics.h"
#include "models/DaySeries.h"
#include "pages/CardGrid.h"
#include "pages/ExplanationKit.h"
#include "pages/StatTile.h"
#include "store/CoverageQueries.h"
#include "store/ReviewQueries.h"

#include <QDate>
#include <QFrame>
#include <QVBoxLayout>

namespace ui::pages {

namespace {

namespace format = common::format;
using app::core::DayRange;
using app::core::UtcDay;
using app::insights::HelpfulRate;
using app::insights::kReviewWindowDays;
using app::insights::ResponseFigures;
using app::insights::WrittenFigures;
using app::models::DayPlot;
using app::models::DayPoint;
using app::models::DaySeries;
using app::models::DivergingPlot;
using app::models::Granularity;
using app::models::Measure;
using app::records::Coverage;
using app::records::Dataset;
using app::records::DayState;
using app::records::ReviewResponseRow;
using app::records::ReviewRow;
using common::Label;
using common::TextStyle;

constexpr int kLeastForTwo = 960;
constexpr int kMostMonths = 6;
/// Far enough back for the months of the helpful rate, whatever the range is.
constexpr int kMonthsInDays = kMostMonths * 31;
/// More weeks than these no longer fit a card; months stand in for them.
constexpr std::size_t kMostWeeks = 14;

std::optional<double> number(std::optional<std::int64_t> value)
{
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

QDate dateOf(UtcDay day)
{
    return QDate(1970, 1, 1).addDays(day.number());
}

QString monthName(UtcDay day, const char* pattern)
{
    return format::displayLocale().toString(dateOf(day), QString::fromLatin1(pattern));
}

/// What a bar of the diverging charts stands for: ISO weeks, or months when there are too many of those, both
/// clipped to the range.
struct Period
{
    DayRange days;
    QString name;
    QString longName;
};

std::vector<Period> periodsOf(DayRange range)
{
    std::vector<Period> periods;
    const auto weeks = app::models::bucketsOf(range, Granularity::Week);
    if (weeks.size() <= kMostWeeks) {
        for (const DayRange week : weeks) {
            const QString number = QString::number(app::models::isoWeekOf(week.first).week);
            //: ISO week, short: "W45".
            periods.push_back({week, CodeReviewPage::tr("W%1").arg(number),
                //: "ISO week 45, 2 to 8 Nov 2026"
                CodeReviewPage::tr("ISO week %1, %2").arg(number, format::days(week))});
        }
        return periods;
    }
    for (UtcDay first = range.first; first <= range.last;) {
        const QDate date = dateOf(first);
        const UtcDay last = std::min(range.last, first + (date.daysInMonth() - date.day()));
        periods.push_back({{first, last}, monthName(first, "MMM"), format::days({first, last})});
        first = last + 1;
    }
    return periods;
}

bool isProvisional(const Coverage& coverage, DayRange days)
{
    for (UtcDay day = days.first; day <= days.last; ++day) {
        if (coverage.state(Dataset::CodeReviewResponses, day) == DayState::Provisional) {
            return true;
        }
    }
    return false;
}

/// The newest final day of a bucket. Rolling values are not drawn at days that can still change.
std::optional<UtcDay> newestFinalDay(const Coverage& coverage, DayRange bucket)
{
    for (UtcDay day = bucket.last; day >= bucket.first; day = day - 1) {
        if (coverage.state(Dataset::CodeReviewResponses, day) == DayState::Final) {
            return day;
        }
    }
    return std::nullopt;
}

/// "142 of 3,751"
QString partText(std::optional<double> part, std::optional<double> whole)
{
    return part && whole
        //: A count and the whole that it is a part of.
        ? CodeReviewPage::tr("%1 of %2").arg(format::number(*part, 0), format::number(*whole, 0))
        : QString();
}

/// The definition of the unanswered share with its numbers.
QString unansweredFormula(const app::insights::PartOfWhole& engaged)
{
    if (!engaged.part || !engaged.whole) {
        return CodeReviewPage::tr("1 − engaged ÷ comments");
    }
    return CodeReviewPage::tr("1 − engaged ÷ comments = 1 − %1 ÷ %2")
        .arg(format::number(*engaged.part, 0), format::number(*engaged.whole, 0));
}

QString silenceText()
{
    return CodeReviewPage::tr("Silence is not rejection: many comments are acted on without a word.");
}

QString mergedCaption()
{
    return CodeReviewPage::tr("merged pull requests");
}

QString rollingCaption()
{
    //: Of charts: comments on merged pull requests, each point over 28 days.
    return CodeReviewPage::tr("merged, over 28 days");
}

} // namespace

struct CodeReviewPage::Data
{
    DayRange range;
    Coverage coverage; ///< reaches back before the range, like the rows
    std::vector<ReviewRow> reviews;
    std::vector<ReviewResponseRow> responses;
    std::optional<app::core::Instant> lastSync;
};

/// One answer while it is put on the screen.
struct CodeReviewPage::Shown
{
    const Data& data;
    Granularity granularity;
    WrittenFigures written;
    ResponseFigures answered;
    ExplanationKit writtenKit;
    ExplanationKit answeredKit;

    /// One value a day, in weeks where the page shows weeks.
    template <typename ValueOf> DaySeries writtenSeries(Measure measure, ValueOf valueOf) const
    {
        return app::models::atGranularity(app::models::buildDaySeries(measure, data.range, data.reviews,
                                              data.coverage, Dataset::CodeReviews, valueOf),
            granularity);
    }
    template <typename ValueOf> DaySeries answeredSeries(Measure measure, ValueOf valueOf) const
    {
        return app::models::atGranularity(app::models::buildDaySeries(measure, data.range, data.responses,
                                              data.coverage, Dataset::CodeReviewResponses, valueOf),
            granularity);
    }
    /// A figure of the 28 days that end with the newest final day of each bucket.
    template <typename ValueOf> DaySeries rollingSeries(Measure measure, ValueOf valueOf) const
    {
        return app::models::computeSeries(measure, data.range, granularity, [&](DayRange bucket) {
            DayPoint point;
            point.basisWanted = kReviewWindowDays;
            point.basisDays = 0;
            const auto end = newestFinalDay(data.coverage, bucket);
            if (!end) {
                point.state = data.coverage.state(Dataset::CodeReviewResponses, bucket.last);
                return point;
            }
            const ResponseFigures window = app::insights::responseFigures(
                data.responses, DayRange::endingAt(*end, kReviewWindowDays), data.coverage);
            point.state = DayState::Final;
            point.value = valueOf(window);
            point.basisDays = window.storedDays;
            return point;
        });
    }
};

CodeReviewPage::CodeReviewPage(QWidget* parent)
    : Page(QStringLiteral("codeReview"), Scrolling::Page, parent)
{
    auto* note = new common::Banner;
    note->setObjectName(QStringLiteral("populationsBanner"));
    note->setMessage(common::Banner::Level::Information, tr("Two populations, never divided by each other."),
        tr("What Codex wrote in the period, and comments on pull requests merged in the period. Silence is "
           "not rejection. All figures are for the whole workspace, not per person."));
    contentLayout()->addWidget(note);

    const auto group = [](const QString& heading, std::initializer_list<StatTile*> tiles) {
        auto* box = new QWidget;
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        auto* layout = new QVBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        layout->addWidget(new Label(heading, TextStyle::SmallBold));
        auto* row = new TileRow;
        for (StatTile* tile : tiles) {
            row->addTile(tile);
        }
        layout->addWidget(row);
        return box;
    };
    m_reviews = new StatTile(QStringLiteral("reviewCount"), tr("Reviews"));
    m_comments = new StatTile(QStringLiteral("commentCount"), tr("Comments"));
    m_severity = new StatTile(QStringLiteral("severityShare"), tr("P0 and P1 share"));
    m_engagement = new StatTile(QStringLiteral("engagementRate"), tr("Engagement"));
    m_helpful = new StatTile(QStringLiteral("helpfulRate"), tr("Helpful rate"));
    m_unanswered = new StatTile(QStringLiteral("unansweredShare"), tr("Unanswered"));
    auto* line = new QFrame;
    line->setObjectName(QStringLiteral("populationsDivider"));
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    m_divider = line;
    auto* groups = new QWidget;
    m_groups = new QBoxLayout(QBoxLayout::LeftToRight, groups);
    m_groups->setContentsMargins(0, 0, 0, 0);
    m_groups->setSpacing(24);
    m_groups->addWidget(group(tr("Written in this period"), {m_reviews, m_comments, m_severity}), 1);
    m_groups->addWidget(m_divider);
    m_groups->addWidget(
        group(tr("On pull requests merged in this period"), {m_engagement, m_helpful, m_unanswered}), 1);
    contentLayout()->addWidget(groups);

    m_reviewsChart = addChart(
        QStringLiteral("reviewsAndComments"), tr("Reviews and comments"), tr("written in this period"));
    m_severityChart
        = addChart(QStringLiteral("severityMix"), tr("Severity mix"), tr("share of comments written"));
    m_funnelChart = addChart(QStringLiteral("engagementFunnel"), tr("Engagement funnel"), mergedCaption());
    m_helpfulChart = addChart(QStringLiteral("helpfulMonths"), tr("Helpful rate"), tr("with 95 % interval"));
    m_reactionsChart
        = addChart(QStringLiteral("reactions"), tr("Reactions"), tr("raw counts, merged pull requests"));
    m_engagementChart = addChart(QStringLiteral("engagementCourse"), tr("Engagement rate"), rollingCaption());
    m_sentimentChart
        = addChart(QStringLiteral("netSentiment"), tr("Net sentiment"), tr("up less down, of all reactions"));
    m_coverageChart = addChart(QStringLiteral("reactionCoverage"), tr("Reaction coverage"), rollingCaption());
    m_replyRateChart = addChart(QStringLiteral("replyRate"), tr("Reply rate"), rollingCaption());
    m_unansweredChart
        = addChart(QStringLiteral("unansweredCourse"), tr("Unanswered share"), rollingCaption());
    m_perReviewChart = addChart(
        QStringLiteral("commentsPerReview"), tr("Comments per review"), tr("written in this period"));
    m_repliesChart
        = addChart(QStringLiteral("repliesPerComment"), tr("Replies per comment"), mergedCaption());

    auto* grid = new CardGrid;
    grid->addRow({{m_reviewsChart, 580}, {m_severityChart, 580}});
    grid->addRow({{m_funnelChart, 389}, {m_helpfulChart, 366}, {m_reactionsChart, 389}});
    grid->addRow({{m_engagementChart, 771}, {m_sentimentChart, 389}});
    grid->addRow({{m_coverageChart, 381}, {m_replyRateChart, 381}, {m_unansweredChart, 381}});
    grid->addRow({{m_perReviewChart, 580}, {m_repliesChart, 580}});
    contentLayout()->addWidget(grid, 1);
}

CodeReviewPage::~CodeReviewPage() = default;

QString CodeReviewPage::name()
{
    return tr("Code review");
}

void CodeReviewPage::load()
{
    read(
        [range = range()](const app::store::Database& database) -> app::core::Result<Data> {
            // The window before, the 27 days before, and the months of the helpful rate.
            const int back
                = std::max({range.length(), kReviewWindowDays - 1, kMonthsInDays - range.length()});
            const DayRange wide{range.first - back, range.last};
            auto coverage = app::store::coverage(database, wide);
            if (!coverage) {
                return app::core::failure(coverage.error());
            }
            auto reviews = app::store::reviewsByDay(database, wide);
            if (!reviews) {
                return app::core::failure(reviews.error());
            }
            auto responses = app::store::reviewResponsesByDay(database, wide);
            if (!responses) {
                return app::core::failure(responses.error());
            }
            return Data{range, std::move(*coverage), std::move(*reviews), std::move(*responses),
                lastSyncOf(database)};
        },
        [this](const Data& figures) { return showFigures(figures); });
}

void CodeReviewPage::showLoading()
{
    Page::showLoading();
    for (StatTile* tile : {m_reviews, m_comments, m_severity, m_engagement, m_helpful, m_unanswered}) {
        tile->showLoading();
    }
}

Page::Basis CodeReviewPage::showFigures(const Data& figures)
{
    const WrittenFigures written
        = app::insights::writtenFigures(figures.reviews, figures.range, figures.coverage);
    const ResponseFigures answered
        = app::insights::responseFigures(figures.responses, figures.range, figures.coverage);
    const auto kitOf = [&figures](Dataset dataset, std::int64_t rows) {
        return ExplanationKit(
            app::models::summarise(figures.range, figures.coverage, {dataset}), figures.lastSync, rows);
    };
    const Shown shown{figures, granularity(), written, answered, kitOf(Dataset::CodeReviews, written.rows),
        kitOf(Dataset::CodeReviewResponses, answered.rows)};
    showWrittenTiles(shown);
    showWrittenCharts(shown);
    showResponseTiles(shown);
    showFunnel(shown);
    showHelpfulMonths(shown);
    showReactions(shown);
    showRollingShares(shown);
    showReplies(shown);
    const std::vector<Dataset> both{Dataset::CodeReviews, Dataset::CodeReviewResponses};
    return {app::models::summarise(figures.range, figures.coverage, both),
        app::models::anyStored(figures.range, figures.coverage, both)};
}

void CodeReviewPage::showWrittenTiles(const Shown& shown)
{
    const WrittenFigures& written = shown.written;
    const ExplanationKit& kit = shown.writtenKit;
    const QString source = ExplanationKit::reviewsSource();
    const QString whole
        = tr("All reviews of the whole workspace, also on pull requests that were never merged.");

    const DayRange range = shown.data.range;
    const DayRange before = DayRange::endingAt(range.first - 1, range.length());
    const WrittenFigures earlier
        = app::insights::writtenFigures(shown.data.reviews, before, shown.data.coverage);
    std::optional<double> change;
    if (written.reviews && earlier.storedDays == before.length()) {
        change = app::insights::ratio(*written.reviews - earlier.reviews.value_or(0), earlier.reviews);
    }
    m_reviews->setFigure(Measure::Reviews, written.reviews);
    m_reviews->setChange(change, versusText(range.length()));
    m_reviews->setExplanation(kit.of(tr("Reviews"), Measure::Reviews, written.reviews,
        tr("sum of the pull request reviews that Codex wrote on each day"),
        {ExplanationKit::input(Measure::Reviews, written.reviews, source),
            ExplanationKit::input(Measure::Reviews,
                earlier.storedDays == before.length() ? earlier.reviews : std::nullopt, source,
                tr("Reviews, %1").arg(format::days(before)))},
        whole));

    m_comments->setFigure(Measure::Comments, written.comments,
        written.commentsPerReview ? tr("%1 per review").arg(format::number(*written.commentsPerReview, 2))
                                  : QString());
    m_comments->setExplanation(kit.of(tr("Comments"), Measure::Comments, written.comments,
        ExplanationKit::ratioFormula(tr("sum of comments; per review: comments ÷ reviews"), Measure::Comments,
            written.comments, Measure::Reviews, written.reviews),
        {ExplanationKit::input(Measure::Comments, written.comments, source),
            ExplanationKit::input(Measure::Reviews, written.reviews, source)},
        whole));

    m_severity->setFigure(Measure::HighSeverityShare, written.highSeverity.value(),
        written.p0 && written.p1
            //: Comments of the two highest priorities.
            ? tr("%1 P0, %2 P1").arg(format::number(*written.p0, 0), format::number(*written.p1, 0))
            : QString());
    m_severity->setExplanation(
        kit.of(tr("P0 and P1 share"), Measure::HighSeverityShare, written.highSeverity.value(),
            ExplanationKit::ratioFormula(tr("(P0 + P1) ÷ comments, on days with priorities"),
                Measure::Comments, written.highSeverity.part, Measure::Comments, written.highSeverity.whole),
            {ExplanationKit::input(Measure::CommentsP0, written.p0, source),
                ExplanationKit::input(Measure::CommentsP1, written.p1, source),
                ExplanationKit::input(Measure::Comments, written.highSeverity.whole, source,
                    tr("Comments on days with priorities"))},
            tr("A priority is what Codex gave the comment, not what the team made of it.")));
}

void CodeReviewPage::showWrittenCharts(const Shown& shown)
{
    const WrittenFigures& written = shown.written;
    const QString source = ExplanationKit::reviewsSource();
    const DaySeries reviews = shown.writtenSeries(
        Measure::Reviews, [](const ReviewRow& row) { return number(row.pullRequestReviews); });
    const DaySeries comments
        = shown.writtenSeries(Measure::Comments, [](const ReviewRow& row) { return number(row.comments); });
    DayPlot plot;
    plot.columns = {reviews};
    plot.lines = {comments};
    m_reviewsChart->show(std::move(plot));
    m_reviewsChart->setExplanation(shown.writtenKit.ofChart(tr("Reviews and comments"),
        tr("reviews and comments that Codex wrote, per day or ISO week"),
        {ExplanationKit::input(Measure::Reviews, written.reviews, source),
            ExplanationKit::input(Measure::Comments, written.comments, source)}));

    DayPlot ratio;
    ratio.lines = {app::models::ratioSeries(Measure::CommentsPerReview, comments, reviews)};
    m_perReviewChart->show(std::move(ratio));
    m_perReviewChart->setExplanation(
        shown.writtenKit.of(tr("Comments per review"), Measure::CommentsPerReview, written.commentsPerReview,
            ExplanationKit::ratioFormula(tr("comments ÷ reviews"), Measure::Comments, written.comments,
                Measure::Reviews, written.reviews),
            {ExplanationKit::input(Measure::Comments, written.comments, source),
                ExplanationKit::input(Measure::Reviews, written.reviews, source)}));

    // A day whose priorities are unknown has no bar: all of its comments as “No priority” would be a guess.
    const auto severity = [&shown](Measure measure, auto valueOf) {
        return shown.writtenSeries(measure, [valueOf](const ReviewRow& row) {
            return app::insights::hasPriorities(row) || row.comments == 0 ? number(valueOf(row))
                                                                          : std::nullopt;
        });
    };
    DayPlot mix;
    mix.asShares = true;
    mix.columns = {severity(Measure::CommentsP0, [](const ReviewRow& row) { return row.p0; }),
        severity(Measure::CommentsP1, [](const ReviewRow& row) { return row.p1; }),
        severity(Measure::CommentsP2, [](const ReviewRow& row) { return row.p2; })};
    if (written.withoutPriority.value_or(0) > 0) {
        mix.columns.push_back(severity(
            Measure::CommentsWithoutPriority, [](const ReviewRow& row) -> std::optional<std::int64_t> {
                return std::max<std::int64_t>(
                    0, row.comments - row.p0.value_or(0) - row.p1.value_or(0) - row.p2.value_or(0));
            }));
    }
    m_severityChart->show(std::move(mix));
    if (written.excess > 0) {
        m_severityChart->setNote(
            tr("On some days the priorities count %n comment(s) more than there are; “No "
               "priority” is 0 there.",
                nullptr, static_cast<int>(written.excess)));
    } else if (written.daysWithoutPriorities > 0) {
        m_severityChart->setNote(tr("On %n day(s) OpenAI gave no priorities; they are left out.", nullptr,
            written.daysWithoutPriorities));
    } else {
        m_severityChart->setNote({});
    }
    m_severityChart->setExplanation(shown.writtenKit.ofChart(tr("Severity mix"),
        tr("P0, P1, P2 and no priority = comments − P0 − P1 − P2, as shares of the comments written"),
        {ExplanationKit::input(Measure::CommentsP0, written.p0, source),
            ExplanationKit::input(Measure::CommentsP1, written.p1, source),
            ExplanationKit::input(Measure::CommentsP2, written.p2, source),
            ExplanationKit::input(Measure::CommentsWithoutPriority, written.withoutPriority, source)}));
}

void CodeReviewPage::showResponseTiles(const Shown& shown)
{
    const ResponseFigures& answered = shown.answered;
    const ExplanationKit& kit = shown.answeredKit;
    const QString source = ExplanationKit::responsesSource();
    const app::insights::Engagement& engagement = answered.engagement;
    const auto lowest = engagement.lowest();
    const auto highest = engagement.highest();

    //: A share that is only known to lie between two others.
    const QString between = tr("between %1 and %2");
    m_engagement->setFigure(Measure::EngagementRate, engagement.value(),
        lowest && highest ? between.arg(format::percent(*lowest), format::percent(*highest))
                          : partText(engagement.known.part, engagement.known.whole));
    m_unanswered->setFigure(Measure::UnansweredShare, answered.unanswered(),
        lowest && highest ? between.arg(format::percent(1 - *highest), format::percent(1 - *lowest))
                          : tr("silence is not rejection"));
    if (lowest && highest) {
        const ExplanationKit::Inputs inputs{
            ExplanationKit::input(Measure::Engaged, engagement.atLeast, source, tr("Engaged, at least")),
            ExplanationKit::input(Measure::Engaged, engagement.atMost, source, tr("Engaged, at most")),
            ExplanationKit::input(Measure::ResponseComments, engagement.boundsWhole, source)};
        const QString bounds
            = tr("OpenAI did not say how many comments were engaged, so each day lies between "
                 "max(reacted, replied) and min(comments, reacted + replied)");
        m_engagement->setExplanation(
            kit.of(tr("Engagement"), Measure::EngagementRate, {}, bounds, inputs, silenceText()));
        m_unanswered->setExplanation(
            kit.of(tr("Unanswered"), Measure::UnansweredShare, {}, bounds, inputs, silenceText()));
    } else {
        const ExplanationKit::Inputs inputs{
            ExplanationKit::input(Measure::Engaged, engagement.known.part, source),
            ExplanationKit::input(Measure::ResponseComments, engagement.known.whole, source)};
        m_engagement->setExplanation(kit.of(tr("Engagement"), Measure::EngagementRate, engagement.value(),
            ExplanationKit::ratioFormula(tr("comments with a reaction or a reply ÷ comments"),
                Measure::Engaged, engagement.known.part, Measure::ResponseComments, engagement.known.whole),
            inputs, silenceText()));
        m_unanswered->setExplanation(kit.of(tr("Unanswered"), Measure::UnansweredShare, answered.unanswered(),
            unansweredFormula(engagement.known), inputs, silenceText()));
    }

    const HelpfulRate& helpful = answered.helpful;
    const std::optional<double> rate
        = helpful.interval ? std::optional(helpful.interval->middle) : std::nullopt;
    if (answered.storedDays == 0) {
        m_helpful->setFigure(Measure::HelpfulRate, {});
    } else if (!helpful.interval) {
        m_helpful->setSmallSample(tr("only %n vote(s), needs %1", nullptr, static_cast<int>(helpful.votes))
                                      .arg(format::integer(HelpfulRate::kLeastVotes)));
    } else {
        //: "95 %: 77.2 to 81.4 %"
        const QString interval
            = tr("%1: %2 to %3")
                  .arg(format::percent(0.95, 0), format::number(helpful.interval->low * 100, 1),
                      format::percent(helpful.interval->high));
        m_helpful->setFigure(
            Measure::HelpfulRate, rate, helpful.perReaction ? tr("%1, by reaction").arg(interval) : interval);
    }
    const auto hits = static_cast<double>(helpful.hits);
    const auto misses = static_cast<double>(helpful.votes - helpful.hits);
    m_helpful->setExplanation(kit.of(tr("Helpful rate"), Measure::HelpfulRate, rate,
        helpful.perReaction
            ? tr("positive reactions ÷ (positive + negative reactions), because OpenAI gave no votes by "
                 "comment; Wilson interval at 95 %")
            : tr("upvoted comments ÷ (upvoted + downvoted comments); Wilson interval at 95 %"),
        {ExplanationKit::input(helpful.perReaction ? Measure::Upvotes : Measure::Upvoted, hits, source),
            ExplanationKit::input(
                helpful.perReaction ? Measure::Downvotes : Measure::Downvoted, misses, source)},
        tr("Only comments that somebody voted on count; the others say nothing either way.")));
}

void CodeReviewPage::showFunnel(const Shown& shown)
{
    const app::insights::EngagementFunnel& funnel = shown.answered.funnel;
    app::models::FunnelPlot plot;
    plot.measure = Measure::ResponseComments;
    plot.steps = {{app::models::measureName(Measure::ResponseComments), funnel.comments, false},
        {app::models::measureName(Measure::Engaged), funnel.engaged, false},
        {app::models::measureName(Measure::Reacted), funnel.reacted, false},
        {app::models::measureName(Measure::Upvoted), funnel.upvoted, false},
        {app::models::measureName(Measure::Replied), funnel.replied, true}};
    m_funnelChart->show(std::move(plot));
    m_funnelChart->setNote(funnel.daysWithout == 0
            ? QString()
            : tr("On %n day(s) OpenAI did not say which comments were answered.", nullptr,
                funnel.daysWithout));
    const QString source = ExplanationKit::responsesSource();
    m_funnelChart->setExplanation(shown.answeredKit.ofChart(tr("Engagement funnel"),
        tr("comments on merged pull requests; of these engaged, reacted to, upvoted; replied to apart"),
        {ExplanationKit::input(Measure::ResponseComments, funnel.comments, source),
            ExplanationKit::input(Measure::Engaged, funnel.engaged, source),
            ExplanationKit::input(Measure::Reacted, funnel.reacted, source),
            ExplanationKit::input(Measure::Upvoted, funnel.upvoted, source),
            ExplanationKit::input(Measure::Replied, funnel.replied, source)},
        silenceText()));
}

void CodeReviewPage::showHelpfulMonths(const Shown& shown)
{
    const auto months = app::insights::helpfulByMonth(
        shown.data.responses, shown.data.range.last, kMostMonths, shown.data.coverage);
    app::models::IntervalPlot plot;
    plot.name = tr("Helpful rate");
    plot.leastCases = static_cast<int>(HelpfulRate::kLeastVotes);
    bool perReaction = false;
    for (const app::insights::HelpfulMonth& month : months) {
        app::models::IntervalPlot::Point point;
        point.name = monthName(month.days.first, "MMM");
        point.longName = monthName(month.days.first, "MMMM yyyy");
        point.cases = month.rate.votes;
        point.partial = month.partial;
        if (month.rate.interval) {
            point.low = month.rate.interval->low;
            point.middle = month.rate.interval->middle;
            point.high = month.rate.interval->high;
        }
        perReaction = perReaction || month.rate.perReaction;
        plot.points.push_back(std::move(point));
    }
    if (plot.points.empty()) {
        m_helpfulChart->showEmpty(tr("No month yet"), tr("No day of the answers to reviews is stored."));
    } else {
        m_helpfulChart->show(std::move(plot));
    }
    m_helpfulChart->setNote(
        perReaction ? tr("Counted in reactions: OpenAI gave no votes by comment.") : QString());
    m_helpfulChart->setExplanation(shown.answeredKit.ofChart(tr("Helpful rate"),
        tr("by calendar month: p = upvoted ÷ (upvoted + downvoted), with the Wilson interval at 95 %; hidden "
           "with fewer than 10 votes"),
        {}, tr("Hollow dots stand for months that are unfinished or not wholly stored.")));
}

void CodeReviewPage::showReactions(const Shown& shown)
{
    const std::vector<Period> periods = periodsOf(shown.data.range);
    DivergingPlot votes;
    votes.leftName = app::models::measureName(Measure::Downvotes);
    votes.rightName = app::models::measureName(Measure::Upvotes);
    DivergingPlot sentiment;
    sentiment.leftName = tr("More down");
    sentiment.rightName = tr("More up");
    sentiment.measure = Measure::NetSentiment;
    for (const Period& period : periods) {
        const ResponseFigures figures
            = app::insights::responseFigures(shown.data.responses, period.days, shown.data.coverage);
        const bool provisional = isProvisional(shown.data.coverage, period.days);
        votes.rows.push_back({period.name, period.longName, figures.downvotes, figures.upvotes, provisional});
        DivergingPlot::Row row{period.name, period.longName, {}, {}, provisional};
        if (const auto value = figures.netSentiment.value()) {
            (*value < 0 ? row.left : row.right) = std::abs(*value);
        }
        sentiment.rows.push_back(std::move(row));
    }
    m_reactionsChart->show(std::move(votes));
    m_sentimentChart->show(std::move(sentiment));

    const ResponseFigures& answered = shown.answered;
    const QString unknown = answered.netSentiment.daysWithout == 0
        ? QString()
        : tr("On %n day(s) OpenAI did not say which reactions they were.", nullptr,
            answered.netSentiment.daysWithout);
    m_reactionsChart->setNote(unknown);
    m_sentimentChart->setNote(unknown);
    const QString source = ExplanationKit::responsesSource();
    const ExplanationKit::Inputs inputs{ExplanationKit::input(Measure::Upvotes, answered.upvotes, source),
        ExplanationKit::input(Measure::Downvotes, answered.downvotes, source),
        ExplanationKit::input(
            Measure::OtherReactions, answered.otherReactions, source, tr("Other reactions"))};
    m_reactionsChart->setExplanation(shown.answeredKit.ofChart(tr("Reactions"),
        tr("positive and negative reactions to comments, per ISO week; per month over long ranges"), inputs,
        silenceText()));
    m_sentimentChart->setExplanation(
        shown.answeredKit.of(tr("Net sentiment"), Measure::NetSentiment, answered.netSentiment.value(),
            ExplanationKit::ratioFormula(tr("(up − down) ÷ (up + down + other)"), Measure::Upvotes,
                answered.netSentiment.part, Measure::Upvotes, answered.netSentiment.whole),
            inputs, tr("Reactions are rare; a few people can tip a quiet week.")));
}

void CodeReviewPage::showRollingShares(const Shown& shown)
{
    const ResponseFigures& answered = shown.answered;
    const bool onlyBounds = answered.engagement.lowest().has_value();
    const auto share = [&shown](charts::ChartCard* card, Measure measure, auto valueOf) {
        DayPlot plot;
        plot.lines = {shown.rollingSeries(measure, valueOf)};
        card->show(std::move(plot));
    };
    const auto bounds = [&shown](charts::ChartCard* card, Measure measure, auto lower, auto upper) {
        DayPlot plot;
        plot.band = DayPlot::Band{
            tr("Bounds"), shown.rollingSeries(measure, lower), shown.rollingSeries(measure, upper)};
        card->show(std::move(plot));
    };
    if (onlyBounds) {
        const auto lowest = [](const ResponseFigures& window) { return window.engagement.lowest(); };
        const auto highest = [](const ResponseFigures& window) { return window.engagement.highest(); };
        const auto without
            = [](std::optional<double> value) { return value ? std::optional(1 - *value) : std::nullopt; };
        bounds(m_engagementChart, Measure::EngagementRate, lowest, highest);
        bounds(
            m_unansweredChart, Measure::UnansweredShare,
            [=](const ResponseFigures& window) { return without(highest(window)); },
            [=](const ResponseFigures& window) { return without(lowest(window)); });
    } else {
        share(m_engagementChart, Measure::EngagementRate,
            [](const ResponseFigures& window) { return window.engagement.value(); });
        share(m_unansweredChart, Measure::UnansweredShare,
            [](const ResponseFigures& window) { return window.unanswered(); });
    }
    share(m_coverageChart, Measure::ReactionCoverage,
        [](const ResponseFigures& window) { return window.reactionCoverage.value(); });
    share(m_replyRateChart, Measure::ReplyRate,
        [](const ResponseFigures& window) { return window.replyRate.value(); });

    const QString boundsNote = onlyBounds
        ? tr("OpenAI did not say how many comments were engaged; the rate lies within the band.")
        : QString();
    m_engagementChart->setNote(boundsNote);
    m_unansweredChart->setNote(boundsNote);

    const QString source = ExplanationKit::responsesSource();
    const QString window
        = tr("Each point stands for the 28 days that end there; dashed where some of them are "
             "missing, not drawn while the day can still change.");
    const auto explain
        = [&](charts::ChartCard* card, Measure measure, const QString& formula, Measure partMeasure,
              const app::insights::PartOfWhole& part, std::optional<double> value) {
              card->setExplanation(shown.answeredKit.of(card->title(), measure, value, formula,
                  {ExplanationKit::input(partMeasure, part.part, source),
                      ExplanationKit::input(Measure::ResponseComments, part.whole, source)},
                  window));
          };
    const auto ratioFormula
        = [](const QString& definition, Measure partMeasure, const app::insights::PartOfWhole& part) {
              return ExplanationKit::ratioFormula(
                  definition, partMeasure, part.part, Measure::ResponseComments, part.whole);
          };
    const app::insights::PartOfWhole& engaged = answered.engagement.known;
    explain(m_engagementChart, Measure::EngagementRate,
        ratioFormula(tr("engaged ÷ comments"), Measure::Engaged, engaged), Measure::Engaged, engaged,
        answered.engagement.value());
    explain(m_unansweredChart, Measure::UnansweredShare, unansweredFormula(engaged), Measure::Engaged,
        engaged, answered.unanswered());
    explain(m_coverageChart, Measure::ReactionCoverage,
        ratioFormula(tr("reacted ÷ comments"), Measure::Reacted, answered.reactionCoverage), Measure::Reacted,
        answered.reactionCoverage, answered.reactionCoverage.value());
    explain(m_replyRateChart, Measure::ReplyRate,
        ratioFormula(tr("replied ÷ comments"), Measure::Replied, answered.replyRate), Measure::Replied,
        answered.replyRate, answered.replyRate.value());
}

void CodeReviewPage::showReplies(const Shown& shown)
{
    const ResponseFigures& answered = shown.answered;
    const DaySeries replies = shown.answeredSeries(
        Measure::Replies, [](const ReviewResponseRow& row) { return number(row.replies); });
    const DaySeries comments = shown.answeredSeries(
        Measure::ResponseComments, [](const ReviewResponseRow& row) { return number(row.comments); });
    DayPlot plot;
    plot.lines = {app::models::ratioSeries(Measure::RepliesPerComment, replies, comments)};
    m_repliesChart->show(std::move(plot));
    const QString source = ExplanationKit::responsesSource();
    m_repliesChart->setExplanation(shown.answeredKit.of(tr("Replies per comment"), Measure::RepliesPerComment,
        answered.repliesPerComment,
        ExplanationKit::ratioFormula(tr("replies ÷ comments"), Measure::Replies, answered.replies,
            Measure::ResponseComments, answered.comments),
        {ExplanationKit::input(Measure::Replies, answered.replies, source),
            ExplanationKit::input(Measure::ResponseComments, answered.comments, source)},
        tr("A reply is no verdict: it can be thanks, a question or an objection.")));
}

void CodeReviewPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

void CodeReviewPage::arrange()
{
    const bool sideBySide = width() >= kLeastForTwo;
    if (sideBySide == m_sideBySide) {
        return;
    }
    m_sideBySide = sideBySide;
    m_groups->setDirection(sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_groups->setSpacing(sideBySide ? 24 : 16);
    // Width is shared; height is not.
    m_groups->setStretch(0, sideBySide ? 1 : 0);
    m_groups->setStretch(2, sideBySide ? 1 : 0);
    m_divider->setVisible(sideBySide);
}

} // namespace ui::pages
