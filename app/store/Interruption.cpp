// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Interruption.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <utility>

namespace app::store {

namespace {

// Steps of SQLite's virtual machine. A hundred rows or so: asking costs some nanoseconds, and a row that
// holds the sums of many people can take a while to work through.
constexpr int kAskEvery = 1'000;

int answer(void* question)
{
    return (*static_cast<const Interruption::Question*>(question))() ? 1 : 0;
}

} // namespace

Interruption::Interruption(const Database& database, Question isGivenUp)
    : m_database(database)
    , m_isGivenUp(std::move(isGivenUp))
{
    sqlite3_progress_handler(m_database.connection().getHandle(), kAskEvery, answer, &m_isGivenUp);
}

Interruption::~Interruption()
{
    sqlite3_progress_handler(m_database.connection().getHandle(), 0, nullptr, nullptr);
}

} // namespace app::store
