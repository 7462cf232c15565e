// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/StorageSummary.h"

#include "store/Snapshot.h"
#include "store/Sql.h"

#include <QFileInfo>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace app::store {

namespace {

constexpr std::string_view kLedger = "request";

StoredGroup& groupOf(StorageSummary& summary, StoredKind kind)
{
    return summary.groups.at(static_cast<std::size_t>(kind));
}

/// A table that a later schema adds is counted as bookkeeping until it has a place of its own.
StoredKind kindOf(std::string_view table)
{
    static const std::map<std::string_view, StoredKind> kinds{{"engineer", StoredKind::People},
        {"usage_day", StoredKind::UsageDays}, {"usage_client", StoredKind::UsageBySurface},
        {"usage_model", StoredKind::UsageByModel}, {"workspace_day", StoredKind::WorkspaceDays},
        {"review_day", StoredKind::ReviewDays}, {"review_response_day", StoredKind::ResponseDays},
        {"usage_total_by_day", StoredKind::Sums}, {"usage_by_month", StoredKind::Sums},
        {"usage_block", StoredKind::Sums}, {"usage_week_block", StoredKind::Sums},
        {"surface_block", StoredKind::Sums}, {"surface_week_block", StoredKind::Sums},
        {"people_by_day", StoredKind::Sums}, {"surface_by_day", StoredKind::Sums},
        {"model_by_day", StoredKind::Sums}, {"token_by_day", StoredKind::Sums},
        {"coverage", StoredKind::FetchedDays}, {"request", StoredKind::Requests},
        {"restatement", StoredKind::Restatements}};
    if (table.starts_with("staging_")) {
        return StoredKind::Unfinished;
    }
    const auto found = kinds.find(table);
    return found == kinds.end() ? StoredKind::Bookkeeping : found->second;
}

/// Unattributed has a place among the engineers and is nobody.
std::string rowsOf(const std::string& table)
{
    const char* condition = table == "engineer" ? " WHERE id <> 0 AND first_day IS NOT NULL" : "";
    return " FROM \"" + table + '"' + condition;
}

/// What the rows of a table are about begins and ends with these columns; none for tables without days.
std::optional<std::pair<std::string, std::string>> dayColumnsOf(const std::string& table)
{
    if (table == kLedger) {
        return std::pair{"at", "at"};
    }
    if (table == "engineer") {
        return std::pair{"first_day", "last_day"};
    }
    const bool isByPeriod = table == "usage_by_month" || table.ends_with("_week_block");
    if (kindOf(table) == StoredKind::Bookkeeping || isByPeriod) {
        return std::nullopt;
    }
    return std::pair{"day", "day"};
}

/// The ledger has moments instead of days.
std::optional<core::UtcDay> dayOf(const std::string& table, std::optional<std::int64_t> value)
{
    if (!value) {
        return std::nullopt;
    }
    return table == kLedger ? core::UtcDay::of(core::Instant(std::chrono::milliseconds(*value)))
                            : core::UtcDay::fromNumber(static_cast<std::int32_t>(*value));
}

/// How many rows a table has. The largest ones are counted day by day where their sums are: to count them
/// again took half of the time.
std::string countOf(const std::string& table)
{
    static const std::map<std::string_view, std::string> counted{{"usage_day", "usage_total_by_day"},
        {"usage_client", "surface_by_day"}, {"usage_model", "model_by_day"}};
    const auto found = counted.find(table);
    return found == counted.end() ? "SELECT count(*)" + rowsOf(table)
                                  : "SELECT ifnull(sum(row_count), 0) FROM " + found->second;
}

void countRows(SQLite::Database& connection, const std::string& table, StoredGroup& group)
{
    // One question for each value: then the ends are steps down the tree and not a walk over all rows.
    const std::string rows = rowsOf(table);
    const auto days = dayColumnsOf(table);
    SQLite::Statement select(connection,
        "SELECT (" + countOf(table) + "), "
            + (days ? "(SELECT min(" + days->first + ")" + rows + "), (SELECT max(" + days->second + ")"
                        + rows + ")"
                    : std::string("NULL, NULL")));
    select.executeStep();
    sql::RowReader row(select);
    group.rows += row.integer();
    const auto first = dayOf(table, row.optionalInteger());
    const auto last = dayOf(table, row.optionalInteger());
    if (first && last) {
        group.oldest = std::min(group.oldest.value_or(*first), *first);
        group.newest = std::max(group.newest.value_or(*last), *last);
    }
}

/// Pages that say where each other page belongs, so that compactStep() can move it. They are in no b-tree.
/// SQLite file format, "Pointer Map or Ptrmap Pages": one in front of every usable size / 5 pages, from page
/// 2 on.
std::int64_t pointerMapPages(SQLite::Database& connection, std::int64_t pageSize)
{
    if (connection.execAndGet("PRAGMA auto_vacuum").getInt() == 0) {
        return 0;
    }
    const std::int64_t pages = connection.execAndGet("PRAGMA page_count").getInt64();
    const std::int64_t mapped = pageSize / 5;
    return (pages - 1 + mapped) / (mapped + 1);
}

/// Bytes per b-tree need the dbstat table, with which SQLite may have been built or not.
void measure(
    SQLite::Database& connection, const std::map<std::string, std::string>& tableOf, StorageSummary& summary)
{
    if (connection.execAndGet("SELECT count(*) FROM pragma_module_list WHERE name = 'dbstat'").getInt()
        == 0) {
        return;
    }
    for (StoredGroup& group : summary.groups) {
        group.bytes = 0;
    }
    SQLite::Statement select(connection, "SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE");
    while (select.executeStep()) {
        sql::RowReader row(select);
        const auto table = tableOf.find(row.text());
        StoredGroup& group
            = groupOf(summary, table == tableOf.end() ? StoredKind::Bookkeeping : kindOf(table->second));
        group.bytes = *group.bytes + row.integer();
    }
}

} // namespace

QString storedKindName(StoredKind kind)
{
    switch (kind) {
    case StoredKind::People: return QStringLiteral("people");
    case StoredKind::UsageDays: return QStringLiteral("usage_days");
    case StoredKind::UsageBySurface: return QStringLiteral("usage_by_surface");
    case StoredKind::UsageByModel: return QStringLiteral("usage_by_model");
    case StoredKind::WorkspaceDays: return QStringLiteral("workspace_days");
    case StoredKind::ReviewDays: return QStringLiteral("review_days");
    case StoredKind::ResponseDays: return QStringLiteral("response_days");
    case StoredKind::Sums: return QStringLiteral("sums");
    case StoredKind::FetchedDays: return QStringLiteral("fetched_days");
    case StoredKind::Requests: return QStringLiteral("requests");
    case StoredKind::Restatements: return QStringLiteral("restatements");
    case StoredKind::Unfinished: return QStringLiteral("unfinished");
    case StoredKind::Bookkeeping: return QStringLiteral("bookkeeping");
    }
    Q_UNREACHABLE();
}

std::optional<core::UtcDay> StorageSummary::oldest() const
{
    std::optional<core::UtcDay> found;
    for (const StoredKind kind : {StoredKind::UsageDays, StoredKind::WorkspaceDays, StoredKind::ReviewDays,
             StoredKind::ResponseDays}) {
        if (const auto day = of(kind).oldest) {
            found = std::min(found.value_or(*day), *day);
        }
    }
    return found;
}

std::optional<core::UtcDay> StorageSummary::newest() const
{
    std::optional<core::UtcDay> found;
    for (const StoredKind kind : {StoredKind::UsageDays, StoredKind::WorkspaceDays, StoredKind::ReviewDays,
             StoredKind::ResponseDays}) {
        if (const auto day = of(kind).newest) {
            found = std::max(found.value_or(*day), *day);
        }
    }
    return found;
}

core::Result<StorageSummary> storageSummary(const Database& database)
{
    return guarded(database, [&]() -> core::Result<StorageSummary> {
        SQLite::Database& connection = database.connection();
        StorageSummary summary;
        for (const StoredKind kind : kStoredKinds) {
            StoredGroup group;
            group.kind = kind;
            summary.groups.push_back(group);
        }
        const Snapshot snapshot(connection);
        std::map<std::string, std::string> tableOf; // of a b-tree: a table, or the table of an index
        std::vector<std::string> tables;
        SQLite::Statement schema(connection, "SELECT name, tbl_name, type FROM sqlite_schema");
        while (schema.executeStep()) {
            sql::RowReader row(schema);
            const std::string name = row.text();
            tableOf.emplace(name, row.text());
            if (row.text() == "table") {
                tables.push_back(name);
            }
        }
        for (const std::string& table : tables) {
            countRows(connection, table, groupOf(summary, kindOf(table)));
        }
        measure(connection, tableOf, summary);
        const std::int64_t pageSize = connection.execAndGet("PRAGMA page_size").getInt64();
        if (std::optional<std::int64_t>& bytes = groupOf(summary, StoredKind::Bookkeeping).bytes) {
            bytes = *bytes + pointerMapPages(connection, pageSize) * pageSize;
        }
        summary.freeBytes = connection.execAndGet("PRAGMA freelist_count").getInt64() * pageSize;
        const QString file = QString::fromStdString(connection.getFilename());
        summary.fileBytes = QFileInfo(file).size();
        for (const char* ending : {"-wal", "-shm"}) {
            summary.logBytes += QFileInfo(file + QLatin1String(ending)).size();
        }
        return summary;
    });
}

} // namespace app::store
