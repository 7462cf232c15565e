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

/// Why no key is at hand. Each has its own sentence and its own way out.
enum class KeyTrouble {
    None,
    SessionEnded, ///< it was kept for one session only, and that one is over
    Disconnected, ///< the person let Threadcount forget it
    Lost, ///< the keychain works, but its entry is gone
    Locked,
    Denied,
    Silent,
    Unavailable ///< there is no keychain
};

/// What the sync of one workspace is doing, for the pill, the strip, the banners and the notices.
struct SyncStatus
{
    enum class State {
        NeverSynced,
        Idle, ///< the last run succeeded
        Running,
        Waiting, ///< a run waits before the next try; `progress->waitingUntil` says when
        Failed, ///< the last run ended with `error`; `next` says when it is tried again
        Stopped, ///< `error` needs the person (revoked key, moved service): nothing happens by itself
        Paused, ///< the person paused this workspace; `error` of the last run is kept
        WaitingForScope, ///< *Keep checking* was chosen: no backfill yet, `next` is the next check
        NeedsKey ///< no key is at hand; `keyTrouble` says why
    };
    State state = State::NeverSynced;
    std::optional<app::sync::SyncProgress> progress; ///< while running
    std::optional<app::core::Error> error; ///< of the last run or check, in every state but the good ones
    KeyTrouble keyTrouble = KeyTrouble::None; ///< with NeedsKey
    bool scopeArrived = false; ///< with WaitingForScope: it is there, the backfill waits for the person
    bool checking = false; ///< with WaitingForScope: a check is under way
    std::optional<app::core::Instant> lastSuccessAt;
    std::optional<app::core::Instant> failingSince; ///< first failure after the last success
    std::optional<app::core::Instant> next;
    QString keyHint; ///< "…WXYZ" or empty
};

} // namespace ui::shell
