// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/OverviewPage.h"

#include "charts/ChartCard.h"
#include "common/Banner.h"
#include "common/Format.h"
#include "models/DaySeries.h"
#include "pages/CardGrid.h"
#include "pages/FigureText.h"
#include "pages/StatTile.h"
#include "store/CoverageQueries.h"

#include <QVBoxLayout>

#include <cmath>

namespace ui::pages {

namespace {

namespace format = common::format;
using app::models::CostUnit;
using app::models::Measure;
using app::records::Dataset;

} // namespace

struct OverviewPage::Data
{
    app::core::DayRange range;
    app::records::Coverage coverage;
    std::vector<app::store::UsageDay> days;
    int activePeople = 0;
    int seenPeople = 0;
    app::store::Reconciliation difference;
    std::vector<app::records::ReviewRow> reviews;
};

OverviewPage::OverviewPage(QWidget* parent)
    : Page(QStringLiteral("overview"), Scrolling::Page, parent)
{
    auto* tiles = new TileRow;
    const auto tile = [tiles](const QString& name, const QString& label) {
        auto* result = new StatTile(name, label);
        tiles->addTile(result);
        return result;
    };
    m_people = tile(QStringLiteral("people"), tr("Active people"));
    m_turns = tile(QStringLiteral("turns"), tr("Turns"));
    m_threads = tile(QStringLiteral("threads"), tr("Threads"));
    m_cost = tile(QStringLiteral("cost"), tr("Credits"));
    m_reviews = tile(QStringLiteral("reviews"), tr("Code reviews"));
    contentLayout()->addWidget(tiles);

    m_difference = new common::Banner;
    m_difference->setObjectName(QStringLiteral("reconciliationBanner"));
    m_difference->hide();
    contentLayout()->addWidget(m_difference);

    auto* grid = new CardGrid;
    const auto card
        = [this, grid](const QString& name, const QString& heading, const QString& caption, bool wide) {
              auto* result = new charts::ChartCard(name, heading, caption);
              connect(result, &charts::ChartCard::retryRequested, this, &Page::reload);
              grid->addCard(result, wide);
              return result;
          };
    m_peopleChart
        = card(QStringLiteral("dailyPeople"), tr("Daily active people"), tr("with a turn or thread"), false);
    m_turnsChart = card(QStringLiteral("dailyTurns"), tr("Turns"), tr("per UTC day"), false);
    m_costChart = card(QStringLiteral("dailyCost"), tr("Credits"), tr("per UTC day"), true);
    contentLayout()->addWidget(grid, 1);
}

OverviewPage::~OverviewPage() = default;

QString OverviewPage::title() const
{
    return tr("Overview");
}

void OverviewPage::load()
{
    read(
        [range = range()](const app::store::Database& database) -> app::core::Result<Data> {
            Data figures;
            figures.range = range;
            auto coverage = app::store::coverage(database, range);
            auto days = app::store::usageByDay(database, range);
            auto engineers = app::store::engineers(database, range);
            auto difference = app::store::reconcile(database, range);
            auto reviews = app::store::reviewsByDay(database, range);
            if (!coverage) {
                return app::core::failure(coverage.error());
            }
            if (!days) {
                return app::core::failure(days.error());
            }
            if (!engineers) {
                return app::core::failure(engineers.error());
            }
            if (!difference) {
                return app::core::failure(difference.error());
            }
            if (!reviews) {
                return app::core::failure(reviews.error());
            }
            for (const app::store::EngineerSummary& person : *engineers) {
                figures.seenPeople += person.userId ? 1 : 0;
                figures.activePeople += person.userId && person.activeDays > 0 ? 1 : 0;
            }
            figures.coverage = std::move(*coverage);
            figures.days = std::move(*days);
            figures.difference = *difference;
            figures.reviews = std::move(*reviews);
            return figures;
        },
        [this](const Data& figures) { return showFigures(figures); });
}

void OverviewPage::showLoading()
{
    for (StatTile* tile : {m_people, m_turns, m_threads, m_cost, m_reviews}) {
        tile->showLoading();
    }
    for (charts::ChartCard* card : {m_peopleChart, m_turnsChart, m_costChart}) {
        card->showLoading();
    }
}

void OverviewPage::showStale(const QString& whatHappened)
{
    for (charts::ChartCard* card : {m_peopleChart, m_turnsChart, m_costChart}) {
        card->showFailed(whatHappened, {});
    }
}

Page::Basis OverviewPage::showFigures(const Data& figures)
{
    const auto series = [&figures](Measure measure) {
        return app::models::usageSeries(measure, figures.range, figures.days, figures.coverage);
    };
    const CostUnit unit = app::models::costUnitOf(figures.days);
    const Measure cost = app::models::costMeasure(unit);

    showTiles(figures);
    showReconciliation(figures.difference);
    m_peopleChart->showSeries({series(Measure::ActiveEngineers)});
    m_turnsChart->showSeries({series(Measure::Turns)});
    m_costChart->setTitle(unit == CostUnit::Usd ? tr("Cost in USD") : tr("Credits"), tr("per UTC day"));
    m_costChart->showSeries({series(cost)});
    QStringList notes{
        withoutFigureText(app::models::sumOf(series(cost))), billedApartText(unit, series(Measure::CostUsd))};
    notes.removeAll(QString());
    m_costChart->setNote(notes.join(u' '));
    // The charts show usage; the one tile about reviews says for itself when fewer days of them are stored.
    const std::vector<Dataset> usage{Dataset::UsagePerEngineer};
    return {app::models::summarise(figures.range, figures.coverage, usage),
        app::models::anyStored(
            figures.range, figures.coverage, {Dataset::UsagePerEngineer, Dataset::CodeReviews})};
}

void OverviewPage::showTiles(const Data& figures)
{
    const auto usage = [&figures](Measure measure) {
        return app::models::sumOf(
            app::models::usageSeries(measure, figures.range, figures.days, figures.coverage));
    };
    const auto review = [&figures](Measure measure) {
        return app::models::sumOf(
            app::models::reviewSeries(measure, figures.range, figures.reviews, figures.coverage));
    };
    const app::models::DaySum turns = usage(Measure::Turns);
    const app::models::DaySum threads = usage(Measure::Threads);
    const CostUnit unit = app::models::costUnitOf(figures.days);
    const Measure costMeasure = app::models::costMeasure(unit);
    const app::models::DaySum cost = usage(costMeasure);
    const app::models::DaySum reviews = review(Measure::Reviews);

    const std::optional<double> people
        = turns.storedDays > 0 ? std::optional(static_cast<double>(figures.activePeople)) : std::nullopt;
    m_people->setFigure(
        Measure::ActiveEngineers, people, tr("of %1 seen so far").arg(format::integer(figures.seenPeople)));
    m_turns->setFigure(
        Measure::Turns, turns.value, ratioText(tr("%1 per thread"), turns.value, threads.value));
    m_threads->setFigure(
        Measure::Threads, threads.value, ratioText(tr("%1 per active person"), threads.value, people));
    m_cost->setLabel(unit == CostUnit::Usd ? tr("Cost in USD") : tr("Credits"));
    // A ratio over days of which some have no figure would be too small.
    m_cost->setFigure(costMeasure, cost.value,
        cost.daysWithoutFigure > 0 ? QString() : ratioText(tr("%1 per turn"), cost.value, turns.value));
    m_reviews->setFigure(Measure::Reviews, reviews.value,
        reviews.storedDays < turns.storedDays
            ? tr("%1 of %2 days read")
                  .arg(format::integer(reviews.storedDays), format::integer(figures.range.length()))
            : ratioText(tr("%1 comments per review"), review(Measure::Comments).value, reviews.value));
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
