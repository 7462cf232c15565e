// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/Page.h"
#include "store/ReviewQueries.h"
#include "store/UsageQueries.h"

namespace ui::common {
class Banner;
}
namespace ui::charts {
class ChartCard;
}

namespace ui::pages {

class StatTile;

/// The workspace at a glance: sums over the range as tiles, active people, turns and consumption per UTC day,
/// and a note where the workspace rows and the sum over engineers differ. Usage figures are the sum over
/// engineers.
class OverviewPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPage)

public:
    explicit OverviewPage(QWidget* parent = nullptr);
    ~OverviewPage() override;

    [[nodiscard]] QString title() const override;

protected:
    void load() override;
    void showLoading() override;
    void showStale(const QString& whatHappened) override;

private:
    struct Data;
    Basis showFigures(const Data& figures);
    void showTiles(const Data& figures);
    void showReconciliation(const app::store::Reconciliation& difference);

    StatTile* m_people;
    StatTile* m_turns;
    StatTile* m_threads;
    StatTile* m_cost;
    StatTile* m_reviews;
    common::Banner* m_difference;
    charts::ChartCard* m_peopleChart;
    charts::ChartCard* m_turnsChart;
    charts::ChartCard* m_costChart;
};

} // namespace ui::pages
