// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/PaintedChart.h"

namespace ui::charts {

/// A share with its interval for each period: a dot, a line with caps, the number of cases below the name.
/// Unfinished periods have a hollow dot; one with too few cases has a dash and says what it needs. The axis
/// begins at 0, 25 or 50 %, and axisNote() says so.
class IntervalChart final : public PaintedChart
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IntervalChart)

public:
    explicit IntervalChart(const QString& name, QWidget* parent = nullptr);
    ~IntervalChart() override;

    [[nodiscard]] bool setPlot(const app::models::Plot& plot) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString axisNote() const override;

protected:
    void paint(QPainter& painter, const QRectF& area, const common::Theme& theme, int cursor) const override;
    [[nodiscard]] QRectF pointIn(const QRectF& area, int point) const override;
    [[nodiscard]] Reading readingOf(int point) const override;
    [[nodiscard]] QString summary() const override;

private:
    struct Layout;
    [[nodiscard]] Layout layOut(const QRectF& area) const;

    app::models::IntervalPlot m_plot;
};

} // namespace ui::charts
