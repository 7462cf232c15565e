// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Guarded.h"
#include "store/Integrity.h"
#include "store/Migrations.h"
#include "store/StoreKit.h"
#include "store/SyncState.h"
#include "store/Upgrade.h"
#include "store/WorkspaceStore.h"
#include "support/FaultVfs.h"
#include "support/TestCase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <SQLiteCpp/SQLiteCpp.h>

#include <sys/stat.h>

#include <string>

using namespace storetest;
using app::core::ErrorKind;
using app::store::Migration;
using support::FaultPlan;
using support::FaultVfs;

namespace {

// Steps that a later release could have: a column, a table filled from another one, a table made anew. They
// are tested on top of the real ones.
constexpr const char* kColumn[]
    = {"ALTER TABLE sync_state ADD COLUMN note TEXT", "UPDATE sync_state SET note = 'upgraded'"};
constexpr const char* kTable[]
    = {"CREATE TABLE day_note (day INTEGER PRIMARY KEY, turns INTEGER NOT NULL) STRICT",
        "INSERT INTO day_note SELECT day, sum(turns) FROM usage_day GROUP BY day"};
constexpr const char* kAnew[]
    = {"CREATE TABLE client_new (id INTEGER PRIMARY KEY, client_id TEXT NOT NULL UNIQUE,"
       " title TEXT) STRICT",
        "INSERT INTO client_new SELECT id, client_id, upper(client_id) FROM client", "DROP TABLE client",
        "ALTER TABLE client_new RENAME TO client"};
constexpr const char* kNonsense[]
    = {"CREATE TABLE half (x)", "INSERT INTO half VALUES (1)", "this is no SQL"};
constexpr int kMadeUp = 3;
constexpr int kDays = 60; ///< of usage in a file of a release
constexpr int kReadyMadeSums = 2; ///< the version that brought them

std::vector<Migration> stepsWith(int broken = -1)
{
    const auto real = app::store::migrations();
    std::vector<Migration> steps(real.begin(), real.end());
    const int latest = steps.back().version;
    steps.push_back({latest + 1, "a column", kColumn, 1, nullptr});
    steps.push_back({latest + 2, "a table", kTable, 1, nullptr});
    steps.push_back({latest + 3, "a table made anew", kAnew, latest + 3, nullptr});
    if (broken >= 0) {
        steps[real.size() + static_cast<std::size_t>(broken)].statements = kNonsense;
    }
    return steps;
}

QByteArray schemaOf(SQLite::Database& connection)
{
    QByteArray text;
    SQLite::Statement objects(connection,
        "SELECT name, ifnull(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name");
    while (objects.executeStep()) {
        text += objects.getColumn(0).getString().c_str();
        text += ' ';
        text += objects.getColumn(1).getString().c_str();
        text += '\n';
    }
    return text;
}

int versionOf(SQLite::Database& connection)
{
    return connection.execAndGet("PRAGMA user_version").getInt();
}

/// What must be the same before, between and after all steps.
QByteArray numbersOf(SQLite::Database& connection)
{
    QByteArray text;
    for (const char* sql : {"SELECT day, engineer, turns, credits FROM usage_day ORDER BY 1, 2",
             "SELECT goal_from FROM sync_state", "SELECT id, client_id FROM client ORDER BY 1"}) {
        SQLite::Statement select(connection, sql);
        while (select.executeStep()) {
            for (int i = 0; i < select.getColumnCount(); ++i) {
                text += select.getColumn(i).getString().c_str();
                text += '|';
            }
        }
    }
    return text;
}

/// A file as that release left it, with some rows.
void makeReleased(const QString& file, const QByteArray& schema)
{
    SQLite::Database connection(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    connection.exec(schema.toStdString());
    connection.exec("INSERT INTO store_info (id, minimum_reader, salt) VALUES (1, 1, zeroblob(32));"
                    "INSERT INTO sync_state (id, goal_from) VALUES (1, 20000);"
                    "INSERT INTO engineer (id) VALUES (0);"
                    "INSERT INTO engineer (id, user_id) VALUES (1, 'user-1');"
                    "INSERT INTO client (client_id) VALUES ('cli'), ('ide');"
                    "PRAGMA journal_mode = WAL");
    connection.exec("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < "
        + std::to_string(kDays - 1)
        + ") INSERT INTO usage_day (day, engineer, threads, turns, credits)"
          " SELECT 20000 + i, 1, 1, i, i / 3.0 FROM n;"
          "INSERT INTO usage_client (day, engineer, client, threads, turns, credits)"
          " SELECT day, engineer, 1 + day % 2, threads, turns, credits FROM usage_day");
    if (versionOf(connection) >= kReadyMadeSums) {
        // That release kept the sums while it wrote the rows.
        app::store::migrations()[kReadyMadeSums - 1].then(connection);
    }
}

/// What Database::open() does with an older file, with steps of the test.
Result<void> upgradeFile(const QString& file, const std::vector<Migration>& steps)
{
    try {
        SQLite::Database connection(QFile::encodeName(file).constData(), SQLite::OPEN_READWRITE);
        return app::store::upgrade(connection, file, steps);
    } catch (const SQLite::Exception& exception) {
        return app::core::failure(app::store::storeError(exception));
    }
}

} // namespace

/// An upgrade leaves the old version or the new one, whatever fails, and a copy of what was before.
class TestFailureMigration : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepMayFail_data();
    void everyStepMayFail();
    void everyAccessMayFail_data();
    void everyAccessMayFail();
    void theCopyIsTheFileAsItWas();
    void theCopyGoesWhenALaterStartFindsTheFileWhole();
    void aNewFileNeedsNoCopy();
    void makingANewFileMayFailAnywhere();

protected:
    void setUp() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("cache.db"));
    }

private:
    /// The file is one of the versions from `from` to the newest, whole, with its numbers.
    void requireOneVersion(int from, const QByteArray& numbers, const QString& where, int& version)
    {
        SQLite::Database connection(m_file.toStdString(), SQLite::OPEN_READWRITE);
        version = versionOf(connection);
        const std::vector<Migration> steps = stepsWith();
        QVERIFY2(version >= from && version <= steps.back().version, qPrintable(where));
        QCOMPARE(connection.execAndGet("PRAGMA integrity_check").getString(), std::string("ok"));
        QVERIFY2(numbersOf(connection) == numbers, qPrintable(where));
        if (version >= kReadyMadeSums) {
            for (const char* table :
                {"usage_block", "surface_block", "token_by_day", "surface_by_day", "people_by_day"}) {
                QCOMPARE(
                    connection.execAndGet(std::string("SELECT count(DISTINCT day) FROM ") + table).getInt(),
                    kDays);
            }
            QCOMPARE(connection.execAndGet("SELECT sum(turns) FROM surface_by_day").getInt(),
                connection.execAndGet("SELECT sum(turns) FROM usage_day").getInt());
            QCOMPARE(connection.execAndGet("SELECT count(*) FROM usage_week_block").getInt(), 10);
        }
        // Exactly the schema of that version: nothing of the step that failed.
        SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        app::store::migrate(fresh, std::span(steps).first(static_cast<std::size_t>(version)));
        QVERIFY2(schemaOf(connection) == schemaOf(fresh), qPrintable(where));
    }
    void eachRelease()
    {
        const QFileInfoList frozen = QDir(QStringLiteral(THREADCOUNT_TEST_DATA "/schema"))
                                         .entryInfoList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
        for (const QFileInfo& info : frozen) {
            for (int i = 0; i < kMadeUp; ++i) {
                QTest::addRow("%s, made-up step %d", qPrintable(info.completeBaseName()), i + 1)
                    << info.filePath() << i;
            }
        }
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestFailureMigration::everyStepMayFail_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<int>("broken");
    eachRelease();
}

void TestFailureMigration::everyStepMayFail()
{
    QFETCH(QString, schema);
    QFETCH(int, broken);
    makeReleased(m_file, contentOf(schema));
    QByteArray numbers;
    int released = 0;
    {
        SQLite::Database connection(m_file.toStdString(), SQLite::OPEN_READONLY);
        numbers = numbersOf(connection);
        released = versionOf(connection);
    }
    COMPARE_ERROR(upgradeFile(m_file, stepsWith(broken)), ErrorKind::StoreFailed);
    int version = 0;
    requireOneVersion(released, numbers, QStringLiteral("after the failure"), version);
    QCOMPARE(version, app::store::latestSchemaVersion() + broken);
    // The program that is mended goes on from there.
    REQUIRE_OK(upgradeFile(m_file, stepsWith()));
    requireOneVersion(released, numbers, QStringLiteral("at the end"), version);
    QCOMPARE(version, app::store::latestSchemaVersion() + kMadeUp);
}

void TestFailureMigration::everyAccessMayFail_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("fromThenOn");
    const QFileInfoList frozen = QDir(QStringLiteral(THREADCOUNT_TEST_DATA "/schema"))
                                     .entryInfoList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QFileInfo& info : frozen) {
        const auto row = [&](const char* how, FaultPlan::Kind kind, bool fromThenOn) {
            QTest::addRow("%s, %s", qPrintable(info.completeBaseName()), how)
                << info.filePath() << static_cast<int>(kind) << fromThenOn;
        };
        row("one access fails", FaultPlan::Kind::IoError, false);
        row("the disk breaks", FaultPlan::Kind::IoError, true);
        row("the disk is full for a moment", FaultPlan::Kind::DiskFull, false);
        row("the disk is full", FaultPlan::Kind::DiskFull, true);
    }
}

void TestFailureMigration::everyAccessMayFail()
{
    QFETCH(QString, schema);
    QFETCH(int, kind);
    QFETCH(bool, fromThenOn);
    makeReleased(m_file, contentOf(schema));
    const QByteArray before = contentOf(m_file);
    QByteArray numbers;
    int released = 0;
    {
        SQLite::Database connection(m_file.toStdString(), SQLite::OPEN_READONLY);
        numbers = numbersOf(connection);
        released = versionOf(connection);
    }
    int points = 0;
    int failures = 0;
    for (int n = 1; n < 100'000; ++n) {
        const QStringList names = namesIn(m_folder->path());
        for (const QString& name : names) {
            QFile::remove(m_folder->filePath(name));
        }
        {
            QFile device(m_file);
            QVERIFY(device.open(QIODevice::WriteOnly));
            device.write(before);
        }
        QString where;
        bool hasFired = false;
        {
            const FaultVfs faults({static_cast<FaultPlan::Kind>(kind), n, fromThenOn}, m_folder->path());
            const Result<void> upgraded = upgradeFile(m_file, stepsWith());
            hasFired = faults.hasFired();
            failures += upgraded ? 0 : 1;
            where
                = QStringLiteral("access %1 (%2): %3").arg(n).arg(faults.firstFailure(), problemOf(upgraded));
            QVERIFY2(hasFired || upgraded, qPrintable(where));
            const bool isClear = upgraded || upgraded.error().kind == ErrorKind::StoreFailed
                || upgraded.error().kind == ErrorKind::StoreFull;
            QVERIFY2(isClear, qPrintable(where));
        }
        int version = 0;
        requireOneVersion(released, numbers, where, version);
        if (QTest::currentTestFailed()) {
            return;
        }
        // Whatever has begun, a finished copy holds what was before.
        const QString backup = app::store::backupFileOf(m_file);
        QVERIFY2(version == released || QFileInfo::exists(backup), qPrintable(where));
        if (QFileInfo::exists(backup)) {
            SQLite::Database copy(backup.toStdString(), SQLite::OPEN_READONLY);
            QCOMPARE(copy.execAndGet("PRAGMA integrity_check").getString(), std::string("ok"));
            QVERIFY2(numbersOf(copy) == numbers, qPrintable(where));
        }
        REQUIRE_OK(upgradeFile(m_file, stepsWith()));
        requireOneVersion(app::store::latestSchemaVersion() + kMadeUp, numbers, where, version);
        if (!hasFired) {
            break;
        }
        ++points;
    }
    qInfo("%d accesses failed, one in each upgrade; %d upgrades did not come through", points, failures);
    QVERIFY(points > 10);
}

void TestFailureMigration::theCopyIsTheFileAsItWas()
{
    const QFileInfo schema(QStringLiteral(THREADCOUNT_TEST_DATA "/schema/0.3.0.sql"));
    makeReleased(m_file, contentOf(schema.filePath()));
    // What is still in the log belongs to it.
    SQLite::Database writer(m_file.toStdString(), SQLite::OPEN_READWRITE);
    writer.exec("PRAGMA wal_autocheckpoint = 0; INSERT INTO client (client_id) VALUES ('in the log')");
    QByteArray numbers = numbersOf(writer);
    QFile::remove(app::store::unfinishedBackupFileOf(m_file));
    {
        QFile leftover(app::store::unfinishedBackupFileOf(m_file)); // a copy that was killed
        QVERIFY(leftover.open(QIODevice::WriteOnly));
        leftover.write("rubbish");
    }
    REQUIRE_OK(app::store::upgrade(writer, m_file, stepsWith()));

    const QString backup = app::store::backupFileOf(m_file);
    QCOMPARE(QFileInfo(backup).fileName(), QStringLiteral("cache.backup.db"));
    struct stat info = {};
    QCOMPARE(::lstat(QFile::encodeName(backup).constData(), &info), 0);
    QCOMPARE(info.st_mode & 07777, mode_t{0600});
    QVERIFY(!QFileInfo::exists(app::store::unfinishedBackupFileOf(m_file)));
    SQLite::Database copy(backup.toStdString(), SQLite::OPEN_READONLY);
    QCOMPARE(versionOf(copy), 1);
    QVERIFY(numbersOf(copy) == numbers);
    QVERIFY(numbers.contains("in the log"));
}

void TestFailureMigration::theCopyGoesWhenALaterStartFindsTheFileWhole()
{
    const Instant now = at("2026-11-22T10:00:00.000");
    {
        const auto opened = app::store::WorkspaceStore::open(m_folder->path());
        REQUIRE_OK(opened);
        const auto first = (*opened)->checkWhenDue(now).result();
        REQUIRE_OK(first);
    }
    // As an upgrade by an earlier start leaves it.
    const QString backup = app::store::backupFileOf(m_file);
    QVERIFY(QFile::copy(m_file, backup));
    const auto opened = app::store::WorkspaceStore::open(m_folder->path());
    REQUIRE_OK(opened);
    QVERIFY(QFileInfo::exists(backup));
    const auto checked = (*opened)->checkWhenDue(now + std::chrono::hours(1)).result();
    REQUIRE_OK(checked);
    QVERIFY(*checked); // although the last check is an hour old
    QVERIFY(!QFileInfo::exists(backup));
}

void TestFailureMigration::aNewFileNeedsNoCopy()
{
    REQUIRE_OK(Database::open(m_file, Database::Access::ReadWrite));
    QCOMPARE(namesIn(m_folder->path()), QStringList{QStringLiteral("cache.db")});
}

void TestFailureMigration::makingANewFileMayFailAnywhere()
{
    int points = 0;
    for (int n = 1;; ++n) {
        const QStringList names = namesIn(m_folder->path());
        for (const QString& name : names) {
            QFile::remove(m_folder->filePath(name));
        }
        {
            const FaultVfs faults({FaultPlan::Kind::IoError, n, true}, m_folder->path());
            const auto opened = Database::open(m_file, Database::Access::ReadWrite);
            if (!faults.hasFired()) {
                REQUIRE_OK(opened);
                break;
            }
            ++points;
        }
        const auto opened = Database::open(m_file, Database::Access::ReadWrite);
        REQUIRE_OK(opened);
        REQUIRE_OK(app::store::checkIntegrity(**opened));
    }
    qInfo("%d accesses failed, one in each making of a file", points);
    QVERIFY(points > 10);
}

QTEST_GUILESS_MAIN(TestFailureMigration)
#include "tst_failure_migration.moc"
