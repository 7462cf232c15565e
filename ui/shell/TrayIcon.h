// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "shell/SyncStatus.h"

#include <QIcon>
#include <QMenu>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QSystemTrayIcon>

#include <optional>
#include <vector>

namespace ui::shell {

/// What the icon in the tray says about all workspaces together, the worst first.
enum class TrayState {
    Trouble, ///< at least one needs the person, or its last sync failed
    Working,
    Waiting, ///< for the scope, or for the next try
    Paused, ///< every one of them
    Ready
};

/// Threadcount in the tray of the desktop: the state of every workspace in words, and what can be done
/// without a window. The icon carries a badge for each state, told apart by its outline and its sign, not by
/// its colour. Main thread.
class TrayIcon final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayIcon)

public:
    /// One workspace.
    struct Entry
    {
        QString name;
        SyncStatus status;
    };

    /// `clock` must outlive the icon.
    explicit TrayIcon(const app::core::Clock& clock, QObject* parent = nullptr);

    void setEntries(std::vector<Entry> entries);
    void show();
    void hide();
    /// A balloon of the tray itself, where the desktop has no notifications. False where it cannot.
    bool tell(const QString& title, const QString& text);
    /// It was asked to be there; whether the desktop has a tray for it is another question.
    [[nodiscard]] bool isVisible() const { return m_isWanted; }
    [[nodiscard]] QString toolTip() const { return m_icon.toolTip(); }
    [[nodiscard]] QMenu& menu() { return m_menu; }
    [[nodiscard]] TrayState state() const;

    static TrayState stateOf(const std::vector<Entry>& entries, app::core::Instant now);
    /// The picture of a state; it lives in somebody else's panel, so it does not follow our theme.
    static QIcon iconOf(TrayState state);

Q_SIGNALS:
    void openRequested();
    void syncRequested();
    void pauseRequested(bool pause);
    void quitRequested();
    /// The balloon of tell() was clicked.
    void balloonClicked();

private:
    void refresh();

    const app::core::Clock& m_clock;
    std::vector<Entry> m_entries;
    QSystemTrayIcon m_icon;
    QMenu m_menu;
    bool m_isWanted = false;
    QAction* m_firstCommand = nullptr; ///< the lines of the workspaces stand before it
    QAction* m_sync = nullptr;
    QAction* m_pause = nullptr;
    std::vector<QAction*> m_lines;
    QStringList m_words; ///< what the lines say
    std::optional<TrayState> m_shownState;
};

} // namespace ui::shell
