// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tables/SortHeader.h"

#include "common/Theme.h"

#include <QAbstractItemModel>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace ui::tables {

namespace {

using common::TextStyle;
using common::Theme;
using common::Token;

constexpr int kHeight = 34;
constexpr int kInset = 10;
constexpr int kArrow = 8;
constexpr int kArrowGap = 6;
constexpr int kBox = 16;
constexpr int kBoxInset = 16;

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

void SortHeader::setAllChecked(Qt::CheckState state)
{
    if (m_check != state) {
        m_check = state;
        viewport()->update();
    }
}

QRect SortHeader::checkBox(const QRect& cell, Qt::LayoutDirection direction)
{
    const QRect box(cell.left() + kBoxInset, cell.center().y() - kBox / 2 + 1, kBox, kBox);
    return QStyle::visualRect(direction, cell, box);
}

void SortHeader::paintCheckBox(
    QPainter& painter, const QRect& box, Qt::CheckState state, const QWidget* widget)
{
    QStyleOptionViewItem option;
    option.initFrom(widget);
    option.rect = box;
    option.state &= ~(QStyle::State_HasFocus | QStyle::State_On | QStyle::State_Off | QStyle::State_NoChange);
    option.state |= state == Qt::Checked ? QStyle::State_On
        : state == Qt::PartiallyChecked  ? QStyle::State_NoChange
                                         : QStyle::State_Off;
    option.state |= QStyle::State_Enabled;
    widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &option, &painter, widget);
}

bool SortHeader::isOnBox(QPoint position) const
{
    if (!m_check || count() == 0) {
        return false;
    }
    const QRect first(sectionViewportPosition(0), 0, sectionSize(0), height());
    return checkBox(first, layoutDirection()).adjusted(-8, -8, 8, 8).contains(position);
}

void SortHeader::mousePressEvent(QMouseEvent* event)
{
    m_pressedBox = event->button() == Qt::LeftButton && isOnBox(event->pos());
    if (!m_pressedBox) {
        QHeaderView::mousePressEvent(event);
    }
}

void SortHeader::mouseReleaseEvent(QMouseEvent* event)
{
    if (!std::exchange(m_pressedBox, false)) {
        QHeaderView::mouseReleaseEvent(event);
    } else if (isOnBox(event->pos())) {
        Q_EMIT allClicked();
    }
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
    // Right of the reading direction: mirrored where that is.
    const bool right = QStyle::visualAlignment(layoutDirection(), alignment) & Qt::AlignRight;
    const QString text = model()->headerData(logicalIndex, orientation()).toString();
    const bool boxed = m_check && logicalIndex == 0;
    QRect box = QStyle::visualRect(
        layoutDirection(), rect, rect.adjusted(boxed ? kCheckRoom : kInset, 0, -kInset, 0));
    painter->save();
    if (boxed) {
        paintCheckBox(*painter, checkBox(rect, layoutDirection()), *m_check, this);
    }
    painter->setFont(theme.font(sorted ? TextStyle::SmallBold : TextStyle::Small));
    painter->setPen(theme.color(sorted ? Token::Text : Token::Muted));
    const QFontMetrics metrics(painter->font());
    if (sorted) {
        // The arrow stands behind a text that begins at the leading edge, and at the outer end of a number's
        // heading; either way the text gives way.
        const bool numbers = alignment & Qt::AlignRight;
        const int wide = std::min(metrics.horizontalAdvance(text), box.width() - kArrow - kArrowGap);
        const QRect arrowBox = QStyle::visualRect(layoutDirection(), box,
            QRect(numbers ? box.right() - kArrow + 1 : box.left() + wide + kArrowGap, rect.top(), kArrow,
                rect.height()));
        const QPoint middle = arrowBox.center();
        const int up = sortIndicatorOrder() == Qt::AscendingOrder ? 1 : -1;
        QPainterPath arrow;
        arrow.moveTo(middle.x() - 4, middle.y() + 3 * up);
        arrow.lineTo(middle.x() + 4, middle.y() + 3 * up);
        arrow.lineTo(middle.x(), middle.y() - 3 * up);
        arrow.closeSubpath();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillPath(arrow, theme.color(Token::Text));
        const QRect before = box.adjusted(0, 0, -kArrow - kArrowGap, 0);
        box = QStyle::visualRect(layoutDirection(), box, before);
    }
    painter->drawText(box,
        static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute),
        metrics.elidedText(text, Qt::ElideRight, box.width()));
    painter->restore();
}

} // namespace ui::tables
