// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "insights/TokenMetrics.h"

#include "insights/Ratio.h"

namespace app::insights {

namespace {

void add(std::optional<double>& sum, std::optional<double> value)
{
    if (value) {
        sum = sum.value_or(0) + *value;
    }
}

std::optional<double> perThousand(std::optional<double> cost, double tokens)
{
    return ratio(cost ? std::optional(*cost * 1'000) : std::nullopt, tokens);
}

} // namespace

void TokenSums::add(const store::TokenDay& day)
{
    rows += day.rows;
    skippedRows += day.skippedRows;
    mismatchedRows += day.mismatchedRows;
    turns += static_cast<double>(day.turns);
    uncachedInput += static_cast<double>(day.uncachedInput);
    cachedInput += static_cast<double>(day.cachedInput);
    output += static_cast<double>(day.output);
    insights::add(credits, day.credits);
    tokensWithCredits += static_cast<double>(day.tokensWithCredits);
    insights::add(costUsd, day.costUsd);
    tokensWithCostUsd += static_cast<double>(day.tokensWithCostUsd);
}

std::optional<double> TokenSums::cacheRatio() const
{
    return ratio(cachedInput, uncachedInput + cachedInput);
}

std::optional<double> TokenSums::outputShare() const
{
    return ratio(output, total());
}

std::optional<double> TokenSums::tokensPerTurn() const
{
    return ratio(total(), turns);
}

std::optional<double> TokenSums::creditsPerThousand() const
{
    return perThousand(credits, tokensWithCredits);
}

std::optional<double> TokenSums::usdPerThousand() const
{
    return perThousand(costUsd, tokensWithCostUsd);
}

TokenSums tokenSums(
    const std::vector<store::TokenDay>& days, const records::Coverage& coverage, core::DayRange range)
{
    TokenSums sums;
    for (const store::TokenDay& day : days) {
        if (range.contains(day.day)
            && coverage.state(records::Dataset::UsagePerEngineer, day.day)
                >= records::DayState::Provisional) {
            sums.add(day);
        }
    }
    return sums;
}

} // namespace app::insights
