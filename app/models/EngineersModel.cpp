// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/EngineersModel.h"

#include "models/DisplayLocale.h"
#include "models/EngineerName.h"

#include <QCoreApplication>
#include <QDate>

#include <array>

namespace app::models {

namespace {

using Column = EngineersModel::Column;

constexpr std::array<const char*, EngineersModel::kColumns> kColumnIds{"engineer", "trend", "activeDays",
    "threads", "turns", "turnsPerThread", "cost", "costPerTurn", "uncachedInput", "cachedInput", "output",
    "cacheRatio", "topSurface", "lastActive"};

bool isText(Column column)
{
    return column == Column::Engineer || column == Column::Trend || column == Column::TopSurface;
}

bool isWhole(Column column)
{
    switch (column) {
    case Column::ActiveDays:
    case Column::Threads:
    case Column::Turns:
    case Column::UncachedInput:
    case Column::CachedInput:
    case Column::Output: return true;
    default: return false;
    }
}

QDate dateOf(core::UtcDay day)
{
    return QDate(1970, 1, 1).addDays(day.number());
}

} // namespace

EngineersModel::EngineersModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_rows(std::make_shared<const EngineerRows>())
{
}

void EngineersModel::setRows(std::shared_ptr<const EngineerRows> rows)
{
    const bool unitChanged = rows->unit() != m_rows->unit();
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    if (unitChanged) {
        Q_EMIT headerDataChanged(
            Qt::Horizontal, static_cast<int>(Column::Cost), static_cast<int>(Column::CostPerTurn));
    }
}

void EngineersModel::setSnapshot(Snapshot snapshot)
{
    setRows(std::make_shared<const EngineerRows>(std::move(snapshot)));
}

std::optional<std::string> EngineersModel::topSurfaceId(int row) const
{
    const auto top = m_rows->topSurface(row);
    return top ? std::optional(m_rows->surfaceId(*top)) : std::nullopt;
}

std::optional<double> EngineersModel::turnsPerThread(int row) const
{
    return m_rows->number(row, Column::TurnsPerThread);
}

std::optional<double> EngineersModel::costPerTurn(int row) const
{
    return m_rows->number(row, Column::CostPerTurn);
}

std::optional<double> EngineersModel::cacheRatio(int row) const
{
    return m_rows->number(row, Column::CacheRatio);
}

QString EngineersModel::columnId(Column column)
{
    return QString::fromLatin1(kColumnIds[static_cast<std::size_t>(column)]);
}

std::optional<EngineersModel::Column> EngineersModel::columnOf(QStringView id)
{
    for (std::size_t index = 0; index < kColumnIds.size(); ++index) {
        if (id == QLatin1String(kColumnIds[index])) {
            return static_cast<Column>(index);
        }
    }
    return std::nullopt;
}

int EngineersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows->count();
}

int EngineersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant EngineersModel::sortValue(int row, Column column) const
{
    if (column == Column::Engineer) {
        return text(row, column).toCaseFolded();
    }
    if (column == Column::TopSurface) {
        const auto top = m_rows->topSurface(row);
        return top ? QVariant(m_rows->surfaceName(*top).toCaseFolded()) : QVariant();
    }
    const auto value = m_rows->number(row, column);
    return value ? QVariant(*value) : QVariant();
}

QString EngineersModel::text(int row, Column column) const
{
    const QString none(QChar(0x2013));
    if (column == Column::Engineer) {
        return engineerName(engineer(row).userId, engineer(row).email);
    }
    if (column == Column::Trend) {
        // The columns are painted; this is what stands there when there are none.
        return engineer(row).activeDays > 0
            ? QString()
            : QCoreApplication::translate("EngineersModel", "no activity in these days");
    }
    if (column == Column::TopSurface) {
        const auto top = m_rows->topSurface(row);
        return top ? m_rows->surfaceName(*top) : none;
    }
    const auto value = m_rows->number(row, column);
    if (!value) {
        return none;
    }
    const QLocale locale = displayLocale();
    if (column == Column::LastActive) {
        return locale.toString(dateOf(*engineer(row).lastActiveDay), QStringLiteral("d MMM"));
    }
    if (column == Column::Cost) {
        return locale.toString(*value, 'f', unit() == CostUnit::Usd ? 2 : 1);
    }
    if (column == Column::CacheRatio) {
        return fullNumber(Measure::CacheRatio, *value);
    }
    // Ratios have as many decimals as each other, so that they stand below each other.
    return locale.toString(*value, 'f', isWhole(column) ? 0 : column == Column::TurnsPerThread ? 1 : 2);
}

QString EngineersModel::copyText(int row, Column column) const
{
    if (isText(column)) {
        return column == Column::TopSurface && !m_rows->topSurface(row) ? QString() : text(row, column);
    }
    const auto value = m_rows->number(row, column);
    if (!value) {
        return {};
    }
    if (column == Column::LastActive) {
        return engineer(row).lastActiveDay->toIso();
    }
    return isWhole(column) ? QString::number(static_cast<qlonglong>(*value))
                           : QLocale::c().toString(*value, 'g', QLocale::FloatingPointShortest);
}

QString EngineersModel::toolTip(int row, Column column) const
{
    if (column == Column::Engineer) {
        if (!engineer(row).userId) {
            return QCoreApplication::translate(
                "EngineersModel", "Rows that OpenAI delivered without a person, for example automation.");
        }
        const QString id = QString::fromStdString(*engineer(row).userId);
        return engineer(row).email ? QString(text(row, column) + u'\n' + id) : id;
    }
    if (const auto top = m_rows->topSurface(row); column == Column::TopSurface && top) {
        return QString::fromStdString(m_rows->surfaceId(*top));
    }
    if (column == Column::ActiveDays && storedDays() > 0) {
        return QCoreApplication::translate(
            "EngineersModel", "active on %1 of %n stored day(s)", nullptr, storedDays())
            .arg(text(row, column));
    }
    return {};
}

QVariant EngineersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const int row = index.row();
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::AccessibleTextRole:
        // Who listens has no picture.
        return column == Column::Trend && engineer(row).activeDays > 0
            ? QCoreApplication::translate("EngineersModel", "%1 turns").arg(text(row, Column::Turns))
            : text(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isText(column) ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ToolTipRole: {
        const QString tip = toolTip(row, column);
        return tip.isEmpty() ? QVariant() : QVariant(tip);
    }
    case SortRole: return sortValue(row, column);
    case CopyRole: return copyText(row, column);
    case UserIdRole:
        return engineer(row).userId ? QVariant(QString::fromStdString(*engineer(row).userId)) : QVariant();
    case EmailRole:
        return engineer(row).email ? QVariant(QString::fromStdString(*engineer(row).email)) : QVariant();
    case UnattributedRole: return !engineer(row).userId.has_value();
    case ActiveDaysRole: return engineer(row).activeDays;
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
        return QVariant::fromValue(Qt::AlignVCenter | (isText(column) ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role == Qt::InitialSortOrderRole) {
        // The first click on a number shows the largest; names begin with A.
        const bool names = column == Column::Engineer || column == Column::TopSurface;
        return QVariant::fromValue(names ? Qt::AscendingOrder : Qt::DescendingOrder);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    switch (column) {
    case Column::Engineer: return QCoreApplication::translate("EngineersModel", "Engineer");
    case Column::Trend:
        if (const int weeks = m_rows->weeksPerBucket(); weeks > 1) {
            return QCoreApplication::translate("EngineersModel", "Turns per %n weeks", nullptr, weeks);
        }
        return m_rows->weeksPerBucket() == 1 ? QCoreApplication::translate("EngineersModel", "Turns per week")
                                             : QCoreApplication::translate("EngineersModel", "Turns per day");
    case Column::ActiveDays: return QCoreApplication::translate("EngineersModel", "Active days");
    case Column::Threads: return measureName(Measure::Threads);
    case Column::Turns: return measureName(Measure::Turns);
    case Column::TurnsPerThread: return measureName(Measure::TurnsPerThread);
    case Column::Cost: return measureName(costMeasure(unit()));
    case Column::CostPerTurn:
        return measureName(unit() == CostUnit::Usd ? Measure::UsdPerTurn : Measure::CreditsPerTurn);
    case Column::UncachedInput: return measureName(Measure::UncachedInput);
    case Column::CachedInput: return measureName(Measure::CachedInput);
    case Column::Output: return measureName(Measure::Output);
    case Column::CacheRatio: return measureName(Measure::CacheRatio);
    case Column::TopSurface: return QCoreApplication::translate("EngineersModel", "Top surface");
    case Column::LastActive: return QCoreApplication::translate("EngineersModel", "Last active");
    }
    return {};
}

} // namespace app::models
