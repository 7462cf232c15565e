// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tables/SortHeader.h"

#include "common/Theme.h"

#include <QAbstractItemModel>
#include <QPainter>
#include <QPainterPath>

namespace ui::tables {

namespace {

using common::TextStyle;
using common::Theme;
using common::Token;

constexpr int kHeight = 34;
constexpr int kInset = 10;
constexpr int kArrow = 8;
constexpr int kArrowGap = 6;

} // namespace

SortHeader::SortHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setSortIndicatorClearable(false);
    setSectionsMovable(false);
}

int SortHeader::widthFor(const QString& text) const
{
    const QFontMetrics metrics(Theme::of(this).font(TextStyle::SmallBold));
    return metrics.horizontalAdvance(text) + kArrow + kArrowGap + 2 * kInset;
}

QSize SortHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), std::max(kHeight, fontMetrics().height() + 14)};
}

void SortHeader::paintEvent(QPaintEvent* event)
{
    // The strip lies in the rounded head of its card.
    const Theme theme = Theme::of(this);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath strip;
    strip.addRoundedRect(QRectF(viewport()->rect()).adjusted(0, 0, 0, 8), 7, 7);
    painter.setClipRect(viewport()->rect());
    painter.fillPath(strip, theme.color(Token::Sunken));
    painter.setPen(theme.color(Token::Border));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawLine(0, height() - 1, width(), height() - 1);
    painter.end();
    QHeaderView::paintEvent(event);
}

void SortHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const Theme theme = Theme::of(this);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    const auto alignment
        = model()->headerData(logicalIndex, orientation(), Qt::TextAlignmentRole).value<Qt::Alignment>();
    const bool right = alignment & Qt::AlignRight;
    const QString text = model()->headerData(logicalIndex, orientation()).toString();
    QRect box = rect.adjusted(kInset, 0, -kInset, 0);
    painter->save();
    painter->setFont(theme.font(sorted ? TextStyle::SmallBold : TextStyle::Small));
    painter->setPen(theme.color(sorted ? Token::Text : Token::Muted));
    const QFontMetrics metrics(painter->font());
    if (sorted) {
        const int wide = metrics.horizontalAdvance(text);
        const int x = right ? box.right() - kArrow + 1
                            : std::min(box.left() + wide + kArrowGap, box.right() - kArrow);
        const QPoint middle(x + kArrow / 2, rect.center().y());
        const int up = sortIndicatorOrder() == Qt::AscendingOrder ? 1 : -1;
        QPainterPath arrow;
        arrow.moveTo(middle.x() - 4, middle.y() + 3 * up);
        arrow.lineTo(middle.x() + 4, middle.y() + 3 * up);
        arrow.lineTo(middle.x(), middle.y() - 3 * up);
        arrow.closeSubpath();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillPath(arrow, theme.color(Token::Text));
        if (right) {
            box.setRight(box.right() - kArrow - kArrowGap);
        }
    }
    painter->drawText(box, static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter),
        metrics.elidedText(text, Qt::ElideRight, box.width()));
    painter->restore();
}

} // namespace ui::tables
