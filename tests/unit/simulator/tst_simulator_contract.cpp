// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/TestCase.h"
#include "unit/simulator/SimulatorClient.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSignalSpy>

#include <set>

using namespace app;
using namespace app::simulator;
using support::Answer;
using support::SimulatorClient;

namespace {

const core::UtcDay kToday = *core::UtcDay::fromIso(u"2026-11-20");

Profile smallProfile()
{
    Profile profile;
    profile.engineers = 30;
    profile.days = 120;
    profile.today = kToday;
    return profile;
}

std::set<int> ages(const QJsonArray& rows)
{
    std::set<int> all;
    for (const QJsonValue row : rows) {
        all.insert(kToday - *core::UtcDay::fromMidnight(row[QStringLiteral("start_time")].toInteger()));
    }
    return all;
}

QString userOf(const QJsonValue& row)
{
    return row[QStringLiteral("user_id")].toString();
}

QJsonObject firstComplaint(const Answer& answer)
{
    return answer.json()[QStringLiteral("detail")].toArray().at(0).toObject();
}

const QStringList kRoutes{
    QStringLiteral("usage"), QStringLiteral("code_reviews"), QStringLiteral("code_review_responses")};

} // namespace

class TestSimulatorContract : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void listensOnLoopbackOnly();
    void refusesATakenPort();
    void startsAgainAfterAStop();
    void answersWithTheEnvelope_data();
    void answersWithTheEnvelope();
    void otherMethodsAre405_data();
    void otherMethodsAre405();
    void otherPathsAre404_data();
    void otherPathsAre404();
    void checksAccessInOrder_data();
    void checksAccessInOrder();
    void aForeignWorkspaceCanBe404();
    void refusesBadParameters_data();
    void refusesBadParameters();
    void acceptsTheLimitsOfTheLimit();
    void namesEveryComplaint();
    void checksTheKeyBeforeTheParameters();
    void ignoresUnknownParameters_data();
    void ignoresUnknownParameters();
    void strictParametersAreRefused_data();
    void strictParametersAreRefused();

    void withoutBoundsTheLast30Days();
    void windowsBeginInclusiveAndEndExclusive();
    void unalignedBoundsTakeTheDaysTheyTouch();
    void aFutureWindowIsEmpty();
    void movesAnEarlierStartSilently();
    void refusesAnEarlierStartWhenStrict();

    void rowsAreSparseAndAscending();
    void theUserOrderIsStableAndNotAlphabetical();
    void workspaceRowsHaveNoIdentity();
    void reviewRowsHaveNoIdentity();
    void limitCountsRows_data();
    void limitCountsRows();
    void cursorsAreBoundToTheOtherParameters_data();
    void cursorsAreBoundToTheOtherParameters();
    void cursorsSurviveAnotherParameterOrder();
    void cursorsCanBeUsedTwice();
    void unknownCursorsAre400_data();
    void unknownCursorsAre400();
    void aListingKeepsTheDataItBeganWith();

    void servedIsWhatAClientReceived();
    void servedKeepsTheLastListing();
    void servedForgetsUnfinishedListings();
    void reportsOnlyWhenAsked();
    void reportsWhatItServed();
    void recordsRequestsWithoutTheKey();

    void keepsAConnectionAlive();
    void answersPipelinedRequestsInOrder();
    void closesWhenAsked();
    void refusesWhatIsNoRequest_data();
    void refusesWhatIsNoRequest();
    void dropsARequestBody();
    void worksWithANetworkLibrary();

private:
    SimulatorThread m_simulator{smallProfile()};
};

void TestSimulatorContract::initTestCase()
{
    QVERIFY(m_simulator.start());
}

void TestSimulatorContract::cleanupTestCase()
{
    m_simulator.stop();
    QVERIFY(m_simulator.url().isEmpty());
}

void TestSimulatorContract::listensOnLoopbackOnly()
{
    QCOMPARE(m_simulator.url().scheme(), QStringLiteral("http"));
    QCOMPARE(m_simulator.url().host(), QStringLiteral("127.0.0.1"));
    QVERIFY(m_simulator.url().port() > 0);
    QVERIFY(m_simulator.url().path().isEmpty());
}

void TestSimulatorContract::refusesATakenPort()
{
    SimulatorThread second(smallProfile());
    const auto url = second.start(static_cast<quint16>(m_simulator.url().port()));
    QVERIFY(!url);
    QVERIFY(url.error().detail.contains(QString::number(m_simulator.url().port())));
    QVERIFY(second.url().isEmpty());
}

void TestSimulatorContract::startsAgainAfterAStop()
{
    SimulatorThread simulator(smallProfile());
    const auto first = simulator.start();
    QVERIFY(first);
    const SimulatorClient before(simulator);
    QCOMPARE(before.get(QStringLiteral("usage"), QStringLiteral("limit=1")).status, 200);

    simulator.stop();
    QCOMPARE(before.get(QStringLiteral("usage")).socketError, QAbstractSocket::ConnectionRefusedError);
    QVERIFY(simulator.start(static_cast<quint16>(first->port())));

    QCOMPARE(before.get(QStringLiteral("usage"), QStringLiteral("limit=1")).status, 200);
    QCOMPARE(simulator.requestCount(), 2);
}

void TestSimulatorContract::answersWithTheEnvelope_data()
{
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("object");
    const QString usage = QStringLiteral("workspace.codex.usage.result");
    QTest::newRow("usage") << kRoutes[0] << QString() << usage;
    QTest::newRow("workspace usage") << kRoutes[0] << QStringLiteral("group=workspace") << usage;
    QTest::newRow("reviews") << kRoutes[1] << QString()
                             << QStringLiteral("workspace.codex.usage.code_reviews.result");
    QTest::newRow("responses") << kRoutes[2] << QString()
                               << QStringLiteral("workspace.codex.usage.code_review_responses.result");
}

void TestSimulatorContract::answersWithTheEnvelope()
{
    QFETCH(QString, route);
    QFETCH(QString, query);
    QFETCH(QString, object);

    const Answer answer = SimulatorClient(m_simulator).get(route, query);

    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.at("content-type"), QByteArray("application/json"));
    QVERIFY(answer.isWhole);
    QVERIFY(!QJsonDocument::fromJson(answer.body).isNull());
    QCOMPARE(answer.json().keys(),
        QStringList({QStringLiteral("data"), QStringLiteral("has_more"), QStringLiteral("next_page"),
            QStringLiteral("object")}));
    QCOMPARE(answer.json()[QStringLiteral("object")].toString(), QStringLiteral("page"));
    QCOMPARE(answer.json()[QStringLiteral("has_more")].toBool(true), false);
    QVERIFY(answer.json()[QStringLiteral("next_page")].isNull());
    QVERIFY(!answer.rows().isEmpty());
    for (const QJsonValue row : answer.rows()) {
        QCOMPARE(row[QStringLiteral("object")].toString(), object);
        const qint64 start = row[QStringLiteral("start_time")].toInteger();
        QCOMPARE(start % 86'400, 0);
        QCOMPARE(row[QStringLiteral("end_time")].toInteger(), start + 86'400);
    }
}

void TestSimulatorContract::otherMethodsAre405_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char* method : {"POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}) {
        QTest::newRow(method) << QByteArray(method);
    }
}

void TestSimulatorContract::otherMethodsAre405()
{
    QFETCH(QByteArray, method);
    const SimulatorClient client(m_simulator);
    for (const QString& route : kRoutes) {
        const Answer answer = client.send(client.request(method, client.target(route)));
        QCOMPARE(answer.status, 405);
        QCOMPARE(answer.headers.at("allow"), QByteArray("GET"));
        // The method is looked at before the key.
        QCOMPARE(client.send(client.request(method, client.target(route), false)).status, 405);
    }
}

void TestSimulatorContract::otherPathsAre404_data()
{
    QTest::addColumn<QString>("path");
    const QString id = Simulator::workspace().toString();
    QTest::newRow("root") << QStringLiteral("/");
    QTest::newRow("trailing slash") << QStringLiteral("/v1/analytics/codex/workspaces/%1/usage/").arg(id);
    QTest::newRow("unified route") << QStringLiteral("/v1/analytics/workspaces/%1/usage").arg(id);
    QTest::newRow("sibling") << QStringLiteral("/v1/analytics/codex/workspaces/%1/turn-insights").arg(id);
    QTest::newRow("no workspace") << QStringLiteral("/v1/analytics/codex/workspaces/usage");
    QTest::newRow("other version") << QStringLiteral("/v2/analytics/codex/workspaces/%1/usage").arg(id);
    QTest::newRow("upper case") << QStringLiteral("/v1/analytics/codex/workspaces/%1/Usage").arg(id);
}

void TestSimulatorContract::otherPathsAre404()
{
    QFETCH(QString, path);
    const SimulatorClient client(m_simulator);
    QCOMPARE(client.send(client.request("GET", path)).status, 404);
}

void TestSimulatorContract::checksAccessInOrder_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    const QByteArray good = "Bearer " + Simulator::acceptedKey().toUtf8();
    const QByteArray scopeless = "Bearer " + Simulator::keyWithoutScope().toUtf8();
    const QByteArray foreign = "Bearer " + Simulator::keyOfOtherWorkspace().toUtf8();
    const QByteArray unknown = "Bearer sk-test-nobody-knows-this-one";
    const QString own = Simulator::workspace().toString();
    const QString other = Simulator::otherWorkspace().toString();
    const QString nobody = QStringLiteral("00000000-0000-4000-8000-000000000000");
    const QString noUuid = QStringLiteral("my-workspace");
    const QString rejected = QStringLiteral("not valid");
    const QString scope = QStringLiteral("Missing scopes: codex.enterprise.analytics.read");
    const QString invalid = QStringLiteral("invalid_workspace_selected");

    QTest::newRow("right key") << good << own << 200 << QStringLiteral("\"page\"");
    QTest::newRow("scheme in lower case")
        << good.toLower().replace("wxyz", "WXYZ") << own << 200 << QStringLiteral("\"page\"");
    QTest::newRow("workspace in upper case") << good << own.toUpper() << 200 << QStringLiteral("\"page\"");
    QTest::newRow("other key in its own workspace") << foreign << other << 200 << QStringLiteral("\"page\"");
    QTest::newRow("no key") << QByteArray() << own << 401 << rejected;
    QTest::newRow("empty key") << QByteArray("Bearer ") << own << 401 << rejected;
    QTest::newRow("other scheme") << QByteArray("Basic " + Simulator::acceptedKey().toUtf8()) << own << 401
                                  << rejected;
    QTest::newRow("key without scheme") << Simulator::acceptedKey().toUtf8() << own << 401 << rejected;
    QTest::newRow("unknown key") << unknown << own << 401 << rejected;
    QTest::newRow("unknown key before bad workspace") << unknown << noUuid << 401 << rejected;
    QTest::newRow("scope missing") << scopeless << own << 403 << scope;
    QTest::newRow("scope before bad workspace") << scopeless << noUuid << 403 << scope;
    QTest::newRow("scope before unknown workspace") << scopeless << nobody << 403 << scope;
    QTest::newRow("key of another workspace") << foreign << own << 403 << invalid;
    QTest::newRow("key of another workspace before bad workspace") << foreign << noUuid << 403 << invalid;
    QTest::newRow("another workspace") << good << other << 403 << invalid;
    QTest::newRow("workspace is no UUID") << good << noUuid << 422 << QStringLiteral("workspace_id");
    QTest::newRow("workspace is an organisation")
        << good << QStringLiteral("org-abc123") << 422 << QStringLiteral("workspace_id");
    QTest::newRow("unknown workspace") << good << nobody << 404 << QStringLiteral("Not Found");
    QTest::newRow("plan") << good << Simulator::ineligibleWorkspace().toString() << 403
                          << QStringLiteral("not enabled");
}

void TestSimulatorContract::checksAccessInOrder()
{
    QFETCH(QByteArray, authorization);
    QFETCH(QString, workspace);
    QFETCH(int, status);
    QFETCH(QString, says);
    SimulatorClient client(m_simulator);
    client.workspace = workspace;
    if (!authorization.isEmpty()) {
        client.extraHeaders = "Authorization: " + authorization + "\r\n";
    }
    for (const QString& route : kRoutes) {
        const Answer answer
            = client.send(client.request("GET", client.target(route, QStringLiteral("limit=3")), false));
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.body.contains(says.toUtf8()), answer.body.constData());
        QVERIFY(!QJsonDocument::fromJson(answer.body).isNull());
    }
}

void TestSimulatorContract::aForeignWorkspaceCanBe404()
{
    Profile profile = smallProfile();
    profile.foreignWorkspaceIsNotFound = true;
    SimulatorThread simulator(profile);
    QVERIFY(simulator.start());
    SimulatorClient client(simulator);
    client.key = Simulator::keyOfOtherWorkspace();

    QCOMPARE(client.get(kRoutes[0]).status, 404);
}

void TestSimulatorContract::refusesBadParameters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    const auto row = [](const char* title, const char* query, const char* name, const char* type) {
        QTest::newRow(title) << QString::fromLatin1(query) << QString::fromLatin1(name)
                             << QString::fromLatin1(type);
    };
    row("limit zero", "limit=0", "limit", "greater_than_equal");
    row("limit negative", "limit=-1", "limit", "greater_than_equal");
    row("limit too large", "limit=30001", "limit", "less_than_equal");
    row("limit is a word", "limit=many", "limit", "int_parsing");
    row("limit is empty", "limit=", "limit", "int_parsing");
    row("limit has a fraction", "limit=10.5", "limit", "int_parsing");
    row("limit overflows", "limit=99999999999999999999", "limit", "int_parsing");
    row("start is a date", "start_time=2026-11-01", "start_time", "int_parsing");
    row("end is a word", "end_time=now", "end_time", "int_parsing");
    row("end before start", "start_time=1795219200&end_time=1795132800", "end_time", "value_error");
    row("end equals start", "start_time=1795132800&end_time=1795132800", "end_time", "value_error");
}

void TestSimulatorContract::refusesBadParameters()
{
    QFETCH(QString, query);
    QFETCH(QString, name);
    QFETCH(QString, type);
    for (const QString& route : kRoutes) {
        const Answer answer = SimulatorClient(m_simulator).get(route, query);
        QCOMPARE(answer.status, 422);
        const QJsonObject complaint = firstComplaint(answer);
        QCOMPARE(complaint[QStringLiteral("loc")].toArray(), QJsonArray({QStringLiteral("query"), name}));
        QCOMPARE(complaint[QStringLiteral("type")].toString(), type);
        QVERIFY(!complaint[QStringLiteral("msg")].toString().isEmpty());
        QVERIFY(complaint.contains(QStringLiteral("input")));
    }
}

void TestSimulatorContract::acceptsTheLimitsOfTheLimit()
{
    for (const char* limit : {"1", "30000"}) {
        QCOMPARE(SimulatorClient(m_simulator)
                     .get(kRoutes[0], QStringLiteral("limit=") + QLatin1String(limit))
                     .status,
            200);
    }
    for (const char* group : {"user", "", "Workspace", "workspace,user"}) {
        const Answer answer
            = SimulatorClient(m_simulator).get(kRoutes[0], QStringLiteral("group=") + QLatin1String(group));
        QCOMPARE(answer.status, 422);
        QCOMPARE(firstComplaint(answer)[QStringLiteral("type")].toString(), QStringLiteral("literal_error"));
    }
}

void TestSimulatorContract::namesEveryComplaint()
{
    const Answer answer
        = SimulatorClient(m_simulator).get(kRoutes[0], QStringLiteral("limit=50000&start_time=x&group=user"));
    QCOMPARE(answer.status, 422);
    QStringList names;
    for (const QJsonValue complaint : answer.json()[QStringLiteral("detail")].toArray()) {
        names.append(complaint[QStringLiteral("loc")][1].toString());
    }
    QCOMPARE(
        names, QStringList({QStringLiteral("limit"), QStringLiteral("start_time"), QStringLiteral("group")}));
    QCOMPARE(firstComplaint(answer)[QStringLiteral("ctx")][QStringLiteral("le")].toInt(), 30'000);
    QCOMPARE(firstComplaint(answer)[QStringLiteral("input")].toString(), QStringLiteral("50000"));
}

void TestSimulatorContract::checksTheKeyBeforeTheParameters()
{
    SimulatorClient client(m_simulator);
    client.key = QStringLiteral("sk-test-unknown");
    QCOMPARE(client.get(kRoutes[0], QStringLiteral("limit=0")).status, 401);
}

void TestSimulatorContract::ignoresUnknownParameters_data()
{
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("query");
    QTest::newRow("group_by") << kRoutes[0] << QStringLiteral("group_by=week");
    QTest::newRow("anything") << kRoutes[0] << QStringLiteral("colour=green");
    QTest::newRow("group on reviews") << kRoutes[1] << QStringLiteral("group=workspace");
    QTest::newRow("a wrong group on responses") << kRoutes[2] << QStringLiteral("group=user");
}

void TestSimulatorContract::ignoresUnknownParameters()
{
    QFETCH(QString, route);
    QFETCH(QString, query);
    const SimulatorClient client(m_simulator);
    QCOMPARE(client.get(route, query).body, client.get(route).body);
}

void TestSimulatorContract::strictParametersAreRefused_data()
{
    ignoresUnknownParameters_data();
}

void TestSimulatorContract::strictParametersAreRefused()
{
    QFETCH(QString, route);
    QFETCH(QString, query);
    SimulatorThread simulator(*Profile::named(QStringLiteral("strict-parameters")));
    QVERIFY(simulator.start());
    const Answer answer = SimulatorClient(simulator).get(route, query);
    QCOMPARE(answer.status, 422);
    QCOMPARE(firstComplaint(answer)[QStringLiteral("type")].toString(), QStringLiteral("extra_forbidden"));
    QCOMPARE(SimulatorClient(simulator).get(route, QStringLiteral("limit=2")).status, 200);
}

void TestSimulatorContract::withoutBoundsTheLast30Days()
{
    const QString group = QStringLiteral("group=workspace");
    const SimulatorClient client(m_simulator);
    const QJsonArray bare = client.get(kRoutes[0], group).rows();

    QCOMPARE(*ages(bare).begin(), 0);
    QCOMPARE(*ages(bare).rbegin(), 29);
    QCOMPARE(bare,
        client.get(kRoutes[0], group + QLatin1Char('&') + SimulatorClient::window(kToday - 29, kToday))
            .rows());
    // Only the start: until today.
    QCOMPARE(
        client.get(kRoutes[0], group + QStringLiteral("&start_time=%1").arg((kToday - 29).startSeconds()))
            .rows(),
        bare);
}

void TestSimulatorContract::windowsBeginInclusiveAndEndExclusive()
{
    const QString query = QStringLiteral("group=workspace&start_time=%1&end_time=%2")
                              .arg((kToday - 10).startSeconds())
                              .arg((kToday - 7).startSeconds());
    QCOMPARE(ages(SimulatorClient(m_simulator).get(kRoutes[0], query).rows()), (std::set<int>{8, 9, 10}));
}

void TestSimulatorContract::unalignedBoundsTakeTheDaysTheyTouch()
{
    const QString query = QStringLiteral("group=workspace&start_time=%1&end_time=%2")
                              .arg((kToday - 10).startSeconds() + 3600)
                              .arg((kToday - 8).startSeconds() + 1);
    QCOMPARE(ages(SimulatorClient(m_simulator).get(kRoutes[0], query).rows()), (std::set<int>{8, 9, 10}));
}

void TestSimulatorContract::aFutureWindowIsEmpty()
{
    const SimulatorClient client(m_simulator);
    const Answer later = client.get(kRoutes[0], SimulatorClient::window(kToday + 3, kToday + 5));
    QCOMPARE(later.status, 200);
    QVERIFY(later.rows().isEmpty());
    QCOMPARE(later.json()[QStringLiteral("has_more")].toBool(true), false);
    QCOMPARE(
        client.get(kRoutes[0], QStringLiteral("start_time=%1").arg((kToday + 9).startSeconds())).status, 200);
    // Today is complete when tomorrow's midnight ends the window.
    QVERIFY(!client.get(kRoutes[0], SimulatorClient::window(kToday, kToday)).rows().isEmpty());
}

void TestSimulatorContract::movesAnEarlierStartSilently()
{
    const Answer answer
        = SimulatorClient(m_simulator)
              .get(kRoutes[0],
                  QStringLiteral("group=workspace&") + SimulatorClient::window(kToday - 119, kToday));
    QCOMPARE(answer.status, 200);
    QCOMPARE(*ages(answer.rows()).rbegin(), 90);
    // Wholly before the look-back: nothing, and no error.
    const Answer old
        = SimulatorClient(m_simulator).get(kRoutes[0], SimulatorClient::window(kToday - 119, kToday - 100));
    QCOMPARE(old.status, 200);
    QVERIFY(old.rows().isEmpty());
}

void TestSimulatorContract::refusesAnEarlierStartWhenStrict()
{
    Profile profile = smallProfile();
    profile.lookBackStrict = true;
    SimulatorThread simulator(profile);
    QVERIFY(simulator.start());
    const SimulatorClient client(simulator);
    for (const QString& route : kRoutes) {
        const Answer answer = client.get(route, SimulatorClient::window(kToday - 91, kToday));
        QCOMPARE(answer.status, 422);
        QCOMPARE(firstComplaint(answer)[QStringLiteral("loc")][1].toString(), QStringLiteral("start_time"));
        QCOMPARE(client.get(route, SimulatorClient::window(kToday - 90, kToday)).status, 200);
    }
}

void TestSimulatorContract::rowsAreSparseAndAscending()
{
    const QJsonArray rows
        = SimulatorClient(m_simulator).get(kRoutes[0], QStringLiteral("limit=30000")).rows();
    // Thirty engineers on thirty days, and far fewer rows.
    QVERIFY(rows.size() > 100);
    QVERIFY(rows.size() < 700);
    qint64 last = 0;
    std::set<std::pair<qint64, QString>> seen;
    for (const QJsonValue row : rows) {
        const qint64 start = row[QStringLiteral("start_time")].toInteger();
        QVERIFY(start >= last);
        last = start;
        QVERIFY(seen.emplace(start, userOf(row)).second);
        QVERIFY(row[QStringLiteral("totals")][QStringLiteral("turns")].toInteger() > 0);
        QCOMPARE(row[QStringLiteral("actor")][QStringLiteral("user_id")].toString(), userOf(row));
    }
}

void TestSimulatorContract::theUserOrderIsStableAndNotAlphabetical()
{
    const QJsonArray rows
        = SimulatorClient(m_simulator).get(kRoutes[0], QStringLiteral("limit=30000")).rows();
    std::map<QString, int> rank;
    std::map<qint64, QStringList> days;
    for (const QJsonValue row : rows) {
        days[row[QStringLiteral("start_time")].toInteger()].append(userOf(row));
    }
    bool isAlphabetical = true;
    std::set<std::pair<QString, QString>> before;
    for (const auto& [day, users] : days) {
        isAlphabetical = isAlphabetical && std::is_sorted(users.begin(), users.end());
        for (qsizetype i = 0; i + 1 < users.size(); ++i) {
            before.emplace(users[i], users[i + 1]);
            QVERIFY2(!before.contains({users[i + 1], users[i]}), "two users changed places");
        }
    }
    QVERIFY(!isAlphabetical);
}

void TestSimulatorContract::workspaceRowsHaveNoIdentity()
{
    const QJsonArray rows
        = SimulatorClient(m_simulator).get(kRoutes[0], QStringLiteral("group=workspace")).rows();
    QVERIFY(rows.size() > 15);
    std::set<qint64> days;
    for (const QJsonValue row : rows) {
        QVERIFY(row.toObject().contains(QStringLiteral("user_id")));
        QVERIFY(row[QStringLiteral("user_id")].isNull());
        QVERIFY(row[QStringLiteral("actor")].isNull());
        QVERIFY(days.insert(row[QStringLiteral("start_time")].toInteger()).second);
    }
}

void TestSimulatorContract::reviewRowsHaveNoIdentity()
{
    for (const QString& route : {kRoutes[1], kRoutes[2]}) {
        const QJsonArray rows = SimulatorClient(m_simulator).get(route).rows();
        QVERIFY(!rows.isEmpty());
        for (const QJsonValue row : rows) {
            QVERIFY(!row.toObject().contains(QStringLiteral("user_id")));
            QVERIFY(!row.toObject().contains(QStringLiteral("actor")));
        }
    }
}

void TestSimulatorContract::limitCountsRows_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 2, 7, 100}) {
        QTest::addRow("%d rows a page", limit) << limit;
    }
}

void TestSimulatorContract::limitCountsRows()
{
    QFETCH(int, limit);
    const SimulatorClient client(m_simulator);
    for (const QString& query :
        {kRoutes[0], QString(kRoutes[0] + QStringLiteral("?group=workspace")), kRoutes[1], kRoutes[2]}) {
        const QString route = query.section(QLatin1Char('?'), 0, 0);
        const QString rest = query.section(QLatin1Char('?'), 1) + QLatin1Char('&')
            + SimulatorClient::window(kToday - 6, kToday);
        const QJsonArray whole = client.get(route, rest + QStringLiteral("&limit=30000")).rows();

        const auto pages = client.pages(route, rest + QStringLiteral("&limit=%1").arg(limit));

        QJsonArray joined;
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const bool isLast = i + 1 == pages.size();
            QCOMPARE(pages[i].status, 200);
            QCOMPARE(pages[i].json()[QStringLiteral("has_more")].toBool(), !isLast);
            QCOMPARE(pages[i].json()[QStringLiteral("next_page")].isNull(), isLast);
            const qsizetype count = pages[i].rows().size();
            QVERIFY(isLast ? count >= 1 && count <= limit : count == limit);
            for (const QJsonValue row : pages[i].rows()) {
                joined.append(row);
            }
        }
        QCOMPARE(joined, whole);
    }
}

void TestSimulatorContract::cursorsAreBoundToTheOtherParameters_data()
{
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("otherSpace");
    const QString window = SimulatorClient::window(kToday - 6, kToday);
    const QString shorter = SimulatorClient::window(kToday - 5, kToday);
    const QString earlier = SimulatorClient::window(kToday - 6, kToday - 1);
    QTest::newRow("other limit") << kRoutes[0] << QString(window + QStringLiteral("&limit=6")) << false;
    QTest::newRow("no limit") << kRoutes[0] << window << false;
    QTest::newRow("other start") << kRoutes[0] << QString(shorter + QStringLiteral("&limit=5")) << false;
    QTest::newRow("other end") << kRoutes[0] << QString(earlier + QStringLiteral("&limit=5")) << false;
    QTest::newRow("other group") << kRoutes[0] << QString(window + QStringLiteral("&limit=5&group=workspace"))
                                 << false;
    QTest::newRow("other route") << kRoutes[1] << QString(window + QStringLiteral("&limit=5")) << false;
    QTest::newRow("other workspace") << kRoutes[0] << QString(window + QStringLiteral("&limit=5")) << true;
}

void TestSimulatorContract::cursorsAreBoundToTheOtherParameters()
{
    QFETCH(QString, route);
    QFETCH(QString, query);
    QFETCH(bool, otherSpace);
    SimulatorClient client(m_simulator);
    const QString right = SimulatorClient::window(kToday - 6, kToday) + QStringLiteral("&limit=5");
    const QString cursor = client.get(kRoutes[0], right).nextPage();
    QVERIFY(!cursor.isEmpty());
    if (otherSpace) {
        client.workspace = Simulator::otherWorkspace().toString();
        client.key = Simulator::keyOfOtherWorkspace();
    }

    const Answer changed = client.get(route, query + QStringLiteral("&page=") + cursor);

    QCOMPARE(changed.status, 400);
    QVERIFY(changed.json()[QStringLiteral("detail")].toString().contains(QStringLiteral("cursor")));
    QCOMPARE(
        SimulatorClient(m_simulator).get(kRoutes[0], right + QStringLiteral("&page=") + cursor).status, 200);
}

void TestSimulatorContract::cursorsSurviveAnotherParameterOrder()
{
    const SimulatorClient client(m_simulator);
    const QString window = SimulatorClient::window(kToday - 6, kToday);
    const QString cursor = client.get(kRoutes[0], window + QStringLiteral("&limit=5")).nextPage();
    QCOMPARE(client.get(kRoutes[0], QStringLiteral("page=%1&limit=5&%2").arg(cursor, window)).status, 200);
}

void TestSimulatorContract::cursorsCanBeUsedTwice()
{
    const SimulatorClient client(m_simulator);
    const QString query = SimulatorClient::window(kToday - 6, kToday) + QStringLiteral("&limit=5");
    const QString next = query + QStringLiteral("&page=") + client.get(kRoutes[0], query).nextPage();
    QCOMPARE(client.get(kRoutes[0], next).body, client.get(kRoutes[0], next).body);
}

void TestSimulatorContract::unknownCursorsAre400_data()
{
    QTest::addColumn<QString>("cursor");
    QTest::newRow("empty") << QString();
    QTest::newRow("a word") << QStringLiteral("next");
    QTest::newRow("a number") << QStringLiteral("2");
    QTest::newRow("not base64") << QStringLiteral("%%%25");
    QTest::newRow("well formed, but nobody's") << QStringLiteral("OTk5OTk5LjEuQUFBQUFBQUFBQUFB");
}

void TestSimulatorContract::unknownCursorsAre400()
{
    QFETCH(QString, cursor);
    for (const QString& route : kRoutes) {
        QCOMPARE(
            SimulatorClient(m_simulator).get(route, QStringLiteral("limit=5&page=") + cursor).status, 400);
    }
}

void TestSimulatorContract::aListingKeepsTheDataItBeganWith()
{
    SimulatorThread simulator(smallProfile());
    QVERIFY(simulator.start());
    const SimulatorClient client(simulator);
    const QString query = SimulatorClient::window(kToday - 6, kToday) + QStringLiteral("&limit=20");
    const QJsonArray expected = client.all(kRoutes[0], query);

    const Answer first = client.get(kRoutes[0], query);
    Profile other = smallProfile();
    other.seed = 99;
    simulator.setProfile(other);
    const Answer second = client.get(kRoutes[0], query + QStringLiteral("&page=") + first.nextPage());

    QCOMPARE(second.rows().at(3), expected.at(23));
    QVERIFY(client.get(kRoutes[0], query).rows() != first.rows());
}

void TestSimulatorContract::servedIsWhatAClientReceived()
{
    SimulatorThread simulator(smallProfile());
    simulator.setReporting(true);
    QVERIFY(simulator.start());
    const SimulatorClient client(simulator);
    const QString query = SimulatorClient::window(kToday - 6, kToday) + QStringLiteral("&limit=13");
    const QJsonArray users = client.all(kRoutes[0], query);
    const QJsonArray days = client.all(kRoutes[0], query + QStringLiteral("&group=workspace"));
    const QJsonArray reviews = client.all(kRoutes[1], query);
    const QJsonArray responses = client.all(kRoutes[2], query);

    const Served served = simulator.served();

    for (int age = 0; age <= 6; ++age) {
        QVERIFY(served.usage.contains(kToday - age));
        QVERIFY(served.workspaceUsage.contains(kToday - age));
        QVERIFY(served.reviews.contains(kToday - age));
        QVERIFY(served.responses.contains(kToday - age));
    }
    QCOMPARE(served.usage.size(), std::size_t{7});
    qsizetype at = 0;
    for (const auto& [day, rows] : served.usage) {
        for (const TruthUsage& row : rows) {
            const QJsonValue received = users.at(at++);
            const QJsonValue totals = received[QStringLiteral("totals")];
            QCOMPARE(received[QStringLiteral("start_time")].toInteger(), day.startSeconds());
            QCOMPARE(userOf(received).toStdString(), *row.identity.userId);
            QCOMPARE(received[QStringLiteral("actor")][QStringLiteral("email")].toString().toStdString(),
                row.identity.email.value_or(""));
            QCOMPARE(totals[QStringLiteral("threads")].toInteger(), row.threads);
            QCOMPARE(totals[QStringLiteral("turns")].toInteger(), row.turns);
            QCOMPARE(totals[QStringLiteral("credits")].toDouble(), *row.costs.credits);
            QCOMPARE(totals[QStringLiteral("estimated_cost_usd")].toDouble(), *row.costs.estimatedCostUsd);
            QVERIFY(totals[QStringLiteral("cost_usd")].isNull());
            QCOMPARE(totals[QStringLiteral("text_total_tokens")].toInteger(), *row.tokens.total);
            const QJsonArray clients = received[QStringLiteral("clients")].toArray();
            QCOMPARE(clients.size(), static_cast<qsizetype>(row.clients.size()));
            for (qsizetype i = 0; i < clients.size(); ++i) {
                const TruthClient& part = row.clients[static_cast<std::size_t>(i)];
                QCOMPARE(clients[i][QStringLiteral("client_id")].toString().toStdString(), part.clientId);
                QCOMPARE(clients[i][QStringLiteral("turns")].toInteger(), part.turns);
                QCOMPARE(clients[i][QStringLiteral("credits")].toDouble(), *part.costs.credits);
                QCOMPARE(clients[i][QStringLiteral("cached_text_input_tokens")].toInteger(),
                    *part.tokens.cachedInput);
            }
            const QJsonArray models = received[QStringLiteral("models")].toArray();
            QCOMPARE(models.size(), static_cast<qsizetype>(row.models.size()));
            for (qsizetype i = 0; i < models.size(); ++i) {
                const TruthModel& model = row.models[static_cast<std::size_t>(i)];
                QCOMPARE(models[i][QStringLiteral("model")].toString().toStdString(), model.model);
                QCOMPARE(
                    models[i][QStringLiteral("speed")].toString().toStdString(), model.speed.value_or(""));
                QCOMPARE(models[i][QStringLiteral("text_output_tokens")].toInteger(), *model.tokens.output);
            }
            const QJsonValue lines = received[QStringLiteral("code_attribution")];
            QCOMPARE(lines.isNull(), !row.linesAdded.has_value());
            QCOMPARE(lines[QStringLiteral("lines_added")].toInteger(), row.linesAdded.value_or(0));
            QCOMPARE(lines[QStringLiteral("lines_removed")].toInteger(), row.linesRemoved.value_or(0));
        }
    }
    QCOMPARE(at, users.size());
    at = 0;
    for (const auto& [day, rows] : served.workspaceUsage) {
        for (const TruthUsage& row : rows) {
            QCOMPARE(days.at(at++)[QStringLiteral("totals")][QStringLiteral("turns")].toInteger(), row.turns);
        }
    }
    QCOMPARE(at, days.size());
    at = 0;
    for (const auto& [day, rows] : served.reviews) {
        for (const TruthReview& row : rows) {
            const QJsonValue received = reviews.at(at++);
            const QJsonValue priorities = received[QStringLiteral("comment_details")];
            QCOMPARE(received[QStringLiteral("pull_request_reviews")].toInteger(), row.pullRequestReviews);
            QCOMPARE(received[QStringLiteral("comments")].toInteger(), row.comments);
            QCOMPARE(priorities[QStringLiteral("p0")].toInteger(), row.p0);
            QCOMPARE(priorities[QStringLiteral("p1")].toInteger(), row.p1);
            QCOMPARE(priorities[QStringLiteral("p2")].toInteger(), row.p2);
        }
    }
    QCOMPARE(at, reviews.size());
    at = 0;
    for (const auto& [day, rows] : served.responses) {
        for (const TruthResponse& row : rows) {
            const QJsonValue received = responses.at(at++);
            const QJsonValue raw = received[QStringLiteral("reaction_details")];
            const QJsonValue comments = received[QStringLiteral("comment_response_details")];
            QCOMPARE(received[QStringLiteral("pull_request_reviews")].toInteger(), row.pullRequestReviews);
            QCOMPARE(received[QStringLiteral("comments")].toInteger(), row.comments);
            QCOMPARE(received[QStringLiteral("replies")].toInteger(), row.replies);
            QCOMPARE(received[QStringLiteral("reactions")].toInteger(), row.reactions);
            QCOMPARE(raw[QStringLiteral("upvotes")].toInteger(), row.upvotes);
            QCOMPARE(raw[QStringLiteral("downvotes")].toInteger(), row.downvotes);
            QCOMPARE(raw[QStringLiteral("other")].toInteger(), row.otherReactions);
            QCOMPARE(comments[QStringLiteral("engaged")].toInteger(), row.engaged);
            QCOMPARE(comments[QStringLiteral("reacted")].toInteger(), row.reacted);
            QCOMPARE(comments[QStringLiteral("upvoted")].toInteger(), row.upvoted);
            QCOMPARE(comments[QStringLiteral("downvoted")].toInteger(), row.downvoted);
            QCOMPARE(comments[QStringLiteral("reacted_other")].toInteger(), row.reactedOther);
            QCOMPARE(comments[QStringLiteral("replied")].toInteger(), row.replied);
        }
    }
    QCOMPARE(at, responses.size());
}

void TestSimulatorContract::servedKeepsTheLastListing()
{
    SimulatorThread simulator(smallProfile());
    QVERIFY(simulator.start());
    const SimulatorClient client(simulator);
    const QString query = SimulatorClient::window(kToday - 2, kToday - 2);
    client.all(kRoutes[0], query);
    Profile revised = smallProfile();
    revised.revisedDays = {{kToday - 2, kToday - 2}};
    const auto before = simulator.served().usage.at(kToday - 2);

    simulator.setProfile(revised);
    QVERIFY(simulator.served().usage.at(kToday - 2) == before);
    client.all(kRoutes[0], query);

    QVERIFY(simulator.served().usage.at(kToday - 2) != before);
}

void TestSimulatorContract::servedForgetsUnfinishedListings()
{
    SimulatorThread simulator(smallProfile());
    QVERIFY(simulator.start());
    const SimulatorClient client(simulator);
    const QString query = SimulatorClient::window(kToday - 6, kToday) + QStringLiteral("&limit=3");
    const QString cursor = client.get(kRoutes[0], query).nextPage();
    QVERIFY(!cursor.isEmpty());
    client.get(kRoutes[0], query + QStringLiteral("&page=") + cursor);

    QVERIFY(simulator.served().usage.empty());
    // A window without rows is served as well: its days are known to be empty.
    client.get(kRoutes[1], SimulatorClient::window(kToday, kToday));
    QVERIFY(simulator.served().reviews.contains(kToday));
}

void TestSimulatorContract::reportsOnlyWhenAsked()
{
    const SimulatorClient client(m_simulator);
    QCOMPARE(client.send(client.request("GET", QStringLiteral("/__served"))).status, 404);
    QCOMPARE(client.send(client.request("GET", QStringLiteral("/__requests"))).status, 404);
}

void TestSimulatorContract::reportsWhatItServed()
{
    SimulatorThread simulator(smallProfile());
    simulator.setReporting(true);
    QVERIFY(simulator.start());
    const SimulatorClient client(simulator);
    const QString query = SimulatorClient::window(kToday - 3, kToday - 1) + QStringLiteral("&limit=9");
    const QJsonArray users = client.all(kRoutes[0], query);
    client.all(kRoutes[0], query + QStringLiteral("&group=workspace"));
    client.all(kRoutes[1], query);
    client.all(kRoutes[2], query);

    const Answer report = client.send(client.request("GET", QStringLiteral("/__served"), false));

    QCOMPARE(report.status, 200);
    QCOMPARE(report.body, simulator.servedJson());
    const QJsonObject json = report.json();
    QCOMPARE(json.keys(),
        QStringList({QStringLiteral("code_review_responses"), QStringLiteral("code_reviews"),
            QStringLiteral("usage"), QStringLiteral("workspace_usage")}));
    qsizetype at = 0;
    for (int age = 3; age >= 1; --age) {
        const QString day = (kToday - age).toIso();
        for (const QJsonValue row : json[QStringLiteral("usage")][day].toArray()) {
            const QJsonValue received = users.at(at++);
            QCOMPARE(row[QStringLiteral("day")].toString(), day);
            QCOMPARE(userOf(row), userOf(received));
            for (const char* name : {"threads", "turns", "credits", "cost_usd", "estimated_cost_usd",
                     "uncached_text_input_tokens", "text_total_tokens"}) {
                QCOMPARE(row[QLatin1String(name)], received[QStringLiteral("totals")][QLatin1String(name)]);
            }
            QCOMPARE(row[QStringLiteral("clients")], received[QStringLiteral("clients")]);
            QCOMPARE(row[QStringLiteral("models")], received[QStringLiteral("models")]);
        }
        QVERIFY(!json[QStringLiteral("workspace_usage")][day].toArray().isEmpty());
    }
    QCOMPARE(at, users.size());
    QCOMPARE(client.send(client.request("POST", QStringLiteral("/__served"))).status, 405);
    QCOMPARE(client.send(client.request("GET", QStringLiteral("/__other"))).status, 404);
}

void TestSimulatorContract::recordsRequestsWithoutTheKey()
{
    SimulatorThread simulator(smallProfile());
    simulator.setReporting(true);
    QVERIFY(simulator.start());
    const SimulatorClient client(simulator);
    client.get(kRoutes[1], QStringLiteral("limit=2"));
    client.send(client.request("DELETE", client.target(kRoutes[2]), false));
    client.get(QStringLiteral("nothing"));

    const QList<SeenRequest> requests = simulator.requests();
    const Answer report = client.send(client.request("GET", QStringLiteral("/__requests")));

    QCOMPARE(requests.size(), 3);
    QCOMPARE(requests[0].method, QByteArray("GET"));
    QVERIFY(requests[0].path.endsWith(QStringLiteral("/code_reviews")));
    QCOMPARE(requests[0].query, QStringLiteral("limit=2"));
    QCOMPARE(requests[0].status, 200);
    QCOMPARE(requests[0].rows, 2);
    QVERIFY(requests[0].bodyBytes > 100);
    QVERIFY(requests[0].hadAuthorization);
    QCOMPARE(requests[1].status, 405);
    QVERIFY(!requests[1].hadAuthorization);
    QCOMPARE(requests[2].status, 404);
    // Asking for the report is no request of the API.
    QCOMPARE(QJsonDocument::fromJson(report.body).array().size(), 3);
    QVERIFY(!report.body.contains("sk-test"));
    simulator.clearRequests();
    QCOMPARE(simulator.requestCount(), 0);
}

void TestSimulatorContract::keepsAConnectionAlive()
{
    QTcpSocket socket;
    socket.connectToHost(
        QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_simulator.url().port()));
    QVERIFY(socket.waitForConnected());
    const SimulatorClient client(m_simulator);
    for (int i = 0; i < 3; ++i) {
        socket.write(client.request("GET", client.target(kRoutes[1], QStringLiteral("limit=1"))));
        QByteArray received;
        while (!received.endsWith("}") && socket.waitForReadyRead(5000)) {
            received.append(socket.readAll());
        }
        QVERIFY(received.startsWith("HTTP/1.1 200 "));
        QVERIFY(received.contains("Connection: keep-alive"));
    }
    QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
}

void TestSimulatorContract::answersPipelinedRequestsInOrder()
{
    QTcpSocket socket;
    socket.connectToHost(
        QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_simulator.url().port()));
    QVERIFY(socket.waitForConnected());
    const SimulatorClient client(m_simulator);
    const QByteArray first = client.request("GET", client.target(kRoutes[1], QStringLiteral("limit=1")));
    const QByteArray second = client.request("GET", client.target(QStringLiteral("nothing")));
    // The second request arrives in two pieces.
    socket.write(first + second.left(20));
    QVERIFY(socket.waitForReadyRead(5000));
    socket.write(second.mid(20));
    QByteArray received;
    while (!received.contains("Not Found\"}") && socket.waitForReadyRead(5000)) {
        received.append(socket.readAll());
    }
    const qsizetype ok = received.indexOf("HTTP/1.1 200 ");
    const qsizetype missing = received.indexOf("HTTP/1.1 404 ");
    QCOMPARE(ok, 0);
    QVERIFY(missing > ok);
}

void TestSimulatorContract::closesWhenAsked()
{
    SimulatorClient client(m_simulator);
    client.extraHeaders = "Connection: close\r\n";
    const Answer answer = client.get(kRoutes[1], QStringLiteral("limit=1"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.at("connection"), QByteArray("close"));
    QVERIFY(answer.isWhole);
}

void TestSimulatorContract::refusesWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("no HTTP") << QByteArray("hello there\r\n\r\n") << 400;
    QTest::newRow("a whole URL as target") << QByteArray("GET http://example.com/ HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("header without colon") << QByteArray("GET / HTTP/1.1\r\nnonsense\r\n\r\n") << 400;
    QTest::newRow("chunked body") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")
                                  << 400;
    QTest::newRow("length is a word") << QByteArray("POST / HTTP/1.1\r\nContent-Length: long\r\n\r\n") << 400;
    QTest::newRow("length is negative") << QByteArray("POST / HTTP/1.1\r\nContent-Length: -4\r\n\r\n") << 400;
    QTest::newRow("a huge body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n") << 413;
    QTest::newRow("an endless header")
        << QByteArray("GET / HTTP/1.1\r\nX: ").append(QByteArray(70'000, 'x')) << 431;
}

void TestSimulatorContract::refusesWhatIsNoRequest()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const Answer answer = SimulatorClient(m_simulator).send(bytes);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.headers.at("connection"), QByteArray("close"));
}

void TestSimulatorContract::dropsARequestBody()
{
    SimulatorClient client(m_simulator);
    client.extraHeaders = "Content-Length: 11\r\n";
    const QByteArray first = client.request("POST", client.target(kRoutes[0])) + "hello world";
    client.extraHeaders.clear();
    QCOMPARE(client.send(first).status, 405);
}

void TestSimulatorContract::worksWithANetworkLibrary()
{
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    QUrl url = m_simulator.url();
    url.setPath(
        QStringLiteral("/v1/analytics/codex/workspaces/%1/usage").arg(Simulator::workspace().toString()));
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + Simulator::acceptedKey().toUtf8());
    for (int i = 0; i < 2; ++i) {
        const std::unique_ptr<QNetworkReply> reply(manager.get(request));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait(10'000));
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QVERIFY(!QJsonDocument::fromJson(reply->readAll()).isNull());
    }
}

QTEST_GUILESS_MAIN(TestSimulatorContract)
#include "tst_simulator_contract.moc"
