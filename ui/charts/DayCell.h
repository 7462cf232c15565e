// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Theme.h"

#include <QRectF>

class QPainter;

namespace ui::charts {

/// How much is known about a day, as a cell (tokens.md 7). Each kind has a form of its own, so that none is
/// told by its colour alone: solid, light with an edge, light with an edge and a bar, hatched, dashed with a
/// cross, grey with a dash.
enum class DayCell { Final, Restated, Withdrawn, Provisional, Missing, NotOffered };

void paintDayCell(QPainter& painter, const QRectF& box, const common::Theme& theme, DayCell kind);

} // namespace ui::charts
