// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "core/WorkspaceId.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace app::store {

/// The folder that holds everything this program writes:
/// `DATA/{settings.ini,logs/,workspaces/<uuid>/{cache.db,sync.lock,…}}`, and for the demo the same beneath
/// `DATA/demo`. A folder that is foreign (not empty and without our marker file), owned by somebody else or
/// open to others is refused and never changed.
class DataFolder
{
public:
    /// THREADCOUNT_DATA_DIR, else the platform's application data folder.
    static QString standardPath();

    /// Checks `path` without writing anything. A folder that does not exist yet is fine.
    /// Errors: StoreFolderRefused, with the reason as detail and the path as subject.
    static core::Result<DataFolder> inspect(const QString& path);

    /// Creates the folder (0700) and its marker file when they are missing; the demo's folder brings the one
    /// above it along. Idempotent.
    core::Result<void> ensureCreated() const;

    /// True once the folder and its marker are there.
    [[nodiscard]] bool exists() const;
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString logFolder() const;
    [[nodiscard]] QString workspaceFolder(const core::WorkspaceId& workspace) const;
    /// Workspaces that have a cache, in the order of their ids.
    [[nodiscard]] std::vector<core::WorkspaceId> workspaces() const;
    /// The demo's own data folder beneath this one (its marker says demo).
    [[nodiscard]] DataFolder demo() const;

    /// What happens with the last cache to the files that all workspaces share: settings, logs, marker.
    enum class SharedFiles {
        GoWithLastCache,
        Keep ///< the settings still name a workspace that has no cache: it waits for its scope, say
    };
    /// Unlinks the fixed list of our own files of a workspace (the database, the copy that was made before
    /// its last upgrade, a damaged one that was set aside, each with what SQLite keeps beside it; the note of
    /// the last check; the lock) and the folder when it is then empty. With the last workspace also settings
    /// and logs, and the marker when nothing else is left in the data folder (without it what is left could
    /// never be used again); the demo's folder takes an otherwise empty one above it along. Never recursive.
    /// Returns the files that were deleted. The caller holds the WorkspaceLock and has closed the store.
    /// Errors: StoreFailed names the first file that could not be deleted; everything else on the list is
    /// gone then.
    core::Result<QStringList> eraseWorkspace(
        const core::WorkspaceId& workspace, SharedFiles shared = SharedFiles::GoWithLastCache) const;

private:
    DataFolder(QString path, bool isDemo)
        : m_path(std::move(path))
        , m_isDemo(isDemo)
    {
    }
    [[nodiscard]] QString markerFile() const;
    [[nodiscard]] bool isUnused() const; ///< nothing but the marker is in it

    QString m_path; ///< absolute and clean
    bool m_isDemo = false;
};

} // namespace app::store
