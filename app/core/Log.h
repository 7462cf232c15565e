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

/// Appends every message of the categories above (and Qt's own warnings) to `folder`/threadcount.log, one
/// line each: UTC time stamp, level, category, text. Whoever logs writes no body, key or e-mail address; as
/// the last line of defence keys and addresses are masked here, and a text is cut to 1000 characters. The
/// file is 0600; at 1 MB it becomes threadcount.1.log, that one threadcount.2.log, and the oldest goes.
/// Warnings also go to stderr, masked as well. QT_LOGGING_RULES chooses what is written; without it debug
/// messages are left out. Call it from main(), and again after the folder was erased.
Result<void> startLogging(const QString& folder);

/// The names of the files that startLogging() may create below `folder`; erase deletes exactly these.
QStringList logFileNames();

} // namespace app::core
