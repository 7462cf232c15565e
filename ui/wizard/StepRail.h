// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/SetupDraft.h"

#include <QWidget>

namespace ui::wizard {

/// The steps of setup as a vertical thread: done, current, to do. Shows, does not steer.
class StepRail final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepRail)

public:
    explicit StepRail(QWidget* parent = nullptr);
    void setCurrent(app::setup::SetupStep step);
    void setBackfillDays(int days);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString title(int index) const;
    [[nodiscard]] QString caption(int index) const;
    app::setup::SetupStep m_current = app::setup::SetupStep::Welcome;
    int m_days = app::setup::kDefaultBackfillDays;
};

} // namespace ui::wizard
