// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/DropButton.h"

#include <QFontMetrics>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionButton>

namespace ui::common {

namespace {

constexpr int kPadding = 12;
constexpr int kIcon = 16;
constexpr int kGap = 8;
constexpr int kLeastText = 56;

} // namespace

DropButton::DropButton(TextStyle style, std::optional<IconName> icon, QWidget* parent)
    : QPushButton(parent)
    , m_style(style)
    , m_icon(icon)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

int DropButton::widthFor(int textWidth) const
{
    return 2 * kPadding + (m_icon ? kIcon + kGap : 0) + textWidth + (menu() != nullptr ? kGap + kIcon : 0);
}

QSize DropButton::sizeHint() const
{
    const QFontMetrics metrics(Theme::of(this).font(m_style));
    return {widthFor(metrics.horizontalAdvance(text()) + 1), QPushButton::sizeHint().height()};
}

QSize DropButton::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {qMin(whole.width(), widthFor(kLeastText)), whole.height()};
}

void DropButton::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);

    painter.setRenderHint(QPainter::Antialiasing);
    const auto visual
        = [this](const QRect& logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const int top = (rect().height() - kIcon) / 2;
    int left = kPadding;
    int end = width() - kPadding;
    const auto ink = [this, &theme](Token token) { return theme.color(isEnabled() ? token : Token::Faint); };
    if (m_icon) {
        paintIcon(painter, *m_icon, visual(QRect(left, top, kIcon, kIcon)),
            ink(menu() != nullptr ? Token::Accent : Token::Text));
        left += kIcon + kGap;
    }
    if (menu() != nullptr) {
        end -= kIcon;
        paintIcon(painter, IconName::ChevronDown, visual(QRect(end, top, kIcon, kIcon)), ink(Token::Muted));
        end -= kGap;
    }
    const QFont font = theme.font(m_style);
    painter.setFont(font);
    painter.setPen(ink(Token::Text));
    const QRect box = visual(QRect(left, 0, end - left, rect().height()));
    painter.drawText(box,
        static_cast<int>(Qt::AlignVCenter | (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft))
            | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(text(), Qt::ElideMiddle, box.width()));
}

} // namespace ui::common
