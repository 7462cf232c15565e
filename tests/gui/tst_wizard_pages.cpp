// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/WizardKit.h"
#include "messages/ErrorText.h"
#include "support/TestCase.h"
#include "wizard/DayCalendar.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>

#include <map>

using app::core::ErrorKind;
using app::core::UtcDay;
using app::setup::SetupStep;
using app::simulator::Simulator;
using support::WizardKit;
using ui::wizard::DayCalendar;

namespace {

/// A keychain that is locked, missing or fine, as the test says.
class MoodyKeychain final : public app::secrets::SecretStore
{
public:
    std::optional<ErrorKind> mood;
    QCoro::Task<app::core::Result<void>> probe() override
    {
        if (mood) {
            co_return app::core::failure(*mood, QStringLiteral("as asked"));
        }
        co_return app::core::Result<void>();
    }
    QCoro::Task<app::core::Result<app::secrets::ApiKey>> read(app::secrets::SecretId id) override
    {
        co_return co_await m_keys.read(id);
    }
    QCoro::Task<app::core::Result<void>> write(app::secrets::SecretId id, app::secrets::ApiKey key) override
    {
        if (mood) {
            co_return app::core::failure(*mood, QStringLiteral("as asked"));
        }
        co_return co_await m_keys.write(id, std::move(key));
    }
    QCoro::Task<app::core::Result<void>> remove(app::secrets::SecretId id) override
    {
        co_return co_await m_keys.remove(id);
    }

private:
    app::secrets::SessionSecretStore m_keys;
};

/// Takes the links that a page wants to open.
class LinkCatcher : public QObject
{
    Q_OBJECT

public:
    explicit LinkCatcher(const QString& scheme)
        : m_scheme(scheme)
    {
        QDesktopServices::setUrlHandler(scheme, this, "take");
    }
    ~LinkCatcher() override { QDesktopServices::unsetUrlHandler(m_scheme); }
    QList<QUrl> taken;

public Q_SLOTS:
    void take(const QUrl& url) { taken << url; }

private:
    QString m_scheme;
};

/// A progress as the engine would tell it: `stored` newest days, the next two under way.
app::sync::SyncProgress progressOf(int days, int stored)
{
    app::sync::SyncProgress progress;
    progress.phase = app::sync::SyncProgress::Phase::Fetching;
    progress.windowsTotal = days;
    progress.windowsDone = stored;
    progress.planned = app::core::DayRange::endingAt(WizardKit::kToday, days);
    for (int i = 0; i < stored; ++i) {
        progress.storedDays.push_back(WizardKit::kToday - i);
    }
    for (int i = stored; i < std::min(stored + 2, days); ++i) {
        progress.readingDays.push_back(WizardKit::kToday - i);
    }
    progress.requests = 21;
    progress.rows = 3'349;
    progress.engineers = 388;
    progress.timeLeft = std::chrono::seconds(80);
    return progress;
}

/// Walks through every page and state that can be reached and calls `look` on each. The two waiting states
/// come first, so that the way on is the normal one.
template <typename Look> void onEveryPage(WizardKit& kit, Look look)
{
    look("Welcome");
    kit.press(Qt::Key_Return);
    look("Prepare, Admin key");
    kit.press(Qt::Key_Right);
    QCOMPARE(kit.flow->draft().route, app::setup::KeyRoute::PlatformKey);
    look("Prepare, Platform key");
    kit.press(Qt::Key_Return);
    look("Key, empty");
    kit.press(Qt::Key_Return);
    look("Key, both fields missing");
    kit.type(QStringLiteral("see %1").arg(Simulator::workspace().toString()));
    look("Key, an id is offered");
    QVERIFY(kit.tabTo(QStringLiteral("useOfferedIdButton")));
    kit.press(Qt::Key_Return);
    QCOMPARE(kit.focusName(), QStringLiteral("apiKeyEdit"));
    kit.type(QStringLiteral("sk-test-not-the-right-one"));
    kit.press(Qt::Key_Return);
    QTRY_COMPARE(kit.flow->verification().outcome, app::setup::Verification::Outcome::Failed);
    look("Verify, failed");
    kit.flow->goBack();
    QVERIFY(kit.tabTo(QStringLiteral("apiKeyEdit")));
    kit.type(Simulator::keyWithoutScope());
    kit.press(Qt::Key_Return);
    QTRY_COMPARE(kit.flow->verification().outcome, app::setup::Verification::Outcome::WaitingForScope);
    look("Verify, the scope is missing");
    kit.flow->goBack();
    QVERIFY(kit.tabTo(QStringLiteral("apiKeyEdit")));
    kit.type(Simulator::acceptedKey());
    kit.press(Qt::Key_Return);
    QTRY_VERIFY(kit.flow->verification().mayContinue());
    look("Verify, passed");
    kit.press(Qt::Key_Return);
    look("Backfill, choosing");
    kit.press(Qt::Key_Up);
    kit.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(kit.step(), SetupStep::Done, 20'000);
    look("Done");
}

} // namespace

class TestWizardPages : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlHasANameOfItsOwn();
    void mnemonicsAreUniqueOnEachPage();
    void everythingFitsTheSmallestWindow();
    void tellsEverythingAnAdministratorHasToKnow();
    void enterGoesToTheFirstFieldThatFails();
    void explainsABadWorkspaceId_data();
    void explainsABadWorkspaceId();
    void explainsABadKey_data();
    void explainsABadKey();
    void revealShowsTheKeyUntilThePageIsLeft();
    void pasteTakesTheClipboard();
    void supportRequestIsCopiedAndMailed();
    void adminPageOpensInTheBrowser();
    void aKeychainThatFailsLeavesTheSession_data();
    void aKeychainThatFailsLeavesTheSession();
    void keychainCanBeCheckedAgain();
    void aFailedCommitIsExplainedAndRepeated();
    void calendarShowsWhatArrived();
    void waitingAndFailureAreSaid();
    void leavingTheBackfillAsksFirst();
    void failureToRememberTheStepIsTold();
    void demoIsOfferedOnlyWhereAllowed();
    void followsADarkDesktop();
};

void TestWizardPages::everyControlHasANameOfItsOwn()
{
    WizardKit kit;
    kit.start();
    onEveryPage(kit, [&](const char* page) {
        std::map<QString, int> names;
        const auto widgets = kit.wizard->findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            const bool isControl
                = qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget);
            if (!isControl || !widget->isVisible()) {
                continue;
            }
            QVERIFY2(!widget->objectName().isEmpty(), page);
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(!widget->accessibleName().contains(u'&'), qPrintable(widget->objectName()));
            QVERIFY2(++names[widget->objectName()] == 1, qPrintable(widget->objectName()));
        }
        QVERIFY2(!names.empty(), page);
    });
}

void TestWizardPages::mnemonicsAreUniqueOnEachPage()
{
    WizardKit kit;
    kit.start();
    int seen = 0;
    onEveryPage(kit, [&](const char* page) {
        std::map<QString, QString> taken;
        const auto widgets = kit.wizard->findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            const auto* label = qobject_cast<const QLabel*>(widget);
            if (!widget->isVisible() || (label && !label->buddy())) {
                continue;
            }
            const QString text = widget->property("text").toString();
            const QKeySequence mnemonic = QKeySequence::mnemonic(text);
            if (mnemonic.isEmpty()) {
                continue;
            }
            ++seen;
            const QString key = mnemonic.toString();
            QVERIFY2(!taken.contains(key),
                qPrintable(QStringLiteral("%1: %2 of \"%3\" and \"%4\"")
                               .arg(QString::fromLatin1(page), key, text, taken[key])));
            taken[key] = text;
        }
    });
    QVERIFY(seen > 20);
}

void TestWizardPages::everythingFitsTheSmallestWindow()
{
    WizardKit kit;
    ui::common::ThemeController theme(
        *static_cast<QApplication*>(QApplication::instance()), app::settings::Appearance::Light);
    kit.start();
    kit.wizard->resize(1024, 700);
    onEveryPage(kit, [&](const char* page) {
        QCOMPARE(kit.wizard->size(), QSize(1024, 700)); // nothing forced it larger
        const auto areas = kit.wizard->findChildren<QScrollArea*>();
        for (const QScrollArea* area : areas) {
            if (area->isVisible()) {
                QTRY_VERIFY2(area->widget()->width() <= area->viewport()->width(), page);
            }
        }
        const auto buttons = kit.wizard->findChildren<QPushButton*>();
        for (const QPushButton* button : buttons) {
            if (button->isVisible() && !button->text().isEmpty()) {
                QTRY_VERIFY2(button->width() >= button->minimumSizeHint().width(),
                    qPrintable(QStringLiteral("%1: %2").arg(QString::fromLatin1(page), button->text())));
            }
        }
    });
}

void TestWizardPages::tellsEverythingAnAdministratorHasToKnow()
{
    WizardKit kit;
    kit.start();
    QString everything;
    onEveryPage(kit, [&](const char*) { everything += kit.everyText(); });

    for (const char* fact :
        {"ChatGPT Enterprise plan", "not promised on any other plan", "OpenAI API Platform owner or admin",
            "Creates the key and sends the request to OpenAI Support", "Paste the key on the next page",
            "not self-serve", "linked to your ChatGPT workspace", "Keys of other organizations will not work",
            "codex.enterprise.analytics.read", "1 to 5 business days", "Codex analytics API to Read",
            "admin.openai.com", "both kinds are accepted", "cannot be used for any other OpenAI call",
            "displayed only when it is created", "Store it safely before closing that dialog",
            "deleted key cannot be restored", "a new key repeats the Support request", "A UUID",
            "Workspace details", "Sessions with Codex, and the interactions inside them",
            "Codex's measure of consumption", "uncached input, cached input and output", "Days are UTC days",
            "newest can still change"}) {
        QVERIFY2(everything.contains(QString::fromLatin1(fact)), fact);
    }
}

void TestWizardPages::enterGoesToTheFirstFieldThatFails()
{
    WizardKit kit;
    kit.start();
    kit.goToKey();

    kit.press(Qt::Key_Return);
    QCOMPARE(kit.step(), SetupStep::Key);
    QCOMPARE(kit.focusName(), QStringLiteral("workspaceIdEdit"));
    QVERIFY(
        kit.text(QStringLiteral("workspaceIdNote")).startsWith(QStringLiteral("Enter the workspace id.")));
    QVERIFY(kit.find<QLineEdit>(QStringLiteral("workspaceIdEdit"))->property("invalid").toBool());

    kit.type(Simulator::workspace().toString().toUpper());
    QVERIFY(kit.visible(QStringLiteral("workspaceIdValid")));
    QVERIFY(!kit.find<QLineEdit>(QStringLiteral("workspaceIdEdit"))->property("invalid").toBool());
    kit.press(Qt::Key_Return);
    QCOMPARE(kit.step(), SetupStep::Key);
    QCOMPARE(kit.focusName(), QStringLiteral("apiKeyEdit"));
    QVERIFY(kit.text(QStringLiteral("apiKeyNote")).startsWith(QStringLiteral("Paste the analytics key.")));
}

void TestWizardPages::explainsABadWorkspaceId_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("told");
    QTest::newRow("an organisation id")
        << QStringLiteral("org-H4ld3n") << QStringLiteral("organization id of the API Platform");
    QTest::newRow("a name") << QStringLiteral("Halden Systems")
                            << QStringLiteral("This is not a workspace id");
    QTest::newRow("a URL that holds one")
        << QStringLiteral("https://chatgpt.com/admin/%1").arg(Simulator::workspace().toString())
        << QStringLiteral("it holds one");
}

void TestWizardPages::explainsABadWorkspaceId()
{
    QFETCH(QString, typed);
    QFETCH(QString, told);
    WizardKit kit;
    kit.start();
    kit.goToKey();

    kit.type(typed);
    kit.press(Qt::Key_Return);

    QCOMPARE(kit.step(), SetupStep::Key);
    QCOMPARE(kit.focusName(), QStringLiteral("workspaceIdEdit"));
    QVERIFY2(kit.text(QStringLiteral("workspaceIdNote")).contains(told),
        qPrintable(kit.text(QStringLiteral("workspaceIdNote"))));
    QCOMPARE(kit.visible(QStringLiteral("useOfferedIdButton")) != nullptr, typed.startsWith(u'h'));
}

void TestWizardPages::explainsABadKey_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("told");
    QTest::newRow("a space inside") << QStringLiteral("sk-test-0123 4567")
                                    << QStringLiteral("space or a line break inside");
    QTest::newRow("too short") << QStringLiteral("sk-test") << QStringLiteral("too short");
    QTest::newRow("not ASCII") << QStringLiteral("sk-test-01234567\u00E4") << QStringLiteral("no key has");
    QTest::newRow("Bearer alone") << QStringLiteral("Bearer ") << QStringLiteral("the whole key");
    QTest::newRow("10 KB") << QString(10'000, u'k') << QStringLiteral("too long");
}

void TestWizardPages::explainsABadKey()
{
    QFETCH(QString, typed);
    QFETCH(QString, told);
    WizardKit kit;
    kit.start();
    kit.goToKey();
    kit.type(Simulator::workspace().toString());
    QGuiApplication::clipboard()->setText(typed);
    QVERIFY(kit.tabTo(QStringLiteral("pasteKeyButton")));
    kit.press(Qt::Key_Return);
    QCOMPARE(kit.focusName(), QStringLiteral("apiKeyEdit"));

    kit.press(Qt::Key_Return);

    QCOMPARE(kit.step(), SetupStep::Key);
    QCOMPARE(kit.focusName(), QStringLiteral("apiKeyEdit"));
    QVERIFY2(kit.text(QStringLiteral("apiKeyNote")).contains(told),
        qPrintable(kit.text(QStringLiteral("apiKeyNote"))));
    QVERIFY(kit.find<QLineEdit>(QStringLiteral("apiKeyEdit"))->property("invalid").toBool());
    QCOMPARE(kit.simulator.requestCount(), 0);
}

void TestWizardPages::revealShowsTheKeyUntilThePageIsLeft()
{
    WizardKit kit;
    kit.start();
    kit.goToKey();
    kit.type(Simulator::workspace().toString());
    QVERIFY(kit.tabTo(QStringLiteral("apiKeyEdit")));
    kit.type(QStringLiteral("sk-test-reveal-me-WXYZ"));
    auto* edit = kit.find<QLineEdit>(QStringLiteral("apiKeyEdit"));
    QCOMPARE(edit->echoMode(), QLineEdit::Password);

    QVERIFY(kit.tabTo(QStringLiteral("revealKeyButton")));
    kit.press(Qt::Key_Space);
    QCOMPARE(edit->echoMode(), QLineEdit::Normal);

    kit.flow->goBack();
    QVERIFY(edit->text().isEmpty());
    kit.flow->goNext();
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(kit.flow->draft().key.has_value()); // what was typed is not lost
    QVERIFY(kit.text(QStringLiteral("apiKeyNote")).contains(QStringLiteral("ends in WXYZ")));
}

void TestWizardPages::pasteTakesTheClipboard()
{
    WizardKit kit;
    kit.start();
    kit.goToKey();
    QGuiApplication::clipboard()->setText(QStringLiteral("  \n"));
    kit.find<QPushButton>(QStringLiteral("pasteKeyButton"))->click();
    QVERIFY(kit.text(QStringLiteral("apiKeyNote")).contains(QStringLiteral("clipboard holds no text")));

    QGuiApplication::clipboard()->setText(QStringLiteral("\nBearer sk-test-0123456789-WXYZ\n"));
    kit.find<QPushButton>(QStringLiteral("pasteKeyButton"))->click();

    QCOMPARE(kit.text(QStringLiteral("apiKeyNote")),
        QStringLiteral("Ends in WXYZ, 23 character(s). Only the last four are ever shown or logged."));
}

void TestWizardPages::supportRequestIsCopiedAndMailed()
{
    WizardKit kit;
    LinkCatcher links(QStringLiteral("mailto"));
    kit.start();
    kit.press(Qt::Key_Return);
    kit.press(Qt::Key_Right);
    QVERIFY(kit.tabTo(QStringLiteral("keyNameEdit")));
    kit.type(QStringLiteral("threadcount-analytics"));
    QVERIFY(kit.tabTo(QStringLiteral("keyEndingEdit")));
    kit.type(QStringLiteral("sk-test-secret-7QXD")); // somebody pastes the whole key
    QCOMPARE(kit.find<QLineEdit>(QStringLiteral("keyEndingEdit"))->text(), QStringLiteral("7QXD"));
    QVERIFY(kit.tabTo(QStringLiteral("organisationEdit")));
    kit.type(QStringLiteral("org-H4ld3nSyst3ms"));

    QVERIFY(kit.tabTo(QStringLiteral("copyRequestButton")));
    kit.press(Qt::Key_Return);
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(copied, kit.find<QPlainTextEdit>(QStringLiteral("supportRequestText"))->toPlainText());
    QVERIFY(copied.contains(QStringLiteral("ending in 7QXD")));
    QVERIFY(copied.contains(QStringLiteral("org-H4ld3nSyst3ms")));
    QVERIFY(!copied.contains(QStringLiteral("secret")));
    QVERIFY(copied.contains(QStringLiteral("[workspace id]")));
    QVERIFY(kit.text(QStringLiteral("requestNote")).contains(QStringLiteral("brackets")));

    QVERIFY(kit.tabTo(QStringLiteral("openMailButton")));
    kit.press(Qt::Key_Return);
    QCOMPARE(links.taken.size(), 1);
    QCOMPARE(links.taken[0].path(), QStringLiteral("support@openai.com"));
    QCOMPARE(kit.step(), SetupStep::Prepare);
}

void TestWizardPages::adminPageOpensInTheBrowser()
{
    WizardKit kit;
    LinkCatcher links(QStringLiteral("https"));
    kit.start();
    kit.goToKey();
    QVERIFY(kit.tabTo(QStringLiteral("openAdminPageButton")));
    kit.press(Qt::Key_Return);
    QCOMPARE(links.taken, QList<QUrl>{QUrl(QStringLiteral("https://chatgpt.com/admin"))});
}

void TestWizardPages::aKeychainThatFailsLeavesTheSession_data()
{
    QTest::addColumn<ErrorKind>("mood");
    QTest::newRow("locked") << ErrorKind::KeychainLocked;
    QTest::newRow("not there") << ErrorKind::KeychainUnavailable;
    QTest::newRow("denied") << ErrorKind::KeychainDenied;
    QTest::newRow("silent") << ErrorKind::KeychainSilent;
}

void TestWizardPages::aKeychainThatFailsLeavesTheSession()
{
    QFETCH(ErrorKind, mood);
    MoodyKeychain keychain;
    keychain.mood = mood;
    WizardKit kit;
    kit.keychain = &keychain;
    kit.start();
    kit.goToKey();

    app::core::Error error;
    error.kind = mood;
    const auto expected = app::messages::describe(error);
    QTRY_VERIFY(kit.text(QStringLiteral("keychainNote")).contains(expected.whatHappened));
    QVERIFY(kit.text(QStringLiteral("keychainNote")).contains(expected.nextStep));
    QVERIFY(!kit.find<QRadioButton>(QStringLiteral("keychainRadio"))->isEnabled());
    QVERIFY(kit.find<QRadioButton>(QStringLiteral("sessionRadio"))->isChecked());
    QCOMPARE(kit.flow->draft().keyLocation, app::settings::KeyLocation::Session);
}

void TestWizardPages::keychainCanBeCheckedAgain()
{
    MoodyKeychain keychain;
    keychain.mood = ErrorKind::KeychainLocked;
    WizardKit kit;
    kit.keychain = &keychain;
    kit.start();
    kit.goToKey();
    QTRY_VERIFY(kit.visible(QStringLiteral("probeAgainButton")));

    keychain.mood.reset();
    QVERIFY(kit.tabTo(QStringLiteral("probeAgainButton")));
    kit.press(Qt::Key_Return);

    auto* radio = kit.find<QRadioButton>(QStringLiteral("keychainRadio"));
    QTRY_VERIFY(radio->isEnabled());
    radio->setFocus();
    kit.press(Qt::Key_Space);
    QVERIFY(radio->isChecked());
    QCOMPARE(kit.flow->draft().keyLocation, app::settings::KeyLocation::Keychain);
}

void TestWizardPages::aFailedCommitIsExplainedAndRepeated()
{
    MoodyKeychain keychain;
    WizardKit kit;
    kit.keychain = &keychain;
    kit.start();
    kit.goToBackfill();
    QCOMPARE(kit.flow->draft().keyLocation, app::settings::KeyLocation::Keychain);
    QObject::disconnect(kit.wizard.get(), &ui::wizard::SetupWizard::startBackfillRequested, nullptr, nullptr);
    keychain.mood = ErrorKind::KeychainDenied;

    kit.press(Qt::Key_Return);
    QTRY_VERIFY(kit.visible(QStringLiteral("commitError")));
    app::core::Error error;
    error.kind = ErrorKind::KeychainDenied;
    QVERIFY(kit.everyText().contains(app::messages::describe(error).whatHappened));
    QCOMPARE(kit.dataContent(), QStringList());
    QVERIFY(kit.visible(QStringLiteral("backButton")));

    keychain.mood.reset();
    kit.press(Qt::Key_Return);
    QTRY_VERIFY(kit.flow->isCommitted());
    QVERIFY(!kit.visible(QStringLiteral("commitError")));
    QVERIFY(kit.visible(QStringLiteral("pauseButton")));
}

void TestWizardPages::calendarShowsWhatArrived()
{
    WizardKit kit;
    kit.start();
    kit.goToBackfill();
    QObject::disconnect(kit.wizard.get(), &ui::wizard::SetupWizard::startBackfillRequested, nullptr, nullptr);
    kit.press(Qt::Key_Return);
    QTRY_VERIFY(kit.flow->isCommitted());
    auto* calendar = kit.find<DayCalendar>(QStringLiteral("dayCalendar"));
    QCOMPARE(
        calendar->range(), app::core::DayRange::endingAt(WizardKit::kToday, 30)); // before the first word

    kit.wizard->showProgress(progressOf(30, 18));

    // 10:00 UTC on the newest day: that one and the day before it can still change.
    QCOMPARE(calendar->state(WizardKit::kToday), DayCalendar::State::Provisional);
    QCOMPARE(calendar->state(WizardKit::kToday - 1), DayCalendar::State::Provisional);
    QCOMPARE(calendar->state(WizardKit::kToday - 2), DayCalendar::State::Stored);
    QCOMPARE(calendar->state(WizardKit::kToday - 17), DayCalendar::State::Stored);
    QCOMPARE(calendar->state(WizardKit::kToday - 18), DayCalendar::State::Reading);
    QCOMPARE(calendar->state(WizardKit::kToday - 19), DayCalendar::State::Reading);
    QCOMPARE(calendar->state(WizardKit::kToday - 20), DayCalendar::State::ToDo);
    QVERIFY(calendar->accessibleDescription().contains(QStringLiteral("18 of 30")));
    QCOMPARE(kit.text(QStringLiteral("daysStoredValue")), QStringLiteral("18"));
    QCOMPARE(kit.text(QStringLiteral("rowsValue")), QStringLiteral("3,349"));
    QCOMPARE(kit.text(QStringLiteral("engineersValue")), QStringLiteral("388"));
    QCOMPARE(kit.text(QStringLiteral("timeLeftValue")), QStringLiteral("80\u00A0s"));
    QVERIFY(kit.text(QStringLiteral("backfillDoing")).contains(QStringLiteral("1 Nov to 2 Nov 2026")));
}

void TestWizardPages::waitingAndFailureAreSaid()
{
    WizardKit kit;
    kit.start();
    kit.goToBackfill();
    QObject::disconnect(kit.wizard.get(), &ui::wizard::SetupWizard::startBackfillRequested, nullptr, nullptr);
    QObject::disconnect(kit.wizard.get(), &ui::wizard::SetupWizard::retryRequested, nullptr, nullptr);
    int retries = 0;
    QObject::connect(kit.wizard.get(), &ui::wizard::SetupWizard::retryRequested, kit.wizard.get(),
        [&retries] { ++retries; });
    kit.press(Qt::Key_Return);
    QTRY_VERIFY(kit.flow->isCommitted());

    auto progress = progressOf(30, 5);
    progress.phase = app::sync::SyncProgress::Phase::Waiting;
    progress.waitingUntil = kit.clock.now() + std::chrono::minutes(2);
    progress.timeLeft.reset();
    kit.wizard->showProgress(progress);
    QVERIFY(kit.text(QStringLiteral("backfillDoing")).contains(QStringLiteral("10:02 UTC")));
    QCOMPARE(kit.text(QStringLiteral("timeLeftValue")), QStringLiteral("\u2013"));

    app::sync::SyncReport report;
    app::core::Error error;
    error.kind = ErrorKind::ServiceUnavailable;
    error.httpStatus = 503;
    error.detail = QStringLiteral("<b>upstream</b> is down");
    report.error = error;
    kit.wizard->showReport(report);

    QCOMPARE(kit.step(), SetupStep::Backfill);
    auto* details = qobject_cast<QLabel*>(kit.visible(QStringLiteral("backfillErrorDetails")));
    QVERIFY(details);
    QCOMPARE(details->textFormat(), Qt::PlainText);
    QVERIFY(details->text().contains(QStringLiteral("<b>upstream</b>")));
    const auto expected = app::messages::describe(error);
    QVERIFY(kit.everyText().contains(expected.whatHappened));
    QVERIFY(kit.everyText().contains(expected.nextStep));
    QCOMPARE(kit.text(QStringLiteral("daysStoredValue")), QStringLiteral("5")); // what arrived stays in sight
    QCOMPARE(kit.focusName(), QStringLiteral("retryButton"));
    kit.press(Qt::Key_Return);
    QCOMPARE(retries, 1);
    QVERIFY(!kit.visible(QStringLiteral("backfillErrorDetails")));
}

void TestWizardPages::leavingTheBackfillAsksFirst()
{
    WizardKit kit;
    kit.start();
    kit.goToBackfill();
    QObject::disconnect(kit.wizard.get(), &ui::wizard::SetupWizard::startBackfillRequested, nullptr, nullptr);
    kit.press(Qt::Key_Return);
    QTRY_VERIFY(kit.flow->isCommitted());

    kit.press(Qt::Key_Escape);
    kit.press(Qt::Key_Escape); // one question at a time
    QCOMPARE(kit.dialogs.count(), std::size_t{1});
    kit.dialogs.answer(1);
    QCOMPARE(kit.dashboards, 0);
    kit.press(Qt::Key_Escape);
    kit.dialogs.answer(0);
    QCOMPARE(kit.dashboards, 1);
    QVERIFY(kit.settings().find(Simulator::workspace())->setupFinished);
}

void TestWizardPages::failureToRememberTheStepIsTold()
{
    WizardKit kit;
    kit.start();
    kit.goToKey();
    kit.type(Simulator::workspace().toString());
    // A file stands where the data folder has to be.
    QFile obstacle(kit.folder().path());
    QVERIFY(obstacle.open(QIODevice::WriteOnly));

    kit.wizard->QWidget::close();
    QVERIFY(kit.wizard->isVisible());
    QCOMPARE(kit.closed, 0);
    QCOMPARE(kit.dialogs.last().objectName, QStringLiteral("saveFailedDialog"));
    kit.dialogs.answer(1);
    QVERIFY(kit.wizard->isVisible());
    QCOMPARE(
        kit.find<QLineEdit>(QStringLiteral("workspaceIdEdit"))->text(), Simulator::workspace().toString());

    kit.wizard->QWidget::close();
    kit.dialogs.answer(0);
    QCOMPARE(kit.closed, 1);
}

void TestWizardPages::demoIsOfferedOnlyWhereAllowed()
{
    {
        WizardKit kit;
        kit.start();
        int asked = 0;
        QObject::connect(kit.wizard.get(), &ui::wizard::SetupWizard::demoRequested, kit.wizard.get(),
            [&asked] { ++asked; });
        QVERIFY(kit.tabTo(QStringLiteral("demoRoute")));
        kit.press(Qt::Key_Return);
        QCOMPARE(asked, 1);
    }
    WizardKit kit;
    kit.offersDemo = false;
    kit.start();
    QVERIFY(!kit.visible(QStringLiteral("demoRoute")));
    QVERIFY(kit.tabTo(QStringLiteral("connectRoute")));
    kit.press(Qt::Key_Space);
    QCOMPARE(kit.step(), SetupStep::Prepare);
}

void TestWizardPages::followsADarkDesktop()
{
    WizardKit kit;
    ui::common::ThemeController theme(
        *static_cast<QApplication*>(QApplication::instance()), app::settings::Appearance::Light);
    kit.start();
    kit.goToKey();
    const QColor light = kit.wizard->grab().toImage().pixelColor(600, 20);
    const QKeySequence before = kit.find<QPushButton>(QStringLiteral("pasteKeyButton"))->shortcut();

    theme.setAppearance(app::settings::Appearance::Dark);

    QTRY_VERIFY(kit.wizard->grab().toImage().pixelColor(600, 20).lightness() < light.lightness());
    QCOMPARE(kit.find<QPushButton>(QStringLiteral("pasteKeyButton"))->shortcut(), before);
}

QTEST_MAIN(TestWizardPages)
#include "tst_wizard_pages.moc"
