// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/UtcDay.h"
#include "store/Database.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

/// What the cache file holds, in groups that a person understands. Every table of the schema belongs to one
/// group, so that nothing is stored that the summary does not count.
namespace app::store {

enum class StoredKind {
    People, ///< user id, e-mail, kind of account, first and last day
    UsageDays, ///< a person's day: threads, turns, costs, tokens, lines
    UsageBySurface,
    UsageByModel,
    WorkspaceDays,
    ReviewDays,
    ResponseDays,
    Sums, ///< made from the rows above, so that charts are quick
    FetchedDays, ///< which day was read when
    Requests,
    Restatements,
    Unfinished, ///< pages of a window that is not whole yet
    Bookkeeping, ///< names of surfaces and models, state of the sync, salt of pseudonyms, the schema itself
};
inline constexpr std::array kStoredKinds{StoredKind::People, StoredKind::UsageDays,
    StoredKind::UsageBySurface, StoredKind::UsageByModel, StoredKind::WorkspaceDays, StoredKind::ReviewDays,
    StoredKind::ResponseDays, StoredKind::Sums, StoredKind::FetchedDays, StoredKind::Requests,
    StoredKind::Restatements, StoredKind::Unfinished, StoredKind::Bookkeeping};

/// The stable name of a kind in exported files: people, usage_days, usage_by_surface …
QString storedKindName(StoredKind kind);

struct StoredGroup
{
    StoredKind kind = StoredKind::People;
    std::int64_t rows = 0;
    std::optional<std::int64_t> bytes; ///< pages of tables and indexes; none where SQLite cannot say
    std::optional<core::UtcDay> oldest; ///< the days that its rows are about; none without rows or days
    std::optional<core::UtcDay> newest;
};

struct StorageSummary
{
    std::vector<StoredGroup> groups; ///< all kinds, in their order
    std::int64_t fileBytes = 0; ///< cache.db
    std::int64_t logBytes = 0; ///< its write-ahead log and index, which SQLite keeps beside it
    std::int64_t freeBytes = 0; ///< inside cache.db: pages that wait to be used again

    [[nodiscard]] const StoredGroup& of(StoredKind kind) const
    {
        return groups.at(static_cast<std::size_t>(kind));
    }
    /// The first and the last day that any row of figures is about.
    [[nodiscard]] std::optional<core::UtcDay> oldest() const;
    [[nodiscard]] std::optional<core::UtcDay> newest() const;
};

/// Walks every page of the file: call it seldom, and never in the main thread.
core::Result<StorageSummary> storageSummary(const Database& database);

} // namespace app::store
