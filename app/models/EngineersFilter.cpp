// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/EngineersFilter.h"

#include "models/EngineersModel.h"

namespace app::models {

namespace {

constexpr auto kName = EngineersModel::Column::Engineer;

} // namespace

EngineersFilter::EngineersFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(EngineersModel::SortRole);
    setDynamicSortFilter(true);
    sort(static_cast<int>(kName), Qt::AscendingOrder);
}

void EngineersFilter::setSourceModel(QAbstractItemModel* model)
{
    m_engineers = qobject_cast<const EngineersModel*>(model);
    Q_ASSERT(m_engineers || !model);
    QSortFilterProxyModel::setSourceModel(model);
}

void EngineersFilter::setSearch(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed != m_search) {
        m_search = trimmed;
        m_folded = trimmed.toCaseFolded();
        invalidateFilter();
    }
}

void EngineersFilter::setActivity(Activity activity)
{
    if (activity != m_activity) {
        m_activity = activity;
        invalidateFilter();
    }
}

void EngineersFilter::setSurface(const QString& surfaceId)
{
    if (surfaceId != m_surface) {
        m_surface = surfaceId;
        invalidateFilter();
    }
}

bool EngineersFilter::narrows() const
{
    return !m_search.isEmpty() || !m_surface.isEmpty() || m_activity != Activity::All;
}

bool EngineersFilter::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    Q_UNUSED(sourceParent)
    if (m_activity != Activity::All
        && (m_engineers->engineer(sourceRow).activeDays > 0) != (m_activity == Activity::Active)) {
        return false;
    }
    if (!m_surface.isEmpty() && !m_engineers->hasUsed(sourceRow, m_surface)) {
        return false;
    }
    return m_folded.isEmpty() || m_engineers->matches(sourceRow, m_folded);
}

bool EngineersFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    const auto column = static_cast<EngineersModel::Column>(left.column());
    const bool leftNull = m_engineers->isNull(left.row(), column);
    const bool rightNull = m_engineers->isNull(right.row(), column);
    // The base class turns the answer around for a descending order, so "last" has to be turned as well.
    if (leftNull != rightNull) {
        return ascending ? rightNull : leftNull;
    }
    if (!leftNull) {
        if (const int order = m_engineers->compare(left.row(), right.row(), column)) {
            return order < 0;
        }
    }
    if (const int order = m_engineers->compare(left.row(), right.row(), kName)) {
        return ascending ? order < 0 : order > 0;
    }
    const int order = m_engineers->engineer(left.row())
                          .userId.value_or(std::string())
                          .compare(m_engineers->engineer(right.row()).userId.value_or(std::string()));
    return ascending ? order < 0 : order > 0;
}

} // namespace app::models
