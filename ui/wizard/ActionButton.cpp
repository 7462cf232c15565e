// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/ActionButton.h"

#include "common/Theme.h"

#include <QEvent>

namespace ui::wizard {

ActionButton::ActionButton(
    const QString& objectName, const QString& text, std::optional<common::IconName> icon, QWidget* parent)
    : QPushButton(parent)
{
    setObjectName(objectName);
    setAutoDefault(true);
    setLabel(text);
    setIconName(icon);
}

void ActionButton::setLabel(const QString& text)
{
    setText(text);
    QString name = text;
    setAccessibleName(name.remove(u'&'));
}

void ActionButton::setIconName(std::optional<common::IconName> icon)
{
    m_icon = icon;
    refreshIcon();
}

void ActionButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshIcon();
    }
}

void ActionButton::refreshIcon()
{
    if (!m_icon) {
        setIcon({});
        return;
    }
    const common::Theme theme = common::Theme::of(this);
    setIcon(common::icon(*m_icon, theme.color(common::Token::Text), theme.color(common::Token::Accent)));
}

} // namespace ui::wizard
