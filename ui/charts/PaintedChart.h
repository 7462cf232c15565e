// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Chart.h"
#include "common/Theme.h"

namespace ui::charts {

/// A chart that paints itself: bars, steps, intervals, cells, shares. A subclass says where its points are
/// and paints them into any rectangle, so that the window and a picture look the same.
class PaintedChart : public Chart
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaintedChart)

public:
    ~PaintedChart() override;
    void drawTo(QPainter& painter, const QRectF& area) override;

protected:
    /// How points follow each other: below (Up and Down move as well) or beside each other.
    enum class Flow { Across, Down };
    PaintedChart(const QString& name, Flow flow, QWidget* parent);

    /// `cursor` is −1 in pictures. The ground below is that of a card.
    virtual void paint(
        QPainter& painter, const QRectF& area, const common::Theme& theme, int cursor) const = 0;
    /// What belongs to a point, for the pointer and the read-out.
    [[nodiscard]] virtual QRectF pointIn(const QRectF& area, int point) const = 0;

    [[nodiscard]] QRectF canvasRect(int point) const override;
    [[nodiscard]] std::optional<int> moved(int key) const override;
    /// Rows are mirrored in right-to-left languages; time never is.
    [[nodiscard]] bool isMirrored() const { return layoutDirection() == Qt::RightToLeft; }

    /// The point at a place of the canvas; −1 when there is none.
    [[nodiscard]] virtual int pointAt(QPointF position) const;

private:
    friend class PaintedView;
    Flow m_flow;
};

} // namespace ui::charts
