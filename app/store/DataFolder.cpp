// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/DataFolder.h"

#include "core/Log.h"
#include "store/Folders.h"
#include "store/Integrity.h"
#include "store/Rebuild.h"
#include "store/Upgrade.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace app::store {

namespace {

QString markerName()
{
    return QStringLiteral(".threadcount-data");
}

constexpr QByteArrayView kMarkerText("Threadcount data folder, layout 1\n");
constexpr QByteArrayView kDemoMarkerText("Threadcount demo data folder, layout 1\n");

/// Everything that the store may create in the folder of a workspace.
QStringList workspaceFiles(const QDir& folder)
{
    const QString cache = folder.filePath(QStringLiteral("cache.db"));
    QStringList files;
    for (const QString& database :
        {cache, backupFileOf(cache), unfinishedBackupFileOf(cache), damagedFileOf(cache)}) {
        files += withCompanions(database);
    }
    files += {checkNoteOf(cache), folder.filePath(QStringLiteral("sync.lock"))};
    return files;
}

auto refused(const QString& why, const QString& path)
{
    return core::failure(core::ErrorKind::StoreFolderRefused, why, path);
}

bool isRegularFileOfOurs(const QString& file)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(file).constData(), &info) == 0 && S_ISREG(info.st_mode)
        && info.st_uid == ::geteuid();
}

QByteArray markerTextIn(const QString& folder)
{
    QFile file(QDir(folder).filePath(markerName()));
    return file.open(QIODevice::ReadOnly) ? file.read(128) : QByteArray();
}

/// Unlinks one name after the other, keeps count, and remembers what could not be deleted.
class Eraser
{
public:
    void unlinkFile(const QString& file)
    {
        if (::unlink(QFile::encodeName(file).constData()) == 0) {
            m_deleted += file;
        } else if (errno != ENOENT && errno != ENOTDIR) {
            remember(file);
        }
    }
    /// Only when it is empty; anything that is not ours stays and keeps its folder.
    void removeIfEmpty(const QString& folder)
    {
        if (::rmdir(QFile::encodeName(folder).constData()) != 0 && errno != ENOENT && errno != ENOTEMPTY
            && errno != EEXIST) {
            remember(folder);
        }
    }
    [[nodiscard]] core::Result<QStringList> result() const
    {
        if (m_firstError) {
            return core::failure(*m_firstError);
        }
        return m_deleted;
    }

private:
    void remember(const QString& file)
    {
        if (!m_firstError) {
            m_firstError = core::Error{core::ErrorKind::StoreFailed, 0, std::nullopt,
                QString::fromLocal8Bit(std::strerror(errno)), file};
        }
    }
    QStringList m_deleted;
    std::optional<core::Error> m_firstError;
};

} // namespace

QString DataFolder::standardPath()
{
    const QString chosen = qEnvironmentVariable("THREADCOUNT_DATA_DIR");
    if (!chosen.isEmpty()) {
        return QDir::cleanPath(QDir::current().absoluteFilePath(chosen));
    }
    // Not AppDataLocation: that one depends on the name of the running program, and window and command line
    // share one folder.
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(QStringLiteral("threadcount"));
}

core::Result<DataFolder> DataFolder::inspect(const QString& path)
{
    if (path.trimmed().isEmpty()) {
        return refused(QStringLiteral("no folder is named"), path);
    }
    const QString clean = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    struct stat info = {};
    if (::lstat(QFile::encodeName(clean).constData(), &info) != 0) {
        if (errno != ENOENT) {
            return refused(QString::fromLocal8Bit(std::strerror(errno)), clean);
        }
        QString above = QFileInfo(clean).path();
        while (!QFileInfo::exists(above) && above != QFileInfo(above).path()) {
            above = QFileInfo(above).path();
        }
        if (!QFileInfo(above).isDir() || !QFileInfo(above).isWritable()) {
            return refused(QStringLiteral("it cannot be created in %1").arg(above), clean);
        }
        return DataFolder(clean, false);
    }
    if (auto isPrivate = checkPrivateFolder(clean); !isPrivate) {
        return core::failure(isPrivate.error());
    }
    DataFolder folder(clean, false);
    if (isRegularFileOfOurs(folder.markerFile())) {
        if (markerTextIn(clean) == kDemoMarkerText) {
            return refused(QStringLiteral("it holds demo data"), clean);
        }
        return folder;
    }
    const auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    if (!QDir(clean).isEmpty(everything)) {
        return refused(QStringLiteral("it holds files of something else"), clean);
    }
    return folder;
}

core::Result<void> DataFolder::ensureCreated() const
{
    if (m_isDemo) {
        // The folder above carries the marker of real data; without one this would make it a foreign folder.
        if (auto above = DataFolder(QFileInfo(m_path).path(), false).ensureCreated(); !above) {
            return above;
        }
        if (auto made = makePrivateFolder(m_path); !made) {
            return made;
        }
        if (auto isPrivate = checkPrivateFolder(m_path); !isPrivate) {
            return isPrivate;
        }
    } else {
        if (auto looked = inspect(m_path); !looked) {
            return core::failure(looked.error());
        }
        if (auto made = makePrivateFolder(m_path); !made) {
            return made;
        }
        // Once more, now that it is there: somebody may have been faster with a folder of theirs.
        if (auto looked = inspect(m_path); !looked) {
            return core::failure(looked.error());
        }
    }

    const QByteArray name = QFile::encodeName(markerFile());
    const int fd
        = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (fd < 0) {
        if (errno == EEXIST && isRegularFileOfOurs(markerFile())) {
            return {};
        }
        return refused(QString::fromLocal8Bit(std::strerror(errno)), markerFile());
    }
    const QByteArrayView text = m_isDemo ? kDemoMarkerText : kMarkerText;
    const bool isWritten = ::fchmod(fd, S_IRUSR | S_IWUSR) == 0
        && ::write(fd, text.constData(), static_cast<std::size_t>(text.size())) == text.size();
    const int reason = errno;
    ::close(fd);
    if (!isWritten) {
        ::unlink(name.constData());
        const auto kind = reason == ENOSPC || reason == EDQUOT ? core::ErrorKind::StoreFull
                                                               : core::ErrorKind::StoreFolderRefused;
        return core::failure(kind, QString::fromLocal8Bit(std::strerror(reason)), markerFile());
    }
    return {};
}

bool DataFolder::exists() const
{
    return isRegularFileOfOurs(markerFile());
}

QString DataFolder::settingsFile() const
{
    return QDir(m_path).filePath(QStringLiteral("settings.ini"));
}

QString DataFolder::logFolder() const
{
    return QDir(m_path).filePath(QStringLiteral("logs"));
}

QString DataFolder::workspaceFolder(const core::WorkspaceId& workspace) const
{
    return QDir(m_path).filePath(QStringLiteral("workspaces/") + workspace.toString());
}

QString DataFolder::markerFile() const
{
    return QDir(m_path).filePath(markerName());
}

std::vector<core::WorkspaceId> DataFolder::workspaces() const
{
    std::vector<core::WorkspaceId> found;
    const QDir folder(QDir(m_path).filePath(QStringLiteral("workspaces")));
    const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QString& name : names) {
        const auto workspace = core::WorkspaceId::parse(name);
        if (workspace && workspace->toString() == name
            && isRegularFileOfOurs(QDir(workspaceFolder(*workspace)).filePath(QStringLiteral("cache.db")))) {
            found.push_back(*workspace);
        }
    }
    std::sort(found.begin(), found.end(),
        [](const core::WorkspaceId& a, const core::WorkspaceId& b) { return a.toString() < b.toString(); });
    return found;
}

DataFolder DataFolder::demo() const
{
    return DataFolder(QDir(m_path).filePath(QStringLiteral("demo")), true);
}

core::Result<QStringList> DataFolder::eraseWorkspace(
    const core::WorkspaceId& workspace, SharedFiles shared) const
{
    Eraser eraser;
    const QDir folder(workspaceFolder(workspace));
    const QStringList files = workspaceFiles(folder);
    for (const QString& file : files) {
        eraser.unlinkFile(file);
    }
    eraser.removeIfEmpty(folder.path());
    if (!workspaces().empty()) {
        return eraser.result();
    }
    eraser.removeIfEmpty(QDir(m_path).filePath(QStringLiteral("workspaces")));
    if (shared == SharedFiles::Keep) {
        return eraser.result();
    }

    eraser.unlinkFile(settingsFile());
    eraser.unlinkFile(settingsFile() + QStringLiteral(".new")); // left behind when a save was killed
    const QStringList logs = core::logFileNames();
    for (const QString& name : logs) {
        eraser.unlinkFile(QDir(logFolder()).filePath(name));
    }
    eraser.removeIfEmpty(logFolder());
    if (isUnused()) {
        eraser.unlinkFile(markerFile());
        eraser.removeIfEmpty(m_path);
        // The demo's folder brought the one above it along. The demo's own settings are all it had.
        const DataFolder above(QFileInfo(m_path).path(), false);
        if (m_isDemo && above.isUnused()) {
            eraser.unlinkFile(above.markerFile());
            eraser.removeIfEmpty(above.path());
        }
    }
    return eraser.result();
}

bool DataFolder::isUnused() const
{
    const auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    return QDir(m_path).entryList(everything) == QStringList{markerName()};
}

} // namespace app::store
