// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/MainWindow.h"

#include "common/Banner.h"
#include "common/ElidedLabel.h"
#include "common/Format.h"
#include "common/Label.h"
#include "messages/ErrorText.h"
#include "shell/NavigationBar.h"
#include "shell/StatusStrip.h"
#include "shell/StatusText.h"
#include "shell/TopBar.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
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

// Failures that another key can cure.
bool wantsAnotherKey(ErrorKind kind)
{
    return kind == ErrorKind::KeyRejected || kind == ErrorKind::AccessDenied || kind == ErrorKind::NoKey
        || kind == ErrorKind::KeychainLocked || kind == ErrorKind::KeychainDenied
        || kind == ErrorKind::KeychainUnavailable || kind == ErrorKind::KeychainSilent;
}

bool wantsSetup(ErrorKind kind)
{
    return kind == ErrorKind::WorkspaceNotFound;
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
    refreshAllowedDays();
    refreshTexts();

    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &MainWindow::refreshDay);
    m_minute.start();
}

void MainWindow::buildActions()
{
    const auto add
        = [this](QMenu* menu, const QString& name, const QString& text, const QKeySequence& keys = {}) {
              auto* action = new QAction(text, this);
              action->setObjectName(name);
              action->setShortcut(keys);
              menu->addAction(action);
              // The menu bar is hidden most of the time, and shortcuts of a hidden one sleep: the window owns
              // them too.
              addAction(action);
              return action;
          };

    QMenu* file = menuBar()->addMenu(tr("&File"));
    m_syncAction = add(file, QStringLiteral("syncAction"), tr("&Sync now"), QKeySequence(Qt::Key_F5));
    m_syncAction->setToolTip(tr("Sync now (F5)"));
    connect(m_syncAction, &QAction::triggered, this, &MainWindow::syncRequested);
    m_stopAction = add(file, QStringLiteral("stopSyncAction"), tr("S&top the sync"));
    m_stopAction->setEnabled(false);
    connect(m_stopAction, &QAction::triggered, this, &MainWindow::syncCancelRequested);
    file->addSeparator();
    connect(add(file, QStringLiteral("setupAction"), tr("Set &up…")), &QAction::triggered, this,
        &MainWindow::setupRequested);
    connect(add(file, QStringLiteral("enterKeyAction"), tr("Enter another &key…")), &QAction::triggered, this,
        &MainWindow::enterKeyRequested);
    connect(add(file, QStringLiteral("disconnectAction"), tr("&Disconnect…")), &QAction::triggered, this,
        &MainWindow::askToDisconnect);
    file->addSeparator();
    QAction* quit = add(file, QStringLiteral("quitAction"), tr("&Quit"), QKeySequence(QKeySequence::Quit));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);

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
        QAction* action = add(m_viewMenu, name, text);
        action->setCheckable(true);
        const auto preset = static_cast<RangePreset>(m_rangeActions->actions().size());
        m_rangeActions->addAction(action);
        connect(action, &QAction::triggered, this, [this, preset] { setPreset(preset); });
    }
    m_viewMenu->addSeparator();
    QMenu* appearance = m_viewMenu->addMenu(tr("&Appearance"));
    m_appearanceActions = new QActionGroup(this);
    const std::pair<QString, QString> looks[]{
        {QStringLiteral("appearanceSystemAction"), tr("Like the &desktop")},
        {QStringLiteral("appearanceLightAction"), tr("&Light")},
        {QStringLiteral("appearanceDarkAction"), tr("D&ark")},
    };
    for (const auto& [name, text] : looks) {
        QAction* action = add(appearance, name, text);
        action->setCheckable(true);
        const auto look = static_cast<app::settings::Appearance>(m_appearanceActions->actions().size());
        m_appearanceActions->addAction(action);
        connect(action, &QAction::triggered, this, [this, look] { Q_EMIT appearanceChosen(look); });
    }
    setAppearance(app::settings::Appearance::System);

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    QAction* about = add(help, QStringLiteral("aboutAction"), tr("&About Threadcount"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainWindow::showAbout);

    menuBar()->setObjectName(QStringLiteral("menuBar"));
    if (!menuBar()->isNativeMenuBar()) {
        menuBar()->hide();
        menuBar()->installEventFilter(this);
    }
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
    m_topBar = new TopBar(m_syncAction);
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
    m_keyBanner = addBanner(QStringLiteral("keyBanner"));
    connect(m_keyBanner->addAction(QStringLiteral("bannerEnterKeyButton"), tr("Enter the key…")),
        &QPushButton::clicked, this, &MainWindow::enterKeyRequested);
    m_keyBanner->setMessage(Banner::Level::Warning, tr("The key is not at hand."),
        tr("It was kept for one session only, or it was removed. The charts keep showing what is stored; "
           "enter the "
           "key to sync again."));
    m_failureBanner = addBanner(QStringLiteral("failureBanner"));
    m_failureDetails = m_failureBanner->addAction(QStringLiteral("failureDetailsButton"), tr("Details"));
    m_failureButton = m_failureBanner->addAction(QStringLiteral("failureButton"), tr("Try again"));
    connect(m_failureButton, &QAbstractButton::clicked, this, &MainWindow::onFailureAction);
    connect(m_failureDetails, &QAbstractButton::clicked, this, &MainWindow::showDetails);
    layout->addLayout(banners);

    auto* titleRow = new QHBoxLayout;
    titleRow->setContentsMargins(kPageMargin, 16, kPageMargin, 13);
    titleRow->setSpacing(12);
    m_title = new Label(TextStyle::Title);
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_sentence = new ElidedLabel(TextStyle::Small, Token::Muted);
    m_sentence->setObjectName(QStringLiteral("periodSentence"));
    m_sentence->setContentsMargins(0, 4, 0, 0);
    titleRow->addWidget(m_title);
    titleRow->addWidget(m_sentence);
    titleRow->addStretch(1);
    layout->addLayout(titleRow);

    m_stack = new QStackedWidget;
    m_stack->setObjectName(QStringLiteral("pages"));
    // Pages keep 3 pixels around their content for the focus ring, and 21 at the end, where a scroll bar may
    // stand.
    auto* frame = new QVBoxLayout;
    frame->setContentsMargins(kPageMargin - 3, 0, kPageMargin - 21, 0);
    frame->addWidget(m_stack);
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
    connect(m_strip, &StatusStrip::fetchRequested, this, &MainWindow::syncRequested);
}

int MainWindow::addPage(const QString& objectName, IconName icon, const QString& title, QWidget* page)
{
    const int index = static_cast<int>(m_pages.size());
    auto* action = new QAction(title, this);
    action->setObjectName(objectName + QStringLiteral("Action"));
    action->setCheckable(true);
    if (index < 9) {
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)));
    }
    m_pageActions->addAction(action);
    m_viewMenu->insertAction(m_firstRangeAction, action);
    addAction(action);
    connect(action, &QAction::triggered, this, [this, index] { setCurrentPage(index); });

    m_pages.push_back({title, {}, action});
    m_navigation->addItem(objectName, icon, title);
    m_stack->addWidget(page);
    // What gets a new parent goes to the end of the tab order: first the item and the page that were just
    // added, then the strip after the page, and last all that stands beside the navigation.
    m_strip->setParent(nullptr);
    m_column->addWidget(m_strip);
    m_strip->show();
    m_body->setParent(nullptr);
    static_cast<QBoxLayout*>(centralWidget()->layout())->addWidget(m_body, 1);
    m_body->show();
    if (index == 0) {
        m_navigation->setCurrent(0);
        action->setChecked(true);
        refreshTitle();
    }
    return index;
}

int MainWindow::currentPage() const
{
    return m_stack->currentIndex();
}

void MainWindow::setCurrentPage(int index)
{
    const bool changes = index != m_stack->currentIndex();
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

void MainWindow::setWorkspace(const app::core::WorkspaceId& workspace)
{
    m_topBar->setWorkspace(workspace);
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
    m_topBar->setDemo(source == Source::Demo);
    m_sourceBanner->setVisible(source != Source::Service);
    setWindowTitle(source == Source::Demo ? tr("Threadcount, demo data") : tr("Threadcount"));
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
    const bool failed = m_status.state == SyncStatus::State::Failed && m_status.error
        && m_status.error->kind != ErrorKind::Cancelled && m_status.error->kind != ErrorKind::NoKey;
    const bool needsKey = m_status.state == SyncStatus::State::NeedsKey
        || (m_status.state == SyncStatus::State::Failed && m_status.error
            && m_status.error->kind == ErrorKind::NoKey);
    m_keyBanner->setVisible(needsKey);
    m_failureBanner->setVisible(failed);
    if (!failed) {
        return;
    }
    const app::core::Error& error = *m_status.error;
    const app::messages::ErrorText text = app::messages::describe(error);
    QString sentence;
    if (!text.likelyCauses.isEmpty()) {
        sentence = tr("Likely: %1.", "causes, most likely first")
                       .arg(text.likelyCauses.join(QStringLiteral("; ")));
        sentence += u' ';
    }
    sentence += text.nextStep;
    const bool calm = error.kind == ErrorKind::Offline || error.kind == ErrorKind::ScopeMissing
        || error.kind == ErrorKind::Throttled || error.kind == ErrorKind::ServiceUnavailable
        || error.kind == ErrorKind::SyncRunning;
    m_failureBanner->setMessage(
        calm ? Banner::Level::Warning : Banner::Level::Negative, text.whatHappened, sentence);
    const QString action = wantsAnotherKey(error.kind) ? tr("Enter another key…")
        : wantsSetup(error.kind)                       ? tr("Set up…")
                                                       : tr("Try again");
    m_failureButton->setText(action);
    m_failureButton->setAccessibleName(action);
    m_failureDetails->setVisible(!error.detail.isEmpty());
}

void MainWindow::onFailureAction()
{
    if (!m_status.error) {
        return;
    }
    if (wantsAnotherKey(m_status.error->kind)) {
        Q_EMIT enterKeyRequested();
    } else if (wantsSetup(m_status.error->kind)) {
        Q_EMIT setupRequested();
    } else {
        Q_EMIT syncRequested();
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
    content.title = tr("Threadcount %1").arg(QStringLiteral(THREADCOUNT_VERSION));
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
             "any more.");
    content.buttons
        = {{tr("Cancel"), DialogButton::Kind::Cancel}, {tr("Disconnect"), DialogButton::Kind::Normal},
            {tr("Disconnect and erase…"), DialogButton::Kind::Danger}};
    const QPointer<MainWindow> self(this);
    m_dialogs.open(this, content, [self](int button) {
        if (self == nullptr) {
            return;
        }
        if (button == 1) {
            Q_EMIT self->disconnectRequested();
            return;
        }
        if (button != 2) {
            return;
        }
        DialogContent confirm;
        confirm.objectName = QStringLiteral("erase");
        confirm.title = tr("Erase everything that Threadcount stored?");
        confirm.text = tr(
            "Deletes the cached counts, the list of requests, the settings and the logs of this computer, "
            "and forgets the key. It cannot be undone. Days older than 90 days cannot be fetched again.");
        confirm.buttons
            = {{tr("Keep it"), DialogButton::Kind::Cancel}, {tr("Erase now"), DialogButton::Kind::Danger}};
        self->m_dialogs.open(self, confirm, [self](int answer) {
            if (self != nullptr && answer == 1) {
                Q_EMIT self->eraseRequested();
            }
        });
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
}

} // namespace ui::shell
