// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/PageDecoder.h"
#include "store/Guarded.h"
#include "store/Interruption.h"
#include "store/StoreKit.h"
#include "store/WorkQueue.h"
#include "support/TestCase.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <future>
#include <thread>

using namespace storetest;
using app::store::WorkQueue;

namespace {

constexpr std::int64_t kDay = 1'795'132'800; // 2026-11-20
constexpr std::size_t kThreads = 4;

/// Two engineers of one day with the same number of turns.
QByteArray pageOf(std::int64_t turns)
{
    QByteArray rows;
    for (const char* user : {"user-a", "user-b"}) {
        rows += rows.isEmpty() ? "" : ",";
        rows += R"({"start_time":)" + QByteArray::number(kDay) + R"(,"end_time":)"
            + QByteArray::number(kDay + 86'400) + R"(,"actor":{"user_id":")" + user
            + R"("},"totals":{"threads":1,"turns":)" + QByteArray::number(turns)
            + R"(,"credits":0.5},"clients":[{"client_id":"codex_cli","turns":1}]})";
    }
    return R"({"data":[)" + rows + R"(],"has_more":false,"next_page":null})";
}

/// Runs `work(number)` in as many threads as there are numbers, and waits.
template <typename Work> void inThreads(std::size_t count, Work work)
{
    std::vector<std::thread> threads;
    for (std::size_t number = 0; number < count; ++number) {
        threads.emplace_back([&work, number] { work(number); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
}

} // namespace

/// Decoder, writer, readers and queue with bare threads and without Qt's: what the thread sanitizer can see.
/// It also holds without one.
class TestThreads : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void oneBodyIsDecodedByManyThreads();
    void readersSeeWholeWindowsOnly();
    void whatIsAddedWhileAQueueFinishesRunsOrIsLetGo();
    void aGivenUpReadingEndsInItsOwnThread();
};

void TestThreads::oneBodyIsDecodedByManyThreads()
{
    const QByteArray body = pageOf(7);
    const QByteArray broken = body.left(body.size() / 2);
    std::atomic<int> good = 0;
    inThreads(kThreads, [&](std::size_t) {
        for (int turn = 0; turn < 200; ++turn) {
            const auto page = app::api::decodeUsage(body);
            const auto envelope = app::api::readEnvelope(body);
            const auto cut = app::api::decodeUsage(broken);
            good
                += page && page->rows.size() == 2 && page->rows.back().turns == 7 && envelope && !cut ? 1 : 0;
        }
    });
    QCOMPARE(good.load(), 200 * static_cast<int>(kThreads));
}

void TestThreads::readersSeeWholeWindowsOnly()
{
    constexpr std::size_t kReaders = 2;
    constexpr int kWindows = 60;
    TempStore cache;
    cache.close();
    auto opened = Database::open(cache.file(), Database::Access::ReadWrite);
    REQUIRE_OK(opened);
    Database& connection = **opened;
    const UtcDay today = day("2026-11-21");

    std::atomic<int> written = 0;
    std::atomic<int> reads = 0;
    std::atomic<int> torn = 0;
    {
        WorkQueue writer(1);
        WorkQueue readers(kReaders);
        std::vector<std::unique_ptr<Database>> connections(kReaders);
        const auto look = [&](std::size_t worker) {
            if (!connections.at(worker)) {
                auto reader = Database::open(cache.file(), Database::Access::ReadOnly);
                if (!reader) {
                    ++torn;
                    return;
                }
                connections.at(worker) = std::move(*reader);
            }
            const std::int64_t different = number(*connections.at(worker),
                "SELECT (SELECT count(DISTINCT turns) FROM usage_day) > 1"
                " OR (SELECT ifnull(sum(turns), 0) FROM usage_day)"
                " <> 2 * (SELECT ifnull(max(turns), 0) FROM usage_day)");
            torn += different != 0 ? 1 : 0;
            ++reads;
        };
        // Decoding happens beside writing, as in a sync; the pages travel by value.
        inThreads(kThreads, [&](std::size_t thread) {
            for (int turn = 0; turn < kWindows / static_cast<int>(kThreads); ++turn) {
                auto page = std::make_shared<Result<app::records::UsagePage>>(
                    app::api::decodeUsage(pageOf(static_cast<std::int64_t>(thread) * 1000 + turn)));
                writer.add([&, page](std::size_t) {
                    app::store::DayWriter window(
                        Dataset::UsagePerEngineer, {day("2026-11-20"), day("2026-11-20")});
                    const bool isWritten = *page && window.addPage(connection, std::move(**page))
                        && window.commit(connection, at("2026-11-21T12:00:00.000"), today);
                    written += isWritten ? 1 : 0;
                });
                for (int read = 0; read < 4; ++read) {
                    readers.add(look);
                }
            }
        });
        writer.finish();
        readers.finish();
    }
    QCOMPARE(written.load(), kWindows);
    QCOMPARE(reads.load(), kWindows * 4);
    QCOMPARE(torn.load(), 0);
    QCOMPARE(number(connection, "SELECT count(*) FROM usage_day"), 2);
}

void TestThreads::whatIsAddedWhileAQueueFinishesRunsOrIsLetGo()
{
    for (int turn = 0; turn < 50; ++turn) {
        auto held = std::make_shared<int>(turn);
        const std::weak_ptr<int> watched = held;
        std::atomic<int> ran = 0;
        std::atomic<int> added = 0;
        {
            WorkQueue queue(3);
            std::promise<void> open;
            const std::shared_future<void> gate = open.get_future().share();
            std::vector<std::thread> threads;
            for (std::size_t number = 0; number < kThreads; ++number) {
                threads.emplace_back([&queue, &ran, &added, gate, held] {
                    gate.wait();
                    for (int job = 0; job < 20; ++job) {
                        ++added;
                        queue.add([&ran, held](std::size_t) { ++ran; });
                    }
                });
            }
            open.set_value();
            queue.finish();
            for (std::thread& thread : threads) {
                thread.join();
            }
        }
        held.reset();
        QVERIFY(watched.expired());
        QVERIFY(ran.load() <= added.load());
    }
}

void TestThreads::aGivenUpReadingEndsInItsOwnThread()
{
    TempStore cache;
    std::vector<std::unique_ptr<Database>> connections;
    for (std::size_t reader = 0; reader < kThreads; ++reader) {
        auto opened = Database::open(cache.file(), Database::Access::ReadOnly);
        REQUIRE_OK(opened);
        connections.push_back(std::move(*opened));
    }
    std::atomic<int> interrupted = 0;
    std::atomic<int> usable = 0;
    std::array<std::atomic<bool>, kThreads> asked{};
    std::array<std::atomic<bool>, kThreads> givenUp{};
    // Every second thread reads; its neighbour gives the reading up while it runs.
    inThreads(2 * kThreads, [&](std::size_t thread) {
        const std::size_t reader = thread / 2;
        if (thread % 2 != 0) {
            asked[reader].wait(false);
            givenUp[reader] = true;
            return;
        }
        const Database& database = *connections[reader];
        const auto count = [&database](std::int64_t to) {
            return app::store::guarded(database, [&]() -> Result<std::int64_t> {
                SQLite::Statement select(database.connection(),
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                    " SELECT count(*) FROM n");
                select.bind(1, to);
                select.executeStep();
                return select.getColumn(0).getInt64();
            });
        };
        {
            const app::store::Interruption interruption(database, [&asked, &givenUp, reader] {
                asked[reader] = true;
                asked[reader].notify_one();
                return givenUp[reader].load();
            });
            const auto answer = count(500'000'000);
            interrupted += !answer && answer.error().kind == app::core::ErrorKind::Cancelled ? 1 : 0;
        }
        const auto answer = count(100'000);
        usable += answer && *answer == 100'000 ? 1 : 0;
    });
    QCOMPARE(interrupted.load(), static_cast<int>(kThreads));
    QCOMPARE(usable.load(), static_cast<int>(kThreads));
}

QTEST_GUILESS_MAIN(TestThreads)
#include "tst_threads.moc"
