// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/StateMessage.h"

#include "common/Label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::common {

StateMessage::StateMessage(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(6);
    layout->addStretch(1);
    m_icon = new QLabel;
    m_icon->setAlignment(Qt::AlignCenter);
    m_title = new Label(TextStyle::BodyBold);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text = new Label(TextStyle::Small, Tone::Muted);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_actions = new QWidget;
    auto* row = new QHBoxLayout(m_actions);
    row->setContentsMargins(3, 6, 3, 3);
    row->addStretch(1);
    row->addStretch(1);
    m_actions->hide();
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_actions);
    layout->addStretch(1);
}

void StateMessage::setMessage(Level level, IconName icon, const QString& title, const QString& text)
{
    m_level = level;
    m_name = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    refreshIcon();
}

QString StateMessage::title() const
{
    return m_title->text();
}

QString StateMessage::text() const
{
    return m_text->text();
}

QPushButton* StateMessage::addAction(const QString& objectName, const QString& text)
{
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setProperty("extent", QStringLiteral("small"));
    auto* row = static_cast<QHBoxLayout*>(m_actions->layout());
    row->insertWidget(row->count() - 1, button);
    m_actions->show();
    return button;
}

void StateMessage::refreshIcon()
{
    const Token token = m_level == Level::Failed ? Token::Negative : Token::Muted;
    m_icon->setPixmap(icon(m_name, Theme::of(this).color(token)).pixmap(QSize(24, 24), devicePixelRatioF()));
}

void StateMessage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshIcon();
    }
}

} // namespace ui::common
