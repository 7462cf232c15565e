// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/ReviewQueries.h"

#include "store/Sql.h"

namespace app::store {

core::Result<std::vector<records::ReviewRow>> reviewsByDay(const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<records::ReviewRow>> {
        SQLite::Statement select(database.connection(),
            "SELECT day, sum(pull_request_reviews), sum(comments), sum(p0), sum(p1), sum(p2)"
            " FROM review_day WHERE day BETWEEN ? AND ? GROUP BY day ORDER BY day");
        sql::start(select, range.first, range.last);
        std::vector<records::ReviewRow> days;
        while (select.executeStep()) {
            sql::RowReader row(select);
            records::ReviewRow day;
            day.day = row.day();
            day.pullRequestReviews = row.integer();
            day.comments = row.integer();
            day.p0 = row.optionalInteger();
            day.p1 = row.optionalInteger();
            day.p2 = row.optionalInteger();
            days.push_back(std::move(day));
        }
        return days;
    });
}

core::Result<std::vector<records::ReviewResponseRow>> reviewResponsesByDay(
    const Database& database, core::DayRange range)
{
    return guarded(database, [&]() -> core::Result<std::vector<records::ReviewResponseRow>> {
        SQLite::Statement select(database.connection(),
            "SELECT day, sum(pull_request_reviews), sum(comments), sum(replies), sum(reactions), "
            "sum(upvotes),"
            " sum(downvotes), sum(other_reactions), sum(engaged), sum(reacted), sum(upvoted), sum(downvoted),"
            " sum(reacted_other), sum(replied)"
            " FROM review_response_day WHERE day BETWEEN ? AND ? GROUP BY day ORDER BY day");
        sql::start(select, range.first, range.last);
        std::vector<records::ReviewResponseRow> days;
        while (select.executeStep()) {
            sql::RowReader row(select);
            records::ReviewResponseRow day;
            day.day = row.day();
            day.pullRequestReviews = row.integer();
            day.comments = row.integer();
            day.replies = row.integer();
            day.reactions = row.integer();
            day.upvotes = row.optionalInteger();
            day.downvotes = row.optionalInteger();
            day.otherReactions = row.optionalInteger();
            day.engaged = row.optionalInteger();
            day.reacted = row.optionalInteger();
            day.upvoted = row.optionalInteger();
            day.downvoted = row.optionalInteger();
            day.reactedOther = row.optionalInteger();
            day.replied = row.optionalInteger();
            days.push_back(std::move(day));
        }
        return days;
    });
}

} // namespace app::store
