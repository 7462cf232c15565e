// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/UsageQueries.h"

#include "store/BlockScan.h"
#include "store/Dictionaries.h"
#include "store/Snapshot.h"
#include "store/Sql.h"
#include "store/UsageFacts.h"

#include <algorithm>
#include <tuple>

namespace app::store {

namespace {

/// The sums of everybody over a range, by block.
ByBlock<UsageBlock> sumsIn(const Database& database, core::DayRange range)
{
    BlockScan scan(database.connection(), BlockScan::Kind::Usage, "counts, amounts");
    ByBlock<UsageBlock> sums(scan.blocks());
    scan.read(storedDays(database.connection(), range),
        [&sums](std::size_t block, core::UtcDay first, RawRows& row) {
            UsageBlock& sum = sums.of(block);
            sum.addCounts(row.bytes(), first);
            sum.addAmounts(row.bytes());
        });
    return sums;
}

void setSums(EngineerSummary& summary, const UsageBlock& sums, std::size_t place)
{
    summary.activeDays = static_cast<int>(sums.activeDays.values[place]);
    if (const auto day = sums.lastActiveDay.at(place)) {
        summary.lastActiveDay = core::UtcDay::fromNumber(static_cast<std::int32_t>(*day));
    }
    UsageTotals& totals = summary.totals;
    totals.rows = sums.rows.values[place];
    totals.threads = sums.threads.values[place];
    totals.turns = sums.turns.values[place];
    totals.costs = {sums.credits.at(place), sums.costUsd.at(place), sums.estimatedCostUsd.at(place)};
    totals.tokens = {sums.uncachedInput.at(place), sums.cachedInput.at(place), sums.output.at(place),
        sums.total.at(place)};
    totals.rowsWithoutTokens = sums.rowsWithoutTokens.values[place];
}

/// Known e-mails first, Unattributed last.
bool comesBefore(const EngineerSummary& a, const EngineerSummary& b)
{
    const auto key = [](const EngineerSummary& engineer) {
        return std::make_tuple(!engineer.userId.has_value(), !engineer.email.has_value(),
            std::cref(engineer.email), std::cref(engineer.userId));
    };
    return key(a) < key(b);
}

} // namespace

core::Result<std::vector<UsageDay>> usageByDay(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<UsageDay>> {
        SQLite::Statement select(database.connection(),
            "SELECT day, active_engineers, row_count, " THREADCOUNT_USAGE_VALUE_COLUMNS
            ", " THREADCOUNT_USAGE_WITHOUT_COLUMNS
            " FROM usage_total_by_day WHERE day BETWEEN ? AND ? ORDER BY day");
        sql::start(select, range.first, range.last);
        std::vector<UsageDay> days;
        while (select.executeStep()) {
            sql::RowReader row(select);
            UsageDay day;
            day.day = row.day();
            day.activeEngineers = row.integer();
            const std::int64_t rows = row.integer();
            day.totals = readUsageSums(row, rows).totals();
            days.push_back(day);
        }
        return days;
    });
}

core::Result<std::vector<UsageDay>> workspaceUsageByDay(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<UsageDay>> {
        SQLite::Statement select(database.connection(),
            "SELECT day, " THREADCOUNT_USAGE_VALUE_COLUMNS
            " FROM workspace_day WHERE day BETWEEN ? AND ? ORDER BY day");
        sql::start(select, range.first, range.last);
        std::vector<UsageDay> days;
        while (select.executeStep()) {
            sql::RowReader row(select);
            UsageDay day;
            day.day = row.day();
            UsageSums sums;
            sums.add(readUsageValues(row));
            day.totals = sums.totals();
            days.push_back(day);
        }
        return days;
    });
}

core::Result<std::vector<EngineerSummary>> engineers(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<EngineerSummary>> {
        const Snapshot snapshot(database.connection());
        const ByBlock<UsageBlock> sums = sumsIn(database, range);
        std::vector<EngineerSummary> summaries;
        RawRows people(database.connection(),
            "SELECT id, user_id, email, actor_type FROM engineer WHERE first_day IS NOT NULL ORDER BY id");
        people.start();
        while (people.next()) {
            const std::int64_t id = people.integer();
            EngineerSummary& summary = summaries.emplace_back();
            summary.userId = people.optionalText();
            summary.email = people.optionalText();
            summary.actorType = people.optionalText();
            if (const UsageBlock* sum = sums.find(static_cast<std::size_t>(blockOf(id)))) {
                setSums(summary, *sum, placeOf(id));
            }
        }
        std::sort(summaries.begin(), summaries.end(), comesBefore);
        return summaries;
    });
}

core::Result<std::vector<EngineerDay>> engineerByDay(
    const Database& database, const std::optional<std::string>& userId, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<EngineerDay>> {
        const Snapshot snapshot(database.connection());
        std::vector<EngineerDay> days;
        const auto engineer = engineerIdOf(database.connection(), userId);
        if (!engineer) {
            return days;
        }
        // The key of usage_day begins with the day, so one look per day beats a second index.
        SQLite::Statement look(database.connection(),
            "SELECT " THREADCOUNT_USAGE_VALUE_COLUMNS " FROM usage_day WHERE day = ? AND engineer = ?");
        const core::DayRange stored = storedDays(database.connection(), range);
        for (core::UtcDay day = stored.first; day <= stored.last; ++day) {
            sql::start(look, day, *engineer);
            if (look.executeStep()) {
                sql::RowReader row(look);
                UsageSums sums;
                sums.add(readUsageValues(row));
                days.push_back({day, sums.totals()});
            }
        }
        return days;
    });
}

core::Result<Reconciliation> reconcile(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<Reconciliation> {
        SQLite::Statement select(database.connection(),
            "SELECT count(*), ifnull(sum(e.turns), 0), ifnull(sum(w.turns), 0), ifnull(sum(e.credits), 0.0),"
            " ifnull(sum(w.credits), 0.0)"
            " FROM coverage a JOIN coverage b ON b.dataset = 1 AND b.day = a.day AND b.not_offered = 0"
            " LEFT JOIN usage_total_by_day e ON e.day = a.day LEFT JOIN workspace_day w ON w.day = a.day"
            " WHERE a.dataset = 0 AND a.not_offered = 0 AND a.day BETWEEN ? AND ?");
        sql::start(select, range.first, range.last);
        select.executeStep();
        sql::RowReader row(select);
        Reconciliation result;
        result.range = range;
        result.comparedDays = static_cast<int>(row.integer());
        result.turnsEngineers = row.integer();
        result.turnsWorkspace = row.integer();
        result.creditsEngineers = row.real();
        result.creditsWorkspace = row.real();
        return result;
    });
}

core::Result<StoreCounts> storeCounts(const Database& database)
{
    return guarded(database, [&]() -> core::Result<StoreCounts> {
        SQLite::Statement select(database.connection(),
            "SELECT (SELECT count(*) FROM engineer WHERE id <> 0 AND first_day IS NOT NULL),"
            " (SELECT ifnull(sum(row_count), 0) FROM usage_total_by_day),"
            " (SELECT count(DISTINCT day) FROM review_day),"
            " (SELECT count(DISTINCT day) FROM review_response_day),"
            // Two weeks hold every weekday and a holiday.
            " (SELECT ifnull(max(row_count), 0) FROM"
            "   (SELECT row_count FROM usage_total_by_day ORDER BY day DESC LIMIT 14))");
        select.executeStep();
        sql::RowReader row(select);
        StoreCounts counts;
        counts.engineers = row.integer();
        counts.usageRows = row.integer();
        counts.reviewDays = row.integer();
        counts.reviewResponseDays = row.integer();
        counts.usageRowsPerDay = row.real();
        return counts;
    });
}

} // namespace app::store
