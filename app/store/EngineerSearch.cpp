// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/EngineerSearch.h"

#include "store/Guarded.h"
#include "store/Sql.h"

#include <QStringList>

namespace app::store {

namespace {

constexpr qsizetype kMostWords = 8;

std::string escaped(const QString& word)
{
    std::string pattern;
    for (const char letter : word.toStdString()) {
        if (letter == '%' || letter == '_' || letter == '\\') {
            pattern += '\\';
        }
        pattern += letter;
    }
    return pattern;
}

} // namespace

core::Result<std::vector<EngineerMatch>> findEngineers(
    const Database& database, const QString& text, int limit)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts).mid(0, kMostWords);
    if (words.isEmpty() || limit <= 0) {
        return std::vector<EngineerMatch>{};
    }
    return guarded(database, [&]() -> core::Result<std::vector<EngineerMatch>> {
        std::string query = "SELECT user_id, email FROM engineer WHERE user_id IS NOT NULL";
        for (qsizetype i = 0; i < words.size(); ++i) {
            query += " AND (ifnull(email, '') LIKE ? ESCAPE '\\' OR user_id LIKE ? ESCAPE '\\')";
        }
        query += " ORDER BY ifnull(email, user_id) LIKE ? ESCAPE '\\' DESC, ifnull(email, user_id), user_id "
                 "LIMIT ?";
        SQLite::Statement select(database.connection(), query);
        int index = 0;
        for (const QString& word : words) {
            const std::string pattern = '%' + escaped(word) + '%';
            sql::bindNext(select, index, pattern);
            sql::bindNext(select, index, pattern);
        }
        sql::bindNext(select, index, escaped(words.constFirst()) + '%');
        sql::bindNext(select, index, std::int64_t{limit});
        std::vector<EngineerMatch> matches;
        while (select.executeStep()) {
            sql::RowReader row(select);
            EngineerMatch match;
            match.userId = row.text();
            match.email = row.optionalText();
            matches.push_back(std::move(match));
        }
        return matches;
    });
}

} // namespace app::store
