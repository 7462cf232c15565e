// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ScriptedServer.h"

#include "api/Endpoint.h"
#include "api/NetworkTransport.h"
#include "core/Version.h"
#include "support/TestCase.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QMetaEnum>
#include <QTcpServer>
#include <QTimer>

using namespace app::api;
using namespace std::chrono_literals;
using support::answer;
using support::head;
using support::Script;
using support::ScriptedServer;
using support::send;

Q_DECLARE_METATYPE(support::Script)

namespace {

const QByteArray kCursor = "cursor-canary-8d1f";
const QByteArray kBearer = "Bearer sk-test-canary-5521";

QByteArray authorization()
{
    return kBearer;
}

QUrl urlOf(const BaseUrl& base)
{
    PageRequest request;
    request.days = {app::core::UtcDay::fromNumber(20'777), app::core::UtcDay::fromNumber(20'777)};
    request.cursor = kCursor;
    return pageUrl(base, *app::core::WorkspaceId::parse(u"1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21"), request);
}

BaseUrl baseOf(const ScriptedServer& server)
{
    return *BaseUrl::parse(server.origin());
}

TransportLimits limits(std::chrono::milliseconds silence = 20s, std::chrono::milliseconds total = 25s)
{
    TransportLimits some;
    some.silence = silence;
    some.total = total;
    return some;
}

TransportReply getFrom(const BaseUrl& base, const TransportLimits& some = limits())
{
    NetworkTransport transport(base);
    return QCoro::waitFor(transport.get(urlOf(base), authorization, some, nullptr));
}

const char* nameOf(TransportFailure failure)
{
    switch (failure) {
    case TransportFailure::None: return "None";
    case TransportFailure::Cancelled: return "Cancelled";
    case TransportFailure::NameNotFound: return "NameNotFound";
    case TransportFailure::Refused: return "Refused";
    case TransportFailure::Reset: return "Reset";
    case TransportFailure::TimedOut: return "TimedOut";
    case TransportFailure::Proxy: return "Proxy";
    case TransportFailure::Tls: return "Tls";
    case TransportFailure::TooLarge: return "TooLarge";
    case TransportFailure::Other: return "Other";
    }
    return "?";
}

void compareFailure(const TransportReply& reply, TransportFailure expected)
{
    QCOMPARE(QByteArray(nameOf(reply.failure)), QByteArray(nameOf(expected)));
    // Whatever the stack says about it, the address with its cursor and the key stay out of it.
    QVERIFY2(!reply.failureText.contains(QStringLiteral("canary")), qPrintable(reply.failureText));
    QVERIFY2(!reply.failureText.contains(QStringLiteral("workspaces")), qPrintable(reply.failureText));
}

/// `bytes` in pieces of one byte with a pause between them.
Script dripped(const QByteArray& bytes, std::chrono::milliseconds pause)
{
    Script script;
    for (const char byte : bytes) {
        script.push_back(send(QByteArray(1, byte)));
        script.push_back(support::pause(pause));
    }
    return script;
}

QByteArray chunk(const QByteArray& bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

class TestNetworkTransport : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void sendsOneGetWithTheseHeaders();
    void asksForTheKeyWhenItSends();
    void anEmptyKeyMeansNoHeader();
    void everyStatusIsAnAnswer_data();
    void everyStatusIsAnAnswer();
    void handsOverTheHeadersThatMatter();
    void readsEveryFormOfBody_data();
    void readsEveryFormOfBody();
    void followsNoRedirect_data();
    void followsNoRedirect();
    void keepsNoCookies();
    void answersNoChallenge();
    void noticesABodyThatIsCut_data();
    void noticesABodyThatIsCut();
    void handsOverWhatCameBetweenChunks();
    void stopsAtTheLargestBody_data();
    void stopsAtTheLargestBody();
    void acceptsABodyOfExactlyTheLargestSize();
    void readsWhatPacksWell();
    void givesUpAfterSilence_data();
    void givesUpAfterSilence();
    void everyByteEndsTheSilence();
    void givesUpWhenItTakesTooLongInAll();
    void namesARefusedConnection();
    void namesAServerWithoutTls();
    void namesAHostThatCannotExist();
    void usesTheSystemProxyAndNamesItsRefusal_data();
    void usesTheSystemProxyAndNamesItsRefusal();
    void noProxyOnLoopback();
    void refusesEveryOtherAddress_data();
    void refusesEveryOtherAddress();
    void cancellingBeforeSendsNothing();
    void cancellingEndsItAtOnce_data();
    void cancellingEndsItAtOnce();
    void cancellingAfterwardsDoesNothing();
    void severalRequestsAtOnce();
    void destroyingItEndsItsRequests();
    void leavesRoomForTheParser();
};

void TestNetworkTransport::sendsOneGetWithTheseHeaders()
{
    ScriptedServer server({answer(200, "{}")});

    const TransportReply reply = getFrom(baseOf(server));

    compareFailure(reply, TransportFailure::None);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, QByteArray("{}"));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requestLine(0),
        QByteArray("GET /v1/analytics/codex/workspaces/1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21/usage"
                   "?start_time=1795132800&end_time=1795219200&limit=30000&page=")
            + kCursor + " HTTP/1.1");
    const QByteArray request = server.requests().first();
    QVERIFY(request.contains(QByteArray("\r\nAuthorization: " + kBearer + "\r\n")));
    QVERIFY(request.contains("\r\nAccept: application/json\r\n"));
    const QByteArray agent = "\r\nUser-Agent: Threadcount/" + app::core::version().toLatin1() + "\r\n";
    QVERIFY(request.contains(agent));
    const QByteArray lower = request.toLower();
    QVERIFY(lower.contains("\r\naccept-encoding: "));
    QVERIFY(lower.contains("gzip"));
    for (const char* other : {"\r\ncookie", "\r\nreferer", "\r\norigin", "\r\ncontent-", "\r\nopenai-",
             "\r\nupgrade", "\r\nproxy-"}) {
        QVERIFY2(!lower.contains(other), other);
    }
}

void TestNetworkTransport::asksForTheKeyWhenItSends()
{
    ScriptedServer server({answer(200, "{}")});
    NetworkTransport transport(baseOf(server));
    int asked = 0;
    const AuthorizationSource source
        = [&asked]() -> QByteArray { return "Bearer sk-test-number-" + QByteArray::number(++asked); };

    QCoro::waitFor(transport.get(urlOf(baseOf(server)), source, limits(), nullptr));
    QCoro::waitFor(transport.get(urlOf(baseOf(server)), source, limits(), nullptr));

    QCOMPARE(asked, 2);
    QVERIFY(server.requests().at(0).contains("Bearer sk-test-number-1\r\n"));
    QVERIFY(server.requests().at(1).contains("Bearer sk-test-number-2\r\n"));
}

void TestNetworkTransport::anEmptyKeyMeansNoHeader()
{
    ScriptedServer server({answer(200, "{}")});
    NetworkTransport transport(baseOf(server));
    QCoro::waitFor(transport.get(
        urlOf(baseOf(server)), [] { return QByteArray(); }, limits(), nullptr));
    QCoro::waitFor(transport.get(urlOf(baseOf(server)), {}, limits(), nullptr));
    QCOMPARE(server.requests().size(), 2);
    for (const QByteArray& request : server.requests()) {
        QVERIFY(!request.toLower().contains("authorization"));
    }
}

void TestNetworkTransport::everyStatusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 206, 300, 302, 307, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410,
             413, 418, 422, 429, 451, 500, 501, 502, 503, 504, 520, 599}) {
        QTest::addRow("%d", status) << status;
    }
}

void TestNetworkTransport::everyStatusIsAnAnswer()
{
    QFETCH(int, status);
    ScriptedServer server({answer(status, "{\"detail\":\"text\"}")});
    const TransportReply reply = getFrom(baseOf(server));
    compareFailure(reply, TransportFailure::None);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.body, QByteArray("{\"detail\":\"text\"}"));
    QCOMPARE(server.requests().size(), 1);
}

void TestNetworkTransport::handsOverTheHeadersThatMatter()
{
    ScriptedServer server({answer(429, "slow down",
        "Retry-After: 5\r\nDate: Sun, 22 Nov 2026 15:00:00 GMT\r\n", "text/plain; charset=utf-8")});
    const TransportReply reply = getFrom(baseOf(server));
    QCOMPARE(reply.status, 429);
    QCOMPARE(reply.contentType, QByteArray("text/plain; charset=utf-8"));
    QCOMPARE(reply.retryAfter, QByteArray("5"));
    QCOMPARE(reply.date, QByteArray("Sun, 22 Nov 2026 15:00:00 GMT"));
    QVERIFY(reply.duration >= 0ms);
}

void TestNetworkTransport::readsEveryFormOfBody_data()
{
    QTest::addColumn<Script>("script");
    const QByteArray body = "{\"data\":[1,2,3]}";
    QTest::newRow("with its length") << answer(200, body);
    QTest::newRow("in chunks") << Script{send(head(200, "Transfer-Encoding: chunked\r\n")
        + chunk(body.left(5)) + chunk(body.mid(5)) + "0\r\n\r\n")};
    QTest::newRow("up to the end of the connection")
        << Script{send(head(200, "Connection: close\r\n") + body), support::close()};
    QTest::newRow("byte by byte") << dripped(answer(200, body).front().bytes, 1ms);
    const QByteArray packed = support::gzipped(body);
    QTest::newRow("packed") << answer(200, packed, "Content-Encoding: gzip\r\n");
    QTest::newRow("packed, in chunks")
        << Script{send(head(200, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")
               + chunk(packed.left(9)) + chunk(packed.mid(9)) + "0\r\n\r\n")};
}

void TestNetworkTransport::readsEveryFormOfBody()
{
    QFETCH(Script, script);
    ScriptedServer server({script});
    const TransportReply reply = getFrom(baseOf(server));
    compareFailure(reply, TransportFailure::None);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, QByteArray("{\"data\":[1,2,3]}"));
}

void TestNetworkTransport::followsNoRedirect_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d", status) << status;
    }
}

void TestNetworkTransport::followsNoRedirect()
{
    QFETCH(int, status);
    ScriptedServer elsewhere({answer(200, "{}")});
    ScriptedServer server({answer(status, "", "Location: " + elsewhere.origin().toLatin1() + "/v1/x\r\n")});
    const TransportReply reply = getFrom(baseOf(server));
    compareFailure(reply, TransportFailure::None);
    QCOMPARE(reply.status, status);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(elsewhere.requests().size(), 0);
}

void TestNetworkTransport::keepsNoCookies()
{
    ScriptedServer server({answer(
        200, "{}", "Set-Cookie: who=canary; Path=/\r\nCache-Control: max-age=3600\r\nETag: \"a\"\r\n")});
    NetworkTransport transport(baseOf(server));
    for (int i = 0; i < 2; ++i) {
        QCoro::waitFor(transport.get(urlOf(baseOf(server)), authorization, limits(), nullptr));
    }
    QCOMPARE(server.requests().size(), 2); // so it was not cached either
    QVERIFY(!server.requests().at(1).toLower().contains("cookie"));
    QVERIFY(!server.requests().at(1).toLower().contains("if-none-match"));
}

void TestNetworkTransport::answersNoChallenge()
{
    ScriptedServer server({answer(401, "{}", "WWW-Authenticate: Basic realm=\"x\"\r\n"),
        answer(401, "{}", "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n")});
    NetworkTransport transport(baseOf(server));
    for (int i = 0; i < 2; ++i) {
        const TransportReply reply
            = QCoro::waitFor(transport.get(urlOf(baseOf(server)), authorization, limits(), nullptr));
        compareFailure(reply, TransportFailure::None);
        QCOMPARE(reply.status, 401);
    }
    QCOMPARE(server.requests().size(), 2);
}

void TestNetworkTransport::noticesABodyThatIsCut_data()
{
    QTest::addColumn<Script>("script");
    const QByteArray start = "{\"data\":[";
    QTest::newRow("shorter than announced")
        << Script{send(head(200, "Content-Length: 100\r\n") + start), support::close()};
    QTest::newRow("nothing of what was announced")
        << Script{send(head(200, "Content-Length: 100\r\n")), support::close()};
    QTest::newRow("reset in the body")
        << Script{send(head(200, "Content-Length: 100\r\n") + start), support::pause(30ms), support::reset()};
    QTest::newRow("in the middle of the headers")
        << Script{send("HTTP/1.1 200 OK\r\nContent-Le"), support::close()};
    QTest::newRow("before anything") << Script{support::close()};
    QTest::newRow("reset before anything") << Script{support::reset()};
}

void TestNetworkTransport::noticesABodyThatIsCut()
{
    QFETCH(Script, script);
    ScriptedServer server({script});
    const TransportReply reply = getFrom(baseOf(server));
    compareFailure(reply, TransportFailure::Reset);
    QVERIFY(!reply.failureText.isEmpty());
}

void TestNetworkTransport::handsOverWhatCameBetweenChunks()
{
    // Qt takes a connection that ends between two chunks for the end of the body; the decoder notices.
    ScriptedServer server(
        {{send(head(200, "Transfer-Encoding: chunked\r\n") + chunk("{\"data\":[")), support::close()}});
    const TransportReply reply = getFrom(baseOf(server));
    QVERIFY(reply.failure == TransportFailure::None || reply.failure == TransportFailure::Reset);
    QCOMPARE(reply.body, QByteArray("{\"data\":["));
}

void TestNetworkTransport::stopsAtTheLargestBody_data()
{
    QTest::addColumn<Script>("script");
    const QByteArray large(200'000, 'x');
    Script endless{send(head(200, "Transfer-Encoding: chunked\r\n"))};
    for (int i = 0; i < 50; ++i) {
        endless.push_back(send(chunk(QByteArray(10'000, 'x'))));
        endless.push_back(support::pause(1ms));
    }
    QTest::newRow("with its length") << answer(200, large);
    QTest::newRow("in chunks without end") << endless;
    QTest::newRow("one byte too many") << answer(200, QByteArray(100'001, 'x'));
    QTest::newRow("packed") << answer(200, support::gzipped(large), "Content-Encoding: gzip\r\n");
    QTest::newRow("a bomb") << answer(
        200, support::gzipped(QByteArray(100'000'000, '\0')), "Content-Encoding: gzip\r\n");
    QTest::newRow("an error text") << answer(500, large);
}

void TestNetworkTransport::stopsAtTheLargestBody()
{
    QFETCH(Script, script);
    ScriptedServer server({script});
    TransportLimits small = limits();
    small.largestBody = 100'000;
    const TransportReply reply = getFrom(baseOf(server), small);
    compareFailure(reply, TransportFailure::TooLarge);
    QVERIFY(reply.body.size() <= 100'001);
    QVERIFY(reply.status == 200 || reply.status == 500);
}

void TestNetworkTransport::acceptsABodyOfExactlyTheLargestSize()
{
    ScriptedServer server({answer(200, QByteArray(100'000, 'x')),
        answer(200, support::gzipped(QByteArray(100'000, 'x')), "Content-Encoding: gzip\r\n")});
    TransportLimits small = limits();
    small.largestBody = 100'000;
    for (int i = 0; i < 2; ++i) {
        const TransportReply reply = getFrom(baseOf(server), small);
        compareFailure(reply, TransportFailure::None);
        QCOMPARE(reply.body.size(), 100'000);
    }
}

void TestNetworkTransport::readsWhatPacksWell()
{
    // 40 MB of the same row pack 500 to 1 and more: suspicious to Qt, everyday life here.
    const QByteArray body = QByteArray("{\"turns\":0}\n").repeated(3'400'000);
    ScriptedServer server({answer(200, support::gzipped(body), "Content-Encoding: gzip\r\n")});
    const TransportReply reply = getFrom(baseOf(server));
    compareFailure(reply, TransportFailure::None);
    QCOMPARE(reply.body.size(), body.size());
    QVERIFY(reply.body == body);
}

void TestNetworkTransport::givesUpAfterSilence_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("after the request") << Script{support::pause(1h)};
    QTest::newRow("in the headers") << Script{send("HTTP/1.1 200 OK\r\nContent-Type: app")};
    QTest::newRow("after the headers") << Script{send(head(200, "Content-Length: 100\r\n"))};
    QTest::newRow("in the body") << Script{send(head(200, "Content-Length: 100\r\n") + "{\"data\"")};
}

void TestNetworkTransport::givesUpAfterSilence()
{
    QFETCH(Script, script);
    ScriptedServer server({script});
    const TransportReply reply = getFrom(baseOf(server), limits(150ms));
    compareFailure(reply, TransportFailure::TimedOut);
    QVERIFY(reply.failureText.contains(QStringLiteral("150 ms")));
    QVERIFY(reply.duration >= 100ms);
    QVERIFY(reply.duration < 10s);
    QTRY_COMPARE(server.closedConnections(), 1); // the connection is given up as well
}

void TestNetworkTransport::everyByteEndsTheSilence()
{
    const QByteArray body(30, 'x');
    Script script = dripped(body, 50ms); // one and a half seconds in all
    script.insert(script.begin(), send(head(200, "Content-Length: 30\r\n")));
    ScriptedServer server({script});
    const TransportReply reply = getFrom(baseOf(server), limits(1s));
    compareFailure(reply, TransportFailure::None);
    QCOMPARE(reply.body, body);
    QVERIFY(reply.duration > 1s);
}

void TestNetworkTransport::givesUpWhenItTakesTooLongInAll()
{
    Script script = dripped(QByteArray(1'000, 'x'), 20ms);
    script.insert(script.begin(), send(head(200, "Content-Length: 1000\r\n")));
    ScriptedServer server({script});
    const TransportReply reply = getFrom(baseOf(server), limits(20s, 300ms));
    compareFailure(reply, TransportFailure::TimedOut);
    QVERIFY(reply.failureText.contains(QStringLiteral("300 ms")));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.duration < 10s);
}

void TestNetworkTransport::namesARefusedConnection()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost, 0));
    const BaseUrl base = *BaseUrl::parse(QStringLiteral("http://127.0.0.1:%1").arg(taken.serverPort()));
    taken.close();
    const TransportReply reply = getFrom(base);
    compareFailure(reply, TransportFailure::Refused);
    QCOMPARE(reply.status, 0);
}

void TestNetworkTransport::namesAServerWithoutTls()
{
    ScriptedServer server({answer(200, "{}")});
    // It answers the handshake with text, as a captive portal on the wrong port would.
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost, 0));
    connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
        QTcpSocket* socket = plain.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket,
            [socket] { socket->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
    });
    const BaseUrl base = *BaseUrl::parse(QStringLiteral("https://127.0.0.1:%1").arg(plain.serverPort()));
    compareFailure(getFrom(base), TransportFailure::Tls);
}

void TestNetworkTransport::namesAHostThatCannotExist()
{
    // A name may have 253 characters: this one fails before anyone is asked.
    const BaseUrl base = *BaseUrl::parse(QStringLiteral("https://%1.%1.%1.%1.%1").arg(QString(60, u'a')));
    compareFailure(getFrom(base), TransportFailure::NameNotFound);
}

void TestNetworkTransport::usesTheSystemProxyAndNamesItsRefusal_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("wants a password") << answer(407, "", "Proxy-Authenticate: Basic realm=\"x\"\r\n");
    QTest::newRow("does not allow the host") << answer(403, "no");
    QTest::newRow("has a problem") << answer(502, "no");
}

void TestNetworkTransport::usesTheSystemProxyAndNamesItsRefusal()
{
    QFETCH(Script, script);
    ScriptedServer proxy({script});
    qputenv("https_proxy", proxy.origin().toLatin1());
    const TransportReply reply = getFrom(*BaseUrl::parse(QStringLiteral("https://analytics.invalid")));
    qunsetenv("https_proxy");
    compareFailure(reply, TransportFailure::Proxy);
    QVERIFY(!proxy.requests().isEmpty());
    QVERIFY2(
        proxy.requestLine(0).startsWith("CONNECT analytics.invalid:443 "), proxy.requestLine(0).constData());
    for (const QByteArray& request : proxy.requests()) {
        QVERIFY(!request.contains("canary")); // neither key nor cursor
    }
}

void TestNetworkTransport::noProxyOnLoopback()
{
    ScriptedServer proxy({answer(502, "no")});
    ScriptedServer server({answer(200, "{}")});
    for (const char* name : {"http_proxy", "HTTP_PROXY", "all_proxy"}) {
        qputenv(name, proxy.origin().toLatin1());
    }
    const TransportReply reply = getFrom(baseOf(server));
    for (const char* name : {"http_proxy", "HTTP_PROXY", "all_proxy"}) {
        qunsetenv(name);
    }
    QCOMPARE(reply.status, 200);
    QCOMPARE(proxy.requests().size(), 0);
    QCOMPARE(server.requests().size(), 1);
}

void TestNetworkTransport::refusesEveryOtherAddress_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("the root") << QStringLiteral("/");
    QTest::newRow("another route") << QStringLiteral(
        "/v1/analytics/codex/workspaces/1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21/users");
    QTest::newRow("the neighbour") << QStringLiteral(
        "/v1/analytics/workspaces/1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21/usage");
    QTest::newRow("no workspace") << QStringLiteral("/v1/analytics/codex/workspaces//usage");
    QTest::newRow("out of the path") << QStringLiteral(
        "/v1/analytics/codex/workspaces/1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21/usage/../../x");
}

void TestNetworkTransport::refusesEveryOtherAddress()
{
    QFETCH(QString, path);
    ScriptedServer server({answer(200, "{}")});
    ScriptedServer other({answer(200, "{}")});
    NetworkTransport transport(baseOf(server));
    bool asked = false;
    const AuthorizationSource source = [&asked] {
        asked = true;
        return QByteArray("Bearer x");
    };

    const TransportReply reply
        = QCoro::waitFor(transport.get(QUrl(server.origin() + path), source, limits(), nullptr));
    compareFailure(reply, TransportFailure::Other);
    const TransportReply elsewhere
        = QCoro::waitFor(transport.get(urlOf(baseOf(other)), source, limits(), nullptr));
    compareFailure(elsewhere, TransportFailure::Other);

    QVERIFY(!asked);
    QCOMPARE(server.requests().size(), 0);
    QCOMPARE(other.requests().size(), 0);
}

void TestNetworkTransport::cancellingBeforeSendsNothing()
{
    ScriptedServer server({answer(200, "{}")});
    NetworkTransport transport(baseOf(server));
    app::core::Cancellation cancellation;
    cancellation.cancel();
    compareFailure(
        QCoro::waitFor(transport.get(urlOf(baseOf(server)), authorization, limits(), &cancellation)),
        TransportFailure::Cancelled);
    QCOMPARE(server.requests().size(), 0);
}

void TestNetworkTransport::cancellingEndsItAtOnce_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("before the answer") << Script{support::pause(1h)};
    QTest::newRow("in the body") << Script{send(head(200, "Content-Length: 100\r\n") + "{\"data\"")};
    QTest::newRow("in a long body") << Script{
        send(head(200, "Content-Length: 50000000\r\n") + QByteArray(10'000'000, 'x'))};
}

void TestNetworkTransport::cancellingEndsItAtOnce()
{
    QFETCH(Script, script);
    ScriptedServer server({script});
    NetworkTransport transport(baseOf(server));
    app::core::Cancellation cancellation;
    QElapsedTimer sinceCancel;
    QTimer::singleShot(100ms, &cancellation, [&] {
        sinceCancel.start();
        cancellation.cancel();
    });

    const TransportReply reply
        = QCoro::waitFor(transport.get(urlOf(baseOf(server)), authorization, limits(), &cancellation));

    compareFailure(reply, TransportFailure::Cancelled);
    QVERIFY2(sinceCancel.elapsed() < 1'000, qPrintable(QString::number(sinceCancel.elapsed())));
    QTRY_COMPARE(server.closedConnections(), 1);
}

void TestNetworkTransport::cancellingAfterwardsDoesNothing()
{
    ScriptedServer server({answer(200, "{}")});
    NetworkTransport transport(baseOf(server));
    app::core::Cancellation cancellation;
    const TransportReply reply
        = QCoro::waitFor(transport.get(urlOf(baseOf(server)), authorization, limits(), &cancellation));
    cancellation.cancel();
    QCoreApplication::processEvents();
    compareFailure(reply, TransportFailure::None);
}

void TestNetworkTransport::severalRequestsAtOnce()
{
    ScriptedServer server({{support::pause(50ms), send(answer(200, "{\"n\":1}").front().bytes)},
        answer(200, "{\"n\":2}"), answer(500, "{\"n\":3}")});
    NetworkTransport transport(baseOf(server));
    auto first = transport.get(urlOf(baseOf(server)), authorization, limits(), nullptr);
    auto second = transport.get(urlOf(baseOf(server)), authorization, limits(), nullptr);
    auto third = transport.get(urlOf(baseOf(server)), authorization, limits(), nullptr);
    QList<QByteArray> bodies{
        QCoro::waitFor(first).body, QCoro::waitFor(second).body, QCoro::waitFor(third).body};
    std::sort(bodies.begin(), bodies.end());
    QCOMPARE(bodies, (QList<QByteArray>{"{\"n\":1}", "{\"n\":2}", "{\"n\":3}"}));
}

void TestNetworkTransport::destroyingItEndsItsRequests()
{
    ScriptedServer server({{support::pause(1h)}, {send(head(200, "Content-Length: 100\r\n") + "{")}});
    auto transport = std::make_unique<NetworkTransport>(baseOf(server));
    auto first = transport->get(urlOf(baseOf(server)), authorization, limits(), nullptr);
    auto second = transport->get(urlOf(baseOf(server)), authorization, limits(), nullptr);
    QTRY_COMPARE(server.requests().size(), 2);

    transport.reset();

    compareFailure(QCoro::waitFor(first), TransportFailure::Cancelled);
    compareFailure(QCoro::waitFor(second), TransportFailure::Cancelled);
}

void TestNetworkTransport::leavesRoomForTheParser()
{
    const QByteArray body(3'000'000, 'x');
    ScriptedServer server({answer(200, body)});
    TransportReply reply = getFrom(baseOf(server));
    QCOMPARE(reply.body.size(), body.size());
    QVERIFY(reply.body.data_ptr().freeSpaceAtEnd() >= 64);
}

QTEST_GUILESS_MAIN(TestNetworkTransport)
#include "tst_network_transport.moc"
