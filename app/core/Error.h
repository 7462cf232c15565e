// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace app::core {

/// What went wrong, named after what happens next. The kinds of an answer follow the one table of the sync
/// design ("Answers, in this order"); every kind has its sentence, causes and next step in app/messages.
enum class ErrorKind {
    // Answers of the service
    ScopeMissing, ///< 401 or 403 whose text names missing scopes: wait for the scope
    KeyRejected, ///< other 401: enter another key
    AccessDenied, ///< other 403: wrong organisation, plan, role or network
    WorkspaceNotFound, ///< 404: check the workspace id
    ServiceMoved, ///< 404/410 on all three endpoints with an id that worked before: update the app
    Throttled, ///< 429: try again at the named time
    ServiceUnavailable, ///< 5xx, HTML, refused, reset, timed out, truncated: try again later
    Offline, ///< the host name could not be resolved: try again when the network is back
    ProxyFailed, ///< the proxy refused or needs a password
    TlsFailed, ///< no trustworthy connection
    UnexpectedAnswer, ///< redirect, 400, 422, wrong JSON, bad number, repeating cursor: report it

    // This computer
    Cancelled, ///< the person or a signal asked to stop
    BadUsage, ///< a flag, setting or argument cannot be used
    StoreFailed, ///< reading or writing the local cache failed
    StoreFull, ///< no space left
    StoreDamaged, ///< the file is no readable database of ours
    StoreTooNew, ///< written by a newer Threadcount; left untouched
    StoreFolderRefused, ///< the data folder is not ours, not private, or not writable
    NoKey, ///< no key is stored or was given
    KeychainUnavailable, ///< there is no system keychain, or it does not work
    KeychainLocked, ///< the keychain is locked
    KeychainDenied, ///< the keychain refused access
    KeychainSilent, ///< the keychain did not answer in time
    SyncRunning, ///< another process or window is syncing this workspace
    FileRefused, ///< the export file exists, is a link, or is no regular file
    FileFailed, ///< writing the export file failed
    Internal, ///< a broken invariant of ours
};

/// One failure as a value: copyable, free of secrets, safe to log and to pass between threads. It holds no
/// sentence for the screen; app/messages makes that.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    int httpStatus = 0; ///< 0 = no answer arrived
    std::optional<std::chrono::seconds> retryAfter; ///< as the service asked, from the moment of the answer
    QString detail; ///< redacted English, one line, for logs and "Details"
    QString subject; ///< what it was about: an endpoint, a file name, a field
};

/// The stable name of a kind in JSON, logs and the request ledger, for example "key_rejected".
QString errorKindName(ErrorKind kind);

} // namespace app::core
