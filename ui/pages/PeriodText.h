// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/PeriodSummary.h"

#include <QString>

namespace ui::pages {

/// "24 Oct to 22 Nov 2026, UTC days · based on 29 of 30 days, 2 provisional"
QString periodText(const app::models::PeriodSummary& summary);

} // namespace ui::pages
