// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DaySeries.h"

#include <QColor>
#include <QPointF>

#include <QPolygonF>

#include <functional>
#include <span>
#include <vector>

class QPainter;

namespace ui::charts {

/// How a piece of a line is drawn.
enum class LineStroke {
    Solid,
    Partial, ///< dashed 4-3: the window behind one of its ends has a hole
    Provisional, ///< dashed 2-2: one of its ends can still change
};

/// Neighbouring points with a value that are joined in one stroke. A run of one point is a lone day.
struct LineRun
{
    LineStroke stroke = LineStroke::Solid;
    std::size_t first = 0;
    std::size_t last = 0;
    friend bool operator==(const LineRun&, const LineRun&) = default;
};

/// Splits a line where it breaks (a point without a value) and where its stroke changes; then the two runs
/// share a point.
std::vector<LineRun> lineRuns(std::span<const app::models::DayPoint> points);

/// The points from `first` to `last`, but at most four of those that fall on one column of pixels: where the
/// line enters it, its highest, its lowest, and where it leaves. It looks the same.
QPolygonF thinned(std::size_t first, std::size_t last, const std::function<QPointF(std::size_t)>& at);

/// Draws the runs; `at` says where a point is. A halo of 5 pixels in `halo` lies below it where that is a
/// valid colour.
void paintLine(QPainter& painter, std::span<const app::models::DayPoint> points,
    const std::function<QPointF(std::size_t)>& at, const QColor& color, double width,
    const QColor& halo = QColor());

} // namespace ui::charts
