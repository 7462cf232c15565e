// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <string>

class QIODevice;

namespace app::exporting {

/// Rows are collected up to this many bytes before they go to the device.
inline constexpr std::size_t kFlushBytes = 65'536;

/// Writes all of `buffer` and empties it. Errors: FileFailed, with the device's own words.
core::Result<void> flushInto(QIODevice& device, std::string& buffer);

} // namespace app::exporting
