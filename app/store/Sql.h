// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/DayRange.h"
#include "records/UsageRow.h"
#include "store/Guarded.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Small words for binding and reading rows, and sums that keep null apart from zero. Private to store/.
namespace app::store::sql {

/// Binds to the parameter after `index` and moves `index` there.
inline void bindNext(SQLite::Statement& statement, int& index, std::int64_t value)
{
    statement.bind(++index, value);
}
inline void bindNext(SQLite::Statement& statement, int& index, double value)
{
    statement.bind(++index, value);
}
inline void bindNext(SQLite::Statement& statement, int& index, core::UtcDay day)
{
    statement.bind(++index, day.number());
}
inline void bindNext(SQLite::Statement& statement, int& index, core::Instant instant)
{
    statement.bind(++index, std::int64_t{instant.time_since_epoch().count()});
}
inline void bindNext(SQLite::Statement& statement, int& index, const std::string& text)
{
    statement.bind(++index, text);
}
/// Bytes that are no text; they must live until the statement has run.
struct Blob
{
    std::string_view bytes;
};
inline void bindNext(SQLite::Statement& statement, int& index, Blob blob)
{
    statement.bindNoCopy(++index, blob.bytes.data(), static_cast<int>(blob.bytes.size()));
}
template <typename Value>
void bindNext(SQLite::Statement& statement, int& index, const std::optional<Value>& value)
{
    if (value) {
        bindNext(statement, index, *value);
    } else {
        statement.bind(++index);
    }
}
inline void bindNext(SQLite::Statement& statement, int& index, const records::Costs& costs)
{
    bindNext(statement, index, costs.credits);
    bindNext(statement, index, costs.costUsd);
    bindNext(statement, index, costs.estimatedCostUsd);
}
inline void bindNext(SQLite::Statement& statement, int& index, const records::Tokens& tokens)
{
    bindNext(statement, index, tokens.uncachedInput);
    bindNext(statement, index, tokens.cachedInput);
    bindNext(statement, index, tokens.output);
    bindNext(statement, index, tokens.total);
}

/// Binds all values from the first parameter on, runs the statement and makes it ready for the next values.
template <typename... Values> void run(SQLite::Statement& statement, const Values&... values)
{
    int index = 0;
    (bindNext(statement, index, values), ...);
    statement.exec();
    statement.reset();
}

/// Binds all values from the first parameter on; step with executeStep().
template <typename... Values> void start(SQLite::Statement& statement, const Values&... values)
{
    statement.reset();
    int index = 0;
    (bindNext(statement, index, values), ...);
}

/// The next columns of a row, in the order of bindNext(); `Row` reads columns one after the other.
template <typename Row> records::Costs readCosts(Row& row)
{
    records::Costs costs;
    costs.credits = row.optionalReal();
    costs.costUsd = row.optionalReal();
    costs.estimatedCostUsd = row.optionalReal();
    return costs;
}
template <typename Row> records::Tokens readTokens(Row& row)
{
    records::Tokens tokens;
    tokens.uncachedInput = row.optionalInteger();
    tokens.cachedInput = row.optionalInteger();
    tokens.output = row.optionalInteger();
    tokens.total = row.optionalInteger();
    return tokens;
}

/// Reads the columns of the current row one after the other.
class RowReader
{
public:
    explicit RowReader(const SQLite::Statement& statement, int first = 0)
        : m_statement(statement)
        , m_column(first)
    {
    }

    std::int64_t integer() { return m_statement.getColumn(m_column++).getInt64(); }
    double real() { return m_statement.getColumn(m_column++).getDouble(); }
    bool flag() { return integer() != 0; }
    core::UtcDay day() { return core::UtcDay::fromNumber(m_statement.getColumn(m_column++).getInt()); }
    core::Instant instant() { return core::Instant(std::chrono::milliseconds(integer())); }
    std::string text() { return m_statement.getColumn(m_column++).getString(); }

    std::optional<std::int64_t> optionalInteger() { return optional(&RowReader::integer); }
    std::optional<double> optionalReal() { return optional(&RowReader::real); }
    std::optional<core::UtcDay> optionalDay() { return optional(&RowReader::day); }
    std::optional<core::Instant> optionalInstant() { return optional(&RowReader::instant); }
    std::optional<std::string> optionalText() { return optional(&RowReader::text); }

    records::Costs costs() { return readCosts(*this); }
    records::Tokens tokens() { return readTokens(*this); }

private:
    template <typename Value> std::optional<Value> optional(Value (RowReader::*read)())
    {
        if (m_statement.isColumnNull(m_column)) {
            ++m_column;
            return std::nullopt;
        }
        return (this->*read)();
    }

    const SQLite::Statement& m_statement;
    int m_column;
};

inline void add(std::int64_t& sum, std::int64_t value)
{
    if (__builtin_add_overflow(sum, value, &sum)) {
        throw SumOverflow();
    }
}
inline void add(double& sum, double value)
{
    sum += value;
    if (!std::isfinite(sum)) {
        throw SumOverflow();
    }
}
/// The sum ignores null and is null while no value came.
template <typename Value> void add(std::optional<Value>& sum, const std::optional<Value>& value)
{
    if (!value) {
        return;
    }
    if (!sum) {
        sum = value;
        return;
    }
    add(*sum, *value);
}
inline void add(records::Costs& sum, const records::Costs& value)
{
    add(sum.credits, value.credits);
    add(sum.costUsd, value.costUsd);
    add(sum.estimatedCostUsd, value.estimatedCostUsd);
}
inline void add(records::Tokens& sum, const records::Tokens& value)
{
    add(sum.uncachedInput, value.uncachedInput);
    add(sum.cachedInput, value.cachedInput);
    add(sum.output, value.output);
    add(sum.total, value.total);
}
inline bool hasNone(const records::Tokens& tokens)
{
    return !tokens.uncachedInput && !tokens.cachedInput && !tokens.output && !tokens.total;
}

} // namespace app::store::sql
