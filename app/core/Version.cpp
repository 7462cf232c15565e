// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Version.h"

namespace app::core {

QString version()
{
    return QStringLiteral(THREADCOUNT_VERSION);
}

} // namespace app::core
