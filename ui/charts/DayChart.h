// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Chart.h"

namespace ui::charts {

class PlotView;

/// Values over UTC days or ISO weeks: columns, stacked when there are several series (the first at the
/// bottom) or as shares of 100 %, lines over them or alone, a band behind them. Provisional days are hatched,
/// days without data are dashed gap columns where lines and bands break, a stored day without anything is a
/// bare zero line. Lines are dashed where a day behind the value is missing, and where it can still change.
///
/// Bars are drawn by Qt Charts; what it cannot draw (hatching in colour, gaps, halos, changing dashes, sparse
/// date labels, read-out) is painted below and over them.
class DayChart final : public Chart
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayChart)

public:
    explicit DayChart(const QString& name, QWidget* parent = nullptr);
    ~DayChart() override;

    /// Keeps which series are hidden, and the cursor where its day is still shown.
    [[nodiscard]] bool setPlot(const app::models::Plot& plot) override;
    void setDays(app::models::DayPlot plot);
    /// Columns only.
    void setSeries(std::vector<app::models::DaySeries> series);

    [[nodiscard]] const app::models::DayPlot& plot() const { return m_plot; }
    /// The columns.
    [[nodiscard]] const std::vector<app::models::DaySeries>& series() const { return m_plot.columns; }

    /// Columns first, then lines, then the band.
    void setSeriesShown(std::size_t index, bool shown) override;
    [[nodiscard]] bool isSeriesShown(std::size_t index) const override;

    [[nodiscard]] int count() const override;
    [[nodiscard]] QString periodText() const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    void drawTo(QPainter& painter, const QRectF& area) override;

    [[nodiscard]] bool hasProvisionalDays() const;
    [[nodiscard]] bool hasDaysWithoutData() const;

    // For the view and for tests: the least known state of the series, and where a day is drawn.
    [[nodiscard]] app::records::DayState stateOf(int day) const;
    [[nodiscard]] QRect columnOf(int day) const { return pointRect(day); }
    /// The first of all series, which has the range of all; null when there is none.
    [[nodiscard]] const app::models::DaySeries* first() const;

protected:
    void repaintCanvas() override;
    void rebuildCanvas() override;
    [[nodiscard]] Reading readingOf(int point) const override;
    [[nodiscard]] QRectF canvasRect(int point) const override;
    [[nodiscard]] QString summary() const override;

private:
    [[nodiscard]] const app::models::DaySeries* seriesAt(std::size_t index) const;
    [[nodiscard]] std::size_t seriesCount() const { return m_plot.columns.size() + m_plot.lines.size(); }
    [[nodiscard]] QString keyOf(std::size_t index) const;
    [[nodiscard]] QString remarkOn(int point) const;

    app::models::DayPlot m_plot;
    std::vector<QString> m_hidden; ///< keys, so that they outlive a new reading
    PlotView* m_view;
};

} // namespace ui::charts
