// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Dictionaries.h"

#include "store/LotInsert.h"
#include "store/RawRows.h"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

namespace app::store {

namespace {

/// Takes over `value` unless a newer day already gave one.
bool takeNewest(std::optional<std::string>& kept, std::optional<core::UtcDay>& keptDay,
    const std::optional<std::string>& value, core::UtcDay day)
{
    if (!value || (keptDay && day < *keptDay) || (kept == value && keptDay == day)) {
        return false;
    }
    if (kept != value) {
        kept = value;
    }
    keptDay = day;
    return true;
}

} // namespace

std::optional<std::int64_t> engineerIdOf(
    SQLite::Database& connection, const std::optional<std::string>& userId)
{
    if (!userId) {
        return kUnattributed;
    }
    SQLite::Statement look(connection, "SELECT id FROM engineer WHERE user_id = ?");
    sql::start(look, *userId);
    return look.executeStep() ? std::optional(sql::RowReader(look).integer()) : std::nullopt;
}

void Engineers::load()
{
    if (m_isLoaded) {
        return;
    }
    m_isLoaded = true;
    RawRows rows(m_connection,
        "SELECT id, user_id, email, email_day, actor_type, actor_type_day, first_day, last_day FROM engineer"
        " ORDER BY id");
    while (rows.next()) {
        Entry& found = m_entries.emplace_back();
        found.id = rows.integer();
        found.userId = rows.optionalText();
        found.email = rows.optionalText();
        found.emailDay = rows.optionalDay();
        found.actorType = rows.optionalText();
        found.actorTypeDay = rows.optionalDay();
        found.firstDay = rows.optionalDay();
        found.lastDay = rows.optionalDay();
    }
    m_byUserId.reserve(2 * m_entries.size());
    for (const Entry& found : m_entries) {
        if (found.userId) {
            m_byUserId.emplace(*found.userId, found.id);
        }
    }
}

Engineers::Entry& Engineers::entry(std::int64_t id)
{
    load();
    // Until somebody is forgotten there are no gaps, and the id is the place.
    const auto place = static_cast<std::size_t>(id);
    if (place < m_entries.size() && m_entries[place].id == id) {
        return m_entries[place];
    }
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), id,
        [](const Entry& candidate, std::int64_t wanted) { return candidate.id < wanted; });
    if (found == m_entries.end() || found->id != id) {
        throw std::out_of_range("a row of an engineer that is not there");
    }
    return *found;
}

std::int64_t Engineers::idOf(const std::string& userId)
{
    load();
    const auto found = m_byUserId.find(userId);
    if (found != m_byUserId.end()) {
        return found->second;
    }
    const std::int64_t id = m_entries.empty() ? 1 : m_entries.back().id + 1;
    Entry& made = m_entries.emplace_back();
    made.id = id;
    made.userId = userId;
    made.isChanged = true;
    m_byUserId.emplace(*made.userId, id);
    return id;
}

void Engineers::see(std::int64_t engineer, const records::Identity& identity, core::UtcDay day)
{
    Entry& seen = entry(engineer);
    const bool hasNewEmail = takeNewest(seen.email, seen.emailDay, identity.email, day);
    const bool hasNewType = takeNewest(seen.actorType, seen.actorTypeDay, identity.actorType, day);
    seen.isChanged = seen.isChanged || hasNewEmail || hasNewType;
}

void Engineers::addDay(std::int64_t engineer, core::UtcDay day)
{
    Entry& seen = entry(engineer);
    if (!seen.firstDay || day < *seen.firstDay) {
        seen.firstDay = day;
        seen.isChanged = true;
    }
    if (!seen.lastDay || *seen.lastDay < day) {
        seen.lastDay = day;
        seen.isChanged = true;
    }
}

bool Engineers::removeDay(std::int64_t engineer, core::UtcDay day)
{
    const Entry& seen = entry(engineer);
    return seen.firstDay == day || seen.lastDay == day;
}

void Engineers::setDays(std::int64_t engineer, const std::optional<core::DayRange>& days)
{
    Entry& seen = entry(engineer);
    seen.firstDay = days ? std::optional(days->first) : std::nullopt;
    seen.lastDay = days ? std::optional(days->last) : std::nullopt;
    seen.isChanged = true;
}

void Engineers::save()
{
    std::vector<const Entry*> changed;
    for (Entry& seen : m_entries) {
        if (std::exchange(seen.isChanged, false)) {
            changed.push_back(&seen);
        }
    }
    LotInsert replace(m_connection,
        "INSERT INTO engineer (id, user_id, email, email_day, actor_type, actor_type_day, first_day, "
        "last_day)",
        8,
        " ON CONFLICT (id) DO UPDATE SET email = excluded.email, email_day = excluded.email_day,"
        " actor_type = excluded.actor_type, actor_type_day = excluded.actor_type_day,"
        " first_day = excluded.first_day, last_day = excluded.last_day");
    replace.run(
        std::span(std::as_const(changed)), [](SQLite::Statement& statement, int& index, const Entry* seen) {
            sql::bindNext(statement, index, seen->id);
            sql::bindNext(statement, index, seen->userId);
            sql::bindNext(statement, index, seen->email);
            sql::bindNext(statement, index, seen->emailDay);
            sql::bindNext(statement, index, seen->actorType);
            sql::bindNext(statement, index, seen->actorTypeDay);
            sql::bindNext(statement, index, seen->firstDay);
            sql::bindNext(statement, index, seen->lastDay);
        });
}

UsageNames::UsageNames(SQLite::Database& connection)
    : m_connection(connection)
{
    SQLite::Statement clients(connection, "SELECT id, client_id FROM client");
    while (clients.executeStep()) {
        sql::RowReader row(clients);
        const std::int64_t id = row.integer();
        m_clients.emplace(row.text(), id);
    }
    SQLite::Statement models(connection, "SELECT id, model, speed FROM model");
    while (models.executeStep()) {
        sql::RowReader row(models);
        const std::int64_t id = row.integer();
        std::string model = row.text();
        m_models.emplace(ModelKey(std::move(model), row.optionalText()), id);
    }
}

std::int64_t UsageNames::clientId(const std::string& client)
{
    const auto found = m_clients.find(client);
    if (found != m_clients.end()) {
        return found->second;
    }
    SQLite::Statement insert(m_connection, "INSERT INTO client (client_id) VALUES (?)");
    sql::run(insert, client);
    const std::int64_t id = m_connection.getLastInsertRowid();
    m_clients.emplace(client, id);
    return id;
}

std::int64_t UsageNames::modelId(const std::string& model, const std::optional<std::string>& speed)
{
    const ModelKey key(model, speed);
    const auto found = m_models.find(key);
    if (found != m_models.end()) {
        return found->second;
    }
    SQLite::Statement insert(m_connection, "INSERT INTO model (model, speed) VALUES (?, ?)");
    sql::run(insert, model, speed);
    const std::int64_t id = m_connection.getLastInsertRowid();
    m_models.emplace(key, id);
    return id;
}

} // namespace app::store
