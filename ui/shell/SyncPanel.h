// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Overlay.h"
#include "shell/StatusText.h"

#include <optional>
#include <vector>

class QGridLayout;
class QProgressBar;
class QPushButton;

namespace ui::common {
class Label;
}

namespace ui::shell {

/// Behind the pill of the top bar: what the sync is doing, when the last one was and when the next one comes,
/// with the buttons to start and to stop it. Shows what it is told and follows while it is open.
class SyncPanel final : public Overlay
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncPanel)

public:
    explicit SyncPanel(QWidget* window);

    /// `done` is the part that is done, 0 to 1; none: nothing is running, or nobody knows yet.
    void setFacts(const statustext::SyncFacts& facts, bool syncing, std::optional<double> done);
    void setPaused(bool paused);
    /// Opens with its end below the end of `anchor`.
    void openBelow(const QWidget* anchor);

Q_SIGNALS:
    void syncRequested();
    void stopRequested();
    void pauseRequested(bool paused);

private:
    struct Row
    {
        common::Label* name;
        common::Label* value;
    };

    common::Label* m_headline;
    common::Label* m_reason;
    QProgressBar* m_progress;
    QGridLayout* m_facts;
    std::vector<Row> m_rows;
    QPushButton* m_sync;
    QPushButton* m_stop;
    QPushButton* m_pause;
    bool m_paused = false;
};

} // namespace ui::shell
