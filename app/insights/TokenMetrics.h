// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "records/Coverage.h"
#include "store/ActivityQueries.h"

#include <cstdint>
#include <optional>
#include <vector>

/// Token ratios (metrics reference 2.4), all of them ratios of sums. Values, any thread.
namespace app::insights {

/// Sums over the rows that carry all three counters; see store::TokenDay. Ratios have no value where the
/// denominator is zero.
struct TokenSums
{
    std::int64_t rows = 0;
    std::int64_t skippedRows = 0;
    std::int64_t mismatchedRows = 0;
    double turns = 0;
    double uncachedInput = 0;
    double cachedInput = 0;
    double output = 0;
    std::optional<double> credits;
    double tokensWithCredits = 0;
    std::optional<double> costUsd;
    double tokensWithCostUsd = 0;

    void add(const store::TokenDay& day);

    [[nodiscard]] double total() const { return uncachedInput + cachedInput + output; }
    /// Cached ÷ (uncached + cached) input.
    [[nodiscard]] std::optional<double> cacheRatio() const;
    /// Output ÷ all tokens.
    [[nodiscard]] std::optional<double> outputShare() const;
    [[nodiscard]] std::optional<double> tokensPerTurn() const;
    /// 1,000 × cost ÷ tokens, over the rows that carry the cost.
    [[nodiscard]] std::optional<double> creditsPerThousand() const;
    [[nodiscard]] std::optional<double> usdPerThousand() const;
};

/// Over the stored days of a range (final and provisional).
[[nodiscard]] TokenSums tokenSums(
    const std::vector<store::TokenDay>& days, const records::Coverage& coverage, core::DayRange range);

} // namespace app::insights
