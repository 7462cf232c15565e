// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/PseudoTranslator.h"

#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <cstring>

namespace looks {

namespace {

constexpr QChar kEllipsis(0x2026);
constexpr double kGrowth = 0.35;

QChar accented(QChar letter)
{
    static const std::array<char16_t, 26> small{u'á', u'ƀ', u'ç', u'ď', u'é', u'ƒ', u'ǧ', u'ħ', u'í', u'ĵ',
        u'ķ', u'ľ', u'ɱ', u'ñ', u'ó', u'ƥ', u'ɋ', u'ř', u'š', u'ť', u'ú', u'ṽ', u'ŵ', u'ẋ', u'ý', u'ž'};
    static const std::array<char16_t, 26> large{u'Á', u'Ɓ', u'Ç', u'Ď', u'É', u'Ƒ', u'Ǧ', u'Ħ', u'Í', u'Ĵ',
        u'Ķ', u'Ľ', u'Ɱ', u'Ñ', u'Ó', u'Ƥ', u'Ɋ', u'Ř', u'Š', u'Ť', u'Ú', u'Ṽ', u'Ŵ', u'Ẋ', u'Ý', u'Ž'};
    const char16_t code = letter.unicode();
    if (code >= u'a' && code <= u'z') {
        return small.at(static_cast<std::size_t>(code - u'a'));
    }
    if (code >= u'A' && code <= u'Z') {
        return large.at(static_cast<std::size_t>(code - u'A'));
    }
    return letter;
}

/// What stands before the last ellipsis, back to the blank before it.
QString wordBefore(const QString& text)
{
    const auto cut = text.lastIndexOf(kEllipsis);
    const QString before = text.left(cut).trimmed();
    return before.mid(before.lastIndexOf(u' ') + 1) + kEllipsis;
}

} // namespace

PseudoTranslator::PseudoTranslator(Mode mode)
    : m_mode(mode)
{
    // Without it a plural would read "1 day(s)", as in no run of the program.
    const QString folder = QStringLiteral(":/threadcount/translations");
    const QString name = QStringLiteral("threadcount");
    (void)m_english.load(QLocale(QLocale::English), name, QStringLiteral("_"), folder);
    if (mode == Mode::German) {
        (void)m_german.load(QLocale(QLocale::German), name, QStringLiteral("_"), folder);
    }
}

QString PseudoTranslator::translate(
    const char* context, const char* sourceText, const char* disambiguation, int n) const
{
    QString text = m_german.translate(context, sourceText, disambiguation, n);
    if (text.isEmpty()) {
        text = m_english.translate(context, sourceText, disambiguation, n);
    }
    if (text.isEmpty()) {
        text = QString::fromUtf8(sourceText);
    }
    // The pattern of a date is data for QLocale.
    const bool isPattern = disambiguation && std::strstr(disambiguation, "QDate") != nullptr;
    if (m_mode == Mode::Pseudo && !isPattern) {
        text = pseudo(text);
    }
    if (text.contains(kEllipsis)) {
        m_ellipses.insert(wordBefore(text));
    }
    return text;
}

bool PseudoTranslator::meansEllipsis(const QString& painted) const
{
    return m_ellipses.contains(wordBefore(painted));
}

QString PseudoTranslator::pseudo(const QString& text)
{
    static const QRegularExpression kept(QStringLiteral("%L?\\d+|%n|%%|<[^>]*>|&(?:[a-z]+|#\\d+);|https?://"
                                                        "\\S+|\\S+@\\S+|\\bThreadcount\\b|\\(\\*\\.\\w+\\)"));
    QString result;
    qsizetype letters = 0;
    qsizetype from = 0;
    const auto append = [&](const QString& part) {
        for (const QChar letter : part) {
            letters += letter.isLetter() ? 1 : 0;
            result += accented(letter);
        }
    };
    auto it = kept.globalMatch(text);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        append(text.mid(from, match.capturedStart() - from));
        result += match.captured();
        from = match.capturedEnd();
    }
    append(text.mid(from));
    if (letters == 0) {
        return text;
    }
    // Words of middling length, so that long texts wrap as they would; an ellipsis or a file pattern stays at
    // the end.
    QString more;
    const auto wanted = static_cast<qsizetype>(static_cast<double>(letters) * kGrowth) + 1;
    while (more.size() < wanted) {
        more += more.size() % 7 == 6 ? u' ' : u'ö';
    }
    static const QRegularExpression tail(QStringLiteral("(…|\\s*\\(\\*\\.\\w+\\)|:)?$"));
    const QRegularExpressionMatch end = tail.match(result);
    const QString last = end.captured();
    result.chop(last.size());
    return u'[' + result + (letters > 5 ? QStringLiteral(" ") : QString()) + more.trimmed() + u']' + last;
}

} // namespace looks
