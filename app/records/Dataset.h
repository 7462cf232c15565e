// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstddef>

namespace app::records {

/// What is stored per UTC day. The two usage datasets come from the same endpoint, with and without
/// `group=workspace`; the review datasets count the whole workspace. The numbers are stored: never renumber.
enum class Dataset {
    UsagePerEngineer = 0,
    UsageWorkspace = 1,
    CodeReviews = 2,
    CodeReviewResponses = 3,
};

inline constexpr std::array kDatasets{
    Dataset::UsagePerEngineer, Dataset::UsageWorkspace, Dataset::CodeReviews, Dataset::CodeReviewResponses};

constexpr std::size_t indexOf(Dataset dataset)
{
    return static_cast<std::size_t>(dataset);
}

/// Stable names for logs, JSON and file columns: usage, workspace_usage, code_reviews, code_review_responses.
QString datasetName(Dataset dataset);

} // namespace app::records
