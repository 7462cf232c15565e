// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace app::insights {

/// numerator ÷ denominator of two sums (metrics reference R3: ratios of sums, never means of ratios). No
/// value where a sum has none or the denominator is not above zero.
constexpr std::optional<double> ratio(std::optional<double> numerator, std::optional<double> denominator)
{
    if (!numerator || !denominator || !(*denominator > 0)) {
        return std::nullopt;
    }
    return *numerator / *denominator;
}

/// A share with its interval.
struct Interval
{
    double low = 0;
    double middle = 0;
    double high = 0;
};

/// Wilson's interval for `hits` of `cases` at 95 % (z = 1.96; metrics reference 2.6). No value without cases,
/// or where hits lie outside 0 … cases.
std::optional<Interval> wilson95(double hits, double cases);

} // namespace app::insights
