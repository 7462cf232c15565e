// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Result.h"
#include "records/ReviewResponseRow.h"
#include "records/ReviewRow.h"
#include "store/Database.h"

#include <vector>

namespace app::store {

/// Workspace sums per day, ascending; identities are left empty and days without rows are absent.
core::Result<std::vector<records::ReviewRow>> reviewsByDay(const Database& database, core::DayRange range);
core::Result<std::vector<records::ReviewResponseRow>> reviewResponsesByDay(
    const Database& database, core::DayRange range);

} // namespace app::store
