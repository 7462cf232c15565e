// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/TestCase.h"
#include "unit/simulator/SimulatorClient.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLocale>

using namespace app;
using namespace app::simulator;
using support::Answer;
using support::SimulatorClient;

namespace {

const QStringList kRoutes{
    QStringLiteral("usage"), QStringLiteral("code_reviews"), QStringLiteral("code_review_responses")};

Fault fault(const char* text)
{
    const std::optional<Fault> parsed = Fault::parse(QString::fromLatin1(text));
    if (!parsed) {
        qFatal("no fault %s", text);
    }
    return *parsed;
}

const QString kSmall = QStringLiteral("limit=5");

QDateTime dateOf(const Answer& answer, const char* header)
{
    if (!answer.headers.contains(header)) {
        return {};
    }
    QDateTime moment = QLocale::c().toDateTime(
        QString::fromLatin1(answer.headers.at(header)), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    moment.setTimeSpec(Qt::UTC);
    return moment;
}

} // namespace

class TestSimulatorFaults : public support::TestCase
{
    Q_OBJECT

protected:
    void tearDown() override;

private Q_SLOTS:
    void initTestCase();

    void everyFaultIsListed_data();
    void everyFaultIsListed();
    void parsesItsParts_data();
    void parsesItsParts();
    void refusesWhatIsNoFault_data();
    void refusesWhatIsNoFault();
    void answersAsNamed_data();
    void answersAsNamed();
    void appliesToItsRouteOnly();
    void countsRequestsPerRoute();
    void countsAnewWithNewFaults();
    void theFirstFaultThatAppliesDecides();
    void flakyFailsEverySecondRequest();
    void refusesALargeLimitOnly();
    void rejectsALaterPageOnce();
    void namesARetryTimeInSeconds_data();
    void namesARetryTimeInSeconds();
    void namesARetryTimeAsADate();
    void redirectsToAnotherHost();
    void answersLate();
    void stallsInTheMiddle();
    void cutsInTheMiddle();
    void cutsAfterSoManyBytes();
    void resetsTheConnection();
    void truncatesTheJson();
    void sendsAnotherShape();
    void sendsABadNumber_data();
    void sendsABadNumber();
    void spoiledAnswersAreNotServed_data();
    void spoiledAnswersAreNotServed();
    void faultsHideNoRefusal();
    void worksAgainWhenHealed();
    void countsByGroupAndPage();
    void redirectsWhereverItIsTold();
    void redirectsToTheSameAddressWithoutEncryption();
    void dripsTheWholeAnswer();
    void resetsInTheMiddle();
    void refusesConnectionsForAWhile();
    void announcesTheWrongLength_data();
    void announcesTheWrongLength();
    void changesTheContentType_data();
    void changesTheContentType();
    void changesTheDate();
    void loopsWithItsCursors();
    void leadsThroughAnEmptyPage();

private:
    static Profile smallProfile()
    {
        Profile profile;
        profile.engineers = 30;
        profile.days = 20;
        profile.today = *core::UtcDay::fromIso(u"2026-11-20");
        return profile;
    }
    SimulatorThread m_simulator{smallProfile()};
};

void TestSimulatorFaults::initTestCase()
{
    QVERIFY(m_simulator.start());
}

void TestSimulatorFaults::tearDown()
{
    m_simulator.setFaults({});
    m_simulator.clearRequests();
}

void TestSimulatorFaults::everyFaultIsListed_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"key-rejected-a", "key-rejected-b", "scope-missing", "scope-missing-401",
             "wrong-workspace", "plan", "not-found", "gone-everywhere", "limit-refused", "throttled-seconds",
             "throttled-date", "throttled-long", "error-500", "502-html", "502-empty", "503-html",
             "503-empty", "504-html", "504-empty", "html-200", "redirect", "slow-first-byte", "stall",
             "cut-connection", "reset", "truncated-json", "wrong-shape", "bad-number", "cursor-rejected",
             "flaky", "json-as-text", "json-untyped", "json-as-html", "redirect-301", "redirect-307",
             "redirect-308", "redirect-http", "drip", "reset-midway", "refused", "length-long",
             "length-short", "date-ahead", "date-behind", "date-ancient", "date-odd", "date-missing",
             "cursor-loop", "cursor-circle", "cursor-missing", "empty-page"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestSimulatorFaults::everyFaultIsListed()
{
    QFETCH(QString, name);
    QVERIFY(Fault::names().contains(name));
    QVERIFY(!Fault::summary(name).isEmpty());
    const auto named = Fault::named(name);
    QVERIFY(named);
    QCOMPARE(named->name, name);
    QVERIFY(!named->route);
}

void TestSimulatorFaults::parsesItsParts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("route"); // −1 = all
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    constexpr int kEver = std::numeric_limits<int>::max();
    QTest::newRow("a name") << QStringLiteral("error-500") << -1 << 1 << kEver;
    QTest::newRow("on all") << QStringLiteral("error-500@all") << -1 << 1 << kEver;
    QTest::newRow("on a route") << QStringLiteral("error-500@code_reviews") << 1 << 1 << kEver;
    QTest::newRow("one request") << QStringLiteral("error-500#3") << -1 << 3 << 3;
    QTest::newRow("some requests") << QStringLiteral("error-500@usage#2-4") << 0 << 2 << 4;
    QTest::newRow("from a request on")
        << QStringLiteral("503-html@code_review_responses#2-") << 2 << 2 << kEver;
    QTest::newRow("on one grouping") << QStringLiteral("error-500@usage-workspace#2") << 0 << 2 << 2;
    QTest::newRow("on the other") << QStringLiteral("error-500@usage-engineers/first") << 0 << 1 << kEver;
    QTest::newRow("on later pages") << QStringLiteral("error-500@code_reviews/later#1-2") << 1 << 1 << 2;
    QTest::newRow("with a number") << QStringLiteral("slow-first-byte=1500@usage#1") << 0 << 1 << 1;
}

void TestSimulatorFaults::parsesItsParts()
{
    QFETCH(QString, text);
    QFETCH(int, route);
    QFETCH(int, first);
    QFETCH(int, last);
    const auto parsed = Fault::parse(text);
    QVERIFY(parsed);
    QCOMPARE(parsed->route ? static_cast<int>(*parsed->route) : -1, route);
    QCOMPARE(parsed->first, first);
    QCOMPARE(parsed->last, last);
    QCOMPARE(fault("slow-first-byte=1500").delayMs, 1500);
    QCOMPARE(fault("throttled-seconds=7").retryAfterSeconds, std::optional<int>(7));
    QCOMPARE(fault("stall=10").bytes, 10);
}

void TestSimulatorFaults::refusesWhatIsNoFault_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
        {"", "unknown", "error-500@", "error-500@elsewhere", "error-500#", "error-500#0", "error-500#4-2",
            "error-500#x", "error-500=5", "stall=", "stall=-1", "stall=9999999999", "ERROR-500", "error-500 ",
            "error-500@usage@usage", "error-500/", "error-500/second", "error-500@usage-all"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestSimulatorFaults::refusesWhatIsNoFault()
{
    QFETCH(QString, text);
    QVERIFY(!Fault::parse(text));
}

void TestSimulatorFaults::answersAsNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, int status, const char* type, const char* says) {
        QTest::newRow(name) << QString::fromLatin1(name) << status << QString::fromLatin1(type)
                            << QString::fromLatin1(says);
    };
    row("key-rejected-a", 401, "application/json", R"("code":"invalid_api_key")");
    row("key-rejected-b", 401, "application/json", R"({"detail":"Unauthorized"})");
    row("scope-missing", 403, "application/json", "Missing scopes: codex.enterprise.analytics.read");
    row("scope-missing-401", 401, "application/json", "Missing scopes: codex.enterprise.analytics.read");
    row("wrong-workspace", 403, "application/json", R"({"detail":{"code":"invalid_workspace_selected"}})");
    row("plan", 403, "application/json", "Codex analytics is not enabled for this workspace");
    row("not-found", 404, "application/json", R"({"detail":"Not Found"})");
    row("gone-everywhere", 404, "application/json", R"({"detail":"Not Found"})");
    row("gone-410", 410, "application/json", "Gone");
    row("bad-request", 400, "application/json", "detail");
    row("throttled-seconds", 429, "application/json", "rate_limit_exceeded");
    row("error-500", 500, "application/json", "server_error");
    row("502-html", 502, "text/html; charset=utf-8", "<!DOCTYPE html>");
    row("503-html", 503, "text/html; charset=utf-8", "<!DOCTYPE html>");
    row("504-html", 504, "text/html; charset=utf-8", "<!DOCTYPE html>");
    row("html-200", 200, "text/html; charset=utf-8", "Sign in");
    row("502-empty", 502, "", "");
    row("503-empty", 503, "", "");
    row("504-empty", 504, "", "");
}

void TestSimulatorFaults::answersAsNamed()
{
    QFETCH(QString, name);
    QFETCH(int, status);
    QFETCH(QString, type);
    QFETCH(QString, says);
    m_simulator.setFaults({fault(name.toLatin1().constData())});
    SimulatorClient client(m_simulator);
    for (const QString& route : kRoutes) {
        const Answer answer = client.get(route, kSmall);
        QCOMPARE(answer.status, status);
        QVERIFY(answer.isWhole);
        QCOMPARE(answer.headers.contains("content-type") ? answer.headers.at("content-type") : QByteArray(),
            type.toLatin1());
        QVERIFY2(answer.body.contains(says.toLatin1()), answer.body.constData());
        QCOMPARE(answer.body.isEmpty(), says.isEmpty());
        if (type == QStringLiteral("application/json")) {
            QVERIFY(!QJsonDocument::fromJson(answer.body).isNull());
        }
    }
    QCOMPARE(m_simulator.requests().constLast().fault, name);
}

void TestSimulatorFaults::appliesToItsRouteOnly()
{
    m_simulator.setFaults({fault("error-500@code_reviews")});
    const SimulatorClient client(m_simulator);
    QCOMPARE(client.get(kRoutes[0], kSmall).status, 200);
    QCOMPARE(client.get(kRoutes[1], kSmall).status, 500);
    QCOMPARE(client.get(kRoutes[2], kSmall).status, 200);
}

void TestSimulatorFaults::countsRequestsPerRoute()
{
    m_simulator.setFaults({fault("error-500#2-3")});
    const SimulatorClient client(m_simulator);
    for (const int expected : {200, 500, 500, 200}) {
        for (const QString& route : kRoutes) {
            QCOMPARE(client.get(route, kSmall).status, expected);
        }
    }
}

void TestSimulatorFaults::countsAnewWithNewFaults()
{
    const SimulatorClient client(m_simulator);
    for (int round = 0; round < 2; ++round) {
        m_simulator.setFaults({fault("error-500#1")});
        QCOMPARE(client.get(kRoutes[0], kSmall).status, 500);
        QCOMPARE(client.get(kRoutes[0], kSmall).status, 200);
    }
}

void TestSimulatorFaults::theFirstFaultThatAppliesDecides()
{
    m_simulator.setFaults({fault("503-empty#1"), fault("error-500@usage"), fault("not-found")});
    const SimulatorClient client(m_simulator);
    QCOMPARE(client.get(kRoutes[0], kSmall).status, 503);
    QCOMPARE(client.get(kRoutes[0], kSmall).status, 500);
    QCOMPARE(client.get(kRoutes[1], kSmall).status, 503);
    QCOMPARE(client.get(kRoutes[1], kSmall).status, 404);
}

void TestSimulatorFaults::flakyFailsEverySecondRequest()
{
    m_simulator.setFaults({fault("flaky")});
    const SimulatorClient client(m_simulator);
    for (const int expected : {500, 200, 500, 200, 500}) {
        QCOMPARE(client.get(kRoutes[0], kSmall).status, expected);
    }
}

void TestSimulatorFaults::refusesALargeLimitOnly()
{
    m_simulator.setFaults({fault("limit-refused")});
    const SimulatorClient client(m_simulator);
    const Answer refused = client.get(kRoutes[0], QStringLiteral("limit=1001"));
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.json()[QStringLiteral("detail")][0][QStringLiteral("loc")].toArray(),
        QJsonArray({QStringLiteral("query"), QStringLiteral("limit")}));
    QCOMPARE(client.get(kRoutes[0], QStringLiteral("limit=1000")).status, 200);
    QCOMPARE(client.get(kRoutes[0]).status, 200);
    QCOMPARE(client.get(kRoutes[1], QStringLiteral("limit=30000")).status, 422);
}

void TestSimulatorFaults::rejectsALaterPageOnce()
{
    m_simulator.setFaults({fault("cursor-rejected")});
    const SimulatorClient client(m_simulator);
    const QString cursor = client.get(kRoutes[0], kSmall).nextPage();
    QVERIFY(!cursor.isEmpty());
    const QString next = kSmall + QStringLiteral("&page=") + cursor;
    const Answer rejected = client.get(kRoutes[0], next);
    QCOMPARE(rejected.status, 400);
    QVERIFY(rejected.json()[QStringLiteral("detail")].toString().contains(QStringLiteral("cursor")));
    QCOMPARE(client.get(kRoutes[0], next).status, 200);
}

void TestSimulatorFaults::namesARetryTimeInSeconds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("seconds");
    QTest::newRow("short") << QStringLiteral("throttled-seconds") << 1;
    QTest::newRow("as given") << QStringLiteral("throttled-seconds=5") << 5;
    QTest::newRow("an hour") << QStringLiteral("throttled-long") << 3600;
}

void TestSimulatorFaults::namesARetryTimeInSeconds()
{
    QFETCH(QString, text);
    QFETCH(int, seconds);
    m_simulator.setFaults({fault(text.toLatin1().constData())});
    const Answer answer = SimulatorClient(m_simulator).get(kRoutes[0]);
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.headers.at("retry-after").toInt(), seconds);
}

void TestSimulatorFaults::namesARetryTimeAsADate()
{
    m_simulator.setFaults({fault("throttled-date=90")});
    const Answer answer = SimulatorClient(m_simulator).get(kRoutes[0]);
    const QDateTime named = dateOf(answer, "retry-after");
    QCOMPARE(answer.status, 429);
    QVERIFY(named.isValid());
    const qint64 ahead = dateOf(answer, "date").secsTo(named);
    QVERIFY2(ahead >= 89 && ahead <= 91, qPrintable(QString::number(ahead)));
}

void TestSimulatorFaults::redirectsToAnotherHost()
{
    m_simulator.setFaults({fault("redirect@usage#1")});
    const Answer answer = SimulatorClient(m_simulator).get(kRoutes[0], kSmall);
    QCOMPARE(answer.status, 302);
    const QUrl location = QUrl::fromEncoded(answer.headers.at("location"));
    QCOMPARE(location.host(), QStringLiteral("localhost"));
    QCOMPARE(location.port(), m_simulator.url().port());
    QVERIFY(location.path().endsWith(QStringLiteral("/usage")));
    QCOMPARE(m_simulator.requests().constLast().status, 302);
}

void TestSimulatorFaults::answersLate()
{
    m_simulator.setFaults({fault("slow-first-byte=400@usage")});
    const SimulatorClient client(m_simulator);
    QElapsedTimer timer;
    timer.start();
    const Answer answer = client.get(kRoutes[0], QStringLiteral("limit=30000"));
    QVERIFY(timer.elapsed() >= 395);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.isWhole);
    QVERIFY(!answer.rows().isEmpty());
    QVERIFY(!m_simulator.served().usage.empty());
}

void TestSimulatorFaults::stallsInTheMiddle()
{
    m_simulator.setFaults({fault("stall")});
    SimulatorClient client(m_simulator);
    client.timeoutMs = 300;
    const Answer answer = client.get(kRoutes[0], kSmall);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.timedOut);
    QVERIFY(!answer.isClosed);
    QVERIFY(!answer.isWhole);
    const qsizetype promised = answer.headers.at("content-length").toLongLong();
    QCOMPARE(answer.body.size(), promised / 2);
}

void TestSimulatorFaults::cutsInTheMiddle()
{
    m_simulator.setFaults({fault("cut-connection")});
    const Answer answer = SimulatorClient(m_simulator).get(kRoutes[0], kSmall);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.isClosed);
    QVERIFY(!answer.timedOut);
    QVERIFY(!answer.isWhole);
    QVERIFY(!answer.body.isEmpty());
    QCOMPARE(answer.body.size(), answer.headers.at("content-length").toLongLong() / 2);
}

void TestSimulatorFaults::cutsAfterSoManyBytes()
{
    m_simulator.setFaults({fault("cut-connection=17")});
    const Answer answer = SimulatorClient(m_simulator).get(kRoutes[1], kSmall);
    QVERIFY(answer.isClosed);
    QCOMPARE(answer.body, QByteArray(R"({"object":"page",)"));
}

void TestSimulatorFaults::resetsTheConnection()
{
    m_simulator.setFaults({fault("reset#1")});
    const SimulatorClient client(m_simulator);
    const Answer answer = client.get(kRoutes[0], kSmall);
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.isClosed);
    QVERIFY(answer.body.isEmpty());
    QCOMPARE(m_simulator.requests().constLast().status, 0);
    QCOMPARE(client.get(kRoutes[0], kSmall).status, 200);
}

void TestSimulatorFaults::truncatesTheJson()
{
    m_simulator.setFaults({fault("truncated-json")});
    const Answer answer = SimulatorClient(m_simulator).get(kRoutes[0], kSmall);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.isWhole);
    QVERIFY(answer.body.startsWith(R"({"object":"page")"));
    QVERIFY(QJsonDocument::fromJson(answer.body).isNull());
}

void TestSimulatorFaults::sendsAnotherShape()
{
    m_simulator.setFaults({fault("wrong-shape@usage"), fault("wrong-shape-list@code_reviews")});
    const SimulatorClient client(m_simulator);
    const Answer object = client.get(kRoutes[0], kSmall);
    QCOMPARE(object.status, 200);
    QVERIFY(object.json().contains(QStringLiteral("data")));
    QVERIFY(!object.json()[QStringLiteral("data")].isArray());
    const Answer list = client.get(kRoutes[1], kSmall);
    QCOMPARE(list.status, 200);
    QVERIFY(QJsonDocument::fromJson(list.body).isArray());
}

void TestSimulatorFaults::sendsABadNumber_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("number");
    QTest::newRow("a fraction") << QStringLiteral("bad-number") << 5.5;
    QTest::newRow("negative") << QStringLiteral("bad-number-negative") << -3.0;
}

void TestSimulatorFaults::sendsABadNumber()
{
    QFETCH(QString, name);
    QFETCH(double, number);
    m_simulator.setFaults({fault(name.toLatin1().constData())});
    const SimulatorClient client(m_simulator);
    QCOMPARE(client.get(kRoutes[0], kSmall)
                 .rows()[0][QStringLiteral("totals")][QStringLiteral("threads")]
                 .toDouble(),
        number);
    QCOMPARE(client.get(kRoutes[1], kSmall).rows()[0][QStringLiteral("comments")].toDouble(), number);
    const QJsonArray rows = client.get(kRoutes[2], kSmall).rows();
    QCOMPARE(rows[0][QStringLiteral("comments")].toDouble(), number);
    QVERIFY(rows[1][QStringLiteral("comments")].toDouble() >= 0);
}

void TestSimulatorFaults::spoiledAnswersAreNotServed_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name :
        {"cut-connection", "truncated-json", "bad-number", "wrong-shape", "reset", "error-500"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestSimulatorFaults::spoiledAnswersAreNotServed()
{
    QFETCH(QString, name);
    SimulatorThread simulator(smallProfile());
    QVERIFY(simulator.start());
    simulator.setFaults({fault(name.toLatin1().constData())});
    const SimulatorClient client(simulator);
    for (const QString& route : kRoutes) {
        client.get(route, QStringLiteral("limit=30000"));
    }
    QVERIFY(simulator.served().usage.empty());
    QVERIFY(simulator.served().reviews.empty());
    QVERIFY(simulator.served().responses.empty());
}

void TestSimulatorFaults::faultsHideNoRefusal()
{
    // A fault that spoils the right answer finds none when the key is wrong.
    m_simulator.setFaults({fault("bad-number")});
    SimulatorClient client(m_simulator);
    client.key = QStringLiteral("sk-test-unknown");
    QCOMPARE(client.get(kRoutes[0], kSmall).status, 401);
}

void TestSimulatorFaults::worksAgainWhenHealed()
{
    const SimulatorClient client(m_simulator);
    const QByteArray good
        = client.get(kRoutes[1], kSmall).rows().isEmpty() ? QByteArray() : QByteArray("rows");
    m_simulator.setFaults({fault("503-html")});
    QCOMPARE(client.get(kRoutes[1], kSmall).status, 503);

    m_simulator.setFaults({});

    QCOMPARE(client.get(kRoutes[1], kSmall).status, 200);
    QCOMPARE(good, QByteArray("rows"));
}

void TestSimulatorFaults::countsByGroupAndPage()
{
    m_simulator.setFaults({fault("error-500@usage-workspace#2"), fault("503-empty@usage-engineers/later#1")});
    const SimulatorClient client(m_simulator);
    const QString workspace = kSmall + QStringLiteral("&group=workspace");
    const Answer page = client.get(kRoutes[0], kSmall);
    QCOMPARE(page.status, 200);
    QCOMPARE(client.get(kRoutes[0], workspace).status, 200);
    const QString later = kSmall + QStringLiteral("&page=") + page.nextPage();
    QCOMPARE(client.get(kRoutes[0], later).status, 503);
    QCOMPARE(client.get(kRoutes[0], later).status, 200);
    QCOMPARE(client.get(kRoutes[0], workspace).status, 500);
    QCOMPARE(client.get(kRoutes[0], workspace).status, 200);
}

void TestSimulatorFaults::redirectsWhereverItIsTold()
{
    for (const char* name : {"redirect", "redirect-301", "redirect-307", "redirect-308"}) {
        Fault elsewhere = fault(name);
        elsewhere.body = "http://127.0.0.2:9";
        m_simulator.setFaults({elsewhere});
        const Answer answer = SimulatorClient(m_simulator).get(kRoutes[0], kSmall);
        const QString number = QString::fromLatin1(name).section(u'-', 1);
        QCOMPARE(answer.status, number.isEmpty() ? 302 : number.toInt());
        QVERIFY(answer.headers.at("location").startsWith("http://127.0.0.2:9/v1/analytics/"));
    }
}

void TestSimulatorFaults::redirectsToTheSameAddressWithoutEncryption()
{
    m_simulator.setFaults({fault("redirect-http")});
    const Answer answer = SimulatorClient(m_simulator).get(kRoutes[0], kSmall);
    QCOMPARE(answer.status, 302);
    QVERIFY(answer.headers.at("location").startsWith("http://127.0.0.1"));
}

void TestSimulatorFaults::dripsTheWholeAnswer()
{
    m_simulator.setFaults({fault("drip=400")});
    QElapsedTimer timer;
    timer.start();
    const Answer answer = SimulatorClient(m_simulator).get(kRoutes[1], QStringLiteral("limit=30000"));
    QVERIFY(timer.elapsed() >= 300);
    QVERIFY(answer.isWhole);
    QVERIFY(!answer.rows().isEmpty());
    QTRY_VERIFY(!m_simulator.served().reviews.empty());
}

void TestSimulatorFaults::resetsInTheMiddle()
{
    m_simulator.setFaults({fault("reset-midway")});
    const Answer answer = SimulatorClient(m_simulator).get(kRoutes[0], kSmall);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.isClosed);
    QVERIFY(!answer.isWhole);
    QVERIFY(!answer.body.isEmpty());
}

void TestSimulatorFaults::refusesConnectionsForAWhile()
{
    const SimulatorClient client(m_simulator);
    m_simulator.setFaults({fault("refused#1")});
    QCOMPARE(client.get(kRoutes[0], kSmall).status, 0);
    QTRY_COMPARE(client.get(kRoutes[1], kSmall).socketError, QAbstractSocket::ConnectionRefusedError);
    m_simulator.setFaults({});
    QTRY_COMPARE(client.get(kRoutes[1], kSmall).status, 200);

    m_simulator.setFaults({fault("refused=200#1")});
    QCOMPARE(client.get(kRoutes[0], kSmall).status, 0);
    QTRY_COMPARE(client.get(kRoutes[1], kSmall).status, 200);
}

void TestSimulatorFaults::announcesTheWrongLength_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("difference");
    QTest::newRow("too long") << QStringLiteral("length-long") << 64;
    QTest::newRow("too short") << QStringLiteral("length-short") << -64;
}

void TestSimulatorFaults::announcesTheWrongLength()
{
    QFETCH(QString, name);
    QFETCH(int, difference);
    const SimulatorClient client(m_simulator);
    const Answer right = client.get(kRoutes[2], kSmall);
    m_simulator.setFaults({fault(name.toLatin1().constData())});

    const Answer wrong = client.get(kRoutes[2], kSmall);

    QCOMPARE(wrong.headers.at("content-length").toLongLong(),
        right.headers.at("content-length").toLongLong() + difference);
    QCOMPARE(wrong.headers.at("connection"), QByteArray("close"));
}

void TestSimulatorFaults::changesTheContentType_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("text") << QStringLiteral("json-as-text") << QByteArray("text/plain");
    QTest::newRow("a page") << QStringLiteral("json-as-html") << QByteArray("text/html; charset=utf-8");
    QTest::newRow("none") << QStringLiteral("json-untyped") << QByteArray();
}

void TestSimulatorFaults::changesTheContentType()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, type);
    m_simulator.setFaults({fault(name.toLatin1().constData())});
    const Answer answer = SimulatorClient(m_simulator).get(kRoutes[0], kSmall);
    QVERIFY(!answer.rows().isEmpty());
    QCOMPARE(answer.headers.contains("content-type"), !type.isEmpty());
    QVERIFY(type.isEmpty() || answer.headers.at("content-type") == type);
}

void TestSimulatorFaults::changesTheDate()
{
    const SimulatorClient client(m_simulator);
    const QDateTime right = dateOf(client.get(kRoutes[1], kSmall), "date");
    QCOMPARE(right.date().toString(Qt::ISODate), QStringLiteral("2026-11-20"));
    for (const auto& [name, day] : {std::pair("date-ahead", "2026-11-23"),
             std::pair("date-behind", "2026-11-17"), std::pair("date-ancient", "1970-01-01")}) {
        m_simulator.setFaults({fault(name)});
        QCOMPARE(dateOf(client.get(kRoutes[1], kSmall), "date").date().toString(Qt::ISODate),
            QString::fromLatin1(day));
    }
    m_simulator.setFaults({fault("date-odd")});
    QVERIFY(!dateOf(client.get(kRoutes[1], kSmall), "date").isValid());
    m_simulator.setFaults({fault("date-missing")});
    QVERIFY(!client.get(kRoutes[1], kSmall).headers.contains("date"));
}

void TestSimulatorFaults::loopsWithItsCursors()
{
    const SimulatorClient client(m_simulator);
    const auto pageAt = [&client](const QString& cursor) {
        return client.get(
            kRoutes[1], kSmall + (cursor.isEmpty() ? QString() : QStringLiteral("&page=") + cursor));
    };
    m_simulator.setFaults({fault("cursor-loop/later")});
    const QString second = pageAt({}).nextPage();
    QCOMPARE(pageAt(second).nextPage(), second);

    m_simulator.setFaults({fault("cursor-circle/later")});
    const QString other = pageAt({}).nextPage();
    const QString back = pageAt(other).nextPage();
    QVERIFY(back != other);
    QCOMPARE(pageAt(back).rows(), pageAt({}).rows());

    m_simulator.setFaults({fault("cursor-missing")});
    const Answer lost = pageAt({});
    QVERIFY(lost.json()[QStringLiteral("has_more")].toBool());
    QVERIFY(lost.json()[QStringLiteral("next_page")].isNull());
}

void TestSimulatorFaults::leadsThroughAnEmptyPage()
{
    const SimulatorClient client(m_simulator);
    const Answer right = client.get(kRoutes[1], kSmall);
    m_simulator.setFaults({fault("empty-page#1-2")});
    const Answer empty = client.get(kRoutes[1], kSmall);
    QVERIFY(empty.rows().isEmpty());
    QVERIFY(empty.json()[QStringLiteral("has_more")].toBool());
    const Answer again = client.get(kRoutes[1], kSmall + QStringLiteral("&page=") + empty.nextPage());
    QVERIFY(again.rows().isEmpty());
    QVERIFY(again.nextPage() != empty.nextPage());
    const Answer rows = client.get(kRoutes[1], kSmall + QStringLiteral("&page=") + again.nextPage());
    QCOMPARE(rows.rows(), right.rows());
}

QTEST_GUILESS_MAIN(TestSimulatorFaults)
#include "tst_simulator_faults.moc"
