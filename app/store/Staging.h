// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Dataset.h"
#include "records/ReviewResponseRow.h"
#include "records/ReviewRow.h"
#include "records/UsageRow.h"
#include "store/Arrivals.h"
#include "store/Sql.h"

#include <vector>

/// The staging tables, where the pages of a window wait for its last page. Each dataset has its own. All
/// throw, and all but the reading ones want a transaction around them.
namespace app::store::staging {

void clear(SQLite::Database& connection, records::Dataset dataset);
std::int64_t rowCount(SQLite::Database& connection, records::Dataset dataset);

/// Appends a page; `sequence` counts the rows of the window.
void append(SQLite::Database& connection, records::Dataset dataset,
    const std::vector<records::UsageRow>& rows, int page, std::int64_t& sequence);
void append(SQLite::Database& connection, records::Dataset dataset,
    const std::vector<records::ReviewRow>& rows, int page, std::int64_t& sequence);
void append(SQLite::Database& connection, records::Dataset dataset,
    const std::vector<records::ReviewResponseRow>& rows, int page, std::int64_t& sequence);

/// The rows of one day in the order in which they came.
void read(SQLite::Database& connection, records::Dataset dataset, core::UtcDay day,
    std::vector<Arrived<records::UsageRow>>& rows);
void read(SQLite::Database& connection, records::Dataset dataset, core::UtcDay day,
    std::vector<Arrived<records::ReviewRow>>& rows);
void read(SQLite::Database& connection, records::Dataset dataset, core::UtcDay day,
    std::vector<Arrived<records::ReviewResponseRow>>& rows);

} // namespace app::store::staging
