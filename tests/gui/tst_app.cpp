// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/ElidedLabel.h"
#include "common/Translations.h"
#include "core/Log.h"
#include "gui/FakeDialogService.h"
#include "pages/OverviewPage.h"
#include "pages/SurfacesPage.h"
#include "secrets/SessionSecretStore.h"
#include "shell/AppController.h"
#include "shell/PagePrinter.h"
#include "simulator/SimulatorThread.h"
#include "store/UsageQueries.h"
#include "store/WorkspaceLock.h"
#include "support/FakeClock.h"
#include "support/TestCase.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPrinter>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace app::core;
using namespace app::simulator;
using namespace std::chrono_literals;
using support::FakeClock;
using support::FakeDialogService;
using ui::shell::AppController;
using ui::shell::AppServices;
using ui::shell::MainWindow;
using ui::shell::SyncStatus;

namespace {

const UtcDay kToday = *UtcDay::fromIso(u"2026-11-20");

Profile company(const QString& name = QStringLiteral("default"))
{
    Profile profile = *Profile::named(name);
    profile.engineers = 9;
    profile.days = 60;
    profile.today = kToday;
    return profile;
}

/// The program as main() builds it, on a data folder of its own. Secrets stay in memory.
class Program
{
public:
    explicit Program(
        SimulatorThread& simulator, const QString& dataFolder, app::secrets::ApiKey* key = nullptr)
    {
        const auto folder = app::store::DataFolder::inspect(dataFolder);
        auto fakeClock = std::make_unique<FakeClock>(kToday.start() + 10h);
        clock = fakeClock.get();
        services = std::make_unique<AppServices>(AppServices{std::move(fakeClock), *folder, {},
            *app::api::BaseUrl::parse(simulator.url().toString()), {}, nullptr,
            std::make_unique<app::secrets::SessionSecretStore>(), std::nullopt, std::nullopt});
        services->policy.tries = 2;
        services->policy.firstDelay = 5ms;
        services->policy.delayCap = 10ms;
        if (key) {
            services->givenKey = key->clone();
        }
        if (folder->exists()) {
            services->settings = *app::settings::Settings::load(folder->settingsFile());
        }
        theme = std::make_unique<ui::common::ThemeController>(
            *qobject_cast<QApplication*>(QCoreApplication::instance()), app::settings::Appearance::Light);
        AppController::Presentation presentation;
        presentation.source = MainWindow::Source::OtherAddress;
        presentation.address = services->baseUrl.origin();
        presentation.keychainNotOffered = QStringLiteral("No keychain in this test.");
        controller = std::make_unique<AppController>(*services, dialogs, *theme, presentation);
        controller->start();
    }

    std::unique_ptr<AppServices> services;
    FakeClock* clock = nullptr;
    FakeDialogService dialogs;
    std::unique_ptr<ui::common::ThemeController> theme;
    std::unique_ptr<AppController> controller;

    /// The visible widget of that name in the window on the screen, or null.
    template <typename Widget = QWidget> Widget* find(const char* objectName) const
    {
        const QWidget* window = controller->window();
        const auto found
            = window ? window->findChildren<Widget*>(QLatin1String(objectName)) : QList<Widget*>();
        for (Widget* widget : found) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    bool canUse(const char* objectName) const
    {
        const QWidget* widget = find(objectName);
        return widget && widget->isEnabled();
    }
    bool click(const char* objectName) const
    {
        if (!QTest::qWaitFor([&] { return canUse(objectName); }, 10'000)) {
            return false;
        }
        QTest::mouseClick(find(objectName), Qt::LeftButton);
        return true;
    }
    bool type(const char* objectName, const QString& text) const
    {
        if (!QTest::qWaitFor([&] { return canUse(objectName); }, 10'000)) {
            return false;
        }
        auto* edit = find<QLineEdit>(objectName);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        return true;
    }
    SyncStatus::State state() const
    {
        return controller->session() ? controller->session()->status().state : SyncStatus::State::NeverSynced;
    }
    bool waitFor(SyncStatus::State wanted) const
    {
        return QTest::qWaitFor([&] { return controller->session() && state() == wanted; }, 30'000);
    }
    /// From Welcome to the running backfill, by mouse and keyboard.
    bool connectWorkspace() const
    {
        return click("connectRoute") && click("nextButton")
            && type("workspaceIdEdit", Simulator::workspace().toString())
            && type("apiKeyEdit", Simulator::acceptedKey()) && click("nextButton") && click("nextButton")
            && click("startBackfillButton");
    }
    bool openDashboards() const
    {
        return connectWorkspace() && waitFor(SyncStatus::State::Idle) && click("openDashboardsButton")
            && QTest::qWaitFor([&] { return canUse("overviewButton"); }, 10'000)
            && QTest::qWaitForWindowActive(controller->window());
    }
    /// Every text that a person can read in the window.
    QString visibleText() const
    {
        QString all;
        for (const QLabel* label : controller->window()->findChildren<QLabel*>()) {
            if (label->isVisible()) {
                all += label->text() + QLatin1Char('\n');
            }
        }
        return all;
    }
};

std::int64_t servedTurns(const Served& served, DayRange range)
{
    std::int64_t turns = 0;
    for (const auto& [day, rows] : served.usage) {
        for (const TruthUsage& row : rows) {
            turns += range.contains(day) ? row.turns : 0;
        }
    }
    return turns;
}

QStringList filesBelow(const QString& folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        files << it.next();
    }
    return files;
}

} // namespace

class TestApp : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fromAPastedKeyToCharts();
    void nothingSecretAndNothingUnnamedIsOnDisk();
    void chartsFollowASyncThatStoresSomething();
    void f5SyncsAndFailuresSayWhatToDo();
    void aSyncElsewhereIsTriedAgainSoon();
    void restartOpensTheDashboardsWithoutAsking();
    void aKilledBackfillResumesAtRestart();
    void disconnectForgetsTheKeyAndKeepsTheCharts();
    void eraseLeavesNothingAndReturnsToWelcome();
    void aStoreThatIsGoneReturnsToWelcome();
    void closingBeforeTheCommitLeavesNoKeyAndNoCache();
    void anEngineerOpensFromTheTableAndBack();
    void altLeftWalksBackOverPagesPeopleAndRanges();
    void thePaletteFindsAndOpensAPerson();
    void theWindowComesBackAsItWasLeft();
    void settingsThatCannotBeUsedOpenTheUsualWindow();
    void exportWritesWhatTheStoreHolds_data();
    void exportWritesWhatTheStoreHolds();
    void exportSaysWhyItCannot();
    void thePageIsPrintedInLightWithItsWords();
    void weeksReachEveryPage();
};

void TestApp::initTestCase()
{
    ui::common::installTranslators(*qobject_cast<QApplication*>(QCoreApplication::instance()));
}

void TestApp::fromAPastedKeyToCharts()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const Program program(simulator, home.filePath(QStringLiteral("data")));

    QVERIFY(program.openDashboards());

    // The preset is the 30 days that end yesterday.
    auto* overview = program.controller->window()->findChild<ui::pages::OverviewPage*>();
    QVERIFY(overview);
    QTRY_VERIFY(overview->state() == ui::pages::Page::State::Content);
    const DayRange shown = overview->range();
    QVERIFY(shown == DayRange::endingAt(kToday - 1, 30));
    auto future = program.controller->session()->store().read(
        [shown](const app::store::Database& database) { return app::store::usageByDay(database, shown); });
    future.waitForFinished();
    std::int64_t turns = 0;
    const auto stored = future.result();
    for (const app::store::UsageDay& day : *stored) {
        turns += day.totals.turns;
    }
    QCOMPARE(turns, servedTurns(simulator.served(), shown));
    QVERIFY(turns > 0);
    QVERIFY2(program.visibleText().contains(QLatin1String("of 30 days")), qPrintable(program.visibleText()));
    // A service that is not OpenAI's is never hidden.
    QVERIFY(program.visibleText().contains(QLatin1String("127.0.0.1")));
}

void TestApp::nothingSecretAndNothingUnnamedIsOnDisk()
{
    SimulatorThread simulator(company(QStringLiteral("canary")));
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const QString data = home.filePath(QStringLiteral("data"));
    {
        const Program program(simulator, data);
        QVERIFY(program.openDashboards());
        QVERIFY(!program.visibleText().contains(Simulator::acceptedKey()));
        QVERIFY(!program.visibleText().contains(QLatin1String("CANARY")));
    }

    const QStringList files = filesBelow(home.path());
    QVERIFY(std::any_of(
        files.begin(), files.end(), [](const QString& f) { return f.endsWith(QLatin1String("cache.db")); }));
    QVERIFY(std::any_of(files.begin(), files.end(),
        [](const QString& f) { return f.endsWith(QLatin1String("settings.ini")); }));
    QVERIFY(std::any_of(
        files.begin(), files.end(), [](const QString& f) { return f.endsWith(QLatin1String(".log")); }));
    const QByteArray secret = Simulator::acceptedKey().toUtf8();
    for (const QString& name : files) {
        QFile file(name);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("CANARY"), qPrintable(name));
        QVERIFY2(!bytes.contains(secret), qPrintable(name));
        QVERIFY2(!bytes.contains(secret.mid(10, 20)), qPrintable(name));
    }
}

void TestApp::chartsFollowASyncThatStoresSomething()
{
    Profile profile = company();
    SimulatorThread simulator(profile);
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const Program program(simulator, home.filePath(QStringLiteral("data")));
    QVERIFY(program.openDashboards());
    auto* overview = program.controller->window()->findChild<ui::pages::OverviewPage*>();
    QTRY_VERIFY(overview->state() == ui::pages::Page::State::Content);
    QTRY_VERIFY(!overview->isReading());
    const QImage before = overview->grab().toImage();

    profile.revisedDays = {{kToday - 4, kToday - 1}};
    simulator.setProfile(profile);
    QSignalSpy loaded(overview, &ui::pages::Page::loaded);
    QTest::keyClick(program.controller->window(), Qt::Key_F5);
    QVERIFY(program.waitFor(SyncStatus::State::Running));
    QVERIFY(program.waitFor(SyncStatus::State::Idle));

    QTRY_VERIFY(!loaded.isEmpty());
    QTRY_VERIFY(!overview->isReading());
    QTRY_VERIFY(overview->grab().toImage() != before);
}

void TestApp::f5SyncsAndFailuresSayWhatToDo()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const Program program(simulator, home.filePath(QStringLiteral("data")));
    QVERIFY(program.openDashboards());

    simulator.setFaults({*Fault::named(QStringLiteral("key-rejected-a"))});
    QTest::keyClick(program.controller->window(), Qt::Key_F5);
    QVERIFY(program.waitFor(SyncStatus::State::Stopped));

    const QString lead = QStringLiteral("The key is no longer accepted");
    QTRY_VERIFY2(program.visibleText().contains(lead), qPrintable(program.visibleText()));
    QVERIFY(program.visibleText().contains(QLatin1String("of 30 days")));

    simulator.setFaults({});
    QTest::keyClick(program.controller->window(), Qt::Key_F5);
    QVERIFY(program.waitFor(SyncStatus::State::Idle));
    QTRY_VERIFY(!program.visibleText().contains(lead));
}

void TestApp::aSyncElsewhereIsTriedAgainSoon()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const Program program(simulator, home.filePath(QStringLiteral("data")));
    QVERIFY(program.openDashboards());
    const auto lock = app::store::WorkspaceLock::acquire(program.controller->session()->store().folder());
    QVERIFY(lock);

    QTest::keyClick(program.controller->window(), Qt::Key_F5);
    QVERIFY(program.waitFor(SyncStatus::State::Failed));

    const SyncStatus& status = program.controller->session()->status();
    QCOMPARE(errorKindName(status.error->kind), QStringLiteral("sync_running"));
    QVERIFY(status.next);
    QVERIFY(*status.next > program.clock->now() + 4min && *status.next < program.clock->now() + 6min);
}

void TestApp::restartOpensTheDashboardsWithoutAsking()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const QString data = home.filePath(QStringLiteral("data"));
    {
        const Program program(simulator, data);
        QVERIFY(program.openDashboards());
    }
    const int requests = simulator.requestCount();

    // The key was kept for the session only, so the charts are there and the key is asked for when it is
    // needed.
    const Program again(simulator, data);
    QTRY_VERIFY(again.canUse("overviewButton"));
    auto* overview = again.controller->window()->findChild<ui::pages::OverviewPage*>();
    QTRY_VERIFY(overview->state() == ui::pages::Page::State::Content);
    QCOMPARE(simulator.requestCount(), requests);

    QTest::keyClick(again.controller->window(), Qt::Key_F5);
    QVERIFY(again.waitFor(SyncStatus::State::NeedsKey));
    QCOMPARE(simulator.requestCount(), requests);
}

void TestApp::aKilledBackfillResumesAtRestart()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    simulator.setFaults({*Fault::parse(QStringLiteral("stall@usage#5-999"))});
    QTemporaryDir home;
    const QString data = home.filePath(QStringLiteral("data"));
    auto key = *app::secrets::ApiKey::parse(QStringView(Simulator::acceptedKey()));
    {
        const Program program(simulator, data);
        QVERIFY(program.connectWorkspace());
        QTRY_VERIFY_WITH_TIMEOUT(program.controller->session()
                && program.controller->session()->status().progress
                && program.controller->session()->status().progress->storedDays.size() >= 2,
            20'000);
    }

    simulator.setFaults({});
    const Program again(simulator, data, &key);
    QVERIFY(again.waitFor(SyncStatus::State::Idle));
    QVERIFY(again.click("openDashboardsButton"));
    QTRY_VERIFY(again.canUse("overviewButton"));
    QTRY_VERIFY2(
        again.visibleText().contains(QLatin1String("29 of 30 days")), qPrintable(again.visibleText()));
}

void TestApp::disconnectForgetsTheKeyAndKeepsTheCharts()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const Program program(simulator, home.filePath(QStringLiteral("data")));
    QVERIFY(program.openDashboards());
    auto* window = qobject_cast<MainWindow*>(program.controller->window());

    Q_EMIT window->disconnectRequested();

    QVERIFY(program.waitFor(SyncStatus::State::NeedsKey));
    auto* overview = window->findChild<ui::pages::OverviewPage*>();
    QTRY_VERIFY(overview->state() == ui::pages::Page::State::Content);
    const int requests = simulator.requestCount();
    QTest::keyClick(window, Qt::Key_F5);
    QTest::qWait(50);
    QCOMPARE(simulator.requestCount(), requests);
}

void TestApp::eraseLeavesNothingAndReturnsToWelcome()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const QString data = home.filePath(QStringLiteral("data"));
    const Program program(simulator, data);
    QVERIFY(program.openDashboards());
    auto* window = qobject_cast<MainWindow*>(program.controller->window());

    Q_EMIT window->eraseWanted();
    QVERIFY(program.type("eraseEdit", Simulator::workspace().toString().left(8)));
    QVERIFY(program.click("eraseButton"));

    QTRY_VERIFY(program.canUse("connectRoute"));
    QCOMPARE(filesBelow(home.path()), QStringList());
    QTRY_VERIFY(program.dialogs.count() > 0);
    QVERIFY(program.dialogs.last().details.contains(QLatin1String("cache.db")));
}

void TestApp::aStoreThatIsGoneReturnsToWelcome()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const QString data = home.filePath(QStringLiteral("data"));
    const Program program(simulator, data);
    QVERIFY(program.openDashboards());

    // As `threadcount-cli disconnect --erase` does it.
    const auto folder = app::store::DataFolder::inspect(data);
    QVERIFY(folder->eraseWorkspace(Simulator::workspace()));

    QTRY_VERIFY(program.canUse("connectRoute"));
    QVERIFY(!program.controller->session());
}

void TestApp::closingBeforeTheCommitLeavesNoKeyAndNoCache()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const QString data = home.filePath(QStringLiteral("data"));
    {
        const Program program(simulator, data);
        QVERIFY(program.click("connectRoute"));
        QVERIFY(program.click("nextButton"));
        QVERIFY(program.type("workspaceIdEdit", Simulator::workspace().toString()));
        QVERIFY(program.type("apiKeyEdit", Simulator::acceptedKey()));
        program.controller->window()->close();
    }
    for (const QString& name : filesBelow(home.path())) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(Simulator::acceptedKey().toUtf8()), qPrintable(name));
        QVERIFY2(!name.endsWith(QLatin1String("cache.db")), qPrintable(name));
    }

    const Program again(simulator, data);
    QTRY_VERIFY(again.find("workspaceIdEdit"));
    QCOMPARE(again.find<QLineEdit>("workspaceIdEdit")->text(), Simulator::workspace().toString());
    QCOMPARE(again.find<QLineEdit>("apiKeyEdit")->text(), QString());
}

void TestApp::anEngineerOpensFromTheTableAndBack()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const Program program(simulator, home.filePath(QStringLiteral("data")));
    QVERIFY(program.openDashboards());

    QVERIFY(program.click("engineersButton"));
    QTRY_VERIFY(program.canUse("engineersTable"));
    auto* table = program.find<QAbstractItemView>("engineersTable");
    QTRY_VERIFY(table->model()->rowCount() > 0);
    const QString name = table->model()->index(0, 0).data().toString();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(program.canUse("backToEngineersButton"));
    QTRY_COMPARE(program.find<ui::common::ElidedLabel>("engineerName")->text(), name);
    QVERIFY(program.click("backToEngineersButton"));
    QTRY_VERIFY(program.canUse("engineersTable"));
}

namespace {

/// What the row of the table says, by its first column.
QAbstractItemView* openTable(const Program& program)
{
    if (!program.click("engineersButton")
        || !QTest::qWaitFor([&] { return program.canUse("engineersTable"); }, 10'000)) {
        return nullptr;
    }
    auto* table = program.find<QAbstractItemView>("engineersTable");
    return QTest::qWaitFor([table] { return table->model()->rowCount() > 0; }, 10'000) ? table : nullptr;
}

/// As a person does it: the key goes to whatever has the focus.
void press(const Program& program, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QWidget* focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : program.controller->window(), key, modifiers);
}

MainWindow* mainWindow(const Program& program)
{
    return qobject_cast<MainWindow*>(program.controller->window());
}

} // namespace

void TestApp::altLeftWalksBackOverPagesPeopleAndRanges()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const Program program(simulator, home.filePath(QStringLiteral("data")));
    QVERIFY(program.openDashboards());
    MainWindow* window = mainWindow(program);

    QAbstractItemView* table = openTable(program);
    QVERIFY(table);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    const QString name = table->model()->index(0, 0).data().toString();
    press(program, Qt::Key_Return);
    QTRY_VERIFY(program.canUse("backToEngineersButton"));
    QVERIFY(program.click("range7Button"));
    QVERIFY(program.click("codeReviewButton"));

    press(program, Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(program.canUse("backToEngineersButton"));
    QVERIFY(window->preset() == ui::shell::RangePreset::Days7);
    press(program, Qt::Key_Left, Qt::AltModifier);
    QVERIFY(window->preset() == ui::shell::RangePreset::Days30);
    QVERIFY(program.canUse("backToEngineersButton"));
    press(program, Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(program.canUse("engineersTable"));
    press(program, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(window->pageName(window->currentPage()), QStringLiteral("overview"));
    QVERIFY(!window->findChild<QAction*>(QStringLiteral("backAction"))->isEnabled());

    press(program, Qt::Key_Right, Qt::AltModifier);
    press(program, Qt::Key_Right, Qt::AltModifier);
    QTRY_VERIFY(program.canUse("backToEngineersButton"));
    QTRY_COMPARE(program.find<ui::common::ElidedLabel>("engineerName")->text(), name);
}

void TestApp::thePaletteFindsAndOpensAPerson()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const Program program(simulator, home.filePath(QStringLiteral("data")));
    QVERIFY(program.openDashboards());
    QAbstractItemView* table = openTable(program);
    QVERIFY(table);
    const QString name = table->model()->index(table->model()->rowCount() - 1, 0).data().toString();
    QVERIFY(program.click("overviewButton"));

    press(program, Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(program.canUse("paletteEdit"));
    QTest::keyClicks(program.find("paletteEdit"), name);
    auto* list = program.controller->window()->findChild<QListWidget*>(QStringLiteral("paletteList"));
    QTRY_VERIFY(list->count() == 1 && list->item(0)->text() == name);
    press(program, Qt::Key_Return);
    QTRY_VERIFY(program.canUse("backToEngineersButton"));
    QTRY_COMPARE(program.find<ui::common::ElidedLabel>("engineerName")->text(), name);
}

void TestApp::theWindowComesBackAsItWasLeft()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const QString data = home.filePath(QStringLiteral("data"));
    QString name;
    {
        const Program program(simulator, data);
        QVERIFY(program.openDashboards());
        MainWindow* window = mainWindow(program);
        QAbstractItemView* table = openTable(program);
        QVERIFY(table);
        name = table->model()->index(0, 0).data().toString();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        press(program, Qt::Key_Return);
        QTRY_VERIFY(program.canUse("backToEngineersButton"));
        window->setCustomRange({kToday - 20, kToday - 6});
        window->setGranularity(app::models::Granularity::Week);
        window->setTablesShown(true);
    }
    QFile file(app::store::DataFolder::inspect(data)->settingsFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY2(text.contains(QLatin1String("page=engineers")), qPrintable(text));
    QVERIFY(!text.contains(name));
    QVERIFY(!text.contains(QLatin1Char('@')));

    const Program again(simulator, data);
    QTRY_VERIFY(again.canUse("engineersTable"));
    MainWindow* window = mainWindow(again);
    QVERIFY((window->range() == DayRange{kToday - 20, kToday - 6}));
    QVERIFY(window->preset() == ui::shell::RangePreset::Custom);
    QVERIFY(window->granularity() == app::models::Granularity::Week);
    QVERIFY(window->areTablesShown());
    QVERIFY(!window->findChild<QAction*>(QStringLiteral("backAction"))->isEnabled());
    for (const ui::pages::Page* page : window->findChildren<ui::pages::Page*>()) {
        QVERIFY(page->range() == window->range());
        QVERIFY(page->areTablesShown());
    }
}

void TestApp::settingsThatCannotBeUsedOpenTheUsualWindow()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const QString data = home.filePath(QStringLiteral("data"));
    {
        const Program program(simulator, data);
        QVERIFY(program.openDashboards());
        mainWindow(program)->setCustomRange({kToday - 20, kToday - 6});
    }
    const QString file = app::store::DataFolder::inspect(data)->settingsFile();
    auto settings = *app::settings::Settings::load(file);
    settings.view.page = QStringLiteral("page-of-another-version");
    settings.view.geometry = QByteArray("no geometry");
    settings.view.customRange.reset();
    settings.view.engineerColumns = {QStringLiteral("unknown")};
    QVERIFY(settings.save(file));

    const Program again(simulator, data);
    QTRY_VERIFY(again.canUse("overviewButton"));
    MainWindow* window = mainWindow(again);
    QCOMPARE(window->currentPage(), 0);
    QVERIFY(window->preset() == ui::shell::RangePreset::Days30);
    QVERIFY(window->width() >= 1024);
}

void TestApp::exportWritesWhatTheStoreHolds_data()
{
    QTest::addColumn<bool>("json");
    QTest::addColumn<bool>("pseudonyms");
    QTest::newRow("CSV with names") << false << false;
    QTest::newRow("JSON with names") << true << false;
    QTest::newRow("CSV with pseudonyms") << false << true;
}

void TestApp::exportWritesWhatTheStoreHolds()
{
    QFETCH(bool, json);
    QFETCH(bool, pseudonyms);
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    Program program(simulator, home.filePath(QStringLiteral("data")));
    QVERIFY(program.openDashboards());
    const DayRange range = mainWindow(program)->range();
    std::int64_t expected = 0;
    QString somebody;
    const Served served = simulator.served();
    for (const auto& [day, rows] : served.usage) {
        expected += range.contains(day) ? static_cast<std::int64_t>(rows.size()) : 0;
    }
    auto people = program.controller->session()->store().read(
        [range](const app::store::Database& database) { return app::store::engineers(database, range); });
    people.waitForFinished();
    const auto everybody = people.result();
    for (const app::store::EngineerSummary& one : *everybody) {
        somebody = one.email ? QString::fromStdString(*one.email) : somebody;
    }
    QVERIFY(expected > 0);
    QVERIFY2(!somebody.isEmpty(), qPrintable(QString::number(everybody->size())));

    press(program, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(program.canUse("exportWriteButton"));
    if (json) {
        QVERIFY(program.click("exportJsonButton"));
    }
    if (pseudonyms) {
        QTest::keyClick(program.find("exportPseudonymiseCheck"), Qt::Key_Space);
    }
    QVERIFY(program.click("exportWriteButton"));
    const QString name = program.dialogs.question().suggestedName;
    QCOMPARE(name,
        QStringLiteral("threadcount-usage-%1-to-%2.%3")
            .arg(range.first.toIso(), range.last.toIso(),
                json ? QStringLiteral("json") : QStringLiteral("csv")));
    const QString file = home.filePath(name);
    program.dialogs.choose(file, 0);
    QTRY_VERIFY(program.find<QLabel>("exportOutcome"));

    const QString outcome = program.find<QLabel>("exportOutcome")->text();
    QVERIFY2(outcome.contains(name), qPrintable(outcome));
    QVERIFY2(outcome.contains(QString::number(expected)), qPrintable(outcome));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    if (json) {
        QCOMPARE(QJsonDocument::fromJson(bytes).array().size(), static_cast<qsizetype>(expected));
    } else {
        QCOMPARE(bytes.count('\n'), static_cast<qsizetype>(expected) + 1);
    }
    QCOMPARE(bytes.contains(somebody.toUtf8()), !pseudonyms);
    QVERIFY(program.click("exportCloseButton"));
    QTRY_VERIFY(!program.find("exportCloseButton"));
}

void TestApp::exportSaysWhyItCannot()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    Program program(simulator, home.filePath(QStringLiteral("data")));
    QVERIFY(program.openDashboards());
    press(program, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(program.click("exportWriteButton"));
    program.dialogs.choose(home.filePath(QStringLiteral("no such folder/usage.csv")), 0);
    QTRY_VERIFY(program.find<QLabel>("exportOutcome"));
    const QString outcome = program.find<QLabel>("exportOutcome")->text();
    QVERIFY2(!outcome.contains(QLatin1String("written to")), qPrintable(outcome));
    QVERIFY(outcome.size() > 20);
    QVERIFY(program.canUse("exportWriteButton"));

    // The cache may go while the dialog stands there.
    Q_EMIT mainWindow(program)->eraseWanted();
    QVERIFY(program.type("eraseEdit", Simulator::workspace().toString().left(8)));
    QVERIFY(program.click("eraseButton"));
    QTRY_VERIFY(program.canUse("connectRoute"));
}

void TestApp::thePageIsPrintedInLightWithItsWords()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const Program program(simulator, home.filePath(QStringLiteral("data")));
    QVERIFY(program.openDashboards());
    auto* overview = program.controller->window()->findChild<ui::pages::OverviewPage*>();
    QTRY_VERIFY(overview->state() == ui::pages::Page::State::Content);
    program.theme->setAppearance(app::settings::Appearance::Dark);

    const ui::shell::PagePrinter paper(*program.theme, *overview,
        {QStringLiteral("Overview"), overview->periodSentence(), QStringLiteral("Demo data")});
    // The screen is as dark as before.
    QVERIFY(program.theme->theme().isDark());
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    const QString file = home.filePath(QStringLiteral("overview.pdf"));
    printer.setOutputFileName(file);
    printer.setPageOrientation(QPageLayout::Landscape);
    const int sheets = paper.print(printer);
    QVERIFY(sheets >= 1);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY(bytes.startsWith("%PDF"));
    QCOMPARE(bytes.count("/Type /Page\n"), static_cast<qsizetype>(sheets));

    // Most of it is paper, although the screen is dark.
    const QImage& picture = paper.picture();
    QVERIFY(picture.width() >= 1000);
    const QColor corner = picture.pixelColor(picture.width() - 1, picture.height() - 1);
    QVERIFY2(corner.lightness() > 200, qPrintable(corner.name()));
}

void TestApp::weeksReachEveryPage()
{
    SimulatorThread simulator(company());
    QVERIFY(simulator.start());
    QTemporaryDir home;
    const Program program(simulator, home.filePath(QStringLiteral("data")));
    QVERIFY(program.openDashboards());
    MainWindow* window = mainWindow(program);
    // Some pages were looked at before, the others are made afterwards.
    window->setCurrentPage(window->pageNamed(QStringLiteral("tokens")));
    QVERIFY(!window->findChild<ui::pages::SurfacesPage*>());
    window->findChild<QAction*>(QStringLiteral("weeklyAction"))->trigger();
    for (const char* name : {"overview", "engineers", "code-review", "surfaces", "privacy"}) {
        window->setCurrentPage(window->pageNamed(QLatin1String(name)));
    }
    const auto pages = window->findChildren<ui::pages::Page*>();
    QVERIFY(pages.size() >= 6);
    for (const ui::pages::Page* page : pages) {
        QVERIFY(page->granularity() == app::models::Granularity::Week);
    }
}

QTEST_MAIN(TestApp)
#include "tst_app.moc"
