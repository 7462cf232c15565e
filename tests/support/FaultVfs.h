// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace support {

/// What SQLite asks of the operating system, as bits of a set.
enum class FileOperation : unsigned {
    Open = 1U << 0U,
    Delete = 1U << 1U,
    Look = 1U << 2U, ///< xAccess: is it there, may it be read
    Read = 1U << 3U,
    Write = 1U << 4U,
    Truncate = 1U << 5U,
    Sync = 1U << 6U,
    Size = 1U << 7U,
    Lock = 1U << 8U,
    MapShared = 1U << 9U, ///< xShmMap: the index of the write-ahead log grows
    LockShared = 1U << 10U,
};

/// Which access fails, how, and whether the ones after it do.
struct FaultPlan
{
    enum class Kind {
        IoError, ///< SQLITE_IOERR_*, or what this operation answers when the disk is broken
        DiskFull, ///< SQLITE_FULL for writing, and no room for a new file or a larger index
        ShortRead, ///< half of what was asked for, the rest zeros
    };
    Kind kind = Kind::IoError;
    std::int64_t at = 0; ///< the n-th access of that kind, from 1; 0 = none, only count
    bool fromThenOn = false;
};

/// A layer between SQLite and its usual files that counts every access and fails the ones that were asked
/// for. Real files lie beneath. While one lives, it sees all connections that were opened since, of every
/// thread of this process; one at a time.
class FaultVfs
{
public:
    /// Only files whose name begins with `folder` count.
    FaultVfs(const FaultPlan& plan, const QString& folder);
    ~FaultVfs();
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;

    /// Accesses that the plan's kind could have failed.
    [[nodiscard]] std::int64_t accesses() const;
    [[nodiscard]] bool hasFired() const;
    /// The first access that failed, for example "write cache.db-wal"; empty when none did.
    [[nodiscard]] QString firstFailure() const;
};

} // namespace support
