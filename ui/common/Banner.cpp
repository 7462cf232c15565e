// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Banner.h"

#include "common/Icons.h"
#include "common/Label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace ui::common {

Banner::Banner(QWidget* parent)
    : QFrame(parent)
{
    setProperty("role", QStringLiteral("banner"));
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(14, 8, 14, 8);
    m_layout->setSpacing(12);
    m_icon = new QLabel;
    m_icon->setFixedSize(18, 18);
    m_label = new Label(TextStyle::Small);
    m_label->setTextFormat(Qt::RichText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setWordWrap(true);
    m_label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_layout->addWidget(m_icon);
    m_layout->addWidget(m_label, 1);
}

void Banner::setMessage(Level level, const QString& lead, const QString& text)
{
    m_level = level;
    m_lead = lead;
    m_text = text;
    setAccessibleName(lead);
    setAccessibleDescription(text);
    refresh();
}

QPushButton* Banner::addAction(const QString& objectName, const QString& text)
{
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setProperty("extent", QStringLiteral("small"));
    m_layout->addWidget(button);
    return button;
}

void Banner::refresh()
{
    const Theme theme = Theme::of(this);
    IconName name = IconName::Info;
    Token token = Token::Muted;
    QString level = QStringLiteral("information");
    if (m_level == Level::Warning) {
        name = IconName::Warning;
        token = Token::Warning;
        level = QStringLiteral("warning");
    } else if (m_level == Level::Negative) {
        name = IconName::Warning;
        token = Token::Negative;
        level = QStringLiteral("negative");
    }
    m_icon->setPixmap(icon(name, theme.color(token)).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_label->setText(QStringLiteral("<b>%1</b> %2").arg(m_lead.toHtmlEscaped(), m_text.toHtmlEscaped()));
    setStyleProperty(this, "level", level);
}

void Banner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        const Theme theme = Theme::of(this);
        const Token token = m_level == Level::Information ? Token::Muted
            : m_level == Level::Warning                   ? Token::Warning
                                                          : Token::Negative;
        const IconName name = m_level == Level::Information ? IconName::Info : IconName::Warning;
        m_icon->setPixmap(icon(name, theme.color(token)).pixmap(QSize(18, 18), devicePixelRatioF()));
    }
}

} // namespace ui::common
