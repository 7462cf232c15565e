// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/EngineerRows.h"

#include "models/EngineerName.h"

#include <QThreadPool>

#include <algorithm>
#include <bit>
#include <functional>
#include <iterator>
#include <limits>
#include <numeric>

namespace app::models {

namespace {

std::optional<double> real(std::optional<std::int64_t> value)
{
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

/// A ratio of sums: none where a sum has no value or the denominator is not above zero.
std::optional<double> quotient(std::optional<double> numerator, std::optional<double> denominator)
{
    if (!numerator || !denominator || !(*denominator > 0)) {
        return std::nullopt;
    }
    return *numerator / *denominator;
}

std::optional<double> sum(std::optional<double> one, std::optional<double> other)
{
    return one && other ? std::optional(*one + *other) : std::nullopt;
}

void add(std::optional<double>& to, std::optional<double> value)
{
    if (value) {
        to = to.value_or(0) + *value;
    }
}

/// A part may be delivered although nothing happened there.
bool isUse(const store::SurfaceUse& use)
{
    return use.turns > 0 || use.credits.value_or(0) > 0 || use.costUsd.value_or(0) > 0;
}

/// Case-folded UTF-8. Most addresses and ids are ASCII, where that is a matter of bits.
void appendFolded(std::string& to, std::string_view text)
{
    const auto isAscii = [](char letter) { return static_cast<unsigned char>(letter) < 0x80; };
    if (std::all_of(text.begin(), text.end(), isAscii)) {
        for (const char letter : text) {
            to += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        }
        return;
    }
    to += QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toCaseFolded().toStdString();
}

/// The rank of each place of `order`, in which equal neighbours share one.
template <typename Rank, typename IsSame>
std::vector<Rank> ranksOf(const std::vector<int>& order, IsSame isSame)
{
    std::vector<Rank> ranks(order.size());
    Rank rank = 0;
    for (std::size_t place = 0; place < order.size(); ++place) {
        rank += place > 0 && !isSame(order[place - 1], order[place]) ? 1 : 0;
        ranks[static_cast<std::size_t>(order[place])] = rank;
    }
    return ranks;
}

} // namespace

EngineerRows::EngineerRows(EngineersSnapshot snapshot)
    : m_engineers(std::move(snapshot.engineers))
    , m_unit(snapshot.unit)
    , m_weeksPerBucket(snapshot.weeksPerBucket)
    , m_storedDays(snapshot.storedDays)
    , m_buckets(std::move(snapshot.buckets))
    , m_surfaceNames(std::move(snapshot.surfaceNames))
{
    for (const store::EngineerSummary& summary : m_engineers) {
        m_people += summary.userId ? 1 : 0;
        m_activePeople += summary.userId && summary.activeDays > 0 ? 1 : 0;
    }
    std::vector<int> all(m_engineers.size());
    std::iota(all.begin(), all.end(), 0);
    m_workspace = sumsOf(all);
    indexIds();
    orderByName();
    takeTrends(snapshot.trends);
    m_surfaceIds = std::move(snapshot.trends.surfaces);
    nameSurfaces();
}

std::shared_ptr<const EngineerRows> EngineerRows::make(EngineersSnapshot snapshot)
{
    const auto letGo = [](const EngineerRows* rows) {
        QThreadPool::globalInstance()->start(
            [owned = std::shared_ptr<const EngineerRows>(rows)]() mutable { owned.reset(); });
    };
    return {new EngineerRows(std::move(snapshot)), letGo};
}

void EngineerRows::indexIds()
{
    m_byId.assign(std::bit_ceil(2 * m_engineers.size() + 1), kNone);
    for (int row = 0; row < count(); ++row) {
        if (const auto& userId = engineer(row).userId) {
            m_byId[slotOf(*userId)] = row;
        } else {
            m_unattributed = row;
        }
    }
}

std::size_t EngineerRows::slotOf(std::string_view userId) const
{
    const std::size_t last = m_byId.size() - 1;
    std::size_t slot = std::hash<std::string_view>()(userId) & last;
    while (m_byId[slot] != kNone && engineer(m_byId[slot]).userId != userId) {
        slot = (slot + 1) & last;
    }
    return slot;
}

void EngineerRows::orderByName()
{
    // A name is a part of the haystack or, without an e-mail, the folded short id.
    std::string shortNames;
    struct Place
    {
        std::size_t from;
        std::size_t size;
        bool isShort;
    };
    std::vector<Place> places;
    places.reserve(m_engineers.size());
    m_haystackEnds.reserve(m_engineers.size());
    for (const store::EngineerSummary& summary : m_engineers) {
        const std::size_t from = m_haystacks.size();
        const bool hasEmail = summary.userId && summary.email && !summary.email->empty();
        if (hasEmail) {
            appendFolded(m_haystacks, *summary.email);
            places.push_back({from, m_haystacks.size() - from, false});
        } else {
            const std::size_t fromShort = shortNames.size();
            appendFolded(shortNames, engineerName(summary.userId, summary.email).toStdString());
            places.push_back({fromShort, shortNames.size() - fromShort, true});
        }
        if (summary.userId) {
            m_haystacks += '\n';
            appendFolded(m_haystacks, *summary.userId);
        } else {
            m_haystacks.append(shortNames, places.back().from);
        }
        m_haystackEnds.push_back(static_cast<std::uint32_t>(m_haystacks.size()));
    }
    const auto nameOf = [&](int row) {
        const Place& place = places[at(row)];
        return std::string_view(place.isShort ? shortNames : m_haystacks).substr(place.from, place.size);
    };
    const auto standsBefore = [&](int one, int other) {
        const bool isPerson = engineer(one).userId.has_value();
        if (isPerson != engineer(other).userId.has_value()) {
            return isPerson;
        }
        const int order = nameOf(one).compare(nameOf(other));
        return order != 0 ? order < 0 : engineer(one).userId < engineer(other).userId;
    };
    m_byName.resize(m_engineers.size());
    std::iota(m_byName.begin(), m_byName.end(), 0);
    // Who has an e-mail often comes in that order; whoever has none stands among them by a short id.
    const auto nameless = std::stable_partition(
        m_byName.begin(), m_byName.end(), [&places](int row) { return !places[at(row)].isShort; });
    if (!std::is_sorted(m_byName.begin(), nameless, standsBefore)) {
        std::sort(m_byName.begin(), nameless, standsBefore);
    }
    std::sort(nameless, m_byName.end(), standsBefore);
    std::inplace_merge(m_byName.begin(), nameless, m_byName.end(), standsBefore);
    m_nameRanks
        = ranksOf<std::int32_t>(m_byName, [&](int one, int other) { return nameOf(one) == nameOf(other); });
}

void EngineerRows::takeTrends(const store::EngineerTrends& trends)
{
    std::vector<const store::EngineerTrend*> trendsOfRows(m_engineers.size());
    for (const store::EngineerTrend& trend : trends.engineers) {
        if (const int row = rowOf(trend.userId); row >= 0) {
            trendsOfRows[at(row)] = &trend;
        }
    }
    m_turns.reserve(trends.engineers.size() * m_buckets.size());
    m_trendOf.assign(m_engineers.size(), kNone);
    m_topSurfaces.assign(m_engineers.size(), kNone);
    m_useEnds.reserve(m_engineers.size());
    for (std::size_t row = 0; row < m_engineers.size(); ++row) {
        takeTrend(row, trendsOfRows[row]);
        m_useEnds.push_back(static_cast<std::uint32_t>(m_uses.size()));
    }
}

void EngineerRows::takeTrend(std::size_t row, const store::EngineerTrend* trend)
{
    if (!trend) {
        return;
    }
    if (!m_buckets.empty()) {
        m_trendOf[row] = static_cast<std::int32_t>(m_turns.size() / m_buckets.size());
        const std::size_t known = std::min(trend->turns.size(), m_buckets.size());
        std::transform(trend->turns.begin(), trend->turns.begin() + static_cast<std::ptrdiff_t>(known),
            std::back_inserter(m_turns), [](std::int64_t turns) { return static_cast<float>(turns); });
        m_turns.resize(m_turns.size() + m_buckets.size() - known);
    }
    m_topSurfaces[row] = topSurfaceOf(*trend);
    for (const store::SurfaceUse& use : trend->surfaces) {
        if (isUse(use)) {
            m_uses.push_back(static_cast<std::int32_t>(use.surface));
        }
    }
}

std::int32_t EngineerRows::topSurfaceOf(const store::EngineerTrend& trend) const
{
    const auto largest = [&trend](auto valueOf) {
        std::int32_t best = kNone;
        double most = 0;
        // Surfaces come in the order of their ids, so that of two equal ones the first is taken.
        for (const store::SurfaceUse& use : trend.surfaces) {
            if (const double value = valueOf(use); value > most) {
                most = value;
                best = static_cast<std::int32_t>(use.surface);
            }
        }
        return best;
    };
    const std::int32_t byCost = largest([this](const store::SurfaceUse& use) {
        return (m_unit == CostUnit::Usd ? use.costUsd : use.credits).value_or(0);
    });
    return byCost != kNone
        ? byCost
        : largest([](const store::SurfaceUse& use) { return static_cast<double>(use.turns); });
}

void EngineerRows::nameSurfaces()
{
    std::vector<QString> sortNames;
    for (std::size_t surface = 0; surface < m_surfaceIds.size(); ++surface) {
        sortNames.push_back(surfaceName(surface).toCaseFolded());
    }
    const auto sortName = [&sortNames](int surface) -> const QString& { return sortNames[at(surface)]; };
    std::vector<int> order(m_surfaceIds.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
        [&](int one, int other) { return sortName(one).compare(sortName(other)) < 0; });
    m_surfaceRanks
        = ranksOf<std::int32_t>(order, [&](int one, int other) { return sortName(one) == sortName(other); });

    std::vector<bool> used(m_surfaceIds.size());
    for (const std::int32_t surface : m_uses) {
        used[at(surface)] = true;
    }
    for (std::size_t surface = 0; surface < used.size(); ++surface) {
        if (used[surface]) {
            m_usedSurfaces.push_back({QString::fromStdString(m_surfaceIds[surface]), surfaceName(surface)});
        }
    }
    std::sort(m_usedSurfaces.begin(), m_usedSurfaces.end(), [](const Surface& one, const Surface& other) {
        const int names = one.name.localeAwareCompare(other.name);
        return names != 0 ? names < 0 : one.id < other.id;
    });
}

int EngineerRows::rowOf(const std::optional<std::string>& userId) const
{
    if (!userId) {
        return m_unattributed;
    }
    return m_byId.empty() ? kNone : m_byId[slotOf(*userId)];
}

std::optional<double> EngineerRows::number(int row, Column column) const
{
    const store::EngineerSummary& summary = engineer(row);
    const store::UsageTotals& totals = summary.totals;
    switch (column) {
    case Column::ActiveDays: return summary.activeDays;
    case Column::Threads: return real(totals.threads);
    case Column::Trend:
    case Column::Turns: return real(totals.turns);
    case Column::TurnsPerThread: return quotient(real(totals.turns), real(totals.threads));
    case Column::Cost: return costOf(totals.costs, m_unit);
    case Column::CostPerTurn: return quotient(costOf(totals.costs, m_unit), real(totals.turns));
    case Column::UncachedInput: return real(totals.tokens.uncachedInput);
    case Column::CachedInput: return real(totals.tokens.cachedInput);
    case Column::Output: return real(totals.tokens.output);
    case Column::CacheRatio: {
        const auto cached = real(totals.tokens.cachedInput);
        return quotient(cached, sum(real(totals.tokens.uncachedInput), cached));
    }
    case Column::LastActive:
        return summary.lastActiveDay ? std::optional<double>(summary.lastActiveDay->number()) : std::nullopt;
    case Column::Engineer:
    case Column::TopSurface: break;
    }
    return {};
}

std::vector<double> EngineerRows::sortKeys(Column column) const
{
    constexpr double kLast = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> keys(m_engineers.size(), kLast);
    for (int row = 0; row < count(); ++row) {
        if (column == Column::Engineer) {
            keys[at(row)] = engineer(row).userId ? m_nameRanks[at(row)] : kLast;
        } else if (column == Column::TopSurface) {
            const std::int32_t top = m_topSurfaces[at(row)];
            keys[at(row)] = top != kNone ? m_surfaceRanks[at(top)] : kLast;
        } else {
            keys[at(row)] = number(row, column).value_or(kLast);
        }
    }
    return keys;
}

bool EngineerRows::matches(int row, std::string_view foldedText) const
{
    const std::size_t from = row > 0 ? m_haystackEnds[at(row - 1)] : 0;
    const std::string_view haystack
        = std::string_view(m_haystacks).substr(from, m_haystackEnds[at(row)] - from);
    return haystack.find(foldedText) != std::string_view::npos;
}

std::vector<DayPoint> EngineerRows::sparkOf(int row) const
{
    std::vector<DayPoint> points = m_buckets;
    const std::int32_t trend = m_trendOf[at(row)];
    for (std::size_t bucket = 0; bucket < points.size(); ++bucket) {
        if (points[bucket].isStored()) {
            points[bucket].value
                = trend == kNone ? 0.0 : static_cast<double>(m_turns[at(trend) * m_buckets.size() + bucket]);
        }
    }
    return points;
}

std::optional<std::size_t> EngineerRows::surfaceIndex(std::string_view clientId) const
{
    const auto found = std::find(m_surfaceIds.begin(), m_surfaceIds.end(), clientId);
    return found != m_surfaceIds.end() ? std::optional(static_cast<std::size_t>(found - m_surfaceIds.begin()))
                                       : std::nullopt;
}

bool EngineerRows::hasUsed(int row, std::size_t surface) const
{
    const auto first = m_uses.begin() + (row > 0 ? m_useEnds[at(row - 1)] : 0);
    const auto last = m_uses.begin() + m_useEnds[at(row)];
    return std::find(first, last, static_cast<std::int32_t>(surface)) != last;
}

std::optional<std::size_t> EngineerRows::topSurface(int row) const
{
    const std::int32_t top = m_topSurfaces[at(row)];
    return top != kNone ? std::optional(at(top)) : std::nullopt;
}

EngineerRows::Sums EngineerRows::sumsOf(std::span<const int> rows) const
{
    Sums sums;
    for (const int row : rows) {
        const store::UsageTotals& totals = engineer(row).totals;
        sums.threads += static_cast<double>(totals.threads);
        sums.turns += static_cast<double>(totals.turns);
        add(sums.cost, costOf(totals.costs, m_unit));
        add(sums.uncachedInput, real(totals.tokens.uncachedInput));
        add(sums.cachedInput, real(totals.tokens.cachedInput));
    }
    return sums;
}

} // namespace app::models
