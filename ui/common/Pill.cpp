// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Pill.h"

#include "common/Icons.h"
#include "common/Theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace ui::common {

namespace {

constexpr int kPadding = 10;
constexpr int kDot = 8;
constexpr int kIcon = 14;
constexpr int kGap = 6;

struct Colors
{
    Token fill;
    Token text;
};

Colors colorsOf(Pill::Kind kind)
{
    switch (kind) {
    case Pill::Kind::Ok: return {Token::PositiveWeak, Token::Positive};
    case Pill::Kind::Working:
    case Pill::Kind::Accent: return {Token::AccentWeak, Token::Accent};
    case Pill::Kind::Neutral:
    case Pill::Kind::Demo: return {Token::Sunken, Token::Muted};
    case Pill::Kind::Warning: return {Token::WarningWeak, Token::Warning};
    case Pill::Kind::Negative: return {Token::NegativeWeak, Token::Negative};
    }
    return {Token::Sunken, Token::Muted};
}

} // namespace

Pill::Pill(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Pill::Pill(Kind kind, const QString& text, QWidget* parent)
    : Pill(parent)
{
    setState(kind, text);
}

void Pill::setState(Kind kind, const QString& text)
{
    m_kind = kind;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Pill::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

int Pill::leadWidth() const
{
    switch (m_kind) {
    case Kind::Accent:
    case Kind::Demo: return 0;
    case Kind::Working: return kIcon + kGap;
    case Kind::Ok:
    case Kind::Neutral:
    case Kind::Warning:
    case Kind::Negative: return kDot + kGap;
    }
    return 0;
}

QSize Pill::sizeHint() const
{
    const QFontMetrics metrics(Theme::of(this).font(TextStyle::Small));
    const int height = qMax(m_compact ? 20 : 24, metrics.height() + 4);
    return {2 * kPadding + leadWidth() + metrics.horizontalAdvance(m_text) + 1, height};
}

void Pill::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    const Colors colors = colorsOf(m_kind);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = box.height() / 2;
    painter.setBrush(theme.color(colors.fill));
    if (m_kind == Kind::Neutral) {
        painter.setPen(theme.color(Token::Border));
    } else if (m_kind == Kind::Demo) {
        painter.setPen(QPen(theme.color(Token::BorderStrong), 1, Qt::DashLine));
    } else {
        painter.setPen(Qt::NoPen);
    }
    painter.drawRoundedRect(box, radius, radius);

    const auto visual
        = [this](const QRect& logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const int lead = leadWidth();
    if (m_kind == Kind::Working) {
        paintIcon(painter, IconName::Sync, visual(QRect(kPadding, (height() - kIcon) / 2, kIcon, kIcon)),
            theme.color(colors.text));
    } else if (lead > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(colors.text));
        painter.drawEllipse(visual(QRect(kPadding, (height() - kDot) / 2, kDot, kDot)));
    }
    painter.setPen(theme.color(colors.text));
    painter.setFont(theme.font(TextStyle::Small));
    painter.drawText(visual(rect().adjusted(kPadding + lead, 0, -kPadding + 1, 0)),
        static_cast<int>(Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft))
            | Qt::TextSingleLine,
        m_text);
}

void Pill::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace ui::common
