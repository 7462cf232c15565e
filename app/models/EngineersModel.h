// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/EngineerRows.h"

#include <QAbstractTableModel>

#include <memory>
#include <span>
#include <vector>

namespace app::models {

/// One row per engineer over a range. Read-only; new rows are a model reset. Main thread; what is shown is
/// made ready in another one (EngineerRows). Numbers are shown through displayLocale(), nulls as an en dash;
/// SortRole has raw values and an invalid QVariant for null, CopyRole what other programs read.
class EngineersModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Column = EngineerColumn;
    static constexpr int kColumns = 14;

    enum Role {
        SortRole = Qt::UserRole + 1,
        CopyRole, ///< QString: numbers and days as in exported files, empty for null
        UserIdRole, ///< QString; null for Unattributed
        EmailRole, ///< QString; null when withheld
        UnattributedRole, ///< bool
        ActiveDaysRole, ///< int, whatever the column
    };

    using Snapshot = EngineersSnapshot;
    using Surface = EngineerRows::Surface;
    using Sums = EngineerRows::Sums;

    explicit EngineersModel(QObject* parent = nullptr);

    /// Never null.
    void setRows(std::shared_ptr<const EngineerRows> rows);
    /// Makes the rows here: for few people.
    void setSnapshot(Snapshot snapshot);
    [[nodiscard]] const EngineerRows& rows() const { return *m_rows; }

    [[nodiscard]] const store::EngineerSummary& engineer(int row) const { return m_rows->engineer(row); }
    [[nodiscard]] CostUnit unit() const { return m_rows->unit(); }
    [[nodiscard]] int storedDays() const { return m_rows->storedDays(); }
    [[nodiscard]] int rowOf(const std::optional<std::string>& userId) const { return m_rows->rowOf(userId); }
    [[nodiscard]] int people() const { return m_rows->people(); }
    [[nodiscard]] int activePeople() const { return m_rows->activePeople(); }
    [[nodiscard]] std::vector<DayPoint> sparkOf(int row) const { return m_rows->sparkOf(row); }
    [[nodiscard]] const std::vector<Surface>& surfaces() const { return m_rows->surfaces(); }
    [[nodiscard]] Sums sumsOf(std::span<const int> rows) const { return m_rows->sumsOf(rows); }
    [[nodiscard]] const Sums& workspaceSums() const { return m_rows->workspaceSums(); }
    /// The client id of the top surface; none without any use.
    [[nodiscard]] std::optional<std::string> topSurfaceId(int row) const;

    /// Ratios of a row's sums; none where the denominator is zero or a sum has no value.
    [[nodiscard]] std::optional<double> turnsPerThread(int row) const;
    [[nodiscard]] std::optional<double> costPerTurn(int row) const;
    [[nodiscard]] std::optional<double> cacheRatio(int row) const;

    /// Stable names of columns, for settings: "engineer", "activeDays" …
    [[nodiscard]] static QString columnId(Column column);
    [[nodiscard]] static std::optional<Column> columnOf(QStringView id);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant sortValue(int row, Column column) const;
    [[nodiscard]] QString text(int row, Column column) const;
    [[nodiscard]] QString copyText(int row, Column column) const;
    [[nodiscard]] QString toolTip(int row, Column column) const;

    std::shared_ptr<const EngineerRows> m_rows;
};

} // namespace app::models
