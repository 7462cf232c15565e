// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/DialogService.h"
#include "common/Icons.h"
#include "core/Clock.h"
#include "core/DayRange.h"
#include "core/WorkspaceId.h"
#include "models/Granularity.h"
#include "records/Coverage.h"
#include "settings/Settings.h"
#include "shell/CommandPalette.h"
#include "shell/RangePreset.h"
#include "shell/ShortcutsDialog.h"
#include "shell/StatusText.h"
#include "shell/SyncStatus.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class QAbstractButton;
class QAction;
class QActionGroup;
class QBoxLayout;
class QLineEdit;
class QMenu;
class QStackedWidget;

namespace ui::common {
class Banner;
class DropButton;
class ElidedLabel;
class Label;
class SegmentedControl;
class StateMessage;
} // namespace ui::common

namespace ui::shell {

class NavigationBar;
class StatusStrip;
class SyncPanel;
class TopBar;

/// The window of one workspace: navigation, range, state of the sync, the pages, and how complete their days
/// are. It knows neither store nor network: it shows what it is told and says in signals what the person
/// wants; whoever made it (AppController) connects the two. Main thread.
///
/// The range is decided here. A preset ends yesterday (UTC) and moves on by itself when a new UTC day begins,
/// also after the computer slept.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// Where the data comes from. Anything but Service is said in a banner that stays.
    enum class Source { Service, OtherAddress, Demo };

    /// `clock` and `dialogs` must outlive the window.
    MainWindow(const app::core::Clock& clock, common::DialogService& dialogs, QWidget* parent = nullptr);

    /// Appends a page; the window becomes its parent. `objectName` names its item in the navigation. Returns
    /// the index.
    int addPage(const QString& objectName, common::IconName icon, const QString& title, QWidget* page);
    using PageMaker = std::function<QWidget*(int index, QWidget* parent)>;
    /// The same for a page that `make` makes, as a child of `parent`, when it is first to be shown: a start
    /// does not wait for pages that nobody looks at.
    int addPage(const QString& objectName, common::IconName icon, const QString& title, PageMaker make);
    /// Makes that page now, unless it is there.
    void ensurePage(int index);
    /// A page got more content, at the end of the tab order: its keys and its place in that order are made to
    /// fit the window.
    void takeUpContent(QWidget* content);
    [[nodiscard]] int currentPage() const;
    [[nodiscard]] QWidget* currentWidget() const;
    /// The short name of a page ("code-review" of codeReviewButton), and the page of such a name, −1 for
    /// none.
    [[nodiscard]] QString pageName(int index) const;
    [[nodiscard]] int pageNamed(const QString& name) const;
    void setCurrentPage(int index);
    /// Takes `heading` into the title row, hidden; the window becomes its parent. Add it before its page, so
    /// that the tab order meets it first.
    void addHeading(QWidget* heading);
    /// Shows it in place of the title; null brings the title back.
    void showHeading(QWidget* heading);
    /// What stands beside the title now.
    [[nodiscard]] QString sentenceText() const;
    /// What stands beside the title of that page; without it the window derives the sentence from the
    /// coverage.
    void setPeriodSentence(int index, const QString& sentence);

    /// One of the workspaces of this computer, for the menu.
    struct WorkspaceEntry
    {
        app::core::WorkspaceId id;
        QString name; ///< as the person calls it, or the short id
        statustext::PillText state;
    };
    /// The workspace that is shown, and what it is called.
    void setWorkspace(const app::core::WorkspaceId& workspace, const QString& name = {});
    /// All that can be switched to, the shown one included.
    void setWorkspaces(const std::vector<WorkspaceEntry>& workspaces);
    /// The sync of the shown workspace was paused by the person.
    void setPaused(bool paused);
    /// Until when a disconnect can be taken back; nullopt: there is nothing to take back.
    void setUndo(std::optional<app::core::Instant> until);
    /// Why there is nothing to show of this workspace: its cache cannot be used, or is being opened.
    enum class Obstacle { None, Opening, Broken };
    void setObstacle(Obstacle obstacle);
    /// The first day that was asked for: where *Custom* begins. Without it 90 days can be chosen.
    void setGoalFrom(std::optional<app::core::UtcDay> day);
    void setSyncStatus(const ui::shell::SyncStatus& status);
    void setCoverage(const app::records::Coverage& coverage);
    /// `baseUrl` is shown for OtherAddress.
    void setSource(Source source, const QString& baseUrl = {});
    /// Something to know once, for example that the settings file could not be read; an empty lead removes
    /// it.
    void setNotice(const QString& lead, const QString& text);
    /// Ticks the active choice in the menu; no signal.
    void setAppearance(app::settings::Appearance appearance);

    [[nodiscard]] app::core::DayRange range() const { return m_range; }
    [[nodiscard]] RangePreset preset() const { return m_preset; }
    void setPreset(RangePreset preset);
    /// A range of one's own; ignored when empty.
    void setCustomRange(app::core::DayRange range);

    /// What the person chose; charts of a long range show weeks whatever that is.
    [[nodiscard]] app::models::Granularity granularity() const { return m_granularity; }
    void setGranularity(app::models::Granularity granularity);
    /// Whether charts are shown as tables; the switch is there only on pages with charts.
    [[nodiscard]] bool areTablesShown() const { return m_tablesShown; }
    void setTablesShown(bool shown);
    void setChartsAvailable(bool available);
    /// What *Back* and *Forward* can do now.
    void setHistory(bool canGoBack, bool canGoForward);
    /// Answers peopleWanted() for the palette.
    void setFoundPeople(const QString& text, const std::vector<FoundPerson>& people);
    /// What charts, exports and prints of this window's data are marked with; empty for real data.
    [[nodiscard]] QString dataMark() const;

    /// Looks at the clock: moves a preset when a new UTC day has begun. Called every minute by the window
    /// itself.
    void refreshDay();
    /// The program ends: from now on the window closes without asking anybody.
    void letClose() { m_mayClose = true; }
    /// Asks whether to disconnect, and whether to erase; the answer comes as a signal.
    void askToDisconnect();

Q_SIGNALS:
    void syncRequested();
    void syncCancelRequested();
    void rangeChanged(app::core::DayRange range, ui::shell::RangePreset preset);
    void pageChanged(int index);
    /// Forget the key, keep the cache.
    void disconnectRequested();
    /// Forget the key and delete the cache, asked for and not confirmed yet.
    void eraseWanted();
    void undoRequested();
    /// One more workspace, or another one.
    void setupRequested();
    void enterKeyRequested();
    void renameRequested();
    void backfillRequested();
    void rebuildRequested();
    void workspaceChosen(const app::core::WorkspaceId& workspace);
    void pauseRequested(bool paused);
    void appearanceChosen(app::settings::Appearance appearance);
    void granularityChanged(app::models::Granularity granularity);
    void tablesShownChanged(bool shown);
    void exportRequested();
    void printRequested();
    void diagnosticsRequested();
    void settingsRequested();
    void backRequested();
    void forwardRequested();
    /// Somebody is looked for in the palette; answer with setFoundPeople().
    void peopleWanted(const QString& text);
    void personChosen(const std::string& userId);
    /// Moved, resized or maximised.
    void geometryChanged();
    /// The person closed the window, which stays until somebody decides what that means.
    void closeRequested();
    void quitRequested();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void moveEvent(QMoveEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    struct PageEntry
    {
        QString title;
        QString name; ///< short
        QString sentence;
        QAction* action = nullptr;
        PageMaker make; ///< empty once the page is there
    };

    QAction* addCommand(QMenu* menu, const QString& name, const QString& text, const QKeySequence& keys = {});
    void buildActions();
    void buildWorkspaceMenu();
    void buildViewMenu();
    void refreshWorkspaceActions();
    void refreshUndo();
    void refreshWindowTitle();
    void buildContent();
    void buildTitleRow(QBoxLayout* layout);
    void refreshGranularity();
    void refreshSyncPanel();
    void openPalette();
    void openShortcuts();
    void findOnPage();
    void copyWorkspaceId();
    [[nodiscard]] std::vector<CommandPalette::Command> commands() const;
    [[nodiscard]] std::vector<ShortcutsDialog::Group> shortcutGroups() const;
    void setRange(RangePreset preset, app::core::DayRange range);
    void refreshAllowedDays();
    void refreshTexts();
    void refreshTitle();
    void refreshFailure();
    void act(statustext::BannerText::Action action);
    void askToRebuild();
    void showDetails();
    void showAbout();
    void showMenuBar();
    [[nodiscard]] bool isSyncing() const;

    const app::core::Clock& m_clock;
    common::DialogService& m_dialogs;
    SyncStatus m_status;
    app::records::Coverage m_coverage;
    std::optional<app::core::UtcDay> m_goalFrom;
    app::core::UtcDay m_today;
    RangePreset m_preset = RangePreset::Days30;
    app::core::DayRange m_range;
    std::vector<PageEntry> m_pages;
    QTimer m_minute;
    app::models::Granularity m_granularity = app::models::Granularity::Day;
    bool m_tablesShown = false;
    bool m_isDemo = false;
    Source m_source = Source::Service;
    std::optional<app::core::WorkspaceId> m_workspace;
    QString m_workspaceName;
    std::vector<WorkspaceEntry> m_workspaces;
    std::vector<QAction*> m_workspaceActions; ///< one for each of m_workspaces
    std::optional<app::core::Instant> m_undoUntil;
    QTimer m_undoTick;
    Obstacle m_obstacle = Obstacle::None;
    statustext::BannerText m_told; ///< in the failure banner

    QAction* m_syncAction = nullptr;
    QAction* m_stopAction = nullptr;
    QAction* m_customAction = nullptr;
    QAction* m_dailyAction = nullptr;
    QAction* m_weeklyAction = nullptr;
    QAction* m_tablesAction = nullptr;
    QAction* m_backAction = nullptr;
    QAction* m_forwardAction = nullptr;
    QMenu* m_viewMenu = nullptr;
    QMenu* m_workspaceMenu = nullptr; ///< below the workspace in the top bar
    QMenu* m_workspaceBarMenu = nullptr; ///< the same in the menu bar
    QAction* m_firstWorkspaceAction = nullptr; ///< behind the list
    QAction* m_pauseAction = nullptr;
    QMenu* m_granularityMenu = nullptr;
    QAction* m_firstRangeAction = nullptr;
    QActionGroup* m_pageActions = nullptr;
    QActionGroup* m_rangeActions = nullptr;
    QActionGroup* m_appearanceActions = nullptr;
    NavigationBar* m_navigation = nullptr;
    TopBar* m_topBar = nullptr;
    common::Banner* m_sourceBanner = nullptr;
    common::Banner* m_noticeBanner = nullptr;
    common::Banner* m_failureBanner = nullptr;
    common::Banner* m_undoBanner = nullptr;
    QAbstractButton* m_failureButton = nullptr;
    QAbstractButton* m_failureSecond = nullptr;
    QAbstractButton* m_failureDetails = nullptr;
    QBoxLayout* m_titleRow = nullptr;
    common::Label* m_title = nullptr;
    QWidget* m_heading = nullptr; ///< in place of the title, or null
    common::ElidedLabel* m_sentence = nullptr;
    common::SegmentedControl* m_display = nullptr; ///< charts or tables
    common::DropButton* m_exportButton = nullptr;
    SyncPanel* m_syncPanel = nullptr;
    CommandPalette* m_palette = nullptr;
    QStackedWidget* m_stack = nullptr;
    common::StateMessage* m_obstacleView = nullptr;
    QAbstractButton* m_obstacleRetry = nullptr;
    QAbstractButton* m_obstacleRebuild = nullptr;
    QAbstractButton* m_obstacleErase = nullptr;
    QAbstractButton* m_obstacleDetails = nullptr;
    QWidget* m_body = nullptr; ///< everything beside the navigation
    QBoxLayout* m_column = nullptr;
    StatusStrip* m_strip = nullptr;
    bool m_altAlone = false;
    bool m_mayClose = false;
};

} // namespace ui::shell
