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

ValueScale ValueScale::between(double from, double largest, bool wholeNumbers)
{
    ValueScale scale = upTo(largest - from, wholeNumbers);
    scale.minimum += from;
    scale.maximum += from;
    for (double& line : scale.lines) {
        line += from;
    }
    return scale;
}

ValueScale ValueScale::shares()
{
    ValueScale scale;
    scale.step = 0.25;
    scale.lines = {0, 0.25, 0.5, 0.75, 1};
    return scale;
}

ValueScale ValueScale::withIntervals(double largest, std::size_t intervals, bool wholeNumbers)
{
    ValueScale scale = upTo(largest, wholeNumbers);
    if (intervals == 0 || scale.lines.size() < 2) {
        return scale;
    }
    const auto count = static_cast<double>(intervals);
    const double decade = std::pow(10.0, std::floor(std::log10(largest / count)));
    for (const double factor : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        const double step = decade * factor;
        const bool whole = !wholeNumbers || std::abs(step - std::round(step)) < 1e-9;
        if (whole && step * count >= largest * (1 - 1e-9)) {
            scale.step = step;
            break;
        }
        scale.step = wholeNumbers ? std::max(1.0, std::ceil(decade * 10)) : decade * 10;
    }
    scale.lines.clear();
    for (std::size_t line = 0; line <= intervals; ++line) {
        scale.lines.push_back(scale.step * static_cast<double>(line));
    }
    scale.maximum = scale.lines.back();
    return scale;
}

} // namespace ui::charts
