// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/PaintedChart.h"

namespace ui::charts {

/// Named shares of one sum: name, value and share above a bar of 8 pixels.
class ShareBars final : public PaintedChart
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShareBars)

public:
    explicit ShareBars(const QString& name, QWidget* parent = nullptr);
    ~ShareBars() override;

    [[nodiscard]] bool setPlot(const app::models::Plot& plot) override;
    [[nodiscard]] int count() const override;

protected:
    void paint(QPainter& painter, const QRectF& area, const common::Theme& theme, int cursor) const override;
    [[nodiscard]] QRectF pointIn(const QRectF& area, int point) const override;
    [[nodiscard]] Reading readingOf(int point) const override;
    [[nodiscard]] QString summary() const override;

private:
    [[nodiscard]] double whole() const;

    app::models::SharePlot m_plot;
};

} // namespace ui::charts
