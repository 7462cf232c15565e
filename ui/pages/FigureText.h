// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DaySeries.h"

#include <QString>

namespace ui::pages {

/// "Credits per turn 3.40": a ratio of two sums; empty when a sum has no value or the denominator is zero.
QString ratioText(const QString& pattern, std::optional<double> numerator, std::optional<double> denominator);

/// What is left out of a sum because the service gave no figure for some stored days; empty when nothing is.
QString withoutFigureText(const app::models::DaySum& sum);

/// "USD 12.50 were billed apart and are not part of this.": in a workspace that is billed in both units.
QString billedApartText(app::models::CostUnit unit, const app::models::DaySeries& usd);

} // namespace ui::pages
