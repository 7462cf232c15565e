// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "store/EngineerBlocks.h"
#include "store/RawRows.h"
#include "store/StoredDays.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
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

/// Reads the blocks of ranges: whole weeks from theirs, then the days around them. Private to
/// store/; throws.
class BlockScan
{
public:
    enum class Kind { Usage, Surfaces };
    /// `columns` is what is read of each block.
    BlockScan(SQLite::Database& connection, Kind kind, const std::string& columns)
        : m_blocks(static_cast<std::size_t>(blockOf(lastEngineer(connection))) + 1)
        , m_days(connection,
              "SELECT day, block, " + columns + " FROM "
                  + (kind == Kind::Usage ? "usage_block" : "surface_block")
                  + " WHERE day BETWEEN ? AND ? ORDER BY day, block")
        , m_weeks(connection,
              "SELECT week, block, " + columns + " FROM "
                  + (kind == Kind::Usage
                          ? "usage_week_block WHERE week BETWEEN ? AND ? ORDER BY week, block"
                          : "surface_week_block WHERE week BETWEEN ? AND ? ORDER BY block, week"))
    {
    }
    [[nodiscard]] std::size_t blocks() const { return m_blocks; }

    /// visit(block, first, row): `first` is the day, or the Monday of the week, `row` stands before the first
    /// of the columns.
    template <typename Visit> void read(core::DayRange range, Visit&& visit)
    {
        readBuckets({range}, [&visit](std::size_t, std::size_t block, core::UtcDay first, RawRows& row) {
            visit(block, first, row);
        });
    }
    /// The same for ranges that follow each other without a gap: visit(bucket, block, first, row).
    template <typename Visit> void readBuckets(const std::vector<core::DayRange>& buckets, Visit&& visit)
    {
        const Plan plan(buckets);
        readRows(m_weeks, plan.weeks, [&](std::size_t block, core::UtcDay monday, RawRows& row) {
            const auto bucket = plan.bucketOfWeek.find(monday);
            if (bucket != plan.bucketOfWeek.end()) {
                visit(bucket->second, block, monday, row);
            }
        });
        for (const auto& [bucket, days] : plan.days) {
            readRows(m_days, days, [&, bucket = bucket](std::size_t block, core::UtcDay day, RawRows& row) {
                visit(bucket, block, day, row);
            });
        }
    }

private:
    /// What is read for each bucket.
    struct Plan
    {
        explicit Plan(const std::vector<core::DayRange>& buckets)
        {
            for (std::size_t bucket = 0; bucket < buckets.size(); ++bucket) {
                const core::DayRange range = buckets[bucket];
                if (range.isEmpty()) {
                    continue;
                }
                const core::UtcDay monday = mondayOf(range.first + (kDaysOfWeek - 1));
                const core::UtcDay afterSunday = mondayOf(range.last + 1);
                if (monday >= afterSunday) {
                    days.emplace_back(bucket, range);
                    continue;
                }
                for (core::UtcDay week = monday; week < afterSunday; week = week + kDaysOfWeek) {
                    bucketOfWeek.emplace(week, bucket);
                }
                weeks = weeks.united({monday, afterSunday - 1});
                for (const core::DayRange edge :
                    {core::DayRange{range.first, monday - 1}, core::DayRange{afterSunday, range.last}}) {
                    if (!edge.isEmpty()) {
                        days.emplace_back(bucket, edge);
                    }
                }
            }
        }
        core::DayRange weeks;
        std::map<core::UtcDay, std::size_t> bucketOfWeek; ///< of the Mondays that are whole in one bucket
        std::vector<std::pair<std::size_t, core::DayRange>> days; ///< and their buckets
    };

    template <typename Visit> void readRows(RawRows& rows, core::DayRange days, Visit&& visit)
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
