// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ingest.mjs PAGE DATABASE: for each line on standard input, reads the page with read_json into plain tables of a new
// database file and prints how many milliseconds that took and how many rows the three tables have.
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { DuckDBInstance } from "@duckdb/node-api";

const [page, file] = process.argv.slice(2);
const quoted = page.replaceAll("'", "''");
const measures =
    "credits DOUBLE, cost_usd DOUBLE, estimated_cost_usd DOUBLE, uncached_text_input_tokens BIGINT, " +
    "cached_text_input_tokens BIGINT, text_output_tokens BIGINT, text_total_tokens BIGINT";
const row =
    "STRUCT(start_time BIGINT, actor STRUCT(user_id VARCHAR, type VARCHAR, email VARCHAR), " +
    `totals STRUCT(threads BIGINT, turns BIGINT, ${measures}), ` +
    `clients STRUCT(client_id VARCHAR, threads BIGINT, turns BIGINT, ${measures})[], ` +
    `models STRUCT(model VARCHAR, speed VARCHAR, ${measures})[], ` +
    "code_attribution STRUCT(lines_added BIGINT, lines_removed BIGINT))[]";
// Told what to expect, it need not look at the page twice.
const statements = [
    `CREATE TEMP TABLE page AS SELECT unnest(data) AS r FROM read_json('${quoted}',
        columns = {data: '${row}'}, format = 'auto', maximum_object_size = 134217728)`,
    `CREATE TABLE usage_day AS SELECT r.start_time // 86400 AS day, r.actor.user_id AS engineer, r.actor.email AS email,
        r.actor.type AS actor_type, unnest(r.totals), unnest(r.code_attribution) FROM page`,
    `CREATE TABLE usage_client AS SELECT day, engineer, unnest(c) FROM
        (SELECT r.start_time // 86400 AS day, r.actor.user_id AS engineer, unnest(r.clients) AS c FROM page)`,
    `CREATE TABLE usage_model AS SELECT day, engineer, unnest(m) FROM
        (SELECT r.start_time // 86400 AS day, r.actor.user_id AS engineer, unnest(r.models) AS m FROM page)`,
    "DROP TABLE page",
    "CHECKPOINT",
];

for await (const _ of createInterface({ input: process.stdin })) {
    rmSync(file, { force: true });
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    const start = process.hrtime.bigint();
    for (const statement of statements) {
        await connection.run(statement);
    }
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    const reader = await connection.runAndReadAll(
        "SELECT (SELECT count(*) FROM usage_day), (SELECT count(*) FROM usage_client), (SELECT count(*) FROM usage_model)");
    connection.closeSync();
    instance.closeSync();
    console.log([milliseconds, ...reader.getRows()[0]].join(" "));
}
