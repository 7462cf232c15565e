// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/CommandLine.h"
#include "cli/ExitCode.h"
#include "core/Error.h"

#include <QJsonObject>
#include <QString>

namespace app::cli {

/// How a command ended, ready to be printed. Exactly one of text and JSON reaches standard output.
struct Outcome
{
    ExitCode exitCode = ExitCode::Done;
    QJsonObject json; ///< the whole answer of --json; of a failure {"error":{kind, exit, message, next}}
    QString text; ///< for standard output; may be empty
    QString errorText; ///< for standard error; empty after success
};

Outcome succeeded(QJsonObject json, QString text);

/// Sentence and next step come from app/messages; a known Retry-After is added as a time.
Outcome failed(const core::Error& error, core::Instant now);

/// The same with words of our own, where the kind alone says too little.
Outcome failed(core::ErrorKind kind, const QString& message, const QString& next);

Outcome failed(const UsageError& error);

/// ISO 8601 in UTC with milliseconds, for JSON.
QString isoTime(core::Instant instant);
/// `2026-11-22 17:05 UTC`, for people.
QString readableTime(core::Instant instant);

} // namespace app::cli
