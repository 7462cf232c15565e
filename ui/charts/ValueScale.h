// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace ui::charts {

/// A value axis from 0 with 3 to 5 lines at 1, 2, 2.5 or 5 × 10ⁿ.
struct ValueScale
{
    double maximum = 1;
    double step = 1;
    std::vector<double> lines; ///< ascending, beginning with 0; only 0 when there is nothing to measure

    /// `wholeNumbers`: no line between two whole numbers. Anything that is not a positive number counts as 0.
    static ValueScale upTo(double largest, bool wholeNumbers);
};

} // namespace ui::charts
