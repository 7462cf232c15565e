// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Migrations.h"

#include "store/DayParts.h"
#include "store/EngineerBlocks.h"
#include "store/Sql.h"

#include <QRandomGenerator>

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace app::store {

namespace {

// Days are day numbers since 1970-01-01 (UTC), moments are Unix milliseconds (UTC), months are year * 100 +
// month. Facts have no rowid and begin their key with the day, so that a date range is one sequential scan.
// Engineer, client and model ids are made in the transaction that uses them first and never change; facts
// declare no foreign key for them, because its check costs a lookup per row and nothing ever deletes a
// dictionary entry.
constexpr const char* kVersion1[] = {
    "PRAGMA application_id = 1416119156",

    // The one row that says who may open this file, and the salt of pseudonyms.
    R"(CREATE TABLE store_info (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    minimum_reader INTEGER NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 32)
) STRICT)",

    R"(CREATE TABLE sync_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    workspace_id TEXT,
    origin TEXT NOT NULL DEFAULT '',
    goal_from INTEGER,
    last_sweep_at INTEGER,
    page_limit INTEGER NOT NULL DEFAULT 30000,
    worked_before INTEGER NOT NULL DEFAULT 0 CHECK (worked_before IN (0, 1)),
    last_sync_at INTEGER,
    last_sync_result TEXT,
    last_sync_requests INTEGER,
    last_sync_rows INTEGER,
    last_sync_bytes INTEGER,
    last_sync_seconds REAL,
    last_success_at INTEGER,
    next_sync_at INTEGER
) STRICT)",
    "INSERT INTO sync_state (id) VALUES (1)",

    // Id 0 is Unattributed: rows that carry no user id. E-mail and actor type are those of the newest day
    // that had one.
    R"(CREATE TABLE engineer (
    id INTEGER PRIMARY KEY,
    user_id TEXT UNIQUE,
    email TEXT,
    email_day INTEGER,
    actor_type TEXT,
    actor_type_day INTEGER,
    first_day INTEGER,
    last_day INTEGER,
    CHECK ((id = 0) = (user_id IS NULL))
) STRICT)",
    "INSERT INTO engineer (id) VALUES (0)",

    R"(CREATE TABLE client (
    id INTEGER PRIMARY KEY,
    client_id TEXT NOT NULL UNIQUE
) STRICT)",

    R"(CREATE TABLE model (
    id INTEGER PRIMARY KEY,
    model TEXT NOT NULL,
    speed TEXT
) STRICT)",
    // A plain UNIQUE would allow the same model without a speed any number of times.
    "CREATE UNIQUE INDEX model_identity ON model (model, ifnull(speed, ''), speed IS NULL)",

    R"(CREATE TABLE usage_day (
    day INTEGER NOT NULL,
    engineer INTEGER NOT NULL,
    threads INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    lines_added INTEGER,
    lines_removed INTEGER,
    PRIMARY KEY (day, engineer)
) STRICT, WITHOUT ROWID)",

    R"(CREATE TABLE usage_client (
    day INTEGER NOT NULL,
    engineer INTEGER NOT NULL,
    client INTEGER NOT NULL,
    threads INTEGER,
    turns INTEGER,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    PRIMARY KEY (day, engineer, client)
) STRICT, WITHOUT ROWID)",

    R"(CREATE TABLE usage_model (
    day INTEGER NOT NULL,
    engineer INTEGER NOT NULL,
    model INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    PRIMARY KEY (day, engineer, model)
) STRICT, WITHOUT ROWID)",

    R"(CREATE TABLE workspace_day (
    day INTEGER PRIMARY KEY,
    threads INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    lines_added INTEGER,
    lines_removed INTEGER
) STRICT)",

    // Engineer 0 stands for the whole workspace here: by contract these rows carry no identity.
    R"(CREATE TABLE review_day (
    day INTEGER NOT NULL,
    engineer INTEGER NOT NULL,
    pull_request_reviews INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    p0 INTEGER,
    p1 INTEGER,
    p2 INTEGER,
    PRIMARY KEY (day, engineer)
) STRICT, WITHOUT ROWID)",

    R"(CREATE TABLE review_response_day (
    day INTEGER NOT NULL,
    engineer INTEGER NOT NULL,
    pull_request_reviews INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    replies INTEGER NOT NULL,
    reactions INTEGER NOT NULL,
    upvotes INTEGER,
    downvotes INTEGER,
    other_reactions INTEGER,
    engaged INTEGER,
    reacted INTEGER,
    upvoted INTEGER,
    downvoted INTEGER,
    reacted_other INTEGER,
    replied INTEGER,
    PRIMARY KEY (day, engineer)
) STRICT, WITHOUT ROWID)",

    // Rollups. A sum is null when no row had a value; without_x counts the rows that had none, without_tokens
    // those that had none of the four token counters.
    R"(CREATE TABLE usage_total_by_day (
    day INTEGER PRIMARY KEY,
    row_count INTEGER NOT NULL,
    active_engineers INTEGER NOT NULL,
    threads INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    lines_added INTEGER,
    lines_removed INTEGER,
    without_credits INTEGER NOT NULL,
    without_cost_usd INTEGER NOT NULL,
    without_estimated_cost_usd INTEGER NOT NULL,
    without_uncached_input_tokens INTEGER NOT NULL,
    without_cached_input_tokens INTEGER NOT NULL,
    without_output_tokens INTEGER NOT NULL,
    without_total_tokens INTEGER NOT NULL,
    without_lines_added INTEGER NOT NULL,
    without_lines_removed INTEGER NOT NULL,
    without_tokens INTEGER NOT NULL
) STRICT)",

    R"(CREATE TABLE usage_by_month (
    month INTEGER NOT NULL,
    engineer INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    active_days INTEGER NOT NULL,
    last_active_day INTEGER,
    threads INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    lines_added INTEGER,
    lines_removed INTEGER,
    without_credits INTEGER NOT NULL,
    without_cost_usd INTEGER NOT NULL,
    without_estimated_cost_usd INTEGER NOT NULL,
    without_uncached_input_tokens INTEGER NOT NULL,
    without_cached_input_tokens INTEGER NOT NULL,
    without_output_tokens INTEGER NOT NULL,
    without_total_tokens INTEGER NOT NULL,
    without_lines_added INTEGER NOT NULL,
    without_lines_removed INTEGER NOT NULL,
    without_tokens INTEGER NOT NULL,
    PRIMARY KEY (month, engineer)
) STRICT, WITHOUT ROWID)",

    // One row per dataset and day that was ever fetched. The digest is that of the answer that the stored
    // rows came from; withdrawn says that a later answer had none and the rows were kept.
    R"(CREATE TABLE coverage (
    dataset INTEGER NOT NULL CHECK (dataset BETWEEN 0 AND 3),
    day INTEGER NOT NULL,
    fetched_at INTEGER NOT NULL,
    first_fetched_at INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    digest BLOB NOT NULL,
    not_offered INTEGER NOT NULL DEFAULT 0 CHECK (not_offered IN (0, 1)),
    withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
    PRIMARY KEY (dataset, day)
) STRICT, WITHOUT ROWID)",

    R"(CREATE TABLE restatement (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    dataset INTEGER NOT NULL,
    day INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    measure TEXT NOT NULL,
    value_before REAL NOT NULL,
    value_after REAL NOT NULL
) STRICT)",

    R"(CREATE TABLE request (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    dataset INTEGER NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    status INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    row_count INTEGER,
    milliseconds INTEGER NOT NULL,
    error TEXT
) STRICT)",
    "CREATE INDEX request_at ON request (at)",

    // Where the pages of an unfinished window wait: rows as they came, in the order in which they came.
    R"(CREATE TABLE staging_usage (
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    page INTEGER NOT NULL,
    bytes_hash INTEGER NOT NULL,
    user_id TEXT,
    email TEXT,
    actor_type TEXT,
    threads INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    lines_added INTEGER,
    lines_removed INTEGER,
    PRIMARY KEY (day, seq)
) STRICT, WITHOUT ROWID)",

    R"(CREATE TABLE staging_usage_client (
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    client_id TEXT NOT NULL,
    threads INTEGER,
    turns INTEGER,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    PRIMARY KEY (day, seq, ordinal)
) STRICT, WITHOUT ROWID)",

    R"(CREATE TABLE staging_usage_model (
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    model TEXT NOT NULL,
    speed TEXT,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    PRIMARY KEY (day, seq, ordinal)
) STRICT, WITHOUT ROWID)",

    R"(CREATE TABLE staging_workspace (
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    page INTEGER NOT NULL,
    bytes_hash INTEGER NOT NULL,
    user_id TEXT,
    threads INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    lines_added INTEGER,
    lines_removed INTEGER,
    PRIMARY KEY (day, seq)
) STRICT, WITHOUT ROWID)",

    R"(CREATE TABLE staging_review (
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    page INTEGER NOT NULL,
    bytes_hash INTEGER NOT NULL,
    user_id TEXT,
    email TEXT,
    actor_type TEXT,
    pull_request_reviews INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    p0 INTEGER,
    p1 INTEGER,
    p2 INTEGER,
    PRIMARY KEY (day, seq)
) STRICT, WITHOUT ROWID)",

    R"(CREATE TABLE staging_review_response (
    day INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    page INTEGER NOT NULL,
    bytes_hash INTEGER NOT NULL,
    user_id TEXT,
    email TEXT,
    actor_type TEXT,
    pull_request_reviews INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    replies INTEGER NOT NULL,
    reactions INTEGER NOT NULL,
    upvotes INTEGER,
    downvotes INTEGER,
    other_reactions INTEGER,
    engaged INTEGER,
    reacted INTEGER,
    upvoted INTEGER,
    downvoted INTEGER,
    reacted_other INTEGER,
    replied INTEGER,
    PRIMARY KEY (day, seq)
) STRICT, WITHOUT ROWID)",
};

// Ready-made sums of what is stored anyway (ADR 0008), kept in the transaction that changes the facts. Weeks
// are the day numbers of their Mondays; a block holds 256 consecutive engineer ids.
constexpr const char* kVersion2[] = {
    // Packed columns (EngineerBlocks.h). What fewer queries want stands behind, so that they need not read
    // it.
    R"(CREATE TABLE usage_block (
    day INTEGER NOT NULL,
    block INTEGER NOT NULL,
    counts BLOB NOT NULL,
    amounts BLOB NOT NULL,
    PRIMARY KEY (day, block)
) STRICT)",

    // All weeks of one block after the other: their sums are made in a part of the memory that stays in
    // reach.
    R"(CREATE TABLE usage_week_block (
    week INTEGER NOT NULL,
    block INTEGER NOT NULL,
    counts BLOB NOT NULL,
    amounts BLOB NOT NULL,
    PRIMARY KEY (week, block)
) STRICT)",

    R"(CREATE TABLE surface_block (
    day INTEGER NOT NULL,
    block INTEGER NOT NULL,
    surfaces BLOB NOT NULL,
    PRIMARY KEY (day, block)
) STRICT)",

    // All weeks of one block after the other: the sums of a dozen surfaces at once stay in reach of the
    // processor only for one block.
    R"(CREATE TABLE surface_week_block (
    week INTEGER NOT NULL,
    block INTEGER NOT NULL,
    surfaces BLOB NOT NULL,
    PRIMARY KEY (block, week)
) STRICT)",

    // Who was active, as a set of engineer ids (PeopleSet.h); client 0: on any surface or none.
    R"(CREATE TABLE people_by_day (
    day INTEGER NOT NULL,
    client INTEGER NOT NULL,
    people BLOB NOT NULL,
    PRIMARY KEY (day, client)
) STRICT)",

    R"(CREATE TABLE surface_by_day (
    day INTEGER NOT NULL,
    client INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    threads INTEGER,
    turns INTEGER,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    PRIMARY KEY (day, client)
) STRICT, WITHOUT ROWID)",

    R"(CREATE TABLE model_by_day (
    day INTEGER NOT NULL,
    model INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    credits REAL,
    cost_usd REAL,
    estimated_cost_usd REAL,
    uncached_input_tokens INTEGER,
    cached_input_tokens INTEGER,
    output_tokens INTEGER,
    total_tokens INTEGER,
    PRIMARY KEY (day, model)
) STRICT, WITHOUT ROWID)",

    // Over the rows that carry all three token counters, see TokenDay.
    R"(CREATE TABLE token_by_day (
    day INTEGER PRIMARY KEY,
    row_count INTEGER NOT NULL,
    skipped_rows INTEGER NOT NULL,
    mismatched_rows INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    uncached_input_tokens INTEGER NOT NULL,
    cached_input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    credits REAL,
    tokens_with_credits INTEGER NOT NULL,
    cost_usd REAL,
    tokens_with_cost_usd INTEGER NOT NULL
) STRICT)",
};

/// One day in memory at a time, however long the history is.
void buildReadyMadeSums(SQLite::Database& connection)
{
    DayPartTables parts(connection);
    EngineerBlocks blocks(connection);
    SQLite::Statement next(connection, "SELECT min(day) FROM usage_day WHERE day > ?");
    std::optional<core::UtcDay> day = core::UtcDay::fromNumber(std::numeric_limits<std::int32_t>::min());
    for (;;) {
        sql::start(next, *day);
        next.executeStep();
        day = sql::RowReader(next).optionalDay();
        if (!day) {
            break;
        }
        const std::vector<UsageFact> facts = readFacts(connection, *day);
        parts.replaceDay(*day, {}, facts);
        blocks.replaceDay(*day, {}, facts);
    }
    blocks.updateWeeks();
}

void insertStoreInfo(SQLite::Database& connection)
{
    std::array<quint32, 8> salt{};
    QRandomGenerator::system()->fillRange(salt.data(), static_cast<qsizetype>(salt.size()));
    SQLite::Statement insert(
        connection, "INSERT INTO store_info (id, minimum_reader, salt) VALUES (1, 1, ?)");
    insert.bind(1, salt.data(), static_cast<int>(salt.size() * sizeof(quint32)));
    insert.exec();
}

constexpr Migration kMigrations[] = {
    {1, "everything that one sync needs", kVersion1, 1, insertStoreInfo},
    // A program that does not know these sums would write facts without them.
    {2, "ready-made sums of every day and week", kVersion2, 2, buildReadyMadeSums},
};

int schemaVersion(SQLite::Database& connection)
{
    return connection.execAndGet("PRAGMA user_version").getInt();
}

} // namespace

std::span<const Migration> migrations()
{
    return kMigrations;
}

int latestSchemaVersion()
{
    return migrations().back().version;
}

void migrate(SQLite::Database& connection, std::span<const Migration> steps)
{
    for (const Migration& step : steps) {
        if (schemaVersion(connection) >= step.version) {
            continue;
        }
        SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
        // Asked again now that nobody else can write: another process may have been faster.
        if (schemaVersion(connection) >= step.version) {
            continue;
        }
        for (const char* statement : step.statements) {
            connection.exec(statement);
        }
        if (step.then) {
            step.then(connection);
        }
        connection.exec("UPDATE store_info SET minimum_reader = " + std::to_string(step.minimumReader));
        connection.exec("PRAGMA user_version = " + std::to_string(step.version));
        transaction.commit();
    }
}

} // namespace app::store
