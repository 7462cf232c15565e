// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Chart.h"
#include "charts/ChartCard.h"
#include "exporting/TableSource.h"
#include "gui/PagesKit.h"
#include "models/PlotTable.h"

#include <map>
#include <stdexcept>
#include <vector>

/// What an administrator who has only the export can compute, to compare with what a page shows.
namespace support {

/// One exported row by column name.
using ExportedRow = std::map<std::string, app::exporting::Cell>;

/// Null is no value.
inline std::optional<double> numberIn(const ExportedRow& row, const std::string& column)
{
    const app::exporting::Cell& cell = row.at(column);
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
        return static_cast<double>(*whole);
    }
    if (const auto* real = std::get_if<double>(&cell)) {
        return *real;
    }
    return std::nullopt;
}

inline std::string textIn(const ExportedRow& row, const std::string& column)
{
    const auto* text = std::get_if<std::string>(&row.at(column));
    return text ? *text : std::string();
}

inline std::vector<ExportedRow> exported(
    app::store::WorkspaceStore& store, app::exporting::Table table, app::core::DayRange range)
{
    using Rows = std::vector<ExportedRow>;
    const auto answer
        = store
              .read([table, range](const app::store::Database& database) -> app::core::Result<Rows> {
                  Rows rows;
                  const auto& names = app::exporting::columnNames(table);
                  const app::exporting::TableSource source(
                      database, table, range, app::exporting::TableSource::Names::AsStored);
                  const auto done = source.forEachRow(
                      [&](const app::exporting::Row& row) -> app::core::Result<void> {
                          ExportedRow one;
                          for (std::size_t column = 0; column < names.size(); ++column) {
                              one[names[column]] = row[column];
                          }
                          rows.push_back(std::move(one));
                          return {};
                      },
                      {});
                  if (!done) {
                      return app::core::failure(done.error());
                  }
                  return rows;
              })
              .result();
    if (!answer) {
        throw std::runtime_error(answer.error().detail.toStdString());
    }
    return *answer;
}

inline std::vector<ExportedRow> exported(
    const PagesKit& kit, app::exporting::Table table, app::core::DayRange range)
{
    return exported(*kit.store(), table, range);
}

/// The sum of a column; null while no row has a value.
inline std::optional<double> sumOf(const std::vector<ExportedRow>& rows, const std::string& column)
{
    std::optional<double> sum;
    for (const ExportedRow& row : rows) {
        if (const auto value = numberIn(row, column)) {
            sum = sum.value_or(0) + *value;
        }
    }
    return sum;
}

/// The numbers of a chart's column; the heading must be there.
inline std::vector<std::optional<double>> columnOf(const ui::charts::ChartCard& card, const QString& heading)
{
    const app::models::PlotTable& table = card.anyChart().table();
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (table.columns[column].name == heading) {
            std::vector<std::optional<double>> numbers;
            for (const auto& row : table.rows) {
                numbers.push_back(row[column].number);
            }
            return numbers;
        }
    }
    throw std::runtime_error("no column " + heading.toStdString());
}

} // namespace support
