// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/Content.h"

#include <QFile>

#include <SQLiteCpp/SQLiteCpp.h>

namespace bench {

QByteArray contentOf(const QString& cacheFile)
{
    QByteArray content;
    const SQLite::Database database(QFile::encodeName(cacheFile).constData());
    SQLite::Statement tables(database,
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT IN ('coverage', 'store_info') ORDER BY name");
    while (tables.executeStep()) {
        content.append(tables.getColumn(1).getText()).append('\n');
        SQLite::Statement rows(
            database, "SELECT * FROM \"" + tables.getColumn(0).getString() + "\" ORDER BY 1, 2");
        while (rows.executeStep()) {
            for (int column = 0; column < rows.getColumnCount(); ++column) {
                const SQLite::Column cell = rows.getColumn(column);
                content.append('|').append(static_cast<const char*>(cell.getBlob()), cell.getBytes());
            }
            content.append('\n');
        }
    }
    return content;
}

} // namespace bench
