// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Result.h"
#include "records/ReviewResponseRow.h"
#include "records/ReviewRow.h"
#include "records/UsageRow.h"
#include "store/Database.h"

#include <functional>

namespace app::store {

/// Every stored row of a range, one after the other without holding them all; for exports. Sorted bytewise by
/// the key columns of the export (day, user id, client or model and speed), null first. The visitor returns
/// false to stop. Identities carry the last known e-mail and actor type; Unattributed (and review rows, which
/// belong to the whole workspace) have none. Numbers come back as the API sent them, null as null.
template <typename Row> using RowVisitor = std::function<bool(const Row&)>;

struct ClientRow
{
    core::UtcDay day;
    std::optional<std::string> userId;
    records::ClientUsage usage;
};

struct ModelRow
{
    core::UtcDay day;
    std::optional<std::string> userId;
    records::ModelUsage usage;
};

struct EngineerRow
{
    std::optional<std::string> userId; ///< null = Unattributed
    std::optional<std::string> email;
    std::optional<std::string> actorType;
    std::optional<core::UtcDay> firstDay; ///< first and last day with a usage row
    std::optional<core::UtcDay> lastDay;
};

/// Without clients and models; those are visitClientRows() and visitModelRows().
core::Result<void> visitUsageRows(
    const Database& database, core::DayRange range, const RowVisitor<records::UsageRow>& visit);
core::Result<void> visitClientRows(
    const Database& database, core::DayRange range, const RowVisitor<ClientRow>& visit);
core::Result<void> visitModelRows(
    const Database& database, core::DayRange range, const RowVisitor<ModelRow>& visit);
/// Identities are empty.
core::Result<void> visitWorkspaceRows(
    const Database& database, core::DayRange range, const RowVisitor<records::UsageRow>& visit);
core::Result<void> visitReviewRows(
    const Database& database, core::DayRange range, const RowVisitor<records::ReviewRow>& visit);
core::Result<void> visitReviewResponseRows(
    const Database& database, core::DayRange range, const RowVisitor<records::ReviewResponseRow>& visit);
/// Everybody with at least one stored usage row, whatever the day.
core::Result<void> visitEngineerRows(const Database& database, const RowVisitor<EngineerRow>& visit);

} // namespace app::store
