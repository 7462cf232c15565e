// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui::charts {

class DayChart;

/// The row of labels beside a chart's title: one per series, then "Provisional" and "No data" where the chart
/// has such days. With several series each label is a switch that hides or shows its series.
class ChartLegend final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartLegend)

public:
    /// `chart` is borrowed and outlives the legend.
    ChartLegend(const QString& name, DayChart& chart, QWidget* parent = nullptr);

    /// Builds the labels anew; the card calls it after new series.
    void refresh();

private:
    QString m_name;
    DayChart& m_chart;
};

} // namespace ui::charts
