// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace app::setup {

/// The mail that asks OpenAI Support to apply the analytics scope to a Platform key. A value. It is written
/// in English whatever the language of the window, because its reader is OpenAI, and it never holds the key:
/// of every field that looks like one, only the last four characters remain.
struct SupportRequest
{
    QString keyName; ///< the name given to the key when it was created
    QString keyEnding; ///< only its last four characters are used
    QString organisation; ///< organisation id
    QString workspaceId;

    [[nodiscard]] static QString recipient();
    [[nodiscard]] static QString scope();
    [[nodiscard]] static QString subject();
    /// The text of the mail. What is still unknown stands as a blank to fill in.
    [[nodiscard]] QString body() const;
    /// Recipient, subject and body, for the clipboard.
    [[nodiscard]] QString asText() const;
    /// `mailto:` with subject and body.
    [[nodiscard]] QUrl mailtoUrl() const;
    /// True when no blank is left.
    [[nodiscard]] bool isComplete() const;
};

/// A short free text in which a pasted key is reduced to its last four characters. Names of keys and
/// organisation ids stay as they are.
QString withoutPastedKey(const QString& text);

} // namespace app::setup
