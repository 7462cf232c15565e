// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Theme.h"
#include "models/DaySeries.h"

#include <QBrush>
#include <QPen>

class QPainter;

namespace ui::charts {

/// The colour that a measure has on every page.
common::Token measureToken(app::models::Measure measure);

/// The colour of a category of the palette, from 1 to 8; anything else is "other".
common::Token categoryColor(int category);

/// The colour of a series: its own category, else that of its measure.
common::Token seriesToken(const app::models::DaySeries& series);
QColor seriesColor(const app::models::DaySeries& series, const common::Theme& theme);

/// A value at an axis: compact, as a percentage for shares.
QString axisText(app::models::Measure measure, double value);

/// How a provisional day is filled: the colour at 22 % over the card with 45° lines 1.6 wide every 5 pixels
/// at 80 %. A texture, so that Qt Charts can paint it as the brush of a bar.
QBrush provisionalBrush(const QColor& color, const QColor& behind);

/// The edge of a missing day: dashed 2-3.
QPen gapPen(const common::Theme& theme);

/// One line of text, centred vertically, at the physical left, right or centre of `box`. Text
/// without right-to-left letters keeps its order in every language: "58 %".
void drawLabel(QPainter& painter, const QRectF& box, Qt::AlignmentFlag side, const QString& text);

/// Fills a box with it. Drawings have no textures: there the lines are drawn.
void fillProvisional(QPainter& painter, const QRectF& box, const QColor& color, const QColor& behind);

/// The solid tint below the lines of provisionalBrush().
QColor provisionalTint(const QColor& color, const QColor& behind);

} // namespace ui::charts
