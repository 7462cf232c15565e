// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/FocusRing.h"

#include "common/Theme.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QGraphicsView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace ui::common {

namespace {

class RingFrame final : public QFocusFrame
{
public:
    using QFocusFrame::QFocusFrame;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Theme::of(this).color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    }
};

bool takesText(const QWidget* widget)
{
    return qobject_cast<const QLineEdit*>(widget) != nullptr
        || qobject_cast<const QAbstractSpinBox*>(widget) != nullptr
        || qobject_cast<const QPlainTextEdit*>(widget) != nullptr
        || qobject_cast<const QTextEdit*>(widget) != nullptr;
}

// The widget to draw around: for the line edit inside a spin or combo box that is the box.
QWidget* outermost(QWidget* widget)
{
    QWidget* parent = widget->parentWidget();
    if (qobject_cast<QAbstractSpinBox*>(parent) != nullptr || qobject_cast<QComboBox*>(parent) != nullptr) {
        return parent;
    }
    return widget;
}

bool marksItself(const QWidget* widget)
{
    if (widget->property("ownFocusMark").toBool() || qobject_cast<const QMenu*>(widget) != nullptr
        || qobject_cast<const QMenuBar*>(widget) != nullptr || widget->isWindow()) {
        return true;
    }
    // A picture that can be stepped through has no current cell that would tell where the keyboard is.
    return qobject_cast<const QAbstractScrollArea*>(widget) != nullptr && !takesText(widget)
        && qobject_cast<const QGraphicsView*>(widget) == nullptr;
}

} // namespace

FocusRing::FocusRing(QObject* parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

QWidget* FocusRing::target() const
{
    return m_frame != nullptr ? m_frame->widget() : nullptr;
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    if ((event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) && watched->isWidgetType()) {
        auto* widget = static_cast<QWidget*>(watched);
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (event->type() == QEvent::FocusOut) {
            if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) {
                moveTo(nullptr);
            }
        } else if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) {
            const bool byMouse = reason == Qt::MouseFocusReason;
            moveTo(marksItself(widget) || (byMouse && !takesText(widget)) ? nullptr : outermost(widget));
        }
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::moveTo(QWidget* widget)
{
    if (widget == nullptr) {
        if (m_frame != nullptr) {
            m_frame->setWidget(nullptr);
        }
        return;
    }
    // The frame becomes a sibling of the widget and may be deleted together with it.
    if (m_frame == nullptr) {
        m_frame = new RingFrame;
    }
    m_frame->setWidget(widget);
    // Qt hides a frame whose widget is scrolled out of sight, and leaves it hidden when Tab then scrolls to
    // it.
    m_frame->raise();
    m_frame->show();
}

} // namespace ui::common
