// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/StoreKit.h"
#include "store/UsageQueries.h"
#include "support/TestCase.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <random>

using namespace storetest;
using app::store::EngineerSummary;

namespace {

constexpr int kPeople = 30;
constexpr int kDays = 100; ///< enough for several months

/// What the service would answer for a day right now.
using World = std::map<UtcDay, std::vector<UsageRow>>;

std::int64_t below(std::mt19937_64& random, int limit)
{
    return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit));
}

std::optional<std::int64_t> maybe(std::mt19937_64& random)
{
    return below(random, 4) == 0 ? std::nullopt : std::optional(below(random, 10'000));
}

std::optional<double> maybeReal(std::mt19937_64& random)
{
    return below(random, 4) == 0 ? std::nullopt
                                 : std::optional(static_cast<double>(below(random, 100'000)) / 97);
}

std::vector<UsageRow> randomDay(std::mt19937_64& random, UtcDay when)
{
    std::vector<UsageRow> rows;
    if (below(random, 8) == 0) {
        return rows;
    }
    for (int person = 0; person < kPeople; ++person) {
        if (below(random, 2) == 0) {
            continue;
        }
        UsageRow row
            = person < 3 ? unattributed(when, 0, random()) : usage(when, "user-" + std::to_string(person), 0);
        row.turns = below(random, 3) == 0 ? 0 : below(random, 40);
        row.threads = below(random, 3) == 0 ? 0 : below(random, 9);
        row.costs = {maybeReal(random), maybeReal(random), maybeReal(random)};
        row.tokens = {maybe(random), maybe(random), maybe(random), maybe(random)};
        if (below(random, 6) == 0) {
            row.tokens = {};
        }
        row.linesAdded = maybe(random);
        row.linesRemoved = maybe(random);
        rows.push_back(row);
    }
    return rows;
}

const char* const kValues[]
    = {"threads", "turns", "credits", "cost_usd", "estimated_cost_usd", "uncached_input_tokens",
        "cached_input_tokens", "output_tokens", "total_tokens", "lines_added", "lines_removed"};

/// Every sum and count of a rollup, as plain SQL over usage_day.
std::string plainSums()
{
    std::string sums = "count(*) AS row_count";
    for (const char* name : kValues) {
        sums += std::string(", sum(") + name + ") AS " + name;
    }
    for (std::size_t i = 2; i < std::size(kValues); ++i) {
        sums += std::string(", count(*) - count(") + kValues[i] + ") AS without_" + kValues[i];
    }
    return sums
        + ", sum(coalesce(uncached_input_tokens, cached_input_tokens, output_tokens, total_tokens) IS NULL)"
          " AS without_tokens";
}

std::string columnsOf(const std::string& keys)
{
    std::string columns = keys + ", row_count";
    for (const char* name : kValues) {
        columns += std::string(", ") + name;
    }
    for (std::size_t i = 2; i < std::size(kValues); ++i) {
        columns += std::string(", without_") + kValues[i];
    }
    return columns + ", without_tokens";
}

/// Rows that only one of both selects has; bit for bit, doubles included.
std::string difference(Database& database, const std::string& one, const std::string& other)
{
    return std::to_string(number(database, "SELECT count(*) FROM (" + one + " EXCEPT " + other + ")")) + " / "
        + std::to_string(number(database, "SELECT count(*) FROM (" + other + " EXCEPT " + one + ")"));
}

void compareRollups(Database& database)
{
    const std::string sums = plainSums();
    const std::string days
        = "SELECT day, sum(engineer <> 0 AND (turns > 0 OR threads > 0)) AS active_engineers, " + sums
        + " FROM (SELECT * FROM usage_day ORDER BY day, engineer) GROUP BY day";
    QCOMPARE(difference(
                 database, "SELECT " + columnsOf("day, active_engineers") + " FROM usage_total_by_day", days),
        std::string("0 / 0"));
    const std::string months = "SELECT CAST(strftime('%Y%m', day * 86400, 'unixepoch') AS INTEGER) AS month, "
                               "engineer, min(day) AS first_day,"
                               " max(day) AS last_day, sum(turns > 0 OR threads > 0) AS active_days,"
                               " max(CASE WHEN turns > 0 OR threads > 0 THEN day END) AS last_active_day, "
        + sums + " FROM (SELECT * FROM usage_day ORDER BY engineer, day) GROUP BY engineer, month";
    QCOMPARE(difference(database,
                 "SELECT " + columnsOf("month, engineer, first_day, last_day, active_days, last_active_day")
                     + " FROM usage_by_month",
                 months),
        std::string("0 / 0"));
    QCOMPARE(number(database,
                 "SELECT count(*) FROM engineer e LEFT JOIN (SELECT engineer, min(day) AS a, max(day) AS b "
                 "FROM usage_day"
                 " GROUP BY engineer) d ON d.engineer = e.id WHERE e.first_day IS NOT d.a OR e.last_day IS "
                 "NOT d.b"),
        0);
    QCOMPARE(number(database,
                 "SELECT count(*) FROM coverage c WHERE dataset = 0 AND row_count <>"
                 " (SELECT count(*) FROM usage_day u WHERE u.day = c.day)"),
        0);
}

} // namespace

class TestRollups : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void rollupsAreTheSumsOfTheirRows_data();
    void rollupsAreTheSumsOfTheirRows();
    void bothWaysOfSummingAMonthAgree();
    void monthsEndWhereTheyEnd();
};

void TestRollups::rollupsAreTheSumsOfTheirRows_data()
{
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {1ULL, 2ULL, 3ULL}) {
        QTest::addRow("seed %llu", seed) << seed;
    }
    const quint64 fresh = std::random_device()();
    QTest::addRow("seed %llu", fresh) << fresh; // named, so that a failure can be repeated
}

void TestRollups::rollupsAreTheSumsOfTheirRows()
{
    QFETCH(quint64, seed);
    std::mt19937_64 random(seed);
    TempStore temp;
    const UtcDay today = day("2026-03-10"); // the look-back spans a year's end
    World world;
    World stored;
    for (int step = 0; step < 60; ++step) {
        // The service revises a few days, then a window is fetched, in one page or in several.
        for (int i = 0; i < 5; ++i) {
            const UtcDay when = today - static_cast<int>(below(random, kDays));
            world[when] = randomDay(random, when);
        }
        const int length = 1 + static_cast<int>(below(random, 12));
        const UtcDay last = today - static_cast<int>(below(random, kDays - length));
        const DayRange days = DayRange::endingAt(last, length);
        std::vector<std::vector<UsageRow>> pages(static_cast<std::size_t>(1 + below(random, 4)));
        for (UtcDay when = days.first; when <= days.last; ++when) {
            for (const UsageRow& row : world[when]) {
                pages[static_cast<std::size_t>(below(random, static_cast<int>(pages.size())))].push_back(row);
            }
            if (!world[when].empty() || today - when <= 30) {
                stored[when] = world[when];
            }
        }
        REQUIRE_OK(store(temp.db(), Dataset::UsagePerEngineer, days, pages, today.end(), today));
        if (step % 10 == 9) {
            compareRollups(temp.db());
        }
    }

    // What is stored is what was served, but for old days that came back empty.
    std::map<std::pair<std::string, UtcDay>, std::int64_t> expected;
    for (const auto& [when, rows] : stored) {
        for (const UsageRow& row : rows) {
            expected[{row.identity.userId.value_or(""), when}] += row.turns;
        }
    }
    SQLite::Statement select(temp.db().connection(),
        "SELECT ifnull(user_id, ''), day, turns FROM usage_day JOIN engineer ON id = engineer");
    std::size_t rows = 0;
    while (select.executeStep()) {
        ++rows;
        const auto found = expected.find(
            {select.getColumn(0).getString(), UtcDay::fromNumber(select.getColumn(1).getInt())});
        QVERIFY(found != expected.end());
        QCOMPARE(select.getColumn(2).getInt64(), found->second);
    }
    QCOMPARE(rows, expected.size());

    // engineers() mixes whole months with single days; it must say what plain SQL says, whatever the range.
    for (int i = 0; i < 20; ++i) {
        const UtcDay first = today - static_cast<int>(below(random, kDays + 20));
        const DayRange range{first, first + static_cast<int>(below(random, 100))};
        const auto people = app::store::engineers(temp.db(), range);
        REQUIRE_OK(people);
        for (const EngineerSummary& person : *people) {
            SQLite::Statement plain(temp.db().connection(),
                "SELECT count(*), ifnull(sum(threads), 0), ifnull(sum(turns), 0), sum(credits), "
                "sum(total_tokens),"
                " ifnull(sum(turns > 0 OR threads > 0), 0), max(CASE WHEN turns > 0 OR threads > 0 THEN day "
                "END),"
                " ifnull(sum(coalesce(uncached_input_tokens, cached_input_tokens, output_tokens, "
                "total_tokens) IS NULL),"
                " 0) FROM usage_day JOIN engineer ON id = engineer WHERE user_id IS ? AND day BETWEEN ? AND "
                "?");
            if (person.userId) {
                plain.bind(1, *person.userId);
            }
            plain.bind(2, range.first.number());
            plain.bind(3, range.last.number());
            QVERIFY(plain.executeStep());
            QCOMPARE(person.totals.rows, plain.getColumn(0).getInt64());
            QCOMPARE(person.totals.threads, plain.getColumn(1).getInt64());
            QCOMPARE(person.totals.turns, plain.getColumn(2).getInt64());
            QCOMPARE(!person.totals.costs.credits, plain.getColumn(3).isNull());
            // Another order of adding: equal up to rounding only.
            const double credits = plain.getColumn(3).getDouble();
            QVERIFY(std::abs(person.totals.costs.credits.value_or(0) - credits) <= 1e-9 * std::abs(credits));
            QCOMPARE(!person.totals.tokens.total, plain.getColumn(4).isNull());
            QCOMPARE(person.totals.tokens.total.value_or(0), plain.getColumn(4).getInt64());
            QCOMPARE(person.activeDays, plain.getColumn(5).getInt());
            QCOMPARE(!person.lastActiveDay, plain.getColumn(6).isNull());
            QCOMPARE(person.lastActiveDay.value_or(UtcDay()).number(), plain.getColumn(6).getInt());
            QCOMPARE(person.totals.rowsWithoutTokens, plain.getColumn(7).getInt64());
        }
    }
}

void TestRollups::bothWaysOfSummingAMonthAgree()
{
    // A month with many rows of which one changes is summed person by person; one in which everything changes
    // is summed in one scan. The second store gets the same rows in another order, so each month takes the
    // other way.
    TempStore piecemeal;
    TempStore atOnce;
    const DayRange days{day("2026-10-01"), day("2026-10-31")};
    std::mt19937_64 random(5);
    std::vector<UsageRow> rows;
    for (UtcDay when = days.first; when <= days.last; ++when) {
        for (int person = 0; person < 60; ++person) {
            rows.push_back(usage(when, "user-" + std::to_string(person), below(random, 50),
                static_cast<double>(below(random, 1'000)) / 7));
        }
    }
    const Instant fetchedAt = day("2026-11-20").start();
    const UtcDay today = day("2026-11-20");
    REQUIRE_OK(store<UsageRow>(piecemeal.db(), Dataset::UsagePerEngineer, days, {rows}, fetchedAt, today));
    for (int change = 0; change < 40; ++change) {
        UsageRow& row = rows[static_cast<std::size_t>(below(random, static_cast<int>(rows.size())))];
        row.turns += 1;
        row.costs.credits = static_cast<double>(below(random, 1'000)) / 3;
        REQUIRE_OK(
            store<UsageRow>(piecemeal.db(), Dataset::UsagePerEngineer, days, {rows}, fetchedAt, today));
        compareRollups(piecemeal.db());
    }
    REQUIRE_OK(store<UsageRow>(atOnce.db(), Dataset::UsagePerEngineer, days, {rows}, fetchedAt, today));
    QCOMPARE(dump(piecemeal.db(), {"usage_by_month", "usage_total_by_day", "usage_day"}),
        dump(atOnce.db(), {"usage_by_month", "usage_total_by_day", "usage_day"}));
}

void TestRollups::monthsEndWhereTheyEnd()
{
    TempStore temp;
    const DayRange days{day("2024-02-28"), day("2024-03-02")}; // a leap day
    std::vector<UsageRow> rows;
    for (UtcDay when = days.first; when <= days.last; ++when) {
        rows.push_back(usage(when, "a", 1));
    }
    rows.push_back(usage(day("2023-12-31"), "a", 1));
    rows.push_back(usage(day("2024-01-01"), "a", 1));
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, {day("2023-12-31"), day("2024-03-02")},
        {rows}, days.last.end(), days.last));
    QCOMPARE(value(temp.db(),
                 "SELECT group_concat(month || '=' || row_count, ' ') FROM (SELECT * FROM usage_by_month "
                 "ORDER BY month)"),
        std::string("202312=1 202401=1 202402=2 202403=2"));
}

QTEST_GUILESS_MAIN(TestRollups)

#include "tst_rollups.moc"
