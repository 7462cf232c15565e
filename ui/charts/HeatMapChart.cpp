// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/HeatMapChart.h"

#include "charts/ChartLegend.h"
#include "charts/SeriesStyle.h"
#include "common/Format.h"

#include <QDate>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::charts {

using app::models::DayPoint;
using app::models::HeatPlot;
using app::records::DayState;
using common::TextStyle;
using common::Theme;
using common::Token;
namespace format = common::format;

namespace {

constexpr double kLargestCell = 20;
constexpr double kLeastCell = 4;
constexpr double kGapShare = 0.15; // 3 of 20
constexpr double kMonths = 18;
constexpr double kLegend = 26;
constexpr double kSwatch = 14;
constexpr double kSwatchHeight = 10;
constexpr double kAir = 8;

QDate dateOf(app::core::UtcDay day)
{
    return QDate(1970, 1, 1).addDays(day.number());
}

} // namespace

struct HeatMapChart::Layout
{
    double names = 0;
    double cell = kLargestCell;
    double pitch = 23;
    QPointF origin;
    int lead = 0; ///< empty cells above the first day
    int weeks = 0;
    [[nodiscard]] QRectF cellOf(int day) const
    {
        const int at = lead + day;
        return {origin.x() + pitch * (at / 7), origin.y() + pitch * (at % 7), cell, cell};
    }
};

HeatMapChart::HeatMapChart(const QString& name, QWidget* parent)
    : PaintedChart(name, Flow::Across, parent)
{
}

HeatMapChart::~HeatMapChart()
{
    dropCanvas();
}

bool HeatMapChart::setPlot(const app::models::Plot& plot)
{
    const auto* heat = std::get_if<HeatPlot>(&plot);
    if (!heat) {
        return false;
    }
    m_plot = *heat;
    refresh(plot);
    return true;
}

int HeatMapChart::count() const
{
    return static_cast<int>(m_plot.days.points.size());
}

QString HeatMapChart::periodText() const
{
    return format::days(m_plot.days.range);
}

double HeatMapChart::largest() const
{
    double most = 0;
    for (const DayPoint& point : m_plot.days.points) {
        most = std::max(most, point.value.value_or(0));
    }
    return most;
}

HeatMapChart::Layout HeatMapChart::layOut(const QRectF& area) const
{
    Layout layout;
    if (count() == 0) {
        return layout;
    }
    const QFontMetrics micro(Theme::of(this).font(TextStyle::Micro));
    const QLocale locale = format::displayLocale();
    for (const int day : {1, 3, 5, 7}) {
        layout.names = std::max(layout.names,
            static_cast<double>(micro.horizontalAdvance(locale.dayName(day, QLocale::ShortFormat))));
    }
    layout.lead = m_plot.days.range.first.isoWeekday() - 1;
    layout.weeks = (layout.lead + count() + 6) / 7;
    const double wide = (area.width() - layout.names - kAir) / layout.weeks;
    const double high = (area.height() - kMonths - kLegend) / 7;
    const double pitch = std::min({wide, high, kLargestCell * (1 + kGapShare)});
    layout.cell = std::max(kLeastCell, std::floor(pitch / (1 + kGapShare)));
    layout.pitch = layout.cell + std::max(1.0, std::round(layout.cell * kGapShare));
    layout.origin = QPointF(area.left() + layout.names + kAir, area.top() + kMonths);
    return layout;
}

QRectF HeatMapChart::pointIn(const QRectF& area, int point) const
{
    return layOut(area).cellOf(point);
}

void HeatMapChart::paint(QPainter& painter, const QRectF& area, const Theme& theme, int cursor) const
{
    if (count() == 0) {
        return;
    }
    const Layout layout = layOut(area);
    const double most = largest();
    const QColor behind = theme.color(Token::Raised);
    const QLocale locale = format::displayLocale();
    painter.setFont(theme.font(TextStyle::Micro));
    painter.setPen(theme.color(Token::Muted));
    const QFontMetrics micro(painter.font());
    for (const int day : {1, 3, 5, 7}) {
        const QRectF row(
            area.left(), layout.origin.y() + layout.pitch * (day - 1), layout.names, layout.cell);
        if (layout.pitch * 2 >= micro.height()) {
            drawLabel(painter, row, Qt::AlignRight, locale.dayName(day, QLocale::ShortFormat));
        }
    }
    double free = layout.origin.x();
    int month = 0;
    for (int week = 0; week < layout.weeks; ++week) {
        const int day = std::max(0, week * 7 - layout.lead);
        const QDate date = dateOf(m_plot.days.range.first + day);
        const double x = layout.origin.x() + layout.pitch * week;
        if (date.month() == month) {
            continue;
        }
        month = date.month();
        const QString name = locale.standaloneMonthName(month, QLocale::ShortFormat);
        const double wide = micro.horizontalAdvance(name) + 2;
        if (x >= free && x + wide <= area.right() + kAir) {
            drawLabel(painter, QRectF(x, area.top(), wide, kMonths - 4), Qt::AlignLeft, name);
            free = x + wide + kAir;
        }
    }

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = std::min(3.0, layout.cell / 5);
    bool provisional = false;
    bool missing = false;
    for (int day = 0; day < count(); ++day) {
        const DayPoint& point = m_plot.days.points[static_cast<std::size_t>(day)];
        const QRectF cell = layout.cellOf(day);
        const QRectF edge = cell.adjusted(0.5, 0.5, -0.5, -0.5);
        if (!point.isStored()) {
            missing = true;
            QPen pen = gapPen(theme);
            pen.setDashPattern({2, 2});
            painter.setPen(pen);
            painter.setBrush(theme.color(Token::Gap));
            painter.drawRoundedRect(edge, radius, radius);
            if (point.state == DayState::Missing && layout.cell >= 8) {
                painter.setPen(QPen(theme.color(Token::Muted), 1));
                const double arm = layout.cell / 6;
                const QPointF middle = cell.center();
                painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm));
                painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm));
            }
        } else if (!point.value) {
            painter.setPen(theme.color(Token::GapLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(edge, radius, radius);
        } else {
            const QColor color = theme.ramp(common::rampStep(most > 0 ? *point.value / most : 0));
            provisional = provisional || point.isProvisional();
            if (point.isProvisional()) {
                fillProvisional(painter, cell, color, behind);
            } else {
                painter.setPen(Qt::NoPen);
                painter.setBrush(color);
                painter.drawRoundedRect(cell, radius, radius);
            }
        }
        if (day == cursor) {
            painter.setPen(QPen(theme.color(Token::Focus), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(cell.adjusted(-1, -1, 1, 1), radius + 1, radius + 1);
        }
    }
    painter.restore();

    const double y = layout.origin.y() + layout.pitch * 7 + 6;
    double x = layout.origin.x();
    const auto label = [&](const QString& text) {
        const double wide = micro.horizontalAdvance(text) + 2;
        drawLabel(painter, QRectF(x, y, wide, kLegend - 8), Qt::AlignLeft, text);
        x += wide + 3;
    };
    label(format::compact(0));
    for (int step = 0; step < common::kRampSteps; ++step) {
        painter.fillRect(QRectF(x, y + (kLegend - 8 - kSwatchHeight) / 2, kSwatch, kSwatchHeight).toRect(),
            theme.ramp(step));
        x += kSwatch + 3;
    }
    label(format::compact(most));
    x += kAir;
    const auto mark = [&](LegendEntry::Mark kind, Token token, const QString& text) {
        const LegendEntry entry{kind, token, text, -1};
        const double wide = legendEntryWidth(entry, theme);
        if (x + wide <= area.right()) {
            paintLegendEntry(painter, QRectF(x, y, wide, kLegend - 8), theme, entry, false);
            x += wide + kAir;
        }
    };
    if (provisional) {
        mark(LegendEntry::Mark::Provisional, Token::Ramp4, tr("Provisional"));
    }
    if (missing) {
        mark(LegendEntry::Mark::NoData, Token::Gap, tr("No data"));
    }
}

Chart::Reading HeatMapChart::readingOf(int point) const
{
    const DayPoint& day = m_plot.days.points[static_cast<std::size_t>(point)];
    Reading reading;
    reading.heading = format::dayLong(m_plot.days.day(static_cast<std::size_t>(point)));
    if (day.isStored()) {
        reading.rows.push_back({QColor(), m_plot.days.name(),
            day.value ? app::models::fullNumber(m_plot.days.measure, *day.value) : format::none(), true});
    }
    switch (day.state) {
    case DayState::Missing: reading.remark = tr("Missing: this day was not read yet."); break;
    case DayState::NotOffered: reading.remark = tr("OpenAI does not offer this day any more."); break;
    case DayState::Provisional: reading.remark = tr("Provisional: this day can still change."); break;
    case DayState::Final:
        reading.remark = day.value ? QString() : tr("A dash: OpenAI gave no figure.");
        break;
    }
    return reading;
}

QString HeatMapChart::summary() const
{
    int without = 0;
    for (const DayPoint& point : m_plot.days.points) {
        without += point.isStored() ? 0 : 1;
    }
    return tr("%1 per UTC day, %2, at most %3. Days without data: %4. Left and Right move by a week, Up and "
              "Down by a day, T shows the table.")
        .arg(m_plot.days.name(), periodText(), app::models::fullNumber(m_plot.days.measure, largest()),
            format::integer(without));
}

std::optional<int> HeatMapChart::moved(int key) const
{
    const int last = count() - 1;
    const int at = cursor();
    switch (key) {
    case Qt::Key_Left: return at < 0 ? last : at >= 7 ? at - 7 : at;
    case Qt::Key_Right: return at < 0 ? 0 : at + 7 <= last ? at + 7 : at;
    case Qt::Key_Up: return at < 0 ? last : std::max(0, at - 1);
    case Qt::Key_Down: return at < 0 ? 0 : std::min(last, at + 1);
    default: return PaintedChart::moved(key);
    }
}

} // namespace ui::charts
