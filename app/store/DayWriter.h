// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/DayRange.h"
#include "core/Result.h"
#include "records/Dataset.h"
#include "records/Page.h"
#include "store/Database.h"

#include <memory>

namespace app::store {

/// What storing one window did.
struct WindowOutcome
{
    core::DayRange days;
    std::int64_t rows = 0; ///< rows now stored for these days
    core::DayRange changed; ///< days whose rows or state changed; empty when nothing did
    int restatedDays = 0; ///< final days whose totals changed; logged
    int withdrawnDays = 0; ///< days older than 30 days that came back empty; kept and logged
};

/// Writes one window of one dataset: pages go in as they arrive, the days change in one transaction with
/// commit(). A window of one page is held in memory; from the second page on rows go through staging tables,
/// which commit() promotes. Use it on the writer thread only, one writer per dataset at a time (each dataset
/// has staging tables of its own). Dropping it without commit() leaves the store as it was; staging rows are
/// cleared by the next window of that dataset or clearStaging().
///
/// Rows are de-duplicated by (day, engineer), the last one wins with its surfaces and models. Rows without a
/// user id are summed per day, and only a byte-identical repeat on a later page is dropped. Of workspace
/// usage rows, one per day by contract, the last one wins; should some carry a user id, those are summed. The
/// same surface, or the same model and speed, twice in one row is summed.
///
/// A day whose content did not change only gets a new `fetched_at`. A final day whose sums change is logged
/// as restated. A day older than 30 days that had rows and comes back empty keeps them, counts as fetched (so
/// it is final and not asked for again and again) and is logged once as withdrawn; it may come back later.
///
/// Errors: UnexpectedAnswer for a row outside the window or a sum that overflows, StoreFull, StoreDamaged,
/// StoreFailed. After an error nothing of the window is stored and the writer is of no more use.
class DayWriter
{
public:
    DayWriter(records::Dataset dataset, core::DayRange days);
    ~DayWriter();
    DayWriter(const DayWriter&) = delete;
    DayWriter& operator=(const DayWriter&) = delete;

    // Take the overload that fits the dataset.
    core::Result<void> addPage(Database& database, records::UsagePage page);
    core::Result<void> addPage(Database& database, records::ReviewPage page);
    core::Result<void> addPage(Database& database, records::ReviewResponsePage page);

    /// A page of the window could not be read. From here on addPage() and commit() fail with this error.
    void giveUp(core::Error error);

    /// Replaces the days of the window, updates rollups, coverage (`fetchedAt`, `today`) and the restatement
    /// log.
    core::Result<WindowOutcome> commit(Database& database, core::Instant fetchedAt, core::UtcDay today);

    /// Removes what an interrupted sync left in the staging tables. Called when a sync starts.
    static core::Result<void> clearStaging(Database& database);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace app::store
