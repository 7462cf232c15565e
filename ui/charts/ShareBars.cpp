// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ShareBars.h"

#include "charts/SeriesStyle.h"
#include "common/Format.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::charts {

using app::models::SharePlot;
using common::TextStyle;
using common::Theme;
using common::Token;
namespace format = common::format;

namespace {

constexpr double kPitch = 36;
constexpr double kLeastPitch = 30;
constexpr double kTrack = 8;
constexpr double kGap = 10;

} // namespace

ShareBars::ShareBars(const QString& name, QWidget* parent)
    : PaintedChart(name, Flow::Down, parent)
{
}

ShareBars::~ShareBars()
{
    dropCanvas();
}

bool ShareBars::setPlot(const app::models::Plot& plot)
{
    const auto* shares = std::get_if<SharePlot>(&plot);
    if (!shares) {
        return false;
    }
    m_plot = *shares;
    setMinimumHeight(std::max(196, static_cast<int>(kLeastPitch) * count() + 4));
    refresh(plot);
    return true;
}

int ShareBars::count() const
{
    return static_cast<int>(m_plot.rows.size());
}

double ShareBars::whole() const
{
    double sum = 0;
    for (const SharePlot::Row& row : m_plot.rows) {
        sum += row.value;
    }
    return m_plot.whole.value_or(sum);
}

QRectF ShareBars::pointIn(const QRectF& area, int point) const
{
    const double pitch = std::min(kPitch, area.height() / std::max(1, count()));
    return {area.left(), area.top() + pitch * point, area.width(), pitch};
}

void ShareBars::paint(QPainter& painter, const QRectF& area, const Theme& theme, int cursor) const
{
    const double all = whole();
    double largest = 0;
    for (const SharePlot::Row& row : m_plot.rows) {
        largest = std::max(largest, row.value);
    }
    const auto placed = [&](const QRectF& box) {
        return isMirrored()
            ? QRectF(area.left() + area.right() - box.right(), box.top(), box.width(), box.height())
            : box;
    };
    const auto side
        = [this](bool leading) { return leading != isMirrored() ? Qt::AlignLeft : Qt::AlignRight; };
    const QFontMetrics body(theme.font(TextStyle::Small));
    const QFontMetrics micro(theme.font(TextStyle::Micro));
    const QFontMetrics bold(theme.font(TextStyle::SmallBold));
    const double shareWidth = bold.horizontalAdvance(format::percent(1.0, 0)) + 4;
    for (std::size_t index = 0; index < m_plot.rows.size(); ++index) {
        const SharePlot::Row& row = m_plot.rows[index];
        const QRectF box = pointIn(area, static_cast<int>(index));
        if (static_cast<int>(index) == cursor) {
            painter.fillRect(box, theme.color(Token::HoverBand));
        }
        const double textHeight = std::min<double>(20, box.height() - kTrack - 4);
        const QRectF line(box.left(), box.top() + 2, box.width(), textHeight);
        const QString value = app::models::fullNumber(m_plot.measure, row.value);
        const double valueWidth = body.horizontalAdvance(value) + 2;
        painter.setFont(theme.font(TextStyle::SmallBold));
        painter.setPen(theme.color(Token::Text));
        drawLabel(painter, placed(QRectF(line.right() - shareWidth, line.top(), shareWidth, textHeight)),
            side(false), all > 0 ? format::percent(row.value / all, 0) : format::none());
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(theme.color(Token::Muted));
        const QRectF valueBox(
            line.right() - shareWidth - kGap - valueWidth, line.top(), valueWidth, textHeight);
        drawLabel(painter, placed(valueBox), side(false), value);
        const double room = valueBox.left() - kGap - line.left();
        const QString name = body.elidedText(row.name, Qt::ElideRight, static_cast<int>(room));
        painter.setPen(theme.color(row.remainder ? Token::Muted : Token::Text));
        drawLabel(painter, placed(QRectF(line.left(), line.top(), room, textHeight)), side(true), name);
        const double left = room - body.horizontalAdvance(name) - kGap;
        if (!row.detail.isEmpty() && left > 24) {
            painter.setFont(theme.font(TextStyle::Micro));
            painter.setPen(theme.color(Token::Muted));
            drawLabel(painter,
                placed(
                    QRectF(line.left() + body.horizontalAdvance(name) + kGap, line.top(), left, textHeight)),
                side(true), micro.elidedText(row.detail, Qt::ElideRight, static_cast<int>(left)));
        }
        const QRectF track(box.left(), line.bottom() + 1, box.width(), kTrack);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Ramp0));
        painter.drawRoundedRect(placed(track), 2, 2);
        const double share = largest > 0 ? row.value / largest : 0;
        if (share > 0) {
            QRectF bar = track;
            bar.setWidth(std::max(kTrack / 2, track.width() * share));
            painter.setBrush(theme.color(categoryColor(row.category)));
            painter.drawRoundedRect(placed(bar), 2, 2);
        }
        painter.restore();
    }
}

Chart::Reading ShareBars::readingOf(int point) const
{
    const SharePlot::Row& row = m_plot.rows[static_cast<std::size_t>(point)];
    Reading reading;
    reading.heading = row.name;
    reading.rows.push_back({Theme::of(this).inverted().color(categoryColor(row.category)),
        app::models::measureName(m_plot.measure), app::models::fullNumber(m_plot.measure, row.value), true});
    reading.rows.push_back(
        {QColor(), tr("Share"), whole() > 0 ? format::percent(row.value / whole()) : format::none(), true});
    reading.remark = row.detail;
    return reading;
}

QString ShareBars::summary() const
{
    QStringList parts;
    for (const SharePlot::Row& row : m_plot.rows) {
        //: A part and its share of the whole: "VS Code extension: 43 %".
        parts << tr("%1: %2").arg(
            row.name, whole() > 0 ? format::percent(row.value / whole(), 0) : format::none());
    }
    return tr("%1: %2. Up and Down read the rows, T shows the table.")
        .arg(app::models::measureName(m_plot.measure), parts.join(QStringLiteral(", ")));
}

} // namespace ui::charts
