// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "store/EngineerBlocks.h"
#include "store/RawRows.h"
#include "store/StoredDays.h"

#include <string>

namespace app::store {

/// Reads the blocks of a range: whole weeks from theirs, the days before and after from those of days, so for
/// each engineer in ascending order of time. Private to store/; throws.
class BlockScan
{
public:
    /// `kind` is "usage" or "surface", `columns` what is read of each block.
    BlockScan(SQLite::Database& connection, const std::string& kind, const std::string& columns)
        : m_blocks(static_cast<std::size_t>(blockOf(lastEngineer(connection))) + 1)
        , m_days(connection,
              "SELECT day, block, " + columns + " FROM " + kind
                  + "_block WHERE day BETWEEN ? AND ? ORDER BY day, block")
        , m_weeks(connection,
              "SELECT week, block, " + columns + " FROM " + kind
                  + "_week_block WHERE week BETWEEN ? AND ? ORDER BY week, block")
    {
    }
    [[nodiscard]] std::size_t blocks() const { return m_blocks; }

    /// visit(block, first, row): `first` is the day, or the Monday of the week, `row` stands before the first
    /// of the columns.
    template <typename Visit> void read(core::DayRange range, Visit&& visit)
    {
        if (range.isEmpty()) {
            return;
        }
        const core::UtcDay monday = mondayOf(range.first + (kDaysOfWeek - 1));
        const core::UtcDay afterSunday = mondayOf(range.last + 1);
        if (monday >= afterSunday) {
            readFrom(m_days, range, visit);
            return;
        }
        readFrom(m_days, {range.first, monday - 1}, visit);
        readFrom(m_weeks, {monday, afterSunday - 1}, visit);
        readFrom(m_days, {afterSunday, range.last}, visit);
    }

private:
    template <typename Visit> void readFrom(RawRows& rows, core::DayRange days, Visit& visit)
    {
        if (days.isEmpty()) {
            return;
        }
        rows.start(days);
        while (rows.next()) {
            const core::UtcDay first = rows.day();
            const std::int64_t block = rows.integer();
            if (block < 0 || block >= static_cast<std::int64_t>(m_blocks)) {
                contradiction("a block of engineers who are not there");
            }
            visit(static_cast<std::size_t>(block), first, rows);
        }
        rows.stop();
    }

    std::size_t m_blocks;
    RawRows m_days;
    RawRows m_weeks;
};

} // namespace app::store
