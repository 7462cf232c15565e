// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "insights/Ratio.h"

#include <algorithm>
#include <cmath>

namespace app::insights {

std::optional<Interval> wilson95(double hits, double cases)
{
    if (!(cases > 0) || !(hits >= 0) || hits > cases) {
        return std::nullopt;
    }
    constexpr double z = 1.96;
    const double share = hits / cases;
    const double scale = 1 + z * z / cases;
    const double centre = (share + z * z / (2 * cases)) / scale;
    const double half = z * std::sqrt(share * (1 - share) / cases + z * z / (4 * cases * cases)) / scale;
    // Rounding may lead a hair's breadth out of 0 … 1.
    return Interval{std::max(0.0, centre - half), share, std::min(1.0, centre + half)};
}

} // namespace app::insights
