// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/WorkspaceLock.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace app::store {

namespace {

bool isSameFile(int fd, const QByteArray& name)
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(fd, &opened) == 0 && ::lstat(name.constData(), &named) == 0
        && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

} // namespace

core::Result<std::unique_ptr<WorkspaceLock>> WorkspaceLock::acquire(const QString& workspaceFolder)
{
    const QString file = QDir(workspaceFolder).filePath(QStringLiteral("sync.lock"));
    const QByteArray name = QFile::encodeName(file);
    for (;;) {
        const int fd = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
        if (fd < 0) {
            return core::failure(
                core::ErrorKind::StoreFolderRefused, QString::fromLocal8Bit(std::strerror(errno)), file);
        }
        int locked = 0;
        do {
            locked = ::flock(fd, LOCK_EX | LOCK_NB);
        } while (locked != 0 && errno == EINTR);
        if (locked != 0) {
            const int reason = errno;
            ::close(fd);
            if (reason == EWOULDBLOCK) {
                return core::failure(
                    core::ErrorKind::SyncRunning, QStringLiteral("the workspace is locked"), workspaceFolder);
            }
            return core::failure(
                core::ErrorKind::StoreFolderRefused, QString::fromLocal8Bit(std::strerror(reason)), file);
        }
        // Whoever erases the workspace unlinks the file while holding the lock. A lock on a file that has
        // lost its name protects nothing, so begin again with the one that now has it.
        if (isSameFile(fd, name)) {
            ::fchmod(fd, S_IRUSR | S_IWUSR);
            return std::unique_ptr<WorkspaceLock>(new WorkspaceLock(fd));
        }
        ::close(fd);
    }
}

WorkspaceLock::~WorkspaceLock()
{
    ::close(m_fd);
}

} // namespace app::store
