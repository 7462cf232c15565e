// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/UtcDay.h"
#include "records/Coverage.h"

namespace app::store {

/// A day can still change for this long after its UTC end.
inline constexpr std::chrono::hours kSettlingTime{24};

/// The state of a day that was fetched; a day that never was is Missing.
inline records::DayState dayState(core::UtcDay day, core::Instant fetchedAt, bool notOffered)
{
    if (notOffered) {
        return records::DayState::NotOffered;
    }
    return fetchedAt >= day.end() + kSettlingTime ? records::DayState::Final : records::DayState::Provisional;
}

} // namespace app::store
