// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/PlotTable.h"

#include <QAbstractTableModel>

namespace app::models {

/// The table twin of any chart: a PlotTable for a view. Read-only; a new table is a model reset. Main thread.
class PlotTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ValueRole = Qt::UserRole + 1, ///< the raw number; invalid when there is none
        DataRole, ///< QString: as data files write it, empty without a value
    };

    explicit PlotTableModel(QObject* parent = nullptr);

    void setTable(PlotTable table);
    [[nodiscard]] const PlotTable& table() const { return m_table; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    PlotTable m_table;
};

} // namespace app::models
