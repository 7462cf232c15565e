// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/Overlay.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace ui::shell {

namespace {

constexpr int kEdge = 8;

} // namespace

Overlay::Overlay(QWidget* window)
    : QFrame(window)
{
    setProperty("role", QStringLiteral("card"));
    hide();
    connect(qApp, &QApplication::focusChanged, this,
        [this](const QWidget*, const QWidget* now) { onFocusChanged(now); });
}

void Overlay::openAt(QPoint corner, QWidget* first)
{
    if (isVisible()) {
        first->setFocus(Qt::TabFocusReason);
        return;
    }
    m_before = QApplication::focusWidget();
    adjustSize();
    const QSize room = parentWidget()->size();
    move(qBound(kEdge, corner.x(), qMax(kEdge, room.width() - width() - kEdge)),
        qBound(kEdge, corner.y(), qMax(kEdge, room.height() - height() - kEdge)));
    raise();
    show();
    first->setFocus(Qt::TabFocusReason);
    qApp->installEventFilter(this);
}

void Overlay::closeOverlay()
{
    if (!isVisible()) {
        return;
    }
    qApp->removeEventFilter(this);
    const QWidget* focused = QApplication::focusWidget();
    const bool isInside = focused == nullptr || focused == this || isAncestorOf(focused);
    hide();
    if (isInside && m_before && m_before->isVisible()) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT closed();
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()) {
        const auto* widget = static_cast<QWidget*>(watched);
        if (widget != this && !isAncestorOf(widget) && widget->window() == window()) {
            closeOverlay();
        }
    } else if (event->type() == QEvent::Resize && watched == parentWidget()) {
        closeOverlay();
    }
    return QFrame::eventFilter(watched, event);
}

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        closeOverlay();
        return;
    }
    QFrame::keyPressEvent(event);
}

bool Overlay::focusNextPrevChild(bool next)
{
    // Tab stays inside: what lies below is covered.
    QWidget* focused = QApplication::focusWidget();
    QWidget* const start = focused != nullptr ? focused : this;
    QWidget* candidate = start;
    // Once round: the chain leads through the overlay itself and through the whole window behind it.
    do {
        candidate = next ? candidate->nextInFocusChain() : candidate->previousInFocusChain();
        if (isAncestorOf(candidate) && candidate->isVisible() && candidate->isEnabled()
            && (candidate->focusPolicy() & Qt::TabFocus) != 0) {
            candidate->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (candidate != start);
    return true;
}

void Overlay::onFocusChanged(const QWidget* now)
{
    if (isVisible() && now != nullptr && now != this && !isAncestorOf(now) && now->window() == window()) {
        closeOverlay();
    }
}

} // namespace ui::shell
