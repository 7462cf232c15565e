// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/BrandMark.h"

#include "common/Icons.h"
#include "common/Theme.h"

#include <QPainter>

namespace ui::common {

BrandMark::BrandMark(int edge, QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(edge, edge);
}

void BrandMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBrandMark(painter, rect(), Theme::of(this), Qt::transparent);
}

WeavePanel::WeavePanel(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WeavePanel::paintEvent(QPaintEvent*)
{
    constexpr int kPitch = 20;
    constexpr qreal kStrand = 13;
    constexpr qreal kOver = 22; // length of a strand where it passes over the other
    constexpr int kGoldRow = 3;

    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor light = theme.color(Token::Ramp1);
    const QColor strong = theme.color(Token::Ramp2);
    QColor weft = light;
    weft.setAlphaF(0.7F);

    const int columns = width() / kPitch;
    const int rows = height() / kPitch;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const qreal x = column * kPitch + kPitch / 2.0;
            const qreal y = row * kPitch + kPitch / 2.0;
            if ((row + column) % 2 == 0) {
                const bool marked = column % 6 == 2 || (column == 3 && row != kGoldRow);
                painter.setBrush(row == kGoldRow ? light : marked ? strong : light);
                painter.drawRoundedRect(QRectF(x - kStrand / 2, y - kOver / 2, kStrand, kOver), 1, 1);
            } else {
                painter.setBrush(row == kGoldRow ? theme.color(Token::Thread) : weft);
                painter.drawRoundedRect(QRectF(x - kOver / 2, y - kStrand / 2, kOver, kStrand), 1, 1);
            }
        }
    }
}

} // namespace ui::common
