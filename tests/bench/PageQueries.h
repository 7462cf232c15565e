// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "store/Database.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace bench {

/// Everything that one page reads for one range, twice: as the page asks the store, and as plain SQL over the
/// facts without any rollup. The first follows load() of the page in ui/pages.
struct PageQueries
{
    const char* name;
    /// Throws std::runtime_error. Returns how many rows and values came, so that nothing is left out.
    std::int64_t (*ask)(const app::store::Database& database, app::core::DayRange range);
    /// ?1 and ?2: the range; ?3: the first day of the window before; ?4: the first day that any figure
    /// reaches back to; ?5: days of a bucket; ?6: one engineer. Empty: the page reads no table that has
    /// rollups.
    std::vector<std::string> plain;
};

const std::vector<PageQueries>& allPages();

/// Runs the statements to their end. False when that took longer than `seconds`.
bool runPlain(const app::store::Database& database, const std::vector<std::string>& statements,
    app::core::DayRange range, double seconds);

} // namespace bench
