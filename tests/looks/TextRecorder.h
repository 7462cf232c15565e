// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

#include <vector>

class QWidget;

namespace looks {

/// One run of text as a widget painted it, whoever painted it: a label, a delegate, a chart.
struct PaintedText
{
    QWidget* owner = nullptr; ///< the widget whose paintEvent() drew it
    QString text;
    QRectF ink; ///< of the glyphs, in coordinates of the window
    QRectF clip; ///< what the painter let through, in coordinates of the window
    QColor color; ///< of the pen, with its opacity
    QFont font;
};

/// Everything that the window and its visible children write on the screen, in the order of the widgets.
/// Paints each of them once, into nothing.
std::vector<PaintedText> paintedTexts(QWidget* window);

} // namespace looks
