// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/ReviewResponseRow.h"
#include "records/ReviewRow.h"

#include <array>
#include <cstdint>
#include <optional>

namespace app::store {

/// How the two review datasets map to their tables: both are plain lists of counters. The first `kTotals`
/// counters are those whose sum over the day is its total.
struct ReviewColumns
{
    using Row = records::ReviewRow;
    static constexpr std::size_t kCount = 5;
    static constexpr std::size_t kTotals = 2;
    static constexpr const char* kTable = "review_day";
    static constexpr const char* kStaging = "staging_review";
    static constexpr std::array<const char*, kCount> kNames{
        "pull_request_reviews", "comments", "p0", "p1", "p2"};

    template <typename AnyRow, typename Visitor> static void visit(AnyRow& row, Visitor&& visitor)
    {
        visitor(row.pullRequestReviews);
        visitor(row.comments);
        visitor(row.p0);
        visitor(row.p1);
        visitor(row.p2);
    }
};

struct ReviewResponseColumns
{
    using Row = records::ReviewResponseRow;
    static constexpr std::size_t kCount = 13;
    static constexpr std::size_t kTotals = 4;
    static constexpr const char* kTable = "review_response_day";
    static constexpr const char* kStaging = "staging_review_response";
    static constexpr std::array<const char*, kCount> kNames{"pull_request_reviews", "comments", "replies",
        "reactions", "upvotes", "downvotes", "other_reactions", "engaged", "reacted", "upvoted", "downvoted",
        "reacted_other", "replied"};

    template <typename AnyRow, typename Visitor> static void visit(AnyRow& row, Visitor&& visitor)
    {
        visitor(row.pullRequestReviews);
        visitor(row.comments);
        visitor(row.replies);
        visitor(row.reactions);
        visitor(row.upvotes);
        visitor(row.downvotes);
        visitor(row.otherReactions);
        visitor(row.engaged);
        visitor(row.reacted);
        visitor(row.upvoted);
        visitor(row.downvoted);
        visitor(row.reactedOther);
        visitor(row.replied);
    }
};

/// The counters of a row; the required ones are never null.
template <typename Columns> using Counters = std::array<std::optional<std::int64_t>, Columns::kCount>;

template <typename Columns> Counters<Columns> countersOf(const typename Columns::Row& row)
{
    Counters<Columns> counters;
    std::size_t next = 0;
    Columns::visit(row, [&](const auto& value) { counters[next++] = value; });
    return counters;
}

template <typename Columns> void setCounters(typename Columns::Row& row, const Counters<Columns>& counters)
{
    struct Setter
    {
        const Counters<Columns>& from;
        std::size_t next = 0;
        void operator()(std::int64_t& value) { value = from[next++].value_or(0); }
        void operator()(std::optional<std::int64_t>& value) { value = from[next++]; }
    };
    Columns::visit(row, Setter{counters});
}

/// "a, b, c" of all counters.
template <typename Columns> std::string counterList()
{
    std::string list;
    for (const char* name : Columns::kNames) {
        list += list.empty() ? "" : ", ";
        list += name;
    }
    return list;
}

/// "?, ?, ?" of `count` parameters.
inline std::string parameterList(std::size_t count)
{
    std::string list;
    for (std::size_t i = 0; i < count; ++i) {
        list += i == 0 ? "?" : ", ?";
    }
    return list;
}

} // namespace app::store
