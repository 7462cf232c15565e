// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/UsageRow.h"

namespace app::records {

/// One row of `code_review_responses`: the population is the pull requests *merged* on that day, so the
/// figures must not be divided by those of `code_reviews`. `engaged` … `replied` count comments and overlap.
struct ReviewResponseRow
{
    core::UtcDay day;
    Identity identity;
    std::int64_t pullRequestReviews = 0;
    std::int64_t comments = 0;
    std::int64_t replies = 0;
    std::int64_t reactions = 0;
    std::optional<std::int64_t> upvotes; ///< reaction_details; null when absent
    std::optional<std::int64_t> downvotes;
    std::optional<std::int64_t> otherReactions;
    std::optional<std::int64_t> engaged; ///< comment_response_details; null when absent
    std::optional<std::int64_t> reacted;
    std::optional<std::int64_t> upvoted;
    std::optional<std::int64_t> downvoted;
    std::optional<std::int64_t> reactedOther;
    std::optional<std::int64_t> replied;
    std::uint64_t bytesHash = 0; ///< see UsageRow::bytesHash
};

} // namespace app::records
