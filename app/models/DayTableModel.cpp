// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/DayTableModel.h"

#include "models/DisplayLocale.h"

#include <QCoreApplication>
#include <QDate>

namespace app::models {

QString dayStateName(records::DayState state)
{
    switch (state) {
    case records::DayState::Missing: return QCoreApplication::translate("DayState", "Missing");
    case records::DayState::NotOffered: return QCoreApplication::translate("DayState", "Not offered");
    case records::DayState::Provisional: return QCoreApplication::translate("DayState", "Provisional");
    case records::DayState::Final: return QCoreApplication::translate("DayState", "Final");
    }
    return {};
}

DayTableModel::DayTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void DayTableModel::setSeries(std::vector<DaySeries> series)
{
    beginResetModel();
    m_series = std::move(series);
    endResetModel();
}

int DayTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || m_series.empty() ? 0 : static_cast<int>(m_series.front().points.size());
}

int DayTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_series.size()) + 2;
}

QVariant DayTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    const bool isDay = index.column() == 0;
    const bool isState = index.column() == columnCount() - 1;
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | (isDay || isState ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (isDay) {
        const QDate date = QDate(1970, 1, 1).addDays(m_series.front().day(row).number());
        return role == Qt::DisplayRole ? displayLocale().toString(date, QStringLiteral("ddd d MMM yyyy"))
                                       : QVariant();
    }
    if (isState) {
        // The series of one chart may come from two datasets; the least known of them decides.
        records::DayState state = records::DayState::Final;
        for (const DaySeries& series : m_series) {
            state = std::min(state, series.points[row].state);
        }
        return role == Qt::DisplayRole ? dayStateName(state) : QVariant();
    }
    const DaySeries& series = m_series[static_cast<std::size_t>(index.column() - 1)];
    const std::optional<double> value = series.points[row].value;
    switch (role) {
    case Qt::DisplayRole: return value ? fullNumber(series.measure, *value) : QString(QChar(0x2013));
    case ValueRole: return value ? QVariant(*value) : QVariant();
    default: return {};
    }
}

QVariant DayTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const bool isDay = section == 0;
    const bool isState = section == columnCount() - 1;
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | (isDay || isState ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (isDay) {
        return QCoreApplication::translate("DayTableModel", "Day (UTC)");
    }
    if (isState) {
        return QCoreApplication::translate("DayTableModel", "State");
    }
    return measureName(m_series[static_cast<std::size_t>(section - 1)].measure);
}

} // namespace app::models
