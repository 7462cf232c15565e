// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/AtomicFile.h"

#include "core/Redaction.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace app::exporting {

namespace {

constexpr int kNameTries = 16;

QString systemText(int code)
{
    return core::redacted(QString::fromLocal8Bit(std::strerror(code)));
}

tl::unexpected<core::Error> refused(const QString& why, const QByteArray& path)
{
    return core::failure(core::ErrorKind::FileRefused, why, QFile::decodeName(path));
}

tl::unexpected<core::Error> failed(int code, const QByteArray& path)
{
    return core::failure(core::ErrorKind::FileFailed, systemText(code), QFile::decodeName(path));
}

/// What stands at the name decides, not where a link leads to.
core::Result<void> checkTarget(const QByteArray& path, bool replace)
{
    struct stat info
    {
    };
    if (::lstat(path.constData(), &info) != 0) {
        const int code = errno;
        if (code == ENOENT) {
            return {};
        }
        return refused(systemText(code), path);
    }
    if (S_ISLNK(info.st_mode)) {
        return refused(QStringLiteral("it is a symbolic link"), path);
    }
    if (S_ISDIR(info.st_mode)) {
        return refused(QStringLiteral("it is a folder"), path);
    }
    if (!S_ISREG(info.st_mode)) {
        return refused(QStringLiteral("it is no regular file"), path);
    }
    if (!replace) {
        return refused(QStringLiteral("it exists already"), path);
    }
    return {};
}

} // namespace

core::Result<std::unique_ptr<AtomicFile>> AtomicFile::create(const QString& path, bool replace)
{
    const QByteArray name = QFile::encodeName(path);
    if (name.isEmpty() || name.contains('\0')) {
        return refused(QStringLiteral("it is no file name"), name);
    }
    if (name.endsWith('/')) {
        return refused(QStringLiteral("it is a folder"), name);
    }
    if (const auto target = checkTarget(name, replace); !target) {
        return core::failure(target.error());
    }
    const qsizetype slash = name.lastIndexOf('/');
    const QByteArray folder = name.left(slash + 1); // empty for a name in the working folder
    for (int i = 0; i < kNameTries; ++i) {
        // Fixed length: the target's own name may already be as long as the file system allows.
        const QByteArray temporary = folder + ".threadcount-"
            + QByteArray::number(QRandomGenerator::system()->generate64(), 36).rightJustified(13, '0')
            + ".part";
        const int fd
            = ::open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (fd < 0) {
            const int code = errno;
            if (code == EEXIST) {
                continue;
            }
            if (code == ENOENT || code == ENOTDIR) {
                return refused(QStringLiteral("its folder does not exist"), name);
            }
            if (code == EACCES || code == EPERM || code == EROFS) {
                return refused(
                    QStringLiteral("its folder cannot be written (%1)").arg(systemText(code)), name);
            }
            return failed(code, name);
        }
        std::unique_ptr<AtomicFile> file(new AtomicFile(name, temporary, replace));
        if (!file->m_file.open(
                fd, QIODevice::WriteOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
            ::close(fd);
            return core::failure(
                core::ErrorKind::FileFailed, core::redacted(file->m_file.errorString()), path);
        }
        return file;
    }
    return failed(EEXIST, name);
}

AtomicFile::~AtomicFile()
{
    m_file.close();
    if (!m_temporary.isEmpty()) {
        ::unlink(m_temporary.constData());
    }
}

core::Result<void> AtomicFile::commit()
{
    // On the disk before it takes the name, so that a power cut leaves the old file or the new one.
    if (::fsync(m_file.handle()) != 0) {
        const int code = errno;
        if (code != EINVAL && code != EOPNOTSUPP) {
            return failed(code, m_path);
        }
    }
    m_file.close();
    if (m_file.error() != QFileDevice::NoError) {
        return core::failure(
            core::ErrorKind::FileFailed, core::redacted(m_file.errorString()), QFile::decodeName(m_path));
    }
    return moveIntoPlace();
}

core::Result<void> AtomicFile::moveIntoPlace()
{
    if (!m_replace) {
        // link() never replaces, whoever made a file of that name in the meantime.
        if (::link(m_temporary.constData(), m_path.constData()) == 0) {
            ::unlink(m_temporary.constData());
            m_temporary.clear();
            return {};
        }
        const int code = errno;
        if (code == EEXIST) {
            return refused(QStringLiteral("it exists already"), m_path);
        }
        const bool hasNoLinks = code == EPERM || code == EOPNOTSUPP || code == ENOSYS;
        if (!hasNoLinks) {
            return failed(code, m_path);
        }
    }
    // Looked at again, because the rows took their time. rename() replaces a link itself and never follows
    // it.
    if (const auto target = checkTarget(m_path, m_replace); !target) {
        return core::failure(target.error());
    }
    if (std::rename(m_temporary.constData(), m_path.constData()) != 0) {
        return failed(errno, m_path);
    }
    m_temporary.clear();
    return {};
}

} // namespace app::exporting
