// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace SQLite {
class Database;
}

namespace app::store {

/// Marks a file as a Threadcount cache (`PRAGMA application_id`): the letters "ThCt".
inline constexpr std::int32_t kApplicationId = 0x54684374;

/// One numbered step of the schema. Its statements, `then` and the bump of `PRAGMA user_version` happen in
/// one transaction. Never edit a step that was released: tests compare with the frozen schema of each
/// release.
struct Migration
{
    int version = 0;
    const char* title = "";
    std::span<const char* const> statements;
    /// Whoever opens a file after this step must know at least this version; raise it when an older program
    /// would misread the file or leave it inconsistent by writing.
    int minimumReader = 0;
    void (*then)(SQLite::Database& connection) = nullptr; ///< what SQL cannot say
};

/// All steps, ascending from 1. A new file is made by all of them from zero.
std::span<const Migration> migrations();

/// The schema that this program writes: the version of the last step.
int latestSchemaVersion();

/// Brings `connection` up to the last of `steps`. Steps that are done are skipped, also when another process
/// did them a moment ago. Throws SQLite::Exception; the steps before the one that failed stay, that one
/// leaves no trace.
void migrate(SQLite::Database& connection, std::span<const Migration> steps);

} // namespace app::store
