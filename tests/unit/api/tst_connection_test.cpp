// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/ConnectionTest.h"
#include "support/FakeClock.h"
#include "support/ProxyServer.h"
#include "support/TestCase.h"
#include "support/TlsServer.h"

#include <QCoroTask>
#include <QTimer>

using namespace app::api;
using namespace std::chrono_literals;
using support::ProxyServer;
using support::TestAuthority;
using support::TlsServer;
using Conduct = support::ProxyServer::Conduct;
using Kind = support::ProxyServer::Kind;
using Problem = app::api::ConnectionProblem;
using Stage = app::api::ConnectionStage;
using State = app::api::StageReport::State;
using Validity = support::TestAuthority::Validity;

Q_DECLARE_METATYPE(support::ProxyServer::Conduct)
Q_DECLARE_METATYPE(support::ProxyServer::Kind)
Q_DECLARE_METATYPE(app::api::ConnectionProblem)
Q_DECLARE_METATYPE(app::api::ConnectionStage)

namespace {

const QString kUser = QStringLiteral("ada");
const QString kPassword = QStringLiteral("pass canary");

QByteArray answer(
    const QByteArray& status, const QByteArray& type, const QByteArray& body, const QByteArray& headers = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray unauthorized()
{
    return answer("401 Unauthorized", "application/json", "{\"detail\":\"no key\"}");
}

BaseUrl hidden()
{
    return *BaseUrl::parse(QStringLiteral("https://analytics.invalid"));
}

BaseUrl direct(quint16 port)
{
    return *BaseUrl::parse(QStringLiteral("https://127.0.0.1:%1").arg(port));
}

/// A port of this machine on which nobody listens.
quint16 deadPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

} // namespace

/// The connection test over real sockets: every stage can be the one that fails, and each failure is named.
class TestConnectionTest : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyStagePasses_data();
    void everyStagePasses();
    void theNameIsNotFound();
    void theProxysNameIsNotFound();
    void proxies_data();
    void proxies();
    void nobodyIsThere();
    void aServerThatSaysNothing();
    void certificates_data();
    void certificates();
    void answers_data();
    void answers();
    void loopbackNeedsNoEncryption();
    void itCanBeCancelled();
    void itSendsOneRequestWithoutAKey();

private:
    ConnectionReport test(const BaseUrl& base, NetworkOptions options, bool trusted = true,
        std::chrono::milliseconds patience = 20s, app::core::Cancellation* cancellation = nullptr)
    {
        if (trusted) {
            options.authorities = {m_authority.certificate()};
        }
        m_told.clear();
        return QCoro::waitFor(testConnection(
            base, options, *app::core::WorkspaceId::parse(u"1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21"), m_clock,
            patience, [this](const StageReport& stage) { m_told.push_back(stage); }, cancellation));
    }
    static NetworkOptions straight()
    {
        NetworkOptions options;
        options.proxyChoice = NetworkOptions::ProxyChoice::Fixed;
        return options;
    }
    static NetworkOptions through(
        Kind kind, quint16 port, const QString& user = {}, const QString& password = {})
    {
        NetworkOptions options = straight();
        options.proxy
            = QNetworkProxy(kind == Kind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy,
                QStringLiteral("127.0.0.1"), port, user, password);
        return options;
    }
    /// Everything before the failed stage passed or was not needed, everything after it was not begun.
    void compareFailure(const ConnectionReport& report, Stage stage, Problem problem)
    {
        const StageReport* failed = report.failed();
        QVERIFY(failed);
        const QString found = QStringLiteral("stage %1, problem %2, %3")
                                  .arg(static_cast<int>(failed->stage))
                                  .arg(static_cast<int>(failed->problem))
                                  .arg(failed->detail);
        QVERIFY2(failed->stage == stage && failed->problem == problem, qPrintable(found));
        for (const StageReport& one : report.stages) {
            if (one.stage < stage) {
                QVERIFY(one.state == State::Passed || one.state == State::NotNeeded);
            } else if (one.stage > stage) {
                QVERIFY(one.state == State::Waiting);
            }
            QVERIFY(!one.detail.contains(QStringLiteral("canary")));
        }
        QVERIFY(!m_told.empty());
        QVERIFY(m_told.back().stage == stage && m_told.back().state == State::Failed);
        QCOMPARE(report.request.has_value(), stage == Stage::Service);
    }

    support::FakeClock m_clock{app::core::Instant(1'795'348'800s)};
    TestAuthority m_authority;
    support::ServerIdentity m_identity;
    std::vector<StageReport> m_told;
};

void TestConnectionTest::initTestCase()
{
    m_identity = m_authority.issue(QStringLiteral("DNS:analytics.invalid,IP:127.0.0.1"));
    QVERIFY2(m_authority.problem().isEmpty(), qPrintable(m_authority.problem()));
}

void TestConnectionTest::everyStagePasses_data()
{
    QTest::addColumn<bool>("isProxied");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("withPassword");
    QTest::newRow("straight") << false << Kind::Http << false;
    QTest::newRow("http proxy") << true << Kind::Http << false;
    QTest::newRow("http proxy with a password") << true << Kind::Http << true;
    QTest::newRow("socks5 proxy") << true << Kind::Socks5 << false;
    QTest::newRow("socks5 proxy with a password") << true << Kind::Socks5 << true;
}

void TestConnectionTest::everyStagePasses()
{
    QFETCH(bool, isProxied);
    QFETCH(Kind, kind);
    QFETCH(bool, withPassword);
    TlsServer server(m_identity);
    server.setAnswer(unauthorized());
    ProxyServer proxy(kind, server.port());
    if (withPassword) {
        proxy.setPassword(kUser, kPassword);
    }
    const ConnectionReport report = isProxied ? test(hidden(),
                                        through(kind, proxy.port(), withPassword ? kUser : QString(),
                                            withPassword ? kPassword : QString()))
                                              : test(direct(server.port()), straight());

    const StageReport* failed = report.failed();
    QVERIFY2(!failed, failed ? qPrintable(failed->detail) : "");
    for (const StageReport& stage : report.stages) {
        const bool needed = isProxied || stage.stage != Stage::Proxy;
        QVERIFY(stage.state == (needed ? State::Passed : State::NotNeeded));
    }
    QCOMPARE(report.stages.back().status, 401);
    QVERIFY(report.request);
    QCOMPARE(report.request->status, 401);
    QVERIFY(report.request->dataset == app::records::Dataset::UsageWorkspace);
    // Each stage was told when it began and when it ended.
    QCOMPARE(m_told.size(), isProxied ? 10U : 9U);
    QCOMPARE(server.requests().size(), 1);
}

void TestConnectionTest::theNameIsNotFound()
{
    // A name may have 253 characters: this one fails before anyone is asked.
    const QString host = QStringLiteral("%1.%1.%1.%1.%1").arg(QString(60, u'a'));
    const ConnectionReport report = test(*BaseUrl::parse(QStringLiteral("https://") + host), straight());
    compareFailure(report, Stage::Name, Problem::NameNotFound);
    QCOMPARE(report.failed()->subject, host);
}

void TestConnectionTest::theProxysNameIsNotFound()
{
    const QString host = QStringLiteral("%1.%1.%1.%1.%1").arg(QString(60, u'b'));
    NetworkOptions options = through(Kind::Http, 3128);
    options.proxy.setHostName(host);
    const ConnectionReport report = test(hidden(), options);
    compareFailure(report, Stage::Name, Problem::NameNotFound);
    QCOMPARE(report.failed()->subject, host);
}

void TestConnectionTest::proxies_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Conduct>("conduct");
    QTest::addColumn<bool>("wantsPassword");
    QTest::addColumn<QString>("user");
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<Problem>("problem");
    for (const Kind kind : {Kind::Http, Kind::Socks5}) {
        const char* name = kind == Kind::Http ? "http" : "socks5";
        QTest::addRow("%s wants a password", name)
            << kind << Conduct::Forward << true << QString() << Stage::Proxy << Problem::ProxyNeedsPassword;
        QTest::addRow("%s does not take the password", name)
            << kind << Conduct::Forward << true << QStringLiteral("grace") << Stage::Proxy
            << Problem::ProxyWrongPassword;
        // Qt reports whatever a SOCKS proxy refuses as a host that was not found.
        const bool isHttp = kind == Kind::Http;
        QTest::addRow("%s does not allow the host", name)
            << kind << Conduct::Deny << false << QString() << (isHttp ? Stage::Proxy : Stage::Reach)
            << (isHttp ? Problem::ProxyDenied : Problem::NameNotFound);
        QTest::addRow("%s does not reach the host", name)
            << kind << Conduct::TargetDead << false << QString() << (isHttp ? Stage::Proxy : Stage::Reach)
            << (isHttp ? Problem::ProxyOther : Problem::NameNotFound);
        QTest::addRow("%s says nothing", name)
            << kind << Conduct::Silent << false << QString() << Stage::Proxy << Problem::TimedOut;
        QTest::addRow("%s is something else", name)
            << kind << Conduct::Garbage << false << QString() << Stage::Proxy << Problem::ProxyOther;
        QTest::addRow("%s hangs up", name)
            << kind << Conduct::HangUp << false << QString() << Stage::Proxy << Problem::ProxyOther;
    }
}

void TestConnectionTest::proxies()
{
    QFETCH(Kind, kind);
    QFETCH(Conduct, conduct);
    QFETCH(bool, wantsPassword);
    QFETCH(QString, user);
    QFETCH(Stage, stage);
    QFETCH(Problem, problem);
    TlsServer server(m_identity);
    ProxyServer proxy(kind, server.port());
    proxy.setConduct(conduct);
    if (wantsPassword) {
        proxy.setPassword(kUser, kPassword);
    }
    const ConnectionReport report
        = test(hidden(), through(kind, proxy.port(), user, user.isEmpty() ? QString() : kPassword), true,
            problem == Problem::TimedOut ? 500ms : 20s);
    compareFailure(report, stage, problem);
    QCOMPARE(server.requests().size(), 0);
}

void TestConnectionTest::nobodyIsThere()
{
    compareFailure(test(direct(deadPort()), straight()), Stage::Reach, Problem::Unreachable);
    compareFailure(test(hidden(), through(Kind::Http, deadPort())), Stage::Proxy, Problem::ProxyUnreachable);
    compareFailure(
        test(hidden(), through(Kind::Socks5, deadPort())), Stage::Proxy, Problem::ProxyUnreachable);
}

void TestConnectionTest::aServerThatSaysNothing()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost, 0));
    compareFailure(
        test(direct(silent.serverPort()), straight(), true, 500ms), Stage::Encryption, Problem::TimedOut);
}

void TestConnectionTest::certificates_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<Validity>("validity");
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<QString>("subject");
    const QString here = QStringLiteral("IP:127.0.0.1");
    const QString issuer = QStringLiteral("Example Inspection CA, Example Networks");
    QTest::newRow("of an unknown authority")
        << here << Validity::Now << false << Problem::UntrustedIssuer << issuer;
    QTest::newRow("for another host") << QStringLiteral("DNS:portal.example") << Validity::Now << true
                                      << Problem::WrongHost << QStringLiteral("portal.example");
    QTest::newRow("expired") << here << Validity::Past << true << Problem::Expired << issuer;
    QTest::newRow("not valid yet") << here << Validity::Future << true << Problem::NotValidYet << issuer;
    QTest::newRow("unknown, expired and for another host: the first thing to mend") << QStringLiteral(
        "DNS:portal.example") << Validity::Past << false << Problem::UntrustedIssuer << issuer;
}

void TestConnectionTest::certificates()
{
    QFETCH(QString, names);
    QFETCH(Validity, validity);
    QFETCH(bool, trusted);
    QFETCH(Problem, problem);
    QFETCH(QString, subject);
    TlsServer server(m_authority.issue(names, validity));
    QVERIFY2(m_authority.problem().isEmpty(), qPrintable(m_authority.problem()));
    const ConnectionReport report = test(direct(server.port()), straight(), trusted);
    compareFailure(report, Stage::Encryption, problem);
    QCOMPARE(report.failed()->subject, subject);
    QCOMPARE(server.requests().size(), 0);
}

void TestConnectionTest::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<int>("status");
    const QByteArray json = "application/json";
    for (const int status : {200, 401, 403, 404, 429}) {
        QTest::addRow("json with %d", status)
            << answer(QByteArray::number(status) + " X", json, "{}") << Problem::None << status;
    }
    for (const int status : {200, 401, 403, 502, 503}) {
        QTest::addRow("a page with %d", status)
            << answer(QByteArray::number(status) + " X", "text/html", "<html>Sign in</html>")
            << Problem::PageInstead << status;
    }
    QTest::newRow("a page that says it is json")
        << answer("200 OK", json, "<!doctype html><p>Blocked") << Problem::PageInstead << 200;
    for (const int status : {301, 302, 307}) {
        QTest::addRow("a redirect with %d", status)
            << answer(QByteArray::number(status) + " X", json, "", "Location: https://portal.example/\r\n")
            << Problem::Redirected << status;
    }
    for (const int status : {400, 500, 503}) {
        QTest::addRow("json with %d", status)
            << answer(QByteArray::number(status) + " X", json, "{}") << Problem::UnexpectedStatus << status;
    }
}

void TestConnectionTest::answers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Problem, problem);
    QFETCH(int, status);
    TlsServer server(m_identity);
    server.setAnswer(bytes);
    const ConnectionReport report = test(direct(server.port()), straight());
    if (problem == Problem::None) {
        QVERIFY(!report.failed());
    } else {
        compareFailure(report, Stage::Service, problem);
    }
    QCOMPARE(report.stages.back().status, status);
    QCOMPARE(report.request->status, status);
    QCOMPARE(server.requests().size(), 1); // a redirect is not followed, a refusal not repeated
}

void TestConnectionTest::loopbackNeedsNoEncryption()
{
    ProxyServer proxy(Kind::Http);
    const ConnectionReport report
        = test(*BaseUrl::parse(QStringLiteral("http://127.0.0.1:%1").arg(deadPort())),
            through(Kind::Http, proxy.port()));
    compareFailure(report, Stage::Reach, Problem::Unreachable);
    QCOMPARE(proxy.connections(), 0);
}

void TestConnectionTest::itCanBeCancelled()
{
    ProxyServer proxy(Kind::Http);
    proxy.setConduct(Conduct::Silent);
    app::core::Cancellation cancellation;
    QTimer::singleShot(100ms, &cancellation, &app::core::Cancellation::cancel);
    compareFailure(test(hidden(), through(Kind::Http, proxy.port()), true, 20s, &cancellation), Stage::Proxy,
        Problem::Cancelled);
    compareFailure(test(hidden(), through(Kind::Http, proxy.port()), true, 20s, &cancellation), Stage::Name,
        Problem::Cancelled);
}

void TestConnectionTest::itSendsOneRequestWithoutAKey()
{
    TlsServer server(m_identity);
    server.setAnswer(unauthorized());
    ProxyServer proxy(Kind::Http, server.port());
    proxy.setPassword(kUser, kPassword);
    QVERIFY(!test(hidden(), through(Kind::Http, proxy.port(), kUser, kPassword)).failed());
    QCOMPARE(server.requests().size(), 1);
    const QByteArray request = server.requests().first();
    QVERIFY2(request.startsWith("GET /v1/analytics/codex/workspaces/1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21/"
                                "usage?start_time="),
        request.constData());
    QVERIFY(request.contains("limit=1"));
    QVERIFY(!request.toLower().contains("authorization"));
    for (const QByteArray& wanted : proxy.wanted()) {
        QCOMPARE(wanted, QByteArray("analytics.invalid:443"));
    }
    QVERIFY(!proxy.heard().contains("workspaces"));
    QVERIFY(!proxy.tunnelled().contains("workspaces"));
}

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connection_test.moc"
