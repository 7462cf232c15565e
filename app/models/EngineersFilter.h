// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace app::models {

class EngineersModel;

/// Search, filters and order over an EngineersModel. The search looks for a part of the e-mail or user id,
/// ignoring case. Rows without a value, and in the name column the Unattributed row, stand last in both
/// directions; equal values are ordered by name, then by user id. Starts sorted by name.
class EngineersFilter final : public QSortFilterProxyModel
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

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    const EngineersModel* m_engineers = nullptr;
    QString m_search;
    QString m_folded;
    QString m_surface;
    Activity m_activity = Activity::All;
};

} // namespace app::models
