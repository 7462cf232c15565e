// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/DayAxis.h"

#include <QDate>

namespace ui::charts {

std::vector<int> labelledDays(app::core::DayRange range)
{
    constexpr int kEveryDay = 10;
    constexpr int kMondays = 62;
    std::vector<int> days;
    const int length = range.length();
    for (int offset = 0; offset < length; ++offset) {
        const app::core::UtcDay day = range.first + offset;
        const bool monday = day.isoWeekday() == 1;
        const bool firstMonday = monday && QDate(1970, 1, 1).addDays(day.number()).day() <= 7;
        const bool wanted = length <= kEveryDay || (length <= kMondays && (offset == 0 || monday))
            || (length > kMondays && firstMonday);
        if (wanted) {
            days.push_back(offset);
        }
    }
    return days;
}

std::vector<int> labelledWeeks(app::core::DayRange range)
{
    constexpr std::size_t kEveryWeek = 10;
    const auto weeks = app::models::bucketsOf(range, app::models::Granularity::Week);
    std::vector<int> labelled;
    int month = 0;
    for (std::size_t index = 0; index < weeks.size(); ++index) {
        const QDate first = QDate(1970, 1, 1).addDays(weeks[index].first.number());
        if (weeks.size() <= kEveryWeek || (first.month() != month && first.day() <= 7)) {
            labelled.push_back(static_cast<int>(index));
        }
        month = first.month();
    }
    return labelled;
}

std::vector<int> labelledPoints(app::core::DayRange range, app::models::Granularity granularity)
{
    return granularity == app::models::Granularity::Week ? labelledWeeks(range) : labelledDays(range);
}

} // namespace ui::charts
