// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "store/EngineerBlocks.h"
#include "store/RawRows.h"
#include "store/StoredDays.h"

#include <memory>
#include <string>
#include <vector>

namespace app::store {

/// Something for each block in which somebody has rows; made when it is first asked for.
template <typename Sums> class ByBlock
{
public:
    explicit ByBlock(std::size_t blocks)
        : m_blocks(blocks)
    {
    }
    [[nodiscard]] std::size_t size() const { return m_blocks.size(); }
    Sums& of(std::size_t block)
    {
        if (!m_blocks.at(block)) {
            m_blocks[block] = std::make_unique<Sums>();
        }
        return *m_blocks[block];
    }
    /// None: nobody of this block has any.
    [[nodiscard]] const Sums* find(std::size_t block) const { return m_blocks.at(block).get(); }

private:
    std::vector<std::unique_ptr<Sums>> m_blocks;
};

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
