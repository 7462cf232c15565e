// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/WorkspaceStore.h"

#include "store/Folders.h"

#include <QDir>

namespace app::store {

namespace {

constexpr std::size_t kReaderThreads = 2;

QString databaseFileIn(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("cache.db"));
}

} // namespace

WorkspaceStore::WorkspaceStore(QString folder, std::unique_ptr<Database> writeConnection)
    : m_folder(std::move(folder))
    , m_writeConnection(std::move(writeConnection))
    , m_readerConnections(kReaderThreads)
    , m_writer(1)
    , m_readers(kReaderThreads)
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
    m_readers.finish();
    m_readerConnections.clear();
    m_writer.finish();
}

QString WorkspaceStore::databaseFile() const
{
    return databaseFileIn(m_folder);
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
