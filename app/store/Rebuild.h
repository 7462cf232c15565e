// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/UtcDay.h"

#include <QString>

#include <optional>

namespace app::store {

/// What rebuild() did.
struct Rebuilt
{
    QString setAside; ///< where the damaged file is now; empty when there was none
    /// The first day that was asked for, carried over; nullopt when it could not be read any more, so that
    /// the next sync begins with the usual 30 days.
    std::optional<core::UtcDay> goalFrom;
};

/// For a cache that is damaged beyond what SQLite puts right by itself: sets the file aside as
/// `cache.damaged.db` (an older one of that name goes; erase knows the name) and makes an empty cache, which
/// the next sync fills from the service. What can still be read of the old file is carried over: the first
/// day that was asked for, the origin, the workspace and the salt of pseudonyms. Days that OpenAI no longer
/// serves, those older than 90 days, cannot be fetched again; the damaged copy is all that is left of them.
///
/// `workspaceFolder` is the folder of `cache.db`. Takes the WorkspaceLock. The caller has closed its
/// WorkspaceStore; any thread, may take some seconds. The file is judged by the caller: this sets aside
/// whatever is there.
///
/// Errors: SyncRunning when the lock is held; StoreFailed when another program has the cache open, when a
/// folder stands under its name, or a file cannot be renamed; StoreTooNew, because a newer file is not
/// damaged; StoreFull. The old file is then where it was.
core::Result<Rebuilt> rebuild(const QString& workspaceFolder);

/// Opens the cache, reads all of it (checkIntegrity()), and calls rebuild() when it is damaged. nullopt: it
/// is whole, there is none, or it cannot be judged, which whoever opens it next is told.
core::Result<std::optional<Rebuilt>> rebuildIfDamaged(const QString& workspaceFolder);

/// `cache.damaged.db` beside `cache.db`.
QString damagedFileOf(const QString& databaseFile);

} // namespace app::store
