// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DaySeries.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

/// What the charts of ui/charts/ draw: chart-ready values, made by the pages from answers of the store. Every
/// plot is a value, has a table twin (PlotTable) and knows nothing of widgets.
namespace app::models {

/// Values over UTC days or ISO weeks: columns (one, stacked, or as shares of 100 %), lines over them, a band
/// behind them. All series have the same range and granularity.
struct DayPlot
{
    struct Band
    {
        QString name; ///< "P25 to P75"
        DaySeries lower;
        DaySeries upper;
    };
    std::vector<DaySeries> columns; ///< the first stands at the bottom
    std::vector<DaySeries> lines;
    std::optional<Band> band;
    bool asShares = false; ///< columns are stretched to 100 % of their sum
    bool linesOnRightAxis = false; ///< turns with credits: two scales
    std::optional<double> axisFrom; ///< lines only: where the value axis begins when that is not 0; the
                                    ///< caption says so. Ignored when a value lies below it
};

/// Horizontal bars to both sides of zero, one row for each week or month, the newest last.
struct DivergingPlot
{
    struct Row
    {
        QString name; ///< "W45"
        QString longName; ///< "ISO week 45, 2 to 8 Nov 2026", for the read-out and the table
        std::optional<double> left; ///< drawn to the left, as a positive number
        std::optional<double> right;
        bool provisional = false;
    };
    QString leftName; ///< "Downvotes"
    QString rightName;
    int leftCategory = 2; ///< palette of tokens.md 2.3, from 1
    int rightCategory = 1;
    Measure measure = Measure::Upvotes; ///< how the values are written
    std::vector<Row> rows;
};

/// Horizontal bars, each a part of the first.
struct FunnelPlot
{
    struct Step
    {
        QString name;
        std::optional<double> value;
        bool apart = false; ///< below a line: belongs to the first step, but not to the chain
    };
    Measure measure = Measure::Comments;
    std::vector<Step> steps; ///< the first is the whole
};

/// A share with its interval, one point for each period.
struct IntervalPlot
{
    struct Point
    {
        QString name; ///< "Nov"
        QString longName; ///< "November 2026"
        std::int64_t cases = 0; ///< N, shown below the name
        std::optional<double> low; ///< none of the three when there are too few cases
        std::optional<double> middle;
        std::optional<double> high;
        bool partial = false; ///< unfinished, provisional or incomplete: hollow
    };
    QString name; ///< "Helpful rate"
    int leastCases = 10;
    std::vector<Point> points;
};

/// One cell for each day: columns are ISO weeks, rows Monday to Sunday.
struct HeatPlot
{
    DaySeries days; ///< by day, whatever the granularity of the page
};

/// Named shares of one sum, the largest first, the rest last.
struct SharePlot
{
    struct Row
    {
        QString name;
        QString detail; ///< small, behind the name; may be empty
        double value = 0;
        int category = 1; ///< palette of tokens.md 2.3; 8 for what is not attributed
        bool remainder = false; ///< other or not attributed: stands last
    };
    Measure measure = Measure::Credits;
    std::optional<double> whole; ///< shares are parts of this; none: of the sum of the rows
    std::vector<Row> rows;
};

/// How much is known about every UTC day, one row for each dataset. It has no values, only states.
struct CompletenessPlot
{
    struct Cell
    {
        records::DayState state = records::DayState::Missing;
        bool restated = false; ///< its totals changed after it was final
        bool withdrawn = false; ///< OpenAI has it no more, and what was stored is kept
        QString detail{}; ///< "read 18 Nov 14:05 UTC, 1,225 rows": for the read-out
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    struct Row
    {
        QString name;
        std::vector<Cell> days; ///< one for each day of the range
    };
    core::DayRange range;
    std::vector<Row> rows;
};

using Plot
    = std::variant<DayPlot, DivergingPlot, FunnelPlot, IntervalPlot, HeatPlot, SharePlot, CompletenessPlot>;

} // namespace app::models
