// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Result.h"
#include "records/Coverage.h"
#include "store/Database.h"

#include <vector>

namespace app::store {

/// The state of each day of `range` per dataset. Needs no clock: a stored day is final when its fetched_at is
/// at least 24 h after its UTC end.
core::Result<records::Coverage> coverage(const Database& database, core::DayRange range);

/// Marks the leading empty days at the far edge of the look-back as *not offered*. `lookBack` is the whole
/// look-back (90 days) and all four datasets must just have been fetched over it. The first served day is the
/// first that has a row in any dataset; days before it that were first fetched at `firstFetchedSince` or
/// later become not offered, days known from before stay as they are. Nothing is marked when no dataset has
/// any row. Writer thread. Returns the days whose state changed.
core::Result<core::DayRange> markNotOffered(
    Database& database, core::DayRange lookBack, core::Instant firstFetchedSince);

/// A restated or withdrawn day, newest first.
struct Restatement
{
    core::Instant at{};
    records::Dataset dataset = records::Dataset::UsagePerEngineer;
    core::UtcDay day;
    bool withdrawn = false; ///< came back empty and was kept
    QString measure; ///< what the two numbers count: "turns", "comments" …
    double before = 0;
    double after = 0;
};
core::Result<std::vector<Restatement>> restatements(const Database& database, int most);

} // namespace app::store
