// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/EngineersFilter.h"

#include "models/EngineersModel.h"

#include <algorithm>
#include <cmath>

namespace app::models {

namespace {

constexpr auto kName = EngineersModel::Column::Engineer;

std::size_t at(int row)
{
    return static_cast<std::size_t>(row);
}

} // namespace

EngineersFilter::EngineersFilter(QObject* parent)
    : QAbstractProxyModel(parent)
{
}

void EngineersFilter::setSourceModel(QAbstractItemModel* model)
{
    beginResetModel();
    if (m_engineers) {
        disconnect(m_engineers, nullptr, this, nullptr);
    }
    m_engineers = qobject_cast<EngineersModel*>(model);
    Q_ASSERT(m_engineers || !model);
    QAbstractProxyModel::setSourceModel(model);
    if (m_engineers) {
        connect(m_engineers, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
        connect(m_engineers, &QAbstractItemModel::modelReset, this, [this] {
            reorder();
            narrow();
            endResetModel();
        });
        connect(m_engineers, &QAbstractItemModel::headerDataChanged, this,
            &QAbstractItemModel::headerDataChanged);
        connect(m_engineers, &QObject::destroyed, this, [this] {
            beginResetModel();
            m_engineers = nullptr;
            reorder();
            narrow();
            endResetModel();
        });
    }
    reorder();
    narrow();
    endResetModel();
}

void EngineersFilter::setSearch(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed != m_search) {
        m_search = trimmed;
        m_folded = trimmed.toCaseFolded().toStdString();
        changeLayout([this] { narrow(); });
    }
}

void EngineersFilter::setActivity(Activity activity)
{
    if (activity != m_activity) {
        m_activity = activity;
        changeLayout([this] { narrow(); });
    }
}

void EngineersFilter::setSurface(const QString& surfaceId)
{
    if (surfaceId != m_surface) {
        m_surface = surfaceId;
        changeLayout([this] { narrow(); });
    }
}

bool EngineersFilter::narrows() const
{
    return !m_search.isEmpty() || !m_surface.isEmpty() || m_activity != Activity::All;
}

void EngineersFilter::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount() || (column == m_sortColumn && order == m_sortOrder)) {
        return;
    }
    m_sortColumn = column;
    m_sortOrder = order;
    changeLayout([this] {
        reorder();
        narrow();
    });
}

void EngineersFilter::reorder()
{
    if (!m_engineers) {
        m_order.clear();
        return;
    }
    const auto column = static_cast<EngineersModel::Column>(m_sortColumn);
    // Whatever the column, equal values stay in this order.
    m_order = m_engineers->rows().byName();
    if (column == kName && m_sortOrder == Qt::AscendingOrder) {
        return;
    }
    struct Keyed
    {
        double key;
        int row;
    };
    const std::vector<double> keys = m_engineers->rows().sortKeys(column);
    std::vector<Keyed> sorted;
    sorted.reserve(m_order.size());
    std::vector<int> last;
    for (const int row : m_order) {
        if (std::isnan(keys[at(row)])) {
            last.push_back(row);
        } else {
            sorted.push_back({keys[at(row)], row});
        }
    }
    if (m_sortOrder == Qt::AscendingOrder) {
        std::stable_sort(sorted.begin(), sorted.end(),
            [](const Keyed& one, const Keyed& other) { return one.key < other.key; });
    } else {
        std::stable_sort(sorted.begin(), sorted.end(),
            [](const Keyed& one, const Keyed& other) { return one.key > other.key; });
    }
    const auto end = std::transform(
        sorted.begin(), sorted.end(), m_order.begin(), [](const Keyed& keyed) { return keyed.row; });
    std::copy(last.begin(), last.end(), end);
}

void EngineersFilter::narrow()
{
    m_shown.clear();
    m_places.assign(m_order.size(), -1);
    if (!m_engineers) {
        return;
    }
    const EngineerRows& rows = m_engineers->rows();
    const auto surface = m_surface.isEmpty() ? std::nullopt : rows.surfaceIndex(m_surface.toStdString());
    const auto passes = [&](int row) {
        if (m_activity != Activity::All
            && (rows.engineer(row).activeDays > 0) != (m_activity == Activity::Active)) {
            return false;
        }
        // A surface that nobody has in this range is used by nobody.
        if (!m_surface.isEmpty() && !(surface && rows.hasUsed(row, *surface))) {
            return false;
        }
        return m_folded.empty() || rows.matches(row, m_folded);
    };
    for (const int row : m_order) {
        if (passes(row)) {
            m_places[at(row)] = static_cast<int>(m_shown.size());
            m_shown.push_back(row);
        }
    }
}

template <typename Change> void EngineersFilter::changeLayout(Change change)
{
    // Columns stay where they are, which spares the headings.
    constexpr auto kRows = QAbstractItemModel::VerticalSortHint;
    Q_EMIT layoutAboutToBeChanged({}, kRows);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> sourceRows;
    sourceRows.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex& one : before) {
        sourceRows.push_back(sourceRow(one.row()));
    }
    change();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype place = 0; place < before.size(); ++place) {
        const int row = rowOfSource(sourceRows[static_cast<std::size_t>(place)]);
        after << (row >= 0 ? createIndex(row, before[place].column()) : QModelIndex());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, kRows);
}

int EngineersFilter::rowOfSource(int sourceRow) const
{
    return sourceRow >= 0 && at(sourceRow) < m_places.size() ? m_places[at(sourceRow)] : -1;
}

QModelIndex EngineersFilter::mapToSource(const QModelIndex& index) const
{
    return index.isValid() && m_engineers ? m_engineers->index(sourceRow(index.row()), index.column())
                                          : QModelIndex();
}

QModelIndex EngineersFilter::mapFromSource(const QModelIndex& sourceIndex) const
{
    return sourceIndex.isValid() ? index(rowOfSource(sourceIndex.row()), sourceIndex.column())
                                 : QModelIndex();
}

QModelIndex EngineersFilter::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex EngineersFilter::parent(const QModelIndex& index) const
{
    Q_UNUSED(index)
    return {};
}

int EngineersFilter::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int EngineersFilter::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_engineers ? 0 : EngineersModel::kColumns;
}

bool EngineersFilter::hasChildren(const QModelIndex& parent) const
{
    return rowCount(parent) > 0;
}

QVariant EngineersFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    // The base class asks the first row for the way to the model, and there may be none.
    return m_engineers && orientation == Qt::Horizontal
        ? m_engineers->headerData(section, orientation, role)
        : QAbstractItemModel::headerData(section, orientation, role);
}

} // namespace app::models
