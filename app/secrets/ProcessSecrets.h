// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/ApiKey.h"

#include <optional>

namespace app::secrets {

/// First thing in both mains, before any thread or library start-up: copies THREADCOUNT_API_KEY, overwrites
/// and unsets the variable (also in the process's initial environment block), and makes the process
/// undumpable (no core file, PR_SET_DUMPABLE 0). A value that cannot be a key is BadUsage.
core::Result<std::optional<ApiKey>> takeKeyFromEnvironment();

/// `$CREDENTIALS_DIRECTORY/threadcount-api-key` (systemd); nullopt when the variable or the file is not
/// there.
core::Result<std::optional<ApiKey>> readSystemdCredential();

} // namespace app::secrets
