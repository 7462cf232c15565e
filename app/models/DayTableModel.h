// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DaySeries.h"

#include <QAbstractTableModel>

#include <vector>

namespace app::models {

/// The table twin of a chart: one row per UTC day, one column per series, and the state of the day.
/// Read-only; new series are a model reset. All series have the same range. Main thread.
class DayTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { ValueRole = Qt::UserRole + 1 /**< the raw number; invalid when there is none */ };

    explicit DayTableModel(QObject* parent = nullptr);

    void setSeries(std::vector<DaySeries> series);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<DaySeries> m_series;
};

/// "Final", "Provisional", "Missing", "Not offered".
QString dayStateName(records::DayState state);

} // namespace app::models
