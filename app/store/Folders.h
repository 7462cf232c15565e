// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QString>

namespace app::store {

/// Checks that `path` is a directory of ours alone: no link, owned by the effective user, 0700 at most and
/// usable. Changes nothing. Errors: StoreFolderRefused.
core::Result<void> checkPrivateFolder(const QString& path);

/// Creates `path` and what is missing above it, each 0700 whatever the umask; what exists is not changed.
/// Errors: StoreFolderRefused, StoreFull.
core::Result<void> makePrivateFolder(const QString& path);

} // namespace app::store
