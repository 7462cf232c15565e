// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/OverviewPage.h"

#include "charts/ChartCard.h"
#include "common/Banner.h"
#include "common/Format.h"
#include "insights/Activity.h"
#include "insights/Changes.h"
#include "insights/ReviewMetrics.h"
#include "models/DaySeries.h"
#include "models/EngineerName.h"
#include "models/Plots.h"
#include "pages/CardGrid.h"
#include "pages/ChangesCard.h"
#include "pages/ExplanationKit.h"
#include "pages/FigureText.h"
#include "pages/StatTile.h"
#include "pages/SurfaceParts.h"
#include "store/CoverageQueries.h"
#include "store/ReviewQueries.h"
#include "store/SurfaceQueries.h"

#include <QVBoxLayout>

#include <cmath>

namespace ui::pages {

namespace {

namespace format = common::format;
namespace insights = app::insights;
namespace store = app::store;
using app::core::DayRange;
using app::core::UtcDay;
using app::models::CostUnit;
using app::models::DayPlot;
using app::models::DayPoint;
using app::models::DaySeries;
using app::models::DaySum;
using app::models::Granularity;
using app::models::Measure;
using app::records::Dataset;

constexpr int kRhythmWeeks = 13;
constexpr std::size_t kMostChanges = 6;
constexpr int kLeastComments = 10;

/// Monday of the first of 13 ISO weeks that end with the week of `last`.
DayRange rhythmRange(UtcDay last)
{
    return {last - (last.isoWeekday() - 1) - 7 * (kRhythmWeeks - 1), last};
}

DayPoint pointOf(const insights::RollingFigure& figure)
{
    return {figure.value, figure.state, figure.basisDays, figure.basisWanted};
}

std::optional<double> number(std::int64_t value)
{
    return static_cast<double>(value);
}

} // namespace

/// One reading, of all the days that some figure reaches back to.
struct OverviewPage::Data
{
    DayRange range;
    DayRange prior; ///< as long, right before
    Granularity granularity = Granularity::Day;
    app::records::Coverage coverage;
    std::vector<store::UsageDay> days;
    store::ActivePeople people; ///< windows: the range, the one before, then the buckets of the range
    std::int64_t seenPeople = 0;
    store::Reconciliation difference;
    std::vector<app::records::ReviewRow> reviews;
    std::vector<app::records::ReviewResponseRow> responses;
    std::vector<store::SurfaceDay> surfaces;
    CostUnit unit = CostUnit::Credits;
    bool priorWhole = false; ///< usage of the window before is stored without a gap

    struct Change
    {
        store::PersonCosts person;
        insights::CostChange change;
        std::vector<store::EngineerDay> days;
    };
    std::vector<Change> changes;
    std::optional<app::core::Instant> lastSync;

    [[nodiscard]] DaySeries usage(Measure measure) const { return usageOver(measure, range); }
    [[nodiscard]] DaySeries usageOver(Measure measure, DayRange window) const
    {
        return app::models::usageSeries(measure, window, days, coverage);
    }
    [[nodiscard]] DaySeries review(Measure measure, DayRange window) const
    {
        return app::models::reviewSeries(measure, window, reviews, coverage);
    }
    /// The sum over the window before; none where it has gaps.
    [[nodiscard]] std::optional<double> usageBefore(Measure measure) const
    {
        return priorWhole ? app::models::sumOf(usageOver(measure, prior)).value : std::nullopt;
    }
};

OverviewPage::OverviewPage(QWidget* parent)
    : Page(QStringLiteral("overview"), Scrolling::Page, parent)
{
    auto* tiles = new TileRow;
    m_people = tiles->addTile(QStringLiteral("people"), tr("Active people"), StatTile::Size::Large);
    m_turns = tiles->addTile(QStringLiteral("turns"), tr("Turns"), StatTile::Size::Large);
    m_threads = tiles->addTile(QStringLiteral("threads"), tr("Threads"), StatTile::Size::Large);
    m_cost = tiles->addTile(QStringLiteral("cost"), tr("Credits"), StatTile::Size::Large);
    m_reviews = tiles->addTile(QStringLiteral("reviews"), tr("Code reviews"), StatTile::Size::Large);
    m_engagement
        = tiles->addTile(QStringLiteral("engagement"), tr("Comment engagement"), StatTile::Size::Large);
    contentLayout()->addWidget(tiles);

    m_difference = new common::Banner;
    m_difference->setObjectName(QStringLiteral("reconciliationBanner"));
    m_difference->hide();
    contentLayout()->addWidget(m_difference);

    m_peopleChart = addChart(
        QStringLiteral("dailyPeople"), tr("Daily active people"), tr("turns or threads above zero"));
    m_costChart = addChart(QStringLiteral("dailyCost"), tr("Credits by surface"), tr("per UTC day"));
    m_rhythmChart = addChart(QStringLiteral("rhythm"), tr("Rhythm"), tr("turns per UTC day, 13 weeks"));
    m_rhythmChart->setLoadingShapes(charts::ChartCard::Shapes::Cells);
    m_changes = new ChangesCard;
    connect(m_changes, &ChangesCard::engineerRequested, this, &Page::engineerRequested);
    m_rollingChart = addChart(QStringLiteral("rollingPeople"), tr("Weekly and monthly active"), QString());
    m_turnsChart = addChart(QStringLiteral("dailyTurns"), tr("Turns"), tr("per UTC day"));
    m_stickinessChart
        = addChart(QStringLiteral("stickiness"), tr("Stickiness"), tr("mean daily ÷ monthly active people"));
    auto* grid = new CardGrid;
    grid->addRow({{m_peopleChart, 676}, {m_costChart, 484}});
    grid->addRow({{m_rhythmChart, 368}, {m_changes, 452}, {m_rollingChart, 324}});
    grid->addRow({{m_turnsChart, 676}, {m_stickinessChart, 484}});
    contentLayout()->addWidget(grid, 1);
}

OverviewPage::~OverviewPage() = default;

QString OverviewPage::name()
{
    return tr("Overview");
}

void OverviewPage::load()
{
    read(
        [range = range(), granularity = granularity()](
            const store::Database& database) -> app::core::Result<Data> {
            Data figures;
            figures.range = range;
            figures.prior = insights::precedingWindow(range);
            figures.granularity = granularity;
            // As far back as the rhythm, the window before and the rolling windows reach.
            DayRange all = rhythmRange(range.last).united(figures.prior).united(range);
            all.first = std::min(all.first, range.first - (store::kMonthWindow - 1));
            std::vector<DayRange> windows{range, figures.prior};
            for (const DayRange bucket : app::models::bucketsOf(range, granularity)) {
                windows.push_back(bucket);
            }
            auto coverage = store::coverage(database, all);
            auto days = store::usageByDay(database, all);
            auto people = store::activePeople(database, range, windows);
            auto seen = store::peopleSeen(database);
            auto difference = store::reconcile(database, range);
            auto reviews = store::reviewsByDay(database, all);
            auto responses = store::reviewResponsesByDay(database, all);
            auto surfaces = store::surfaceDays(database, range);
            if (!coverage) {
                return app::core::failure(coverage.error());
            }
            if (!days) {
                return app::core::failure(days.error());
            }
            if (!people) {
                return app::core::failure(people.error());
            }
            if (!seen) {
                return app::core::failure(seen.error());
            }
            if (!difference) {
                return app::core::failure(difference.error());
            }
            if (!reviews) {
                return app::core::failure(reviews.error());
            }
            if (!responses) {
                return app::core::failure(responses.error());
            }
            if (!surfaces) {
                return app::core::failure(surfaces.error());
            }
            figures.coverage = std::move(*coverage);
            figures.days = std::move(*days);
            figures.people = std::move(*people);
            figures.seenPeople = *seen;
            figures.difference = *difference;
            figures.reviews = std::move(*reviews);
            figures.responses = std::move(*responses);
            figures.surfaces = std::move(*surfaces);
            figures.lastSync = lastSyncOf(database);
            std::vector<store::UsageDay> inRange = figures.days;
            std::erase_if(inRange, [range](const store::UsageDay& day) { return !range.contains(day.day); });
            figures.unit = app::models::costUnitOf(inRange);
            figures.priorWhole
                = insights::isWhole(figures.prior, figures.coverage, Dataset::UsagePerEngineer);
            if (!figures.priorWhole) {
                return figures;
            }
            auto costs = store::costsByPerson(database, range, figures.prior);
            if (!costs) {
                return app::core::failure(costs.error());
            }
            const insights::CostMember member = figures.unit == CostUnit::Usd ? &app::records::Costs::costUsd
                                                                              : &app::records::Costs::credits;
            for (const insights::CostChange& change :
                insights::largestChanges(*costs, member, kMostChanges)) {
                const store::PersonCosts& person = (*costs)[change.person];
                auto course = store::engineerByDay(database, person.userId, range);
                if (!course) {
                    return app::core::failure(course.error());
                }
                figures.changes.push_back({person, change, std::move(*course)});
            }
            return figures;
        },
        [this](const Data& figures) { return showFigures(figures); });
}

void OverviewPage::showLoading()
{
    Page::showLoading();
    for (StatTile* tile : {m_people, m_turns, m_threads, m_cost, m_reviews, m_engagement}) {
        tile->showLoading();
    }
    m_changes->showLoading();
}

Page::Basis OverviewPage::showFigures(const Data& figures)
{
    // The charts show usage; the tiles about reviews say for themselves when fewer days of them are stored.
    const auto summary = app::models::summarise(figures.range, figures.coverage, {Dataset::UsagePerEngineer});
    std::int64_t rows = 0;
    for (const store::UsageDay& day : figures.days) {
        rows += figures.range.contains(day.day) ? day.totals.rows : 0;
    }
    const ExplanationKit kit(summary, figures.lastSync, rows);
    showTiles(figures, kit);
    showEngagement(figures, kit);
    showActivity(figures, kit);
    showConsumption(figures, kit);
    showChanges(figures);
    showReconciliation(figures.difference);
    return {summary,
        app::models::anyStored(figures.range, figures.coverage,
            {Dataset::UsagePerEngineer, Dataset::CodeReviews, Dataset::CodeReviewResponses})};
}

void OverviewPage::showTiles(const Data& figures, const ExplanationKit& kit)
{
    const QString versus = versusText(figures.range.length());
    const QString beforeName = tr("In the %1 days before").arg(format::integer(figures.range.length()));
    const auto show
        = [&](StatTile* tile, const QString& label, const ExplanationKit& window, Measure measure,
              std::optional<double> now, std::optional<double> before, const DaySeries& spark,
              const QString& detail, const QString& formula, const QString& source, const QString& notSaid) {
              tile->setLabel(label);
              tile->setFigure(measure, now, detail);
              tile->setChange(insights::relativeChange(now, before), versus);
              tile->setSpark(app::models::atGranularity(spark, figures.granularity));
              tile->setExplanation(window.of(label, measure, now, formula,
                  {ExplanationKit::input(measure, now, source),
                      ExplanationKit::input(measure, before, source, beforeName)},
                  notSaid));
          };
    const QString usage = ExplanationKit::usageSource();
    const DaySum turns = app::models::sumOf(figures.usage(Measure::Turns));
    const std::optional<double> people
        = turns.storedDays > 0 ? number(figures.people.windows[0]) : std::nullopt;
    const std::optional<double> peopleBefore
        = figures.priorWhole ? number(figures.people.windows[1]) : std::nullopt;

    // The spark line of people is of days also by weeks: people of days cannot be added up.
    m_people->setLabel(tr("Active people"));
    m_people->setFigure(
        Measure::ActiveEngineers, people, tr("of %1 seen so far").arg(format::integer(figures.seenPeople)));
    m_people->setChange(insights::relativeChange(people, peopleBefore), versus);
    m_people->setSpark(figures.usage(Measure::ActiveEngineers));
    m_people->setExplanation(kit.of(tr("Active people"), Measure::ActiveEngineers, people,
        tr("people with turns or threads above zero on at least one day"),
        {ExplanationKit::input(Measure::ActiveEngineers, people, usage),
            ExplanationKit::input(Measure::ActiveEngineers, peopleBefore, usage, beforeName),
            ExplanationKit::input(
                Measure::ActiveEngineers, number(figures.seenPeople), usage, tr("Seen so far"))},
        tr("How many people have a seat is not known here; people without any usage were never seen.")));

    show(m_turns, tr("Turns"), kit, Measure::Turns, turns.value, figures.usageBefore(Measure::Turns),
        figures.usage(Measure::Turns), {}, tr("sum of turns over all days and engineers"), usage,
        tr("More turns are not better work."));
    show(m_threads, tr("Threads"), kit, Measure::Threads,
        app::models::sumOf(figures.usage(Measure::Threads)).value, figures.usageBefore(Measure::Threads),
        figures.usage(Measure::Threads), {}, tr("sum of threads over all days and engineers"), usage, {});

    const Measure cost = app::models::costMeasure(figures.unit);
    const QString costLabel = figures.unit == CostUnit::Usd ? tr("Cost in USD") : tr("Credits");
    show(m_cost, costLabel, kit, cost, app::models::sumOf(figures.usage(cost)).value,
        figures.usageBefore(cost), figures.usage(cost), {},
        figures.unit == CostUnit::Usd ? tr("sum of the cost in USD over all days and engineers")
                                      : tr("sum of credits over all days and engineers"),
        usage, tr("This is what was metered, not an invoice."));

    const DaySeries reviews = figures.review(Measure::Reviews, figures.range);
    const DaySum reviewSum = app::models::sumOf(reviews);
    const bool reviewsBefore = insights::isWhole(figures.prior, figures.coverage, Dataset::CodeReviews);
    show(m_reviews, tr("Code reviews"),
        kit.over(app::models::summarise(figures.range, figures.coverage, {Dataset::CodeReviews})),
        Measure::Reviews, reviewSum.value,
        reviewsBefore ? app::models::sumOf(figures.review(Measure::Reviews, figures.prior)).value
                      : std::nullopt,
        reviews,
        reviewSum.storedDays < turns.storedDays
            ? tr("%1 of %2 days read")
                  .arg(format::integer(reviewSum.storedDays), format::integer(figures.range.length()))
            : QString(),
        tr("sum of the pull request reviews that Codex wrote"), ExplanationKit::reviewsSource(),
        tr("Whether a review was useful is not in this count."));
}

void OverviewPage::showEngagement(const Data& figures, const ExplanationKit& kit)
{
    const DayRange window = DayRange::endingAt(figures.range.last, insights::kReviewWindowDays);
    const DayRange prior = insights::precedingWindow(window);
    const insights::ResponseFigures now
        = insights::responseFigures(figures.responses, window, figures.coverage);
    const insights::ResponseFigures before
        = insights::responseFigures(figures.responses, prior, figures.coverage);
    const QString label = tr("Comment engagement");
    const std::optional<double> engaged = now.engagement.known.part;
    const std::optional<double> comments = engaged ? now.engagement.known.whole : now.comments;
    const bool few = comments && *comments < kLeastComments;
    const std::optional<double> rate = few ? std::nullopt : now.engagement.value();
    const bool comparable = insights::isWhole(prior, figures.coverage, Dataset::CodeReviewResponses)
        && before.engagement.known.whole.value_or(0) >= kLeastComments;
    if (few) {
        //: Both are numbers of comments.
        m_engagement->setSmallSample(tr("only %1 comments, needs %2")
                                         .arg(format::number(*comments, 0), format::integer(kLeastComments)));
    } else {
        m_engagement->setFigure(
            Measure::EngagementRate, rate, comments && !engaged ? tr("not given") : tr("28 d"));
    }
    m_engagement->setPointsChange(
        insights::difference(rate, comparable ? before.engagement.value() : std::nullopt),
        versusText(window.length()));
    m_engagement->setSpark(app::models::computeSeries(
        Measure::EngagementRate, figures.range, Granularity::Day, [&](DayRange bucket) {
            return pointOf(insights::rollingEngagement(figures.responses, figures.coverage, bucket.last));
        }));
    const QString source = ExplanationKit::responsesSource();
    m_engagement->setExplanation(
        kit.over(app::models::summarise(window, figures.coverage, {Dataset::CodeReviewResponses}))
            .of(label, Measure::EngagementRate, rate,
                ExplanationKit::ratioFormula(tr("engaged comments ÷ comments"), Measure::Engaged, engaged,
                    Measure::ResponseComments, comments),
                {ExplanationKit::input(Measure::Engaged, engaged, source),
                    ExplanationKit::input(Measure::ResponseComments, comments, source)},
                tr("Comments on pull requests merged in these 28 days. Silence is not rejection.")));
}

void OverviewPage::showActivity(const Data& figures, const ExplanationKit& kit)
{
    const insights::ActivityFigures activity(figures.days, figures.coverage, figures.people);
    const auto rolling = [&](Measure measure, Granularity granularity, auto figureOf) {
        return app::models::computeSeries(measure, figures.range, granularity,
            [&](DayRange bucket) { return pointOf((activity.*figureOf)(activity.lastFinalDay(bucket))); });
    };
    const bool weeks = figures.granularity == Granularity::Week;
    DayPlot daily;
    if (weeks) {
        // Distinct people of each week; days and basis are those of the sum of days.
        DaySeries distinct = app::models::byWeek(figures.usage(Measure::Turns));
        distinct.measure = Measure::WeeklyActive;
        for (std::size_t week = 0; week < distinct.points.size(); ++week) {
            if (distinct.points[week].value) {
                distinct.points[week].value = number(figures.people.windows[week + 2]);
            }
        }
        daily.columns = {std::move(distinct)};
        m_peopleChart->setTitle(tr("Weekly active people"), tr("turns or threads above zero, distinct"));
    } else {
        daily.columns = {figures.usage(Measure::ActiveEngineers)};
        daily.lines
            = {rolling(Measure::MeanActive, Granularity::Day, &insights::ActivityFigures::meanActive)};
        m_peopleChart->setTitle(tr("Daily active people"), tr("turns or threads above zero"));
    }
    const QString source = ExplanationKit::usageSource();
    m_peopleChart->show(daily);
    m_peopleChart->setExplanation(kit.ofChart(m_peopleChart->title(),
        weeks ? tr("distinct people with turns or threads above zero in an ISO week")
              : tr("people with turns or threads above zero on a UTC day; 7-day mean = mean of the last 7 "
                   "calendar days"),
        {ExplanationKit::input(Measure::ActiveEngineers, number(figures.people.windows[0]), source,
            tr("Distinct in the range"))},
        weeks ? QString()
              : tr("Days that are missing or provisional stand in no mean; the line is dashed then, and not "
                   "drawn over provisional days.")));

    DayPlot people;
    people.lines
        = {rolling(Measure::WeeklyActive, figures.granularity, &insights::ActivityFigures::weeklyActive),
            rolling(Measure::MonthlyActive, figures.granularity, &insights::ActivityFigures::monthlyActive)};
    m_rollingChart->show(people);
    m_rollingChart->setExplanation(kit.ofChart(m_rollingChart->title(),
        tr("weekly = distinct people active in the 7 days that end on a day; monthly = in the 28 days"), {},
        tr("Where a window holds a day that is not stored, the line is dashed: people may be missing.")));

    DayPlot stickiness;
    stickiness.lines
        = {rolling(Measure::Stickiness, figures.granularity, &insights::ActivityFigures::stickiness)};
    m_stickinessChart->show(stickiness);
    m_stickinessChart->setExplanation(kit.ofChart(m_stickinessChart->title(),
        tr("mean of daily active people over 28 days ÷ distinct people active in these 28 days"), {},
        tr("Weekends count like every day, so a team that works on weekdays stays below 72 %.")));

    m_turnsChart->setTitle(tr("Turns"), weeks ? tr("per ISO week") : tr("per UTC day"));
    DayPlot turns;
    turns.columns = {app::models::atGranularity(figures.usage(Measure::Turns), figures.granularity)};
    m_turnsChart->show(turns);
    m_turnsChart->setExplanation(kit.ofChart(m_turnsChart->title(), tr("sum of turns over engineers"),
        {ExplanationKit::input(
            Measure::Turns, app::models::sumOf(figures.usage(Measure::Turns)).value, source)}));

    const DayRange rhythm = rhythmRange(figures.range.last);
    m_rhythmChart->show(app::models::HeatPlot{figures.usageOver(Measure::Turns, rhythm)});
    m_rhythmChart->setExplanation(
        kit.over(app::models::summarise(rhythm, figures.coverage, {Dataset::UsagePerEngineer}))
            .ofChart(m_rhythmChart->title(),
                tr("sum of turns over engineers on each UTC day of the last 13 ISO weeks")));
}

void OverviewPage::showConsumption(const Data& figures, const ExplanationKit& kit)
{
    const Measure cost = app::models::costMeasure(figures.unit);
    const bool usd = figures.unit == CostUnit::Usd;
    const DaySeries whole = figures.usage(cost);
    DayPlot plot;
    for (const DaySeries& part : surfaceStack(whole, figures.surfaces)) {
        plot.columns.push_back(app::models::atGranularity(part, figures.granularity));
    }
    m_costChart->setTitle(usd ? tr("USD by surface") : tr("Credits by surface"),
        figures.granularity == Granularity::Week ? tr("per ISO week") : tr("per UTC day"));
    m_costChart->show(plot);
    const DaySum sum = app::models::sumOf(whole);
    QStringList notes{withoutFigureText(sum), billedApartText(figures.unit, figures.usage(Measure::CostUsd))};
    notes.removeAll(QString());
    m_costChart->setNote(notes.join(u' '));
    m_costChart->setExplanation(kit.ofChart(m_costChart->title(),
        tr("sum over engineers of what each surface used; what surfaces leave of the totals is not "
           "attributed"),
        {ExplanationKit::input(cost, sum.value, ExplanationKit::usageSource())}));
}

void OverviewPage::showChanges(const Data& figures)
{
    const QString versus = versusText(figures.range.length());
    const bool usd = figures.unit == CostUnit::Usd;
    //: %1 is "vs prior 30 d".
    m_changes->setCaption(usd ? tr("USD, %1").arg(versus) : tr("credits, %1").arg(versus));
    if (!figures.priorWhole) {
        const auto prior
            = app::models::summarise(figures.prior, figures.coverage, {Dataset::UsagePerEngineer});
        m_changes->showEmpty(tr("Needs the %n day(s) before", nullptr, prior.range.length()),
            //: %1 is a range of days, %2 and %3 are numbers of days.
            tr("%1: %2 of %3 days are stored.")
                .arg(format::days(prior.range), format::integer(prior.stored),
                    format::integer(prior.range.length())));
        return;
    }
    if (figures.changes.empty()) {
        m_changes->showEmpty(tr("No changes"), tr("Nobody used more or less than in the days before."));
        return;
    }
    std::vector<ChangesCard::Row> rows;
    for (const Data::Change& entry : figures.changes) {
        const DaySeries course = app::models::engineerSeries(
            app::models::costMeasure(figures.unit), figures.range, entry.days, figures.coverage);
        rows.push_back(
            {*entry.person.userId, app::models::engineerName(entry.person.userId, entry.person.email),
                app::models::atGranularity(course, figures.granularity), entry.change.now,
                entry.change.relative});
    }
    m_changes->showRows(rows);
}

void OverviewPage::showReconciliation(const app::store::Reconciliation& difference)
{
    const std::int64_t turns = difference.turnsWorkspace - difference.turnsEngineers;
    const double credits = difference.creditsWorkspace - difference.creditsEngineers;
    constexpr double kRounding = 0.05; // sums of many fractions may differ in their last digits
    const bool creditsDiffer = std::abs(credits) > kRounding;
    if (difference.comparedDays == 0 || (turns == 0 && !creditsDiffer)) {
        m_difference->hide();
        return;
    }
    const auto share = [](double part, double whole) {
        return whole > 0 ? tr(" (%1)").arg(format::percent(part / whole)) : QString();
    };
    QStringList parts;
    if (turns != 0) {
        const QString amount = format::integer(std::abs(turns))
            + share(static_cast<double>(std::abs(turns)), static_cast<double>(difference.turnsWorkspace));
        parts << (turns > 0 ? tr("%1 more turns").arg(amount) : tr("%1 fewer turns").arg(amount));
    }
    if (creditsDiffer) {
        const QString amount
            = format::number(std::abs(credits), 1) + share(std::abs(credits), difference.creditsWorkspace);
        parts << (credits > 0 ? tr("%1 more credits").arg(amount) : tr("%1 fewer credits").arg(amount));
    }
    //: Joins the two parts "1,204 more turns (0.7 %)" and "311.5 more credits (0.4 %)".
    const QString amounts = parts.join(tr(" and "));
    m_difference->setMessage(common::Banner::Level::Information, tr("Two sums differ."),
        tr("Workspace rows count %1 than the sum over engineers, on the %n day(s) that both were read for. "
           "Automation "
           "or withheld people can be missing from the rows per engineer. The charts show the sum over "
           "engineers.",
            nullptr, difference.comparedDays)
            .arg(amounts));
    m_difference->show();
}

} // namespace ui::pages
