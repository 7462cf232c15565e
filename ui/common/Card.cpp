// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Card.h"

#include "common/ElidedLabel.h"
#include "common/Label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::common {

Card::Card(QWidget* parent)
    : QFrame(parent)
{
    setProperty("role", QStringLiteral("card"));
    m_outer = new QVBoxLayout(this);
    m_outer->setSpacing(8);
    m_outer->setContentsMargins(m_horizontal, m_vertical, m_horizontal, m_vertical);

    m_headBox = new QWidget(this);
    m_head = new QHBoxLayout(m_headBox);
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->setSpacing(8);
    // At least this high, and higher where a control in it is.
    m_head->addStrut(24);
    m_title = new ElidedLabel(TextStyle::Heading);
    m_caption = new ElidedLabel(TextStyle::Small, Token::Muted);
    m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_head->addWidget(m_title);
    m_head->addWidget(m_caption, 1);
    m_headBox->hide();

    m_content = new QVBoxLayout;
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(8);
    m_outer->addWidget(m_headBox);
    m_outer->addLayout(m_content, 1);
}

Card::Card(const QString& title, const QString& caption, QWidget* parent)
    : Card(parent)
{
    setTitle(title);
    setCaption(caption);
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
    showHead();
}

QString Card::title() const
{
    return m_title->text();
}

void Card::setCaption(const QString& caption)
{
    m_caption->setText(caption);
    showHead();
}

QString Card::caption() const
{
    return m_caption->text();
}

void Card::addHeadWidget(QWidget* widget)
{
    m_head->addWidget(widget);
    m_headBox->show();
}

void Card::setPadding(int horizontal, int vertical)
{
    m_horizontal = horizontal;
    m_vertical = vertical;
    const int less = m_chosen ? 1 : 0;
    m_outer->setContentsMargins(horizontal - less, vertical - less, horizontal - less, vertical - less);
}

void Card::setChosen(bool chosen)
{
    // The edge grows from 1 to 2 pixels; the padding gives the pixel back, so nothing moves.
    m_chosen = chosen;
    setPadding(m_horizontal, m_vertical);
    setStyleProperty(this, "chosen", chosen);
}

void Card::showHead()
{
    m_headBox->setVisible(!m_title->text().isEmpty() || !m_caption->text().isEmpty() || m_head->count() > 3);
}

} // namespace ui::common
