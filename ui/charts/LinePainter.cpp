// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/LinePainter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui::charts {

namespace {

using app::models::DayPoint;

constexpr double kHaloWidth = 5;

LineStroke strokeBetween(const DayPoint& one, const DayPoint& other)
{
    if (one.isProvisional() || other.isProvisional()) {
        return LineStroke::Provisional;
    }
    return one.isPartial() || other.isPartial() ? LineStroke::Partial : LineStroke::Solid;
}

QPen penOf(LineStroke stroke, const QColor& color, double width)
{
    QPen pen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    // Dash lengths are given in pen widths.
    if (stroke == LineStroke::Partial) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({4 / width, 3 / width});
    } else if (stroke == LineStroke::Provisional) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({2 / width, 2 / width});
    }
    return pen;
}

} // namespace

std::vector<LineRun> lineRuns(std::span<const DayPoint> points)
{
    std::vector<LineRun> runs;
    for (std::size_t index = 0; index < points.size(); ++index) {
        if (!points[index].value) {
            continue;
        }
        const bool joined = index > 0 && points[index - 1].value;
        if (!joined) {
            const bool leads = index + 1 < points.size() && points[index + 1].value;
            const LineStroke stroke = strokeBetween(points[index], points[leads ? index + 1 : index]);
            runs.push_back({stroke, index, index});
            continue;
        }
        const LineStroke stroke = strokeBetween(points[index - 1], points[index]);
        if (runs.back().stroke == stroke) {
            runs.back().last = index;
        } else {
            runs.push_back({stroke, index - 1, index});
        }
    }
    return runs;
}

QPolygonF thinned(std::size_t first, std::size_t last, const std::function<QPointF(std::size_t)>& at)
{
    QPolygonF line;
    for (std::size_t index = first; index <= last;) {
        const QPointF enters = at(index);
        QPointF highest = enters;
        QPointF lowest = enters;
        QPointF leaves = enters;
        for (++index; index <= last; ++index) {
            const QPointF next = at(index);
            if (std::floor(next.x()) > std::floor(enters.x())) {
                break;
            }
            highest = next.y() < highest.y() ? next : highest;
            lowest = next.y() > lowest.y() ? next : lowest;
            leaves = next;
        }
        for (const QPointF& corner : {enters, highest, lowest, leaves}) {
            if (line.isEmpty() || corner != line.back()) {
                line << corner;
            }
        }
    }
    return line;
}

void paintLine(QPainter& painter, std::span<const DayPoint> points,
    const std::function<QPointF(std::size_t)>& at, const QColor& color, double width, const QColor& halo)
{
    const std::vector<LineRun> runs = lineRuns(points);
    const auto draw = [&](const LineRun& run, const QPen& pen) {
        if (run.first == run.last) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(pen.color());
            painter.drawEllipse(at(run.first), pen.widthF(), pen.widthF());
            return;
        }
        QPainterPath path;
        path.addPolygon(thinned(run.first, run.last, at));
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (halo.isValid()) {
        for (const LineRun& run : runs) {
            draw(run, QPen(halo, kHaloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        }
    }
    for (const LineRun& run : runs) {
        draw(run, penOf(run.stroke, color, width));
    }
    painter.restore();
}

} // namespace ui::charts
