// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/SurfacesPage.h"

#include "charts/ChartCard.h"
#include "common/Card.h"
#include "common/Format.h"
#include "common/Label.h"
#include "common/SegmentedControl.h"
#include "insights/Ratio.h"
#include "insights/Surfaces.h"
#include "models/DaySeries.h"
#include "pages/CardGrid.h"
#include "pages/ExplanationKit.h"
#include "pages/PartsTable.h"
#include "pages/SurfaceParts.h"
#include "store/CoverageQueries.h"
#include "store/UsageQueries.h"

#include <QHBoxLayout>

#include <map>

namespace ui::pages {

namespace {

namespace format = common::format;
using app::core::DayRange;
using app::models::CostUnit;
using app::models::DayPlot;
using app::models::DaySeries;
using app::models::Measure;
using app::records::Coverage;
using app::records::Dataset;
using app::store::ModelDay;
using app::store::PartTotals;
using app::store::SurfaceDay;
using app::store::UsageDay;
using common::Label;
using common::TextStyle;
using common::Tone;

constexpr int kSegmentHeight = 28;
enum Segment { kCost, kTurns, kThreads, kTokens };

/// The totals of a row in the shape of its parts.
PartTotals wholeOf(const app::store::UsageTotals& totals)
{
    return {totals.rows, totals.threads, totals.turns, totals.costs, totals.tokens};
}

/// Rows of days that are not stored say nothing, whatever they hold.
template <typename Row> void keepStored(std::vector<Row>& rows, const Coverage& coverage)
{
    std::erase_if(rows, [&coverage](const Row& row) {
        const auto state = coverage.state(Dataset::UsagePerEngineer, row.day);
        return state != app::records::DayState::Final && state != app::records::DayState::Provisional;
    });
}

PartsTable::Cell textCell(const QString& text, const QString& tip = {})
{
    return {text, text, tip.isEmpty() ? text : tip};
}

PartsTable::Cell numberCell(Measure measure, std::optional<double> value)
{
    if (!value) {
        return {format::none(), {}};
    }
    return {app::models::fullNumber(measure, *value), *value};
}

Measure costPerTurn(CostUnit unit)
{
    return unit == CostUnit::Usd ? Measure::UsdPerTurn : Measure::CreditsPerTurn;
}

QString surfaceSource()
{
    return SurfacesPage::tr("usage by surface, sum over engineers");
}

QString modelSource()
{
    return SurfacesPage::tr("usage by model, sum over engineers");
}

/// What a card says about the parts that do not make up the whole.
QString shareNote(const Shares& shares)
{
    if (shares.excess > 0) {
        return SurfacesPage::tr("The parts add up to %1 more than the totals; the totals are right.")
            .arg(app::models::fullNumber(shares.plot.measure, shares.excess));
    }
    if (shares.withoutFigure > 0) {
        return SurfacesPage::tr(
            "OpenAI gave no figure for %n of them; left out here.", nullptr, shares.withoutFigure);
    }
    return {};
}

} // namespace

struct SurfacesPage::Data
{
    DayRange range;
    Coverage coverage;
    std::vector<UsageDay> days;
    app::store::SurfaceUsage surfaces;
    std::vector<ModelDay> models;
    std::optional<app::core::Instant> lastSync;
    CostUnit unit = CostUnit::Credits;

    [[nodiscard]] ExplanationKit kit() const
    {
        std::int64_t rows = 0;
        for (const UsageDay& day : days) {
            rows += day.totals.rows;
        }
        return {app::models::summarise(range, coverage, {Dataset::UsagePerEngineer}), lastSync, rows};
    }
    [[nodiscard]] DaySeries whole(Measure measure) const
    {
        return app::models::buildDaySeries(measure, range, days, coverage, Dataset::UsagePerEngineer,
            [measure](const UsageDay& day) { return partValue(measure, wholeOf(day.totals)); });
    }
};

SurfacesPage::SurfacesPage(QWidget* parent)
    : Page(QStringLiteral("surfaces"), Scrolling::Page, parent)
{
    m_measures = new common::SegmentedControl;
    m_measures->setObjectName(QStringLiteral("surfaceMeasures"));
    m_measures->setAccessibleName(tr("What the charts count"));
    m_measures->addSegment(QStringLiteral("surfaceCostSegment"), app::models::measureName(Measure::Credits));
    m_measures->addSegment(QStringLiteral("surfaceTurnsSegment"), app::models::measureName(Measure::Turns));
    m_measures->addSegment(
        QStringLiteral("surfaceThreadsSegment"), app::models::measureName(Measure::Threads));
    m_measures->addSegment(
        QStringLiteral("surfaceTokensSegment"), app::models::measureName(Measure::TotalTokens));
    m_measures->setSegmentHeight(kSegmentHeight);
    m_measures->setCurrent(kCost);
    connect(m_measures, &common::SegmentedControl::segmentChosen, this, &SurfacesPage::showMeasure);
    auto* note = new Label(tr("Surfaces and models need not add up to the totals. The totals are right; what "
                              "is left of them is shown as not attributed."),
        TextStyle::Small, Tone::Muted);
    note->setObjectName(QStringLiteral("surfacesNote"));
    note->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(m_measures);
    head->addWidget(note, 1);
    contentLayout()->addLayout(head);

    m_stack = addChart(QStringLiteral("surfaceStack"), tr("By surface"), {});
    m_models = addChart(QStringLiteral("modelShares"), tr("Models"), tr("share of the total"));
    m_surfaces = addChart(QStringLiteral("surfaceShares"), tr("Surfaces"), tr("share of the total"));

    m_surfaceTable = new PartsTable(QStringLiteral("surfaceTable"), tr("Surfaces"));
    m_surfaceCard = new common::Card(tr("All surfaces"), tr("sum over the period"));
    m_surfaceCard->setObjectName(QStringLiteral("surfaceTableCard"));
    m_surfaceCard->contentLayout()->addWidget(m_surfaceTable);
    m_unknown = new Label(TextStyle::Small, Tone::Muted);
    m_unknown->setObjectName(QStringLiteral("unknownSurfacesNote"));
    m_unknown->setWordWrap(true);
    m_unknown->hide();
    m_surfaceCard->contentLayout()->addWidget(m_unknown);
    m_surfaceCard->contentLayout()->addStretch(1);
    m_modelTable = new PartsTable(QStringLiteral("modelTable"), tr("Models"));
    m_modelCard = new common::Card(tr("All models"), tr("sum over the period, one row for each speed"));
    m_modelCard->setObjectName(QStringLiteral("modelTableCard"));
    m_modelCard->contentLayout()->addWidget(m_modelTable);
    m_modelCard->contentLayout()->addStretch(1);

    auto* grid = new CardGrid;
    grid->addRow({{m_stack, 771}, {m_surfaces, 389}});
    grid->addCard(m_surfaceCard, true);
    grid->addRow({{m_modelCard, 771}, {m_models, 389}});
    contentLayout()->addWidget(grid, 1);
}

SurfacesPage::~SurfacesPage() = default;

QString SurfacesPage::name()
{
    return tr("Surfaces & models");
}

Measure SurfacesPage::measure() const
{
    switch (m_measures->current()) {
    case kTurns: return Measure::Turns;
    case kThreads: return Measure::Threads;
    case kTokens: return Measure::TotalTokens;
    default: return app::models::costMeasure(m_data ? m_data->unit : CostUnit::Credits);
    }
}

void SurfacesPage::load()
{
    read(
        [range = range()](const app::store::Database& database) -> app::core::Result<Data> {
            Data answer;
            answer.range = range;
            auto coverage = app::store::coverage(database, range);
            if (!coverage) {
                return app::core::failure(coverage.error());
            }
            auto days = app::store::usageByDay(database, range);
            if (!days) {
                return app::core::failure(days.error());
            }
            auto surfaces = app::store::surfacesByDay(database, range);
            if (!surfaces) {
                return app::core::failure(surfaces.error());
            }
            auto models = app::store::modelsByDay(database, range);
            if (!models) {
                return app::core::failure(models.error());
            }
            answer.coverage = std::move(*coverage);
            answer.days = std::move(*days);
            answer.surfaces = std::move(*surfaces);
            answer.models = std::move(*models);
            answer.lastSync = lastSyncOf(database);
            answer.unit = app::models::costUnitOf(answer.days);
            keepStored(answer.days, answer.coverage);
            keepStored(answer.surfaces.days, answer.coverage);
            keepStored(answer.models, answer.coverage);
            return answer;
        },
        [this](const Data& figures) { return showFigures(figures); });
}

Page::Basis SurfacesPage::showFigures(const Data& figures)
{
    m_data = std::make_unique<const Data>(figures);
    m_measures->setSegmentText(kCost, app::models::measureName(app::models::costMeasure(figures.unit)));
    showMeasure();
    showSurfaceTable();
    showModelTable();
    return app::models::summarise(figures.range, figures.coverage, {Dataset::UsagePerEngineer});
}

std::optional<double> SurfacesPage::totalOf(Measure measure) const
{
    return app::models::sumOf(m_data->whole(measure)).value;
}

void SurfacesPage::showMeasure()
{
    if (!m_data) {
        return;
    }
    showStack();
    showShares();
}

void SurfacesPage::showStack()
{
    const Measure measure = this->measure();
    const QString caption = granularity() == app::models::Granularity::Week
        ? tr("%1 per ISO week").arg(app::models::measureName(measure))
        : tr("%1 per UTC day").arg(app::models::measureName(measure));
    m_stack->setTitle(tr("By surface"), caption);
    DayPlot plot;
    for (const DaySeries& series : surfaceStack(m_data->whole(measure), m_data->surfaces.days)) {
        plot.columns.push_back(app::models::atGranularity(series, granularity()));
    }
    m_stack->show(std::move(plot));
    m_stack->setExplanation(m_data->kit().of(tr("By surface"), measure, totalOf(measure),
        tr("sum over engineers by surface and day; the height of a column is the total of the day"),
        {ExplanationKit::input(measure, totalOf(measure), ExplanationKit::usageSource())},
        tr("Small and unknown surfaces and what OpenAI attributed to none stand together as Other.")));
}

void SurfacesPage::showShares()
{
    const Measure measure = this->measure();
    const std::optional<double> total = totalOf(measure);
    const ExplanationKit kit = m_data->kit();
    const auto show
        = [&](charts::ChartCard* card, Shares shares, const QString& source, const QString& nothing) {
              card->setNote(shareNote(shares));
              const double parts = shares.parts;
              if (shares.plot.rows.empty()) {
                  card->showEmpty(nothing, tr("Choose another measure or a longer range."));
              } else {
                  card->show(std::move(shares.plot));
              }
              card->setExplanation(kit.of(card->title(), measure, total,
                  tr("sum of each part ÷ total; not attributed = total − sum of the parts, never below 0"),
                  {ExplanationKit::input(measure, total, ExplanationKit::usageSource(), tr("Total")),
                      ExplanationKit::input(measure, parts, source, tr("Sum of the parts"))},
                  tr("Parts can add up to more or less than the totals, which are authoritative.")));
          };
    show(m_surfaces, surfaceShares(measure, total, m_data->surfaces.days), surfaceSource(),
        tr("No usage by surface in this range"));
    if (measure == Measure::Turns || measure == Measure::Threads) {
        m_models->setNote({});
        m_models->setExplanation({});
        m_models->showEmpty(tr("Models count no turns and no threads"),
            tr("OpenAI gives costs and tokens by model. Choose one of these to see the models."));
    } else {
        show(m_models, modelShares(measure, total, m_data->models), modelSource(),
            tr("No usage by model in this range"));
    }
}

void SurfacesPage::showSurfaceTable()
{
    const Measure cost = app::models::costMeasure(m_data->unit);
    const Measure perTurn = costPerTurn(m_data->unit);
    std::map<std::string, PartTotals> surfaces;
    for (const SurfaceDay& day : m_data->surfaces.days) {
        addTotals(surfaces[day.clientId], day.totals);
    }
    std::map<std::string, std::int64_t> people;
    for (const app::store::SurfacePeople& surface : m_data->surfaces.people) {
        people[surface.clientId] = surface.people;
    }
    std::vector<std::vector<PartsTable::Cell>> rows;
    int unknown = 0;
    for (const auto& [clientId, totals] : surfaces) {
        const app::insights::Surface surface = app::insights::surfaceOf(clientId);
        unknown += surface.isKnown ? 0 : 1;
        const QString id = QString::fromStdString(clientId);
        const auto turns = partValue(Measure::Turns, totals);
        // The column of names may be too narrow for the longest.
        const QString whole = surface.name == id ? id : QString(surface.name + u'\n' + id);
        rows.push_back({textCell(surface.name, whole),
            textCell(surface.isKnown ? app::insights::surfaceGroupName(surface.group) : tr("Unknown id"), id),
            numberCell(Measure::ActiveEngineers, static_cast<double>(people[clientId])),
            numberCell(Measure::Threads, partValue(Measure::Threads, totals)),
            numberCell(Measure::Turns, turns), numberCell(cost, partValue(cost, totals)),
            numberCell(perTurn, app::insights::ratio(partValue(cost, totals), turns)),
            numberCell(Measure::TotalTokens, partValue(Measure::TotalTokens, totals))});
    }
    m_surfaceTable->setContent(
        {{tr("Surface"), false}, {tr("Group"), false}, {tr("People"), true},
            {app::models::measureName(Measure::Threads), true},
            {app::models::measureName(Measure::Turns), true}, {app::models::measureName(cost), true},
            {app::models::measureName(perTurn), true},
            {app::models::measureName(Measure::TotalTokens), true}},
        rows);
    m_unknown->setText(
        tr("%n surface(s) with an id that is not in OpenAI's list; shown as it came.", nullptr, unknown));
    m_unknown->setVisible(unknown > 0);
}

void SurfacesPage::showModelTable()
{
    const Measure cost = app::models::costMeasure(m_data->unit);
    std::map<std::pair<std::string, std::optional<std::string>>, PartTotals> models;
    for (const ModelDay& day : m_data->models) {
        addTotals(models[{day.model, day.speed}], day.totals);
    }
    std::vector<std::vector<PartsTable::Cell>> rows;
    for (const auto& [key, totals] : models) {
        rows.push_back({textCell(QString::fromStdString(key.first)),
            key.second ? textCell(QString::fromStdString(*key.second)) : PartsTable::Cell{format::none(), {}},
            numberCell(cost, partValue(cost, totals)),
            numberCell(Measure::UncachedInput, partValue(Measure::UncachedInput, totals)),
            numberCell(Measure::CachedInput, partValue(Measure::CachedInput, totals)),
            numberCell(Measure::Output, partValue(Measure::Output, totals)),
            numberCell(Measure::TotalTokens, partValue(Measure::TotalTokens, totals))});
    }
    m_modelTable->setContent(
        {{tr("Model"), false}, {tr("Speed"), false}, {app::models::measureName(cost), true},
            {app::models::measureName(Measure::UncachedInput), true},
            {app::models::measureName(Measure::CachedInput), true},
            {app::models::measureName(Measure::Output), true},
            {app::models::measureName(Measure::TotalTokens), true}},
        rows);
}

} // namespace ui::pages
