// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "store/Migrations.h"

#include <QString>
#include <QStringList>

#include <span>

/// The way from an older schema to ours, with a copy of the file in case the new one turns out worse. Private
/// to store/.
namespace app::store {

/// Names beside the database that SQLite itself may make.
QStringList withCompanions(const QString& databaseFile);

/// The copy that upgrade() makes, `cache.backup.db` beside `cache.db`, and its name while it is unfinished.
QString backupFileOf(const QString& databaseFile);
QString unfinishedBackupFileOf(const QString& databaseFile);

/// Brings the file of `connection` up to the last of `steps`. A file that holds an older schema is copied
/// first (page by page, through SQLite, so that what is still in the write-ahead log is in the copy; mode
/// 0600; written to disk before the first step begins). The copy is never used by the program itself: it is
/// there for whoever has to help, stays until a later start has found the upgraded file whole (see
/// WorkspaceStore::checkWhenDue()), and erase deletes it.
///
/// Errors: StoreFull when there is no room for the copy or the step, StoreFailed. The file then holds the
/// schema of the last step that succeeded. Throws what SQLite throws, which guarded() or the caller turns
/// into those.
core::Result<void> upgrade(
    SQLite::Database& connection, const QString& file, std::span<const Migration> steps);

/// Creates `file` empty with mode 0600, or makes an existing one private. SQLite would make it readable for
/// others, and -wal and -shm copy its mode. Errors: StoreFull, StoreFailed.
core::Result<void> ensurePrivateFile(const QString& file);

} // namespace app::store
