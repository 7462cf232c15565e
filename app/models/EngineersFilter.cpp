// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/EngineersFilter.h"

#include "models/EngineersModel.h"

namespace app::models {

namespace {

constexpr int kNameColumn = static_cast<int>(EngineersModel::Column::Engineer);

int compare(const QVariant& left, const QVariant& right)
{
    if (left.typeId() == QMetaType::QString) {
        return left.toString().compare(right.toString());
    }
    const QPartialOrdering order = QVariant::compare(left, right);
    return order == QPartialOrdering::Less ? -1 : order == QPartialOrdering::Greater ? 1 : 0;
}

} // namespace

EngineersFilter::EngineersFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(EngineersModel::SortRole);
    setDynamicSortFilter(true);
    sort(kNameColumn, Qt::AscendingOrder);
}

void EngineersFilter::setSearch(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed != m_search) {
        m_search = trimmed;
        invalidateFilter();
    }
}

bool EngineersFilter::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    if (m_search.isEmpty()) {
        return true;
    }
    const QModelIndex index = sourceModel()->index(sourceRow, kNameColumn, sourceParent);
    // The shown name is a part of one of the two, or the word for rows without a person.
    const bool unattributed = index.data(EngineersModel::UnattributedRole).toBool();
    return index.data(EngineersModel::EmailRole).toString().contains(m_search, Qt::CaseInsensitive)
        || index.data(EngineersModel::UserIdRole).toString().contains(m_search, Qt::CaseInsensitive)
        || (unattributed && index.data(Qt::DisplayRole).toString().contains(m_search, Qt::CaseInsensitive));
}

bool EngineersFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    const auto name = [](const QModelIndex& index) { return index.siblingAtColumn(kNameColumn); };
    const auto isNull = [&name](const QModelIndex& index) {
        return index.column() == kNameColumn ? name(index).data(EngineersModel::UnattributedRole).toBool()
                                             : !index.data(EngineersModel::SortRole).isValid();
    };
    const bool leftNull = isNull(left);
    const bool rightNull = isNull(right);
    // The base class turns the answer around for a descending order, so "last" has to be turned as well.
    if (leftNull != rightNull) {
        return ascending ? rightNull : leftNull;
    }
    if (!leftNull) {
        if (const int order
            = compare(left.data(EngineersModel::SortRole), right.data(EngineersModel::SortRole))) {
            return order < 0;
        }
    }
    if (const int order
        = compare(name(left).data(EngineersModel::SortRole), name(right).data(EngineersModel::SortRole))) {
        return ascending ? order < 0 : order > 0;
    }
    const int order = name(left)
                          .data(EngineersModel::UserIdRole)
                          .toString()
                          .compare(name(right).data(EngineersModel::UserIdRole).toString());
    return ascending ? order < 0 : order > 0;
}

} // namespace app::models
