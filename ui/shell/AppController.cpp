// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/AppController.h"

#include "common/Format.h"
#include "core/Log.h"
#include "messages/ErrorText.h"
#include "models/EngineerName.h"
#include "pages/CodeReviewPage.h"
#include "pages/EngineerPage.h"
#include "pages/EngineersPage.h"
#include "pages/OverviewPage.h"
#include "pages/PrivacyPage.h"
#include "pages/SurfacesPage.h"
#include "pages/TokensPage.h"
#include "settings/KeyCard.h"
#include "settings/KeyDialog.h"
#include "settings/KeyExpiryDialog.h"
#include "settings/SettingsDialog.h"
#include "shell/DiagnosticsDialog.h"
#include "shell/ExportDialog.h"
#include "shell/LineDialog.h"
#include "shell/PagePrinter.h"
#include "store/EngineerSearch.h"
#include "wizard/SetupWizard.h"

#include <QCoroFuture>
#include <QMetaMethod>
#include <QPointer>
#include <QStackedWidget>

namespace ui::shell {

using app::core::DayRange;
using app::core::Error;
using app::core::ErrorKind;
using app::core::Result;
using app::settings::WorkspaceSettings;
using app::setup::SetupDraft;
using app::setup::SetupFlow;
using app::setup::SetupStep;

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
    , m_workspaces(services)
    , m_settingsOpener(
          services, dialogs, theme, m_workspaces, m_presentation.source == MainWindow::Source::Demo)
{
    m_rememberView.setSingleShot(true);
    m_rememberView.setInterval(kRememberAfter);
    connect(&m_rememberView, &QTimer::timeout, this, &AppController::saveView);
    connectWorkspaces();
    connect(
        &m_firstChart, &FirstChart::painted, this, [] {
            if (const auto waited = timeSinceStart()) {
                qCInfo(lcUi).noquote()
                    << QStringLiteral("The first chart was painted after %1 ms.").arg(waited->count());
            }
        });
    connect(this, &AppController::settingsRequested, this, &AppController::showSettings);
    connect(&m_settingsOpener, &SettingsOpener::appearanceChanged, this,
        [this](app::settings::Appearance appearance) {
            if (m_main) {
                m_main->setAppearance(appearance);
            }
        });
}

AppController::~AppController()
{
    if (m_rememberView.isActive()) {
        saveView();
    }
    m_workspaces.QObject::disconnect(this);
    letGoOfStore();
    m_workspaces.closeAll();
}

QWidget* AppController::window() const
{
    if (m_wizard) {
        return m_wizard.get();
    }
    return m_main.get();
}

WorkspaceSession* AppController::session() const
{
    WorkspaceSession* shown = m_wizard ? wizardSession() : nullptr;
    shown = shown ? shown : m_workspaces.active();
    return shown && shown->isOpen() ? shown : nullptr;
}

void AppController::start(bool hidden)
{
    m_isHidden = hidden;
    m_workspaces.openAll();
    if (!m_workspaces.active() && !hidden) {
        showWizard({});
    }
}

void AppController::showWindow()
{
    const bool isFirst = std::exchange(m_isHidden, false) && !window() && !m_workspaces.active();
    if (m_wizardDone || isFirst) {
        closeWizard();
        showWizard({});
    }
    QWidget* shown = window();
    if (!shown) {
        return; // the first one is about to come
    }
    if (shown->isMinimized()) {
        shown->showNormal();
    }
    shown->show();
    shown->raise();
    shown->activateWindow();
}

void AppController::quit()
{
    if (m_main) {
        m_main->letClose();
    }
    QCoreApplication::quit();
}

void AppController::onCloseRequested()
{
    if (isSignalConnected(QMetaMethod::fromSignal(&AppController::closeRequested))) {
        Q_EMIT closeRequested();
    } else {
        quit();
    }
}

void AppController::connectWorkspaces()
{
    connect(&m_workspaces, &Workspaces::activeChanged, this, &AppController::onActiveChanged);
    connect(&m_workspaces, &Workspaces::opened, this, &AppController::onOpened);
    connect(&m_workspaces, &Workspaces::statusChanged, this, &AppController::onStatusChanged);
    connect(&m_workspaces, &Workspaces::scopeArrived, this, &AppController::onScopeArrived);
    connect(&m_workspaces, &Workspaces::storeLost, this, &AppController::onStoreLost);
    connect(&m_workspaces, &Workspaces::listChanged, this, &AppController::refreshWorkspaces);
    connect(&m_workspaces, &Workspaces::undoChanged, this, &AppController::onUndoChanged);
    connect(&m_workspaces, &Workspaces::setupWanted, this, [this](const app::core::WorkspaceId& id) {
        Setup setup;
        setup.continues = id;
        showWizard(setup);
    });
}

void AppController::showWizard(const Setup& setup)
{
    m_isHidden = false;
    closeWizard();
    app::setup::SetupServices services{m_services.dataFolder};
    services.clock = m_services.clock.get();
    services.keychain = m_services.keychain.get();
    services.session = m_services.session.get();
    services.keychainNotOffered = m_presentation.keychainNotOffered;
    services.baseUrl = m_services.baseUrl;
    services.policy = m_services.policy;
    services.network = m_services.network;
    services.networkSettings = m_services.settings.network;
    services.proxySecrets = m_services.proxySecrets.get();
    services.recheckInterval = m_services.scopeCheckInterval;
    services.waitsElsewhere = true;
    services.known = m_workspaces.ids();
    std::erase_if(services.known, [this](const auto& id) { return !m_workspaces.isFinished(id); });
    m_flow = std::make_unique<SetupFlow>(std::move(services));

    const SetupFlow::Resumed resumed = setup.continues ? m_flow->resumeWorkspace(*setup.continues)
        : setup.adds                                   ? m_flow->resumeDraft()
                                                       : m_flow->resume();
    if (resumed == SetupFlow::Resumed::Nothing) {
        SetupDraft draft;
        if (m_services.givenKey) {
            draft.key = m_services.givenKey->clone();
        }
        if (m_services.givenWorkspace && !m_workspaces.session(*m_services.givenWorkspace)) {
            draft.workspaceId = m_services.givenWorkspace->toString();
        }
        if (!m_services.keychain) {
            draft.keyLocation = app::settings::KeyLocation::Session;
        }
        m_flow->prefill(std::move(draft));
    }

    m_wizard = std::make_unique<wizard::SetupWizard>(
        *m_flow, m_dialogs, m_presentation.offersDemo && m_workspaces.isEmpty());
    connectWizard();
    m_wizard->setMinimumSize(kSmallestSize);
    m_wizard->resize(m_main ? m_main->size() : kFirstSize);
    m_wizard->show();
    if (m_main) {
        m_main->hide();
    }
    Q_EMIT windowChanged();
    if (resumed == SetupFlow::Resumed::Backfill) {
        onCommitted();
    } else if (resumed == SetupFlow::Resumed::WaitingForScope) {
        onWaiting();
    }
}

void AppController::connectWizard()
{
    const auto syncAgain = [this] {
        if (WorkspaceSession* session = wizardSession()) {
            session->syncNow();
        }
    };
    const auto stop = [this] {
        if (WorkspaceSession* session = wizardSession()) {
            session->cancelSync();
        }
    };
    wizard::SetupWizard* wizard = m_wizard.get();
    connect(wizard, &wizard::SetupWizard::startBackfillRequested, this, &AppController::onCommitted);
    connect(wizard, &wizard::SetupWizard::pauseRequested, this, stop);
    connect(wizard, &wizard::SetupWizard::resumeRequested, this, syncAgain);
    connect(wizard, &wizard::SetupWizard::retryRequested, this, syncAgain);
    connect(wizard, &wizard::SetupWizard::openDashboardsRequested, this, &AppController::showMainWindow);
    connect(wizard, &wizard::SetupWizard::demoRequested, this, &AppController::demoRequested);
    connect(wizard, &wizard::SetupWizard::closed, this, &AppController::onWizardClosed);
    SetupFlow* flow = m_flow.get();
    connect(flow, &SetupFlow::waitingChanged, this, &AppController::onWaiting);
    connect(flow, &SetupFlow::checkWanted, this, syncAgain);
    connect(flow, &SetupFlow::knownChosen, this, [this](const app::core::WorkspaceId& id) {
        closeWizard();
        m_workspaces.activate(id);
        showMainWindow();
        openKeyDialog();
    });
    connect(flow, &SetupFlow::aboutToDiscard, this,
        [this](const app::core::WorkspaceId& id) { m_workspaces.close(id); });
}

WorkspaceSession* AppController::wizardSession() const
{
    const auto id = m_flow ? m_flow->workspaceIdInput().id : std::nullopt;
    const bool isWritten = m_flow && (m_flow->isCommitted() || m_flow->isWaitingForScope());
    return id && isWritten ? m_workspaces.session(*id) : nullptr;
}

void AppController::closeWizard()
{
    m_wizardDone = false;
    if (!m_wizard) {
        return;
    }
    // We may stand in one of its signals: it goes with the next turn of the event loop, and the flow after
    // it.
    m_wizard->QObject::disconnect(this);
    m_flow->QObject::disconnect(this);
    m_wizard->hide();
    wizard::SetupWizard* wizard = m_wizard.release();
    SetupFlow* flow = m_flow.release();
    connect(wizard, &QObject::destroyed, flow, &QObject::deleteLater);
    wizard->deleteLater();
}

void AppController::onWizardClosed()
{
    reloadSettings();
    m_workspaces.settingsChanged();
    if (m_workspaces.active()) {
        // At once: without any window the application would end.
        if (m_main) {
            m_main->show();
        }
        closeWizard();
        showMainWindow();
        return;
    }
    if (m_workspaces.isEmpty()) {
        closeWizard();
        quit();
        return;
    }
    // A workspace that waits for its scope goes on checking if the program does.
    m_wizardDone = true;
    onCloseRequested();
}

void AppController::onCommitted()
{
    reloadSettings();
    const auto id = app::core::WorkspaceId::parse(m_flow->draft().workspaceId);
    if (!id || !m_services.settings.find(*id)) {
        qCWarning(lcUi) << "setup was committed without a workspace";
        return;
    }
    if (const Result<void> logging = app::core::startLogging(m_services.dataFolder.logFolder()); !logging) {
        qCWarning(lcUi) << logging.error().detail;
    }
    app::sync::SyncRequest request;
    request.days = m_services.settings.backfillDays;
    m_workspaces.takeUp(*id, request);
}

void AppController::onWaiting()
{
    if (!m_flow || !m_flow->isWaitingForScope()) {
        return;
    }
    reloadSettings();
    if (const auto id = m_flow->workspaceIdInput().id) {
        m_workspaces.takeUp(*id);
        onStatusChanged(*id, m_workspaces.status(*id));
    }
}

void AppController::onOpened(const app::core::WorkspaceId& id)
{
    WorkspaceSession* session = m_workspaces.session(id);
    if (!session) {
        return;
    }
    if (session->isOpen()) {
        connectSession(session);
    }
    const bool broken = session->phase() == WorkspaceSession::Phase::Broken;
    if (broken && m_wizard && m_flow->workspaceIdInput().id == id && session->status().error) {
        say(*session->status().error);
    }
    if (session != m_workspaces.active()) {
        return;
    }
    if (m_main) {
        presentActive();
    } else if (!m_wizard) {
        showMainWindow();
    }
}

void AppController::connectSession(WorkspaceSession* session)
{
    // It may open a second time, after its cache was rebuilt.
    session->QObject::disconnect(this);
    connect(session, &WorkspaceSession::progressed, this,
        [this, session](const app::sync::SyncProgress& progress) {
            if (m_wizard && session == wizardSession()) {
                m_wizard->showProgress(progress);
            }
        });
    connect(session, &WorkspaceSession::finished, this, [this, session](const app::sync::SyncReport& report) {
        if (m_wizard && session == wizardSession()) {
            m_wizard->showReport(report);
        }
        if (m_main && session == m_workspaces.active()) {
            session->readCoverage(m_main->range());
        }
    });
    connect(session, &WorkspaceSession::accessChecked, this,
        [this, session](const app::sync::AccessReport& report, app::core::Instant startedAt) {
            if (m_flow && session == wizardSession()) {
                m_flow->showCheck(report, startedAt, session->status().next);
            }
        });
    connect(session, &WorkspaceSession::storeChanged, this, [this, session] {
        if (session != m_workspaces.active()) {
            return;
        }
        for (pages::Page* page : m_pages) {
            page->reload();
        }
        if (m_main) {
            session->readCoverage(m_main->range());
        }
    });
    connect(session, &WorkspaceSession::coverageRead, this,
        [this, session](const app::records::Coverage& coverage) {
            if (m_main && session == m_workspaces.active()) {
                m_main->setCoverage(coverage);
            }
        });
}

void AppController::onStatusChanged(const app::core::WorkspaceId& id, const SyncStatus& status)
{
    if (m_flow && m_flow->isWaitingForScope() && m_flow->workspaceIdInput().id == id) {
        if (status.state == SyncStatus::State::NeedsKey) {
            m_flow->askForKey();
        } else if (!status.checking) {
            m_flow->setNextCheck(status.next);
        }
    }
    WorkspaceSession* active = m_workspaces.active();
    if (m_main && active && active->id() == id) {
        m_main->setSyncStatus(status);
        m_main->setPaused(m_workspaces.isPaused(id));
        m_main->setGoalFrom(active->goalFrom());
        refreshKeyCard();
    }
    refreshWorkspaces();
}

void AppController::refreshWorkspaces()
{
    if (!m_main) {
        return;
    }
    std::vector<MainWindow::WorkspaceEntry> entries;
    for (const app::core::WorkspaceId& id : m_workspaces.ids()) {
        entries.push_back({id, m_workspaces.displayName(id),
            statustext::pill(m_workspaces.status(id), m_services.clock->now())});
    }
    m_main->setWorkspaces(entries);
    if (const auto id = m_workspaces.activeId()) {
        const WorkspaceSettings entry = m_workspaces.active()->workspace();
        // One that nobody named needs a name in the title only to be told from others.
        m_main->setWorkspace(
            *id, entry.name.isEmpty() && entries.size() < 2 ? QString() : m_workspaces.displayName(*id));
        refreshKeyCard();
    }
}

settings::KeyCard* AppController::makeKeyCard()
{
    auto* card = new settings::KeyCard;
    connect(card, &settings::KeyCard::replaceRequested, this, &AppController::openKeyDialog);
    connect(card, &settings::KeyCard::expiryRequested, this, &AppController::openExpiryDialog);
    connect(card, &settings::KeyCard::disconnectRequested, m_main.get(), &MainWindow::askToDisconnect);
    connect(card, &settings::KeyCard::eraseRequested, this, &AppController::openEraseDialog);
    m_keyCards.push_back(card);
    return card;
}

void AppController::refreshKeyCard()
{
    std::erase_if(m_keyCards, [](const auto& card) { return card.isNull(); });
    const WorkspaceSession* active = m_workspaces.active();
    if (!active || m_keyCards.empty()) {
        return;
    }
    const SyncStatus& status = active->status();
    const WorkspaceSettings entry = active->workspace();
    const app::core::Instant now = m_services.clock->now();
    const statustext::PillText pill = statustext::pill(status, now);
    settings::KeyCard::Facts facts;
    facts.workspaceName = m_workspaces.displayName(active->id());
    facts.workspaceId = active->id().toString();
    facts.stateKind = pill.kind;
    facts.state = pill.text;
    facts.hint = status.keyHint;
    facts.hasKey = !entry.keyHint.isEmpty();
    facts.keptIn = !facts.hasKey ? tr("Nowhere")
        : entry.keyLocation == app::settings::KeyLocation::Keychain && m_services.keychain
        ? tr("System keychain")
        : tr("Memory, for this session only");
    facts.worked
        = status.lastSuccessAt ? common::format::timeOrDay(*status.lastSuccessAt, now) : tr("Not yet");
    facts.expires = tr("Not known");
    if (entry.keyExpiresOn) {
        const int left = *entry.keyExpiresOn - app::core::UtcDay::of(now);
        const QString day = common::format::dayMedium(*entry.keyExpiresOn);
        facts.expires = left < 0 ? tr("%1, %n day(s) ago", "day", -left).arg(day)
            : left == 0          ? tr("%1, today", "day").arg(day)
                                 : tr("%1, in %n day(s)", "day", left).arg(day);
    }
    for (const auto& card : m_keyCards) {
        card->setFacts(facts);
    }
}

void AppController::onScopeArrived(const app::core::WorkspaceId& id)
{
    // Where the wizard of that workspace is open, it goes on by itself.
    if (m_main && !m_wizard && !m_workspaces.isFinished(id)) {
        m_main->setNotice(tr("The scope of %1 has arrived.", "workspace").arg(m_workspaces.displayName(id)),
            tr("Choose the workspace in the list above to fetch its days."));
    }
}

void AppController::onUndoChanged(const app::core::WorkspaceId& id)
{
    if (m_main && m_workspaces.activeId() == id) {
        m_main->setUndo(m_workspaces.undoUntil(id));
    }
}

void AppController::onActiveChanged()
{
    if (!m_workspaces.active()) {
        letGoOfStore();
        return;
    }
    if (m_main) {
        presentActive();
    } else if (!m_wizard) {
        // A small cache can be open before it was chosen.
        showMainWindow();
    }
}

void AppController::letGoOfStore()
{
    // They read the store that is about to go.
    delete m_export.data();
    if (m_shownStore) {
        delete m_diagnostics.data();
    }
    m_history.clear();
    m_person.reset();
    m_shownStore = nullptr;
    for (pages::Page* page : m_pages) {
        page->setStore(nullptr);
    }
}

void AppController::presentActive()
{
    WorkspaceSession* session = m_workspaces.active();
    if (!session || !m_main) {
        return;
    }
    app::store::WorkspaceStore* store = session->isOpen() ? &session->store() : nullptr;
    if (store != m_shownStore || !store) {
        // Nothing of another workspace stays on the screen, not for a moment.
        letGoOfStore();
        m_main->setCoverage({});
        if (m_people) {
            m_people->setCurrentWidget(m_engineers);
        }
        m_shownStore = store;
    }
    refreshWorkspaces();
    m_main->setSyncStatus(session->status());
    m_main->setPaused(m_workspaces.isPaused(session->id()));
    m_main->setUndo(m_workspaces.undoUntil(session->id()));
    m_main->setObstacle(store                                      ? MainWindow::Obstacle::None
            : session->phase() == WorkspaceSession::Phase::Opening ? MainWindow::Obstacle::Opening
                                                                   : MainWindow::Obstacle::Broken);
    m_main->setGoalFrom(session->goalFrom());
    for (pages::Page* page : m_pages) {
        page->setStore(store);
    }
    applyRange(m_main->range());
    onPlaceChanged();
}

void AppController::showMainWindow()
{
    if (m_wizard && m_flow->isCommitted()) {
        if (const Result<void> left = m_flow->leaveForDashboards(); !left) {
            say(left.error());
        }
        reloadSettings();
        if (const auto id = m_flow->workspaceIdInput().id) {
            m_workspaces.activate(*id);
        }
    }
    WorkspaceSession* session = m_workspaces.active();
    if (!session || session->phase() == WorkspaceSession::Phase::Opening) {
        return; // it comes with onOpened()
    }
    if (!m_main) {
        makeMainWindow();
    }
    presentActive();
    m_main->setVisible(!m_isHidden);
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

    addPage<pages::OverviewPage>(QStringLiteral("overviewButton"), common::IconName::Grid);
    m_peopleIndex = m_main->addPage(QStringLiteral("engineersButton"), common::IconName::People,
        pages::EngineersPage::name(),
        [this](int index, QWidget* parent) { return makePeople(index, parent); });
    addPage<pages::CodeReviewPage>(QStringLiteral("codeReviewButton"), common::IconName::Review);
    addPage<pages::TokensPage>(QStringLiteral("tokensButton"), common::IconName::Coin);
    addPage<pages::SurfacesPage>(QStringLiteral("surfacesButton"), common::IconName::Layers);
    addPage<pages::PrivacyPage>(QStringLiteral("privacyButton"), common::IconName::Shield);

    connectMainWindow();
    restoreView();
}

template <typename PageOfThatPlace>
int AppController::addPage(const QString& objectName, common::IconName icon)
{
    return m_main->addPage(objectName, icon, PageOfThatPlace::name(), [this](int index, QWidget* parent) {
        auto* page = new PageOfThatPlace(parent);
        if constexpr (std::is_same_v<PageOfThatPlace, pages::PrivacyPage>) {
            m_privacy = page;
            m_privacy->setDialogs(&m_dialogs);
            m_privacy->setKeyCard(makeKeyCard());
            refreshKeyCard();
        }
        adopt(page, index);
        return page;
    });
}

void AppController::adopt(pages::Page* page, int index)
{
    m_pages.push_back(page);
    m_firstChart.watch(page);
    page->setDataMark(m_main->dataMark());
    page->setGranularity(m_main->granularity());
    page->setTablesShown(m_main->areTablesShown());
    page->setRange(m_main->range());
    page->setStore(m_shownStore);
    MainWindow* main = m_main.get();
    connect(page, &pages::Page::periodSentenceChanged, main, [main, index, page](const QString& sentence) {
        if (page->isVisibleTo(main)) {
            main->setPeriodSentence(index, sentence);
        }
    });
    connect(page, &pages::Page::syncRequested, this, &AppController::syncNow);
    connect(page, &pages::Page::engineerRequested, this, &AppController::openPerson);
}

QWidget* AppController::makePeople(int index, QWidget* parent)
{
    m_people = new QStackedWidget(parent);
    m_people->setObjectName(QStringLiteral("peopleStack"));
    m_engineers = new pages::EngineersPage(m_people);
    m_people->addWidget(m_engineers);
    m_engineers->setDialogs(&m_dialogs);
    if (const QStringList& columns = m_services.settings.view.engineerColumns; !columns.isEmpty()) {
        m_engineers->setColumns(columns);
    }
    adopt(m_engineers, index);
    connect(m_people, &QStackedWidget::currentChanged, this, [this] {
        m_main->setPeriodSentence(
            m_peopleIndex, static_cast<pages::Page*>(m_people->currentWidget())->periodSentence());
        refreshHeading();
        onPlaceChanged();
    });
    connect(m_engineers, &pages::EngineersPage::engineerOpened, this, &AppController::openPerson);
    connect(m_engineers, &pages::EngineersPage::columnsChanged, this, &AppController::rememberView);
    return m_people;
}

void AppController::makeEngineer()
{
    m_engineer = new pages::EngineerPage(m_people);
    m_engineer->setDialogs(&m_dialogs);
    m_main->addHeading(m_engineer->breadcrumb());
    m_people->addWidget(m_engineer);
    m_main->takeUpContent(m_engineer);
    adopt(m_engineer, m_peopleIndex);
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
    connect(main, &MainWindow::diagnosticsRequested, this, &AppController::openDiagnostics);
    connect(main, &MainWindow::settingsRequested, this, [this] { showSettings({}); });
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
        if (WorkspaceSession* active = m_workspaces.active()) {
            active->cancelSync();
        }
    });
    connect(main, &MainWindow::disconnectRequested, this, [this] { disconnectActive(); });
    connect(main, &MainWindow::eraseWanted, this, &AppController::openEraseDialog);
    connect(main, &MainWindow::undoRequested, this, [this] { undoActive(); });
    connect(main, &MainWindow::renameRequested, this, &AppController::openRenameDialog);
    connect(main, &MainWindow::rebuildRequested, this, [this] { rebuildActive(); });
    connect(main, &MainWindow::enterKeyRequested, this, &AppController::openKeyDialog);
    connect(main, &MainWindow::workspaceChosen, &m_workspaces, &Workspaces::activate);
    connect(main, &MainWindow::backfillRequested, this, [this] {
        if (const auto id = m_workspaces.activeId()) {
            m_workspaces.activate(*id);
        }
    });
    connect(main, &MainWindow::pauseRequested, this, [this](bool paused) {
        if (const auto id = m_workspaces.activeId()) {
            m_workspaces.setPaused(*id, paused);
        }
    });
    connect(main, &MainWindow::closeRequested, this, &AppController::onCloseRequested);
    connect(main, &MainWindow::quitRequested, this, &AppController::quit);
    const auto addWorkspace = [this] {
        Setup setup;
        setup.adds = true;
        showWizard(setup);
    };
    connect(main, &MainWindow::setupRequested, this, addWorkspace);
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
    if (WorkspaceSession* active = m_workspaces.active()) {
        active->syncNow();
    }
}

pages::Page* AppController::currentPage() const
{
    QWidget* shown = m_main->currentWidget();
    return qobject_cast<pages::Page*>(m_people && shown == m_people ? m_people->currentWidget() : shown);
}

void AppController::refreshHeading()
{
    m_main->showHeading(m_engineer && currentPage() == m_engineer ? m_engineer->breadcrumb() : nullptr);
}

void AppController::openPerson(const std::optional<std::string>& userId)
{
    const bool wasTravelling = std::exchange(m_travelling, true);
    m_person = userId;
    m_main->ensurePage(m_peopleIndex);
    if (!m_engineer) {
        makeEngineer();
    }
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
    if (place.page == m_peopleIndex && m_engineer && m_people->currentWidget() == m_engineer) {
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
    } else if (place.page == m_peopleIndex && m_people) {
        m_people->setCurrentWidget(m_engineers);
    }
    m_main->setCurrentPage(place.page);
    m_travelling = false;
    onPlaceChanged();
}

QCoro::Task<void> AppController::findPeople(QString text)
{
    constexpr int kMost = 8;
    const app::store::WorkspaceStore* const asked = m_shownStore;
    if (!m_shownStore) {
        co_return;
    }
    const QPointer<AppController> self(this);
    using Found = Result<std::vector<app::store::EngineerMatch>>;
    // Only the newest letter counts.
    m_peopleReading.cancel();
    auto reading = m_shownStore->read([text](const app::store::Database& database) {
        return app::store::findEngineers(database, text, kMost);
    });
    m_peopleReading = QFuture<void>(reading);
    const auto answer = reading.onCanceled(
        [] { return Found(app::core::failure(app::core::ErrorKind::Cancelled, QString())); });
    const Found found = co_await answer;
    if (!self || !m_main || !found || m_shownStore != asked) {
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
    if (!m_shownStore || m_export) {
        return;
    }
    m_export = new ExportDialog(*m_shownStore, m_dialogs, m_main->range(), m_main->dataMark(), m_main.get());
    m_export->open();
}

void AppController::openDiagnostics()
{
    if (m_diagnostics) {
        return;
    }
    // Also without a store: why there is none is a part of it.
    const WorkspaceSession* session = m_workspaces.active();
    m_diagnostics = new DiagnosticsDialog(
        diagnosticFacts(m_services, session ? std::optional(session->id()) : std::nullopt,
            session ? session->status() : SyncStatus(), !m_main->dataMark().isEmpty()),
        m_shownStore, m_services.dataFolder.logFolder(), m_dialogs, m_main.get());
    m_diagnostics->open();
}

void AppController::showSettings(const QString& section)
{
    if (!window()) {
        return;
    }
    settings::KeyCard* card = m_main && m_workspaces.active() ? makeKeyCard() : nullptr;
    settings::SettingsDialog* dialog = m_settingsOpener.open(window(), section, card);
    refreshKeyCard();
    if (!dialog || !m_main) {
        return;
    }
    using settings::SettingsDialog;
    connect(dialog, &SettingsDialog::forgetViewRequested, this, &AppController::restoreView);
    connect(dialog, &SettingsDialog::diagnosticsRequested, this, &AppController::openDiagnostics);
    connect(dialog, &SettingsDialog::eraseRequested, this, &AppController::openEraseDialog);
    connect(dialog, &SettingsDialog::privacyPageRequested, this, [this, dialog] {
        dialog->close();
        m_main->setCurrentPage(m_main->pageNamed(QStringLiteral("privacy")));
    });
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
    if (m_engineers && !view.engineerColumns.isEmpty()) {
        m_engineers->setColumns(view.engineerColumns);
    }
    if (const int index = m_main->pageNamed(view.page); index >= 0) {
        m_main->setCurrentPage(index);
    } else {
        m_main->ensurePage(m_main->currentPage());
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
    if (!m_engineers) {
        view.engineerColumns = m_services.settings.view.engineerColumns;
    } else if (m_engineers->columns() != pages::EngineersPage::defaultColumns()) {
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
    if (WorkspaceSession* active = m_workspaces.active()) {
        active->readCoverage(range);
    }
}

QCoro::Task<void> AppController::disconnectActive()
{
    const QPointer<AppController> self(this);
    const auto id = m_workspaces.activeId();
    if (!id) {
        co_return;
    }
    const Result<void> disconnected = co_await m_workspaces.disconnect(*id);
    if (self && !disconnected) {
        say(disconnected.error());
    }
}

void AppController::openKeyDialog()
{
    const WorkspaceSession* active = m_workspaces.active();
    if (!active || !m_main || m_keyDialog) {
        return;
    }
    const WorkspaceSettings entry = active->workspace();
    settings::KeyDialog::Situation situation;
    situation.workspaceName = m_workspaces.displayName(active->id());
    situation.hasKey = !entry.keyHint.isEmpty();
    situation.location = entry.keyLocation;
    situation.hint = entry.keyHint;
    if (!m_services.keychain) {
        situation.keychainNotOffered = m_presentation.keychainNotOffered;
    }
    const KeyTrouble trouble = active->status().keyTrouble;
    if (trouble != KeyTrouble::None && trouble != KeyTrouble::Lost && trouble != KeyTrouble::Disconnected) {
        // What cannot be read cannot be written either.
        situation.location = app::settings::KeyLocation::Session;
    }
    auto* dialog = new settings::KeyDialog(situation, m_main.get());
    m_keyDialog = dialog;
    connect(dialog, &settings::KeyDialog::submitted, this,
        [this, dialog, id = active->id()](const app::secrets::ApiKey& key, bool evenWithoutScope) {
            submitKey(dialog, id, key.clone(), evenWithoutScope);
        });
    dialog->open();
}

QCoro::Task<void> AppController::submitKey(QPointer<settings::KeyDialog> dialog, app::core::WorkspaceId id,
    app::secrets::ApiKey key, bool evenWithoutScope)
{
    const QPointer<AppController> self(this);
    const app::settings::KeyLocation location = dialog->location();
    const Workspaces::KeyVerdict verdict
        = co_await m_workspaces.replaceKey(id, std::move(key), location, evenWithoutScope);
    if (!self || !dialog) {
        co_return;
    }
    switch (verdict.outcome) {
    case Workspaces::KeyVerdict::Outcome::Taken:
        dialog->showTaken(verdict.leftBehind, verdict.waitsForScope);
        break;
    case Workspaces::KeyVerdict::Outcome::ScopeMissing: dialog->showScopeMissing(); break;
    case Workspaces::KeyVerdict::Outcome::Refused: dialog->showRefused(*verdict.error); break;
    }
}

void AppController::openExpiryDialog()
{
    const WorkspaceSession* active = m_workspaces.active();
    if (!active) {
        return;
    }
    auto* dialog = new settings::KeyExpiryDialog(
        active->workspace().keyExpiresOn, app::core::UtcDay::of(m_services.clock->now()), m_main.get());
    connect(dialog, &settings::KeyExpiryDialog::chosen, this,
        [this, id = active->id()](std::optional<app::core::UtcDay> day) {
            if (const Result<void> saved = m_workspaces.setKeyExpiry(id, day); !saved) {
                say(saved.error());
            }
        });
    dialog->open();
}

void AppController::openRenameDialog()
{
    const WorkspaceSession* active = m_workspaces.active();
    if (!active) {
        return;
    }
    LineDialog::Content content;
    content.objectName = QStringLiteral("rename");
    content.title = tr("Name of the workspace");
    content.text = tr("Only on this computer: OpenAI does not tell Threadcount what a workspace is called. "
                      "Without a name the beginning of its id is shown.");
    content.label = tr("&Name");
    content.initial = active->workspace().name;
    content.button = tr("Save");
    auto* dialog = new LineDialog(content, m_main.get());
    connect(dialog, &LineDialog::entered, this, [this, id = active->id()](const QString& name) {
        if (const Result<void> saved = m_workspaces.rename(id, name); !saved) {
            say(saved.error());
        }
    });
    dialog->open();
}

void AppController::openEraseDialog()
{
    const WorkspaceSession* active = m_workspaces.active();
    if (!active) {
        return;
    }
    const QString name = active->workspace().name;
    const QString word = name.isEmpty() ? active->id().toString().left(8) : name;
    LineDialog::Content content;
    content.objectName = QStringLiteral("erase");
    content.title
        = tr("Erase %1 from this computer?", "workspace").arg(m_workspaces.displayName(active->id()));
    content.text = m_workspaces.ids().size() > 1
        ? tr(
            "Forgets the key and deletes the cached counts and the list of requests of this workspace. Other "
            "workspaces stay. It cannot be undone, and days more than 90 days ago cannot be fetched again.")
        : tr(
            "Forgets the key and deletes the cached counts, the list of requests, the settings and the logs "
            "of this computer. It cannot be undone, and days more than 90 days ago cannot be fetched again.");
    content.label = tr("Type &%1 to confirm", "a name or the beginning of an id")
                        .arg(QString(word).replace(u'&', QLatin1String("&&")));
    content.button = tr("Erase now");
    content.isDanger = true;
    content.accepts = [word](const QString& typed) { return typed.trimmed() == word; };
    auto* dialog = new LineDialog(content, m_main.get());
    connect(dialog, &LineDialog::entered, this, [this] { eraseActive(); });
    dialog->open();
}

QCoro::Task<void> AppController::rebuildActive()
{
    const QPointer<AppController> self(this);
    if (WorkspaceSession* active = m_workspaces.active()) {
        const Result<void> rebuilt = co_await active->rebuild();
        if (self && !rebuilt) {
            say(rebuilt.error());
        }
    }
}

QCoro::Task<void> AppController::undoActive()
{
    const QPointer<AppController> self(this);
    const auto id = m_workspaces.activeId();
    if (!id) {
        co_return;
    }
    const Result<void> undone = co_await m_workspaces.undo(*id);
    if (self && !undone) {
        say(undone.error());
    }
}

QCoro::Task<void> AppController::eraseActive()
{
    const QPointer<AppController> self(this);
    const auto id = m_workspaces.activeId();
    if (!id) {
        co_return;
    }
    const QString name = m_workspaces.displayName(*id);
    const Result<QStringList> erased = co_await m_workspaces.erase(*id);
    if (!self) {
        co_return;
    }
    if (!erased) {
        say(erased.error());
        co_return;
    }
    common::DialogContent content;
    content.objectName = QStringLiteral("erasedDialog");
    content.title = tr("Everything about the workspace %1 was erased from this computer.").arg(name);
    content.text
        = tr("The key was removed and %n file(s) were deleted.", nullptr, static_cast<int>(erased->size()));
    content.details = erased->join(QLatin1Char('\n'));
    afterRemoval(content);
}

void AppController::onStoreLost(const app::core::WorkspaceId& id)
{
    if (!m_workspaces.session(id)) {
        return; // it was closed meanwhile
    }
    const bool wasShown = m_workspaces.activeId() == id || (m_flow && m_flow->workspaceIdInput().id == id);
    const QString name = m_workspaces.displayName(id);
    m_workspaces.close(id);
    reloadSettings();
    m_workspaces.settingsChanged();
    if (!wasShown) {
        return;
    }
    closeWizard();
    common::DialogContent content;
    content.objectName = QStringLiteral("storeLostDialog");
    content.title = tr("The local cache of the workspace %1 is gone.").arg(name);
    content.text = tr("It was erased or moved while the window was open. Set the workspace up again to fetch "
                      "its history once more.");
    afterRemoval(content);
}

void AppController::afterRemoval(const common::DialogContent& content)
{
    if (m_workspaces.active()) {
        presentActive();
        showMainWindow();
    } else {
        showWizard({});
    }
    m_dialogs.open(window(), content, {});
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
    if (QWidget* parent = window()) {
        m_dialogs.open(parent, content, {});
    } else {
        qCWarning(lcUi) << text.whatHappened << error.detail;
    }
}

} // namespace ui::shell
