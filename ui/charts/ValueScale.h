// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace ui::charts {

/// A value axis, from 0 unless said otherwise, with 3 to 5 lines at 1, 2, 2.5 or 5 × 10ⁿ.
struct ValueScale
{
    double minimum = 0;
    double maximum = 1;
    double step = 1;
    std::vector<double> lines; ///< ascending from the minimum; only that when there is nothing to measure

    /// `wholeNumbers`: no line between two whole numbers. Anything that is not a positive number counts as 0.
    static ValueScale upTo(double largest, bool wholeNumbers);
    /// An axis that begins at `from`, which is not above `largest`.
    static ValueScale between(double from, double largest, bool wholeNumbers);
    /// 0 to 100 % in four steps.
    static ValueScale shares();
    /// A second axis: as many lines as the first, so that both share the grid.
    static ValueScale withIntervals(double largest, std::size_t intervals, bool wholeNumbers);
    /// Where a value lies: 0 at the minimum, 1 at the maximum.
    [[nodiscard]] double share(double value) const { return (value - minimum) / (maximum - minimum); }
};

} // namespace ui::charts
