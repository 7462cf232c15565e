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
/// which commit() promotes. Rows are de-duplicated by (day, engineer), the last page wins; rows without a
/// user id are summed per day, and only a byte-identical repeat on a later page is dropped. A row outside the
/// window is UnexpectedAnswer. Use it on the writer thread only. Dropping it without commit() leaves the
/// store as it was (staging rows are cleared by the next begin or clearStaging()).
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
