// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/TestCase.h"
#include "sync/FaultMatrix.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <memory>

using namespace app::core;
using namespace app::records;
using namespace app::simulator;
using namespace app::sync;
using namespace support;

using Pages = support::Pages; // and not the filter of the simulator's faults

Q_DECLARE_METATYPE(const support::FaultCase*)

namespace {

// The matrix in parts, so that they run beside each other; each is an executable of its own.
#if THREADCOUNT_FAULT_GROUP == 1
constexpr const char* kGroup = "answers";
constexpr FaultCase kCases[] = {
    {"429, Retry-After in seconds", "throttled-seconds=1", Ends::AfterTries, "throttled", true, 20'000,
        60'000, 2},
    {"429, Retry-After as a date", "throttled-date=1", Ends::AfterTries, "throttled", true, 20'000, 60'000,
        2},
    {"429, Retry-After: 0", "throttled-seconds=0", Ends::AfterTries, "throttled"},
    {"429, Retry-After beyond the longest wait", "throttled-long", Ends::AtOnce, "throttled"},
    {"429, Retry-After as a date beyond the longest wait", "throttled-date=3600", Ends::AtOnce, "throttled"},
    {"500", "error-500", Ends::AfterTries, "service_unavailable"},
    {"502, empty", "502-empty", Ends::AfterTries, "service_unavailable"},
    {"503, HTML", "503-html", Ends::AfterTries, "service_unavailable"},
    {"captive portal, HTML with 200", "html-200", Ends::AfterTries, "service_unavailable"},
};
#elif THREADCOUNT_FAULT_GROUP == 2
constexpr const char* kGroup = "connections";
constexpr int kSilenceMs = 600; // far more than an answer takes on a busy machine
constexpr int kTotalMs = 1'000;
constexpr FaultCase kCases[] = {
    {"reset before the body", "reset", Ends::AfterTries, "service_unavailable", true, 20'000, 60'000, 3,
        true},
    // What is reset may not arrive at all, and is then like the one before.
    {"reset in the middle of the body", "reset-midway", Ends::AfterTries, "service_unavailable", true, 20'000,
        60'000, 3, true, true},
    {"closed in the middle of the body", "cut-connection", Ends::AfterTries, "service_unavailable"},
    {"closed after the headers", "cut-connection=0", Ends::AfterTries, "service_unavailable"},
    {"stall before the first byte", "slow-first-byte=600000", Ends::AfterTries, "service_unavailable", true,
        kSilenceMs, 60'000, 2},
    {"stall in the middle of the body", "stall", Ends::AfterTries, "service_unavailable", true, kSilenceMs,
        60'000, 2},
    {"slow drip that ends in time", "drip=100", Ends::Well, "", true, 20'000, 20'000},
    {"slow drip that does not", "drip=600000", Ends::AfterTries, "service_unavailable", true, 60'000,
        kTotalMs, 2},
};
#elif THREADCOUNT_FAULT_GROUP == 3
constexpr const char* kGroup = "bodies";
constexpr FaultCase kCases[] = {
    {"truncated JSON", "truncated-json", Ends::AfterTries, "service_unavailable"},
    {"Content-Length too long", "length-long", Ends::AfterTries, "service_unavailable"},
    {"Content-Length too short", "length-short", Ends::AfterTries, "service_unavailable"},
    {"JSON as text/plain", "json-as-text", Ends::Well},
    {"JSON without Content-Type", "json-untyped", Ends::Well},
    {"JSON as text/html", "json-as-html", Ends::AfterTries, "service_unavailable"},
    {"whole JSON of another shape", "wrong-shape", Ends::WithoutWindow, "unexpected_answer"},
    {"a bad number", "bad-number", Ends::WithoutWindow, "unexpected_answer", false},
};
#else
constexpr const char* kGroup = "redirects, cursors and clocks";
constexpr FaultCase kCases[] = {
    {"redirect to another host", "redirect", Ends::WithoutWindow, "unexpected_answer"},
    {"permanent redirect to another host", "redirect-308", Ends::WithoutWindow, "unexpected_answer"},
    {"redirect to http", "redirect-http", Ends::WithoutWindow, "unexpected_answer"},
    {"cursor rejected", "cursor-rejected", Ends::AfterRestart, "unexpected_answer"},
    {"looping cursor", "cursor-loop", Ends::WithoutWindow, "unexpected_answer", false},
    {"circling cursor", "cursor-circle", Ends::WithoutWindow, "unexpected_answer", false},
    {"has_more without a cursor", "cursor-missing", Ends::WithoutWindow, "unexpected_answer", false},
    {"empty page with has_more", "empty-page", Ends::WithoutWindow, "unexpected_answer", false},
    {"the service's clock is 3 days ahead", "date-ahead", Ends::Well},
    {"the service's clock is 3 days behind", "date-behind", Ends::Well},
    {"the service's clock is of 1970", "date-ancient", Ends::Well},
    {"a Date that is none", "date-odd", Ends::Well},
    {"no Date", "date-missing", Ends::Well},
};
#endif

/// How often Qt sends a request again when its connection is lost before the answer.
constexpr int kMostRepeats = 2;
/// The other two endpoints have one request each under way.
constexpr int kMostLostWithConnection = 2;

/// A case as one combination of the matrix.
struct Combination
{
    const FaultCase& fault;
    Dataset target;
    Pages pages;
    Lasts lasts;
    Store store;

    [[nodiscard]] bool is(const char* name) const { return qstrcmp(fault.fault, name) == 0; }

    /// The service ends the connection itself.
    [[nodiscard]] bool breaksConnection() const
    {
        const QByteArray name(fault.fault);
        return name.startsWith("reset") || name.startsWith("cut-connection");
    }

    /// How it ends, where the place of the fault decides.
    [[nodiscard]] Ends ends() const
    {
        // Leading back to the first page once, from the first page, is a way round that ends.
        const bool isDetour = pages == Pages::First && (is("cursor-loop") || is("cursor-circle"));
        if (lasts == Lasts::Once && (isDetour || is("empty-page"))) {
            return Ends::Well;
        }
        return fault.ends;
    }

    [[nodiscard]] Fault make() const
    {
        Fault made = *Fault::parse(QString::fromLatin1(fault.fault) + u'@' + routeOf(target));
        made.pages = pages == Pages::First ? Fault::Pages::First : Fault::Pages::Later;
        // A loop that begins with the first page goes on with later ones.
        const bool goesOn = is("cursor-loop") || is("cursor-circle") || is("empty-page");
        if (goesOn && lasts == Lasts::Always && pages == Pages::First) {
            made.pages = Fault::Pages::Any;
        }
        made.first = 1;
        made.last = lasts == Lasts::Always   ? std::numeric_limits<int>::max()
            : fault.ends == Ends::AfterTries ? fault.tries - 1
                                             : 1;
        return made;
    }
};

bool isSameRoute(Dataset a, Dataset b)
{
    return app::api::endpointOf(a) == app::api::endpointOf(b);
}

/// "new" or "old" for every window of the clean sync, as the design wants it.
QStringList expectedStates(const Combination& combination, const CleanSync& clean)
{
    QStringList states;
    bool hasStruck = false;
    bool isStopped = false; // the endpoint of the target
    for (const CleanSync::Window& window : clean.windows) {
        const bool isStruck = window.dataset == combination.target
            && (combination.pages == Pages::First || window.pages > 1)
            && (combination.lasts == Lasts::Always || !hasStruck);
        hasStruck = hasStruck || isStruck;
        bool isNew = !(isStopped && isSameRoute(window.dataset, combination.target));
        if (isStruck) {
            switch (combination.ends()) {
            case Ends::Well: break;
            case Ends::AfterTries:
            case Ends::AfterRestart:
                if (combination.lasts == Lasts::Always) {
                    isNew = false;
                    isStopped = isStopped || combination.ends() == Ends::AfterTries;
                }
                break;
            case Ends::AtOnce:
                isNew = false;
                isStopped = true;
                break;
            case Ends::WithoutWindow: isNew = false; break;
            }
        }
        states += isNew ? QStringLiteral("new") : QStringLiteral("old");
    }
    return states;
}

/// Connections are shared: while one of them breaks, Qt may have just given it to another endpoint's request,
/// which is lost with it unseen. That is a failed try without a status, and the try after it went well.
/// Removes such lines; how many they were.
int removeLostWithConnection(Dataset target, std::vector<RequestRecord>& ledger)
{
    const auto isLost = [&](const RequestRecord& record) {
        return record.dataset != target && record.error == ErrorKind::ServiceUnavailable && record.status == 0
            && std::any_of(ledger.begin(), ledger.end(), [&record](const RequestRecord& next) {
                   return next.dataset == record.dataset && next.days == record.days
                       && next.attempt == record.attempt + 1 && !next.error;
               });
    };
    std::vector<RequestRecord> kept;
    std::copy_if(ledger.begin(), ledger.end(), std::back_inserter(kept),
        [&isLost](const RequestRecord& record) { return !isLost(record); });
    for (RequestRecord& record : kept) {
        if (record.dataset != target) {
            record.attempt = 1;
        }
    }
    const int lost = static_cast<int>(ledger.size() - kept.size());
    ledger = std::move(kept);
    return lost;
}

} // namespace

class TestFaultMatrix : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void endsAsSpecified_data();
    void endsAsSpecified();

protected:
    void setUp() override { LogCapture::clear(); }

private:
    void checkRequests(const Combination& combination, SyncHarness& harness, const SyncReport& report,
        const std::vector<RequestRecord>& ledger);

    std::unique_ptr<LogCapture> m_log;
    Trap m_trap;
    int m_combinations = 0;
};

void TestFaultMatrix::initTestCase()
{
    m_log = std::make_unique<LogCapture>();
    for (const Store store : {Store::Empty, Store::Filled}) {
        QVERIFY2(cleanSync(store).problem.isEmpty(), qPrintable(cleanSync(store).problem));
        QVERIFY(cleanSync(store).windows.size() >= 8);
    }
}

void TestFaultMatrix::cleanupTestCase()
{
    m_log.reset();
    std::printf("fault matrix (%s): %d combinations\n", kGroup, m_combinations);
}

void TestFaultMatrix::endsAsSpecified_data()
{
    QTest::addColumn<const FaultCase*>("fault");
    QTest::addColumn<int>("target");
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("lasts");
    QTest::addColumn<int>("store");
    for (const FaultCase& fault : kCases) {
        for (const Dataset target : kDatasets) {
            for (const Pages pages : {Pages::First, Pages::Later}) {
                if (pages == Pages::First && qstrcmp(fault.fault, "cursor-rejected") == 0) {
                    continue; // no cursor, nothing to reject
                }
                for (const Lasts lasts : {Lasts::Once, Lasts::Always}) {
                    for (const Store store : {Store::Empty, Store::Filled}) {
                        QTest::addRow("%s; %s, %s page, %s, %s store", fault.name,
                            qPrintable(datasetName(target)), pages == Pages::First ? "first" : "later",
                            lasts == Lasts::Once ? "goes away" : "stays",
                            store == Store::Empty ? "empty" : "filled")
                            << &fault << static_cast<int>(target) << static_cast<int>(pages)
                            << static_cast<int>(lasts) << static_cast<int>(store);
                    }
                }
            }
        }
    }
}

void TestFaultMatrix::checkRequests(const Combination& combination, SyncHarness& harness,
    const SyncReport& report, const std::vector<RequestRecord>& ledger)
{
    const QList<SeenRequest> requests = harness.simulator.requests();
    const QByteArray story = describe(ledger).toUtf8();

    const int untold = combination.fault.isRepeatedSilently ? combination.fault.tries + kMostRepeats : 0;
    const QString problem = requestProblem(harness, report, ledger, false, untold);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QCOMPARE(m_trap.connections(), 0);

    // Only the target was struck, and it was asked as often as specified.
    const auto strikes = std::count_if(requests.begin(), requests.end(),
        [](const SeenRequest& request) { return !request.fault.isEmpty(); });
    QVERIFY2(strikes > 0, "the fault struck nothing");
    std::vector<int> failedTries;
    int mostTries = 0;
    for (const RequestRecord& record : ledger) {
        mostTries = std::max(mostTries, record.attempt);
        if (record.error) {
            QVERIFY2(record.dataset == combination.target, story.constData());
            QCOMPARE(errorKindName(*record.error), QString::fromLatin1(combination.fault.kind));
            failedTries.push_back(record.attempt);
        }
    }
    const FaultCase& fault = combination.fault;
    const bool always = combination.lasts == Lasts::Always;
    switch (combination.ends()) {
    case Ends::Well:
        QVERIFY2(failedTries.empty(), story.constData());
        QVERIFY2(mostTries == 1, story.constData());
        break;
    case Ends::AfterTries: {
        const int least = fault.tries - (always ? 0 : 1);
        const int most = least + (fault.isRepeated && always ? kMostRepeats : 0);
        const int failed = static_cast<int>(failedTries.size());
        for (int i = 0; i < failed; ++i) {
            QVERIFY2(failedTries[static_cast<std::size_t>(i)] == i + 1, story.constData());
        }
        QVERIFY2(mostTries == failed + (always ? 0 : 1), story.constData());
        QVERIFY2(failed <= most && (failed >= least || untold > 0), story.constData());
        QVERIFY2(strikes == failed || (untold > 0 && strikes >= failed && strikes <= failed + untold),
            story.constData());
        break;
    }
    case Ends::AtOnce:
        QVERIFY2(failedTries == std::vector<int>{1}, story.constData());
        QVERIFY2(mostTries == 1, story.constData());
        QCOMPARE(strikes, 1);
        break;
    case Ends::WithoutWindow:
    case Ends::AfterRestart:
        QVERIFY2(mostTries == 1, story.constData());
        QCOMPARE(qsizetype(failedTries.size()), fault.isInLedger ? strikes : 0);
        break;
    }
}

void TestFaultMatrix::endsAsSpecified()
{
    QFETCH(const FaultCase*, fault);
    QFETCH(int, target);
    QFETCH(int, pages);
    QFETCH(int, lasts);
    QFETCH(int, store);
    const Combination combination{*fault, static_cast<Dataset>(target), static_cast<Pages>(pages),
        static_cast<Lasts>(lasts), static_cast<Store>(store)};
    const CleanSync& clean = cleanSync(combination.store);

    const auto harness = makeHarness(combination.store);
    harness->policy.tries = fault->tries;
    harness->policy.limits.silence = std::chrono::milliseconds(fault->silenceMs);
    harness->policy.limits.total = std::chrono::milliseconds(fault->totalMs);
    harness->makeEngine();
    const std::size_t before = harness->ledger().size();
    Fault made = combination.make();
    if (made.kind == Fault::Kind::Redirect && combination.lasts == Lasts::Always) {
        made.body = m_trap.origin();
    }
    harness->simulator.setFaults({made});

    SyncReport report = harness->sync(requestOf(combination.store));

    std::vector<RequestRecord> ledger = ledgerSince(*harness, before);
    QVERIFY2(report.requests == std::int64_t(ledger.size()), describe(ledger).toUtf8().constData());
    if (combination.breaksConnection()) {
        const int lost = removeLostWithConnection(combination.target, ledger);
        QVERIFY2(lost <= kMostLostWithConnection, describe(ledger).toUtf8().constData());
        report.requests -= lost;
    }
    const bool endsWell = combination.ends() == Ends::Well
        || (combination.lasts == Lasts::Once
            && (combination.ends() == Ends::AfterTries || combination.ends() == Ends::AfterRestart));
    QVERIFY2(kindOf(report) == (endsWell ? QStringLiteral("ok") : QString::fromLatin1(fault->kind)),
        qPrintable(
            kindOf(report) + u' ' + (report.error ? report.error->detail : QString()) + describe(ledger)));
    QVERIFY(report.nextSyncAt);
    checkRequests(combination, *harness, report, ledger);
    if (QTest::currentTestFailed()) {
        return;
    }
    QCOMPARE(windowStates(*harness, clean), expectedStates(combination, clean));

    QCOMPARE(secretProblem(report), QString());

    harness->simulator.setFaults({});
    QCOMPARE(healingProblem(*harness, combination.store), QString());
    ++m_combinations;
}

QTEST_GUILESS_MAIN(TestFaultMatrix)
#include "tst_faultmatrix.moc"
