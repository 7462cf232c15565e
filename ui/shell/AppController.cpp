// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/AppController.h"

#include "core/Log.h"
#include "messages/ErrorText.h"
#include "models/EngineerName.h"
#include "pages/CodeReviewPage.h"
#include "pages/EngineerPage.h"
#include "pages/EngineersPage.h"
#include "pages/OverviewPage.h"
#include "pages/SurfacesPage.h"
#include "pages/TokensPage.h"
#include "shell/ExportDialog.h"
#include "shell/PagePrinter.h"
#include "store/EngineerSearch.h"
#include "store/WorkspaceLock.h"
#include "wizard/SetupWizard.h"

#include <QCoroFuture>
#include <QPointer>
#include <QStackedWidget>
#include <QtConcurrent>

#include <algorithm>

namespace ui::shell {

using app::core::DayRange;
using app::core::Error;
using app::core::ErrorKind;
using app::core::Result;
using app::settings::WorkspaceSettings;
using app::setup::SetupDraft;
using app::setup::SetupFlow;
using app::setup::SetupStep;
using app::store::WorkspaceStore;

namespace {

constexpr QSize kFirstSize{1440, 900};
constexpr QSize kSmallestSize{1024, 700};
// Dragging a window changes its size many times a second.
constexpr std::chrono::milliseconds kRememberAfter{800};

} // namespace

AppController::AppController(AppServices& services, common::DialogService& dialogs,
    common::ThemeController& theme, Presentation presentation, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_dialogs(dialogs)
    , m_theme(theme)
    , m_presentation(std::move(presentation))
{
    m_rememberView.setSingleShot(true);
    m_rememberView.setInterval(kRememberAfter);
    connect(&m_rememberView, &QTimer::timeout, this, &AppController::saveView);
}

AppController::~AppController()
{
    if (m_rememberView.isActive()) {
        saveView();
    }
    closeSession();
}

QWidget* AppController::window() const
{
    if (m_wizard) {
        return m_wizard.get();
    }
    return m_main.get();
}

void AppController::start()
{
    if (const WorkspaceSettings* workspace = finishedWorkspace()) {
        openWorkspace(*workspace, Then::ShowMainWindow);
        return;
    }
    showWizard({});
}

const WorkspaceSettings* AppController::finishedWorkspace() const
{
    const std::vector<app::core::WorkspaceId> stored = m_services.dataFolder.workspaces();
    for (const WorkspaceSettings& workspace : m_services.settings.workspaces) {
        const bool hasCache = std::find(stored.begin(), stored.end(), workspace.workspace) != stored.end();
        if (workspace.setupFinished && hasCache) {
            return &workspace;
        }
    }
    return nullptr;
}

void AppController::showWizard(SetupDraft draft)
{
    app::setup::SetupServices services{m_services.dataFolder};
    services.clock = m_services.clock.get();
    services.keychain = m_services.keychain.get();
    services.session = m_services.session.get();
    services.keychainNotOffered = m_presentation.keychainNotOffered;
    services.baseUrl = m_services.baseUrl;
    services.policy = m_services.policy;
    m_flow = std::make_unique<SetupFlow>(std::move(services));

    SetupFlow::Resumed resumed = SetupFlow::Resumed::Nothing;
    if (draft.step == SetupStep::Welcome) {
        resumed = m_flow->resume();
    }
    if (resumed == SetupFlow::Resumed::Nothing) {
        if (m_services.givenKey) {
            draft.key = m_services.givenKey->clone();
        }
        if (m_services.givenWorkspace) {
            draft.workspaceId = m_services.givenWorkspace->toString();
        }
        if (!m_services.keychain) {
            draft.keyLocation = app::settings::KeyLocation::Session;
        }
        m_flow->prefill(std::move(draft));
    }

    m_wizard = std::make_unique<wizard::SetupWizard>(*m_flow, m_dialogs, m_presentation.offersDemo);
    connect(m_wizard.get(), &wizard::SetupWizard::startBackfillRequested, this, &AppController::onCommitted);
    connect(m_wizard.get(), &wizard::SetupWizard::pauseRequested, this, [this] {
        if (m_session) {
            m_session->cancelSync();
        }
    });
    const auto syncAgain = [this] {
        if (m_session) {
            m_session->syncNow();
        }
    };
    connect(m_wizard.get(), &wizard::SetupWizard::resumeRequested, this, syncAgain);
    connect(m_wizard.get(), &wizard::SetupWizard::retryRequested, this, syncAgain);
    connect(
        m_wizard.get(), &wizard::SetupWizard::openDashboardsRequested, this, &AppController::showMainWindow);
    connect(m_wizard.get(), &wizard::SetupWizard::demoRequested, this, &AppController::demoRequested);
    connect(m_wizard.get(), &wizard::SetupWizard::closed, this, &AppController::onWizardClosed);

    m_wizard->setMinimumSize(kSmallestSize);
    m_wizard->resize(m_main ? m_main->size() : kFirstSize);
    m_wizard->show();
    if (m_main) {
        m_main->hide();
    }
    Q_EMIT windowChanged();
    if (resumed == SetupFlow::Resumed::Backfill) {
        onCommitted();
    }
}

void AppController::closeWizard()
{
    if (!m_wizard) {
        return;
    }
    // We may stand in one of its signals: it goes with the next turn of the event loop, and the flow after
    // it.
    m_wizard->disconnect(this);
    m_wizard->hide();
    wizard::SetupWizard* wizard = m_wizard.release();
    SetupFlow* flow = m_flow.release();
    connect(wizard, &QObject::destroyed, flow, &QObject::deleteLater);
    wizard->deleteLater();
}

void AppController::onWizardClosed()
{
    closeWizard();
    reloadSettings();
    // The key of a workspace that is set up already was to be entered again; its charts are still there.
    if (const WorkspaceSettings* workspace = finishedWorkspace(); workspace && !m_session) {
        if (m_main) {
            m_main->show(); // at once: without any window the application would end
        }
        openWorkspace(*workspace, Then::ShowMainWindow);
    } else if (!workspace) {
        QCoreApplication::quit();
    }
}

void AppController::onCommitted()
{
    reloadSettings();
    const auto id = app::core::WorkspaceId::parse(m_flow->draft().workspaceId);
    const WorkspaceSettings* workspace = id ? m_services.settings.find(*id) : nullptr;
    if (!workspace) {
        qCWarning(lcUi) << "setup was committed without a workspace";
        return;
    }
    if (const Result<void> logging = app::core::startLogging(m_services.dataFolder.logFolder()); !logging) {
        qCWarning(lcUi) << logging.error().detail;
    }
    openWorkspace(*workspace, Then::Backfill);
}

QCoro::Task<void> AppController::openWorkspace(WorkspaceSettings workspace, Then then)
{
    closeSession();
    const QPointer<AppController> self(this);
    const QString folder = m_services.dataFolder.workspaceFolder(workspace.workspace);
    // Opening may migrate, so it is not the main thread's work. A store cannot be copied, a pointer to it
    // can.
    using Opened = std::shared_ptr<Result<std::unique_ptr<WorkspaceStore>>>;
    const QFuture<Opened> opening = QtConcurrent::run([folder] {
        return std::make_shared<Result<std::unique_ptr<WorkspaceStore>>>(WorkspaceStore::open(folder));
    });
    const Opened opened = co_await opening;
    if (!self) {
        co_return;
    }
    if (!*opened) {
        say(opened->error());
        co_return;
    }
    m_session = std::make_unique<WorkspaceSession>(m_services, workspace, std::move(**opened));
    connectSession();
    if (then == Then::Backfill) {
        app::sync::SyncRequest request;
        request.days = m_services.settings.backfillDays;
        m_session->syncNow(request);
    } else {
        m_session->begin();
        showMainWindow();
    }
}

void AppController::connectSession()
{
    WorkspaceSession* session = m_session.get();
    connect(session, &WorkspaceSession::progressed, this, [this](const app::sync::SyncProgress& progress) {
        if (m_wizard) {
            m_wizard->showProgress(progress);
        }
    });
    connect(session, &WorkspaceSession::finished, this, [this](const app::sync::SyncReport& report) {
        if (m_wizard) {
            m_wizard->showReport(report);
        }
        if (m_main) {
            m_session->readCoverage(m_main->range());
        }
    });
    connect(session, &WorkspaceSession::statusChanged, this, [this](const SyncStatus& status) {
        if (m_main) {
            m_main->setSyncStatus(status);
            m_main->setGoalFrom(m_session->goalFrom());
        }
    });
    connect(session, &WorkspaceSession::storeChanged, this, [this] {
        for (pages::Page* page : m_pages) {
            page->reload();
        }
        if (m_main) {
            m_session->readCoverage(m_main->range());
        }
    });
    connect(session, &WorkspaceSession::coverageRead, this, [this](const app::records::Coverage& coverage) {
        if (m_main) {
            m_main->setCoverage(coverage);
        }
    });
    connect(session, &WorkspaceSession::storeLost, this, &AppController::onStoreLost);
}

void AppController::showMainWindow()
{
    if (!m_session) {
        return;
    }
    if (m_wizard) {
        if (const Result<void> left = m_flow->leaveForDashboards(); !left) {
            say(left.error());
        }
        reloadSettings();
    }
    if (!m_main) {
        makeMainWindow();
    }
    m_main->setWorkspace(m_session->workspace().workspace);
    m_main->setSyncStatus(m_session->status());
    m_main->setGoalFrom(m_session->goalFrom());
    for (pages::Page* page : m_pages) {
        page->setStore(&m_session->store());
    }
    applyRange(m_main->range());
    m_main->show();
    onPlaceChanged();
    closeWizard();
    Q_EMIT windowChanged();
}

void AppController::makeMainWindow()
{
    m_main = std::make_unique<MainWindow>(*m_services.clock, m_dialogs);
    m_main->setMinimumSize(kSmallestSize);
    m_main->resize(m_wizard ? m_wizard->size() : kFirstSize);
    m_main->setSource(m_presentation.source, m_presentation.address);
    m_main->setAppearance(m_services.settings.appearance);
    m_history.clear();

    addPage(QStringLiteral("overviewButton"), common::IconName::Grid, new pages::OverviewPage);
    // One place in the navigation for the table and for the person that was opened from it.
    m_engineers = new pages::EngineersPage;
    m_engineer = new pages::EngineerPage;
    m_people = new QStackedWidget;
    m_people->setObjectName(QStringLiteral("peopleStack"));
    m_people->addWidget(m_engineers);
    m_people->addWidget(m_engineer);
    m_main->addHeading(m_engineer->breadcrumb());
    m_peopleIndex = m_main->addPage(
        QStringLiteral("engineersButton"), common::IconName::People, m_engineers->title(), m_people);
    adopt(m_engineers, m_peopleIndex);
    adopt(m_engineer, m_peopleIndex);
    addPage(QStringLiteral("codeReviewButton"), common::IconName::Review, new pages::CodeReviewPage);
    addPage(QStringLiteral("tokensButton"), common::IconName::Coin, new pages::TokensPage);
    addPage(QStringLiteral("surfacesButton"), common::IconName::Layers, new pages::SurfacesPage);

    connectPeople();
    connectMainWindow();
    restoreView();
}

void AppController::addPage(const QString& objectName, common::IconName icon, pages::Page* page)
{
    adopt(page, m_main->addPage(objectName, icon, page->title(), page));
}

void AppController::adopt(pages::Page* page, int index)
{
    m_pages.push_back(page);
    page->setDataMark(m_main->dataMark());
    MainWindow* main = m_main.get();
    connect(page, &pages::Page::periodSentenceChanged, main, [main, index, page](const QString& sentence) {
        if (page->isVisibleTo(main)) {
            main->setPeriodSentence(index, sentence);
        }
    });
    connect(page, &pages::Page::syncRequested, this, &AppController::syncNow);
    connect(page, &pages::Page::engineerRequested, this, &AppController::openPerson);
}

void AppController::connectPeople()
{
    m_engineers->setDialogs(&m_dialogs);
    m_engineer->setDialogs(&m_dialogs);
    connect(m_people, &QStackedWidget::currentChanged, this, [this] {
        m_main->setPeriodSentence(
            m_peopleIndex, static_cast<pages::Page*>(m_people->currentWidget())->periodSentence());
        refreshHeading();
        onPlaceChanged();
    });
    connect(m_engineers, &pages::EngineersPage::engineerOpened, this, &AppController::openPerson);
    connect(m_engineers, &pages::EngineersPage::columnsChanged, this, &AppController::rememberView);
    connect(m_engineer, &pages::EngineerPage::engineerTurned, this,
        [this](const std::optional<std::string>& userId) {
            m_person = userId;
            onPlaceChanged();
        });
    connect(m_engineer, &pages::EngineerPage::backRequested, this,
        [this] { m_people->setCurrentWidget(m_engineers); });
}

void AppController::connectMainWindow()
{
    MainWindow* main = m_main.get();
    connect(main, &MainWindow::rangeChanged, this, [this](DayRange range) {
        applyRange(range);
        onPlaceChanged();
        rememberView();
    });
    connect(main, &MainWindow::pageChanged, this, [this] {
        refreshHeading();
        onPlaceChanged();
        rememberView();
    });
    connect(main, &MainWindow::granularityChanged, this, [this](app::models::Granularity granularity) {
        for (pages::Page* page : m_pages) {
            page->setGranularity(granularity);
        }
        rememberView();
    });
    connect(main, &MainWindow::tablesShownChanged, this, [this](bool shown) {
        for (pages::Page* page : m_pages) {
            page->setTablesShown(shown);
        }
        rememberView();
    });
    connect(main, &MainWindow::geometryChanged, this, &AppController::rememberView);
    connect(main, &MainWindow::exportRequested, this, &AppController::openExport);
    connect(main, &MainWindow::printRequested, this, &AppController::openPrintPreview);
    connect(main, &MainWindow::backRequested, this, [this] {
        if (const std::optional<Place> place = m_history.back()) {
            goTo(*place);
        }
    });
    connect(main, &MainWindow::forwardRequested, this, [this] {
        if (const std::optional<Place> place = m_history.forward()) {
            goTo(*place);
        }
    });
    connect(main, &MainWindow::peopleWanted, this, [this](const QString& text) { findPeople(text); });
    connect(main, &MainWindow::personChosen, this,
        [this](const std::string& userId) { openPerson(std::optional(userId)); });
    connect(main, &MainWindow::syncRequested, this, &AppController::syncNow);
    connect(main, &MainWindow::syncCancelRequested, this, [this] {
        if (m_session) {
            m_session->cancelSync();
        }
    });
    connect(main, &MainWindow::disconnectRequested, this, [this] { disconnectWorkspace(false); });
    connect(main, &MainWindow::eraseRequested, this, [this] { disconnectWorkspace(true); });
    const auto enterKey = [this] {
        SetupDraft draft;
        draft.step = SetupStep::Key;
        if (m_session) {
            draft.workspaceId = m_session->workspace().workspace.toString();
            draft.keyLocation = m_session->workspace().keyLocation;
        }
        closeSession();
        showWizard(std::move(draft));
    };
    connect(main, &MainWindow::enterKeyRequested, this, enterKey);
    connect(main, &MainWindow::setupRequested, this, enterKey);
    connect(main, &MainWindow::appearanceChosen, this, [this](app::settings::Appearance appearance) {
        m_theme.setAppearance(appearance);
        m_services.settings.appearance = appearance;
        if (const Result<void> saved = m_services.saveSettings(); !saved) {
            say(saved.error());
        }
    });
}

void AppController::syncNow()
{
    if (m_session) {
        m_session->syncNow();
    }
}

pages::Page* AppController::currentPage() const
{
    QWidget* shown
        = m_main->currentWidget() == m_people ? m_people->currentWidget() : m_main->currentWidget();
    return qobject_cast<pages::Page*>(shown);
}

void AppController::refreshHeading()
{
    m_main->showHeading(currentPage() == m_engineer ? m_engineer->breadcrumb() : nullptr);
}

void AppController::openPerson(const std::optional<std::string>& userId)
{
    const bool wasTravelling = std::exchange(m_travelling, true);
    m_person = userId;
    m_engineer->setOrder(m_engineers->order());
    m_engineer->setEngineer(userId);
    m_people->setCurrentWidget(m_engineer);
    m_main->setCurrentPage(m_peopleIndex);
    m_travelling = wasTravelling;
    onPlaceChanged();
}

Place AppController::place() const
{
    Place place;
    place.page = m_main->currentPage();
    if (place.page == m_peopleIndex && m_people->currentWidget() == m_engineer) {
        place.person = Place::Person{m_person};
    }
    place.preset = m_main->preset();
    if (place.preset == RangePreset::Custom) {
        place.custom = m_main->range();
    }
    return place;
}

void AppController::onPlaceChanged()
{
    if (m_travelling) {
        return;
    }
    m_main->setChartsAvailable(currentPage() != nullptr && currentPage()->hasCharts());
    m_history.visit(place());
    m_main->setHistory(m_history.canGoBack(), m_history.canGoForward());
}

void AppController::goTo(const Place& place)
{
    m_travelling = true;
    if (place.preset == RangePreset::Custom) {
        m_main->setCustomRange(place.custom);
    } else {
        m_main->setPreset(place.preset);
    }
    if (place.person) {
        openPerson(place.person->userId);
    } else if (place.page == m_peopleIndex) {
        m_people->setCurrentWidget(m_engineers);
    }
    m_main->setCurrentPage(place.page);
    m_travelling = false;
    onPlaceChanged();
}

QCoro::Task<void> AppController::findPeople(QString text)
{
    constexpr int kMost = 8;
    if (!m_session) {
        co_return;
    }
    const QPointer<AppController> self(this);
    const auto reading = m_session->store().read([text](const app::store::Database& database) {
        return app::store::findEngineers(database, text, kMost);
    });
    const Result<std::vector<app::store::EngineerMatch>> found = co_await reading;
    if (!self || !m_main || !found) {
        co_return;
    }
    std::vector<FoundPerson> people;
    for (const app::store::EngineerMatch& match : *found) {
        people.push_back({match.userId, app::models::engineerName(match.userId, match.email)});
    }
    m_main->setFoundPeople(text, people);
}

void AppController::openExport()
{
    if (!m_session || m_export) {
        return;
    }
    m_export
        = new ExportDialog(m_session->store(), m_dialogs, m_main->range(), m_main->dataMark(), m_main.get());
    m_export->open();
}

void AppController::openPrintPreview()
{
    pages::Page* page = currentPage();
    if (page == nullptr) {
        return;
    }
    PagePrinter::openPreview(
        PagePrinter(m_theme, *page, {page->title(), m_main->sentenceText(), m_main->dataMark()}),
        m_main.get());
}

void AppController::restoreView()
{
    m_travelling = true;
    const app::settings::ViewSettings& view = m_services.settings.view;
    if (!view.geometry.isEmpty() && !m_wizard) {
        m_main->restoreGeometry(view.geometry);
    }
    if (view.customRange) {
        m_main->setCustomRange(*view.customRange);
    } else {
        m_main->setPreset(view.presetDays == 7 ? RangePreset::Days7
                : view.presetDays == 90        ? RangePreset::Days90
                                               : RangePreset::Days30);
    }
    m_main->setGranularity(view.weekly ? app::models::Granularity::Week : app::models::Granularity::Day);
    m_main->setTablesShown(view.tablesShown);
    if (!view.engineerColumns.isEmpty()) {
        m_engineers->setColumns(view.engineerColumns);
    }
    if (const int index = m_main->pageNamed(view.page); index >= 0) {
        m_main->setCurrentPage(index);
    }
    m_travelling = false;
    m_rememberView.stop();
    onPlaceChanged();
}

void AppController::rememberView()
{
    // What is being put back is remembered already.
    if (!m_travelling) {
        m_rememberView.start();
    }
}

void AppController::saveView()
{
    m_rememberView.stop();
    if (!m_main || !m_services.dataFolder.exists()) {
        return;
    }
    app::settings::ViewSettings view;
    view.geometry = m_main->saveGeometry();
    view.page = m_main->pageName(m_main->currentPage());
    switch (m_main->preset()) {
    case RangePreset::Days7: view.presetDays = 7; break;
    case RangePreset::Days30: view.presetDays = 30; break;
    case RangePreset::Days90: view.presetDays = 90; break;
    case RangePreset::Custom: view.customRange = m_main->range(); break;
    }
    view.weekly = m_main->granularity() == app::models::Granularity::Week;
    view.tablesShown = m_main->areTablesShown();
    if (m_engineers->columns() != pages::EngineersPage::defaultColumns()) {
        view.engineerColumns = m_engineers->columns();
    }
    if (view == m_services.settings.view) {
        return;
    }
    m_services.settings.view = std::move(view);
    if (const Result<void> saved = m_services.saveSettings(); !saved) {
        // How the window looked is not worth a dialog.
        qCWarning(lcUi) << "the view could not be remembered:" << saved.error().detail;
    }
}

void AppController::applyRange(DayRange range)
{
    for (pages::Page* page : m_pages) {
        page->setRange(range);
    }
    if (m_session) {
        m_session->readCoverage(range);
    }
}

void AppController::closeSession()
{
    // It reads the store that is about to go.
    delete m_export.data();
    m_history.clear();
    for (pages::Page* page : m_pages) {
        page->setStore(nullptr);
    }
    m_session.reset();
}

QCoro::Task<void> AppController::disconnectWorkspace(bool erase)
{
    if (!m_session) {
        co_return;
    }
    const QPointer<AppController> self(this);
    WorkspaceSettings workspace = m_session->workspace();
    m_session->cancelSync();
    const app::secrets::SecretId id = m_services.secretId(workspace.workspace);
    const Result<void> removed = co_await m_services.secretsOf(workspace.keyLocation).remove(id);
    if (!self) {
        co_return;
    }
    m_services.givenKey.reset();
    if (!removed) {
        // The key may still be there: say so, and do not pretend.
        say(removed.error());
        co_return;
    }
    if (erase) {
        eraseWorkspace(workspace.workspace);
        co_return;
    }
    workspace.keyHint.clear();
    m_services.settings.put(workspace);
    if (const Result<void> saved = m_services.saveSettings(); !saved) {
        say(saved.error());
    }
    m_session->forgetKey();
}

void AppController::eraseWorkspace(const app::core::WorkspaceId& workspace)
{
    closeSession();
    const QString folder = m_services.dataFolder.workspaceFolder(workspace);
    QStringList deleted;
    {
        const Result<std::unique_ptr<app::store::WorkspaceLock>> lock
            = app::store::WorkspaceLock::acquire(folder);
        if (!lock) {
            say(lock.error());
            if (const WorkspaceSettings* still = m_services.settings.find(workspace)) {
                openWorkspace(*still, Then::ShowMainWindow);
            }
            return;
        }
        const Result<QStringList> erased = m_services.dataFolder.eraseWorkspace(workspace);
        if (!erased) {
            say(erased.error());
            return;
        }
        deleted = *erased;
    }
    m_services.settings.forget(workspace);
    if (m_services.dataFolder.exists()) {
        if (const Result<void> saved = m_services.saveSettings(); !saved) {
            say(saved.error());
        }
    }
    showWizard({});
    common::DialogContent content;
    content.objectName = QStringLiteral("erasedDialog");
    content.title = tr("Everything about this workspace was erased from this computer.");
    content.text
        = tr("The key was removed and %n file(s) were deleted.", nullptr, static_cast<int>(deleted.size()));
    content.details = deleted.join(QLatin1Char('\n'));
    m_dialogs.open(m_wizard.get(), content, {});
}

void AppController::onStoreLost()
{
    closeSession();
    reloadSettings();
    if (m_wizard) {
        closeWizard();
    }
    showWizard({});
    common::DialogContent content;
    content.objectName = QStringLiteral("storeLostDialog");
    content.title = tr("The local cache of this workspace is gone.");
    content.text = tr(
        "It was erased or moved while the window was open. Setup starts again; a month of history can be "
        "fetched once more.");
    m_dialogs.open(m_wizard.get(), content, {});
}

void AppController::reloadSettings()
{
    if (!m_services.dataFolder.exists()) {
        m_services.settings = {};
        return;
    }
    Result<app::settings::Settings> settings
        = app::settings::Settings::load(m_services.dataFolder.settingsFile());
    if (settings) {
        // The window knows better how it looks than what was saved a while ago.
        settings->view = m_main ? m_services.settings.view : settings->view;
        m_services.settings = std::move(*settings);
    } else {
        qCWarning(lcUi) << settings.error().detail;
    }
}

void AppController::say(const Error& error)
{
    const app::messages::ErrorText text = app::messages::describe(error);
    common::DialogContent content;
    content.objectName = QStringLiteral("errorDialog");
    content.title = text.whatHappened;
    content.text = (text.likelyCauses + QStringList{text.nextStep}).join(QLatin1Char('\n'));
    content.details = error.detail;
    QWidget* parent = window();
    if (!parent) {
        // Nothing is on the screen yet: the wizard is where a workspace that cannot be opened is set up
        // again.
        showWizard({});
        parent = window();
    }
    m_dialogs.open(parent, content, {});
}

} // namespace ui::shell
