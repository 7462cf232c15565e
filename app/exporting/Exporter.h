// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/TableSource.h"

namespace app::exporting {

enum class Format { Csv, Json };

/// One export as the person asked for it.
struct ExportRequest
{
    Table table = Table::Usage;
    Format format = Format::Csv;
    core::DayRange range = kAllDays;
    TableSource::Names names = TableSource::Names::AsStored;
    QString file;
    bool replace = false; ///< --force
    std::function<bool(const Row&)> keep{}; ///< which rows are written; none: all
};

/// Writes the table into the file, whole or not at all (see AtomicFile), and returns the number of rows.
/// Blocks for as long as it takes, so call it off the main thread; `stop` ends it with Cancelled.
core::Result<std::int64_t> exportTable(
    const store::Database& database, const ExportRequest& request, const std::stop_token& stop);

/// Rows that the caller made, with columns of its own; else as exportTable().
core::Result<std::int64_t> exportRows(const std::vector<std::string>& columns, const std::vector<Row>& rows,
    Format format, const QString& file, bool replace);

} // namespace app::exporting
