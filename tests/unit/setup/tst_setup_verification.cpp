// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "setup/Verification.h"
#include "support/TestCase.h"

#include <optional>

using namespace app::setup;
using app::core::ErrorKind;

namespace {

struct Answer
{
    std::optional<ErrorKind> kind; ///< nullopt = 200
    int status = 200;
};

app::sync::AccessReport report(Answer usage, Answer reviews, Answer responses)
{
    app::sync::AccessReport out;
    out.day = *app::core::UtcDay::fromIso(u"2026-11-20");
    const Answer answers[] = {usage, reviews, responses};
    for (std::size_t i = 0; i < 3; ++i) {
        out.endpoints[i].endpoint = app::api::kEndpoints[i];
        out.endpoints[i].rows = answers[i].kind ? 0 : 1;
        if (answers[i].kind) {
            app::core::Error error;
            error.kind = *answers[i].kind;
            error.httpStatus = answers[i].status;
            out.endpoints[i].error = error;
        }
    }
    return out;
}

app::sync::AccessReport everywhere(ErrorKind kind, int status)
{
    return report({kind, status}, {kind, status}, {kind, status});
}

} // namespace

class TestSetupVerification : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void concludesFromTheAnswers_data();
    void concludesFromTheAnswers();
    void keepsWhatEachEndpointSaid();
    void startsWithoutAnyFinding();
};

void TestSetupVerification::concludesFromTheAnswers_data()
{
    using Outcome = Verification::Outcome;
    QTest::addColumn<app::sync::AccessReport>("answers");
    QTest::addColumn<Verification::Outcome>("outcome");
    QTest::addColumn<CheckState>("connection");
    QTest::addColumn<CheckState>("key");
    QTest::addColumn<CheckState>("scope");
    const auto P = CheckState::Passed;
    const auto F = CheckState::Failed;
    const auto W = CheckState::Waiting;
    const auto U = CheckState::Unknown;

    QTest::newRow("everything can be read") << report({}, {}, {}) << Outcome::Passed << P << P << P;
    QTest::newRow("the scope is missing")
        << everywhere(ErrorKind::ScopeMissing, 403) << Outcome::WaitingForScope << P << P << W;
    QTest::newRow("the key is rejected")
        << everywhere(ErrorKind::KeyRejected, 401) << Outcome::Failed << P << F << U;
    QTest::newRow("access is denied")
        << everywhere(ErrorKind::AccessDenied, 403) << Outcome::Failed << P << P << U;
    QTest::newRow("the workspace is unknown")
        << everywhere(ErrorKind::WorkspaceNotFound, 404) << Outcome::Failed << P << U << U;
    QTest::newRow("the service moved")
        << everywhere(ErrorKind::ServiceMoved, 410) << Outcome::Failed << P << U << U;
    QTest::newRow("throttled") << everywhere(ErrorKind::Throttled, 429) << Outcome::Failed << P << U << U;
    QTest::newRow("server trouble") << everywhere(ErrorKind::ServiceUnavailable, 503) << Outcome::Failed << P
                                    << U << U;
    QTest::newRow("nobody answered") << everywhere(ErrorKind::ServiceUnavailable, 0) << Outcome::Failed << F
                                     << U << U;
    QTest::newRow("a sign-in page answered")
        << everywhere(ErrorKind::ServiceUnavailable, 200) << Outcome::Failed << F << U << U;
    QTest::newRow("a redirect answered")
        << everywhere(ErrorKind::UnexpectedAnswer, 302) << Outcome::Failed << F << U << U;
    QTest::newRow("no network") << everywhere(ErrorKind::Offline, 0) << Outcome::Failed << F << U << U;
    QTest::newRow("the proxy failed")
        << everywhere(ErrorKind::ProxyFailed, 0) << Outcome::Failed << F << U << U;
    QTest::newRow("no trustworthy connection")
        << everywhere(ErrorKind::TlsFailed, 0) << Outcome::Failed << F << U << U;
    QTest::newRow("only the reviews fail")
        << report({}, {ErrorKind::ServiceUnavailable, 500}, {}) << Outcome::Partial << P << P << P;
    QTest::newRow("only usage fails")
        << report({ErrorKind::ServiceUnavailable, 500}, {}, {}) << Outcome::Failed << P << P << P;
    QTest::newRow("only the reviews lack the scope")
        << report({}, {ErrorKind::ScopeMissing, 403}, {ErrorKind::ScopeMissing, 403}) << Outcome::Partial << P
        << P << P;
    QTest::newRow("usage unreachable, reviews lack the scope") << report(
        {ErrorKind::ServiceUnavailable, 0}, {ErrorKind::ScopeMissing, 403}, {ErrorKind::ScopeMissing, 403})
                                                               << Outcome::Failed << P << P << W;
}

void TestSetupVerification::concludesFromTheAnswers()
{
    QFETCH(app::sync::AccessReport, answers);
    QFETCH(Verification::Outcome, outcome);
    QFETCH(CheckState, connection);
    QFETCH(CheckState, key);
    QFETCH(CheckState, scope);

    const Verification found = evaluate(answers, {}, std::chrono::milliseconds(4'200));

    QCOMPARE(found.outcome, outcome);
    QCOMPARE(found.row(Check::Connection).state, connection);
    QCOMPARE(found.row(Check::Key).state, key);
    QCOMPARE(found.row(Check::Scope).state, scope);
    QCOMPARE(found.mayContinue(), !answers.endpoints[0].error);
    for (const CheckRow& row : found.checks) {
        QCOMPARE(row.error.has_value(), row.state == CheckState::Failed || row.state == CheckState::Waiting);
    }
}

void TestSetupVerification::keepsWhatEachEndpointSaid()
{
    auto answers = report({}, {ErrorKind::AccessDenied, 403}, {ErrorKind::ServiceUnavailable, 500});
    answers.endpoints[0].duration = std::chrono::milliseconds(640);
    answers.endpoints[0].rows = 1;

    const Verification found = evaluate(answers, {}, std::chrono::milliseconds(1'000));

    QCOMPARE(found.row(Check::Usage).state, CheckState::Passed);
    QCOMPARE(found.row(Check::Usage).rows, std::int64_t{1});
    QCOMPARE(found.row(Check::Usage).duration->count(), 640);
    QCOMPARE(found.row(Check::CodeReviews).error->kind, ErrorKind::AccessDenied);
    QCOMPARE(found.row(Check::CodeReviewResponses).error->kind, ErrorKind::ServiceUnavailable);
    QCOMPARE(found.firstError->kind, ErrorKind::AccessDenied);
    QCOMPARE(found.day.toIso(), QStringLiteral("2026-11-20"));
}

void TestSetupVerification::startsWithoutAnyFinding()
{
    const Verification fresh;
    QVERIFY(!fresh.mayContinue());
    for (const CheckRow& row : fresh.checks) {
        QCOMPARE(row.state, CheckState::NotRun);
    }
    for (const CheckRow& row : Verification::running().checks) {
        QCOMPARE(row.state, CheckState::Running);
    }
}

QTEST_GUILESS_MAIN(TestSetupVerification)
#include "tst_setup_verification.moc"
