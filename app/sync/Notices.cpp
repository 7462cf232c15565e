// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/Notices.h"

#include <array>

namespace app::sync {

using namespace std::chrono_literals;

std::optional<ExpiryNotice> expiryNoticeDue(
    core::UtcDay today, std::optional<core::UtcDay> expiresOn, std::optional<int> given)
{
    constexpr std::array kMarks{0, 1, 7, 30}; // the first that is reached is the one to tell
    if (!expiresOn) {
        return std::nullopt;
    }
    const int daysLeft = *expiresOn - today;
    for (const int mark : kMarks) {
        if (daysLeft <= mark) {
            if (given && *given <= mark) {
                return std::nullopt;
            }
            return ExpiryNotice{daysLeft, mark};
        }
    }
    return std::nullopt;
}

bool failureNoticeDue(
    core::Instant now, std::optional<core::Instant> failingSince, std::optional<core::Instant> given)
{
    if (!failingSince || now - *failingSince < 24h) {
        return false;
    }
    return !given || *given > now || now - *given >= 24h;
}

} // namespace app::sync
