// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Integrity.h"

#include "store/Guarded.h"
#include "store/Interruption.h"
#include "store/RollupCheck.h"
#include "store/Upgrade.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>

namespace app::store {

namespace {

constexpr std::chrono::hours kCheckEvery{24};

/// Each finds nothing in a file that is whole; the first column says what is wrong, the second where. They
/// rely on sums of days, which checkRollups() has compared with the rows.
constexpr const char* kContradictions[] = {
    "SELECT 'the cache does not say who it is', 0 WHERE (SELECT count(*) FROM store_info) <> 1"
    " OR (SELECT count(*) FROM sync_state) <> 1 OR NOT EXISTS (SELECT 1 FROM engineer WHERE id = 0)",
    "SELECT 'the months are not the sum of their days', 0"
    " FROM (SELECT total(row_count) AS n, total(turns) AS tu, total(threads) AS th, total(total_tokens) AS t,"
    " total(credits) AS c FROM usage_by_month) AS m, (SELECT total(row_count) AS n, total(turns) AS tu,"
    " total(threads) AS th, total(total_tokens) AS t, total(credits) AS c FROM usage_total_by_day) AS d"
    " WHERE m.n <> d.n OR m.tu <> d.tu OR m.th <> d.th OR abs(m.t - d.t) > 1e-9 * (1 + abs(d.t))"
    " OR abs(m.c - d.c) > 1e-9 * (1 + abs(d.c))",
    "SELECT 'usage of nobody', engineer FROM usage_by_month"
    " WHERE engineer NOT IN (SELECT id FROM engineer)",
    "SELECT 'usage of an engineer without a month', engineer FROM"
    " (SELECT DISTINCT engineer FROM usage_day) WHERE engineer NOT IN (SELECT engineer FROM usage_by_month)",
    "SELECT 'reviews of nobody', engineer FROM review_day WHERE engineer NOT IN (SELECT id FROM engineer)",
    "SELECT 'responses of nobody', engineer FROM review_response_day"
    " WHERE engineer NOT IN (SELECT id FROM engineer)",
    "SELECT 'an unknown surface', client FROM surface_by_day WHERE client NOT IN (SELECT id FROM client)",
    "SELECT 'an unknown model', model FROM model_by_day WHERE model NOT IN (SELECT id FROM model)",
    "SELECT 'a fetched day has another number of rows', day FROM coverage"
    " WHERE dataset = 0 AND row_count <> ifnull((SELECT row_count FROM usage_total_by_day AS t"
    " WHERE t.day = coverage.day), 0)",
    "SELECT 'rows of a day that was never fetched', day FROM usage_total_by_day"
    " WHERE day NOT IN (SELECT day FROM coverage WHERE dataset = 0)",
    "SELECT 'a fetched day has another number of workspace rows', day FROM coverage"
    " WHERE dataset = 1 AND row_count <> (SELECT count(*) FROM workspace_day AS f"
    " WHERE f.day = coverage.day)",
    "SELECT 'a fetched day has another number of reviews', day FROM coverage"
    " WHERE dataset = 2 AND row_count <> (SELECT count(*) FROM review_day AS f WHERE f.day = coverage.day)",
    "SELECT 'a fetched day has another number of responses', day FROM coverage"
    " WHERE dataset = 3 AND row_count <> (SELECT count(*) FROM review_response_day AS f"
    " WHERE f.day = coverage.day)",
};

/// The check reports a page that could not be read as one more finding. A disk that does not answer just now
/// is no damage. The wording is that of SQLite's btree.c; a code that is not found means damage.
bool isReadError(const std::string& finding)
{
    constexpr std::string_view kCode("error code=");
    const std::size_t at = finding.find(kCode);
    if (at == std::string::npos) {
        return false;
    }
    const int primary = std::atoi(finding.c_str() + at + kCode.size()) & 0xFF;
    return primary != SQLITE_CORRUPT && primary != SQLITE_NOTADB;
}

auto damaged(const QString& what)
{
    return core::failure(core::ErrorKind::StoreDamaged, what);
}

} // namespace

core::Result<void> checkIntegrity(const Database& database, const std::stop_token& stop)
{
    SQLite::Database& connection = database.connection();
    const Interruption interruption(database, [&stop] { return stop.stop_requested(); });
    core::Result<void> checked = guarded(database, [&]() -> core::Result<void> {
        // One reading, so that a sync that commits meanwhile cannot look like a contradiction.
        SQLite::Transaction reading(connection);
        const std::string whole = connection.execAndGet("PRAGMA integrity_check(1)").getString();
        if (isReadError(whole)) {
            return core::failure(core::ErrorKind::StoreFailed, QString::fromStdString(whole));
        }
        if (whole != "ok") {
            return damaged(QString::fromStdString(whole));
        }
        try {
            checkRollups(connection, stop);
            if (stop.stop_requested()) {
                return core::failure(core::ErrorKind::Cancelled, QStringLiteral("the check was interrupted"));
            }
            for (const char* sql : kContradictions) {
                SQLite::Statement find(connection, sql);
                if (find.executeStep()) {
                    return damaged(QStringLiteral("%1 (%2)")
                                       .arg(QString::fromStdString(find.getColumn(0).getString()))
                                       .arg(find.getColumn(1).getInt64()));
                }
            }
        } catch (const SQLite::Exception& exception) {
            if (exception.getErrorCode() == SQLITE_ERROR) {
                return damaged(QString::fromUtf8(exception.what())); // a table of ours is not there
            }
            throw;
        }
        return {};
    });
    if (!checked && stop.stop_requested()) {
        return core::failure(core::ErrorKind::Cancelled, QStringLiteral("the check was interrupted"));
    }
    return checked;
}

QString checkNoteOf(const QString& databaseFile)
{
    const QFileInfo info(databaseFile);
    return info.path() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".checked");
}

bool isCheckDue(const QString& databaseFile, core::Instant now)
{
    QFile note(checkNoteOf(databaseFile));
    if (!note.open(QIODevice::ReadOnly)) {
        return true;
    }
    bool isNumber = false;
    const core::Instant last(std::chrono::milliseconds(note.read(32).trimmed().toLongLong(&isNumber)));
    // A note from the future was written by another clock.
    return !isNumber || now < last || now - last >= kCheckEvery;
}

void noteChecked(const QString& databaseFile, core::Instant now)
{
    const QString file = checkNoteOf(databaseFile);
    if (!ensurePrivateFile(file)) {
        return;
    }
    QFile note(file);
    if (note.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        note.write(QByteArray::number(qint64{now.time_since_epoch().count()}) + '\n');
    }
}

} // namespace app::store
