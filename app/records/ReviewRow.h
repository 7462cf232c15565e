// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/UsageRow.h"

namespace app::records {

/// One row of `code_reviews`: what Codex wrote on one UTC day. A workspace row by contract; should an
/// identity ever arrive it is kept, and nothing promises it.
struct ReviewRow
{
    core::UtcDay day;
    Identity identity;
    std::int64_t pullRequestReviews = 0;
    std::int64_t comments = 0;
    std::optional<std::int64_t> p0; ///< null when the answer has no comment_details
    std::optional<std::int64_t> p1;
    std::optional<std::int64_t> p2;
    std::uint64_t bytesHash = 0; ///< see UsageRow::bytesHash
};

} // namespace app::records
