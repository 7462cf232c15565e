// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/WorkspaceId.h"
#include "records/RequestRecord.h"
#include "secrets/SecretStore.h"
#include "settings/Settings.h"
#include "store/DataFolder.h"

#include <QCoroTask>

#include <optional>
#include <vector>

namespace app::setup {

/// What is written when the person commits.
struct CommitRequest
{
    core::WorkspaceId workspace;
    secrets::ApiKey key;
    settings::KeyLocation keyLocation = settings::KeyLocation::Keychain;
    int backfillDays = 30;
    bool waitingForScope = false; ///< committed with *Keep checking*; no backfill yet
    std::vector<records::RequestRecord> requests = {}; ///< of the checks so far, for the ledger
    std::optional<settings::NetworkSettings> network = {}; ///< nullopt: it stays as it is
};

/// Writes a finished setup, in this order: data folder → key → settings → cache. When a step fails, what the
/// earlier ones wrote is undone in reverse, what was there before (another workspace, an older key, a cache)
/// is brought back or left as it was, and the first error is returned.
///
/// Used in the main thread; the cache is made on a pool thread. A value that borrows nothing: the secret
/// store is passed to each call and must outlive the returned task.
class SetupCommitter
{
public:
    SetupCommitter(store::DataFolder folder, QString origin);

    /// Committing again what is already there succeeds and changes only what differs.
    QCoro::Task<core::Result<void>> commit(CommitRequest request, secrets::SecretStore* secretStore);

    /// Takes back a commit that waits for its scope: key, settings entry and the still empty cache.
    QCoro::Task<core::Result<void>> discard(core::WorkspaceId workspace, secrets::SecretStore* secretStore);

    /// Remembers where a closed wizard continues.
    [[nodiscard]] core::Result<void> saveResume(const settings::SetupResume& resume) const;
    /// Forgets that, and removes folder and settings when they hold nothing else.
    [[nodiscard]] core::Result<void> dropResume() const;
    /// The wizard was left for the dashboards.
    [[nodiscard]] core::Result<void> markFinished(const core::WorkspaceId& workspace) const;
    /// The stored settings; defaults when there is no file yet. Creates nothing.
    [[nodiscard]] core::Result<settings::Settings> loadSettings() const;

private:
    store::DataFolder m_folder;
    QString m_origin;
};

} // namespace app::setup
