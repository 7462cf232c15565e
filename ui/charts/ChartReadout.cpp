// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartReadout.h"

#include "charts/SeriesStyle.h"
#include "common/Theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace ui::charts {

namespace {

constexpr int kPadding = 12;
constexpr int kRowPitch = 20;
constexpr int kSwatch = 8;
constexpr int kGap = 8;
constexpr int kBetween = 24; ///< least space between a name and its value
constexpr int kRemarkWidth = 150;

using common::TextStyle;
using common::Theme;
using common::Token;

QRect remarkBox(const QFont& font, const QString& text, int width)
{
    return text.isEmpty() ? QRect()
                          : QFontMetrics(font).boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, text);
}

} // namespace

ChartReadout::ChartReadout(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("chartReadout"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void ChartReadout::setContent(const QString& day, std::vector<Row> rows, const QString& remark)
{
    m_day = day;
    m_rows = std::move(rows);
    m_remark = remark;
    setAccessibleName(spokenText());
    resize(sizeHint());
    update();
}

QString ChartReadout::spokenText() const
{
    QStringList parts{m_day};
    for (const Row& row : m_rows) {
        //: One figure in a read-out, for example "Turns: 1,204".
        parts << tr("%1: %2").arg(row.name, row.value);
    }
    if (!m_remark.isEmpty()) {
        parts << m_remark;
    }
    return parts.join(QStringLiteral(". "));
}

QSize ChartReadout::sizeHint() const
{
    const Theme theme = Theme::of(this);
    const QFontMetrics micro(theme.font(TextStyle::Micro));
    const QFontMetrics small(theme.font(TextStyle::Small));
    const QFontMetrics bold(theme.font(TextStyle::SmallBold));
    int width = micro.horizontalAdvance(m_day);
    for (const Row& row : m_rows) {
        width = std::max(width,
            kSwatch + kGap + small.horizontalAdvance(row.name) + kBetween
                + bold.horizontalAdvance(row.value));
    }
    if (!m_remark.isEmpty()) {
        width = std::max(width, std::min(kRemarkWidth, micro.horizontalAdvance(m_remark) + 2));
    }
    int height = micro.height() + static_cast<int>(m_rows.size()) * kRowPitch + (m_rows.empty() ? 0 : 4);
    if (!m_remark.isEmpty()) {
        height += 4 + remarkBox(theme.font(TextStyle::Micro), m_remark, width).height();
    }
    return {width + 2 * kPadding, height + 2 * kPadding - 4};
}

void ChartReadout::placeBeside(const QRect& column)
{
    const QWidget* area = parentWidget();
    int x = column.right() + kGap;
    if (x + width() > area->width()) {
        x = column.left() - kGap - width();
    }
    x = std::clamp(x, 0, std::max(0, area->width() - width()));
    const int y = std::clamp(
        column.top() + (column.height() - height()) / 2, 0, std::max(0, area->height() - height()));
    move(x, y);
}

void ChartReadout::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Tip));
    painter.drawRoundedRect(rect(), 6, 6);

    // Placed from left to right and mirrored as a whole.
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto placed = [&](const QRectF& box) {
        return mirrored ? QRectF(width() - box.right(), box.top(), box.width(), box.height()) : box;
    };
    const Qt::AlignmentFlag leading = mirrored ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::AlignmentFlag trailing = mirrored ? Qt::AlignLeft : Qt::AlignRight;
    const double inner = width() - 2 * kPadding;
    int y = kPadding - 2;
    painter.setFont(theme.font(TextStyle::Micro));
    painter.setPen(theme.color(Token::TipMuted));
    const int head = QFontMetrics(painter.font()).height();
    drawLabel(painter, QRectF(kPadding, y, inner, head), leading, m_day);
    y += head + (m_rows.empty() ? 0 : 4);
    for (const Row& row : m_rows) {
        if (row.swatch.isValid()) {
            painter.fillRect(
                placed(QRectF(kPadding, y + (kRowPitch - kSwatch) / 2, kSwatch, kSwatch)), row.swatch);
        }
        painter.setPen(theme.color(Token::TipText));
        painter.setFont(theme.font(TextStyle::Small));
        const double lead = kSwatch + kGap;
        drawLabel(painter, placed(QRectF(kPadding + lead, y, inner - lead, kRowPitch)), leading, row.name);
        painter.setFont(theme.font(row.bold ? TextStyle::SmallBold : TextStyle::Small));
        drawLabel(painter, QRectF(kPadding, y, inner, kRowPitch), trailing, row.value);
        y += kRowPitch;
    }
    if (!m_remark.isEmpty()) {
        painter.setFont(theme.font(TextStyle::Micro));
        painter.setPen(theme.color(Token::TipMuted));
        const Qt::Alignment place = leading | Qt::AlignAbsolute;
        painter.drawText(QRectF(kPadding, y + 4, inner, height() - y),
            static_cast<int>(place.toInt()) | Qt::TextWordWrap, m_remark);
    }
}

} // namespace ui::charts
