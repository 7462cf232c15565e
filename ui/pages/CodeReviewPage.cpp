// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/CodeReviewPage.h"

#include "charts/ChartCard.h"
#include "common/Banner.h"
#include "common/Format.h"
#include "common/Label.h"
#include "models/DaySeries.h"
#include "pages/FigureText.h"
#include "pages/StatTile.h"
#include "store/CoverageQueries.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace ui::pages {

namespace {

namespace format = common::format;
using app::models::DaySeries;
using app::models::Measure;
using common::Label;
using common::TextStyle;

constexpr int kLeastForTwo = 960;

} // namespace

struct CodeReviewPage::Data
{
    app::core::DayRange range;
    app::records::Coverage coverage;
    std::vector<app::records::ReviewRow> reviews;
    std::vector<app::records::ReviewResponseRow> responses;
};

CodeReviewPage::CodeReviewPage(QWidget* parent)
    : Page(QStringLiteral("codeReview"), Scrolling::Page, parent)
{
    auto* note = new common::Banner;
    note->setObjectName(QStringLiteral("populationsBanner"));
    note->setMessage(common::Banner::Level::Information, tr("Two populations, never divided by each other."),
        tr("Reviews and comments count what Codex wrote on a day. Reactions and replies count on pull "
           "requests that "
           "were merged on a day. All figures are for the whole workspace, not per person."));
    contentLayout()->addWidget(note);

    const auto card = [this](const QString& name, const QString& heading, const QString& caption) {
        auto* result = new charts::ChartCard(name, heading, caption);
        result->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
        connect(result, &charts::ChartCard::retryRequested, this, &Page::reload);
        return result;
    };
    const auto column = [](const QString& heading, std::initializer_list<StatTile*> tiles,
                            std::initializer_list<QWidget*> cards) {
        auto* box = new QWidget;
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        auto* layout = new QVBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(16);
        auto* label = new Label(heading, TextStyle::SmallBold);
        layout->addWidget(label);
        layout->setSpacing(12);
        auto* row = new TileRow;
        for (StatTile* tile : tiles) {
            row->addTile(tile);
        }
        layout->addWidget(row);
        for (QWidget* one : cards) {
            layout->addWidget(one, 1);
        }
        return box;
    };
    m_reviews = new StatTile(QStringLiteral("reviewCount"), tr("Reviews"));
    m_comments = new StatTile(QStringLiteral("commentCount"), tr("Comments"));
    m_reactions = new StatTile(QStringLiteral("reactionCount"), tr("Reactions"));
    m_replies = new StatTile(QStringLiteral("replyCount"), tr("Replies"));
    m_reviewsChart = card(QStringLiteral("dailyReviews"), tr("Reviews"), tr("per UTC day"));
    m_commentsChart = card(QStringLiteral("dailyComments"), tr("Comments by priority"), {});
    m_reactionsChart = card(QStringLiteral("dailyReactions"), tr("Reactions"), tr("per UTC day"));
    m_repliesChart = card(QStringLiteral("dailyReplies"), tr("Replies"), tr("per UTC day"));
    m_written
        = column(tr("Written in this period"), {m_reviews, m_comments}, {m_reviewsChart, m_commentsChart});
    m_answered = column(tr("On pull requests merged in this period"), {m_reactions, m_replies},
        {m_reactionsChart, m_repliesChart});

    auto* halves = new QWidget;
    auto* grid = new QGridLayout(halves);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(16);
    grid->addWidget(m_written, 0, 0);
    grid->addWidget(m_answered, 1, 0);
    contentLayout()->addWidget(halves, 1);
}

CodeReviewPage::~CodeReviewPage() = default;

QString CodeReviewPage::title() const
{
    return tr("Code review");
}

void CodeReviewPage::load()
{
    read(
        [range = range()](const app::store::Database& database) -> app::core::Result<Data> {
            auto coverage = app::store::coverage(database, range);
            auto reviews = app::store::reviewsByDay(database, range);
            auto responses = app::store::reviewResponsesByDay(database, range);
            if (!coverage) {
                return app::core::failure(coverage.error());
            }
            if (!reviews) {
                return app::core::failure(reviews.error());
            }
            if (!responses) {
                return app::core::failure(responses.error());
            }
            return Data{range, std::move(*coverage), std::move(*reviews), std::move(*responses)};
        },
        [this](const Data& figures) { return showFigures(figures); });
}

void CodeReviewPage::showLoading()
{
    for (StatTile* tile : {m_reviews, m_comments, m_reactions, m_replies}) {
        tile->showLoading();
    }
    for (charts::ChartCard* card : {m_reviewsChart, m_commentsChart, m_reactionsChart, m_repliesChart}) {
        card->showLoading();
    }
}

void CodeReviewPage::showStale(const QString& whatHappened)
{
    for (charts::ChartCard* card : {m_reviewsChart, m_commentsChart, m_reactionsChart, m_repliesChart}) {
        card->showFailed(whatHappened, {});
    }
}

Page::Basis CodeReviewPage::showFigures(const Data& figures)
{
    showWritten(figures);
    showAnswered(figures);
    const std::vector<app::records::Dataset> both{
        app::records::Dataset::CodeReviews, app::records::Dataset::CodeReviewResponses};
    return {app::models::summarise(figures.range, figures.coverage, both),
        app::models::anyStored(figures.range, figures.coverage, both)};
}

void CodeReviewPage::showWritten(const Data& figures)
{
    const auto series = [&figures](Measure measure) {
        return app::models::reviewSeries(measure, figures.range, figures.reviews, figures.coverage);
    };
    const app::models::DaySum reviews = app::models::sumOf(series(Measure::Reviews));
    const app::models::DaySum comments = app::models::sumOf(series(Measure::Comments));
    const DaySeries p0 = series(Measure::CommentsP0);
    const DaySeries p1 = series(Measure::CommentsP1);
    const app::models::DaySum withoutDetail = app::models::sumOf(p0);
    m_reviews->setFigure(Measure::Reviews, reviews.value,
        ratioText(tr("%1 comments per review"), comments.value, reviews.value));
    const std::optional<double> p0Sum = withoutDetail.value;
    const std::optional<double> p1Sum = app::models::sumOf(p1).value;
    m_comments->setFigure(Measure::Comments, comments.value,
        p0Sum && p1Sum ? tr("%1 P0, %2 P1").arg(format::number(*p0Sum, 0), format::number(*p1Sum, 0))
                       : QString());

    m_reviewsChart->showSeries({series(Measure::Reviews)});
    std::vector<DaySeries> stack{p0, p1, series(Measure::CommentsP2)};
    DaySeries rest = series(Measure::CommentsWithoutPriority);
    if (app::models::sumOf(rest).value.value_or(0) > 0) {
        stack.push_back(std::move(rest));
    }
    m_commentsChart->showSeries(std::move(stack));
    m_commentsChart->setNote(withoutDetail.daysWithoutFigure == 0
            ? QString()
            : tr("On %n day(s) OpenAI gave no priorities; those comments stand under “No priority”.", nullptr,
                withoutDetail.daysWithoutFigure));
}

void CodeReviewPage::showAnswered(const Data& figures)
{
    const auto series = [&figures](Measure measure) {
        return app::models::responseSeries(measure, figures.range, figures.responses, figures.coverage);
    };
    const DaySeries upvotes = series(Measure::Upvotes);
    const DaySeries unknown = series(Measure::ReactionsOfUnknownKind);
    const app::models::DaySum up = app::models::sumOf(upvotes);
    const app::models::DaySum down = app::models::sumOf(series(Measure::Downvotes));
    const app::models::DaySum other = app::models::sumOf(series(Measure::OtherReactions));
    std::optional<double> reactions;
    if (up.storedDays > 0) {
        reactions = 0;
        for (const auto& row : figures.responses) {
            reactions = *reactions + static_cast<double>(row.reactions);
        }
    }
    m_reactions->setFigure(Measure::Upvotes, reactions,
        up.value && down.value && other.value
            ? tr("%1 up, %2 down").arg(format::number(*up.value, 0), format::number(*down.value, 0))
            : QString());
    m_replies->setFigure(Measure::Replies, app::models::sumOf(series(Measure::Replies)).value);

    std::vector<DaySeries> stack{upvotes, series(Measure::Downvotes), series(Measure::OtherReactions)};
    if (app::models::sumOf(unknown).value.value_or(0) > 0) {
        stack.push_back(unknown);
    }
    m_reactionsChart->showSeries(std::move(stack));
    m_reactionsChart->setNote(up.daysWithoutFigure == 0
            ? QString()
            : tr("On %n day(s) OpenAI did not say which reactions they were; those stand under “Kind not "
                 "given”.",
                nullptr, up.daysWithoutFigure));
    m_repliesChart->showSeries({series(Measure::Replies)});
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
    auto* grid = static_cast<QGridLayout*>(m_written->parentWidget()->layout());
    grid->addWidget(m_answered, sideBySide ? 0 : 1, sideBySide ? 1 : 0);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, sideBySide ? 1 : 0);
}

} // namespace ui::pages
