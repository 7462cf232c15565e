// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QString>

#include <memory>

namespace SQLite {
class Database;
}

namespace app::store {

/// One SQLite connection, used by one thread at a time. Opening for writing creates or migrates the schema;
/// opening for reading never changes the file. Sets WAL, busy time-out and foreign keys per connection.
/// Errors: StoreTooNew (left untouched), StoreDamaged (no database of ours), StoreFull, StoreFailed.
class Database
{
public:
    enum class Access { ReadWrite, ReadOnly };
    static core::Result<std::unique_ptr<Database>> open(const QString& file, Access access);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// For store/ and for the exports, which stream whole tables. Throws SQLite::Exception; guarded() turns
    /// that into an Error.
    [[nodiscard]] SQLite::Database& connection() const { return *m_connection; }

private:
    explicit Database(std::unique_ptr<SQLite::Database> connection);
    std::unique_ptr<SQLite::Database> m_connection;
};

} // namespace app::store
