// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/PageQueries.h"

#include "insights/Changes.h"
#include "models/Granularity.h"
#include "store/ActivityQueries.h"
#include "store/CompletenessQueries.h"
#include "store/CoverageQueries.h"
#include "store/EngineerQueries.h"
#include "store/LedgerQueries.h"
#include "store/ReconciliationQueries.h"
#include "store/ReviewQueries.h"
#include "store/SurfaceQueries.h"
#include "store/SyncState.h"
#include "store/UsageQueries.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace bench {

namespace insights = app::insights;
namespace models = app::models;
namespace records = app::records;
namespace store = app::store;
using app::core::DayRange;
using app::core::UtcDay;
using app::store::Database;

namespace {

constexpr int kRhythmWeeks = 13;
constexpr int kActivityWeeks = 13;
constexpr std::size_t kMostChanges = 6;
constexpr int kReviewDays = 12 * 31;
constexpr int kMostGridDays = 92;
constexpr int kMostRestatements = 500;
constexpr int kDaysOfWeek = 7;

/// Somebody in the middle of the dictionary.
constexpr const char* kSomebody = "SELECT user_id FROM engineer WHERE user_id IS NOT NULL ORDER BY id LIMIT 1"
                                  " OFFSET (SELECT count(*) / 2 FROM engineer)";

template <typename Answer> Answer taken(app::core::Result<Answer> answer)
{
    if (!answer) {
        throw std::runtime_error(answer.error().detail.toStdString());
    }
    return std::move(*answer);
}

template <typename Answer> std::int64_t sizeOf(const std::vector<Answer>& rows)
{
    return static_cast<std::int64_t>(rows.size());
}

models::Granularity granularityOf(DayRange range)
{
    return models::effectiveGranularity(models::Granularity::Day, range);
}

std::string somebody(const Database& database)
{
    return database.connection().execAndGet(kSomebody).getString();
}

/// The days that the overview reads.
DayRange overviewDays(DayRange range)
{
    const DayRange rhythm{
        range.last - (range.last.isoWeekday() - 1) - kDaysOfWeek * (kRhythmWeeks - 1), range.last};
    DayRange all = rhythm.united(insights::precedingWindow(range)).united(range);
    all.first = std::min(all.first, range.first - (store::kMonthWindow - 1));
    return all;
}

std::int64_t overview(const Database& database, DayRange range)
{
    const DayRange prior = insights::precedingWindow(range);
    const DayRange all = overviewDays(range);
    std::vector<DayRange> windows{range, prior};
    for (const DayRange bucket : models::bucketsOf(range, granularityOf(range))) {
        windows.push_back(bucket);
    }
    const records::Coverage coverage = taken(store::coverage(database, all));
    std::int64_t found = sizeOf(taken(store::usageByDay(database, all)));
    found += sizeOf(taken(store::activePeople(database, range, windows)).month);
    found += taken(store::peopleSeen(database));
    found += taken(store::reconcile(database, range)).comparedDays;
    found += sizeOf(taken(store::reviewsByDay(database, all)));
    found += sizeOf(taken(store::reviewResponsesByDay(database, all)));
    found += sizeOf(taken(store::surfaceDays(database, range)));
    found += taken(store::loadSyncState(database)).pageLimit;
    if (insights::isWhole(prior, coverage, records::Dataset::UsagePerEngineer)) {
        const auto costs = taken(store::costsByPerson(database, range, prior));
        found += sizeOf(costs);
        for (const auto& change : insights::largestChanges(costs, &records::Costs::credits, kMostChanges)) {
            found += sizeOf(taken(store::engineerByDay(database, costs[change.person].userId, range)));
        }
    }
    return found;
}

std::int64_t engineers(const Database& database, DayRange range)
{
    std::int64_t found = taken(store::coverage(database, range)).range.length();
    found += sizeOf(taken(store::engineers(database, range)));
    found += sizeOf(taken(store::usageByDay(database, range)));
    found += sizeOf(
        taken(store::engineerTrends(database, models::bucketsOf(range, granularityOf(range)))).engineers);
    return found;
}

std::int64_t engineer(const Database& database, DayRange range)
{
    const std::optional<std::string> who = somebody(database);
    const UtcDay monday = range.last - (range.last.isoWeekday() - 1);
    const DayRange both = range.united({monday - kDaysOfWeek * (kActivityWeeks - 1), range.last});
    std::int64_t found = taken(store::coverage(database, both)).range.length();
    found += sizeOf(taken(store::engineerByDay(database, who, both)));
    found += taken(store::engineerProfile(database, who)).has_value() ? 1 : 0;
    found += sizeOf(taken(store::engineers(database, range)));
    found += sizeOf(taken(store::usageByDay(database, range)));
    found += sizeOf(
        taken(store::turnsOfActivePeople(database, models::bucketsOf(range, granularityOf(range)))));
    found += sizeOf(taken(store::surfacesOfEngineerByDay(database, who, range)).days);
    found += sizeOf(taken(store::modelsOfEngineerByDay(database, who, range)));
    return found;
}

std::int64_t surfaces(const Database& database, DayRange range)
{
    std::int64_t found = taken(store::coverage(database, range)).range.length();
    found += sizeOf(taken(store::usageByDay(database, range)));
    found += sizeOf(taken(store::surfacesByDay(database, range)).days);
    found += sizeOf(taken(store::modelsByDay(database, range)));
    return found;
}

std::int64_t tokens(const Database& database, DayRange range)
{
    const DayRange prior = insights::precedingWindow(range);
    const DayRange both{prior.first, range.last};
    const records::Coverage coverage = taken(store::coverage(database, both));
    const bool comparable = insights::isWhole(prior, coverage, records::Dataset::UsagePerEngineer);
    return sizeOf(taken(store::usageByDay(database, range)))
        + sizeOf(taken(store::tokensByDay(database, comparable ? both : range)));
}

std::int64_t codeReview(const Database& database, DayRange range)
{
    const DayRange wide{range.last - (std::max(2 * range.length(), kReviewDays) - 1), range.last};
    return taken(store::coverage(database, wide)).range.length()
        + sizeOf(taken(store::reviewsByDay(database, wide)))
        + sizeOf(taken(store::reviewResponsesByDay(database, wide)));
}

std::int64_t privacy(const Database& database, DayRange range)
{
    const DayRange grid = DayRange::endingAt(range.last, std::min(range.length(), kMostGridDays));
    std::int64_t found = taken(store::coverage(database, range)).range.length();
    found += taken(store::completeness(database, grid)).range.length();
    found += taken(store::ledgerSummary(database)).requests;
    found += taken(store::loadSyncState(database)).pageLimit;
    found += sizeOf(taken(store::reconciliationByDay(database, range)));
    found += sizeOf(taken(store::restatements(database, kMostRestatements)));
    found += taken(store::restatementCount(database));
    return found;
}

constexpr const char* kActive = "engineer <> 0 AND (turns > 0 OR threads > 0)";
constexpr const char* kSums
    = "count(*), sum(threads), sum(turns), sum(credits), sum(cost_usd), sum(estimated_cost_usd),"
      " sum(uncached_input_tokens), sum(cached_input_tokens), sum(output_tokens), sum(total_tokens)";
constexpr const char* kModelSums = "count(*), sum(credits), sum(cost_usd), sum(estimated_cost_usd),"
                                   " sum(uncached_input_tokens), sum(cached_input_tokens),"
                                   " sum(output_tokens), sum(total_tokens)";

std::string dayTotals(const char* first)
{
    return std::string("SELECT day, count(*) FILTER (WHERE ") + kActive + "), " + kSums
        + " FROM usage_day WHERE day BETWEEN " + first + " AND ?2 GROUP BY day";
}

std::string rollingPeople(int back)
{
    return std::string("SELECT d.day, count(DISTINCT u.engineer) FROM (SELECT DISTINCT day FROM usage_day"
                       " WHERE day BETWEEN ?1 AND ?2) AS d JOIN usage_day AS u ON u.day BETWEEN d.day - ")
        + std::to_string(back)
        + " AND d.day WHERE u.engineer <> 0 AND (u.turns > 0 OR u.threads > 0) GROUP BY d.day";
}

std::string people(const char* from, const char* group)
{
    return std::string("SELECT count(DISTINCT engineer) FROM usage_day WHERE day BETWEEN ") + from
        + " AND ?2 AND " + kActive + group;
}

std::string surfaceDays()
{
    return std::string("SELECT day, client, ") + kSums
        + " FROM usage_client WHERE day BETWEEN ?1 AND ?2 GROUP BY day, client";
}

std::string sumsByPerson()
{
    return std::string("SELECT engineer, count(*) FILTER (WHERE ") + kActive + "), max(day) FILTER (WHERE "
        + kActive + "), " + kSums + " FROM usage_day WHERE day BETWEEN ?1 AND ?2 GROUP BY engineer";
}

} // namespace

const std::vector<PageQueries>& allPages()
{
    static const std::vector<PageQueries> pages{
        {"overview", overview,
            {dayTotals("?4"), rollingPeople(kDaysOfWeek - 1), rollingPeople(store::kMonthWindow - 1),
                people("?1", ""), people("?3", " AND day < ?1"), people("?1", " GROUP BY (day - ?1) / ?5"),
                "SELECT engineer, count(*) FILTER (WHERE day >= ?1), sum(credits) FILTER (WHERE day >="
                " ?1), count(*) FILTER (WHERE day < ?1), sum(credits) FILTER (WHERE day < ?1) FROM"
                " usage_day WHERE day BETWEEN ?3 AND ?2 GROUP BY engineer",
                surfaceDays()}},
        {"engineers", engineers,
            {sumsByPerson(), dayTotals("?1"),
                "SELECT engineer, (day - ?1) / ?5, sum(turns) FROM usage_day WHERE day BETWEEN ?1 AND ?2"
                " GROUP BY 1, 2",
                "SELECT engineer, client, sum(credits), sum(cost_usd), sum(turns) FROM usage_client WHERE"
                " day BETWEEN ?1 AND ?2 GROUP BY 1, 2"}},
        {"engineer", engineer,
            {"SELECT * FROM usage_day WHERE day BETWEEN ?4 AND ?2 AND engineer = ?6",
                "SELECT * FROM usage_client WHERE day BETWEEN ?1 AND ?2 AND engineer = ?6",
                "SELECT * FROM usage_model WHERE day BETWEEN ?1 AND ?2 AND engineer = ?6", sumsByPerson(),
                dayTotals("?1"),
                std::string("SELECT (day - ?1) / ?5, engineer, sum(turns) FROM usage_day WHERE day BETWEEN"
                            " ?1 AND ?2 AND ")
                    + kActive + " GROUP BY 1, 2"}},
        {"surfaces", surfaces,
            {dayTotals("?1"),
                std::string("SELECT day, model, ") + kModelSums
                    + " FROM usage_model WHERE day BETWEEN ?1 AND ?2 GROUP BY day, model",
                surfaceDays(),
                std::string("SELECT client, count(DISTINCT engineer) FROM usage_client WHERE day BETWEEN ?1"
                            " AND ?2 AND ")
                    + kActive + " GROUP BY client"}},
        {"tokens", tokens,
            {dayTotals("?1"),
                "SELECT day, count(*), sum(turns), sum(uncached_input_tokens), sum(cached_input_tokens),"
                " sum(output_tokens), sum(credits), sum(cost_usd), sum(total_tokens) FILTER (WHERE credits"
                " IS NOT NULL) FROM usage_day WHERE day BETWEEN ?3 AND ?2 AND uncached_input_tokens IS NOT"
                " NULL AND cached_input_tokens IS NOT NULL AND output_tokens IS NOT NULL GROUP BY day"}},
        {"codeReview", codeReview, {}},
        {"privacy", privacy, {dayTotals("?1"), "SELECT * FROM workspace_day WHERE day BETWEEN ?1 AND ?2"}},
    };
    return pages;
}

bool runPlain(
    const Database& database, const std::vector<std::string>& statements, DayRange range, double seconds)
{
    using Moment = std::chrono::steady_clock::time_point;
    Moment deadline
        = std::chrono::steady_clock::now() + std::chrono::milliseconds(static_cast<int>(seconds * 1'000));
    SQLite::Database& connection = database.connection();
    const std::int64_t somebodysId
        = connection.execAndGet(std::string("SELECT id FROM engineer WHERE user_id = (") + kSomebody + ")")
              .getInt64();
    constexpr int kInstructionsBetweenLooks = 100'000;
    sqlite3_progress_handler(
        connection.getHandle(), kInstructionsBetweenLooks,
        [](void* context) {
            return std::chrono::steady_clock::now() > *static_cast<const Moment*>(context) ? 1 : 0;
        },
        &deadline);
    bool isDone = true;
    try {
        for (const std::string& sql : statements) {
            SQLite::Statement statement(connection, sql);
            const int days = granularityOf(range) == models::Granularity::Week ? kDaysOfWeek : 1;
            const std::array<std::int64_t, 6> values{range.first.number(), range.last.number(),
                insights::precedingWindow(range).first.number(), overviewDays(range).first.number(), days,
                somebodysId};
            const int wanted = statement.getBindParameterCount();
            for (int i = 0; i < wanted; ++i) {
                statement.bind(i + 1, values.at(static_cast<std::size_t>(i)));
            }
            while (statement.executeStep()) {
                static_cast<void>(statement.getColumn(0).getInt64());
            }
        }
    } catch (const SQLite::Exception& exception) {
        if (exception.getErrorCode() != SQLITE_INTERRUPT) {
            sqlite3_progress_handler(connection.getHandle(), 0, nullptr, nullptr);
            throw;
        }
        isDone = false;
    }
    sqlite3_progress_handler(connection.getHandle(), 0, nullptr, nullptr);
    return isDone;
}

} // namespace bench
