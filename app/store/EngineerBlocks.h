// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "store/PackedColumns.h"
#include "store/UsageFacts.h"

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Sums per engineer and day or week, packed for blocks of 256 engineers: what every page that knows people
/// asks for. A range is read as whole weeks and the days before and after. See ADR 0008. Private to store/.
namespace app::store {

inline constexpr int kDaysOfWeek = 7;

/// The Monday of the ISO week of a day: the key of the weeks.
core::UtcDay mondayOf(core::UtcDay day);

inline std::int64_t blockOf(std::int64_t engineer)
{
    return engineer / static_cast<std::int64_t>(kBlockPlaces);
}
inline std::size_t placeOf(std::int64_t engineer)
{
    return static_cast<std::size_t>(engineer) % kBlockPlaces;
}

/// The usage of up to 256 engineers over any time.
struct UsageBlock
{
    Places present; ///< who has a row
    Column<std::int64_t> turns;
    Column<std::int64_t> activeDays; ///< none: 0
    Column<std::int64_t> threads;
    Column<std::int64_t> rows;
    Column<std::int64_t> lastActiveDay; ///< day number
    Amounts credits;
    Amounts costUsd;
    Amounts estimatedCostUsd;
    Column<std::int64_t> uncachedInput;
    Column<std::int64_t> cachedInput;
    Column<std::int64_t> output;
    Column<std::int64_t> total;
    Column<std::int64_t> rowsWithoutTokens; ///< none: 0

    /// One row of a place that has none yet.
    void set(std::size_t place, core::UtcDay day, const UsageValues& values);
    /// The two packed values of a row; `first` is the day or the Monday that it stands under.
    [[nodiscard]] std::string counts(core::UtcDay first) const;
    [[nodiscard]] std::string amounts() const;
    void addCounts(std::string_view packed, core::UtcDay first);
    void addAmounts(std::string_view packed);
    /// Only the rows, only the costs.
    void addRows(std::string_view counts);
    void addCosts(std::string_view amounts);
    /// Only turns; `active` are those who were active on at least one day.
    static void addTurns(std::string_view counts, Column<std::int64_t>& turns, Places& active);
    /// Calls visit(place, turns) for everybody who has a row, and returns these.
    template <typename Visit> static Places eachTurns(std::string_view counts, Visit&& visit)
    {
        ColumnReader reader(counts);
        const Places present = reader.begin();
        reader.each(visit);
        return present;
    }
};

/// The same for one surface.
struct SurfaceBlock
{
    Places present;
    Column<std::int64_t> turns;
    Amounts credits;
    Amounts costUsd;
};
/// By client id.
using SurfaceBlocks = std::map<std::uint32_t, SurfaceBlock>;
std::string packed(const SurfaceBlocks& blocks);
/// Reads one packed value and adds it: `blockOf(client)` is the SurfaceBlock to add to.
template <typename BlockOf> void addSurfaces(std::string_view packed, BlockOf&& blockOf)
{
    ColumnReader reader(packed);
    while (!reader.atEnd()) {
        SurfaceBlock& block = blockOf(reader.number());
        block.present.unite(reader.begin());
        reader.addTo(block.turns);
        reader.addTo(block.credits);
        reader.addTo(block.costUsd);
    }
}

/// Keeps the blocks in step with the facts, inside the transaction that changes these. Only blocks in which
/// somebody's day differs are written, and the weeks they belong to. Lives for one transaction; throws.
class EngineerBlocks
{
public:
    explicit EngineerBlocks(SQLite::Database& connection);

    /// Both sorted by engineer; `before` is what the blocks of the day were made from.
    void replaceDay(
        core::UtcDay day, const std::vector<UsageFact>& before, const std::vector<UsageFact>& after);
    /// Makes the weeks of all changed blocks anew from their days. Call it after the last replaceDay().
    void updateWeeks();
    /// Forgets days before `first`, and what they gave to the week that it cuts.
    void prune(core::UtcDay first);

private:
    using Facts = std::span<const UsageFact>;
    void writeUsage(core::UtcDay day, std::int64_t block, Facts facts);
    void writeSurfaces(core::UtcDay day, std::int64_t block, Facts facts);
    using Due = std::set<std::pair<core::UtcDay, std::int64_t>>; ///< Mondays and blocks

    SQLite::Database& m_connection;
    Due m_dueUsage;
    Due m_dueSurfaces;
    SQLite::Statement m_replaceUsage;
    SQLite::Statement m_removeUsage;
    SQLite::Statement m_replaceSurfaces;
    SQLite::Statement m_removeSurfaces;
    SQLite::Statement m_replaceUsageWeek;
    SQLite::Statement m_removeUsageWeek;
    SQLite::Statement m_replaceSurfaceWeek;
    SQLite::Statement m_removeSurfaceWeek;
};

} // namespace app::store
