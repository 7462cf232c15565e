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

int leadWidth(Pill::Kind kind)
{
    switch (kind) {
    case Pill::Kind::Accent:
    case Pill::Kind::Demo: return 0;
    case Pill::Kind::Working: return kIcon + kGap;
    case Pill::Kind::Ok:
    case Pill::Kind::Neutral:
    case Pill::Kind::Warning:
    case Pill::Kind::Negative: return kDot + kGap;
    }
    return 0;
}

} // namespace

Pill::Colors Pill::colorsOf(Kind kind)
{
    switch (kind) {
    case Kind::Ok: return {Token::PositiveWeak, Token::Positive};
    case Kind::Working:
    case Kind::Accent: return {Token::AccentWeak, Token::Accent};
    case Kind::Neutral:
    case Kind::Demo: return {Token::Sunken, Token::Muted};
    case Kind::Warning: return {Token::WarningWeak, Token::Warning};
    case Kind::Negative: return {Token::NegativeWeak, Token::Negative};
    }
    return {Token::Sunken, Token::Muted};
}

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

QSize Pill::sizeFor(const QWidget& widget, Kind kind, const QString& text, bool compact)
{
    const QFontMetrics metrics(Theme::of(&widget).font(TextStyle::Small));
    const int height = qMax(compact ? 20 : 24, metrics.height() + 4);
    return {2 * kPadding + leadWidth(kind) + metrics.horizontalAdvance(text) + 1, height};
}

void Pill::paint(QPainter& painter, const QWidget& widget, Kind kind, const QString& text, bool marked)
{
    const Theme theme = Theme::of(&widget);
    const Colors colors = colorsOf(kind);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect rect = widget.rect();
    const QRectF box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = box.height() / 2;
    painter.setBrush(theme.color(colors.fill));
    if (kind == Kind::Demo) {
        painter.setPen(QPen(theme.color(Token::BorderStrong), 1, Qt::DashLine));
    } else if (marked) {
        painter.setPen(theme.color(colors.text));
    } else if (kind == Kind::Neutral) {
        painter.setPen(theme.color(Token::Border));
    } else {
        painter.setPen(Qt::NoPen);
    }
    painter.drawRoundedRect(box, radius, radius);

    const auto visual = [&widget, rect](const QRect& logical) {
        return QStyle::visualRect(widget.layoutDirection(), rect, logical);
    };
    const int lead = leadWidth(kind);
    if (kind == Kind::Working) {
        paintIcon(painter, IconName::Sync, visual(QRect(kPadding, (rect.height() - kIcon) / 2, kIcon, kIcon)),
            theme.color(colors.text));
    } else if (lead > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(colors.text));
        painter.drawEllipse(visual(QRect(kPadding, (rect.height() - kDot) / 2, kDot, kDot)));
    }
    painter.setPen(theme.color(colors.text));
    painter.setFont(theme.font(TextStyle::Small));
    painter.drawText(visual(rect.adjusted(kPadding + lead, 0, -kPadding + 1, 0)),
        static_cast<int>(Qt::AlignVCenter | (widget.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft))
            | Qt::TextSingleLine,
        text);
}

QSize Pill::sizeHint() const
{
    return sizeFor(*this, m_kind, m_text, m_compact);
}

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint(painter, *this, m_kind, m_text);
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
