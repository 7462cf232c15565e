// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/TestCase.h"
#include "sync/FaultMatrix.h"
#include "sync/TlsFront.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace app::core;
using namespace app::records;
using namespace app::simulator;
using namespace app::sync;
using namespace support;

using Pages = support::Pages; // and not the filter of the simulator's faults
using Validity = TestAuthority::Validity;

namespace {

constexpr int kFinalAfterDays = 2; // a day that ended 24 h ago is the day before yesterday

/// The days of `stored` that `served` knows, dataset by dataset.
template <typename Rows> void keepDaysOf(Rows& stored, const Rows& served)
{
    std::erase_if(stored, [&served](const auto& entry) { return !served.contains(entry.first); });
}

} // namespace

/// The part of the fault matrix that hits the whole service: it goes away, shows a wrong certificate, lists
/// its rows in a way of its own, or lives in another time than we do.
class TestFaultMatrixService : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nobodyListensAnyMore_data();
    void nobodyListensAnyMore();
    void nobodyListensFromTheStart_data();
    void nobodyListensFromTheStart();
    void rowsComeTwiceOrElsewhere_data();
    void rowsComeTwiceOrElsewhere();
    void aWrongClockMakesNothingFinal_data();
    void aWrongClockMakesNothingFinal();
    void aClockThatWasAheadLeavesNoHole();
    void aWrongClockForgetsNothing();
    void aTrustedCertificateIsGood_data();
    void aTrustedCertificateIsGood();
    void noRequestWithoutATrustedCertificate_data();
    void noRequestWithoutATrustedCertificate();
    void aCertificateThatTurnsBadEndsTheSync_data();
    void aCertificateThatTurnsBadEndsTheSync();
    void noRequestGoesOnWithoutEncryption_data();
    void noRequestGoesOnWithoutEncryption();

protected:
    void setUp() override { LogCapture::clear(); }

private:
    void addStores();
    void addPlaces();
    void connectTo(SyncHarness& harness, const QString& origin);

    std::unique_ptr<LogCapture> m_log;
    TestAuthority m_authority;
    TestAuthority m_stranger{QStringLiteral("Nobody"), QStringLiteral("Unknown CA")};
    int m_combinations = 0;
};

void TestFaultMatrixService::initTestCase()
{
    m_log = std::make_unique<LogCapture>();
    QCOMPARE(m_authority.problem(), QString());
    QCOMPARE(m_stranger.problem(), QString());
    for (const Store store : {Store::Empty, Store::Filled}) {
        QVERIFY2(cleanSync(store).problem.isEmpty(), qPrintable(cleanSync(store).problem));
    }
}

void TestFaultMatrixService::cleanupTestCase()
{
    m_log.reset();
    std::printf("fault matrix (service, clocks and TLS): %d combinations\n", m_combinations);
}

void TestFaultMatrixService::addStores()
{
    QTest::addColumn<int>("store");
    QTest::newRow("empty store") << static_cast<int>(Store::Empty);
    QTest::newRow("filled store") << static_cast<int>(Store::Filled);
}

void TestFaultMatrixService::addPlaces()
{
    QTest::addColumn<int>("target");
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("lasts");
    QTest::addColumn<int>("store");
    for (const Dataset target : kDatasets) {
        for (const Pages pages : {Pages::First, Pages::Later}) {
            for (const Lasts lasts : {Lasts::Once, Lasts::Always}) {
                for (const Store store : {Store::Empty, Store::Filled}) {
                    QTest::addRow("%s, %s page, %s, %s store", qPrintable(datasetName(target)),
                        pages == Pages::First ? "first" : "later",
                        lasts == Lasts::Once ? "goes away" : "stays",
                        store == Store::Empty ? "empty" : "filled")
                        << static_cast<int>(target) << static_cast<int>(pages) << static_cast<int>(lasts)
                        << static_cast<int>(store);
                }
            }
        }
    }
}

void TestFaultMatrixService::connectTo(SyncHarness& harness, const QString& origin)
{
    harness.origin = origin;
    harness.network.proxyChoice = app::api::NetworkOptions::ProxyChoice::Fixed; // none
    harness.network.authorities = {m_authority.certificate()};
    harness.makeEngine();
}

void TestFaultMatrixService::nobodyListensAnyMore_data()
{
    addPlaces();
}

void TestFaultMatrixService::nobodyListensAnyMore()
{
    QFETCH(int, target);
    QFETCH(int, pages);
    QFETCH(int, lasts);
    QFETCH(int, store);
    const auto where = static_cast<Store>(store);
    const bool comesBack = static_cast<Lasts>(lasts) == Lasts::Once;
    const auto harness = makeHarness(where);
    harness->policy.tries = comesBack ? 12 : 3;
    harness->policy.firstDelay = std::chrono::milliseconds(comesBack ? 100 : 2);
    harness->policy.delayCap = std::chrono::milliseconds(100);
    harness->makeEngine();
    const std::size_t before = harness->ledger().size();
    Fault fault
        = *Fault::parse((comesBack ? QStringLiteral("refused=150@%1#1") : QStringLiteral("refused@%1#1"))
                            .arg(routeOf(static_cast<Dataset>(target))));
    fault.pages = static_cast<Pages>(pages) == Pages::First ? Fault::Pages::First : Fault::Pages::Later;
    harness->simulator.setFaults({fault});

    const SyncReport report = harness->sync(requestOf(where));

    const std::vector<RequestRecord> ledger = ledgerSince(*harness, before);
    QVERIFY2(kindOf(report) == (comesBack ? QStringLiteral("ok") : QStringLiteral("service_unavailable")),
        qPrintable(kindOf(report) + describe(ledger)));
    QCOMPARE(requestProblem(*harness, report, ledger, true), QString());
    const auto refused = std::count_if(ledger.begin(), ledger.end(), [](const RequestRecord& record) {
        return record.error == ErrorKind::ServiceUnavailable && record.status == 0;
    });
    QVERIFY2(refused >= 1, qPrintable(describe(ledger)));
    for (const QString& state : windowStates(*harness, cleanSync(where))) {
        QVERIFY2(state == QLatin1String("new") || (!comesBack && state == QLatin1String("old")),
            qPrintable(state));
    }
    QCOMPARE(secretProblem(report), QString());

    harness->simulator.setFaults({});
    QCOMPARE(healingProblem(*harness, where), QString());
    ++m_combinations;
}

void TestFaultMatrixService::nobodyListensFromTheStart_data()
{
    addStores();
}

void TestFaultMatrixService::nobodyListensFromTheStart()
{
    QFETCH(int, store);
    const auto where = static_cast<Store>(store);
    const auto harness = makeHarness(where);
    const quint16 port = static_cast<quint16>(harness->simulator.url().port());
    harness->simulator.stop();
    const std::size_t before = harness->ledger().size();

    const SyncReport report = harness->sync(requestOf(where));

    const std::vector<RequestRecord> ledger = ledgerSince(*harness, before);
    QCOMPARE(kindOf(report), QStringLiteral("service_unavailable"));
    QCOMPARE(ledger.size(), 3u * 3u); // three endpoints, three tries
    for (const QString& state : windowStates(*harness, cleanSync(where))) {
        QCOMPARE(state, QStringLiteral("old"));
    }
    QCOMPARE(secretProblem(report), QString());
    QVERIFY(harness->simulator.start(port));
    QCOMPARE(healingProblem(*harness, where), QString());
    ++m_combinations;
}

void TestFaultMatrixService::rowsComeTwiceOrElsewhere_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<int>("store");
    for (const char* shape : {"duplicate", "moving", "empty page", "all of them", "compressed"}) {
        for (const Store store : {Store::Empty, Store::Filled}) {
            QTest::addRow("%s, %s store", shape, store == Store::Empty ? "empty" : "filled")
                << QString::fromLatin1(shape) << static_cast<int>(store);
        }
    }
}

void TestFaultMatrixService::rowsComeTwiceOrElsewhere()
{
    QFETCH(QString, shape);
    QFETCH(int, store);
    const auto where = static_cast<Store>(store);
    const auto harness = makeHarness(where);
    const std::size_t before = harness->ledger().size();
    Profile profile = harness->simulator.profile();
    const bool all = shape == QLatin1String("all of them");
    profile.workspacePageCap = 3;
    profile.duplicateAcrossPages = shape == QLatin1String("duplicate");
    profile.movingRows = all || shape == QLatin1String("moving");
    profile.emptyPageWithMore = all || shape == QLatin1String("empty page");
    profile.gzip = all || shape == QLatin1String("compressed");
    harness->simulator.setProfile(profile);

    const SyncReport report = harness->sync(requestOf(where));

    QCOMPARE(kindOf(report), QStringLiteral("ok"));
    QCOMPARE(requestProblem(*harness, report, ledgerSince(*harness, before)), QString());
    const CleanSync& clean = cleanSync(where);
    QCOMPARE(firstDifference(readStored(harness->store->databaseFile(), clean.all), clean.after), QString());
    for (const QString& state : windowStates(*harness, clean)) {
        QCOMPARE(state, QStringLiteral("new"));
    }
    m_combinations += int{kDatasets.size()}; // every request kind was listed so, and compared
}

void TestFaultMatrixService::aWrongClockMakesNothingFinal_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("store");
    for (const int days : {-60, -20, -3, -1, 1, 3, 20, 60}) {
        for (const Store store : {Store::Empty, Store::Filled}) {
            QTest::addRow("%+d days, %s store", days, store == Store::Empty ? "empty" : "filled")
                << days << static_cast<int>(store);
        }
    }
}

void TestFaultMatrixService::aWrongClockMakesNothingFinal()
{
    QFETCH(int, days);
    QFETCH(int, store);
    const auto where = static_cast<Store>(store);
    const auto harness = makeHarness(where);
    const UtcDay today = harness->today();
    const Instant right = harness->clock.now();
    const std::size_t before = harness->ledger().size();
    const Coverage coverageBefore = harness->coverage(DayRange{today - 89, today + 89});
    harness->clock.set(right + std::chrono::days(days));

    const SyncReport report = harness->sync(requestOf(where));

    QCOMPARE(kindOf(report), QStringLiteral("ok"));
    QCOMPARE(report.requests, std::int64_t(harness->simulator.requests().size()));
    QCOMPARE(std::int64_t(harness->ledger().size() - before), report.requests);
    const DayRange wide{today - 200, today + 200};
    const Served served = reduced(harness->simulator.served(), wide);
    Served stored = readStored(harness->store->databaseFile(), wide);
    keepDaysOf(stored.usage, served.usage);
    keepDaysOf(stored.workspaceUsage, served.workspaceUsage);
    keepDaysOf(stored.reviews, served.reviews);
    keepDaysOf(stored.responses, served.responses);
    QCOMPARE(firstDifference(stored, served), QString());
    const Coverage coverage = harness->coverage(coverageBefore.range);
    for (const Dataset dataset : kDatasets) {
        for (UtcDay day = today - kFinalAfterDays + 1; day <= coverage.range.last; ++day) {
            QVERIFY2(coverage.state(dataset, day) != DayState::Final, qPrintable(day.toIso()));
        }
    }

    // The clock is put right.
    harness->clock.set(right);
    QCOMPARE(kindOf(harness->sync(requestOf(where))), QStringLiteral("ok"));
    for (const QString& state : windowStates(*harness, cleanSync(where))) {
        QCOMPARE(state, QStringLiteral("new"));
    }
    QVERIFY(harness->state().goalFrom <= today);
    ++m_combinations;
}

void TestFaultMatrixService::aClockThatWasAheadLeavesNoHole()
{
    const auto harness = makeHarness(Store::Empty);
    SyncRequest month;
    month.days = 30;
    harness->clock.set(harness->clock.now() + std::chrono::days(20));
    QCOMPARE(kindOf(harness->sync(month)), QStringLiteral("ok"));

    // Put right, and nobody syncs for twelve days: more than every sync fetches again anyway.
    harness->moveTo(12);
    QCOMPARE(kindOf(harness->sync(month)), QStringLiteral("ok"));

    const DayRange since{harness->firstToday() + 4, harness->today()};
    QCOMPARE(harness->differenceToServed(since), QString());
    QCOMPARE(harness->coverage(since).counts().missing, 0);
    const Served stored = readStored(harness->store->databaseFile(), since);
    for (const int workday : {4, 5, 11}) {
        const auto found = stored.usage.find(harness->firstToday() + workday);
        QVERIFY(found != stored.usage.end() && !found->second.empty());
    }
    ++m_combinations;
}

void TestFaultMatrixService::aWrongClockForgetsNothing()
{
    const auto harness = makeHarness(Store::Filled);
    const CleanSync& clean = cleanSync(Store::Filled);
    harness->clock.set(harness->clock.now() + std::chrono::days(800));
    SyncRequest request;
    request.retentionMonths = 6;

    QCOMPARE(kindOf(harness->sync(request)), QStringLiteral("ok"));
    QCOMPARE(firstDifference(readStored(harness->store->databaseFile(), clean.all), clean.before), QString());

    // Nobody who could say what day it is.
    harness->simulator.stop();
    QCOMPARE(kindOf(harness->sync(request)), QStringLiteral("service_unavailable"));
    QCOMPARE(firstDifference(readStored(harness->store->databaseFile(), clean.all), clean.before), QString());
    ++m_combinations;
}

void TestFaultMatrixService::aTrustedCertificateIsGood_data()
{
    addStores();
}

void TestFaultMatrixService::aTrustedCertificateIsGood()
{
    QFETCH(int, store);
    const auto where = static_cast<Store>(store);
    const auto harness = makeHarness(where);
    TlsFront front(m_authority.issue(QStringLiteral("IP:127.0.0.1")),
        static_cast<quint16>(harness->simulator.url().port()));
    connectTo(*harness, front.origin());

    QCOMPARE(healingProblem(*harness, where), QString());
    QVERIFY(front.handshakes() > 0);
    QCOMPARE(front.refusals(), 0);
}

void TestFaultMatrixService::noRequestWithoutATrustedCertificate_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("store");
    for (const auto& [who, kind] :
        {std::pair("of nobody we trust", "tls_failed"), std::pair("of another host", "tls_failed"),
            std::pair("of the past", "tls_failed"), std::pair("of the future", "tls_failed"),
            std::pair("none, only HTTP", "tls_failed"), std::pair("none, hangs up", "service_unavailable")}) {
        for (const Store store : {Store::Empty, Store::Filled}) {
            QTest::addRow("%s, %s store", who, store == Store::Empty ? "empty" : "filled")
                << QString::fromLatin1(who) << QString::fromLatin1(kind) << static_cast<int>(store);
        }
    }
}

void TestFaultMatrixService::noRequestWithoutATrustedCertificate()
{
    QFETCH(QString, who);
    QFETCH(QString, kind);
    QFETCH(int, store);
    const auto where = static_cast<Store>(store);
    const auto harness = makeHarness(where);
    const auto port = static_cast<quint16>(harness->simulator.url().port());
    const QString here = QStringLiteral("IP:127.0.0.1");
    ServerIdentity identity;
    if (who == QLatin1String("of nobody we trust")) {
        identity = m_stranger.issue(here);
    } else if (who == QLatin1String("of another host")) {
        identity = m_authority.issue(QStringLiteral("DNS:api.chatgpt.com"));
    } else if (who == QLatin1String("of the past")) {
        identity = m_authority.issue(here, Validity::Past);
    } else if (who == QLatin1String("of the future")) {
        identity = m_authority.issue(here, Validity::Future);
    } else {
        identity = m_authority.issue(here);
    }
    TlsFront front(identity, port);
    // Somebody who does not know TLS: says so in plain HTTP, or hangs up.
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost, 0));
    const bool answers = who == QLatin1String("none, only HTTP");
    connect(&plain, &QTcpServer::newConnection, &plain, [&plain, answers] {
        while (QTcpSocket* socket = plain.nextPendingConnection()) {
            if (!answers) {
                delete socket;
                continue;
            }
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    const QString origin = who.startsWith(QLatin1String("none"))
        ? QStringLiteral("https://127.0.0.1:%1").arg(plain.serverPort())
        : front.origin();
    connectTo(*harness, origin);
    const std::size_t before = harness->ledger().size();

    const SyncReport report = harness->sync(requestOf(where));

    const std::vector<RequestRecord> ledger = ledgerSince(*harness, before);
    QVERIFY2(kindOf(report) == kind,
        qPrintable(kindOf(report) + u' ' + (report.error ? report.error->detail : QString())));
    QCOMPARE(requestProblem(*harness, report, ledger, true), QString());
    QCOMPARE(harness->simulator.requests().size(), 0); // the key never left
    const std::size_t tries = kind == QLatin1String("tls_failed") ? 1 : 3;
    QVERIFY2(ledger.size() == 3 * tries, qPrintable(describe(ledger)));
    for (const QString& state : windowStates(*harness, cleanSync(where))) {
        QCOMPARE(state, QStringLiteral("old"));
    }
    QCOMPARE(secretProblem(report), QString());

    harness->origin.clear();
    harness->makeEngine();
    QCOMPARE(healingProblem(*harness, where), QString());
    m_combinations += int{app::api::kEndpoints.size()}; // each endpoint was asked, and refused to talk
}

void TestFaultMatrixService::aCertificateThatTurnsBadEndsTheSync_data()
{
    QTest::addColumn<int>("target");
    QTest::addColumn<int>("store");
    for (const Dataset target : kDatasets) {
        for (const Store store : {Store::Empty, Store::Filled}) {
            QTest::addRow("%s, later page, %s store", qPrintable(datasetName(target)),
                store == Store::Empty ? "empty" : "filled")
                << static_cast<int>(target) << static_cast<int>(store);
        }
    }
}

void TestFaultMatrixService::aCertificateThatTurnsBadEndsTheSync()
{
    QFETCH(int, target);
    QFETCH(int, store);
    const auto where = static_cast<Store>(store);
    const auto dataset = static_cast<Dataset>(target);
    const auto harness = makeHarness(where);
    TlsFront front(m_authority.issue(QStringLiteral("IP:127.0.0.1")),
        static_cast<quint16>(harness->simulator.url().port()));
    front.showAfterAnEnd(m_stranger.issue(QStringLiteral("IP:127.0.0.1")));
    connectTo(*harness, front.origin());
    const std::size_t before = harness->ledger().size();
    harness->simulator.setFaults(
        {*Fault::parse(QStringLiteral("cut-connection@%1/later#1").arg(routeOf(dataset)))});

    const SyncReport report = harness->sync(requestOf(where));

    // Cut off, tried again, and then not by somebody else.
    const std::vector<RequestRecord> ledger = ledgerSince(*harness, before);
    QCOMPARE(requestProblem(*harness, report, ledger, true), QString());
    const bool isNamed = std::any_of(ledger.begin(), ledger.end(), [dataset](const RequestRecord& record) {
        return record.dataset == dataset && record.error == ErrorKind::TlsFailed && record.attempt >= 2;
    });
    QVERIFY2(isNamed, qPrintable(kindOf(report) + describe(ledger)));
    QCOMPARE(kindOf(report), QStringLiteral("tls_failed"));
    for (const QString& state : windowStates(*harness, cleanSync(where))) {
        QVERIFY2(state == QLatin1String("new") || state == QLatin1String("old"), qPrintable(state));
    }
    QCOMPARE(secretProblem(report), QString());

    harness->simulator.setFaults({});
    harness->origin.clear();
    harness->makeEngine();
    QCOMPARE(healingProblem(*harness, where), QString());
    ++m_combinations;
}

void TestFaultMatrixService::noRequestGoesOnWithoutEncryption_data()
{
    addPlaces();
}

void TestFaultMatrixService::noRequestGoesOnWithoutEncryption()
{
    QFETCH(int, target);
    QFETCH(int, pages);
    QFETCH(int, lasts);
    QFETCH(int, store);
    const auto where = static_cast<Store>(store);
    const auto harness = makeHarness(where);
    TlsFront front(m_authority.issue(QStringLiteral("IP:127.0.0.1")),
        static_cast<quint16>(harness->simulator.url().port()));
    connectTo(*harness, front.origin());
    const std::size_t before = harness->ledger().size();
    Fault fault
        = *Fault::parse(QStringLiteral("redirect-http@%1").arg(routeOf(static_cast<Dataset>(target))));
    fault.pages = static_cast<Pages>(pages) == Pages::First ? Fault::Pages::First : Fault::Pages::Later;
    fault.last = static_cast<Lasts>(lasts) == Lasts::Once ? 1 : fault.last;
    harness->simulator.setFaults({fault});

    const SyncReport report = harness->sync(requestOf(where));

    QCOMPARE(kindOf(report), QStringLiteral("unexpected_answer"));
    QCOMPARE(requestProblem(*harness, report, ledgerSince(*harness, before)), QString());
    QCOMPARE(front.refusals(), 0); // nobody came without TLS
    for (const QString& state : windowStates(*harness, cleanSync(where))) {
        QVERIFY2(state == QLatin1String("new") || state == QLatin1String("old"), qPrintable(state));
    }
    QCOMPARE(secretProblem(report), QString());

    harness->simulator.setFaults({});
    QCOMPARE(healingProblem(*harness, where), QString());
    ++m_combinations;
}

QTEST_GUILESS_MAIN(TestFaultMatrixService)
#include "tst_faultmatrix_service.moc"
