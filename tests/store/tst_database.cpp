// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Migrations.h"
#include "store/StoreKit.h"
#include "store/SyncState.h"
#include "store/WorkspaceLock.h"
#include "support/TestCase.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>

#include <SQLiteCpp/SQLiteCpp.h>

#include <sys/stat.h>

using namespace storetest;
using app::core::ErrorKind;
using app::store::Migration;

namespace {

/// What a release froze: everything but rows.
QByteArray schemaOf(SQLite::Database& connection)
{
    QByteArray text;
    for (const char* pragma : {"application_id", "user_version"}) {
        text += "PRAGMA " + QByteArray(pragma) + " = "
            + QByteArray::number(connection.execAndGet(std::string("PRAGMA ") + pragma).getInt()) + ";\n";
    }
    SQLite::Statement objects(
        connection, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name");
    while (objects.executeStep()) {
        text += QByteArray::fromStdString(objects.getColumn(0).getString()) + ";\n";
    }
    return text;
}

QFileInfoList frozenSchemas()
{
    return QDir(QStringLiteral(THREADCOUNT_TEST_DATA "/schema"))
        .entryInfoList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

/// A file of an older release with the rows that every store has.
void makeFrozen(const QString& file, const QByteArray& schema)
{
    SQLite::Database connection(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    connection.exec(schema.toStdString());
    connection.exec("INSERT INTO store_info (id, minimum_reader, salt) VALUES (1, 1, zeroblob(32));"
                    "INSERT INTO sync_state (id, goal_from) VALUES (1, 20000);"
                    "INSERT INTO engineer (id) VALUES (0)");
}

mode_t modeOf(const QString& file)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(file).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
}

} // namespace

class TestDatabase : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aNewFileHasTheFrozenSchema();
    void everyReleasedSchemaUpgradesToTheSameSchema_data();
    void everyReleasedSchemaUpgradesToTheSameSchema();
    void openingTwiceChangesNothing();
    void filesArePrivateWhateverTheUmask();
    void connectionsAreConfigured();
    void aStepThatFailsLeavesNoTrace();
    void stepsThatAreDoneAreSkipped();
    void migratingNeedsTheLock();
    void filesThatAreNotOursAreLeftAlone_data();
    void filesThatAreNotOursAreLeftAlone();
    void newerFilesAreRefusedUntouched_data();
    void newerFilesAreRefusedUntouched();
    void newerFilesThatAllowUsAreOpened();
    void damageBehindTheHeaderIsNamedAsSuch();
    void anEmptyFileIsFilled();
    void aCreationThatWasKilledIsContinued();
    void readingNeverMakesAFile();
    void readersSeeAFileThatNobodyHasOpen();
    void readersSeeWhatAKilledWriterCommitted();
    void writersWaitForEachOther();
    void aSecondConnectionLeavesTheLocksOfTheFirst();
    void everyStoreHasItsOwnSalt();
};

void TestDatabase::aNewFileHasTheFrozenSchema()
{
    const QFileInfoList frozen = frozenSchemas();
    QVERIFY(!frozen.isEmpty());
    TempStore temp;
    const QByteArray schema = schemaOf(temp.db().connection());
    if (qEnvironmentVariableIsSet("THREADCOUNT_PRINT_SCHEMA")) {
        fputs(schema.constData(), stdout); // for the file of the next release
    }
    // A released step must never be edited: write a new one instead.
    QCOMPARE(QString::fromUtf8(schema), QString::fromUtf8(contentOf(frozen.last().filePath())));
}

void TestDatabase::everyReleasedSchemaUpgradesToTheSameSchema_data()
{
    QTest::addColumn<QString>("file");
    const QFileInfoList frozen = frozenSchemas();
    for (const QFileInfo& info : frozen) {
        QTest::newRow(qPrintable(info.completeBaseName())) << info.filePath();
    }
}

void TestDatabase::everyReleasedSchemaUpgradesToTheSameSchema()
{
    QFETCH(QString, file);
    QTemporaryDir folder;
    const QString old = folder.filePath(QStringLiteral("cache.db"));
    makeFrozen(old, contentOf(file));

    const auto opened = Database::open(old, Database::Access::ReadWrite);

    REQUIRE_OK(opened);
    TempStore fresh;
    QCOMPARE(schemaOf((*opened)->connection()), schemaOf(fresh.db().connection()));
    const auto state = app::store::loadSyncState(**opened);
    REQUIRE_OK(state);
    QVERIFY(state->goalFrom == UtcDay::fromNumber(20'000));
}

void TestDatabase::openingTwiceChangesNothing()
{
    TempStore temp;
    const QByteArray before = dump(temp.db()) + dump(temp.db(), {"store_info"});
    temp.close();
    const QByteArray file = fileHash(temp.file());
    temp.reopen();
    QCOMPARE(dump(temp.db()) + dump(temp.db(), {"store_info"}), before);
    temp.close();
    QCOMPARE(fileHash(temp.file()), file);
    QCOMPARE(namesIn(temp.folder()), QStringList{QStringLiteral("cache.db")});
}

void TestDatabase::filesArePrivateWhateverTheUmask()
{
    for (const mode_t mask : {0000U, 0022U, 0777U}) {
        const mode_t before = ::umask(mask);
        TempStore temp;
        run(temp.db(), "INSERT INTO client (client_id) VALUES ('x')");
        ::umask(before);
        const QStringList names = namesIn(temp.folder());
        QCOMPARE(names,
            (QStringList{
                QStringLiteral("cache.db"), QStringLiteral("cache.db-shm"), QStringLiteral("cache.db-wal")}));
        for (const QString& name : names) {
            QCOMPARE(modeOf(QDir(temp.folder()).filePath(name)), mode_t{0600});
        }
    }
}

void TestDatabase::connectionsAreConfigured()
{
    TempStore temp;
    QCOMPARE(value(temp.db(), "PRAGMA journal_mode"), std::string("wal"));
    QCOMPARE(number(temp.db(), "PRAGMA foreign_keys"), 1);
    QVERIFY(number(temp.db(), "PRAGMA busy_timeout") >= 5'000);
    auto reader = Database::open(temp.file(), Database::Access::ReadOnly);
    REQUIRE_OK(reader);
    QCOMPARE(number(**reader, "PRAGMA foreign_keys"), 1);
    QVERIFY(number(**reader, "PRAGMA busy_timeout") >= 5'000);
    QVERIFY_THROWS_EXCEPTION(SQLite::Exception, run(**reader, "INSERT INTO client (client_id) VALUES ('x')"));
}

void TestDatabase::aStepThatFailsLeavesNoTrace()
{
    // Each step changes schema and rows; then each of them in turn fails at its last statement.
    constexpr const char* kFirst[] = {"CREATE TABLE store_info (minimum_reader INTEGER)",
        "INSERT INTO store_info VALUES (0)", "CREATE TABLE one (a)", "INSERT INTO one VALUES (1)"};
    constexpr const char* kSecond[] = {"ALTER TABLE one ADD COLUMN b", "UPDATE one SET b = 2"};
    constexpr const char* kThird[] = {"CREATE TABLE three (c)", "DROP TABLE one"};
    constexpr const char* kBroken[]
        = {"CREATE TABLE half (d)", "INSERT INTO half VALUES (1)", "this is no SQL"};
    const std::vector<Migration> good{
        {1, "one", kFirst, 1, nullptr}, {2, "two", kSecond, 1, nullptr}, {3, "three", kThird, 3, nullptr}};
    for (std::size_t failing = 0; failing < good.size(); ++failing) {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("cache.db"));
        const auto open = [&] {
            return SQLite::Database(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        };
        {
            SQLite::Database connection = open();
            app::store::migrate(connection, std::span(good).first(failing));
        }
        const QByteArray before = fileHash(file);
        std::vector<Migration> steps = good;
        steps[failing].statements = kBroken;
        {
            SQLite::Database connection = open();
            QVERIFY_THROWS_EXCEPTION(SQLite::Exception, app::store::migrate(connection, steps));
        }
        QCOMPARE(fileHash(file), before);
        SQLite::Database connection = open();
        app::store::migrate(connection, good);
        QCOMPARE(connection.execAndGet("PRAGMA user_version").getInt(), 3);
        QCOMPARE(connection.execAndGet("SELECT minimum_reader FROM store_info").getInt(), 3);
        QVERIFY(!connection.tableExists("half"));
    }
}

void TestDatabase::stepsThatAreDoneAreSkipped()
{
    QTemporaryDir folder;
    SQLite::Database connection(
        folder.filePath(QStringLiteral("x.db")).toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    app::store::migrate(connection, app::store::migrations());
    const QByteArray schema = schemaOf(connection);
    app::store::migrate(connection, app::store::migrations());
    QCOMPARE(schemaOf(connection), schema);
    QCOMPARE(connection.execAndGet("PRAGMA user_version").getInt(), app::store::latestSchemaVersion());
    int version = 0;
    for (const Migration& step : app::store::migrations()) {
        QCOMPARE(step.version, ++version);
        QVERIFY(step.minimumReader >= 1 && step.minimumReader <= step.version);
    }
}

void TestDatabase::migratingNeedsTheLock()
{
    // A new file may be made while somebody syncs; an old one must not change under a running sync. Version 1
    // has no older release, so the file pretends to be one that a later step must still lift.
    if (app::store::latestSchemaVersion() == 1) {
        TempStore temp;
        const auto lock = app::store::WorkspaceLock::acquire(temp.folder());
        REQUIRE_OK(lock);
        temp.reopen();
        QCOMPARE(number(temp.db(), "PRAGMA user_version"), 1);
        return;
    }
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("cache.db"));
    makeFrozen(file, contentOf(frozenSchemas().first().filePath()));
    const QByteArray before = fileHash(file);
    {
        const auto lock = app::store::WorkspaceLock::acquire(folder.path());
        REQUIRE_OK(lock);
        COMPARE_ERROR(Database::open(file, Database::Access::ReadWrite), ErrorKind::SyncRunning);
        QCOMPARE(fileHash(file), before);
    }
    REQUIRE_OK(Database::open(file, Database::Access::ReadWrite));
}

void TestDatabase::filesThatAreNotOursAreLeftAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("Dear diary, this is no database.\n");
    QTest::newRow("one byte") << QByteArray("x");
    QByteArray noise(10'000, Qt::Uninitialized);
    QRandomGenerator random(42);
    for (char& byte : noise) {
        byte = static_cast<char>(random.generate() & 0xFF);
    }
    QTest::newRow("noise") << noise;
    QTest::newRow("zeros") << QByteArray(8'192, '\0');
    QTest::newRow("the magic and nothing else") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("the magic and noise") << QByteArray("SQLite format 3\0", 16) + noise;

    TempStore temp;
    for (int i = 0; i < 200; ++i) {
        run(temp.db(),
            "INSERT INTO client (client_id) VALUES ('" + std::string(200, 'x') + std::to_string(i) + "')");
    }
    temp.close();
    const QByteArray ours = contentOf(temp.file());
    QVERIFY(ours.size() > 20'000);
    QTest::newRow("cut in the middle of a page") << ours.left(ours.size() / 2 + 100);
    QTest::newRow("cut after the first page") << ours.left(4'096);
    QTest::newRow("cut inside the header") << ours.left(90);

    QTemporaryDir folder;
    const auto make = [&](const char* name, const std::string& sql) {
        const QString file = folder.filePath(QString::fromLatin1(name));
        {
            SQLite::Database connection(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            connection.exec(sql);
        }
        return contentOf(file);
    };
    QTest::newRow("a database without an application id") << make("a.db", "CREATE TABLE notes (text)");
    QTest::newRow("a database of another application")
        << make("b.db", "PRAGMA application_id = 7; CREATE TABLE notes (text)");
    QTest::newRow("another application's file without tables") << make("c.db", "PRAGMA application_id = 7");
    QTest::newRow("our id without a version")
        << make("d.db", "PRAGMA application_id = 1416119156; CREATE TABLE x (y)");
    QTest::newRow("our id and version without our tables")
        << make("e.db", "PRAGMA application_id = 1416119156; PRAGMA user_version = 1; CREATE TABLE x (y)");
    QTest::newRow("a database in WAL mode of another application")
        << make("f.db", "PRAGMA journal_mode = WAL; PRAGMA application_id = 7; CREATE TABLE notes (text)");
}

void TestDatabase::filesThatAreNotOursAreLeftAlone()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("cache.db"));
    writeFile(file, content);
    const mode_t mode = modeOf(file);
    for (const auto access : {Database::Access::ReadWrite, Database::Access::ReadOnly}) {
        const auto opened = Database::open(file, access);
        COMPARE_ERROR(opened, ErrorKind::StoreDamaged);
        QCOMPARE(opened.error().subject, file);
        QVERIFY(contentOf(file) == content);
        QCOMPARE(modeOf(file), mode);
        QCOMPARE(namesIn(folder.path()), QStringList{QStringLiteral("cache.db")});
    }
}

void TestDatabase::newerFilesAreRefusedUntouched_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("a reader of the future is needed")
        << QStringLiteral("PRAGMA user_version = 900; UPDATE store_info SET minimum_reader = 900");
    QTest::newRow("just one version too new")
        << QStringLiteral("PRAGMA user_version = %1; UPDATE store_info SET minimum_reader = %1")
               .arg(app::store::latestSchemaVersion() + 1);
    QTest::newRow("a layout that says nothing about readers")
        << QStringLiteral("PRAGMA user_version = 900; DROP TABLE store_info");
}

void TestDatabase::newerFilesAreRefusedUntouched()
{
    QFETCH(QString, sql);
    TempStore temp;
    run(temp.db(), sql.toStdString());
    temp.close();
    const QByteArray before = fileHash(temp.file());
    for (const auto access : {Database::Access::ReadWrite, Database::Access::ReadOnly}) {
        COMPARE_ERROR(Database::open(temp.file(), access), ErrorKind::StoreTooNew);
        QCOMPARE(fileHash(temp.file()), before);
        QCOMPARE(namesIn(temp.folder()), QStringList{QStringLiteral("cache.db")});
    }

    // Also while the newer program has it open, and what it wrote last is still in the write-ahead log.
    SQLite::Database newer(temp.file().toStdString(), SQLite::OPEN_READWRITE);
    newer.exec("CREATE TABLE later (x)");
    const QByteArray wal = fileHash(temp.file() + QStringLiteral("-wal"));
    COMPARE_ERROR(Database::open(temp.file(), Database::Access::ReadWrite), ErrorKind::StoreTooNew);
    QCOMPARE(fileHash(temp.file()), before);
    QCOMPARE(fileHash(temp.file() + QStringLiteral("-wal")), wal);
}

void TestDatabase::newerFilesThatAllowUsAreOpened()
{
    TempStore temp;
    run(temp.db(), "PRAGMA user_version = 900; CREATE TABLE addition (x)");
    temp.close();
    for (const auto access : {Database::Access::ReadWrite, Database::Access::ReadOnly}) {
        const auto opened = Database::open(temp.file(), access);
        REQUIRE_OK(opened);
        QCOMPARE(number(**opened, "PRAGMA user_version"), 900);
    }
}

void TestDatabase::damageBehindTheHeaderIsNamedAsSuch()
{
    TempStore temp;
    const UtcDay when = day("2026-11-18");
    std::vector<UsageRow> rows;
    for (int person = 0; person < 2'000; ++person) {
        rows.push_back(usage(when, "user-" + std::to_string(person), person));
    }
    REQUIRE_OK(
        store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, {when, when}, {rows}, when.end(), when + 1));
    temp.close();
    QByteArray content = contentOf(temp.file());
    const qsizetype kept = 60 * 4'096; // the schema and the roots of its tables stay whole
    QVERIFY(content.size() > kept + 4'096);
    std::fill(content.begin() + kept, content.end(), '\xA5');
    writeFile(temp.file(), content);
    temp.reopen();
    COMPARE_ERROR(
        store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, {when, when}, {{}}, when.end(), when + 1),
        ErrorKind::StoreDamaged);
}

void TestDatabase::anEmptyFileIsFilled()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("cache.db"));
    writeFile(file, {});
    COMPARE_ERROR(Database::open(file, Database::Access::ReadOnly), ErrorKind::StoreFailed);
    REQUIRE_OK(Database::open(file, Database::Access::ReadWrite));
    REQUIRE_OK(Database::open(file, Database::Access::ReadOnly));
    QCOMPARE(modeOf(file), mode_t{0600});
}

void TestDatabase::aCreationThatWasKilledIsContinued()
{
    // The state on disk in the middle of the first transaction: pages are written, and the journal says that
    // the file was empty before.
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("cache.db"));
    const QString half = folder.filePath(QStringLiteral("half.db"));
    {
        SQLite::Database connection(half.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        connection.exec(
            "PRAGMA cache_size = 1; BEGIN; PRAGMA application_id = 1416119156; CREATE TABLE x (y);"
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
            " INSERT INTO x SELECT zeroblob(1000) FROM n");
        QVERIFY(QFile::copy(half, file));
        QVERIFY(QFile::copy(half + QStringLiteral("-journal"), file + QStringLiteral("-journal")));
    }
    QVERIFY(QFileInfo(file).size() > 100'000);
    QVERIFY(QFileInfo(file + QStringLiteral("-journal")).size() > 0);
    const auto opened = Database::open(file, Database::Access::ReadWrite);
    REQUIRE_OK(opened);
    TempStore fresh;
    QCOMPARE(schemaOf((*opened)->connection()), schemaOf(fresh.db().connection()));
}

void TestDatabase::readingNeverMakesAFile()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("cache.db"));
    COMPARE_ERROR(Database::open(file, Database::Access::ReadOnly), ErrorKind::StoreFailed);
    QCOMPARE(namesIn(folder.path()), QStringList());
    COMPARE_ERROR(
        Database::open(folder.filePath(QStringLiteral("no/such/cache.db")), Database::Access::ReadWrite),
        ErrorKind::StoreFailed);
    QCOMPARE(namesIn(folder.path()), QStringList());
    // A folder or a link under the name of the file.
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("cache.db")));
    COMPARE_ERROR(Database::open(file, Database::Access::ReadWrite), ErrorKind::StoreDamaged);
    QVERIFY(QDir(folder.path()).rmdir(QStringLiteral("cache.db")));
    TempStore other;
    other.close();
    const QByteArray before = fileHash(other.file());
    QVERIFY(QFile::link(other.file(), file));
    COMPARE_ERROR(Database::open(file, Database::Access::ReadWrite), ErrorKind::StoreDamaged);
    QCOMPARE(fileHash(other.file()), before);
}

void TestDatabase::readersSeeAFileThatNobodyHasOpen()
{
    TempStore temp;
    run(temp.db(), "INSERT INTO client (client_id) VALUES ('x')");
    temp.close();
    QCOMPARE(namesIn(temp.folder()), QStringList{QStringLiteral("cache.db")});
    for (int i = 0; i < 2; ++i) {
        const auto reader = Database::open(temp.file(), Database::Access::ReadOnly);
        REQUIRE_OK(reader);
        QCOMPARE(number(**reader, "SELECT count(*) FROM client"), 1);
    }
    temp.reopen();
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM client"), 1);
}

void TestDatabase::readersSeeWhatAKilledWriterCommitted()
{
    TempStore temp;
    run(temp.db(), "INSERT INTO client (client_id) VALUES ('x')");
    // A copy of database and log without the shared memory is what a killed process or a copied folder
    // leaves.
    QTemporaryDir left;
    const QString file = left.filePath(QStringLiteral("cache.db"));
    QVERIFY(QFile::copy(temp.file(), file));
    QVERIFY(QFile::copy(temp.file() + QStringLiteral("-wal"), file + QStringLiteral("-wal")));
    const auto reader = Database::open(file, Database::Access::ReadOnly);
    REQUIRE_OK(reader);
    QCOMPARE(number(**reader, "SELECT count(*) FROM client"), 1);
    const auto writer = Database::open(file, Database::Access::ReadWrite);
    REQUIRE_OK(writer);
    QCOMPARE(number(**writer, "SELECT count(*) FROM client"), 1);
}

void TestDatabase::writersWaitForEachOther()
{
    TempStore temp;
    const auto other = Database::open(temp.file(), Database::Access::ReadWrite);
    REQUIRE_OK(other);
    const UtcDay when = day("2026-11-18");
    for (int i = 0; i < 5; ++i) {
        REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, {when, when},
            {{usage(when, "a", i)}}, when.end(), when + 1));
        REQUIRE_OK(store<UsageRow>(**other, Dataset::UsagePerEngineer, {when, when},
            {{usage(when, "a", i + 100)}}, when.end(), when + 1));
    }
    QCOMPARE(number(temp.db(), "SELECT turns FROM usage_day"), 104);
}

void TestDatabase::aSecondConnectionLeavesTheLocksOfTheFirst()
{
    TempStore temp;
    run(temp.db(), "INSERT INTO client (client_id) VALUES ('x')");
    REQUIRE_OK(Database::open(temp.file(), Database::Access::ReadWrite)); // and closed again
    REQUIRE_OK(Database::open(temp.file(), Database::Access::ReadOnly));
    QVERIFY(QFileInfo::exists(temp.file() + QStringLiteral("-wal")));

    // Another process takes the log away only when it believes to be alone.
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--open-and-close"), temp.file()});
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.exitCode(), 0);

    QVERIFY(QFileInfo::exists(temp.file() + QStringLiteral("-wal")));
    run(temp.db(), "INSERT INTO client (client_id) VALUES ('y')");
    temp.reopen();
    QCOMPARE(number(temp.db(), "SELECT count(*) FROM client"), 2);
}

void TestDatabase::everyStoreHasItsOwnSalt()
{
    TempStore one;
    TempStore two;
    const auto first = app::store::storeSalt(one.db());
    const auto second = app::store::storeSalt(two.db());
    REQUIRE_OK(first);
    REQUIRE_OK(second);
    QCOMPARE(first->size(), 32);
    QVERIFY(*first != *second);
    one.reopen();
    const auto again = app::store::storeSalt(one.db());
    REQUIRE_OK(again);
    QCOMPARE(*again, *first);
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--open-and-close") == 0) {
        const auto opened = Database::open(QFile::decodeName(argv[2]), Database::Access::ReadWrite);
        return opened && number(**opened, "SELECT count(*) FROM client") == 1 ? 0 : 1;
    }
    TestDatabase test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_database.moc"
