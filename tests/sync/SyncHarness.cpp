// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/SyncHarness.h"

#include "store/RequestLedger.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace support {

using app::core::DayRange;
using app::core::UtcDay;
using app::simulator::Served;
using app::simulator::TruthClient;
using app::simulator::TruthModel;
using app::simulator::TruthResponse;
using app::simulator::TruthReview;
using app::simulator::TruthUsage;

namespace {

template <typename Future> auto resultOf(Future future)
{
    future.waitForFinished();
    return future.result();
}

template <typename Number> void addTo(std::optional<Number>& sum, const std::optional<Number>& value)
{
    if (value) {
        sum = sum.value_or(Number{}) + *value;
    }
}

template <typename Part> void addCosts(Part& sum, const Part& part)
{
    addTo(sum.costs.credits, part.costs.credits);
    addTo(sum.costs.costUsd, part.costs.costUsd);
    addTo(sum.costs.estimatedCostUsd, part.costs.estimatedCostUsd);
    addTo(sum.tokens.uncachedInput, part.tokens.uncachedInput);
    addTo(sum.tokens.cachedInput, part.tokens.cachedInput);
    addTo(sum.tokens.output, part.tokens.output);
    addTo(sum.tokens.total, part.tokens.total);
}

void addUsage(TruthUsage& sum, const TruthUsage& row)
{
    sum.threads += row.threads;
    sum.turns += row.turns;
    addCosts(sum, row);
    addTo(sum.linesAdded, row.linesAdded);
    addTo(sum.linesRemoved, row.linesRemoved);
    for (const TruthClient& client : row.clients) {
        auto same = std::find_if(sum.clients.begin(), sum.clients.end(),
            [&](const TruthClient& other) { return other.clientId == client.clientId; });
        if (same == sum.clients.end()) {
            sum.clients.push_back(client);
        } else {
            same->threads += client.threads;
            same->turns += client.turns;
            addCosts(*same, client);
        }
    }
    for (const TruthModel& model : row.models) {
        auto same = std::find_if(sum.models.begin(), sum.models.end(), [&](const TruthModel& other) {
            return other.model == model.model && other.speed == model.speed;
        });
        if (same == sum.models.end()) {
            sum.models.push_back(model);
        } else {
            addCosts(*same, model);
        }
    }
}

void sortParts(std::vector<TruthUsage>& rows)
{
    for (TruthUsage& row : rows) {
        std::sort(row.clients.begin(), row.clients.end(),
            [](const TruthClient& a, const TruthClient& b) { return a.clientId < b.clientId; });
        std::sort(row.models.begin(), row.models.end(), [](const TruthModel& a, const TruthModel& b) {
            return std::tie(a.model, a.speed) < std::tie(b.model, b.speed);
        });
    }
    std::sort(rows.begin(), rows.end(),
        [](const TruthUsage& a, const TruthUsage& b) { return a.identity.userId < b.identity.userId; });
}

template <typename Row> void reduceIdentity(Row& row)
{
    row.identity.email.reset();
    row.identity.actorType.reset();
}

std::vector<TruthUsage> reducedUsage(const std::vector<TruthUsage>& rows)
{
    std::vector<TruthUsage> result;
    std::optional<TruthUsage> unattributed;
    for (TruthUsage row : rows) {
        reduceIdentity(row);
        if (row.identity.userId) {
            result.push_back(std::move(row));
        } else if (unattributed) {
            addUsage(*unattributed, row);
        } else {
            unattributed = std::move(row);
        }
    }
    if (unattributed) {
        result.push_back(std::move(*unattributed));
    }
    sortParts(result);
    return result;
}

template <typename Row> std::vector<Row> reducedReviews(std::vector<Row> rows)
{
    for (Row& row : rows) {
        reduceIdentity(row);
    }
    std::sort(rows.begin(), rows.end(),
        [](const Row& a, const Row& b) { return a.identity.userId < b.identity.userId; });
    return rows;
}

// Reads the columns of a statement one after the other.
class Columns
{
public:
    explicit Columns(SQLite::Statement& statement)
        : m_statement(statement)
    {
    }
    std::int64_t integer() { return m_statement.getColumn(m_next++).getInt64(); }
    std::optional<std::int64_t> optionalInteger()
    {
        const SQLite::Column column = m_statement.getColumn(m_next++);
        return column.isNull() ? std::nullopt : std::optional<std::int64_t>(column.getInt64());
    }
    std::optional<double> optionalReal()
    {
        const SQLite::Column column = m_statement.getColumn(m_next++);
        return column.isNull() ? std::nullopt : std::optional<double>(column.getDouble());
    }
    std::optional<std::string> optionalText()
    {
        const SQLite::Column column = m_statement.getColumn(m_next++);
        return column.isNull() ? std::nullopt : std::optional<std::string>(column.getString());
    }
    UtcDay day() { return UtcDay::fromNumber(static_cast<std::int32_t>(integer())); }
    template <typename Row> void costsAndTokens(Row& row)
    {
        row.costs.credits = optionalReal();
        row.costs.costUsd = optionalReal();
        row.costs.estimatedCostUsd = optionalReal();
        row.tokens.uncachedInput = optionalInteger();
        row.tokens.cachedInput = optionalInteger();
        row.tokens.output = optionalInteger();
        row.tokens.total = optionalInteger();
    }

private:
    SQLite::Statement& m_statement;
    int m_next = 0;
};

constexpr const char* kCostsAndTokens = "credits, cost_usd, estimated_cost_usd, uncached_input_tokens,"
                                        " cached_input_tokens, output_tokens, total_tokens";

std::string inRange(const char* select, DayRange range)
{
    return std::string(select) + " WHERE day BETWEEN " + std::to_string(range.first.number()) + " AND "
        + std::to_string(range.last.number());
}

template <typename Rows, typename Read>
void readInto(SQLite::Database& database, const std::string& sql, Rows& rows, Read read)
{
    SQLite::Statement select(database, sql);
    while (select.executeStep()) {
        Columns columns(select);
        auto row = read(columns);
        rows[row.day].push_back(std::move(row));
    }
}

template <typename Rows> QString differenceOf(const char* name, const Rows& stored, const Rows& served)
{
    for (const auto& [day, rows] : served) {
        const auto found = stored.find(day);
        const std::size_t have = found == stored.end() ? 0 : found->second.size();
        if (have != rows.size()) {
            return QStringLiteral("%1 %2: %3 rows stored, %4 served")
                .arg(QLatin1String(name), day.toIso())
                .arg(have)
                .arg(rows.size());
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!(found->second[i] == rows[i])) {
                return QStringLiteral("%1 %2: row %3 of \"%4\" differs")
                    .arg(QLatin1String(name), day.toIso())
                    .arg(i)
                    .arg(QString::fromStdString(rows[i].identity.userId.value_or("")));
            }
        }
    }
    for (const auto& [day, rows] : stored) {
        if (!rows.empty() && !served.contains(day)) {
            return QStringLiteral("%1 %2: stored, never served").arg(QLatin1String(name), day.toIso());
        }
    }
    return {};
}

} // namespace

Served readStored(const QString& databaseFile, DayRange range)
{
    SQLite::Database database(databaseFile.toStdString(), SQLite::OPEN_READONLY);
    Served stored;
    const std::string usageSql = std::string("SELECT day, (SELECT user_id FROM engineer WHERE id = engineer),"
                                             " threads, turns, ")
        + kCostsAndTokens + ", lines_added, lines_removed FROM usage_day";
    readInto(database, inRange(usageSql.c_str(), range), stored.usage, [](Columns& columns) {
        TruthUsage row;
        row.day = columns.day();
        row.identity.userId = columns.optionalText();
        row.threads = columns.integer();
        row.turns = columns.integer();
        columns.costsAndTokens(row);
        row.linesAdded = columns.optionalInteger();
        row.linesRemoved = columns.optionalInteger();
        return row;
    });
    const auto rowOf = [&stored](UtcDay day, const std::optional<std::string>& userId) -> TruthUsage* {
        for (TruthUsage& row : stored.usage[day]) {
            if (row.identity.userId == userId) {
                return &row;
            }
        }
        return nullptr;
    };
    const std::string clientSql
        = std::string("SELECT day, (SELECT user_id FROM engineer WHERE id = engineer),"
                      " (SELECT client_id FROM client WHERE id = client), threads, turns, ")
        + kCostsAndTokens + " FROM usage_client";
    SQLite::Statement clients(database, inRange(clientSql.c_str(), range));
    while (clients.executeStep()) {
        Columns columns(clients);
        const UtcDay day = columns.day();
        TruthUsage* row = rowOf(day, columns.optionalText());
        TruthClient client;
        client.clientId = columns.optionalText().value_or("");
        client.threads = columns.integer();
        client.turns = columns.integer();
        columns.costsAndTokens(client);
        if (row) {
            row->clients.push_back(std::move(client));
        }
    }
    const std::string modelSql = std::string("SELECT day, (SELECT user_id FROM engineer WHERE id = engineer),"
                                             " (SELECT model FROM model WHERE id = usage_model.model),"
                                             " (SELECT speed FROM model WHERE id = usage_model.model), ")
        + kCostsAndTokens + " FROM usage_model";
    SQLite::Statement models(database, inRange(modelSql.c_str(), range));
    while (models.executeStep()) {
        Columns columns(models);
        const UtcDay day = columns.day();
        TruthUsage* row = rowOf(day, columns.optionalText());
        TruthModel model;
        model.model = columns.optionalText().value_or("");
        model.speed = columns.optionalText();
        columns.costsAndTokens(model);
        if (row) {
            row->models.push_back(std::move(model));
        }
    }
    for (auto& [day, rows] : stored.usage) {
        sortParts(rows);
    }
    const std::string workspaceSql = std::string("SELECT day, threads, turns, ") + kCostsAndTokens
        + ", lines_added, lines_removed FROM workspace_day";
    readInto(database, inRange(workspaceSql.c_str(), range), stored.workspaceUsage, [](Columns& columns) {
        TruthUsage row;
        row.day = columns.day();
        row.threads = columns.integer();
        row.turns = columns.integer();
        columns.costsAndTokens(row);
        row.linesAdded = columns.optionalInteger();
        row.linesRemoved = columns.optionalInteger();
        return row;
    });
    readInto(database,
        inRange(
            "SELECT day, (SELECT user_id FROM engineer WHERE id = engineer), pull_request_reviews, comments,"
            " p0, p1, p2 FROM review_day",
            range),
        stored.reviews, [](Columns& columns) {
            TruthReview row;
            row.day = columns.day();
            row.identity.userId = columns.optionalText();
            row.pullRequestReviews = columns.integer();
            row.comments = columns.integer();
            row.p0 = columns.integer();
            row.p1 = columns.integer();
            row.p2 = columns.integer();
            return row;
        });
    readInto(database,
        inRange(
            "SELECT day, (SELECT user_id FROM engineer WHERE id = engineer), pull_request_reviews, comments,"
            " replies, reactions, upvotes, downvotes, other_reactions, engaged, reacted, upvoted, downvoted,"
            " reacted_other, replied FROM review_response_day",
            range),
        stored.responses, [](Columns& columns) {
            TruthResponse row;
            row.day = columns.day();
            row.identity.userId = columns.optionalText();
            for (std::int64_t* field : {&row.pullRequestReviews, &row.comments, &row.replies, &row.reactions,
                     &row.upvotes, &row.downvotes, &row.otherReactions, &row.engaged, &row.reacted,
                     &row.upvoted, &row.downvoted, &row.reactedOther, &row.replied}) {
                *field = columns.integer();
            }
            return row;
        });
    for (auto& [day, rows] : stored.reviews) {
        rows = reducedReviews(std::move(rows));
    }
    for (auto& [day, rows] : stored.responses) {
        rows = reducedReviews(std::move(rows));
    }
    return stored;
}

Served reduced(const Served& served, DayRange range)
{
    Served result;
    for (const auto& [day, rows] : served.usage) {
        if (range.contains(day)) {
            result.usage[day] = reducedUsage(rows);
        }
    }
    for (const auto& [day, rows] : served.workspaceUsage) {
        if (range.contains(day)) {
            for (TruthUsage row : rows) {
                // The cache keeps no surfaces and models of workspace rows; the per-engineer rows carry them.
                row.clients.clear();
                row.models.clear();
                reduceIdentity(row);
                result.workspaceUsage[day].push_back(std::move(row));
            }
        }
    }
    for (const auto& [day, rows] : served.reviews) {
        if (range.contains(day)) {
            result.reviews[day] = reducedReviews(rows);
        }
    }
    for (const auto& [day, rows] : served.responses) {
        if (range.contains(day)) {
            result.responses[day] = reducedReviews(rows);
        }
    }
    return result;
}

QString firstDifference(const Served& stored, const Served& served)
{
    for (const QString& difference : {differenceOf("usage", stored.usage, served.usage),
             differenceOf("workspace usage", stored.workspaceUsage, served.workspaceUsage),
             differenceOf("reviews", stored.reviews, served.reviews),
             differenceOf("responses", stored.responses, served.responses)}) {
        if (!difference.isEmpty()) {
            return difference;
        }
    }
    return {};
}

SyncHarness::SyncHarness(app::simulator::Profile profile)
    : simulator(profile)
    , clock(profile.today.start() + std::chrono::hours(10))
    , m_firstToday(profile.today)
{
    policy.firstDelay = std::chrono::milliseconds(2);
    policy.delayCap = std::chrono::milliseconds(10);
    policy.longestWait = std::chrono::milliseconds(1'500);
    policy.limits.silence = std::chrono::milliseconds(5'000);
    policy.limits.total = std::chrono::milliseconds(20'000);
    policy.random = [] { return 0.5; };
    openStore();
    const auto url = simulator.start();
    Q_ASSERT(url);
    makeEngine();
}

SyncHarness::~SyncHarness()
{
    engine.reset();
}

void SyncHarness::openStore()
{
    auto opened = app::store::WorkspaceStore::open(folder.filePath(QStringLiteral("workspace")));
    Q_ASSERT(opened);
    store = std::move(*opened);
}

void SyncHarness::makeEngine()
{
    const auto baseUrl = app::api::BaseUrl::parse(origin.isEmpty() ? simulator.url().toString() : origin);
    engine.reset();
    engine = std::make_unique<app::sync::SyncEngine>(*store, clock,
        app::sync::Connection{*baseUrl, app::simulator::Simulator::workspace(), policy, network});
}

void SyncHarness::replaceCache(const QByteArray& databaseFile)
{
    const QString name = store->databaseFile();
    takeCache();
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(databaseFile) != databaseFile.size()) {
        qFatal("the cache cannot be replaced");
    }
    file.close();
    openStore();
    makeEngine();
}

QByteArray SyncHarness::takeCache()
{
    const QString name = store->databaseFile();
    engine.reset();
    store.reset(); // the last connection takes the log into the file
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("the cache cannot be read");
    }
    return file.readAll();
}

std::vector<app::records::RequestRecord> SyncHarness::ledger()
{
    constexpr int kAll = 1'000'000;
    auto rows = *resultOf(store->read(
        [](const app::store::Database& database) { return app::store::recentRequests(database, kAll); }));
    std::reverse(rows.begin(), rows.end());
    return rows;
}

app::sync::SyncReport SyncHarness::sync(app::sync::SyncRequest request)
{
    QSignalSpy finished(engine.get(), &app::sync::SyncEngine::finished);
    auto key = app::secrets::ApiKey::parse(QStringView(app::simulator::Simulator::acceptedKey()));
    engine->start(request, std::move(*key));
    if (finished.isEmpty() && !finished.wait(60'000)) {
        qFatal("the sync did not end");
    }
    return finished.constFirst().constFirst().value<app::sync::SyncReport>();
}

void SyncHarness::moveTo(int daysLater, std::chrono::milliseconds timeOfDay)
{
    clock.set((m_firstToday + daysLater).start() + timeOfDay);
    simulator.setToday(m_firstToday + daysLater);
}

app::records::Coverage SyncHarness::coverage(DayRange range)
{
    return *resultOf(store->read(
        [range](const app::store::Database& database) { return app::store::coverage(database, range); }));
}

app::store::SyncState SyncHarness::state()
{
    return *resultOf(store->read(
        [](const app::store::Database& database) { return app::store::loadSyncState(database); }));
}

QString SyncHarness::differenceToServed(DayRange range)
{
    return firstDifference(readStored(store->databaseFile(), range), reduced(simulator.served(), range));
}

QByteArray SyncHarness::fingerprint()
{
    SQLite::Database database(store->databaseFile().toStdString(), SQLite::OPEN_READONLY);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char* table : {"usage_day", "usage_client", "usage_model", "workspace_day", "review_day",
             "review_response_day", "usage_total_by_day", "usage_by_month", "restatement"}) {
        SQLite::Statement rows(database, std::string("SELECT * FROM ") + table + " ORDER BY 1, 2, 3");
        while (rows.executeStep()) {
            for (int i = 0; i < rows.getColumnCount(); ++i) {
                const std::string text = rows.getColumn(i).getString();
                hash.addData(QByteArray::fromStdString(text));
                hash.addData(QByteArrayLiteral("|"));
            }
        }
    }
    return hash.result();
}

} // namespace support
