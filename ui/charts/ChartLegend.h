// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Chart.h"
#include "common/Theme.h"

#include <QWidget>

class QAbstractButton;

namespace ui::charts {

/// Paints one legend entry with its mark at the leading edge of `box`; `off`: the series is hidden.
void paintLegendEntry(
    QPainter& painter, const QRectF& box, const common::Theme& theme, const LegendEntry& entry, bool off);
/// Width that paintLegendEntry() takes.
int legendEntryWidth(const LegendEntry& entry, const common::Theme& theme);

/// The labels beside a chart's title: one per series, then "Provisional" and "No data" where the chart has
/// such days. With several series each label is a switch that hides or shows its series. Takes as many lines
/// as it needs.
class ChartLegend final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartLegend)

public:
    /// `name` begins the object names of the labels.
    explicit ChartLegend(const QString& name, QWidget* parent = nullptr);

    /// The card calls it after a new plot. Labels that say the same stay, with the focus on one of them.
    /// `chart` is borrowed; null: no labels.
    void refresh(Chart* chart);
    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }

    /// In one line.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();
    int arrange(int width, bool apply) const;

    QString m_name;
    Chart* m_chart = nullptr;
    std::vector<LegendEntry> m_entries; ///< of m_items
    std::vector<QAbstractButton*> m_items;
};

} // namespace ui::charts
