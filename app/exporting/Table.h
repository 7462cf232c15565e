// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace app::exporting {

/// What can be exported.
enum class Table {
    Usage,
    UsageBySurface,
    UsageByModel,
    WorkspaceUsage,
    Reviews,
    ReviewResponses,
    Engineers,
    Requests,
    Completeness,
    Restatements,
    Reconciliation,
    Storage,
};
/// The WHAT of `threadcount-cli export`.
inline constexpr std::array kTables{Table::Usage, Table::UsageBySurface, Table::UsageByModel,
    Table::WorkspaceUsage, Table::Reviews, Table::ReviewResponses, Table::Engineers, Table::Requests};
/// What the window offers besides: how the figures came to be, and what is kept of them. They name nobody.
inline constexpr std::array kRecordTables{
    Table::Completeness, Table::Restatements, Table::Reconciliation, Table::Storage};

/// The stable name of a table: usage, usage-by-surface, usage-by-model, workspace-usage, reviews,
/// review-responses, engineers, requests, completeness, restatements, reconciliation, storage.
QString tableName(Table table);
/// The reverse, for kTables only.
std::optional<Table> tableFromName(QStringView name);

/// The stable column names of a table, in their order (columns of the command line design).
const std::vector<std::string>& columnNames(Table table);

/// One cell: null, a whole number, another number, or UTF-8 text. Days and times are text already.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;
using Row = std::vector<Cell>;

/// The shortest text that reads back to the same double, without a locale: `42`, `0.1`, `1e+300`, `5e-324`.
/// Both formats have no other numbers than finite ones, so anything else is nullopt and written as null.
std::optional<std::string> shortestText(double number);

/// `text` as it is when it is UTF-8, else with every broken sequence replaced by U+FFFD.
std::string validUtf8(std::string_view text);

} // namespace app::exporting
