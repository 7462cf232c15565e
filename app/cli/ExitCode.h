// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

namespace app::cli {

/// What threadcount-cli ends with. Schedulers act on these numbers: never renumber.
enum class ExitCode : int {
    Done = 0,
    Usage = 2, ///< flags, arguments, workspace, export file
    KeyRejected = 3,
    ScopeMissing = 4,
    AccessDenied = 5,
    WorkspaceNotFound = 6,
    Throttled = 7,
    ServiceUnavailable = 8, ///< also offline, proxy and TLS
    UnexpectedAnswer = 9, ///< also: the service moved
    Store = 10, ///< the cache or another file of this computer
    NoKey = 11, ///< also: the keychain cannot be used
    SyncRunning = 12,
    Stopped = 130, ///< SIGINT or SIGTERM, after a clean stop
};

ExitCode exitCodeOf(core::ErrorKind kind);

} // namespace app::cli
