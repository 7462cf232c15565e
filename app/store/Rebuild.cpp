// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Rebuild.h"

#include "core/Log.h"
#include "store/Guarded.h"
#include "store/Integrity.h"
#include "store/SyncState.h"
#include "store/Upgrade.h"
#include "store/WorkspaceLock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace app::store {

namespace {

constexpr off_t kFirstSharedByte = 0x40000002; ///< SQLite file format, "File Locks": SHARED_FIRST
constexpr off_t kSharedBytes = 510;

core::Result<void> failed(int reason, const QString& file)
{
    return core::failure(core::ErrorKind::StoreFailed, QString::fromLocal8Bit(std::strerror(reason)), file);
}

/// Whether another process has the database open: in WAL mode every connection holds a shared lock for as
/// long as it lives. Moving the file away under it would make it delete our new write-ahead log one day.
bool isOpenElsewhere(const QString& file)
{
    const int fd = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0) {
        return false;
    }
    struct flock wanted = {};
    wanted.l_type = F_WRLCK;
    wanted.l_whence = SEEK_SET;
    wanted.l_start = kFirstSharedByte;
    wanted.l_len = kSharedBytes;
    const bool isLocked = ::fcntl(fd, F_GETLK, &wanted) == 0 && wanted.l_type != F_UNLCK;
    ::close(fd);
    return isLocked;
}

/// What the old file still tells. Each on its own: one may be readable when the other is not.
struct Kept
{
    std::optional<core::UtcDay> goalFrom;
    std::optional<std::string> workspace;
    std::optional<std::string> origin;
    std::optional<std::string> salt;
};

Kept readWhatIsLeft(const QString& file)
{
    Kept kept;
    const auto ask = [&file](const char* sql, auto take) {
        try {
            SQLite::Database old(QFile::encodeName(file).constData(), SQLite::OPEN_READONLY);
            SQLite::Statement select(old, sql);
            if (select.executeStep() && !select.isColumnNull(0)) {
                take(select.getColumn(0));
            }
        } catch (const SQLite::Exception& exception) {
            qCDebug(lcStore).noquote() << "not carried over from the damaged cache:" << exception.what();
        }
    };
    ask("SELECT goal_from FROM sync_state WHERE typeof(goal_from) = 'integer'",
        [&](const SQLite::Column& column) { kept.goalFrom = core::UtcDay::fromNumber(column.getInt()); });
    ask("SELECT workspace_id FROM sync_state",
        [&](const SQLite::Column& column) { kept.workspace = column.getString(); });
    ask("SELECT origin FROM sync_state",
        [&](const SQLite::Column& column) { kept.origin = column.getString(); });
    ask("SELECT salt FROM store_info WHERE length(salt) = 32 AND typeof(salt) = 'blob'",
        [&](const SQLite::Column& column) { kept.salt = column.getString(); });
    return kept;
}

/// Renames the database and what SQLite keeps beside it; the log belongs to the damaged file.
core::Result<QString> setAside(const QString& file)
{
    const QStringList from = withCompanions(file);
    const QStringList to = withCompanions(damagedFileOf(file));
    for (const QString& name : to) {
        if (::unlink(QFile::encodeName(name).constData()) != 0 && errno != ENOENT) {
            return core::failure(failed(errno, name).error());
        }
    }
    QString moved;
    // The database last: while it has its name, nothing has happened.
    for (qsizetype i = from.size() - 1; i >= 0; --i) {
        const QByteArray oldName = QFile::encodeName(from[i]);
        if (from[i].endsWith(QLatin1String("-shm")) || (i > 0 && QFileInfo(from[i]).size() == 0)) {
            ::unlink(oldName.constData()); // an index of the log, or nothing
        } else if (std::rename(oldName.constData(), QFile::encodeName(to[i]).constData()) == 0) {
            moved = to[i];
        } else if (errno != ENOENT) {
            return core::failure(failed(errno, from[i]).error());
        }
    }
    return moved == to.first() ? moved : QString();
}

core::Result<void> carryOver(Database& database, const Kept& kept)
{
    return guarded(database, [&]() -> core::Result<void> {
        if (kept.salt) {
            SQLite::Statement update(database.connection(), "UPDATE store_info SET salt = ?");
            update.bind(1, kept.salt->data(), static_cast<int>(kept.salt->size()));
            update.exec();
        }
        auto state = loadSyncState(database);
        if (!state) {
            return core::failure(state.error());
        }
        state->goalFrom = kept.goalFrom;
        if (kept.workspace) {
            state->workspace = core::WorkspaceId::parse(QString::fromStdString(*kept.workspace));
        }
        if (kept.origin) {
            state->origin = QString::fromStdString(*kept.origin);
        }
        return saveSyncState(database, *state);
    });
}

} // namespace

QString damagedFileOf(const QString& databaseFile)
{
    const QFileInfo info(databaseFile);
    return info.path() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".damaged.db");
}

core::Result<std::optional<Rebuilt>> rebuildIfDamaged(const QString& workspaceFolder)
{
    const QString file = QDir(workspaceFolder).filePath(QStringLiteral("cache.db"));
    if (!QFileInfo::exists(file)) {
        return std::optional<Rebuilt>();
    }
    const core::Result<void> whole = [&]() -> core::Result<void> {
        const auto opened = Database::open(file, Database::Access::ReadWrite);
        if (!opened) {
            return core::failure(opened.error());
        }
        return checkIntegrity(**opened);
    }();
    if (whole || whole.error().kind != core::ErrorKind::StoreDamaged) {
        return std::optional<Rebuilt>();
    }
    core::Result<Rebuilt> rebuilt = rebuild(workspaceFolder);
    if (!rebuilt) {
        return core::failure(rebuilt.error());
    }
    return std::optional<Rebuilt>(std::move(*rebuilt));
}

core::Result<Rebuilt> rebuild(const QString& workspaceFolder)
{
    const QString file = QDir(workspaceFolder).filePath(QStringLiteral("cache.db"));
    const auto lock = WorkspaceLock::acquire(workspaceFolder);
    if (!lock) {
        return core::failure(lock.error());
    }
    struct stat info = {};
    const bool isThere = ::lstat(QFile::encodeName(file).constData(), &info) == 0;
    if (isThere && S_ISDIR(info.st_mode) && ::rmdir(QFile::encodeName(file).constData()) != 0) {
        return core::failure(core::ErrorKind::StoreFailed,
            QStringLiteral("a folder that is not empty stands where the cache belongs; move it away"), file);
    }
    Kept kept;
    if (isThere && S_ISREG(info.st_mode)) {
        if (isOpenElsewhere(file)) {
            return core::failure(core::ErrorKind::StoreFailed,
                QStringLiteral("another program has the cache open; close it first"), file);
        }
        // Not by opening it as ours: that says "damaged" for many reasons and "too new" for one.
        if (const auto opened = Database::open(file, Database::Access::ReadOnly);
            !opened && opened.error().kind == core::ErrorKind::StoreTooNew) {
            return core::failure(opened.error());
        }
        kept = readWhatIsLeft(file);
    }
    const core::Result<QString> aside = setAside(file);
    if (!aside) {
        return core::failure(aside.error());
    }
    ::unlink(QFile::encodeName(checkNoteOf(file)).constData());
    auto made = Database::open(file, Database::Access::ReadWrite);
    if (!made) {
        return core::failure(made.error());
    }
    if (auto carried = carryOver(**made, kept); !carried) {
        return core::failure(carried.error());
    }
    qCInfo(lcStore, "the damaged cache was set aside and an empty one was made");
    return Rebuilt{*aside, kept.goalFrom};
}

} // namespace app::store
