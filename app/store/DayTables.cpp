// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/DayTables.h"

#include <algorithm>

namespace app::store {

namespace {

void mix(Digest& digest, const records::Costs& costs)
{
    digest.mix(costs.credits).mix(costs.costUsd).mix(costs.estimatedCostUsd);
}

void mix(Digest& digest, const records::Tokens& tokens)
{
    digest.mix(tokens.uncachedInput).mix(tokens.cachedInput).mix(tokens.output).mix(tokens.total);
}

void mix(Digest& digest, const UsageValues& values)
{
    digest.mix(values.threads).mix(values.turns);
    mix(digest, values.costs);
    mix(digest, values.tokens);
    digest.mix(values.linesAdded).mix(values.linesRemoved);
}

/// What an e-mail or actor type that changes alone must not hide from: it is stored too.
Digest digestOf(const records::Identity& person)
{
    Digest digest;
    digest.mix(person.userId).mix(person.email).mix(person.actorType);
    return digest;
}

Digest digestOf(const UsageFact& fact)
{
    Digest digest;
    digest.mix(fact.engineer);
    mix(digest, fact.values);
    for (const ClientFact& client : fact.clients) {
        digest.mix(client.client).mix(client.threads).mix(client.turns);
        mix(digest, client.costs);
        mix(digest, client.tokens);
    }
    digest.mix(static_cast<std::uint64_t>(fact.clients.size()));
    for (const ModelFact& model : fact.models) {
        digest.mix(model.model);
        mix(digest, model.costs);
        mix(digest, model.tokens);
    }
    return digest;
}

/// Walks two lists that are sorted by engineer side by side: visit(before, after), one of them null where the
/// engineer has no row.
template <typename Fact, typename Visitor>
void compareByEngineer(const std::vector<Fact>& before, const std::vector<Fact>& after, Visitor&& visit)
{
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        if (now == after.end() || (old != before.end() && old->engineer < now->engineer)) {
            visit(&*old++, static_cast<const Fact*>(nullptr));
        } else if (old == before.end() || now->engineer < old->engineer) {
            visit(static_cast<const Fact*>(nullptr), &*now++);
        } else {
            visit(&*old++, &*now++);
        }
    }
}

std::vector<DayTotal> usageTotals(SQLite::Database& connection, const char* table, core::UtcDay day)
{
    std::vector<DayTotal> totals{{"turns", 0}, {"threads", 0}, {"credits", 0}, {"tokens", 0}};
    SQLite::Statement select(connection,
        std::string("SELECT turns, threads, ifnull(credits, 0), ifnull(total_tokens, 0) FROM ") + table
            + " WHERE day = ?");
    sql::start(select, day);
    if (select.executeStep()) {
        sql::RowReader row(select);
        for (DayTotal& total : totals) {
            total.value = row.real();
        }
    }
    return totals;
}

} // namespace

UsageTables::UsageTables(SQLite::Database& connection)
    : m_connection(connection)
    , m_engineers(connection)
    , m_names(connection)
    , m_rollups(connection)
    , m_replaceRows(connection,
          "INSERT OR REPLACE INTO usage_day (day, engineer, " THREADCOUNT_USAGE_VALUE_COLUMNS ")", 13)
    , m_removeRow(connection, "DELETE FROM usage_day WHERE day = ? AND engineer = ?")
    , m_insertClients(connection,
          "INSERT INTO usage_client (day, engineer, client, threads, turns, credits, cost_usd, "
          "estimated_cost_usd,"
          " uncached_input_tokens, cached_input_tokens, output_tokens, total_tokens)",
          12)
    , m_removeClients(connection, "DELETE FROM usage_client WHERE day = ? AND engineer = ?")
    , m_insertModels(connection,
          "INSERT INTO usage_model (day, engineer, model, credits, cost_usd, estimated_cost_usd,"
          " uncached_input_tokens, cached_input_tokens, output_tokens, total_tokens)",
          10)
    , m_removeModels(connection, "DELETE FROM usage_model WHERE day = ? AND engineer = ?")
{
}

void UsageTables::addDetails(UsageFact& fact, const Row& row)
{
    // The same client, or the same model with the same speed, may stand in one row twice: one entry holds the
    // sum.
    for (const records::ClientUsage& usage : row.clients) {
        const std::int64_t id = m_names.clientId(usage.clientId);
        const auto found = std::find_if(fact.clients.begin(), fact.clients.end(),
            [id](const ClientFact& client) { return client.client == id; });
        if (found == fact.clients.end()) {
            fact.clients.push_back({id, usage.threads, usage.turns, usage.costs, usage.tokens});
            continue;
        }
        sql::add(found->threads, usage.threads);
        sql::add(found->turns, usage.turns);
        sql::add(found->costs, usage.costs);
        sql::add(found->tokens, usage.tokens);
    }
    for (const records::ModelUsage& usage : row.models) {
        const std::int64_t id = m_names.modelId(usage.model, usage.speed);
        const auto found = std::find_if(fact.models.begin(), fact.models.end(),
            [id](const ModelFact& model) { return model.model == id; });
        if (found == fact.models.end()) {
            fact.models.push_back({id, usage.costs, usage.tokens});
            continue;
        }
        sql::add(found->costs, usage.costs);
        sql::add(found->tokens, usage.tokens);
    }
}

UsageFact UsageTables::factOf(std::int64_t engineer, const Row& row)
{
    UsageFact fact;
    fact.engineer = engineer;
    fact.values = usageValues(row);
    fact.clients.reserve(row.clients.size());
    fact.models.reserve(row.models.size());
    addDetails(fact, row);
    return fact;
}

UsageTables::Content UsageTables::build(const std::vector<Arrived<Row>>& arrivals)
{
    Chosen<Row> chosen
        = chooseRows(arrivals, [this](const std::string& userId) { return m_engineers.idOf(userId); });
    Content content;
    content.facts.reserve(chosen.identified.size() + 1);
    if (!chosen.unattributed.empty()) {
        UsageFact sum = factOf(kUnattributed, *chosen.unattributed.front());
        for (auto row = chosen.unattributed.begin() + 1; row != chosen.unattributed.end(); ++row) {
            addValues(sum.values, usageValues(**row));
            addDetails(sum, **row);
        }
        content.facts.push_back(std::move(sum));
    }
    for (const PersonRow<Row>& chosenRow : chosen.identified) {
        content.facts.push_back(factOf(chosenRow.person, *chosenRow.row));
    }
    content.people = std::move(chosen.identified);
    for (UsageFact& fact : content.facts) {
        std::sort(fact.clients.begin(), fact.clients.end(),
            [](const ClientFact& a, const ClientFact& b) { return a.client < b.client; });
        std::sort(fact.models.begin(), fact.models.end(),
            [](const ModelFact& a, const ModelFact& b) { return a.model < b.model; });
        content.digest.include(digestOf(fact));
    }
    for (const PersonRow<Row>& person : content.people) {
        content.digest.include(digestOf(person.row->identity));
    }
    return content;
}

std::vector<DayTotal> UsageTables::storedTotals(core::UtcDay day)
{
    return usageTotals(m_connection, "usage_total_by_day", day);
}

/// Removes what is no longer so, and notes what has to be inserted.
void UsageTables::compare(core::UtcDay day, const UsageFact* before, const UsageFact* after)
{
    const std::int64_t engineer = before ? before->engineer : after->engineer;
    if (!before || !after || before->values != after->values) {
        m_rollups.touch(day, engineer);
        if (after) {
            m_newRows.push_back(after);
            m_engineers.addDay(engineer, day);
        } else {
            sql::run(m_removeRow, day, engineer);
            if (m_engineers.removeDay(engineer, day)) {
                m_edgeLost.push_back(engineer);
            }
        }
    }
    static const UsageFact nothing;
    const UsageFact& old = before ? *before : nothing;
    const UsageFact& now = after ? *after : nothing;
    if (old.clients != now.clients) {
        if (!old.clients.empty()) {
            sql::run(m_removeClients, day, engineer);
        }
        for (const ClientFact& client : now.clients) {
            m_newClients.emplace_back(engineer, &client);
        }
    }
    if (old.models != now.models) {
        if (!old.models.empty()) {
            sql::run(m_removeModels, day, engineer);
        }
        for (const ModelFact& model : now.models) {
            m_newModels.emplace_back(engineer, &model);
        }
    }
}

/// Inserts what compare() has noted.
void UsageTables::insert(core::UtcDay day)
{
    m_replaceRows.run(std::span(std::as_const(m_newRows)),
        [day](SQLite::Statement& statement, int& index, const UsageFact* fact) {
            sql::bindNext(statement, index, day);
            sql::bindNext(statement, index, fact->engineer);
            bindNext(statement, index, fact->values);
        });
    m_insertClients.run(std::span(std::as_const(m_newClients)),
        [day](SQLite::Statement& statement, int& index, const auto& part) {
            const auto& [engineer, client] = part;
            sql::bindNext(statement, index, day);
            sql::bindNext(statement, index, engineer);
            sql::bindNext(statement, index, client->client);
            sql::bindNext(statement, index, client->threads);
            sql::bindNext(statement, index, client->turns);
            sql::bindNext(statement, index, client->costs);
            sql::bindNext(statement, index, client->tokens);
        });
    m_insertModels.run(std::span(std::as_const(m_newModels)),
        [day](SQLite::Statement& statement, int& index, const auto& part) {
            const auto& [engineer, model] = part;
            sql::bindNext(statement, index, day);
            sql::bindNext(statement, index, engineer);
            sql::bindNext(statement, index, model->model);
            sql::bindNext(statement, index, model->costs);
            sql::bindNext(statement, index, model->tokens);
        });
    m_newRows.clear();
    m_newClients.clear();
    m_newModels.clear();
}

void UsageTables::replace(core::UtcDay day, const Content& content, bool hasRows)
{
    const std::vector<UsageFact> before = hasRows ? readFacts(m_connection, day) : std::vector<UsageFact>();
    compareByEngineer(
        before, content.facts, [&](const UsageFact* old, const UsageFact* now) { compare(day, old, now); });
    insert(day);
    m_rollups.replaceDay(day, before, content.facts);
    for (const PersonRow<Row>& person : content.people) {
        m_engineers.see(person.person, person.row->identity, day);
    }
}

void UsageTables::finish()
{
    m_rollups.finish();
    for (const std::int64_t engineer : m_edgeLost) {
        m_engineers.setDays(engineer, m_rollups.daysOfEngineer(engineer));
    }
    m_engineers.save();
}

WorkspaceTables::WorkspaceTables(SQLite::Database& connection)
    : m_connection(connection)
{
}

WorkspaceTables::Content WorkspaceTables::build(const std::vector<Arrived<Row>>& arrivals)
{
    Content content;
    const auto addRow = [&content](const Row& row) {
        if (content.values) {
            addValues(*content.values, usageValues(row));
        } else {
            content.values = usageValues(row);
        }
    };
    const auto withoutIdentity = std::find_if(arrivals.rbegin(), arrivals.rend(),
        [](const Arrived<Row>& arrival) { return !hasUserId(arrival.row.identity); });
    if (withoutIdentity != arrivals.rend()) {
        addRow(withoutIdentity->row);
    }
    // Nobody else needs to know them: in the order in which they come.
    std::unordered_map<std::string, std::int64_t> numbers;
    const auto numberOf = [&numbers](const std::string& userId) {
        return numbers.try_emplace(userId, static_cast<std::int64_t>(numbers.size())).first->second;
    };
    for (const PersonRow<Row>& person : chooseRows(arrivals, numberOf).identified) {
        addRow(*person.row);
    }
    if (content.values) {
        mix(content.digest, *content.values);
    }
    return content;
}

std::vector<DayTotal> WorkspaceTables::storedTotals(core::UtcDay day)
{
    return usageTotals(m_connection, "workspace_day", day);
}

void WorkspaceTables::replace(core::UtcDay day, const Content& content, bool)
{
    if (content.values) {
        SQLite::Statement replaceRow(m_connection,
            "INSERT OR REPLACE INTO workspace_day (day, " THREADCOUNT_USAGE_VALUE_COLUMNS
            ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        sql::run(replaceRow, day, *content.values);
    } else {
        SQLite::Statement removeRow(m_connection, "DELETE FROM workspace_day WHERE day = ?");
        sql::run(removeRow, day);
    }
}

template <typename Columns>
typename CountTables<Columns>::Content CountTables<Columns>::build(const std::vector<Arrived<Row>>& arrivals)
{
    Chosen<Row> chosen
        = chooseRows(arrivals, [this](const std::string& userId) { return m_engineers.idOf(userId); });
    Content content;
    if (!chosen.unattributed.empty()) {
        Fact sum{kUnattributed, {}};
        for (const Row* row : chosen.unattributed) {
            const Counters<Columns> counters = countersOf<Columns>(*row);
            for (std::size_t i = 0; i < counters.size(); ++i) {
                sql::add(sum.counters[i], counters[i]);
            }
        }
        content.facts.push_back(sum);
    }
    for (const PersonRow<Row>& person : chosen.identified) {
        content.facts.push_back({person.person, countersOf<Columns>(*person.row)});
    }
    content.people = std::move(chosen.identified);
    for (const Fact& fact : content.facts) {
        Digest digest;
        digest.mix(fact.engineer);
        for (const auto& counter : fact.counters) {
            digest.mix(counter);
        }
        content.digest.include(digest);
    }
    for (const PersonRow<Row>& person : content.people) {
        content.digest.include(digestOf(person.row->identity));
    }
    return content;
}

template <typename Columns> std::vector<DayTotal> CountTables<Columns>::storedTotals(core::UtcDay day)
{
    std::string sums;
    std::vector<DayTotal> totals;
    for (std::size_t i = 0; i < Columns::kTotals; ++i) {
        sums += (i == 0 ? "ifnull(sum(" : ", ifnull(sum(") + std::string(Columns::kNames[i]) + "), 0)";
        totals.push_back({Columns::kNames[i], 0});
    }
    SQLite::Statement select(m_connection, "SELECT " + sums + " FROM " + Columns::kTable + " WHERE day = ?");
    sql::start(select, day);
    if (select.executeStep()) {
        sql::RowReader row(select);
        for (DayTotal& total : totals) {
            total.value = row.real();
        }
    }
    return totals;
}

template <typename Columns>
void CountTables<Columns>::replace(core::UtcDay day, const Content& content, bool hasRows)
{
    const std::string table = Columns::kTable;
    std::vector<Fact> before;
    if (hasRows) {
        SQLite::Statement select(m_connection,
            "SELECT engineer, " + counterList<Columns>() + " FROM " + table
                + " WHERE day = ? ORDER BY engineer");
        sql::start(select, day);
        while (select.executeStep()) {
            sql::RowReader row(select);
            Fact fact;
            fact.engineer = row.integer();
            for (auto& counter : fact.counters) {
                counter = row.optionalInteger();
            }
            before.push_back(fact);
        }
    }
    SQLite::Statement removeRow(m_connection, "DELETE FROM " + table + " WHERE day = ? AND engineer = ?");
    SQLite::Statement replaceRow(m_connection,
        "INSERT OR REPLACE INTO " + table + " (day, engineer, " + counterList<Columns>() + ") VALUES ("
            + parameterList(2 + Columns::kCount) + ")");
    compareByEngineer(before, content.facts, [&](const Fact* old, const Fact* now) {
        if (!now) {
            sql::run(removeRow, day, old->engineer);
        } else if (!old || old->counters != now->counters) {
            int index = 0;
            sql::bindNext(replaceRow, index, day);
            sql::bindNext(replaceRow, index, now->engineer);
            for (const auto& counter : now->counters) {
                sql::bindNext(replaceRow, index, counter);
            }
            replaceRow.exec();
            replaceRow.reset();
        }
    });
    for (const PersonRow<Row>& person : content.people) {
        m_engineers.see(person.person, person.row->identity, day);
    }
}

template class CountTables<ReviewColumns>;
template class CountTables<ReviewResponseColumns>;

} // namespace app::store
