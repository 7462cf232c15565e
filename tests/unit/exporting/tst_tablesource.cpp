// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/Exporter.h"
#include "exporting/Pseudonyms.h"
#include "store/DayWriter.h"
#include "store/RequestLedger.h"
#include "store/SyncState.h"
#include "support/TestCase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace app;
using namespace app::exporting;
using core::DayRange;
using core::UtcDay;
using records::Dataset;

namespace {

UtcDay day(int offset)
{
    return *UtcDay::fromIso(u"2026-11-20") + offset;
}

records::UsageRow usageRow(UtcDay on, std::optional<std::string> userId, std::int64_t turns)
{
    records::UsageRow row;
    row.day = on;
    row.identity.userId = std::move(userId);
    if (row.identity.userId) {
        row.identity.email = *row.identity.userId + "@example.com";
        row.identity.actorType = "ACCOUNT_USER";
    }
    row.threads = 1;
    row.turns = turns;
    row.costs.credits = 0.1 + 0.2;
    row.tokens = {std::int64_t{10}, std::nullopt, std::int64_t{5}, std::int64_t{15}};
    row.bytesHash = static_cast<std::uint64_t>(turns);
    return row;
}

template <typename Page>
core::Result<void> put(store::Database& database, Dataset dataset, DayRange days, Page page)
{
    store::DayWriter writer(dataset, days);
    if (auto added = writer.addPage(database, std::move(page)); !added) {
        return added;
    }
    if (auto committed = writer.commit(database, day(30).start(), day(30)); !committed) {
        return core::failure(committed.error());
    }
    return {};
}

QByteArray asText(const Cell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return QByteArray::fromStdString(*text);
    }
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
        return QByteArray::number(qlonglong{*whole});
    }
    if (const auto* number = std::get_if<double>(&cell)) {
        return QByteArray::fromStdString(*shortestText(*number));
    }
    return "-";
}

} // namespace

class TestTableSource : public support::TestCase
{
    Q_OBJECT

private:
    void setUp() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = store::Database::open(file(), store::Database::Access::ReadWrite);
        QVERIFY(opened);
        m_database = std::move(*opened);
    }
    void tearDown() override
    {
        m_database.reset();
        m_folder.reset();
    }
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("cache.db")); }

    /// Every row as `cell|cell|…`, null as `-`.
    [[nodiscard]] QByteArrayList rowsOf(
        Table table, DayRange range = kAllDays, TableSource::Names names = TableSource::Names::AsStored) const
    {
        QByteArrayList lines;
        const TableSource source(*m_database, table, range, names);
        const auto count = source.forEachRow(
            [&lines](const Row& row) -> core::Result<void> {
                QByteArrayList cells;
                for (const Cell& cell : row) {
                    cells += asText(cell);
                }
                lines += cells.join('|');
                return {};
            },
            std::stop_token());
        if (!count || *count != lines.size()) {
            return {"failed"};
        }
        return lines;
    }
    void storeUsage()
    {
        records::UsagePage page;
        // Out of order on purpose: "Z" < "a" < "ä" bytewise, and a person without an id comes first.
        for (const char* user : {"\xc3\xa4", "a", "Z"}) {
            page.rows.push_back(usageRow(day(1), user, 3));
        }
        page.rows.push_back(usageRow(day(1), std::nullopt, 8));
        page.rows.push_back(usageRow(day(0), "a", 2));
        records::UsageRow& detailed = page.rows.front();
        detailed.linesAdded = 7;
        detailed.clients = {{"CODEX_WEB", std::nullopt, 2, {}, {}}, {"CODEX_CLI", 1, 1, {1.5, {}, {}}, {}}};
        detailed.models
            = {{"gpt-b", "fast", {}, {}}, {"gpt-b", std::nullopt, {}, {}}, {"gpt-a", "slow", {}, {}}};
        QVERIFY(put(*m_database, Dataset::UsagePerEngineer, {day(0), day(1)}, std::move(page)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Database> m_database;

private Q_SLOTS:
    void emptyStoreHasNoRows_data();
    void emptyStoreHasNoRows();
    void usageIsSortedBytewiseWithNullFirst();
    void surfacesAndModelsAreSortedByAllTheirKeys();
    void workspaceUsageHasNoPeople();
    void reviewsKeepNullsAndIdentities();
    void engineersHaveTheirDays();
    void requestsSayWhatWasAsked();
    void everyDayHasItsCompleteness();
    void restatementsComeInTheirOrder();
    void bothSidesOfADayStandBesideEachOther();
    void whatIsStoredIsListedWhateverTheRange();
    void theRangeIsInclusive();
    void pseudonymsReplaceNamesEverywhere();
    void aStopEndsTheStream();
    void aFailingVisitorEndsTheStream();
    void oneExportIsOneSnapshot();
    void exportsWriteTheWholeFileOrNone();
};

void TestTableSource::emptyStoreHasNoRows_data()
{
    QTest::addColumn<Table>("table");
    for (const Table table : kTables) {
        QTest::newRow(qPrintable(tableName(table))) << table;
    }
}

void TestTableSource::emptyStoreHasNoRows()
{
    QFETCH(Table, table);
    for (const auto names : {TableSource::Names::AsStored, TableSource::Names::Pseudonyms}) {
        QCOMPARE(rowsOf(table, kAllDays, names), QByteArrayList());
        QCOMPARE(rowsOf(table, {day(0), day(1)}, names), QByteArrayList());
    }
}

void TestTableSource::usageIsSortedBytewiseWithNullFirst()
{
    storeUsage();
    const QByteArray sums = "|0.30000000000000004|-|-|10|-|5|15|";
    QCOMPARE(rowsOf(Table::Usage),
        QByteArrayList({"2026-11-20|a|a@example.com|ACCOUNT_USER|1|2" + sums + "-|-",
            "2026-11-21|-|-|-|1|8" + sums + "-|-",
            "2026-11-21|Z|Z@example.com|ACCOUNT_USER|1|3" + sums + "-|-",
            "2026-11-21|a|a@example.com|ACCOUNT_USER|1|3" + sums + "-|-",
            "2026-11-21|ä|ä@example.com|ACCOUNT_USER|1|3" + sums + "7|-"}));
}

void TestTableSource::surfacesAndModelsAreSortedByAllTheirKeys()
{
    storeUsage();
    QCOMPARE(rowsOf(Table::UsageBySurface),
        QByteArrayList(
            {"2026-11-21|ä|CODEX_CLI|1|1|1.5|-|-|-|-|-|-", "2026-11-21|ä|CODEX_WEB|-|2|-|-|-|-|-|-|-"}));
    QCOMPARE(rowsOf(Table::UsageByModel),
        QByteArrayList({"2026-11-21|ä|gpt-a|slow|-|-|-|-|-|-|-", "2026-11-21|ä|gpt-b|-|-|-|-|-|-|-|-",
            "2026-11-21|ä|gpt-b|fast|-|-|-|-|-|-|-"}));
}

void TestTableSource::workspaceUsageHasNoPeople()
{
    records::UsagePage page;
    page.rows = {usageRow(day(2), std::nullopt, 9), usageRow(day(0), std::nullopt, 4)};
    QVERIFY(put(*m_database, Dataset::UsageWorkspace, {day(0), day(2)}, std::move(page)));
    QCOMPARE(rowsOf(Table::WorkspaceUsage),
        QByteArrayList({"2026-11-20|1|4|0.30000000000000004|-|-|10|-|5|15",
            "2026-11-22|1|9|0.30000000000000004|-|-|10|-|5|15"}));
    QCOMPARE(rowsOf(Table::Usage), QByteArrayList());
}

void TestTableSource::reviewsKeepNullsAndIdentities()
{
    records::ReviewPage reviews;
    records::ReviewRow review;
    review.day = day(0);
    review.pullRequestReviews = 14;
    review.comments = 37;
    review.p0 = 2;
    reviews.rows.push_back(review);
    review.identity.userId = "b";
    review.p0.reset();
    reviews.rows.push_back(review);
    QVERIFY(put(*m_database, Dataset::CodeReviews, {day(0), day(0)}, std::move(reviews)));
    QCOMPARE(
        rowsOf(Table::Reviews), QByteArrayList({"2026-11-20|-|14|37|2|-|-", "2026-11-20|b|14|37|-|-|-"}));

    records::ReviewResponsePage responses;
    records::ReviewResponseRow response;
    response.day = day(0);
    response.pullRequestReviews = 12;
    response.comments = 31;
    response.replies = 9;
    response.reactions = 17;
    response.upvotes = 12;
    response.downvotes = 3;
    response.otherReactions = 2;
    response.engaged = 19;
    response.reacted = 14;
    response.upvoted = 11;
    response.reactedOther = 0;
    response.replied = 8;
    responses.rows.push_back(response);
    QVERIFY(put(*m_database, Dataset::CodeReviewResponses, {day(0), day(0)}, std::move(responses)));
    QCOMPARE(
        rowsOf(Table::ReviewResponses), QByteArrayList({"2026-11-20|-|12|31|9|17|12|3|2|19|14|11|-|0|8"}));
}

void TestTableSource::engineersHaveTheirDays()
{
    storeUsage();
    QCOMPARE(rowsOf(Table::Engineers),
        QByteArrayList({"Z|Z@example.com|ACCOUNT_USER|2026-11-21|2026-11-21",
            "a|a@example.com|ACCOUNT_USER|2026-11-20|2026-11-21",
            "ä|ä@example.com|ACCOUNT_USER|2026-11-21|2026-11-21"}));
    QCOMPARE(rowsOf(Table::Engineers, {day(-5), day(0)}),
        QByteArrayList({"a|a@example.com|ACCOUNT_USER|2026-11-20|2026-11-20"}));
}

void TestTableSource::requestsSayWhatWasAsked()
{
    using std::chrono::milliseconds;
    const core::Instant at = day(0).start() + milliseconds(1'500);
    std::vector<records::RequestRecord> requests;
    requests.push_back({at + milliseconds(1), Dataset::CodeReviews, {day(-1), day(0)}, 2, 0, 0, std::nullopt,
        90'000, core::ErrorKind::ServiceUnavailable});
    requests.push_back({at, Dataset::UsageWorkspace, {day(0), day(0)}, 1, 200, 512, 1, 7, std::nullopt});
    requests.push_back({at, Dataset::UsagePerEngineer, {day(0), day(0)}, 1, 200, 4'096, 20, 9, std::nullopt});
    requests.push_back({at, Dataset::CodeReviewResponses, {day(0), day(0)}, 1, 429, 90, std::nullopt, 3,
        core::ErrorKind::Throttled});
    requests.push_back(
        {day(1).start(), Dataset::CodeReviews, {day(1), day(1)}, 1, 200, 61, 0, 2, std::nullopt});
    QVERIFY(store::appendRequests(*m_database, requests));

    const QByteArrayList all{
        "2026-11-20T00:00:01.500Z|code_review_responses|-|2026-11-20|2026-11-20|1|429|90|-|3|throttled",
        "2026-11-20T00:00:01.500Z|usage|-|2026-11-20|2026-11-20|1|200|4096|20|9|-",
        "2026-11-20T00:00:01.500Z|usage|workspace|2026-11-20|2026-11-20|1|200|512|1|7|-",
        "2026-11-20T00:00:01.501Z|code_reviews|-|2026-11-19|2026-11-20|2|0|0|-|90000|service_unavailable",
        "2026-11-21T00:00:00.000Z|code_reviews|-|2026-11-21|2026-11-21|1|200|61|0|2|-"};
    QCOMPARE(rowsOf(Table::Requests), all);
    QCOMPARE(rowsOf(Table::Requests, {day(0), day(0)}), all.mid(0, 4));
    QCOMPARE(rowsOf(Table::Requests, {day(1), day(1)}), all.mid(4));
}

void TestTableSource::everyDayHasItsCompleteness()
{
    QCOMPARE(rowsOf(Table::Completeness), QByteArrayList());
    storeUsage();
    const QByteArray read = "|final|2026-12-20T00:00:00.000Z|2026-12-20T00:00:00.000Z|";
    const QByteArray missing = "|missing|-|-|-|0|0";
    QCOMPARE(rowsOf(Table::Completeness, {day(0), day(0)}),
        QByteArrayList({"2026-11-20|code_review_responses" + missing, "2026-11-20|code_reviews" + missing,
            "2026-11-20|usage" + read + "1|0|0", "2026-11-20|workspace_usage" + missing}));
    // Of all days: those that were ever read.
    QCOMPARE(rowsOf(Table::Completeness).size(), 2 * 4);
    // A day outside of what was read is missing, not left out.
    QCOMPARE(rowsOf(Table::Completeness, {day(9), day(9)}).at(2), "2026-11-29|usage" + missing);
}

void TestTableSource::restatementsComeInTheirOrder()
{
    storeUsage();
    records::UsagePage page;
    page.rows = {usageRow(day(0), "a", 5), usageRow(day(1), "a", 3)};
    QVERIFY(put(*m_database, Dataset::UsagePerEngineer, {day(0), day(1)}, std::move(page)));
    const QByteArrayList rows = rowsOf(Table::Restatements);
    QVERIFY(rows.contains("2026-12-20T00:00:00.000Z|2026-11-20|usage|restated|turns|2|5|3"));
    QVERIFY(rows.contains("2026-12-20T00:00:00.000Z|2026-11-21|usage|restated|turns|17|3|-14"));
    QByteArrayList sorted = rows;
    std::ranges::sort(sorted);
    QCOMPARE(rows, sorted);
    for (const QByteArray& row : rowsOf(Table::Restatements, {day(1), day(1)})) {
        QVERIFY(row.contains("|2026-11-21|"));
    }
    QCOMPARE(rowsOf(Table::Restatements, {day(5), day(9)}), QByteArrayList());
}

void TestTableSource::bothSidesOfADayStandBesideEachOther()
{
    storeUsage();
    records::UsagePage page;
    page.rows = {usageRow(day(1), std::nullopt, 20)};
    QVERIFY(put(*m_database, Dataset::UsageWorkspace, {day(1), day(1)}, std::move(page)));
    QCOMPARE(rowsOf(Table::Reconciliation),
        QByteArrayList({"2026-11-20|missing|final|-|1|0|-|-|2|0|-|-|0.30000000000000004|0|-|-|15|0|-",
            // Three people and one row without an id.
            "2026-11-21|final|final|1|4|1|-3|20|17|8|3|0.30000000000000004|1.2000000000000002|"
            "0.30000000000000004|-0.9000000000000001|15|60|15|-45"}));
    QCOMPARE(rowsOf(Table::Reconciliation, {day(9), day(9)}),
        QByteArrayList({"2026-11-29|missing|missing|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-"}));
}

void TestTableSource::whatIsStoredIsListedWhateverTheRange()
{
    storeUsage();
    const auto firstCells = [](const QByteArrayList& rows) {
        QByteArrayList cells;
        for (const QByteArray& row : rows) {
            const QByteArrayList all = row.split('|');
            cells += all.at(0) + '|' + all.at(1) + '|' + all.at(3) + '|' + all.at(4);
        }
        return cells;
    };
    const QByteArrayList cells = firstCells(rowsOf(Table::Storage));
    QVERIFY(cells.contains("people|3|2026-11-20|2026-11-21"));
    QVERIFY(cells.contains("usage_days|5|2026-11-20|2026-11-21"));
    QVERIFY(cells.contains("usage_by_surface|2|2026-11-21|2026-11-21"));
    QVERIFY(cells.contains("requests|0|-|-"));
    QVERIFY(cells.contains("file_cache_db|-|-|-"));
    QCOMPARE(firstCells(rowsOf(Table::Storage, {day(9), day(9)})), cells);
}

void TestTableSource::theRangeIsInclusive()
{
    storeUsage();
    QCOMPARE(rowsOf(Table::Usage, {day(0), day(0)}).size(), 1);
    QCOMPARE(rowsOf(Table::Usage, {day(1), day(1)}).size(), 4);
    QCOMPARE(rowsOf(Table::Usage, {day(0), day(1)}).size(), 5);
    QCOMPARE(rowsOf(Table::Usage, {day(2), day(9)}).size(), 0);
}

void TestTableSource::pseudonymsReplaceNamesEverywhere()
{
    storeUsage();
    const auto salt = store::storeSalt(*m_database);
    QVERIFY(salt);
    const Pseudonyms pseudonyms(*salt);

    for (const Table table : {Table::Usage, Table::UsageBySurface, Table::UsageByModel, Table::Engineers}) {
        const QByteArrayList shown = rowsOf(table, kAllDays, TableSource::Names::Pseudonyms);
        QCOMPARE(shown.size(), rowsOf(table).size());
        for (const QByteArray& line : shown) {
            QVERIFY2(!line.contains("@") && !line.contains("|a|") && !line.contains("|Z|"), line.constData());
        }
    }
    // Sorted by what is shown, so that the order tells nothing about the ids.
    QByteArrayList expected;
    for (const char* user : {"\xc3\xa4", "a", "Z"}) {
        expected += QByteArray::fromStdString(pseudonyms.of(user));
    }
    std::sort(expected.begin(), expected.end());
    QByteArrayList engineers;
    for (const QByteArray& line : rowsOf(Table::Engineers, kAllDays, TableSource::Names::Pseudonyms)) {
        engineers += line.split('|').constFirst();
    }
    QCOMPARE(engineers, expected);
    // Unattributed has no id, so it has no pseudonym either.
    const QByteArrayList usage = rowsOf(Table::Usage, {day(1), day(1)}, TableSource::Names::Pseudonyms);
    QVERIFY(usage.constFirst().startsWith("2026-11-21|-|-|"));
    QVERIFY(usage.at(1).startsWith(QByteArray("2026-11-21|" + expected.at(0) + "|-|ACCOUNT_USER|")));
}

void TestTableSource::aStopEndsTheStream()
{
    records::UsagePage page;
    for (int i = 0; i < 1'000; ++i) {
        page.rows.push_back(usageRow(day(0), "user-" + std::to_string(i), 1));
    }
    QVERIFY(put(*m_database, Dataset::UsagePerEngineer, {day(0), day(0)}, std::move(page)));
    std::stop_source stop;
    std::int64_t seen = 0;
    const TableSource source(*m_database, Table::Usage, kAllDays, TableSource::Names::AsStored);
    const auto count = source.forEachRow(
        [&](const Row&) -> core::Result<void> {
            if (++seen == 10) {
                stop.request_stop();
            }
            return {};
        },
        stop.get_token());
    QVERIFY(!count);
    QCOMPARE(count.error().kind, core::ErrorKind::Cancelled);
    QVERIFY(seen >= 10 && seen < 1'000);
}

void TestTableSource::aFailingVisitorEndsTheStream()
{
    storeUsage();
    const TableSource source(*m_database, Table::Usage, kAllDays, TableSource::Names::AsStored);
    int seen = 0;
    const auto count = source.forEachRow(
        [&seen](const Row&) -> core::Result<void> {
            ++seen;
            return core::failure(core::ErrorKind::FileFailed, QStringLiteral("full"));
        },
        std::stop_token());
    QVERIFY(!count);
    QCOMPARE(count.error().kind, core::ErrorKind::FileFailed);
    QCOMPARE(seen, 1);
}

void TestTableSource::oneExportIsOneSnapshot()
{
    storeUsage();
    const auto reader = store::Database::open(file(), store::Database::Access::ReadOnly);
    QVERIFY(reader);
    const TableSource source(**reader, Table::Usage, kAllDays, TableSource::Names::AsStored);
    int seen = 0;
    const auto count = source.forEachRow(
        [&](const Row&) -> core::Result<void> {
            if (++seen == 1) {
                // A sync replaces all days while the export is under way.
                return put(*m_database, Dataset::UsagePerEngineer, {day(0), day(1)}, records::UsagePage());
            }
            return {};
        },
        std::stop_token());
    QVERIFY(count);
    QCOMPARE(*count, 5);
    QCOMPARE(rowsOf(Table::Usage).size(), 0);
}

void TestTableSource::exportsWriteTheWholeFileOrNone()
{
    storeUsage();
    ExportRequest request;
    request.table = Table::UsageByModel;
    request.format = Format::Json;
    request.file = m_folder->filePath(QStringLiteral("out.json"));
    const auto rows = exportTable(*m_database, request, std::stop_token());
    QVERIFY(rows);
    QCOMPARE(*rows, 3);
    QFile written(request.file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(
        written.readAll().startsWith("[\n{\"day\":\"2026-11-21\",\"user_id\":\"ä\",\"model\":\"gpt-a\","));

    std::stop_source stopped;
    stopped.request_stop();
    request.file = m_folder->filePath(QStringLiteral("stopped.json"));
    const auto cancelled = exportTable(*m_database, request, stopped.get_token());
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, core::ErrorKind::Cancelled);
    const QStringList left = QDir(m_folder->path())
                                 .entryList({QStringLiteral("*.json"), QStringLiteral(".threadcount-*")},
                                     QDir::Files | QDir::Hidden);
    QCOMPARE(left, QStringList(QStringLiteral("out.json")));
}

QTEST_GUILESS_MAIN(TestTableSource)
#include "tst_tablesource.moc"
