// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Compaction.h"

#include "store/Guarded.h"

#include <sqlite3.h>

#include <string>

namespace app::store {

namespace {

constexpr std::int64_t kLeastFreeBytes = 50LL * 1024 * 1024;
constexpr int kPagesOfAStep = 1'000;
constexpr int kIncremental = 2; ///< PRAGMA auto_vacuum

std::int64_t pragma(SQLite::Database& connection, const char* name)
{
    return connection.execAndGet(std::string("PRAGMA ") + name).getInt64();
}

} // namespace

core::Result<bool> isCompactionDue(const Database& database)
{
    return guarded(database, [&]() -> core::Result<bool> {
        SQLite::Database& connection = database.connection();
        const std::int64_t free = pragma(connection, "freelist_count");
        return pragma(connection, "auto_vacuum") == kIncremental
            && 4 * free > pragma(connection, "page_count")
            && free * pragma(connection, "page_size") > kLeastFreeBytes;
    });
}

core::Result<bool> compactStep(Database& database)
{
    return guarded(database, [&]() -> core::Result<bool> {
        SQLite::Database& connection = database.connection();
        const std::int64_t before = pragma(connection, "freelist_count");
        connection.exec("PRAGMA incremental_vacuum(" + std::to_string(kPagesOfAStep) + ")");
        const std::int64_t after = pragma(connection, "freelist_count");
        return after > 0 && after < before;
    });
}

core::Result<void> emptyLog(Database& database)
{
    return guarded(database, [&]() -> core::Result<void> {
        SQLite::Database& connection = database.connection();
        const int patience = static_cast<int>(pragma(connection, "busy_timeout"));
        connection.setBusyTimeout(0);
        // Busy is an answer here and no error.
        const int result = sqlite3_wal_checkpoint_v2(
            connection.getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        connection.setBusyTimeout(patience);
        if (result != SQLITE_OK && result != SQLITE_BUSY) {
            throw SQLite::Exception(connection.getHandle(), result);
        }
        return {};
    });
}

} // namespace app::store
