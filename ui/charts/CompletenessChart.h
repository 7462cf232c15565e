// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/PaintedChart.h"

namespace ui::charts {

/// How much is known about every day: a row for each dataset, a cell for each UTC day, and behind each row
/// how many days are stored. Left and Right move by a day, Up and Down by a dataset, Home and End inside a
/// row.
class CompletenessChart final : public PaintedChart
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompletenessChart)

public:
    explicit CompletenessChart(const QString& name, QWidget* parent = nullptr);
    ~CompletenessChart() override;

    [[nodiscard]] bool setPlot(const app::models::Plot& plot) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString periodText() const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] static DayCell lookOf(const app::models::CompletenessPlot::Cell& cell);

protected:
    void paint(QPainter& painter, const QRectF& area, const common::Theme& theme, int cursor) const override;
    [[nodiscard]] QRectF pointIn(const QRectF& area, int point) const override;
    [[nodiscard]] int pointAt(QPointF position) const override;
    [[nodiscard]] Reading readingOf(int point) const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::optional<int> moved(int key) const override;

private:
    struct Layout;
    [[nodiscard]] Layout layOut(const QRectF& area) const;
    [[nodiscard]] int days() const { return m_plot.range.length(); }
    [[nodiscard]] const app::models::CompletenessPlot::Cell& cellOf(int point) const;
    [[nodiscard]] QString countText(const app::models::CompletenessPlot::Row& row) const;

    app::models::CompletenessPlot m_plot;
};

} // namespace ui::charts
