// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/DayRange.h"

#include <QLocale>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

/// Numbers, days and times as the window shows them. Exported files never use these. Minus is U+2212; nothing
/// is shown for a value that does not exist but an en dash. All days and times are UTC.
namespace ui::common::format {

/// The person's locale; British English where none is set (the C locale has no group separators).
QLocale displayLocale();

/// An en dash: no value.
QString none();

/// For axes: 950, 1.2k, 34k, 1.2 M, 22.9 B. NaN and infinity: a dash.
QString compact(double value, const QLocale& locale = displayLocale());
/// For tiles: all digits below 10 000, compact() above.
QString figure(double value, const QLocale& locale = displayLocale());
QString figure(std::optional<double> value, const QLocale& locale = displayLocale());
/// All digits with group separators: tables and tooltips.
QString integer(std::int64_t value, const QLocale& locale = displayLocale());
/// At most `decimals` decimals, trailing zeros cut; all digits.
QString number(double value, int decimals, const QLocale& locale = displayLocale());
QString number(std::optional<double> value, int decimals, const QLocale& locale = displayLocale());
/// 0.581 → "58.1 %".
QString percent(double share, int decimals = 1, const QLocale& locale = displayLocale());
/// 0.078 → "+7.8 %", −0.04 → "−4.0 %", 0 → "0.0 %".
QString signedPercent(double share, int decimals = 1, const QLocale& locale = displayLocale());
/// 871 240 → "0.87 MB" (decimal units).
QString bytes(std::int64_t count, const QLocale& locale = displayLocale());

/// "18 Nov"
QString dayShort(app::core::UtcDay day, const QLocale& locale = displayLocale());
/// "18 Nov 2026"
QString dayMedium(app::core::UtcDay day, const QLocale& locale = displayLocale());
/// "Wed 18 Nov 2026 (UTC)"
QString dayLong(app::core::UtcDay day, const QLocale& locale = displayLocale());
/// "20 Oct to 18 Nov 2026", "20 Dec 2025 to 18 Jan 2026", one day alone; a dash when empty.
QString days(app::core::DayRange range, const QLocale& locale = displayLocale());

/// "14:05" (UTC, 24 h, without the word)
QString time(app::core::Instant instant);
/// "14:05 UTC" on the UTC day of `now`, else "17 Nov 14:05 UTC".
QString timeOrDay(
    app::core::Instant instant, app::core::Instant now, const QLocale& locale = displayLocale());
/// "just now", "5 min", "19 h", "3 days": how long ago. The future counts as "just now".
QString age(app::core::Instant then, app::core::Instant now);
/// "0.9 s", "45 s", "12 min", "3 h".
QString duration(std::chrono::milliseconds length, const QLocale& locale = displayLocale());

} // namespace ui::common::format
