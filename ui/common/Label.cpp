// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Label.h"

#include <QEvent>

namespace ui::common {

namespace {

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Normal: return {};
    case Tone::Muted: return QStringLiteral("muted");
    case Tone::Faint: return QStringLiteral("faint");
    case Tone::Accent: return QStringLiteral("accent");
    case Tone::Positive: return QStringLiteral("positive");
    case Tone::Warning: return QStringLiteral("warning");
    case Tone::Negative: return QStringLiteral("negative");
    }
    return {};
}

} // namespace

Label::Label(TextStyle style, Tone tone, QWidget* parent)
    : Label(QString(), style, tone, parent)
{
}

Label::Label(const QString& text, TextStyle style, Tone tone, QWidget* parent)
    : QLabel(text, parent)
    , m_style(style)
{
    setTextFormat(Qt::PlainText);
    setFont(Theme::of(this).font(m_style));
    setTone(tone);
}

void Label::setTone(Tone tone)
{
    setStyleProperty(this, "tone", toneName(tone));
}

void Label::setTextStyle(TextStyle style)
{
    m_style = style;
    setFont(Theme::of(this).font(m_style));
}

bool Label::event(QEvent* event)
{
    // Its font is set and so no FontChange comes; this event does not reach changeEvent().
    if (event->type() == QEvent::ApplicationFontChange) {
        setFont(Theme::of(this).font(m_style));
    }
    return QLabel::event(event);
}

} // namespace ui::common
