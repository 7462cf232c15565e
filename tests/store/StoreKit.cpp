// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/StoreKit.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTimeZone>

#include <SQLiteCpp/SQLiteCpp.h>

namespace storetest {

TempStore::TempStore()
{
    reopen();
}

void TempStore::reopen()
{
    m_database.reset();
    auto opened = Database::open(file(), Database::Access::ReadWrite);
    if (!opened) {
        qFatal("cannot open the store: %s", qPrintable(opened.error().detail));
    }
    m_database = std::move(*opened);
}

UtcDay day(const char* iso)
{
    const auto parsed = UtcDay::fromIso(QString::fromLatin1(iso));
    if (!parsed) {
        qFatal("%s is no day", iso);
    }
    return *parsed;
}

Instant at(const char* iso)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs);
    if (!time.isValid()) {
        qFatal("%s is no moment", iso);
    }
    time.setTimeZone(QTimeZone::utc());
    return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

UsageRow usage(UtcDay when, const std::string& userId, std::int64_t turns, std::optional<double> credits)
{
    UsageRow row;
    row.day = when;
    row.identity.userId = userId;
    row.identity.email = userId + "@example.test";
    row.identity.actorType = "ACCOUNT_USER";
    row.threads = turns / 2;
    row.turns = turns;
    row.costs.credits = credits;
    row.tokens = {100 * turns, 50 * turns, 10 * turns, 160 * turns};
    return row;
}

UsageRow unattributed(UtcDay when, std::int64_t turns, std::uint64_t bytes)
{
    UsageRow row = usage(when, {}, turns);
    row.identity = {};
    row.bytesHash = bytes;
    return row;
}

ReviewRow review(UtcDay when, std::int64_t comments, std::uint64_t bytes)
{
    ReviewRow row;
    row.day = when;
    row.pullRequestReviews = 3;
    row.comments = comments;
    row.p0 = 1;
    row.p1 = 2;
    row.p2 = comments;
    row.bytesHash = bytes;
    return row;
}

ReviewResponseRow response(UtcDay when, std::int64_t comments, std::uint64_t bytes)
{
    ReviewResponseRow row;
    row.day = when;
    row.pullRequestReviews = 2;
    row.comments = comments;
    row.replies = 4;
    row.reactions = 5;
    row.upvotes = 3;
    row.engaged = comments;
    row.bytesHash = bytes;
    return row;
}

QByteArray dump(Database& database, const std::vector<std::string>& tables)
{
    QByteArray text;
    for (const std::string& table : tables) {
        text += "-- " + QByteArray::fromStdString(table) + '\n';
        SQLite::Statement columns(database.connection(), "SELECT name FROM pragma_table_info(?)");
        columns.bind(1, table);
        std::string list;
        while (columns.executeStep()) {
            list += (list.empty() ? "quote(" : " || ',' || quote(") + columns.getColumn(0).getString() + ")";
        }
        SQLite::Statement rows(database.connection(), "SELECT " + list + " FROM " + table + " ORDER BY 1");
        while (rows.executeStep()) {
            text += QByteArray::fromStdString(rows.getColumn(0).getString()) + '\n';
        }
    }
    return text;
}

QByteArray dump(Database& database)
{
    std::vector<std::string> tables;
    SQLite::Statement names(database.connection(),
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'staging%' AND name <> "
        "'store_info'"
        " ORDER BY name");
    while (names.executeStep()) {
        tables.push_back(names.getColumn(0).getString());
    }
    return dump(database, tables);
}

app::core::Result<app::store::Pruned> prune(Database& database, UtcDay first)
{
    app::store::Pruned pruned;
    while (true) {
        const auto step = app::store::pruneStep(database, first);
        if (!step) {
            return app::core::failure(step.error());
        }
        pruned.days = pruned.days.united(step->pruned.days);
        pruned.engineers += step->pruned.engineers;
        if (step->isDone) {
            return pruned;
        }
    }
}

std::int64_t stagedRows(Database& database)
{
    std::int64_t rows = 0;
    SQLite::Statement names(database.connection(),
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'staging%'");
    while (names.executeStep()) {
        rows += number(database, "SELECT count(*) FROM " + names.getColumn(0).getString());
    }
    return rows;
}

std::string value(Database& database, const std::string& sql)
{
    const SQLite::Column column = database.connection().execAndGet(sql);
    return column.isNull() ? "null" : column.getString();
}

std::int64_t number(Database& database, const std::string& sql)
{
    return database.connection().execAndGet(sql).getInt64();
}

void run(Database& database, const std::string& sql)
{
    database.connection().exec(sql);
}

QByteArray contentOf(const QString& file)
{
    QFile device(file);
    return device.open(QIODevice::ReadOnly) ? device.readAll() : QByteArray();
}

void writeFile(const QString& file, const QByteArray& content)
{
    QFile device(file);
    QVERIFY(device.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(device.write(content), content.size());
}

QByteArray fileHash(const QString& file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly)) {
        return {};
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(device.readAll());
    return hash.result().toHex();
}

QStringList namesIn(const QString& folder)
{
    return QDir(folder).entryList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace storetest
