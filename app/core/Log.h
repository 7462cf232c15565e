// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QLoggingCategory>
#include <QString>

Q_DECLARE_LOGGING_CATEGORY(lcSync)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcApi)
Q_DECLARE_LOGGING_CATEGORY(lcSecrets)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

namespace app::core {

/// Appends every message of the categories above (and Qt's own warnings) to `folder`/threadcount.log,
/// redacted, with a UTC time stamp. The file is 0600 and starts anew as threadcount.1.log at 1 MB. Warnings
/// also go to stderr. Call once per process, from main().
Result<void> startLogging(const QString& folder);

/// The names of the files that startLogging() may create below `folder`; erase deletes exactly these.
QStringList logFileNames();

} // namespace app::core
