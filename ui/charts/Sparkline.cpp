// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/Sparkline.h"

#include "charts/LinePainter.h"
#include "charts/SeriesStyle.h"
#include "common/Format.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace ui::charts {

namespace {

using app::models::DayPoint;
using common::Theme;
using common::Token;

constexpr int kHeight = 28;
constexpr double kLine = 1.5;
constexpr double kDot = 5;
constexpr double kStep = 4;
constexpr double kThinnest = 2;
constexpr double kBarShare = 0.7; // 2.8 of 4 pixels
constexpr double kProvisional = 0.45;

double largestOf(std::span<const DayPoint> points)
{
    double largest = 0;
    for (const DayPoint& point : points) {
        largest = std::max(largest, point.value.value_or(0));
    }
    return largest;
}

QString summaryOf(const app::models::DaySeries& series)
{
    const DayPoint* least = nullptr;
    const DayPoint* most = nullptr;
    for (const DayPoint& point : series.points) {
        if (point.value) {
            least = !least || *point.value < *least->value ? &point : least;
            most = !most || *point.value > *most->value ? &point : most;
        }
    }
    if (!least) {
        return Sparkline::tr("No figures, %1").arg(common::format::days(series.range));
    }
    //: Name of a small line without axes: days, least and largest value.
    return Sparkline::tr("%1: between %2 and %3")
        .arg(common::format::days(series.range), app::models::fullNumber(series.measure, *least->value),
            app::models::fullNumber(series.measure, *most->value));
}

} // namespace

Sparkline::Sparkline(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Sparkline::setSeries(app::models::DaySeries series)
{
    m_series = std::move(series);
    setAccessibleName(m_series.points.empty() ? QString() : summaryOf(m_series));
    update();
}

QSize Sparkline::sizeHint() const
{
    return {120, kHeight};
}

QSize Sparkline::minimumSizeHint() const
{
    return {24, kHeight};
}

void Sparkline::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setPen(theme.color(Token::Grid));
    painter.drawLine(0, height() - 1, width() - 1, height() - 1);
    const std::vector<DayPoint>& points = m_series.points;
    if (points.empty()) {
        return;
    }
    const double largest = largestOf(points);
    const double edge = kDot / 2 + 0.5;
    const double high = height() - 2 * edge;
    const double step = (width() - 2 * edge) / std::max(1.0, static_cast<double>(points.size()) - 1);
    const auto at = [&](std::size_t index) {
        const double share = largest > 0 ? std::max(0.0, points[index].value.value_or(0)) / largest : 0;
        return QPointF(edge + step * static_cast<double>(index), edge + high * (1 - share));
    };
    const QColor color = seriesColor(m_series, theme);
    paintLine(painter, points, at, color, kLine);
    for (std::size_t index = points.size(); index-- > 0;) {
        if (points[index].value && points[index].state == app::records::DayState::Final) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            painter.drawEllipse(at(index), kDot / 2, kDot / 2);
            break;
        }
    }
}

void Sparkline::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
}

int sparkColumnsWidth(std::size_t count)
{
    return static_cast<int>(kStep * static_cast<double>(count));
}

void paintSparkColumns(
    QPainter& painter, const QRectF& box, const Theme& theme, std::span<const DayPoint> points)
{
    if (points.empty() || box.isEmpty()) {
        return;
    }
    // Columns thinner than two pixels share one, which shows the highest of them.
    const double pitch = std::min(kStep, box.width() / static_cast<double>(points.size()));
    const auto perColumn = static_cast<std::size_t>(std::max(1.0, std::ceil(kThinnest / pitch)));
    if (perColumn > 1) {
        std::vector<DayPoint> highest;
        for (std::size_t first = 0; first < points.size(); first += perColumn) {
            const auto neighbours = points.subspan(first, std::min(perColumn, points.size() - first));
            highest.push_back(*std::max_element(
                neighbours.begin(), neighbours.end(), [](const DayPoint& one, const DayPoint& other) {
                    return std::pair(one.isStored(), one.value) < std::pair(other.isStored(), other.value);
                }));
        }
        paintSparkColumns(painter, box, theme, highest);
        return;
    }
    const double step = pitch;
    const double wide = step * static_cast<double>(points.size());
    const double left = painter.layoutDirection() == Qt::RightToLeft ? box.right() - wide : box.left();
    const double largest = largestOf(points);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = theme.color(Token::Category1);
    QColor pale = color;
    pale.setAlphaF(static_cast<float>(kProvisional));
    for (std::size_t index = 0; index < points.size(); ++index) {
        const DayPoint& point = points[index];
        const double x = left + step * static_cast<double>(index);
        if (!point.isStored()) {
            painter.fillRect(QRectF(x, box.top(), step * kBarShare, box.height()), theme.color(Token::Gap));
        } else if (point.value.value_or(0) > 0) {
            const double high = std::max(1.0, *point.value / largest * box.height());
            painter.fillRect(
                QRectF(x, box.bottom() - high, step * kBarShare, high), point.isProvisional() ? pale : color);
        }
    }
    painter.restore();
}

} // namespace ui::charts
