// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/ReviewResponseRow.h"
#include "records/ReviewRow.h"
#include "records/UsageRow.h"

#include <optional>
#include <string>
#include <vector>

namespace app::records {

/// What surrounds the rows of a page; readable without decoding them.
struct PageEnvelope
{
    bool hasMore = false;
    std::optional<std::string> nextPage; ///< opaque cursor, only to be sent back
    std::int64_t rowCount = 0;
};

/// One decoded page: rows in the order of the answer.
template <typename Row> struct Page
{
    std::vector<Row> rows;
    PageEnvelope envelope;
};

using UsagePage = Page<UsageRow>;
using ReviewPage = Page<ReviewRow>;
using ReviewResponsePage = Page<ReviewResponseRow>;

} // namespace app::records
