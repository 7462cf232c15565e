// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/ReconciliationQueries.h"

#include "store/CoverageQueries.h"
#include "store/Dictionaries.h"
#include "store/Snapshot.h"
#include "store/Sql.h"

namespace app::store {

namespace {

using records::Dataset;
using records::DayState;

bool isStored(DayState state)
{
    return state == DayState::Final || state == DayState::Provisional;
}

using Side = std::optional<double> ReconciledFigures::*;

/// The columns of every statement here behind its day, in the order of the measures.
#define THREADCOUNT_RECONCILED_COLUMNS "threads, turns, credits, total_tokens"

void readSide(sql::RowReader& row, ReconciledDay& day, Side side)
{
    for (ReconciledFigures& figures : day.figures) {
        figures.*side = row.optionalReal();
    }
}

} // namespace

core::Result<std::vector<ReconciledDay>> reconciliationByDay(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<ReconciledDay>> {
        const Snapshot snapshot(database.connection());
        const core::Result<records::Coverage> known = coverage(database, range);
        if (!known) {
            return core::failure(known.error());
        }
        std::vector<ReconciledDay> days(static_cast<std::size_t>(range.length()));
        for (std::size_t index = 0; index < days.size(); ++index) {
            ReconciledDay& day = days[index];
            day.day = range.first + static_cast<int>(index);
            day.workspaceState = known->state(Dataset::UsageWorkspace, day.day);
            day.engineersState = known->state(Dataset::UsagePerEngineer, day.day);
            for (ReconciledFigures& figures : day.figures) {
                if (isStored(day.workspaceState)) {
                    figures.workspace = 0;
                }
                if (isStored(day.engineersState)) {
                    figures.engineers = 0;
                    figures.unattributed = 0;
                }
            }
        }

        SQLite::Statement workspace(database.connection(),
            "SELECT day, " THREADCOUNT_RECONCILED_COLUMNS " FROM workspace_day WHERE day BETWEEN ? AND ?");
        sql::start(workspace, range.first, range.last);
        while (workspace.executeStep()) {
            sql::RowReader row(workspace);
            ReconciledDay& day = days[static_cast<std::size_t>(row.day() - range.first)];
            if (isStored(day.workspaceState)) {
                readSide(row, day, &ReconciledFigures::workspace);
            }
        }

        SQLite::Statement engineers(database.connection(),
            "SELECT day, " THREADCOUNT_RECONCILED_COLUMNS
            ", without_credits, without_total_tokens FROM usage_total_by_day WHERE day BETWEEN ? AND ?");
        sql::start(engineers, range.first, range.last);
        while (engineers.executeStep()) {
            sql::RowReader row(engineers);
            ReconciledDay& day = days[static_cast<std::size_t>(row.day() - range.first)];
            if (isStored(day.engineersState)) {
                readSide(row, day, &ReconciledFigures::engineers);
                day.figures.at(static_cast<std::size_t>(ReconciledMeasure::Credits)).rowsWithoutFigure
                    = row.integer();
                day.figures.at(static_cast<std::size_t>(ReconciledMeasure::Tokens)).rowsWithoutFigure
                    = row.integer();
            }
        }

        // One look per day: the key begins with the day.
        SQLite::Statement unattributed(database.connection(),
            "SELECT " THREADCOUNT_RECONCILED_COLUMNS " FROM usage_day WHERE day = ? AND engineer = ?");
        for (ReconciledDay& day : days) {
            if (!isStored(day.engineersState)) {
                continue;
            }
            sql::start(unattributed, day.day, kUnattributed);
            if (unattributed.executeStep()) {
                sql::RowReader row(unattributed);
                readSide(row, day, &ReconciledFigures::unattributed);
            }
        }
        return days;
    });
}

ReconciledTotal totalOf(const std::vector<ReconciledDay>& days, ReconciledMeasure measure)
{
    ReconciledTotal total;
    for (const ReconciledDay& day : days) {
        const ReconciledFigures& figures = day.of(measure);
        if (!figures.difference()) {
            ++total.otherDays;
            continue;
        }
        ++total.comparedDays;
        for (const Side side : {&ReconciledFigures::workspace, &ReconciledFigures::engineers,
                 &ReconciledFigures::unattributed}) {
            if (figures.*side) {
                total.figures.*side = (total.figures.*side).value_or(0) + *(figures.*side);
            }
        }
        total.figures.rowsWithoutFigure += figures.rowsWithoutFigure;
    }
    return total;
}

} // namespace app::store
