// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/IntervalChart.h"

#include "charts/SeriesStyle.h"
#include "common/Format.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::charts {

using app::models::IntervalPlot;
using app::models::Measure;
using common::TextStyle;
using common::Theme;
using common::Token;
namespace format = common::format;

namespace {

constexpr double kTop = 10;
constexpr double kBottom = 36; ///< the name and, below it, the number of cases
constexpr double kLeft = 44;
constexpr double kRight = 24; ///< the figure of the last point reaches into it
constexpr double kCap = 6;
constexpr double kDot = 5;
constexpr double kLabelGap = 8;

} // namespace

struct IntervalChart::Layout
{
    double from = 0; ///< where the axis begins
    double step = 0.25;
    QRectF plot;
    double pitch = 0;
    [[nodiscard]] double y(double share) const
    {
        return plot.bottom() - (share - from) / (1 - from) * plot.height();
    }
};

IntervalChart::IntervalChart(const QString& name, QWidget* parent)
    : PaintedChart(name, Flow::Across, parent)
{
}

IntervalChart::~IntervalChart()
{
    dropCanvas();
}

bool IntervalChart::setPlot(const app::models::Plot& plot)
{
    const auto* points = std::get_if<IntervalPlot>(&plot);
    if (!points) {
        return false;
    }
    m_plot = *points;
    refresh(plot);
    return true;
}

int IntervalChart::count() const
{
    return static_cast<int>(m_plot.points.size());
}

QString IntervalChart::axisNote() const
{
    const double from = layOut(QRectF(0, 0, 100, 100)).from;
    //: The value axis of a chart does not begin at zero.
    return from > 0 ? tr("axis from %1").arg(format::percent(from, 0)) : QString();
}

IntervalChart::Layout IntervalChart::layOut(const QRectF& area) const
{
    Layout layout;
    double least = 1;
    bool any = false;
    for (const IntervalPlot::Point& point : m_plot.points) {
        if (point.middle) {
            any = true;
            least = std::min(least, point.low.value_or(*point.middle));
        }
    }
    if (any && least >= 0.5) {
        layout.from = 0.5;
        layout.step = 0.1;
    } else if (any && least >= 0.25) {
        layout.from = 0.25;
    }
    layout.plot = QRectF(area.left() + kLeft, area.top() + kTop,
        std::max(10.0, area.width() - kLeft - kRight), std::max(10.0, area.height() - kTop - kBottom));
    layout.pitch = layout.plot.width() / std::max(1, count());
    return layout;
}

QRectF IntervalChart::pointIn(const QRectF& area, int point) const
{
    const Layout layout = layOut(area);
    return {layout.plot.left() + layout.pitch * point, layout.plot.top(), layout.pitch, layout.plot.height()};
}

void IntervalChart::paint(QPainter& painter, const QRectF& area, const Theme& theme, int cursor) const
{
    const Layout layout = layOut(area);
    painter.setFont(theme.font(TextStyle::Micro));
    const int lineHeight = QFontMetrics(painter.font()).height();
    if (cursor >= 0) {
        painter.fillRect(pointIn(area, cursor), theme.color(Token::HoverBand));
    }
    for (double line = layout.from; line < 1 + 1e-9; line += layout.step) {
        const double y = std::round(layout.y(line));
        painter.setPen(theme.color(Token::Grid));
        painter.drawLine(QPointF(layout.plot.left(), y), QPointF(layout.plot.right(), y));
        painter.setPen(theme.color(Token::Muted));
        drawLabel(painter, QRectF(area.left(), y - lineHeight, kLeft - kLabelGap, 2 * lineHeight),
            Qt::AlignRight, format::percent(line, 0));
    }
    const QColor color = theme.color(Token::Category1);
    for (std::size_t index = 0; index < m_plot.points.size(); ++index) {
        const IntervalPlot::Point& point = m_plot.points[index];
        const QRectF column = pointIn(area, static_cast<int>(index));
        const double x = std::round(column.center().x());
        painter.setFont(theme.font(TextStyle::Micro));
        const QFontMetrics micro(painter.font());
        painter.setPen(theme.color(Token::Muted));
        drawLabel(painter, QRectF(column.left(), layout.plot.bottom() + 4, column.width(), lineHeight),
            Qt::AlignHCenter, point.name);
        //: Number of cases below a point of a chart: "N 1,180".
        drawLabel(painter,
            QRectF(column.left(), layout.plot.bottom() + 4 + lineHeight, column.width(), lineHeight),
            Qt::AlignHCenter, tr("N %1").arg(format::integer(point.cases)));
        if (!point.middle) {
            painter.setPen(theme.color(Token::Faint));
            drawLabel(painter, column, Qt::AlignHCenter, format::none());
            continue;
        }
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color, 2));
        if (point.low && point.high) {
            const double low = layout.y(*point.low);
            const double high = layout.y(*point.high);
            painter.drawLine(QPointF(x, low), QPointF(x, high));
            painter.drawLine(QPointF(x - kCap, low), QPointF(x + kCap, low));
            painter.drawLine(QPointF(x - kCap, high), QPointF(x + kCap, high));
        }
        painter.setBrush(point.partial ? theme.color(Token::Raised) : color);
        painter.drawEllipse(QPointF(x, layout.y(*point.middle)), kDot, kDot);
        painter.restore();
        const QString value = format::percent(*point.middle, 0);
        painter.setFont(theme.font(TextStyle::SmallBold));
        const double wide = QFontMetrics(painter.font()).horizontalAdvance(value) + 2;
        // Between this point and the next, or the end.
        const double room = index + 1 < m_plot.points.size() ? layout.pitch - kCap : area.right() - x;
        if (room >= kCap + kLabelGap + wide) {
            painter.setPen(theme.color(Token::Text));
            drawLabel(painter,
                QRectF(x + kCap + kLabelGap, layout.y(*point.middle) - lineHeight, wide, 2 * lineHeight),
                Qt::AlignLeft, value);
        }
    }
}

Chart::Reading IntervalChart::readingOf(int point) const
{
    const IntervalPlot::Point& one = m_plot.points[static_cast<std::size_t>(point)];
    Reading reading;
    reading.heading = one.longName;
    const auto share = [](double value) { return app::models::fullNumber(Measure::HelpfulRate, value); };
    reading.rows.push_back({Theme::of(this).inverted().color(Token::Category1), m_plot.name,
        one.middle ? share(*one.middle) : format::none(), true});
    if (one.low && one.high) {
        //: An interval: "77.2 % to 81.4 %".
        reading.rows.push_back(
            {QColor(), tr("95 % interval"), tr("%1 to %2").arg(share(*one.low), share(*one.high)), true});
    }
    //: How many cases a share stands on.
    reading.rows.push_back({QColor(), tr("Cases"), format::integer(one.cases), true});
    if (!one.middle) {
        reading.remark = tr("Only %n vote(s), needs %1.", nullptr, static_cast<int>(one.cases))
                             .arg(format::integer(m_plot.leastCases));
    } else if (one.partial) {
        reading.remark = tr("This period is not complete.");
    }
    return reading;
}

QString IntervalChart::summary() const
{
    std::optional<double> least;
    std::optional<double> most;
    for (const IntervalPlot::Point& point : m_plot.points) {
        if (point.middle) {
            least = std::min(least.value_or(*point.middle), *point.middle);
            most = std::max(most.value_or(*point.middle), *point.middle);
        }
    }
    if (!least) {
        return tr("%1: no period has enough cases. T shows the table.").arg(m_plot.name);
    }
    return tr("%1: between %2 and %3. Left and Right read the periods, T shows the table.")
        .arg(m_plot.name, format::percent(*least), format::percent(*most));
}

} // namespace ui::charts
