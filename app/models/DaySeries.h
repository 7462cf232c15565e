// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "models/Granularity.h"
#include "models/Measure.h"
#include "records/Coverage.h"
#include "records/ReviewResponseRow.h"
#include "records/ReviewRow.h"
#include "store/UsageQueries.h"

#include <QString>

#include <optional>
#include <vector>

namespace app::models {

/// One UTC day (or ISO week) of a series. No value means: the day is missing or not offered, or (when it is
/// stored) the service gave no figure. Never zero by default.
struct DayPoint
{
    std::optional<double> value;
    records::DayState state = records::DayState::Missing;
    // How many days a rolling value or a week stands on, of how many wanted: "6 of 7 days".
    int basisDays = 1;
    int basisWanted = 1;

    /// Some day behind the value is not stored: lines are dashed here, and the read-out says so.
    [[nodiscard]] constexpr bool isPartial() const { return basisDays < basisWanted; }

    [[nodiscard]] constexpr bool isStored() const
    {
        return state == records::DayState::Final || state == records::DayState::Provisional;
    }
    [[nodiscard]] constexpr bool isProvisional() const { return state == records::DayState::Provisional; }
    friend bool operator==(const DayPoint&, const DayPoint&) = default;
};

/// Chart-ready values of one measure, one point per day (or ISO week) of the range. A value type, free of
/// threads and widgets.
struct DaySeries
{
    Measure measure = Measure::Turns;
    core::DayRange range;
    std::vector<DayPoint> points; ///< one for each bucket: range.length() of them by day
    Granularity granularity = Granularity::Day;
    /// What the series is a part of the measure of: a client id, a model. Empty: the whole.
    QString part{};
    QString partName{}; ///< shown instead of the measure's name; empty: measureName()
    int category = 0; ///< 1 to 8: colour of the palette (tokens.md 2.3); 0: the colour of the measure

    /// The first day of a point.
    [[nodiscard]] core::UtcDay day(std::size_t index) const;
    /// The days of a point.
    [[nodiscard]] core::DayRange bucket(std::size_t index) const;
    [[nodiscard]] QString name() const { return partName.isEmpty() ? measureName(measure) : partName; }
    friend bool operator==(const DaySeries&, const DaySeries&) = default;
};

/// The sum of a series, with what it stands on.
struct DaySum
{
    std::optional<double> value; ///< none when no stored day carried a figure
    int storedDays = 0;
    int provisionalDays = 0; ///< part of storedDays; included in the value
    int daysWithoutFigure = 0; ///< part of storedDays: the service gave none
};
[[nodiscard]] DaySum sumOf(const DaySeries& series);

/// Builds a series from rows that have a `day` and are absent where nothing happened: a stored day without a
/// row is 0, a day that is not stored has no value, whatever the rows say. `valueOf(row)` returns
/// std::optional<double>.
template <typename Row, typename ValueOf>
DaySeries buildDaySeries(Measure measure, core::DayRange range, const std::vector<Row>& rows,
    const records::Coverage& coverage, records::Dataset dataset, ValueOf valueOf)
{
    DaySeries series;
    series.measure = measure;
    series.range = range;
    series.points.resize(static_cast<std::size_t>(range.length()));
    for (std::size_t index = 0; index < series.points.size(); ++index) {
        DayPoint& point = series.points[index];
        point.state = coverage.state(dataset, series.day(index));
        if (point.isStored()) {
            point.value = 0;
        }
    }
    for (const Row& row : rows) {
        if (!range.contains(row.day)) {
            continue;
        }
        DayPoint& point = series.points[static_cast<std::size_t>(row.day - range.first)];
        if (point.isStored()) {
            point.value = valueOf(row);
        }
    }
    return series;
}

/// The point of some days of a series of days: missing without a stored day, else the sum of its stored days
/// with how many they are; provisional when one of them is.
DayPoint joinedPoint(const DaySeries& days, core::DayRange bucket);
/// Sums a series of days into ISO weeks. Only for measures that may be added up: never for people, means,
/// shares or ratios. A week without a stored day is missing; with at least one it has the sum of its stored
/// days and says how many they are; it is provisional when one of its stored days is.
DaySeries byWeek(const DaySeries& days);
/// byWeek() where `granularity` asks for it.
DaySeries atGranularity(const DaySeries& days, Granularity granularity);

/// A series of values that are no sums: rolling means, ratios. `valueOf(bucket)` returns a DayPoint for each
/// bucket of the range.
template <typename ValueOf>
DaySeries computeSeries(Measure measure, core::DayRange range, Granularity granularity, ValueOf valueOf)
{
    DaySeries series;
    series.measure = measure;
    series.range = range;
    series.granularity = granularity;
    for (const core::DayRange bucket : bucketsOf(range, granularity)) {
        series.points.push_back(valueOf(bucket));
    }
    return series;
}

/// numerator ÷ denominator point by point, a ratio of sums. No value where one of them has none or the
/// denominator is zero. Both have the same range and granularity; the least known state of the two counts.
DaySeries ratioSeries(Measure measure, const DaySeries& numerator, const DaySeries& denominator);

// The series of the pages. Usage measures: ActiveEngineers (UsageDay only), Threads, Turns, Credits, CostUsd,
// UncachedInput, CachedInput, Output. Other measures than those a function names yield a series without
// values.
DaySeries usageSeries(Measure measure, core::DayRange range, const std::vector<store::UsageDay>& days,
    const records::Coverage& coverage);
DaySeries engineerSeries(Measure measure, core::DayRange range, const std::vector<store::EngineerDay>& days,
    const records::Coverage& coverage);
/// Reviews, Comments, CommentsP0 to CommentsWithoutPriority. Without any detail all comments have no
/// priority.
DaySeries reviewSeries(Measure measure, core::DayRange range, const std::vector<records::ReviewRow>& rows,
    const records::Coverage& coverage);
/// Upvotes to ReactionsOfUnknownKind, Replies.
DaySeries responseSeries(Measure measure, core::DayRange range,
    const std::vector<records::ReviewResponseRow>& rows, const records::Coverage& coverage);

} // namespace app::models
