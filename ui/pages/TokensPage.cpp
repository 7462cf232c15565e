// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/TokensPage.h"

#include "charts/ChartCard.h"
#include "common/Banner.h"
#include "common/Format.h"
#include "common/SegmentedControl.h"
#include "insights/Changes.h"
#include "insights/TokenMetrics.h"
#include "models/Plots.h"
#include "pages/CardGrid.h"
#include "pages/ExplanationKit.h"
#include "pages/StatTile.h"
#include "store/CoverageQueries.h"

#include <QVBoxLayout>

namespace ui::pages {

namespace {

namespace format = common::format;
namespace insights = app::insights;
namespace store = app::store;
using app::core::DayRange;
using app::models::CostUnit;
using app::models::DayPlot;
using app::models::DaySeries;
using app::models::Granularity;
using app::models::Measure;
using app::records::Dataset;
using store::TokenDay;

constexpr int kAsShares = 1; // segment of the mix

double number(std::int64_t value)
{
    return static_cast<double>(value);
}

} // namespace

struct TokensPage::Data
{
    DayRange range;
    DayRange prior;
    Granularity granularity = Granularity::Day;
    app::records::Coverage coverage; ///< of both windows
    std::vector<TokenDay> days;
    CostUnit unit = CostUnit::Credits;
    std::optional<app::core::Instant> lastSync;

    insights::TokenSums now;
    std::optional<insights::TokenSums> before; ///< none where the window before has gaps

    /// Sums by bucket; a stored day on which every row was left out has no value.
    template <typename ValueOf> [[nodiscard]] DaySeries series(Measure measure, ValueOf valueOf) const
    {
        return app::models::atGranularity(
            app::models::buildDaySeries(measure, range, days, coverage, Dataset::UsagePerEngineer,
                [&valueOf](const TokenDay& day) -> std::optional<double> {
                    return day.rows > 0 ? std::optional<double>(valueOf(day)) : std::nullopt;
                }),
            granularity);
    }
    [[nodiscard]] DaySeries total() const
    {
        return series(Measure::TotalTokens, [](const TokenDay& day) { return number(day.total()); });
    }
    [[nodiscard]] DaySeries cacheRatio() const
    {
        return app::models::ratioSeries(Measure::CacheRatio,
            series(Measure::CachedInput, [](const TokenDay& day) { return number(day.cachedInput); }),
            series(Measure::TotalTokens,
                [](const TokenDay& day) { return number(day.uncachedInput + day.cachedInput); }));
    }
    [[nodiscard]] DaySeries outputShare() const
    {
        return app::models::ratioSeries(Measure::OutputShare,
            series(Measure::Output, [](const TokenDay& day) { return number(day.output); }), total());
    }
    [[nodiscard]] DaySeries perTurn() const
    {
        return app::models::ratioSeries(Measure::TokensPerTurn, total(),
            series(Measure::Turns, [](const TokenDay& day) { return number(day.turns); }));
    }
    [[nodiscard]] Measure perThousandMeasure() const
    {
        return unit == CostUnit::Usd ? Measure::UsdPerThousandTokens : Measure::CreditsPerThousandTokens;
    }
    [[nodiscard]] DaySeries perThousand() const
    {
        const bool usd = unit == CostUnit::Usd;
        return app::models::ratioSeries(perThousandMeasure(),
            series(app::models::costMeasure(unit),
                [usd](const TokenDay& day) -> double {
                    return 1'000 * (usd ? day.costUsd : day.credits).value_or(0);
                }),
            series(Measure::TotalTokens, [usd](const TokenDay& day) {
                return number(usd ? day.tokensWithCostUsd : day.tokensWithCredits);
            }));
    }
    [[nodiscard]] static std::optional<double> perThousandOf(const insights::TokenSums& sums, CostUnit unit)
    {
        return unit == CostUnit::Usd ? sums.usdPerThousand() : sums.creditsPerThousand();
    }
};

TokensPage::TokensPage(QWidget* parent)
    : Page(QStringLiteral("tokens"), Scrolling::Page, parent)
{
    auto* tiles = new TileRow;
    m_total = tiles->addTile(QStringLiteral("totalTokens"), tr("Tokens"), StatTile::Size::Large);
    m_cache = tiles->addTile(QStringLiteral("cacheRatio"), tr("Cache ratio"), StatTile::Size::Large);
    m_output = tiles->addTile(QStringLiteral("outputShare"), tr("Output share"), StatTile::Size::Large);
    m_perTurn = tiles->addTile(QStringLiteral("tokensPerTurn"), tr("Tokens per turn"), StatTile::Size::Large);
    m_perThousand = tiles->addTile(
        QStringLiteral("costPerThousand"), tr("Credits per 1,000 tokens"), StatTile::Size::Large);
    contentLayout()->addWidget(tiles);

    m_mismatch = new common::Banner;
    m_mismatch->setObjectName(QStringLiteral("tokenMismatchBanner"));
    m_mismatch->hide();
    contentLayout()->addWidget(m_mismatch);

    m_mixChart = addChart(QStringLiteral("tokenMix"), tr("Token mix by day"), QString());
    m_mixKind = new common::SegmentedControl;
    m_mixKind->setObjectName(QStringLiteral("tokenMixKind"));
    m_mixKind->setAccessibleName(tr("Token mix as"));
    m_mixKind->addSegment(QStringLiteral("tokenMixAbsolute"), tr("Tokens"));
    //: The columns of a chart are stretched to 100 %.
    m_mixKind->addSegment(QStringLiteral("tokenMixShares"), tr("100 %"));
    m_mixKind->setSegmentHeight(26);
    m_mixKind->setCurrent(0);
    m_mixKind->setEnabled(false); // until there is something to stretch
    connect(m_mixKind, &common::SegmentedControl::segmentChosen, this, &TokensPage::showMix);
    m_mixChart->addHeadControl(m_mixKind);
    m_cacheChart
        = addChart(QStringLiteral("dailyCacheRatio"), tr("Cache hit ratio"), tr("cached ÷ all input"));
    m_outputChart
        = addChart(QStringLiteral("dailyOutputShare"), tr("Output share"), tr("output ÷ all tokens"));
    m_perTurnChart
        = addChart(QStringLiteral("dailyTokensPerTurn"), tr("Tokens per turn"), tr("ratio of sums"));
    m_perThousandChart = addChart(
        QStringLiteral("dailyCostPerThousand"), tr("Credits per 1,000 tokens"), tr("ratio of sums"));
    auto* grid = new CardGrid;
    grid->addRow({{m_mixChart, 676}, {m_cacheChart, 484}});
    grid->addRow({{m_outputChart, 376}, {m_perTurnChart, 376}, {m_perThousandChart, 376}});
    contentLayout()->addWidget(grid, 1);
}

TokensPage::~TokensPage() = default;

QString TokensPage::name()
{
    return tr("Tokens");
}

void TokensPage::load()
{
    read(
        [range = range(), granularity = granularity()](
            const store::Database& database) -> app::core::Result<Data> {
            Data figures;
            figures.range = range;
            figures.prior = insights::precedingWindow(range);
            figures.granularity = granularity;
            const DayRange both{figures.prior.first, range.last};
            auto coverage = store::coverage(database, both);
            auto usage = store::usageByDay(database, range);
            if (!coverage) {
                return app::core::failure(coverage.error());
            }
            if (!usage) {
                return app::core::failure(usage.error());
            }
            figures.coverage = std::move(*coverage);
            figures.unit = app::models::costUnitOf(*usage);
            figures.lastSync = lastSyncOf(database);
            const bool comparable
                = insights::isWhole(figures.prior, figures.coverage, Dataset::UsagePerEngineer);
            auto days = store::tokensByDay(database, comparable ? both : range);
            if (!days) {
                return app::core::failure(days.error());
            }
            figures.days = std::move(*days);
            figures.now = insights::tokenSums(figures.days, figures.coverage, range);
            if (comparable) {
                figures.before = insights::tokenSums(figures.days, figures.coverage, figures.prior);
            }
            return figures;
        },
        [this](const Data& figures) { return showFigures(figures); });
}

void TokensPage::showLoading()
{
    Page::showLoading();
    for (StatTile* tile : {m_total, m_cache, m_output, m_perTurn, m_perThousand}) {
        tile->showLoading();
    }
}

Page::Basis TokensPage::showFigures(const Data& figures)
{
    const auto summary = app::models::summarise(figures.range, figures.coverage, {Dataset::UsagePerEngineer});
    const ExplanationKit kit(summary, figures.lastSync, figures.now.rows);
    showTiles(figures, kit);
    showCharts(figures, kit);
    showHealth(figures);
    return summary;
}

void TokensPage::showTiles(const Data& figures, const ExplanationKit& kit)
{
    const insights::TokenSums& now = figures.now;
    const bool anyStored
        = app::models::anyStored(figures.range, figures.coverage, {Dataset::UsagePerEngineer});
    const bool known = anyStored && (now.rows > 0 || now.skippedRows == 0);
    const QString versus = versusText(figures.range.length());
    const QString usage = ExplanationKit::usageSource();
    const auto before = [&figures](auto valueOf) -> std::optional<double> {
        return figures.before ? valueOf(*figures.before) : std::nullopt;
    };
    const auto given = [known](double value) { return known ? std::optional(value) : std::nullopt; };
    const auto input = [&usage, &given](Measure measure, double value) {
        return ExplanationKit::input(measure, given(value), usage);
    };
    const ExplanationKit::Inputs kinds{input(Measure::UncachedInput, now.uncachedInput),
        input(Measure::CachedInput, now.cachedInput), input(Measure::Output, now.output)};
    const double all = now.total();

    m_total->setFigure(Measure::TotalTokens, given(all));
    m_total->setChange(insights::relativeChange(given(all), before([](const insights::TokenSums& sums) {
        return sums.rows > 0 ? std::optional(sums.total()) : std::nullopt;
    })),
        versus);
    m_total->setSpark(figures.total());
    m_total->setExplanation(kit.of(tr("Tokens"), Measure::TotalTokens, given(all),
        tr("uncached input + cached input + output"), kinds,
        tr("Tokens of different models and kinds differ in price; more of them is not more work.")));

    const auto cache = [](const insights::TokenSums& sums) { return sums.cacheRatio(); };
    m_cache->setFigure(Measure::CacheRatio, now.cacheRatio());
    m_cache->setPointsChange(insights::difference(now.cacheRatio(), before(cache)), versus);
    m_cache->setSpark(figures.cacheRatio());
    m_cache->setExplanation(kit.of(tr("Cache ratio"), Measure::CacheRatio, now.cacheRatio(),
        ExplanationKit::ratioFormula(tr("cached input ÷ (uncached + cached input)"), Measure::CachedInput,
            given(now.cachedInput), Measure::TotalTokens, given(now.uncachedInput + now.cachedInput)),
        kinds));

    const auto share = [](const insights::TokenSums& sums) { return sums.outputShare(); };
    m_output->setFigure(Measure::OutputShare, now.outputShare());
    m_output->setPointsChange(insights::difference(now.outputShare(), before(share)), versus);
    m_output->setSpark(figures.outputShare());
    m_output->setExplanation(kit.of(tr("Output share"), Measure::OutputShare, now.outputShare(),
        ExplanationKit::ratioFormula(
            tr("output ÷ all tokens"), Measure::Output, given(now.output), Measure::TotalTokens, given(all)),
        kinds));

    const auto perTurn = [](const insights::TokenSums& sums) { return sums.tokensPerTurn(); };
    m_perTurn->setFigure(Measure::TokensPerTurn, now.tokensPerTurn());
    m_perTurn->setChange(insights::relativeChange(now.tokensPerTurn(), before(perTurn)), versus);
    m_perTurn->setSpark(figures.perTurn());
    m_perTurn->setExplanation(kit.of(tr("Tokens per turn"), Measure::TokensPerTurn, now.tokensPerTurn(),
        ExplanationKit::ratioFormula(
            tr("tokens ÷ turns"), Measure::TotalTokens, given(all), Measure::Turns, given(now.turns)),
        {input(Measure::TotalTokens, all), input(Measure::Turns, now.turns)},
        tr("Turns of rows without token counts are not part of the denominator.")));

    const bool usd = figures.unit == CostUnit::Usd;
    const auto cost = usd ? now.costUsd : now.credits;
    const double costed = usd ? now.tokensWithCostUsd : now.tokensWithCredits;
    const QString label = usd ? tr("USD per 1,000 tokens") : tr("Credits per 1,000 tokens");
    const auto perThousand = Data::perThousandOf(now, figures.unit);
    m_perThousand->setLabel(label);
    m_perThousand->setFigure(figures.perThousandMeasure(), perThousand);
    m_perThousand->setChange(
        insights::relativeChange(perThousand, before([&figures](const insights::TokenSums& sums) {
            return Data::perThousandOf(sums, figures.unit);
        })),
        versus);
    m_perThousand->setSpark(figures.perThousand());
    const Measure costMeasure = app::models::costMeasure(figures.unit);
    m_perThousand->setExplanation(kit.of(label, figures.perThousandMeasure(), perThousand,
        ExplanationKit::ratioFormula(usd ? tr("1,000 × USD ÷ tokens") : tr("1,000 × credits ÷ tokens"),
            costMeasure, cost ? std::optional(*cost * 1'000) : std::nullopt, Measure::TotalTokens,
            given(costed)),
        {ExplanationKit::input(costMeasure, cost, usage), input(Measure::TotalTokens, costed)},
        tr("A mean over all models and kinds of tokens, not a price.")));
}

void TokensPage::showCharts(const Data& figures, const ExplanationKit& kit)
{
    const bool weeks = figures.granularity == Granularity::Week;
    m_mix = {
        figures.series(Measure::UncachedInput, [](const TokenDay& day) { return number(day.uncachedInput); }),
        figures.series(Measure::CachedInput, [](const TokenDay& day) { return number(day.cachedInput); }),
        figures.series(Measure::Output, [](const TokenDay& day) { return number(day.output); })};
    m_mixChart->setTitle(weeks ? tr("Token mix by week") : tr("Token mix by day"), {});
    m_mixKind->setEnabled(true);
    showMix();
    m_mixChart->setExplanation(kit.ofChart(
        m_mixChart->title(), tr("sums of uncached input, cached input and output over engineers")));
    m_mixChart->setNote(figures.now.skippedRows == 0 ? QString()
                                                     : tr("%n row(s) came without token counts and are left "
                                                          "out with their turns and cost; they are not "
                                                          "counted as zero.",
                                                         nullptr, static_cast<int>(figures.now.skippedRows)));

    const auto line = [&kit, weeks](charts::ChartCard* card, DaySeries series, const QString& formula) {
        DayPlot plot;
        plot.lines = {std::move(series)};
        card->show(std::move(plot));
        card->setExplanation(kit.ofChart(card->title(),
            weeks ? tr("%1, both summed over an ISO week").arg(formula)
                  : tr("%1, both summed over a UTC day").arg(formula)));
    };
    line(m_cacheChart, figures.cacheRatio(), tr("cached input ÷ (uncached + cached input)"));
    line(m_outputChart, figures.outputShare(), tr("output ÷ all tokens"));
    line(m_perTurnChart, figures.perTurn(), tr("tokens ÷ turns"));
    const bool usd = figures.unit == CostUnit::Usd;
    m_perThousandChart->setTitle(
        usd ? tr("USD per 1,000 tokens") : tr("Credits per 1,000 tokens"), tr("ratio of sums"));
    line(m_perThousandChart, figures.perThousand(),
        usd ? tr("1,000 × USD ÷ tokens") : tr("1,000 × credits ÷ tokens"));
}

void TokensPage::showMix()
{
    DayPlot plot;
    plot.columns = m_mix;
    plot.asShares = m_mixKind->current() == kAsShares;
    m_mixChart->show(std::move(plot));
}

void TokensPage::showHealth(const Data& figures)
{
    if (figures.now.mismatchedRows == 0) {
        m_mismatch->hide();
        return;
    }
    m_mismatch->setMessage(common::Banner::Level::Information, tr("Token counts do not add up."),
        tr("In %n row(s) uncached input + cached input + output differs from the total that OpenAI gave. The "
           "figures here are sums of the three.",
            nullptr, static_cast<int>(figures.now.mismatchedRows)));
    m_mismatch->show();
}

} // namespace ui::pages
