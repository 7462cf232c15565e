// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/WorkspaceId.h"
#include "shell/RangePreset.h"
#include "shell/StatusText.h"

#include <QFrame>

class QAction;
class QLabel;
class QToolButton;

namespace ui::common {
class ElidedLabel;
class Pill;
class SegmentedControl;
} // namespace ui::common

namespace ui::shell {

class RangePopup;

/// The row above the pages: workspace, range, state of the sync, and the button that syncs now. Shows what it
/// is told; the window decides.
class TopBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)

public:
    /// `syncAction` is borrowed and must outlive the bar; the sync button follows it.
    explicit TopBar(QAction* syncAction, QWidget* parent = nullptr);

    void setWorkspace(const app::core::WorkspaceId& workspace);
    /// Shows the active choice and its days; no signal.
    void setRange(RangePreset preset, app::core::DayRange range);
    /// The days that *Custom* may choose from.
    void setAllowedDays(app::core::DayRange allowed) { m_allowed = allowed; }
    void setSyncText(const statustext::PillText& text, bool working);
    void setDemo(bool demo);

Q_SIGNALS:
    void presetChosen(ui::shell::RangePreset preset);
    void customChosen(app::core::DayRange range);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refreshIcons();
    void openPopup();

    QLabel* m_workspaceIcon;
    common::ElidedLabel* m_workspace;
    common::SegmentedControl* m_ranges;
    common::Pill* m_demo;
    common::Pill* m_sync;
    QToolButton* m_syncButton;
    RangePopup* m_popup;
    RangePreset m_preset = RangePreset::Days30;
    app::core::DayRange m_range;
    app::core::DayRange m_allowed;
};

} // namespace ui::shell
