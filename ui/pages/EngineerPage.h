// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/Page.h"

#include <string>

class QPushButton;

namespace ui::common {
class ElidedLabel;
class Label;
} // namespace ui::common
namespace ui::charts {
class ChartCard;
}

namespace ui::pages {

class StatTile;

/// One engineer, or what is Unattributed: who it is, sums over the range, turns, consumption and tokens per
/// UTC day.
class EngineerPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineerPage)

public:
    explicit EngineerPage(QWidget* parent = nullptr);
    ~EngineerPage() override;

    /// Without a user id: Unattributed.
    void setEngineer(const std::optional<std::string>& userId);
    /// The name on show; before it was read "Engineer".
    [[nodiscard]] QString title() const override;

Q_SIGNALS:
    void backRequested();
    void titleChanged(const QString& title);

protected:
    void load() override;
    void showLoading() override;
    void showStale(const QString& whatHappened) override;

private:
    struct Data;
    app::models::PeriodSummary showFigures(const Data& figures);
    void setName(const QString& name);

    std::optional<std::string> m_userId;
    QString m_title;
    QPushButton* m_back;
    common::ElidedLabel* m_name;
    common::Label* m_id;
    common::Label* m_seen;
    StatTile* m_activeDays;
    StatTile* m_turns;
    StatTile* m_threads;
    StatTile* m_cost;
    StatTile* m_tokens;
    charts::ChartCard* m_turnsChart;
    charts::ChartCard* m_costChart;
    charts::ChartCard* m_tokensChart;
};

} // namespace ui::pages
