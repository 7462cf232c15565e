// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/DayCell.h"

#include "charts/SeriesStyle.h"

#include <QPainter>

#include <algorithm>

namespace ui::charts {

using common::Theme;
using common::Token;

namespace {

void paintBar(QPainter& painter, const QRectF& box, const QColor& color)
{
    const double arm = std::min(4.0, box.width() / 4);
    painter.setPen(QPen(color, 1.5));
    painter.drawLine(box.center() - QPointF(arm, 0), box.center() + QPointF(arm, 0));
}

} // namespace

void paintDayCell(QPainter& painter, const QRectF& box, const Theme& theme, DayCell kind)
{
    constexpr double kRadius = 2;
    constexpr double kLeastCross = 9.5;
    const double radius = std::min(kRadius, box.width() / 3);
    const QRectF edge = box.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (kind) {
    case DayCell::Final:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Ramp4));
        painter.drawRoundedRect(box, radius, radius);
        break;
    case DayCell::Restated:
    case DayCell::Withdrawn:
        painter.setPen(theme.color(Token::Ramp4));
        painter.setBrush(theme.color(Token::Ramp2));
        painter.drawRoundedRect(edge, radius, radius);
        if (kind == DayCell::Withdrawn) {
            paintBar(painter, box, theme.color(Token::Text));
        }
        break;
    case DayCell::Provisional:
        fillProvisional(painter, box, theme.color(Token::Ramp4), theme.color(Token::Raised));
        break;
    case DayCell::Missing: {
        painter.setBrush(Qt::NoBrush);
        if (box.width() < kLeastCross) {
            // Dashes and a cross in so little room would be noise: hollow tells it apart as well.
            painter.setPen(QPen(theme.color(Token::Negative), 1));
            painter.drawRoundedRect(edge, radius, radius);
            break;
        }
        QPen dashes(theme.color(Token::Negative), 1, Qt::CustomDashLine, Qt::FlatCap);
        dashes.setDashPattern({2, 2});
        painter.setPen(dashes);
        painter.drawRoundedRect(edge, radius, radius);
        const double arm = std::min(2.5, box.width() / 4);
        painter.setPen(QPen(theme.color(Token::Negative), 1));
        painter.drawLine(box.center() + QPointF(-arm, -arm), box.center() + QPointF(arm, arm));
        painter.drawLine(box.center() + QPointF(-arm, arm), box.center() + QPointF(arm, -arm));
        break;
    }
    case DayCell::NotOffered:
        painter.setPen(gapPen(theme));
        painter.setBrush(theme.color(Token::Gap));
        painter.drawRoundedRect(edge, radius, radius);
        paintBar(painter, box, theme.color(Token::Muted));
        break;
    }
    painter.restore();
}

} // namespace ui::charts
