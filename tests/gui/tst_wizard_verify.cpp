// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/WizardKit.h"
#include "messages/ErrorText.h"
#include "simulator/Fault.h"
#include "support/TestCase.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

using app::setup::CheckState;
using app::setup::SetupStep;
using app::setup::Verification;
using app::simulator::Fault;
using app::simulator::Simulator;
using support::WizardKit;

namespace {

const QString kBanner = QStringLiteral("clipboardBanner");
const QString kClear = QStringLiteral("clearClipboardButton");

/// What the labels that can be seen say, one line each.
QString visibleLabels(const WizardKit& kit)
{
    QStringList lines;
    const auto labels = kit.wizard->findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->isVisible()) {
            lines << label->text();
        }
    }
    return lines.join(u'\n');
}

QString clipboardText()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

/// The checklist of the wizard: what it says about each failure, and what it offers about a key in the
/// clipboard.
class TestWizardVerify : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QGuiApplication::clipboard()->clear(); }
    void everyFailureHasItsWords_data();
    void everyFailureHasItsWords();
    void aFailureOfOneReviewEndpointLetsSetupGoOn();
    void offersToClearTheClipboard_data();
    void offersToClearTheClipboard();
    void clearsTheClipboardOnConsentOnly();
    void clearsTheClipboardByKeyboard();
    void whatWasCopiedMeanwhileStays();
    void aKeyThatIsRefusedIsNotClearedAway();
    void aKeyWithoutItsScopeIsAcceptedToo();
    void theSelectionIsClearedToo();
};

void TestWizardVerify::everyFailureHasItsWords_data()
{
    QTest::addColumn<QString>("fault");
    // What passes in the end, waits for the scope (another page), concerns larger pages, a second page or a
    // number that the check does not read, or takes a time-out is left out; the kinds of the rest are those
    // of the table of answers.
    for (const char* name : {"key-rejected-a", "key-rejected-b", "wrong-workspace", "plan", "not-found",
             "gone-410", "bad-request", "throttled-long", "error-500", "502-html", "503-empty", "html-200",
             "redirect", "cut-connection", "reset", "wrong-shape"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestWizardVerify::everyFailureHasItsWords()
{
    QFETCH(QString, fault);
    WizardKit kit;
    kit.simulator.setFaults({*Fault::named(fault)});
    kit.start();
    kit.goToVerify(Simulator::acceptedKey());
    QTRY_COMPARE(kit.flow->verification().outcome, Verification::Outcome::Failed);

    // In words: what happened, and what to do; once, at the first row that failed.
    const auto text = app::messages::describe(*kit.flow->verification().firstError);
    const QString shown = kit.everyText();
    QVERIFY2(shown.contains(text.whatHappened), qPrintable(shown));
    QVERIFY2(shown.contains(text.nextStep), qPrintable(shown));
    for (const QString& cause : text.likelyCauses) {
        QVERIFY2(shown.contains(cause), qPrintable(cause));
    }
    QVERIFY2(!text.nextStep.isEmpty() && !text.whatHappened.isEmpty(), qPrintable(fault));
    QCOMPARE(visibleLabels(kit).count(QStringLiteral("What to do: ")), 1);
    QCOMPARE(visibleLabels(kit).count(text.whatHappened), 2); // the head of the page, and the row
    // A way on, which Return takes below, and nothing of the key.
    QVERIFY(kit.visible(QStringLiteral("tryAgainButton")));
    QVERIFY(!kit.visible(QStringLiteral("waitingCard")));
    for (const QString& row : {QStringLiteral("usage"), QStringLiteral("codeReviews")}) {
        if (auto* details = qobject_cast<QPushButton*>(kit.visible(row + QStringLiteral("DetailsButton")))) {
            details->click();
            QVERIFY(kit.visible(row + QStringLiteral("DetailsText")));
        }
    }
    QVERIFY(!kit.everyText().contains(Simulator::acceptedKey()));

    kit.simulator.setFaults({});
    kit.press(Qt::Key_Return);
    QTRY_COMPARE(kit.flow->verification().outcome, Verification::Outcome::Passed);
    QVERIFY(!kit.everyText().contains(text.nextStep));
}

void TestWizardVerify::aFailureOfOneReviewEndpointLetsSetupGoOn()
{
    WizardKit kit;
    Fault fault = *Fault::named(QStringLiteral("error-500"));
    fault.route = app::simulator::Route::CodeReviewResponses;
    kit.simulator.setFaults({fault});
    kit.start();
    kit.goToVerify(Simulator::acceptedKey());
    QTRY_COMPARE(kit.flow->verification().outcome, Verification::Outcome::Partial);

    QVERIFY(kit.text(QStringLiteral("pageTitle")).contains(QStringLiteral("Part of it")));
    kit.press(Qt::Key_Return);
    QCOMPARE(kit.step(), SetupStep::Backfill);
}

void TestWizardVerify::offersToClearTheClipboard_data()
{
    QTest::addColumn<QString>("held");
    QTest::addColumn<bool>("offered");
    const QString key = Simulator::acceptedKey();
    QTest::newRow("the key") << key << true;
    QTest::newRow("with the line break that was copied along") << key + u'\n' << true;
    QTest::newRow("as a header") << QStringLiteral("Authorization: Bearer ") + key << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("something else") << QStringLiteral("sk-test-another-key-0123456789") << false;
    QTest::newRow("a little longer") << key + u'x' << false;
    QTest::newRow("a little shorter") << key.chopped(1) << false;
    QTest::newRow("another case") << key.toUpper() << false;
    QTest::newRow("inside a text") << QStringLiteral("my key is %1, keep it").arg(key) << false;
}

void TestWizardVerify::offersToClearTheClipboard()
{
    QFETCH(QString, held);
    QFETCH(bool, offered);
    WizardKit kit;
    kit.start();
    kit.goToVerify(Simulator::acceptedKey());
    QGuiApplication::clipboard()->setText(held);
    QTRY_VERIFY(kit.flow->verification().mayContinue());

    QCOMPARE(kit.visible(kBanner) != nullptr, offered);
    QCOMPARE(kit.visible(kClear) != nullptr, offered);
    QCOMPARE(clipboardText(), held); // looking changes nothing
    QVERIFY(!kit.everyText().contains(Simulator::acceptedKey()));
}

void TestWizardVerify::clearsTheClipboardOnConsentOnly()
{
    const QString key = Simulator::acceptedKey();
    WizardKit kit;
    QGuiApplication::clipboard()->setText(key);
    kit.start();
    kit.goToKey();
    kit.type(Simulator::workspace().toString());
    QVERIFY(kit.tabTo(QStringLiteral("pasteKeyButton")));
    kit.press(Qt::Key_Return);
    kit.press(Qt::Key_Return);
    QCOMPARE(kit.step(), SetupStep::Verify);
    QTRY_VERIFY(kit.visible(kClear));

    // Whoever goes on without a word keeps the clipboard as it is.
    kit.press(Qt::Key_Return);
    QCOMPARE(kit.step(), SetupStep::Backfill);
    QCOMPARE(clipboardText(), key);

    kit.flow->goBack();
    QTRY_VERIFY(kit.visible(kClear));
    qobject_cast<QPushButton*>(kit.visible(kClear))->click();
    QCOMPARE(clipboardText(), QString());
    QVERIFY(kit.visible(kBanner)); // says that it is done
    QVERIFY(!kit.visible(kClear));
    QVERIFY(kit.everyText().contains(QStringLiteral("The clipboard is cleared.")));
    // The key itself is still with the setup.
    QVERIFY(kit.flow->draft().key.has_value());

    kit.flow->goNext();
    kit.flow->goBack();
    QVERIFY(!kit.visible(kBanner)); // said once
}

void TestWizardVerify::clearsTheClipboardByKeyboard()
{
    WizardKit kit;
    kit.start();
    kit.goToVerify(Simulator::acceptedKey());
    QGuiApplication::clipboard()->setText(Simulator::acceptedKey());
    QTRY_VERIFY(kit.visible(kClear));

    QVERIFY(kit.tabTo(kClear));
    kit.press(Qt::Key_Return);

    QCOMPARE(clipboardText(), QString());
    QCOMPARE(kit.step(), SetupStep::Verify);
    // The button is gone and the keyboard is somewhere sensible.
    QVERIFY(QApplication::focusWidget() && QApplication::focusWidget()->isVisible());
    QVERIFY(kit.tabTo(QStringLiteral("nextButton")));
    kit.press(Qt::Key_Return);
    QCOMPARE(kit.step(), SetupStep::Backfill);
}

void TestWizardVerify::whatWasCopiedMeanwhileStays()
{
    WizardKit kit;
    kit.start();
    kit.goToVerify(Simulator::acceptedKey());
    QGuiApplication::clipboard()->setText(Simulator::acceptedKey());
    QTRY_VERIFY(kit.visible(kClear));
    auto* button = qobject_cast<QPushButton*>(kit.visible(kClear));

    QGuiApplication::clipboard()->setText(QStringLiteral("a note of my own"));
    QVERIFY(!kit.visible(kBanner)); // the offer is gone at once
    button->click(); // as if the pointer had been quicker
    QCOMPARE(clipboardText(), QStringLiteral("a note of my own"));
    QVERIFY(!kit.visible(kBanner));

    QGuiApplication::clipboard()->setText(Simulator::acceptedKey());
    QVERIFY(kit.visible(kClear)); // copied once more: offered once more
}

void TestWizardVerify::aKeyThatIsRefusedIsNotClearedAway()
{
    // Somebody still has to look at it, and to paste it elsewhere.
    WizardKit kit;
    const QString wrong = QStringLiteral("sk-test-not-the-right-one");
    QGuiApplication::clipboard()->setText(wrong);
    kit.start();
    kit.goToVerify(wrong);
    QTRY_COMPARE(kit.flow->verification().outcome, Verification::Outcome::Failed);
    QVERIFY(!kit.visible(kBanner));
    QCOMPARE(clipboardText(), wrong);
}

void TestWizardVerify::aKeyWithoutItsScopeIsAcceptedToo()
{
    WizardKit kit;
    QGuiApplication::clipboard()->setText(Simulator::keyWithoutScope());
    kit.start();
    kit.goToVerify(Simulator::keyWithoutScope());
    QTRY_COMPARE(kit.flow->verification().outcome, Verification::Outcome::WaitingForScope);
    QVERIFY(kit.visible(kClear));
}

void TestWizardVerify::theSelectionIsClearedToo()
{
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (!clipboard->supportsSelection()) {
        QSKIP("This platform has no selection; wizard_selection runs this on X11.");
    }
    WizardKit kit;
    kit.start();
    kit.flow->goNext();
    kit.flow->setWorkspaceId(Simulator::workspace().toString());
    QCOMPARE(kit.flow->acceptKey(Simulator::acceptedKey()), app::setup::KeyProblem::None);
    kit.flow->goNext();
    kit.flow->goNext();
    QTRY_COMPARE(kit.flow->verification().outcome, Verification::Outcome::Passed);
    QVERIFY(!kit.visible(kClear));
    clipboard->setText(Simulator::acceptedKey(), QClipboard::Selection);
    clipboard->setText(QStringLiteral("a note of my own"), QClipboard::Clipboard);
    QTRY_VERIFY(kit.visible(kClear));
    qobject_cast<QPushButton*>(kit.visible(kClear))->click();
    QTRY_COMPARE(clipboard->text(QClipboard::Selection), QString());
    QCOMPARE(clipboardText(), QStringLiteral("a note of my own"));
}

QTEST_MAIN(TestWizardVerify)
#include "tst_wizard_verify.moc"
