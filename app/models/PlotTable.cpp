// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/PlotTable.h"

#include "models/DisplayLocale.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <array>
#include <charconv>

namespace app::models {

namespace {

using records::DayState;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PlotTable)
};

QString dataNumber(double value)
{
    std::array<char, 32> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return QString::fromLatin1(buffer.data(), written.ptr - buffer.data());
}

PlotTable::Cell numberCell(Measure measure, std::optional<double> value)
{
    if (!value) {
        return {QString(QChar(0x2013)), {}, {}};
    }
    return {fullNumber(measure, *value), dataNumber(*value), value};
}

PlotTable::Cell shareCell(std::optional<double> value, double whole)
{
    const bool known = value && whole > 0;
    return numberCell(Measure::HelpfulRate, known ? std::optional(*value / whole) : std::nullopt);
}

PlotTable::Cell textCell(const QString& text)
{
    return {text, text, {}};
}

PlotTable::Cell countCell(std::int64_t count)
{
    return numberCell(Measure::Comments, static_cast<double>(count));
}

PlotTable::Cell stateCell(DayState state)
{
    const auto data = [state] {
        switch (state) {
        case DayState::Missing: return QStringLiteral("missing");
        case DayState::NotOffered: return QStringLiteral("not_offered");
        case DayState::Provisional: return QStringLiteral("provisional");
        case DayState::Final: break;
        }
        return QStringLiteral("final");
    };
    return {dayStateName(state), data(), {}};
}

QDate dateOf(core::UtcDay day)
{
    return QDate(1970, 1, 1).addDays(day.number());
}

PlotTable::Cell bucketCell(core::DayRange bucket, Granularity granularity)
{
    if (granularity == Granularity::Week) {
        const IsoWeek week = isoWeekOf(bucket.first);
        return {weekName(bucket),
            QStringLiteral("%1-W%2").arg(week.year).arg(week.week, 2, 10, QLatin1Char('0')), {}};
    }
    // Not Text::tr(): lupdate loses the context in a function whose type is qualified.
    const QString pattern
        = QCoreApplication::translate("PlotTable", "ddd d MMM yyyy", "a day, as QDate formats it");
    return {displayLocale().toString(dateOf(bucket.first), pattern), bucket.first.toIso(), {}};
}

PlotTable tableOfDays(const DayPlot& plot)
{
    struct Shown
    {
        QString name;
        const DaySeries* series;
    };
    std::vector<Shown> all;
    for (const DaySeries& series : plot.columns) {
        all.push_back({series.name(), &series});
    }
    for (const DaySeries& series : plot.lines) {
        all.push_back({series.name(), &series});
    }
    if (plot.band) {
        //: The lower edge of a band: "P25 to P75, lower".
        all.push_back({Text::tr("%1, lower").arg(plot.band->name), &plot.band->lower});
        //: The upper edge of a band: "P25 to P75, upper".
        all.push_back({Text::tr("%1, upper").arg(plot.band->name), &plot.band->upper});
    }
    PlotTable table;
    if (all.empty()) {
        return table;
    }
    const DaySeries& first = *all.front().series;
    const bool weeks = first.granularity == Granularity::Week;
    table.columns.push_back({weeks ? Text::tr("ISO week (UTC)") : Text::tr("Day (UTC)"), false});
    for (const Shown& one : all) {
        table.columns.push_back({one.name, true});
    }
    if (plot.asShares) {
        for (const DaySeries& series : plot.columns) {
            //: A column with shares beside the one with values: "P0, share".
            table.columns.push_back({Text::tr("%1, share").arg(series.name()), true});
        }
    }
    if (weeks) {
        table.columns.push_back({Text::tr("Stored days"), true});
    }
    table.columns.push_back({Text::tr("State"), false});

    const std::vector<core::DayRange> buckets = bucketsOf(first.range, first.granularity);
    for (std::size_t index = 0; index < first.points.size(); ++index) {
        std::vector<PlotTable::Cell> row{bucketCell(buckets[index], first.granularity)};
        // The series of one chart may come from two datasets; the least known of them decides.
        DayState state = DayState::Final;
        for (const Shown& one : all) {
            const DayPoint& point = one.series->points[index];
            state = std::min(state, point.state);
            row.push_back(numberCell(one.series->measure, point.value));
        }
        if (plot.asShares) {
            double sum = 0;
            for (const DaySeries& series : plot.columns) {
                sum += series.points[index].value.value_or(0);
            }
            for (const DaySeries& series : plot.columns) {
                row.push_back(shareCell(series.points[index].value, sum));
            }
        }
        if (weeks) {
            const DayPoint& point = first.points[index];
            PlotTable::Cell days = countCell(point.basisDays);
            days.text
                = Text::tr("%1 of %2", "stored days of a week").arg(point.basisDays).arg(point.basisWanted);
            row.push_back(days);
        }
        row.push_back(stateCell(state));
        table.rows.push_back(std::move(row));
    }
    return table;
}

PlotTable tableOfBars(const DivergingPlot& plot)
{
    PlotTable table;
    table.columns = {{Text::tr("Period"), false}, {plot.leftName, true}, {plot.rightName, true},
        {Text::tr("State"), false}};
    for (const DivergingPlot::Row& row : plot.rows) {
        const bool known = row.left || row.right;
        table.rows.push_back(
            {textCell(row.longName), numberCell(plot.measure, row.left), numberCell(plot.measure, row.right),
                stateCell(!known          ? DayState::Missing
                        : row.provisional ? DayState::Provisional
                                          : DayState::Final)});
    }
    return table;
}

PlotTable tableOfSteps(const FunnelPlot& plot)
{
    PlotTable table;
    const QString whole = plot.steps.empty() ? QString() : plot.steps.front().name;
    table.columns = {{Text::tr("Step"), false}, {measureName(plot.measure), true},
        //: Heading of the shares of a funnel: "Share of Comments".
        {Text::tr("Share of %1").arg(whole), true}};
    const double all = plot.steps.empty() ? 0 : plot.steps.front().value.value_or(0);
    for (const FunnelPlot::Step& step : plot.steps) {
        table.rows.push_back(
            {textCell(step.name), numberCell(plot.measure, step.value), shareCell(step.value, all)});
    }
    return table;
}

PlotTable tableOfPoints(const IntervalPlot& plot)
{
    PlotTable table;
    table.columns = {{Text::tr("Period"), false}, {Text::tr("Cases"), true}, {plot.name, true},
        {Text::tr("Lower end"), true}, {Text::tr("Upper end"), true}, {Text::tr("State"), false}};
    for (const IntervalPlot::Point& point : plot.points) {
        const auto share
            = [](std::optional<double> value) { return numberCell(Measure::HelpfulRate, value); };
        const PlotTable::Cell state = !point.middle
            ? PlotTable::Cell{Text::tr("Too few cases"), QStringLiteral("too_few"), {}}
            : point.partial ? PlotTable::Cell{Text::tr("Unfinished"), QStringLiteral("partial"), {}}
                            : PlotTable::Cell{Text::tr("Complete"), QStringLiteral("complete"), {}};
        table.rows.push_back({textCell(point.longName), countCell(point.cases), share(point.middle),
            share(point.low), share(point.high), state});
    }
    return table;
}

PlotTable tableOfShares(const SharePlot& plot)
{
    const bool detailed
        = std::ranges::any_of(plot.rows, [](const SharePlot::Row& row) { return !row.detail.isEmpty(); });
    double whole = 0;
    for (const SharePlot::Row& row : plot.rows) {
        whole += row.value;
    }
    whole = plot.whole.value_or(whole);
    PlotTable table;
    table.columns.push_back({Text::tr("Name"), false});
    if (detailed) {
        table.columns.push_back({Text::tr("Detail"), false});
    }
    table.columns.push_back({measureName(plot.measure), true});
    table.columns.push_back({Text::tr("Share"), true});
    for (const SharePlot::Row& row : plot.rows) {
        std::vector<PlotTable::Cell> cells{textCell(row.name)};
        if (detailed) {
            cells.push_back(textCell(row.detail));
        }
        cells.push_back(numberCell(plot.measure, row.value));
        cells.push_back(shareCell(row.value, whole));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

PlotTable tableOfHeat(const HeatPlot& plot)
{
    DayPlot days;
    days.columns.push_back(plot.days);
    return tableOfDays(days);
}

PlotTable tableOfCompleteness(const CompletenessPlot& plot)
{
    PlotTable table;
    table.columns.push_back({Text::tr("Day (UTC)"), false});
    for (const CompletenessPlot::Row& row : plot.rows) {
        table.columns.push_back({row.name, false});
    }
    for (int day = 0; day < plot.range.length(); ++day) {
        const core::UtcDay date = plot.range.first + day;
        std::vector<PlotTable::Cell> cells{bucketCell({date, date}, Granularity::Day)};
        for (const CompletenessPlot::Row& row : plot.rows) {
            const CompletenessPlot::Cell& one = row.days.at(static_cast<std::size_t>(day));
            PlotTable::Cell cell = stateCell(one.state);
            cell.text = completenessName(one);
            cell.data += one.withdrawn ? QStringLiteral(", withdrawn")
                : one.restated         ? QStringLiteral(", restated")
                                       : QString();
            cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace

PlotTable tableOf(const Plot& plot)
{
    struct Maker
    {
        PlotTable operator()(const DayPlot& one) const { return tableOfDays(one); }
        PlotTable operator()(const DivergingPlot& one) const { return tableOfBars(one); }
        PlotTable operator()(const FunnelPlot& one) const { return tableOfSteps(one); }
        PlotTable operator()(const IntervalPlot& one) const { return tableOfPoints(one); }
        PlotTable operator()(const HeatPlot& one) const { return tableOfHeat(one); }
        PlotTable operator()(const SharePlot& one) const { return tableOfShares(one); }
        PlotTable operator()(const CompletenessPlot& one) const { return tableOfCompleteness(one); }
    };
    return std::visit(Maker{}, plot);
}

QString tabSeparated(const PlotTable& table)
{
    const auto clean = [](QString text) {
        for (QChar& one : text) {
            if (one == u'\t' || one == u'\n' || one == u'\r') {
                one = u' ';
            }
        }
        return text;
    };
    QStringList headings;
    for (const PlotTable::Column& column : table.columns) {
        headings << clean(column.name);
    }
    QString text = headings.join(u'\t') + u'\n';
    for (const auto& row : table.rows) {
        QStringList cells;
        for (const PlotTable::Cell& cell : row) {
            cells << clean(cell.data);
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

QString dayStateName(DayState state)
{
    switch (state) {
    case DayState::Missing: return QCoreApplication::translate("DayState", "Missing");
    case DayState::NotOffered: return QCoreApplication::translate("DayState", "Not offered");
    case DayState::Provisional: return QCoreApplication::translate("DayState", "Provisional");
    case DayState::Final: return QCoreApplication::translate("DayState", "Final");
    }
    return {};
}

QString completenessName(const CompletenessPlot::Cell& cell)
{
    if (cell.withdrawn) {
        return QCoreApplication::translate("DayState", "Withdrawn, kept");
    }
    return cell.restated && cell.state == DayState::Final
        ? QCoreApplication::translate("DayState", "Restated")
        : dayStateName(cell.state);
}

QString weekName(core::DayRange week)
{
    const QLocale locale = displayLocale();
    const QDate first = dateOf(week.first);
    const QDate last = dateOf(week.last);
    const int number = isoWeekOf(week.first).week;
    const QString end = locale.toString(last, Text::tr("d MMM yyyy", "a day, as QDate formats it"));
    if (first == last) {
        //: "ISO week 45, 8 Nov 2026": a week of which one day is shown.
        return Text::tr("ISO week %1, %2").arg(number).arg(end);
    }
    const QString begin = first.year() != last.year()
        ? locale.toString(first, Text::tr("d MMM yyyy", "a day, as QDate formats it"))
        : first.month() != last.month()
        ? locale.toString(first, Text::tr("d MMM", "a day of a known year, as QDate formats it"))
        : locale.toString(first, Text::tr("d", "a day of a known month, as QDate formats it"));
    //: "ISO week 45, 2 to 8 Nov 2026"
    return Text::tr("ISO week %1, %2 to %3").arg(number).arg(begin, end);
}

} // namespace app::models
