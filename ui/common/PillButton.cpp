// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/PillButton.h"

#include <QEvent>
#include <QPainter>

namespace ui::common {

PillButton::PillButton(QWidget* parent)
    : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void PillButton::setState(Pill::Kind kind, const QString& text)
{
    m_kind = kind;
    setText(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize PillButton::sizeHint() const
{
    return Pill::sizeFor(*this, m_kind, text(), false);
}

void PillButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    Pill::paint(painter, *this, m_kind, text(), isDown() || underMouse());
}

void PillButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        update();
    }
    QAbstractButton::changeEvent(event);
}

} // namespace ui::common
