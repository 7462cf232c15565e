// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractProxyModel>

#include <optional>
#include <string>
#include <vector>

namespace app::models {

class EngineersModel;

/// Search, filters and order over an EngineersModel. The search looks for a part of the e-mail or user id,
/// ignoring case. Rows without a value, and in the name column the Unattributed row, stand last in both
/// directions; equal values are ordered by name, then by user id. Starts sorted by name.
///
/// The rows are one list of numbers: an order is a sort of keys that are computed once for a column, and a
/// filter is one pass over it, so that fifty thousand people can be typed through. A new order or filter is a
/// change of layout: whoever is still in the list stays selected.
class EngineersFilter final : public QAbstractProxyModel
{
    Q_OBJECT

public:
    enum class Activity {
        All,
        Active, ///< at least one active day in the range
        Idle, ///< none
    };

    explicit EngineersFilter(QObject* parent = nullptr);

    /// Nothing but an EngineersModel.
    void setSourceModel(QAbstractItemModel* model) override;

    void setSearch(const QString& text);
    [[nodiscard]] const QString& search() const { return m_search; }
    void setActivity(Activity activity);
    [[nodiscard]] Activity activity() const { return m_activity; }
    /// A client id: only who used that surface in the range. Empty: any.
    void setSurface(const QString& surfaceId);
    [[nodiscard]] const QString& surface() const { return m_surface; }
    /// Whether a search or a filter narrows the list.
    [[nodiscard]] bool narrows() const;

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// The number of a row in the model.
    [[nodiscard]] int sourceRow(int row) const { return m_shown.at(static_cast<std::size_t>(row)); }
    /// -1 when the filters leave it out.
    [[nodiscard]] int rowOfSource(int sourceRow) const;

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& sourceIndex) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reorder();
    void narrow();
    template <typename Change> void changeLayout(Change change);

    EngineersModel* m_engineers = nullptr;
    QString m_search;
    std::string m_folded; ///< UTF-8
    QString m_surface;
    Activity m_activity = Activity::All;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<int> m_order; ///< all rows of the model
    std::vector<int> m_shown; ///< those of them that pass the filters
    std::vector<int> m_places; ///< in m_shown, of each row of the model; -1: not shown
};

} // namespace app::models
