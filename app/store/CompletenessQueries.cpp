// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/CompletenessQueries.h"

#include "store/DayStates.h"
#include "store/Snapshot.h"
#include "store/Sql.h"

namespace app::store {

core::Result<Completeness> completeness(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<Completeness> {
        const Snapshot snapshot(database.connection());
        Completeness known;
        known.range = range;
        for (auto& days : known.perDataset) {
            days.resize(static_cast<std::size_t>(range.length()));
        }
        const auto cellOf = [&known](records::Dataset dataset, core::UtcDay day) -> CompletenessCell& {
            return known.perDataset.at(records::indexOf(dataset))
                .at(static_cast<std::size_t>(day - known.range.first));
        };
        SQLite::Statement covered(database.connection(),
            "SELECT day, fetched_at, first_fetched_at, row_count, not_offered, withdrawn FROM coverage"
            " WHERE dataset = ? AND day BETWEEN ? AND ?");
        for (const records::Dataset dataset : records::kDatasets) {
            sql::start(covered, static_cast<std::int64_t>(dataset), range.first, range.last);
            while (covered.executeStep()) {
                sql::RowReader row(covered);
                const core::UtcDay day = row.day();
                CompletenessCell& cell = cellOf(dataset, day);
                cell.fetchedAt = row.instant();
                cell.firstFetchedAt = row.instant();
                cell.rows = row.integer();
                cell.state = dayState(day, *cell.fetchedAt, row.flag());
                cell.withdrawn = row.flag();
            }
        }
        SQLite::Statement changed(database.connection(),
            "SELECT DISTINCT dataset, day FROM restatement WHERE withdrawn = 0 AND day BETWEEN ? AND ?");
        sql::start(changed, range.first, range.last);
        while (changed.executeStep()) {
            sql::RowReader row(changed);
            const auto dataset = static_cast<records::Dataset>(row.integer());
            cellOf(dataset, row.day()).restated = true;
        }
        return known;
    });
}

core::Result<core::DayRange> fetchedDays(const Database& database)
{
    return guarded(database, [&]() -> core::Result<core::DayRange> {
        SQLite::Statement select(database.connection(), "SELECT min(day), max(day) FROM coverage");
        select.executeStep();
        sql::RowReader row(select);
        const auto first = row.optionalDay();
        const auto last = row.optionalDay();
        return first && last ? core::DayRange{*first, *last} : core::DayRange{};
    });
}

core::Result<std::int64_t> restatementCount(const Database& database)
{
    return guarded(database, [&]() -> core::Result<std::int64_t> {
        return database.connection().execAndGet("SELECT count(*) FROM restatement").getInt64();
    });
}

} // namespace app::store
