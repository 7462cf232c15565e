// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Style.h"

#include "common/Icons.h"
#include "common/Theme.h"

#include <QAbstractItemView>
#include <QListView>
#include <QPainter>
#include <QStyleOption>

namespace ui::common {

namespace {

void drawCheckBox(const QStyleOption& option, QPainter& painter)
{
    const Theme theme = Theme::of(nullptr);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool filled = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Token edge = !enabled ? Token::Border : filled ? Token::Accent : Token::BorderStrong;
    const Token fill = !enabled ? Token::Sunken : filled ? Token::Accent : Token::Raised;
    painter.setPen(theme.color(edge));
    painter.setBrush(theme.color(fill));
    painter.drawRoundedRect(box, 3, 3);
    const QColor mark = theme.color(enabled ? Token::OnAccent : Token::Faint);
    if (option.state.testFlag(QStyle::State_On)) {
        paintIcon(painter, IconName::Check, box.adjusted(1.5, 1.5, -1.5, -1.5), mark);
    } else if (option.state.testFlag(QStyle::State_NoChange)) {
        painter.setPen(QPen(mark, 2));
        painter.drawLine(
            QPointF(box.left() + 4, box.center().y()), QPointF(box.right() - 4, box.center().y()));
    }
    painter.restore();
}

void drawRadioButton(const QStyleOption& option, QPainter& painter)
{
    const Theme theme = Theme::of(nullptr);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.color(enabled ? Token::Raised : Token::Sunken));
    if (on) {
        painter.setPen(QPen(theme.color(enabled ? Token::Accent : Token::Faint), 5));
        painter.drawEllipse(box.adjusted(2.5, 2.5, -2.5, -2.5));
    } else {
        painter.setPen(theme.color(enabled ? Token::BorderStrong : Token::Border));
        painter.drawEllipse(box);
    }
    painter.restore();
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView*>(widget) != nullptr) {
            QRect cell = option->rect;
            if (const auto* list = qobject_cast<const QListView*>(widget)) {
                // A row of a list is chosen as a whole, its icon included.
                cell.setLeft(0);
                cell.setRight(list->viewport()->width() - 1);
            }
            painter->save();
            painter->setPen(QPen(Theme::of(widget).color(Token::Focus), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(cell.adjusted(1, 1, -1, -1));
            painter->restore();
        }
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheckBox(*option, *painter); return;
    case PE_IndicatorRadioButton: drawRadioButton(*option, *painter); return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_ButtonIconSize: return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 3;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const
{
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText) {
        return 0;
    }
    if (hint == SH_FocusFrame_AboveWidget) {
        // Then the ring belongs to the window or the scroll area, and no parent cuts it off.
        return 1;
    }
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace ui::common
