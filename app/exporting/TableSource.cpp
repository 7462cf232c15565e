// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/TableSource.h"

#include "exporting/Pseudonyms.h"
#include "exporting/RecordRows.h"
#include "store/Guarded.h"
#include "store/SyncState.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>

namespace app::exporting {

namespace {

/// How often a stop request is looked at.
constexpr std::int64_t kRowsBetweenStops = 256;
constexpr std::int64_t kLastMillisecondOfDay = 86'399'999;

/// What a number of the cache is in a file.
enum class Kind { AsIs, Day, Instant };

Kind kindOf(const std::string& column)
{
    if (column == "day" || column == "first_day" || column == "last_day" || column == "from"
        || column == "to") {
        return Kind::Day;
    }
    return column == "at" ? Kind::Instant : Kind::AsIs;
}

constexpr const char* kCosts = ", f.credits, f.cost_usd, f.estimated_cost_usd";
constexpr const char* kTokens
    = ", f.uncached_input_tokens, f.cached_input_tokens, f.output_tokens, f.total_tokens";
constexpr const char* kDays = " WHERE f.day BETWEEN :first AND :last ORDER BY f.day";
// CROSS JOIN keeps the facts outside: they come in the order of their days, so only one day at a time is
// sorted and held in memory.
constexpr const char* kPeople = " f CROSS JOIN people p ON p.id = f.engineer";

/// Everybody under the name that the file shows. Materialised, so that a pseudonym is computed once per
/// person and not once per row.
std::string peopleClause(TableSource::Names names)
{
    return names == TableSource::Names::Pseudonyms
        ? "WITH people AS MATERIALIZED (SELECT id, pseudonym(user_id) AS name, NULL AS email, actor_type, "
          "first_day, "
          "last_day FROM engineer) "
        : "WITH people AS (SELECT id, user_id AS name, email, actor_type, first_day, last_day FROM "
          "engineer) ";
}

std::string engineersStatement(bool allDays)
{
    if (allDays) {
        return "SELECT name, email, actor_type, first_day, last_day FROM people"
               " WHERE name IS NOT NULL AND ifnull(first_day, :first) BETWEEN :first AND :last ORDER BY name";
    }
    return "SELECT p.name, p.email, p.actor_type, seen.first_day, seen.last_day"
           " FROM (SELECT engineer, min(day) AS first_day, max(day) AS last_day FROM ("
           "  SELECT day, engineer FROM usage_day WHERE day BETWEEN :first AND :last"
           "  UNION ALL SELECT day, engineer FROM review_day WHERE day BETWEEN :first AND :last"
           "  UNION ALL SELECT day, engineer FROM review_response_day WHERE day BETWEEN :first AND :last"
           " ) GROUP BY engineer) seen"
           " JOIN people p ON p.id = seen.engineer WHERE p.name IS NOT NULL ORDER BY p.name";
}

std::string statementFor(Table table, TableSource::Names names, bool allDays)
{
    const std::string people = peopleClause(names);
    const std::string costs = kCosts;
    const std::string tokens = kTokens;
    const std::string facts = kPeople;
    const std::string days = kDays;
    switch (table) {
    case Table::Usage:
        return people + "SELECT f.day, p.name, p.email, p.actor_type, f.threads, f.turns" + costs + tokens
            + ", f.lines_added, f.lines_removed FROM usage_day" + facts + days + ", p.name";
    case Table::UsageBySurface:
        return people + "SELECT f.day, p.name, c.client_id, f.threads, f.turns" + costs + tokens
            + " FROM usage_client" + facts + " CROSS JOIN client c ON c.id = f.client" + days
            + ", p.name, c.client_id";
    case Table::UsageByModel:
        return people + "SELECT f.day, p.name, m.model, m.speed" + costs + tokens + " FROM usage_model"
            + facts + " CROSS JOIN model m ON m.id = f.model" + days + ", p.name, m.model, m.speed";
    case Table::WorkspaceUsage:
        return "SELECT f.day, f.threads, f.turns" + costs + tokens + " FROM workspace_day f" + days;
    case Table::Reviews:
        return people
            + "SELECT f.day, p.name, f.pull_request_reviews, f.comments, f.p0, f.p1, f.p2 FROM review_day"
            + facts + days + ", p.name";
    case Table::ReviewResponses:
        return people
            + "SELECT f.day, p.name, f.pull_request_reviews, f.comments, f.replies, f.reactions, f.upvotes,"
              " f.downvotes, f.other_reactions, f.engaged, f.reacted, f.upvoted, f.downvoted, "
              "f.reacted_other,"
              " f.replied FROM review_response_day"
            + facts + days + ", p.name";
    case Table::Engineers: return people + engineersStatement(allDays);
    case Table::Requests:
        // The numbers are those of records::Dataset. Endpoint and group together say which dataset was asked
        // for.
        return "SELECT at, CASE dataset WHEN 2 THEN 'code_reviews' WHEN 3 THEN 'code_review_responses' ELSE "
               "'usage' END"
               " AS endpoint, CASE dataset WHEN 1 THEN 'workspace' END AS grouped_by, first_day, last_day, "
               "attempt,"
               " status, bytes, row_count, milliseconds, error FROM request WHERE at BETWEEN :first AND :last"
               " ORDER BY at, endpoint, grouped_by, first_day, last_day, attempt, id";
    case Table::Completeness:
    case Table::Restatements:
    case Table::Reconciliation:
    case Table::Storage: break; // see RecordRows
    }
    Q_UNREACHABLE();
}

void pseudonymFunction(sqlite3_context* context, int, sqlite3_value** values)
{
    if (sqlite3_value_type(values[0]) != SQLITE_TEXT) {
        sqlite3_result_null(context);
        return;
    }
    const auto* pseudonyms = static_cast<const Pseudonyms*>(sqlite3_user_data(context));
    const auto* text = static_cast<const char*>(sqlite3_value_blob(values[0]));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
    const std::string name = pseudonyms->of({text, size});
    sqlite3_result_text(context, name.data(), static_cast<int>(name.size()), SQLITE_TRANSIENT);
}

/// Turns the columns of a statement into cells; remembers the last day, because thousands of rows share it.
class CellReader
{
public:
    explicit CellReader(const std::vector<std::string>& columns)
    {
        for (const std::string& column : columns) {
            m_kinds.push_back(kindOf(column));
        }
    }

    void read(const SQLite::Statement& statement, Row& row)
    {
        for (std::size_t i = 0; i < m_kinds.size(); ++i) {
            row[i] = cell(statement.getColumn(static_cast<int>(i)), m_kinds[i]);
        }
    }

private:
    Cell cell(const SQLite::Column& column, Kind kind)
    {
        switch (column.getType()) {
        case SQLITE_INTEGER: return number(column.getInt64(), kind);
        case SQLITE_FLOAT: return column.getDouble();
        case SQLITE_TEXT: return column.getString();
        default: return std::monostate{};
        }
    }

    Cell number(std::int64_t value, Kind kind)
    {
        switch (kind) {
        case Kind::AsIs: break;
        case Kind::Day:
            if (value != m_dayNumber) {
                m_dayNumber = value;
                m_day = core::UtcDay::fromNumber(static_cast<std::int32_t>(value)).toIso().toStdString();
            }
            return m_day;
        case Kind::Instant: return instantText(core::Instant(std::chrono::milliseconds(value)));
        }
        return value;
    }

    std::vector<Kind> m_kinds;
    std::optional<std::int64_t> m_dayNumber;
    std::string m_day;
};

} // namespace

TableSource::TableSource(const store::Database& database, Table table, core::DayRange range, Names names)
    : m_database(database)
    , m_table(table)
    , m_range(range)
    , m_names(names)
{
}

core::Result<std::int64_t> TableSource::forEachRow(const Visitor& visit, const std::stop_token& stop) const
{
    if (std::find(kRecordTables.begin(), kRecordTables.end(), m_table) != kRecordTables.end()) {
        const core::Result<std::vector<Row>> rows = recordRows(m_database, m_table, m_range, stop);
        if (!rows) {
            return core::failure(rows.error());
        }
        for (const Row& row : *rows) {
            if (const core::Result<void> visited = visit(row); !visited) {
                return core::failure(visited.error());
            }
        }
        return static_cast<std::int64_t>(rows->size());
    }
    std::optional<Pseudonyms> pseudonyms;
    if (m_names == Names::Pseudonyms) {
        const core::Result<QByteArray> salt = store::storeSalt(m_database);
        if (!salt) {
            return core::failure(salt.error());
        }
        pseudonyms.emplace(*salt);
    }
    return store::guarded(m_database, [&]() -> core::Result<std::int64_t> {
        SQLite::Database& connection = m_database.connection();
        if (pseudonyms) {
            // Set anew before each statement that names it, so the pointer never outlives its use.
            connection.createFunction("pseudonym", 1, true, &*pseudonyms, pseudonymFunction);
        }
        SQLite::Statement statement(connection, statementFor(m_table, m_names, m_range == kAllDays));
        const bool byMoment = m_table == Table::Requests;
        const std::int64_t milliseconds = 1'000;
        statement.bind(":first",
            byMoment ? m_range.first.startSeconds() * milliseconds : std::int64_t{m_range.first.number()});
        statement.bind(":last",
            byMoment ? m_range.last.startSeconds() * milliseconds + kLastMillisecondOfDay
                     : std::int64_t{m_range.last.number()});

        CellReader reader(columns());
        Row row(columns().size());
        std::int64_t rows = 0;
        while (statement.executeStep()) {
            if (rows % kRowsBetweenStops == 0 && stop.stop_requested()) {
                return core::failure(core::ErrorKind::Cancelled, QString());
            }
            reader.read(statement, row);
            if (const core::Result<void> visited = visit(row); !visited) {
                return core::failure(visited.error());
            }
            ++rows;
        }
        return rows;
    });
}

} // namespace app::exporting
