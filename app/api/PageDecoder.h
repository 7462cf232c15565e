// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "records/Page.h"

#include <QByteArray>

namespace app::api {

/// The data boundary in code: these functions name every field that is read; whatever else an answer holds is
/// skipped and never copied. Unknown fields and enum values are tolerated; a field that is read must be
/// right. Integers may arrive as 5, 5.0 or "5"; negative, fractional, NaN or overflowing numbers, a missing
/// required field or a day that is no UTC midnight bucket fail with UnexpectedAnswer whose detail names row
/// (the first is row 1), field and JSON type, never the value. A field that is read and comes twice in one
/// object is such an error too. A body that ends in the middle of its JSON fails with ServiceUnavailable
/// (truncated), whatever else is wrong with it.
///
/// What is skipped is only balanced, not validated. Pure and thread-safe. Fastest when 64 bytes of the body's
/// buffer are unused behind its end (NetworkTransport sees to that); else the body is copied once. Contract:
/// docs of the Codex Analytics API, response envelope and rows.
core::Result<records::PageEnvelope> readEnvelope(const QByteArray& body);
core::Result<records::UsagePage> decodeUsage(const QByteArray& body);
core::Result<records::ReviewPage> decodeReviews(const QByteArray& body);
core::Result<records::ReviewResponsePage> decodeReviewResponses(const QByteArray& body);

} // namespace app::api
