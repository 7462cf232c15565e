// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Result.h"
#include "exporting/Table.h"
#include "store/Database.h"

#include <stop_token>

/// The rows of kRecordTables, made from the same queries that the window shows. They are few, so they are
/// made at once. Private to exporting/.
namespace app::exporting {

/// Errors: those of the store, and Cancelled when a stop was requested before the rows were there.
core::Result<std::vector<Row>> recordRows(
    const store::Database& database, Table table, core::DayRange range, const std::stop_token& stop);

/// `2026-11-18T14:05:31.250Z`
std::string instantText(core::Instant instant);

} // namespace app::exporting
