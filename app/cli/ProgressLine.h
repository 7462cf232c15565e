// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/SyncEngine.h"

#include <QCoreApplication>

namespace app::cli {

/// The progress of a sync on standard error: on a terminal one line that is rewritten, elsewhere a line for
/// every window that was stored and for every wait, so that a log stays readable. Main thread.
class ProgressLine
{
    Q_DECLARE_TR_FUNCTIONS(app::cli::ProgressLine)

public:
    enum class Mode { Silent, OneLine, LinePerWindow };
    explicit ProgressLine(Mode mode)
        : m_mode(mode)
    {
    }

    void show(const sync::SyncProgress& progress);
    /// Ends the rewritten line, before anything else is printed.
    void finish();

    static QString textOf(const sync::SyncProgress& progress);

private:
    Mode m_mode;
    int m_windowsShown = 0;
    bool m_waitShown = false;
    bool m_lineIsOpen = false;
};

} // namespace app::cli
