// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/Page.h"
#include "store/UsageQueries.h"

namespace ui::common {
class Banner;
}
namespace ui::charts {
class ChartCard;
}

namespace ui::pages {

class ChangesCard;
class ExplanationKit;
class StatTile;

/// The workspace at a glance (metrics reference 2.1): sums over the range against the window before, active
/// people by day, week and month, consumption by surface, the rhythm of 13 weeks, whose consumption changed
/// most, and a note where the workspace rows and the sum over engineers differ. Usage figures are the sum
/// over engineers.
class OverviewPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPage)

public:
    explicit OverviewPage(QWidget* parent = nullptr);
    ~OverviewPage() override;

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
    void showEngagement(const Data& figures, const ExplanationKit& kit);
    void showActivity(const Data& figures, const ExplanationKit& kit);
    void showConsumption(const Data& figures, const ExplanationKit& kit);
    void showChanges(const Data& figures);
    void showReconciliation(const app::store::Reconciliation& difference);

    StatTile* m_people;
    StatTile* m_turns;
    StatTile* m_threads;
    StatTile* m_cost;
    StatTile* m_reviews;
    StatTile* m_engagement;
    common::Banner* m_difference;
    charts::ChartCard* m_peopleChart;
    charts::ChartCard* m_costChart;
    charts::ChartCard* m_rhythmChart;
    ChangesCard* m_changes;
    charts::ChartCard* m_rollingChart;
    charts::ChartCard* m_turnsChart;
    charts::ChartCard* m_stickinessChart;
};

} // namespace ui::pages
