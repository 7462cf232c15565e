// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Plots.h"

#include <QString>

#include <optional>
#include <vector>

namespace app::models {

/// The numbers of a plot in rows: what the table twin shows and what *copy data* copies. A value.
struct PlotTable
{
    struct Column
    {
        QString name; ///< translated
        bool numeric = false;
        friend bool operator==(const Column&, const Column&) = default;
    };
    struct Cell
    {
        QString text; ///< for displayLocale(); an en dash where there is no value
        QString data; ///< as data files write it: ISO days, C locale, all digits; empty without a value
        std::optional<double> number; ///< of numeric columns
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows; ///< each as long as `columns`
};

/// Every figure of a plot, hidden or not. Days and weeks: one row for each column of the chart, with its
/// state; the others: one row for each bar, point or share. Columns in shares have the values beside them.
PlotTable tableOf(const Plot& plot);

/// Tab-separated lines for the clipboard, headings first, each line ended by a line feed; the `data` of the
/// cells. Tabs and line breaks in names become spaces.
QString tabSeparated(const PlotTable& table);

/// "Final", "Provisional", "Missing", "Not offered".
QString dayStateName(records::DayState state);
/// As above, and "Restated", "Withdrawn, kept" for stored days whose story is longer.
QString completenessName(const CompletenessPlot::Cell& cell);

/// "ISO week 45, 2 to 8 Nov 2026": a week of a series, clipped to its range.
QString weekName(core::DayRange week);

} // namespace app::models
