// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/LedgerQueries.h"

#include "store/RequestRows.h"

#include <algorithm>

namespace app::store {

namespace {

std::string conditionOf(const LedgerFilter& filter)
{
    std::string condition;
    if (filter.dataset) {
        condition += " AND dataset = " + std::to_string(static_cast<int>(*filter.dataset));
    }
    if (filter.onlyFailures) {
        condition += " AND error IS NOT NULL";
    }
    return condition;
}

std::vector<LedgerEntry> readEntries(SQLite::Statement& select)
{
    std::vector<LedgerEntry> entries;
    while (select.executeStep()) {
        sql::RowReader row(select);
        LedgerEntry entry;
        entry.id = row.integer();
        entry.request = readRequest(row);
        entries.push_back(entry);
    }
    return entries;
}

} // namespace

core::Result<std::vector<LedgerEntry>> requestsBefore(
    const Database& database, const LedgerFilter& filter, std::optional<LedgerKey> older, int most)
{
    return guarded(database, [&]() -> core::Result<std::vector<LedgerEntry>> {
        // The index on `at` ends with the id, so that a page is one step down the tree and then a walk.
        SQLite::Statement select(database.connection(),
            "SELECT id, " THREADCOUNT_REQUEST_COLUMNS " FROM request WHERE "
                + std::string(older ? "(at, id) < (?, ?)" : "true") + conditionOf(filter)
                + " ORDER BY at DESC, id DESC LIMIT ?");
        const std::int64_t limit = std::max(0, most);
        if (older) {
            sql::start(select, older->at, older->id, limit);
        } else {
            sql::start(select, limit);
        }
        return readEntries(select);
    });
}

core::Result<std::vector<LedgerEntry>> requestsWrittenAfter(
    const Database& database, const LedgerFilter& filter, std::int64_t id, int most)
{
    return guarded(database, [&]() -> core::Result<std::vector<LedgerEntry>> {
        SQLite::Statement select(database.connection(),
            "SELECT id, " THREADCOUNT_REQUEST_COLUMNS " FROM request WHERE id > ?" + conditionOf(filter)
                + " ORDER BY at DESC, id DESC LIMIT ?");
        sql::start(select, id, std::int64_t{std::max(0, most)});
        return readEntries(select);
    });
}

core::Result<LedgerSummary> ledgerSummary(const Database& database)
{
    return guarded(database, [&]() -> core::Result<LedgerSummary> {
        LedgerSummary summary;
        SQLite::Statement select(database.connection(),
            "SELECT dataset, count(*), count(error), sum(bytes), min(at), max(at) FROM request GROUP BY "
            "dataset");
        while (select.executeStep()) {
            sql::RowReader row(select);
            const auto dataset = static_cast<std::size_t>(row.integer());
            const std::int64_t requests = row.integer();
            summary.requests += requests;
            if (dataset < summary.perDataset.size()) {
                summary.perDataset.at(dataset) = requests;
            }
            summary.failed += row.integer();
            sql::add(summary.bytes, row.integer());
            const core::Instant first = row.instant();
            const core::Instant last = row.instant();
            summary.oldest = std::min(summary.oldest.value_or(first), first);
            summary.newest = std::max(summary.newest.value_or(last), last);
        }
        return summary;
    });
}

} // namespace app::store
