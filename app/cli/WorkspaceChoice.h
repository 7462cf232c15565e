// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/CommandLine.h"
#include "settings/Settings.h"
#include "store/DataFolder.h"

namespace app::cli {

/// Which workspace a command is about.
enum class Wanted {
    Any, ///< known, or new when it is named: verify, sync
    Known, ///< has a cache or is set up: disconnect
    Stored ///< has a cache: status, export
};

/// With exactly one stored it is implied; none or several without --workspace is an error. What only the
/// settings know (set up, nothing fetched yet) counts for Any and Known.
[[nodiscard]] tl::expected<core::WorkspaceId, UsageError> chooseWorkspace(const store::DataFolder& folder,
    const settings::Settings& settings, const std::optional<core::WorkspaceId>& named, Wanted wanted);

} // namespace app::cli
