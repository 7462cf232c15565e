// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/RangePreset.h"

namespace ui::shell {

app::core::DayRange presetDays(RangePreset preset, app::core::UtcDay today)
{
    using app::core::DayRange;
    const app::core::UtcDay yesterday = today - 1;
    switch (preset) {
    case RangePreset::Days7: return DayRange::endingAt(yesterday, 7);
    case RangePreset::Days30: return DayRange::endingAt(yesterday, 30);
    case RangePreset::Days90: return DayRange::endingAt(yesterday, 90);
    case RangePreset::Custom: return {};
    }
    return {};
}

} // namespace ui::shell
