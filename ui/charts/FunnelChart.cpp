// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/FunnelChart.h"

#include "charts/SeriesStyle.h"
#include "common/Format.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui::charts {

using app::models::FunnelPlot;
using common::TextStyle;
using common::Theme;
using common::Token;
namespace format = common::format;

namespace {

constexpr double kPitch = 33;
constexpr double kBar = 22;
constexpr double kGap = 12;
constexpr double kApart = 12; ///< room for the line before what stands apart

Token stepToken(std::size_t index, bool apart)
{
    constexpr std::array kSteps{Token::Ramp5, Token::Ramp4, Token::Ramp3, Token::Ramp2};
    return apart ? Token::Category8 : kSteps.at(std::min(index, kSteps.size() - 1));
}

} // namespace

struct FunnelChart::Layout
{
    double pitch = kPitch;
    double names = 0;
    double values = 0;
    double shares = 0;
    QRectF bars; ///< the first track
};

FunnelChart::FunnelChart(const QString& name, QWidget* parent)
    : PaintedChart(name, Flow::Down, parent)
{
}

FunnelChart::~FunnelChart()
{
    dropCanvas();
}

bool FunnelChart::setPlot(const app::models::Plot& plot)
{
    const auto* steps = std::get_if<FunnelPlot>(&plot);
    if (!steps) {
        return false;
    }
    m_plot = *steps;
    refresh(plot);
    return true;
}

int FunnelChart::count() const
{
    return static_cast<int>(m_plot.steps.size());
}

FunnelChart::Layout FunnelChart::layOut(const QRectF& area) const
{
    const Theme theme = Theme::of(this);
    const QFontMetrics small(theme.font(TextStyle::Small));
    const QFontMetrics bold(theme.font(TextStyle::BodyBold));
    Layout layout;
    for (const FunnelPlot::Step& step : m_plot.steps) {
        layout.names = std::max(layout.names, static_cast<double>(small.horizontalAdvance(step.name)));
        const QString value
            = step.value ? app::models::fullNumber(m_plot.measure, *step.value) : format::none();
        layout.values = std::max(layout.values, static_cast<double>(bold.horizontalAdvance(value)));
    }
    layout.names = std::min(layout.names, area.width() * 0.35);
    layout.shares = small.horizontalAdvance(format::percent(1.0));
    const double rows = static_cast<double>(std::max<std::size_t>(1, m_plot.steps.size()));
    layout.pitch = std::min(kPitch, (area.height() - kApart) / rows);
    const double left = area.left() + layout.names + kGap;
    const double right = area.right() - layout.shares - layout.values - 2 * kGap;
    layout.bars = QRectF(left, area.top(), std::max(20.0, right - left), layout.pitch);
    return layout;
}

QRectF FunnelChart::pointIn(const QRectF& area, int point) const
{
    const Layout layout = layOut(area);
    const bool apart = m_plot.steps[static_cast<std::size_t>(point)].apart;
    return {
        area.left(), area.top() + layout.pitch * point + (apart ? kApart : 0), area.width(), layout.pitch};
}

void FunnelChart::paint(QPainter& painter, const QRectF& area, const Theme& theme, int cursor) const
{
    const Layout layout = layOut(area);
    const double all = m_plot.steps.empty() ? 0 : m_plot.steps.front().value.value_or(0);
    // Everything is placed for left-to-right and mirrored as a whole.
    const auto placed = [&](const QRectF& box) {
        return isMirrored()
            ? QRectF(area.left() + area.right() - box.right(), box.top(), box.width(), box.height())
            : box;
    };
    const auto side
        = [this](bool leading) { return leading != isMirrored() ? Qt::AlignLeft : Qt::AlignRight; };
    if (cursor >= 0) {
        painter.fillRect(pointIn(area, cursor), theme.color(Token::HoverBand));
    }
    bool wasApart = false;
    for (std::size_t index = 0; index < m_plot.steps.size(); ++index) {
        const FunnelPlot::Step& step = m_plot.steps[index];
        const QRectF row = pointIn(area, static_cast<int>(index));
        if (step.apart && !wasApart && index > 0) {
            painter.setPen(theme.color(Token::Grid));
            const double y = std::round(row.top() - kApart / 2);
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        }
        wasApart = step.apart;
        const double high = layout.pitch * kBar / kPitch;
        const QRectF track(
            layout.bars.left(), row.top() + (layout.pitch - high) / 2, layout.bars.width(), high);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Ramp0));
        painter.drawRoundedRect(placed(track), 2, 2);
        const double share = all > 0 ? std::clamp(step.value.value_or(0) / all, 0.0, 1.0) : 0;
        if (share > 0) {
            QRectF bar = track;
            bar.setWidth(std::max(2.0, track.width() * share));
            painter.setBrush(theme.color(stepToken(index, step.apart)));
            painter.drawRoundedRect(placed(bar), 2, 2);
        }
        painter.restore();
        const QFontMetrics small(theme.font(TextStyle::Small));
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(theme.color(Token::Text));
        const QRectF nameBox(area.left(), row.top(), layout.names + 2, layout.pitch);
        drawLabel(painter, placed(nameBox), side(true),
            small.elidedText(step.name, Qt::ElideRight, static_cast<int>(layout.names) + 2));
        painter.setFont(theme.font(TextStyle::BodyBold));
        painter.setPen(theme.color(step.value ? Token::Text : Token::Faint));
        const QRectF valueBox(track.right() + kGap, row.top(), layout.values, layout.pitch);
        drawLabel(painter, placed(valueBox), side(false),
            step.value ? app::models::fullNumber(m_plot.measure, *step.value) : format::none());
        if (index > 0 && step.value && all > 0) {
            painter.setFont(theme.font(TextStyle::Small));
            painter.setPen(theme.color(Token::Muted));
            const QRectF shareBox(valueBox.right() + kGap, row.top(), layout.shares, layout.pitch);
            drawLabel(painter, placed(shareBox), side(false), format::percent(*step.value / all));
        }
    }
}

Chart::Reading FunnelChart::readingOf(int point) const
{
    const FunnelPlot::Step& step = m_plot.steps[static_cast<std::size_t>(point)];
    const FunnelPlot::Step& first = m_plot.steps.front();
    Reading reading;
    reading.heading = step.name;
    reading.rows.push_back({QColor(), app::models::measureName(m_plot.measure),
        step.value ? app::models::fullNumber(m_plot.measure, *step.value) : format::none(), true});
    if (point > 0 && step.value && first.value.value_or(0) > 0) {
        //: A row of a read-out: "Share of Comments".
        reading.rows.push_back(
            {QColor(), tr("Share of %1").arg(first.name), format::percent(*step.value / *first.value), true});
    }
    return reading;
}

QString FunnelChart::summary() const
{
    QStringList parts;
    for (const FunnelPlot::Step& step : m_plot.steps) {
        //: A step of a funnel and its value.
        parts << tr("%1: %2").arg(
            step.name, step.value ? app::models::fullNumber(m_plot.measure, *step.value) : format::none());
    }
    return tr("%1. Up and Down read the steps, T shows the table.").arg(parts.join(QStringLiteral(", ")));
}

} // namespace ui::charts
