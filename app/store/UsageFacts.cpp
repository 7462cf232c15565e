// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/UsageFacts.h"

#include "store/RawRows.h"
#include "store/StoredDays.h"

namespace app::store {

namespace {

/// Both sides are sorted by engineer: goes on from `fact` to the one that a part belongs to.
UsageFact& factOfPart(std::vector<UsageFact>& facts, std::size_t& fact, std::int64_t engineer)
{
    while (fact < facts.size() && facts[fact].engineer < engineer) {
        ++fact;
    }
    if (fact == facts.size() || facts[fact].engineer != engineer) {
        throw std::out_of_range("parts of a row that is not there");
    }
    return facts[fact];
}

} // namespace

std::vector<UsageFact> readFacts(SQLite::Database& connection, core::UtcDay day)
{
    std::vector<UsageFact> facts;
    RawRows rows(connection,
        "SELECT engineer, " THREADCOUNT_USAGE_VALUE_COLUMNS
        " FROM usage_day WHERE day = ? ORDER BY engineer");
    rows.start(day.number());
    const std::int64_t last = lastEngineer(connection);
    while (rows.next()) {
        UsageFact& fact = facts.emplace_back();
        fact.engineer = rows.integer();
        if (fact.engineer < 0 || fact.engineer > last) {
            throw std::out_of_range("usage of nobody");
        }
        fact.values = readUsageValues(rows);
    }
    RawRows clients(connection,
        "SELECT engineer, client, threads, turns, credits, cost_usd, estimated_cost_usd,"
        " uncached_input_tokens, cached_input_tokens, output_tokens, total_tokens FROM usage_client"
        " WHERE day = ? ORDER BY engineer, client");
    clients.start(day.number());
    for (std::size_t fact = 0; clients.next();) {
        ClientFact& client = factOfPart(facts, fact, clients.integer()).clients.emplace_back();
        client.client = clients.integer();
        client.threads = clients.optionalInteger();
        client.turns = clients.optionalInteger();
        client.costs = clients.costs();
        client.tokens = clients.tokens();
    }
    RawRows models(connection,
        "SELECT engineer, model, credits, cost_usd, estimated_cost_usd, uncached_input_tokens,"
        " cached_input_tokens, output_tokens, total_tokens FROM usage_model WHERE day = ?"
        " ORDER BY engineer, model");
    models.start(day.number());
    for (std::size_t fact = 0; models.next();) {
        ModelFact& model = factOfPart(facts, fact, models.integer()).models.emplace_back();
        model.model = models.integer();
        model.costs = models.costs();
        model.tokens = models.tokens();
    }
    return facts;
}

} // namespace app::store
