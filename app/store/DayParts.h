// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ActivityQueries.h"
#include "store/PeopleSet.h"
#include "store/SurfaceQueries.h"
#include "store/UsageFacts.h"

#include <cstdint>
#include <map>
#include <vector>

namespace app::store {

/// In people_by_day: active anywhere. Ids of clients begin at 1.
inline constexpr std::int64_t kAnyClient = 0;

/// What the parts of one day add up to, and who was active. Sums are made in the order of the rows.
struct DayParts
{
    explicit DayParts(const std::vector<UsageFact>& facts);

    // By dictionary id.
    std::map<std::int64_t, PartTotals> clients;
    std::map<std::int64_t, PartTotals> models;
    std::map<std::int64_t, PeopleSet> people; ///< by client or kAnyClient; never with Unattributed
    TokenDay tokens;
    bool hasRows = false;
};

/// Keeps surface_by_day, model_by_day, token_by_day and people_by_day in step with the facts, inside the
/// transaction that changes these; writes the lines that differ. Lives for one transaction; throws.
class DayPartTables
{
public:
    explicit DayPartTables(SQLite::Database& connection);
    /// `before` is what the tables of the day were made from.
    void replaceDay(
        core::UtcDay day, const std::vector<UsageFact>& before, const std::vector<UsageFact>& after);

private:
    SQLite::Statement m_replaceSurface;
    SQLite::Statement m_removeSurface;
    SQLite::Statement m_replaceModel;
    SQLite::Statement m_removeModel;
    SQLite::Statement m_replaceTokens;
    SQLite::Statement m_removeTokens;
    SQLite::Statement m_replacePeople;
    SQLite::Statement m_removePeople;
};

} // namespace app::store
