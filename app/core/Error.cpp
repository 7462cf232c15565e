// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Error.h"

namespace app::core {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ScopeMissing: return QStringLiteral("scope_missing");
    case ErrorKind::KeyRejected: return QStringLiteral("key_rejected");
    case ErrorKind::AccessDenied: return QStringLiteral("access_denied");
    case ErrorKind::WorkspaceNotFound: return QStringLiteral("workspace_not_found");
    case ErrorKind::ServiceMoved: return QStringLiteral("service_moved");
    case ErrorKind::Throttled: return QStringLiteral("throttled");
    case ErrorKind::ServiceUnavailable: return QStringLiteral("service_unavailable");
    case ErrorKind::Offline: return QStringLiteral("offline");
    case ErrorKind::ProxyFailed: return QStringLiteral("proxy_failed");
    case ErrorKind::TlsFailed: return QStringLiteral("tls_failed");
    case ErrorKind::UnexpectedAnswer: return QStringLiteral("unexpected_answer");
    case ErrorKind::Cancelled: return QStringLiteral("cancelled");
    case ErrorKind::BadUsage: return QStringLiteral("bad_usage");
    case ErrorKind::StoreFailed: return QStringLiteral("store_failed");
    case ErrorKind::StoreFull: return QStringLiteral("store_full");
    case ErrorKind::StoreDamaged: return QStringLiteral("store_damaged");
    case ErrorKind::StoreTooNew: return QStringLiteral("store_too_new");
    case ErrorKind::StoreFolderRefused: return QStringLiteral("store_folder_refused");
    case ErrorKind::NoKey: return QStringLiteral("no_key");
    case ErrorKind::KeychainUnavailable: return QStringLiteral("keychain_unavailable");
    case ErrorKind::KeychainLocked: return QStringLiteral("keychain_locked");
    case ErrorKind::KeychainDenied: return QStringLiteral("keychain_denied");
    case ErrorKind::KeychainSilent: return QStringLiteral("keychain_silent");
    case ErrorKind::SyncRunning: return QStringLiteral("sync_running");
    case ErrorKind::FileRefused: return QStringLiteral("file_refused");
    case ErrorKind::FileFailed: return QStringLiteral("file_failed");
    case ErrorKind::Internal: return QStringLiteral("internal");
    }
    Q_UNREACHABLE();
}

} // namespace app::core
