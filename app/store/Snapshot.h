// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

namespace app::store {

/// Several statements that must see the same state of the cache. A savepoint, because it also works inside a
/// transaction of the writer.
class Snapshot
{
public:
    explicit Snapshot(SQLite::Database& connection)
        : m_connection(connection)
    {
        m_connection.exec("SAVEPOINT snapshot");
    }
    ~Snapshot() { m_connection.tryExec("RELEASE snapshot"); }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    SQLite::Database& m_connection;
};

} // namespace app::store
