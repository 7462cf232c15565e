// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/SyncEngine.h"
#include "wizard/WizardPage.h"

#include <optional>

class QProgressBar;

namespace ui::common {
class Banner;
}

namespace ui::settings {
class RangeChoice;
}

namespace ui::wizard {

class ActionButton;
class DayCalendar;

/// First the choice of days and the commit, then the days as they arrive.
///
///   Choosing ──Start backfill──▶ Running ⇄ Paused
///                                   └─▶ Failed ──Try again──▶ Running
class BackfillPage final : public WizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackfillPage)

public:
    explicit BackfillPage(app::setup::SetupFlow& flow, QWidget* parent = nullptr);
    [[nodiscard]] Footer footer() const override;
    void onPrimary() override;
    void onSecondary() override;
    void enter() override;
    [[nodiscard]] QWidget* firstField() const override;

    void showProgress(const app::sync::SyncProgress& progress);
    /// A run ended with an error (Cancelled = paused).
    void showFailure(const app::core::Error& error);
    void showCommitFailure(const app::core::Error& error);

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();
    void retryRequested();
    void openDashboardsRequested();

private:
    enum class State { Choosing, Running, Pausing, Paused, Failed };
    QWidget* buildChoice();
    QWidget* buildProgress();
    void setState(State state);
    void refreshHead();
    /// What is being read, as the calendar and the line above the bar say it; nothing while no run is under
    /// way.
    void refreshDoing();

    State m_state = State::Choosing;
    std::optional<app::sync::SyncProgress> m_progress;
    QWidget* m_choice;
    QWidget* m_running;
    settings::RangeChoice* m_days = nullptr;
    common::Banner* m_commitError = nullptr;
    common::Banner* m_error = nullptr;
    common::Label* m_errorDetails = nullptr;
    common::Label* m_doing = nullptr;
    common::Label* m_percent = nullptr;
    QProgressBar* m_bar = nullptr;
    struct Figure
    {
        common::Label* value = nullptr;
        common::Label* caption = nullptr;
    };
    Figure m_daysFigure;
    Figure m_rowsFigure;
    Figure m_engineersFigure;
    Figure m_timeFigure;
    common::Card* m_calendarCard = nullptr;
    DayCalendar* m_calendar = nullptr;
};

} // namespace ui::wizard
