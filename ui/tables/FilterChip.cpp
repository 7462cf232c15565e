// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tables/FilterChip.h"

#include "common/Icons.h"
#include "common/Theme.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace ui::tables {

namespace {

using common::Theme;
using common::Token;

constexpr int kPadding = 12;
constexpr int kIcon = 16;
constexpr int kCross = 14;
constexpr int kGap = 8;
constexpr int kHeight = 32;

} // namespace

FilterChip::FilterChip(const QString& objectName, const QString& pattern, QWidget* parent)
    : QPushButton(parent)
    , m_pattern(pattern)
    , m_menu(new QMenu(this))
{
    setObjectName(objectName);
    m_menu->setObjectName(objectName + QStringLiteral("Menu"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, [this] {
        m_menu->popup(mapToGlobal(QPoint(
            layoutDirection() == Qt::RightToLeft ? width() - m_menu->sizeHint().width() : 0, height() + 2)));
    });
    refresh();
}

void FilterChip::setValues(const std::vector<Value>& values)
{
    m_values = values;
    m_menu->clear();
    delete m_group;
    m_group = new QActionGroup(this);
    bool found = false;
    for (const Value& value : m_values) {
        // An ampersand of a name is no mnemonic.
        QAction* action = m_menu->addAction(QString(value.name).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setData(value.id);
        m_group->addAction(action);
        if (value.id == m_chosen) {
            found = true;
            action->setChecked(true);
        }
        connect(action, &QAction::triggered, this, [this, id = value.id] { setChosen(id); });
    }
    if (!found) {
        setChosen(QString());
    }
    refresh();
}

void FilterChip::setChosen(const QString& id)
{
    if (id == m_chosen) {
        return;
    }
    m_chosen = id;
    if (m_group) {
        for (QAction* action : m_group->actions()) {
            action->setChecked(action->data().toString() == id);
        }
    }
    refresh();
    Q_EMIT chosenChanged(id);
}

void FilterChip::refresh()
{
    QString name;
    for (const Value& value : m_values) {
        if (value.id == m_chosen) {
            name = value.name;
        }
    }
    setText(m_pattern.arg(name));
    setAccessibleName(text());
    setAccessibleDescription(filters() ? tr("Delete takes this filter away") : QString());
    setToolTip(filters() ? tr("Change this filter, or take it away with the cross") : QString());
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {2 * kPadding + metrics.horizontalAdvance(text()) + kGap + (filters() ? kCross : kIcon),
        std::max(kHeight, metrics.height() + 10)};
}

QRect FilterChip::crossBox() const
{
    if (!filters()) {
        return {};
    }
    const QRect box(width() - kPadding - kCross, (height() - kCross) / 2, kCross, kCross);
    return QStyle::visualRect(layoutDirection(), rect(), box);
}

void FilterChip::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = filters();
    painter.setPen(theme.color(on ? Token::Accent : Token::Border));
    painter.setBrush(theme.color(on    ? Token::AccentWeak
            : isDown() || underMouse() ? Token::Sunken
                                       : Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const Token color = on ? Token::Accent : Token::Text;
    QRect box = rect().adjusted(kPadding, 0, -kPadding, 0);
    if (on) {
        common::paintIcon(painter, common::IconName::Cross, QRectF(crossBox()), theme.color(color));
        box.adjust(0, 0, -kCross - kGap, 0);
    } else {
        const QRect icon(kPadding, (height() - kIcon) / 2, kIcon, kIcon);
        common::paintIcon(painter, common::IconName::Filter,
            QRectF(QStyle::visualRect(layoutDirection(), rect(), icon)), theme.color(Token::Muted));
        box.adjust(kIcon + kGap, 0, 0, 0);
    }
    painter.setPen(theme.color(color));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), box),
        static_cast<int>(
            QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter) | Qt::AlignAbsolute)
            | Qt::TextSingleLine,
        text());
}

void FilterChip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && crossBox().adjusted(-6, -9, 8, 9).contains(event->pos())) {
        setChosen(QString());
        event->accept();
        return;
    }
    QPushButton::mousePressEvent(event);
}

void FilterChip::keyPressEvent(QKeyEvent* event)
{
    if (filters() && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        setChosen(QString());
        event->accept();
        return;
    }
    const bool opens
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down;
    if (opens) {
        click();
        event->accept();
        return;
    }
    QPushButton::keyPressEvent(event);
}

} // namespace ui::tables
