// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/EngineerQueries.h"
#include "store/StoreKit.h"
#include "support/TestCase.h"

#include <algorithm>

using namespace storetest;
using app::store::EngineerTrend;

namespace {

const UtcDay kToday = day("2026-11-20");
const Instant kNow = at("2026-11-20T12:00:00.000");

UsageRow withClients(UsageRow row, std::vector<app::records::ClientUsage> clients)
{
    row.clients = std::move(clients);
    return row;
}

app::records::ClientUsage client(const char* id, std::optional<std::int64_t> turns,
    std::optional<double> credits, std::optional<double> usd = {})
{
    app::records::ClientUsage use;
    use.clientId = id;
    use.turns = turns;
    use.costs.credits = credits;
    use.costs.costUsd = usd;
    return use;
}

const EngineerTrend* trendOf(
    const app::store::EngineerTrends& trends, const std::optional<std::string>& userId)
{
    const auto at = std::find_if(trends.engineers.begin(), trends.engineers.end(),
        [&userId](const EngineerTrend& trend) { return trend.userId == userId; });
    return at == trends.engineers.end() ? nullptr : &*at;
}

std::vector<DayRange> daysOf(DayRange range)
{
    std::vector<DayRange> days;
    for (UtcDay each = range.first; each <= range.last; ++each) {
        days.push_back({each, each});
    }
    return days;
}

} // namespace

class TestEngineerQueries : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void trendsHaveTurnsOfEachBucketAndSurfacesOfTheWhole();
    void trendsByWeekAreSums();
    void trendsOfNothingAreEmpty();
    void turnsOfActivePeopleLeaveOutTheIdleAndUnattributed();
    void profileKnowsTheFirstAndTheLastActiveDay();
    void profileOfSomebodyNeverSeenIsNone();
    void profileOfAnIdlePersonHasNoDays();
};

void TestEngineerQueries::trendsHaveTurnsOfEachBucketAndSurfacesOfTheWhole()
{
    TempStore store;
    const DayRange range{kToday - 3, kToday - 1};
    REQUIRE_OK(storetest::store<UsageRow>(store.db(), Dataset::UsagePerEngineer, range,
        {{withClients(
              usage(kToday - 3, "anna", 7), {client("codex_cli", 4, 1.5), client("codex_web", 3, {}, 2.0)}),
            withClients(usage(kToday - 1, "anna", 2), {client("codex_cli", {}, 0.5)}),
            usage(kToday - 2, "bert", 5),
            withClients(unattributed(kToday - 2, 11, 1), {client("another", 11, 9.0)})}},
        kNow, kToday));

    const auto trends = app::store::engineerTrends(store.db(), daysOf(range));
    REQUIRE_OK(trends);
    QCOMPARE(trends->surfaces, std::vector<std::string>({"another", "codex_cli", "codex_web"}));
    QCOMPARE(trends->engineers.size(), std::size_t{3});
    const EngineerTrend* anna = trendOf(*trends, "anna");
    QVERIFY(anna);
    QCOMPARE(anna->turns, std::vector<std::int64_t>({7, 0, 2}));
    QCOMPARE(anna->surfaces.size(), std::size_t{2});
    QCOMPARE(anna->surfaces[0].surface, std::size_t{1});
    QCOMPARE(anna->surfaces[0].turns, std::int64_t{4});
    QCOMPARE(anna->surfaces[0].credits, std::optional(2.0));
    QVERIFY(!anna->surfaces[0].costUsd);
    QCOMPARE(anna->surfaces[1].surface, std::size_t{2});
    QVERIFY(!anna->surfaces[1].credits); // never given, which is not zero
    QCOMPARE(anna->surfaces[1].costUsd, std::optional(2.0));
    const EngineerTrend* bert = trendOf(*trends, "bert");
    QVERIFY(bert && bert->surfaces.empty());
    QCOMPARE(bert->turns, std::vector<std::int64_t>({0, 5, 0}));
    const EngineerTrend* nobody = trendOf(*trends, std::nullopt);
    QVERIFY(nobody);
    QCOMPARE(nobody->turns, std::vector<std::int64_t>({0, 11, 0}));
}

void TestEngineerQueries::trendsByWeekAreSums()
{
    TempStore store;
    const DayRange range{kToday - 9, kToday - 1};
    std::vector<UsageRow> rows;
    for (UtcDay each = range.first; each <= range.last; ++each) {
        rows.push_back(usage(each, "anna", each - range.first + 1)); // 1 to 9
    }
    REQUIRE_OK(
        storetest::store<UsageRow>(store.db(), Dataset::UsagePerEngineer, range, {rows}, kNow, kToday));

    const auto trends = app::store::engineerTrends(
        store.db(), {{range.first, range.first + 3}, {range.first + 4, range.last}});
    REQUIRE_OK(trends);
    QCOMPARE(trends->engineers.at(0).turns, std::vector<std::int64_t>({10, 35}));
}

void TestEngineerQueries::trendsOfNothingAreEmpty()
{
    TempStore store;
    auto trends = app::store::engineerTrends(store.db(), {});
    REQUIRE_OK(trends);
    QVERIFY(trends->engineers.empty());
    trends = app::store::engineerTrends(store.db(), daysOf({kToday - 3, kToday}));
    REQUIRE_OK(trends);
    QVERIFY(trends->engineers.empty() && trends->surfaces.empty());
}

void TestEngineerQueries::turnsOfActivePeopleLeaveOutTheIdleAndUnattributed()
{
    TempStore store;
    const DayRange range{kToday - 3, kToday - 1};
    UsageRow onlyThreads = usage(kToday - 3, "carla", 0);
    onlyThreads.threads = 1;
    UsageRow idle = usage(kToday - 3, "dora", 0);
    idle.threads = 0;
    REQUIRE_OK(storetest::store<UsageRow>(store.db(), Dataset::UsagePerEngineer, range,
        {{usage(kToday - 3, "anna", 7), usage(kToday - 1, "anna", 2), usage(kToday - 3, "bert", 5),
            onlyThreads, idle, unattributed(kToday - 3, 11, 1)}},
        kNow, kToday));

    auto turns = app::store::turnsOfActivePeople(store.db(), daysOf(range));
    REQUIRE_OK(turns);
    QCOMPARE(turns->size(), std::size_t{3});
    std::sort(turns->at(0).begin(), turns->at(0).end());
    QCOMPARE(turns->at(0), std::vector<std::int64_t>({0, 5, 7}));
    QVERIFY(turns->at(1).empty());
    QCOMPARE(turns->at(2), std::vector<std::int64_t>({2}));

    // Over a longer bucket a person counts once, with their sum.
    turns = app::store::turnsOfActivePeople(store.db(), {range});
    REQUIRE_OK(turns);
    std::sort(turns->at(0).begin(), turns->at(0).end());
    QCOMPARE(turns->at(0), std::vector<std::int64_t>({0, 5, 9}));
}

void TestEngineerQueries::profileKnowsTheFirstAndTheLastActiveDay()
{
    TempStore store;
    // Over three months, so that the rollups of months are walked; the first row is an idle one.
    const DayRange range{kToday - 79, kToday - 1};
    UsageRow idle = usage(kToday - 78, "anna", 0);
    idle.threads = 0;
    UsageRow newest = usage(kToday - 5, "anna", 1);
    newest.identity.email = "anna@example.com";
    REQUIRE_OK(storetest::store<UsageRow>(store.db(), Dataset::UsagePerEngineer, range,
        {{idle, usage(kToday - 40, "anna", 3), usage(kToday - 39, "anna", 3), newest,
            usage(kToday - 2, "bert", 1)}},
        kNow, kToday));

    const auto profile = app::store::engineerProfile(store.db(), "anna");
    REQUIRE_OK(profile);
    QVERIFY(profile->has_value());
    QCOMPARE((*profile)->email, std::optional<std::string>("anna@example.com"));
    QCOMPARE((*profile)->active, std::optional(DayRange{kToday - 40, kToday - 5}));
    QCOMPARE((*profile)->storedDaysUntilActive, std::int64_t{40}); // the days −79 … −40
}

void TestEngineerQueries::profileOfSomebodyNeverSeenIsNone()
{
    TempStore store;
    for (const std::optional<std::string>& id :
        {std::optional<std::string>("nobody"), std::optional<std::string>()}) {
        const auto profile = app::store::engineerProfile(store.db(), id);
        REQUIRE_OK(profile);
        QVERIFY(!profile->has_value());
    }
}

void TestEngineerQueries::profileOfAnIdlePersonHasNoDays()
{
    TempStore store;
    UsageRow idle = usage(kToday - 3, "anna", 0);
    idle.threads = 0;
    REQUIRE_OK(storetest::store<UsageRow>(
        store.db(), Dataset::UsagePerEngineer, {kToday - 3, kToday - 3}, {{idle}}, kNow, kToday));
    const auto profile = app::store::engineerProfile(store.db(), "anna");
    REQUIRE_OK(profile);
    QVERIFY(profile->has_value());
    QVERIFY(!(*profile)->active);
    QCOMPARE((*profile)->storedDaysUntilActive, std::int64_t{0});
}

QTEST_GUILESS_MAIN(TestEngineerQueries)
#include "tst_engineerqueries.moc"
