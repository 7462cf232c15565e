// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/DayRange.h"
#include "core/Error.h"
#include "records/Coverage.h"
#include "store/SyncState.h"
#include "store/WorkspaceStore.h"
#include "sync/SyncEngine.h"

#include <QObject>

#include <optional>

namespace ui::shell {

/// What the sync of the open workspace is doing, for the pill, the strip and the banners.
struct SyncStatus
{
    enum class State {
        NeverSynced,
        Idle, ///< the last run succeeded
        Running,
        Waiting, ///< a run waits before the next try; `progress->waitingUntil` says when
        Failed, ///< the last run ended with `error`
        NeedsKey ///< no key is at hand (session-only mode after a restart, or it was removed)
    };
    State state = State::NeverSynced;
    std::optional<app::sync::SyncProgress> progress; ///< while running
    std::optional<app::core::Error> error; ///< Failed
    std::optional<app::core::Instant> lastSuccessAt;
    std::optional<app::core::Instant> next;
    QString keyHint; ///< "…WXYZ" or empty
};

} // namespace ui::shell
