// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages/ErrorText.h"
#include "support/TestCase.h"

#include <QSet>
#include <QTranslator>

using namespace app::core;
using namespace app::messages;
using namespace std::chrono_literals;

namespace {

Error errorOf(ErrorKind kind, int status = 0, std::optional<std::chrono::seconds> retryAfter = std::nullopt)
{
    Error error;
    error.kind = kind;
    error.httpStatus = status;
    error.retryAfter = retryAfter;
    error.detail = QStringLiteral("detail-canary <b>");
    return error;
}

/// Marks everything that goes through it.
class MarkingTranslator final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        return qstrcmp(context, "app::messages::ErrorText") == 0
            ? QStringLiteral("¶") + QString::fromUtf8(source)
            : QString();
    }
};

} // namespace

class TestErrorText : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsText_data();
    void everyKindHasItsText();
    void noTwoKindsSayTheSame();
    void saysWhatMatters_data();
    void saysWhatMatters();
    void everythingIsTranslated();
    void aParagraphHoldsAllParts();
};

void TestErrorText::everyKindHasItsText_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
        QTest::newRow(qPrintable(errorKindName(static_cast<ErrorKind>(kind)))) << kind;
    }
}

void TestErrorText::everyKindHasItsText()
{
    QFETCH(int, kind);
    for (const int status : {0, 200, 302, 401, 422, 429, 503}) {
        for (const std::optional<std::chrono::seconds> wait :
            {std::optional<std::chrono::seconds>(), {61s}}) {
            const ErrorText text = describe(errorOf(static_cast<ErrorKind>(kind), status, wait));
            QVERIFY(!text.whatHappened.isEmpty());
            QVERIFY(!text.nextStep.isEmpty());
            QVERIFY2(text.nextStep.endsWith(u'.'), qPrintable(text.nextStep));
            const QString all = asParagraph(text);
            QVERIFY2(!all.contains(QStringLiteral("canary")), qPrintable(all)); // no text of the server
            QVERIFY2(!all.contains(u'<') && !all.contains(u'%'), qPrintable(all));
            for (const QString& cause : text.likelyCauses) {
                QVERIFY2(!cause.isEmpty() && !cause.endsWith(u'.'), qPrintable(cause));
            }
        }
    }
}

void TestErrorText::noTwoKindsSayTheSame()
{
    QSet<QString> sentences;
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
        const QString sentence = describe(errorOf(static_cast<ErrorKind>(kind))).whatHappened;
        QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
        sentences.insert(sentence);
    }
}

void TestErrorText::saysWhatMatters_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("retryAfter"); // -1 = none
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, ErrorKind kind, int status, int retryAfter, const char* part) {
        QTest::newRow(name) << static_cast<int>(kind) << status << retryAfter << QString::fromUtf8(part);
    };
    row("scope: it works", ErrorKind::ScopeMissing, 403, -1,
        "The key works, but it does not have the Codex analytics permission yet.");
    row("scope: how long", ErrorKind::ScopeMissing, 403, -1, "1 to 5 business days");
    row("scope: the other way", ErrorKind::ScopeMissing, 403, -1, "Codex analytics API: Read");
    row("rejected: complete?", ErrorKind::KeyRejected, 401, -1, "not copied completely");
    row("rejected: expired?", ErrorKind::KeyRejected, 401, -1, "expired");
    row("rejected: deleted", ErrorKind::KeyRejected, 401, -1, "a deleted key cannot be restored");
    row("denied: other organization", ErrorKind::AccessDenied, 403, -1, "another organization or workspace");
    row("denied: plan", ErrorKind::AccessDenied, 403, -1, "plan");
    row("denied: role", ErrorKind::AccessDenied, 403, -1, "creator of the key");
    row("denied: network", ErrorKind::AccessDenied, 403, -1, "allowed networks");
    row("not found: org id", ErrorKind::WorkspaceNotFound, 404, -1, "org-…");
    row("throttled: seconds", ErrorKind::Throttled, 429, 45, "Try again in 45 s;");
    row("throttled: at most 90 s", ErrorKind::Throttled, 429, 90, "Try again in 90 s;");
    row("throttled: minutes, rounded up", ErrorKind::Throttled, 429, 121, "Try again in 3 min;");
    row("throttled: just below an hour", ErrorKind::Throttled, 429, 3'540, "Try again in 59 min;");
    row("throttled: hours", ErrorKind::Throttled, 429, 7'500, "Try again in 2 h 5 min;");
    row("throttled: unknown", ErrorKind::Throttled, 429, -1, "in a few minutes");
    row("a page instead", ErrorKind::ServiceUnavailable, 200, -1,
        "a proxy or a sign-in page of your network");
    row("a page with 502", ErrorKind::ServiceUnavailable, 502, -1,
        "a proxy or a sign-in page of your network");
    row("its status", ErrorKind::ServiceUnavailable, 502, -1, "HTTP 502");
    row("no answer", ErrorKind::ServiceUnavailable, 0, -1, "did not answer");
    row("busy until", ErrorKind::ServiceUnavailable, 503, 30, "Try again in 30 s;");
    row("redirect", ErrorKind::UnexpectedAnswer, 302, -1, "the key is never sent elsewhere");
    row("refused request", ErrorKind::UnexpectedAnswer, 422, -1, "HTTP 422");
    row("not understood", ErrorKind::UnexpectedAnswer, 200, -1, "does not understand");
    row("moved", ErrorKind::ServiceMoved, 404, -1, "newer version of Threadcount");
    row("TLS: the key stayed here", ErrorKind::TlsFailed, 0, -1, "the key was not sent");
    row("too new: untouched", ErrorKind::StoreTooNew, 0, -1, "left untouched");
}

void TestErrorText::saysWhatMatters()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(int, retryAfter);
    QFETCH(QString, part);
    std::optional<std::chrono::seconds> wait;
    if (retryAfter >= 0) {
        wait = std::chrono::seconds(retryAfter);
    }
    const QString text = asParagraph(describe(errorOf(static_cast<ErrorKind>(kind), status, wait)));
    QVERIFY2(text.contains(part), qPrintable(text));
}

void TestErrorText::everythingIsTranslated()
{
    MarkingTranslator translator;
    QCoreApplication::installTranslator(&translator);
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
        for (const int status : {0, 200, 302, 422, 503}) {
            const ErrorText text = describe(errorOf(static_cast<ErrorKind>(kind), status, 45s));
            QVERIFY2(text.whatHappened.startsWith(u'¶'), qPrintable(text.whatHappened));
            QVERIFY2(text.nextStep.startsWith(u'¶'), qPrintable(text.nextStep));
            for (const QString& cause : text.likelyCauses) {
                QVERIFY2(cause.startsWith(u'¶'), qPrintable(cause));
            }
        }
    }
    QCoreApplication::removeTranslator(&translator);
}

void TestErrorText::aParagraphHoldsAllParts()
{
    QCOMPARE(asParagraph({QStringLiteral("It broke."), {QStringLiteral("this"), QStringLiteral("that")},
                 QStringLiteral("Mend it.")}),
        QStringLiteral("It broke. Likely causes: this; that. Mend it."));
    QCOMPARE(asParagraph({QStringLiteral("It broke."), {}, QStringLiteral("Mend it.")}),
        QStringLiteral("It broke. Mend it."));
    QCOMPARE(asParagraph({QStringLiteral("It broke."), {}, {}}), QStringLiteral("It broke."));
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_error_text.moc"
