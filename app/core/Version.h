// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app::core {

/// The version of this program as "0.N.0", for example for `--version` and the User-Agent. A function and not
/// a macro, so that a release compiles one file anew instead of all of them.
QString version();

} // namespace app::core
