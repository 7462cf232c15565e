// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/DataFolder.h"
#include "store/Integrity.h"
#include "store/Rebuild.h"
#include "store/StoreKit.h"
#include "store/SyncState.h"
#include "store/WorkspaceLock.h"
#include "store/WorkspaceStore.h"
#include "support/TestCase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <SQLiteCpp/SQLiteCpp.h>

#include <sys/stat.h>
#include <unistd.h>

#include <random>

using namespace storetest;
using app::core::ErrorKind;
using app::records::ClientUsage;
using app::store::checkIntegrity;
using app::store::WorkspaceStore;

namespace {

constexpr int kPeople = 120;
const DayRange kDays{day("2026-11-01"), day("2026-11-12")};
constexpr std::uint32_t kSeed = 20261122;

/// Some days of people with surfaces and models, reviews, and a goal.
void fill(Database& database, int turns)
{
    for (UtcDay when = kDays.first; when <= kDays.last; ++when) {
        std::vector<UsageRow> rows;
        for (int person = 0; person < kPeople; ++person) {
            rows.push_back(usage(when, "user-" + std::to_string(person), turns + person));
            ClientUsage surface;
            surface.clientId = person % 2 == 0 ? "CODEX_CLI" : "CODEX_WEB";
            surface.turns = turns;
            rows.back().clients.push_back(surface);
        }
        REQUIRE_OK(store<UsageRow>(
            database, Dataset::UsagePerEngineer, {when, when}, {rows}, when.end(), kDays.last + 1));
        REQUIRE_OK(store<ReviewRow>(database, Dataset::CodeReviews, {when, when}, {{review(when, turns)}},
            when.end(), kDays.last + 1));
    }
    auto state = app::store::loadSyncState(database);
    REQUIRE_OK(state);
    state->goalFrom = kDays.first;
    REQUIRE_OK(app::store::saveSyncState(database, *state));
}

/// A cache in which some pages are free, as after days that shrank.
void makeCache(const QString& folder)
{
    const auto opened = Database::open(folder + QStringLiteral("/cache.db"), Database::Access::ReadWrite);
    REQUIRE_OK(opened);
    run(**opened,
        "CREATE TABLE gone AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
        " WHERE i < 60) SELECT zeroblob(2000) AS bytes FROM n");
    fill(**opened, 5);
    run(**opened, "DROP TABLE gone");
    QVERIFY(number(**opened, "PRAGMA freelist_count") > 10);
}

/// What a person who only reads numbers would see.
QByteArray numbersIn(Database& database)
{
    return dump(database,
        {"usage_day", "usage_client", "usage_model", "workspace_day", "review_day", "review_response_day",
            "usage_total_by_day", "usage_by_month", "usage_block", "usage_week_block", "surface_block",
            "surface_week_block", "people_by_day", "surface_by_day", "model_by_day", "token_by_day",
            "coverage"});
}

enum class Outcome { Unharmed, Noticed, Unnoticed };

/// What the next start makes of the file in `folder`.
Outcome startOn(const QString& folder, const QByteArray& numbers)
{
    const auto opened = Database::open(folder + QStringLiteral("/cache.db"), Database::Access::ReadWrite);
    if (!opened) {
        return opened.error().kind == ErrorKind::StoreDamaged ? Outcome::Noticed : Outcome::Unnoticed;
    }
    const auto whole = checkIntegrity(**opened);
    if (!whole) {
        return whole.error().kind == ErrorKind::StoreDamaged ? Outcome::Noticed : Outcome::Unnoticed;
    }
    return numbersIn(**opened) == numbers ? Outcome::Unharmed : Outcome::Unnoticed;
}

} // namespace

/// Files that something else has harmed: the start says so, the rebuild gives an empty cache that works, and
/// nothing that is whole is called damaged.
class TestFailureDamage : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWholeCacheIsWhole();
    void truncatedAtAnyLength();
    void bitsFlipped_data();
    void bitsFlipped();
    void aBitFlippedInTheLog();
    void replacedBySomethingElse_data();
    void replacedBySomethingElse();
    void contradictionsAreFound_data();
    void contradictionsAreFound();
    void lockedByAnotherProcess();
    void theCheckRunsWhenItIsDue();
    void theCheckOfAClosingStoreEnds();
    void rebuildingCarriesOverWhatCanBeRead();
    void rebuildingRefusesWhatIsNotItsOwn();
    void rebuildingNeedsTheFileForItself();

private:
    QTemporaryDir m_place;
    QString m_folder; ///< holds a whole cache
    QByteArray m_content;
    QByteArray m_numbers;
    QByteArray m_salt;
    /// A folder with this file as its cache.
    QString folderWith(const QByteArray& content)
    {
        const QString folder = m_place.filePath(QStringLiteral("harmed"));
        QDir(folder).removeRecursively();
        QDir().mkpath(folder);
        ::chmod(QFile::encodeName(folder).constData(), 0700);
        writeFile(folder + QStringLiteral("/cache.db"), content);
        return folder;
    }
    void requireRebuildable(const QString& folder)
    {
        const auto rebuilt = app::store::rebuild(folder);
        REQUIRE_OK(rebuilt);
        QVERIFY(!rebuilt->goalFrom || *rebuilt->goalFrom == kDays.first);
        const auto opened = Database::open(folder + QStringLiteral("/cache.db"), Database::Access::ReadWrite);
        REQUIRE_OK(opened);
        REQUIRE_OK(checkIntegrity(**opened));
        fill(**opened, 5);
        QCOMPARE(numbersIn(**opened), m_numbers);
    }
};

void TestFailureDamage::initTestCase()
{
    m_folder = m_place.filePath(QStringLiteral("whole"));
    QVERIFY(QDir().mkpath(m_folder));
    QCOMPARE(::chmod(QFile::encodeName(m_folder).constData(), 0700), 0);
    makeCache(m_folder);
    m_content = contentOf(m_folder + QStringLiteral("/cache.db"));
    const auto opened = Database::open(m_folder + QStringLiteral("/cache.db"), Database::Access::ReadOnly);
    REQUIRE_OK(opened);
    m_numbers = numbersIn(**opened);
    const auto salt = app::store::storeSalt(**opened);
    REQUIRE_OK(salt);
    m_salt = *salt;
}

void TestFailureDamage::aWholeCacheIsWhole()
{
    QVERIFY(startOn(folderWith(m_content), m_numbers) == Outcome::Unharmed);
    const auto nothing = app::store::rebuildIfDamaged(m_place.filePath(QStringLiteral("harmed")));
    REQUIRE_OK(nothing);
    QVERIFY(!*nothing);
    QCOMPARE(namesIn(m_place.filePath(QStringLiteral("harmed"))), QStringList{QStringLiteral("cache.db")});
}

void TestFailureDamage::truncatedAtAnyLength()
{
    std::vector<qsizetype> lengths{1, 15, 16, 99, 100, 101, 1'000, 4'095, 4'096, 4'097};
    for (qsizetype page = 2; page * 4'096 < m_content.size(); page += 7) {
        lengths.push_back(page * 4'096);
        lengths.push_back(page * 4'096 + 123);
    }
    lengths.push_back(m_content.size() - 4'096);
    lengths.push_back(m_content.size() - 1);
    for (const qsizetype length : lengths) {
        const QString folder = folderWith(m_content.left(length));
        // Where a file ends inside a page, SQLite reads zeros; they may be what was there.
        const qsizetype gone = m_content.size() - length;
        const bool isHarmless = gone < 4'096 && m_content.right(gone) == QByteArray(gone, '\0');
        QVERIFY2(startOn(folder, m_numbers) == (isHarmless ? Outcome::Unharmed : Outcome::Noticed),
            qPrintable(QString::number(length)));
        requireRebuildable(folder);
    }
    // Empty is not damaged: it is new, and is filled.
    const QString folder = folderWith({});
    const auto opened = Database::open(folder + QStringLiteral("/cache.db"), Database::Access::ReadWrite);
    REQUIRE_OK(opened);
    fill(**opened, 5);
    QCOMPARE(numbersIn(**opened), m_numbers);
    qInfo("%zu lengths", lengths.size());
}

void TestFailureDamage::bitsFlipped_data()
{
    QTest::addColumn<qsizetype>("from");
    QTest::addColumn<qsizetype>("to");
    QTest::addColumn<int>("flips");
    QTest::newRow("the header") << qsizetype(0) << qsizetype(100) << 200;
    QTest::newRow("the schema") << qsizetype(100) << qsizetype(4'096) << 200;
    QTest::newRow("anywhere") << qsizetype(4'096) << m_content.size() << 600;
}

void TestFailureDamage::bitsFlipped()
{
    QFETCH(qsizetype, from);
    QFETCH(qsizetype, to);
    QFETCH(int, flips);
    std::mt19937 random(kSeed);
    int noticed = 0;
    int unharmed = 0;
    int unnoticed = 0;
    for (int i = 0; i < flips; ++i) {
        QByteArray content = m_content;
        const qsizetype at = from + static_cast<qsizetype>(random()) % (to - from);
        content[at] = static_cast<char>(content[at] ^ (1 << (random() % 8)));
        const QString folder = folderWith(content);
        switch (startOn(folder, m_numbers)) {
        case Outcome::Unharmed: ++unharmed; break;
        case Outcome::Unnoticed: ++unnoticed; break;
        case Outcome::Noticed:
            ++noticed;
            if (noticed % 10 == 1) {
                requireRebuildable(folder);
            }
            break;
        }
    }
    qInfo("seed %u: %d bits flipped one after the other: %d noticed, %d without effect on a number, %d in a"
          " number that no sum covers",
        kSeed, flips, noticed, unharmed, unnoticed);
    QVERIFY(noticed > 0);
    // What no sum covers: reviews and workspace rows.
    QVERIFY(unnoticed <= flips / 20);
}

void TestFailureDamage::aBitFlippedInTheLog()
{
    // A log that a killed process left: a frame whose checksum is wrong ends it, as if what follows had never
    // been written. The days before are whole.
    const QString folder = folderWith(m_content);
    const QString file = folder + QStringLiteral("/cache.db");
    QByteArray log;
    {
        const auto opened = Database::open(file, Database::Access::ReadWrite);
        REQUIRE_OK(opened);
        run(**opened, "PRAGMA wal_autocheckpoint = 0");
        fill(**opened, 9);
        log = contentOf(file + QStringLiteral("-wal"));
    }
    QVERIFY(log.size() > 100'000);
    std::mt19937 random(kSeed);
    for (int i = 0; i < 60; ++i) {
        const QString harmed = folderWith(m_content);
        QByteArray bytes = log;
        const qsizetype at = static_cast<qsizetype>(random()) % bytes.size();
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
        writeFile(harmed + QStringLiteral("/cache.db-wal"), bytes);
        const auto opened = Database::open(harmed + QStringLiteral("/cache.db"), Database::Access::ReadWrite);
        REQUIRE_OK(opened);
        REQUIRE_OK(checkIntegrity(**opened));
        // Per day the old numbers or the new ones.
        QCOMPARE(number(**opened,
                     "SELECT count(*) FROM (SELECT day, min(turns) AS least FROM usage_day"
                     " GROUP BY day) WHERE least NOT IN (5, 9)"),
            0);
        fill(**opened, 9);
        QCOMPARE(number(**opened, "SELECT min(turns) FROM usage_day"), 9);
    }
}

void TestFailureDamage::replacedBySomethingElse_data()
{
    QTest::addColumn<QString>("what");
    for (const char* what : {"a text file", "a foreign database", "an empty folder", "a folder with files",
             "a link to a foreign file", "a device of zeros"}) {
        QTest::newRow(what) << QString::fromLatin1(what);
    }
}

void TestFailureDamage::replacedBySomethingElse()
{
    QFETCH(QString, what);
    const QString folder = folderWith("Dear diary, this is no database.\n");
    const QString file = folder + QStringLiteral("/cache.db");
    const QString elsewhere = m_place.filePath(QStringLiteral("elsewhere"));
    writeFile(elsewhere, "somebody else's");
    if (what == QLatin1String("a foreign database")) {
        QVERIFY(QFile::remove(file));
        SQLite::Database foreign(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        foreign.exec("PRAGMA application_id = 7; CREATE TABLE sync_state (goal_from TEXT);"
                     "INSERT INTO sync_state VALUES ('now')");
    } else if (what.contains(QLatin1String("folder"))) {
        QVERIFY(QFile::remove(file));
        QVERIFY(QDir().mkdir(file));
        if (what.endsWith(QLatin1String("with files"))) {
            writeFile(file + QStringLiteral("/thesis.txt"), "x");
        }
    } else if (what.startsWith(QLatin1String("a link"))) {
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::link(elsewhere, file));
    } else if (what.endsWith(QLatin1String("zeros"))) {
        writeFile(file, QByteArray(50'000, '\0'));
    }
    const auto opened = WorkspaceStore::open(folder);
    COMPARE_ERROR(opened, ErrorKind::StoreDamaged);

    if (what.endsWith(QLatin1String("with files"))) {
        // Not ours to move or delete.
        COMPARE_ERROR(app::store::rebuild(folder), ErrorKind::StoreFailed);
        QCOMPARE(contentOf(file + QStringLiteral("/thesis.txt")), QByteArray("x"));
        return;
    }
    requireRebuildable(folder);
    QCOMPARE(contentOf(elsewhere), QByteArray("somebody else's"));
}

void TestFailureDamage::contradictionsAreFound_data()
{
    // Each leaves a file that SQLite finds whole.
    QTest::addColumn<QString>("sql");
    QTest::newRow("a number") << QStringLiteral("UPDATE usage_day SET turns = turns + 1 WHERE engineer = 3");
    QTest::newRow("a sum") << QStringLiteral("UPDATE usage_total_by_day SET total_tokens = 1");
    QTest::newRow("a month") << QStringLiteral("UPDATE usage_by_month SET turns = 0 WHERE engineer = 5");
    QTest::newRow("a block") << QStringLiteral(
        "UPDATE usage_block SET counts = (SELECT counts FROM usage_week_block LIMIT 1)");
    QTest::newRow("a block is gone") << QStringLiteral("DELETE FROM surface_block WHERE day % 5 = 0");
    QTest::newRow("a block too many")
        << QStringLiteral("INSERT INTO usage_block SELECT day, 99, counts, amounts FROM usage_block LIMIT 1");
    QTest::newRow("a week of another one")
        << QStringLiteral("UPDATE usage_week_block SET amounts = (SELECT amounts FROM usage_block LIMIT 1)");
    QTest::newRow("a week too many") << QStringLiteral(
        "INSERT INTO surface_week_block SELECT week + 700, block, surfaces FROM surface_week_block LIMIT 1");
    QTest::newRow("a set of people") << QStringLiteral(
        "UPDATE people_by_day SET people = zeroblob(9) WHERE client = 1");
    QTest::newRow("a surface") << QStringLiteral("UPDATE surface_by_day SET credits = 1e6 WHERE client = 2");
    QTest::newRow("tokens of a day") << QStringLiteral("UPDATE token_by_day SET skipped_rows = 77");
    QTest::newRow("costs of a surface of a person")
        << QStringLiteral("UPDATE usage_client SET credits = 3 WHERE engineer = 9");
    QTest::newRow("rows are gone") << QStringLiteral("DELETE FROM usage_day WHERE day % 3 = 0");
    QTest::newRow("a person is gone") << QStringLiteral("DELETE FROM engineer WHERE id = 7");
    QTest::newRow("nobody's person is gone") << QStringLiteral("DELETE FROM engineer WHERE id = 0");
    QTest::newRow("reviews are gone") << QStringLiteral("DELETE FROM review_day");
    QTest::newRow("the state is gone") << QStringLiteral("DELETE FROM sync_state");
    QTest::newRow("the coverage is gone") << QStringLiteral("DELETE FROM coverage");
    QTest::newRow("an unknown surface") << QStringLiteral("INSERT INTO usage_client (day, engineer, client)"
                                                          " SELECT day, engineer, 77 FROM usage_day LIMIT 1");
    QTest::newRow("an unknown model") << QStringLiteral("INSERT INTO usage_model (day, engineer, model)"
                                                        " SELECT day, engineer, 77 FROM usage_day LIMIT 1");
    QTest::newRow("a table is gone") << QStringLiteral("DROP TABLE usage_by_month");
}

void TestFailureDamage::contradictionsAreFound()
{
    QFETCH(QString, sql);
    const QString folder = folderWith(m_content);
    {
        const QString file = folder + QStringLiteral("/cache.db");
        SQLite::Database other(file.toStdString(), SQLite::OPEN_READWRITE);
        other.exec(sql.toStdString());
        QCOMPARE(other.execAndGet("PRAGMA integrity_check").getString(), std::string("ok"));
    }
    {
        const auto opened = WorkspaceStore::open(folder);
        REQUIRE_OK(opened);
        COMPARE_ERROR((*opened)->checkWhenDue(kDays.last.end()).result(), ErrorKind::StoreDamaged);
    }
    requireRebuildable(folder);
}

void TestFailureDamage::lockedByAnotherProcess()
{
    const QString folder = folderWith(m_content);
    const QString file = folder + QStringLiteral("/cache.db");
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), file});
    QVERIFY(other.waitForReadyRead());
    QCOMPARE(other.readLine().trimmed(), QByteArray("held"));
    {
        // Reading goes on, writing says clearly that it could not.
        const auto opened = Database::open(file, Database::Access::ReadWrite);
        REQUIRE_OK(opened);
        (*opened)->connection().setBusyTimeout(50);
        QCOMPARE(numbersIn(**opened), m_numbers);
        const UtcDay when = kDays.first;
        const auto stored = store<UsageRow>(**opened, Dataset::UsagePerEngineer, {when, when},
            {{usage(when, "user-1", 1)}}, when.end(), kDays.last + 1);
        COMPARE_ERROR(stored, ErrorKind::StoreFailed);
        QVERIFY2(stored.error().detail.contains(QLatin1String("locked")), qPrintable(stored.error().detail));
        COMPARE_ERROR(app::store::rebuild(folder), ErrorKind::StoreFailed);
    }
    other.kill();
    QVERIFY(other.waitForFinished());
    QVERIFY(startOn(folder, m_numbers) == Outcome::Unharmed);
    const auto opened = Database::open(file, Database::Access::ReadWrite);
    REQUIRE_OK(opened);
    fill(**opened, 9);
    QCOMPARE(number(**opened, "SELECT min(turns) FROM usage_day"), 9);
}

void TestFailureDamage::theCheckRunsWhenItIsDue()
{
    const QString folder = folderWith(m_content);
    const QString note = folder + QStringLiteral("/cache.checked");
    const Instant now = kDays.last.end();
    const auto checked = [&](Instant when) {
        const auto opened = WorkspaceStore::open(folder);
        const auto result = opened ? (*opened)->checkWhenDue(when).result() : Result<bool>(false);
        return result && *result;
    };
    QVERIFY(checked(now));
    QVERIFY(QFileInfo::exists(note));
    QCOMPARE(QFile::permissions(note) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(!checked(now + std::chrono::hours(23)));
    QVERIFY(checked(now + std::chrono::hours(24)));
    QVERIFY(!checked(now + std::chrono::hours(25)));
    QVERIFY(checked(now)); // the clock was set back
    writeFile(note, "rubbish");
    QVERIFY(checked(now));
    // Somebody did not close it: what is in the log is put right, and looked at.
    {
        const auto opened = Database::open(folder + QStringLiteral("/cache.db"), Database::Access::ReadWrite);
        REQUIRE_OK(opened);
        fill(**opened, 6);
        const QByteArray log = contentOf(folder + QStringLiteral("/cache.db-wal"));
        QVERIFY(log.size() > 0);
        const QString copy = m_place.filePath(QStringLiteral("log"));
        writeFile(copy, log);
    }
    writeFile(folder + QStringLiteral("/cache.db-wal"), contentOf(m_place.filePath(QStringLiteral("log"))));
    QVERIFY(checked(now + std::chrono::hours(1)));
    QVERIFY(!checked(now + std::chrono::hours(1)));
}

void TestFailureDamage::theCheckOfAClosingStoreEnds()
{
    const QString folder = folderWith(m_content);
    for (int i = 0; i < 20; ++i) {
        QFuture<Result<bool>> checking;
        {
            const auto opened = WorkspaceStore::open(folder);
            REQUIRE_OK(opened);
            checking = (*opened)->checkWhenDue(kDays.last.end() + std::chrono::hours(30 * i));
        }
        QVERIFY(checking.isFinished());
        const Result<bool> result = checking.result();
        QVERIFY(result || result.error().kind == ErrorKind::Cancelled);
    }
}

void TestFailureDamage::rebuildingCarriesOverWhatCanBeRead()
{
    QByteArray content = m_content;
    std::fill(content.end() - 4 * 4'096, content.end(), '\xA5');
    const QString folder = folderWith(content);
    const QString file = folder + QStringLiteral("/cache.db");
    writeFile(folder + QStringLiteral("/cache.checked"), "1");
    for (int round = 0; round < 2; ++round) {
        const auto rebuilt = app::store::rebuild(folder);
        REQUIRE_OK(rebuilt);
        QCOMPARE(rebuilt->setAside, folder + QStringLiteral("/cache.damaged.db"));
        QVERIFY(rebuilt->goalFrom == kDays.first);
        QCOMPARE(namesIn(folder),
            (QStringList{QStringLiteral("cache.damaged.db"), QStringLiteral("cache.db"),
                QStringLiteral("sync.lock")}));
        const auto opened = Database::open(file, Database::Access::ReadOnly);
        REQUIRE_OK(opened);
        const auto salt = app::store::storeSalt(**opened);
        REQUIRE_OK(salt);
        QCOMPARE(*salt, m_salt);
        QCOMPARE(number(**opened, "SELECT count(*) FROM usage_day"), 0);
        const auto aside = contentOf(rebuilt->setAside);
        QVERIFY(round == 1 || aside == content);
    }
}

void TestFailureDamage::rebuildingRefusesWhatIsNotItsOwn()
{
    const QString folder = folderWith(m_content);
    const QString file = folder + QStringLiteral("/cache.db");
    {
        SQLite::Database newer(file.toStdString(), SQLite::OPEN_READWRITE);
        newer.exec("PRAGMA user_version = 900; UPDATE store_info SET minimum_reader = 900");
    }
    const QByteArray before = contentOf(file);
    COMPARE_ERROR(app::store::rebuild(folder), ErrorKind::StoreTooNew);
    QCOMPARE(contentOf(file), before);
    {
        const auto lock = app::store::WorkspaceLock::acquire(folder);
        REQUIRE_OK(lock);
        COMPARE_ERROR(app::store::rebuild(folder), ErrorKind::SyncRunning);
    }
    QCOMPARE(contentOf(file), before);
}

void TestFailureDamage::rebuildingNeedsTheFileForItself()
{
    const QString folder = folderWith(m_content);
    const QString file = folder + QStringLiteral("/cache.db");
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--open"), file});
    QVERIFY(other.waitForReadyRead());
    QCOMPARE(other.readLine().trimmed(), QByteArray("held"));
    const auto refused = app::store::rebuild(folder);
    COMPARE_ERROR(refused, ErrorKind::StoreFailed);
    QVERIFY(refused.error().detail.contains(QLatin1String("another program")));
    QVERIFY(!QFileInfo::exists(folder + QStringLiteral("/cache.damaged.db")));
    other.kill();
    QVERIFY(other.waitForFinished());
    REQUIRE_OK(app::store::rebuild(folder));
}

int main(int argc, char** argv)
{
    if (argc == 3) {
        // Has the cache open, with `--hold` inside a transaction that locks it.
        const auto opened = Database::open(QFile::decodeName(argv[2]), Database::Access::ReadWrite);
        if (opened && qstrcmp(argv[1], "--hold") == 0) {
            run(**opened, "BEGIN EXCLUSIVE");
        }
        puts(opened ? "held" : "refused");
        fflush(stdout);
        ::pause();
        return 0;
    }
    QCoreApplication application(argc, argv);
    TestFailureDamage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_failure_damage.moc"
