// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/QtLoop.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <array>
#include <stdexcept>

namespace bench {

namespace {

constexpr std::array<const char*, 7> kMeasures{"credits", "cost_usd", "estimated_cost_usd",
    "uncached_text_input_tokens", "cached_text_input_tokens", "text_output_tokens", "text_total_tokens"};
constexpr std::size_t kCosts = 3; ///< the first so many are fractions

QSqlQuery prepared(const QSqlDatabase& database, const QString& table, int columns)
{
    QSqlQuery query(database);
    QStringList marks(columns, QStringLiteral("?"));
    if (!query.prepare(
            QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table, marks.join(QLatin1Char(','))))) {
        throw std::runtime_error(query.lastError().text().toStdString());
    }
    return query;
}

void bindMeasures(QSqlQuery& query, int& index, const QJsonObject& object)
{
    for (std::size_t i = 0; i < kMeasures.size(); ++i) {
        const QJsonValue value = object.value(QLatin1String(kMeasures[i]));
        query.bindValue(index++,
            value.isNull()   ? QVariant()
                : i < kCosts ? QVariant(value.toDouble())
                             : QVariant(value.toInteger()));
    }
}

void bindInteger(QSqlQuery& query, int& index, const QJsonValue& value)
{
    query.bindValue(
        index++, value.isNull() || value.isUndefined() ? QVariant() : QVariant(value.toInteger()));
}

void run(QSqlQuery& query)
{
    if (!query.exec()) {
        throw std::runtime_error(query.lastError().text().toStdString());
    }
}

qlonglong idOf(QHash<QString, qlonglong>& ids, const QString& name)
{
    const auto found = ids.constFind(name);
    return found != ids.constEnd() ? *found : *ids.insert(name, ids.size() + 1);
}

void ingest(const QByteArray& page, QSqlDatabase& database)
{
    for (const char* pragma :
        {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA wal_autocheckpoint = 1000",
            "PRAGMA cache_size = -16000", "PRAGMA foreign_keys = ON", "PRAGMA temp_store = MEMORY"}) {
        database.exec(QLatin1String(pragma));
    }
    database.transaction();
    QSqlQuery insertDay = prepared(database, QStringLiteral("usage_day"), 13);
    QSqlQuery insertClient = prepared(database, QStringLiteral("usage_client"), 12);
    QSqlQuery insertModel = prepared(database, QStringLiteral("usage_model"), 10);
    QSqlQuery insertEngineer = prepared(database, QStringLiteral("engineer"), 8);
    QHash<QString, qlonglong> engineers;
    QHash<QString, qlonglong> clients;
    QHash<QString, qlonglong> models;

    constexpr qlonglong kSecondsOfDay = 86'400;
    const QJsonArray rows = QJsonDocument::fromJson(page).object().value(QLatin1String("data")).toArray();
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        const qlonglong day = row.value(QLatin1String("start_time")).toInteger() / kSecondsOfDay;
        const QJsonObject actor = row.value(QLatin1String("actor")).toObject();
        const QString userId = actor.value(QLatin1String("user_id")).toString();
        const qsizetype known = engineers.size();
        const qlonglong engineer = idOf(engineers, userId);
        if (engineers.size() > known) {
            int index = 0;
            for (const QVariant& field :
                {QVariant(engineer), QVariant(userId), actor.value(QLatin1String("email")).toVariant(),
                    QVariant(day), actor.value(QLatin1String("type")).toVariant(), QVariant(day),
                    QVariant(day), QVariant(day)}) {
                insertEngineer.bindValue(index++, field);
            }
            run(insertEngineer);
        }
        const QJsonObject totals = row.value(QLatin1String("totals")).toObject();
        int index = 0;
        insertDay.bindValue(index++, day);
        insertDay.bindValue(index++, engineer);
        bindInteger(insertDay, index, totals.value(QLatin1String("threads")));
        bindInteger(insertDay, index, totals.value(QLatin1String("turns")));
        bindMeasures(insertDay, index, totals);
        const QJsonObject attribution = row.value(QLatin1String("code_attribution")).toObject();
        bindInteger(insertDay, index, attribution.value(QLatin1String("lines_added")));
        bindInteger(insertDay, index, attribution.value(QLatin1String("lines_removed")));
        run(insertDay);

        for (const QJsonValue& part : row.value(QLatin1String("clients")).toArray()) {
            const QJsonObject client = part.toObject();
            index = 0;
            insertClient.bindValue(index++, day);
            insertClient.bindValue(index++, engineer);
            insertClient.bindValue(
                index++, idOf(clients, client.value(QLatin1String("client_id")).toString()));
            bindInteger(insertClient, index, client.value(QLatin1String("threads")));
            bindInteger(insertClient, index, client.value(QLatin1String("turns")));
            bindMeasures(insertClient, index, client);
            run(insertClient);
        }
        for (const QJsonValue& part : row.value(QLatin1String("models")).toArray()) {
            const QJsonObject model = part.toObject();
            index = 0;
            insertModel.bindValue(index++, day);
            insertModel.bindValue(index++, engineer);
            insertModel.bindValue(index++,
                idOf(models,
                    QString(model.value(QLatin1String("model")).toString() + QLatin1Char('\t')
                        + model.value(QLatin1String("speed")).toString())));
            bindMeasures(insertModel, index, model);
            run(insertModel);
        }
    }
    if (!database.commit()) {
        throw std::runtime_error(database.lastError().text().toStdString());
    }
}

} // namespace

bool hasQtSql()
{
    return QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE"));
}

void ingestWithQt(const QByteArray& page, const QString& file)
{
    const QString name = QStringLiteral("bench");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        if (!database.open()) {
            throw std::runtime_error(database.lastError().text().toStdString());
        }
        ingest(page, database);
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace bench
