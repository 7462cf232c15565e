// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Result.h"
#include "exporting/Table.h"
#include "store/Database.h"

#include <functional>
#include <stop_token>

namespace app::exporting {

/// Every day that a UTC day can be written as (years 1970 to 9999): no limit.
inline constexpr core::DayRange kAllDays{core::UtcDay::fromNumber(0), core::UtcDay::fromNumber(2'932'896)};

/// Streams the rows of one table from the cache, as one consistent snapshot, sorted bytewise by the table's
/// key columns with null first. Never holds more than one row of the people's tables,
/// however long the range is.
///
/// The range selects rows by day: the day of a usage or review row, the UTC day on which a request was made,
/// and for engineers the days with rows (an engineer without a row inside the range is left out, and first
/// and last day are those inside the range). Completeness and reconciliation have a row for every day of the
/// range, also for one that is missing; of all days they are those from the first to the last that was ever
/// fetched. Restatements are selected by the day that changed; the storage summary is of everything, whatever
/// the range. With pseudonyms every user id becomes its pseudonym (see
/// Pseudonyms) and every e-mail address null; rows are then sorted by the pseudonym, so that their order
/// tells nothing about the ids.
///
/// Borrows the connection and uses it in the calling thread.
class TableSource
{
public:
    enum class Names { AsStored, Pseudonyms };
    using Visitor = std::function<core::Result<void>(const Row&)>;

    TableSource(const store::Database& database, Table table, core::DayRange range, Names names);

    [[nodiscard]] const std::vector<std::string>& columns() const { return columnNames(m_table); }

    /// Calls `visit` once per row and returns how many there were. Ends early with the visitor's failure, or
    /// with Cancelled soon after a stop was requested.
    core::Result<std::int64_t> forEachRow(const Visitor& visit, const std::stop_token& stop) const;

private:
    const store::Database& m_database;
    Table m_table;
    core::DayRange m_range;
    Names m_names;
};

} // namespace app::exporting
