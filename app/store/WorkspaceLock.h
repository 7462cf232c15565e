// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QString>

#include <memory>

namespace app::store {

/// One sync, erase or migration per workspace folder, across the window and the command line. An flock on
/// `sync.lock`, so a killed process leaves no lock behind. Released by the destructor.
class WorkspaceLock
{
public:
    /// Errors: SyncRunning when it is held elsewhere, StoreFolderRefused when the file cannot be made.
    static core::Result<std::unique_ptr<WorkspaceLock>> acquire(const QString& workspaceFolder);
    ~WorkspaceLock();
    WorkspaceLock(const WorkspaceLock&) = delete;
    WorkspaceLock& operator=(const WorkspaceLock&) = delete;

private:
    explicit WorkspaceLock(int fileDescriptor)
        : m_fd(fileDescriptor)
    {
    }
    int m_fd;
};

} // namespace app::store
