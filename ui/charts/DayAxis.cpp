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

} // namespace ui::charts
