// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Page.h"
#include "store/CoverageQueries.h"
#include "store/Database.h"
#include "store/DayWriter.h"
#include "store/Pruning.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

/// A store on a real disk and short words for rows, days and what is in the tables.
namespace storetest {

using app::core::DayRange;
using app::core::Instant;
using app::core::Result;
using app::core::UtcDay;
using app::records::Dataset;
using app::records::ReviewResponseRow;
using app::records::ReviewRow;
using app::records::UsageRow;
using app::store::Database;
using app::store::WindowOutcome;

/// A folder that vanishes and a database in it.
class TempStore
{
public:
    TempStore();
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("cache.db")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    Database& db() { return *m_database; }
    void close() { m_database.reset(); }
    void reopen();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
};

/// `YYYY-MM-DD`; dies when it is none.
UtcDay day(const char* iso);
/// `YYYY-MM-DDThh:mm:ss.zzz`, UTC.
Instant at(const char* iso);

UsageRow usage(
    UtcDay when, const std::string& userId, std::int64_t turns, std::optional<double> credits = 1.5);
/// A row without identity; `bytes` stands for the JSON it came from.
UsageRow unattributed(UtcDay when, std::int64_t turns, std::uint64_t bytes);
ReviewRow review(UtcDay when, std::int64_t comments, std::uint64_t bytes = 1);
ReviewResponseRow response(UtcDay when, std::int64_t comments, std::uint64_t bytes = 1);

/// Writes a window whose pages arrive one after the other.
template <typename Row>
Result<WindowOutcome> store(Database& database, Dataset dataset, DayRange days,
    const std::vector<std::vector<Row>>& pages, Instant fetchedAt, UtcDay today)
{
    app::store::DayWriter writer(dataset, days);
    for (const std::vector<Row>& rows : pages) {
        app::records::Page<Row> page;
        page.rows = rows;
        page.envelope.rowCount = static_cast<std::int64_t>(rows.size());
        if (const Result<void> added = writer.addPage(database, std::move(page)); !added) {
            return app::core::failure(added.error());
        }
    }
    return writer.commit(database, fetchedAt, today);
}

/// Every row of every table in a fixed order, but staging and the salt, which differ without meaning
/// anything.
QByteArray dump(Database& database);
QByteArray dump(Database& database, const std::vector<std::string>& tables);
/// All staging tables.
std::int64_t stagedRows(Database& database);

/// All steps of a prune, one after the other, as a sync takes them.
app::core::Result<app::store::Pruned> prune(Database& database, UtcDay first);
/// The first column of the first row; a null is "null".
std::string value(Database& database, const std::string& sql);
std::int64_t number(Database& database, const std::string& sql);
void run(Database& database, const std::string& sql);
QByteArray fileHash(const QString& file);
/// Empty when it cannot be read.
QByteArray contentOf(const QString& file);
/// In place of whatever the file held.
void writeFile(const QString& file, const QByteArray& content);
/// The names in a folder, sorted.
QStringList namesIn(const QString& folder);

template <typename Value> QString problemOf(const Result<Value>& result)
{
    return result
        ? QString()
        : app::core::errorKindName(result.error().kind) + QStringLiteral(": ") + result.error().detail;
}

template <typename Value> QString problemOf(const Result<Value>& result, app::core::ErrorKind expected)
{
    if (result) {
        return QStringLiteral("it succeeded");
    }
    return result.error().kind == expected ? QString() : problemOf(result);
}

} // namespace storetest

/// Both evaluate `result` once.
#define REQUIRE_OK(result)                                                                                   \
    do {                                                                                                     \
        const QString problem = storetest::problemOf(result);                                                \
        QVERIFY2(problem.isEmpty(), qPrintable(problem));                                                    \
    } while (false)
#define COMPARE_ERROR(result, expected)                                                                      \
    do {                                                                                                     \
        const QString problem = storetest::problemOf(result, expected);                                      \
        QVERIFY2(problem.isEmpty(), qPrintable(problem));                                                    \
    } while (false)
