// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/RequestRecord.h"
#include "store/Sql.h"

/// The stored form of the request ledger. Private to store/.
namespace app::store {

/// The columns of readRequest(), in its order.
#define THREADCOUNT_REQUEST_COLUMNS                                                                          \
    "at, dataset, first_day, last_day, attempt, status, bytes, row_count, milliseconds, error"

/// A kind that a newer program wrote reads as Internal.
records::RequestRecord readRequest(sql::RowReader& row);

} // namespace app::store
