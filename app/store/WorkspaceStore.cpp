// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/WorkspaceStore.h"

#include "core/Log.h"
#include "store/Folders.h"
#include "store/Integrity.h"
#include "store/Upgrade.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/resource.h>

namespace app::store {

namespace {

constexpr std::size_t kReaderThreads = 2;

QString databaseFileIn(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("cache.db"));
}

/// The thread that calls this gives way to all others: to the first paint after a start, to pages, to a sync.
void giveWay()
{
#ifdef Q_OS_LINUX
    // Of this thread alone: setpriority(2), "C library/kernel differences".
    constexpr int kLeastUrgent = 19;
    ::setpriority(PRIO_PROCESS, 0, kLeastUrgent);
#endif
}

} // namespace

WorkspaceStore::WorkspaceStore(QString folder, std::unique_ptr<Database> writeConnection, FoundState found)
    : m_folder(std::move(folder))
    , m_writeConnection(std::move(writeConnection))
    , m_found(found)
    , m_readerConnections(kReaderThreads)
    , m_writer(1)
    , m_readers(kReaderThreads)
    , m_checker(1)
{
}

core::Result<std::unique_ptr<WorkspaceStore>> WorkspaceStore::open(const QString& folder)
{
    if (auto made = makePrivateFolder(folder); !made) {
        return core::failure(made.error());
    }
    if (auto isPrivate = checkPrivateFolder(folder); !isPrivate) {
        return core::failure(isPrivate.error());
    }
    const QString file = databaseFileIn(folder);
    const QDateTime backupBefore = QFileInfo(backupFileOf(file)).lastModified();
    FoundState found;
    found.wasInterrupted = QFileInfo(file + QStringLiteral("-wal")).size() > 0;
    auto connection = Database::open(file, Database::Access::ReadWrite);
    if (!connection) {
        return core::failure(connection.error());
    }
    found.hadBackup = backupBefore.isValid() && QFileInfo(backupFileOf(file)).lastModified() == backupBefore;
    return std::unique_ptr<WorkspaceStore>(new WorkspaceStore(folder, std::move(*connection), found));
}

WorkspaceStore::~WorkspaceStore()
{
    m_stopChecking.request_stop();
    m_checker.finish();
    // Readers leave first: the writer, as the last connection, then carries the write-ahead log into the file
    // and removes it.
    m_readers.finish();
    m_readerConnections.clear();
    m_writer.finish();
}

QString WorkspaceStore::databaseFile() const
{
    return databaseFileIn(m_folder);
}

QFuture<core::Result<bool>> WorkspaceStore::checkWhenDue(core::Instant now)
{
    using Answer = core::Result<bool>;
    return runIn<Answer>(m_checker, [this, now](std::size_t, const QPromise<Answer>&) { return check(now); });
}

core::Result<bool> WorkspaceStore::check(core::Instant now)
{
    const QString file = databaseFile();
    if (!m_found.wasInterrupted && !m_found.hadBackup && !isCheckDue(file, now)) {
        return false;
    }
    giveWay();
    // For writing, although it writes nothing: SQLite forgets the CHECK constraints of a read-only file.
    const auto connection = Database::open(file, Database::Access::ReadWrite);
    if (!connection) {
        return core::failure(connection.error());
    }
    if (auto whole = checkIntegrity(**connection, m_stopChecking.get_token()); !whole) {
        core::Error error = whole.error();
        error.subject = file;
        if (error.kind == core::ErrorKind::StoreDamaged) {
            qCInfo(lcStore).noquote() << "the cache is damaged:" << error.detail;
        }
        return core::failure(error);
    }
    if (m_found.hadBackup) {
        QFile::remove(backupFileOf(file));
    }
    m_found = {};
    noteChecked(file, now);
    return true;
}

core::Result<const Database*> WorkspaceStore::readerOf(std::size_t worker)
{
    std::unique_ptr<Database>& connection = m_readerConnections.at(worker);
    if (!connection) {
        auto opened = Database::open(databaseFile(), Database::Access::ReadOnly);
        if (!opened) {
            return core::failure(opened.error());
        }
        connection = std::move(*opened);
    }
    return connection.get();
}

} // namespace app::store
