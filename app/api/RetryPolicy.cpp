// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/RetryPolicy.h"

#include "api/ReplyClassifier.h"

#include <QRandomGenerator>

#include <algorithm>

namespace app::api {

RetryPolicy::RetryPolicy()
    : random([] { return QRandomGenerator::global()->generateDouble(); })
{
}

std::optional<std::chrono::milliseconds> RetryPolicy::delayAfter(int attempt, const core::Error& error) const
{
    if (!isRetried(error.kind) || attempt >= tries) {
        return std::nullopt;
    }
    if (error.retryAfter && *error.retryAfter > longestWait) {
        return std::nullopt;
    }
    std::chrono::milliseconds ceiling = std::min(firstDelay, delayCap);
    for (int doubled = 1; doubled < attempt && ceiling < delayCap; ++doubled) {
        ceiling = std::min(ceiling * 2, delayCap);
    }
    const double share = std::clamp(random(), 0.0, 1.0);
    const std::chrono::milliseconds jittered(
        static_cast<qint64>(static_cast<double>(ceiling.count()) * share));
    // The service's own wish is the lower bound; our jitter only ever adds to it.
    return error.retryAfter ? std::max<std::chrono::milliseconds>(*error.retryAfter, jittered) : jittered;
}

} // namespace app::api
