// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "records/Dataset.h"

namespace app::records {

QString datasetName(Dataset dataset)
{
    switch (dataset) {
    case Dataset::UsagePerEngineer: return QStringLiteral("usage");
    case Dataset::UsageWorkspace: return QStringLiteral("workspace_usage");
    case Dataset::CodeReviews: return QStringLiteral("code_reviews");
    case Dataset::CodeReviewResponses: return QStringLiteral("code_review_responses");
    }
    Q_UNREACHABLE();
}

} // namespace app::records
