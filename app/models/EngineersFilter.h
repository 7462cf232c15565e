// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace app::models {

/// Search and order over an EngineersModel. The search looks for a part of the e-mail or user id, ignoring
/// case. Rows without a value, and in the name column the Unattributed row, stand last in both directions;
/// equal values are ordered by name, then by user id. Starts sorted by name.
class EngineersFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit EngineersFilter(QObject* parent = nullptr);

    void setSearch(const QString& text);
    [[nodiscard]] const QString& search() const { return m_search; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QString m_search;
};

} // namespace app::models
