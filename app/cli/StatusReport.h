// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/WorkspaceId.h"
#include "records/Coverage.h"
#include "store/Database.h"
#include "store/SyncState.h"
#include "store/UsageQueries.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace app::cli {

/// What `status` tells, read from the cache alone.
struct StatusReport
{
    Q_DECLARE_TR_FUNCTIONS(app::cli::StatusReport)

public:
    store::SyncState sync;
    core::UtcDay today;
    /// goal_from … today; empty as long as nothing was ever asked for.
    records::Coverage coverage;
    store::StoreCounts counts;

    static core::Result<StatusReport> load(const store::Database& database, core::UtcDay today);

    [[nodiscard]] QJsonObject toJson(const core::WorkspaceId& workspace, const QJsonObject& key) const;
    [[nodiscard]] QString toText(const core::WorkspaceId& workspace, const QJsonObject& key) const;
};

} // namespace app::cli
