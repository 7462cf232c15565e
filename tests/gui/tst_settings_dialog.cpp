// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "FakeDialogService.h"
#include "settings/NetworkDialog.h"
#include "settings/SettingsDialog.h"
#include "setup/NetworkSetup.h"
#include "support/Await.h"
#include "support/FakeClock.h"
#include "support/ProxyServer.h"
#include "support/TestCase.h"
#include "support/TlsServer.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace std::chrono_literals;
using app::core::Result;
using app::secrets::ProxySecrets;
using app::settings::Appearance;
using app::settings::NetworkSettings;
using app::settings::ProxyMode;
using app::settings::Settings;
using app::settings::StartAtLogin;
using app::settings::WhenClosed;
using support::FakeDialogService;
using ui::settings::NetworkDialog;
using ui::settings::NetworkPanel;
using ui::settings::NetworkServices;
using ui::settings::SettingsDialog;

namespace {

NetworkSettings someProxy()
{
    NetworkSettings network;
    network.proxy = ProxyMode::Http;
    network.proxyHost = QStringLiteral("proxy.example");
    network.proxyPort = 8080;
    network.proxyUser = QStringLiteral("ada");
    return network;
}

/// The dialog over a real settings file.
class Bench
{
public:
    explicit Bench(const Settings& initial = {})
        : settings(initial)
    {
        written = static_cast<bool>(settings.save(file()));
        SettingsDialog::Services services;
        services.dialogs = &dialogs;
        services.current = [this]() -> const Settings& { return settings; };
        services.change = [this](const SettingsDialog::Change& change) -> Result<void> {
            Settings changed = settings;
            change(changed);
            Result<void> saved = changed.save(file());
            if (saved) {
                settings = changed;
            }
            return saved;
        };
        services.startAtLogin = StartAtLogin(
            QStringLiteral("/usr/bin/threadcount"), {}, folder.filePath(QStringLiteral("autostart")));
        services.network.clock = &clock;
        services.network.proxySecrets = &secrets;
        services.network.patience = 10s;
        dialog = new SettingsDialog(services);
        dialog->show();
    }
    ~Bench() { delete dialog; }
    Q_DISABLE_COPY_MOVE(Bench)

    [[nodiscard]] QString file() const { return folder.filePath(QStringLiteral("settings.ini")); }
    /// What another start would find.
    [[nodiscard]] Settings stored() const { return *Settings::load(file()); }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile stored(file());
        return stored.open(QIODevice::ReadOnly) ? stored.readAll() : QByteArray();
    }
    template <typename Widget> [[nodiscard]] Widget* find(const char* name) const
    {
        return dialog->findChild<Widget*>(QString::fromLatin1(name));
    }
    void click(const char* name) const
    {
        auto* widget = find<QWidget>(name);
        // On the mark of a radio button or check box, which may be much wider than its text.
        QTest::mouseClick(widget, Qt::LeftButton, {}, QPoint(8, widget->height() / 2));
    }
    void type(const char* name, const QString& text) const
    {
        auto* edit = find<QLineEdit>(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }

    QTemporaryDir folder;
    FakeDialogService dialogs;
    support::FakeClock clock{app::core::Instant(1'795'348'800s)};
    ProxySecrets secrets{ProxySecrets::Kept::ForThisSession};
    Settings settings;
    bool written = false;
    QPointer<SettingsDialog> dialog;
};

} // namespace

/// Every control of the settings reads and writes the real file.
class TestSettingsDialog : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlShowsWhatIsStored();
    void lookingWritesNothing();
    void theInterval();
    void theRangeMovesTheHistoryBack();
    void retentionAsksFirst();
    void keepingEverythingNeedsNoQuestion();
    void startAtLogin();
    void whenClosedAndNotifications();
    void appearance();
    void forgettingTheView();
    void theLinksOfPrivacy();
    void theNetworkCountsWhenItIsApplied();
    void thePasswordIsNotInTheFile();
    void anotherProxyNeedsItsOwnPassword();
    void undoBringsTheNetworkBack();
    void badAddresses_data();
    void badAddresses();
    void aPastedAddressIsSplit();
    void theCertificateFileIsExplained();
    void closingWithUnappliedEditsAsks();
    void aNewerFileIsLeftAlone();
    void aFileThatCannotBeWritten();
    void editsOfTheNetworkSurviveAFailure();
    void theKeyCardHasItsPlace();
    void openSection_data();
    void openSection();
    void everythingIsReachedByKeyboard();
    void theTestNamesTheStage();
    void theTestWorksWithAnUnstoredPassword();
    void theTestCanBeStopped();
    void closingDuringATest();
    void theSetupHoldsThePasswordOnly();
};

void TestSettingsDialog::everyControlShowsWhatIsStored()
{
    Settings settings;
    settings.syncIntervalHours = 7;
    settings.backfillDays = 60;
    settings.retentionMonths = 18;
    settings.whenClosed = WhenClosed::KeepSyncing;
    settings.notifications = false;
    settings.appearance = Appearance::Dark;
    settings.network = someProxy();
    settings.network.caFile = QStringLiteral("/nowhere/ca.pem");
    const Bench bench(settings);
    QVERIFY(bench.written);
    QCOMPARE(bench.find<QSpinBox>("intervalSpin")->value(), 7);
    QVERIFY(bench.find<QRadioButton>("days60Radio")->isChecked());
    QVERIFY(bench.find<QRadioButton>("keepSomeRadio")->isChecked());
    QCOMPARE(bench.find<QSpinBox>("retentionSpin")->value(), 18);
    QCOMPARE(bench.find<QComboBox>("whenClosedCombo")->currentData().toInt(),
        static_cast<int>(WhenClosed::KeepSyncing));
    QVERIFY(!bench.find<QCheckBox>("notificationsCheck")->isChecked());
    QVERIFY(!bench.find<QCheckBox>("atLoginCheck")->isChecked());
    QVERIFY(bench.find<QRadioButton>("lookDarkRadio")->isChecked());
    QVERIFY(bench.find<QRadioButton>("proxyHttpRadio")->isChecked());
    QCOMPARE(bench.find<QLineEdit>("proxyHostEdit")->text(), QStringLiteral("proxy.example"));
    QCOMPARE(bench.find<QSpinBox>("proxyPortSpin")->value(), 8080);
    QCOMPARE(bench.find<QLineEdit>("proxyUserEdit")->text(), QStringLiteral("ada"));
    QVERIFY(bench.find<QLineEdit>("proxyPasswordEdit")->text().isEmpty());
    QCOMPARE(bench.find<QLineEdit>("caFileEdit")->text(), QStringLiteral("/nowhere/ca.pem"));
}

void TestSettingsDialog::lookingWritesNothing()
{
    const Bench bench;
    const QByteArray before = bench.bytes();
    QVERIFY(QFile::remove(bench.file()));
    auto* list = bench.find<QListWidget>("settingsList");
    for (int row = 0; row < list->count(); ++row) {
        list->setCurrentRow(row);
        QCoreApplication::processEvents();
    }
    bench.dialog->close();
    QVERIFY(!QFile::exists(bench.file()));
    QVERIFY(!before.isEmpty());
}

void TestSettingsDialog::theInterval()
{
    const Bench bench;
    auto* spin = bench.find<QSpinBox>("intervalSpin");
    QCOMPARE(spin->minimum(), 1);
    QCOMPARE(spin->maximum(), 24);
    QSignalSpy changed(bench.dialog, &SettingsDialog::settingsChanged);
    spin->setFocus();
    QTest::keyClick(spin, Qt::Key_Up);
    QCOMPARE(bench.stored().syncIntervalHours, 5);
    QCOMPARE(changed.size(), 1);
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(spin, Qt::Key_Up);
    }
    QCOMPARE(bench.stored().syncIntervalHours, 24);
}

void TestSettingsDialog::theRangeMovesTheHistoryBack()
{
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("data"));
    QSignalSpy wanted(bench.dialog, &SettingsDialog::historyWanted);
    bench.click("days90Radio");
    QCOMPARE(bench.stored().backfillDays, 90);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toInt(), 90);
    bench.click("days7Radio"); // a smaller one deletes nothing and fetches nothing
    QCOMPARE(bench.stored().backfillDays, 7);
    QCOMPARE(wanted.size(), 1);
    bench.click("days7Radio");
    QCOMPARE(wanted.size(), 1);
}

void TestSettingsDialog::retentionAsksFirst()
{
    Bench bench;
    bench.dialog->openSection(QStringLiteral("data"));
    QVERIFY(!bench.find<QSpinBox>("retentionSpin")->isEnabled());
    bench.click("keepSomeRadio");
    QCOMPARE(bench.dialogs.count(), 1U);
    QVERIFY(bench.dialogs.last().title.contains(QStringLiteral("24")));
    QVERIFY(!bench.stored().retentionMonths);
    bench.dialogs.answer(0);
    QVERIFY(bench.find<QRadioButton>("keepAllRadio")->isChecked());
    QVERIFY(!bench.stored().retentionMonths);

    bench.click("keepSomeRadio");
    bench.dialogs.answer(1);
    QCOMPARE(bench.stored().retentionMonths, std::optional(24));

    // More months delete less: no question. Fewer delete more.
    auto* spin = bench.find<QSpinBox>("retentionSpin");
    QVERIFY(spin->isEnabled());
    spin->setValue(36);
    QCOMPARE(bench.stored().retentionMonths, std::optional(36));
    QCOMPARE(bench.dialogs.count(), 2U);
    spin->setValue(6);
    QCOMPARE(bench.dialogs.count(), 3U);
    QCOMPARE(bench.stored().retentionMonths, std::optional(36));
    bench.dialogs.answer(-1);
    QCOMPARE(spin->value(), 36);
    spin->setValue(6);
    bench.dialogs.answer(1);
    QCOMPARE(bench.stored().retentionMonths, std::optional(6));
}

void TestSettingsDialog::keepingEverythingNeedsNoQuestion()
{
    Settings settings;
    settings.retentionMonths = 12;
    const Bench bench(settings);
    bench.dialog->openSection(QStringLiteral("data"));
    bench.click("keepAllRadio");
    QCOMPARE(bench.dialogs.count(), 0U);
    QVERIFY(!bench.stored().retentionMonths);
    QVERIFY(!bench.find<QSpinBox>("retentionSpin")->isEnabled());
}

void TestSettingsDialog::startAtLogin()
{
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("startup"));
    auto* check = bench.find<QCheckBox>("atLoginCheck");
    check->setFocus();
    QTest::keyClick(check, Qt::Key_Space);
    const StartAtLogin same(
        QStringLiteral("/usr/bin/threadcount"), {}, bench.folder.filePath(QStringLiteral("autostart")));
    QVERIFY(same.isEnabled());
    QTest::keyClick(check, Qt::Key_Space);
    QVERIFY(!same.isEnabled());

    // A file that somebody else wrote is not touched, and the box says what is the case.
    QFile foreign(same.file());
    QVERIFY(foreign.open(QIODevice::WriteOnly));
    foreign.write("[Desktop Entry]\nType=Application\nName=Other\nExec=other\n");
    foreign.close();
    QTest::keyClick(check, Qt::Key_Space);
    QVERIFY(!check->isChecked());
    QVERIFY(bench.find<QWidget>("settingsProblem")->isVisible());
}

void TestSettingsDialog::whenClosedAndNotifications()
{
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("startup"));
    auto* combo = bench.find<QComboBox>("whenClosedCombo");
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(static_cast<int>(bench.stored().whenClosed), static_cast<int>(WhenClosed::KeepSyncing));
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(static_cast<int>(bench.stored().whenClosed), static_cast<int>(WhenClosed::Quit));
    auto* check = bench.find<QCheckBox>("notificationsCheck");
    check->setFocus();
    QTest::keyClick(check, Qt::Key_Space);
    QVERIFY(!bench.stored().notifications);
    QTest::keyClick(check, Qt::Key_Space);
    QVERIFY(bench.stored().notifications);
}

void TestSettingsDialog::appearance()
{
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("appearance"));
    for (const auto& [name, look] :
        {std::pair("lookDarkRadio", Appearance::Dark), std::pair("lookLightRadio", Appearance::Light),
            std::pair("lookSystemRadio", Appearance::System)}) {
        bench.click(name);
        QCOMPARE(static_cast<int>(bench.stored().appearance), static_cast<int>(look));
    }
}

void TestSettingsDialog::forgettingTheView()
{
    Settings settings;
    settings.view.page = QStringLiteral("tokens");
    settings.view.presetDays = 90;
    const Bench bench(settings);
    bench.dialog->openSection(QStringLiteral("privacy"));
    QSignalSpy forgotten(bench.dialog, &SettingsDialog::forgetViewRequested);
    bench.click("forgetViewButton");
    QCOMPARE(forgotten.size(), 1);
    QCOMPARE(bench.stored().view, app::settings::ViewSettings{});
}

void TestSettingsDialog::theLinksOfPrivacy()
{
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("privacy"));
    QSignalSpy page(bench.dialog, &SettingsDialog::privacyPageRequested);
    QSignalSpy bundle(bench.dialog, &SettingsDialog::diagnosticsRequested);
    QSignalSpy erase(bench.dialog, &SettingsDialog::eraseRequested);
    bench.click("openPrivacyButton");
    bench.click("openDiagnosticsButton");
    bench.click("eraseButton");
    QCOMPARE(page.size(), 1);
    QCOMPARE(bundle.size(), 1);
    QCOMPARE(erase.size(), 1);
}

void TestSettingsDialog::theNetworkCountsWhenItIsApplied()
{
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("network"));
    QVERIFY(!bench.find<QPushButton>("networkApplyButton")->isEnabled());
    QVERIFY(!bench.find<QWidget>("proxyHostEdit")->isVisible());
    bench.click("proxySocksRadio");
    QVERIFY(bench.find<QWidget>("proxyHostEdit")->isVisible());
    QCOMPARE(bench.find<QSpinBox>("proxyPortSpin")->value(), 1080);
    bench.click("proxyHttpRadio");
    QCOMPARE(bench.find<QSpinBox>("proxyPortSpin")->value(), 3128);
    bench.type("proxyHostEdit", QStringLiteral("proxy.example"));
    bench.type("proxyUserEdit", QStringLiteral("ada"));
    bench.type("proxyPasswordEdit", QStringLiteral("pass canary"));
    QVERIFY(bench.find<QPushButton>("networkApplyButton")->isEnabled());
    QCOMPARE(bench.stored().network, NetworkSettings{}); // nothing yet

    bench.click("networkApplyButton");
    NetworkSettings expected = someProxy();
    expected.proxyPort = 3128;
    QTRY_COMPARE(bench.stored().network, expected);
    QTRY_VERIFY(!bench.find<QPushButton>("networkApplyButton")->isEnabled());
    QVERIFY(bench.find<QLineEdit>("proxyPasswordEdit")->text().isEmpty());
    QCOMPARE(bench.secrets.held(app::setup::proxyAccountOf(expected)),
        std::optional(QStringLiteral("pass canary")));

    // No proxy hides everything that belongs to one, and keeps it for the day when it comes back.
    bench.click("proxyNoneRadio");
    QVERIFY(!bench.find<QWidget>("proxyUserEdit")->isVisible());
    bench.click("networkApplyButton");
    expected.proxy = ProxyMode::None;
    QTRY_COMPARE(bench.stored().network, expected);
}

void TestSettingsDialog::thePasswordIsNotInTheFile()
{
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("network"));
    bench.type("proxyUserEdit", QStringLiteral("ada"));
    bench.type("proxyPasswordEdit", QStringLiteral("pass-canary-5521"));
    QCOMPARE(bench.find<QLineEdit>("proxyPasswordEdit")->echoMode(), QLineEdit::Password);
    bench.click("networkApplyButton");
    QTRY_COMPARE(bench.stored().network.proxyUser, QStringLiteral("ada"));
    QVERIFY(!bench.bytes().contains("canary"));
}

void TestSettingsDialog::anotherProxyNeedsItsOwnPassword()
{
    Settings settings;
    settings.network = someProxy();
    Bench bench(settings);
    bench.secrets.hold(app::setup::proxyAccountOf(settings.network), QStringLiteral("secret"));
    bench.dialog->openSection(QStringLiteral("network"));
    QVERIFY(!bench.find<QLineEdit>("proxyPasswordEdit")->placeholderText().isEmpty());
    bench.type("proxyHostEdit", QStringLiteral("other.example"));
    QVERIFY(bench.find<QLineEdit>("proxyPasswordEdit")->placeholderText().isEmpty());
    bench.click("networkApplyButton");
    QTRY_COMPARE(bench.stored().network.proxyHost, QStringLiteral("other.example"));
    QVERIFY(!bench.secrets.held(app::setup::proxyAccountOf(bench.stored().network)));
}

void TestSettingsDialog::undoBringsTheNetworkBack()
{
    Settings settings;
    settings.network = someProxy();
    const Bench bench(settings);
    bench.dialog->openSection(QStringLiteral("network"));
    bench.type("proxyHostEdit", QStringLiteral("other.example"));
    bench.click("networkRevertButton");
    QCOMPARE(bench.find<QLineEdit>("proxyHostEdit")->text(), QStringLiteral("proxy.example"));
    QVERIFY(!bench.find<QPushButton>("networkApplyButton")->isEnabled());
}

void TestSettingsDialog::badAddresses_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces") << QStringLiteral("proxy example");
    QTest::newRow("a path") << QStringLiteral("proxy.example/path");
    QTest::newRow("an account") << QStringLiteral("ada@proxy.example");
    QTest::newRow("quotes") << QStringLiteral("\"proxy.example\"");
}

void TestSettingsDialog::badAddresses()
{
    QFETCH(QString, host);
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("network"));
    bench.click("proxyHttpRadio");
    bench.type("proxyHostEdit", host);
    bench.click("networkApplyButton");
    QCOMPARE(bench.stored().network, NetworkSettings{});
    auto* edit = bench.find<QLineEdit>("proxyHostEdit");
    QVERIFY(edit->property("invalid").toBool());
    bench.click("testConnectionButton"); // is not begun either
    QVERIFY(!bench.find<QWidget>("connectionStages")->isVisible());
    bench.type("proxyHostEdit", QStringLiteral("proxy.example"));
    QVERIFY(!edit->property("invalid").toBool());
}

void TestSettingsDialog::aPastedAddressIsSplit()
{
    const Bench bench;
    bench.dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bench.dialog));
    bench.dialog->openSection(QStringLiteral("network"));
    bench.click("proxyHttpRadio");
    auto* host = bench.find<QLineEdit>("proxyHostEdit");
    for (const auto& [typed, name, port] :
        {std::tuple(QStringLiteral("http://proxy.example:8080/"), QStringLiteral("proxy.example"), 8080),
            std::tuple(QStringLiteral("proxy.example:3129"), QStringLiteral("proxy.example"), 3129)}) {
        bench.type("proxyHostEdit", typed);
        QTest::keyClick(host, Qt::Key_Tab);
        QCOMPARE(host->text(), name);
        QCOMPARE(bench.find<QSpinBox>("proxyPortSpin")->value(), port);
    }
}

void TestSettingsDialog::theCertificateFileIsExplained()
{
    const support::TestAuthority authority;
    QVERIFY2(authority.problem().isEmpty(), qPrintable(authority.problem()));
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("network"));
    auto* note = bench.find<QLabel>("caFileNote");
    bench.type("caFileEdit", QStringLiteral("/nowhere/at/all.pem"));
    QTRY_VERIFY(note->text().startsWith(QStringLiteral("There is no file")));
    QVERIFY(bench.find<QLineEdit>("caFileEdit")->property("invalid").toBool());
    bench.type("caFileEdit", authority.file());
    QTRY_VERIFY2(note->text().contains(QStringLiteral("Example Inspection CA")), qPrintable(note->text()));
    QVERIFY(!bench.find<QLineEdit>("caFileEdit")->property("invalid").toBool());
}

void TestSettingsDialog::closingWithUnappliedEditsAsks()
{
    Bench bench;
    bench.dialog->openSection(QStringLiteral("network"));
    bench.type("proxyUserEdit", QStringLiteral("ada"));
    QTest::keyClick(bench.dialog, Qt::Key_Escape);
    QVERIFY(bench.dialog && bench.dialog->isVisible());
    QCOMPARE(bench.dialogs.count(), 1U);
    QTest::keyClick(bench.dialog, Qt::Key_Escape); // one question is enough
    QCOMPARE(bench.dialogs.count(), 1U);
    bench.dialogs.answer(0);
    QVERIFY(bench.dialog->isVisible());

    bench.click("settingsCloseButton");
    bench.dialogs.answer(2);
    QTRY_COMPARE(bench.stored().network.proxyUser, QStringLiteral("ada"));
    QTRY_VERIFY(!bench.find<QPushButton>("networkApplyButton")->isEnabled());

    bench.type("proxyUserEdit", QStringLiteral("grace"));
    bench.click("settingsCloseButton");
    bench.dialogs.answer(1);
    QTRY_VERIFY(!bench.dialog);
    QCOMPARE(bench.stored().network.proxyUser, QStringLiteral("ada"));
}

void TestSettingsDialog::aNewerFileIsLeftAlone()
{
    const Bench bench;
    QFile file(bench.file());
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray newer = "[threadcount]\nversion=99\n";
    file.write(newer);
    file.close();

    bench.dialog->openSection(QStringLiteral("appearance"));
    bench.click("lookDarkRadio");
    QVERIFY(bench.find<QWidget>("settingsProblem")->isVisible());
    QVERIFY(bench.find<QRadioButton>("lookSystemRadio")->isChecked()); // what counts
    QTest::keyClick(bench.find<QSpinBox>("intervalSpin"), Qt::Key_Up);
    QCOMPARE(bench.find<QSpinBox>("intervalSpin")->value(), 4);
    QCOMPARE(bench.bytes(), newer);
}

void TestSettingsDialog::aFileThatCannotBeWritten()
{
    const Bench bench;
    QVERIFY(QFile::remove(bench.file()));
    QVERIFY(QDir().mkpath(bench.file())); // a folder in its place
    bench.dialog->openSection(QStringLiteral("startup"));
    bench.click("notificationsCheck");
    QVERIFY(bench.find<QWidget>("settingsProblem")->isVisible());
    QVERIFY(bench.find<QCheckBox>("notificationsCheck")->isChecked());
}

void TestSettingsDialog::editsOfTheNetworkSurviveAFailure()
{
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("network"));
    bench.type("proxyUserEdit", QStringLiteral("ada"));
    QVERIFY(QFile::remove(bench.file()));
    QVERIFY(QDir().mkpath(bench.file()));
    bench.click("networkApplyButton");
    QVERIFY(bench.find<QWidget>("settingsProblem")->isVisible());
    QCOMPARE(bench.find<QLineEdit>("proxyUserEdit")->text(), QStringLiteral("ada"));
    QVERIFY(bench.find<QPushButton>("networkApplyButton")->isEnabled());
}

void TestSettingsDialog::theKeyCardHasItsPlace()
{
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("key"));
    QVERIFY(bench.find<QWidget>("keyMissingCard")->isVisible());
    auto* card = new QWidget;
    card->setObjectName(QStringLiteral("someKeyCard"));
    bench.dialog->setKeyCard(card);
    QVERIFY(!bench.find<QWidget>("keyMissingCard"));
    QTRY_VERIFY(bench.find<QWidget>("someKeyCard")->isVisible());
}

void TestSettingsDialog::openSection_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("section");
    int number = 0;
    for (const char* name : {"sync", "data", "key", "network", "startup", "appearance", "privacy"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << number++;
    }
    QTest::newRow("unknown: as it was") << QStringLiteral("nonsense") << 0;
}

void TestSettingsDialog::openSection()
{
    QFETCH(QString, name);
    QFETCH(int, section);
    const Bench bench;
    bench.dialog->openSection(name);
    QCOMPARE(static_cast<int>(bench.dialog->section()), section);
}

void TestSettingsDialog::everythingIsReachedByKeyboard()
{
    Settings settings;
    settings.network = someProxy();
    settings.retentionMonths = 12;
    const Bench bench(settings);
    bench.dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bench.dialog));
    auto* list = bench.find<QListWidget>("settingsList");
    const QStringList wanted[]{{QStringLiteral("intervalSpin")},
        {QStringLiteral("days30Radio"), QStringLiteral("keepSomeRadio"), QStringLiteral("retentionSpin")}, {},
        {QStringLiteral("proxyHttpRadio"), QStringLiteral("proxyHostEdit"), QStringLiteral("proxyPortSpin"),
            QStringLiteral("proxyUserEdit"), QStringLiteral("proxyPasswordEdit"),
            QStringLiteral("caFileEdit"), QStringLiteral("caFileButton"),
            QStringLiteral("testConnectionButton")},
        {QStringLiteral("atLoginCheck"), QStringLiteral("whenClosedCombo"),
            QStringLiteral("notificationsCheck")},
        {QStringLiteral("lookSystemRadio")},
        {QStringLiteral("openPrivacyButton"), QStringLiteral("openDiagnosticsButton"),
            QStringLiteral("forgetViewButton"), QStringLiteral("eraseButton")}};
    list->setCurrentRow(0);
    for (const QStringList& names : wanted) {
        list->setFocus();
        QStringList reached;
        for (int i = 0; i < 30; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget* now = QApplication::focusWidget();
            QVERIFY(now);
            if (now == list) {
                break;
            }
            reached << now->objectName();
            QVERIFY2(!now->accessibleName().isEmpty() || !now->objectName().isEmpty(),
                now->metaObject()->className());
        }
        for (const QString& name : names) {
            QVERIFY2(
                reached.contains(name), qPrintable(name + QStringLiteral(" not in ") + reached.join(u' ')));
        }
        QVERIFY(reached.contains(QStringLiteral("settingsCloseButton")));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
    }
}

void TestSettingsDialog::theTestNamesTheStage()
{
    support::TestAuthority authority;
    support::TlsServer server(authority.issue(QStringLiteral("DNS:api.chatgpt.com")));
    QVERIFY2(authority.problem().isEmpty(), qPrintable(authority.problem()));
    support::ProxyServer proxy(support::ProxyServer::Kind::Http, server.port());
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("network"));
    bench.click("proxyHttpRadio");
    bench.type("proxyHostEdit", QStringLiteral("127.0.0.1"));
    bench.find<QSpinBox>("proxyPortSpin")->setValue(proxy.port());
    QSignalSpy tested(bench.dialog, &SettingsDialog::connectionTested);

    bench.click("testConnectionButton");
    QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 1, 20'000);
    // The authority is unknown: its name is what an administrator recognises.
    QVERIFY2(bench.find<QLabel>("connectionStage3")->text().contains(QStringLiteral("Example Inspection CA")),
        qPrintable(bench.find<QLabel>("connectionStage3")->text()));
    QCOMPARE(server.requests().size(), 0);

    bench.type("caFileEdit", authority.file());
    bench.click("testConnectionButton");
    QTRY_COMPARE_WITH_TIMEOUT(tested.size(), 2, 20'000);
    QVERIFY2(bench.find<QLabel>("connectionStage4")->text().contains(QStringLiteral("200")),
        qPrintable(bench.find<QLabel>("connectionStage4")->text()));
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(!server.requests().first().toLower().contains("authorization"));
    QCOMPARE(bench.stored().network, NetworkSettings{}); // a test stores nothing
}

void TestSettingsDialog::theTestWorksWithAnUnstoredPassword()
{
    support::ProxyServer proxy(support::ProxyServer::Kind::Http);
    proxy.setPassword(QStringLiteral("ada"), QStringLiteral("secret"));
    proxy.setConduct(support::ProxyServer::Conduct::Deny);
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("network"));
    bench.click("proxyHttpRadio");
    bench.type("proxyHostEdit", QStringLiteral("127.0.0.1"));
    bench.find<QSpinBox>("proxyPortSpin")->setValue(proxy.port());
    QSignalSpy tested(bench.dialog, &SettingsDialog::connectionTested);
    auto* text = bench.find<QLabel>("connectionStage1");
    const auto test = [&](const QString& expected) {
        const qsizetype before = tested.size();
        bench.click("testConnectionButton");
        QTRY_COMPARE_WITH_TIMEOUT(tested.size(), before + 1, 20'000);
        QVERIFY2(text->text().startsWith(expected), qPrintable(text->text()));
    };
    test(QStringLiteral("The proxy asks for"));
    bench.type("proxyUserEdit", QStringLiteral("ada"));
    bench.type("proxyPasswordEdit", QStringLiteral("wrong"));
    test(QStringLiteral("The proxy does not accept"));
    bench.type("proxyPasswordEdit", QStringLiteral("secret"));
    test(QStringLiteral("The proxy does not allow"));
    QCOMPARE(
        bench.find<QLineEdit>("proxyPasswordEdit")->text(), QStringLiteral("secret")); // still to be applied
}

void TestSettingsDialog::theTestCanBeStopped()
{
    support::ProxyServer proxy(support::ProxyServer::Kind::Http);
    proxy.setConduct(support::ProxyServer::Conduct::Silent);
    const Bench bench;
    bench.dialog->openSection(QStringLiteral("network"));
    bench.click("proxyHttpRadio");
    bench.type("proxyHostEdit", QStringLiteral("127.0.0.1"));
    bench.find<QSpinBox>("proxyPortSpin")->setValue(proxy.port());
    QSignalSpy tested(bench.dialog, &SettingsDialog::connectionTested);
    bench.click("testConnectionButton");
    QTRY_COMPARE(proxy.connections(), 1);
    bench.click("testConnectionButton");
    QTRY_COMPARE(tested.size(), 1);
    QVERIFY(!bench.find<NetworkPanel>("networkPanel")->isTesting());
}

void TestSettingsDialog::closingDuringATest()
{
    support::ProxyServer proxy(support::ProxyServer::Kind::Http);
    proxy.setConduct(support::ProxyServer::Conduct::Silent);
    Settings settings;
    settings.network.proxy = ProxyMode::Http;
    settings.network.proxyHost = QStringLiteral("127.0.0.1");
    settings.network.proxyPort = proxy.port();
    const Bench bench(settings);
    bench.dialog->openSection(QStringLiteral("network"));
    bench.click("testConnectionButton");
    QTRY_COMPARE(proxy.connections(), 1);
    bench.dialog->close();
    QTRY_VERIFY(!bench.dialog);
    QTest::qWait(50); // the cancelled test ends without its window
}

void TestSettingsDialog::theSetupHoldsThePasswordOnly()
{
    support::FakeClock clock{app::core::Instant(1'795'348'800s)};
    ProxySecrets secrets(ProxySecrets::Kept::ForThisSession);
    NetworkServices services;
    services.clock = &clock;
    services.proxySecrets = &secrets;
    auto* dialog = new NetworkDialog(services, someProxy());
    dialog->show();
    NetworkSettings chosen;
    connect(
        dialog, &NetworkDialog::chosen, this, [&chosen](const NetworkSettings& value) { chosen = value; });
    auto* password = dialog->findChild<QLineEdit*>(QStringLiteral("proxyPasswordEdit"));
    QTest::keyClicks(password, QStringLiteral("secret"));
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("networkUseButton")), Qt::LeftButton);
    QTRY_COMPARE(chosen, someProxy());
    QCOMPARE(secrets.held(app::setup::proxyAccountOf(chosen)), std::optional(QStringLiteral("secret")));
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settings_dialog.moc"
