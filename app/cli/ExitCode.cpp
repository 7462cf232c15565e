// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/ExitCode.h"

namespace app::cli {

using core::ErrorKind;

ExitCode exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::BadUsage:
    case ErrorKind::FileRefused: return ExitCode::Usage;
    case ErrorKind::KeyRejected: return ExitCode::KeyRejected;
    case ErrorKind::ScopeMissing: return ExitCode::ScopeMissing;
    case ErrorKind::AccessDenied: return ExitCode::AccessDenied;
    case ErrorKind::WorkspaceNotFound: return ExitCode::WorkspaceNotFound;
    case ErrorKind::Throttled: return ExitCode::Throttled;
    case ErrorKind::ServiceUnavailable:
    case ErrorKind::Offline:
    case ErrorKind::ProxyFailed:
    case ErrorKind::TlsFailed: return ExitCode::ServiceUnavailable;
    case ErrorKind::ServiceMoved:
    case ErrorKind::UnexpectedAnswer: return ExitCode::UnexpectedAnswer;
    case ErrorKind::StoreFailed:
    case ErrorKind::StoreFull:
    case ErrorKind::StoreDamaged:
    case ErrorKind::StoreTooNew:
    case ErrorKind::StoreFolderRefused:
    case ErrorKind::FileFailed:
    case ErrorKind::Internal: return ExitCode::Store;
    case ErrorKind::NoKey:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainDenied:
    case ErrorKind::KeychainSilent: return ExitCode::NoKey;
    case ErrorKind::SyncRunning: return ExitCode::SyncRunning;
    case ErrorKind::Cancelled: return ExitCode::Stopped;
    }
    Q_UNREACHABLE();
}

} // namespace app::cli
