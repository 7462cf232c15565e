// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Dictionaries.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace app::store {

/// A row and the page that brought it, counted from 0 within its window.
template <typename Row> struct Arrived
{
    int page = 0;
    Row row;
};

/// A row that somebody's user id stands in.
template <typename Row> struct PersonRow
{
    std::int64_t person = 0; ///< the number of the user id
    const Row* row = nullptr;
};

/// The rows of one day that count. Pointers into the arrivals they were chosen from.
template <typename Row> struct Chosen
{
    std::vector<PersonRow<Row>> identified; ///< one per person: the last that came; sorted by person
    std::vector<const Row*> unattributed; ///< all that came, without what a later page repeated
};

/// De-duplicates the rows of one day, which stand in the order of their arrival. `numberOf(userId)` gives
/// each user id its number. Numbers and a sort instead of a table of texts: people mostly come in the order
/// of their numbers.
template <typename Row, typename NumberOf>
Chosen<Row> chooseRows(const std::vector<Arrived<Row>>& arrivals, NumberOf&& numberOf)
{
    Chosen<Row> chosen;
    std::unordered_map<std::uint64_t, int> firstPageOf;
    chosen.identified.reserve(arrivals.size());
    for (const Arrived<Row>& arrival : arrivals) {
        const records::Identity& identity = arrival.row.identity;
        if (hasUserId(identity)) {
            chosen.identified.push_back({numberOf(*identity.userId), &arrival.row});
            continue;
        }
        // Two people without identity may well have equal rows on one page. The same bytes on a later page
        // are the row that slipped over the page's edge.
        const int firstPage = firstPageOf.try_emplace(arrival.row.bytesHash, arrival.page).first->second;
        if (firstPage == arrival.page) {
            chosen.unattributed.push_back(&arrival.row);
        }
    }
    const auto byPerson
        = [](const PersonRow<Row>& a, const PersonRow<Row>& b) { return a.person < b.person; };
    std::stable_sort(chosen.identified.begin(), chosen.identified.end(), byPerson);
    // The last of each person stays: seen from the end it is the first.
    const auto isSamePerson
        = [](const PersonRow<Row>& a, const PersonRow<Row>& b) { return a.person == b.person; };
    const auto kept = std::unique(chosen.identified.rbegin(), chosen.identified.rend(), isSamePerson);
    chosen.identified.erase(chosen.identified.begin(), kept.base());
    // A sum of doubles depends on the order, and an answer with the same rows must give the same sum.
    std::stable_sort(chosen.unattributed.begin(), chosen.unattributed.end(),
        [](const Row* a, const Row* b) { return a->bytesHash < b->bytesHash; });
    return chosen;
}

} // namespace app::store
