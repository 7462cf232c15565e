// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/ReplyClassifier.h"
#include "api/RetryPolicy.h"
#include "support/TestCase.h"

#include <QFile>

#include <array>

using namespace app::api;
using namespace app::core;
using namespace std::chrono_literals;

namespace {

// 2026-11-22 12:00:00 UTC
constexpr Instant kNow{std::chrono::seconds(1'795'348'800)};

QByteArray fixture(const char* name)
{
    QFile file(QStringLiteral(THREADCOUNT_TEST_DATA "/api/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TransportReply answer(int status, const QByteArray& body, const QByteArray& contentType = "application/json")
{
    TransportReply reply;
    reply.status = status;
    reply.body = body;
    reply.contentType = contentType;
    return reply;
}

Error errorOf(ErrorKind kind, std::optional<std::chrono::seconds> retryAfter = std::nullopt)
{
    Error error;
    error.kind = kind;
    error.retryAfter = retryAfter;
    return error;
}

RetryPolicy policyWith(double random)
{
    RetryPolicy policy;
    policy.random = [random] { return random; };
    return policy;
}

} // namespace

class TestReplyClassifier : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void classifiesAnswers_data();
    void classifiesAnswers();
    void classifiesFailures_data();
    void classifiesFailures();
    void aWholeGoodAnswerIsNoError();
    void takesTheFirstSentence_data();
    void takesTheFirstSentence();
    void masksAndCutsWhatTheServerSays();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void retryAfterCountsFromTheAnswersOwnDate();
    void retryAfterBelongsTo429And503();
    void blamesParameters_data();
    void blamesParameters();
    void recognisesABodyThatIsTooLarge();
    void retriesOnlyWhatCanHelp();
    void waitsLongerEachTime();
    void jitterIsFull();
    void neverWaitsLessThanAsked();
    void givesUpWhenAskedToWaitTooLong();
    void theDefaultRandomStaysInItsRange();
};

void TestReplyClassifier::classifiesAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* name, int status, const QByteArray& body, ErrorKind kind,
                         const char* contentType = "application/json") {
        QTest::newRow(name) << status << QByteArray(contentType) << body << errorKindName(kind);
    };
    const QByteArray html = "<!DOCTYPE html><html><body>Sign in</body></html>";
    const QByteArray scope = fixture("error_403_scope.json");
    // The rows of the table in its order; each later rule is tried with bodies that an earlier one could
    // take.
    row("403 that names missing scopes", 403, scope, ErrorKind::ScopeMissing);
    row("401 that names missing scopes", 401, scope, ErrorKind::ScopeMissing);
    row("scopes in upper case", 403, R"({"detail":"MISSING SCOPES: a.b"})", ErrorKind::ScopeMissing);
    row("scopes in plain text", 403, "missing scopes: a.b", ErrorKind::ScopeMissing, "text/plain");
    row("scopes in an unusual member", 403, R"({"errors":[{"title":"Missing scopes"}]})",
        ErrorKind::ScopeMissing);
    row("scopes in a page", 403, "<p>You have insufficient permissions. Missing scopes: a.b</p>",
        ErrorKind::ScopeMissing, "text/html");
    row("400 that names missing scopes", 400, scope, ErrorKind::UnexpectedAnswer);
    row("500 that names missing scopes", 500, scope, ErrorKind::ServiceUnavailable);
    row("429 that names missing scopes", 429, scope, ErrorKind::Throttled);
    for (const int status : {200, 204, 302, 400, 401, 403, 404, 410, 422, 429, 500, 502, 503, 504}) {
        QTest::addRow("a page with %d", status) << status << QByteArray("text/html; charset=utf-8") << html
                                                << errorKindName(ErrorKind::ServiceUnavailable);
    }
    row("a page without a type", 200, html, ErrorKind::ServiceUnavailable, "");
    row("a page that claims to be JSON", 200, "\n  <html>", ErrorKind::ServiceUnavailable);
    row("a page behind a byte order mark", 200, "\xEF\xBB\xBF<html>", ErrorKind::ServiceUnavailable);
    row("XML", 403, "<?xml version=\"1.0\"?><Error/>", ErrorKind::ServiceUnavailable, "application/xml");
    row("a type in upper case", 200, "", ErrorKind::ServiceUnavailable, "TEXT/HTML");
    row("401 envelope", 401, fixture("error_401_envelope.json"), ErrorKind::KeyRejected);
    row("401 detail", 401, fixture("error_401_detail.json"), ErrorKind::KeyRejected);
    row("401 without a body", 401, "", ErrorKind::KeyRejected);
    row("403 of another workspace", 403, fixture("error_403_workspace.json"), ErrorKind::AccessDenied);
    row("403 of the plan", 403, fixture("error_403_plan.json"), ErrorKind::AccessDenied);
    row("403 without a body", 403, "", ErrorKind::AccessDenied);
    row("404", 404, fixture("error_404.json"), ErrorKind::WorkspaceNotFound);
    row("410", 410, fixture("error_404.json"), ErrorKind::WorkspaceNotFound);
    row("429", 429, fixture("error_429.json"), ErrorKind::Throttled);
    row("500", 500, fixture("error_500.json"), ErrorKind::ServiceUnavailable);
    for (const int status : {408, 501, 502, 503, 504, 520, 599}) {
        QTest::addRow("%d without a body", status)
            << status << QByteArray() << QByteArray() << errorKindName(ErrorKind::ServiceUnavailable);
    }
    row("407", 407, "", ErrorKind::ProxyFailed);
    row("422", 422, fixture("error_422.json"), ErrorKind::UnexpectedAnswer);
    for (const int status :
        {0, 201, 204, 206, 300, 301, 302, 303, 304, 307, 308, 400, 405, 409, 418, 422, 451, 600}) {
        QTest::addRow("%d without a body", status) << status << QByteArray("application/json") << QByteArray()
                                                   << errorKindName(ErrorKind::UnexpectedAnswer);
    }
}

void TestReplyClassifier::classifiesAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    const auto error = classifyReply(answer(status, body, contentType), kNow);
    QVERIFY(error);
    QCOMPARE(errorKindName(error->kind), kind);
    QCOMPARE(error->httpStatus, status);
    QVERIFY(!error->detail.isEmpty());
    if (body.startsWith('<') && error->kind == ErrorKind::ServiceUnavailable) {
        QVERIFY2(error->detail.contains(QStringLiteral("sign-in page")), qPrintable(error->detail));
        QVERIFY2(!error->detail.contains(u'<'), qPrintable(error->detail));
    }
}

void TestReplyClassifier::classifiesFailures_data()
{
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* name, TransportFailure failure, int status, ErrorKind kind) {
        QTest::newRow(name) << static_cast<int>(failure) << status << errorKindName(kind);
    };
    row("cancelled", TransportFailure::Cancelled, 0, ErrorKind::Cancelled);
    row("cancelled in the middle", TransportFailure::Cancelled, 401, ErrorKind::Cancelled);
    row("name not found", TransportFailure::NameNotFound, 0, ErrorKind::Offline);
    row("refused", TransportFailure::Refused, 0, ErrorKind::ServiceUnavailable);
    row("reset", TransportFailure::Reset, 0, ErrorKind::ServiceUnavailable);
    row("reset in the middle", TransportFailure::Reset, 200, ErrorKind::ServiceUnavailable);
    row("timed out", TransportFailure::TimedOut, 0, ErrorKind::ServiceUnavailable);
    row("timed out in the middle", TransportFailure::TimedOut, 200, ErrorKind::ServiceUnavailable);
    row("proxy", TransportFailure::Proxy, 0, ErrorKind::ProxyFailed);
    row("proxy that wants a password", TransportFailure::Proxy, 407, ErrorKind::ProxyFailed);
    row("tls", TransportFailure::Tls, 0, ErrorKind::TlsFailed);
    row("too large", TransportFailure::TooLarge, 200, ErrorKind::UnexpectedAnswer);
    row("other", TransportFailure::Other, 0, ErrorKind::ServiceUnavailable);
    row("a refused key whose explanation was cut off", TransportFailure::Reset, 401, ErrorKind::KeyRejected);
    row("a throttle whose explanation is endless", TransportFailure::TooLarge, 429, ErrorKind::Throttled);
}

void TestReplyClassifier::classifiesFailures()
{
    QFETCH(int, failure);
    QFETCH(int, status);
    QFETCH(QString, kind);
    TransportReply reply = answer(status, "{\"data\":[");
    reply.failure = static_cast<TransportFailure>(failure);
    reply.failureText = QStringLiteral("what the stack said");
    const auto error = classifyReply(reply, kNow);
    QVERIFY(error);
    QCOMPARE(errorKindName(error->kind), kind);
    QCOMPARE(error->httpStatus, status);
    QVERIFY(!error->detail.isEmpty());
}

void TestReplyClassifier::aWholeGoodAnswerIsNoError()
{
    QVERIFY(!classifyReply(answer(200, "{\"data\":[],\"has_more\":false}"), kNow));
    QVERIFY(!classifyReply(answer(200, "{}", ""), kNow));
    QVERIFY(!classifyReply(answer(200, "", "application/json"), kNow)); // the decoder calls this truncated
    QVERIFY(!classifyReply(answer(200, "{\"detail\":\"Missing scopes: a\"}"), kNow));
}

void TestReplyClassifier::takesTheFirstSentence_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char* name, const QByteArray& body, const char* detail) {
        QTest::newRow(name) << body << QString::fromUtf8(detail);
    };
    row("error.message", fixture("error_401_envelope.json"), "The provided key is not valid.");
    row("detail", fixture("error_401_detail.json"), "Unauthorized");
    row("detail.code", fixture("error_403_workspace.json"), "invalid_workspace_selected");
    row("detail.message before detail.code", R"({"detail":{"code":"c","message":"m"}})", "m");
    row("detail[0].msg with its place", fixture("error_422.json"),
        "query.limit: Input should be less than or equal to 30000");
    row("detail[0].msg without a place", R"({"detail":[{"msg":"m"}]})", "m");
    row("detail[0] with an index in its place", R"({"detail":[{"msg":"m","loc":["body",3,"x"]}]})",
        "body.3.x: m");
    row("message", R"({"message":"m"})", "m");
    row("error.message before the others", R"({"message":"m","detail":"d","error":{"message":"e"}})", "e");
    row("detail before message", R"({"message":"m","detail":"d"})", "d");
    row("an empty message is none", R"({"error":{"message":""},"detail":"d"})", "d");
    row("error as a text", R"({"error":"e"})", "e");
    row("plain text", "  upstream\r\nconnect   error ", "upstream connect error");
    row("JSON without a sentence says nothing", R"({"data":[{"prompt":"canary"}]})",
        "HTTP 418 without an explanation");
    row("a JSON list says nothing", R"(["canary"])", "HTTP 418 without an explanation");
    row("an empty body", "", "HTTP 418 without an explanation");
    row("members of the wrong type", R"({"error":{"message":7},"detail":[],"message":{}})",
        "HTTP 418 without an explanation");
}

void TestReplyClassifier::takesTheFirstSentence()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const auto error = classifyReply(answer(418, body), kNow);
    QVERIFY(error);
    QCOMPARE(error->detail, detail);
}

void TestReplyClassifier::masksAndCutsWhatTheServerSays()
{
    const QByteArray key = "sk-test-Zx8Qw7Er6Ty5Ui4Op3As2Df1";
    const auto error = classifyReply(
        answer(401, "{\"error\":{\"message\":\"Incorrect API key provided: " + key + ".\\u0007 <b>x</b>\"}}"),
        kNow);
    QVERIFY(error);
    QVERIFY2(!error->detail.contains(QString::fromLatin1(key.mid(3, 12))), qPrintable(error->detail));
    QVERIFY(!error->detail.contains(QChar(7)));

    const auto longText
        = classifyReply(answer(500, QByteArray("word ").repeated(100'000), "text/plain"), kNow);
    QVERIFY(longText);
    QVERIFY(longText->detail.size() <= 300);
}

void TestReplyClassifier::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("seconds"); // -1 = none
    const auto row = [](const char* text, qint64 seconds) {
        QTest::addRow("'%s'", text) << QByteArray(text) << seconds;
    };
    row("5", 5);
    row(" 5 ", 5);
    row("0", 0);
    row("+7", 7);
    row("-30", 0);
    row("604800", 604'800);
    row("604801", 604'800);
    row("99999999999", 604'800);
    row("999999999999999999999999", 604'800);
    row("-999999999999999999999999", 0);
    row("Sun, 22 Nov 2026 12:00:45 GMT", 45);
    row("Sunday, 22-Nov-26 12:00:45 GMT", 45);
    row("Sun Nov 22 12:00:45 2026", 45);
    row("Sun, 22 Nov 2026 11:59:00 GMT", 0);
    row("Thu, 22 Nov 2096 12:00:00 GMT", 604'800);
    for (const char* text : {"", "soon", "5s", "1.5", "1e3", "0x10", "--5", "Sun, 22 Nov 2026 12:00:45 CET",
             "22 Nov 2026", "Sun, 31 Nov 2026 12:00:45 GMT"}) {
        row(text, -1);
    }
}

void TestReplyClassifier::readsRetryAfter()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, seconds);
    TransportReply reply = answer(429, fixture("error_429.json"));
    reply.retryAfter = text;
    const auto error = classifyReply(reply, kNow);
    QVERIFY(error);
    QCOMPARE(error->retryAfter.has_value(), seconds >= 0);
    QCOMPARE(error->retryAfter.value_or(-1s).count(), seconds);
}

void TestReplyClassifier::retryAfterCountsFromTheAnswersOwnDate()
{
    TransportReply reply = answer(503, "");
    reply.retryAfter = "Sun, 22 Nov 2026 15:00:30 GMT";
    reply.date = "Sun, 22 Nov 2026 15:00:00 GMT"; // its clock is three hours ahead of ours
    QVERIFY(classifyReply(reply, kNow)->retryAfter == 30s);
    reply.date = "nonsense";
    QVERIFY(classifyReply(reply, kNow)->retryAfter == 3h + 30s);
}

void TestReplyClassifier::retryAfterBelongsTo429And503()
{
    for (const int status : {401, 403, 404, 422, 500, 502}) {
        TransportReply reply = answer(status, "");
        reply.retryAfter = "5";
        QVERIFY2(!classifyReply(reply, kNow)->retryAfter, qPrintable(QString::number(status)));
    }
    TransportReply page = answer(503, "<html>", "text/html");
    page.retryAfter = "5";
    QVERIFY(classifyReply(page, kNow)->retryAfter == 5s);
}

void TestReplyClassifier::blamesParameters_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<bool>("isBlamed");
    const auto row
        = [](const char* name, int status, const QByteArray& body, const char* parameter, bool isBlamed) {
              QTest::newRow(name) << status << body << QByteArray(parameter) << isBlamed;
          };
    const QByteArray list = fixture("error_422.json");
    row("first of a list", 422, list, "limit", true);
    row("second of a list", 422, list, "workspace_id", true);
    row("not in the list", 422, list, "page", false);
    row("with 400", 400, list, "limit", true);
    row("not with 404", 404, list, "limit", false);
    row("not with 500", 500, list, "limit", false);
    row("error.param", 400, R"({"error":{"message":"Invalid value","param":"start_time"}})", "start_time",
        true);
    row("error.param rules over words", 400, R"({"error":{"message":"the limit","param":"page"}})", "limit",
        false);
    row("loc rules over words", 422, R"({"detail":[{"loc":["query","page"],"msg":"limit"}]})", "limit",
        false);
    row("a word in the detail", 422, R"({"detail":"limit must be at most 1000"})", "limit", true);
    row("a word in quotes", 422, R"({"detail":"'limit' is too large"})", "limit", true);
    row("a word with capitals", 422, R"({"detail":"Limit is too large"})", "limit", true);
    row("part of a word", 422, R"({"detail":"you are limited"})", "limit", false);
    row("part of a name", 422, R"({"detail":"rate_limit exceeded"})", "limit", false);
    row("start_time is not time", 422, R"({"detail":"start_time too early"})", "end_time", false);
    row("a cursor is the page", 400, R"({"detail":"Invalid cursor"})", "page", true);
    row("a cursor is not the limit", 400, R"({"detail":"Invalid cursor"})", "limit", false);
    row("plain text", 400, "bad page parameter", "page", true);
    row("a web page", 400, "<html><title>page not found</title>", "page", false);
    row("nothing", 400, "", "page", false);
    row("odd members", 422, R"({"detail":[7,{"loc":"limit"},{"loc":[]},{"loc":[1]}],"error":"x"})", "limit",
        false);
}

void TestReplyClassifier::blamesParameters()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, parameter);
    QFETCH(bool, isBlamed);
    QCOMPARE(blamesParameter(answer(status, body), parameter), isBlamed);
}

void TestReplyClassifier::recognisesABodyThatIsTooLarge()
{
    TransportReply reply = answer(200, "{");
    reply.failure = TransportFailure::TooLarge;
    QVERIFY(isBodyTooLarge(*classifyReply(reply, kNow)));
    QCOMPARE(classifyReply(reply, kNow)->subject, QStringLiteral("body_size"));
    QVERIFY(!isBodyTooLarge(*classifyReply(answer(422, fixture("error_422.json")), kNow)));
}

void TestReplyClassifier::retriesOnlyWhatCanHelp()
{
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
        const auto errorKind = static_cast<ErrorKind>(kind);
        const bool expected = errorKind == ErrorKind::Throttled || errorKind == ErrorKind::ServiceUnavailable
            || errorKind == ErrorKind::Offline;
        QVERIFY2(isRetried(errorKind) == expected, qPrintable(errorKindName(errorKind)));
        QVERIFY2(policyWith(0.5).delayAfter(1, errorOf(errorKind)).has_value() == expected,
            qPrintable(errorKindName(errorKind)));
    }
}

void TestReplyClassifier::waitsLongerEachTime()
{
    RetryPolicy policy = policyWith(1.0);
    policy.tries = 9;
    const std::array expected{1s, 2s, 4s, 8s, 16s, 30s, 30s, 30s};
    for (int attempt = 1; attempt <= 8; ++attempt) {
        QVERIFY(policy.delayAfter(attempt, errorOf(ErrorKind::ServiceUnavailable))
            == expected[static_cast<std::size_t>(attempt - 1)]);
    }
    QVERIFY(!policy.delayAfter(9, errorOf(ErrorKind::ServiceUnavailable)));
    QVERIFY(policyWith(1.0).delayAfter(4, errorOf(ErrorKind::ServiceUnavailable)));
    QVERIFY(!policyWith(1.0).delayAfter(5, errorOf(ErrorKind::ServiceUnavailable)));
    policy.tries = 1'000'000;
    QVERIFY(policy.delayAfter(999'999, errorOf(ErrorKind::ServiceUnavailable)) == 30s);
}

void TestReplyClassifier::jitterIsFull()
{
    QVERIFY(policyWith(0.0).delayAfter(3, errorOf(ErrorKind::ServiceUnavailable)) == 0s);
    QVERIFY(policyWith(0.25).delayAfter(3, errorOf(ErrorKind::ServiceUnavailable)) == 1s);
    QVERIFY(policyWith(0.5).delayAfter(3, errorOf(ErrorKind::ServiceUnavailable)) == 2s);
}

void TestReplyClassifier::neverWaitsLessThanAsked()
{
    QVERIFY(policyWith(0.0).delayAfter(1, errorOf(ErrorKind::Throttled, 5s)) == 5s);
    QVERIFY(policyWith(1.0).delayAfter(4, errorOf(ErrorKind::Throttled, 5s)) == 8s);
    QVERIFY(policyWith(0.0).delayAfter(1, errorOf(ErrorKind::Throttled, 60s)) == 60s);
    QVERIFY(policyWith(0.0).delayAfter(1, errorOf(ErrorKind::Throttled, 0s)) == 0s);
}

void TestReplyClassifier::givesUpWhenAskedToWaitTooLong()
{
    QVERIFY(!policyWith(0.0).delayAfter(1, errorOf(ErrorKind::Throttled, 61s)));
    QVERIFY(!policyWith(0.0).delayAfter(1, errorOf(ErrorKind::ServiceUnavailable, 24h)));
}

void TestReplyClassifier::theDefaultRandomStaysInItsRange()
{
    const RetryPolicy policy;
    for (int i = 0; i < 1'000; ++i) {
        const double value = policy.random();
        QVERIFY(value >= 0.0 && value < 1.0);
        const auto delay = policy.delayAfter(2, errorOf(ErrorKind::Offline));
        QVERIFY(delay && *delay >= 0ms && *delay < 2s);
    }
}

QTEST_GUILESS_MAIN(TestReplyClassifier)
#include "tst_reply_classifier.moc"
