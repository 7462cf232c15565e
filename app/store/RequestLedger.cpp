// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/RequestLedger.h"

#include "store/RequestRows.h"

#include <algorithm>

namespace app::store {

namespace {

constexpr std::chrono::days kKept{400};

std::optional<core::ErrorKind> errorKindFromName(const std::optional<std::string>& name)
{
    if (!name) {
        return std::nullopt;
    }
    const QString text = QString::fromStdString(*name);
    for (int i = 0; i < static_cast<int>(core::ErrorKind::Internal); ++i) {
        const auto kind = static_cast<core::ErrorKind>(i);
        if (core::errorKindName(kind) == text) {
            return kind;
        }
    }
    return core::ErrorKind::Internal; // a newer program knows more kinds
}

} // namespace

core::Result<void> appendRequests(Database& database, const std::vector<records::RequestRecord>& records)
{
    if (records.empty()) {
        return {};
    }
    return guarded(database, [&]() -> core::Result<void> {
        SQLite::Transaction transaction(database.connection(), SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement insert(database.connection(),
            "INSERT INTO request (" THREADCOUNT_REQUEST_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (const records::RequestRecord& record : records) {
            sql::run(insert, record.at, static_cast<std::int64_t>(record.dataset), record.days.first,
                record.days.last, std::int64_t{record.attempt}, std::int64_t{record.status}, record.bytes,
                record.rows, record.milliseconds,
                record.error ? std::optional(core::errorKindName(*record.error).toStdString())
                             : std::nullopt);
        }
        SQLite::Statement forget(
            database.connection(), "DELETE FROM request WHERE at < (SELECT max(at) FROM request) - ?");
        sql::run(forget, std::int64_t{std::chrono::milliseconds(kKept).count()});
        transaction.commit();
        return {};
    });
}

records::RequestRecord readRequest(sql::RowReader& row)
{
    records::RequestRecord record;
    record.at = row.instant();
    record.dataset = static_cast<records::Dataset>(row.integer());
    record.days.first = row.day();
    record.days.last = row.day();
    record.attempt = static_cast<int>(row.integer());
    record.status = static_cast<int>(row.integer());
    record.bytes = row.integer();
    record.rows = row.optionalInteger();
    record.milliseconds = row.integer();
    record.error = errorKindFromName(row.optionalText());
    return record;
}

core::Result<std::vector<records::RequestRecord>> recentRequests(const Database& database, int most)
{
    return guarded(database, [&]() -> core::Result<std::vector<records::RequestRecord>> {
        SQLite::Statement select(database.connection(),
            "SELECT " THREADCOUNT_REQUEST_COLUMNS " FROM request ORDER BY at DESC, id DESC LIMIT ?");
        sql::start(select, std::int64_t{std::max(0, most)});
        std::vector<records::RequestRecord> found;
        while (select.executeStep()) {
            sql::RowReader row(select);
            found.push_back(readRequest(row));
        }
        return found;
    });
}

core::Result<std::optional<core::Instant>> firstFailureAfter(
    const Database& database, std::optional<core::Instant> after)
{
    return guarded(database, [&]() -> core::Result<std::optional<core::Instant>> {
        SQLite::Statement select(
            database.connection(), "SELECT min(at) FROM request WHERE at > ? AND error <> ?");
        sql::start(select, after.value_or(core::Instant{}),
            core::errorKindName(core::ErrorKind::Cancelled).toStdString());
        std::optional<core::Instant> first;
        if (select.executeStep()) {
            first = sql::RowReader(select).optionalInstant();
        }
        return first;
    });
}

} // namespace app::store
