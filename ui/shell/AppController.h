// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/DialogService.h"
#include "common/ThemeController.h"
#include "setup/SetupFlow.h"
#include "shell/AppServices.h"
#include "shell/History.h"
#include "shell/MainWindow.h"
#include "shell/WorkspaceSession.h"

#include <QCoroTask>
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
} // namespace ui::pages

namespace ui::wizard {
class SetupWizard;
}

namespace ui::shell {

class ExportDialog;

/// Decides what the person sees: the wizard until a workspace is set up, then its window; and wires both to
/// the session of the workspace. Owned by main(), lives in the main thread. One top-level window is shown at
/// a time.
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

    void start();
    /// The window that is shown now; null before start().
    [[nodiscard]] QWidget* window() const;
    /// The open workspace, or null.
    [[nodiscard]] WorkspaceSession* session() const { return m_session.get(); }

Q_SIGNALS:
    /// *Explore with demo data* was chosen on the Welcome page.
    void demoRequested();
    /// The window that is shown changed.
    void windowChanged();

private:
    void showWizard(app::setup::SetupDraft draft);
    void showMainWindow();
    void makeMainWindow();
    void addPage(const QString& objectName, common::IconName icon, pages::Page* page);
    /// Makes the window's signals those of the page and the other way round.
    void adopt(pages::Page* page, int index);
    void connectPeople();
    void connectMainWindow();
    void closeWizard();
    void onWizardClosed();
    void onCommitted();

    enum class Then { ShowMainWindow, Backfill };
    QCoro::Task<void> openWorkspace(app::settings::WorkspaceSettings workspace, Then then);
    void connectSession();
    void closeSession();
    QCoro::Task<void> disconnectWorkspace(bool erase);
    void eraseWorkspace(const app::core::WorkspaceId& workspace);
    void onStoreLost();
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
    void restoreView();
    void rememberView();
    void saveView();
    void reloadSettings();
    void say(const app::core::Error& error);
    [[nodiscard]] const app::settings::WorkspaceSettings* finishedWorkspace() const;

    AppServices& m_services;
    common::DialogService& m_dialogs;
    common::ThemeController& m_theme;
    const Presentation m_presentation;
    std::unique_ptr<app::setup::SetupFlow> m_flow;
    std::unique_ptr<wizard::SetupWizard> m_wizard;
    std::unique_ptr<MainWindow> m_main;
    std::vector<pages::Page*> m_pages; ///< owned by the main window, as are the next four
    QStackedWidget* m_people = nullptr;
    pages::EngineersPage* m_engineers = nullptr;
    pages::EngineerPage* m_engineer = nullptr;
    QPointer<ExportDialog> m_export;
    int m_peopleIndex = -1;
    std::optional<std::string> m_person; ///< on the page of one engineer
    History m_history;
    bool m_travelling = false; ///< several changes make one step of the history
    QTimer m_rememberView;
    std::unique_ptr<WorkspaceSession> m_session;
};

} // namespace ui::shell
