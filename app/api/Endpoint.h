// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/Boundary.h"
#include "core/DayRange.h"
#include "core/WorkspaceId.h"
#include "records/Dataset.h"

#include <QByteArray>
#include <QUrl>

namespace app::api {

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

/// One page of one window.
struct PageRequest
{
    records::Dataset dataset = records::Dataset::UsagePerEngineer;
    core::DayRange days; ///< sent as UTC midnights, the end exclusive
    int limit = 30'000; ///< rows a page, 1 to 30 000
    QByteArray cursor; ///< empty for the first page
};

/// Always one of those that isAllowed() lets pass.
QUrl pageUrl(const BaseUrl& base, const core::WorkspaceId& workspace, const PageRequest& request);

} // namespace app::api
