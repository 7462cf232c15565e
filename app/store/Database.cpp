// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Database.h"

#include "core/Log.h"
#include "store/Guarded.h"
#include "store/Migrations.h"
#include "store/Upgrade.h"
#include "store/WorkspaceLock.h"

#include <QFile>
#include <QFileInfo>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace app::store {

namespace {

constexpr int kBusyMilliseconds = 10'000;
constexpr std::size_t kHeaderSize = 100;
constexpr std::size_t kApplicationIdOffset = 68; ///< SQLite file format, "The Database Header"

struct Found
{
    bool isNew = true; ///< missing, or without any content yet
    int version = 0;
};

bool hasContent(const QString& file)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(file).constData(), &info) == 0 && info.st_size > 0;
}

std::unique_ptr<SQLite::Database> openForReading(const QString& file, bool immutable)
{
    QByteArray name = QFile::encodeName(file);
    int flags = SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX;
    if (immutable) {
        name = "file:" + name.toPercentEncoding("/") + "?immutable=1";
        flags |= SQLite::OPEN_URI;
    }
    auto connection = std::make_unique<SQLite::Database>(name.constData(), flags, kBusyMilliseconds);
    // Whoever only looks must not carry the write-ahead log of somebody else into the file when it leaves.
    sqlite3_db_config(connection->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return connection;
}

core::Result<Found> look(SQLite::Database& connection, const QString& file)
{
    const int applicationId = connection.execAndGet("PRAGMA application_id").getInt();
    const int version = connection.execAndGet("PRAGMA user_version").getInt();
    if (applicationId == 0 && version == 0
        && connection.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0) {
        return Found{};
    }
    if (applicationId != kApplicationId || version < 1) {
        return core::failure(
            core::ErrorKind::StoreDamaged, QStringLiteral("the file is a database of another program"), file);
    }
    const bool newer = version > latestSchemaVersion();
    if (newer && !connection.tableExists("store_info")) {
        return core::failure(core::ErrorKind::StoreTooNew,
            QStringLiteral("schema %1 says nothing about older programs").arg(version), file);
    }
    const int minimumReader = connection.execAndGet("SELECT minimum_reader FROM store_info").getInt();
    if (minimumReader > latestSchemaVersion()) {
        return core::failure(core::ErrorKind::StoreTooNew,
            QStringLiteral("schema %1 needs a program that knows schema %2").arg(version).arg(minimumReader),
            file);
    }
    return Found{false, version};
}

/// The application id straight from the header of the file; nullopt when the file is shorter than a header.
/// Read through SQLite's own file, because a descriptor of ours would take the locks of this process with it
/// when it closes (fcntl(2), "advisory record locking").
std::optional<std::uint32_t> rawApplicationId(const QString& file)
{
    const SQLite::Database connection(
        QFile::encodeName(file).constData(), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX);
    sqlite3_file* device = nullptr;
    if (sqlite3_file_control(connection.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &device)
        != SQLITE_OK) {
        return std::nullopt;
    }
    std::array<unsigned char, kHeaderSize> header{};
    if (device->pMethods->xRead(device, header.data(), kHeaderSize, 0) != SQLITE_OK) {
        return std::nullopt;
    }
    std::uint32_t id = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        id = (id << 8) | header[kApplicationIdOffset + i];
    }
    return id;
}

/// Finds out what the file is without changing it or leaving anything beside it.
core::Result<Found> inspectFile(const QString& file)
{
    struct stat info = {};
    if (::lstat(QFile::encodeName(file).constData(), &info) != 0) {
        if (errno == ENOENT) {
            return Found{};
        }
        return core::failure(
            core::ErrorKind::StoreFailed, QString::fromLocal8Bit(std::strerror(errno)), file);
    }
    if (!S_ISREG(info.st_mode)) {
        return core::failure(core::ErrorKind::StoreDamaged, QStringLiteral("this is no regular file"), file);
    }
    if (info.st_size == 0) {
        return Found{};
    }
    try {
        if (hasContent(file + QStringLiteral("-journal"))) {
            // The very first transaction of a new file was interrupted. A reader cannot roll it back, the
            // writer will.
            const auto id = rawApplicationId(file);
            if (!id || *id == 0 || *id == static_cast<std::uint32_t>(kApplicationId)) {
                return Found{};
            }
        }
        if (info.st_size < static_cast<off_t>(kHeaderSize)) {
            // SQLite takes a file of one byte for an empty one.
            return core::failure(
                core::ErrorKind::StoreDamaged, QStringLiteral("the file is no database"), file);
        }
        try {
            // Without a write-ahead log nobody has the file open; an immutable connection leaves no -wal and
            // -shm.
            auto connection = openForReading(file, !hasContent(file + QStringLiteral("-wal")));
            return look(*connection, file);
        } catch (const SQLite::Exception&) {
            if (!hasContent(file + QStringLiteral("-wal"))) {
                throw;
            }
            // A writer appeared while we looked, and an immutable connection does not notice.
            auto connection = openForReading(file, false);
            return look(*connection, file);
        }
    } catch (const SQLite::Exception& exception) {
        core::Error error = storeError(exception);
        if (exception.getErrorCode() == SQLITE_ERROR) {
            error.kind = core::ErrorKind::StoreDamaged; // a table of ours is not there
        }
        error.subject = file;
        return core::failure(error);
    }
}

void configureWriter(SQLite::Database& connection)
{
    const std::string mode = connection.execAndGet("PRAGMA journal_mode = WAL").getString();
    if (mode != "wal") {
        qCWarning(lcStore, "this file system allows no write-ahead log, journal mode is %s", mode.c_str());
    }
    // In WAL mode NORMAL survives a killed process; a power cut may cost the newest windows, never the file.
    connection.exec("PRAGMA synchronous = NORMAL");
    connection.exec("PRAGMA wal_autocheckpoint = 1000");
    connection.exec("PRAGMA journal_size_limit = 8388608");
    connection.exec("PRAGMA cache_size = -16000");
}

void configure(SQLite::Database& connection)
{
    connection.exec("PRAGMA foreign_keys = ON");
    connection.exec("PRAGMA trusted_schema = OFF");
    connection.exec("PRAGMA temp_store = MEMORY");
}

} // namespace

Database::Database(std::unique_ptr<SQLite::Database> connection)
    : m_connection(std::move(connection))
{
}

Database::~Database() = default;

core::Result<std::unique_ptr<Database>> Database::open(const QString& file, Access access)
{
    const core::Result<Found> found = inspectFile(file);
    if (!found) {
        return core::failure(found.error());
    }
    try {
        if (access == Access::ReadOnly) {
            if (found->isNew || found->version < latestSchemaVersion()) {
                return core::failure(core::ErrorKind::StoreFailed,
                    QStringLiteral("the cache has not been prepared for writing"), file);
            }
            auto connection = openForReading(file, false);
            configure(*connection);
            return std::unique_ptr<Database>(new Database(std::move(connection)));
        }

        std::unique_ptr<WorkspaceLock> lock;
        if (!found->isNew && found->version < latestSchemaVersion()) {
            auto acquired = WorkspaceLock::acquire(QFileInfo(file).path());
            if (!acquired) {
                return core::failure(acquired.error());
            }
            lock = std::move(*acquired);
        }
        if (auto made = ensurePrivateFile(file); !made) {
            return core::failure(made.error());
        }
        auto connection = std::make_unique<SQLite::Database>(QFile::encodeName(file).constData(),
            SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, kBusyMilliseconds);
        configure(*connection);
        if (found->isNew) {
            // Cannot be chosen later; compactStep() needs it. Costs 1 to 2 % of what writing costs.
            connection->exec("PRAGMA auto_vacuum = INCREMENTAL");
        }
        // Once more: recovering from a crash may have changed what the file says about itself.
        if (auto recovered = look(*connection, file); !recovered) {
            return core::failure(recovered.error());
        }
        if (auto upgraded = upgrade(*connection, file, migrations()); !upgraded) {
            return core::failure(upgraded.error());
        }
        configureWriter(*connection);
        return std::unique_ptr<Database>(new Database(std::move(connection)));
    } catch (const SQLite::Exception& exception) {
        core::Error error = storeError(exception);
        error.subject = file;
        return core::failure(error);
    } catch (const std::exception& exception) {
        // An upgrade sums what is stored and found rows that contradict each other.
        core::Error error = contradictionError(exception);
        error.subject = file;
        return core::failure(error);
    }
}

} // namespace app::store
