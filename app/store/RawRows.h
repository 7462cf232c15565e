// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "store/Sql.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace app::store {

/// The rows of one statement straight from SQLite, for lists that are long: SQLiteCpp makes a counted
/// reference for each column that it hands out. Columns are read one after the other. Private to store/;
/// throws SQLite::Exception.
class RawRows
{
public:
    RawRows(SQLite::Database& connection, const std::string& sql)
        : m_handle(connection.getHandle())
    {
        const int result = sqlite3_prepare_v2(
            m_handle, sql.c_str(), static_cast<int>(sql.size()) + 1, &m_statement, nullptr);
        if (result != SQLITE_OK) {
            throw SQLite::Exception(m_handle, result);
        }
    }
    ~RawRows() { sqlite3_finalize(m_statement); }
    RawRows(const RawRows&) = delete;
    RawRows& operator=(const RawRows&) = delete;

    /// Binds integers from the first parameter on and begins anew.
    template <typename... Values> void start(Values... values)
    {
        sqlite3_reset(m_statement);
        int parameter = 0;
        (bind(++parameter, values), ...);
    }
    void start(core::DayRange days) { start(days.first.number(), days.last.number()); }
    /// False after the last row.
    bool next()
    {
        const int result = sqlite3_step(m_statement);
        if (result != SQLITE_ROW && result != SQLITE_DONE) {
            throw SQLite::Exception(m_handle, result);
        }
        m_column = 0;
        return result == SQLITE_ROW;
    }
    /// Ends the reading, which would otherwise hold its snapshot.
    void stop() { sqlite3_reset(m_statement); }

    std::int64_t integer() { return sqlite3_column_int64(m_statement, m_column++); }
    core::UtcDay day() { return core::UtcDay::fromNumber(sqlite3_column_int(m_statement, m_column++)); }
    std::optional<std::int64_t> optionalInteger()
    {
        return isNull() ? std::nullopt : std::optional(integer());
    }
    std::optional<core::UtcDay> optionalDay() { return isNull() ? std::nullopt : std::optional(day()); }
    std::optional<double> optionalReal()
    {
        return isNull() ? std::nullopt : std::optional(sqlite3_column_double(m_statement, m_column++));
    }
    std::optional<std::string> optionalText()
    {
        return isNull() ? std::nullopt : std::optional<std::string>(bytes());
    }
    /// Text or blob; valid until the next step.
    std::string_view bytes()
    {
        const int column = m_column++;
        const void* data = sqlite3_column_blob(m_statement, column);
        const int size = sqlite3_column_bytes(m_statement, column);
        if (data == nullptr && sqlite3_errcode(m_handle) == SQLITE_NOMEM) {
            throw SQLite::Exception(m_handle, SQLITE_NOMEM);
        }
        return data == nullptr
            ? std::string_view()
            : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
    }
    records::Costs costs() { return sql::readCosts(*this); }
    records::Tokens tokens() { return sql::readTokens(*this); }

    /// Whether the current rows of both hold the same. Doubles may differ by rounding.
    [[nodiscard]] bool isSameRow(const RawRows& other) const
    {
        const int columns = sqlite3_column_count(m_statement);
        bool isSame = columns == sqlite3_column_count(other.m_statement);
        for (int column = 0; isSame && column < columns; ++column) {
            isSame = isSameColumn(other, column);
        }
        return isSame;
    }

private:
    [[nodiscard]] bool isSameColumn(const RawRows& other, int column) const
    {
        const int type = sqlite3_column_type(m_statement, column);
        if (type != sqlite3_column_type(other.m_statement, column)) {
            return false;
        }
        switch (type) {
        case SQLITE_NULL: return true;
        case SQLITE_INTEGER:
            return sqlite3_column_int64(m_statement, column)
                == sqlite3_column_int64(other.m_statement, column);
        case SQLITE_FLOAT: {
            const double one = sqlite3_column_double(m_statement, column);
            const double another = sqlite3_column_double(other.m_statement, column);
            return std::abs(one - another) <= 1e-9 * std::abs(another);
        }
        default: {
            const int size = sqlite3_column_bytes(m_statement, column);
            return size == sqlite3_column_bytes(other.m_statement, column)
                && (size == 0
                    || std::memcmp(sqlite3_column_blob(m_statement, column),
                           sqlite3_column_blob(other.m_statement, column), static_cast<std::size_t>(size))
                        == 0);
        }
        }
    }
    /// Moves on when it is.
    bool isNull()
    {
        if (sqlite3_column_type(m_statement, m_column) != SQLITE_NULL) {
            return false;
        }
        ++m_column;
        return true;
    }
    void bind(int parameter, std::int64_t value)
    {
        const int result = sqlite3_bind_int64(m_statement, parameter, value);
        if (result != SQLITE_OK) {
            throw SQLite::Exception(m_handle, result);
        }
    }

    sqlite3* m_handle;
    sqlite3_stmt* m_statement = nullptr;
    int m_column = 0;
};

} // namespace app::store
