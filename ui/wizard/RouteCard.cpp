// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/RouteCard.h"

#include "common/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui::wizard {

using common::TextStyle;
using common::Theme;
using common::Token;

namespace {

constexpr int kPadding = 20;
constexpr int kTile = 48;
constexpr int kText = 88; // left edge of the text
constexpr int kChevron = 22;
constexpr int kFactIcon = 14;

} // namespace

RouteCard::RouteCard(common::IconName icon, const QString& title, const QString& sentence,
    std::vector<Fact> facts, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_sentence(sentence)
    , m_facts(std::move(facts))
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RouteCard::setRecommended(const QString& word)
{
    m_recommended = word;
    update();
}

QSize RouteCard::sizeHint() const
{
    const Theme theme = Theme::of(this);
    const int text = QFontMetrics(theme.font(TextStyle::Subtitle)).height()
        + QFontMetrics(theme.font(TextStyle::Body)).height()
        + QFontMetrics(theme.font(TextStyle::Small)).height() + 14;
    return {600, std::max(text, kTile) + 2 * kPadding};
}

void RouteCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void RouteCard::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const bool strong = !m_recommended.isEmpty();
    const qreal line = strong ? 2 : 1;
    const bool lit = underMouse() || isDown();
    painter.setPen(QPen(theme.color(strong || lit ? Token::Accent : Token::Border), line));
    painter.setBrush(theme.color(isDown() ? Token::Sunken : Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 8, 8);

    const QRectF tile(kPadding, (height() - kTile) / 2.0, kTile, kTile);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::AccentWeak));
    painter.drawRoundedRect(tile, 6, 6);
    common::paintIcon(painter, m_icon, tile.adjusted(12, 12, -12, -12), theme.color(Token::Accent));

    const int right = width() - kPadding - kChevron - 12;
    const auto drawLine = [&](int y, TextStyle style, Token token, const QString& text, int left) {
        painter.setFont(theme.font(style));
        painter.setPen(theme.color(token));
        const QFontMetrics metrics(painter.font());
        const QString shown = metrics.elidedText(text, Qt::ElideRight, right - left);
        painter.drawText(left, y + metrics.ascent(), shown);
        return metrics.horizontalAdvance(shown);
    };
    const int lineTitle = QFontMetrics(theme.font(TextStyle::Subtitle)).height();
    const int lineBody = QFontMetrics(theme.font(TextStyle::Body)).height();
    const int lineSmall = QFontMetrics(theme.font(TextStyle::Small)).height();
    int y = (height() - lineTitle - lineBody - lineSmall - 14) / 2;
    const int titleWidth = drawLine(y, TextStyle::Subtitle, Token::Text, text(), kText);
    if (strong) {
        const QFont font = theme.font(TextStyle::Small);
        const int wordWidth = QFontMetrics(font).horizontalAdvance(m_recommended);
        const QRectF pill(kText + titleWidth + 10, y, wordWidth + 20, lineTitle);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::AccentWeak));
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        painter.setFont(font);
        painter.setPen(theme.color(Token::Accent));
        painter.drawText(pill, Qt::AlignCenter, m_recommended);
    }
    y += lineTitle + 4;
    drawLine(y, TextStyle::Body, Token::Muted, m_sentence, kText);
    y += lineBody + 10;
    int x = kText;
    for (const auto& [icon, text] : m_facts) {
        common::paintIcon(painter, icon, QRectF(x, y + (lineSmall - kFactIcon) / 2.0, kFactIcon, kFactIcon),
            theme.color(Token::Muted));
        x += kFactIcon + 6;
        x += drawLine(y, TextStyle::Small, Token::Muted, text, x) + 18;
    }
    const QRectF chevron(width() - kPadding - kChevron, (height() - kChevron) / 2.0, kChevron, kChevron);
    common::paintIcon(painter, common::IconName::ChevronRight, chevron, theme.color(Token::Accent));
}

} // namespace ui::wizard
