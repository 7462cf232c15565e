// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/BaseUrl.h"
#include "core/DayRange.h"
#include "core/WorkspaceId.h"
#include "records/Dataset.h"

#include <QByteArray>
#include <QUrl>

#include <array>

namespace app::api {

/// Everything this program ever asks for: three routes below
/// `<base>/v1/analytics/codex/workspaces/{workspace_id}/`, with GET only and without following redirects.
/// This file and its .cpp are the whole list.
enum class Endpoint { Usage, CodeReviews, CodeReviewResponses };
inline constexpr std::array kEndpoints{Endpoint::Usage, Endpoint::CodeReviews, Endpoint::CodeReviewResponses};

constexpr Endpoint endpointOf(records::Dataset dataset)
{
    switch (dataset) {
    case records::Dataset::CodeReviews: return Endpoint::CodeReviews;
    case records::Dataset::CodeReviewResponses: return Endpoint::CodeReviewResponses;
    case records::Dataset::UsagePerEngineer:
    case records::Dataset::UsageWorkspace: break;
    }
    return Endpoint::Usage;
}

/// The last path segment: usage, code_reviews, code_review_responses.
QString endpointName(Endpoint endpoint);

/// One page of one window.
struct PageRequest
{
    records::Dataset dataset = records::Dataset::UsagePerEngineer;
    core::DayRange days; ///< sent as UTC midnights, the end exclusive
    int limit = 30'000; ///< rows a page, 1 to 30 000
    QByteArray cursor; ///< empty for the first page
};

QUrl pageUrl(const BaseUrl& base, const core::WorkspaceId& workspace, const PageRequest& request);

/// The last check before a request leaves: true only for the three routes of `base`.
bool isAllowed(const BaseUrl& base, const QUrl& url);

} // namespace app::api
