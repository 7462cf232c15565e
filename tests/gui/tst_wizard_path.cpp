// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/WizardKit.h"
#include "messages/ErrorText.h"
#include "store/RequestLedger.h"
#include "support/TestCase.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

using app::setup::SetupStep;
using app::simulator::Fault;
using app::simulator::Simulator;
using Outcome = app::setup::Verification::Outcome;
using support::WizardKit;

/// The whole way against the simulator: what a person does, what arrives on disk, what leaves no trace.
class TestWizardPath : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void keyboardAloneLeadsToTheDashboards();
    void demoDraftNeedsOnlyEnter();
    void eachFailureSaysWhatAndWhy_data();
    void eachFailureSaysWhatAndWhy();
    void aFailureIsGoneAfterTryingAgain();
    void partOfTheEndpointsLetsSetupContinue();
    void keepCheckingUntilTheScopeArrives();
    void editingTheKeyChecksAgain();
    void goingBackKeepsTheInput();
    void pauseResumeAndOpenEarly();
    void aBackfillThatStopsCanBeRepeated();
    void cancellingOnAnyPageLeavesNothing_data();
    void cancellingOnAnyPageLeavesNothing();
    void closingAndReopeningResumes_data();
    void closingAndReopeningResumes();
    void theKeyIsNowhereToBeRead();
};

void TestWizardPath::keyboardAloneLeadsToTheDashboards()
{
    WizardKit kit;
    kit.start();
    QCOMPARE(kit.focusName(), QStringLiteral("nextButton"));

    kit.goToKey();
    QCOMPARE(kit.focusName(), QStringLiteral("workspaceIdEdit"));
    kit.type(Simulator::workspace().toString());
    QVERIFY(kit.tabTo(QStringLiteral("apiKeyEdit")));
    kit.type(Simulator::acceptedKey());
    kit.press(Qt::Key_Return);

    QCOMPARE(kit.step(), SetupStep::Verify);
    QTRY_COMPARE(kit.flow->verification().outcome, Outcome::Passed);
    QCOMPARE(kit.dataContent(), QStringList());
    kit.press(Qt::Key_Return);

    QCOMPARE(kit.step(), SetupStep::Backfill);
    QCOMPARE(kit.focusName(), QStringLiteral("days30Radio"));
    kit.press(Qt::Key_Up);
    QVERIFY(kit.find<QRadioButton>(QStringLiteral("days7Radio"))->isChecked());
    QCOMPARE(kit.flow->draft().backfillDays, 7);
    QCOMPARE(kit.dataContent(), QStringList());
    kit.press(Qt::Key_Return);

    QTRY_COMPARE_WITH_TIMEOUT(kit.step(), SetupStep::Done, 20'000);
    QCOMPARE(kit.text(QStringLiteral("doneDays")), QStringLiteral("7 of 7"));
    QCOMPARE(kit.settings().backfillDays, 7);
    QVERIFY(kit.settings().find(Simulator::workspace())->setupFinished);
    // Every request is in the ledger, those of Verify included.
    const auto ledger = kit.store
                            ->read([](const app::store::Database& database) {
                                return app::store::recentRequests(database, 1'000);
                            })
                            .result();
    QVERIFY(ledger);
    QCOMPARE(static_cast<int>(ledger->size()), kit.simulator.requestCount());
    QCOMPARE(kit.focusName(), QStringLiteral("openDashboardsButton"));
    kit.press(Qt::Key_Return);
    QCOMPARE(kit.dashboards, 1);
}

void TestWizardPath::demoDraftNeedsOnlyEnter()
{
    WizardKit kit;
    app::setup::SetupDraft draft;
    draft.workspaceId = Simulator::workspace().toString();
    draft.key = std::move(*app::secrets::ApiKey::parse(QStringView(Simulator::acceptedKey())));
    draft.backfillDays = 7;
    kit.start(std::move(draft));

    kit.goToKey();
    QCOMPARE(
        kit.text(QStringLiteral("keychainNote")), QStringLiteral("The key of this test stays in memory."));
    QVERIFY(!kit.find<QRadioButton>(QStringLiteral("keychainRadio"))->isEnabled());
    QVERIFY(kit.find<QRadioButton>(QStringLiteral("sessionRadio"))->isChecked());
    kit.press(Qt::Key_Return);
    QTRY_VERIFY(kit.flow->verification().mayContinue());
    kit.press(Qt::Key_Return);
    kit.press(Qt::Key_Return);

    QTRY_COMPARE_WITH_TIMEOUT(kit.step(), SetupStep::Done, 20'000);
}

void TestWizardPath::eachFailureSaysWhatAndWhy_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<app::core::ErrorKind>("kind");
    QTest::addColumn<QString>("failingRow");
    using app::core::ErrorKind;
    const auto row = [](const char* fault, ErrorKind kind, const char* failingRow) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << kind << QString::fromLatin1(failingRow);
    };
    row("key-rejected-a", ErrorKind::KeyRejected, "key");
    row("key-rejected-b", ErrorKind::KeyRejected, "key");
    row("wrong-workspace", ErrorKind::AccessDenied, "usage");
    row("plan", ErrorKind::AccessDenied, "usage");
    row("not-found", ErrorKind::WorkspaceNotFound, "usage");
    row("throttled-long", ErrorKind::Throttled, "usage");
    row("error-500", ErrorKind::ServiceUnavailable, "usage");
    row("503-html", ErrorKind::ServiceUnavailable, "usage");
    row("html-200", ErrorKind::ServiceUnavailable, "connection");
    row("reset", ErrorKind::ServiceUnavailable, "connection");
    row("redirect", ErrorKind::UnexpectedAnswer, "connection");
    row("wrong-shape", ErrorKind::UnexpectedAnswer, "connection");
}

void TestWizardPath::eachFailureSaysWhatAndWhy()
{
    QFETCH(QString, fault);
    QFETCH(app::core::ErrorKind, kind);
    QFETCH(QString, failingRow);
    WizardKit kit;
    kit.simulator.setFaults({*Fault::named(fault)});
    kit.start();

    kit.goToVerify(Simulator::acceptedKey());

    QTRY_COMPARE(kit.flow->verification().outcome, Outcome::Failed);
    QCOMPARE(kit.flow->verification().firstError->kind, kind);
    const auto expected = app::messages::describe(*kit.flow->verification().firstError);
    QCOMPARE(kit.text(QStringLiteral("pageLead")), expected.whatHappened);
    QCOMPARE(kit.text(failingRow + QStringLiteral("Finding")), expected.whatHappened);
    const QString advice = kit.text(failingRow + QStringLiteral("Advice"));
    QVERIFY2(advice.contains(expected.nextStep), qPrintable(advice));
    const QString causes = kit.text(failingRow + QStringLiteral("Causes"));
    for (const QString& cause : expected.likelyCauses) {
        QVERIFY2(causes.contains(cause), qPrintable(cause));
    }
    // What the server said is folded away, and plain text.
    QVERIFY(!kit.visible(failingRow + QStringLiteral("DetailsText")));
    auto* details = qobject_cast<QPushButton*>(kit.visible(failingRow + QStringLiteral("DetailsButton")));
    QVERIFY(details);
    details->setFocus();
    kit.press(Qt::Key_Space);
    auto* text = qobject_cast<QLabel*>(kit.visible(failingRow + QStringLiteral("DetailsText")));
    QVERIFY(text);
    QCOMPARE(text->textFormat(), Qt::PlainText);
    QVERIFY(!text->text().isEmpty());
    QCOMPARE(kit.dataContent(), QStringList());
}

void TestWizardPath::aFailureIsGoneAfterTryingAgain()
{
    WizardKit kit;
    kit.simulator.setFaults({*Fault::named(QStringLiteral("error-500"))});
    kit.start();
    kit.goToVerify(Simulator::acceptedKey());
    QTRY_COMPARE(kit.flow->verification().outcome, Outcome::Failed);
    QVERIFY(kit.visible(QStringLiteral("tryAgainButton")));

    kit.simulator.setFaults({});
    kit.press(Qt::Key_Return);

    QTRY_COMPARE(kit.flow->verification().outcome, Outcome::Passed);
    QVERIFY(kit.visible(QStringLiteral("nextButton")));
    QVERIFY(kit.text(QStringLiteral("usageAdvice")).isEmpty());
}

void TestWizardPath::partOfTheEndpointsLetsSetupContinue()
{
    WizardKit kit;
    kit.simulator.setFaults({*Fault::parse(QStringLiteral("error-500@code_reviews"))});
    kit.start();
    kit.goToVerify(Simulator::acceptedKey());

    QTRY_COMPARE(kit.flow->verification().outcome, Outcome::Partial);
    QVERIFY(!kit.text(QStringLiteral("codeReviewsAdvice")).isEmpty());
    QVERIFY(kit.text(QStringLiteral("usageAdvice")).isEmpty());
    kit.press(Qt::Key_Return);
    QCOMPARE(kit.step(), SetupStep::Backfill);
}

void TestWizardPath::keepCheckingUntilTheScopeArrives()
{
    WizardKit kit;
    kit.start();
    kit.goToVerify(Simulator::keyWithoutScope());
    QTRY_COMPARE(kit.flow->verification().outcome, Outcome::WaitingForScope);
    QVERIFY(kit.visible(QStringLiteral("keepCheckingButton")));
    QVERIFY(!kit.visible(QStringLiteral("checkNowButton")));
    QCOMPARE(kit.dataContent(), QStringList());

    kit.press(Qt::Key_Return);
    QTRY_VERIFY(kit.flow->isWaitingForScope());
    QVERIFY(kit.settings().find(Simulator::workspace())->waitingForScope);
    QCOMPARE(kit.text(QStringLiteral("nextCheck")), QStringLiteral("10:15 UTC"));
    QVERIFY(kit.visible(QStringLiteral("closeButton")));

    QVERIFY(kit.tabTo(QStringLiteral("checkNowButton")));
    kit.press(Qt::Key_Return);
    QTRY_COMPARE(kit.text(QStringLiteral("checksSoFar")), QStringLiteral("2"));
    QCOMPARE(kit.step(), SetupStep::Verify);
}

void TestWizardPath::editingTheKeyChecksAgain()
{
    WizardKit kit;
    kit.start();
    kit.goToBackfill();
    const int asked = kit.simulator.requestCount();
    kit.press(Qt::Key_B, Qt::AltModifier);
    QTRY_COMPARE(kit.step(), SetupStep::Verify);
    kit.press(Qt::Key_B, Qt::AltModifier);
    QTRY_COMPARE(kit.step(), SetupStep::Key);

    QVERIFY(kit.tabTo(QStringLiteral("apiKeyEdit")));
    kit.type(QStringLiteral("sk-test-another-one-ABCD"));
    QCOMPARE(kit.flow->verification().outcome, Outcome::NotRun);
    kit.press(Qt::Key_Return);

    QTRY_COMPARE(kit.flow->verification().outcome, Outcome::Failed);
    QCOMPARE(kit.simulator.requestCount(), asked + 3);
    QVERIFY(!kit.visible(QStringLiteral("nextButton")));
}

void TestWizardPath::goingBackKeepsTheInput()
{
    WizardKit kit;
    kit.start();
    kit.goToBackfill();
    kit.press(Qt::Key_9, Qt::AltModifier);
    QTRY_COMPARE(kit.flow->draft().backfillDays, 90);
    const int asked = kit.simulator.requestCount();
    for (const SetupStep before :
        {SetupStep::Verify, SetupStep::Key, SetupStep::Prepare, SetupStep::Welcome}) {
        kit.press(Qt::Key_B, Qt::AltModifier);
        QTRY_COMPARE(kit.step(), before);
    }

    kit.goToKey();
    QCOMPARE(
        kit.find<QLineEdit>(QStringLiteral("workspaceIdEdit"))->text(), Simulator::workspace().toString());
    QVERIFY(kit.find<QLineEdit>(QStringLiteral("apiKeyEdit"))->text().isEmpty());
    QVERIFY(kit.text(QStringLiteral("apiKeyNote")).contains(Simulator::acceptedKey().right(4)));
    kit.press(Qt::Key_Return);
    QCOMPARE(kit.flow->verification().outcome, Outcome::Passed);
    kit.press(Qt::Key_Return);

    QVERIFY(kit.find<QRadioButton>(QStringLiteral("days90Radio"))->isChecked());
    QCOMPARE(kit.simulator.requestCount(), asked); // nothing changed, so nothing was asked again
}

void TestWizardPath::pauseResumeAndOpenEarly()
{
    WizardKit kit;
    kit.start();
    kit.goToBackfill();
    kit.simulator.setFaults({*Fault::parse(QStringLiteral("slow-first-byte=150"))});
    kit.press(Qt::Key_Return);
    QTRY_VERIFY(kit.visible(QStringLiteral("pauseButton")));
    QVERIFY(kit.visible(QStringLiteral("openDashboardsButton")));
    QVERIFY(!kit.visible(QStringLiteral("backButton")));
    QVERIFY(!kit.visible(QStringLiteral("cancelButton")));

    QVERIFY(kit.tabTo(QStringLiteral("pauseButton")));
    kit.press(Qt::Key_Return);
    QTRY_VERIFY(kit.visible(QStringLiteral("resumeButton")));
    QCOMPARE(kit.text(QStringLiteral("pageTitle")), QStringLiteral("The backfill is paused"));

    kit.simulator.setFaults({});
    QVERIFY(kit.tabTo(QStringLiteral("resumeButton")));
    kit.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(kit.step(), SetupStep::Done, 20'000);
    QCOMPARE(kit.text(QStringLiteral("doneDays")), QStringLiteral("30 of 30"));
}

void TestWizardPath::aBackfillThatStopsCanBeRepeated()
{
    WizardKit kit;
    kit.start();
    kit.goToBackfill();
    kit.simulator.setFaults({*Fault::named(QStringLiteral("key-rejected-a"))});
    kit.press(Qt::Key_Return);

    QTRY_VERIFY(kit.visible(QStringLiteral("retryButton")));
    app::core::Error error;
    error.kind = app::core::ErrorKind::KeyRejected;
    const auto expected = app::messages::describe(error);
    const QString everything = kit.everyText();
    QVERIFY(everything.contains(expected.whatHappened));
    QVERIFY(everything.contains(expected.nextStep));
    QVERIFY(kit.visible(QStringLiteral("openDashboardsButton")));

    kit.simulator.setFaults({});
    QVERIFY(kit.tabTo(QStringLiteral("retryButton")));
    kit.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(kit.step(), SetupStep::Done, 20'000);
}

void TestWizardPath::cancellingOnAnyPageLeavesNothing_data()
{
    QTest::addColumn<SetupStep>("step");
    QTest::addColumn<bool>("byEscape");
    for (const bool escape : {false, true}) {
        const char* how = escape ? "by Escape" : "by the button";
        QTest::addRow("Prepare, %s", how) << SetupStep::Prepare << escape;
        QTest::addRow("Key, %s", how) << SetupStep::Key << escape;
        QTest::addRow("Verify, %s", how) << SetupStep::Verify << escape;
        QTest::addRow("Backfill, %s", how) << SetupStep::Backfill << escape;
    }
    QTest::addRow("while waiting for the scope") << SetupStep::Done << false;
}

void TestWizardPath::cancellingOnAnyPageLeavesNothing()
{
    QFETCH(SetupStep, step);
    QFETCH(bool, byEscape);
    WizardKit kit;
    kit.start();
    switch (step) {
    case SetupStep::Welcome:
    case SetupStep::Prepare: kit.press(Qt::Key_Return); break;
    case SetupStep::Key:
        kit.goToKey();
        kit.type(Simulator::workspace().toString());
        break;
    case SetupStep::Verify: kit.goToVerify(Simulator::acceptedKey()); break;
    case SetupStep::Backfill: kit.goToBackfill(); break;
    case SetupStep::Done: // stands for the waiting state
        kit.goToVerify(Simulator::keyWithoutScope());
        QTRY_COMPARE(kit.flow->verification().outcome, Outcome::WaitingForScope);
        kit.press(Qt::Key_Return);
        QTRY_VERIFY(kit.flow->isWaitingForScope());
        QVERIFY(!kit.dataContent().isEmpty());
        break;
    }

    // Staying changes nothing.
    const SetupStep before = kit.step();
    kit.press(Qt::Key_Escape);
    QCOMPARE(kit.dialogs.count(), std::size_t{1});
    QCOMPARE(kit.dialogs.last().objectName, QStringLiteral("leaveDialog"));
    kit.dialogs.answer(-1);
    QCOMPARE(kit.step(), before);
    QCOMPARE(kit.closed, 0);

    if (byEscape) {
        kit.press(Qt::Key_Escape);
        QCOMPARE(kit.dialogs.last().buttons.at(1).text, QStringLiteral("Cancel setup"));
        kit.dialogs.answer(1);
    } else {
        QVERIFY(kit.tabTo(QStringLiteral("cancelButton")));
        kit.press(Qt::Key_Return);
        QCOMPARE(kit.dialogs.last().objectName, QStringLiteral("cancelDialog"));
        kit.dialogs.answer(0);
    }

    QTRY_COMPARE(kit.closed, 1);
    QCOMPARE(kit.dataContent(), QStringList());
    QVERIFY(!support::await(kit.session.read({Simulator::workspace(), kit.baseUrl.origin()})));
}

void TestWizardPath::closingAndReopeningResumes_data()
{
    QTest::addColumn<bool>("byWindow");
    QTest::newRow("with Save and close") << false;
    QTest::newRow("with the window's own close") << true;
}

void TestWizardPath::closingAndReopeningResumes()
{
    QFETCH(bool, byWindow);
    WizardKit kit;
    kit.start();
    kit.goToVerify(Simulator::acceptedKey());
    QTRY_VERIFY(kit.flow->verification().mayContinue());

    if (byWindow) {
        kit.wizard->QWidget::close();
    } else {
        QVERIFY(kit.tabTo(QStringLiteral("saveAndCloseButton")));
        kit.press(Qt::Key_Return);
    }
    QCOMPARE(kit.closed, 1);
    QVERIFY(!kit.dataHolds(Simulator::acceptedKey()));
    kit.stop();
    kit.start();

    QCOMPARE(kit.step(), SetupStep::Key); // the key was not kept, so it is asked for again
    QCOMPARE(
        kit.find<QLineEdit>(QStringLiteral("workspaceIdEdit"))->text(), Simulator::workspace().toString());
    QCOMPARE(kit.focusName(), QStringLiteral("apiKeyEdit"));
    kit.type(Simulator::acceptedKey());
    kit.press(Qt::Key_Return);
    QTRY_VERIFY(kit.flow->verification().mayContinue());
}

void TestWizardPath::theKeyIsNowhereToBeRead()
{
    const QString key = Simulator::acceptedKey();
    WizardKit kit;
    kit.start();
    kit.goToKey();
    kit.type(Simulator::workspace().toString());
    QGuiApplication::clipboard()->setText(QStringLiteral("\"%1\"\n").arg(key));
    QVERIFY(kit.tabTo(QStringLiteral("pasteKeyButton")));
    kit.press(Qt::Key_Space);
    QGuiApplication::clipboard()->clear();
    auto* edit = kit.find<QLineEdit>(QStringLiteral("apiKeyEdit"));
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(kit.text(QStringLiteral("apiKeyNote")).contains(key.right(4)));

    // The field itself holds it as long as it is being typed; nothing else does.
    const auto lookFor = [&](const char* where) {
        QString shown = kit.everyText();
        shown.remove(edit->text());
        QVERIFY2(!shown.contains(key), where);
        QVERIFY2(!kit.dataHolds(key), where);
    };
    lookFor("at Key");
    kit.press(Qt::Key_Return);
    QVERIFY(edit->text().isEmpty());
    edit->undo();
    QVERIFY(edit->text().isEmpty());
    QTRY_VERIFY(kit.flow->verification().mayContinue());
    lookFor("at Verify");
    QVERIFY(kit.tabTo(QStringLiteral("copyReportButton")));
    kit.press(Qt::Key_Space);
    QVERIFY(QGuiApplication::clipboard()->text().contains(Simulator::workspace().toString()));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(key));
    kit.wizard->findChild<QPushButton*>(QStringLiteral("nextButton"))->click();
    kit.press(Qt::Key_7, Qt::AltModifier);
    QTRY_COMPARE(kit.flow->draft().backfillDays, 7);
    kit.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(kit.step(), SetupStep::Done, 20'000);
    lookFor("at Done");
    for (const QByteArray& name : kit.wizard->dynamicPropertyNames()) {
        QVERIFY(!kit.wizard->property(name.constData()).toString().contains(key));
    }
}

QTEST_MAIN(TestWizardPath)
#include "tst_wizard_path.moc"
