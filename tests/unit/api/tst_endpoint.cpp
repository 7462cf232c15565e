// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/BaseUrl.h"
#include "api/Endpoint.h"
#include "support/TestCase.h"

#include <QUrlQuery>

using namespace app::api;
using namespace app::core;
using app::records::Dataset;

namespace {

const QString kWorkspace = QStringLiteral("1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21");
const QString kRoot = QStringLiteral("https://api.chatgpt.com/v1/analytics/codex/workspaces/");

PageRequest someRequest(Dataset dataset)
{
    PageRequest request;
    request.dataset = dataset;
    request.days = {*UtcDay::fromIso(u"2026-11-18"), *UtcDay::fromIso(u"2026-11-21")};
    request.limit = 1000;
    return request;
}

} // namespace

class TestEndpoint : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsBaseUrls_data();
    void acceptsBaseUrls();
    void refusesBaseUrls_data();
    void refusesBaseUrls();
    void aRefusalShowsNoPassword();
    void buildsThePageUrl_data();
    void buildsThePageUrl();
    void theCursorSurvivesTheUrl_data();
    void theCursorSurvivesTheUrl();
    void allowsOnlyTheThreeRoutes_data();
    void allowsOnlyTheThreeRoutes();
    void everyPageUrlIsAllowed();
};

void TestEndpoint::acceptsBaseUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("origin");
    QTest::addColumn<bool>("isStandard");
    QTest::addColumn<bool>("isLoopback");
    const auto row = [](const char* text, const char* origin, bool isStandard, bool isLoopback) {
        QTest::addRow("'%s'", text) << QString::fromUtf8(text) << QString::fromUtf8(origin) << isStandard
                                    << isLoopback;
    };
    row("https://api.chatgpt.com", "https://api.chatgpt.com", true, false);
    row("https://api.chatgpt.com/", "https://api.chatgpt.com", true, false);
    row(" https://api.chatgpt.com\n", "https://api.chatgpt.com", true, false);
    row("HTTPS://API.ChatGPT.com:443", "https://api.chatgpt.com", true, false);
    row("https://api.chatgpt.com:8443", "https://api.chatgpt.com:8443", false, false);
    row("https://proxy.example.org", "https://proxy.example.org", false, false);
    row("https://localhost:8443", "https://localhost:8443", false, false);
    row("https://10.0.0.7", "https://10.0.0.7", false, false);
    row("http://127.0.0.1", "http://127.0.0.1", false, true);
    row("http://127.0.0.1:80/", "http://127.0.0.1", false, true);
    row("http://127.0.0.1:45123", "http://127.0.0.1:45123", false, true);
    row("http://127.200.3.4:1", "http://127.200.3.4:1", false, true);
    row("http://[::1]:45123", "http://[::1]:45123", false, true);
}

void TestEndpoint::acceptsBaseUrls()
{
    QFETCH(QString, text);
    QFETCH(QString, origin);
    QFETCH(bool, isStandard);
    QFETCH(bool, isLoopback);
    const auto base = BaseUrl::parse(text);
    QVERIFY2(base, qPrintable(base ? QString() : base.error().detail));
    QCOMPARE(base->origin(), origin);
    QCOMPARE(base->isStandard(), isStandard);
    QCOMPARE(base->isLoopback(), isLoopback);
    QCOMPARE(BaseUrl::parse(base->origin())->origin(), origin);
    QCOMPARE(*base == BaseUrl::standard(), isStandard);
}

void TestEndpoint::refusesBaseUrls_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
        {"", " ", "api.chatgpt.com", "//api.chatgpt.com", "https:", "https://", "https:///v1",
            "https:api.chatgpt.com", "ftp://api.chatgpt.com", "file:///etc/passwd", "javascript:alert(1)",
            // not encrypted, not here
            "http://api.chatgpt.com", "http://localhost", "http://localhost:8080",
            "http://localhost.localdomain", "http://127.0.0.1.example.org", "http://10.0.0.1",
            "http://192.168.0.1", "http://0.0.0.0", "http://128.0.0.1", "http://[::]", "http://[::2]",
            "http://[::ffff:127.0.0.1]", "http://[fe80::1]",
            // loopback, but not literally
            "http://127.1", "http://2130706433", "http://0x7f000001", "http://0177.0.0.1",
            "http://127.0.0.01", "http://127.0.0.256", "http://127.0.0.1.", "http://%31%32%37.0.0.1",
            // more than an origin
            "https://user@api.chatgpt.com", "https://user:secret@api.chatgpt.com", "https://@api.chatgpt.com",
            "http://user@127.0.0.1", "https://api.chatgpt.com/v1", "https://api.chatgpt.com//",
            "https://api.chatgpt.com/.", "https://api.chatgpt.com?x=1", "https://api.chatgpt.com?",
            "https://api.chatgpt.com/?", "https://api.chatgpt.com#top", "https://api.chatgpt.com#",
            // no usable host or port
            "https://api.chatgpt.com:0", "https://api.chatgpt.com:65536", "https://api.chatgpt.com:port",
            "https://api chatgpt.com", "https://api.chatgpt.com\\@evil.example", "https://[::1",
            "https://:443"}) {
        QTest::addRow("'%s'", text) << QString::fromUtf8(text);
    }
}

void TestEndpoint::refusesBaseUrls()
{
    QFETCH(QString, text);
    const auto base = BaseUrl::parse(text);
    QVERIFY2(!base, qPrintable(base ? base->origin() : QString()));
    QVERIFY(base.error().kind == ErrorKind::BadUsage);
    QVERIFY(!base.error().detail.isEmpty());
}

void TestEndpoint::aRefusalShowsNoPassword()
{
    for (const char* text :
        {"https://user:hunter2@api.chatgpt.com", "http://user:hunter2@127.0.0.1/path?x#y"}) {
        const auto base = BaseUrl::parse(QString::fromLatin1(text));
        QVERIFY(!base);
        QVERIFY(!base.error().subject.contains(QStringLiteral("hunter2")));
        QVERIFY(!base.error().detail.contains(QStringLiteral("hunter2")));
    }
}

void TestEndpoint::buildsThePageUrl_data()
{
    QTest::addColumn<int>("dataset");
    QTest::addColumn<QByteArray>("cursor");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray root = kRoot.toLatin1() + kWorkspace.toLatin1();
    const QByteArray window = "?start_time=1794960000&end_time=1795305600&limit=1000";
    const auto row = [&](const char* name, Dataset dataset, const char* cursor, const QByteArray& tail) {
        QTest::newRow(name) << static_cast<int>(dataset) << QByteArray(cursor) << root + tail;
    };
    row("usage per engineer", Dataset::UsagePerEngineer, "", "/usage" + window);
    row("usage of the workspace", Dataset::UsageWorkspace, "", "/usage" + window + "&group=workspace");
    row("reviews", Dataset::CodeReviews, "", "/code_reviews" + window);
    row("responses", Dataset::CodeReviewResponses, "", "/code_review_responses" + window);
    row("a further page", Dataset::UsagePerEngineer, "c2ltLXBhZ2UtMg",
        "/usage" + window + "&page=c2ltLXBhZ2UtMg");
    row("a further page of the workspace", Dataset::UsageWorkspace, "a+/=&b?c#d%20 e",
        "/usage" + window + "&group=workspace&page=a%2B%2F%3D%26b%3Fc%23d%2520%20e");
}

void TestEndpoint::buildsThePageUrl()
{
    QFETCH(int, dataset);
    QFETCH(QByteArray, cursor);
    QFETCH(QByteArray, expected);
    PageRequest request = someRequest(static_cast<Dataset>(dataset));
    request.cursor = cursor;
    QCOMPARE(pageUrl(BaseUrl::standard(), *WorkspaceId::parse(kWorkspace), request).toEncoded(), expected);
}

void TestEndpoint::theCursorSurvivesTheUrl_data()
{
    QTest::addColumn<QByteArray>("cursor");
    QByteArray everyByte;
    for (int byte = 0; byte < 256; ++byte) {
        everyByte += static_cast<char>(byte);
    }
    QTest::newRow("every byte there is") << everyByte;
    QTest::newRow("base64") << QByteArray("ab+/cd==");
    QTest::newRow("looks encoded already") << QByteArray("%2B%zz%");
    QTest::newRow("tries to add a parameter") << QByteArray("x&limit=1&group=workspace");
    QTest::newRow("tries to leave the path") << QByteArray("../../../../evil?a#b");
    QTest::newRow("tries to end the request line") << QByteArray("x HTTP/1.1\r\nHost: evil\r\n\r\n");
    QTest::newRow("not ASCII") << QByteArray("größe😀");
}

void TestEndpoint::theCursorSurvivesTheUrl()
{
    QFETCH(QByteArray, cursor);
    PageRequest request = someRequest(Dataset::UsagePerEngineer);
    request.cursor = cursor;
    const QUrl url = pageUrl(BaseUrl::standard(), *WorkspaceId::parse(kWorkspace), request);
    const QByteArray sent = url.toEncoded();
    QVERIFY(isAllowed(BaseUrl::standard(), url));
    QCOMPARE(sent.count('&'), 3);
    QCOMPARE(sent.count('?'), 1);
    QVERIFY(!sent.contains('#') && !sent.contains(' ') && !sent.contains('\r') && !sent.contains('+'));
    QCOMPARE(QByteArray::fromPercentEncoding(sent.mid(sent.indexOf("&page=") + 6)), cursor);
}

void TestEndpoint::allowsOnlyTheThreeRoutes_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isAllowed");
    const QString good = kRoot + kWorkspace;
    const auto row
        = [](const QString& url, bool allowed) { QTest::addRow("%s", qPrintable(url)) << url << allowed; };
    row(good + QStringLiteral("/usage"), true);
    row(good + QStringLiteral("/usage?start_time=1&end_time=2&limit=3&group=workspace&page=x"), true);
    row(good + QStringLiteral("/usage?anything=1"), false);
    row(good + QStringLiteral("/usage?limit=3&user=u"), false);
    row(good + QStringLiteral("/usage?limit=3&"), true);
    row(good + QStringLiteral("/usage?Limit=3"), false);
    row(good + QStringLiteral("/usage?=3"), false);
    row(good + QStringLiteral("/code_reviews"), true);
    row(good + QStringLiteral("/code_review_responses"), true);
    row(QStringLiteral("https://api.chatgpt.com:443/v1/analytics/codex/workspaces/") + kWorkspace
            + QStringLiteral("/usage"),
        true);
    row(good, false);
    row(good + u'/', false);
    row(good + QStringLiteral("/usage/"), false);
    row(good + QStringLiteral("/Usage"), false);
    row(good + QStringLiteral("/users"), false);
    row(good + QStringLiteral("/usage/../members"), false);
    row(good + QStringLiteral("//usage"), false);
    row(good + QStringLiteral("/usage%2F..%2Fmembers"), false);
    row(good + QStringLiteral("/usage#x"), false);
    row(kRoot + QStringLiteral("/usage"), false);
    row(kRoot + QStringLiteral("org-abc/usage"), false);
    row(kRoot + kWorkspace.toUpper() + QStringLiteral("/usage"), false);
    row(kRoot + QStringLiteral("../") + kWorkspace + QStringLiteral("/usage"), false);
    row(QStringLiteral("https://api.chatgpt.com/v1/analytics/workspaces/") + kWorkspace
            + QStringLiteral("/usage"),
        false);
    row(QStringLiteral("https://api.chatgpt.com/v1/analytics/codex/turn-costs"), false);
    row(QStringLiteral("https://api.chatgpt.com/"), false);
    for (const char* origin : {"http://api.chatgpt.com", "https://api.chatgpt.com:8443",
             "https://api.openai.com", "https://api.chatgpt.com.evil.example", "https://user@api.chatgpt.com",
             "ftp://api.chatgpt.com"}) {
        row(QLatin1String(origin) + QStringLiteral("/v1/analytics/codex/workspaces/") + kWorkspace
                + QStringLiteral("/usage"),
            false);
    }
    row(QString(), false);
}

void TestEndpoint::allowsOnlyTheThreeRoutes()
{
    QFETCH(QString, url);
    QFETCH(bool, isAllowed);
    QCOMPARE(app::api::isAllowed(BaseUrl::standard(), QUrl(url)), isAllowed);
}

void TestEndpoint::everyPageUrlIsAllowed()
{
    const BaseUrl loopback = *BaseUrl::parse(QStringLiteral("http://127.0.0.1:4711"));
    for (const Dataset dataset : app::records::kDatasets) {
        const PageRequest request = someRequest(dataset);
        const WorkspaceId workspace = *WorkspaceId::parse(kWorkspace);
        QVERIFY(isAllowed(BaseUrl::standard(), pageUrl(BaseUrl::standard(), workspace, request)));
        QVERIFY(isAllowed(loopback, pageUrl(loopback, workspace, request)));
        QVERIFY(!isAllowed(BaseUrl::standard(), pageUrl(loopback, workspace, request)));
        QVERIFY(!isAllowed(loopback, pageUrl(BaseUrl::standard(), workspace, request)));
    }
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
