// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ScriptedServer.h"

#include "api/AnalyticsClient.h"
#include "api/NetworkTransport.h"
#include "api/ReplyClassifier.h"
#include "support/FakeClock.h"
#include "support/TestCase.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QMutex>
#include <QSignalSpy>
#include <QTimer>

#include <memory>

using namespace app::api;
using namespace app::core;
using namespace std::chrono_literals;
using app::records::Dataset;
using app::records::RequestRecord;
using support::answer;
using support::head;
using support::Script;
using support::ScriptedServer;
using support::send;

Q_DECLARE_METATYPE(support::Script)

namespace {

const QByteArray kKey = "sk-test-canary-Ab12Cd34Ef56Gh78";
const QByteArray kCursor = "cursor-canary-8d1f";
constexpr Instant kStart{std::chrono::seconds(1'795'348'800)}; // 2026-11-22 12:00 UTC

const QByteArray kEmptyPage = "{\"data\":[],\"has_more\":false,\"next_page\":null}";

QByteArray fixture(const char* name)
{
    QFile file(QStringLiteral(THREADCOUNT_TEST_DATA "/api/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PageRequest someRequest(Dataset dataset = Dataset::UsagePerEngineer)
{
    PageRequest request;
    request.dataset = dataset;
    request.days = {*UtcDay::fromIso(u"2026-11-20"), *UtcDay::fromIso(u"2026-11-21")};
    request.limit = 500;
    request.cursor = kCursor;
    return request;
}

RetryPolicy quickPolicy()
{
    RetryPolicy policy;
    policy.firstDelay = 4ms;
    policy.delayCap = 20ms;
    policy.random = [] { return 1.0; };
    policy.limits.silence = 20s;
    policy.limits.total = 25s;
    return policy;
}

/// A client with everything that it borrows.
struct Setup
{
    explicit Setup(std::vector<Script> scripts, RetryPolicy policy = quickPolicy())
        : server(std::move(scripts))
        , clock(kStart)
        , transport(*BaseUrl::parse(server.origin()))
        , client(std::make_unique<AnalyticsClient>(
              transport, clock, *BaseUrl::parse(server.origin()),
              *WorkspaceId::parse(u"1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21"),
              [this] {
                  ++asked;
                  return QByteArray("Bearer " + kKey);
              },
              std::move(policy), cancellation))
    {
        QObject::connect(client.get(), &AnalyticsClient::requestFinished, client.get(),
            [this](const RequestRecord& record) { records.push_back(record); });
        QObject::connect(client.get(), &AnalyticsClient::waiting, client.get(),
            [this](const Error& because, Instant until) { waits.emplace_back(because, until); });
    }

    Result<FetchedPage> fetch(Dataset dataset = Dataset::UsagePerEngineer)
    {
        return QCoro::waitFor(client->fetchPage(someRequest(dataset)));
    }

    ScriptedServer server;
    support::FakeClock clock;
    NetworkTransport transport;
    Cancellation cancellation;
    int asked = 0;
    std::vector<RequestRecord> records;
    std::vector<std::pair<Error, Instant>> waits;
    std::unique_ptr<AnalyticsClient> client; // last: it borrows the rest
};

/// Collects everything that is logged while it lives.
class LogCatcher
{
public:
    LogCatcher()
    {
        s_text.clear();
        // A filter beats every rule of the environment: nothing that could be logged stays unseen.
        m_filter = QLoggingCategory::installFilter([](QLoggingCategory* category) {
            for (const QtMsgType type : {QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg}) {
                category->setEnabled(type, qstrncmp(category->categoryName(), "threadcount.", 12) == 0);
            }
        });
        m_previous = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) {
            const QMutexLocker locker(&s_mutex);
            s_text += text + u'\n';
        });
    }
    ~LogCatcher()
    {
        qInstallMessageHandler(m_previous);
        QLoggingCategory::installFilter(m_filter);
    }
    Q_DISABLE_COPY_MOVE(LogCatcher)
    static QString text()
    {
        const QMutexLocker locker(&s_mutex);
        return s_text;
    }

private:
    static inline QMutex s_mutex;
    static inline QString s_text;
    QtMessageHandler m_previous = nullptr;
    QLoggingCategory::CategoryFilter m_filter = nullptr;
};

} // namespace

class TestAnalyticsClient : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheStackSendsAgainIsATryOfItsOwn();
    void fetchesAPage();
    void asksTheRightRoute_data();
    void asksTheRightRoute();
    void triesAgainUntilItWorks();
    void triesAgainAfterEveryPassingFailure_data();
    void triesAgainAfterEveryPassingFailure();
    void givesUpAfterTheLastTry();
    void triesOnceWhenTryingCannotHelp_data();
    void triesOnceWhenTryingCannotHelp();
    void fetchOnceTriesOnce();
    void namesTheBlamedParameter_data();
    void namesTheBlamedParameter();
    void saysThatAPageIsTooLarge();
    void honoursRetryAfter();
    void endsWhenTheServiceAsksForTooLong();
    void cancellingBeforeSendsNothing();
    void cancellingEndsARequestAtOnce();
    void cancellingEndsAWaitAtOnce();
    void cancellingFromTheWaitingSignal();
    void aClientThatDiesEndsItsTask_data();
    void aClientThatDiesEndsItsTask();
    void theKeyIsNowhereButInTheRequest();
};

void TestAnalyticsClient::fetchesAPage()
{
    Setup setup({answer(200, fixture("usage.json"))});

    const Result<FetchedPage> page = setup.fetch();

    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QCOMPARE(page->body, fixture("usage.json"));
    QVERIFY(page->envelope.hasMore);
    QVERIFY(page->envelope.nextPage == "c2ltLXBhZ2UtMg");
    QCOMPARE(page->envelope.rowCount, 2);

    QCOMPARE(setup.records.size(), std::size_t{1});
    const RequestRecord& record = setup.records.front();
    QVERIFY(record.at == kStart);
    QVERIFY(record.dataset == Dataset::UsagePerEngineer);
    QCOMPARE(record.days.first.toIso(), QStringLiteral("2026-11-20"));
    QCOMPARE(record.days.last.toIso(), QStringLiteral("2026-11-21"));
    QCOMPARE(record.attempt, 1);
    QCOMPARE(record.status, 200);
    QCOMPARE(record.bytes, fixture("usage.json").size());
    QVERIFY(record.rows == 2);
    QVERIFY(record.milliseconds >= 0);
    QVERIFY(!record.error);
    QVERIFY(setup.waits.empty());
}

void TestAnalyticsClient::asksTheRightRoute_data()
{
    QTest::addColumn<int>("dataset");
    QTest::addColumn<QByteArray>("target");
    const auto row = [](Dataset dataset, const char* name, const char* group) {
        QTest::newRow(qPrintable(app::records::datasetName(dataset)))
            << static_cast<int>(dataset)
            << "/v1/analytics/codex/workspaces/1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21/" + QByteArray(name)
                + "?start_time=1795132800&end_time=1795305600&limit=500" + group + "&page=" + kCursor;
    };
    row(Dataset::UsagePerEngineer, "usage", "");
    row(Dataset::UsageWorkspace, "usage", "&group=workspace");
    row(Dataset::CodeReviews, "code_reviews", "");
    row(Dataset::CodeReviewResponses, "code_review_responses", "");
}

void TestAnalyticsClient::asksTheRightRoute()
{
    QFETCH(int, dataset);
    QFETCH(QByteArray, target);
    Setup setup({answer(200, kEmptyPage)});
    const Result<FetchedPage> page = setup.fetch(static_cast<Dataset>(dataset));
    QVERIFY(page);
    QCOMPARE(page->envelope.rowCount, 0); // no rows is a success
    QCOMPARE(setup.server.requestLine(0), "GET " + target + " HTTP/1.1");
    QVERIFY(setup.records.front().dataset == static_cast<Dataset>(dataset));
}

void TestAnalyticsClient::triesAgainUntilItWorks()
{
    Setup setup({answer(500, fixture("error_500.json")), answer(503, "<html>busy</html>", {}, "text/html"),
        answer(429, fixture("error_429.json")), answer(200, kEmptyPage)});

    const Result<FetchedPage> page = setup.fetch();

    QVERIFY(page);
    QCOMPARE(setup.server.requests().size(), 4);
    QCOMPARE(setup.server.requestLine(3), setup.server.requestLine(0));
    QCOMPARE(setup.asked, 4); // the key is asked for at each try
    QCOMPARE(setup.records.size(), std::size_t{4});
    const std::array statuses{500, 503, 429, 200};
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(setup.records[i].attempt, static_cast<int>(i) + 1);
        QCOMPARE(setup.records[i].status, statuses[i]);
        QCOMPARE(setup.records[i].rows.has_value(), i == 3);
    }
    QVERIFY(setup.records[0].error == ErrorKind::ServiceUnavailable);
    QVERIFY(setup.records[1].error == ErrorKind::ServiceUnavailable);
    QVERIFY(setup.records[2].error == ErrorKind::Throttled);
    QVERIFY(!setup.records[3].error);
    QCOMPARE(setup.waits.size(), std::size_t{3});
    QVERIFY(setup.waits[0].second == kStart + 4ms);
    QVERIFY(setup.waits[1].second == kStart + 8ms);
    QVERIFY(setup.waits[2].second == kStart + 16ms);
    QVERIFY(setup.waits[2].first.kind == ErrorKind::Throttled);
}

void TestAnalyticsClient::triesAgainAfterEveryPassingFailure_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("an empty answer") << answer(200, "");
    QTest::newRow("JSON that was cut") << answer(200, fixture("usage.json").left(900));
    QTest::newRow("a body shorter than announced")
        << Script{send(head(200, "Content-Length: 999\r\n") + "{"), support::close()};
    QTest::newRow("an end between chunks") << Script{
        send(head(200, "Transfer-Encoding: chunked\r\n") + "9\r\n{\"data\":[\r\n"), support::close()};
    QTest::newRow("a sign-in page") << answer(200, "<!doctype html><title>Sign in</title>", {}, "text/html");
    QTest::newRow("502") << answer(502, "");
    QTest::newRow("504 with a page") << answer(504, "<html></html>", {}, "text/html");
    QTest::newRow("429 without Retry-After") << answer(429, "");
}

void TestAnalyticsClient::triesAgainAfterEveryPassingFailure()
{
    QFETCH(Script, script);
    Setup setup({script, answer(200, kEmptyPage)});
    const Result<FetchedPage> page = setup.fetch();
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QCOMPARE(setup.records.size(), std::size_t{2});
    QVERIFY(setup.records[0].error);
    QVERIFY(!setup.records[0].rows);
    QCOMPARE(setup.waits.size(), std::size_t{1});
}

void TestAnalyticsClient::givesUpAfterTheLastTry()
{
    Setup setup({answer(500, fixture("error_500.json"))});
    const Result<FetchedPage> page = setup.fetch();
    QVERIFY(!page);
    QVERIFY(page.error().kind == ErrorKind::ServiceUnavailable);
    QCOMPARE(page.error().httpStatus, 500);
    QCOMPARE(page.error().detail, QStringLiteral("The server had an error."));
    QCOMPARE(page.error().subject, QStringLiteral("usage"));
    QCOMPARE(setup.server.requests().size(), 5);
    QCOMPARE(setup.records.size(), std::size_t{5});
    QCOMPARE(setup.waits.size(), std::size_t{4});
}

void TestAnalyticsClient::triesOnceWhenTryingCannotHelp_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* name, const Script& script, ErrorKind kind) {
        QTest::newRow(name) << script << errorKindName(kind);
    };
    row("401", answer(401, fixture("error_401_envelope.json")), ErrorKind::KeyRejected);
    row("403 scope", answer(403, fixture("error_403_scope.json")), ErrorKind::ScopeMissing);
    row("403 workspace", answer(403, fixture("error_403_workspace.json")), ErrorKind::AccessDenied);
    row("404", answer(404, fixture("error_404.json")), ErrorKind::WorkspaceNotFound);
    row("422", answer(422, fixture("error_422.json")), ErrorKind::UnexpectedAnswer);
    row("a redirect", answer(302, "", "Location: https://example.org/\r\n"), ErrorKind::UnexpectedAnswer);
    row("another shape", answer(200, "{\"results\":[]}"), ErrorKind::UnexpectedAnswer);
    row("no JSON", answer(200, "OK", {}, "text/plain"), ErrorKind::UnexpectedAnswer);
}

void TestAnalyticsClient::triesOnceWhenTryingCannotHelp()
{
    QFETCH(Script, script);
    QFETCH(QString, kind);
    Setup setup({script});
    const Result<FetchedPage> page = setup.fetch();
    QVERIFY(!page);
    QCOMPARE(errorKindName(page.error().kind), kind);
    QVERIFY(page.error().httpStatus != 0);
    QCOMPARE(setup.server.requests().size(), 1);
    QCOMPARE(setup.records.size(), std::size_t{1});
    QVERIFY(setup.records[0].error == page.error().kind);
    QVERIFY(setup.waits.empty());
}

void TestAnalyticsClient::fetchOnceTriesOnce()
{
    Setup setup({answer(500, ""), answer(200, kEmptyPage)});
    QVERIFY(!QCoro::waitFor(setup.client->fetchOnce(someRequest())));
    QCOMPARE(setup.records.size(), std::size_t{1});
    QVERIFY(setup.waits.empty());
    QVERIFY(QCoro::waitFor(setup.client->fetchOnce(someRequest())));
    QCOMPARE(setup.records.size(), std::size_t{2});
    QCOMPARE(setup.records[1].attempt, 1);
}

void TestAnalyticsClient::namesTheBlamedParameter_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("subject");
    QTest::newRow("limit") << 422 << fixture("error_422.json") << QStringLiteral("limit");
    QTest::newRow("page") << 400 << QByteArray(R"({"detail":"The cursor has expired"})")
                          << QStringLiteral("page");
    QTest::newRow("start_time") << 422
                                << QByteArray(
                                       R"({"detail":[{"loc":["query","start_time"],"msg":"too early"}]})")
                                << QStringLiteral("start_time");
    QTest::newRow("end_time") << 400 << QByteArray(R"({"error":{"message":"no","param":"end_time"}})")
                              << QStringLiteral("end_time");
    QTest::newRow("none of ours") << 422
                                  << QByteArray(
                                         R"({"detail":[{"loc":["path","workspace_id"],"msg":"no UUID"}]})")
                                  << QStringLiteral("code_reviews");
    QTest::newRow("nothing") << 400 << QByteArray() << QStringLiteral("code_reviews");
    QTest::newRow("another status") << 403 << QByteArray(R"({"detail":"limit"})")
                                    << QStringLiteral("code_reviews");
}

void TestAnalyticsClient::namesTheBlamedParameter()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, subject);
    Setup setup({answer(status, body)});
    const Result<FetchedPage> page = setup.fetch(Dataset::CodeReviews);
    QVERIFY(!page);
    QCOMPARE(page.error().subject, subject);
    QCOMPARE(page.error().httpStatus, status);
}

void TestAnalyticsClient::saysThatAPageIsTooLarge()
{
    RetryPolicy policy = quickPolicy();
    policy.limits.largestBody = 1'000;
    Setup setup({answer(200, QByteArray(2'000, ' ') + kEmptyPage)}, policy);
    const Result<FetchedPage> page = setup.fetch();
    QVERIFY(!page);
    QVERIFY(isBodyTooLarge(page.error()));
    QCOMPARE(setup.server.requests().size(), 1);
}

void TestAnalyticsClient::honoursRetryAfter()
{
    Setup setup({answer(429, "", "Retry-After: 30\r\n"), answer(200, kEmptyPage)});
    connect(setup.client.get(), &AnalyticsClient::waiting, &setup.cancellation,
        [&setup] { QTimer::singleShot(50ms, &setup.cancellation, &Cancellation::cancel); });
    const Result<FetchedPage> page = setup.fetch();
    QVERIFY(!page);
    QVERIFY(page.error().kind == ErrorKind::Cancelled);
    QCOMPARE(setup.waits.size(), std::size_t{1});
    QVERIFY(setup.waits[0].second == kStart + 30s); // no jitter takes anything away
    QVERIFY(setup.waits[0].first.retryAfter == 30s);
    QCOMPARE(setup.server.requests().size(), 1);

    Setup now({answer(503, "", "Retry-After: 0\r\n"), answer(200, kEmptyPage)});
    QVERIFY(now.fetch());
    QVERIFY(now.waits[0].second == kStart + 4ms);
}

void TestAnalyticsClient::endsWhenTheServiceAsksForTooLong()
{
    Setup setup({answer(429, fixture("error_429.json"), "Retry-After: 61\r\n")});
    const Result<FetchedPage> page = setup.fetch();
    QVERIFY(!page);
    QVERIFY(page.error().kind == ErrorKind::Throttled);
    QVERIFY(page.error().retryAfter == 61s);
    QCOMPARE(setup.records.size(), std::size_t{1});
    QVERIFY(setup.waits.empty());
}

void TestAnalyticsClient::cancellingBeforeSendsNothing()
{
    Setup setup({answer(200, kEmptyPage)});
    setup.cancellation.cancel();
    const Result<FetchedPage> page = setup.fetch();
    QVERIFY(!page);
    QVERIFY(page.error().kind == ErrorKind::Cancelled);
    QCOMPARE(setup.asked, 0);
    QVERIFY(setup.records.empty()); // only what was sent is reported
    QCOMPARE(setup.server.requests().size(), 0);
}

void TestAnalyticsClient::cancellingEndsARequestAtOnce()
{
    Setup setup({{support::pause(1h)}});
    QElapsedTimer sinceCancel;
    QTimer::singleShot(100ms, &setup.cancellation, [&] {
        sinceCancel.start();
        setup.cancellation.cancel();
    });
    const Result<FetchedPage> page = setup.fetch();
    QVERIFY2(sinceCancel.elapsed() < 1'000, qPrintable(QString::number(sinceCancel.elapsed())));
    QVERIFY(!page);
    QVERIFY(page.error().kind == ErrorKind::Cancelled);
    QCOMPARE(setup.records.size(), std::size_t{1});
    QVERIFY(setup.records[0].error == ErrorKind::Cancelled);
    QVERIFY(setup.waits.empty());
}

void TestAnalyticsClient::cancellingEndsAWaitAtOnce()
{
    RetryPolicy policy = quickPolicy();
    policy.firstDelay = 30s;
    policy.delayCap = 30s;
    Setup setup({answer(500, "")}, policy);
    QElapsedTimer sinceCancel;
    connect(setup.client.get(), &AnalyticsClient::waiting, &setup.cancellation, [&] {
        QTimer::singleShot(50ms, &setup.cancellation, [&] {
            sinceCancel.start();
            setup.cancellation.cancel();
        });
    });
    const Result<FetchedPage> page = setup.fetch();
    QVERIFY2(sinceCancel.elapsed() < 1'000, qPrintable(QString::number(sinceCancel.elapsed())));
    QVERIFY(!page);
    QVERIFY(page.error().kind == ErrorKind::Cancelled);
    QCOMPARE(setup.records.size(), std::size_t{1});
}

void TestAnalyticsClient::cancellingFromTheWaitingSignal()
{
    RetryPolicy policy = quickPolicy();
    policy.firstDelay = 30s;
    policy.delayCap = 30s;
    Setup setup({answer(500, "")}, policy);
    connect(setup.client.get(), &AnalyticsClient::waiting, &setup.cancellation,
        [&setup] { setup.cancellation.cancel(); });
    const Result<FetchedPage> page = setup.fetch();
    QVERIFY(!page);
    QVERIFY(page.error().kind == ErrorKind::Cancelled);
}

void TestAnalyticsClient::aClientThatDiesEndsItsTask_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("while it waits for its next try") << answer(500, "");
    QTest::newRow("while it waits for an answer")
        << Script{support::pause(300ms), send("HTTP/1.1 500 X\r\n\r\n"), support::close()};
}

void TestAnalyticsClient::aClientThatDiesEndsItsTask()
{
    QFETCH(Script, script);
    RetryPolicy policy = quickPolicy();
    policy.firstDelay = 30s;
    policy.delayCap = 30s;
    Setup setup({script}, policy);
    auto task = setup.client->fetchPage(someRequest());
    QTRY_COMPARE(setup.server.requests().size(), 1);
    QTimer::singleShot(100ms, &setup.cancellation, [&setup] { setup.client.reset(); });
    const Result<FetchedPage> page = QCoro::waitFor(task);
    QVERIFY(!page);
    QVERIFY(page.error().kind == ErrorKind::Cancelled);
}

void TestAnalyticsClient::theKeyIsNowhereButInTheRequest()
{
    // Servers and proxies like to repeat what they were sent.
    const QByteArray echo = "Incorrect API key provided: " + kKey + ". cursor " + kCursor + " prompt-canary";
    const QByteArray json = "{\"error\":{\"message\":\"Incorrect API key provided: " + kKey + "\"}}";
    const LogCatcher log;
    Setup setup({answer(500, json), answer(429, "Bearer " + kKey, {}, "text/plain"),
        answer(200, "<html>" + echo + "</html>", {}, "text/html"),
        answer(200, "{\"data\":[{\"prompt\":\"" + echo + "\"}],\"has_more\":\"" + echo + "\"}")});

    const Result<FetchedPage> page = setup.fetch();

    QVERIFY(!page);
    QVERIFY(page.error().kind == ErrorKind::UnexpectedAnswer);
    QCOMPARE(setup.records.size(), std::size_t{4});
    QCOMPARE(setup.waits.size(), std::size_t{3});
    QString seen = page.error().detail + page.error().subject + log.text();
    for (const auto& [because, until] : setup.waits) {
        seen += because.detail + because.subject;
    }
    const QString secret = QString::fromLatin1(kKey);
    QVERIFY2(!seen.contains(secret), qPrintable(seen));
    QVERIFY2(!seen.contains(secret.mid(8, 12)), qPrintable(seen));
    QVERIFY2(!seen.contains(QString::fromLatin1(kCursor)), qPrintable(seen));
    QVERIFY2(!seen.contains(QStringLiteral("prompt-canary")), qPrintable(seen));
    QVERIFY2(log.text().contains(
                 QStringLiteral("usage 2026-11-20..2026-11-21 try 4: HTTP 200, unexpected_answer")),
        qPrintable(log.text()));
    for (const QByteArray& request : setup.server.requests()) {
        QCOMPARE(request.count(kKey), 1);
        QVERIFY(request.startsWith("GET /v1/analytics/codex/workspaces/"));
    }
}

void TestAnalyticsClient::whatTheStackSendsAgainIsATryOfItsOwn()
{
    Setup setup({{support::reset()}});

    const Result<FetchedPage> page = setup.fetch();

    QVERIFY(!page);
    QVERIFY(page.error().kind == ErrorKind::ServiceUnavailable);
    // However often Qt repeats a request whose connection is lost: every one that arrived has its line.
    QVERIFY(qsizetype(setup.records.size()) >= quickPolicy().tries);
    QCOMPARE(qsizetype(setup.records.size()), setup.server.requests().size());
    for (std::size_t i = 0; i < setup.records.size(); ++i) {
        QCOMPARE(setup.records[i].attempt, static_cast<int>(i) + 1);
        QVERIFY(setup.records[i].error == ErrorKind::ServiceUnavailable);
        QCOMPARE(setup.records[i].status, 0);
    }
}

QTEST_GUILESS_MAIN(TestAnalyticsClient)
#include "tst_analytics_client.moc"
