// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "models/Granularity.h"

#include <vector>

namespace ui::charts {

/// The days (as offsets into the range) that may carry a label on the time axis: up to 10 days all of them;
/// up to 62 days the first and every Monday; beyond that the first Monday of each month. Labels without room
/// are left out when they are painted.
std::vector<int> labelledDays(app::core::DayRange range);

/// The same for ISO weeks, as offsets into the weeks of the range; their labels are first days. Up to 10
/// weeks all of them, else the first week that begins in a month.
std::vector<int> labelledWeeks(app::core::DayRange range);

/// One of the two.
std::vector<int> labelledPoints(app::core::DayRange range, app::models::Granularity granularity);

} // namespace ui::charts
