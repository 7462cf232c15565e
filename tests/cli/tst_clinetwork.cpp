// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "CliHarness.h"
#include "settings/Settings.h"
#include "store/DataFolder.h"
#include "support/ProxyServer.h"
#include "support/TestCase.h"
#include "support/TlsServer.h"

using namespace app;
using support::Cli;
using support::CliResult;
using support::ProxyServer;

namespace {

const QString kWorkspace = QStringLiteral("1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21");

QStringList verify()
{
    return {QStringLiteral("--workspace"), kWorkspace, QStringLiteral("--json"), QStringLiteral("verify")};
}

} // namespace

/// The command line behind a proxy and a network with its own certificates: the settings of the window count.
class TestCliNetwork : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theProxyOfTheSettings();
    void theProxyOfTheEnvironment();
    void theCertificateFileOfTheSettings();
    void aCertificateFileThatIsGoneSendsNothing();

private:
    void store(const settings::NetworkSettings& network)
    {
        const auto folder = store::DataFolder::inspect(m_cli->dataFolder());
        QVERIFY(folder && folder->ensureCreated());
        settings::Settings some;
        some.network = network;
        QVERIFY(some.save(folder->settingsFile()));
    }
    /// The servers live in this thread: it must not wait with its hands in its lap.
    CliResult run(const QStringList& arguments)
    {
        const std::unique_ptr<QProcess> process = m_cli->start(arguments);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000); }();
        return Cli::resultOf(*process);
    }

    std::unique_ptr<Cli> m_cli;
    support::TestAuthority m_authority;
    support::ServerIdentity m_identity;
};

void TestCliNetwork::initTestCase()
{
    m_identity = m_authority.issue(QStringLiteral("DNS:analytics.invalid"));
    QVERIFY2(m_authority.problem().isEmpty(), qPrintable(m_authority.problem()));
}

void TestCliNetwork::init()
{
    m_cli = std::make_unique<Cli>();
    m_cli->setVariable(
        QStringLiteral("THREADCOUNT_API_BASE_URL"), QStringLiteral("https://analytics.invalid"));
    m_cli->setVariable(QStringLiteral("THREADCOUNT_API_KEY"), QStringLiteral("sk-test-canary-5521"));
}

void TestCliNetwork::theProxyOfTheSettings()
{
    for (const auto& [kind, mode] : {std::pair(ProxyServer::Kind::Http, settings::ProxyMode::Http),
             std::pair(ProxyServer::Kind::Socks5, settings::ProxyMode::Socks5)}) {
        support::TlsServer server(m_identity);
        ProxyServer proxy(kind, server.port());
        settings::NetworkSettings network;
        network.proxy = mode;
        network.proxyHost = QStringLiteral("127.0.0.1");
        network.proxyPort = proxy.port();
        store(network);

        const CliResult result = run(verify());

        // The proxy is reached; the certificate behind it is of an authority that nobody named.
        QCOMPARE(result.exitCode, 8);
        QCOMPARE(result.kind(), QStringLiteral("tls_failed"));
        QVERIFY(!proxy.wanted().isEmpty());
        QCOMPARE(proxy.wanted().first(), QByteArray("analytics.invalid:443"));
        QVERIFY(!proxy.heard().contains("canary"));
        QCOMPARE(server.requests().size(), 0);
    }
}

void TestCliNetwork::theProxyOfTheEnvironment()
{
    ProxyServer proxy(ProxyServer::Kind::Http);
    proxy.setConduct(ProxyServer::Conduct::Deny);
    m_cli->setVariable(
        QStringLiteral("https_proxy"), QStringLiteral("http://127.0.0.1:%1").arg(proxy.port()));
    const CliResult result = run(verify());
    QCOMPARE(result.exitCode, 8);
    QCOMPARE(result.kind(), QStringLiteral("proxy_failed"));
    QVERIFY(!proxy.wanted().isEmpty());
}

void TestCliNetwork::theCertificateFileOfTheSettings()
{
    support::TlsServer server(m_identity);
    server.setAnswer(
        "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    ProxyServer proxy(ProxyServer::Kind::Http, server.port());
    settings::NetworkSettings network;
    network.proxy = settings::ProxyMode::Http;
    network.proxyHost = QStringLiteral("127.0.0.1");
    network.proxyPort = proxy.port();
    network.caFile = m_authority.file();
    store(network);
    const CliResult result = run(verify());
    QVERIFY2(result.exitCode == 3, result.summary().constData());
    QVERIFY(server.requests().size() >= 1);
    QVERIFY(server.requests().first().contains("Authorization: Bearer sk-test-canary-5521"));
}

void TestCliNetwork::aCertificateFileThatIsGoneSendsNothing()
{
    support::TlsServer server(m_identity);
    ProxyServer proxy(ProxyServer::Kind::Http, server.port());
    settings::NetworkSettings network;
    network.proxy = settings::ProxyMode::Http;
    network.proxyHost = QStringLiteral("127.0.0.1");
    network.proxyPort = proxy.port();
    network.caFile = m_cli->filePath(QStringLiteral("gone.pem"));
    store(network);
    const CliResult result = run(verify());
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.out.contains("gone.pem"), result.summary().constData());
    QCOMPARE(proxy.connections(), 0);
}

QTEST_GUILESS_MAIN(TestCliNetwork)
#include "tst_clinetwork.moc"
