// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/FuzzyMatch.h"

#include <QStringList>

#include <algorithm>

namespace ui::shell {

namespace {

constexpr int kInsideAWord = 8;
constexpr int kScattered = 40;

QString folded(const QString& text)
{
    QString plain;
    for (const QChar letter : text.normalized(QString::NormalizationForm_D)) {
        if (letter.category() != QChar::Mark_NonSpacing) {
            plain += letter.toCaseFolded();
        }
    }
    return plain;
}

bool beginsAWord(const QString& text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

/// The word as a whole: the beginning of a word counts more than its middle, an early place more than a late
/// one.
std::optional<int> wholeWord(const QString& word, const QString& text)
{
    std::optional<int> best;
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const int cost = static_cast<int>(std::min<qsizetype>(at, kInsideAWord - 1))
            + (beginsAWord(text, at) ? 0 : kInsideAWord);
        best = std::min(best.value_or(cost), cost);
    }
    return best;
}

/// Its letters in order, each at the next beginning of a word if there is one, else at the next place.
std::optional<int> scattered(const QString& word, const QString& text)
{
    int cost = kScattered;
    qsizetype from = 0;
    for (const QChar letter : word) {
        qsizetype next = text.indexOf(letter, from);
        if (next < 0) {
            return std::nullopt;
        }
        for (qsizetype at = next; at >= 0; at = text.indexOf(letter, at + 1)) {
            if (beginsAWord(text, at)) {
                next = at;
                break;
            }
        }
        cost += beginsAWord(text, next) ? 0 : static_cast<int>(std::min<qsizetype>(next - from, 10)) + 1;
        from = next + 1;
    }
    return cost;
}

} // namespace

std::optional<int> fuzzyMatch(const QString& query, const QString& text)
{
    const QString where = folded(text);
    int cost = 0;
    for (const QString& word : folded(query).split(u' ', Qt::SkipEmptyParts)) {
        const std::optional<int> whole = wholeWord(word, where);
        const std::optional<int> one = whole ? whole : scattered(word, where);
        if (!one) {
            return std::nullopt;
        }
        cost += *one;
    }
    return cost;
}

} // namespace ui::shell
