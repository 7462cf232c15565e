// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Redaction.h"

#include <QRegularExpression>

#include <algorithm>

namespace app::core {

namespace {

constexpr QChar kEllipsis(0x2026);

bool endsLocalPart(QChar c)
{
    return c.isSpace() || QStringView(u"<>\"'(),;[]{}|=").contains(c);
}

/// An address may be followed by a further sign, encoded or not; all of it goes.
bool isDomain(QChar c)
{
    return c == u'@' || c == u'%' || c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'.'
        || c == u'-' || c == u'_';
}

bool isKeyLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'
        || c == u'-';
}

/// Cuts `text` to `length` characters, and the word that this would cut through with it: what is left of a
/// key or an address would no longer look like one.
void cutAtWord(QString& text, qsizetype length)
{
    if (text.size() <= length) {
        return;
    }
    const auto lastEnd = [&](auto isInside) {
        qsizetype end = length;
        while (end > 0 && isInside(text.at(end - 1)) && isInside(text.at(end))) {
            --end;
        }
        return end;
    };
    qsizetype end = lastEnd([](QChar c) { return !c.isSpace(); });
    end = end > 0 ? end : lastEnd(isKeyLetter);
    text.truncate(end > 0 ? end : length);
}

} // namespace

QString maskKeys(QStringView text)
{
    // A key has no published prefix, so length decides: 24 or more characters of the key alphabet with at
    // least one digit or upper-case letter. UUIDs (36, with dashes at fixed places) and scope names stay
    // readable. What begins with sk- is one wherever a word begins, also in a path.
    static const QRegularExpression candidate(
        QStringLiteral("((?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{4,}|(?<![A-Za-z0-9_./-])[A-Za-z0-9_-]{24,})"),
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
        out += kEllipsis;
        out += word.right(4);
        from = match.capturedEnd(1);
    }
    out += text.mid(from);
    return out;
}

QString maskEmails(QStringView text)
{
    QString out;
    qsizetype from = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isEncoded = text.sliced(at).startsWith(u"%40");
        if (text.at(at) != u'@' && !isEncoded) {
            continue;
        }
        qsizetype begin = at;
        while (begin > from && !endsLocalPart(text.at(begin - 1))) {
            --begin;
        }
        const qsizetype domain = at + (isEncoded ? 3 : 1);
        qsizetype end = domain;
        while (end < text.size() && isDomain(text.at(end))) {
            ++end;
        }
        if (begin == at || end == domain) {
            continue;
        }
        out += text.sliced(from, begin - from);
        out += kEllipsis;
        out += u'@';
        out += kEllipsis;
        from = end;
        at = end - 1;
    }
    out += text.sliced(from);
    return out;
}

QString redacted(QStringView text, int maxLength)
{
    const qsizetype longest = qsizetype{maxLength} * 4;
    QString plain;
    plain.reserve(std::min(text.size(), longest + 1));
    for (const QChar c : text.left(longest + 1)) {
        const bool isControl = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        plain += isControl ? QChar(u' ') : c;
    }
    cutAtWord(plain, longest);
    QString masked = maskEmails(maskKeys(plain)).simplified();
    if (masked.size() > maxLength) {
        masked.truncate(maxLength - 1);
        masked += kEllipsis;
    }
    return masked;
}

} // namespace app::core
