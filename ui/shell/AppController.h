// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/DialogService.h"
#include "common/ThemeController.h"
#include "setup/SetupFlow.h"
#include "shell/AppServices.h"
#include "shell/FirstChart.h"
#include "shell/History.h"
#include "shell/MainWindow.h"
#include "shell/SettingsOpener.h"
#include "shell/Workspaces.h"

#include <QCoroTask>
#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

class QStackedWidget;

namespace ui::pages {
class EngineerPage;
class EngineersPage;
class Page;
class PrivacyPage;
} // namespace ui::pages

namespace ui::settings {
class KeyCard;
class KeyDialog;
} // namespace ui::settings

namespace ui::wizard {
class SetupWizard;
}

namespace ui::shell {

class DiagnosticsDialog;
class ExportDialog;

/// Decides what the person sees: the wizard until a workspace is set up, then the window of the active
/// workspace; and wires both to the sessions. Owned by main(), lives in the main thread. One top-level window
/// is shown at a time.
class AppController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppController)

public:
    /// How this process presents itself; main() decides.
    struct Presentation
    {
        MainWindow::Source source = MainWindow::Source::Service;
        QString address; ///< shown with Source::OtherAddress
        QString keychainNotOffered; ///< why the key can only be kept for this session, or empty
        bool offersDemo = true; ///< Welcome shows *Explore with demo data*
    };

    /// All references are borrowed and must outlive the controller.
    AppController(AppServices& services, common::DialogService& dialogs, common::ThemeController& theme,
        Presentation presentation, QObject* parent = nullptr);
    ~AppController() override;

    /// `hidden`: no window until showWindow() asks for it.
    void start(bool hidden = false);
    /// The window that is shown now, or was last; null while none was made.
    [[nodiscard]] QWidget* window() const;
    /// All workspaces of this computer; each syncs by itself.
    [[nodiscard]] Workspaces& workspaces() { return m_workspaces; }
    [[nodiscard]] const Workspaces& workspaces() const { return m_workspaces; }
    /// Whose data the wizard or the window shows; null while its store is not open.
    [[nodiscard]] WorkspaceSession* session() const;

    /// Shows the window, above the others; also one that was closed while the program went on.
    void showWindow();
    /// Ends the program, with whatever is under way.
    void quit();
    /// Asks for the settings dialog, open at that section ("key", "network" …; empty: where it was).
    void openSettings(const QString& section) { Q_EMIT settingsRequested(section); }

Q_SIGNALS:
    /// *Explore with demo data* was chosen on the Welcome page.
    void demoRequested();
    /// The window that is shown changed.
    void windowChanged();
    /// The person closed the window. Whoever handles it decides: hide window() and go on, ask, or quit().
    /// When nobody does, the program ends.
    void closeRequested();
    void settingsRequested(const QString& section);

private:
    /// What the wizard is opened for.
    struct Setup
    {
        bool adds = false; ///< one more workspace, or the first
        std::optional<app::core::WorkspaceId> continues; ///< of this workspace, which is not finished
    };
    void showWizard(const Setup& setup);
    void connectWizard();
    void showMainWindow();
    void makeMainWindow();
    /// A place of the navigation; its page is made when it is first shown.
    template <typename PageOfThatPlace> int addPage(const QString& objectName, common::IconName icon);
    /// Makes the window's signals those of the page and the other way round, and tells the page what the
    /// window shows.
    void adopt(pages::Page* page, int index);
    /// The place of the table and of the person that was opened from it.
    [[nodiscard]] QWidget* makePeople(int index, QWidget* parent);
    void makeEngineer();
    void connectMainWindow();
    void connectWorkspaces();
    void connectSession(WorkspaceSession* session);
    void closeWizard();
    void onWizardClosed();
    void onCommitted();
    void onWaiting();
    /// The workspace that the wizard is about, once it is one.
    [[nodiscard]] WorkspaceSession* wizardSession() const;

    void onActiveChanged();
    void onOpened(const app::core::WorkspaceId& id);
    void onStatusChanged(const app::core::WorkspaceId& id, const SyncStatus& status);
    void onScopeArrived(const app::core::WorkspaceId& id);
    void onStoreLost(const app::core::WorkspaceId& id);
    void onUndoChanged(const app::core::WorkspaceId& id);
    void onCloseRequested();
    /// Gives window and pages what belongs to the active workspace, or nothing.
    void presentActive();
    void letGoOfStore();
    void refreshWorkspaces();
    void refreshKeyCard();
    [[nodiscard]] settings::KeyCard* makeKeyCard();
    void openKeyDialog();
    QCoro::Task<void> submitKey(QPointer<settings::KeyDialog> dialog, app::core::WorkspaceId id,
        app::secrets::ApiKey key, bool evenWithoutScope);
    void openExpiryDialog();
    void openRenameDialog();
    void openEraseDialog();
    QCoro::Task<void> rebuildActive();
    QCoro::Task<void> undoActive();
    QCoro::Task<void> disconnectActive();
    QCoro::Task<void> eraseActive();
    void afterRemoval(const common::DialogContent& content);
    void applyRange(app::core::DayRange range);
    void syncNow();
    /// What is on the screen; null only while there is no page.
    [[nodiscard]] pages::Page* currentPage() const;
    void refreshHeading();
    void openPerson(const std::optional<std::string>& userId);
    [[nodiscard]] Place place() const;
    void onPlaceChanged();
    void goTo(const Place& place);
    QCoro::Task<void> findPeople(QString text);
    void openExport();
    void openPrintPreview();
    void openDiagnostics();
    void showSettings(const QString& section);
    void restoreView();
    void rememberView();
    void saveView();
    void reloadSettings();
    void say(const app::core::Error& error);

    AppServices& m_services;
    common::DialogService& m_dialogs;
    common::ThemeController& m_theme;
    const Presentation m_presentation;
    std::unique_ptr<app::setup::SetupFlow> m_flow;
    std::unique_ptr<wizard::SetupWizard> m_wizard;
    std::unique_ptr<MainWindow> m_main;
    std::vector<pages::Page*> m_pages; ///< that were made; owned by the main window, as are the next four
    QStackedWidget* m_people = nullptr; ///< null while nobody looked there
    pages::EngineersPage* m_engineers = nullptr;
    pages::EngineerPage* m_engineer = nullptr;
    pages::PrivacyPage* m_privacy = nullptr; ///< setKeyCard(): the place of the key
    QPointer<ExportDialog> m_export;
    QPointer<DiagnosticsDialog> m_diagnostics;
    int m_peopleIndex = -1;
    std::optional<std::string> m_person; ///< on the page of one engineer
    History m_history;
    FirstChart m_firstChart;
    bool m_isHidden = false; ///< started without a window, and nobody asked for one yet
    bool m_travelling = false; ///< several changes make one step of the history
    QTimer m_rememberView;
    Workspaces m_workspaces;
    SettingsOpener m_settingsOpener;
    QPointer<settings::KeyDialog> m_keyDialog;
    std::vector<QPointer<settings::KeyCard>> m_keyCards; ///< all show the active workspace
    app::store::WorkspaceStore* m_shownStore = nullptr; ///< what the pages read
    QFuture<void> m_peopleReading; ///< of the newest findPeople()
    bool m_wizardDone = false; ///< closed by the person, while the program goes on
};

} // namespace ui::shell
