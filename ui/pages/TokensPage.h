// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DaySeries.h"
#include "pages/Page.h"

namespace ui::common {
class Banner;
class SegmentedControl;
} // namespace ui::common
namespace ui::charts {
class ChartCard;
}

namespace ui::pages {

class ExplanationKit;
class StatTile;

/// Tokens of the workspace (metrics reference 2.4): how many and of which kind, how much of the input came
/// from the cache, what a turn takes, what a thousand cost. All ratios are ratios of sums, over the rows that
/// carry token counts; what had to be left out is said. Sums over engineers.
class TokensPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokensPage)

public:
    explicit TokensPage(QWidget* parent = nullptr);
    ~TokensPage() override;

    /// What the page is called, also before there is one.
    [[nodiscard]] static QString name();
    [[nodiscard]] QString title() const override { return name(); }

protected:
    void load() override;
    void showLoading() override;

private:
    struct Data;
    Basis showFigures(const Data& figures);
    void showTiles(const Data& figures, const ExplanationKit& kit);
    void showCharts(const Data& figures, const ExplanationKit& kit);
    void showMix();
    void showHealth(const Data& figures);

    StatTile* m_total;
    StatTile* m_cache;
    StatTile* m_output;
    StatTile* m_perTurn;
    StatTile* m_perThousand;
    common::Banner* m_mismatch;
    common::SegmentedControl* m_mixKind;
    charts::ChartCard* m_mixChart;
    charts::ChartCard* m_cacheChart;
    charts::ChartCard* m_outputChart;
    charts::ChartCard* m_perTurnChart;
    charts::ChartCard* m_perThousandChart;
    std::vector<app::models::DaySeries> m_mix; ///< kept: the segmented control draws it anew
};

} // namespace ui::pages
