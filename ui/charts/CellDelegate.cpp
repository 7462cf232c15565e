// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/CellDelegate.h"

#include "common/Theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui::charts {

namespace {

constexpr int kInset = 10;

using common::Theme;
using common::Token;

} // namespace

CellDelegate::CellDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
}

void CellDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& cell)
{
    const Theme theme = Theme::of(cell.widget);
    if (cell.state & QStyle::State_Selected) {
        painter.fillRect(cell.rect, theme.color(Token::AccentWeak));
    } else if (cell.state & QStyle::State_MouseOver) {
        painter.fillRect(cell.rect, theme.color(Token::Sunken));
    }
    painter.setPen(theme.color(Token::Grid));
    painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight());
}

void CellDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const Theme theme = Theme::of(cell.widget);
    painter->save();
    paintGround(*painter, cell);
    painter->setFont(cell.font);
    const QRect box = cell.rect.adjusted(kInset, 0, -kInset, 0);
    // A lone dash stands for "no value" and gives way to what has one.
    const bool none = cell.text.size() == 1 && cell.text.front() == QChar(0x2013);
    painter->setPen(theme.color(none ? Token::Faint : Token::Text));
    const QString text = QFontMetrics(cell.font).elidedText(cell.text, cell.textElideMode, box.width());
    painter->drawText(box, static_cast<int>(cell.displayAlignment) | Qt::TextSingleLine, text);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int text = QFontMetrics(cell.font).horizontalAdvance(cell.text);
    return {text + 2 * kInset + 1, QStyledItemDelegate::sizeHint(option, index).height()};
}

bool CellDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() == QEvent::ToolTip && index.isValid()
        && index.data(Qt::ToolTipRole).toString().isEmpty()) {
        const QString text = index.data().toString();
        const bool cut
            = QFontMetrics(view->font()).horizontalAdvance(text) > option.rect.width() - 2 * kInset;
        QToolTip::showText(event->globalPos(), cut ? text : QString(), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace ui::charts
