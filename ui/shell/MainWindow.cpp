// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/MainWindow.h"

#include "common/Banner.h"
#include "common/DropButton.h"
#include "common/ElidedLabel.h"
#include "common/Format.h"
#include "common/Label.h"
#include "common/SegmentedControl.h"
#include "common/StateMessage.h"
#include "common/Theme.h"
#include "core/Version.h"
#include "messages/ErrorText.h"
#include "shell/NavigationBar.h"
#include "shell/StatusStrip.h"
#include "shell/StatusText.h"
#include "shell/SyncPanel.h"
#include "shell/TopBar.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

#include <utility>

namespace ui::shell {

using namespace common;
using app::core::DayRange;
using app::core::ErrorKind;
using app::core::UtcDay;

namespace {

constexpr QSize kSmallest(1024, 700);
constexpr QSize kUsual(1440, 900);
constexpr int kFoldBelow = 1280;
constexpr int kLookBack = 90;
constexpr int kPageMargin = 24;

// "code-review" of codeReviewButton.
QString shortName(const QString& objectName)
{
    QString name;
    for (const QChar letter : objectName.chopped(objectName.endsWith(QLatin1String("Button")) ? 6 : 0)) {
        if (letter.isUpper()) {
            name += u'-';
        }
        name += letter.toLower();
    }
    return name;
}

/// The dot of a pill, for a menu.
QIcon stateDot(common::Pill::Kind kind, const Theme& theme)
{
    constexpr int kSize = 16;
    constexpr int kDot = 8;
    QPixmap picture(kSize * 2, kSize * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(common::Pill::colorsOf(kind).text));
    painter.drawEllipse(QRectF((kSize - kDot) / 2.0, (kSize - kDot) / 2.0, kDot, kDot));
    return QIcon(picture);
}

QString withoutMenuMarks(QString text)
{
    return text.replace(u'&', QLatin1String("&&")).replace(u'\t', u' ');
}

} // namespace

MainWindow::MainWindow(const app::core::Clock& clock, DialogService& dialogs, QWidget* parent)
    : QMainWindow(parent)
    , m_clock(clock)
    , m_dialogs(dialogs)
    , m_today(UtcDay::of(clock.now()))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Threadcount"));
    setWindowIcon(brandIcon());
    setMinimumSize(kSmallest);
    resize(kUsual);
    buildActions();
    buildContent();

    m_range = presetDays(m_preset, m_today);
    m_topBar->setRange(m_preset, m_range);
    m_rangeActions->actions().at(static_cast<int>(m_preset))->setChecked(true);
    refreshGranularity();
    refreshAllowedDays();
    refreshTexts();

    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &MainWindow::refreshDay);
    m_minute.start();
}

QAction* MainWindow::addCommand(
    QMenu* menu, const QString& name, const QString& text, const QKeySequence& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    menu->addAction(action);
    // The menu bar is hidden most of the time, and shortcuts of a hidden one sleep: the window owns them too.
    addAction(action);
    return action;
}

void MainWindow::buildActions()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    m_syncAction = addCommand(file, QStringLiteral("syncAction"), tr("&Sync now"), QKeySequence(Qt::Key_F5));
    m_syncAction->setToolTip(tr("Sync now (F5)"));
    connect(m_syncAction, &QAction::triggered, this, &MainWindow::syncRequested);
    m_stopAction = addCommand(file, QStringLiteral("stopSyncAction"), tr("S&top the sync"));
    m_stopAction->setEnabled(false);
    connect(m_stopAction, &QAction::triggered, this, &MainWindow::syncCancelRequested);
    file->addSeparator();
    connect(
        addCommand(file, QStringLiteral("exportAction"), tr("&Export…"), QKeySequence(Qt::CTRL | Qt::Key_E)),
        &QAction::triggered, this, &MainWindow::exportRequested);
    connect(
        addCommand(file, QStringLiteral("printAction"), tr("&Print…"), QKeySequence(Qt::CTRL | Qt::Key_P)),
        &QAction::triggered, this, &MainWindow::printRequested);
    file->addSeparator();
    QAction* settings = addCommand(
        file, QStringLiteral("settingsAction"), tr("S&ettings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    settings->setMenuRole(QAction::PreferencesRole);
    connect(settings, &QAction::triggered, this, &MainWindow::settingsRequested);
    QAction* quit
        = addCommand(file, QStringLiteral("quitAction"), tr("&Quit"), QKeySequence(QKeySequence::Quit));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &MainWindow::quitRequested);

    buildWorkspaceMenu();
    buildViewMenu();

    QMenu* go = menuBar()->addMenu(tr("&Go"));
    connect(addCommand(go, QStringLiteral("goToAction"), tr("&Go to…"), QKeySequence(Qt::CTRL | Qt::Key_K)),
        &QAction::triggered, this, &MainWindow::openPalette);
    connect(addCommand(go, QStringLiteral("findAction"), tr("&Find on this page"),
                QKeySequence(Qt::CTRL | Qt::Key_F)),
        &QAction::triggered, this, &MainWindow::findOnPage);
    go->addSeparator();
    m_backAction
        = addCommand(go, QStringLiteral("backAction"), tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left));
    connect(m_backAction, &QAction::triggered, this, &MainWindow::backRequested);
    m_forwardAction = addCommand(
        go, QStringLiteral("forwardAction"), tr("F&orward"), QKeySequence(Qt::ALT | Qt::Key_Right));
    connect(m_forwardAction, &QAction::triggered, this, &MainWindow::forwardRequested);
    setHistory(false, false);

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    QAction* shortcuts = addCommand(help, QStringLiteral("shortcutsAction"), tr("&Shortcuts"));
    shortcuts->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});
    connect(shortcuts, &QAction::triggered, this, &MainWindow::openShortcuts);
    connect(addCommand(help, QStringLiteral("diagnosticsAction"), tr("&Diagnostics…")), &QAction::triggered,
        this, &MainWindow::diagnosticsRequested);
    QAction* about = addCommand(help, QStringLiteral("aboutAction"), tr("&About Threadcount"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);

    menuBar()->setObjectName(QStringLiteral("menuBar"));
    if (!menuBar()->isNativeMenuBar()) {
        menuBar()->hide();
        menuBar()->installEventFilter(this);
    }
}

void MainWindow::buildWorkspaceMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Workspace"));
    m_workspaceBarMenu = menu;
    m_firstWorkspaceAction = menu->addSeparator();
    connect(addCommand(menu, QStringLiteral("setupAction"), tr("&Add a workspace…")), &QAction::triggered,
        this, &MainWindow::setupRequested);
    connect(addCommand(menu, QStringLiteral("renameAction"), tr("Re&name…")), &QAction::triggered, this,
        &MainWindow::renameRequested);
    connect(addCommand(menu, QStringLiteral("copyWorkspaceAction"), tr("&Copy the workspace id")),
        &QAction::triggered, this, &MainWindow::copyWorkspaceId);
    menu->addSeparator();
    m_pauseAction = addCommand(menu, QStringLiteral("pauseAction"), tr("&Pause syncing"));
    m_pauseAction->setCheckable(true);
    connect(m_pauseAction, &QAction::triggered, this, &MainWindow::pauseRequested);
    connect(addCommand(menu, QStringLiteral("enterKeyAction"), tr("Replace the &key…")), &QAction::triggered,
        this, &MainWindow::enterKeyRequested);
    menu->addSeparator();
    connect(addCommand(menu, QStringLiteral("disconnectAction"), tr("&Disconnect…")), &QAction::triggered,
        this, &MainWindow::askToDisconnect);
    connect(addCommand(menu, QStringLiteral("eraseAction"), tr("&Erase…")), &QAction::triggered, this,
        &MainWindow::eraseWanted);

    m_workspaceMenu = new QMenu(this);
    m_workspaceMenu->setObjectName(QStringLiteral("workspaceMenu"));
    m_workspaceMenu->addActions(menu->actions());
}

void MainWindow::buildViewMenu()
{
    m_viewMenu = menuBar()->addMenu(tr("&View"));
    m_pageActions = new QActionGroup(this);
    m_rangeActions = new QActionGroup(this);
    m_firstRangeAction = m_viewMenu->addSeparator();
    const std::pair<QString, QString> ranges[]{
        {QStringLiteral("range7Action"), tr("Last &7 days")},
        {QStringLiteral("range30Action"), tr("Last &30 days")},
        {QStringLiteral("range90Action"), tr("Last &90 days")},
    };
    for (const auto& [name, text] : ranges) {
        QAction* action = addCommand(m_viewMenu, name, text);
        action->setCheckable(true);
        const auto preset = static_cast<RangePreset>(m_rangeActions->actions().size());
        m_rangeActions->addAction(action);
        connect(action, &QAction::triggered, this, [this, preset] { setPreset(preset); });
    }
    m_customAction = addCommand(m_viewMenu, QStringLiteral("rangeCustomAction"), tr("&Custom range…"));
    connect(m_customAction, &QAction::triggered, this, [this] { m_topBar->openPopup(); });
    m_viewMenu->addSeparator();

    auto* columns = new QActionGroup(this);
    m_dailyAction = addCommand(m_viewMenu, QStringLiteral("dailyAction"), tr("&Daily"));
    m_weeklyAction = addCommand(m_viewMenu, QStringLiteral("weeklyAction"), tr("&Weekly"));
    for (QAction* action : {m_dailyAction, m_weeklyAction}) {
        action->setCheckable(true);
        columns->addAction(action);
    }
    using app::models::Granularity;
    connect(m_dailyAction, &QAction::triggered, this, [this] { setGranularity(Granularity::Day); });
    connect(m_weeklyAction, &QAction::triggered, this, [this] { setGranularity(Granularity::Week); });
    m_granularityMenu = new QMenu(this);
    m_granularityMenu->setObjectName(QStringLiteral("granularityMenu"));
    m_granularityMenu->setToolTipsVisible(true);
    m_granularityMenu->addActions({m_dailyAction, m_weeklyAction});
    m_viewMenu->setToolTipsVisible(true);
    m_tablesAction = addCommand(m_viewMenu, QStringLiteral("tablesAction"), tr("Charts as &tables"));
    m_tablesAction->setCheckable(true);
    m_tablesAction->setVisible(false);
    connect(m_tablesAction, &QAction::toggled, this, &MainWindow::setTablesShown);
    m_viewMenu->addSeparator();

    QMenu* appearance = m_viewMenu->addMenu(tr("&Appearance"));
    m_appearanceActions = new QActionGroup(this);
    const std::pair<QString, QString> looks[]{
        {QStringLiteral("appearanceSystemAction"), tr("Like the &desktop")},
        {QStringLiteral("appearanceLightAction"), tr("&Light")},
        {QStringLiteral("appearanceDarkAction"), tr("D&ark")},
    };
    for (const auto& [name, text] : looks) {
        QAction* action = addCommand(appearance, name, text);
        action->setCheckable(true);
        const auto look = static_cast<app::settings::Appearance>(m_appearanceActions->actions().size());
        m_appearanceActions->addAction(action);
        connect(action, &QAction::triggered, this, [this, look] { Q_EMIT appearanceChosen(look); });
    }
    setAppearance(app::settings::Appearance::System);
}

void MainWindow::buildTitleRow(QBoxLayout* layout)
{
    auto* row = new QHBoxLayout;
    m_titleRow = row;
    row->setContentsMargins(kPageMargin, 14, kPageMargin, 13);
    row->setSpacing(12);
    m_title = new Label(TextStyle::Title);
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_sentence = new ElidedLabel(TextStyle::Small, Token::Muted);
    m_sentence->setObjectName(QStringLiteral("periodSentence"));
    m_sentence->setContentsMargins(0, 4, 0, 0);
    m_display = new SegmentedControl;
    m_display->setObjectName(QStringLiteral("displayControl"));
    m_display->setAccessibleName(tr("Show as"));
    m_display->addSegment(QStringLiteral("chartsButton"), tr("Charts"), IconName::Chart);
    m_display->addSegment(QStringLiteral("tablesButton"), tr("Table"), IconName::Table);
    m_display->setCurrent(0);
    m_display->hide();
    m_exportButton = new DropButton(TextStyle::Body, IconName::Export);
    m_exportButton->setText(tr("Export…"));
    m_exportButton->setObjectName(QStringLiteral("exportButton"));
    m_exportButton->setAccessibleName(m_exportButton->text());
    m_exportButton->setToolTip(tr("Write the counts of this range to a file (Ctrl+E)"));
    // A command says its whole name; the sentence beside the title gives way.
    m_exportButton->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(m_title);
    row->addWidget(m_sentence);
    row->addStretch(1);
    row->addWidget(m_display);
    row->addWidget(m_exportButton);
    layout->addLayout(row);

    connect(
        m_display, &SegmentedControl::segmentChosen, this, [this](int index) { setTablesShown(index == 1); });
    connect(m_exportButton, &QPushButton::clicked, this, &MainWindow::exportRequested);
}

void MainWindow::buildContent()
{
    auto* central = new QWidget;
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_navigation = new NavigationBar;
    m_navigation->setObjectName(QStringLiteral("navigation"));
    row->addWidget(m_navigation);
    m_body = new QWidget;
    m_column = new QVBoxLayout(m_body);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    row->addWidget(m_body, 1);
    m_topBar = new TopBar({m_syncAction, m_workspaceMenu, m_granularityMenu});
    m_topBar->setObjectName(QStringLiteral("topBar"));
    m_column->addWidget(m_topBar);

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->setSpacing(0);

    auto* banners = new QVBoxLayout;
    banners->setContentsMargins(kPageMargin, 12, kPageMargin, 0);
    banners->setSpacing(8);
    const auto addBanner = [banners](const QString& name) {
        auto* banner = new Banner;
        banner->setObjectName(name);
        banner->hide();
        banners->addWidget(banner);
        return banner;
    };
    m_sourceBanner = addBanner(QStringLiteral("sourceBanner"));
    m_noticeBanner = addBanner(QStringLiteral("noticeBanner"));
    connect(m_noticeBanner->addAction(QStringLiteral("noticeCloseButton"), tr("Close")),
        &QPushButton::clicked, m_noticeBanner, &QWidget::hide);
    m_undoBanner = addBanner(QStringLiteral("undoBanner"));
    connect(m_undoBanner->addAction(QStringLiteral("undoButton"), tr("Undo")), &QPushButton::clicked, this,
        &MainWindow::undoRequested);
    m_undoTick.setInterval(std::chrono::seconds(1));
    connect(&m_undoTick, &QTimer::timeout, this, &MainWindow::refreshUndo);
    m_failureBanner = addBanner(QStringLiteral("failureBanner"));
    m_failureDetails = m_failureBanner->addAction(QStringLiteral("failureDetailsButton"), tr("Details"));
    m_failureSecond = m_failureBanner->addAction(QStringLiteral("failureSecondButton"), tr("Try again"));
    m_failureButton = m_failureBanner->addAction(QStringLiteral("failureButton"), tr("Try again"));
    connect(m_failureButton, &QAbstractButton::clicked, this, [this] { act(m_told.action); });
    connect(m_failureSecond, &QAbstractButton::clicked, this, [this] { act(m_told.second); });
    connect(m_failureDetails, &QAbstractButton::clicked, this, &MainWindow::showDetails);
    layout->addLayout(banners);

    buildTitleRow(layout);

    m_stack = new QStackedWidget;
    m_stack->setObjectName(QStringLiteral("pages"));
    // Pages keep 3 pixels around their content for the focus ring, and 21 at the end, where a scroll bar may
    // stand.
    auto* frame = new QVBoxLayout;
    frame->setContentsMargins(kPageMargin - 3, 0, kPageMargin - 21, 0);
    frame->addWidget(m_stack);
    m_obstacleView = new StateMessage;
    m_obstacleView->setObjectName(QStringLiteral("obstacle"));
    m_obstacleRetry = m_obstacleView->addAction(QStringLiteral("obstacleRetryButton"), tr("Try again"));
    m_obstacleRebuild
        = m_obstacleView->addAction(QStringLiteral("obstacleRebuildButton"), tr("Rebuild from OpenAI…"));
    m_obstacleErase = m_obstacleView->addAction(QStringLiteral("obstacleEraseButton"), tr("Erase…"));
    m_obstacleDetails = m_obstacleView->addAction(QStringLiteral("obstacleDetailsButton"), tr("Details"));
    connect(m_obstacleRetry, &QAbstractButton::clicked, this, &MainWindow::syncRequested);
    connect(m_obstacleRebuild, &QAbstractButton::clicked, this, &MainWindow::askToRebuild);
    connect(m_obstacleErase, &QAbstractButton::clicked, this, &MainWindow::eraseWanted);
    connect(m_obstacleDetails, &QAbstractButton::clicked, this, &MainWindow::showDetails);
    m_obstacleView->hide();
    frame->addWidget(m_obstacleView);
    layout->addLayout(frame, 1);
    m_column->addWidget(content, 1);

    m_strip = new StatusStrip;
    m_strip->setObjectName(QStringLiteral("statusStrip"));
    m_column->addWidget(m_strip);
    setCentralWidget(central);

    connect(m_navigation, &NavigationBar::chosen, this, &MainWindow::setCurrentPage);
    connect(m_topBar, &TopBar::presetChosen, this, &MainWindow::setPreset);
    connect(m_topBar, &TopBar::customChosen, this,
        [this](DayRange range) { setRange(RangePreset::Custom, range); });
    connect(m_topBar, &TopBar::syncDetailsRequested, this, [this] {
        refreshSyncPanel();
        m_syncPanel->openBelow(m_topBar->syncAnchor());
    });
    connect(m_navigation, &NavigationBar::goToRequested, this, &MainWindow::openPalette);
    connect(m_strip, &StatusStrip::fetchRequested, this, &MainWindow::syncRequested);

    m_syncPanel = new SyncPanel(this);
    connect(m_syncPanel, &SyncPanel::syncRequested, this, &MainWindow::syncRequested);
    connect(m_syncPanel, &SyncPanel::stopRequested, this, &MainWindow::syncCancelRequested);
    connect(m_syncPanel, &SyncPanel::pauseRequested, this, &MainWindow::pauseRequested);
    m_palette = new CommandPalette(this);
    connect(m_palette, &CommandPalette::peopleWanted, this, &MainWindow::peopleWanted);
    connect(m_palette, &CommandPalette::personChosen, this, &MainWindow::personChosen);
}

int MainWindow::addPage(const QString& objectName, IconName icon, const QString& title, QWidget* page)
{
    const int index = addPage(objectName, icon, title, [page](int, QWidget*) { return page; });
    ensurePage(index);
    return index;
}

int MainWindow::addPage(const QString& objectName, IconName icon, const QString& title, PageMaker make)
{
    const int index = static_cast<int>(m_pages.size());
    // An ampersand in a menu marks a letter; two of them stand for one.
    auto* action = new QAction(QString(title).replace(u'&', QLatin1String("&&")), this);
    action->setObjectName(objectName + QStringLiteral("Action"));
    action->setCheckable(true);
    if (index < 9) {
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)));
    }
    m_pageActions->addAction(action);
    m_viewMenu->insertAction(m_firstRangeAction, action);
    addAction(action);
    connect(action, &QAction::triggered, this, [this, index] { setCurrentPage(index); });

    m_pages.push_back({title, shortName(objectName), {}, action, std::move(make)});
    m_navigation->addItem(objectName, icon, title);
    m_stack->addWidget(new QWidget); // keeps the place
    if (index == 0) {
        m_navigation->setCurrent(0);
        action->setChecked(true);
        refreshTitle();
    }
    return index;
}

void MainWindow::ensurePage(int index)
{
    const auto make = std::exchange(m_pages.at(static_cast<std::size_t>(index)).make, nullptr);
    if (!make) {
        return;
    }
    QWidget* place = m_stack->widget(index);
    const bool isCurrent = m_stack->currentWidget() == place;
    QWidget* page = make(index, m_stack);
    m_stack->insertWidget(index, page);
    if (isCurrent) {
        m_stack->setCurrentWidget(page);
    }
    delete place;
    takeUpContent(page);
}

void MainWindow::takeUpContent(QWidget* content)
{
    // Where a page brings keys of its own for what the window does, the window does it: two would do nothing.
    const QList<QAction*> own = actions();
    for (QShortcut* shortcut : content->findChildren<QShortcut*>()) {
        shortcut->setEnabled(std::none_of(own.begin(), own.end(),
            [shortcut](const QAction* one) { return one->shortcuts().contains(shortcut->key()); }));
    }
    // What gets a new parent goes to the end of the tab order: behind the pages. Only the strip, which is
    // small: with a style sheet, whatever gets a new parent is styled anew with all its children.
    m_strip->setParent(nullptr);
    m_column->addWidget(m_strip);
    m_strip->show();
}

int MainWindow::currentPage() const
{
    return m_stack->currentIndex();
}

QWidget* MainWindow::currentWidget() const
{
    return m_stack->currentWidget();
}

QString MainWindow::pageName(int index) const
{
    return m_pages.at(static_cast<std::size_t>(index)).name;
}

int MainWindow::pageNamed(const QString& name) const
{
    const auto found = std::find_if(
        m_pages.begin(), m_pages.end(), [&name](const PageEntry& page) { return page.name == name; });
    return found == m_pages.end() ? -1 : static_cast<int>(found - m_pages.begin());
}

void MainWindow::setCurrentPage(int index)
{
    const bool changes = index != m_stack->currentIndex();
    ensurePage(index);
    m_stack->setCurrentIndex(index);
    m_navigation->setCurrent(index);
    m_pages.at(static_cast<std::size_t>(index)).action->setChecked(true);
    refreshTitle();
    if (changes) {
        Q_EMIT pageChanged(index);
    }
}

void MainWindow::setPeriodSentence(int index, const QString& sentence)
{
    m_pages.at(static_cast<std::size_t>(index)).sentence = sentence;
    refreshTitle();
}

void MainWindow::addHeading(QWidget* heading)
{
    heading->hide();
    m_titleRow->insertWidget(0, heading);
}

void MainWindow::showHeading(QWidget* heading)
{
    if (m_heading != nullptr && m_heading != heading) {
        m_heading->hide();
    }
    m_heading = heading;
    m_title->setVisible(heading == nullptr);
    if (heading != nullptr) {
        heading->show();
    }
}

QString MainWindow::sentenceText() const
{
    return m_sentence->text();
}

void MainWindow::setWorkspace(const app::core::WorkspaceId& workspace, const QString& name)
{
    m_workspace = workspace;
    m_workspaceName = name;
    m_topBar->setWorkspace(workspace, name);
    refreshWindowTitle();
    refreshWorkspaceActions();
}

void MainWindow::setWorkspaces(const std::vector<WorkspaceEntry>& workspaces)
{
    while (m_workspaceActions.size() > workspaces.size()) {
        delete m_workspaceActions.back();
        m_workspaceActions.pop_back();
    }
    m_workspaces = workspaces;
    while (m_workspaceActions.size() < workspaces.size()) {
        const std::size_t index = m_workspaceActions.size();
        auto* action = new QAction(this);
        action->setObjectName(QStringLiteral("workspaceAction%1").arg(index));
        action->setCheckable(true);
        action->setIconVisibleInMenu(true);
        for (QMenu* menu : {m_workspaceBarMenu, m_workspaceMenu}) {
            menu->insertAction(m_firstWorkspaceAction, action);
        }
        connect(action, &QAction::triggered, this, [this, index] {
            refreshWorkspaceActions(); // the tick follows the workspace, not the click
            Q_EMIT workspaceChosen(m_workspaces[index].id);
        });
        m_workspaceActions.push_back(action);
    }
    refreshWorkspaceActions();
}

void MainWindow::refreshWorkspaceActions()
{
    const Theme theme = Theme::of(this);
    for (std::size_t i = 0; i < m_workspaceActions.size(); ++i) {
        const WorkspaceEntry& entry = m_workspaces[i];
        QAction* action = m_workspaceActions[i];
        action->setText(withoutMenuMarks(entry.name) + u'\t' + entry.state.text);
        action->setToolTip(entry.id.toString());
        action->setIcon(stateDot(entry.state.kind, theme));
        action->setChecked(entry.id == m_workspace);
    }
}

void MainWindow::refreshWindowTitle()
{
    if (m_source == Source::Demo) {
        setWindowTitle(tr("Threadcount, demo data"));
    } else if (m_workspaceName.isEmpty()) {
        setWindowTitle(tr("Threadcount"));
    } else {
        setWindowTitle(tr("%1 - Threadcount", "name of a workspace").arg(m_workspaceName));
    }
}

void MainWindow::setPaused(bool paused)
{
    m_pauseAction->setChecked(paused);
    m_syncPanel->setPaused(paused);
}

void MainWindow::setUndo(std::optional<app::core::Instant> until)
{
    m_undoUntil = until;
    if (until) {
        m_undoTick.start();
    } else {
        m_undoTick.stop();
    }
    refreshUndo();
    refreshFailure();
}

void MainWindow::refreshUndo()
{
    m_undoBanner->setVisible(m_undoUntil.has_value());
    if (m_undoUntil) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(*m_undoUntil - m_clock.now()).count();
        m_undoBanner->setMessage(Banner::Level::Information, tr("The key is forgotten."),
            tr("It was removed at once. You can still undo this for %n second(s).", nullptr,
                std::max(1, static_cast<int>(left))));
    }
}

void MainWindow::setObstacle(Obstacle obstacle)
{
    m_obstacle = obstacle;
    m_stack->setVisible(obstacle == Obstacle::None);
    m_obstacleView->setVisible(obstacle != Obstacle::None);
    m_exportButton->setEnabled(obstacle == Obstacle::None);
    const bool broken = obstacle == Obstacle::Broken;
    const ErrorKind kind = m_status.error ? m_status.error->kind : ErrorKind::StoreFailed;
    m_obstacleRetry->setVisible(broken);
    m_obstacleRebuild->setVisible(broken && kind == ErrorKind::StoreDamaged);
    m_obstacleErase->setVisible(broken && kind != ErrorKind::StoreTooNew);
    m_obstacleDetails->setVisible(broken && m_status.error && !m_status.error->detail.isEmpty());
    if (obstacle == Obstacle::Opening) {
        m_obstacleView->setMessage(StateMessage::Level::Empty, IconName::Database, tr("The cache is opened"),
            tr("After an update this can take a moment."));
    } else if (broken) {
        app::core::Error error;
        error.kind = kind;
        const app::messages::ErrorText text = app::messages::describe(m_status.error.value_or(error));
        m_obstacleView->setMessage(StateMessage::Level::Failed, IconName::Database, text.whatHappened,
            kind == ErrorKind::StoreDamaged ? tr(
                "Nothing of it is shown, because its figures could be wrong. Rebuilding fetches the last "
                "90 days from OpenAI once more.")
                                            : text.nextStep);
    }
}

void MainWindow::askToRebuild()
{
    DialogContent content;
    content.objectName = QStringLiteral("rebuild");
    content.title = tr("Rebuild the cache from OpenAI?");
    content.text
        = tr("The damaged file is set aside as cache.damaged.db, and an empty cache takes its place. "
             "The next sync fetches up to 90 days again. Older days cannot be fetched any more, and "
             "the list of earlier requests begins anew. Key and settings stay.");
    content.buttons
        = {{tr("Cancel"), DialogButton::Kind::Cancel}, {tr("Rebuild"), DialogButton::Kind::Primary}};
    const QPointer<MainWindow> self(this);
    m_dialogs.open(this, content, [self](int button) {
        if (self != nullptr && button == 1) {
            Q_EMIT self->rebuildRequested();
        }
    });
}

void MainWindow::setGoalFrom(std::optional<UtcDay> day)
{
    m_goalFrom = day;
    refreshAllowedDays();
    m_strip->setCoverage(m_coverage, statustext::coverage(m_coverage, m_goalFrom));
}

void MainWindow::setSyncStatus(const SyncStatus& status)
{
    m_status = status;
    m_strip->setKeyHint(status.keyHint);
    refreshTexts();
    refreshFailure();
}

void MainWindow::setCoverage(const app::records::Coverage& coverage)
{
    m_coverage = coverage;
    m_strip->setCoverage(m_coverage, statustext::coverage(m_coverage, m_goalFrom));
    refreshTitle();
}

void MainWindow::setSource(Source source, const QString& baseUrl)
{
    m_isDemo = source == Source::Demo;
    m_topBar->setDemo(m_isDemo);
    m_sourceBanner->setVisible(source != Source::Service);
    m_source = source;
    refreshWindowTitle();
    if (source == Source::Demo) {
        m_sourceBanner->setMessage(Banner::Level::Information, tr("Demo data."),
            tr("A made-up company, served by a simulator on this computer. Nothing here comes from a "
               "workspace of "
               "yours."));
    } else if (source == Source::OtherAddress) {
        m_sourceBanner->setMessage(Banner::Level::Warning, tr("Not the OpenAI service."),
            tr("Data comes from %1, because the base URL was changed. Keys of the keychain are not sent "
               "there.")
                .arg(baseUrl));
    }
}

QString MainWindow::dataMark() const
{
    return m_isDemo ? tr("Demo data") : QString();
}

void MainWindow::setNotice(const QString& lead, const QString& text)
{
    m_noticeBanner->setMessage(Banner::Level::Information, lead, text);
    m_noticeBanner->setVisible(!lead.isEmpty());
}

void MainWindow::setAppearance(app::settings::Appearance appearance)
{
    m_appearanceActions->actions().at(static_cast<int>(appearance))->setChecked(true);
}

void MainWindow::setPreset(RangePreset preset)
{
    if (preset != RangePreset::Custom) {
        setRange(preset, presetDays(preset, m_today));
    }
}

void MainWindow::setCustomRange(DayRange range)
{
    if (!range.isEmpty()) {
        setRange(RangePreset::Custom, range);
    }
}

void MainWindow::setGranularity(app::models::Granularity granularity)
{
    const bool changes = granularity != m_granularity;
    m_granularity = granularity;
    refreshGranularity();
    if (changes) {
        Q_EMIT granularityChanged(granularity);
    }
}

void MainWindow::refreshGranularity()
{
    using app::models::Granularity;
    const bool isLong = m_range.length() > app::models::kLongestDailyRange;
    const bool weekly = app::models::effectiveGranularity(m_granularity, m_range) == Granularity::Week;
    (weekly ? m_weeklyAction : m_dailyAction)->setChecked(true);
    m_dailyAction->setEnabled(!isLong);
    m_dailyAction->setToolTip(isLong ? tr("Ranges of more than %n day(s) are shown in weeks.", nullptr,
                                  app::models::kLongestDailyRange)
                                     : QString());
    m_topBar->setGranularityText(weekly ? tr("Weekly") : tr("Daily"));
}

void MainWindow::setTablesShown(bool shown)
{
    const bool changes = shown != m_tablesShown;
    m_tablesShown = shown;
    m_display->setCurrent(shown ? 1 : 0);
    m_tablesAction->setChecked(shown);
    if (changes) {
        Q_EMIT tablesShownChanged(shown);
    }
}

void MainWindow::setChartsAvailable(bool available)
{
    m_display->setVisible(available);
    m_tablesAction->setVisible(available);
}

void MainWindow::setHistory(bool canGoBack, bool canGoForward)
{
    m_backAction->setEnabled(canGoBack);
    m_forwardAction->setEnabled(canGoForward);
}

void MainWindow::setFoundPeople(const QString& text, const std::vector<FoundPerson>& people)
{
    m_palette->setPeople(text, people);
}

namespace {

void collect(const QMenu& menu, const QString& place, std::vector<CommandPalette::Command>& commands)
{
    for (QAction* action : menu.actions()) {
        if (action->menu() != nullptr) {
            collect(*action->menu(), withoutMnemonics(action->text()), commands);
        } else if (!action->isSeparator()) {
            commands.push_back({action, place});
        }
    }
}

} // namespace

std::vector<CommandPalette::Command> MainWindow::commands() const
{
    std::vector<CommandPalette::Command> all;
    // Pages and ranges first: they are what is looked for most.
    collect(*m_viewMenu, withoutMnemonics(m_viewMenu->title()), all);
    for (const QAction* top : menuBar()->actions()) {
        if (top->menu() != nullptr && top->menu() != m_viewMenu) {
            collect(*top->menu(), withoutMnemonics(top->text()), all);
        }
    }
    std::erase_if(all, [](const CommandPalette::Command& command) {
        return command.action->objectName() == QLatin1String("goToAction");
    });
    return all;
}

std::vector<ShortcutsDialog::Group> MainWindow::shortcutGroups() const
{
    std::vector<ShortcutsDialog::Group> groups;
    for (const QAction* top : menuBar()->actions()) {
        if (top->menu() == nullptr) {
            continue;
        }
        std::vector<CommandPalette::Command> commands;
        collect(*top->menu(), {}, commands);
        ShortcutsDialog::Group group{withoutMnemonics(top->text()), {}};
        for (const CommandPalette::Command& command : commands) {
            QStringList keys;
            for (const QKeySequence& sequence : command.action->shortcuts()) {
                keys << sequence.toString(QKeySequence::NativeText);
            }
            if (!keys.isEmpty()) {
                group.entries.push_back(
                    {keys.join(QStringLiteral(", ")), withoutMnemonics(command.action->text())});
            }
        }
        if (!group.entries.empty()) {
            groups.push_back(std::move(group));
        }
    }
    const auto native = [](std::initializer_list<QKeySequence> sequences) {
        QStringList keys;
        for (const QKeySequence& sequence : sequences) {
            keys << sequence.toString(QKeySequence::NativeText);
        }
        return keys.join(QStringLiteral(", "));
    };
    groups.push_back({tr("In a chart"),
        {{native({Qt::Key_Left, Qt::Key_Right}), tr("From point to point")},
            {native({Qt::Key_Home, Qt::Key_End}), tr("To the first, to the last point")},
            {native({Qt::Key_T}), tr("Chart or table")}}});
    groups.push_back({tr("In a table of people"),
        {{native({Qt::Key_Return}), tr("Open the person")},
            {native({QKeySequence(QKeySequence::Copy)}), tr("Copy the chosen rows")}}});
    return groups;
}

void MainWindow::openPalette()
{
    m_palette->openWith(commands());
}

void MainWindow::openShortcuts()
{
    auto* dialog = new ShortcutsDialog(shortcutGroups(), this);
    dialog->open();
}

void MainWindow::findOnPage()
{
    // By the name that inputs for searching have on all pages.
    for (QLineEdit* edit : m_stack->currentWidget()->findChildren<QLineEdit*>()) {
        if (edit->isVisible() && edit->isEnabled()
            && edit->objectName().endsWith(QLatin1String("SearchEdit"))) {
            edit->setFocus(Qt::ShortcutFocusReason);
            edit->selectAll();
            return;
        }
    }
    openPalette();
}

void MainWindow::copyWorkspaceId()
{
    if (m_workspace) {
        QGuiApplication::clipboard()->setText(m_workspace->toString());
    }
}

void MainWindow::setRange(RangePreset preset, DayRange range)
{
    const bool changes = range != m_range || preset != m_preset;
    m_preset = preset;
    m_range = range;
    m_topBar->setRange(preset, range);
    const auto actions = m_rangeActions->actions();
    for (int i = 0; i < actions.size(); ++i) {
        actions.at(i)->setChecked(i == static_cast<int>(preset));
    }
    refreshGranularity();
    refreshTitle();
    if (changes) {
        Q_EMIT rangeChanged(m_range, m_preset);
    }
}

void MainWindow::refreshDay()
{
    const UtcDay today = UtcDay::of(m_clock.now());
    if (today != m_today) {
        m_today = today;
        refreshAllowedDays();
        setPreset(m_preset);
    }
    refreshTexts();
}

void MainWindow::refreshAllowedDays()
{
    const UtcDay first = m_goalFrom && *m_goalFrom <= m_today ? *m_goalFrom : m_today - (kLookBack - 1);
    m_topBar->setAllowedDays({first, m_today});
}

bool MainWindow::isSyncing() const
{
    return m_status.state == SyncStatus::State::Running || m_status.state == SyncStatus::State::Waiting;
}

void MainWindow::refreshTexts()
{
    const auto now = m_clock.now();
    // While a run waits it can be stopped but not started a second time.
    const bool syncing = isSyncing();
    m_topBar->setSyncText(statustext::pill(m_status, now), syncing);
    m_strip->setSyncText(statustext::lastAndNext(m_status, now), syncing);
    m_syncAction->setEnabled(!syncing);
    m_stopAction->setEnabled(syncing);
    refreshSyncPanel();
}

void MainWindow::refreshSyncPanel()
{
    m_syncPanel->setFacts(
        statustext::facts(m_status, m_clock.now()), isSyncing(), statustext::partDone(m_status));
}

void MainWindow::refreshTitle()
{
    const int index = m_stack->currentIndex();
    if (index < 0) {
        return;
    }
    const PageEntry& page = m_pages.at(static_cast<std::size_t>(index));
    m_title->setText(page.title);
    m_sentence->setText(page.sentence.isEmpty() ? statustext::period(m_range, m_coverage) : page.sentence);
}

void MainWindow::refreshFailure()
{
    const auto told = m_undoUntil ? std::nullopt : statustext::banner(m_status, m_clock.now());
    m_failureBanner->setVisible(told.has_value());
    if (m_obstacle == Obstacle::Broken) {
        setObstacle(m_obstacle);
    }
    if (!told) {
        return;
    }
    m_told = *told;
    m_failureBanner->setMessage(told->level, told->lead, told->text);
    for (const auto& [button, action] :
        {std::pair(m_failureButton, told->action), std::pair(m_failureSecond, told->second)}) {
        const QString text = statustext::actionText(action, m_status);
        button->setText(text);
        button->setAccessibleName(text);
        button->setVisible(!text.isEmpty());
    }
    m_failureDetails->setVisible(m_status.error && !m_status.error->detail.isEmpty());
}

void MainWindow::act(statustext::BannerText::Action action)
{
    using Action = statustext::BannerText::Action;
    switch (action) {
    case Action::None: break;
    case Action::SyncNow: Q_EMIT syncRequested(); break;
    case Action::EnterKey:
    case Action::ReplaceKey: Q_EMIT enterKeyRequested(); break;
    case Action::SetUp: Q_EMIT setupRequested(); break;
    case Action::Resume: Q_EMIT pauseRequested(false); break;
    case Action::ChooseBackfill: Q_EMIT backfillRequested(); break;
    }
}

void MainWindow::showDetails()
{
    if (!m_status.error) {
        return;
    }
    const app::core::Error& error = *m_status.error;
    QStringList lines{tr("Kind: %1").arg(app::core::errorKindName(error.kind))};
    if (error.httpStatus != 0) {
        lines << tr("HTTP status: %1").arg(error.httpStatus);
    }
    if (!error.subject.isEmpty()) {
        lines << tr("About: %1", "an endpoint, a file, a field").arg(error.subject);
    }
    lines << error.detail;
    DialogContent content;
    content.objectName = QStringLiteral("errorDetails");
    content.title = app::messages::describe(error).whatHappened;
    content.text = lines.join(u'\n');
    m_dialogs.open(this, content, {});
}

void MainWindow::showAbout()
{
    DialogContent content;
    content.objectName = QStringLiteral("about");
    content.title = tr("Threadcount %1").arg(app::core::version());
    content.text = tr(
        "Shows how the engineers of a ChatGPT Enterprise workspace use Codex. Counts, never content: it "
        "reads daily totals with one key and keeps them on this computer.\n\nFree software under the GNU "
        "General Public License, version 3 or later. It comes without any warranty.");
    m_dialogs.open(this, content, {});
}

void MainWindow::askToDisconnect()
{
    DialogContent content;
    content.objectName = QStringLiteral("disconnect");
    content.title = tr("Disconnect this workspace?");
    content.text
        = tr("Threadcount forgets the key and stops syncing. What is stored stays on this computer and the "
             "charts keep working. The key itself stays valid at OpenAI; delete it there if nobody needs it "
             "any more. You can undo this for a few seconds.");
    content.buttons
        = {{tr("Cancel"), DialogButton::Kind::Cancel}, {tr("Disconnect"), DialogButton::Kind::Normal},
            {tr("Disconnect and erase…"), DialogButton::Kind::Danger}};
    const QPointer<MainWindow> self(this);
    m_dialogs.open(this, content, [self](int button) {
        if (self != nullptr && button == 1) {
            Q_EMIT self->disconnectRequested();
        } else if (self != nullptr && button == 2) {
            Q_EMIT self->eraseWanted();
        }
    });
}

bool MainWindow::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto* key = static_cast<QKeyEvent*>(event);
        m_altAlone = key->key() == Qt::Key_Alt && (key->modifiers() & ~Qt::AltModifier) == Qt::NoModifier;
        break;
    }
    case QEvent::KeyRelease:
        if (m_altAlone && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt) {
            m_altAlone = false;
            if (!menuBar()->isNativeMenuBar() && menuBar()->isHidden()) {
                showMenuBar();
                return true;
            }
        }
        break;
    case QEvent::WindowDeactivate:
    case QEvent::MouseButtonPress: m_altAlone = false; break;
    default: break;
    }
    return QMainWindow::event(event);
}

void MainWindow::showMenuBar()
{
    menuBar()->show();
    // QMenuBar enters its keyboard mode when it sees Alt pressed and released while it is visible. It was
    // not: show it both again.
    // The state in the event of a modifier key is that of the moment before it.
    QKeyEvent press(QEvent::ShortcutOverride, Qt::Key_Alt, Qt::NoModifier);
    QApplication::sendEvent(this, &press);
    QKeyEvent release(QEvent::KeyRelease, Qt::Key_Alt, Qt::AltModifier);
    QApplication::sendEvent(this, &release);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == menuBar() && event->type() == QEvent::FocusOut) {
        // Later: an open menu takes the focus first and gives it back.
        QTimer::singleShot(0, this, [this] {
            if (!menuBar()->hasFocus() && QApplication::activePopupWidget() == nullptr) {
                menuBar()->hide();
            }
        });
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_navigation->setFolded(width() < kFoldBelow);
    Q_EMIT geometryChanged();
}

void MainWindow::moveEvent(QMoveEvent* event)
{
    QMainWindow::moveEvent(event);
    Q_EMIT geometryChanged();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange) {
        Q_EMIT geometryChanged();
    } else if (event->type() == QEvent::PaletteChange) {
        refreshWorkspaceActions(); // their dots keep the colour they were made with
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // The desktop ends its session: nobody is asked then.
    if (m_mayClose || qApp->isSavingSession()) {
        event->accept();
        return;
    }
    event->ignore();
    Q_EMIT closeRequested();
}

} // namespace ui::shell
