// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/UsageQueries.h"

#include <QString>

#include <vector>

namespace app::models {

/// What the values of a series count. Names and colours hang on it, so that a measure looks the same on every
/// page.
enum class Measure {
    ActiveEngineers, ///< people with turns > 0 or threads > 0
    Threads,
    Turns,
    Credits,
    CostUsd, ///< billed natively in USD; never added to credits
    UncachedInput,
    CachedInput,
    Output,
    Reviews, ///< pull request reviews that Codex wrote on the day
    Comments, ///< comments that Codex wrote on the day
    CommentsP0,
    CommentsP1,
    CommentsP2,
    CommentsWithoutPriority, ///< comments − P0 − P1 − P2, never below 0
    Upvotes,
    Downvotes,
    OtherReactions,
    ReactionsOfUnknownKind, ///< reactions − upvotes − downvotes − other, never below 0
    Replies,
};

/// The heading of a column or legend entry, translated.
QString measureName(Measure measure);

/// Decimals that a value of the measure may carry: counts are whole.
[[nodiscard]] bool isWholeNumber(Measure measure);

/// A value with all its digits in displayLocale(): counts whole, credits with up to two decimals, USD always
/// with cents.
QString fullNumber(Measure measure, double value);

/// In which unit a workspace is billed, hence which figure the pages show as consumption.
enum class CostUnit { Credits, Usd };

/// USD when no day has credits above zero and at least one has a cost in USD, else credits.
CostUnit costUnitOf(const std::vector<store::UsageDay>& days);

constexpr Measure costMeasure(CostUnit unit)
{
    return unit == CostUnit::Usd ? Measure::CostUsd : Measure::Credits;
}

constexpr std::optional<double> costOf(const records::Costs& costs, CostUnit unit)
{
    return unit == CostUnit::Usd ? costs.costUsd : costs.credits;
}

} // namespace app::models
