// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/CompletenessQueries.h"
#include "store/LedgerQueries.h"
#include "store/ReconciliationQueries.h"
#include "store/RequestLedger.h"
#include "store/StorageSummary.h"
#include "store/StoreKit.h"
#include "support/TestCase.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <set>

using namespace storetest;
using namespace app::store;
using app::core::ErrorKind;
using app::records::DayState;
using app::records::RequestRecord;
using namespace std::chrono_literals;

namespace {

const UtcDay kToday = day("2026-11-20");
const Instant kNow = at("2026-11-20T12:00:00.000");

RequestRecord request(Instant when, Dataset dataset, std::optional<ErrorKind> error = {})
{
    RequestRecord record;
    record.at = when;
    record.dataset = dataset;
    record.days = {kToday - 6, kToday};
    record.status = error ? 503 : 200;
    record.bytes = 1'000;
    record.milliseconds = 40;
    record.rows = error ? std::nullopt : std::optional<std::int64_t>(7);
    record.error = error;
    return record;
}

/// Every third failed, every fifth shares its time with the one before.
std::vector<RequestRecord> manyRequests(int count)
{
    std::vector<RequestRecord> records;
    for (int index = 0; index < count; ++index) {
        const Instant when = kNow - std::chrono::seconds((count - index) / 5 * 60);
        records.push_back(request(when, static_cast<Dataset>(index % 4),
            index % 3 == 0 ? std::optional(ErrorKind::ServiceUnavailable) : std::nullopt));
    }
    return records;
}

std::vector<std::int64_t> idsByPages(Database& database, const LedgerFilter& filter, int pageSize)
{
    std::vector<std::int64_t> ids;
    std::optional<LedgerKey> older;
    for (;;) {
        const auto page = requestsBefore(database, filter, older, pageSize);
        if (!page || page->empty()) {
            return ids;
        }
        for (const LedgerEntry& entry : *page) {
            ids.push_back(entry.id);
        }
        older = page->back().key();
    }
}

std::vector<std::int64_t> idsBySql(Database& database, const std::string& condition)
{
    std::vector<std::int64_t> ids;
    SQLite::Statement select(
        database.connection(), "SELECT id FROM request WHERE " + condition + " ORDER BY at DESC, id DESC");
    while (select.executeStep()) {
        ids.push_back(select.getColumn(0).getInt64());
    }
    return ids;
}

UsageRow row(UtcDay when, const std::string& user, std::int64_t turns, std::optional<double> credits,
    std::optional<std::int64_t> tokens)
{
    UsageRow made = user.empty() ? unattributed(when, turns, static_cast<std::uint64_t>(turns) + 1)
                                 : usage(when, user, turns, credits);
    made.threads = 1;
    made.costs.credits = credits;
    made.tokens = {};
    made.tokens.total = tokens;
    return made;
}

} // namespace

class TestRecordQueries : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void pagesOfTheLedgerJoinWithoutGapOrRepeat_data();
    void pagesOfTheLedgerJoinWithoutGapOrRepeat();
    void aPageOfTheLedgerIsNoScan();
    void fiftyThousandRequestsArePagedQuickly();
    void whatWasWrittenLaterIsFoundThoughItBeganEarlier();
    void theLedgerIsSummed();
    void completenessTellsEveryDayApart();
    void theSidesAreComparedOnlyWhereBothAreKnown();
    void totalsAreOfComparedDaysOnly();
    void everyTableIsCountedInOneGroup();
    void bytesAddUpToTheFile();
    void anEmptyStoreAnswersEverything();
};

void TestRecordQueries::pagesOfTheLedgerJoinWithoutGapOrRepeat_data()
{
    QTest::addColumn<int>("pageSize");
    for (const int size : {1, 2, 3, 5, 7, 100, 200, 201, 1'000}) {
        QTest::addRow("%d rows a page", size) << size;
    }
}

void TestRecordQueries::pagesOfTheLedgerJoinWithoutGapOrRepeat()
{
    QFETCH(int, pageSize);
    TempStore temp;
    REQUIRE_OK(appendRequests(temp.db(), manyRequests(200)));
    QCOMPARE(idsByPages(temp.db(), {}, pageSize), idsBySql(temp.db(), "true"));
    QCOMPARE(idsByPages(temp.db(), {{}, true}, pageSize), idsBySql(temp.db(), "error IS NOT NULL"));
    QCOMPARE(
        idsByPages(temp.db(), {Dataset::CodeReviews, false}, pageSize), idsBySql(temp.db(), "dataset = 2"));
    QCOMPARE(idsByPages(temp.db(), {Dataset::UsageWorkspace, true}, pageSize),
        idsBySql(temp.db(), "dataset = 1 AND error IS NOT NULL"));
    // The bad twin: without the id in the key, requests of the same moment would be lost at a page's edge.
    const auto page = requestsBefore(temp.db(), {}, std::nullopt, 3);
    REQUIRE_OK(page);
    const LedgerKey withoutId{page->back().request.at, 0};
    QVERIFY(requestsBefore(temp.db(), {}, withoutId, 1'000)->size()
        < requestsBefore(temp.db(), {}, page->back().key(), 1'000)->size());
}

void TestRecordQueries::aPageOfTheLedgerIsNoScan()
{
    TempStore temp;
    REQUIRE_OK(appendRequests(temp.db(), manyRequests(200)));
    std::string plan;
    SQLite::Statement explain(temp.db().connection(),
        "EXPLAIN QUERY PLAN SELECT * FROM request WHERE (at, id) < (1, 2) ORDER BY at DESC, id DESC LIMIT 9");
    while (explain.executeStep()) {
        plan += explain.getColumn(3).getString() + '\n';
    }
    QVERIFY2(plan.find("SEARCH request USING INDEX request_at") != std::string::npos, plan.c_str());
    QVERIFY2(plan.find("TEMP B-TREE") == std::string::npos, plan.c_str());
}

void TestRecordQueries::fiftyThousandRequestsArePagedQuickly()
{
    TempStore temp;
    REQUIRE_OK(appendRequests(temp.db(), manyRequests(50'000)));
    QElapsedTimer timer;
    timer.start();
    const auto summary = ledgerSummary(temp.db());
    REQUIRE_OK(summary);
    QCOMPARE(summary->requests, 50'000);
    qInfo("summary of 50,000 requests: %lld ms", static_cast<long long>(timer.restart()));
    REQUIRE_OK(requestsBefore(temp.db(), {}, std::nullopt, 200));
    qInfo("the newest 200: %lld ms", static_cast<long long>(timer.restart()));
    const auto all = idsByPages(temp.db(), {}, 200);
    qInfo("all of them in 251 pages: %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(all.size(), std::size_t{50'000});
}

void TestRecordQueries::whatWasWrittenLaterIsFoundThoughItBeganEarlier()
{
    TempStore temp;
    REQUIRE_OK(appendRequests(temp.db(), {request(kNow, Dataset::CodeReviews)}));
    const std::int64_t known = requestsBefore(temp.db(), {}, std::nullopt, 1)->front().id;
    REQUIRE_OK(appendRequests(temp.db(),
        {request(kNow - 5s, Dataset::UsagePerEngineer),
            request(kNow + 5s, Dataset::UsageWorkspace, ErrorKind::Throttled)}));
    const auto later = requestsWrittenAfter(temp.db(), {}, known, 10);
    REQUIRE_OK(later);
    QCOMPARE(later->size(), std::size_t{2});
    QVERIFY(later->front().request.at == kNow + 5s);
    QVERIFY(later->back().request.at == kNow - 5s);
    QVERIFY(later->back().id > known);
    QCOMPARE(requestsWrittenAfter(temp.db(), {{}, true}, known, 10)->size(), std::size_t{1});
    QCOMPARE(requestsWrittenAfter(temp.db(), {}, known, 1)->size(), std::size_t{1});
    QCOMPARE(requestsWrittenAfter(temp.db(), {}, later->front().id, 10)->size(), std::size_t{0});
}

void TestRecordQueries::theLedgerIsSummed()
{
    TempStore temp;
    REQUIRE_OK(appendRequests(temp.db(),
        {request(kNow, Dataset::UsagePerEngineer), request(kNow + 1s, Dataset::UsagePerEngineer),
            request(kNow - 1h, Dataset::CodeReviews, ErrorKind::Offline)}));
    const auto summary = ledgerSummary(temp.db());
    REQUIRE_OK(summary);
    QCOMPARE(summary->requests, 3);
    QCOMPARE(summary->failed, 1);
    QCOMPARE(summary->bytes, 3'000);
    QCOMPARE(summary->perDataset[0], 2);
    QCOMPARE(summary->perDataset[1], 0);
    QCOMPARE(summary->perDataset[2], 1);
    QVERIFY(summary->oldest == kNow - 1h);
    QVERIFY(summary->newest == kNow + 1s);
}

void TestRecordQueries::completenessTellsEveryDayApart()
{
    TempStore temp;
    const UtcDay restated = day("2026-10-05");
    const UtcDay withdrawn = day("2026-10-06");
    const DayRange both{restated, withdrawn};
    const Instant first = at("2026-10-08T06:00:00.000");
    REQUIRE_OK(store<ReviewRow>(temp.db(), Dataset::CodeReviews, both,
        {{review(restated, 4), review(withdrawn, 5)}}, first, day("2026-10-08")));
    // Later the first has another total, and the second is gone.
    REQUIRE_OK(
        store<ReviewRow>(temp.db(), Dataset::CodeReviews, both, {{review(restated, 6)}}, kNow, kToday));
    REQUIRE_OK(store<ReviewRow>(
        temp.db(), Dataset::CodeReviews, {kToday, kToday}, {{review(kToday, 1)}}, kNow, kToday));
    const auto known = completeness(temp.db(), {restated - 1, kToday});
    REQUIRE_OK(known);
    const CompletenessCell& before = known->at(Dataset::CodeReviews, restated - 1);
    QVERIFY(before.state == DayState::Missing && !before.fetchedAt && !before.restated);
    const CompletenessCell& changed = known->at(Dataset::CodeReviews, restated);
    QVERIFY(changed.state == DayState::Final && changed.restated && !changed.withdrawn);
    QVERIFY(changed.firstFetchedAt == first && changed.fetchedAt == kNow);
    QCOMPARE(changed.rows, 1);
    const CompletenessCell& gone = known->at(Dataset::CodeReviews, withdrawn);
    QVERIFY(gone.state == DayState::Final && gone.withdrawn && !gone.restated);
    QVERIFY(known->at(Dataset::CodeReviews, kToday).state == DayState::Provisional);
    QVERIFY(known->at(Dataset::CodeReviewResponses, restated).state == DayState::Missing);
    QVERIFY(!known->at(Dataset::CodeReviewResponses, restated).restated);
    run(temp.db(), "UPDATE coverage SET not_offered = 1 WHERE day = " + std::to_string(restated.number()));
    QVERIFY(completeness(temp.db(), both)->at(Dataset::CodeReviews, restated).state == DayState::NotOffered);

    // The same as the coverage that every other page reads.
    const auto coverage = app::store::coverage(temp.db(), {restated - 1, kToday});
    const auto again = completeness(temp.db(), {restated - 1, kToday});
    for (const Dataset dataset : app::records::kDatasets) {
        for (UtcDay when = restated - 1; when <= kToday; ++when) {
            QVERIFY(coverage->state(dataset, when) == again->at(dataset, when).state);
        }
    }
    QVERIFY(*fetchedDays(temp.db()) == (DayRange{restated, kToday}));
    QCOMPARE(*restatementCount(temp.db()), std::int64_t(app::store::restatements(temp.db(), 99)->size()));
}

void TestRecordQueries::theSidesAreComparedOnlyWhereBothAreKnown()
{
    TempStore temp;
    const UtcDay full = day("2026-11-01");
    const UtcDay engineersOnly = full + 1;
    const UtcDay workspaceOnly = full + 2;
    const UtcDay quiet = full + 3; // stored on both sides, no row on either
    const UtcDay withoutFigure = full + 4;
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, {full, engineersOnly},
        {{row(full, "a", 10, 2.5, 100), row(full, "b", 4, std::nullopt, 50), row(full, {}, 3, 0.5, 25),
            row(engineersOnly, "a", 9, 9.0, 9)}},
        kNow, kToday));
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, {quiet, withoutFigure},
        {{row(withoutFigure, "a", 6, std::nullopt, std::nullopt)}}, kNow, kToday));
    REQUIRE_OK(store<UsageRow>(
        temp.db(), Dataset::UsageWorkspace, {full, full}, {{row(full, {}, 20, 4.0, 175)}}, kNow, kToday));
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsageWorkspace, {workspaceOnly, withoutFigure},
        {{row(workspaceOnly, {}, 7, 7.0, 7), row(withoutFigure, {}, 6, 1.5, 60)}}, kNow, kToday));

    const auto days = reconciliationByDay(temp.db(), {full - 1, withoutFigure});
    REQUIRE_OK(days);
    QCOMPARE(days->size(), std::size_t{6});
    const auto figures = [&](UtcDay when, ReconciledMeasure measure) {
        return days->at(static_cast<std::size_t>(when - (full - 1))).of(measure);
    };
    // By hand: 20 − (10 + 4 + 3), 4 − (2.5 + 0.5), 175 − (100 + 50 + 25).
    QCOMPARE(*figures(full, ReconciledMeasure::Turns).workspace, 20.0);
    QCOMPARE(*figures(full, ReconciledMeasure::Turns).engineers, 17.0);
    QCOMPARE(*figures(full, ReconciledMeasure::Turns).unattributed, 3.0);
    QCOMPARE(*figures(full, ReconciledMeasure::Turns).difference(), 3.0);
    QCOMPARE(*figures(full, ReconciledMeasure::Threads).engineers, 3.0);
    QCOMPARE(*figures(full, ReconciledMeasure::Threads).difference(), -2.0);
    QCOMPARE(*figures(full, ReconciledMeasure::Credits).difference(), 1.0);
    QCOMPARE(*figures(full, ReconciledMeasure::Credits).unattributed, 0.5);
    QCOMPARE(figures(full, ReconciledMeasure::Credits).rowsWithoutFigure, 1);
    QCOMPARE(*figures(full, ReconciledMeasure::Tokens).difference(), 0.0);
    QCOMPARE(figures(full, ReconciledMeasure::Tokens).rowsWithoutFigure, 0);
    // A side that is missing is not zero.
    for (const UtcDay when : {full - 1, engineersOnly, workspaceOnly}) {
        for (const ReconciledMeasure measure : kReconciledMeasures) {
            QVERIFY(!figures(when, measure).difference());
        }
    }
    QVERIFY(!figures(full - 1, ReconciledMeasure::Turns).workspace);
    QVERIFY(!figures(full - 1, ReconciledMeasure::Turns).engineers);
    QVERIFY(!figures(full - 1, ReconciledMeasure::Turns).unattributed);
    QCOMPARE(*figures(engineersOnly, ReconciledMeasure::Turns).engineers, 9.0);
    QVERIFY(!figures(engineersOnly, ReconciledMeasure::Turns).workspace);
    QCOMPARE(*figures(workspaceOnly, ReconciledMeasure::Turns).workspace, 7.0);
    QVERIFY(!figures(workspaceOnly, ReconciledMeasure::Turns).engineers);
    // A stored day without rows is zero on both sides.
    QCOMPARE(*figures(quiet, ReconciledMeasure::Credits).difference(), 0.0);
    // Null is not zero: turns can be compared, credits and tokens cannot.
    QCOMPARE(*figures(withoutFigure, ReconciledMeasure::Turns).difference(), 0.0);
    QVERIFY(!figures(withoutFigure, ReconciledMeasure::Credits).engineers);
    QVERIFY(!figures(withoutFigure, ReconciledMeasure::Credits).difference());
    QVERIFY(!figures(withoutFigure, ReconciledMeasure::Tokens).difference());
}

void TestRecordQueries::totalsAreOfComparedDaysOnly()
{
    std::vector<ReconciledDay> days(4);
    const auto turns = static_cast<std::size_t>(ReconciledMeasure::Turns);
    days[0].figures[turns] = {10.0, 7.0, 2.0, 1};
    days[1].figures[turns] = {5.0, std::nullopt, std::nullopt, 0};
    days[2].figures[turns] = {1.0, 3.0, 0.0, 0};
    days[3].figures[turns] = {std::nullopt, 100.0, 100.0, 4};
    const ReconciledTotal total = totalOf(days, ReconciledMeasure::Turns);
    QCOMPARE(total.comparedDays, 2);
    QCOMPARE(total.otherDays, 2);
    QCOMPARE(*total.figures.workspace, 11.0);
    QCOMPARE(*total.figures.engineers, 10.0);
    QCOMPARE(*total.figures.unattributed, 2.0);
    QCOMPARE(*total.figures.difference(), 1.0);
    QCOMPARE(total.figures.rowsWithoutFigure, 1);
    const ReconciledTotal none = totalOf(days, ReconciledMeasure::Credits);
    QCOMPARE(none.comparedDays, 0);
    QCOMPARE(none.otherDays, 4);
    QVERIFY(!none.figures.workspace && !none.figures.engineers && !none.figures.difference());
}

void TestRecordQueries::everyTableIsCountedInOneGroup()
{
    TempStore temp;
    const DayRange days{day("2026-11-01"), day("2026-11-10")};
    UsageRow rich = usage(days.first, "a", 3);
    rich.clients = {{"CODEX_CLI", 1, 3, {}, {}}, {"CODEX_WEB", 1, 3, {}, {}}};
    rich.models = {{"gpt-a", "fast", {}, {}}};
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, days,
        {{rich, usage(days.last, "b", 3), unattributed(days.last, 1, 1)}}, kNow, kToday));
    REQUIRE_OK(store<UsageRow>(
        temp.db(), Dataset::UsageWorkspace, days, {{unattributed(days.first + 2, 1, 1)}}, kNow, kToday));
    REQUIRE_OK(
        store<ReviewRow>(temp.db(), Dataset::CodeReviews, days, {{review(days.first + 3, 1)}}, kNow, kToday));
    REQUIRE_OK(appendRequests(temp.db(), manyRequests(9)));
    const auto summary = storageSummary(temp.db());
    REQUIRE_OK(summary);
    QCOMPARE(summary->groups.size(), kStoredKinds.size());
    for (std::size_t index = 0; index < kStoredKinds.size(); ++index) {
        QVERIFY(summary->groups[index].kind == kStoredKinds.at(index));
    }
    QCOMPARE(summary->of(StoredKind::People).rows, 2); // Unattributed is nobody
    QCOMPARE(summary->of(StoredKind::UsageDays).rows, 3);
    QVERIFY(summary->of(StoredKind::UsageDays).oldest == days.first);
    QVERIFY(summary->of(StoredKind::UsageDays).newest == days.last);
    QCOMPARE(summary->of(StoredKind::UsageBySurface).rows, 2);
    QCOMPARE(summary->of(StoredKind::UsageByModel).rows, 1);
    QCOMPARE(summary->of(StoredKind::WorkspaceDays).rows, 1);
    QCOMPARE(summary->of(StoredKind::ReviewDays).rows, 1);
    QVERIFY(summary->of(StoredKind::ReviewDays).oldest == days.first + 3);
    QCOMPARE(summary->of(StoredKind::ResponseDays).rows, 0);
    QVERIFY(!summary->of(StoredKind::ResponseDays).oldest);
    QCOMPARE(summary->of(StoredKind::FetchedDays).rows, 30);
    QCOMPARE(summary->of(StoredKind::Requests).rows, 9);
    QVERIFY(summary->of(StoredKind::Requests).newest == kToday);
    QCOMPARE(summary->of(StoredKind::Unfinished).rows, 0);
    QVERIFY(summary->oldest() == days.first);
    QVERIFY(summary->newest() == days.last);

    // Whoever adds a table has to say what it is: only these may fall into the last group.
    const std::set<std::string> bookkeeping{"store_info", "sync_state", "client", "model"};
    std::int64_t rows = 1; // Unattributed, which the people leave out
    std::int64_t inBookkeeping = 0;
    SQLite::Statement tables(temp.db().connection(), "SELECT name FROM sqlite_schema WHERE type = 'table'");
    while (tables.executeStep()) {
        const std::string name = tables.getColumn(0).getString();
        const std::int64_t counted = number(temp.db(), "SELECT count(*) FROM " + name);
        rows -= counted;
        inBookkeeping += bookkeeping.count(name) > 0 ? counted : 0;
    }
    for (const StoredGroup& group : summary->groups) {
        rows += group.rows;
    }
    QCOMPARE(rows, 0);
    QCOMPARE(summary->of(StoredKind::Bookkeeping).rows, inBookkeeping);
}

void TestRecordQueries::bytesAddUpToTheFile()
{
    TempStore temp;
    std::vector<UsageRow> rows;
    const DayRange days{kToday - 29, kToday};
    for (UtcDay when = days.first; when <= days.last; ++when) {
        for (int person = 0; person < 200; ++person) {
            rows.push_back(usage(when, "user-" + std::to_string(person), 1 + person));
        }
    }
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, days, {rows}, kNow, kToday));
    run(temp.db(), "DELETE FROM usage_day WHERE day > " + std::to_string((kToday - 10).number()));
    run(temp.db(), "PRAGMA wal_checkpoint(TRUNCATE)");
    const auto summary = storageSummary(temp.db());
    REQUIRE_OK(summary);
    std::int64_t bytes = summary->freeBytes;
    for (const StoredGroup& group : summary->groups) {
        QVERIFY(group.bytes.has_value()); // the SQLite of the reference platform can say
        bytes += *group.bytes;
    }
    QVERIFY(summary->freeBytes > 0);
    QCOMPARE(bytes, summary->fileBytes);
    QCOMPARE(summary->fileBytes, QFileInfo(temp.file()).size());
    QVERIFY(*summary->of(StoredKind::UsageDays).bytes > *summary->of(StoredKind::ReviewDays).bytes);
}

void TestRecordQueries::anEmptyStoreAnswersEverything()
{
    TempStore temp;
    QCOMPARE(requestsBefore(temp.db(), {}, std::nullopt, 10)->size(), std::size_t{0});
    QCOMPARE(requestsBefore(temp.db(), {}, std::nullopt, -1)->size(), std::size_t{0});
    QCOMPARE(requestsWrittenAfter(temp.db(), {}, 0, 10)->size(), std::size_t{0});
    const auto summary = ledgerSummary(temp.db());
    REQUIRE_OK(summary);
    QVERIFY(summary->requests == 0 && !summary->oldest && !summary->newest);
    const DayRange days{kToday - 2, kToday};
    const auto known = completeness(temp.db(), days);
    REQUIRE_OK(known);
    QVERIFY(known->at(Dataset::UsageWorkspace, kToday).state == DayState::Missing);
    QCOMPARE(completeness(temp.db(), {})->perDataset[0].size(), std::size_t{0});
    QVERIFY(fetchedDays(temp.db())->isEmpty());
    QCOMPARE(reconciliationByDay(temp.db(), days)->size(), std::size_t{3});
    QCOMPARE(reconciliationByDay(temp.db(), {})->size(), std::size_t{0});
    const auto stored = storageSummary(temp.db());
    REQUIRE_OK(stored);
    QVERIFY(!stored->oldest() && !stored->newest());
    QCOMPARE(stored->of(StoredKind::People).rows, 0);
    QVERIFY(stored->fileBytes > 0);
}

QTEST_GUILESS_MAIN(TestRecordQueries)

#include "tst_recordqueries.moc"
