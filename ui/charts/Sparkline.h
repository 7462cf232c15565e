// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Theme.h"
#include "models/DaySeries.h"

#include <QWidget>

#include <span>

class QPainter;

namespace ui::charts {

/// A line of 28 pixels without axes: how a figure went. It begins at zero, breaks at days without a value,
/// has a dot on the last final day and a dashed tail over provisional days. Time runs from left to right in
/// every language. Never takes the focus: the tile that holds it says the figures; its accessible name sums
/// the line up. Main thread.
class Sparkline final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sparkline)

public:
    explicit Sparkline(QWidget* parent = nullptr);

    void setSeries(app::models::DaySeries series);
    [[nodiscard]] const app::models::DaySeries& series() const { return m_series; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    app::models::DaySeries m_series;
};

/// Height of paintSparkColumns() in a table row.
inline constexpr int kSparkColumnsHeight = 24;

/// Width that `count` columns take: 4 pixels each.
int sparkColumnsWidth(std::size_t count);

/// Columns for a table cell, at the leading edge of `box` and as high as it: one for each point, 4 pixels
/// apart (closer where there is no room), provisional ones pale, a light gap for a day without data, nothing
/// above the base line for zero.
void paintSparkColumns(QPainter& painter, const QRectF& box, const common::Theme& theme,
    std::span<const app::models::DayPoint> points);

} // namespace ui::charts
