// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Guarded.h"
#include "store/StoreKit.h"
#include "store/UsageQueries.h"
#include "store/WorkspaceStore.h"
#include "support/TestCase.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QSemaphore>
#include <QThread>

#include <atomic>
#include <random>
#include <set>

using namespace storetest;
using app::core::ErrorKind;
using app::store::WorkspaceStore;

namespace {

const DayRange kDays{day("2026-11-10"), day("2026-11-14")};
constexpr int kPeople = 150;

/// A window in which every row of every day names the same version.
std::vector<std::vector<UsageRow>> version(std::int64_t number, std::size_t pageCount)
{
    std::vector<std::vector<UsageRow>> pages(pageCount);
    for (UtcDay when = kDays.first; when <= kDays.last; ++when) {
        for (int person = 0; person < kPeople; ++person) {
            UsageRow row = usage(when, "user-" + std::to_string(person), number);
            row.clients.resize(2);
            row.clients[0].clientId = "CODEX_CLI";
            row.clients[0].turns = number;
            row.clients[1].clientId = "CODEX_WEB";
            row.clients[1].turns = number;
            pages[static_cast<std::size_t>(person) % pageCount].push_back(row);
        }
    }
    return pages;
}

/// The version that every row of the window names, or -1 when they differ, or 0 when nothing is stored.
std::int64_t versionIn(const Database& database)
{
    auto& writable = const_cast<Database&>(database);
    const auto differing = number(writable,
        "SELECT count(DISTINCT turns) FROM (SELECT turns FROM usage_day UNION ALL SELECT turns FROM "
        "usage_client"
        " UNION ALL SELECT turns / row_count FROM usage_total_by_day UNION ALL SELECT turns / row_count FROM"
        " usage_by_month)");
    if (differing == 0) {
        return 0;
    }
    return differing == 1 ? number(writable, "SELECT max(turns) FROM usage_day") : -1;
}

/// Writes versions without an end; a line on stdout after each.
int writeForever(const QString& folder)
{
    const auto store = WorkspaceStore::open(folder);
    if (!store) {
        return 1;
    }
    for (std::int64_t number = 1;; ++number) {
        const std::size_t pages = number % 2 == 0 ? 1 : 3;
        const auto outcome = (*store)
                                 ->write([number, pages](Database& database) {
                                     return storetest::store(database, Dataset::UsagePerEngineer, kDays,
                                         version(number, pages), kDays.last.end(), kDays.last + 1);
                                 })
                                 .result();
        if (!outcome) {
            return 2;
        }
        printf("%lld\n", static_cast<long long>(number));
        fflush(stdout);
    }
}

} // namespace

class TestWorkspaceStore : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void writesHappenOneAfterTheOtherInOneThread();
    void readersHaveThreadsAndConnectionsOfTheirOwn();
    void readersSeeCommittedDaysOnly();
    void anErrorTravelsBack();
    void aReaderThatCannotOpenSaysSo();
    void cancelledReadingsAreSkippedOrInterrupted();
    void closingWaitsForWorkAndLeavesOneFile();
    void aKilledWriterLeavesCompleteDays();
};

void TestWorkspaceStore::writesHappenOneAfterTheOtherInOneThread()
{
    QTemporaryDir folder;
    const auto store = WorkspaceStore::open(folder.path());
    REQUIRE_OK(store);
    std::vector<int> order;
    std::set<Qt::HANDLE> threads;
    std::vector<QFuture<Result<int>>> jobs;
    for (int i = 0; i < 50; ++i) {
        jobs.push_back((*store)->write([&order, &threads, i](Database&) -> Result<int> {
            order.push_back(i); // no lock: there is one thread
            threads.insert(QThread::currentThreadId());
            return i;
        }));
    }
    for (int i = 0; i < 50; ++i) {
        QCOMPARE(jobs[static_cast<std::size_t>(i)].result().value(), i);
    }
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(threads.size(), std::size_t{1});
    QVERIFY(*threads.begin() != QThread::currentThreadId());
}

void TestWorkspaceStore::readersHaveThreadsAndConnectionsOfTheirOwn()
{
    QTemporaryDir folder;
    const auto store = WorkspaceStore::open(folder.path());
    REQUIRE_OK(store);
    // Two readers meet while the writer is busy: nobody waits for anybody.
    QSemaphore arrived;
    QSemaphore mayLeave;
    const auto writing = (*store)->write([&](Database&) -> Result<int> {
        mayLeave.acquire();
        return 0;
    });
    std::vector<QFuture<Result<const Database*>>> readers;
    for (int i = 0; i < 2; ++i) {
        readers.push_back((*store)->read([&](const Database& database) -> Result<const Database*> {
            arrived.release();
            mayLeave.acquire();
            return &database;
        }));
    }
    QVERIFY(arrived.tryAcquire(2, 10'000));
    mayLeave.release(3);
    QVERIFY(readers[0].result().value() != readers[1].result().value());
    QVERIFY(writing.result().has_value());
    std::set<const Database*> connections;
    for (int i = 0; i < 20; ++i) {
        connections.insert(
            (*store)
                ->read([](const Database& database) -> Result<const Database*> { return &database; })
                .result()
                .value());
    }
    QVERIFY(connections.size() <= 2);
}

void TestWorkspaceStore::readersSeeCommittedDaysOnly()
{
    QTemporaryDir folder;
    const auto store = WorkspaceStore::open(folder.path());
    REQUIRE_OK(store);
    std::atomic_bool isDone = false;
    const auto writing = (*store)->write([&isDone](Database& database) -> Result<int> {
        for (std::int64_t number = 1; number <= 30; ++number) {
            const auto outcome = storetest::store(database, Dataset::UsagePerEngineer, kDays,
                version(number, number % 2 == 0 ? 1 : 3), kDays.last.end(), kDays.last + 1);
            if (!outcome) {
                return app::core::failure(outcome.error());
            }
        }
        isDone = true;
        return 0;
    });
    std::int64_t latest = 0;
    int looks = 0;
    while (!isDone || looks == 0) {
        const auto seen = (*store)->read(
            [](const Database& database) -> Result<std::int64_t> { return versionIn(database); });
        const std::int64_t number = seen.result().value();
        QVERIFY2(number >= latest, qPrintable(QString::number(number)));
        latest = number;
        ++looks;
    }
    QVERIFY(writing.result().has_value());
    const auto last = (*store)->read(
        [](const Database& database) -> Result<std::int64_t> { return versionIn(database); });
    QCOMPARE(last.result().value(), 30);
}

void TestWorkspaceStore::anErrorTravelsBack()
{
    QTemporaryDir folder;
    const auto store = WorkspaceStore::open(folder.path());
    REQUIRE_OK(store);
    const auto refused = (*store)->read([](const Database& database) -> Result<WindowOutcome> {
        return storetest::store(const_cast<Database&>(database), Dataset::UsagePerEngineer, kDays,
            version(1, 1), kDays.last.end(), kDays.last);
    });
    COMPARE_ERROR(refused.result(), ErrorKind::StoreFailed);
}

void TestWorkspaceStore::aReaderThatCannotOpenSaysSo()
{
    QTemporaryDir folder;
    const auto store = WorkspaceStore::open(folder.path());
    REQUIRE_OK(store);
    const QString file = (*store)->databaseFile();
    const QString away = file + QStringLiteral(".away");
    QVERIFY(QFile::rename(file, away));
    const auto look = [&] {
        return (*store)
            ->read([](const Database& database) -> Result<std::int64_t> { return versionIn(database); })
            .result();
    };
    COMPARE_ERROR(look(), ErrorKind::StoreFailed);
    QVERIFY(QFile::rename(away, file));
    REQUIRE_OK(look());
}

void TestWorkspaceStore::cancelledReadingsAreSkippedOrInterrupted()
{
    constexpr std::size_t kReaders = 2;
    QTemporaryDir folder;
    const auto store = WorkspaceStore::open(folder.path());
    REQUIRE_OK(store);
    struct Counts
    {
        std::atomic_int begun = 0;
        std::atomic_int interrupted = 0;
        std::atomic_int inNextQuery = 0;
    } counts;
    // Counts for a minute or so, unless somebody stops it; a page asks several queries one after the other.
    const auto countForLong = [&counts](const Database& database) -> Result<std::int64_t> {
        constexpr const char* kLong = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i"
                                      " < 500000000) SELECT count(*) FROM n";
        ++counts.begun;
        const auto ask = [&database]() -> Result<std::int64_t> {
            return app::store::guarded(database,
                [&]() -> Result<std::int64_t> { return database.connection().execAndGet(kLong).getInt64(); });
        };
        const Result<std::int64_t> first = ask();
        const Result<std::int64_t> second = ask();
        const auto isCancelled
            = [](const auto& answer) { return !answer && answer.error().kind == ErrorKind::Cancelled; };
        counts.interrupted += isCancelled(first) ? 1 : 0;
        counts.inNextQuery += isCancelled(second) ? 1 : 0;
        return first;
    };
    QElapsedTimer timer;
    timer.start();
    std::vector<QFuture<Result<std::int64_t>>> readings;
    for (int i = 0; i < 10; ++i) {
        readings.push_back((*store)->read(countForLong));
    }
    QTRY_COMPARE(counts.begun.load(), static_cast<int>(kReaders));
    for (auto& reading : readings) {
        reading.cancel();
    }
    const auto after = (*store)->read(
        [](const Database& database) -> Result<std::int64_t> { return versionIn(database); });

    // Only the two that ran had begun, and the connections are as good as before.
    QCOMPARE(after.result().value(), 0);
    for (auto& reading : readings) {
        reading.waitForFinished();
        QCOMPARE(reading.resultCount(), 0);
    }
    QCOMPARE(counts.begun.load(), static_cast<int>(kReaders));
    QCOMPARE(counts.interrupted.load(), static_cast<int>(kReaders));
    QCOMPARE(counts.inNextQuery.load(), static_cast<int>(kReaders));
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    for (std::size_t i = 0; i < 2 * kReaders; ++i) {
        REQUIRE_OK((*store)
                       ->read([](const Database& database) -> Result<std::int64_t> {
                           return number(const_cast<Database&>(database), "SELECT count(*) FROM engineer");
                       })
                       .result());
    }
}

void TestWorkspaceStore::closingWaitsForWorkAndLeavesOneFile()
{
    QTemporaryDir folder;
    std::atomic_int finished = 0;
    {
        const auto store = WorkspaceStore::open(folder.path());
        REQUIRE_OK(store);
        for (int i = 0; i < 3; ++i) {
            (*store)->write([&finished, i](Database& database) -> Result<WindowOutcome> {
                auto outcome = storetest::store(database, Dataset::UsagePerEngineer, kDays, version(i + 1, 1),
                    kDays.last.end(), kDays.last + 1);
                ++finished;
                return outcome;
            });
            (*store)->read([&finished](const Database& database) -> Result<std::int64_t> {
                const std::int64_t seen = versionIn(database);
                ++finished;
                return seen;
            });
        }
    }
    QCOMPARE(finished.load(), 6);
    QCOMPARE(namesIn(folder.path()), QStringList{QStringLiteral("cache.db")});
    const auto store = WorkspaceStore::open(folder.path());
    REQUIRE_OK(store);
    QCOMPARE((*store)
                 ->read([](const Database& database) -> Result<std::int64_t> { return versionIn(database); })
                 .result()
                 .value(),
        3);
}

void TestWorkspaceStore::aKilledWriterLeavesCompleteDays()
{
    const auto seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    QTemporaryDir folder;
    std::int64_t atLeast = 0;
    for (int round = 0; round < 12; ++round) {
        QProcess writer;
        writer.start(
            QCoreApplication::applicationFilePath(), {QStringLiteral("--write-forever"), folder.path()});
        QVERIFY(writer.waitForStarted());
        // Killed some moments after it reported a version: in the middle of whatever it does then.
        QVERIFY(writer.waitForReadyRead(30'000));
        QVERIFY(!writer.waitForFinished(static_cast<int>(random() % 120)));
        writer.kill();
        QVERIFY(writer.waitForFinished());
        const QList<QByteArray> lines = writer.readAllStandardOutput().trimmed().split('\n');
        atLeast = lines.last().toLongLong();
        QVERIFY(atLeast >= 1);

        const auto opened
            = Database::open(folder.filePath(QStringLiteral("cache.db")), Database::Access::ReadWrite);
        REQUIRE_OK(opened);
        Database& database = **opened;
        QCOMPARE(value(database, "PRAGMA integrity_check"), std::string("ok"));
        const std::int64_t stored = versionIn(database);
        QVERIFY2(stored == atLeast || stored == atLeast + 1, qPrintable(QString::number(stored)));
        QCOMPARE(number(database, "SELECT count(*) FROM usage_day"), kPeople * kDays.length());
        QCOMPARE(number(database, "SELECT count(*) FROM usage_client"), 2 * kPeople * kDays.length());
        QCOMPARE(number(database, "SELECT count(*) FROM coverage"), kDays.length());
        QCOMPARE(number(database, "SELECT sum(row_count) FROM coverage"), kPeople * kDays.length());
        // The next one continues.
        REQUIRE_OK(app::store::DayWriter::clearStaging(database));
        QCOMPARE(stagedRows(database), 0);
    }
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--write-forever") == 0) {
        return writeForever(QFile::decodeName(argv[2]));
    }
    TestWorkspaceStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_workspacestore.moc"
