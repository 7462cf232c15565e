// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/RecordRows.h"

#include "exporting/TableSource.h"
#include "store/CompletenessQueries.h"
#include "store/CoverageQueries.h"
#include "store/ReconciliationQueries.h"
#include "store/StorageSummary.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace app::exporting {

namespace {

using core::DayRange;
using core::Result;
using records::DayState;
using Rows = Result<std::vector<Row>>;

std::string stateText(DayState state)
{
    switch (state) {
    case DayState::Missing: return "missing";
    case DayState::NotOffered: return "not_offered";
    case DayState::Provisional: return "provisional";
    case DayState::Final: return "final";
    }
    Q_UNREACHABLE();
}

Cell cellOf(std::optional<double> value)
{
    return value ? Cell(*value) : Cell();
}

Cell cellOf(std::optional<core::Instant> instant)
{
    return instant ? Cell(instantText(*instant)) : Cell();
}

Cell cellOf(std::optional<core::UtcDay> day)
{
    return day ? Cell(day->toIso().toStdString()) : Cell();
}

Cell truth(bool isTrue)
{
    return std::int64_t{isTrue ? 1 : 0};
}

/// All days would be millions: where nothing was ever fetched there is nothing to say.
Result<DayRange> boundedRange(const store::Database& database, DayRange range)
{
    if (range != kAllDays) {
        return range;
    }
    return store::fetchedDays(database);
}

Rows completenessRows(const store::Database& database, DayRange range)
{
    const Result<store::Completeness> known = store::completeness(database, range);
    if (!known) {
        return core::failure(known.error());
    }
    // Bytewise by name, as every table is.
    std::vector<records::Dataset> datasets(records::kDatasets.begin(), records::kDatasets.end());
    std::ranges::sort(datasets, {}, records::datasetName);
    std::vector<Row> rows;
    for (core::UtcDay day = range.first; day <= range.last; ++day) {
        for (const records::Dataset dataset : datasets) {
            const store::CompletenessCell& cell = known->at(dataset, day);
            rows.push_back({day.toIso().toStdString(), records::datasetName(dataset).toStdString(),
                stateText(cell.state), cellOf(cell.firstFetchedAt), cellOf(cell.fetchedAt),
                cell.fetchedAt ? Cell(cell.rows) : Cell(), truth(cell.restated), truth(cell.withdrawn)});
        }
    }
    return rows;
}

Rows restatementRows(const store::Database& database, DayRange range)
{
    const auto found = store::restatements(database, std::numeric_limits<int>::max());
    if (!found) {
        return core::failure(found.error());
    }
    std::vector<Row> rows;
    for (const store::Restatement& one : *found) {
        if (range.contains(one.day)) {
            rows.push_back({instantText(one.at), one.day.toIso().toStdString(),
                records::datasetName(one.dataset).toStdString(),
                std::string(one.withdrawn ? "withdrawn" : "restated"), one.measure.toStdString(), one.before,
                one.after, one.after - one.before});
        }
    }
    // The oldest first; what was logged in one moment by day, dataset and figure.
    std::ranges::stable_sort(rows, [](const Row& left, const Row& right) {
        return std::lexicographical_compare(left.begin(), left.begin() + 5, right.begin(), right.begin() + 5);
    });
    return rows;
}

Rows reconciliationRows(const store::Database& database, DayRange range)
{
    const auto days = store::reconciliationByDay(database, range);
    if (!days) {
        return core::failure(days.error());
    }
    std::vector<Row> rows;
    for (const store::ReconciledDay& day : *days) {
        Row row{day.day.toIso().toStdString(), stateText(day.workspaceState), stateText(day.engineersState)};
        for (const store::ReconciledFigures& figures : day.figures) {
            for (const std::optional<double> side :
                {figures.workspace, figures.engineers, figures.unattributed, figures.difference()}) {
                row.push_back(cellOf(side));
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Rows storageRows(const store::Database& database)
{
    const auto summary = store::storageSummary(database);
    if (!summary) {
        return core::failure(summary.error());
    }
    std::vector<Row> rows;
    for (const store::StoredGroup& group : summary->groups) {
        rows.push_back({store::storedKindName(group.kind).toStdString(), group.rows,
            group.bytes ? Cell(*group.bytes) : Cell(), cellOf(group.oldest), cellOf(group.newest)});
    }
    const auto wholeFile = [&rows](const char* name, std::int64_t bytes) {
        rows.push_back({std::string(name), Cell(), bytes, Cell(), Cell()});
    };
    wholeFile("file_cache_db", summary->fileBytes);
    wholeFile("file_free_pages", summary->freeBytes);
    wholeFile("file_write_ahead_log", summary->logBytes);
    std::ranges::sort(rows, {}, [](const Row& row) { return std::get<std::string>(row.front()); });
    return rows;
}

} // namespace

Rows recordRows(const store::Database& database, Table table, DayRange range, const std::stop_token& stop)
{
    if (stop.stop_requested()) {
        return core::failure(core::ErrorKind::Cancelled, QString());
    }
    const Result<DayRange> days = boundedRange(database, range);
    if (!days) {
        return core::failure(days.error());
    }
    switch (table) {
    case Table::Completeness: return completenessRows(database, *days);
    case Table::Restatements: return restatementRows(database, range);
    case Table::Reconciliation: return reconciliationRows(database, *days);
    case Table::Storage: return storageRows(database);
    default: break;
    }
    Q_UNREACHABLE();
}

std::string instantText(core::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODateWithMs)
        .toStdString();
}

} // namespace app::exporting
