// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace SQLite {
class Database;
}

namespace app::store {

/// Makes every sum, set and block of every day and week anew from the facts, one week in memory at a time,
/// and compares them with what is stored: a column that is packed looks whole to SQLite whatever its bits
/// say. Throws std::out_of_range at the first difference (StoreDamaged behind guarded()), SQLite::Exception
/// when it cannot read; ends early when stopped. Private to store/.
void checkRollups(SQLite::Database& connection, const std::stop_token& stop);

} // namespace app::store
