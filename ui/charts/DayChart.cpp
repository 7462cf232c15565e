// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/DayChart.h"

#include "charts/PlotView.h"
#include "charts/SeriesStyle.h"
#include "common/Format.h"
#include "common/Theme.h"

#include <algorithm>

namespace ui::charts {

namespace {

using app::models::DayPlot;
using app::models::DayPoint;
using app::models::DaySeries;
using app::models::Granularity;
using app::models::Measure;
using app::records::DayState;
using common::Theme;
using common::Token;
namespace format = common::format;

QString stateRemark(DayState state, bool week)
{
    switch (state) {
    case DayState::Missing:
        return week ? DayChart::tr("Missing: no day of this week was read yet.")
                    : DayChart::tr("Missing: this day was not read yet.");
    case DayState::NotOffered:
        return week ? DayChart::tr("OpenAI does not offer this week any more.")
                    : DayChart::tr("OpenAI does not offer this day any more.");
    case DayState::Provisional:
        return week ? DayChart::tr("Provisional: this week can still change.")
                    : DayChart::tr("Provisional: this day can still change.");
    case DayState::Final: break;
    }
    return {};
}

QString valueText(Measure measure, std::optional<double> value)
{
    return value ? app::models::fullNumber(measure, *value) : format::none();
}

QString seriesSummary(const DaySeries& series)
{
    if (app::models::isAdditive(series.measure)) {
        const app::models::DaySum sum = app::models::sumOf(series);
        //: A series of a chart and its sum, for a screen reader: "Turns: 1,204 in all".
        return DayChart::tr("%1: %2 in all")
            .arg(series.name(),
                sum.value ? app::models::fullNumber(series.measure, *sum.value) : DayChart::tr("no figure"));
    }
    std::optional<double> least;
    std::optional<double> most;
    for (const DayPoint& point : series.points) {
        if (point.value) {
            least = std::min(least.value_or(*point.value), *point.value);
            most = std::max(most.value_or(*point.value), *point.value);
        }
    }
    if (!least) {
        //: A series of a chart without any value, for a screen reader.
        return DayChart::tr("%1: no figure").arg(series.name());
    }
    //: A series of a chart whose values are not summed, for a screen reader: "7-day mean: 150 to 187".
    return DayChart::tr("%1: %2 to %3")
        .arg(series.name(), valueText(series.measure, least), valueText(series.measure, most));
}

} // namespace

DayChart::DayChart(const QString& name, QWidget* parent)
    : Chart(name, parent)
{
    m_view = new PlotView(*this);
    setCanvas(m_view);
    setTitle({});
    refresh(m_plot);
}

DayChart::~DayChart()
{
    // A plot with the focus reports its loss to its owner; that must happen while there is one.
    dropCanvas();
}

bool DayChart::setPlot(const app::models::Plot& plot)
{
    const auto* days = std::get_if<DayPlot>(&plot);
    if (days) {
        setDays(*days);
    }
    return days != nullptr;
}

void DayChart::setSeries(std::vector<DaySeries> series)
{
    DayPlot plot;
    plot.columns = std::move(series);
    setDays(std::move(plot));
}

void DayChart::setDays(DayPlot plot)
{
    std::optional<app::core::UtcDay> cursorDay;
    if (cursor() >= 0 && first()) {
        cursorDay = first()->day(static_cast<std::size_t>(cursor()));
    }
    m_plot = std::move(plot);
    restoreCursor(-1);
    if (cursorDay && first()) {
        for (int point = 0; point < count(); ++point) {
            if (first()->bucket(static_cast<std::size_t>(point)).contains(*cursorDay)) {
                restoreCursor(point);
                break;
            }
        }
    }
    refresh(m_plot);
}

const DaySeries* DayChart::seriesAt(std::size_t index) const
{
    if (index < m_plot.columns.size()) {
        return &m_plot.columns[index];
    }
    index -= m_plot.columns.size();
    return index < m_plot.lines.size() ? &m_plot.lines[index] : nullptr;
}

const DaySeries* DayChart::first() const
{
    if (const DaySeries* one = seriesAt(0)) {
        return one;
    }
    return m_plot.band ? &m_plot.band->lower : nullptr;
}

QString DayChart::keyOf(std::size_t index) const
{
    const DaySeries* series = seriesAt(index);
    return series ? QStringLiteral("%1/%2").arg(static_cast<int>(series->measure)).arg(series->part)
                  : QStringLiteral("band");
}

void DayChart::setSeriesShown(std::size_t index, bool shown)
{
    if (isSeriesShown(index) == shown || index > seriesCount()) {
        return;
    }
    const QString key = keyOf(index);
    if (shown) {
        std::erase(m_hidden, key);
    } else {
        int visible = 0;
        for (std::size_t one = 0; one < seriesCount(); ++one) {
            visible += isSeriesShown(one) ? 1 : 0;
        }
        if (visible > 1 || index == seriesCount()) {
            m_hidden.push_back(key);
        }
    }
    refreshLook();
    Q_EMIT seriesShownChanged();
}

bool DayChart::isSeriesShown(std::size_t index) const
{
    const bool exists = index < seriesCount() || (index == seriesCount() && m_plot.band);
    return exists && std::find(m_hidden.begin(), m_hidden.end(), keyOf(index)) == m_hidden.end();
}

int DayChart::count() const
{
    return first() ? static_cast<int>(first()->points.size()) : 0;
}

QString DayChart::periodText() const
{
    return first() ? format::days(first()->range) : QString();
}

std::vector<LegendEntry> DayChart::legend() const
{
    std::vector<LegendEntry> entries;
    if (!first()) {
        return entries;
    }
    const bool several = seriesCount() > 1;
    for (std::size_t index = 0; index < seriesCount(); ++index) {
        const DaySeries& series = *seriesAt(index);
        const bool line = index >= m_plot.columns.size();
        //: A line of a chart with a second value axis: "Credits (right axis)".
        const QString name
            = line && m_plot.linesOnRightAxis ? tr("%1 (right axis)").arg(series.name()) : series.name();
        entries.push_back({line ? LegendEntry::Mark::Line : LegendEntry::Mark::Fill, seriesToken(series),
            name, several ? static_cast<int>(index) : -1});
    }
    if (m_plot.band) {
        entries.push_back({LegendEntry::Mark::Band, Token::Band, m_plot.band->name,
            seriesCount() > 0 ? static_cast<int>(seriesCount()) : -1});
    }
    if (hasProvisionalDays() && !m_plot.columns.empty()) {
        entries.push_back(
            {LegendEntry::Mark::Provisional, seriesToken(m_plot.columns.front()), tr("Provisional"), -1});
    }
    if (hasDaysWithoutData()) {
        entries.push_back({LegendEntry::Mark::NoData, Token::Gap, tr("No data"), -1});
    }
    return entries;
}

bool DayChart::hasProvisionalDays() const
{
    for (int point = 0; point < count(); ++point) {
        for (std::size_t index = 0; index < seriesCount(); ++index) {
            if (seriesAt(index)->points[static_cast<std::size_t>(point)].isProvisional()) {
                return true;
            }
        }
    }
    return false;
}

bool DayChart::hasDaysWithoutData() const
{
    for (int point = 0; point < count(); ++point) {
        if (stateOf(point) < DayState::Provisional) {
            return true;
        }
    }
    return false;
}

DayState DayChart::stateOf(int day) const
{
    DayState state = seriesCount() == 0 ? DayState::Missing : DayState::Final;
    for (std::size_t index = 0; index < seriesCount(); ++index) {
        state = std::min(state, seriesAt(index)->points.at(static_cast<std::size_t>(day)).state);
    }
    return state;
}

void DayChart::drawTo(QPainter& painter, const QRectF& area)
{
    m_view->drawTo(painter, area);
}

void DayChart::repaintCanvas()
{
    m_view->viewport()->update();
}

void DayChart::rebuildCanvas()
{
    m_view->rebuild();
}

QRectF DayChart::canvasRect(int point) const
{
    return m_view->column(point);
}

QString DayChart::summary() const
{
    QStringList parts;
    for (std::size_t index = 0; index < seriesCount(); ++index) {
        parts << seriesSummary(*seriesAt(index));
    }
    int provisional = 0;
    int without = 0;
    for (int point = 0; point < count(); ++point) {
        provisional += stateOf(point) == DayState::Provisional ? 1 : 0;
        without += stateOf(point) < DayState::Provisional ? 1 : 0;
    }
    const QString text = first()->granularity == Granularity::Week
        ? tr("Per ISO week, %1. %2. Provisional weeks: %3. Weeks without data: %4. Left and Right read the "
             "weeks, T shows the table.")
        : tr("Per UTC day, %1. %2. Provisional days: %3. Days without data: %4. Left and Right read the "
             "days, T shows the table.");
    return text.arg(format::days(first()->range), parts.join(QStringLiteral(", ")),
        format::integer(provisional), format::integer(without));
}

QString DayChart::remarkOn(int point) const
{
    const auto at = static_cast<std::size_t>(point);
    const bool week = first()->granularity == Granularity::Week;
    QStringList remarks;
    bool figureMissing = false;
    for (std::size_t index = 0; index < seriesCount(); ++index) {
        const DaySeries& series = *seriesAt(index);
        const DayPoint& one = series.points[at];
        if (!isSeriesShown(index)) {
            continue;
        }
        figureMissing = figureMissing || (one.state == DayState::Final && !one.value && !one.isPartial());
        if (index >= m_plot.columns.size() && one.value && one.isPartial()
            && !(week && app::models::isAdditive(series.measure))) {
            //: A rolling value and how many of its days are stored: "7-day mean: 6 of 7 days".
            remarks << tr("%1: %2 of %3 days").arg(series.name()).arg(one.basisDays).arg(one.basisWanted);
        }
    }
    if (week && seriesCount() > 0) {
        const DayPoint& basis = seriesAt(0)->points[at];
        if (basis.isStored() && basis.isPartial()) {
            //: How much of an ISO week is stored.
            remarks << tr("%1 of %2 days stored.").arg(basis.basisDays).arg(basis.basisWanted);
        }
    }
    if (m_view->pointsPerColumn() > 1 && !m_plot.columns.empty()) {
        //: Where days or weeks are too many to draw each: how many share one column of a chart.
        remarks << tr("Drawn is the highest of %n neighbouring columns.", nullptr, m_view->pointsPerColumn());
    }
    const QString state = stateRemark(stateOf(point), week);
    if (!state.isEmpty()) {
        remarks << state;
    } else if (figureMissing) {
        remarks << tr("A dash: OpenAI gave no figure.");
    }
    return remarks.join(u'\n');
}

Chart::Reading DayChart::readingOf(int point) const
{
    const auto at = static_cast<std::size_t>(point);
    // The box is inverted, so its swatches come from the other theme.
    const Theme swatches = Theme::of(this).inverted();
    Reading reading;
    const app::core::DayRange bucket = first()->bucket(at);
    reading.heading = first()->granularity == Granularity::Week
        //: "ISO week 45, 2 to 8 Nov 2026 (UTC)"
        ? tr("%1 (UTC)").arg(app::models::weekName(bucket))
        : format::dayLong(bucket.first);
    double sum = 0;
    std::size_t summed = 0;
    for (std::size_t index = 0; index < m_plot.columns.size(); ++index) {
        if (isSeriesShown(index)) {
            sum += m_plot.columns[index].points[at].value.value_or(0);
        }
    }
    for (std::size_t index = 0; index < seriesCount(); ++index) {
        const DaySeries& series = *seriesAt(index);
        const DayPoint& one = series.points[at];
        const bool column = index < m_plot.columns.size();
        if (index == m_plot.columns.size() && summed > 1) {
            reading.rows.push_back(
                {QColor(), tr("Total"), app::models::fullNumber(m_plot.columns.front().measure, sum), true});
        }
        if (!isSeriesShown(index) || (!one.isStored() && !one.value)) {
            continue;
        }
        summed += column ? 1U : 0U;
        QString value = valueText(series.measure, one.value);
        if (column && m_plot.asShares && one.value && sum > 0) {
            //: A value and its share of the column: "12 (3.4 %)".
            value = tr("%1 (%2)").arg(value, format::percent(*one.value / sum));
        }
        reading.rows.push_back({seriesColor(series, swatches), series.name(), value, true});
    }
    if (m_plot.lines.empty() && summed > 1) {
        reading.rows.push_back(
            {QColor(), tr("Total"), app::models::fullNumber(m_plot.columns.front().measure, sum), true});
    }
    if (m_plot.band && isSeriesShown(seriesCount())) {
        const DayPoint& lower = m_plot.band->lower.points[at];
        const DayPoint& upper = m_plot.band->upper.points[at];
        if (lower.value && upper.value) {
            const Measure measure = m_plot.band->lower.measure;
            //: A band at one day: "12 to 40".
            reading.rows.push_back({swatches.color(Token::Band), m_plot.band->name,
                tr("%1 to %2").arg(valueText(measure, lower.value), valueText(measure, upper.value)), true});
        }
    }
    reading.remark = remarkOn(point);
    return reading;
}

} // namespace ui::charts
