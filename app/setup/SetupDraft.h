// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/ApiKey.h"
#include "settings/Settings.h"

#include <QString>

#include <array>
#include <optional>

namespace app::setup {

/// The steps in their order. Everything before the commit (at Backfill, or at Verify with *Keep checking*)
/// leaves nothing behind.
enum class SetupStep { Welcome, Prepare, Key, Verify, Backfill, Done };

/// How the key comes about. It changes what the Prepare step explains, never what is accepted.
enum class KeyRoute { AdminKey, PlatformKey };

inline constexpr std::array kBackfillChoices{7, 30, 60, 90};
inline constexpr int kDefaultBackfillDays = 30;

/// What the person has told so far. A plain value that lives in memory only; move-only because of the key.
struct SetupDraft
{
    SetupStep step = SetupStep::Welcome;
    KeyRoute route = KeyRoute::AdminKey;
    QString workspaceId; ///< as typed, may be unfinished
    std::optional<secrets::ApiKey> key;
    settings::KeyLocation keyLocation = settings::KeyLocation::Keychain;
    int backfillDays = kDefaultBackfillDays; ///< one of kBackfillChoices
    QString keyName; ///< for the Support request
    QString organisation; ///< for the Support request
    QString keyEnding; ///< for the Support request: at most four characters
};

} // namespace app::setup
