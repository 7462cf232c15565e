// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/UsageRow.h"
#include "store/Sql.h"
#include "store/UsageQueries.h"

#include <cstdint>
#include <optional>
#include <vector>

/// The stored form of usage rows: dictionary ids instead of texts. Private to store/.
namespace app::store {

/// The columns of UsageValues, in the order of bindNext() and readUsageValues().
#define THREADCOUNT_USAGE_VALUE_COLUMNS                                                                      \
    "threads, turns, credits, cost_usd, estimated_cost_usd, uncached_input_tokens, cached_input_tokens,"     \
    " output_tokens, total_tokens, lines_added, lines_removed"
/// What UsageSums has besides, in the order of bindNext() and readUsageSums().
#define THREADCOUNT_USAGE_WITHOUT_COLUMNS                                                                    \
    "without_credits, without_cost_usd, without_estimated_cost_usd, without_uncached_input_tokens,"          \
    " without_cached_input_tokens, without_output_tokens, without_total_tokens, without_lines_added,"        \
    " without_lines_removed, without_tokens"

/// What usage_day and workspace_day hold beside their key.
struct UsageValues
{
    std::int64_t threads = 0;
    std::int64_t turns = 0;
    records::Costs costs;
    records::Tokens tokens;
    std::optional<std::int64_t> linesAdded;
    std::optional<std::int64_t> linesRemoved;

    [[nodiscard]] bool isActive() const { return turns > 0 || threads > 0; }
    friend bool operator==(const UsageValues&, const UsageValues&) = default;
};

struct ClientFact
{
    std::int64_t client = 0;
    std::optional<std::int64_t> threads;
    std::optional<std::int64_t> turns;
    records::Costs costs;
    records::Tokens tokens;
    friend bool operator==(const ClientFact&, const ClientFact&) = default;
};

struct ModelFact
{
    std::int64_t model = 0;
    records::Costs costs;
    records::Tokens tokens;
    friend bool operator==(const ModelFact&, const ModelFact&) = default;
};

/// One engineer's day. Clients and models are sorted by their ids.
struct UsageFact
{
    std::int64_t engineer = 0;
    UsageValues values;
    std::vector<ClientFact> clients;
    std::vector<ModelFact> models;
};

/// Sums over UsageValues: null apart from zero, and how many rows had no value.
struct UsageSums
{
    std::int64_t rows = 0;
    UsageValues values;
    std::int64_t withoutCredits = 0;
    std::int64_t withoutCostUsd = 0;
    std::int64_t withoutEstimatedCostUsd = 0;
    std::int64_t withoutUncachedInput = 0;
    std::int64_t withoutCachedInput = 0;
    std::int64_t withoutOutput = 0;
    std::int64_t withoutTotal = 0;
    std::int64_t withoutLinesAdded = 0;
    std::int64_t withoutLinesRemoved = 0;
    std::int64_t withoutTokens = 0; ///< none of the four counters

    void add(const UsageValues& row);
    void add(const UsageSums& other);
    [[nodiscard]] UsageTotals totals() const;
};

/// Everything that is stored for a day, sorted by engineer. Throws std::out_of_range where a part has no row
/// or a row nobody in the dictionary.
std::vector<UsageFact> readFacts(SQLite::Database& connection, core::UtcDay day);

inline UsageValues usageValues(const records::UsageRow& row)
{
    return {row.threads, row.turns, row.costs, row.tokens, row.linesAdded, row.linesRemoved};
}

inline void addValues(UsageValues& sum, const UsageValues& row)
{
    sql::add(sum.threads, row.threads);
    sql::add(sum.turns, row.turns);
    sql::add(sum.costs, row.costs);
    sql::add(sum.tokens, row.tokens);
    sql::add(sum.linesAdded, row.linesAdded);
    sql::add(sum.linesRemoved, row.linesRemoved);
}

// Beside their types and not in sql, where sql::run() finds them by their argument.

inline void bindNext(SQLite::Statement& statement, int& index, const UsageValues& values)
{
    sql::bindNext(statement, index, values.threads);
    sql::bindNext(statement, index, values.turns);
    sql::bindNext(statement, index, values.costs);
    sql::bindNext(statement, index, values.tokens);
    sql::bindNext(statement, index, values.linesAdded);
    sql::bindNext(statement, index, values.linesRemoved);
}

inline void bindNext(SQLite::Statement& statement, int& index, const UsageSums& sums)
{
    bindNext(statement, index, sums.values);
    for (const std::int64_t without : {sums.withoutCredits, sums.withoutCostUsd, sums.withoutEstimatedCostUsd,
             sums.withoutUncachedInput, sums.withoutCachedInput, sums.withoutOutput, sums.withoutTotal,
             sums.withoutLinesAdded, sums.withoutLinesRemoved, sums.withoutTokens}) {
        sql::bindNext(statement, index, without);
    }
}

/// From a RowReader or RawRows.
template <typename Rows> UsageValues readUsageValues(Rows& row)
{
    UsageValues values;
    values.threads = row.integer();
    values.turns = row.integer();
    values.costs = row.costs();
    values.tokens = row.tokens();
    values.linesAdded = row.optionalInteger();
    values.linesRemoved = row.optionalInteger();
    return values;
}

/// `rows` stands before the value columns, at a different distance in each rollup.
inline UsageSums readUsageSums(sql::RowReader& row, std::int64_t rows)
{
    UsageSums sums;
    sums.rows = rows;
    sums.values = readUsageValues(row);
    for (std::int64_t* without : {&sums.withoutCredits, &sums.withoutCostUsd, &sums.withoutEstimatedCostUsd,
             &sums.withoutUncachedInput, &sums.withoutCachedInput, &sums.withoutOutput, &sums.withoutTotal,
             &sums.withoutLinesAdded, &sums.withoutLinesRemoved, &sums.withoutTokens}) {
        *without = row.integer();
    }
    return sums;
}

} // namespace app::store
