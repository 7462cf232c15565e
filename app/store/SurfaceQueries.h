// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Result.h"
#include "records/UsageRow.h"
#include "store/Database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Usage split by surface (client) and by model: `clients[]` and `models[]` of the usage rows, summed over
/// engineers. By contract the parts need not add up to the totals of the rows, which stay authoritative.
namespace app::store {

/// Sums over the parts of usage rows. A sum is null when no part carried a value; null is not zero. Models
/// carry neither threads nor turns.
struct PartTotals
{
    std::int64_t rows = 0; ///< parts behind the sums, one for each engineer and day
    std::optional<std::int64_t> threads;
    std::optional<std::int64_t> turns;
    records::Costs costs;
    records::Tokens tokens;
    friend bool operator==(const PartTotals&, const PartTotals&) = default;
};

/// One surface on one UTC day.
struct SurfaceDay
{
    core::UtcDay day;
    std::string clientId; ///< verbatim, also when the API reference does not know it
    PartTotals totals;
};

/// How many people used a surface.
struct SurfacePeople
{
    std::string clientId;
    /// Distinct people with turns > 0 or threads > 0 on the surface inside the range; Unattributed is nobody.
    std::int64_t people = 0;
};

/// The surfaces of a range.
struct SurfaceUsage
{
    std::vector<SurfaceDay> days; ///< by day, then client id; days without parts are absent
    std::vector<SurfacePeople> people; ///< by client id, each client of `days` once
};

/// One model at one speed on one UTC day.
struct ModelDay
{
    core::UtcDay day;
    std::string model; ///< verbatim
    std::optional<std::string> speed; ///< verbatim
    PartTotals totals;
};

// Days without parts are absent (see coverage for why). The queries of the whole workspace read ready-made
// sums and sets of people; those of one engineer look at one key a day.
core::Result<SurfaceUsage> surfacesByDay(const Database& database, core::DayRange range);
/// Only SurfaceUsage::days: a line for each day and surface, whatever the number of people.
core::Result<std::vector<SurfaceDay>> surfaceDays(const Database& database, core::DayRange range);
/// By day, then model, then speed (none first).
core::Result<std::vector<ModelDay>> modelsByDay(const Database& database, core::DayRange range);
/// One engineer; no user id means the Unattributed rows.
core::Result<SurfaceUsage> surfacesOfEngineerByDay(
    const Database& database, const std::optional<std::string>& userId, core::DayRange range);
core::Result<std::vector<ModelDay>> modelsOfEngineerByDay(
    const Database& database, const std::optional<std::string>& userId, core::DayRange range);

} // namespace app::store
