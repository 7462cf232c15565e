// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"

#include <vector>

namespace ui::charts {

/// The days (as offsets into the range) that may carry a label on the time axis: up to 10 days all of them;
/// up to 62 days the first and every Monday; beyond that the first Monday of each month. Labels without room
/// are left out when they are painted.
std::vector<int> labelledDays(app::core::DayRange range);

} // namespace ui::charts
