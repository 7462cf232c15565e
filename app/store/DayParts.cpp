// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/DayParts.h"

#include "store/Dictionaries.h"

#include <algorithm>

namespace app::store {

namespace {

void addTokens(TokenDay& day, const UsageValues& row)
{
    const records::Tokens& tokens = row.tokens;
    if (!tokens.uncachedInput || !tokens.cachedInput || !tokens.output) {
        ++day.skippedRows;
        return;
    }
    std::int64_t all = *tokens.uncachedInput;
    sql::add(all, *tokens.cachedInput);
    sql::add(all, *tokens.output);
    ++day.rows;
    day.mismatchedRows += tokens.total && *tokens.total != all ? 1 : 0;
    sql::add(day.turns, row.turns);
    sql::add(day.uncachedInput, *tokens.uncachedInput);
    sql::add(day.cachedInput, *tokens.cachedInput);
    sql::add(day.output, *tokens.output);
    sql::add(day.credits, row.costs.credits);
    sql::add(day.costUsd, row.costs.costUsd);
    sql::add(day.tokensWithCredits, row.costs.credits ? all : 0);
    sql::add(day.tokensWithCostUsd, row.costs.costUsd ? all : 0);
}

template <typename Fact> void addPart(PartTotals& sum, const Fact& part)
{
    ++sum.rows;
    sql::add(sum.costs, part.costs);
    sql::add(sum.tokens, part.tokens);
}

/// Writes what `after` has and `before` had not, removes what only `before` had: write(id, value) and
/// remove(id).
template <typename Value, typename Write, typename Remove>
void writeDifference(const std::map<std::int64_t, Value>& before, const std::map<std::int64_t, Value>& after,
    Write write, Remove remove)
{
    for (const auto& [id, value] : after) {
        const auto was = before.find(id);
        if (was == before.end() || was->second != value) {
            write(id, value);
        }
    }
    for (const auto& [id, value] : before) {
        if (!after.contains(id)) {
            remove(id);
        }
    }
}

} // namespace

DayParts::DayParts(const std::vector<UsageFact>& facts)
    : hasRows(!facts.empty())
{
    for (const UsageFact& fact : facts) {
        addTokens(tokens, fact.values);
        const bool isSomebody = fact.engineer != kUnattributed;
        if (isSomebody && fact.values.isActive()) {
            people[kAnyClient].insert(fact.engineer);
        }
        for (const ClientFact& client : fact.clients) {
            PartTotals& sum = clients[client.client];
            addPart(sum, client);
            sql::add(sum.threads, client.threads);
            sql::add(sum.turns, client.turns);
            if (isSomebody && (client.threads.value_or(0) > 0 || client.turns.value_or(0) > 0)) {
                people[client.client].insert(fact.engineer);
            }
        }
        for (const ModelFact& model : fact.models) {
            addPart(models[model.model], model);
        }
    }
}

DayPartTables::DayPartTables(SQLite::Database& connection)
    : m_replaceSurface(connection,
        "INSERT OR REPLACE INTO surface_by_day (day, client, row_count, threads, turns, credits, cost_usd,"
        " estimated_cost_usd, uncached_input_tokens, cached_input_tokens, output_tokens, total_tokens)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    , m_removeSurface(connection, "DELETE FROM surface_by_day WHERE day = ? AND client = ?")
    , m_replaceModel(connection,
          "INSERT OR REPLACE INTO model_by_day (day, model, row_count, credits, cost_usd, estimated_cost_usd,"
          " uncached_input_tokens, cached_input_tokens, output_tokens, total_tokens)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    , m_removeModel(connection, "DELETE FROM model_by_day WHERE day = ? AND model = ?")
    , m_replaceTokens(connection,
          "INSERT OR REPLACE INTO token_by_day (day, row_count, skipped_rows, mismatched_rows, turns,"
          " uncached_input_tokens, cached_input_tokens, output_tokens, credits, tokens_with_credits, "
          "cost_usd,"
          " tokens_with_cost_usd) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    , m_removeTokens(connection, "DELETE FROM token_by_day WHERE day = ?")
    , m_replacePeople(
          connection, "INSERT OR REPLACE INTO people_by_day (day, client, people) VALUES (?, ?, ?)")
    , m_removePeople(connection, "DELETE FROM people_by_day WHERE day = ? AND client = ?")
{
}

void DayPartTables::replaceDay(
    core::UtcDay day, const std::vector<UsageFact>& before, const std::vector<UsageFact>& after)
{
    const DayParts was(before);
    const DayParts is(after);
    writeDifference(
        was.clients, is.clients,
        [&](std::int64_t client, const PartTotals& sum) {
            sql::run(m_replaceSurface, day, client, sum.rows, sum.threads, sum.turns, sum.costs, sum.tokens);
        },
        [&](std::int64_t client) { sql::run(m_removeSurface, day, client); });
    writeDifference(
        was.models, is.models,
        [&](std::int64_t model, const PartTotals& sum) {
            sql::run(m_replaceModel, day, model, sum.rows, sum.costs, sum.tokens);
        },
        [&](std::int64_t model) { sql::run(m_removeModel, day, model); });
    writeDifference(
        was.people, is.people,
        [&](std::int64_t client, const PeopleSet& people) {
            const std::string bytes = people.bytes();
            sql::run(m_replacePeople, day, client, sql::Blob{bytes});
        },
        [&](std::int64_t client) { sql::run(m_removePeople, day, client); });
    if (!is.hasRows) {
        sql::run(m_removeTokens, day);
    } else if (!was.hasRows || was.tokens != is.tokens) {
        const TokenDay& sum = is.tokens;
        sql::run(m_replaceTokens, day, sum.rows, sum.skippedRows, sum.mismatchedRows, sum.turns,
            sum.uncachedInput, sum.cachedInput, sum.output, sum.credits, sum.tokensWithCredits, sum.costUsd,
            sum.tokensWithCostUsd);
    }
}

} // namespace app::store
