// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/UtcDay.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app::records {

/// Who a row belongs to. The key is `actor.user_id`, else the top-level `user_id`; without either the row is
/// *Unattributed*. The e-mail is a display attribute and may be withheld. UTF-8.
struct Identity
{
    std::optional<std::string> userId;
    std::optional<std::string> email;
    std::optional<std::string> actorType; ///< verbatim, for example ACCOUNT_USER; unknown values are kept
    friend bool operator==(const Identity&, const Identity&) = default;
};

/// Consumption in the three units of the API; they are shown apart and never added to each other.
struct Costs
{
    std::optional<double> credits; ///< fractional; null = unavailable
    std::optional<double> costUsd; ///< billed natively in USD
    std::optional<double> estimatedCostUsd; ///< estimate at the current overage rate, not the invoice
    friend bool operator==(const Costs&, const Costs&) = default;
};

/// Token counters. Null means unavailable, not zero.
struct Tokens
{
    std::optional<std::int64_t> uncachedInput;
    std::optional<std::int64_t> cachedInput;
    std::optional<std::int64_t> output;
    std::optional<std::int64_t> total;
    friend bool operator==(const Tokens&, const Tokens&) = default;
};

/// One `clients[]` member: the part of the row that one surface (`client_id`, verbatim) contributed.
struct ClientUsage
{
    std::string clientId;
    std::optional<std::int64_t> threads;
    std::optional<std::int64_t> turns;
    Costs costs;
    Tokens tokens;
    friend bool operator==(const ClientUsage&, const ClientUsage&) = default;
};

/// One `models[]` member. The same model may appear once per `speed`.
struct ModelUsage
{
    std::string model;
    std::optional<std::string> speed;
    Costs costs;
    Tokens tokens;
    friend bool operator==(const ModelUsage&, const ModelUsage&) = default;
};

/// One row of `usage`: an engineer's UTC day, or with `group=workspace` the workspace's (then without
/// identity). `totals` is authoritative; clients and models need not add up to it.
struct UsageRow
{
    core::UtcDay day;
    Identity identity;
    std::int64_t threads = 0;
    std::int64_t turns = 0;
    Costs costs;
    Tokens tokens;
    std::optional<std::int64_t> linesAdded;
    std::optional<std::int64_t> linesRemoved;
    std::vector<ClientUsage> clients;
    std::vector<ModelUsage> models;
    /// Of the row's JSON bytes; only set on rows without a user id, where it is the one way to recognise a
    /// row that a later page repeats. Never stored with the row.
    std::uint64_t bytesHash = 0;
};

} // namespace app::records
