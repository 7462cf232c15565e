// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/CompletenessStrip.h"

#include "common/Theme.h"

#include <QPainter>

#include <algorithm>

namespace ui::charts {

namespace {

using app::records::DayState;
using common::Theme;
using common::Token;

constexpr int kTickHeight = 14;
constexpr int kBarWidth = 240;

struct TickSize
{
    int width = 0; ///< 0: a bar instead
    int gap = 0;
};

TickSize tickSize(std::size_t days)
{
    if (days <= 31) {
        return {4, 2};
    }
    return days <= 92 ? TickSize{2, 1} : TickSize{};
}

void paintDay(QPainter& painter, const QRect& box, DayState state, const Theme& theme)
{
    switch (state) {
    case DayState::Final: painter.fillRect(box, theme.color(Token::Ramp4)); return;
    case DayState::Provisional:
        if (box.width() < 4) {
            painter.fillRect(box, theme.color(Token::Ramp2));
            return;
        }
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(box);
        painter.fillRect(box, theme.color(Token::Ramp1));
        painter.setPen(QPen(theme.color(Token::Ramp4), 1.6));
        for (int y = box.top(); y < box.bottom() + box.width() + 5; y += 5) {
            painter.drawLine(QPointF(box.left() - 1, y + 1), QPointF(box.right() + 2, y - box.width() - 1));
        }
        painter.restore();
        return;
    case DayState::Missing:
        painter.fillRect(box, theme.color(Token::Gap));
        painter.setPen(QPen(theme.color(Token::GapLine), 1, Qt::DotLine));
        painter.drawRect(box.adjusted(0, 0, -1, -1));
        return;
    case DayState::NotOffered: painter.fillRect(box, theme.color(Token::Gap)); return;
    }
}

} // namespace

CompletenessStrip::CompletenessStrip(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CompletenessStrip::setCoverage(const app::records::Coverage& coverage)
{
    m_days.clear();
    for (app::core::UtcDay day = coverage.range.first; day <= coverage.range.last; ++day) {
        m_days.push_back(coverage.state(day));
    }
    updateGeometry();
    update();
}

QSize CompletenessStrip::sizeHint() const
{
    if (m_days.empty()) {
        return {0, kTickHeight};
    }
    const TickSize size = tickSize(m_days.size());
    if (size.width == 0) {
        return {kBarWidth, kTickHeight};
    }
    return {static_cast<int>(m_days.size()) * (size.width + size.gap) - size.gap, kTickHeight};
}

void CompletenessStrip::paintEvent(QPaintEvent*)
{
    if (m_days.empty()) {
        return;
    }
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    // Days run with the text, as in the charts above: from left to right also in right-to-left languages.
    const TickSize size = tickSize(m_days.size());
    if (size.width > 0) {
        int x = 0;
        for (const DayState state : m_days) {
            paintDay(painter, QRect(x, 0, size.width, height()), state, theme);
            x += size.width + size.gap;
        }
        return;
    }
    const std::size_t count = m_days.size();
    for (int x = 0; x < width(); ++x) {
        const std::size_t from = static_cast<std::size_t>(x) * count / static_cast<std::size_t>(width());
        const std::size_t to
            = std::max(from + 1, static_cast<std::size_t>(x + 1) * count / static_cast<std::size_t>(width()));
        const DayState least = *std::min_element(m_days.begin() + static_cast<std::ptrdiff_t>(from),
            m_days.begin() + static_cast<std::ptrdiff_t>(std::min(to, count)));
        const Token token = least == DayState::Final ? Token::Ramp4
            : least == DayState::Provisional         ? Token::Ramp2
                                                     : Token::Gap;
        painter.fillRect(QRect(x, 0, 1, height()), theme.color(token));
    }
}

} // namespace ui::charts
