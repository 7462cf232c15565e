// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages/ErrorText.h"
#include "setup/NetworkSetup.h"
#include "support/Await.h"
#include "support/TestAuthority.h"
#include "support/TestCase.h"

#include <QFile>
#include <QTemporaryDir>

using namespace app;
using core::ErrorKind;
using secrets::ProxySecrets;
using settings::NetworkSettings;
using settings::ProxyMode;
using setup::AuthorityFile;
using support::TestAuthority;
using Problem = AuthorityFile::Problem;

/// From the settings to the way to the internet.
class TestNetworkSetup : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyKindOfProxy();
    void aProxyWithoutItsAddress_data();
    void aProxyWithoutItsAddress();
    void withoutAUserThereIsNoPassword();
    void everyKindOfFile_data();
    void everyKindOfFile();
    void aFileThatMayNotBeRead();
    void onlyWhatIsValidCounts();
    void aFileThatIsNoUseStopsEverything();
    void theFileComesOnTopOfTheSystem();
    void theAccountNamesTheProxy();
    void thePasswordIsTheOneOfTheAccount();

private:
    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }

    QTemporaryDir m_folder;
    TestAuthority m_authority;
    TestAuthority m_second{QStringLiteral("Example Networks"), QStringLiteral("Second CA")};
    TestAuthority m_past{
        QStringLiteral("Example Networks"), QStringLiteral("Old CA"), TestAuthority::Validity::Past};
    TestAuthority m_future{
        QStringLiteral("Example Networks"), QStringLiteral("New CA"), TestAuthority::Validity::Future};
};

void TestNetworkSetup::initTestCase()
{
    for (const TestAuthority* one : {&m_authority, &m_second, &m_past, &m_future}) {
        QVERIFY2(one->problem().isEmpty(), qPrintable(one->problem()));
    }
}

void TestNetworkSetup::everyKindOfProxy()
{
    NetworkSettings settings;
    settings.proxyHost = QStringLiteral("proxy.example");
    settings.proxyPort = 3128;
    settings.proxyUser = QStringLiteral("ada");
    const QString password = QStringLiteral("secret");

    const auto system = setup::networkOptionsFrom(settings, password);
    QVERIFY(system);
    QVERIFY(system->proxyChoice == api::NetworkOptions::ProxyChoice::System);
    QCOMPARE(system->proxy.user(), settings.proxyUser);
    QCOMPARE(system->proxy.password(), password);
    QVERIFY(system->proxy.hostName().isEmpty());

    settings.proxy = ProxyMode::None;
    const auto none = setup::networkOptionsFrom(settings, password);
    QVERIFY(none && none->proxyChoice == api::NetworkOptions::ProxyChoice::Fixed);
    QCOMPARE(none->proxy, QNetworkProxy(QNetworkProxy::NoProxy));

    settings.proxy = ProxyMode::Http;
    const auto http = setup::networkOptionsFrom(settings, password);
    QVERIFY(http);
    QCOMPARE(http->proxy,
        QNetworkProxy(QNetworkProxy::HttpProxy, settings.proxyHost, 3128, settings.proxyUser, password));

    settings.proxy = ProxyMode::Socks5;
    const auto socks = setup::networkOptionsFrom(settings, password);
    QVERIFY(socks);
    QCOMPARE(socks->proxy,
        QNetworkProxy(QNetworkProxy::Socks5Proxy, settings.proxyHost, 3128, settings.proxyUser, password));
    QVERIFY(socks->authorities.isEmpty());
}

void TestNetworkSetup::aProxyWithoutItsAddress_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("no host") << QString() << 3128;
    QTest::newRow("no port") << QStringLiteral("proxy.example") << 0;
}

void TestNetworkSetup::aProxyWithoutItsAddress()
{
    QFETCH(QString, host);
    QFETCH(int, port);
    NetworkSettings settings;
    settings.proxyHost = host;
    settings.proxyPort = port;
    for (const ProxyMode mode : {ProxyMode::Http, ProxyMode::Socks5}) {
        settings.proxy = mode;
        const auto options = setup::networkOptionsFrom(settings, {});
        QVERIFY(!options);
        QCOMPARE(options.error().kind, ErrorKind::BadUsage);
        QVERIFY(!options.error().subject.isEmpty());
    }
    settings.proxy = ProxyMode::System;
    QVERIFY(setup::networkOptionsFrom(settings, {}));
}

void TestNetworkSetup::withoutAUserThereIsNoPassword()
{
    NetworkSettings settings;
    settings.proxy = ProxyMode::Http;
    settings.proxyHost = QStringLiteral("proxy.example");
    settings.proxyPort = 3128;
    const auto options = setup::networkOptionsFrom(settings, QStringLiteral("left over"));
    QVERIFY(options);
    QVERIFY(options->proxy.password().isEmpty());
}

void TestNetworkSetup::everyKindOfFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<int>("certificates");
    const QByteArray pem = m_authority.certificate().toPem();
    const QByteArray server = m_authority.issue(QStringLiteral("DNS:a.example")).certificate.toPem();
    QTest::newRow("one certificate") << write(QStringLiteral("one.pem"), pem) << Problem::None << 1;
    QTest::newRow("two, with text between them") << write(QStringLiteral("two.pem"),
        "# corporate\n" + pem + "\nand\n" + m_second.certificate().toPem() + "\n# the end")
                                                 << Problem::None << 2;
    QTest::newRow("Windows line ends")
        << write(QStringLiteral("crlf.pem"), QByteArray(pem).replace("\n", "\r\n")) << Problem::None << 1;
    QTest::newRow("an authority and a server of it")
        << write(QStringLiteral("chain.pem"), server + pem) << Problem::None << 1;
    QTest::newRow("missing") << m_folder.filePath(QStringLiteral("nothing.pem")) << Problem::Missing << 0;
    QTest::newRow("a folder") << m_folder.path() << Problem::NotAFile << 0;
    QTest::newRow("a device") << QStringLiteral("/dev/zero") << Problem::NotAFile << 0;
    QTest::newRow("empty") << write(QStringLiteral("empty.pem"), {}) << Problem::NotPem << 0;
    QTest::newRow("binary form") << write(QStringLiteral("binary.pem"), m_authority.certificate().toDer())
                                 << Problem::NotPem << 0;
    QTest::newRow("a picture") << write(QStringLiteral("picture.png"), "\x89PNG\r\n\x1a\n") << Problem::NotPem
                               << 0;
    QTest::newRow("a key only") << write(
        QStringLiteral("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
                                << Problem::NoCertificate << 0;
    QTest::newRow("a certificate that is cut")
        << write(QStringLiteral("cut.pem"), pem.left(pem.size() / 2)) << Problem::NoCertificate << 0;
    QTest::newRow("a certificate that is damaged")
        << write(QStringLiteral("damaged.pem"), QByteArray(pem).replace("MII", "XXX"))
        << Problem::NoCertificate << 0;
    QTest::newRow("huge") << write(QStringLiteral("huge.pem"), pem + QByteArray(2'100'000, '\n'))
                          << Problem::TooLarge << 0;
    QTest::newRow("expired") << write(QStringLiteral("past.pem"), m_past.certificate().toPem())
                             << Problem::Expired << 0;
    QTest::newRow("not valid yet") << write(QStringLiteral("future.pem"), m_future.certificate().toPem())
                                   << Problem::NotValidYet << 0;
    QTest::newRow("a server's") << write(QStringLiteral("server.pem"), server) << Problem::NotAnAuthority
                                << 0;
}

void TestNetworkSetup::everyKindOfFile()
{
    QFETCH(QString, file);
    QFETCH(Problem, problem);
    QFETCH(int, certificates);
    QVERIFY(!file.isEmpty());
    const AuthorityFile found = setup::readAuthorityFile(file);
    QVERIFY2(found.problem == problem, qPrintable(found.explanation()));
    QCOMPARE(found.certificates.size(), certificates);
    QVERIFY(!found.explanation().isEmpty());
    QVERIFY2(!found.explanation().contains(u'%'), qPrintable(found.explanation()));
    if (problem == Problem::None || problem == Problem::Expired || problem == Problem::NotValidYet) {
        QVERIFY2(found.explanation().contains(QStringLiteral("Example Networks")),
            qPrintable(found.explanation()));
    }

    NetworkSettings settings;
    settings.caFile = file;
    const auto options = setup::networkOptionsFrom(settings, {});
    QCOMPARE(options.has_value(), problem == Problem::None);
    if (!options) {
        QCOMPARE(options.error().kind, ErrorKind::BadUsage);
        QVERIFY(!options.error().detail.isEmpty());
        // The one sentence that the window and the command line show names the file.
        QVERIFY(messages::describe(options.error()).whatHappened.contains(file));
    }
}

void TestNetworkSetup::aFileThatMayNotBeRead()
{
    const QString file = write(QStringLiteral("closed.pem"), m_authority.certificate().toPem());
    QVERIFY(QFile::setPermissions(file, QFileDevice::Permissions()));
    QFile probe(file);
    if (probe.open(QIODevice::ReadOnly)) {
        QSKIP("this user may read everything");
    }
    QVERIFY(setup::readAuthorityFile(file).problem == Problem::Unreadable);
}

void TestNetworkSetup::onlyWhatIsValidCounts()
{
    const QString file = write(QStringLiteral("mixed.pem"),
        m_past.certificate().toPem() + m_authority.certificate().toPem() + m_future.certificate().toPem());
    const AuthorityFile found = setup::readAuthorityFile(file);
    QVERIFY(found.problem == Problem::None);
    QCOMPARE(found.certificates, QList{m_authority.certificate()});
    QVERIFY(found.explanation().contains(QStringLiteral("Example Inspection CA")));
}

void TestNetworkSetup::aFileThatIsNoUseStopsEverything()
{
    // Going on with less trust than asked for would only fail later and say less.
    NetworkSettings settings;
    settings.caFile = m_folder.filePath(QStringLiteral("gone.pem"));
    const auto options = support::await(setup::loadNetworkOptions(settings, nullptr));
    QVERIFY(!options);
    QCOMPARE(options.error().kind, ErrorKind::BadUsage);
}

void TestNetworkSetup::theFileComesOnTopOfTheSystem()
{
    NetworkSettings settings;
    settings.caFile = m_authority.file();
    const auto options = support::await(setup::loadNetworkOptions(settings, nullptr));
    QVERIFY(options);
    QVERIFY(options->authorities.size() > 1);
    QVERIFY(options->authorities.contains(m_authority.certificate()));
}

void TestNetworkSetup::theAccountNamesTheProxy()
{
    NetworkSettings settings;
    settings.proxyHost = QStringLiteral("proxy.example");
    settings.proxyPort = 3128;
    settings.proxyUser = QStringLiteral("ada");
    QCOMPARE(setup::proxyAccountOf(settings).proxy, QStringLiteral("system"));
    settings.proxy = ProxyMode::Socks5;
    QCOMPARE(setup::proxyAccountOf(settings).proxy, QStringLiteral("proxy.example:3128"));
    QCOMPARE(setup::proxyAccountOf(settings).user, QStringLiteral("ada"));
}

void TestNetworkSetup::thePasswordIsTheOneOfTheAccount()
{
    ProxySecrets secrets(ProxySecrets::Kept::ForThisSession);
    NetworkSettings settings;
    settings.proxy = ProxyMode::Http;
    settings.proxyHost = QStringLiteral("proxy.example");
    settings.proxyPort = 3128;
    settings.proxyUser = QStringLiteral("ada");
    secrets.hold(setup::proxyAccountOf(settings), QStringLiteral("secret"));

    QCOMPARE(support::await(setup::loadNetworkOptions(settings, &secrets))->proxy.password(),
        QStringLiteral("secret"));
    settings.proxyHost = QStringLiteral("evil.example");
    QCOMPARE(support::await(setup::loadNetworkOptions(settings, &secrets))->proxy.password(), QString());
}

QTEST_GUILESS_MAIN(TestNetworkSetup)
#include "tst_network_setup.moc"
