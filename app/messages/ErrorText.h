// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"

#include <QString>
#include <QStringList>

namespace app::messages {

/// What a person is told about an error: plain text, translated, without any text of the server.
struct ErrorText
{
    QString whatHappened; ///< one sentence
    QStringList likelyCauses; ///< short phrases, most likely first; may be empty
    QString nextStep; ///< one sentence
};

/// Exhaustive over ErrorKind. Error::detail is not part of it; show that under "Details" as plain text.
ErrorText describe(const core::Error& error);

/// The three parts as one paragraph, for a terminal.
QString asParagraph(const ErrorText& text);

} // namespace app::messages
