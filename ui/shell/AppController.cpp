// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/AppController.h"

#include "core/Log.h"
#include "messages/ErrorText.h"
#include "pages/CodeReviewPage.h"
#include "pages/EngineerPage.h"
#include "pages/EngineersPage.h"
#include "pages/OverviewPage.h"
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

} // namespace

AppController::AppController(AppServices& services, common::DialogService& dialogs,
    common::ThemeController& theme, Presentation presentation, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_dialogs(dialogs)
    , m_theme(theme)
    , m_presentation(std::move(presentation))
{
}

AppController::~AppController()
{
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
        m_main = std::make_unique<MainWindow>(*m_services.clock, m_dialogs);
        m_main->setMinimumSize(kSmallestSize);
        m_main->resize(m_wizard ? m_wizard->size() : kFirstSize);
        m_main->setSource(m_presentation.source, m_presentation.address);
        m_main->setAppearance(m_services.settings.appearance);

        auto* overview = new pages::OverviewPage;
        auto* engineers = new pages::EngineersPage;
        auto* engineer = new pages::EngineerPage;
        auto* reviews = new pages::CodeReviewPage;
        // One place in the navigation for the table and for the person that was opened from it.
        auto* people = new QStackedWidget;
        people->setObjectName(QStringLiteral("peopleStack"));
        people->addWidget(engineers);
        people->addWidget(engineer);
        m_pages = {overview, engineers, engineer, reviews};

        const int overviewIndex = m_main->addPage(
            QStringLiteral("overviewButton"), common::IconName::Grid, tr("Overview"), overview);
        const int peopleIndex = m_main->addPage(
            QStringLiteral("engineersButton"), common::IconName::People, tr("Engineers"), people);
        const int reviewIndex = m_main->addPage(
            QStringLiteral("codeReviewButton"), common::IconName::Review, tr("Code review"), reviews);
        MainWindow* main = m_main.get();
        const auto followSentence = [main](pages::Page* page, int index) {
            connect(page, &pages::Page::periodSentenceChanged, main,
                [main, index, page](const QString& sentence) {
                    if (page->isVisibleTo(main)) {
                        main->setPeriodSentence(index, sentence);
                    }
                });
        };
        followSentence(overview, overviewIndex);
        followSentence(engineers, peopleIndex);
        followSentence(engineer, peopleIndex);
        followSentence(reviews, reviewIndex);
        connect(people, &QStackedWidget::currentChanged, main, [main, people, peopleIndex] {
            main->setPeriodSentence(
                peopleIndex, static_cast<pages::Page*>(people->currentWidget())->periodSentence());
        });
        connect(engineers, &pages::EngineersPage::engineerOpened, engineer,
            [people, engineer](const std::optional<std::string>& userId) {
                engineer->setEngineer(userId);
                people->setCurrentWidget(engineer);
            });
        connect(engineer, &pages::EngineerPage::backRequested, people,
            [people, engineers] { people->setCurrentWidget(engineers); });

        connect(main, &MainWindow::rangeChanged, this, [this](DayRange range) { applyRange(range); });
        const auto sync = [this] {
            if (m_session) {
                m_session->syncNow();
            }
        };
        connect(main, &MainWindow::syncRequested, this, sync);
        for (pages::Page* page : m_pages) {
            connect(page, &pages::Page::syncRequested, this, sync);
        }
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
    m_main->setWorkspace(m_session->workspace().workspace);
    m_main->setSyncStatus(m_session->status());
    m_main->setGoalFrom(m_session->goalFrom());
    for (pages::Page* page : m_pages) {
        page->setStore(&m_session->store());
    }
    applyRange(m_main->range());
    m_main->show();
    closeWizard();
    Q_EMIT windowChanged();
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
