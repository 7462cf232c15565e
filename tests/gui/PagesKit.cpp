// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/PagesKit.h"

#include "store/DayWriter.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QtGlobal>

#include <stdexcept>

namespace support {

namespace {

using app::core::DayRange;
using app::core::UtcDay;
using app::records::Dataset;

void require(bool fine, const QString& why)
{
    if (!fine) {
        throw std::runtime_error(why.toStdString());
    }
}

std::vector<DayRange> windows()
{
    return {{kMissing + 1, kMonth.last}, {kMonth.first, kMissing - 1}};
}

} // namespace

PagesKit::PagesKit()
{
    auto opened = app::store::WorkspaceStore::open(m_folder.filePath(QStringLiteral("store")));
    require(opened.has_value(), opened ? QString() : opened.error().detail);
    m_store = std::move(*opened);
}

PagesKit::~PagesKit() = default;

template <typename Page> void PagesKit::write(Dataset dataset, DayRange days, Page page)
{
    using namespace std::chrono_literals;
    const auto answer
        = m_store
              ->write([dataset, days, page = std::move(page)](app::store::Database& database) mutable
                  -> app::core::Result<app::store::WindowOutcome> {
                  app::store::DayWriter writer(dataset, days);
                  auto added = writer.addPage(database, std::move(page));
                  if (!added) {
                      return app::core::failure(added.error());
                  }
                  return writer.commit(database, kToday.start() + 14h + 5min, kToday);
              })
              .result();
    require(answer.has_value(), answer ? QString() : answer.error().detail);
}

void PagesKit::writeUsage(Dataset dataset, DayRange days, std::vector<app::records::UsageRow> rows)
{
    write(dataset, days, app::records::UsagePage{std::move(rows), {}});
}

void PagesKit::writeReviews(DayRange days, std::vector<app::records::ReviewRow> rows)
{
    write(Dataset::CodeReviews, days, app::records::ReviewPage{std::move(rows), {}});
}

void PagesKit::writeResponses(DayRange days, std::vector<app::records::ReviewResponseRow> rows)
{
    write(Dataset::CodeReviewResponses, days, app::records::ReviewResponsePage{std::move(rows), {}});
}

std::string PagesKit::idOf(int engineer)
{
    return "user-" + std::to_string(1'000'000 + engineer) + "abcdef";
}

std::string PagesKit::emailOf(int engineer)
{
    return "person" + std::to_string(1'000 + engineer) + "@example.com";
}

std::int64_t PagesKit::turnsOf(int engineer, UtcDay day)
{
    const bool weekend = day.isoWeekday() > 5;
    if ((engineer + day.number()) % (weekend ? 9 : 3) == 0) {
        return weekend ? 2 : 0;
    }
    return weekend ? 0 : 5 + (engineer * 7 + day.number() * 5) % 21;
}

app::records::UsageRow PagesKit::usageRow(int engineer, UtcDay day)
{
    const std::int64_t turns = turnsOf(engineer, day);
    app::records::UsageRow row;
    row.day = day;
    row.identity = {idOf(engineer), emailOf(engineer), "ACCOUNT_USER"};
    row.threads = (turns + 4) / 5;
    row.turns = turns;
    row.costs.credits = static_cast<double>(turns) * 3.25;
    row.tokens = {turns * 1'800, turns * 9'400, turns * 310, turns * 11'510};
    return row;
}

app::records::ReviewRow PagesKit::reviewRow(UtcDay day)
{
    app::records::ReviewRow row;
    row.day = day;
    row.pullRequestReviews = day.isoWeekday() > 5 ? 3 : 20 + day.number() % 7;
    row.comments = row.pullRequestReviews * 3;
    row.p0 = 1;
    row.p1 = row.pullRequestReviews;
    row.p2 = row.pullRequestReviews * 2 - 3;
    return row;
}

app::records::ReviewResponseRow PagesKit::responseRow(UtcDay day)
{
    app::records::ReviewResponseRow row;
    row.day = day;
    row.pullRequestReviews = day.isoWeekday() > 5 ? 2 : 15;
    row.comments = row.pullRequestReviews * 3;
    row.upvotes = day.isoWeekday() > 5 ? 1 : 10 + day.number() % 5;
    row.downvotes = 3;
    row.otherReactions = 2;
    row.reactions = *row.upvotes + 5;
    row.replies = day.isoWeekday() > 5 ? 0 : 6 + day.number() % 3;
    return row;
}

void PagesKit::fillMonth(int engineers, std::int64_t extraTurns)
{
    for (const DayRange days : windows()) {
        std::vector<app::records::UsageRow> people;
        std::vector<app::records::UsageRow> workspace;
        std::vector<app::records::ReviewRow> reviews;
        std::vector<app::records::ReviewResponseRow> responses;
        for (UtcDay day = days.first; day <= days.last; ++day) {
            app::records::UsageRow sum;
            sum.day = day;
            sum.costs.credits = 0;
            for (int engineer = 0; engineer < engineers; ++engineer) {
                const app::records::UsageRow row = usageRow(engineer, day);
                if (row.turns > 0) {
                    sum.turns += row.turns;
                    sum.threads += row.threads;
                    sum.costs.credits = *sum.costs.credits + *row.costs.credits;
                    people.push_back(row);
                }
            }
            sum.turns += extraTurns;
            workspace.push_back(sum);
            reviews.push_back(reviewRow(day));
            responses.push_back(responseRow(day));
        }
        writeUsage(Dataset::UsagePerEngineer, days, std::move(people));
        writeUsage(Dataset::UsageWorkspace, days, std::move(workspace));
        writeReviews(days, std::move(reviews));
        writeResponses(days, std::move(responses));
    }
}

void PagesKit::breakStore()
{
    const auto answer
        = m_store
              ->write([](app::store::Database& database) -> app::core::Result<int> {
                  SQLite::Statement tables(database.connection(),
                      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
                  std::vector<std::string> names;
                  while (tables.executeStep()) {
                      names.push_back(tables.getColumn(0).getString());
                  }
                  tables.reset();
                  database.connection().exec("PRAGMA foreign_keys = OFF");
                  for (const std::string& name : names) {
                      database.connection().exec("DROP TABLE \"" + name + "\"");
                  }
                  return static_cast<int>(names.size());
              })
              .result();
    require(answer.has_value() && *answer > 0, QStringLiteral("nothing was broken"));
}

} // namespace support
