// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Folders.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace app::store {

namespace {

constexpr mode_t kOwnerOnly = S_IRWXU;
constexpr mode_t kOthers = S_IRWXG | S_IRWXO;

auto refused(const QString& why, const QString& path)
{
    return core::failure(core::ErrorKind::StoreFolderRefused, why, path);
}

} // namespace

core::Result<void> checkPrivateFolder(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info = {};
    if (::lstat(name.constData(), &info) != 0) {
        return refused(QString::fromLocal8Bit(std::strerror(errno)), path);
    }
    if (S_ISLNK(info.st_mode)) {
        return refused(QStringLiteral("it is a symbolic link"), path);
    }
    if (!S_ISDIR(info.st_mode)) {
        return refused(QStringLiteral("it is no folder"), path);
    }
    if (info.st_uid != ::geteuid()) {
        return refused(QStringLiteral("it belongs to another user"), path);
    }
    if ((info.st_mode & kOthers) != 0) {
        return refused(QStringLiteral("it is open to other users (it must have mode 0700)"), path);
    }
    // The mode as well as access(): to root every folder is writable.
    if ((info.st_mode & kOwnerOnly) != kOwnerOnly || ::access(name.constData(), R_OK | W_OK | X_OK) != 0) {
        return refused(QStringLiteral("it is not writable"), path);
    }
    return {};
}

core::Result<void> makePrivateFolder(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info = {};
    if (::lstat(name.constData(), &info) == 0) {
        if (!QFileInfo(path).isDir()) {
            return refused(QStringLiteral("it is no folder"), path);
        }
        return {};
    }
    const QString parent = QFileInfo(path).path();
    if (parent != path) {
        if (auto made = makePrivateFolder(parent); !made) {
            return made;
        }
    }
    if (::mkdir(name.constData(), kOwnerOnly) != 0) {
        if (errno == EEXIST) {
            return {}; // another process was faster
        }
        const auto kind = errno == ENOSPC || errno == EDQUOT ? core::ErrorKind::StoreFull
                                                             : core::ErrorKind::StoreFolderRefused;
        return core::failure(kind, QString::fromLocal8Bit(std::strerror(errno)), path);
    }
    if (::chmod(name.constData(), kOwnerOnly) != 0) {
        return refused(QString::fromLocal8Bit(std::strerror(errno)), path);
    }
    return {};
}

} // namespace app::store
