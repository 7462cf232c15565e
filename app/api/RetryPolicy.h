// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/Transport.h"
#include "core/Error.h"

#include <chrono>
#include <functional>
#include <optional>

namespace app::api {

/// All waiting times of the sync in one place, injectable so that tests do not wait. Defaults are the
/// product's: 1 s doubling with full jitter, cap 30 s, at most 5 tries a request; Retry-After honoured up to
/// `longestWait`.
struct RetryPolicy
{
    int tries = 5;
    std::chrono::milliseconds firstDelay{1'000};
    std::chrono::milliseconds delayCap{30'000};
    /// A Retry-After above this is not waited for: the sync ends with Throttled and names the time.
    std::chrono::milliseconds longestWait{60'000};
    TransportLimits limits;
    /// Uniform in [0, 1); replace it for reproducible tests.
    std::function<double()> random;

    RetryPolicy();

    /// How long to wait before try `attempt + 1` (attempt counts from 1), or nullopt when the error is not
    /// retried, the tries are used up, or the service asks for more than `longestWait`.
    [[nodiscard]] std::optional<std::chrono::milliseconds> delayAfter(
        int attempt, const core::Error& error) const;
};

} // namespace app::api
