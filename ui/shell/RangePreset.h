// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"

namespace ui::shell {

/// The choices of the top bar. The presets end yesterday (UTC), because today is never complete.
enum class RangePreset { Days7, Days30, Days90, Custom };

/// The days of a preset on the UTC day `today`; empty for Custom, whose days the person chooses.
app::core::DayRange presetDays(RangePreset preset, app::core::UtcDay today);

} // namespace ui::shell
