// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace bench {

/// The same page through QJsonDocument and Qt SQL, as an application without other libraries would do it:
/// into usage_day, usage_client and usage_model of an empty cache (same tables, keys and pragmas, one
/// transaction, one prepared query for each table), without rollups and without coverage. Throws
/// std::runtime_error.
void ingestWithQt(const QByteArray& page, const QString& file);

/// Whether the driver for SQLite is installed (libqt6sql6-sqlite).
bool hasQtSql();

} // namespace bench
