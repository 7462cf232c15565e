// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/WorkspaceStore.h"

#include "store/Folders.h"

#include <QDir>
#include <QMutex>

#include <thread>
#include <unordered_map>

namespace app::store {

namespace {

constexpr int kReaderThreads = 2;

QString databaseFileIn(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("cache.db"));
}

} // namespace

/// One connection per thread of the reader pool. The pool's threads never expire, so an id means the same
/// thread for as long as the pool lives.
struct WorkspaceStore::Readers
{
    QMutex mutex;
    std::unordered_map<std::thread::id, std::unique_ptr<Database>> byThread;
};

WorkspaceStore::WorkspaceStore(QString folder, std::unique_ptr<Database> writeConnection)
    : m_folder(std::move(folder))
    , m_writeConnection(std::move(writeConnection))
    , m_readerConnections(std::make_unique<Readers>())
{
    m_writer.setMaxThreadCount(1);
    m_writer.setExpiryTimeout(-1);
    m_readers.setMaxThreadCount(kReaderThreads);
    m_readers.setExpiryTimeout(-1);
}

core::Result<std::unique_ptr<WorkspaceStore>> WorkspaceStore::open(const QString& folder)
{
    if (auto made = makePrivateFolder(folder); !made) {
        return core::failure(made.error());
    }
    if (auto isPrivate = checkPrivateFolder(folder); !isPrivate) {
        return core::failure(isPrivate.error());
    }
    auto connection = Database::open(databaseFileIn(folder), Database::Access::ReadWrite);
    if (!connection) {
        return core::failure(connection.error());
    }
    return std::unique_ptr<WorkspaceStore>(new WorkspaceStore(folder, std::move(*connection)));
}

WorkspaceStore::~WorkspaceStore()
{
    // Readers leave first: the writer, as the last connection, then carries the write-ahead log into the file
    // and removes it.
    m_readers.waitForDone();
    m_readerConnections.reset();
    m_writer.waitForDone();
}

QString WorkspaceStore::databaseFile() const
{
    return databaseFileIn(m_folder);
}

core::Result<const Database*> WorkspaceStore::readerOfThisThread()
{
    const auto thread = std::this_thread::get_id();
    {
        const QMutexLocker lock(&m_readerConnections->mutex);
        const auto found = m_readerConnections->byThread.find(thread);
        if (found != m_readerConnections->byThread.end()) {
            return found->second.get();
        }
    }
    auto opened = Database::open(databaseFile(), Database::Access::ReadOnly);
    if (!opened) {
        return core::failure(opened.error());
    }
    const QMutexLocker lock(&m_readerConnections->mutex);
    return m_readerConnections->byThread.emplace(thread, std::move(*opened)).first->second.get();
}

} // namespace app::store
