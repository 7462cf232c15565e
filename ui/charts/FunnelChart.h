// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/PaintedChart.h"

namespace ui::charts {

/// Horizontal bars, each a part of the first, with value and share; below a line what belongs to the first
/// step but not to the chain.
class FunnelChart final : public PaintedChart
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FunnelChart)

public:
    explicit FunnelChart(const QString& name, QWidget* parent = nullptr);
    ~FunnelChart() override;

    [[nodiscard]] bool setPlot(const app::models::Plot& plot) override;
    [[nodiscard]] int count() const override;

protected:
    void paint(QPainter& painter, const QRectF& area, const common::Theme& theme, int cursor) const override;
    [[nodiscard]] QRectF pointIn(const QRectF& area, int point) const override;
    [[nodiscard]] Reading readingOf(int point) const override;
    [[nodiscard]] QString summary() const override;

private:
    struct Layout;
    [[nodiscard]] Layout layOut(const QRectF& area) const;

    app::models::FunnelPlot m_plot;
};

} // namespace ui::charts
