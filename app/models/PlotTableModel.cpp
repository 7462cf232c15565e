// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/PlotTableModel.h"

namespace app::models {

namespace {

QVariant alignmentOf(const PlotTable::Column& column)
{
    return QVariant::fromValue(Qt::AlignVCenter | (column.numeric ? Qt::AlignRight : Qt::AlignLeft));
}

} // namespace

PlotTableModel::PlotTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void PlotTableModel::setTable(PlotTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int PlotTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int PlotTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant PlotTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto column = static_cast<std::size_t>(index.column());
    const PlotTable::Cell& cell = m_table.rows[static_cast<std::size_t>(index.row())][column];
    switch (role) {
    case Qt::DisplayRole: return cell.text;
    case Qt::TextAlignmentRole: return alignmentOf(m_table.columns[column]);
    // The whole, also where a narrow column cuts it; there the delegate shows it as a tool tip.
    case Qt::AccessibleTextRole: return cell.text;
    case DataRole: return cell.data;
    case ValueRole: return cell.number ? QVariant(*cell.number) : QVariant();
    default: return {};
    }
}

QVariant PlotTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const PlotTable::Column& column = m_table.columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole: return column.name;
    case Qt::TextAlignmentRole: return alignmentOf(column);
    default: return {};
    }
}

} // namespace app::models
