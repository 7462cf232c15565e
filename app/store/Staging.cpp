// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Staging.h"

#include "store/CountTables.h"
#include "store/UsageFacts.h"

#include <bit>

namespace app::store::staging {

namespace {

std::vector<const char*> tablesOf(records::Dataset dataset)
{
    switch (dataset) {
    case records::Dataset::UsagePerEngineer:
        return {"staging_usage", "staging_usage_client", "staging_usage_model"};
    case records::Dataset::UsageWorkspace: return {"staging_workspace"};
    case records::Dataset::CodeReviews: return {"staging_review"};
    case records::Dataset::CodeReviewResponses: return {"staging_review_response"};
    }
    Q_UNREACHABLE();
}

void appendWorkspace(SQLite::Database& connection, const std::vector<records::UsageRow>& rows, int page,
    std::int64_t& sequence)
{
    SQLite::Statement insert(connection,
        "INSERT INTO staging_workspace (day, seq, page, bytes_hash, user_id, " THREADCOUNT_USAGE_VALUE_COLUMNS
        ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const records::UsageRow& row : rows) {
        sql::run(insert, row.day, sequence++, std::int64_t{page}, std::bit_cast<std::int64_t>(row.bytesHash),
            row.identity.userId, usageValues(row));
    }
}

void readWorkspace(
    SQLite::Database& connection, core::UtcDay day, std::vector<Arrived<records::UsageRow>>& rows)
{
    SQLite::Statement select(connection,
        "SELECT page, bytes_hash, user_id, " THREADCOUNT_USAGE_VALUE_COLUMNS
        " FROM staging_workspace WHERE day = ? ORDER BY seq");
    sql::start(select, day);
    while (select.executeStep()) {
        sql::RowReader columns(select);
        Arrived<records::UsageRow> arrived;
        arrived.page = static_cast<int>(columns.integer());
        arrived.row.day = day;
        arrived.row.bytesHash = std::bit_cast<std::uint64_t>(columns.integer());
        arrived.row.identity.userId = columns.optionalText();
        const UsageValues values = readUsageValues(columns);
        arrived.row.threads = values.threads;
        arrived.row.turns = values.turns;
        arrived.row.costs = values.costs;
        arrived.row.tokens = values.tokens;
        arrived.row.linesAdded = values.linesAdded;
        arrived.row.linesRemoved = values.linesRemoved;
        rows.push_back(std::move(arrived));
    }
}

template <typename Columns>
void appendCounters(SQLite::Database& connection, const std::vector<typename Columns::Row>& rows, int page,
    std::int64_t& sequence)
{
    // Not a chain of +: GCC 12 wrongly warns of a copy out of bounds there when it optimises.
    std::string statement = "INSERT INTO ";
    statement += Columns::kStaging;
    statement += " (day, seq, page, bytes_hash, user_id, email, actor_type, ";
    statement += counterList<Columns>();
    statement += ") VALUES (";
    statement += parameterList(7 + Columns::kCount);
    statement += ")";
    SQLite::Statement insert(connection, statement);
    for (const auto& row : rows) {
        int index = 0;
        sql::bindNext(insert, index, row.day);
        sql::bindNext(insert, index, sequence++);
        sql::bindNext(insert, index, std::int64_t{page});
        sql::bindNext(insert, index, std::bit_cast<std::int64_t>(row.bytesHash));
        sql::bindNext(insert, index, row.identity.userId);
        sql::bindNext(insert, index, row.identity.email);
        sql::bindNext(insert, index, row.identity.actorType);
        for (const auto& counter : countersOf<Columns>(row)) {
            sql::bindNext(insert, index, counter);
        }
        insert.exec();
        insert.reset();
    }
}

template <typename Columns>
void readCounters(
    SQLite::Database& connection, core::UtcDay day, std::vector<Arrived<typename Columns::Row>>& rows)
{
    SQLite::Statement select(connection,
        "SELECT page, bytes_hash, user_id, email, actor_type, " + counterList<Columns>() + " FROM "
            + Columns::kStaging + " WHERE day = ? ORDER BY seq");
    sql::start(select, day);
    while (select.executeStep()) {
        sql::RowReader columns(select);
        Arrived<typename Columns::Row> arrived;
        arrived.page = static_cast<int>(columns.integer());
        arrived.row.day = day;
        arrived.row.bytesHash = std::bit_cast<std::uint64_t>(columns.integer());
        arrived.row.identity.userId = columns.optionalText();
        arrived.row.identity.email = columns.optionalText();
        arrived.row.identity.actorType = columns.optionalText();
        Counters<Columns> counters;
        for (auto& counter : counters) {
            counter = columns.optionalInteger();
        }
        setCounters<Columns>(arrived.row, counters);
        rows.push_back(std::move(arrived));
    }
}

} // namespace

void clear(SQLite::Database& connection, records::Dataset dataset)
{
    // Without a WHERE clause SQLite drops whole pages instead of row after row.
    for (const char* table : tablesOf(dataset)) {
        connection.exec(std::string("DELETE FROM ") + table);
    }
}

std::int64_t rowCount(SQLite::Database& connection, records::Dataset dataset)
{
    return connection.execAndGet(std::string("SELECT count(*) FROM ") + tablesOf(dataset).front()).getInt64();
}

void append(SQLite::Database& connection, records::Dataset dataset,
    const std::vector<records::UsageRow>& rows, int page, std::int64_t& sequence)
{
    if (dataset == records::Dataset::UsageWorkspace) {
        appendWorkspace(connection, rows, page, sequence);
        return;
    }
    SQLite::Statement insertRow(connection,
        "INSERT INTO staging_usage (day, seq, page, bytes_hash, user_id, email, "
        "actor_type, " THREADCOUNT_USAGE_VALUE_COLUMNS
        ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::Statement insertClient(connection,
        "INSERT INTO staging_usage_client (day, seq, ordinal, client_id, threads, turns, credits, cost_usd,"
        " estimated_cost_usd, uncached_input_tokens, cached_input_tokens, output_tokens, total_tokens)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::Statement insertModel(connection,
        "INSERT INTO staging_usage_model (day, seq, ordinal, model, speed, credits, cost_usd, "
        "estimated_cost_usd,"
        " uncached_input_tokens, cached_input_tokens, output_tokens, total_tokens)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const records::UsageRow& row : rows) {
        sql::run(insertRow, row.day, sequence, std::int64_t{page}, std::bit_cast<std::int64_t>(row.bytesHash),
            row.identity.userId, row.identity.email, row.identity.actorType, usageValues(row));
        std::int64_t ordinal = 0;
        for (const records::ClientUsage& client : row.clients) {
            sql::run(insertClient, row.day, sequence, ordinal++, client.clientId, client.threads,
                client.turns, client.costs, client.tokens);
        }
        ordinal = 0;
        for (const records::ModelUsage& model : row.models) {
            sql::run(insertModel, row.day, sequence, ordinal++, model.model, model.speed, model.costs,
                model.tokens);
        }
        ++sequence;
    }
}

void append(SQLite::Database& connection, records::Dataset, const std::vector<records::ReviewRow>& rows,
    int page, std::int64_t& sequence)
{
    appendCounters<ReviewColumns>(connection, rows, page, sequence);
}

void append(SQLite::Database& connection, records::Dataset,
    const std::vector<records::ReviewResponseRow>& rows, int page, std::int64_t& sequence)
{
    appendCounters<ReviewResponseColumns>(connection, rows, page, sequence);
}

void read(SQLite::Database& connection, records::Dataset dataset, core::UtcDay day,
    std::vector<Arrived<records::UsageRow>>& rows)
{
    if (dataset == records::Dataset::UsageWorkspace) {
        readWorkspace(connection, day, rows);
        return;
    }
    SQLite::Statement selectRows(connection,
        "SELECT seq, page, bytes_hash, user_id, email, actor_type, " THREADCOUNT_USAGE_VALUE_COLUMNS
        " FROM staging_usage WHERE day = ? ORDER BY seq");
    std::unordered_map<std::int64_t, std::size_t> places;
    sql::start(selectRows, day);
    while (selectRows.executeStep()) {
        sql::RowReader columns(selectRows);
        places.emplace(columns.integer(), rows.size());
        Arrived<records::UsageRow> arrived;
        arrived.page = static_cast<int>(columns.integer());
        arrived.row.day = day;
        arrived.row.bytesHash = std::bit_cast<std::uint64_t>(columns.integer());
        arrived.row.identity.userId = columns.optionalText();
        arrived.row.identity.email = columns.optionalText();
        arrived.row.identity.actorType = columns.optionalText();
        const UsageValues values = readUsageValues(columns);
        arrived.row.threads = values.threads;
        arrived.row.turns = values.turns;
        arrived.row.costs = values.costs;
        arrived.row.tokens = values.tokens;
        arrived.row.linesAdded = values.linesAdded;
        arrived.row.linesRemoved = values.linesRemoved;
        rows.push_back(std::move(arrived));
    }
    SQLite::Statement selectClients(connection,
        "SELECT seq, client_id, threads, turns, credits, cost_usd, estimated_cost_usd, uncached_input_tokens,"
        " cached_input_tokens, output_tokens, total_tokens FROM staging_usage_client WHERE day = ?"
        " ORDER BY seq, ordinal");
    sql::start(selectClients, day);
    while (selectClients.executeStep()) {
        sql::RowReader columns(selectClients);
        auto& clients = rows.at(places.at(columns.integer())).row.clients;
        records::ClientUsage client;
        client.clientId = columns.text();
        client.threads = columns.optionalInteger();
        client.turns = columns.optionalInteger();
        client.costs = columns.costs();
        client.tokens = columns.tokens();
        clients.push_back(std::move(client));
    }
    SQLite::Statement selectModels(connection,
        "SELECT seq, model, speed, credits, cost_usd, estimated_cost_usd, uncached_input_tokens,"
        " cached_input_tokens, output_tokens, total_tokens FROM staging_usage_model WHERE day = ?"
        " ORDER BY seq, ordinal");
    sql::start(selectModels, day);
    while (selectModels.executeStep()) {
        sql::RowReader columns(selectModels);
        auto& models = rows.at(places.at(columns.integer())).row.models;
        records::ModelUsage model;
        model.model = columns.text();
        model.speed = columns.optionalText();
        model.costs = columns.costs();
        model.tokens = columns.tokens();
        models.push_back(std::move(model));
    }
}

void read(SQLite::Database& connection, records::Dataset, core::UtcDay day,
    std::vector<Arrived<records::ReviewRow>>& rows)
{
    readCounters<ReviewColumns>(connection, day, rows);
}

void read(SQLite::Database& connection, records::Dataset, core::UtcDay day,
    std::vector<Arrived<records::ReviewResponseRow>>& rows)
{
    readCounters<ReviewResponseColumns>(connection, day, rows);
}

} // namespace app::store::staging
