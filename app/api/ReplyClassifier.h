// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/Transport.h"
#include "core/Clock.h"
#include "core/Error.h"

#include <optional>

namespace app::api {

/// The table of answers as a pure function: nullopt for an answer that may be decoded, else the error with its kind,
/// status, Retry-After (both forms, counted from `now`) and a redacted detail taken from the first of
/// error.message, detail (text), detail.message, detail.code, detail[0].msg, message, plain text.
std::optional<core::Error> classifyReply(const TransportReply& reply, core::Instant now);

/// True when another try of the same request can help (the "retried" column of the table). `Offline` is retried only
/// because it stands for DNS; proxy and TLS failures are not.
bool isRetried(core::ErrorKind kind);

/// 400 or 422 that blames the named query parameter (`limit`, `page`, `start_time`, `end_time`).
bool blamesParameter(const TransportReply& reply, QByteArrayView parameter);

} // namespace app::api
