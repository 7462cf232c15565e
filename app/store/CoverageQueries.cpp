// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/CoverageQueries.h"

#include "store/DayStates.h"
#include "store/Sql.h"

#include <algorithm>

namespace app::store {

core::Result<records::Coverage> coverage(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<records::Coverage> {
        records::Coverage coverage;
        coverage.range = range;
        for (auto& days : coverage.perDataset) {
            days.assign(static_cast<std::size_t>(range.length()), records::DayState::Missing);
        }
        SQLite::Statement select(database.connection(),
            "SELECT dataset, day, fetched_at, not_offered FROM coverage WHERE dataset = ? AND day BETWEEN ? "
            "AND ?");
        for (const records::Dataset dataset : records::kDatasets) {
            sql::start(select, static_cast<std::int64_t>(dataset), range.first, range.last);
            while (select.executeStep()) {
                sql::RowReader row(select, 1);
                const core::UtcDay day = row.day();
                const core::Instant fetchedAt = row.instant();
                const bool notOffered = row.flag();
                coverage.perDataset[records::indexOf(dataset)][static_cast<std::size_t>(day - range.first)]
                    = dayState(day, fetchedAt, notOffered);
            }
        }
        return coverage;
    });
}

core::Result<core::DayRange> markNotOffered(
    Database& database, core::DayRange lookBack, core::Instant firstFetchedSince)
{
    return guarded(database, [&]() -> core::Result<core::DayRange> {
        SQLite::Transaction transaction(database.connection(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement firstServed(database.connection(),
            "SELECT min(day) FROM coverage WHERE day BETWEEN ? AND ? AND row_count > 0");
        sql::start(firstServed, lookBack.first, lookBack.last);
        std::optional<core::UtcDay> first;
        if (firstServed.executeStep()) {
            first = sql::RowReader(firstServed).optionalDay();
        }
        firstServed.reset();
        if (!first) {
            return core::DayRange{};
        }

        SQLite::Statement mark(database.connection(),
            "UPDATE coverage SET not_offered = 1"
            " WHERE day BETWEEN ? AND ? AND not_offered = 0 AND first_fetched_at >= ? RETURNING day");
        sql::start(mark, lookBack.first, *first - 1, firstFetchedSince);
        core::DayRange changed;
        while (mark.executeStep()) {
            const core::UtcDay day = sql::RowReader(mark).day();
            changed = changed.united({day, day});
        }
        mark.reset();
        transaction.commit();
        return changed;
    });
}

core::Result<std::vector<Restatement>> restatements(const Database& database, int most)
{
    return guarded(database, [&]() -> core::Result<std::vector<Restatement>> {
        SQLite::Statement select(database.connection(),
            "SELECT at, dataset, day, withdrawn, measure, value_before, value_after"
            " FROM restatement ORDER BY at DESC, id DESC LIMIT ?");
        sql::start(select, std::int64_t{std::max(0, most)});
        std::vector<Restatement> found;
        while (select.executeStep()) {
            sql::RowReader row(select);
            Restatement restatement;
            restatement.at = row.instant();
            restatement.dataset = static_cast<records::Dataset>(row.integer());
            restatement.day = row.day();
            restatement.withdrawn = row.flag();
            restatement.measure = QString::fromStdString(row.text());
            restatement.before = row.real();
            restatement.after = row.real();
            found.push_back(std::move(restatement));
        }
        return found;
    });
}

} // namespace app::store
