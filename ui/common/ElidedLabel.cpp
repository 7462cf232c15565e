// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/ElidedLabel.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace ui::common {

ElidedLabel::ElidedLabel(TextStyle style, Token color, QWidget* parent)
    : QWidget(parent)
    , m_style(style)
    , m_color(color)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString& text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
    refreshToolTip();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(Theme::of(this).font(m_style));
    return {metrics.horizontalAdvance(m_text) + 2, metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(Theme::of(this).font(m_style));
    return {qMin(sizeHint().width(), 4 * metrics.averageCharWidth()), metrics.height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    const QFont font = theme.font(m_style);
    painter.setFont(font);
    painter.setPen(theme.color(m_color));
    const QString shown = QFontMetrics(font).elidedText(m_text, Qt::ElideRight, width());
    // The window decides on which side the text stands, the text itself in which direction it is read: "28 d"
    // in a window from right to left is still "28 d". A painter would turn both.
    const Qt::Alignment side = (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    painter.setLayoutDirection(m_text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(rect(), static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refreshToolTip();
}

void ElidedLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

void ElidedLabel::refreshToolTip()
{
    setToolTip(width() < sizeHint().width() ? m_text : QString());
}

} // namespace ui::common
