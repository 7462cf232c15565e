// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DaySeries.h"
#include "models/Measure.h"
#include "store/EngineerQueries.h"
#include "store/UsageQueries.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <span>
#include <vector>

namespace app::models {

/// One row per engineer over a range, from a snapshot of the store. Read-only; a new snapshot is a model
/// reset. Main thread. Numbers are shown through displayLocale(), nulls as an en dash; SortRole has raw
/// values and an invalid QVariant for null, CopyRole what other programs read.
class EngineersModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Engineer,
        Trend, ///< turns per day (or week): see sparkOf()
        ActiveDays,
        Threads,
        Turns,
        TurnsPerThread,
        Cost,
        CostPerTurn,
        UncachedInput,
        CachedInput,
        Output,
        CacheRatio,
        TopSurface, ///< with the largest cost, else the most turns
        LastActive
    };
    static constexpr int kColumns = 14;

    enum Role {
        SortRole = Qt::UserRole + 1,
        CopyRole, ///< QString: numbers and days as in exported files, empty for null
        UserIdRole, ///< QString; null for Unattributed
        EmailRole, ///< QString; null when withheld
        UnattributedRole, ///< bool
        ActiveDaysRole, ///< int, whatever the column
    };

    /// Everything that the table shows; all of it of the same range.
    struct Snapshot
    {
        std::vector<store::EngineerSummary> engineers;
        CostUnit unit = CostUnit::Credits;
        store::EngineerTrends trends;
        /// What surfaces are called, in the order of trends.surfaces; said by the window, which knows names.
        QStringList surfaceNames;
        /// The buckets of trends as points without a value: which of them are stored.
        std::vector<DayPoint> buckets;
        bool weekly = false; ///< buckets are weeks
        int storedDays = 0; ///< of the range; the whole of which active days are a part
    };

    explicit EngineersModel(QObject* parent = nullptr);

    void setSnapshot(Snapshot snapshot);
    [[nodiscard]] const store::EngineerSummary& engineer(int row) const;
    [[nodiscard]] CostUnit unit() const { return m_unit; }
    [[nodiscard]] int storedDays() const { return m_storedDays; }
    /// The row of a person; -1 when there is none.
    [[nodiscard]] int rowOf(const std::optional<std::string>& userId) const;
    /// Rows with a person, and those of them with at least one active day.
    [[nodiscard]] int people() const { return m_people; }
    [[nodiscard]] int activePeople() const { return m_activePeople; }

    /// The turns of a row, one point for each bucket; no value where nothing is stored.
    [[nodiscard]] std::vector<DayPoint> sparkOf(int row) const;
    /// The surfaces that somebody used: client ids and their names, in the order of the names.
    struct Surface
    {
        QString id;
        QString name;
    };
    [[nodiscard]] std::vector<Surface> surfaces() const;
    [[nodiscard]] bool hasUsed(int row, const QString& surfaceId) const;
    /// The client id of the top surface; none without any use.
    [[nodiscard]] std::optional<std::string> topSurfaceId(int row) const;

    /// Ratios of a row's sums; none where the denominator is zero or a sum has no value.
    [[nodiscard]] std::optional<double> turnsPerThread(int row) const;
    [[nodiscard]] std::optional<double> costPerTurn(int row) const;
    [[nodiscard]] std::optional<double> cacheRatio(int row) const;

    /// Sums over some rows; a sum is none while no row has a value.
    struct Sums
    {
        double threads = 0;
        double turns = 0;
        std::optional<double> cost;
        std::optional<double> uncachedInput;
        std::optional<double> cachedInput;
    };
    [[nodiscard]] Sums sumsOf(std::span<const int> rows) const;
    /// Over all rows, Unattributed included.
    [[nodiscard]] const Sums& workspaceSums() const { return m_workspace; }

    /// For sorting without the detour through QVariant: below, at or above zero. Null values are told apart
    /// by isNull() before.
    [[nodiscard]] int compare(int leftRow, int rightRow, Column column) const;
    [[nodiscard]] bool isNull(int row, Column column) const;
    /// Whether e-mail or id (for Unattributed: the word for it) hold the text, which is case-folded.
    [[nodiscard]] bool matches(int row, const QString& foldedText) const;

    /// Stable names of columns, for settings: "engineer", "activeDays" …
    [[nodiscard]] static QString columnId(Column column);
    [[nodiscard]] static std::optional<Column> columnOf(QStringView id);

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
        QString haystack; ///< case-folded: what the search looks into
        std::optional<std::size_t> trend; ///< index into m_trends.engineers
        std::optional<std::size_t> topSurface; ///< index into m_trends.surfaces
    };
    [[nodiscard]] const Row& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] std::optional<double> number(const Row& row, Column column) const;
    [[nodiscard]] QVariant sortValue(const Row& row, Column column) const;
    [[nodiscard]] QString text(const Row& row, Column column) const;
    [[nodiscard]] QString copyText(const Row& row, Column column) const;
    [[nodiscard]] QString toolTip(const Row& row, Column column) const;
    [[nodiscard]] std::optional<std::size_t> topSurfaceOf(const store::EngineerTrend& trend) const;

    std::vector<Row> m_rows;
    CostUnit m_unit = CostUnit::Credits;
    store::EngineerTrends m_trends;
    QStringList m_surfaceNames;
    QStringList m_surfaceSortNames;
    std::vector<DayPoint> m_buckets;
    bool m_weekly = false;
    int m_storedDays = 0;
    int m_people = 0;
    int m_activePeople = 0;
    Sums m_workspace;
};

} // namespace app::models
