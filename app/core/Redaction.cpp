// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Redaction.h"

#include <QRegularExpression>

namespace app::core {

QString maskKeys(QStringView text)
{
    // A key has no published prefix, so length decides: 24 or more characters of the key alphabet with at
    // least one digit or upper-case letter. UUIDs (36, with dashes at fixed places) and scope names stay
    // readable.
    static const QRegularExpression candidate(
        QStringLiteral("(?:\\bBearer\\s+)?(?<![A-Za-z0-9_./-])(sk-[A-Za-z0-9_-]{4,}|[A-Za-z0-9_-]{24,})"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression uuid(QStringLiteral("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression digitOrUpper(QStringLiteral("[0-9A-Z]"));
    static const QRegularExpression allUpperName(QStringLiteral("^[A-Z_]+$"));

    QString out;
    qsizetype from = 0;
    auto it = candidate.globalMatch(text.toString());
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        const QString word = match.captured(1);
        const bool prefixed = word.startsWith(QLatin1String("sk-"), Qt::CaseInsensitive);
        const bool masked = prefixed
            || (!uuid.match(word).hasMatch() && !allUpperName.match(word).hasMatch()
                && digitOrUpper.match(word).hasMatch());
        if (!masked) {
            continue;
        }
        out += text.mid(from, match.capturedStart(1) - from);
        out += QChar(0x2026);
        out += word.right(4);
        from = match.capturedEnd(1);
    }
    out += text.mid(from);
    return out;
}

QString redacted(QStringView text, int maxLength)
{
    QString plain;
    plain.reserve(std::min<qsizetype>(text.size(), qsizetype{maxLength} * 4));
    for (const QChar c : text.left(qsizetype{maxLength} * 4)) {
        const bool isControl = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        plain += isControl ? QChar(u' ') : c;
    }
    QString masked = maskKeys(plain).simplified();
    if (masked.size() > maxLength) {
        masked.truncate(maxLength - 1);
        masked += QChar(0x2026);
    }
    return masked;
}

} // namespace app::core
