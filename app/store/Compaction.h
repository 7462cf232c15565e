// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "store/Database.h"

/// Gives room that was freed back to the file system, a little at a time. Not VACUUM: that copies the whole
/// cache to a temporary file elsewhere and then through the write-ahead log, so it needs three times the
/// room, and nobody can write meanwhile. All want the writer thread. Errors: StoreFull, StoreDamaged,
/// StoreFailed.
namespace app::store {

/// Enough is free to be worth moving pages about: more than a quarter of the file and more than 50 MB. Less
/// is soon used again. Never due for a file that was made before 0.5.0: it keeps its size until it is
/// rebuilt.
core::Result<bool> isCompactionDue(const Database& database);

/// Moves pages from the end of the file to free places, one transaction of some 50 ms, and cuts the end off.
/// True while there is more to do. Whoever stops in between loses nothing.
core::Result<bool> compactStep(Database& database);

/// Carries the write-ahead log into the file and empties it, so that what was deleted is readable in neither.
/// A reader in the midst of a query is not waited for: the log is emptied later then, when it is used again.
core::Result<void> emptyLog(Database& database);

} // namespace app::store
