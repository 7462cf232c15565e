// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/PaintedChart.h"

namespace ui::charts {

/// Horizontal bars to both sides of zero, one row for each week or month, on one scale. Provisional rows are
/// hatched.
class DivergingChart final : public PaintedChart
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DivergingChart)

public:
    explicit DivergingChart(const QString& name, QWidget* parent = nullptr);
    ~DivergingChart() override;

    [[nodiscard]] bool setPlot(const app::models::Plot& plot) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;

protected:
    void paint(QPainter& painter, const QRectF& area, const common::Theme& theme, int cursor) const override;
    [[nodiscard]] QRectF pointIn(const QRectF& area, int point) const override;
    [[nodiscard]] Reading readingOf(int point) const override;
    [[nodiscard]] QString summary() const override;

private:
    struct Layout;
    [[nodiscard]] Layout layOut(const QRectF& area) const;

    app::models::DivergingPlot m_plot;
};

} // namespace ui::charts
