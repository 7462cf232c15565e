// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/AccessWalk.h"

#include <QAccessible>
#include <QApplication>
#include <QFocusFrame>
#include <QLineEdit>
#include <QScrollArea>
#include <QTest>

#include <algorithm>
#include <map>

namespace looks {

namespace {

/// Around a control, where its ring is.
constexpr int kRing = 6;

bool isInteractive(const QAccessibleInterface& object)
{
    switch (object.role()) {
    case QAccessible::PushButton:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Link:
    case QAccessible::PageTab:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::Chart: return true;
    default: return object.state().focusable;
    }
}

/// Scroll areas take the keyboard to be scrolled with it, and their viewports hand it to them; what they hold
/// has names of its own.
bool isPlumbing(QObject* object)
{
    if (!object || !object->isWidgetType()) {
        return false;
    }
    const auto* area = qobject_cast<const QAbstractScrollArea*>(object->parent());
    return qobject_cast<const QScrollArea*>(object) || (area && area->viewport() == object);
}

class Walk
{
public:
    explicit Walk(QWidget* window)
        : m_window(window)
    {
    }

    Findings run()
    {
        QAccessibleInterface* top = QAccessible::queryAccessibleInterface(m_window);
        visit(top, 0);
        return std::move(m_found);
    }

private:
    void visit(QAccessibleInterface* object, int depth)
    {
        constexpr int kDeepest = 60;
        if (!object || !object->isValid() || depth > kDeepest) {
            return;
        }
        const QAccessible::Role role = object->role();
        if (role == QAccessible::Table || role == QAccessible::Tree || role == QAccessible::List) {
            return; // its own name was asked for by visitChildren(), cells are data
        }
        std::map<std::pair<int, QString>, int> names;
        for (int i = 0; i < object->childCount(); ++i) {
            QAccessibleInterface* child = object->child(i);
            if (!child || !child->isValid() || child->state().invisible) {
                continue;
            }
            if (qobject_cast<const QWidget*>(child->object())
                && !static_cast<const QWidget*>(child->object())->isVisible()) {
                continue;
            }
            judge(*child, names);
            visit(child, depth + 1);
        }
    }

    void judge(const QAccessibleInterface& object, std::map<std::pair<int, QString>, int>& names)
    {
        if (!isInteractive(object) || isPlumbing(object.object())) {
            return;
        }
        const QAccessible::Role role = object.role();
        const QString name = object.text(QAccessible::Name).trimmed();
        if (name.isEmpty()) {
            say("name", object, QStringLiteral("has none"));
        }
        if (role == QAccessible::NoRole || role == QAccessible::Client) {
            say("role", object,
                QStringLiteral("can take the keyboard and is no more than a %1").arg(static_cast<int>(role)));
        }
        if (!name.isEmpty() && ++names[{static_cast<int>(role), name}] == 2) {
            say("twins", object, QStringLiteral("\"%1\" stands for two things").arg(name));
        }
    }

    void say(const char* kind, const QAccessibleInterface& object, const QString& what)
    {
        QString where;
        if (const auto* widget = qobject_cast<const QWidget*>(object.object())) {
            where = pathOf(widget, m_window);
        } else {
            where = object.text(QAccessible::Name);
        }
        m_found.push_back({QString::fromLatin1(kind), where, what});
    }

    QWidget* m_window;
    Findings m_found;
};

bool canTabTo(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled()
        && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy()
        && !widget->isWindow() && !qobject_cast<const QScrollArea*>(widget);
}

QImage around(const QWidget* widget)
{
    // The ring may belong to the window below a panel. It follows a scrolled control in a later turn.
    QCoreApplication::processEvents();
    QWidget* window = widget->window();
    const QRect frame(widget->mapTo(window, QPoint()), widget->size());
    return window->grab(frame.adjusted(-kRing, -kRing, kRing, kRing).intersected(window->rect())).toImage();
}

bool showsFocus(QWidget* widget)
{
    if (qobject_cast<QLineEdit*>(widget)) {
        // The cursor alone differs in every picture, so the ring itself has to be there.
        const auto frames = widget->window()->findChildren<QFocusFrame*>();
        return std::any_of(frames.begin(), frames.end(), [widget](const QFocusFrame* frame) {
            return frame->isVisible()
                && (frame->widget() == widget || frame->widget() == widget->parentWidget());
        });
    }
    const QImage with = around(widget);
    widget->clearFocus();
    const QImage without = around(widget);
    widget->setFocus(Qt::TabFocusReason);
    return with != without;
}

} // namespace

Findings accessGaps(QWidget* window)
{
    return Walk(window).run();
}

Findings tabGaps(QWidget* window)
{
    Findings found;
    QList<QWidget*> waiting;
    const auto all = window->findChildren<QWidget*>();
    for (QWidget* widget : all) {
        if (canTabTo(widget)) {
            waiting << widget;
        }
    }
    QList<QWidget*> seen;
    const qsizetype most = 3 * waiting.size() + 5;
    const bool isOnlyOne = waiting.size() == 1;
    // What has the keyboard since the window came up wears no ring yet.
    if (QWidget* first = QApplication::focusWidget()) {
        first->clearFocus();
    }
    for (qsizetype step = 0; step < most; ++step) {
        QWidget* before = QApplication::focusWidget();
        QTest::keyClick(before ? before : window, Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (!now || (now == before && !isOnlyOne)) {
            found.push_back({QStringLiteral("trap"), before ? pathOf(before, window) : QString(),
                QStringLiteral("Tab does not leave it")});
            break;
        }
        if (!window->isAncestorOf(now)) {
            break;
        }
        if (seen.contains(now)) {
            if (now == seen.first()) {
                break;
            }
            continue;
        }
        seen << now;
        waiting.removeAll(now);
        if (canTabTo(now) && !showsFocus(now)) {
            found.push_back({QStringLiteral("focus"), pathOf(now, window),
                QStringLiteral("looks the same with and without the keyboard")});
        }
    }
    for (const QWidget* widget : std::as_const(waiting)) {
        found.push_back(
            {QStringLiteral("unreached"), pathOf(widget, window), QStringLiteral("Tab never comes here")});
    }
    return found;
}

} // namespace looks
