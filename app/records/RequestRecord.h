// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Error.h"
#include "records/Dataset.h"

#include <cstdint>
#include <optional>

namespace app::records {

/// One line of the request ledger: a request that was sent, whatever came of it. Holds no key, no identity
/// and no text of the answer.
struct RequestRecord
{
    core::Instant at{};
    Dataset dataset = Dataset::UsagePerEngineer; ///< names endpoint and group
    core::DayRange days; ///< the window asked for
    int attempt = 1; ///< 1 = first try
    int status = 0; ///< HTTP status; 0 = no answer
    std::int64_t bytes = 0; ///< body bytes after decompression
    std::optional<std::int64_t> rows; ///< only of an accepted page
    std::int64_t milliseconds = 0;
    std::optional<core::ErrorKind> error;
};

} // namespace app::records
