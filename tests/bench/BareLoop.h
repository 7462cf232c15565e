// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace bench {

/// The least that decoding and storing a page can cost: simdjson On-Demand straight into SQLite's C
/// interface, one prepared statement for each table, one transaction, the pragmas of the product, the same
/// tables, indexes and rollups. The packed sums
/// (people_by_day, blocks) are a format and written by the store's own classes. It trusts the page: no check
/// of a field, no text for an error, no duplicate row, no digest. `page` has 64 bytes of room behind its end.
/// `file` is an empty cache of the current schema. Throws std::runtime_error.
void ingestBare(const QByteArray& page, const QString& file);

} // namespace bench
