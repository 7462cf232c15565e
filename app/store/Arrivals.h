// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Dictionaries.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace app::store {

/// A row and the page that brought it, counted from 0 within its window.
template <typename Row> struct Arrived
{
    int page = 0;
    Row row;
};

/// The rows of one day that count. Pointers into the arrivals they were chosen from.
template <typename Row> struct Chosen
{
    std::vector<const Row*> identified; ///< one per user id: the last that came
    std::vector<const Row*> unattributed; ///< all that came, without what a later page repeated
};

/// De-duplicates the rows of one day, which stand in the order of their arrival.
template <typename Row> Chosen<Row> chooseRows(const std::vector<Arrived<Row>>& arrivals)
{
    Chosen<Row> chosen;
    std::unordered_map<std::string_view, std::size_t> places;
    std::unordered_map<std::uint64_t, int> firstPageOf;
    places.reserve(arrivals.size());
    for (const Arrived<Row>& arrival : arrivals) {
        const records::Identity& identity = arrival.row.identity;
        if (hasUserId(identity)) {
            const auto [place, isNew] = places.try_emplace(*identity.userId, chosen.identified.size());
            if (isNew) {
                chosen.identified.push_back(&arrival.row);
            } else {
                chosen.identified[place->second] = &arrival.row;
            }
            continue;
        }
        // Two people without identity may well have equal rows on one page. The same bytes on a later page
        // are the row that slipped over the page's edge.
        const int firstPage = firstPageOf.try_emplace(arrival.row.bytesHash, arrival.page).first->second;
        if (firstPage == arrival.page) {
            chosen.unattributed.push_back(&arrival.row);
        }
    }
    // A sum of doubles depends on the order, and an answer with the same rows must give the same sum.
    std::stable_sort(chosen.unattributed.begin(), chosen.unattributed.end(),
        [](const Row* a, const Row* b) { return a->bytesHash < b->bytesHash; });
    return chosen;
}

} // namespace app::store
