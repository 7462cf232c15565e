// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/UtcDay.h"

#include <QDate>

namespace app::core {

namespace {
constexpr qint64 kJulianDayOfEpoch = 2'440'588;
}

UtcDay UtcDay::of(Instant instant)
{
    const auto days = std::chrono::floor<std::chrono::days>(instant).time_since_epoch();
    return fromNumber(static_cast<std::int32_t>(days.count()));
}

std::optional<UtcDay> UtcDay::fromIso(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-') {
        return std::nullopt;
    }
    for (const int i : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (text[i] < u'0' || text[i] > u'9') {
            return std::nullopt;
        }
    }
    const QDate date(text.left(4).toInt(), text.mid(5, 2).toInt(), text.mid(8, 2).toInt());
    if (!date.isValid()) {
        return std::nullopt;
    }
    return fromNumber(static_cast<std::int32_t>(date.toJulianDay() - kJulianDayOfEpoch));
}

std::optional<UtcDay> UtcDay::fromMidnight(std::int64_t unixSeconds)
{
    constexpr std::int64_t kSecondsPerDay = 86'400;
    if (unixSeconds % kSecondsPerDay != 0) {
        return std::nullopt;
    }
    const std::int64_t number = unixSeconds / kSecondsPerDay;
    // Years 0001 to 9999: everything else would not survive the way to YYYY-MM-DD and back.
    if (number < -719'162 || number > 2'932'896) {
        return std::nullopt;
    }
    return fromNumber(static_cast<std::int32_t>(number));
}

QString UtcDay::toIso() const
{
    return QDate::fromJulianDay(kJulianDayOfEpoch + m_number).toString(Qt::ISODate);
}

Instant UtcDay::start() const
{
    return Instant(std::chrono::days(m_number));
}

Instant UtcDay::end() const
{
    return Instant(std::chrono::days(m_number + 1));
}

int UtcDay::isoWeekday() const
{
    return QDate::fromJulianDay(kJulianDayOfEpoch + m_number).dayOfWeek();
}

} // namespace app::core
