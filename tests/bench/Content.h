// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace bench {

/// Every row of every table of a cache, but for what differs without meaning anything (the salt) and what
/// only the product keeps (when a day was fetched, and its digest). Throws SQLite::Exception.
QByteArray contentOf(const QString& cacheFile);

} // namespace bench
