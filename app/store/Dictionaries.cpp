// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Dictionaries.h"

#include <algorithm>

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

void Engineers::load()
{
    if (m_isLoaded) {
        return;
    }
    m_isLoaded = true;
    SQLite::Statement select(m_connection,
        "SELECT id, user_id, email, email_day, actor_type, actor_type_day, first_day, last_day FROM engineer"
        " ORDER BY id");
    while (select.executeStep()) {
        sql::RowReader row(select);
        Entry found;
        found.id = row.integer();
        found.userId = row.optionalText();
        found.email = row.optionalText();
        found.emailDay = row.optionalDay();
        found.actorType = row.optionalText();
        found.actorTypeDay = row.optionalDay();
        found.firstDay = row.optionalDay();
        found.lastDay = row.optionalDay();
        m_nextId = std::max(m_nextId, found.id + 1);
        insert(std::move(found));
    }
}

void Engineers::insert(Entry entry)
{
    m_byId.emplace(entry.id, m_entries.size());
    if (entry.userId) {
        m_byUserId.emplace(*entry.userId, m_entries.size());
    }
    m_entries.push_back(std::move(entry));
}

Engineers::Entry& Engineers::entry(std::int64_t id)
{
    load();
    return m_entries.at(m_byId.at(id));
}

std::int64_t Engineers::idOf(const std::string& userId)
{
    load();
    const auto found = m_byUserId.find(userId);
    if (found != m_byUserId.end()) {
        return m_entries[found->second].id;
    }
    Entry made;
    made.id = m_nextId++;
    made.userId = userId;
    made.isChanged = true;
    const std::int64_t id = made.id;
    insert(std::move(made));
    return id;
}

void Engineers::see(const records::Identity& identity, core::UtcDay day)
{
    Entry& seen = entry(idOf(*identity.userId));
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
    SQLite::Statement replace(m_connection,
        "INSERT INTO engineer (id, user_id, email, email_day, actor_type, actor_type_day, first_day, "
        "last_day)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET email = excluded.email, email_day = excluded.email_day,"
        " actor_type = excluded.actor_type, actor_type_day = excluded.actor_type_day,"
        " first_day = excluded.first_day, last_day = excluded.last_day");
    for (Entry& seen : m_entries) {
        if (seen.isChanged) {
            sql::run(replace, seen.id, seen.userId, seen.email, seen.emailDay, seen.actorType,
                seen.actorTypeDay, seen.firstDay, seen.lastDay);
            seen.isChanged = false;
        }
    }
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
