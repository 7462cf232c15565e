// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "records/UsageRow.h"
#include "store/Sql.h"

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace app::store {

/// The engineer id of rows without a user id: *Unattributed*, and of review rows: the whole workspace.
inline constexpr std::int64_t kUnattributed = 0;

/// An empty user id is no identity.
inline bool hasUserId(const records::Identity& identity)
{
    return identity.userId && !identity.userId->empty();
}

/// The id of a person, kUnattributed without a user id; none: nobody with this user id was ever seen.
std::optional<std::int64_t> engineerIdOf(
    SQLite::Database& connection, const std::optional<std::string>& userId);

/// The dictionary of engineers in memory, read when first needed and written back once. Lives for one
/// transaction.
class Engineers
{
public:
    explicit Engineers(SQLite::Database& connection)
        : m_connection(connection)
    {
    }

    /// A new id when the person was never seen.
    std::int64_t idOf(const std::string& userId);
    /// E-mail and actor type are kept from the newest day that had one; a null changes nothing.
    void see(std::int64_t engineer, const records::Identity& identity, core::UtcDay day);
    void addDay(std::int64_t engineer, core::UtcDay day);
    /// True when the day was the first or the last one, which must now be found again.
    [[nodiscard]] bool removeDay(std::int64_t engineer, core::UtcDay day);
    void setDays(std::int64_t engineer, const std::optional<core::DayRange>& days);
    void save();

private:
    struct Entry
    {
        std::int64_t id = kUnattributed;
        std::optional<std::string> userId;
        std::optional<std::string> email;
        std::optional<core::UtcDay> emailDay;
        std::optional<std::string> actorType;
        std::optional<core::UtcDay> actorTypeDay;
        std::optional<core::UtcDay> firstDay;
        std::optional<core::UtcDay> lastDay;
        bool isChanged = false;
    };
    void load();
    Entry& entry(std::int64_t id);

    SQLite::Database& m_connection;
    bool m_isLoaded = false;
    std::deque<Entry> m_entries; ///< sorted by id; never moved, the keys below are their texts
    std::unordered_map<std::string_view, std::int64_t> m_byUserId;
};

/// The dictionaries of surfaces and models; new entries are written at once. Lives for one transaction.
class UsageNames
{
public:
    explicit UsageNames(SQLite::Database& connection);
    std::int64_t clientId(const std::string& client);
    std::int64_t modelId(const std::string& model, const std::optional<std::string>& speed);

private:
    using ModelKey = std::pair<std::string, std::optional<std::string>>;
    struct ModelHash
    {
        std::size_t operator()(const ModelKey& key) const
        {
            const std::hash<std::string> hash;
            return hash(key.first) * 31 + (key.second ? hash(*key.second) : 0);
        }
    };
    SQLite::Database& m_connection;
    std::unordered_map<std::string, std::int64_t> m_clients;
    std::unordered_map<ModelKey, std::int64_t, ModelHash> m_models;
};

} // namespace app::store
