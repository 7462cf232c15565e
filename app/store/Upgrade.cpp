// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Upgrade.h"

#include "core/Log.h"

#include <QFile>
#include <QFileInfo>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace app::store {

namespace {

/// Beside the copy, the steps and the write-ahead log want some room, too.
constexpr std::uint64_t kSpareBytes = 16U * 1024 * 1024;

core::Result<void> systemFailure(int reason, const QString& file)
{
    const auto kind
        = reason == ENOSPC || reason == EDQUOT ? core::ErrorKind::StoreFull : core::ErrorKind::StoreFailed;
    return core::failure(kind, QString::fromLocal8Bit(std::strerror(reason)), file);
}

core::Result<void> checkRoom(const QString& folder, std::uint64_t bytes)
{
    struct statvfs info = {};
    if (::statvfs(QFile::encodeName(folder).constData(), &info) != 0) {
        return systemFailure(errno, folder);
    }
    if (std::uint64_t{info.f_bavail} * std::uint64_t{info.f_frsize} < bytes) {
        return core::failure(core::ErrorKind::StoreFull,
            QStringLiteral("a copy of the cache is made before it is upgraded, and there is no room for it"),
            folder);
    }
    return {};
}

void removeWithCompanions(const QString& file)
{
    const QStringList names = withCompanions(file);
    for (const QString& name : names) {
        ::unlink(QFile::encodeName(name).constData());
    }
}

core::Result<void> makeBackup(SQLite::Database& connection, const QString& file)
{
    const auto pages = connection.execAndGet("PRAGMA page_count").getInt64();
    const auto pageSize = connection.execAndGet("PRAGMA page_size").getInt64();
    const QString folder = QFileInfo(file).path();
    if (auto room = checkRoom(folder, static_cast<std::uint64_t>(pages * pageSize) + kSpareBytes); !room) {
        return room;
    }
    const QString unfinished = unfinishedBackupFileOf(file);
    removeWithCompanions(unfinished);
    if (auto made = ensurePrivateFile(unfinished); !made) {
        return made;
    }
    {
        SQLite::Database copy(QFile::encodeName(unfinished).constData(), SQLite::OPEN_READWRITE);
        // Whatever interrupts this leaves the unfinished name behind, which is never taken for a copy.
        copy.exec("PRAGMA journal_mode = OFF");
        copy.exec("PRAGMA synchronous = FULL");
        SQLite::Backup backup(copy, connection);
        if (const int result = backup.executeStep(-1); result != SQLITE_DONE) {
            throw SQLite::Exception(copy.getHandle(), result);
        }
    }
    if (std::rename(
            QFile::encodeName(unfinished).constData(), QFile::encodeName(backupFileOf(file)).constData())
        != 0) {
        return systemFailure(errno, backupFileOf(file));
    }
    return {};
}

} // namespace

QStringList withCompanions(const QString& databaseFile)
{
    return {databaseFile, databaseFile + QStringLiteral("-wal"), databaseFile + QStringLiteral("-shm"),
        databaseFile + QStringLiteral("-journal")};
}

QString backupFileOf(const QString& databaseFile)
{
    const QFileInfo info(databaseFile);
    return info.path() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".backup.db");
}

QString unfinishedBackupFileOf(const QString& databaseFile)
{
    return backupFileOf(databaseFile) + QStringLiteral(".new");
}

core::Result<void> upgrade(
    SQLite::Database& connection, const QString& file, std::span<const Migration> steps)
{
    const int version = connection.execAndGet("PRAGMA user_version").getInt();
    if (version > 0 && version < steps.back().version) {
        if (auto copied = makeBackup(connection, file); !copied) {
            return copied;
        }
        qCInfo(lcStore, "upgrading the cache from schema %d to %d; a copy is kept until the next start",
            version, steps.back().version);
    }
    migrate(connection, steps);
    return {};
}

core::Result<void> ensurePrivateFile(const QString& file)
{
    constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;
    const QByteArray name = QFile::encodeName(file);
    // A file that exists is never opened here: closing it would take the locks of this process with it
    // (fcntl(2), "advisory record locking").
    const int fd = ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, kOwnerOnly);
    if (fd >= 0) {
        const int reason = ::fchmod(fd, kOwnerOnly) == 0 ? 0 : errno;
        ::close(fd);
        return reason == 0 ? core::Result<void>() : systemFailure(reason, file);
    }
    if (errno != EEXIST) {
        return systemFailure(errno, file);
    }
    struct stat info = {};
    if (::lstat(name.constData(), &info) != 0) {
        return systemFailure(errno, file);
    }
    if ((info.st_mode & 07777) != kOwnerOnly && ::chmod(name.constData(), kOwnerOnly) != 0) {
        return systemFailure(errno, file);
    }
    return {};
}

} // namespace app::store
