// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/RowQueries.h"

#include "store/CountTables.h"
#include "store/UsageFacts.h"

namespace app::store {

namespace {

records::Identity readIdentity(sql::RowReader& row)
{
    records::Identity identity;
    identity.userId = row.optionalText();
    identity.email = row.optionalText();
    identity.actorType = row.optionalText();
    return identity;
}

void readUsage(sql::RowReader& row, records::UsageRow& usage)
{
    const UsageValues values = readUsageValues(row);
    usage.threads = values.threads;
    usage.turns = values.turns;
    usage.costs = values.costs;
    usage.tokens = values.tokens;
    usage.linesAdded = values.linesAdded;
    usage.linesRemoved = values.linesRemoved;
}

/// Runs `select` over the days of `range` and hands each row that `read` makes to `visit`.
template <typename Row, typename Reader>
core::Result<void> visitDays(const Database& database, const std::string& select, core::DayRange range,
    const RowVisitor<Row>& visit, Reader&& read)
{
    return guarded(database, [&]() -> core::Result<void> {
        SQLite::Statement statement(database.connection(), select);
        sql::start(statement, range.first, range.last);
        while (statement.executeStep()) {
            sql::RowReader columns(statement);
            Row row;
            row.day = columns.day();
            read(columns, row);
            if (!visit(row)) {
                break;
            }
        }
        return {};
    });
}

template <typename Columns>
core::Result<void> visitCounters(
    const Database& database, core::DayRange range, const RowVisitor<typename Columns::Row>& visit)
{
    return visitDays(database,
        "SELECT f.day, e.user_id, e.email, e.actor_type, " + counterList<Columns>() + " FROM "
            + Columns::kTable
            + " f JOIN engineer e ON e.id = f.engineer WHERE f.day BETWEEN ? AND ? ORDER BY f.day, e.user_id",
        range, visit, [](sql::RowReader& columns, typename Columns::Row& row) {
            row.identity = readIdentity(columns);
            Counters<Columns> counters;
            for (auto& counter : counters) {
                counter = columns.optionalInteger();
            }
            setCounters<Columns>(row, counters);
        });
}

} // namespace

core::Result<void> visitUsageRows(
    const Database& database, core::DayRange range, const RowVisitor<records::UsageRow>& visit)
{
    return visitDays(database,
        "SELECT f.day, e.user_id, e.email, e.actor_type, " THREADCOUNT_USAGE_VALUE_COLUMNS
        " FROM usage_day f JOIN engineer e ON e.id = f.engineer"
        " WHERE f.day BETWEEN ? AND ? ORDER BY f.day, e.user_id",
        range, visit, [](sql::RowReader& columns, records::UsageRow& row) {
            row.identity = readIdentity(columns);
            readUsage(columns, row);
        });
}

core::Result<void> visitClientRows(
    const Database& database, core::DayRange range, const RowVisitor<ClientRow>& visit)
{
    return visitDays(database,
        "SELECT f.day, e.user_id, c.client_id, f.threads, f.turns, f.credits, f.cost_usd, "
        "f.estimated_cost_usd,"
        " f.uncached_input_tokens, f.cached_input_tokens, f.output_tokens, f.total_tokens"
        " FROM usage_client f JOIN engineer e ON e.id = f.engineer JOIN client c ON c.id = f.client"
        " WHERE f.day BETWEEN ? AND ? ORDER BY f.day, e.user_id, c.client_id",
        range, visit, [](sql::RowReader& columns, ClientRow& row) {
            row.userId = columns.optionalText();
            row.usage.clientId = columns.text();
            row.usage.threads = columns.optionalInteger();
            row.usage.turns = columns.optionalInteger();
            row.usage.costs = columns.costs();
            row.usage.tokens = columns.tokens();
        });
}

core::Result<void> visitModelRows(
    const Database& database, core::DayRange range, const RowVisitor<ModelRow>& visit)
{
    return visitDays(database,
        "SELECT f.day, e.user_id, m.model, m.speed, f.credits, f.cost_usd, f.estimated_cost_usd,"
        " f.uncached_input_tokens, f.cached_input_tokens, f.output_tokens, f.total_tokens"
        " FROM usage_model f JOIN engineer e ON e.id = f.engineer JOIN model m ON m.id = f.model"
        " WHERE f.day BETWEEN ? AND ? ORDER BY f.day, e.user_id, m.model, m.speed",
        range, visit, [](sql::RowReader& columns, ModelRow& row) {
            row.userId = columns.optionalText();
            row.usage.model = columns.text();
            row.usage.speed = columns.optionalText();
            row.usage.costs = columns.costs();
            row.usage.tokens = columns.tokens();
        });
}

core::Result<void> visitWorkspaceRows(
    const Database& database, core::DayRange range, const RowVisitor<records::UsageRow>& visit)
{
    return visitDays(database,
        "SELECT day, " THREADCOUNT_USAGE_VALUE_COLUMNS
        " FROM workspace_day WHERE day BETWEEN ? AND ? ORDER BY day",
        range, visit, readUsage);
}

core::Result<void> visitReviewRows(
    const Database& database, core::DayRange range, const RowVisitor<records::ReviewRow>& visit)
{
    return visitCounters<ReviewColumns>(database, range, visit);
}

core::Result<void> visitReviewResponseRows(
    const Database& database, core::DayRange range, const RowVisitor<records::ReviewResponseRow>& visit)
{
    return visitCounters<ReviewResponseColumns>(database, range, visit);
}

core::Result<void> visitEngineerRows(const Database& database, const RowVisitor<EngineerRow>& visit)
{
    return guarded(database, [&]() -> core::Result<void> {
        SQLite::Statement select(database.connection(),
            "SELECT user_id, email, actor_type, first_day, last_day FROM engineer WHERE first_day IS NOT NULL"
            " ORDER BY user_id");
        while (select.executeStep()) {
            sql::RowReader columns(select);
            EngineerRow row;
            row.userId = columns.optionalText();
            row.email = columns.optionalText();
            row.actorType = columns.optionalText();
            row.firstDay = columns.optionalDay();
            row.lastDay = columns.optionalDay();
            if (!visit(row)) {
                break;
            }
        }
        return {};
    });
}

} // namespace app::store
