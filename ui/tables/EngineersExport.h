// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "exporting/Table.h"
#include "models/EngineersModel.h"

#include <string>
#include <vector>

namespace ui::tables {

/// The columns of an export of people with their sums over a range. The names are stable; days are ISO, costs
/// are in both units whatever the workspace is billed in.
const std::vector<std::string>& engineerExportColumns();

/// One row of the model; `range` is what the model's snapshot was read for. Null where the table shows a
/// dash.
app::exporting::Row engineerExportRow(
    const app::models::EngineersModel& model, int row, app::core::DayRange range);

} // namespace ui::tables
