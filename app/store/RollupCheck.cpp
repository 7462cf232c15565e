// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/RollupCheck.h"

#include "store/EngineerBlocks.h"
#include "store/Migrations.h"
#include "store/RawRows.h"
#include "store/Rollups.h"

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app::store {

namespace {

struct Table
{
    const char* name;
    const char* key; ///< the day, or the Monday of the week
};
constexpr Table kFacts[] = {{"usage_day", "day"}, {"usage_client", "day"}, {"usage_model", "day"}};
constexpr Table kDays[] = {{"usage_total_by_day", "day"}, {"surface_by_day", "day"}, {"model_by_day", "day"},
    {"token_by_day", "day"}, {"people_by_day", "day"}, {"usage_block", "day"}, {"surface_block", "day"}};
constexpr Table kWeeks[] = {{"usage_week_block", "week"}, {"surface_week_block", "week"}};

/// The lines of a table that stand under one day or week, as they are and as they should be.
class Lines
{
public:
    Lines(SQLite::Database& stored, SQLite::Database& expected, const Table& table)
        : m_table(table)
        , m_stored(stored, linesOf(table))
        , m_expected(expected, linesOf(table))
    {
    }
    void compare(core::UtcDay day)
    {
        m_stored.start(day.number());
        m_expected.start(day.number());
        for (;;) {
            const bool hasStored = m_stored.next();
            if (m_expected.next() != hasStored || (hasStored && !m_stored.isSameRow(m_expected))) {
                throw std::out_of_range(std::string(m_table.name) + " is not what its rows add up to ("
                    + std::to_string(day.number()) + ")");
            }
            if (!hasStored) {
                break;
            }
        }
        m_stored.stop();
        m_expected.stop();
    }

private:
    static std::string linesOf(const Table& table)
    {
        return std::string("SELECT * FROM ") + table.name + " WHERE " + table.key + " = ? ORDER BY 1, 2";
    }
    Table m_table;
    RawRows m_stored;
    RawRows m_expected;
};

/// The sums of one week at a time, made by the code that keeps them.
class Expected
{
public:
    Expected()
        : m_memory(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        migrate(m_memory, migrations());
    }
    SQLite::Database& connection() { return m_memory; }
    void add(core::UtcDay day, const std::vector<UsageFact>& facts)
    {
        if (!m_rollups) {
            m_rollups = std::make_unique<Rollups>(m_memory);
        }
        m_rollups->replaceDay(day, {}, facts);
    }
    void finish() { m_rollups->finish(); }
    void forget()
    {
        for (const auto& tables : {std::span<const Table>(kDays), std::span<const Table>(kWeeks)}) {
            for (const Table& table : tables) {
                m_memory.exec(std::string("DELETE FROM ") + table.name);
            }
        }
    }

private:
    SQLite::Database m_memory;
    std::unique_ptr<Rollups> m_rollups;
};

/// The days and Mondays under which anything is stored, one after the other.
class StoredKeys
{
public:
    explicit StoredKeys(SQLite::Database& connection)
    {
        for (const std::span<const Table> tables :
            {std::span<const Table>(kFacts), std::span<const Table>(kDays), std::span<const Table>(kWeeks)}) {
            for (const Table& table : tables) {
                m_next.push_back(std::make_unique<RawRows>(connection,
                    std::string("SELECT min(") + table.key + ") FROM " + table.name + " WHERE " + table.key
                        + " > ?"));
            }
        }
    }
    std::optional<core::UtcDay> after(core::UtcDay day)
    {
        std::optional<core::UtcDay> first;
        for (const auto& next : m_next) {
            next->start(day.number());
            next->next();
            const std::optional<std::int64_t> number = next->optionalInteger();
            next->stop();
            if (number) {
                const auto found = core::UtcDay::fromNumber(static_cast<std::int32_t>(*number));
                first = first ? std::min(*first, found) : found;
            }
        }
        return first;
    }

private:
    std::vector<std::unique_ptr<RawRows>> m_next;
};

} // namespace

void checkRollups(SQLite::Database& connection, const std::stop_token& stop)
{
    Expected expected;
    std::vector<std::unique_ptr<Lines>> days;
    std::vector<std::unique_ptr<Lines>> weeks;
    for (const Table& table : kDays) {
        days.push_back(std::make_unique<Lines>(connection, expected.connection(), table));
    }
    for (const Table& table : kWeeks) {
        weeks.push_back(std::make_unique<Lines>(connection, expected.connection(), table));
    }
    StoredKeys keys(connection);
    auto day = keys.after(core::UtcDay::fromNumber(std::numeric_limits<std::int32_t>::min()));
    while (day && !stop.stop_requested()) {
        expected.add(*day, readFacts(connection, *day));
        for (const auto& lines : days) {
            lines->compare(*day);
        }
        const auto next = keys.after(*day);
        const core::UtcDay monday = mondayOf(*day);
        if (!next || mondayOf(*next) != monday) {
            expected.finish();
            for (const auto& lines : weeks) {
                lines->compare(monday);
            }
            expected.forget();
        }
        day = next;
    }
}

} // namespace app::store
