// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/EngineersModel.h"

#include "models/DisplayLocale.h"
#include "models/EngineerName.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace app::models {

namespace {

using Column = EngineersModel::Column;

constexpr std::array<const char*, EngineersModel::kColumns> kColumnIds{"engineer", "trend", "activeDays",
    "threads", "turns", "turnsPerThread", "cost", "costPerTurn", "uncachedInput", "cachedInput", "output",
    "cacheRatio", "topSurface", "lastActive"};

std::optional<double> real(std::optional<std::int64_t> value)
{
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

/// A ratio of sums: none where a sum has no value or the denominator is not above zero.
std::optional<double> quotient(std::optional<double> numerator, std::optional<double> denominator)
{
    if (!numerator || !denominator || !(*denominator > 0)) {
        return std::nullopt;
    }
    return *numerator / *denominator;
}

std::optional<double> sum(std::optional<double> one, std::optional<double> other)
{
    return one && other ? std::optional(*one + *other) : std::nullopt;
}

void add(std::optional<double>& to, std::optional<double> value)
{
    if (value) {
        to = to.value_or(0) + *value;
    }
}

/// A part may be delivered although nothing happened there.
bool isUse(const store::SurfaceUse& use)
{
    return use.turns > 0 || use.credits.value_or(0) > 0 || use.costUsd.value_or(0) > 0;
}

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
{
}

void EngineersModel::setSnapshot(Snapshot snapshot)
{
    const bool unitChanged = snapshot.unit != m_unit;
    beginResetModel();
    m_unit = snapshot.unit;
    m_trends = std::move(snapshot.trends);
    m_surfaceNames = std::move(snapshot.surfaceNames);
    m_surfaceSortNames.clear();
    for (const QString& name : std::as_const(m_surfaceNames)) {
        m_surfaceSortNames << name.toCaseFolded();
    }
    m_buckets = std::move(snapshot.buckets);
    m_weekly = snapshot.weekly;
    m_storedDays = snapshot.storedDays;
    m_people = 0;
    m_activePeople = 0;

    std::unordered_map<std::string, std::size_t> trends;
    std::optional<std::size_t> unattributed;
    for (std::size_t index = 0; index < m_trends.engineers.size(); ++index) {
        if (const auto& userId = m_trends.engineers[index].userId) {
            trends.emplace(*userId, index);
        } else {
            unattributed = index;
        }
    }
    m_rows.clear();
    m_rows.reserve(snapshot.engineers.size());
    for (store::EngineerSummary& summary : snapshot.engineers) {
        Row row;
        row.name = engineerName(summary.userId, summary.email);
        row.sortName = row.name.toCaseFolded();
        if (summary.userId) {
            ++m_people;
            m_activePeople += summary.activeDays > 0 ? 1 : 0;
            // The shown name is a part of one of the two.
            row.haystack
                = QString::fromStdString(summary.email.value_or(std::string()) + '\n' + *summary.userId)
                      .toCaseFolded();
            if (const auto found = trends.find(*summary.userId); found != trends.end()) {
                row.trend = found->second;
            }
        } else {
            row.haystack = row.sortName;
            row.trend = unattributed;
        }
        if (row.trend) {
            row.topSurface = topSurfaceOf(m_trends.engineers[*row.trend]);
        }
        row.summary = std::move(summary);
        m_rows.push_back(std::move(row));
    }
    std::vector<int> all(m_rows.size());
    std::iota(all.begin(), all.end(), 0);
    m_workspace = sumsOf(all);
    endResetModel();
    if (unitChanged) {
        Q_EMIT headerDataChanged(
            Qt::Horizontal, static_cast<int>(Column::Cost), static_cast<int>(Column::CostPerTurn));
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

std::vector<DayPoint> EngineersModel::sparkOf(int row) const
{
    std::vector<DayPoint> points = m_buckets;
    const auto& trend = at(row).trend;
    for (std::size_t bucket = 0; bucket < points.size(); ++bucket) {
        if (points[bucket].isStored()) {
            points[bucket].value
                = trend ? static_cast<double>(m_trends.engineers[*trend].turns[bucket]) : 0.0;
        }
    }
    return points;
}

std::optional<std::size_t> EngineersModel::topSurfaceOf(const store::EngineerTrend& trend) const
{
    const auto largest = [&trend](auto valueOf) -> std::optional<std::size_t> {
        std::optional<std::size_t> best;
        double most = 0;
        // Surfaces come in the order of their ids, so that of two equal ones the first is taken.
        for (const store::SurfaceUse& use : trend.surfaces) {
            if (const double value = valueOf(use); value > most) {
                most = value;
                best = use.surface;
            }
        }
        return best;
    };
    const auto byCost = largest([this](const store::SurfaceUse& use) {
        return (m_unit == CostUnit::Usd ? use.costUsd : use.credits).value_or(0);
    });
    return byCost ? byCost
                  : largest([](const store::SurfaceUse& use) { return static_cast<double>(use.turns); });
}

std::vector<EngineersModel::Surface> EngineersModel::surfaces() const
{
    std::vector<bool> used(m_trends.surfaces.size());
    for (const store::EngineerTrend& trend : m_trends.engineers) {
        for (const store::SurfaceUse& use : trend.surfaces) {
            used[use.surface] = used[use.surface] || isUse(use);
        }
    }
    std::vector<Surface> result;
    for (std::size_t index = 0; index < used.size(); ++index) {
        if (used[index]) {
            result.push_back({QString::fromStdString(m_trends.surfaces[index]),
                m_surfaceNames.value(static_cast<qsizetype>(index))});
        }
    }
    std::sort(result.begin(), result.end(), [](const Surface& a, const Surface& b) {
        const int order = a.name.localeAwareCompare(b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return result;
}

bool EngineersModel::hasUsed(int row, const QString& surfaceId) const
{
    const auto& trend = at(row).trend;
    if (!trend) {
        return false;
    }
    const std::string id = surfaceId.toStdString();
    const auto& uses = m_trends.engineers[*trend].surfaces;
    return std::any_of(uses.begin(), uses.end(), [this, &id](const store::SurfaceUse& use) {
        return isUse(use) && m_trends.surfaces[use.surface] == id;
    });
}

std::optional<std::string> EngineersModel::topSurfaceId(int row) const
{
    const auto& top = at(row).topSurface;
    return top ? std::optional(m_trends.surfaces[*top]) : std::nullopt;
}

std::optional<double> EngineersModel::turnsPerThread(int row) const
{
    return number(at(row), Column::TurnsPerThread);
}

std::optional<double> EngineersModel::costPerTurn(int row) const
{
    return number(at(row), Column::CostPerTurn);
}

std::optional<double> EngineersModel::cacheRatio(int row) const
{
    return number(at(row), Column::CacheRatio);
}

EngineersModel::Sums EngineersModel::sumsOf(std::span<const int> rows) const
{
    Sums sums;
    for (const int row : rows) {
        const store::UsageTotals& totals = at(row).summary.totals;
        sums.threads += static_cast<double>(totals.threads);
        sums.turns += static_cast<double>(totals.turns);
        add(sums.cost, costOf(totals.costs, m_unit));
        add(sums.uncachedInput, real(totals.tokens.uncachedInput));
        add(sums.cachedInput, real(totals.tokens.cachedInput));
    }
    return sums;
}

std::optional<double> EngineersModel::number(const Row& row, Column column) const
{
    const store::UsageTotals& totals = row.summary.totals;
    switch (column) {
    case Column::ActiveDays: return row.summary.activeDays;
    case Column::Threads: return real(totals.threads);
    case Column::Trend:
    case Column::Turns: return real(totals.turns);
    case Column::TurnsPerThread: return quotient(real(totals.turns), real(totals.threads));
    case Column::Cost: return costOf(totals.costs, m_unit);
    case Column::CostPerTurn: return quotient(costOf(totals.costs, m_unit), real(totals.turns));
    case Column::UncachedInput: return real(totals.tokens.uncachedInput);
    case Column::CachedInput: return real(totals.tokens.cachedInput);
    case Column::Output: return real(totals.tokens.output);
    case Column::CacheRatio: {
        const auto cached = real(totals.tokens.cachedInput);
        return quotient(cached, sum(real(totals.tokens.uncachedInput), cached));
    }
    case Column::LastActive:
        return row.summary.lastActiveDay ? std::optional<double>(row.summary.lastActiveDay->number())
                                         : std::nullopt;
    case Column::Engineer:
    case Column::TopSurface: break;
    }
    return {};
}

bool EngineersModel::isNull(int row, Column column) const
{
    switch (column) {
    // In the column of names the rows without a person stand last.
    case Column::Engineer: return !at(row).summary.userId.has_value();
    case Column::TopSurface: return !at(row).topSurface.has_value();
    default: return !number(at(row), column).has_value();
    }
}

int EngineersModel::compare(int leftRow, int rightRow, Column column) const
{
    const Row& left = at(leftRow);
    const Row& right = at(rightRow);
    if (column == Column::Engineer) {
        return left.sortName.compare(right.sortName);
    }
    if (column == Column::TopSurface) {
        const auto name = [this](const Row& row) {
            return row.topSurface ? m_surfaceSortNames.value(static_cast<qsizetype>(*row.topSurface))
                                  : QString();
        };
        return name(left).compare(name(right));
    }
    const double one = number(left, column).value_or(0);
    const double other = number(right, column).value_or(0);
    return one < other ? -1 : one > other ? 1 : 0;
}

bool EngineersModel::matches(int row, const QString& foldedText) const
{
    return at(row).haystack.contains(foldedText);
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
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EngineersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant EngineersModel::sortValue(const Row& row, Column column) const
{
    if (column == Column::Engineer) {
        return row.sortName;
    }
    if (column == Column::TopSurface) {
        return row.topSurface ? QVariant(m_surfaceSortNames.value(static_cast<qsizetype>(*row.topSurface)))
                              : QVariant();
    }
    const auto value = number(row, column);
    return value ? QVariant(*value) : QVariant();
}

QString EngineersModel::text(const Row& row, Column column) const
{
    const QString none(QChar(0x2013));
    if (column == Column::Engineer) {
        return row.name;
    }
    if (column == Column::Trend) {
        // The columns are painted; this is what stands there when there are none.
        return row.summary.activeDays > 0
            ? QString()
            : QCoreApplication::translate("EngineersModel", "no activity in these days");
    }
    if (column == Column::TopSurface) {
        return row.topSurface ? m_surfaceNames.value(static_cast<qsizetype>(*row.topSurface)) : none;
    }
    const auto value = number(row, column);
    if (!value) {
        return none;
    }
    const QLocale locale = displayLocale();
    if (column == Column::LastActive) {
        return locale.toString(dateOf(*row.summary.lastActiveDay), QStringLiteral("d MMM"));
    }
    if (column == Column::Cost) {
        return locale.toString(*value, 'f', m_unit == CostUnit::Usd ? 2 : 1);
    }
    if (column == Column::CacheRatio) {
        return fullNumber(Measure::CacheRatio, *value);
    }
    // Ratios have as many decimals as each other, so that they stand below each other.
    return locale.toString(*value, 'f', isWhole(column) ? 0 : column == Column::TurnsPerThread ? 1 : 2);
}

QString EngineersModel::copyText(const Row& row, Column column) const
{
    if (isText(column)) {
        return column == Column::TopSurface && !row.topSurface ? QString() : text(row, column);
    }
    const auto value = number(row, column);
    if (!value) {
        return {};
    }
    if (column == Column::LastActive) {
        return row.summary.lastActiveDay->toIso();
    }
    return isWhole(column) ? QString::number(static_cast<qlonglong>(*value))
                           : QLocale::c().toString(*value, 'g', QLocale::FloatingPointShortest);
}

QString EngineersModel::toolTip(const Row& row, Column column) const
{
    if (column == Column::Engineer) {
        if (!row.summary.userId) {
            return QCoreApplication::translate(
                "EngineersModel", "Rows that OpenAI delivered without a person, for example automation.");
        }
        const QString id = QString::fromStdString(*row.summary.userId);
        return row.summary.email ? QString(row.name + u'\n' + id) : id;
    }
    if (column == Column::TopSurface && row.topSurface) {
        return QString::fromStdString(m_trends.surfaces[*row.topSurface]);
    }
    if (column == Column::ActiveDays && m_storedDays > 0) {
        return QCoreApplication::translate(
            "EngineersModel", "active on %1 of %n stored day(s)", nullptr, m_storedDays)
            .arg(text(row, column));
    }
    return {};
}

QVariant EngineersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row& row = at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::AccessibleTextRole:
        // Who listens has no picture.
        return column == Column::Trend && row.summary.activeDays > 0
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
        return row.summary.userId ? QVariant(QString::fromStdString(*row.summary.userId)) : QVariant();
    case EmailRole:
        return row.summary.email ? QVariant(QString::fromStdString(*row.summary.email)) : QVariant();
    case UnattributedRole: return !row.summary.userId.has_value();
    case ActiveDaysRole: return row.summary.activeDays;
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
        return m_weekly ? QCoreApplication::translate("EngineersModel", "Turns per week")
                        : QCoreApplication::translate("EngineersModel", "Turns per day");
    case Column::ActiveDays: return QCoreApplication::translate("EngineersModel", "Active days");
    case Column::Threads: return measureName(Measure::Threads);
    case Column::Turns: return measureName(Measure::Turns);
    case Column::TurnsPerThread: return measureName(Measure::TurnsPerThread);
    case Column::Cost: return measureName(costMeasure(m_unit));
    case Column::CostPerTurn:
        return measureName(m_unit == CostUnit::Usd ? Measure::UsdPerTurn : Measure::CreditsPerTurn);
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
