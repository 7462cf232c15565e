// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/CompletenessChart.h"

#include "charts/SeriesStyle.h"
#include "common/Format.h"
#include "models/PlotTable.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui::charts {

using app::models::CompletenessPlot;
using app::records::DayState;
using common::TextStyle;
using common::Theme;
using common::Token;
namespace format = common::format;

namespace {

constexpr double kLargestPitch = 29; // 25 and a gap of 4
constexpr double kLargestGap = 4;
constexpr double kCellHeight = 16;
constexpr double kRowPitch = 24;
constexpr double kDates = 18;
constexpr double kAir = 12;
constexpr int kLeastHeight = 120;
constexpr int kTableHeight = 280;

bool isStored(const CompletenessPlot::Cell& cell)
{
    return cell.state == DayState::Final || cell.state == DayState::Provisional;
}

QString nameOf(DayCell look)
{
    switch (look) {
    case DayCell::Final: return app::models::completenessName({DayState::Final, false, false});
    case DayCell::Restated: return app::models::completenessName({DayState::Final, true, false});
    case DayCell::Withdrawn: return app::models::completenessName({DayState::Final, false, true});
    case DayCell::Provisional: return app::models::completenessName({DayState::Provisional, false, false});
    case DayCell::Missing: return app::models::completenessName({DayState::Missing, false, false});
    case DayCell::NotOffered: return app::models::completenessName({DayState::NotOffered, false, false});
    }
    return {};
}

} // namespace

struct CompletenessChart::Layout
{
    double names = 0; ///< width of what stands before the cells
    double counts = 0; ///< width of what stands behind them
    double pitch = kLargestPitch;
    double gap = kLargestGap;
    QPointF origin;
    int days = 1;
    [[nodiscard]] QRectF cellOf(int point) const
    {
        // Whole pixels and one width: sharp edges, and no two cells of one kind that look different.
        const double left = std::round(origin.x() + pitch * (point % days));
        const double wide = std::max(1.0, std::floor(pitch) - gap);
        return {left, origin.y() + kRowPitch * (point / days), wide, kCellHeight};
    }
};

CompletenessChart::CompletenessChart(const QString& name, QWidget* parent)
    : PaintedChart(name, Flow::Across, parent)
{
    setMinimumHeight(kLeastHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    // The table needs more room than four rows of cells.
    connect(this, &Chart::tableShownChanged, this,
        [this](bool shown) { setMinimumHeight(shown ? kTableHeight : kLeastHeight); });
}

CompletenessChart::~CompletenessChart()
{
    dropCanvas();
}

bool CompletenessChart::setPlot(const app::models::Plot& plot)
{
    const auto* completeness = std::get_if<CompletenessPlot>(&plot);
    if (!completeness) {
        return false;
    }
    m_plot = *completeness;
    refresh(plot);
    return true;
}

int CompletenessChart::count() const
{
    return static_cast<int>(m_plot.rows.size()) * days();
}

QSize CompletenessChart::sizeHint() const
{
    return {480, minimumHeight()};
}

QString CompletenessChart::periodText() const
{
    return format::days(m_plot.range);
}

const CompletenessPlot::Cell& CompletenessChart::cellOf(int point) const
{
    return m_plot.rows.at(static_cast<std::size_t>(point / days()))
        .days.at(static_cast<std::size_t>(point % days()));
}

DayCell CompletenessChart::lookOf(const CompletenessPlot::Cell& cell)
{
    switch (cell.state) {
    case DayState::Missing: return DayCell::Missing;
    case DayState::NotOffered: return DayCell::NotOffered;
    case DayState::Provisional: return cell.withdrawn ? DayCell::Withdrawn : DayCell::Provisional;
    case DayState::Final: break;
    }
    return cell.withdrawn ? DayCell::Withdrawn : cell.restated ? DayCell::Restated : DayCell::Final;
}

std::vector<LegendEntry> CompletenessChart::legend() const
{
    std::vector<LegendEntry> entries;
    for (const DayCell look : {DayCell::Final, DayCell::Restated, DayCell::Withdrawn, DayCell::Provisional,
             DayCell::Missing, DayCell::NotOffered}) {
        bool isThere = look == DayCell::Final;
        for (int point = 0; point < count() && !isThere; ++point) {
            isThere = lookOf(cellOf(point)) == look;
        }
        if (isThere) {
            LegendEntry entry;
            entry.name = nameOf(look);
            entry.cell = look;
            entries.push_back(entry);
        }
    }
    return entries;
}

QString CompletenessChart::countText(const CompletenessPlot::Row& row) const
{
    //: Stored days of all days: "29 of 30".
    return tr("%1 of %2", "stored days of all days")
        .arg(format::integer(std::ranges::count_if(row.days, isStored)), format::integer(days()));
}

CompletenessChart::Layout CompletenessChart::layOut(const QRectF& area) const
{
    Layout layout;
    layout.days = std::max(1, days());
    const QFontMetrics small(Theme::of(this).font(TextStyle::Small));
    for (const CompletenessPlot::Row& row : m_plot.rows) {
        layout.names = std::max(layout.names, static_cast<double>(small.horizontalAdvance(row.name)));
        layout.counts = std::max(layout.counts, static_cast<double>(small.horizontalAdvance(countText(row))));
    }
    // Names give way before the cells do.
    layout.names = std::min(layout.names, area.width() / 3) + kAir;
    layout.counts += kAir;
    layout.pitch = std::min(kLargestPitch, (area.width() - layout.names - layout.counts) / layout.days);
    layout.gap = layout.pitch >= 20 ? kLargestGap : layout.pitch >= 8 ? 2 : layout.pitch >= 3 ? 1 : 0;
    layout.origin = area.topLeft() + QPointF(layout.names, kDates);
    return layout;
}

QRectF CompletenessChart::pointIn(const QRectF& area, int point) const
{
    return layOut(area).cellOf(point);
}

int CompletenessChart::pointAt(QPointF position) const
{
    // Hundreds of cells: where they lie is worked out once for all of them.
    const Layout layout = layOut(QRectF(canvas()->rect()));
    for (int point = 0; point < count(); ++point) {
        if (layout.cellOf(point).contains(position)) {
            return point;
        }
    }
    return -1;
}

void CompletenessChart::paint(QPainter& painter, const QRectF& area, const Theme& theme, int cursor) const
{
    if (count() == 0) {
        return;
    }
    const Layout layout = layOut(area);
    painter.setFont(theme.font(TextStyle::Micro));
    painter.setPen(theme.color(Token::Muted));
    const QFontMetrics micro(painter.font());
    // Every so many Mondays, as many as have room; the first day too where it is not in their way.
    const double widest = micro.horizontalAdvance(format::dayShort(m_plot.range.first)) + 2 * kAir;
    const int weeks = std::max(1, static_cast<int>(std::ceil(widest / (7 * layout.pitch))));
    const int monday = (8 - m_plot.range.first.isoWeekday()) % 7;
    for (int day = 0; day < days(); ++day) {
        const bool isMark = day >= monday && (day - monday) % (7 * weeks) == 0;
        const bool isFirst = day == 0 && layout.pitch * monday >= widest;
        if (!isMark && !isFirst) {
            continue;
        }
        const QString text = format::dayShort(m_plot.range.first + day);
        const double x = layout.cellOf(day).left();
        const double wide = micro.horizontalAdvance(text) + 2;
        if (x + wide <= area.right()) {
            drawLabel(painter, QRectF(x, area.top(), wide, kDates - 4), Qt::AlignLeft, text);
        }
    }
    for (std::size_t row = 0; row < m_plot.rows.size(); ++row) {
        const double y = layout.origin.y() + kRowPitch * static_cast<double>(row);
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(theme.color(Token::Text));
        const QFontMetrics small(painter.font());
        const double nameRoom = layout.names - kAir;
        drawLabel(painter, QRectF(area.left(), y, nameRoom, kCellHeight), Qt::AlignLeft,
            small.elidedText(m_plot.rows[row].name, Qt::ElideRight, static_cast<int>(nameRoom) + 1));
        painter.setPen(theme.color(Token::Muted));
        drawLabel(painter, QRectF(area.right() - layout.counts, y, layout.counts, kCellHeight),
            Qt::AlignRight, countText(m_plot.rows[row]));
    }
    for (int point = 0; point < count(); ++point) {
        const QRectF cell = layout.cellOf(point);
        paintDayCell(painter, cell, theme, lookOf(cellOf(point)));
        if (point == cursor) {
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(theme.color(Token::Focus), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(cell.adjusted(-1.5, -1.5, 1.5, 1.5), 3, 3);
            painter.restore();
        }
    }
}

Chart::Reading CompletenessChart::readingOf(int point) const
{
    const CompletenessPlot::Cell& cell = cellOf(point);
    Reading reading;
    reading.heading = format::dayLong(m_plot.range.first + point % days());
    reading.rows.push_back({QColor(), m_plot.rows[static_cast<std::size_t>(point / days())].name,
        app::models::completenessName(cell), true});
    reading.remark = cell.detail;
    return reading;
}

QString CompletenessChart::summary() const
{
    QStringList rows;
    for (const CompletenessPlot::Row& row : m_plot.rows) {
        //: "usage, per person: 29 of 30"
        rows << tr("%1: %2", "dataset, stored days").arg(row.name, countText(row));
    }
    return tr(
        "Stored days, %1. %2. Left and Right move by a day, Up and Down by a dataset, T shows the table.")
        .arg(periodText(), rows.join(tr("; ", "between datasets")));
}

std::optional<int> CompletenessChart::moved(int key) const
{
    const int at = cursor();
    const int last = count() - 1;
    if (last < 0) {
        return std::nullopt;
    }
    // Reached by the keyboard the newest day of the first dataset is read first.
    const int first = days() - 1;
    switch (key) {
    case Qt::Key_Left: return at < 0 ? first : at % days() > 0 ? at - 1 : at;
    case Qt::Key_Right: return at < 0 ? 0 : at % days() < days() - 1 ? at + 1 : at;
    case Qt::Key_Up: return at < 0 ? first : at >= days() ? at - days() : at;
    case Qt::Key_Down: return at < 0 ? first : at + days() <= last ? at + days() : at;
    case Qt::Key_Home: return at < 0 ? 0 : at - at % days();
    case Qt::Key_End: return at < 0 ? first : at - at % days() + days() - 1;
    default: return PaintedChart::moved(key);
    }
}

} // namespace ui::charts
