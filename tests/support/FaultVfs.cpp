// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/FaultVfs.h"

#include <QFile>
#include <QMutex>

#include <sqlite3.h>

#include <cstring>

namespace support {

namespace {

constexpr const char* kName = "threadcount-fault";

struct State
{
    QMutex mutex;
    bool isArmed = false;
    FaultPlan plan;
    QByteArray folder;
    std::int64_t accesses = 0;
    std::int64_t failures = 0;
    QByteArray firstFailure;
};

State& state()
{
    static State theOnly;
    return theOnly;
}

sqlite3_vfs* beneath()
{
    static sqlite3_vfs* const real = [] {
        sqlite3_initialize();
        return sqlite3_vfs_find(nullptr);
    }();
    return real;
}

bool canFail(FaultPlan::Kind kind, FileOperation operation, bool makesFile)
{
    switch (kind) {
    case FaultPlan::Kind::IoError: return true;
    case FaultPlan::Kind::ShortRead: return operation == FileOperation::Read;
    case FaultPlan::Kind::DiskFull:
        return operation == FileOperation::Write || operation == FileOperation::MapShared
            || (operation == FileOperation::Open && makesFile);
    }
    return false;
}

const char* nameOf(FileOperation operation)
{
    switch (operation) {
    case FileOperation::Open: return "open";
    case FileOperation::Delete: return "delete";
    case FileOperation::Look: return "look for";
    case FileOperation::Read: return "read";
    case FileOperation::Write: return "write";
    case FileOperation::Truncate: return "truncate";
    case FileOperation::Sync: return "sync";
    case FileOperation::Size: return "size of";
    case FileOperation::Lock: return "lock";
    case FileOperation::MapShared: return "map index of";
    case FileOperation::LockShared: return "lock index of";
    }
    return "";
}

/// Counts the access; true when it has to fail.
bool fails(FileOperation operation, const char* file, bool makesFile = false)
{
    State& now = state();
    const QMutexLocker lock(&now.mutex);
    if (!now.isArmed || !file || std::strncmp(file, now.folder.constData(), size_t(now.folder.size())) != 0
        || !canFail(now.plan.kind, operation, makesFile)) {
        return false;
    }
    ++now.accesses;
    const bool isDue = now.plan.at > 0
        && (now.plan.fromThenOn ? now.accesses >= now.plan.at : now.accesses == now.plan.at);
    if (isDue && ++now.failures == 1) {
        now.firstFailure = QByteArray(nameOf(operation)) + ' ' + QByteArray(file).mid(now.folder.size());
    }
    return isDue;
}

bool isFull()
{
    const QMutexLocker lock(&state().mutex);
    return state().plan.kind == FaultPlan::Kind::DiskFull;
}

bool isShortRead()
{
    const QMutexLocker lock(&state().mutex);
    return state().plan.kind == FaultPlan::Kind::ShortRead;
}

/// Our part of an open file; the real one follows it in memory.
struct FaultFile
{
    sqlite3_file base;
    const char* name; ///< SQLite keeps it until the file is closed; null for files without a name
    sqlite3_file* real;
};

FaultFile& ours(sqlite3_file* file)
{
    return *reinterpret_cast<FaultFile*>(file);
}

sqlite3_file* real(sqlite3_file* file)
{
    return ours(file).real;
}

int closeFile(sqlite3_file* file)
{
    const int result = real(file)->pMethods->xClose(real(file));
    file->pMethods = nullptr;
    return result;
}

int readFile(sqlite3_file* file, void* into, int amount, sqlite3_int64 offset)
{
    if (!fails(FileOperation::Read, ours(file).name)) {
        return real(file)->pMethods->xRead(real(file), into, amount, offset);
    }
    if (!isShortRead()) {
        return SQLITE_IOERR_READ;
    }
    const int result = real(file)->pMethods->xRead(real(file), into, amount, offset);
    if (result != SQLITE_OK) {
        return result;
    }
    const int kept = amount / 2;
    std::memset(static_cast<char*>(into) + kept, 0, static_cast<std::size_t>(amount - kept));
    return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset)
{
    if (!fails(FileOperation::Write, ours(file).name)) {
        return real(file)->pMethods->xWrite(real(file), from, amount, offset);
    }
    if (!isFull()) {
        return SQLITE_IOERR_WRITE;
    }
    // A disk that fills up takes the first part.
    real(file)->pMethods->xWrite(real(file), from, amount / 2, offset);
    return SQLITE_FULL;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    return fails(FileOperation::Truncate, ours(file).name)
        ? SQLITE_IOERR_TRUNCATE
        : real(file)->pMethods->xTruncate(real(file), size);
}

int syncFile(sqlite3_file* file, int flags)
{
    return fails(FileOperation::Sync, ours(file).name) ? SQLITE_IOERR_FSYNC
                                                       : real(file)->pMethods->xSync(real(file), flags);
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    return fails(FileOperation::Size, ours(file).name) ? SQLITE_IOERR_FSTAT
                                                       : real(file)->pMethods->xFileSize(real(file), size);
}

int lockFile(sqlite3_file* file, int level)
{
    return fails(FileOperation::Lock, ours(file).name) ? SQLITE_IOERR_LOCK
                                                       : real(file)->pMethods->xLock(real(file), level);
}

int unlockFile(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

int checkReservedLock(sqlite3_file* file, int* isReserved)
{
    return fails(FileOperation::Lock, ours(file).name)
        ? SQLITE_IOERR_CHECKRESERVEDLOCK
        : real(file)->pMethods->xCheckReservedLock(real(file), isReserved);
}

int controlFile(sqlite3_file* file, int operation, void* argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

int sectorSize(sqlite3_file* file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

int deviceCharacteristics(sqlite3_file* file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

int mapShared(sqlite3_file* file, int page, int pageSize, int extend, void volatile** address)
{
    if (fails(FileOperation::MapShared, ours(file).name)) {
        *address = nullptr;
        return isFull() ? SQLITE_IOERR_SHMSIZE : SQLITE_IOERR_SHMMAP;
    }
    return real(file)->pMethods->xShmMap(real(file), page, pageSize, extend, address);
}

int lockShared(sqlite3_file* file, int offset, int count, int flags)
{
    // Unlocking cannot fail in a way that SQLite would notice.
    const bool isLock = (flags & SQLITE_SHM_LOCK) != 0;
    return isLock && fails(FileOperation::LockShared, ours(file).name)
        ? SQLITE_IOERR_SHMLOCK
        : real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}

void sharedBarrier(sqlite3_file* file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}

int unmapShared(sqlite3_file* file, int deleteIt)
{
    return real(file)->pMethods->xShmUnmap(real(file), deleteIt);
}

const sqlite3_io_methods kMethods{2, closeFile, readFile, writeFile, truncateFile, syncFile, sizeOfFile,
    lockFile, unlockFile, checkReservedLock, controlFile, sectorSize, deviceCharacteristics, mapShared,
    lockShared, sharedBarrier, unmapShared, nullptr, nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flagsOut)
{
    FaultFile& made = ours(file);
    made.base.pMethods = nullptr;
    made.name = name;
    made.real = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(FaultFile));
    const bool makesFile = (flags & SQLITE_OPEN_CREATE) != 0;
    if (fails(FileOperation::Open, name, makesFile)) {
        return isFull() ? SQLITE_FULL : SQLITE_CANTOPEN;
    }
    const int result = beneath()->xOpen(beneath(), name, made.real, flags, flagsOut);
    if (made.real->pMethods) {
        made.base.pMethods = &kMethods;
    }
    return result;
}

int deleteFile(sqlite3_vfs*, const char* name, int syncFolder)
{
    return fails(FileOperation::Delete, name) ? SQLITE_IOERR_DELETE
                                              : beneath()->xDelete(beneath(), name, syncFolder);
}

int lookForFile(sqlite3_vfs*, const char* name, int flags, int* answer)
{
    return fails(FileOperation::Look, name) ? SQLITE_IOERR_ACCESS
                                            : beneath()->xAccess(beneath(), name, flags, answer);
}

sqlite3_vfs* layer()
{
    static sqlite3_vfs* const made = [] {
        static sqlite3_vfs copy = *beneath();
        copy.zName = kName;
        copy.szOsFile = static_cast<int>(sizeof(FaultFile)) + beneath()->szOsFile;
        copy.pNext = nullptr;
        copy.xOpen = openFile;
        copy.xDelete = deleteFile;
        copy.xAccess = lookForFile;
        return &copy;
    }();
    return made;
}

} // namespace

FaultVfs::FaultVfs(const FaultPlan& plan, const QString& folder)
{
    State& now = state();
    {
        const QMutexLocker lock(&now.mutex);
        Q_ASSERT(!now.isArmed);
        now.isArmed = true;
        now.plan = plan;
        now.folder = QFile::encodeName(folder);
        now.accesses = 0;
        now.failures = 0;
        now.firstFailure.clear();
    }
    sqlite3_vfs_register(layer(), 1);
}

FaultVfs::~FaultVfs()
{
    // Connections that are still open keep using the layer, which only passes on what it is not armed for.
    sqlite3_vfs_register(beneath(), 1);
    const QMutexLocker lock(&state().mutex);
    state().isArmed = false;
}

std::int64_t FaultVfs::accesses() const
{
    const QMutexLocker lock(&state().mutex);
    return state().accesses;
}

bool FaultVfs::hasFired() const
{
    const QMutexLocker lock(&state().mutex);
    return state().failures > 0;
}

QString FaultVfs::firstFailure() const
{
    const QMutexLocker lock(&state().mutex);
    return QFile::decodeName(state().firstFailure);
}

} // namespace support
