// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Result.h"
#include "core/WorkspaceId.h"
#include "records/Coverage.h"
#include "records/RequestRecord.h"
#include "store/StorageSummary.h"
#include "store/SyncState.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace app::store {
class Database;
}

/// What an administrator may hand to somebody who helps: one readable text, built from a fixed list of facts.
/// It is in English, whatever the language of the window, for it is read by others.
///
/// On the list: versions, operating system, locale and time zone; settings that are a number, a switch or a
/// choice; the state of the sync; counts and days of the cache; the last requests (no address); the tail of
/// the log. Not on the list, and without a field that could carry it: the key and its ending, people, names
/// of a workspace, hosts (the proxy's, the service's, this computer's), users, paths, ids beyond the last
/// four characters of the workspace's, texts of answers, figures of anybody's usage.
namespace app::exporting {

/// How many requests and lines of the log are at the end of a report.
inline constexpr int kDiagnosticRequests = 50;
inline constexpr int kDiagnosticLines = 200;

/// Numbers, switches and words; whatever is none of these is written as "?".
struct DiagnosticSettings
{
    int syncIntervalHours = 0;
    int backfillDays = 0;
    std::optional<int> retentionMonths; ///< none: everything is kept
    QString appearance; ///< a word: "system", "dark" …
    QString whenClosed;
    bool notifications = false;
    QString proxyMode; ///< "system", "http" …; never its host
    bool proxyAsksForPassword = false;
    bool hasExtraCertificates = false;
    int workspaces = 0;
    QString keyLocation; ///< "keychain" or "session"
    bool keyExpiryIsKnown = false;
    bool paused = false;
};

/// What the window knows about the sync of the workspace that it shows.
struct DiagnosticSync
{
    QString state; ///< a word: "idle", "failed" …
    QString key; ///< a word: "at-hand", "locked" …
    QString keychain; ///< a word: "used", "not-used", "unavailable" …
    std::optional<core::ErrorKind> error; ///< the kind only
    int httpStatus = 0; ///< of that error; 0: no answer
    std::optional<core::Instant> lastSuccessAt;
    std::optional<core::Instant> failingSince;
    std::optional<core::Instant> next;
};

/// What the cache says. Made by readDiagnostics().
struct DiagnosticStore
{
    int schemaVersion = 0;
    std::optional<core::ErrorKind> integrity; ///< none: whole
    store::StorageSummary storage;
    std::optional<records::Coverage>
        coverage; ///< from goalFrom to the day of the report; none without a goal
    std::int64_t requests = 0; ///< in the whole ledger
    std::int64_t failedRequests = 0;
    std::vector<records::RequestRecord> lastRequests; ///< newest first
    std::optional<store::LastSync> lastSync;
    std::optional<core::Instant> lastSuccessAt;
    std::optional<core::Instant> nextSyncAt;
    std::optional<core::Instant> lastSweepAt;
    int pageLimit = 0;
    bool workedBefore = false;
};

/// Everything that a report is made of. Filled by the caller; what is not here cannot be in it.
struct DiagnosticFacts
{
    core::Instant madeAt{};
    QString version; ///< of this program
    QString qtVersion;
    QString operatingSystem; ///< "Debian GNU/Linux 12 (bookworm)"
    QString kernel;
    QString architecture;
    QString display; ///< the platform plug-in: "xcb", "wayland"
    QString locale; ///< "de_DE"
    QString timeZone; ///< IANA id
    bool isDemo = false;
    std::optional<core::WorkspaceId> workspace; ///< only its last four characters are written
    DiagnosticSettings settings;
    DiagnosticSync sync;
    std::optional<DiagnosticStore> store; ///< none: no cache is open
    std::optional<core::ErrorKind> storeError; ///< why it could not be read
    QStringList logLines; ///< as the file has them, oldest first; see logTail()
};

/// Reads the cache for a report; checks the whole file, which takes seconds where it is large. For a reader
/// of the store. Errors as those of the queries, Cancelled when `stop` was requested.
core::Result<DiagnosticStore> readDiagnostics(
    const store::Database& database, core::UtcDay today, const std::stop_token& stop = {});

/// The last lines of the log files in `folder` (core::logFileNames()), oldest first; none where there is no
/// log.
QStringList logTail(const QString& folder, int most = kDiagnosticLines);

/// The report: UTF-8 text when written, lines end with LF. Pure.
QString diagnosticsReport(const DiagnosticFacts& facts);

/// A line of the log with every word that could be somebody's or somewhere's replaced by "…": of the text
/// stay plain lower-case words, numbers, days and times, and a few names of ours. Only lines of our own
/// categories keep a text at all; of others time, level and category stay.
QString safeLogLine(const QString& line);

} // namespace app::exporting
