// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Measure.h"
#include "pages/Page.h"

#include <memory>

namespace ui::common {
class Card;
class Label;
class SegmentedControl;
} // namespace ui::common

namespace ui::pages {

class PartsTable;

/// Where and with which models Codex was used: a stack by surface, shares of every surface and every model,
/// and tables of both. Ids that the API reference does not know are shown verbatim and say so; what parts
/// leave of the totals is shown as not attributed. Main thread.
class SurfacesPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SurfacesPage)

public:
    explicit SurfacesPage(QWidget* parent = nullptr);
    ~SurfacesPage() override;

    /// What the page is called, also before there is one.
    [[nodiscard]] static QString name();
    [[nodiscard]] QString title() const override { return name(); }
    /// What the charts count: cost, turns, threads or tokens.
    [[nodiscard]] app::models::Measure measure() const;

protected:
    void load() override;

private:
    struct Data;
    Basis showFigures(const Data& figures);
    /// Draws the charts for the chosen measure.
    void showMeasure();
    void showStack();
    void showShares();
    void showSurfaceTable();
    void showModelTable();
    [[nodiscard]] std::optional<double> totalOf(app::models::Measure measure) const;

    std::unique_ptr<const Data> m_data; ///< the last answer; none before the first
    common::SegmentedControl* m_measures;
    charts::ChartCard* m_stack;
    charts::ChartCard* m_surfaces;
    charts::ChartCard* m_models;
    common::Card* m_surfaceCard;
    common::Card* m_modelCard;
    PartsTable* m_surfaceTable;
    PartsTable* m_modelTable;
    common::Label* m_unknown;
};

} // namespace ui::pages
