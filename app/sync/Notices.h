// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/UtcDay.h"

#include <optional>

/// When the person is told something by a notification of the desktop. Pure rules; what was told already is
/// kept by whoever asks (settings::WorkspaceSettings), so that a restart tells nothing twice.
namespace app::sync {

/// The key ends on `expiresOn`: a notice is due 30, 7 and 1 days before and on the day itself, each once.
struct ExpiryNotice
{
    int daysLeft = 0; ///< what to say; below 0 the day has passed
    int mark = 0; ///< what to remember as given: 30, 7, 1 or 0
};
/// `given` is the smallest mark that was told. Whoever was away on one of the days is told on the next
/// occasion, once, and never of an older mark.
std::optional<ExpiryNotice> expiryNoticeDue(
    core::UtcDay today, std::optional<core::UtcDay> expiresOn, std::optional<int> given);

/// Syncs have failed since `failingSince`: a notice is due after 24 hours, and again after a further 24 hours
/// for as long as they do. `given` is when it was told last; forget it with the next success. A `given` in
/// the future (a clock was wrong) counts as never.
bool failureNoticeDue(
    core::Instant now, std::optional<core::Instant> failingSince, std::optional<core::Instant> given);

} // namespace app::sync
