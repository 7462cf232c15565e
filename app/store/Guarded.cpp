// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Guarded.h"

#include "core/Redaction.h"

#include <sqlite3.h>

#include <cerrno>

namespace app::store {

core::Error storeError(const SQLite::Exception& exception, int systemError)
{
    core::Error error;
    switch (exception.getErrorCode()) {
    case SQLITE_FULL: error.kind = core::ErrorKind::StoreFull; break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: error.kind = core::ErrorKind::StoreDamaged; break;
    case SQLITE_IOERR:
        // SQLite reports SQLITE_FULL for ENOSPC only; a used-up quota arrives as a plain write error.
        error.kind = systemError == EDQUOT || systemError == ENOSPC ? core::ErrorKind::StoreFull
                                                                    : core::ErrorKind::StoreFailed;
        break;
    case SQLITE_INTERRUPT: error.kind = core::ErrorKind::Cancelled; break;
    default: error.kind = core::ErrorKind::StoreFailed; break;
    }
    error.detail = core::redacted(QStringLiteral("SQLite %1: %2")
                                      .arg(exception.getExtendedErrorCode())
                                      .arg(QString::fromUtf8(exception.what())));
    return error;
}

core::Error contradictionError(const std::exception& exception)
{
    core::Error error;
    error.kind = core::ErrorKind::StoreDamaged;
    error.detail = QStringLiteral("the cache contradicts itself: %1").arg(QLatin1String(exception.what()));
    return error;
}

int lastSystemError(const Database& database)
{
    return sqlite3_system_errno(database.connection().getHandle());
}

} // namespace app::store
