// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ValueScale.h"

#include <algorithm>
#include <cmath>

namespace ui::charts {

ValueScale ValueScale::upTo(double largest, bool wholeNumbers)
{
    ValueScale scale;
    if (!std::isfinite(largest) || largest <= 0) {
        scale.lines = {0};
        return scale;
    }
    constexpr double kMostIntervals = 4;
    constexpr double kTolerance = 1e-9; // 0.3 / 0.1 must be 3 intervals, not 4
    double decade = std::pow(10.0, std::floor(std::log10(largest)) - 1);
    for (bool found = false; !found; decade *= 10) {
        for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
            const double step = decade * factor;
            const bool fits = largest / step <= kMostIntervals + kTolerance;
            const bool whole = !wholeNumbers || std::abs(step - std::round(step)) < kTolerance;
            if (fits && whole && step > 0) {
                scale.step = step;
                found = true;
                break;
            }
        }
    }
    const int intervals = std::max(2, static_cast<int>(std::ceil(largest / scale.step - kTolerance)));
    for (int line = 0; line <= intervals; ++line) {
        scale.lines.push_back(scale.step * line);
    }
    scale.maximum = scale.lines.back();
    return scale;
}

} // namespace ui::charts
