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
};

/// Writes the table into the file, whole or not at all (see AtomicFile), and returns the number of rows.
/// Blocks for as long as it takes, so call it off the main thread; `stop` ends it with Cancelled.
core::Result<std::int64_t> exportTable(
    const store::Database& database, const ExportRequest& request, const std::stop_token& stop);

} // namespace app::exporting
