// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/AppServices.h"

namespace ui::shell {

app::core::Result<void> AppServices::saveSettings() const
{
    if (const app::core::Result<void> created = dataFolder.ensureCreated(); !created) {
        return created;
    }
    return settings.save(dataFolder.settingsFile());
}

} // namespace ui::shell
