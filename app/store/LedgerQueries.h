// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "records/RequestRecord.h"
#include "store/Database.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

/// Reading the request ledger page by page: it holds 400 days, tens of thousands of rows. For the readers of
/// a store.
namespace app::store {

/// Which requests are looked at.
struct LedgerFilter
{
    std::optional<records::Dataset> dataset{}; ///< none: all
    bool onlyFailures = false; ///< requests that ended with an error, whatever the status
    friend bool operator==(const LedgerFilter&, const LedgerFilter&) = default;
};

/// Where a request stands: by time, and by the order of writing where two have the same time.
struct LedgerKey
{
    core::Instant at{};
    std::int64_t id = 0;
    friend auto operator<=>(const LedgerKey&, const LedgerKey&) = default;
};

struct LedgerEntry
{
    std::int64_t id = 0; ///< grows with every request that is written
    records::RequestRecord request;
    [[nodiscard]] LedgerKey key() const { return {request.at, id}; }
};

/// At most `most` requests, newest first, that stand before `older` (exclusive); none: the newest. The work
/// does not grow with how far back the page lies.
core::Result<std::vector<LedgerEntry>> requestsBefore(
    const Database& database, const LedgerFilter& filter, std::optional<LedgerKey> older, int most);

/// What was written after the entry `id`, newest first, at most `most`. A request that was written later may
/// have begun earlier: three endpoints are asked side by side.
core::Result<std::vector<LedgerEntry>> requestsWrittenAfter(
    const Database& database, const LedgerFilter& filter, std::int64_t id, int most);

/// The ledger as a whole.
struct LedgerSummary
{
    std::int64_t requests = 0;
    std::int64_t failed = 0;
    std::int64_t bytes = 0; ///< of all bodies, after decompression
    std::array<std::int64_t, records::kDatasets.size()> perDataset{}; ///< index: indexOf(Dataset)
    std::optional<core::Instant> oldest; ///< none: the ledger is empty
    std::optional<core::Instant> newest;
};
core::Result<LedgerSummary> ledgerSummary(const Database& database);

} // namespace app::store
