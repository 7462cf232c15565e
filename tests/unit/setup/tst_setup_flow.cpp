// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "SetupFixtures.h"
#include "setup/NetworkSetup.h"
#include "support/TestCase.h"

#include <QCoroFuture>
#include <QPromise>
#include <QSignalSpy>

#include <deque>

using namespace app;
using namespace setup_fixtures;
using setup::KeychainState;
using setup::KeyProblem;
using setup::SetupFlow;
using setup::SetupStep;
using Outcome = setup::Verification::Outcome;

namespace {

/// Stands in for the network: each check waits until the test answers it.
class Checks
{
public:
    struct Asked
    {
        QPromise<sync::AccessReport> promise;
        QString workspace;
        QString keyHint;
        QNetworkProxy proxy;
        bool workedBefore = false;
        core::Cancellation* cancellation = nullptr;
        bool wasCancelled = false;
        bool isAnswered = false;
    };
    std::deque<std::shared_ptr<Asked>> asked;
    int underWay = 0;

    /// A check that nobody answered ends as a cancelled one does: with an answer that finds nobody.
    ~Checks()
    {
        for (std::size_t i = 0; i < asked.size(); ++i) {
            if (!asked[i]->isAnswered) {
                answer(i, core::ErrorKind::Cancelled, 0);
            }
        }
        QTRY_COMPARE(underWay, 0);
    }

    setup::AccessChecker checker()
    {
        return [this](sync::Connection connection, secrets::ApiKey used, const core::Clock&,
                   bool workedBefore, core::Cancellation* cancellation) {
            auto question = std::make_shared<Asked>();
            question->workspace = connection.workspace.toString();
            question->keyHint = used.redacted();
            question->proxy = connection.network.proxy;
            question->workedBefore = workedBefore;
            question->promise.start();
            QObject::connect(cancellation, &core::Cancellation::requested, cancellation,
                [question] { question->wasCancelled = true; });
            asked.push_back(question);
            return answered(&underWay, question->promise.future());
        };
    }
    void answer(std::size_t index, std::optional<core::ErrorKind> kind = {}, int status = 403)
    {
        sync::AccessReport report;
        for (std::size_t i = 0; i < report.endpoints.size(); ++i) {
            report.endpoints[i].endpoint = api::kEndpoints[i];
            if (kind) {
                core::Error error;
                error.kind = *kind;
                error.httpStatus = status;
                report.endpoints[i].error = error;
            }
        }
        answer(index, std::move(report));
    }
    void answer(std::size_t index, sync::AccessReport report)
    {
        asked.at(index)->isAnswered = true;
        asked.at(index)->promise.addResult(std::move(report));
        asked.at(index)->promise.finish();
    }

private:
    static QCoro::Task<sync::AccessReport> answered(int* underWay, QFuture<sync::AccessReport> future)
    {
        ++*underWay;
        sync::AccessReport report = co_await future;
        --*underWay;
        co_return report;
    }
};

/// A flow with everything around it.
class Bench
{
public:
    DataFixture data;
    support::FakeClock clock{core::Instant(std::chrono::hours(24 * 20'778 + 14))};
    RecordingSecretStore keychain;
    RecordingSecretStore session;
    secrets::ProxySecrets proxySecrets{secrets::ProxySecrets::Kept::ForThisSession};
    Checks checks;
    bool offersKeychain = true;
    std::chrono::milliseconds recheck = std::chrono::minutes(15);

    std::unique_ptr<SetupFlow> make()
    {
        setup::SetupServices services{data.folder()};
        services.clock = &clock;
        services.keychain = offersKeychain ? &keychain : nullptr;
        services.session = &session;
        services.proxySecrets = &proxySecrets;
        services.keychainNotOffered = QStringLiteral("This is the demo.");
        services.recheckInterval = recheck;
        services.checkAccess = checks.checker();
        return std::make_unique<SetupFlow>(std::move(services));
    }
    /// A flow that stands at Verify, its check asked and not answered.
    std::unique_ptr<SetupFlow> atVerify()
    {
        auto flow = make();
        flow->goNext();
        flow->goNext();
        flow->setWorkspaceId(workspace().toString());
        [&] { QCOMPARE(flow->acceptKey(keyText()), KeyProblem::None); }();
        flow->goNext();
        return flow;
    }
    std::unique_ptr<SetupFlow> atBackfill()
    {
        auto flow = atVerify();
        checks.answer(checks.asked.size() - 1);
        [&] { QTRY_COMPARE(flow->verification().outcome, Outcome::Passed); }();
        flow->goNext();
        return flow;
    }
};

} // namespace

class TestSetupFlow : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void goesThroughTheStepsAndBack();
    void staysAtKeyUntilBothFieldsAreGood();
    void probesTheKeychainOnceAtKey();
    void fallsBackToTheSessionWhenTheKeychainFails_data();
    void fallsBackToTheSessionWhenTheKeychainFails();
    void neverAsksAKeychainThatIsNotOffered();
    void verifiesWhatWasEntered();
    void changingTheInputMakesTheResultVoid_data();
    void changingTheInputMakesTheResultVoid();
    void dropsALateAnswer();
    void goingBackCancelsTheCheck();
    void goingBackAndForthKeepsAGoodResult();
    void aFailedCheckHoldsSetupBack();
    void aPartOfTheEndpointsIsEnough();
    void startBackfillCommits();
    void aFailedCommitCanBeRepeated();
    void keepCheckingCommitsAndAsksAgain();
    void theArrivedScopeOffersTheBackfill();
    void aRestartGoesOnWaiting();
    void aRestartAsksForASessionKey();
    void aRestartAfterTheCommitContinuesTheBackfill();
    void anotherWorkspaceReplacesTheWaitingOne();
    void savingRemembersTheStepWithoutTheKey_data();
    void savingRemembersTheStepWithoutTheKey();
    void savingAtWelcomeWritesNothing();
    void aPastedKeyInAnotherFieldIsNotSaved();
    void cancellingLeavesNothing_data();
    void cancellingLeavesNothing();
    void cancellingWhileWaitingTakesTheCommitBack();
    void knowsAWorkspaceThatWorkedBefore();
    void survivesItsEndDuringACheck();
    void prefillWorksWithoutAKeychain();
    void keepsFourCharactersOfTheKeyEnding();
    void anotherNetworkCountsAtOnceAndIsStoredWithTheCommit();
    void aNetworkThatCannotBeUsedSendsNothing();
    void offersFourChoicesOfDays();
};

void TestSetupFlow::goesThroughTheStepsAndBack()
{
    Bench bench;
    auto flow = bench.make();
    QCOMPARE(flow->step(), SetupStep::Welcome);
    QVERIFY(!flow->canGoBack());

    flow->goNext();
    QCOMPARE(flow->step(), SetupStep::Prepare);
    flow->goNext();
    QCOMPARE(flow->step(), SetupStep::Key);
    flow->goBack();
    flow->goBack();
    QCOMPARE(flow->step(), SetupStep::Welcome);
    flow->goBack();
    QCOMPARE(flow->step(), SetupStep::Welcome);
    QCOMPARE(bench.data.content(), QStringList());
}

void TestSetupFlow::staysAtKeyUntilBothFieldsAreGood()
{
    Bench bench;
    auto flow = bench.make();
    flow->goNext();
    flow->goNext();

    flow->goNext();
    QCOMPARE(flow->step(), SetupStep::Key);
    flow->setWorkspaceId(QStringLiteral("org-1"));
    QCOMPARE(flow->acceptKey(QString(QStringLiteral("Bearer ") + keyText())), KeyProblem::None);
    QVERIFY(!flow->canGoNext());
    flow->setWorkspaceId(workspace().toString());
    QVERIFY(flow->canGoNext());
    flow->discardKey();
    QVERIFY(!flow->canGoNext());
    QCOMPARE(flow->acceptKey(u"short"), KeyProblem::TooShort);
    QVERIFY(!flow->canGoNext());
}

void TestSetupFlow::probesTheKeychainOnceAtKey()
{
    Bench bench;
    auto flow = bench.make();
    QCOMPARE(flow->keychainState(), KeychainState::NotProbed);
    flow->goNext();
    QVERIFY(bench.keychain.calls.isEmpty());

    flow->goNext();
    QTRY_COMPARE(flow->keychainState(), KeychainState::Available);
    flow->goBack();
    flow->goNext();

    QCOMPARE(bench.keychain.calls, QStringList{QStringLiteral("probe")});
    QCOMPARE(flow->draft().keyLocation, settings::KeyLocation::Keychain);
}

void TestSetupFlow::fallsBackToTheSessionWhenTheKeychainFails_data()
{
    QTest::addColumn<core::ErrorKind>("kind");
    QTest::addColumn<KeychainState>("state");
    QTest::newRow("locked") << core::ErrorKind::KeychainLocked << KeychainState::Locked;
    QTest::newRow("not there") << core::ErrorKind::KeychainUnavailable << KeychainState::Unavailable;
    QTest::newRow("denied") << core::ErrorKind::KeychainDenied << KeychainState::Unavailable;
    QTest::newRow("silent") << core::ErrorKind::KeychainSilent << KeychainState::Unavailable;
}

void TestSetupFlow::fallsBackToTheSessionWhenTheKeychainFails()
{
    QFETCH(core::ErrorKind, kind);
    QFETCH(KeychainState, state);
    Bench bench;
    bench.keychain.failProbe = kind;
    auto flow = bench.make();
    flow->goNext();
    flow->goNext();

    QTRY_COMPARE(flow->keychainState(), state);
    QCOMPARE(flow->keychainError()->kind, kind);
    QCOMPARE(flow->draft().keyLocation, settings::KeyLocation::Session);

    bench.keychain.failProbe.reset();
    flow->probeKeychain();
    QTRY_COMPARE(flow->keychainState(), KeychainState::Available);
    QVERIFY(!flow->keychainError());
}

void TestSetupFlow::neverAsksAKeychainThatIsNotOffered()
{
    Bench bench;
    bench.offersKeychain = false;
    auto flow = bench.atBackfill();
    QSignalSpy committed(flow.get(), &SetupFlow::committed);

    QCOMPARE(flow->keychainState(), KeychainState::NotOffered);
    QCOMPARE(flow->keychainNotOffered(), QStringLiteral("This is the demo."));
    flow->setKeyLocation(settings::KeyLocation::Keychain);
    QCOMPARE(flow->draft().keyLocation, settings::KeyLocation::Session);
    flow->startBackfill();

    QTRY_COMPARE(committed.count(), 1);
    QVERIFY(bench.keychain.calls.isEmpty());
    QCOMPARE(bench.session.keptHint(), QStringLiteral("\u2026WXYZ"));
    QCOMPARE(bench.data.settings().find(workspace())->keyLocation, settings::KeyLocation::Session);
}

void TestSetupFlow::verifiesWhatWasEntered()
{
    Bench bench;
    auto flow = bench.atVerify();

    QCOMPARE(flow->step(), SetupStep::Verify);
    QCOMPARE(flow->verification().outcome, Outcome::Running);
    QCOMPARE(bench.checks.asked.size(), std::size_t{1});
    QCOMPARE(bench.checks.asked[0]->workspace, workspace().toString());
    QCOMPARE(bench.checks.asked[0]->keyHint, QStringLiteral("\u2026WXYZ"));
    QVERIFY(!bench.checks.asked[0]->workedBefore);
    QVERIFY(!flow->canGoNext());

    bench.clock.advance(std::chrono::milliseconds(4'200));
    bench.checks.answer(0);
    QTRY_COMPARE(flow->verification().outcome, Outcome::Passed);
    QCOMPARE(flow->verification().total.count(), 4'200);
    QVERIFY(flow->canGoNext());
    QCOMPARE(bench.data.content(), QStringList());
}

void TestSetupFlow::changingTheInputMakesTheResultVoid_data()
{
    QTest::addColumn<bool>("key");
    QTest::newRow("the workspace id") << false;
    QTest::newRow("the key") << true;
}

void TestSetupFlow::changingTheInputMakesTheResultVoid()
{
    QFETCH(bool, key);
    Bench bench;
    auto flow = bench.atVerify();
    bench.checks.answer(0);
    QTRY_COMPARE(flow->verification().outcome, Outcome::Passed);

    flow->goBack();
    if (key) {
        QCOMPARE(flow->acceptKey(u"sk-test-another-key-ABCD"), KeyProblem::None);
    } else {
        flow->setWorkspaceId(otherWorkspace().toString());
    }
    QCOMPARE(flow->verification().outcome, Outcome::NotRun);
    flow->goNext();

    QCOMPARE(flow->verification().outcome, Outcome::Running);
    QCOMPARE(bench.checks.asked.size(), std::size_t{2});
    QCOMPARE(
        bench.checks.asked[1]->keyHint, key ? QStringLiteral("\u2026ABCD") : QStringLiteral("\u2026WXYZ"));
}

void TestSetupFlow::dropsALateAnswer()
{
    Bench bench;
    auto flow = bench.atVerify();
    flow->goBack();
    flow->setWorkspaceId(otherWorkspace().toString());
    flow->goNext();
    QCOMPARE(bench.checks.asked.size(), std::size_t{2});

    bench.checks.answer(1, core::ErrorKind::AccessDenied);
    QTRY_COMPARE(flow->verification().outcome, Outcome::Failed);
    bench.checks.answer(0); // says that the first workspace can be read
    QTRY_COMPARE(bench.checks.underWay, 0);

    QCOMPARE(flow->verification().outcome, Outcome::Failed);
    QCOMPARE(flow->checksSoFar(), 1);
}

void TestSetupFlow::goingBackCancelsTheCheck()
{
    Bench bench;
    auto flow = bench.atVerify();

    flow->goBack();

    QVERIFY(bench.checks.asked[0]->wasCancelled);
    QCOMPARE(flow->verification().outcome, Outcome::NotRun);
    bench.checks.answer(0, core::ErrorKind::Cancelled, 0);
    QTRY_COMPARE(bench.checks.underWay, 0);
    QCOMPARE(flow->verification().outcome, Outcome::NotRun);
    QVERIFY(flow->draft().key.has_value());
}

void TestSetupFlow::goingBackAndForthKeepsAGoodResult()
{
    Bench bench;
    auto flow = bench.atBackfill();

    flow->goBack();
    flow->goBack();
    QCOMPARE(flow->step(), SetupStep::Key);
    flow->goNext();
    QCOMPARE(flow->step(), SetupStep::Verify);

    QCOMPARE(flow->verification().outcome, Outcome::Passed);
    QCOMPARE(bench.checks.asked.size(), std::size_t{1});
}

void TestSetupFlow::aFailedCheckHoldsSetupBack()
{
    Bench bench;
    auto flow = bench.atVerify();
    bench.checks.answer(0, core::ErrorKind::KeyRejected, 401);
    QTRY_COMPARE(flow->verification().outcome, Outcome::Failed);

    flow->goNext();
    QCOMPARE(flow->step(), SetupStep::Verify);
    flow->keepChecking(); // only for a missing scope
    flow->startBackfill();
    QVERIFY(!flow->isCommitting());
    QCOMPARE(bench.data.content(), QStringList());
}

void TestSetupFlow::aPartOfTheEndpointsIsEnough()
{
    Bench bench;
    auto flow = bench.atVerify();
    sync::AccessReport report;
    for (std::size_t i = 0; i < report.endpoints.size(); ++i) {
        report.endpoints[i].endpoint = api::kEndpoints[i];
    }
    report.endpoints[2].error = core::Error{core::ErrorKind::ServiceUnavailable, 503, {}, {}, {}};
    bench.checks.answer(0, std::move(report));

    QTRY_COMPARE(flow->verification().outcome, Outcome::Partial);
    flow->goNext();
    QCOMPARE(flow->step(), SetupStep::Backfill);
}

void TestSetupFlow::startBackfillCommits()
{
    Bench bench;
    auto flow = bench.atBackfill();
    QSignalSpy committed(flow.get(), &SetupFlow::committed);
    flow->setBackfillDays(90);
    QCOMPARE(bench.data.content(), QStringList());

    flow->startBackfill();
    QVERIFY(flow->isCommitting());
    QVERIFY(!flow->canGoBack());
    flow->startBackfill(); // a second press changes nothing

    QTRY_COMPARE(committed.count(), 1);
    QVERIFY(flow->isCommitted());
    QVERIFY(!flow->canGoBack());
    QVERIFY(!flow->draft().key); // the store has it
    QCOMPARE(bench.keychain.keptHint(), QStringLiteral("\u2026WXYZ"));
    QCOMPARE(bench.data.settings().backfillDays, 90);
    flow->finish();
    QCOMPARE(flow->step(), SetupStep::Done);
    QVERIFY(flow->leaveForDashboards());
    QVERIFY(bench.data.settings().find(workspace())->setupFinished);
    QVERIFY(!flow->canSave());
    flow->cancelSetup(); // too late
    QVERIFY(bench.data.settings().find(workspace()));
}

void TestSetupFlow::aFailedCommitCanBeRepeated()
{
    Bench bench;
    auto flow = bench.atBackfill();
    QSignalSpy committed(flow.get(), &SetupFlow::committed);
    QSignalSpy failed(flow.get(), &SetupFlow::commitFailed);
    bench.keychain.failWrite = core::ErrorKind::KeychainDenied;

    flow->startBackfill();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].value<core::Error>().kind, core::ErrorKind::KeychainDenied);
    QVERIFY(!flow->isCommitted());
    QVERIFY(flow->draft().key.has_value());
    QCOMPARE(bench.data.content(), QStringList());

    bench.keychain.failWrite.reset();
    flow->startBackfill();
    QTRY_COMPARE(committed.count(), 1);
}

void TestSetupFlow::keepCheckingCommitsAndAsksAgain()
{
    Bench bench;
    bench.recheck = std::chrono::milliseconds(20);
    auto flow = bench.atVerify();
    bench.checks.answer(0, core::ErrorKind::ScopeMissing);
    QTRY_COMPARE(flow->verification().outcome, Outcome::WaitingForScope);
    QVERIFY(!flow->isWaitingForScope());
    QVERIFY(!flow->nextCheckAt());

    flow->keepChecking();
    QTRY_VERIFY(flow->isWaitingForScope());
    QVERIFY(!flow->isCommitted());
    QVERIFY(!flow->canSave()); // it is saved already
    QVERIFY(bench.data.settings().find(workspace())->waitingForScope);

    QTRY_COMPARE(bench.checks.asked.size(), std::size_t{2});
    bench.checks.answer(1, core::ErrorKind::ScopeMissing);
    QTRY_COMPARE(bench.checks.asked.size(), std::size_t{3});
    // Trouble on the way does not end the waiting.
    bench.checks.answer(2, core::ErrorKind::Offline, 0);
    QTRY_COMPARE(bench.checks.asked.size(), std::size_t{4});
    QCOMPARE(flow->checksSoFar(), 3);
}

void TestSetupFlow::theArrivedScopeOffersTheBackfill()
{
    Bench bench;
    auto flow = bench.atVerify();
    bench.checks.answer(0, core::ErrorKind::ScopeMissing);
    QTRY_COMPARE(flow->verification().outcome, Outcome::WaitingForScope);
    flow->keepChecking();
    QTRY_VERIFY(flow->isWaitingForScope());
    QVERIFY(flow->nextCheckAt() == bench.clock.now() + std::chrono::minutes(15));
    QSignalSpy arrived(flow.get(), &SetupFlow::scopeArrived);
    QSignalSpy committed(flow.get(), &SetupFlow::committed);

    flow->verify(); // Check now
    bench.checks.answer(1);
    QTRY_COMPARE(arrived.count(), 1);
    QCOMPARE(flow->step(), SetupStep::Backfill);
    flow->startBackfill();

    QTRY_COMPARE(committed.count(), 1);
    QVERIFY(!flow->isWaitingForScope());
    QVERIFY(!bench.data.settings().find(workspace())->waitingForScope);
}

void TestSetupFlow::aRestartGoesOnWaiting()
{
    Bench bench;
    {
        auto flow = bench.atVerify();
        bench.checks.answer(0, core::ErrorKind::ScopeMissing);
        QTRY_COMPARE(flow->verification().outcome, Outcome::WaitingForScope);
        flow->keepChecking();
        QTRY_VERIFY(flow->isWaitingForScope());
    }
    auto flow = bench.make();

    QCOMPARE(flow->resume(), SetupFlow::Resumed::WaitingForScope);
    QCOMPARE(flow->step(), SetupStep::Verify);
    QTRY_COMPARE(bench.checks.asked.size(), std::size_t{2});
    QCOMPARE(bench.checks.asked[1]->keyHint, QStringLiteral("\u2026WXYZ"));
    bench.checks.answer(1);
    QTRY_COMPARE(flow->step(), SetupStep::Backfill);
}

void TestSetupFlow::aRestartAsksForASessionKey()
{
    Bench bench;
    {
        auto flow = bench.atVerify();
        flow->setKeyLocation(settings::KeyLocation::Session);
        bench.checks.answer(0, core::ErrorKind::ScopeMissing);
        QTRY_COMPARE(flow->verification().outcome, Outcome::WaitingForScope);
        flow->keepChecking();
        QTRY_VERIFY(flow->isWaitingForScope());
    }
    RecordingSecretStore newSession; // a new process remembers no session key
    setup::SetupServices services{bench.data.folder()};
    services.clock = &bench.clock;
    services.keychain = &bench.keychain;
    services.session = &newSession;
    services.checkAccess = bench.checks.checker();
    SetupFlow flow(std::move(services));

    QCOMPARE(flow.resume(), SetupFlow::Resumed::WaitingForScope);

    QTRY_COMPARE(flow.step(), SetupStep::Key);
    QCOMPARE(flow.draft().workspaceId, workspace().toString());
    QCOMPARE(flow.draft().keyLocation, settings::KeyLocation::Session);
    QVERIFY(!flow.draft().key);
}

void TestSetupFlow::aRestartAfterTheCommitContinuesTheBackfill()
{
    Bench bench;
    {
        auto flow = bench.atBackfill();
        QSignalSpy committed(flow.get(), &SetupFlow::committed);
        flow->setBackfillDays(60);
        flow->startBackfill();
        QTRY_COMPARE(committed.count(), 1);
    }
    auto flow = bench.make();

    QCOMPARE(flow->resume(), SetupFlow::Resumed::Backfill);

    QCOMPARE(flow->step(), SetupStep::Backfill);
    QVERIFY(flow->isCommitted());
    QCOMPARE(flow->draft().backfillDays, 60);
    QVERIFY(flow->leaveForDashboards());
    QCOMPARE(bench.make()->resume(), SetupFlow::Resumed::Nothing);
}

void TestSetupFlow::anotherWorkspaceReplacesTheWaitingOne()
{
    Bench bench;
    auto flow = bench.atVerify();
    bench.checks.answer(0, core::ErrorKind::ScopeMissing);
    QTRY_COMPARE(flow->verification().outcome, Outcome::WaitingForScope);
    flow->keepChecking();
    QTRY_VERIFY(flow->isWaitingForScope());

    flow->goBack();
    flow->setWorkspaceId(otherWorkspace().toString());
    flow->goNext();
    bench.checks.answer(1);
    QTRY_COMPARE(flow->step(), SetupStep::Backfill);
    QSignalSpy committed(flow.get(), &SetupFlow::committed);
    flow->startBackfill();

    QTRY_COMPARE(committed.count(), 1);
    QVERIFY(bench.data.settings().find(otherWorkspace()));
    QVERIFY(!bench.data.settings().find(workspace()));
    QCOMPARE(bench.data.folder().workspaces(), std::vector{otherWorkspace()});
    QVERIFY(bench.keychain.keptHint().isEmpty());
}

void TestSetupFlow::savingRemembersTheStepWithoutTheKey_data()
{
    QTest::addColumn<SetupStep>("left");
    QTest::addColumn<SetupStep>("resumed");
    QTest::newRow("at Prepare") << SetupStep::Prepare << SetupStep::Prepare;
    QTest::newRow("at Key") << SetupStep::Key << SetupStep::Key;
    QTest::newRow("at Verify, where the key is needed again") << SetupStep::Verify << SetupStep::Key;
    QTest::newRow("at Backfill, before its start") << SetupStep::Backfill << SetupStep::Key;
}

void TestSetupFlow::savingRemembersTheStepWithoutTheKey()
{
    QFETCH(SetupStep, left);
    QFETCH(SetupStep, resumed);
    Bench bench;
    {
        auto flow = bench.make();
        flow->goNext();
        flow->setKeyName(QStringLiteral("analytics"));
        flow->setOrganisation(QStringLiteral("org-H4ld3n"));
        if (left > SetupStep::Prepare) {
            flow->goNext();
            flow->setWorkspaceId(workspace().toString());
            QCOMPARE(flow->acceptKey(keyText()), KeyProblem::None);
        }
        if (left > SetupStep::Key) {
            flow->goNext();
        }
        if (left > SetupStep::Verify) {
            bench.checks.answer(0);
            QTRY_VERIFY(flow->canGoNext());
            flow->goNext();
        }
        QCOMPARE(flow->step(), left);
        QVERIFY(flow->canSave());
        QVERIFY(flow->save());
    }
    QVERIFY(!bench.data.holds(QStringLiteral("canary")));
    QVERIFY(bench.keychain.keptHint().isEmpty());

    auto flow = bench.make();
    QCOMPARE(flow->resume(), SetupFlow::Resumed::Draft);

    QCOMPARE(flow->step(), resumed);
    QCOMPARE(flow->draft().keyName, QStringLiteral("analytics"));
    QCOMPARE(flow->draft().organisation, QStringLiteral("org-H4ld3n"));
    QCOMPARE(flow->draft().workspaceId, left > SetupStep::Prepare ? workspace().toString() : QString());
    QVERIFY(!flow->draft().key);
}

void TestSetupFlow::savingAtWelcomeWritesNothing()
{
    Bench bench;
    auto flow = bench.make();
    QVERIFY(!flow->canSave());
    QVERIFY(flow->save());
    QCOMPARE(bench.data.content(), QStringList());
    QCOMPARE(flow->resume(), SetupFlow::Resumed::Nothing);
}

void TestSetupFlow::aPastedKeyInAnotherFieldIsNotSaved()
{
    Bench bench;
    auto flow = bench.make();
    flow->goNext();
    flow->setWorkspaceId(keyText());
    flow->setKeyName(keyText());
    flow->setOrganisation(keyText());

    QVERIFY(flow->save());

    QVERIFY(bench.data.holds(QStringLiteral("WXYZ")));
    QVERIFY(!bench.data.holds(QStringLiteral("canary")));
}

void TestSetupFlow::cancellingLeavesNothing_data()
{
    QTest::addColumn<SetupStep>("at");
    QTest::addColumn<bool>("savedBefore");
    for (const bool saved : {false, true}) {
        const char* suffix = saved ? ", after a save" : "";
        QTest::addRow("at Prepare%s", suffix) << SetupStep::Prepare << saved;
        QTest::addRow("at Key%s", suffix) << SetupStep::Key << saved;
        QTest::addRow("at Verify%s", suffix) << SetupStep::Verify << saved;
        QTest::addRow("at Backfill%s", suffix) << SetupStep::Backfill << saved;
    }
}

void TestSetupFlow::cancellingLeavesNothing()
{
    QFETCH(SetupStep, at);
    QFETCH(bool, savedBefore);
    Bench bench;
    auto flow = bench.make();
    flow->goNext();
    if (at > SetupStep::Prepare) {
        flow->goNext();
        flow->setWorkspaceId(workspace().toString());
        QCOMPARE(flow->acceptKey(keyText()), KeyProblem::None);
    }
    if (at > SetupStep::Key) {
        flow->goNext();
    }
    if (at > SetupStep::Verify) {
        bench.checks.answer(0);
        QTRY_VERIFY(flow->canGoNext());
        flow->goNext();
    }
    if (savedBefore) {
        QVERIFY(flow->save());
        QVERIFY(!bench.data.content().isEmpty());
    }
    QSignalSpy cancelled(flow.get(), &SetupFlow::cancelled);

    flow->cancelSetup();

    QTRY_COMPARE(cancelled.count(), 1);
    QCOMPARE(bench.data.content(), QStringList());
    QVERIFY(bench.keychain.keptHint().isEmpty());
    QVERIFY(!flow->draft().key);
    QCOMPARE(bench.make()->resume(), SetupFlow::Resumed::Nothing);
}

void TestSetupFlow::cancellingWhileWaitingTakesTheCommitBack()
{
    Bench bench;
    auto flow = bench.atVerify();
    bench.checks.answer(0, core::ErrorKind::ScopeMissing);
    QTRY_COMPARE(flow->verification().outcome, Outcome::WaitingForScope);
    flow->keepChecking();
    QTRY_VERIFY(flow->isWaitingForScope());
    QVERIFY(!bench.keychain.keptHint().isEmpty());
    QSignalSpy cancelled(flow.get(), &SetupFlow::cancelled);

    flow->cancelSetup();

    QTRY_COMPARE(cancelled.count(), 1);
    QCOMPARE(bench.data.content(), QStringList());
    QVERIFY(bench.keychain.keptHint().isEmpty());
    QVERIFY(!flow->isWaitingForScope());
}

void TestSetupFlow::knowsAWorkspaceThatWorkedBefore()
{
    Bench bench;
    {
        auto flow = bench.atBackfill();
        QSignalSpy committed(flow.get(), &SetupFlow::committed);
        flow->startBackfill();
        QTRY_COMPARE(committed.count(), 1);
        QVERIFY(flow->leaveForDashboards());
    }

    auto flow = bench.atVerify(); // for example with a new key

    QVERIFY(bench.checks.asked.back()->workedBefore);
}

void TestSetupFlow::survivesItsEndDuringACheck()
{
    Bench bench;
    auto flow = bench.atVerify();
    auto asked = bench.checks.asked[0];

    flow.reset();

    QVERIFY(asked->wasCancelled);
    bench.checks.answer(0);
    QTRY_COMPARE(bench.checks.underWay, 0); // the late answer must find nobody
    QCOMPARE(bench.data.content(), QStringList());
}

void TestSetupFlow::prefillWorksWithoutAKeychain()
{
    Bench bench;
    bench.offersKeychain = false;
    auto flow = bench.make();
    setup::SetupDraft draft;
    draft.workspaceId = workspace().toString();
    draft.key = key();
    flow->prefill(std::move(draft));

    QCOMPARE(flow->step(), SetupStep::Welcome);
    flow->goNext();
    flow->goNext();
    QVERIFY(flow->canGoNext());
    flow->goNext();
    QCOMPARE(bench.checks.asked.size(), std::size_t{1});
    QCOMPARE(flow->draft().keyLocation, settings::KeyLocation::Session);
}

void TestSetupFlow::keepsFourCharactersOfTheKeyEnding()
{
    Bench bench;
    auto flow = bench.make();
    flow->setKeyEnding(keyText());
    QCOMPARE(flow->draft().keyEnding, QStringLiteral("WXYZ"));
    QVERIFY(!flow->supportRequest().asText().contains(QStringLiteral("canary")));
}

void TestSetupFlow::offersFourChoicesOfDays()
{
    Bench bench;
    auto flow = bench.make();
    QCOMPARE(flow->draft().backfillDays, 30);
    for (const int days : setup::kBackfillChoices) {
        flow->setBackfillDays(days);
        QCOMPARE(flow->draft().backfillDays, days);
    }
    flow->setBackfillDays(365);
    QCOMPARE(flow->draft().backfillDays, 90);
}

void TestSetupFlow::anotherNetworkCountsAtOnceAndIsStoredWithTheCommit()
{
    Bench bench;
    const auto flow = bench.make();
    flow->goNext();
    flow->goNext();
    flow->setWorkspaceId(workspace().toString());
    QCOMPARE(flow->acceptKey(keyText()), KeyProblem::None);
    settings::NetworkSettings network;
    network.proxy = settings::ProxyMode::Http;
    network.proxyHost = QStringLiteral("proxy.example");
    network.proxyPort = 3128;
    network.proxyUser = QStringLiteral("ada");
    bench.proxySecrets.hold(setup::proxyAccountOf(network), QStringLiteral("secret"));
    flow->setNetwork(network);
    flow->goNext();
    QTRY_COMPARE(bench.checks.asked.size(), 1U);
    QCOMPARE(bench.checks.asked.front()->proxy.hostName(), QStringLiteral("proxy.example"));
    QCOMPARE(bench.checks.asked.front()->proxy.password(), QStringLiteral("secret"));
    QVERIFY(!QFileInfo::exists(bench.data.folder().settingsFile())); // nothing before the commit

    bench.checks.answer(0);
    QTRY_COMPARE(flow->verification().outcome, Outcome::Passed);
    flow->goNext();
    QSignalSpy committed(flow.get(), &SetupFlow::committed);
    flow->startBackfill();
    QTRY_COMPARE(committed.count(), 1);
    const auto stored = settings::Settings::load(bench.data.folder().settingsFile());
    QVERIFY(stored);
    QCOMPARE(stored->network, network);
}

void TestSetupFlow::aNetworkThatCannotBeUsedSendsNothing()
{
    Bench bench;
    const auto flow = bench.make();
    flow->goNext();
    flow->goNext();
    flow->setWorkspaceId(workspace().toString());
    QCOMPARE(flow->acceptKey(keyText()), KeyProblem::None);
    settings::NetworkSettings network;
    network.caFile = QStringLiteral("/nowhere/ca.pem");
    flow->setNetwork(network);
    flow->goNext();
    QTRY_COMPARE(flow->verification().outcome, Outcome::Failed);
    QCOMPARE(bench.checks.asked.size(), 0U);
    QVERIFY(flow->verification().firstError);
    QCOMPARE(flow->verification().firstError->kind, core::ErrorKind::BadUsage);
}

QTEST_GUILESS_MAIN(TestSetupFlow)
#include "tst_setup_flow.moc"
