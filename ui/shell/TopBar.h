// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/WorkspaceId.h"
#include "shell/RangePreset.h"
#include "shell/StatusText.h"

#include <QFrame>

class QAction;
class QMenu;
class QToolButton;

namespace ui::common {
class DropButton;
class Pill;
class PillButton;
class SegmentedControl;
} // namespace ui::common

namespace ui::shell {

class RangePopup;

/// The row above the pages: workspace, range, days or weeks, state of the sync, and the button that syncs
/// now. Shows what it
/// is told; the window decides.
class TopBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)

public:
    /// What the bar shows of the window's commands; all borrowed, and they outlive the bar.
    struct Commands
    {
        QAction* sync = nullptr; ///< the sync button follows it
        QMenu* workspace = nullptr; ///< opens below the workspace
        QMenu* granularity = nullptr; ///< opens below *Daily* or *Weekly*
    };
    explicit TopBar(const Commands& commands, QWidget* parent = nullptr);

    /// Without a name the short id stands there; the whole id is in the tooltip.
    void setWorkspace(const app::core::WorkspaceId& workspace, const QString& name = {});
    /// Shows the active choice and its days; no signal.
    void setRange(RangePreset preset, app::core::DayRange range);
    /// The days that *Custom* may choose from.
    void setAllowedDays(app::core::DayRange allowed) { m_allowed = allowed; }
    /// Opens the choice of a range of one's own.
    void openPopup();
    /// What the charts show now: "Daily", "Weekly".
    void setGranularityText(const QString& text);
    [[nodiscard]] QWidget* syncAnchor() const;
    void setSyncText(const statustext::PillText& text, bool working);
    void setDemo(bool demo);

Q_SIGNALS:
    void presetChosen(ui::shell::RangePreset preset);
    void customChosen(app::core::DayRange range);
    /// The pill was pressed.
    void syncDetailsRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refreshIcons();

    common::DropButton* m_workspace;
    common::SegmentedControl* m_ranges;
    common::DropButton* m_granularity;
    common::Pill* m_demo;
    common::PillButton* m_sync;
    QToolButton* m_syncButton;
    RangePopup* m_popup;
    RangePreset m_preset = RangePreset::Days30;
    app::core::DayRange m_range;
    app::core::DayRange m_allowed;
};

} // namespace ui::shell
