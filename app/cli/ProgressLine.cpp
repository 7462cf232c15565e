// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/ProgressLine.h"

#include "cli/Outcome.h"
#include "cli/Terminal.h"
#include "messages/ErrorText.h"

namespace app::cli {

void ProgressLine::show(const sync::SyncProgress& progress)
{
    switch (m_mode) {
    case Mode::Silent: return;
    case Mode::OneLine:
        // Back to the first column and clear what the longer line before has left.
        Terminal::writeError(QStringLiteral("\r") + textOf(progress) + QStringLiteral("\x1b[K"));
        m_lineIsOpen = true;
        return;
    case Mode::LinePerWindow: break;
    }
    const bool isWait = progress.phase == sync::SyncProgress::Phase::Waiting;
    const bool isNewWait = isWait && !m_waitShown;
    m_waitShown = isWait;
    if (isNewWait || progress.windowsDone > m_windowsShown) {
        m_windowsShown = progress.windowsDone;
        Terminal::writeError(textOf(progress) + QLatin1Char('\n'));
    }
}

void ProgressLine::finish()
{
    if (m_lineIsOpen) {
        Terminal::writeError(QStringLiteral("\n"));
        m_lineIsOpen = false;
    }
}

QString ProgressLine::textOf(const sync::SyncProgress& progress)
{
    using Phase = sync::SyncProgress::Phase;
    switch (progress.phase) {
    case Phase::Preparing: return tr("Preparing");
    case Phase::Waiting:
        if (progress.waitingUntil && progress.waitingBecause) {
            return tr("Waiting until %1. %2")
                .arg(readableTime(*progress.waitingUntil),
                    messages::describe(*progress.waitingBecause).whatHappened);
        }
        return tr("Waiting");
    case Phase::Fetching:
    case Phase::Finishing: break;
    }
    return tr("Part %1 of %2, %3 of %4 days complete, %5 rows")
        .arg(progress.windowsDone)
        .arg(progress.windowsTotal)
        .arg(progress.storedDays.size())
        .arg(progress.planned.length())
        .arg(QString::number(progress.rows));
}

} // namespace app::cli
