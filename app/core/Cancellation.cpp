// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Cancellation.h"

namespace app::core {

void Cancellation::cancel()
{
    if (!m_requested) {
        m_requested = true;
        Q_EMIT requested();
    }
}

} // namespace app::core
