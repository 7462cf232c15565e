// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Result.h"
#include "store/Database.h"

#include <cstdint>

namespace app::store {

/// What pruning removed.
struct Pruned
{
    core::DayRange days; ///< from the oldest day that had something to the last one that went; empty: none
    std::int64_t engineers = 0; ///< people of whom no row is left; they were forgotten with their e-mail
};

/// The first day that stays when `months` calendar months are kept: the same day of the month, so many months
/// back, or the last day of that month when it is shorter. At least 3 months reach beyond everything that a
/// sync asks for (89 days back), so pruned days are never fetched again.
core::UtcDay firstKeptDay(core::UtcDay today, int months);

/// What one step of pruning did.
struct PruneStep
{
    Pruned pruned;
    bool isDone = true; ///< nothing older is left
};

/// Forgets the oldest days before `first`, so many that it takes a fraction of a second, in one transaction:
/// facts, sums, coverage and restatements of whole days. The last step also lets people of whom nothing is
/// left go from the dictionary; until then the others may still have a first day that is gone. The first
/// wanted day (goal_from) moves to `first` with the first step, so that what goes does not count as missing.
/// The request ledger is not touched; it has 400 days of its own. Removed rows are overwritten in the file;
/// compactStep() gives the room back. Between two steps the store is whole, and whoever stops there goes on
/// later: the steps left are found anew.
///
/// Writer thread. Does nothing, and writes nothing, when there is nothing older. Errors: StoreFull,
/// StoreDamaged, StoreFailed; the step has changed nothing then.
core::Result<PruneStep> pruneStep(Database& database, core::UtcDay first);

} // namespace app::store
