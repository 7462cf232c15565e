// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/SurfaceParts.h"

#include "insights/Surfaces.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

namespace ui::pages {

namespace {

using app::models::DayPoint;
using app::models::DaySeries;
using app::models::Measure;
using app::models::SharePlot;
using app::store::ModelDay;
using app::store::PartTotals;
using app::store::SurfaceDay;

constexpr int kOtherCategory = 8;

std::optional<double> number(std::optional<std::int64_t> value)
{
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

template <typename Value> void add(std::optional<Value>& sum, const std::optional<Value>& value)
{
    if (value) {
        sum = sum.value_or(Value{}) + *value;
    }
}

/// Sorts the rows by size, adds what is left of the whole and makes the shares parts of it.
void finish(Shares& shares, std::optional<double> whole)
{
    std::ranges::stable_sort(
        shares.plot.rows, [](const SharePlot::Row& a, const SharePlot::Row& b) { return a.value > b.value; });
    for (const SharePlot::Row& row : shares.plot.rows) {
        shares.parts += row.value;
    }
    const auto left = app::insights::remainderOf(whole, shares.parts);
    if (!left) {
        return;
    }
    shares.excess = left->excess;
    shares.plot.whole = std::max(*whole, shares.parts);
    if (left->drawn > 0) {
        shares.plot.rows.push_back({QCoreApplication::translate("SurfaceParts", "Not attributed"),
            QCoreApplication::translate("SurfaceParts", "part of the totals only"), left->drawn,
            kOtherCategory, true});
    }
}

} // namespace

std::optional<double> tokenCount(const app::records::Tokens& tokens)
{
    if (tokens.uncachedInput && tokens.cachedInput && tokens.output) {
        return static_cast<double>(*tokens.uncachedInput) + static_cast<double>(*tokens.cachedInput)
            + static_cast<double>(*tokens.output);
    }
    return number(tokens.total);
}

std::optional<double> partValue(Measure measure, const PartTotals& totals)
{
    switch (measure) {
    case Measure::Threads: return number(totals.threads);
    case Measure::Turns: return number(totals.turns);
    case Measure::Credits: return totals.costs.credits;
    case Measure::CostUsd: return totals.costs.costUsd;
    case Measure::UncachedInput: return number(totals.tokens.uncachedInput);
    case Measure::CachedInput: return number(totals.tokens.cachedInput);
    case Measure::Output: return number(totals.tokens.output);
    case Measure::TotalTokens: return tokenCount(totals.tokens);
    default: return std::nullopt;
    }
}

void addTotals(PartTotals& sum, const PartTotals& value)
{
    sum.rows += value.rows;
    add(sum.threads, value.threads);
    add(sum.turns, value.turns);
    add(sum.costs.credits, value.costs.credits);
    add(sum.costs.costUsd, value.costs.costUsd);
    add(sum.costs.estimatedCostUsd, value.costs.estimatedCostUsd);
    add(sum.tokens.uncachedInput, value.tokens.uncachedInput);
    add(sum.tokens.cachedInput, value.tokens.cachedInput);
    add(sum.tokens.output, value.tokens.output);
    add(sum.tokens.total, value.tokens.total);
}

std::vector<DaySeries> surfaceStack(const DaySeries& whole, const std::vector<SurfaceDay>& days)
{
    using app::insights::kSurfaceFamilies;
    using app::insights::SurfaceFamily;
    constexpr std::size_t kOther = kSurfaceFamilies.size() - 1;

    std::array<DaySeries, kSurfaceFamilies.size()> families;
    for (std::size_t place = 0; place < families.size(); ++place) {
        DaySeries& family = families[place];
        family = whole;
        family.part = app::insights::surfaceFamilyName(kSurfaceFamilies[place]);
        family.partName = family.part;
        family.category = app::insights::surfaceFamilyCategory(kSurfaceFamilies[place]);
        for (DayPoint& point : family.points) {
            point.value = point.isStored() ? std::optional(0.0) : std::nullopt;
        }
    }
    std::vector<double> parts(whole.points.size(), 0);
    // Which families have a figure on which day. One whose rows carry none has no value there, not zero.
    std::vector<std::array<bool, kSurfaceFamilies.size()>> seen(whole.points.size());
    for (const SurfaceDay& day : days) {
        if (!whole.range.contains(day.day)) {
            continue;
        }
        const auto index = static_cast<std::size_t>(day.day - whole.range.first);
        const auto place = static_cast<std::size_t>(app::insights::surfaceFamilyOf(day.clientId));
        DayPoint& point = families[place].points[index];
        if (!point.isStored()) {
            continue;
        }
        if (const auto value = partValue(whole.measure, day.totals)) {
            point.value = point.value.value_or(0) + *value;
            parts[index] += *value;
            seen[index][place] = true;
        } else if (!seen[index][place]) {
            point.value.reset();
        }
    }
    bool anyLeft = false;
    for (std::size_t index = 0; index < parts.size(); ++index) {
        const bool anySeen = std::ranges::find(seen[index], true) != seen[index].end();
        if (!whole.points[index].value && !anySeen) {
            // Missing, or the service gave no figure at all.
            for (DaySeries& family : families) {
                family.points[index].value.reset();
            }
            continue;
        }
        if (const auto left = app::insights::remainderOf(whole.points[index].value, parts[index]);
            left && left->drawn > 0) {
            DayPoint& other = families[kOther].points[index];
            other.value = other.value.value_or(0) + left->drawn;
            anyLeft = true;
        }
    }
    if (anyLeft) {
        families[kOther].partName = QCoreApplication::translate("SurfaceParts", "Other, not attributed");
    }
    std::vector<DaySeries> stack;
    for (DaySeries& family : families) {
        if (std::ranges::any_of(
                family.points, [](const DayPoint& point) { return point.value.value_or(0) > 0; })) {
            stack.push_back(std::move(family));
        }
    }
    if (stack.empty()) {
        // Nothing to stack: the whole says what is known.
        stack.push_back(whole);
    }
    return stack;
}

Shares surfaceShares(Measure measure, std::optional<double> whole, const std::vector<SurfaceDay>& days)
{
    std::map<std::string, PartTotals> surfaces;
    for (const SurfaceDay& day : days) {
        addTotals(surfaces[day.clientId], day.totals);
    }
    Shares shares;
    shares.plot.measure = measure;
    for (const auto& [clientId, totals] : surfaces) {
        const auto value = partValue(measure, totals);
        if (!value) {
            ++shares.withoutFigure;
            continue;
        }
        const app::insights::Surface surface = app::insights::surfaceOf(clientId);
        shares.plot.rows.push_back({surface.name,
            surface.isKnown ? app::insights::surfaceGroupName(surface.group)
                            : QCoreApplication::translate("SurfaceParts", "unknown id"),
            *value, app::insights::surfaceFamilyCategory(app::insights::surfaceFamilyOf(clientId)), false});
    }
    finish(shares, whole);
    return shares;
}

Shares modelShares(Measure measure, std::optional<double> whole, const std::vector<ModelDay>& days)
{
    std::map<std::pair<std::string, std::optional<std::string>>, PartTotals> models;
    for (const ModelDay& day : days) {
        addTotals(models[{day.model, day.speed}], day.totals);
    }
    Shares shares;
    shares.plot.measure = measure;
    for (const auto& [key, totals] : models) {
        const auto value = partValue(measure, totals);
        if (!value) {
            ++shares.withoutFigure;
            continue;
        }
        shares.plot.rows.push_back({app::insights::modelLabel(key.first, key.second), {}, *value, 1, false});
    }
    finish(shares, whole);
    // As many colours as a stack has; the rest is slate.
    int category = 0;
    for (SharePlot::Row& row : shares.plot.rows) {
        ++category;
        row.category = !row.remainder && category <= static_cast<int>(app::insights::kMostParts)
            ? category
            : kOtherCategory;
    }
    return shares;
}

} // namespace ui::pages
