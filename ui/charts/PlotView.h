// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/ValueScale.h"
#include "models/Plots.h"

#include <QChartView>

class QValueAxis;

namespace ui::common {
class Theme;
}

namespace ui::charts {

class DayChart;

/// The plot area of a DayChart: bars of Qt Charts with grid, band, gap columns, lines and labels painted
/// below and over them. Only DayChart uses it.
class PlotView final : public QChartView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotView)

public:
    explicit PlotView(DayChart& owner);

    /// Draws the owner's series anew, in the one chart.
    void rebuild();
    /// How many neighbouring points share one column: more than one where columns would be thinner than they
    /// can be told apart. What is drawn then is the highest of them; the cursor still reads each.
    [[nodiscard]] int pointsPerColumn() const { return m_pointsPerColumn; }
    /// The full-height column of a day, in the coordinates of this widget.
    [[nodiscard]] QRectF column(int day) const;
    [[nodiscard]] QRectF plotArea() const { return m_plotArea; }
    [[nodiscard]] const ValueScale& scale() const { return m_scale; }
    [[nodiscard]] const ValueScale& rightScale() const { return m_rightScale; }
    /// Where a line passes a day, in the coordinates of this widget.
    [[nodiscard]] QPointF linePoint(std::size_t line, std::size_t day) const;
    /// Without the cursor.
    void drawTo(QPainter& painter, const QRectF& area);
    /// Constant: a graphics view would ask for the size that its scene happens to have.
    [[nodiscard]] QSize sizeHint() const override { return {480, 196}; }

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void rescale();
    void placePlot();
    void layOut();
    [[nodiscard]] int fittingPointsPerColumn() const;
    void pickDrawn();
    /// The room of one drawn column.
    [[nodiscard]] QRectF roomOf(std::size_t drawn) const;
    [[nodiscard]] double valueOf(std::size_t series, std::size_t point) const;
    [[nodiscard]] int cursor() const;
    [[nodiscard]] bool hasRightAxis() const;
    [[nodiscard]] app::models::Measure leftMeasure() const;
    void drawBand(QPainter& painter, const common::Theme& theme) const;
    void drawGaps(QPainter& painter, bool edges) const;
    void drawProvisionalBars(QPainter& painter, const common::Theme& theme) const;
    void drawLines(QPainter& painter, const common::Theme& theme) const;
    void drawValueLabels(QPainter& painter) const;
    void drawDayLabels(QPainter& painter) const;
    [[nodiscard]] double yOf(double value, const ValueScale& scale) const;

    DayChart& m_owner;
    ValueScale m_scale;
    ValueScale m_rightScale;
    std::vector<double> m_sums; ///< of the shown columns, for each point
    int m_pointsPerColumn = 1;
    std::vector<std::size_t> m_drawn; ///< the point of each column that is drawn
    QRectF m_plotArea;
    QValueAxis* m_time; ///< in drawn columns
    QValueAxis* m_value;
    bool m_allZero = false;
    bool m_forPicture = false;
};

} // namespace ui::charts
