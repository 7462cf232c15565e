// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Measure.h"
#include "store/UsageQueries.h"

#include <QAbstractTableModel>

#include <vector>

namespace app::models {

/// One row per engineer over a range, from a snapshot of store::engineers(). Read-only; a new snapshot is a
/// model reset. Main thread. Numbers are shown through displayLocale(), nulls as an en dash; SortRole has
/// raw values and an invalid QVariant for null.
class EngineersModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Engineer,
        ActiveDays,
        Threads,
        Turns,
        Cost,
        UncachedInput,
        CachedInput,
        Output,
        LastActive
    };
    static constexpr int kColumns = 9;

    enum Role {
        SortRole = Qt::UserRole + 1,
        UserIdRole, ///< QString; null for Unattributed
        EmailRole, ///< QString; null when withheld
        UnattributedRole, ///< bool
    };

    explicit EngineersModel(QObject* parent = nullptr);

    void setEngineers(std::vector<store::EngineerSummary> engineers, CostUnit unit);
    [[nodiscard]] const store::EngineerSummary& engineer(int row) const;
    /// The row of a person; -1 when there is none.
    [[nodiscard]] int rowOf(const std::optional<std::string>& userId) const;
    /// Rows with a person, and those of them with at least one active day.
    [[nodiscard]] int people() const { return m_people; }
    [[nodiscard]] int activePeople() const { return m_activePeople; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        store::EngineerSummary summary;
        QString name;
        QString sortName; ///< case-folded
    };
    [[nodiscard]] QVariant number(const Row& row, Column column) const;
    [[nodiscard]] QString text(const Row& row, Column column) const;

    std::vector<Row> m_rows;
    CostUnit m_unit = CostUnit::Credits;
    int m_people = 0;
    int m_activePeople = 0;
};

} // namespace app::models
