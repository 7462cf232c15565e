// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/PaintedChart.h"

namespace ui::charts {

/// A cell for each day: columns are ISO weeks, rows Monday to Sunday, the colour is the share of the largest
/// value. Provisional days are hatched, missing ones dashed with a cross. Left and Right move by a week, Up
/// and Down by a day.
class HeatMapChart final : public PaintedChart
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeatMapChart)

public:
    explicit HeatMapChart(const QString& name, QWidget* parent = nullptr);
    ~HeatMapChart() override;

    [[nodiscard]] bool setPlot(const app::models::Plot& plot) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString periodText() const override;

protected:
    void paint(QPainter& painter, const QRectF& area, const common::Theme& theme, int cursor) const override;
    [[nodiscard]] QRectF pointIn(const QRectF& area, int point) const override;
    [[nodiscard]] Reading readingOf(int point) const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::optional<int> moved(int key) const override;

private:
    struct Layout;
    [[nodiscard]] Layout layOut(const QRectF& area) const;
    [[nodiscard]] double largest() const;

    app::models::HeatPlot m_plot;
};

} // namespace ui::charts
