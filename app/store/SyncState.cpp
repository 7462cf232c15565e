// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/SyncState.h"

#include "store/Sql.h"

namespace app::store {

core::Result<SyncState> loadSyncState(const Database& database)
{
    return guarded(database, [&]() -> core::Result<SyncState> {
        SQLite::Statement select(database.connection(),
            "SELECT workspace_id, origin, goal_from, last_sweep_at, page_limit, worked_before, "
            "last_success_at,"
            " next_sync_at, last_sync_at, last_sync_result, last_sync_requests, last_sync_rows, "
            "last_sync_bytes,"
            " last_sync_seconds FROM sync_state");
        if (!select.executeStep()) {
            return core::failure(core::ErrorKind::StoreDamaged, QStringLiteral("the sync state is gone"));
        }
        sql::RowReader row(select);
        SyncState state;
        if (const auto id = row.optionalText()) {
            state.workspace = core::WorkspaceId::parse(QString::fromStdString(*id));
        }
        state.origin = QString::fromStdString(row.text());
        state.goalFrom = row.optionalDay();
        state.lastSweepAt = row.optionalInstant();
        state.pageLimit = static_cast<int>(row.integer());
        state.workedBefore = row.flag();
        state.lastSuccessAt = row.optionalInstant();
        state.nextSyncAt = row.optionalInstant();
        if (const auto at = row.optionalInstant()) {
            LastSync last;
            last.at = *at;
            last.result = QString::fromStdString(row.text());
            last.requests = row.integer();
            last.rows = row.integer();
            last.bytes = row.integer();
            last.seconds = row.real();
            state.lastSync = last;
        }
        return state;
    });
}

core::Result<void> saveSyncState(Database& database, const SyncState& state)
{
    return guarded(database, [&]() -> core::Result<void> {
        SQLite::Statement update(database.connection(),
            "UPDATE sync_state SET workspace_id = ?, origin = ?, goal_from = ?, last_sweep_at = ?, "
            "page_limit = ?,"
            " worked_before = ?, last_success_at = ?, next_sync_at = ?, last_sync_at = ?, last_sync_result = "
            "?,"
            " last_sync_requests = ?, last_sync_rows = ?, last_sync_bytes = ?, last_sync_seconds = ?");
        // What is not bound is null.
        int index = 0;
        sql::bindNext(update, index,
            state.workspace ? std::optional(state.workspace->toString().toStdString()) : std::nullopt);
        sql::bindNext(update, index, state.origin.toStdString());
        sql::bindNext(update, index, state.goalFrom);
        sql::bindNext(update, index, state.lastSweepAt);
        sql::bindNext(update, index, std::int64_t{state.pageLimit});
        sql::bindNext(update, index, std::int64_t{state.workedBefore ? 1 : 0});
        sql::bindNext(update, index, state.lastSuccessAt);
        sql::bindNext(update, index, state.nextSyncAt);
        if (const auto& last = state.lastSync) {
            sql::bindNext(update, index, last->at);
            sql::bindNext(update, index, last->result.toStdString());
            sql::bindNext(update, index, last->requests);
            sql::bindNext(update, index, last->rows);
            sql::bindNext(update, index, last->bytes);
            sql::bindNext(update, index, last->seconds);
        }
        update.exec();
        return {};
    });
}

core::Result<QByteArray> storeSalt(const Database& database)
{
    return guarded(database, [&]() -> core::Result<QByteArray> {
        SQLite::Statement select(database.connection(), "SELECT salt FROM store_info");
        if (!select.executeStep()) {
            return core::failure(core::ErrorKind::StoreDamaged, QStringLiteral("the salt is gone"));
        }
        return QByteArray::fromStdString(sql::RowReader(select).text());
    });
}

} // namespace app::store
