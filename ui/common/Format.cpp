// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Format.h"

#include <QCoreApplication>
#include <QDate>
#include <QTime>

#include <array>
#include <cmath>

namespace ui::common::format {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::common::format)
};

// Locales print a hyphen, a minus or a hyphen with a direction mark; the window shows one minus everywhere.
QString withSign(const QString& digits, bool negative)
{
    return negative ? QChar(0x2212) + digits : digits;
}

// A number and its unit never part at the end of a line.
QString glued(QString pattern)
{
    return pattern.replace(u' ', QChar(QChar::Nbsp));
}

QString plain(double magnitude, int decimals, const QLocale& locale, bool trim)
{
    QString text = locale.toString(magnitude, 'f', decimals);
    if (trim && decimals > 0) {
        const QString zero = locale.zeroDigit();
        while (text.endsWith(zero)) {
            text.chop(zero.size());
        }
        if (text.endsWith(locale.decimalPoint())) {
            text.chop(locale.decimalPoint().size());
        }
    }
    return text;
}

double rounded(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

QDate dateOf(app::core::UtcDay day)
{
    return QDate(1970, 1, 1).addDays(day.number());
}

QTime timeOf(app::core::Instant instant)
{
    const auto sinceMidnight = instant - app::core::UtcDay::of(instant).start();
    return QTime::fromMSecsSinceStartOfDay(static_cast<int>(sinceMidnight.count()));
}

QString dayAndMonth(QDate date, const QLocale& locale)
{
    return locale.toString(date, Text::tr("d MMM", "a day of a known year, as QDate formats it"));
}

QString dayMonthYear(QDate date, const QLocale& locale)
{
    return locale.toString(date, Text::tr("d MMM yyyy", "a day, as QDate formats it"));
}

} // namespace

QLocale displayLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedKingdom) : locale;
}

QString none()
{
    return QString(QChar(0x2013));
}

QString compact(double value, const QLocale& locale)
{
    if (!std::isfinite(value)) {
        return none();
    }
    struct Unit
    {
        double size;
        QString pattern;
    };
    const double magnitude = std::abs(value);
    const std::array<Unit, 4> units{{
        {1.0, QStringLiteral("%1")},
        {1e3, Text::tr("%1k", "thousands")},
        {1e6, glued(Text::tr("%1 M", "millions"))},
        {1e9, glued(Text::tr("%1 B", "thousand millions"))},
    }};
    for (std::size_t i = 0; i < units.size(); ++i) {
        const double scaled = magnitude / units.at(i).size;
        int decimals = 0;
        if (i == 0) {
            decimals = scaled < 1 ? 2 : scaled < 100 ? 1 : 0;
            // A price of a thousand tokens is a few thousandths: two digits that say something, whatever the
            // size.
            constexpr int kMostDecimals = 8;
            if (scaled > 0 && scaled < 0.1) {
                decimals = std::min(kMostDecimals, 1 - static_cast<int>(std::floor(std::log10(scaled))));
            }
        } else if (i == 1) {
            decimals = scaled < 10 ? 1 : 0;
        } else {
            decimals = scaled < 100 ? 1 : 0;
        }
        // 999 600 rounds to 1000k: that is 1 M.
        if (rounded(scaled, decimals) < 1000 || i + 1 == units.size()) {
            const double shown = rounded(scaled, decimals);
            return withSign(
                units.at(i).pattern.arg(plain(shown, decimals, locale, true)), value < 0 && shown > 0);
        }
    }
    return none();
}

QString figure(double value, const QLocale& locale)
{
    if (!std::isfinite(value)) {
        return none();
    }
    const double magnitude = std::abs(value);
    return magnitude < 9999.5 ? number(value, magnitude < 100 ? 1 : 0, locale) : compact(value, locale);
}

QString figure(std::optional<double> value, const QLocale& locale)
{
    return value ? figure(*value, locale) : none();
}

QString integer(std::int64_t value, const QLocale& locale)
{
    const bool negative = value < 0;
    // The magnitude as unsigned: the smallest int64 has no positive twin.
    const auto magnitude
        = negative ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    return withSign(locale.toString(static_cast<qulonglong>(magnitude)), negative);
}

QString number(double value, int decimals, const QLocale& locale)
{
    if (!std::isfinite(value)) {
        return none();
    }
    const double shown = rounded(std::abs(value), decimals);
    return withSign(plain(shown, decimals, locale, true), value < 0 && shown > 0);
}

QString number(std::optional<double> value, int decimals, const QLocale& locale)
{
    return value ? number(*value, decimals, locale) : none();
}

QString percent(double share, int decimals, const QLocale& locale)
{
    if (!std::isfinite(share)) {
        return none();
    }
    const double shown = rounded(std::abs(share) * 100, decimals);
    return withSign(glued(Text::tr("%1 %", "a share")).arg(plain(shown, decimals, locale, false)),
        share < 0 && shown > 0);
}

QString signedPercent(double share, int decimals, const QLocale& locale)
{
    const QString text = percent(share, decimals, locale);
    return share > 0 && rounded(share * 100, decimals) > 0 ? u'+' + text : text;
}

QString bytes(std::int64_t count, const QLocale& locale)
{
    const double size = static_cast<double>(count);
    if (count < 1'000) {
        return glued(Text::tr("%1 B", "bytes")).arg(integer(count, locale));
    }
    if (count < 100'000) {
        return glued(Text::tr("%1 kB", "kilobytes")).arg(plain(rounded(size / 1e3, 0), 0, locale, true));
    }
    if (count < 1'000'000'000) {
        const double mega = size / 1e6;
        return glued(Text::tr("%1 MB", "megabytes")).arg(plain(mega, mega < 10 ? 2 : 1, locale, false));
    }
    return glued(Text::tr("%1 GB", "gigabytes")).arg(plain(size / 1e9, 2, locale, false));
}

QString dayShort(app::core::UtcDay day, const QLocale& locale)
{
    return dayAndMonth(dateOf(day), locale);
}

QString dayMedium(app::core::UtcDay day, const QLocale& locale)
{
    return dayMonthYear(dateOf(day), locale);
}

QString dayLong(app::core::UtcDay day, const QLocale& locale)
{
    return locale.toString(dateOf(day), Text::tr("ddd d MMM yyyy '(UTC)'", "a day, as QDate formats it"));
}

QString days(app::core::DayRange range, const QLocale& locale)
{
    if (range.isEmpty()) {
        return none();
    }
    const QDate first = dateOf(range.first);
    const QDate last = dateOf(range.last);
    if (first == last) {
        return dayMonthYear(last, locale);
    }
    const QString from
        = first.year() == last.year() ? dayAndMonth(first, locale) : dayMonthYear(first, locale);
    return Text::tr("%1 to %2", "first and last day").arg(from, dayMonthYear(last, locale));
}

QString time(app::core::Instant instant)
{
    return timeOf(instant).toString(QStringLiteral("HH:mm"));
}

QString timeOrDay(app::core::Instant instant, app::core::Instant now, const QLocale& locale)
{
    const auto day = app::core::UtcDay::of(instant);
    if (day == app::core::UtcDay::of(now)) {
        return Text::tr("%1 UTC", "time of day").arg(time(instant));
    }
    return Text::tr("%1 %2 UTC", "day, time of day").arg(dayShort(day, locale), time(instant));
}

QString age(app::core::Instant then, app::core::Instant now)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(now - then).count();
    if (minutes < 1) {
        return Text::tr("just now");
    }
    if (minutes < 60) {
        return Text::tr("%n min", "age in minutes", static_cast<int>(minutes));
    }
    if (minutes < 48 * 60) {
        return Text::tr("%n h", "age in hours", static_cast<int>(minutes / 60));
    }
    return Text::tr("%n day(s)", "age in days", static_cast<int>(minutes / (24 * 60)));
}

QString duration(std::chrono::milliseconds length, const QLocale& locale)
{
    const double seconds = static_cast<double>(length.count()) / 1000.0;
    if (seconds < 99.5) {
        return glued(Text::tr("%1 s", "seconds")).arg(plain(seconds, seconds < 9.95 ? 1 : 0, locale, false));
    }
    if (seconds < 99.5 * 60) {
        return glued(Text::tr("%1 min", "minutes")).arg(plain(seconds / 60, 0, locale, true));
    }
    return glued(Text::tr("%1 h", "hours")).arg(plain(seconds / 3600, 0, locale, true));
}

} // namespace ui::common::format
