// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace looks {

/// One dimension of what a window can look like. `weight` orders the levels by cost: of two rows that cover
/// as much, the lighter one is taken. Empty: all cost the same.
struct Factor
{
    int levels = 0;
    std::vector<int> weight{};
};

/// Whether two levels may stand in one row; asked with factorA < factorB.
using PairRule = std::function<bool(int factorA, int levelA, int factorB, int levelB)>;

/// One level per factor.
using Row = std::vector<int>;

/// Rows that together hold every pair of levels of two factors that any allowed row can hold. Greedy: starts
/// each row with the first uncovered pair and gives the other factors, in turn, the level that covers most;
/// of two that cover as much the lighter one, then the one used less. Deterministic: equal input, equal rows.
std::vector<Row> coverPairs(const std::vector<Factor>& factors, const PairRule& allowed);

} // namespace looks
