// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/RequestLedger.h"
#include "store/ReviewQueries.h"
#include "store/StoreKit.h"
#include "store/SyncState.h"
#include "store/UsageQueries.h"
#include "support/TestCase.h"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace storetest;
using app::core::ErrorKind;
using app::records::RequestRecord;

namespace {

const UtcDay kToday = day("2026-11-20");
const Instant kNow = at("2026-11-20T12:00:00.000");

DayRange last(int days)
{
    return DayRange::endingAt(kToday, days);
}

RequestRecord request(Instant when)
{
    RequestRecord record;
    record.at = when;
    record.dataset = Dataset::UsageWorkspace;
    record.days = last(7);
    record.attempt = 2;
    record.status = 503;
    record.bytes = 12'345'678'901;
    record.milliseconds = 250;
    record.error = ErrorKind::ServiceUnavailable;
    return record;
}

} // namespace

class TestStoreQueries : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyStoreAnswersEverything();
    void usageByDayLeavesOutDaysWithoutRows();
    void engineersAreSortedByEmail();
    void oneEngineerDayByDay();
    void theWorkspaceIsReconciledOnDaysThatBothHave();
    void reviewsAreSummedOverIdentities();
    void countsDescribeTheStore();
    void syncStateComesBackAsItWasSaved();
    void theLedgerKeepsEveryRequest();
    void theLedgerKnowsSinceWhenSyncsFail();
    void theLedgerForgetsAfter400Days();
    void theLedgerUnderstandsErrorsOfANewerProgram();
    void restatementsComeNewestFirst();
};

void TestStoreQueries::anEmptyStoreAnswersEverything()
{
    TempStore temp;
    QCOMPARE(app::store::usageByDay(temp.db(), last(90))->size(), std::size_t{0});
    QCOMPARE(app::store::workspaceUsageByDay(temp.db(), last(90))->size(), std::size_t{0});
    QCOMPARE(app::store::engineers(temp.db(), last(90))->size(), std::size_t{0});
    QCOMPARE(app::store::engineerByDay(temp.db(), "a", last(90))->size(), std::size_t{0});
    QCOMPARE(app::store::engineerByDay(temp.db(), std::nullopt, last(90))->size(), std::size_t{0});
    QCOMPARE(app::store::reviewsByDay(temp.db(), last(90))->size(), std::size_t{0});
    QCOMPARE(app::store::reviewResponsesByDay(temp.db(), last(90))->size(), std::size_t{0});
    QCOMPARE(app::store::restatements(temp.db(), 10)->size(), std::size_t{0});
    QCOMPARE(app::store::recentRequests(temp.db(), 10)->size(), std::size_t{0});
    QCOMPARE(app::store::reconcile(temp.db(), last(90))->comparedDays, 0);
    QCOMPARE(app::store::storeCounts(temp.db())->engineers, 0);
    QCOMPARE(app::store::storeCounts(temp.db())->usageRowsPerDay, 0.0);
    QCOMPARE(app::store::coverage(temp.db(), last(3))->counts().missing, 3);
    QCOMPARE(app::store::coverage(temp.db(), DayRange())->counts().missing, 0);
    const auto state = app::store::loadSyncState(temp.db());
    REQUIRE_OK(state);
    QVERIFY(!state->workspace && !state->goalFrom && !state->lastSync && !state->lastSweepAt
        && !state->nextSyncAt);
    QCOMPARE(state->pageLimit, 30'000);
    QVERIFY(!state->workedBefore);
}

void TestStoreQueries::usageByDayLeavesOutDaysWithoutRows()
{
    TempStore temp;
    const DayRange days = last(3);
    UsageRow idle = usage(days.first, "idle", 0);
    UsageRow threadsOnly = usage(days.first, "threads", 0);
    threadsOnly.threads = 1;
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, days,
        {{idle, threadsOnly, usage(days.first, "turns", 4), unattributed(days.first, 5, 1),
            usage(days.last, "turns", 2)}},
        kNow, kToday));
    const auto found = app::store::usageByDay(temp.db(), last(30));
    REQUIRE_OK(found);
    QCOMPARE(found->size(), std::size_t{2});
    QVERIFY(found->front().day == days.first);
    QVERIFY(found->back().day == days.last);
    QCOMPARE(found->front().activeEngineers, 2);
    QCOMPARE(found->front().totals.rows, 4);
    QCOMPARE(found->front().totals.turns, 9);
    QCOMPARE(found->front().totals.threads, 1 + 2 + 2);
    QCOMPARE(*found->front().totals.costs.credits, 6.0);
    QCOMPARE(app::store::usageByDay(temp.db(), {days.first + 1, days.first + 1})->size(), std::size_t{0});
    QCOMPARE(app::store::usageByDay(temp.db(), {days.last, days.first})->size(), std::size_t{0});

    REQUIRE_OK(store<UsageRow>(
        temp.db(), Dataset::UsageWorkspace, days, {{unattributed(days.last, 77, 1)}}, kNow, kToday));
    const auto workspace = app::store::workspaceUsageByDay(temp.db(), days);
    REQUIRE_OK(workspace);
    QCOMPARE(workspace->size(), std::size_t{1});
    QVERIFY(workspace->front().day == days.last);
    QCOMPARE(workspace->front().totals.turns, 77);
    QCOMPARE(workspace->front().activeEngineers, 0);
}

void TestStoreQueries::engineersAreSortedByEmail()
{
    TempStore temp;
    const UtcDay when = day("2026-11-10");
    std::vector<UsageRow> rows{usage(when, "u1", 1), usage(when, "u2", 2), usage(when, "u3", 3),
        usage(when, "u4", 4), unattributed(when, 5, 1), usage(when + 1, "u4", 0)};
    rows[0].identity.email = "zoe@example.test";
    rows[1].identity.email = std::nullopt;
    rows[2].identity.email = "adam@example.test";
    rows[3].identity.email = "adam@example.test";
    rows[5].identity.email = std::nullopt;
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, {when, when + 1}, {rows}, kNow, kToday));
    const auto names = [](const std::vector<app::store::EngineerSummary>& people) {
        std::string text;
        for (const auto& person : people) {
            text += person.userId.value_or("-") + "=" + std::to_string(person.totals.turns) + "/"
                + std::to_string(person.activeDays) + " ";
        }
        return text;
    };
    const auto all = app::store::engineers(temp.db(), {when, when + 1});
    REQUIRE_OK(all);
    QCOMPARE(names(*all), std::string("u3=3/1 u4=4/1 u1=1/1 u2=2/1 -=5/1 "));
    QCOMPARE(all->at(1).totals.rows, 2);
    QVERIFY(all->at(1).lastActiveDay == when);
    // Everybody who was ever seen, also without activity in the range.
    const auto later = app::store::engineers(temp.db(), last(3));
    REQUIRE_OK(later);
    QCOMPARE(names(*later), std::string("u3=0/0 u4=0/0 u1=0/0 u2=0/0 -=0/0 "));
    QVERIFY(!later->front().lastActiveDay);
    QVERIFY(!later->front().totals.costs.credits);
}

void TestStoreQueries::oneEngineerDayByDay()
{
    TempStore temp;
    const DayRange days = last(10);
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, days,
        {{usage(days.first, "a", 1), usage(days.first + 4, "a", 0), usage(days.first + 4, "b", 9),
            unattributed(days.first + 5, 3, 1), usage(days.last, "a", 2)}},
        kNow, kToday));
    const auto turns = [&](const std::optional<std::string>& who, DayRange range) {
        std::string text;
        const auto found = app::store::engineerByDay(temp.db(), who, range);
        for (const auto& entry : found.value()) {
            text
                += entry.day.toIso().toStdString().substr(5) + "=" + std::to_string(entry.totals.turns) + " ";
        }
        return text;
    };
    QCOMPARE(turns("a", days), std::string("11-11=1 11-15=0 11-20=2 "));
    QCOMPARE(turns("a", {days.first + 1, days.last - 1}), std::string("11-15=0 "));
    QCOMPARE(turns(std::nullopt, days), std::string("11-16=3 "));
    QCOMPARE(turns("nobody", days), std::string());
    QCOMPARE(turns("' OR 1 = 1 --", days), std::string());
    QCOMPARE(turns("a", {UtcDay::fromNumber(0), UtcDay::fromNumber(2'000'000)}),
        std::string("11-11=1 11-15=0 11-20=2 "));
}

void TestStoreQueries::theWorkspaceIsReconciledOnDaysThatBothHave()
{
    TempStore temp;
    const DayRange days = last(4);
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, {days.first, days.first + 2},
        {{usage(days.first, "a", 4, 1.25), usage(days.first, "b", 6, std::nullopt),
            usage(days.first + 2, "a", 100)}},
        kNow, kToday));
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsageWorkspace, {days.first, days.first + 1},
        {{unattributed(days.first, 11, 1)}}, kNow, kToday));
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsageWorkspace, {days.last, days.last},
        {{unattributed(days.last, 500, 1)}}, kNow, kToday));
    const auto result = app::store::reconcile(temp.db(), days);
    REQUIRE_OK(result);
    QCOMPARE(result->comparedDays, 2); // the second day has no rows in either
    QCOMPARE(result->turnsEngineers, 10);
    QCOMPARE(result->turnsWorkspace, 11);
    QCOMPARE(result->creditsEngineers, 1.25);
    QCOMPARE(result->creditsWorkspace, 1.5);
    QVERIFY(result->range == days);
}

void TestStoreQueries::reviewsAreSummedOverIdentities()
{
    TempStore temp;
    const DayRange days = last(3);
    ReviewRow named = review(days.first, 4);
    named.identity.userId = "a";
    named.p0 = std::nullopt;
    ReviewRow bare = review(days.last, 1, 9);
    bare.p0 = bare.p1 = bare.p2 = std::nullopt;
    REQUIRE_OK(store<ReviewRow>(
        temp.db(), Dataset::CodeReviews, days, {{review(days.first, 10), named, bare}}, kNow, kToday));
    const auto reviews = app::store::reviewsByDay(temp.db(), days);
    REQUIRE_OK(reviews);
    QCOMPARE(reviews->size(), std::size_t{2});
    QCOMPARE(reviews->front().comments, 14);
    QCOMPARE(reviews->front().pullRequestReviews, 6);
    QCOMPARE(*reviews->front().p0, 1);
    QCOMPARE(*reviews->front().p2, 14);
    QVERIFY(!reviews->front().identity.userId);
    QVERIFY(!reviews->back().p0 && !reviews->back().p1 && !reviews->back().p2);

    ReviewResponseRow full = response(days.first, 8);
    full.pullRequestReviews = 1;
    full.replies = 2;
    full.reactions = 3;
    full.upvotes = 4;
    full.downvotes = 5;
    full.otherReactions = 6;
    full.engaged = 7;
    full.reacted = 8;
    full.upvoted = 9;
    full.downvoted = 10;
    full.reactedOther = 11;
    full.replied = 12;
    REQUIRE_OK(
        store<ReviewResponseRow>(temp.db(), Dataset::CodeReviewResponses, days, {{full}}, kNow, kToday));
    const auto responses = app::store::reviewResponsesByDay(temp.db(), days);
    REQUIRE_OK(responses);
    QCOMPARE(responses->size(), std::size_t{1});
    const ReviewResponseRow& found = responses->front();
    QVERIFY(found.day == days.first);
    QCOMPARE(found.pullRequestReviews, 1);
    QCOMPARE(found.comments, 8);
    QCOMPARE(found.replies, 2);
    QCOMPARE(found.reactions, 3);
    QCOMPARE(*found.upvotes, 4);
    QCOMPARE(*found.downvotes, 5);
    QCOMPARE(*found.otherReactions, 6);
    QCOMPARE(*found.engaged, 7);
    QCOMPARE(*found.reacted, 8);
    QCOMPARE(*found.upvoted, 9);
    QCOMPARE(*found.downvoted, 10);
    QCOMPARE(*found.reactedOther, 11);
    QCOMPARE(*found.replied, 12);
}

void TestStoreQueries::countsDescribeTheStore()
{
    TempStore temp;
    const DayRange days = last(30);
    std::vector<UsageRow> rows;
    for (UtcDay when = days.first; when <= days.last; ++when) {
        const int people = when == days.first ? 40 : 3; // a crowd, but long ago
        for (int person = 0; person < people; ++person) {
            rows.push_back(usage(when, "user-" + std::to_string(person), 1));
        }
        rows.push_back(unattributed(when, 1, 1));
    }
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, days, {rows}, kNow, kToday));
    REQUIRE_OK(store<ReviewRow>(temp.db(), Dataset::CodeReviews, days,
        {{review(days.first, 1), review(days.last, 1)}}, kNow, kToday));
    REQUIRE_OK(store<ReviewResponseRow>(
        temp.db(), Dataset::CodeReviewResponses, days, {{response(days.last, 1)}}, kNow, kToday));
    const auto counts = app::store::storeCounts(temp.db());
    REQUIRE_OK(counts);
    QCOMPARE(counts->engineers, 40);
    QCOMPARE(counts->usageRows, 41 + 29 * 4);
    QCOMPARE(counts->reviewDays, 2);
    QCOMPARE(counts->reviewResponseDays, 1);
    QCOMPARE(counts->usageRowsPerDay, 4.0);
}

void TestStoreQueries::syncStateComesBackAsItWasSaved()
{
    TempStore temp;
    app::store::SyncState state;
    state.workspace = app::core::WorkspaceId::parse(u"1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21");
    state.origin = QStringLiteral("https://api.chatgpt.com");
    state.goalFrom = day("2026-10-22");
    state.lastSweepAt = kNow;
    state.pageLimit = 1'000;
    state.workedBefore = true;
    state.lastSync
        = app::store::LastSync{kNow, QStringLiteral("key_rejected"), 12, 3'000'000'000, 4'000'000'000, 1.25};
    state.lastSuccessAt = kNow - std::chrono::hours(4);
    state.nextSyncAt = kNow + std::chrono::hours(4);
    REQUIRE_OK(app::store::saveSyncState(temp.db(), state));
    temp.reopen();
    const auto loaded = app::store::loadSyncState(temp.db());
    REQUIRE_OK(loaded);
    QVERIFY(loaded->workspace == state.workspace);
    QCOMPARE(loaded->origin, state.origin);
    QVERIFY(loaded->goalFrom == state.goalFrom);
    QVERIFY(loaded->lastSweepAt == state.lastSweepAt);
    QCOMPARE(loaded->pageLimit, 1'000);
    QVERIFY(loaded->workedBefore);
    QVERIFY(loaded->lastSync->at == kNow);
    QCOMPARE(loaded->lastSync->result, QStringLiteral("key_rejected"));
    QCOMPARE(loaded->lastSync->requests, 12);
    QCOMPARE(loaded->lastSync->rows, 3'000'000'000);
    QCOMPARE(loaded->lastSync->bytes, 4'000'000'000);
    QCOMPARE(loaded->lastSync->seconds, 1.25);
    QVERIFY(loaded->lastSuccessAt == state.lastSuccessAt);
    QVERIFY(loaded->nextSyncAt == state.nextSyncAt);

    REQUIRE_OK(app::store::saveSyncState(temp.db(), {}));
    const auto emptied = app::store::loadSyncState(temp.db());
    REQUIRE_OK(emptied);
    QVERIFY(!emptied->workspace && !emptied->goalFrom && !emptied->lastSweepAt && !emptied->lastSync
        && !emptied->lastSuccessAt && !emptied->nextSyncAt && !emptied->workedBefore);
}

void TestStoreQueries::theLedgerKnowsSinceWhenSyncsFail()
{
    TempStore temp;
    const auto since = [&temp](std::optional<Instant> after) {
        const auto first = app::store::firstFailureAfter(temp.db(), after);
        return first ? *first : std::optional(Instant{});
    };
    QVERIFY(!since(std::nullopt));
    const auto at = [](int minute, std::optional<ErrorKind> error) {
        RequestRecord record = request(kNow + std::chrono::minutes(minute));
        record.error = error;
        return record;
    };
    REQUIRE_OK(app::store::appendRequests(temp.db(),
        {at(0, ErrorKind::Offline), at(1, std::nullopt), at(2, ErrorKind::Cancelled), at(3, std::nullopt),
            at(4, ErrorKind::KeyRejected), at(5, std::nullopt), at(6, ErrorKind::Throttled)}));

    QVERIFY(since(std::nullopt) == kNow);
    QVERIFY(since(kNow) == kNow + std::chrono::minutes(4)); // neither the success nor what was cancelled
    QVERIFY(since(kNow + std::chrono::minutes(4)) == kNow + std::chrono::minutes(6));
    QVERIFY(!since(kNow + std::chrono::minutes(6)));
}

void TestStoreQueries::theLedgerKeepsEveryRequest()
{
    TempStore temp;
    RequestRecord good = request(kNow);
    good.attempt = 1;
    good.status = 200;
    good.rows = 30'000;
    good.error = std::nullopt;
    REQUIRE_OK(app::store::appendRequests(temp.db(), {request(kNow - std::chrono::seconds(1)), good}));
    REQUIRE_OK(app::store::appendRequests(temp.db(), {}));
    const auto found = app::store::recentRequests(temp.db(), 10);
    REQUIRE_OK(found);
    QCOMPARE(found->size(), std::size_t{2});
    const RequestRecord& newest = found->front();
    QVERIFY(newest.at == kNow);
    QCOMPARE(newest.status, 200);
    QCOMPARE(*newest.rows, 30'000);
    QVERIFY(!newest.error);
    const RequestRecord& failed = found->back();
    QCOMPARE(failed.dataset, Dataset::UsageWorkspace);
    QVERIFY(failed.days == last(7));
    QCOMPARE(failed.attempt, 2);
    QCOMPARE(failed.status, 503);
    QCOMPARE(failed.bytes, 12'345'678'901);
    QVERIFY(!failed.rows);
    QCOMPARE(failed.milliseconds, 250);
    QVERIFY(failed.error == ErrorKind::ServiceUnavailable);
    QCOMPARE(app::store::recentRequests(temp.db(), 1)->size(), std::size_t{1});
    QCOMPARE(app::store::recentRequests(temp.db(), -1)->size(), std::size_t{0});

    // Every kind survives the way into the table and back.
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
        RequestRecord record = request(kNow + std::chrono::seconds(kind + 1));
        record.error = static_cast<ErrorKind>(kind);
        REQUIRE_OK(app::store::appendRequests(temp.db(), {record}));
        QVERIFY(app::store::recentRequests(temp.db(), 1)->front().error == record.error);
    }
}

void TestStoreQueries::theLedgerForgetsAfter400Days()
{
    TempStore temp;
    const auto days = [](int count) { return std::chrono::hours(24) * count; };
    REQUIRE_OK(app::store::appendRequests(temp.db(),
        {request(kNow - days(400) - std::chrono::milliseconds(1)), request(kNow - days(400)),
            request(kNow - days(1))}));
    QCOMPARE(app::store::recentRequests(temp.db(), 10)->size(), std::size_t{3});
    REQUIRE_OK(app::store::appendRequests(temp.db(), {request(kNow)}));
    const auto found = app::store::recentRequests(temp.db(), 10);
    REQUIRE_OK(found);
    QCOMPARE(found->size(), std::size_t{3});
    QVERIFY(found->back().at == kNow - days(400));
}

void TestStoreQueries::theLedgerUnderstandsErrorsOfANewerProgram()
{
    TempStore temp;
    REQUIRE_OK(app::store::appendRequests(temp.db(), {request(kNow)}));
    run(temp.db(), "UPDATE request SET error = 'moon_phase'");
    QVERIFY(app::store::recentRequests(temp.db(), 1)->front().error == ErrorKind::Internal);
}

void TestStoreQueries::restatementsComeNewestFirst()
{
    TempStore temp;
    const UtcDay when = day("2026-11-01");
    for (int sync = 0; sync < 4; ++sync) {
        REQUIRE_OK(store<ReviewRow>(temp.db(), Dataset::CodeReviews, {when, when}, {{review(when, sync)}},
            kNow + std::chrono::hours(sync), kToday));
    }
    const auto found = app::store::restatements(temp.db(), 2);
    REQUIRE_OK(found);
    QCOMPARE(found->size(), std::size_t{2});
    QVERIFY(found->front().at == kNow + std::chrono::hours(3));
    QCOMPARE(found->front().measure, QStringLiteral("comments"));
    QCOMPARE(found->front().before, 2.0);
    QCOMPARE(found->front().after, 3.0);
    QVERIFY(found->front().day == when);
    QCOMPARE(found->back().after, 2.0);
}

QTEST_GUILESS_MAIN(TestStoreQueries)

#include "tst_storequeries.moc"
