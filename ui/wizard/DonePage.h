// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/SyncEngine.h"
#include "wizard/WizardPage.h"

#include <optional>

namespace ui::wizard {

/// What was read, how to read the charts, and the way to the dashboards.
class DonePage final : public WizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DonePage)

public:
    explicit DonePage(app::setup::SetupFlow& flow, QWidget* parent = nullptr);
    [[nodiscard]] Footer footer() const override;
    void onPrimary() override;
    void showSummary(
        const std::optional<app::sync::SyncProgress>& progress, const app::sync::SyncReport& report);

Q_SIGNALS:
    void openDashboardsRequested();

private:
    common::Label* m_days = nullptr;
    common::Label* m_rows = nullptr;
    common::Label* m_engineers = nullptr;
    common::Label* m_time = nullptr;
    common::Label* m_next;
};

} // namespace ui::wizard
