// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Integrity.h"

#include "store/Guarded.h"
#include "store/Interruption.h"
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

/// Each finds nothing in a file that is whole; the first column says what is wrong, the second where.
constexpr const char* kContradictions[] = {
    "SELECT 'the cache does not say who it is', 0 WHERE (SELECT count(*) FROM store_info) <> 1"
    " OR (SELECT count(*) FROM sync_state) <> 1 OR NOT EXISTS (SELECT 1 FROM engineer WHERE id = 0)",
    "SELECT 'the total of a day is not the sum of its rows', day FROM"
    " (SELECT day, count(*) AS n, sum(threads) AS th, sum(turns) AS tu, sum(uncached_input_tokens) AS u,"
    " sum(cached_input_tokens) AS c, sum(output_tokens) AS o, sum(total_tokens) AS t, sum(lines_added) AS la,"
    " sum(lines_removed) AS lr FROM usage_day GROUP BY day) AS f"
    " LEFT JOIN usage_total_by_day AS s USING (day) WHERE s.row_count IS NOT f.n OR s.threads IS NOT f.th"
    " OR s.turns IS NOT f.tu OR s.uncached_input_tokens IS NOT f.u OR s.cached_input_tokens IS NOT f.c"
    " OR s.output_tokens IS NOT f.o OR s.total_tokens IS NOT f.t OR s.lines_added IS NOT f.la"
    " OR s.lines_removed IS NOT f.lr",
    // The order of the additions decides the last digits.
    "SELECT 'the costs of a day are not the sum of its rows', day FROM"
    " (SELECT day, sum(credits) AS cr, sum(cost_usd) AS co, sum(estimated_cost_usd) AS es FROM usage_day"
    " GROUP BY day) AS f JOIN usage_total_by_day AS s USING (day)"
    " WHERE (s.credits IS NULL) <> (f.cr IS NULL) OR abs(s.credits - f.cr) > 1e-9 * (1 + abs(f.cr))"
    " OR (s.cost_usd IS NULL) <> (f.co IS NULL) OR abs(s.cost_usd - f.co) > 1e-9 * (1 + abs(f.co))"
    " OR (s.estimated_cost_usd IS NULL) <> (f.es IS NULL)"
    " OR abs(s.estimated_cost_usd - f.es) > 1e-9 * (1 + abs(f.es))",
    "SELECT 'a day has a total and no rows', day FROM usage_total_by_day"
    " WHERE NOT EXISTS (SELECT 1 FROM usage_day WHERE usage_day.day = usage_total_by_day.day)",
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
    "SELECT 'an unknown surface', client FROM (SELECT DISTINCT client FROM usage_client)"
    " WHERE client NOT IN (SELECT id FROM client)",
    "SELECT 'an unknown model', model FROM (SELECT DISTINCT model FROM usage_model)"
    " WHERE model NOT IN (SELECT id FROM model)",
    "SELECT 'parts of a row that is not there', day FROM (SELECT DISTINCT day, engineer FROM usage_client"
    " UNION SELECT DISTINCT day, engineer FROM usage_model EXCEPT SELECT day, engineer FROM usage_day)",
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
