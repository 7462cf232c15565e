// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/CoveringArray.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace looks {

namespace {

constexpr int kOpen = -1;

using Pair = std::tuple<int, int, int, int>; ///< factor, level, later factor, level

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

class Cover
{
public:
    Cover(const std::vector<Factor>& factors, const PairRule& allowed)
        : m_factors(factors)
        , m_allowed(allowed)
        , m_count(static_cast<int>(factors.size()))
    {
    }

    std::vector<Row> rows()
    {
        std::set<Pair> open;
        for (int a = 0; a < m_count; ++a) {
            for (int b = a + 1; b < m_count; ++b) {
                for (int i = 0; i < m_factors[at(a)].levels; ++i) {
                    for (int j = 0; j < m_factors[at(b)].levels; ++j) {
                        if (m_allowed(a, i, b, j)) {
                            open.emplace(a, i, b, j);
                        }
                    }
                }
            }
        }
        m_open = std::move(open);
        std::vector<Row> all;
        while (!m_open.empty()) {
            const auto [a, i, b, j] = *m_open.begin();
            Row row(at(m_count), kOpen);
            row[at(a)] = i;
            row[at(b)] = j;
            if (!complete(row)) {
                // No allowed row holds this pair: the rule forbids it through a third factor.
                m_open.erase(m_open.begin());
                continue;
            }
            for (int one = 0; one < m_count; ++one) {
                for (int other = one + 1; other < m_count; ++other) {
                    m_open.erase({one, row[at(one)], other, row[at(other)]});
                }
            }
            for (int factor = 0; factor < m_count; ++factor) {
                ++m_uses[{factor, row[at(factor)]}];
            }
            all.push_back(std::move(row));
        }
        return all;
    }

private:
    [[nodiscard]] bool fits(const Row& row, int factor, int level) const
    {
        for (int other = 0; other < m_count; ++other) {
            const int there = row[at(other)];
            if (other == factor || there == kOpen) {
                continue;
            }
            if (!(other < factor ? m_allowed(other, there, factor, level)
                                 : m_allowed(factor, level, other, there))) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] int gain(const Row& row, int factor, int level) const
    {
        int covered = 0;
        for (int other = 0; other < m_count; ++other) {
            const int there = row[at(other)];
            if (other == factor || there == kOpen) {
                continue;
            }
            covered += static_cast<int>(other < factor ? m_open.count({other, there, factor, level})
                                                       : m_open.count({factor, level, other, there}));
        }
        return covered;
    }

    /// Fills what is open; false when no level fits, then the row is as before.
    bool complete(Row& row) const
    {
        int factor = kOpen;
        std::vector<int> candidates;
        // The factor with the fewest levels left first: a dead end shows early.
        for (int next = 0; next < m_count; ++next) {
            if (row[at(next)] != kOpen) {
                continue;
            }
            std::vector<int> fitting;
            for (int level = 0; level < m_factors[at(next)].levels; ++level) {
                if (fits(row, next, level)) {
                    fitting.push_back(level);
                }
            }
            if (factor == kOpen || fitting.size() < candidates.size()) {
                factor = next;
                candidates = std::move(fitting);
            }
        }
        if (factor == kOpen) {
            return true;
        }
        const auto rank = [&](int level) {
            const std::vector<int>& weight = m_factors[at(factor)].weight;
            const auto used = m_uses.find({factor, level});
            return std::tuple(-gain(row, factor, level), weight.empty() ? 0 : weight[at(level)],
                used == m_uses.end() ? 0 : used->second, level);
        };
        std::sort(candidates.begin(), candidates.end(),
            [&](int one, int other) { return rank(one) < rank(other); });
        for (const int level : candidates) {
            row[at(factor)] = level;
            if (complete(row)) {
                return true;
            }
        }
        row[at(factor)] = kOpen;
        return false;
    }

    const std::vector<Factor>& m_factors;
    const PairRule& m_allowed;
    const int m_count;
    std::set<Pair> m_open;
    std::map<std::pair<int, int>, int> m_uses; ///< how many rows have this level so far
};

} // namespace

std::vector<Row> coverPairs(const std::vector<Factor>& factors, const PairRule& allowed)
{
    return Cover(factors, allowed).rows();
}

} // namespace looks
