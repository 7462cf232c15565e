// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DaySeries.h"
#include "models/Plots.h"
#include "store/SurfaceQueries.h"

#include <optional>
#include <vector>

/// Plots of usage by surface and by model, from the sums of the store and the names of insights. Used by
/// every page that shows them. Pure functions.
namespace ui::pages {

/// A measure of a part: Threads, Turns (surfaces only), Credits, CostUsd, UncachedInput, CachedInput, Output,
/// TotalTokens. No value where the rows carry none.
std::optional<double> partValue(app::models::Measure measure, const app::store::PartTotals& totals);
/// Uncached + cached input + output; where one of them is missing, the total that the service gave.
std::optional<double> tokenCount(const app::records::Tokens& tokens);

/// The stack by surface family, VS Code at the bottom, without families that have nothing. `whole` is the
/// series that the stack makes up, by day; its measure, range and states are those of the stack. What
/// surfaces leave of the whole stands in the last series together with the other surfaces.
std::vector<app::models::DaySeries> surfaceStack(
    const app::models::DaySeries& whole, const std::vector<app::store::SurfaceDay>& days);

/// Share bars, the largest first.
struct Shares
{
    app::models::SharePlot plot; ///< "Not attributed" stands last
    double parts = 0; ///< sum of the parts
    double excess = 0; ///< by how much the parts exceed the whole; 0: they do not
    int withoutFigure = 0; ///< parts left out because the service gave no figure for them
};
/// Every surface with its display name and group; ids that the API reference does not know are verbatim and
/// say so. `whole` is the authoritative total; none: it is not known what is left.
Shares surfaceShares(app::models::Measure measure, std::optional<double> whole,
    const std::vector<app::store::SurfaceDay>& days);
/// Every model with its speed.
Shares modelShares(
    app::models::Measure measure, std::optional<double> whole, const std::vector<app::store::ModelDay>& days);

/// Adds `value` to `sum`; null stays null until a value comes.
void addTotals(app::store::PartTotals& sum, const app::store::PartTotals& value);

} // namespace ui::pages
