// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/Endpoint.h"
#include "api/NetworkTransport.h"
#include "support/ProxyServer.h"
#include "support/TestCase.h"
#include "support/TlsServer.h"

#include <QCoroTask>
#include <QSslConfiguration>

using namespace app::api;
using namespace std::chrono_literals;
using support::ProxyServer;
using support::TestAuthority;
using support::TlsServer;
using Conduct = support::ProxyServer::Conduct;
using Validity = support::TestAuthority::Validity;

Q_DECLARE_METATYPE(app::api::TransportFailure)
Q_DECLARE_METATYPE(support::ProxyServer::Conduct)

namespace {

const QByteArray kBearer = "Bearer sk-test-canary-5521";
const QString kUser = QStringLiteral("corp\\ada");
const QString kPassword = QStringLiteral("p\u00e4ss:word canary");

/// A name that only the proxy knows.
const QString kHiddenHost = QStringLiteral("analytics.invalid");

TransportReply getFrom(const BaseUrl& base, const NetworkOptions& options, std::chrono::milliseconds silence)
{
    NetworkTransport transport(base, options);
    PageRequest request;
    request.days = {app::core::UtcDay::fromNumber(20'777), app::core::UtcDay::fromNumber(20'777)};
    TransportLimits limits;
    limits.silence = silence;
    limits.total = 2 * silence;
    const QUrl url
        = pageUrl(base, *app::core::WorkspaceId::parse(u"1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21"), request);
    return QCoro::waitFor(transport.get(
        url, [] { return kBearer; }, limits, nullptr));
}

NetworkOptions through(
    ProxyServer::Kind kind, quint16 port, const QString& user = {}, const QString& password = {})
{
    NetworkOptions options;
    options.proxyChoice = NetworkOptions::ProxyChoice::Fixed;
    options.proxy = QNetworkProxy(
        kind == ProxyServer::Kind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy,
        QStringLiteral("127.0.0.1"), port, user, password);
    return options;
}

/// What proxies must not see, in any spelling that they could.
void compareNothingLeaked(const QByteArray& bytes)
{
    for (const QByteArray& secret : {QByteArray("sk-test"), QByteArray("canary-5521"), QByteArray("Bearer"),
             QByteArray("workspaces"), kBearer.toBase64().left(16)}) {
        QVERIFY2(!bytes.contains(secret), bytes.constData());
    }
    QVERIFY(!bytes.toLower().contains("\r\nauthorization:"));
}

} // namespace

/// The ways of a managed network over real sockets: proxies of each kind, with and without a password, and
/// certificates of every sort.
class TestNetworkOptions : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyProxyWithEveryTarget_data();
    void everyProxyWithEveryTarget();
    void theDesktopsProxy_data();
    void theDesktopsProxy();
    void theDesktopsProxyGetsThePasswordOfTheSettings();
    void noneMeansNone();
    void loopbackHttpNeverGoesThroughAProxy_data();
    void loopbackHttpNeverGoesThroughAProxy();
    void certificates_data();
    void certificates();
    void theExtraAuthoritiesComeOnTop();

private:
    TestAuthority m_authority;
    TestAuthority m_other{QStringLiteral("Somebody Else"), QStringLiteral("Somebody Else CA")};
    support::ServerIdentity m_identity;
};

void TestNetworkOptions::initTestCase()
{
    QVERIFY2(m_authority.problem().isEmpty(), qPrintable(m_authority.problem()));
    m_identity = m_authority.issue(QStringLiteral("DNS:analytics.invalid,IP:127.0.0.1"));
    QVERIFY2(m_authority.problem().isEmpty(), qPrintable(m_authority.problem()));
}

void TestNetworkOptions::everyProxyWithEveryTarget_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("wantsPassword");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<Conduct>("conduct");
    QTest::addColumn<TransportFailure>("failure");

    const struct
    {
        const char* name;
        ProxyServer::Kind kind;
    } kinds[]{{"http", ProxyServer::Kind::Http}, {"socks5", ProxyServer::Kind::Socks5}};
    const struct
    {
        const char* name;
        bool wanted;
        QString user;
        QString password;
        bool passes;
    } logins[]{{"no password wanted", false, {}, {}, true}, {"the right one", true, kUser, kPassword, true},
        {"a wrong one", true, kUser, QStringLiteral("wrong"), false}, {"none given", true, {}, {}, false},
        {"one that is not wanted", false, kUser, kPassword, true}};
    const struct
    {
        const char* name;
        Conduct conduct;
        TransportFailure failure;
    } conducts[]{{"target answers", Conduct::Forward, TransportFailure::None},
        {"target denied", Conduct::Deny, TransportFailure::Proxy},
        {"target dead", Conduct::TargetDead, TransportFailure::Proxy},
        {"silent", Conduct::Silent, TransportFailure::TimedOut},
        {"no proxy at all", Conduct::Garbage, TransportFailure::Proxy},
        {"hangs up", Conduct::HangUp, TransportFailure::TimedOut}};
    for (const auto& kind : kinds) {
        for (const auto& login : logins) {
            for (const auto& conduct : conducts) {
                const bool asksFirst = conduct.conduct != Conduct::Silent
                    && conduct.conduct != Conduct::Garbage && conduct.conduct != Conduct::HangUp;
                // Qt 6.4 tries a proxy that hangs up before CONNECT again and again; the silence ends it. To
                // a SOCKS proxy it offers a password or none, not the choice.
                const bool isSocks = kind.kind == ProxyServer::Kind::Socks5;
                const bool passes = login.passes && (login.wanted || login.user.isEmpty() || !isSocks);
                const TransportFailure failure
                    = asksFirst && !passes ? TransportFailure::Proxy : conduct.failure;
                QTest::addRow("%s, %s, %s", kind.name, login.name, conduct.name)
                    << static_cast<int>(kind.kind) << login.wanted << login.user << login.password
                    << conduct.conduct << failure;
            }
        }
    }
}

void TestNetworkOptions::everyProxyWithEveryTarget()
{
    QFETCH(int, kind);
    QFETCH(bool, wantsPassword);
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(Conduct, conduct);
    QFETCH(TransportFailure, failure);
    TlsServer server(m_identity);
    ProxyServer proxy(static_cast<ProxyServer::Kind>(kind), server.port());
    proxy.setConduct(conduct);
    if (wantsPassword) {
        proxy.setPassword(kUser, kPassword);
    }
    NetworkOptions options = through(static_cast<ProxyServer::Kind>(kind), proxy.port(), user, password);
    options.authorities = {m_authority.certificate()};

    const TransportReply reply = getFrom(*BaseUrl::parse(QStringLiteral("https://") + kHiddenHost), options,
        failure == TransportFailure::TimedOut ? 500ms : 20s);

    QVERIFY2(reply.failure == failure,
        qPrintable(QStringLiteral("%1: %2").arg(static_cast<int>(reply.failure)).arg(reply.failureText)));
    QVERIFY(proxy.connections() > 0);
    for (const QByteArray& wanted : proxy.wanted()) {
        QCOMPARE(wanted, QByteArray("analytics.invalid:443"));
    }
    // The proxy hears CONNECT and its own password, never the key; in the tunnel everything is encrypted.
    compareNothingLeaked(proxy.heard());
    compareNothingLeaked(proxy.tunnelled());
    QVERIFY(!reply.failureText.contains(QStringLiteral("canary")));
    if (failure == TransportFailure::None) {
        QCOMPARE(reply.status, 200);
        QCOMPARE(server.requests().size(), 1);
        const QByteArray header = "\r\nAuthorization: " + kBearer + "\r\n";
        QVERIFY(server.requests().first().contains(header));
        QVERIFY(!server.requests().first().toLower().contains("proxy-"));
        QVERIFY(proxy.tunnelled().startsWith('\x16')); // a TLS handshake
    } else {
        QCOMPARE(server.requests().size(), 0);
    }
}

void TestNetworkOptions::theDesktopsProxy_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("noProxy");
    QTest::addColumn<bool>("isUsed");
    QTest::newRow("https_proxy") << QByteArray("https_proxy") << QByteArray() << true;
    QTest::newRow("HTTPS_PROXY") << QByteArray("HTTPS_PROXY") << QByteArray() << true;
    QTest::newRow("http_proxy") << QByteArray("http_proxy") << QByteArray() << true;
    QTest::newRow("all_proxy, which libproxy does not know")
        << QByteArray("all_proxy") << QByteArray() << false;
    QTest::newRow("no_proxy of another host")
        << QByteArray("https_proxy") << QByteArray("example.org") << true;
    QTest::newRow("no_proxy of this host")
        << QByteArray("https_proxy") << QByteArray("localhost,.invalid") << false;
    QTest::newRow("no_proxy with a star, which libproxy does not know")
        << QByteArray("https_proxy") << QByteArray("*") << true;
}

void TestNetworkOptions::theDesktopsProxy()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, noProxy);
    QFETCH(bool, isUsed);
    TlsServer server(m_identity);
    ProxyServer proxy(ProxyServer::Kind::Http, server.port());
    NetworkOptions options;
    options.authorities = {m_authority.certificate()};
    qputenv(variable.constData(), "http://127.0.0.1:" + QByteArray::number(proxy.port()));
    qputenv("no_proxy", noProxy);

    const QList<QNetworkProxy> found = proxiesFor(QUrl(QStringLiteral("https://") + kHiddenHost), options);
    TransportReply reply;
    if (isUsed) {
        reply = getFrom(*BaseUrl::parse(QStringLiteral("https://") + kHiddenHost), options, 20s);
    }
    qunsetenv(variable.constData());
    qunsetenv("no_proxy");

    QCOMPARE(found.first().type() == QNetworkProxy::HttpProxy, isUsed);
    if (isUsed) {
        QVERIFY2(reply.failure == TransportFailure::None, qPrintable(reply.failureText));
        QCOMPARE(proxy.wanted().first(), QByteArray("analytics.invalid:443"));
    } else {
        QCOMPARE(found.first().type(), QNetworkProxy::NoProxy);
    }
}

void TestNetworkOptions::theDesktopsProxyGetsThePasswordOfTheSettings()
{
    TlsServer server(m_identity);
    ProxyServer proxy(ProxyServer::Kind::Http, server.port());
    proxy.setPassword(kUser, kPassword);
    NetworkOptions options;
    options.authorities = {m_authority.certificate()};
    options.proxy.setUser(kUser);
    options.proxy.setPassword(kPassword);
    const QByteArray place = "127.0.0.1:" + QByteArray::number(proxy.port());
    qputenv("https_proxy", "http://" + place);
    const TransportReply reply
        = getFrom(*BaseUrl::parse(QStringLiteral("https://") + kHiddenHost), options, 20s);
    // What the desktop says itself comes first.
    qputenv("https_proxy", "http://grace:secret@" + place);
    const QNetworkProxy named = proxiesFor(QUrl(QStringLiteral("https://") + kHiddenHost), options).first();
    qunsetenv("https_proxy");

    QVERIFY2(reply.failure == TransportFailure::None, qPrintable(reply.failureText));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(named.user(), QStringLiteral("grace"));
    QCOMPARE(named.password(), QStringLiteral("secret"));
}

void TestNetworkOptions::noneMeansNone()
{
    TlsServer server(m_identity);
    ProxyServer proxy(ProxyServer::Kind::Http, server.port());
    NetworkOptions options;
    options.proxyChoice = NetworkOptions::ProxyChoice::Fixed;
    options.authorities = {m_authority.certificate()};
    qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.port()));
    const TransportReply reply
        = getFrom(*BaseUrl::parse(QStringLiteral("https://127.0.0.1:%1").arg(server.port())), options, 20s);
    qunsetenv("https_proxy");
    QVERIFY2(reply.failure == TransportFailure::None, qPrintable(reply.failureText));
    QCOMPARE(proxy.connections(), 0);
    QCOMPARE(server.requests().size(), 1);
}

void TestNetworkOptions::loopbackHttpNeverGoesThroughAProxy_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("http") << static_cast<int>(ProxyServer::Kind::Http);
    QTest::newRow("socks5") << static_cast<int>(ProxyServer::Kind::Socks5);
}

void TestNetworkOptions::loopbackHttpNeverGoesThroughAProxy()
{
    QFETCH(int, kind);
    ProxyServer proxy(static_cast<ProxyServer::Kind>(kind));
    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress::LocalHost, 0));
    const BaseUrl base = *BaseUrl::parse(QStringLiteral("http://127.0.0.1:%1").arg(nobody.serverPort()));
    nobody.close();
    const TransportReply reply
        = getFrom(base, through(static_cast<ProxyServer::Kind>(kind), proxy.port()), 20s);
    QVERIFY(reply.failure == TransportFailure::Refused);
    QCOMPARE(proxy.connections(), 0);
}

void TestNetworkOptions::certificates_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<int>("validity");
    QTest::addColumn<int>("trusted"); // 0 nothing extra, 1 the right authority, 2 another one, 3 both
    QTest::addColumn<bool>("passes");
    const QString right = QStringLiteral("IP:127.0.0.1");
    const int now = static_cast<int>(Validity::Now);
    QTest::newRow("no extra authority") << right << now << 0 << false;
    QTest::newRow("the right authority") << right << now << 1 << true;
    QTest::newRow("another authority") << right << now << 2 << false;
    QTest::newRow("both") << right << now << 3 << true;
    QTest::newRow("another host") << QStringLiteral("DNS:other.example") << now << 1 << false;
    QTest::newRow("expired") << right << static_cast<int>(Validity::Past) << 1 << false;
    QTest::newRow("not valid yet") << right << static_cast<int>(Validity::Future) << 1 << false;
}

void TestNetworkOptions::certificates()
{
    QFETCH(QString, names);
    QFETCH(int, validity);
    QFETCH(int, trusted);
    QFETCH(bool, passes);
    TlsServer server(m_authority.issue(names, static_cast<Validity>(validity)));
    QVERIFY2(m_authority.problem().isEmpty(), qPrintable(m_authority.problem()));
    NetworkOptions options;
    options.proxyChoice = NetworkOptions::ProxyChoice::Fixed;
    if (trusted & 1) {
        options.authorities += m_authority.certificate();
    }
    if (trusted & 2) {
        options.authorities += m_other.certificate();
    }
    const TransportReply reply
        = getFrom(*BaseUrl::parse(QStringLiteral("https://127.0.0.1:%1").arg(server.port())), options, 20s);
    QVERIFY2(reply.failure == (passes ? TransportFailure::None : TransportFailure::Tls),
        qPrintable(reply.failureText));
    // Where the certificate is not trusted nothing is said at all, the key least of all.
    QCOMPARE(server.requests().size(), passes ? 1 : 0);
}

void TestNetworkOptions::theExtraAuthoritiesComeOnTop()
{
    const QList<QSslCertificate> system = QSslConfiguration::systemCaCertificates();
    QVERIFY(!system.isEmpty());
    QVERIFY(!system.contains(m_authority.certificate()));

    // Without any, Qt's own way of looking up the system's certificates stays as it is.
    QCOMPARE(trustOf({}), QSslConfiguration::defaultConfiguration());

    NetworkOptions options;
    options.authorities = withSystemAuthorities({m_authority.certificate(), m_other.certificate()});
    const QList<QSslCertificate> trusted = trustOf(options).caCertificates();
    for (const QSslCertificate& one : system) {
        QVERIFY(trusted.contains(one));
    }
    QVERIFY(trusted.contains(m_authority.certificate()));
    QVERIFY(trusted.contains(m_other.certificate()));
}

QTEST_GUILESS_MAIN(TestNetworkOptions)
#include "tst_network_options.moc"
