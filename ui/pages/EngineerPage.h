// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insights/PersonMetrics.h"
#include "models/DaySeries.h"
#include "pages/Page.h"

#include <memory>
#include <string>
#include <vector>

class QPushButton;
class QToolButton;

namespace ui::common {
class DialogService;
class ElidedLabel;
class Label;
} // namespace ui::common
namespace ui::charts {
class ChartCard;
}

namespace ui::pages {

class StatTile;

/// One engineer, or what is Unattributed: who it is, sums over the range beside the medians of the active
/// people, turns and consumption against the middle half of them, thirteen weeks of activity, tokens,
/// surfaces and models. Comparisons only among at least five active people.
class EngineerPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineerPage)

public:
    explicit EngineerPage(QWidget* parent = nullptr);
    ~EngineerPage() override;

    /// Without a user id: Unattributed.
    void setEngineer(const std::optional<std::string>& userId);
    /// Who comes before and after, for the buttons and for Alt+Up and Alt+Down.
    void setOrder(std::vector<std::optional<std::string>> order);
    /// Without it nothing can be exported, and no button says so. Borrowed; must outlive the page.
    void setDialogs(common::DialogService* dialogs);
    /// The way back and the name: a window may take it out of the page and put it where its titles stand.
    [[nodiscard]] QWidget* breadcrumb() const { return m_breadcrumb; }
    /// The name on show; before it was read "Engineer".
    [[nodiscard]] QString title() const override;

Q_SIGNALS:
    void backRequested();
    void titleChanged(const QString& title);
    /// The page turned to another person by itself: previous or next.
    void engineerTurned(const std::optional<std::string>& userId);

protected:
    void load() override;
    void showLoading() override;
    void changeEvent(QEvent* event) override;

private:
    struct Data;
    struct Peers;
    QWidget* makeBreadcrumb();
    QWidget* makeHead();
    void makeTiles();
    void makeCharts();
    app::models::PeriodSummary showFigures(const Data& figures);
    void showPerson(const Data& figures);
    void showTiles(const Data& figures, const app::models::PeriodSummary& summary);
    void showCharts(const Data& figures, const app::models::PeriodSummary& summary);
    void setName(const QString& name);
    void nameNewcomer();
    void turnBy(int step);
    void refreshTurns();
    void exportPerson();
    void refreshIcons();

    std::optional<std::string> m_userId;
    std::optional<std::string> m_namedId; ///< whose name is on show
    QString m_title;
    std::vector<std::optional<std::string>> m_order;
    std::shared_ptr<const Peers> m_peers; ///< of the last reading
    common::DialogService* m_dialogs = nullptr;
    QWidget* m_breadcrumb;
    common::ElidedLabel* m_name;
    QWidget* m_avatar;
    common::Label* m_id;
    QPushButton* m_copyId = nullptr;
    common::ElidedLabel* m_seen;
    common::ElidedLabel* m_note;
    QPushButton* m_export;
    QToolButton* m_previous;
    QToolButton* m_next;
    StatTile* m_activeDays;
    StatTile* m_turns;
    StatTile* m_threads;
    StatTile* m_cost;
    StatTile* m_costPerTurn;
    StatTile* m_cacheRatio;
    charts::ChartCard* m_turnsChart;
    charts::ChartCard* m_activityChart;
    charts::ChartCard* m_tokensChart;
    charts::ChartCard* m_surfacesChart;
    charts::ChartCard* m_modelsChart;
};

} // namespace ui::pages
