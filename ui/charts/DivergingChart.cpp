// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/DivergingChart.h"

#include "charts/SeriesStyle.h"
#include "charts/ValueScale.h"
#include "common/Format.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::charts {

using app::models::DivergingPlot;
using common::TextStyle;
using common::Theme;
using common::Token;
namespace format = common::format;

namespace {

constexpr double kPitch = 33;
constexpr double kBar = 22;
constexpr double kLabelGap = 8;
constexpr double kAxis = 24;

} // namespace

struct DivergingChart::Layout
{
    double pitch = kPitch;
    double bar = kBar;
    double names = 0; ///< right edge of the row names
    double zero = 0;
    double perUnit = 0; ///< pixels
    double top = 0;
    double bottom = 0;
    double step = 1;
    int stepsLeft = 0;
    int stepsRight = 0;
};

DivergingChart::DivergingChart(const QString& name, QWidget* parent)
    : PaintedChart(name, Flow::Down, parent)
{
}

DivergingChart::~DivergingChart()
{
    dropCanvas();
}

bool DivergingChart::setPlot(const app::models::Plot& plot)
{
    const auto* bars = std::get_if<DivergingPlot>(&plot);
    if (!bars) {
        return false;
    }
    m_plot = *bars;
    refresh(plot);
    return true;
}

int DivergingChart::count() const
{
    return static_cast<int>(m_plot.rows.size());
}

std::vector<LegendEntry> DivergingChart::legend() const
{
    std::vector<LegendEntry> entries{
        {LegendEntry::Mark::Fill, categoryColor(m_plot.leftCategory), m_plot.leftName, -1},
        {LegendEntry::Mark::Fill, categoryColor(m_plot.rightCategory), m_plot.rightName, -1}};
    if (std::ranges::any_of(m_plot.rows, [](const auto& row) { return row.provisional; })) {
        entries.push_back(
            {LegendEntry::Mark::Provisional, categoryColor(m_plot.rightCategory), tr("Provisional"), -1});
    }
    return entries;
}

DivergingChart::Layout DivergingChart::layOut(const QRectF& area) const
{
    const Theme theme = Theme::of(this);
    const QFontMetrics micro(theme.font(TextStyle::Micro));
    const QFontMetrics bold(theme.font(TextStyle::SmallBold));
    double left = 0;
    double right = 0;
    double names = 0;
    double valueWidth = 0;
    for (const DivergingPlot::Row& row : m_plot.rows) {
        left = std::max(left, row.left.value_or(0));
        right = std::max(right, row.right.value_or(0));
        names = std::max(names, static_cast<double>(micro.horizontalAdvance(row.name)));
        for (const auto& value : {row.left, row.right}) {
            const QString text = value ? app::models::fullNumber(m_plot.measure, *value) : format::none();
            valueWidth = std::max(valueWidth, static_cast<double>(bold.horizontalAdvance(text)));
        }
    }
    const ValueScale scale = ValueScale::upTo(std::max(left, right), true);
    Layout layout;
    layout.step = scale.step;
    layout.stepsLeft = static_cast<int>(std::ceil(left / scale.step - 1e-9));
    layout.stepsRight = static_cast<int>(std::ceil(right / scale.step - 1e-9));
    layout.names = area.left() + names + 2;
    const double air = valueWidth + 2 * kLabelGap;
    const double from = layout.names + air;
    const double to = std::max(from + 20, area.right() - air);
    layout.perUnit = (to - from) / std::max(left + right, 1e-9);
    layout.zero = from + left * layout.perUnit;
    layout.pitch = m_plot.rows.empty()
        ? kPitch
        : std::min(kPitch, (area.height() - kAxis) / static_cast<double>(m_plot.rows.size()));
    layout.bar = layout.pitch * kBar / kPitch;
    layout.top = area.top();
    layout.bottom = layout.top + layout.pitch * static_cast<double>(m_plot.rows.size());
    return layout;
}

QRectF DivergingChart::pointIn(const QRectF& area, int point) const
{
    const Layout layout = layOut(area);
    return {area.left(), layout.top + layout.pitch * point, area.width(), layout.pitch};
}

void DivergingChart::paint(QPainter& painter, const QRectF& area, const Theme& theme, int cursor) const
{
    const Layout layout = layOut(area);
    const QColor behind = theme.color(Token::Raised);
    if (cursor >= 0) {
        painter.fillRect(pointIn(area, cursor), theme.color(Token::HoverBand));
    }
    painter.setFont(theme.font(TextStyle::Micro));
    const QFontMetrics micro(painter.font());
    double free = area.left();
    for (int line = -layout.stepsLeft; line <= layout.stepsRight; ++line) {
        const double x = std::round(layout.zero + layout.step * line * layout.perUnit);
        // The last line may lie beyond the longest bar; the room behind it belongs to the figures.
        if (x > area.right() || x < layout.names) {
            continue;
        }
        painter.setPen(theme.color(line == 0 ? Token::Axis : Token::Grid));
        painter.drawLine(QPointF(x, layout.top), QPointF(x, layout.bottom));
        const QString text = format::compact(std::abs(layout.step * line));
        const double wide = micro.horizontalAdvance(text) + 2;
        if (x - wide / 2 >= free && x + wide / 2 <= area.right()) {
            painter.setPen(theme.color(Token::Muted));
            drawLabel(painter, QRectF(x - wide / 2, layout.bottom, wide, kAxis), Qt::AlignHCenter, text);
            free = x + wide / 2 + kLabelGap;
        }
    }
    for (std::size_t index = 0; index < m_plot.rows.size(); ++index) {
        const DivergingPlot::Row& row = m_plot.rows[index];
        const double top = layout.top + layout.pitch * static_cast<double>(index);
        const double barTop = std::round(top + (layout.pitch - layout.bar) / 2);
        painter.setFont(theme.font(TextStyle::Micro));
        painter.setPen(theme.color(Token::Muted));
        drawLabel(painter, QRectF(area.left(), top, layout.names - area.left(), layout.pitch), Qt::AlignLeft,
            row.name);
        const auto side = [&](std::optional<double> value, int category, bool toLeft) {
            const double wide = value.value_or(0) * layout.perUnit;
            const QColor color = theme.color(categoryColor(category));
            if (wide > 0) {
                // One pixel off the zero line.
                const QRectF bar(
                    toLeft ? layout.zero - 1 - wide : layout.zero + 1, barTop, wide, std::round(layout.bar));
                if (row.provisional) {
                    fillProvisional(painter, bar.toRect(), color, behind);
                } else {
                    painter.fillRect(bar.toRect(), color);
                }
            }
            painter.setFont(theme.font(TextStyle::SmallBold));
            painter.setPen(theme.color(value ? Token::Text : Token::Faint));
            const QString text = value ? app::models::fullNumber(m_plot.measure, *value) : format::none();
            const double end
                = toLeft ? layout.zero - 1 - wide - kLabelGap : layout.zero + 1 + wide + kLabelGap;
            drawLabel(painter, QRectF(toLeft ? end - 100 : end, top, 100, layout.pitch),
                toLeft ? Qt::AlignRight : Qt::AlignLeft, text);
        };
        side(row.left, m_plot.leftCategory, true);
        side(row.right, m_plot.rightCategory, false);
    }
}

Chart::Reading DivergingChart::readingOf(int point) const
{
    const DivergingPlot::Row& row = m_plot.rows[static_cast<std::size_t>(point)];
    const Theme swatches = Theme::of(this).inverted();
    const auto text = [this](std::optional<double> value) {
        return value ? app::models::fullNumber(m_plot.measure, *value) : format::none();
    };
    Reading reading;
    reading.heading = row.longName;
    reading.rows
        = {{swatches.color(categoryColor(m_plot.leftCategory)), m_plot.leftName, text(row.left), true},
            {swatches.color(categoryColor(m_plot.rightCategory)), m_plot.rightName, text(row.right), true}};
    if (!row.left && !row.right) {
        reading.remark = tr("No data.");
    } else if (row.provisional) {
        reading.remark = tr("Provisional: this period can still change.");
    }
    return reading;
}

QString DivergingChart::summary() const
{
    double left = 0;
    double right = 0;
    for (const DivergingPlot::Row& row : m_plot.rows) {
        left += row.left.value_or(0);
        right += row.right.value_or(0);
    }
    return tr("%1: %2 in all. %3: %4 in all. Up and Down read the rows, T shows the table.")
        .arg(m_plot.leftName, app::models::fullNumber(m_plot.measure, left), m_plot.rightName,
            app::models::fullNumber(m_plot.measure, right));
}

} // namespace ui::charts
