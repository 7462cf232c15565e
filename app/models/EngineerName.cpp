// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/EngineerName.h"

#include <QCoreApplication>

namespace app::models {

QString shortenedId(const QString& userId)
{
    constexpr int kShort = 14;
    constexpr int kLongestKind = 6;
    constexpr int kEnd = 6;
    if (userId.size() <= kShort) {
        return userId;
    }
    const qsizetype dash = userId.indexOf(u'-');
    const QString kind = dash > 0 && dash < kLongestKind ? userId.first(dash + 1) : QString();
    return kind + QChar(0x2026) + userId.last(kEnd);
}

QString engineerInitials(const std::optional<std::string>& email)
{
    const QString all = QString::fromStdString(email.value_or(std::string()));
    const QString local = all.left(all.indexOf(u'@'));
    QString initials;
    bool inWord = false;
    for (const QChar letter : local) {
        if (letter.isLetter() && !inWord) {
            // Only the first and the last word count.
            initials = initials.left(1) + letter.toUpper();
        }
        inWord = letter.isLetterOrNumber();
    }
    return initials;
}

QString engineerName(const std::optional<std::string>& userId, const std::optional<std::string>& email)
{
    if (!userId) {
        return QCoreApplication::translate("EngineerName", "Unattributed");
    }
    if (email && !email->empty()) {
        return QString::fromStdString(*email);
    }
    return shortenedId(QString::fromStdString(*userId));
}

} // namespace app::models
