// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Result.h"
#include "store/Database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the pages about people ask: everybody's turns and surfaces at once, and who one person is.
/// A person without a user id is *Unattributed* throughout.
namespace app::store {

/// What one surface contributed to somebody's range.
struct SurfaceUse
{
    std::size_t surface = 0; ///< index into EngineerTrends::surfaces
    std::optional<double> credits;
    std::optional<double> costUsd;
    std::int64_t turns = 0;
};

/// The course of one person through the range.
struct EngineerTrend
{
    std::optional<std::string> userId;
    std::vector<std::int64_t> turns; ///< one per bucket; 0 where no row is stored, see coverage for why
    std::vector<SurfaceUse> surfaces; ///< in the order of EngineerTrends::surfaces
};

struct EngineerTrends
{
    std::vector<std::string> surfaces; ///< client ids verbatim, bytewise ascending
    std::vector<EngineerTrend> engineers; ///< only who has a row in the range, in no particular order
};

/// Turns of everybody over `buckets` (consecutive days or weeks, ascending, without a gap) and what each
/// surface had of their whole.
core::Result<EngineerTrends> engineerTrends(
    const Database& database, const std::vector<core::DayRange>& buckets);

/// The turns of those who were active in a bucket (turns > 0 or threads > 0 on one of its days), one number
/// for each person, unsorted; never of Unattributed.
core::Result<std::vector<std::vector<std::int64_t>>> turnsOfActivePeople(
    const Database& database, const std::vector<core::DayRange>& buckets);

/// Who a person is, and how far back the cache knows them.
struct EngineerProfile
{
    std::optional<std::string> email; ///< last known
    std::optional<std::string> actorType;
    std::optional<core::DayRange> active; ///< first and last active day of the whole cache
    /// How many stored days there are up to the first active one, that day included. R9 of the metrics
    /// reference: within the first 28 of them nobody knows when the person began.
    std::int64_t storedDaysUntilActive = 0;
};
/// No value: nobody of this id was ever seen.
core::Result<std::optional<EngineerProfile>> engineerProfile(
    const Database& database, const std::optional<std::string>& userId);

} // namespace app::store
