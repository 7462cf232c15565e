// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/UsageQueries.h"

#include "store/Dictionaries.h"
#include "store/Rollups.h"
#include "store/Snapshot.h"
#include "store/Sql.h"
#include "store/UsageFacts.h"

#include <algorithm>
#include <tuple>

namespace app::store {

namespace {

/// The part of `range` between the first and the last day that has usage rows; keeps loops over days short.
core::DayRange daysWithRows(const Database& database, core::DayRange range)
{
    SQLite::Statement select(
        database.connection(), "SELECT min(day), max(day) FROM usage_total_by_day WHERE day BETWEEN ? AND ?");
    sql::start(select, range.first, range.last);
    select.executeStep();
    sql::RowReader row(select);
    const auto first = row.optionalDay();
    const auto last = row.optionalDay();
    return first && last ? core::DayRange{*first, *last} : core::DayRange{};
}

/// One engineer while sums come in, days and months in ascending order.
struct Activity
{
    UsageSums sums;
    std::int64_t activeDays = 0;
    std::optional<core::UtcDay> lastActiveDay;
};

/// Dictionary ids are small and dense.
Activity& activityOf(std::vector<Activity>& activities, std::int64_t engineer)
{
    const auto place = static_cast<std::size_t>(engineer);
    if (activities.size() <= place) {
        activities.resize(place + 1);
    }
    return activities[place];
}

void addDays(const Database& database, core::DayRange days, std::vector<Activity>& activities)
{
    if (days.isEmpty()) {
        return;
    }
    SQLite::Statement select(database.connection(),
        "SELECT day, engineer, " THREADCOUNT_USAGE_VALUE_COLUMNS
        " FROM usage_day WHERE day BETWEEN ? AND ? ORDER BY day, engineer");
    sql::start(select, days.first, days.last);
    while (select.executeStep()) {
        sql::RowReader row(select);
        const core::UtcDay day = row.day();
        Activity& activity = activityOf(activities, row.integer());
        const UsageValues values = readUsageValues(row);
        activity.sums.add(values);
        if (values.isActive()) {
            ++activity.activeDays;
            activity.lastActiveDay = day;
        }
    }
}

void addMonths(const Database& database, std::int32_t firstMonth, std::int32_t lastMonth,
    std::vector<Activity>& activities)
{
    SQLite::Statement select(database.connection(),
        "SELECT engineer, active_days, last_active_day, row_count, " THREADCOUNT_USAGE_VALUE_COLUMNS
        ", " THREADCOUNT_USAGE_WITHOUT_COLUMNS
        " FROM usage_by_month WHERE month BETWEEN ? AND ? ORDER BY month, engineer");
    sql::start(select, std::int64_t{firstMonth}, std::int64_t{lastMonth});
    while (select.executeStep()) {
        sql::RowReader row(select);
        Activity& activity = activityOf(activities, row.integer());
        activity.activeDays += row.integer();
        if (const auto lastActive = row.optionalDay()) {
            activity.lastActiveDay = lastActive;
        }
        const std::int64_t rows = row.integer();
        activity.sums.add(readUsageSums(row, rows));
    }
}

/// The sums of a range: whole months from their rollup, the days before and after from the facts.
std::vector<Activity> activitiesIn(const Database& database, core::DayRange range)
{
    std::vector<Activity> activities;
    if (range.isEmpty()) {
        return activities;
    }
    std::int32_t firstWhole = monthOf(range.first);
    if (daysOfMonth(firstWhole).first < range.first) {
        firstWhole = nextMonth(firstWhole);
    }
    std::int32_t afterWhole = monthOf(range.last);
    if (daysOfMonth(afterWhole).last == range.last) {
        afterWhole = nextMonth(afterWhole);
    }
    if (afterWhole <= firstWhole) {
        addDays(database, range, activities);
        return activities;
    }
    const core::UtcDay wholeFrom = daysOfMonth(firstWhole).first;
    const core::UtcDay wholeTo = daysOfMonth(afterWhole).first - 1;
    addDays(database, {range.first, wholeFrom - 1}, activities);
    addMonths(database, firstWhole, monthOf(wholeTo), activities);
    addDays(database, {wholeTo + 1, range.last}, activities);
    return activities;
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
        std::vector<Activity> activities = activitiesIn(database, daysWithRows(database, range));
        std::vector<EngineerSummary> summaries;
        SQLite::Statement select(database.connection(),
            "SELECT id, user_id, email, actor_type FROM engineer WHERE first_day IS NOT NULL ORDER BY id");
        while (select.executeStep()) {
            sql::RowReader row(select);
            const Activity& activity = activityOf(activities, row.integer());
            EngineerSummary summary;
            summary.userId = row.optionalText();
            summary.email = row.optionalText();
            summary.actorType = row.optionalText();
            summary.activeDays = static_cast<int>(activity.activeDays);
            summary.lastActiveDay = activity.lastActiveDay;
            summary.totals = activity.sums.totals();
            summaries.push_back(std::move(summary));
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
        std::int64_t engineer = kUnattributed;
        if (userId) {
            SQLite::Statement look(database.connection(), "SELECT id FROM engineer WHERE user_id = ?");
            sql::start(look, *userId);
            if (!look.executeStep()) {
                return days;
            }
            engineer = sql::RowReader(look).integer();
        }
        // The key of usage_day begins with the day, so one look per day beats a second index.
        SQLite::Statement look(database.connection(),
            "SELECT " THREADCOUNT_USAGE_VALUE_COLUMNS " FROM usage_day WHERE day = ? AND engineer = ?");
        const core::DayRange stored = daysWithRows(database, range);
        for (core::UtcDay day = stored.first; day <= stored.last; ++day) {
            sql::start(look, day, engineer);
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
