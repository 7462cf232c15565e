// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Threadcount while its window is closed: the question, the tray, the notices, waking up.

#include "common/Banner.h"
#include "common/Translations.h"
#include "gui/FakeDialogService.h"
#include "gui/FakeNotifications.h"
#include "secrets/SessionSecretStore.h"
#include "shell/Background.h"
#include "simulator/SimulatorThread.h"
#include "support/FakeClock.h"
#include "support/TestCase.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace app::core;
using namespace app::simulator;
using namespace std::chrono_literals;
using app::settings::WhenClosed;
using support::FakeClock;
using support::FakeNotifications;
using ui::shell::AppController;
using ui::shell::AppServices;
using ui::shell::Background;
using ui::shell::MainWindow;
using ui::shell::NoticeCenter;
using ui::shell::SyncStatus;
using ui::shell::TrayIcon;
using ui::shell::TrayState;

namespace {

/// What the offscreen platform says whenever a window is to come to the front.
const QString kNoRaise = QStringLiteral("^This plugin does not support raise\\(\\)$");
const UtcDay kToday = *UtcDay::fromIso(u"2026-11-20");
const WorkspaceId kSecond = *WorkspaceId::parse(u"2b7c1d90-0c55-4a2e-8a11-7f00c0ffee02");

Profile company()
{
    Profile profile;
    profile.engineers = 4;
    profile.days = 40;
    profile.today = kToday;
    return profile;
}

/// The program as main() builds it, with workspaces that were set up before.
class Desk
{
public:
    explicit Desk(int workspaces = 1)
        : simulator(company())
    {
        if (!simulator.start()) {
            qFatal("the simulator does not start");
        }
        const auto folder = app::store::DataFolder::inspect(home.filePath(QStringLiteral("data")));
        auto fakeClock = std::make_unique<FakeClock>(kToday.start() + 10h);
        clock = fakeClock.get();
        services = std::make_unique<AppServices>(AppServices{std::move(fakeClock), *folder, {},
            *app::api::BaseUrl::parse(simulator.url().toString()), {}, nullptr,
            std::make_unique<app::secrets::SessionSecretStore>(), std::nullopt, std::nullopt});
        services->policy.tries = 2;
        services->policy.firstDelay = 5ms;
        services->policy.delayCap = 10ms;
        services->givenKey = *app::secrets::ApiKey::parse(QStringView(Simulator::acceptedKey()));
        for (int i = 0; i < workspaces; ++i) {
            const WorkspaceId id = i == 0 ? Simulator::workspace() : kSecond;
            app::settings::WorkspaceSettings entry{id};
            entry.origin = services->baseUrl.origin();
            entry.keyLocation = app::settings::KeyLocation::Session;
            entry.keyHint = QStringLiteral("\u2026WXYZ");
            entry.setupFinished = true;
            entry.name = i == 0 ? QString() : QStringLiteral("R&D <Oslo>");
            services->settings.put(entry);
            if (!services->saveSettings()
                || !app::store::WorkspaceStore::open(services->dataFolder.workspaceFolder(id))) {
                qFatal("the workspace cannot be made");
            }
        }
        theme = std::make_unique<ui::common::ThemeController>(
            *qobject_cast<QApplication*>(QCoreApplication::instance()), app::settings::Appearance::Light);
        controller
            = std::make_unique<AppController>(*services, dialogs, *theme, AppController::Presentation{});
        background
            = std::make_unique<Background>(*services, *controller, dialogs, [this] { return hasTray; });
        background->setTrayPatience(1s);
    }
    ~Desk() { QGuiApplication::setQuitOnLastWindowClosed(true); }

    bool start(Background::Start how = Background::Start::WithWindow)
    {
        background->start(how);
        if (how == Background::Start::WithWindow
            && !QTest::qWaitFor([this] { return window() && window()->isVisible(); }, 30'000)) {
            return false;
        }
        if (!waitFor(SyncStatus::State::Idle)) {
            const SyncStatus now = status();
            qInfo().noquote() << "the first sync did not succeed: state" << static_cast<int>(now.state)
                              << (now.error ? app::core::errorKindName(now.error->kind) + u' '
                                             + now.error->detail
                                            : QString());
            return false;
        }
        return true;
    }
    [[nodiscard]] QWidget* window() const { return controller->window(); }
    [[nodiscard]] bool isShown() const { return window() && window()->isVisible(); }
    [[nodiscard]] SyncStatus status() const
    {
        return controller->workspaces().status(Simulator::workspace());
    }
    bool waitFor(SyncStatus::State state) const
    {
        return QTest::qWaitFor([&] { return status().state == state; }, 30'000);
    }
    [[nodiscard]] qsizetype requests() const { return simulator.requests().size(); }
    void fail(const char* fault) { simulator.setFaults({*Fault::named(QString::fromLatin1(fault))}); }
    QAction* trayAction(const char* name) const
    {
        return background->tray().menu().findChild<QAction*>(QLatin1String(name));
    }
    app::settings::WorkspaceSettings entry() const
    {
        return *services->settings.find(Simulator::workspace());
    }
    void change(const std::function<void(app::settings::WorkspaceSettings&)>& change) const
    {
        app::settings::WorkspaceSettings changed = entry();
        change(changed);
        services->settings.put(changed);
        QVERIFY(services->saveSettings());
    }
    /// What the next start of the program would read.
    app::settings::Settings saved() const
    {
        return *app::settings::Settings::load(services->dataFolder.settingsFile());
    }

    QTemporaryDir home;
    SimulatorThread simulator;
    std::unique_ptr<AppServices> services;
    FakeClock* clock = nullptr;
    bool hasTray = true;
    support::FakeDialogService dialogs;
    std::unique_ptr<ui::common::ThemeController> theme;
    std::unique_ptr<AppController> controller;
    std::unique_ptr<Background> background;
};

/// Whether the program ends when that is done.
bool ends(const std::function<void()>& action)
{
    constexpr int kStillThere = 99;
    QTimer::singleShot(0, qApp, action);
    QTimer late;
    late.setSingleShot(true);
    QObject::connect(&late, &QTimer::timeout, qApp, [] { QCoreApplication::exit(kStillThere); });
    late.start(1000);
    return QApplication::exec() == 0;
}

QStringList linesOf(const Desk& desk)
{
    QStringList lines;
    for (const QAction* action : desk.background->tray().menu().actions()) {
        lines << (action->isSeparator() ? QStringLiteral("--") : action->text());
    }
    return lines;
}

} // namespace

class TestShellBackground : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void closingAsksOnceAndRemembers();
    void closingCanEndTheProgram();
    void closingTheQuestionChangesNothing();
    void withoutATrayClosingEnds();
    void whatWasChosenIsNotAskedAgain_data();
    void whatWasChosenIsNotAskedAgain();
    void beforeAnythingIsSetUpClosingEnds();

    void theTrayDoesWhatItSays();
    void theTrayShowsEveryState_data();
    void theTrayShowsEveryState();
    void theTrayTellsTheWorst();
    void theTrayNamesSeveralWorkspaces();

    void startsHiddenInTheTray();
    void startsMinimisedWhereNoTrayComes();
    void waitsForALateTray();
    void endsWhereNothingIsSetUp();

    void aDayOfFailuresIsToldOnceADay();
    void aRestartDoesNotBeginANewCount();
    void theEndOfAKeyIsToldFourTimes();
    void theScopeIsToldWhenItComes();
    void nothingIsToldWhenTheyAreOff();
    void whoPausedKnows();
    void aClickLeadsToTheRightPlace();
    void withoutAServerTheWindowTells();
    void severalWorkspacesAreNamed();

    void wakingUpSyncsOnce();
    void theNetworkBringsAFailedSyncForward();
};

void TestShellBackground::initTestCase()
{
    ui::common::installTranslators(*qobject_cast<QApplication*>(QCoreApplication::instance()));
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
}

void TestShellBackground::closingAsksOnceAndRemembers()
{
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(!desk.background->tray().isVisible()); // nothing in the tray that nobody asked for

    desk.window()->close();
    QCOMPARE(desk.dialogs.count(), std::size_t(1));
    const ui::common::DialogContent& question = desk.dialogs.last();
    QCOMPARE(question.objectName, QStringLiteral("closeDialog"));
    QVERIFY(question.text.contains(QLatin1String("Settings")));
    QCOMPARE(question.buttons.size(), std::size_t(2));
    QVERIFY(desk.isShown());
    desk.window()->close(); // asked already
    QCOMPARE(desk.dialogs.count(), std::size_t(1));

    QVERIFY(!ends([&desk] { desk.dialogs.answer(0); }));
    QVERIFY(!desk.isShown());
    QVERIFY(desk.background->tray().isVisible());
    QCOMPARE(desk.saved().whenClosed, WhenClosed::KeepSyncing);

    // It goes on syncing.
    const qsizetype before = desk.requests();
    desk.clock->advance(5h);
    Q_EMIT desk.background->power().woke();
    QTRY_VERIFY(desk.requests() > before);
    QVERIFY(desk.waitFor(SyncStatus::State::Idle));

    // And comes back, and goes without a question.
    expectWarning(kNoRaise);
    desk.background->raise();
    QVERIFY(desk.isShown());
    desk.window()->close();
    QVERIFY(!desk.isShown());
    QCOMPARE(desk.dialogs.count(), std::size_t(1));
}

void TestShellBackground::closingCanEndTheProgram()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.window()->close();
    QVERIFY(ends([&desk] { desk.dialogs.answer(1); }));
    QCOMPARE(desk.saved().whenClosed, WhenClosed::Quit);
}

void TestShellBackground::closingTheQuestionChangesNothing()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.window()->close();
    QVERIFY(!ends([&desk] { desk.dialogs.answer(-1); }));
    QVERIFY(desk.isShown());
    QCOMPARE(desk.saved().whenClosed, WhenClosed::Ask);
    desk.window()->close();
    QCOMPARE(desk.dialogs.count(), std::size_t(2));
}

void TestShellBackground::withoutATrayClosingEnds()
{
    for (const WhenClosed choice : {WhenClosed::Ask, WhenClosed::KeepSyncing}) {
        Desk desk;
        desk.hasTray = false;
        desk.services->settings.whenClosed = choice;
        QVERIFY(desk.start());
        QVERIFY(ends([&desk] { desk.window()->close(); }));
        QCOMPARE(desk.dialogs.count(), std::size_t(0));
        QVERIFY(!desk.background->tray().isVisible());
    }
}

void TestShellBackground::whatWasChosenIsNotAskedAgain_data()
{
    QTest::addColumn<WhenClosed>("choice");
    QTest::addColumn<bool>("programEnds");
    QTest::newRow("keep syncing") << WhenClosed::KeepSyncing << false;
    QTest::newRow("quit") << WhenClosed::Quit << true;
}

void TestShellBackground::whatWasChosenIsNotAskedAgain()
{
    QFETCH(WhenClosed, choice);
    QFETCH(bool, programEnds);
    Desk desk;
    desk.services->settings.whenClosed = choice;
    QVERIFY(desk.start());
    QCOMPARE(desk.background->tray().isVisible(), choice == WhenClosed::KeepSyncing);
    QCOMPARE(ends([&desk] { desk.window()->close(); }), programEnds);
    QCOMPARE(desk.dialogs.count(), std::size_t(0));
    QCOMPARE(desk.isShown(), programEnds); // quit() ends the program, not the window
}

void TestShellBackground::beforeAnythingIsSetUpClosingEnds()
{
    Desk desk(0);
    desk.background->start(Background::Start::WithWindow);
    QTRY_VERIFY(desk.isShown());
    QVERIFY(ends([&desk] { desk.window()->close(); }));
    QVERIFY(!QFileInfo::exists(desk.services->dataFolder.path()));
}

void TestShellBackground::theTrayDoesWhatItSays()
{
    Desk desk;
    desk.services->settings.whenClosed = WhenClosed::KeepSyncing;
    QVERIFY(desk.start());
    desk.window()->close();
    QCOMPARE(linesOf(desk).mid(1),
        (QStringList{QStringLiteral("--"), QStringLiteral("Open Threadcount"), QStringLiteral("Sync now"),
            QStringLiteral("Pause syncing"), QStringLiteral("--"), QStringLiteral("Quit")}));
    QCOMPARE(linesOf(desk).front(), QStringLiteral("Synced 10:00 UTC"));
    QVERIFY(desk.background->tray().toolTip().contains(QLatin1String("Synced 10:00 UTC")));

    const qsizetype before = desk.requests();
    desk.trayAction("traySync")->trigger();
    QVERIFY(desk.waitFor(SyncStatus::State::Running));
    QCOMPARE(desk.background->tray().state(), TrayState::Working);
    QVERIFY(desk.waitFor(SyncStatus::State::Idle));
    QVERIFY(desk.requests() > before);

    desk.trayAction("trayPause")->trigger();
    QVERIFY(desk.waitFor(SyncStatus::State::Paused));
    QCOMPARE(desk.background->tray().state(), TrayState::Paused);
    QCOMPARE(linesOf(desk).front(), QStringLiteral("Paused"));
    QVERIFY(desk.saved().find(Simulator::workspace())->paused);
    QCOMPARE(desk.trayAction("trayPause")->text(), QStringLiteral("Resume syncing"));
    desk.trayAction("trayPause")->trigger();
    QVERIFY(desk.waitFor(SyncStatus::State::Idle));

    expectWarning(kNoRaise);
    desk.trayAction("trayOpen")->trigger();
    QVERIFY(desk.isShown());
    QVERIFY(ends([&desk] { desk.trayAction("trayQuit")->trigger(); }));
}

void TestShellBackground::theTrayShowsEveryState_data()
{
    QTest::addColumn<SyncStatus::State>("state");
    QTest::addColumn<ErrorKind>("error");
    QTest::addColumn<TrayState>("expected");
    using State = SyncStatus::State;
    const auto row = [](const char* name, State state, ErrorKind error, TrayState expected) {
        QTest::newRow(name) << state << error << expected;
    };
    row("never synced", State::NeverSynced, ErrorKind::Internal, TrayState::Ready);
    row("fine", State::Idle, ErrorKind::Internal, TrayState::Ready);
    row("syncing", State::Running, ErrorKind::Internal, TrayState::Working);
    row("waiting for the next try", State::Waiting, ErrorKind::Throttled, TrayState::Waiting);
    row("waiting for the scope", State::WaitingForScope, ErrorKind::ScopeMissing, TrayState::Waiting);
    row("offline is no alarm", State::Failed, ErrorKind::Offline, TrayState::Ready);
    row("throttled", State::Failed, ErrorKind::Throttled, TrayState::Waiting);
    row("failed", State::Failed, ErrorKind::ServiceUnavailable, TrayState::Trouble);
    row("revoked", State::Stopped, ErrorKind::KeyRejected, TrayState::Trouble);
    row("needs the key", State::NeedsKey, ErrorKind::NoKey, TrayState::Trouble);
    row("paused", State::Paused, ErrorKind::Internal, TrayState::Paused);
}

void TestShellBackground::theTrayShowsEveryState()
{
    QFETCH(SyncStatus::State, state);
    QFETCH(ErrorKind, error);
    QFETCH(TrayState, expected);
    SyncStatus status;
    status.state = state;
    status.error = Error{};
    status.error->kind = error;
    QCOMPARE(TrayIcon::stateOf({{QString(), status}}, kToday.start()), expected);
}

void TestShellBackground::theTrayTellsTheWorst()
{
    const auto entry = [](SyncStatus::State state) {
        SyncStatus status;
        status.state = state;
        return TrayIcon::Entry{QString(), status};
    };
    using State = SyncStatus::State;
    const Instant now = kToday.start();
    QCOMPARE(TrayIcon::stateOf({}, now), TrayState::Ready);
    QCOMPARE(TrayIcon::stateOf({entry(State::Idle), entry(State::NeedsKey), entry(State::Running)}, now),
        TrayState::Trouble);
    QCOMPARE(TrayIcon::stateOf({entry(State::Idle), entry(State::Running)}, now), TrayState::Working);
    QCOMPARE(TrayIcon::stateOf({entry(State::Paused), entry(State::Idle)}, now), TrayState::Ready);
    QCOMPARE(TrayIcon::stateOf({entry(State::Paused), entry(State::Paused)}, now), TrayState::Paused);

    // Without any colour the pictures still differ, also at the size of a panel.
    std::vector<QImage> pictures;
    for (const TrayState state :
        {TrayState::Trouble, TrayState::Working, TrayState::Waiting, TrayState::Paused, TrayState::Ready}) {
        const QImage picture = TrayIcon::iconOf(state).pixmap(22, 22).toImage();
        pictures.push_back(
            picture.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_Mono));
        for (std::size_t i = 0; i + 1 < pictures.size(); ++i) {
            int different = 0;
            for (int y = 0; y < 22; ++y) {
                for (int x = 0; x < 22; ++x) {
                    different += pictures[i].pixelIndex(x, y) != pictures.back().pixelIndex(x, y) ? 1 : 0;
                }
            }
            QVERIFY2(different >= 12, qPrintable(QString::number(different)));
        }
    }
}

void TestShellBackground::theTrayNamesSeveralWorkspaces()
{
    const FakeClock clock(kToday.start());
    TrayIcon tray(clock);
    QCOMPARE(tray.menu().actions().front()->text(), QStringLiteral("Not set up yet"));
    QVERIFY(!tray.menu().findChild<QAction*>(QStringLiteral("traySync"))->isEnabled());

    std::vector<TrayIcon::Entry> entries(11, {QStringLiteral("R&D"), {}});
    tray.setEntries(entries);
    QCOMPARE(tray.menu().actions().front()->text(), QStringLiteral("R&&D: Not synced yet"));
    QVERIFY(!tray.menu().actions().front()->isEnabled());
    QCOMPARE(tray.menu().actions().at(8)->text(), QStringLiteral("and 3 more workspaces"));
    QVERIFY(tray.toolTip().startsWith(QLatin1String("Threadcount\nR&D: Not synced yet\n")));
    entries.resize(2);
    tray.setEntries(entries);
    QVERIFY(tray.menu().actions().at(2)->isSeparator());
}

void TestShellBackground::startsHiddenInTheTray()
{
    Desk desk;
    QVERIFY(desk.start(Background::Start::Hidden)); // and has synced
    QVERIFY(!desk.isShown());
    QVERIFY(desk.background->tray().isVisible());
    QTest::qWait(1200);
    QVERIFY(!desk.isShown());

    expectWarning(kNoRaise);
    desk.background->raise();
    QTRY_VERIFY(desk.isShown());
}

void TestShellBackground::startsMinimisedWhereNoTrayComes()
{
    expectWarning(kNoRaise);
    expectWarning(kNoRaise);
    Desk desk;
    desk.hasTray = false;
    QVERIFY(desk.start(Background::Start::Hidden));
    QVERIFY(!desk.isShown());
    QTRY_VERIFY(desk.isShown());
    QVERIFY(desk.window()->isMinimized());
    QVERIFY(!desk.background->tray().isVisible());
    desk.background->raise();
    QVERIFY(!desk.window()->isMinimized());
}

void TestShellBackground::waitsForALateTray()
{
    Desk desk;
    desk.hasTray = false;
    desk.background->setTrayPatience(1h);
    QVERIFY(desk.start(Background::Start::Hidden));
    QVERIFY(!desk.background->tray().isVisible());
    desk.hasTray = true;
    QTRY_VERIFY(desk.background->tray().isVisible());
    QVERIFY(!desk.isShown());
}

void TestShellBackground::endsWhereNothingIsSetUp()
{
    Desk desk(0);
    QVERIFY(ends([&desk] { desk.background->start(Background::Start::Hidden); }));
    QVERIFY(!desk.isShown());
}

void TestShellBackground::aDayOfFailuresIsToldOnceADay()
{
    FakeNotifications server;
    Desk desk;
    QVERIFY(desk.start());
    NoticeCenter& notices = desk.background->notices();
    desk.fail("error-500");
    desk.controller->workspaces().syncAll();
    QVERIFY(desk.waitFor(SyncStatus::State::Failed));

    desk.clock->advance(24h - 1min);
    notices.look();
    QTest::qWait(50);
    QCOMPARE(server.shown.size(), std::size_t(0));
    desk.clock->advance(1min);
    notices.look();
    notices.look();
    QTRY_COMPARE(server.shown.size(), std::size_t(1));
    QCOMPARE(server.shown[0].title, QStringLiteral("No sync for 1 day"));
    desk.clock->advance(23h);
    notices.look();
    QTest::qWait(50);
    QCOMPARE(server.shown.size(), std::size_t(1));
    desk.clock->advance(1h);
    notices.look();
    QTRY_COMPARE(server.shown.size(), std::size_t(2));
    QCOMPARE(server.shown[1].title, QStringLiteral("No sync for 2 days"));
    QVERIFY(desk.saved().find(Simulator::workspace())->failureNoticeGiven == desk.clock->now());

    // The next success takes it back, and the day begins anew.
    desk.simulator.setFaults({});
    desk.controller->workspaces().syncAll();
    QVERIFY(desk.waitFor(SyncStatus::State::Idle));
    QTRY_COMPARE(server.closed.size(), std::size_t(1));
    QVERIFY(!desk.saved().find(Simulator::workspace())->failureNoticeGiven);

    for (const QString& secret : {Simulator::acceptedKey(), QStringLiteral("WXYZ"),
             Simulator::acceptedKey().right(4), QStringLiteral("@"), QStringLiteral("sk-")}) {
        QVERIFY2(!server.allText().contains(secret), qPrintable(secret));
    }
}

void TestShellBackground::aRestartDoesNotBeginANewCount()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.clock->advance(1h);
    const Instant first = desk.clock->now();
    desk.fail("error-500");
    for (int failure = 0; failure < 2; ++failure) {
        desk.controller->workspaces().syncAll();
        QVERIFY(desk.waitFor(SyncStatus::State::Running));
        QVERIFY(desk.waitFor(SyncStatus::State::Failed));
        desk.clock->advance(10h);
    }
    QVERIFY(desk.status().failingSince == first);

    ui::shell::WorkspaceSession again(*desk.services, Simulator::workspace());
    again.open();
    QTRY_VERIFY_WITH_TIMEOUT(again.status().state == SyncStatus::State::Failed, 30'000);
    QVERIFY(again.status().failingSince == first);
}

void TestShellBackground::theEndOfAKeyIsToldFourTimes()
{
    FakeNotifications server;
    Desk desk;
    QVERIFY(desk.start());
    desk.change([](app::settings::WorkspaceSettings& entry) { entry.keyExpiresOn = kToday + 31; });
    const Instant start = desk.clock->now();
    for (int day = 0; day < 40; ++day) {
        desk.clock->set(start + 24h * day);
        for (int look = 0; look < 3; ++look) {
            desk.background->notices().look();
            QCoreApplication::processEvents();
        }
    }
    QTRY_COMPARE(server.shown.size(), std::size_t(4));
    QCOMPARE(server.shown[0].title, QStringLiteral("The key expires in 30 days"));
    QCOMPARE(server.shown[1].title, QStringLiteral("The key expires in 7 days"));
    QCOMPARE(server.shown[2].title, QStringLiteral("The key expires tomorrow"));
    QCOMPARE(server.shown[3].title, QStringLiteral("The key expires today"));
    QCOMPARE(desk.saved().find(Simulator::workspace())->expiryNoticeGiven, std::optional(0));
    QVERIFY(!server.allText().contains(QLatin1String("WXYZ")));

    // Another key, long over already: once.
    desk.change([](app::settings::WorkspaceSettings& entry) {
        entry.keyExpiresOn = kToday - 3;
        entry.expiryNoticeGiven.reset();
    });
    desk.background->notices().look();
    desk.background->notices().look();
    QTRY_COMPARE(server.shown.size(), std::size_t(5));
    QCOMPARE(server.shown[4].title, QStringLiteral("The key has expired"));
}

void TestShellBackground::theScopeIsToldWhenItComes()
{
    FakeNotifications server;
    Desk desk;
    QVERIFY(desk.start());
    Q_EMIT desk.controller->workspaces().scopeArrived(Simulator::workspace());
    QTRY_COMPARE(server.shown.size(), std::size_t(1));
    QVERIFY(server.shown[0].title.contains(QLatin1String("can read")));
    QVERIFY(server.shown[0].text.contains(QLatin1String("goes on by itself")));

    desk.change([](app::settings::WorkspaceSettings& entry) { entry.setupFinished = false; });
    Q_EMIT desk.controller->workspaces().scopeArrived(Simulator::workspace());
    QTRY_COMPARE(server.shown.size(), std::size_t(2));
    QVERIFY(server.shown[1].text.contains(QLatin1String("Open Threadcount")));
}

void TestShellBackground::nothingIsToldWhenTheyAreOff()
{
    FakeNotifications server;
    Desk desk;
    desk.services->settings.notifications = false;
    QVERIFY(desk.start());
    desk.change([](app::settings::WorkspaceSettings& entry) { entry.keyExpiresOn = kToday + 1; });
    desk.fail("error-500");
    desk.controller->workspaces().syncAll();
    QVERIFY(desk.waitFor(SyncStatus::State::Failed));
    desk.clock->advance(30h);
    desk.background->notices().look();
    Q_EMIT desk.controller->workspaces().scopeArrived(Simulator::workspace());
    QTest::qWait(100);
    QCOMPARE(server.shown.size(), std::size_t(0));
    QVERIFY(!desk.entry().expiryNoticeGiven); // nothing counts as told

    desk.services->settings.notifications = true;
    desk.background->notices().look();
    QTRY_COMPARE(server.shown.size(), std::size_t(2));
}

void TestShellBackground::whoPausedKnows()
{
    FakeNotifications server;
    Desk desk;
    QVERIFY(desk.start());
    desk.fail("error-500");
    desk.controller->workspaces().syncAll();
    QVERIFY(desk.waitFor(SyncStatus::State::Failed));
    desk.controller->workspaces().pauseAll(true);
    QVERIFY(desk.waitFor(SyncStatus::State::Paused));
    desk.clock->advance(48h);
    desk.background->notices().look();
    QTest::qWait(100);
    QCOMPARE(server.shown.size(), std::size_t(0));
}

void TestShellBackground::aClickLeadsToTheRightPlace()
{
    FakeNotifications server;
    Desk desk(2);
    desk.services->settings.whenClosed = WhenClosed::KeepSyncing;
    QVERIFY(desk.start());
    QSignalSpy settings(desk.controller.get(), &AppController::settingsRequested);
    desk.controller->workspaces().activate(kSecond);
    desk.window()->close();
    desk.change([](app::settings::WorkspaceSettings& entry) { entry.keyExpiresOn = kToday + 1; });
    desk.background->notices().look();
    QTRY_COMPARE(server.shown.size(), std::size_t(1));
    QTest::qWait(50);

    expectWarning(kNoRaise);
    server.click(server.shown[0].id, QStringLiteral("token-1"));

    QTRY_VERIFY(desk.isShown());
    QTRY_COMPARE(settings.count(), 1);
    QCOMPARE(settings[0][0].toString(), QStringLiteral("key"));
    QVERIFY(desk.controller->workspaces().activeId() == Simulator::workspace());
    QVERIFY(!qEnvironmentVariableIsSet("XDG_ACTIVATION_TOKEN")); // good for one window only
}

void TestShellBackground::withoutAServerTheWindowTells()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.change([](app::settings::WorkspaceSettings& entry) { entry.keyExpiresOn = kToday + 6; });
    desk.background->notices().look();

    auto* banner = desk.window()->findChild<ui::common::Banner*>(QStringLiteral("noticeBanner"));
    QVERIFY(banner);
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(banner->lead(), QStringLiteral("The key expires in 6 days"));
    QVERIFY(!banner->text().isEmpty());
    auto* close = desk.window()->findChild<QPushButton*>(QStringLiteral("noticeCloseButton"));
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(!banner->isVisible());
}

void TestShellBackground::severalWorkspacesAreNamed()
{
    FakeNotifications server({QStringLiteral("body"), QStringLiteral("body-markup")});
    Desk desk(2);
    QVERIFY(desk.start());
    Q_EMIT desk.controller->workspaces().scopeArrived(kSecond);
    QTRY_COMPARE(server.shown.size(), std::size_t(1));
    QVERIFY2(server.shown[0].text.startsWith(QLatin1String("R&amp;D &lt;Oslo&gt;: ")),
        qPrintable(server.shown[0].text));
}

void TestShellBackground::wakingUpSyncsOnce()
{
    Desk desk;
    QVERIFY(desk.start());
    const qsizetype first = desk.requests();
    QSignalSpy finished(desk.controller->session(), &ui::shell::WorkspaceSession::finished);

    desk.clock->advance(3 * 24h);
    Q_EMIT desk.background->power().woke();
    Q_EMIT desk.background->network().returned();
    Q_EMIT desk.background->power().woke();

    QVERIFY(desk.waitFor(SyncStatus::State::Idle));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(desk.requests() > first);
    const qsizetype second = desk.requests();
    Q_EMIT desk.background->network().returned();
    QTest::qWait(200);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(desk.requests(), second);
}

void TestShellBackground::theNetworkBringsAFailedSyncForward()
{
    Desk desk;
    QVERIFY(desk.start());
    desk.fail("error-500");
    desk.controller->workspaces().syncAll();
    QVERIFY(desk.waitFor(SyncStatus::State::Failed));
    const std::optional<Instant> planned = desk.status().next;
    QVERIFY(planned && *planned >= desk.clock->now() + 4min);
    desk.simulator.setFaults({});

    desk.clock->advance(1min);
    Q_EMIT desk.background->network().returned();
    QVERIFY(desk.waitFor(SyncStatus::State::Idle));
}

QTEST_MAIN(TestShellBackground)
#include "tst_shell_background.moc"
