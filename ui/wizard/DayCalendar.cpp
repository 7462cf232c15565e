// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/DayCalendar.h"

#include "common/Format.h"
#include "common/Theme.h"

#include <QDate>
#include <QPainter>

namespace ui::wizard {

using app::core::UtcDay;
using common::TextStyle;
using common::Theme;
using common::Token;

namespace {

constexpr int kHeadHeight = 26;
constexpr int kWeekWidth = 38;
constexpr int kGap = 6;

UtcDay mondayOf(UtcDay day)
{
    return day - (day.isoWeekday() - 1);
}

QDate toDate(UtcDay day)
{
    return QDate(1970, 1, 1).addDays(day.number());
}

} // namespace

DayCalendar::DayCalendar(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("dayCalendar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayCalendar::setDays(app::core::DayRange range, std::map<UtcDay, State> states)
{
    const bool resized = range != m_range;
    m_range = range;
    m_states = std::move(states);
    int stored = 0;
    for (UtcDay day = m_range.first; day <= m_range.last; ++day) {
        const State now = state(day);
        stored += now == State::Stored || now == State::Provisional ? 1 : 0;
    }
    setAccessibleName(tr("Calendar of the days that are read"));
    setAccessibleDescription(tr("%1 of %2 days are stored").arg(stored).arg(m_range.length()));
    if (resized) {
        updateGeometry();
    }
    update();
}

DayCalendar::State DayCalendar::state(UtcDay day) const
{
    const auto found = m_states.find(day);
    return found == m_states.end() ? State::ToDo : found->second;
}

int DayCalendar::weeks() const
{
    return m_range.isEmpty() ? 0 : (mondayOf(m_range.last) - mondayOf(m_range.first)) / 7 + 1;
}

int DayCalendar::cellHeight() const
{
    return weeks() > 6 ? 28 : 46; // 90 days fit without scrolling far
}

QSize DayCalendar::sizeHint() const
{
    return {640, kHeadHeight + weeks() * (cellHeight() + kGap)};
}

void DayCalendar::paintMark(QPainter& painter, const QRectF& box, State state, const QWidget* widget)
{
    const Theme theme = Theme::of(widget);
    const qreal radius = box.width() > 20 ? 6 : 2;
    Token fill = Token::Sunken;
    Token edge = Token::Border;
    qreal line = 1;
    switch (state) {
    case State::Stored: fill = edge = Token::Ramp4; break;
    case State::Provisional:
        fill = Token::Ramp1;
        edge = Token::Ramp4;
        break;
    case State::Reading:
        fill = Token::AccentWeak;
        edge = Token::Accent;
        line = box.width() > 20 ? 2 : 1;
        break;
    case State::ToDo: break;
    }
    const QRectF shape = box.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(fill));
    painter.drawRoundedRect(shape, radius, radius);
    if (state == State::Provisional) {
        painter.setBrush(QBrush(theme.color(Token::Ramp3), Qt::BDiagPattern));
        painter.drawRoundedRect(shape, radius, radius);
    }
    painter.setPen(QPen(theme.color(edge), line));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(shape, radius, radius);
}

void DayCalendar::paintEvent(QPaintEvent*)
{
    if (m_range.isEmpty()) {
        return;
    }
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QLocale locale = common::format::displayLocale();
    const qreal step = (width() - kWeekWidth + kGap) / 7.0;
    const int cell = cellHeight();

    painter.setFont(theme.font(TextStyle::Micro));
    painter.setPen(theme.color(Token::Muted));
    for (int weekday = 1; weekday <= 7; ++weekday) {
        painter.drawText(QRectF(kWeekWidth + (weekday - 1) * step, 0, step - kGap, kHeadHeight - kGap),
            Qt::AlignCenter, locale.dayName(weekday, QLocale::ShortFormat));
    }
    const UtcDay firstMonday = mondayOf(m_range.first);
    for (int week = 0; week < weeks(); ++week) {
        const qreal y = kHeadHeight + week * (cell + kGap);
        painter.setFont(theme.font(TextStyle::Micro));
        painter.setPen(theme.color(Token::Muted));
        painter.drawText(QRectF(0, y, kWeekWidth, cell), Qt::AlignVCenter | Qt::AlignLeft,
            tr("W%1", "calendar week").arg(toDate(firstMonday + week * 7).weekNumber()));
        for (int weekday = 0; weekday < 7; ++weekday) {
            const UtcDay day = firstMonday + (week * 7 + weekday);
            if (!m_range.contains(day)) {
                continue;
            }
            const State now = state(day);
            const QRectF box(kWeekWidth + weekday * step, y, step - kGap, cell);
            paintMark(painter, box, now, this);
            QFont font = theme.font(TextStyle::Small);
            font.setBold(now == State::Reading);
            painter.setFont(font);
            painter.setPen(theme.color(now == State::Stored ? Token::OnAccent
                    : now == State::Reading                 ? Token::Accent
                    : now == State::Provisional             ? Token::Text
                                                            : Token::Muted));
            painter.drawText(box, Qt::AlignCenter, QString::number(toDate(day).day()));
        }
    }
}

} // namespace ui::wizard
