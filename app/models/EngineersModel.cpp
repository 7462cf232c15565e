// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/EngineersModel.h"

#include "models/DisplayLocale.h"
#include "models/EngineerName.h"

#include <QCoreApplication>
#include <QDate>

namespace app::models {

namespace {

QVariant whole(std::optional<std::int64_t> value)
{
    return value ? QVariant::fromValue<qlonglong>(*value) : QVariant();
}

} // namespace

EngineersModel::EngineersModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void EngineersModel::setEngineers(std::vector<store::EngineerSummary> engineers, CostUnit unit)
{
    std::vector<Row> rows;
    rows.reserve(engineers.size());
    int people = 0;
    int active = 0;
    for (store::EngineerSummary& summary : engineers) {
        Row row;
        row.name = engineerName(summary.userId, summary.email);
        row.sortName = row.name.toCaseFolded();
        people += summary.userId ? 1 : 0;
        active += summary.userId && summary.activeDays > 0 ? 1 : 0;
        row.summary = std::move(summary);
        rows.push_back(std::move(row));
    }
    const bool unitChanged = unit != m_unit;
    beginResetModel();
    m_rows = std::move(rows);
    m_unit = unit;
    m_people = people;
    m_activePeople = active;
    endResetModel();
    if (unitChanged) {
        Q_EMIT headerDataChanged(
            Qt::Horizontal, static_cast<int>(Column::Cost), static_cast<int>(Column::Cost));
    }
}

const store::EngineerSummary& EngineersModel::engineer(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row)).summary;
}

int EngineersModel::rowOf(const std::optional<std::string>& userId) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].summary.userId == userId) {
            return static_cast<int>(row);
        }
    }
    return -1;
}

int EngineersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EngineersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant EngineersModel::number(const Row& row, Column column) const
{
    const store::UsageTotals& totals = row.summary.totals;
    switch (column) {
    case Column::Engineer: return row.sortName;
    case Column::ActiveDays: return row.summary.activeDays;
    case Column::Threads: return whole(totals.threads);
    case Column::Turns: return whole(totals.turns);
    case Column::Cost: {
        const std::optional<double> cost = costOf(totals.costs, m_unit);
        return cost ? QVariant(*cost) : QVariant();
    }
    case Column::UncachedInput: return whole(totals.tokens.uncachedInput);
    case Column::CachedInput: return whole(totals.tokens.cachedInput);
    case Column::Output: return whole(totals.tokens.output);
    case Column::LastActive:
        return row.summary.lastActiveDay ? QVariant(row.summary.lastActiveDay->number()) : QVariant();
    }
    return {};
}

QString EngineersModel::text(const Row& row, Column column) const
{
    if (column == Column::Engineer) {
        return row.name;
    }
    const QVariant value = number(row, column);
    if (!value.isValid()) {
        return QString(QChar(0x2013));
    }
    const QLocale locale = displayLocale();
    if (column == Column::LastActive) {
        const QDate day = QDate::fromJulianDay(QDate(1970, 1, 1).toJulianDay() + value.toInt());
        return locale.toString(day, QStringLiteral("d MMM"));
    }
    if (column == Column::Cost) {
        return locale.toString(value.toDouble(), 'f', m_unit == CostUnit::Usd ? 2 : 1);
    }
    return locale.toString(value.toLongLong());
}

QVariant EngineersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (column == Column::Engineer ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ToolTipRole: {
        if (column != Column::Engineer) {
            return {};
        }
        if (!row.summary.userId) {
            return QCoreApplication::translate(
                "EngineersModel", "Rows that OpenAI delivered without a person, for example automation.");
        }
        const QString id = QString::fromStdString(*row.summary.userId);
        return row.summary.email ? QString(row.name + u'\n' + id) : id;
    }
    case SortRole: return number(row, column);
    case UserIdRole:
        return row.summary.userId ? QVariant(QString::fromStdString(*row.summary.userId)) : QVariant();
    case EmailRole:
        return row.summary.email ? QVariant(QString::fromStdString(*row.summary.email)) : QVariant();
    case UnattributedRole: return !row.summary.userId.has_value();
    default: return {};
    }
}

QVariant EngineersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::AlignVCenter | (column == Column::Engineer ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role == Qt::InitialSortOrderRole) {
        // The first click on a number shows the largest; names begin with A.
        return QVariant::fromValue(column == Column::Engineer ? Qt::AscendingOrder : Qt::DescendingOrder);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Column::Engineer: return QCoreApplication::translate("EngineersModel", "Engineer");
    case Column::ActiveDays: return QCoreApplication::translate("EngineersModel", "Active days");
    case Column::Threads: return measureName(Measure::Threads);
    case Column::Turns: return measureName(Measure::Turns);
    case Column::Cost: return measureName(costMeasure(m_unit));
    case Column::UncachedInput: return measureName(Measure::UncachedInput);
    case Column::CachedInput: return measureName(Measure::CachedInput);
    case Column::Output: return measureName(Measure::Output);
    case Column::LastActive: return QCoreApplication::translate("EngineersModel", "Last active");
    }
    return {};
}

} // namespace app::models
