// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Arrivals.h"
#include "store/CountTables.h"
#include "store/Digest.h"
#include "store/LotInsert.h"
#include "store/Rollups.h"
#include "store/UsageFacts.h"

#include <optional>
#include <utility>
#include <vector>

/// How each dataset turns the rows of a day into stored rows. All three kinds have the same shape, which
/// DayWriter uses: build() makes the content of a day, replace() brings the tables to it and writes only what
/// differs, finish() updates what spans days. They live for one transaction and throw.
namespace app::store {

/// One figure of a day that a restatement names. A day without rows has 0.
struct DayTotal
{
    const char* measure = "";
    double value = 0;
};

class UsageTables
{
public:
    using Row = records::UsageRow;
    struct Content
    {
        std::vector<UsageFact> facts; ///< sorted by engineer
        std::vector<PersonRow<Row>> people; ///< the rows that were chosen; lives as long as the arrivals
        Digest digest;
        [[nodiscard]] std::int64_t rows() const { return static_cast<std::int64_t>(facts.size()); }
    };

    explicit UsageTables(SQLite::Database& connection);
    Content build(const std::vector<Arrived<Row>>& arrivals);
    std::vector<DayTotal> storedTotals(core::UtcDay day);
    /// `hasRows` says whether anything is stored for the day so far.
    void replace(core::UtcDay day, const Content& content, bool hasRows);
    void finish();

private:
    UsageFact factOf(std::int64_t engineer, const Row& row);
    void addDetails(UsageFact& fact, const Row& row);
    void compare(core::UtcDay day, const UsageFact* before, const UsageFact* after);
    void insert(core::UtcDay day);

    SQLite::Database& m_connection;
    Engineers m_engineers;
    UsageNames m_names;
    Rollups m_rollups;
    std::vector<std::int64_t> m_edgeLost; ///< engineers whose first or last day lost its row
    /// What is to be inserted for the day under way, with its engineer.
    std::vector<const UsageFact*> m_newRows;
    std::vector<std::pair<std::int64_t, const ClientFact*>> m_newClients;
    std::vector<std::pair<std::int64_t, const ModelFact*>> m_newModels;
    LotInsert m_replaceRows;
    SQLite::Statement m_removeRow;
    LotInsert m_insertClients;
    SQLite::Statement m_removeClients;
    LotInsert m_insertModels;
    SQLite::Statement m_removeModels;
};

/// The workspace rows of `usage`. By contract one per day without identity, so the last one wins; should the
/// service ever send one per person, they are summed.
class WorkspaceTables
{
public:
    using Row = records::UsageRow;
    struct Content
    {
        std::optional<UsageValues> values;
        Digest digest;
        [[nodiscard]] std::int64_t rows() const { return values ? 1 : 0; }
    };

    explicit WorkspaceTables(SQLite::Database& connection);
    Content build(const std::vector<Arrived<Row>>& arrivals);
    std::vector<DayTotal> storedTotals(core::UtcDay day);
    void replace(core::UtcDay day, const Content& content, bool hasRows);
    void finish() { }

private:
    SQLite::Database& m_connection;
};

/// Both review datasets.
template <typename Columns> class CountTables
{
public:
    using Row = typename Columns::Row;
    struct Fact
    {
        std::int64_t engineer = 0;
        Counters<Columns> counters;
    };
    struct Content
    {
        std::vector<Fact> facts; ///< sorted by engineer
        std::vector<PersonRow<Row>> people; ///< the rows that were chosen; lives as long as the arrivals
        Digest digest;
        [[nodiscard]] std::int64_t rows() const { return static_cast<std::int64_t>(facts.size()); }
    };

    explicit CountTables(SQLite::Database& connection)
        : m_connection(connection)
        , m_engineers(connection)
    {
    }
    Content build(const std::vector<Arrived<Row>>& arrivals);
    std::vector<DayTotal> storedTotals(core::UtcDay day);
    void replace(core::UtcDay day, const Content& content, bool hasRows);
    void finish() { m_engineers.save(); }

private:
    SQLite::Database& m_connection;
    Engineers m_engineers;
};

extern template class CountTables<ReviewColumns>;
extern template class CountTables<ReviewResponseColumns>;

} // namespace app::store
