// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "setup/SetupCommitter.h"

#include "store/RequestLedger.h"
#include "store/SyncState.h"
#include "store/WorkspaceLock.h"
#include "store/WorkspaceStore.h"

#include <QCoroFuture>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrent>

#include <optional>
#include <utility>

namespace app::setup {

namespace {

using settings::Settings;

core::Result<Settings> load(const store::DataFolder& folder)
{
    if (!QFileInfo::exists(folder.settingsFile())) {
        return Settings{};
    }
    return Settings::load(folder.settingsFile());
}

/// Removes our files of a workspace that must not stay. With the last workspace the folder's own files go
/// too.
core::Result<void> eraseCache(const store::DataFolder& folder, const core::WorkspaceId& workspace,
    store::DataFolder::SharedFiles shared = store::DataFolder::SharedFiles::GoWithLastCache)
{
    const QString path = folder.workspaceFolder(workspace);
    std::unique_ptr<store::WorkspaceLock> lock;
    if (QFileInfo::exists(path)) {
        auto acquired = store::WorkspaceLock::acquire(path);
        if (!acquired) {
            return core::failure(acquired.error());
        }
        lock = std::move(*acquired);
    }
    const auto erased = folder.eraseWorkspace(workspace, shared);
    if (!erased) {
        return core::failure(erased.error());
    }
    return {};
}

/// Takes a folder away in which no workspace is left.
core::Result<void> removeUnusedFolder(const store::DataFolder& folder)
{
    if (!folder.exists() || !folder.workspaces().empty()) {
        return {};
    }
    // Erasing "the last workspace" removes what the folder itself needs; this id is nobody's workspace.
    static const auto nobody = core::WorkspaceId::parse(u"00000000-0000-0000-0000-000000000000");
    core::Result<void> erased = eraseCache(folder, *nobody);
    QDir().rmdir(folder.path()); // only when it is empty
    return erased;
}

/// Opens or makes the cache and notes whose it is. Runs on a pool thread. Leaves no new file behind when it
/// fails.
core::Result<void> prepareCache(const store::DataFolder& folder, const core::WorkspaceId& workspace,
    const QString& origin, const std::vector<records::RequestRecord>& requests)
{
    const QString path = folder.workspaceFolder(workspace);
    const bool hadCache = QFileInfo::exists(path + QStringLiteral("/cache.db"));
    core::Result<void> prepared = [&]() -> core::Result<void> {
        auto opened = store::WorkspaceStore::open(path);
        if (!opened) {
            return core::failure(opened.error());
        }
        return (*opened)
            ->write([&](store::Database& database) -> core::Result<void> {
                auto state = store::loadSyncState(database);
                if (!state) {
                    return core::failure(state.error());
                }
                if (!state->origin.isEmpty() && state->origin != origin) {
                    return core::failure(core::ErrorKind::BadUsage,
                        QStringLiteral("the cache was filled from %1, not from %2")
                            .arg(state->origin, origin),
                        workspace.toString());
                }
                state->workspace = workspace;
                state->origin = origin;
                const core::Result<void> saved = store::saveSyncState(database, *state);
                return saved && !requests.empty() ? store::appendRequests(database, requests) : saved;
            })
            .result();
    }();
    if (!prepared && !hadCache) {
        static_cast<void>(eraseCache(folder, workspace)); // the first error is the one to tell
    }
    return prepared;
}

/// Brings the settings file back to what it was.
void restoreSettings(const store::DataFolder& folder, const std::optional<Settings>& before)
{
    if (!before) {
        QFile::remove(folder.settingsFile());
        return;
    }
    // Erasing a half-made cache may have taken the folder's own files along.
    if (folder.ensureCreated()) {
        static_cast<void>(before->save(folder.settingsFile()));
    }
}

QCoro::Task<> restoreKey(
    secrets::SecretStore* secretStore, secrets::SecretId id, std::optional<secrets::ApiKey> before)
{
    if (before) {
        static_cast<void>(co_await secretStore->write(std::move(id), std::move(*before)));
    } else {
        static_cast<void>(co_await secretStore->remove(std::move(id)));
    }
}

} // namespace

SetupCommitter::SetupCommitter(store::DataFolder folder, QString origin)
    : m_folder(std::move(folder))
    , m_origin(std::move(origin))
{
}

QCoro::Task<core::Result<void>> SetupCommitter::commit(
    CommitRequest request, secrets::SecretStore* secretStore)
{
    // Copies, because this object may be gone after the first wait.
    const store::DataFolder folder = m_folder;
    const QString origin = m_origin;
    const secrets::SecretId id{request.workspace, origin};
    const bool hadFolder = folder.exists();
    const bool hadSettings = QFileInfo::exists(folder.settingsFile());

    core::Result<Settings> loaded = load(folder);
    if (!loaded) {
        co_return core::failure(loaded.error());
    }
    const std::optional<Settings> before = hadSettings ? std::optional<Settings>(*loaded) : std::nullopt;

    // 1. The folder
    const core::Result<void> made = folder.ensureCreated();
    if (!made) {
        co_return made;
    }

    // 2. The key. An older key of this workspace is kept until everything else is written.
    std::optional<secrets::ApiKey> keyBefore;
    core::Result<secrets::ApiKey> read = co_await secretStore->read(id);
    core::Result<void> step;
    if (read) {
        keyBefore = std::move(*read);
    } else if (read.error().kind != core::ErrorKind::NoKey) {
        step = core::failure(read.error());
    }
    bool keyTouched = false;
    if (step) {
        keyTouched = true;
        step = co_await secretStore->write(id, request.key.clone());
    }

    // 3. The settings
    bool settingsTouched = false;
    if (step) {
        Settings after = *loaded;
        const settings::WorkspaceSettings* known = after.find(request.workspace);
        settings::WorkspaceSettings entry{request.workspace, origin, request.keyLocation,
            request.key.redacted(), request.waitingForScope, known && known->setupFinished};
        after.put(std::move(entry));
        after.backfillDays = request.backfillDays;
        after.network = request.network.value_or(after.network);
        after.resume.reset();
        settingsTouched = true;
        step = after.save(folder.settingsFile());
    }

    // 4. The cache
    if (step) {
        step = co_await QtConcurrent::run(prepareCache, folder, request.workspace, origin, request.requests);
    }
    if (step) {
        co_return step;
    }

    if (settingsTouched) {
        restoreSettings(folder, before);
    }
    if (keyTouched) {
        co_await restoreKey(secretStore, id, std::move(keyBefore));
    }
    if (!hadFolder) {
        static_cast<void>(removeUnusedFolder(folder));
    }
    co_return step;
}

QCoro::Task<core::Result<void>> SetupCommitter::discard(
    core::WorkspaceId workspace, secrets::SecretStore* secretStore)
{
    const SetupCommitter self = *this;
    const secrets::SecretId id{workspace, self.m_origin};

    core::Result<Settings> stored = self.loadSettings();
    if (!stored) {
        co_return core::failure(stored.error());
    }
    const settings::WorkspaceSettings* entry = stored->find(workspace);
    if (entry && entry->waitingForScope && !entry->setupFinished) {
        const core::Result<void> removed = co_await secretStore->remove(id);
        if (!removed) {
            co_return removed;
        }
        stored->forget(workspace);
        stored->resume.reset();
        const core::Result<void> saved = stored->save(self.m_folder.settingsFile());
        if (!saved) {
            co_return saved;
        }
        const auto shared = stored->workspaces.empty() ? store::DataFolder::SharedFiles::GoWithLastCache
                                                       : store::DataFolder::SharedFiles::Keep;
        const core::Result<void> erased
            = co_await QtConcurrent::run(eraseCache, self.m_folder, workspace, shared);
        if (!erased) {
            co_return erased;
        }
    }
    co_return self.dropResume();
}

core::Result<void> SetupCommitter::saveResume(const settings::SetupResume& resume) const
{
    core::Result<Settings> stored = loadSettings();
    if (!stored) {
        return core::failure(stored.error());
    }
    core::Result<void> made = m_folder.ensureCreated();
    if (!made) {
        return made;
    }
    stored->resume = resume;
    return stored->save(m_folder.settingsFile());
}

core::Result<void> SetupCommitter::dropResume() const
{
    if (!m_folder.exists()) {
        return {};
    }
    core::Result<Settings> stored = loadSettings();
    if (!stored) {
        return core::failure(stored.error());
    }
    if (stored->workspaces.empty() && m_folder.workspaces().empty()) {
        return removeUnusedFolder(m_folder);
    }
    if (!stored->resume) {
        return {};
    }
    stored->resume.reset();
    return stored->save(m_folder.settingsFile());
}

core::Result<void> SetupCommitter::markFinished(const core::WorkspaceId& workspace) const
{
    core::Result<Settings> stored = loadSettings();
    if (!stored) {
        return core::failure(stored.error());
    }
    const settings::WorkspaceSettings* entry = stored->find(workspace);
    if (!entry) {
        return core::failure(core::ErrorKind::Internal,
            QStringLiteral("the workspace is not in the settings"), workspace.toString());
    }
    settings::WorkspaceSettings finished = *entry;
    finished.setupFinished = true;
    finished.waitingForScope = false;
    stored->put(std::move(finished));
    return stored->save(m_folder.settingsFile());
}

core::Result<settings::Settings> SetupCommitter::loadSettings() const
{
    return load(m_folder);
}

} // namespace app::setup
