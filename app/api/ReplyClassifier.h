// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/Transport.h"
#include "core/Clock.h"
#include "core/Error.h"

#include <optional>

namespace app::api {

/// The table of answers as a pure function: nullopt for an answer that may be decoded, else the error with
/// its kind, status, Retry-After (both forms; a date counts from the answer's own Date, else from `now`; at
/// most a week) and a redacted detail taken from the first of error.message, detail (text), detail.message,
/// detail.code, detail[0].msg, message, plain text. 410 is WorkspaceNotFound here: only who has seen all
/// three endpoints can say ServiceMoved. A body above TransportLimits::largestBody is an UnexpectedAnswer
/// that isBodyTooLarge() recognises.
std::optional<core::Error> classifyReply(const TransportReply& reply, core::Instant now);

/// True when another try of the same request can help (the "retried" column of the table). `Offline` is
/// retried only because it stands for DNS; proxy and TLS failures are not.
bool isRetried(core::ErrorKind kind);

/// 400 or 422 that blames the named query parameter (`limit`, `page`, `start_time`, `end_time`). Where the
/// answer names parameters in `error.param` or `detail[].loc` only these count, else the words of its message
/// do; `page` is also blamed by the word "cursor".
bool blamesParameter(const TransportReply& reply, QByteArrayView parameter);

/// A web page instead of an answer of the service, at any status.
bool isHtml(const TransportReply& reply);

/// The moment that the answer's own Date names; null without a readable one.
std::optional<core::Instant> dateOf(const TransportReply& reply);

/// The page was larger than allowed: ask for fewer rows. Such an error has the subject "body_size".
bool isBodyTooLarge(const core::Error& error);

} // namespace app::api
