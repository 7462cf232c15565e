// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Sql.h"

#include <cstddef>
#include <span>
#include <string>

namespace app::store {

/// Inserts many rows with few statements: what SQLite does around each statement (open the b-tree, find the
/// place from its root, close it) it then does once a lot. Measured: a third less time for the three tables
/// of facts. Lives for one transaction; throws. Private to store/.
class LotInsert
{
public:
    /// `into` is the statement up to VALUES, for example "INSERT INTO t (a, b)", `then` what follows them.
    LotInsert(
        SQLite::Database& connection, const std::string& into, int columns, const std::string& then = {})
        : m_one(connection, into + " VALUES " + parameters(columns, 1) + then)
        , m_lot(connection, into + " VALUES " + parameters(columns, kLot) + then)
    {
    }

    /// `bind(statement, index, row)` binds all columns of a row with sql::bindNext().
    template <typename Row, typename Bind> void run(std::span<const Row> rows, Bind&& bind)
    {
        while (!rows.empty()) {
            const bool isLot = rows.size() >= kLot;
            SQLite::Statement& statement = isLot ? m_lot : m_one;
            const auto now = rows.first(isLot ? kLot : 1);
            int index = 0;
            for (const Row& row : now) {
                bind(statement, index, row);
            }
            statement.exec();
            statement.reset();
            rows = rows.subspan(now.size());
        }
    }

private:
    static constexpr std::size_t kLot = 16;

    static std::string parameters(int columns, std::size_t rows)
    {
        std::string list;
        for (std::size_t row = 0; row < rows; ++row) {
            list += row == 0 ? "(?" : ", (?";
            for (int column = 1; column < columns; ++column) {
                list += ", ?";
            }
            list += ')';
        }
        return list;
    }

    SQLite::Statement m_one;
    SQLite::Statement m_lot;
};

} // namespace app::store
