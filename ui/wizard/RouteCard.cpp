// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/RouteCard.h"

#include "common/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

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
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void RouteCard::setRecommended(const QString& word)
{
    m_recommended = word;
    updateGeometry();
    update();
}

RouteCard::Lines RouteCard::linesFor(int width) const
{
    const Theme theme = Theme::of(this);
    const int wide = std::max(width - kText - kPadding - kChevron - 12, 1);
    const QFontMetrics title(theme.font(TextStyle::Subtitle));
    const QFontMetrics small(theme.font(TextStyle::Small));
    Lines lines;
    int y = 0;
    lines.title = QRect(0, y, std::min(title.horizontalAdvance(text()) + 1, wide), title.height());
    if (!m_recommended.isEmpty()) {
        const QSize word(small.horizontalAdvance(m_recommended) + 20, title.height());
        const bool beside = lines.title.width() + 10 + word.width() <= wide;
        lines.word = beside ? QRect(QPoint(lines.title.width() + 10, y), word)
                            : QRect(QPoint(0, y += title.height() + 4), word);
    }
    y += title.height() + 4;
    constexpr int kAnyHeight = 10'000;
    lines.sentence = QFontMetrics(theme.font(TextStyle::Body))
                         .boundingRect(QRect(0, 0, wide, kAnyHeight), Qt::TextWordWrap, m_sentence);
    lines.sentence = QRect(0, y, wide, lines.sentence.height());
    y += lines.sentence.height() + 10;
    int x = 0;
    for (const auto& [icon, text] : m_facts) {
        const int needed = kFactIcon + 6 + small.horizontalAdvance(text) + 1;
        if (x > 0 && x + needed > wide) {
            x = 0;
            y += small.height() + 4;
        }
        lines.facts.push_back(QRect(x, y, std::min(needed, wide), small.height()));
        x += needed + 18;
    }
    lines.height = y + (m_facts.empty() ? 0 : small.height());
    return lines;
}

int RouteCard::heightForWidth(int width) const
{
    return std::max(linesFor(width).height, kTile) + 2 * kPadding;
}

QSize RouteCard::sizeHint() const
{
    constexpr int kWidth = 600;
    return {kWidth, heightForWidth(kWidth)};
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

    // Everything is laid out from left to right and turned round where reading goes the other way.
    const auto turned
        = [this](const QRect& box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    const QRectF tile = turned(QRect(kPadding, (height() - kTile) / 2, kTile, kTile));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::AccentWeak));
    painter.drawRoundedRect(tile, 6, 6);
    common::paintIcon(painter, m_icon, tile.adjusted(12, 12, -12, -12), theme.color(Token::Accent));

    const Lines lines = linesFor(width());
    const QPoint corner(kText, (height() - lines.height) / 2);
    const int side = static_cast<int>(isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    const auto write = [&](TextStyle style, Token token, const QRect& box, const QString& text, int flags) {
        painter.setFont(theme.font(style));
        painter.setPen(theme.color(token));
        painter.drawText(turned(box.translated(corner)), flags, text);
    };
    write(TextStyle::Subtitle, Token::Text, lines.title, text(), side);
    if (!lines.word.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::AccentWeak));
        const QRectF pill = turned(lines.word.translated(corner));
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        write(TextStyle::Small, Token::Accent, lines.word, m_recommended, Qt::AlignCenter);
    }
    write(TextStyle::Body, Token::Muted, lines.sentence, m_sentence, side | Qt::TextWordWrap);
    for (std::size_t index = 0; index < m_facts.size(); ++index) {
        const auto& [icon, text] = m_facts[index];
        const QRect& box = lines.facts[index];
        const QRect mark(box.left(), box.top() + (box.height() - kFactIcon) / 2, kFactIcon, kFactIcon);
        common::paintIcon(painter, icon, turned(mark.translated(corner)), theme.color(Token::Muted));
        write(TextStyle::Small, Token::Muted, box.adjusted(kFactIcon + 6, 0, 0, 0), text, side);
    }
    // The way on, which is to the left where reading goes to the left.
    painter.translate(
        isRightToLeft() ? kPadding + kChevron : width() - kPadding - kChevron, (height() - kChevron) / 2.0);
    painter.scale(isRightToLeft() ? -1 : 1, 1);
    common::paintIcon(painter, common::IconName::ChevronRight, QRectF(0, 0, kChevron, kChevron),
        theme.color(Token::Accent));
}

} // namespace ui::wizard
