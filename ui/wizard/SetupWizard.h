// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/SetupFlow.h"
#include "sync/SyncEngine.h"

#include <QWidget>

#include <optional>

class QLabel;
class QStackedWidget;

namespace ui::common {
class DialogService;
class Label;
} // namespace ui::common

namespace ui::wizard {

class ActionButton;
class BackfillPage;
class DonePage;
class StepRail;
class WelcomePage;
class WizardPage;

/// The setup wizard: a rail of steps, one page, a footer with Back, one secondary and one primary button. It
/// shows what the SetupFlow says and steers it; it runs no sync itself: after startBackfillRequested() its
/// owner starts the engine and reports through showProgress() and showReport().
///
/// Works with the keyboard alone: Enter presses the primary button unless another button has the keyboard,
/// Escape asks before it leaves. Closing the window remembers the step. Owned by the shell; `flow` and
/// `dialogs` are borrowed and outlive it. Main thread.
class SetupWizard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupWizard)

public:
    SetupWizard(app::setup::SetupFlow& flow, common::DialogService& dialogs, bool offerDemo,
        QWidget* parent = nullptr);

    /// The window wants to close: remembers where setup stands, then true. False when that failed; the person
    /// is asked and closed() may follow.
    [[nodiscard]] bool saveBeforeClose();

public Q_SLOTS:
    void showProgress(const app::sync::SyncProgress& progress);
    /// A run ended: to Done, or the error with its next step, or paused after Cancelled.
    void showReport(const app::sync::SyncReport& report);

Q_SIGNALS:
    /// Everything is written; start the engine with draft().backfillDays.
    void startBackfillRequested();
    void pauseRequested();
    void resumeRequested();
    void retryRequested();
    void openDashboardsRequested();
    void demoRequested();
    /// The wizard is done with; nothing of it is needed any longer.
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildRail(class QLayout* into);
    void buildFooter(class QLayout* into);
    void showStep(app::setup::SetupStep step);
    void focusFirst();
    void refreshFooter();
    void refreshNote();
    [[nodiscard]] WizardPage* page() const;
    void onBack();
    void askToLeave();
    void askToCancel();
    void saveAndClose();
    void openDashboards();
    void onCommitFailed(const app::core::Error& error);
    void showError(const QString& objectName, const app::core::Error& error);
    void close();

    app::setup::SetupFlow& m_flow;
    common::DialogService& m_dialogs;
    StepRail* m_rail;
    QStackedWidget* m_pages;
    WelcomePage* m_welcome;
    BackfillPage* m_backfill;
    DonePage* m_done;
    common::Label* m_note;
    ActionButton* m_back;
    ActionButton* m_cancel;
    ActionButton* m_secondary;
    ActionButton* m_primary;
    std::optional<app::sync::SyncProgress> m_lastProgress;
    bool m_asking = false; ///< a question is open
    bool m_closed = false;
};

} // namespace ui::wizard
