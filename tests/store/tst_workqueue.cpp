// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/WorkQueue.h"
#include "support/TestCase.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <future>
#include <memory>
#include <set>
#include <thread>
#include <vector>

class TestWorkQueue : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void oneWorkerKeepsTheOrder();
    void aWorkerIsOneThread();
    void twoWorkersWorkAtTheSameTime();
    void finishingRunsWhatWasAdded();
    void aFinishedQueueTakesNothing();
    void aJobMayAddAnother();
    void whatAJobHeldIsGoneBeforeTheNextBegins();
};

using app::store::WorkQueue;

void TestWorkQueue::oneWorkerKeepsTheOrder()
{
    std::vector<int> seen;
    {
        WorkQueue queue(1);
        for (int i = 0; i < 1000; ++i) {
            queue.add([&seen, i](std::size_t) { seen.push_back(i); });
        }
    }
    QCOMPARE(seen.size(), std::size_t{1000});
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
}

void TestWorkQueue::aWorkerIsOneThread()
{
    std::vector<std::set<std::thread::id>> threadsOf(3);
    {
        WorkQueue queue(threadsOf.size());
        for (int i = 0; i < 500; ++i) {
            queue.add([&threadsOf](std::size_t worker) {
                threadsOf.at(worker).insert(std::this_thread::get_id());
                std::this_thread::yield();
            });
        }
    }
    std::set<std::thread::id> all;
    for (const auto& threads : threadsOf) {
        QVERIFY(threads.size() <= 1);
        all.insert(threads.begin(), threads.end());
    }
    QVERIFY(!all.empty());
    QVERIFY(!all.contains(std::this_thread::get_id()));
}

void TestWorkQueue::twoWorkersWorkAtTheSameTime()
{
    // Each job waits for the other: with one thread this would not end.
    std::promise<void> first;
    std::promise<void> second;
    WorkQueue queue(2);
    queue.add([&](std::size_t) {
        first.set_value();
        second.get_future().wait();
    });
    queue.add([&](std::size_t) {
        second.set_value();
        first.get_future().wait();
    });
    queue.finish();
}

void TestWorkQueue::finishingRunsWhatWasAdded()
{
    std::atomic<int> ran = 0;
    std::promise<void> open;
    WorkQueue queue(2);
    const std::shared_future<void> gate = open.get_future().share();
    for (int i = 0; i < 100; ++i) {
        queue.add([&ran, gate](std::size_t) {
            gate.wait();
            ++ran;
        });
    }
    QCOMPARE(ran.load(), 0);
    open.set_value();
    queue.finish();
    QCOMPARE(ran.load(), 100);
}

void TestWorkQueue::aFinishedQueueTakesNothing()
{
    WorkQueue queue(1);
    queue.finish();
    const auto held = std::make_shared<int>(0);
    bool hasRun = false;
    queue.add([held, &hasRun](std::size_t) { hasRun = true; });
    QCOMPARE(held.use_count(), 1L);
    queue.finish();
    QVERIFY(!hasRun);
}

void TestWorkQueue::aJobMayAddAnother()
{
    std::promise<void> done;
    WorkQueue queue(1);
    queue.add([&queue, &done](std::size_t) { queue.add([&done](std::size_t) { done.set_value(); }); });
    done.get_future().wait();
}

void TestWorkQueue::whatAJobHeldIsGoneBeforeTheNextBegins()
{
    auto held = std::make_shared<int>(0);
    const std::weak_ptr<int> watched = held;
    bool wasGone = false;
    WorkQueue queue(1);
    queue.add([held = std::move(held)](std::size_t) { ++*held; });
    queue.add([&watched, &wasGone](std::size_t) { wasGone = watched.expired(); });
    queue.finish();
    QVERIFY(wasGone);
}

QTEST_GUILESS_MAIN(TestWorkQueue)
#include "tst_workqueue.moc"
