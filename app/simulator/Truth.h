// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/UtcDay.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What the simulator holds to be true, in types of its own: the simulator shares no row type with the
/// decoder, so that one misreading of the contract cannot hide in both. Null is what the answer says as null
/// or leaves out. UTF-8.
namespace app::simulator {

struct TruthCosts
{
    std::optional<double> credits;
    std::optional<double> costUsd;
    std::optional<double> estimatedCostUsd;
    friend bool operator==(const TruthCosts&, const TruthCosts&) = default;
};

struct TruthTokens
{
    std::optional<std::int64_t> uncachedInput;
    std::optional<std::int64_t> cachedInput;
    std::optional<std::int64_t> output;
    std::optional<std::int64_t> total;
    friend bool operator==(const TruthTokens&, const TruthTokens&) = default;
};

struct TruthIdentity
{
    std::optional<std::string> userId;
    std::optional<std::string> email;
    std::optional<std::string> actorType;
    friend bool operator==(const TruthIdentity&, const TruthIdentity&) = default;
};

struct TruthClient
{
    std::string clientId;
    std::int64_t threads = 0;
    std::int64_t turns = 0;
    TruthCosts costs;
    TruthTokens tokens;
    friend bool operator==(const TruthClient&, const TruthClient&) = default;
};

struct TruthModel
{
    std::string model;
    std::optional<std::string> speed;
    TruthCosts costs;
    TruthTokens tokens;
    friend bool operator==(const TruthModel&, const TruthModel&) = default;
};

/// A row of `usage`; with group=workspace its identity is null.
struct TruthUsage
{
    core::UtcDay day;
    TruthIdentity identity;
    std::int64_t threads = 0;
    std::int64_t turns = 0;
    TruthCosts costs;
    TruthTokens tokens;
    std::optional<std::int64_t> linesAdded;
    std::optional<std::int64_t> linesRemoved;
    std::vector<TruthClient> clients;
    std::vector<TruthModel> models;
    friend bool operator==(const TruthUsage&, const TruthUsage&) = default;
};

struct TruthReview
{
    core::UtcDay day;
    TruthIdentity identity;
    std::int64_t pullRequestReviews = 0;
    std::int64_t comments = 0;
    std::int64_t p0 = 0;
    std::int64_t p1 = 0;
    std::int64_t p2 = 0;
    friend bool operator==(const TruthReview&, const TruthReview&) = default;
};

struct TruthResponse
{
    core::UtcDay day;
    TruthIdentity identity;
    std::int64_t pullRequestReviews = 0;
    std::int64_t comments = 0;
    std::int64_t replies = 0;
    std::int64_t reactions = 0;
    std::int64_t upvotes = 0;
    std::int64_t downvotes = 0;
    std::int64_t otherReactions = 0;
    std::int64_t engaged = 0;
    std::int64_t reacted = 0;
    std::int64_t upvoted = 0;
    std::int64_t downvoted = 0;
    std::int64_t reactedOther = 0;
    std::int64_t replied = 0;
    friend bool operator==(const TruthResponse&, const TruthResponse&) = default;
};

/// Per dataset and day the rows of the last listing that went out completely (first to last page), each
/// engineer once. A day with an empty list was asked for and has no rows; a day that is not a key was never
/// served completely.
struct Served
{
    std::map<core::UtcDay, std::vector<TruthUsage>> usage;
    std::map<core::UtcDay, std::vector<TruthUsage>> workspaceUsage;
    std::map<core::UtcDay, std::vector<TruthReview>> reviews;
    std::map<core::UtcDay, std::vector<TruthResponse>> responses;
};

} // namespace app::simulator
