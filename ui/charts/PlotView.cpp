// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/PlotView.h"

#include "charts/DayAxis.h"
#include "charts/DayChart.h"
#include "charts/LinePainter.h"
#include "charts/SeriesStyle.h"
#include "common/Format.h"
#include "common/Theme.h"

#include <QBarSet>
#include <QChart>
#include <QMouseEvent>
#include <QPainterPath>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace ui::charts {

namespace {

using app::models::DayPoint;
using app::models::DaySeries;
using app::models::Measure;
using app::records::DayState;
using common::TextStyle;
using common::Theme;
using common::Token;

constexpr double kBarShare = 0.72;
constexpr double kWidestBar = 56; ///< few days in a wide card would be slabs otherwise
constexpr double kThinnestColumn = 3; ///< pixels, with its gap
constexpr double kLeft = 40;
constexpr double kRight = 8;
constexpr double kRightAxis = 44;
constexpr double kTop = 10;
constexpr double kBottom = 24;
constexpr int kLabelGap = 8;
constexpr double kLineWidth = 2;
constexpr double kRing = 4; ///< radius of the ring on a line under the cursor

bool hasNoData(DayState state)
{
    return state == DayState::Missing || state == DayState::NotOffered;
}

void include(double& largest, const DaySeries& series)
{
    for (const DayPoint& point : series.points) {
        largest = std::max(largest, point.value.value_or(0));
    }
}

/// Whether no value of the lines lies below `from`: an axis that begins there would hide it.
bool startsAt(double from, const std::vector<DaySeries>& lines)
{
    return std::ranges::all_of(lines, [from](const DaySeries& line) {
        return std::ranges::all_of(
            line.points, [from](const DayPoint& point) { return point.value.value_or(from) >= from; });
    });
}

/// In a stack a one pixel edge in the colour of the card separates the segments.
QPen edgeOf(std::size_t shownColumns, const Theme& theme)
{
    return shownColumns > 1 ? QPen(theme.color(Token::Raised), 1) : QPen(Qt::NoPen);
}

} // namespace

PlotView::PlotView(DayChart& owner)
    : QChartView(&owner)
    , m_owner(owner)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setRenderHint(QPainter::Antialiasing, false);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Time runs from left to right in every language.
    setLayoutDirection(Qt::LeftToRight);
    viewport()->setMouseTracking(true);
    setMinimumSize(240, 150);
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->setMargins({});
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    m_time = new QValueAxis(chart());
    m_time->setVisible(false);
    m_value = new QValueAxis(chart());
    m_value->setVisible(false);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_value, Qt::AlignLeft);
}

int PlotView::cursor() const
{
    return m_forPicture ? -1 : m_owner.cursor();
}

bool PlotView::hasRightAxis() const
{
    const auto& plot = m_owner.plot();
    return plot.linesOnRightAxis && !plot.columns.empty() && !plot.lines.empty();
}

Measure PlotView::leftMeasure() const
{
    const auto& plot = m_owner.plot();
    if (plot.asShares && !plot.columns.empty()) {
        return Measure::HelpfulRate; // any share: the axis is in per cent
    }
    return m_owner.first() ? m_owner.first()->measure : Measure::Turns;
}

void PlotView::rescale()
{
    const auto& plot = m_owner.plot();
    m_sums.assign(static_cast<std::size_t>(m_owner.count()), 0.0);
    bool whole = true;
    for (std::size_t index = 0; index < plot.columns.size(); ++index) {
        if (!m_owner.isSeriesShown(index)) {
            continue;
        }
        whole = whole && app::models::isWholeNumber(plot.columns[index].measure);
        for (std::size_t day = 0; day < m_sums.size(); ++day) {
            m_sums[day] += plot.columns[index].points[day].value.value_or(0);
        }
    }
    double left = m_sums.empty() ? 0.0 : *std::max_element(m_sums.begin(), m_sums.end());
    double right = 0;
    bool rightWhole = true;
    for (std::size_t index = 0; index < plot.lines.size(); ++index) {
        const DaySeries& line = plot.lines[index];
        if (!m_owner.isSeriesShown(plot.columns.size() + index)) {
            continue;
        }
        include(hasRightAxis() ? right : left, line);
        (hasRightAxis() ? rightWhole : whole)
            &= app::models::isWholeNumber(line.measure) || (!plot.columns.empty() && !hasRightAxis());
    }
    if (plot.band && m_owner.isSeriesShown(plot.columns.size() + plot.lines.size())) {
        include(left, plot.band->upper);
    }
    m_allZero = !(left > 0) && !(right > 0);
    if (plot.asShares && !plot.columns.empty()) {
        m_scale = ValueScale::shares();
    } else if (plot.axisFrom && plot.columns.empty() && left > *plot.axisFrom
        && startsAt(*plot.axisFrom, plot.lines)) {
        m_scale = ValueScale::between(*plot.axisFrom, left, whole);
    } else {
        m_scale = ValueScale::upTo(left, whole);
    }
    m_rightScale = ValueScale::withIntervals(right, m_scale.lines.size() - 1, rightWhole);
}

double PlotView::valueOf(std::size_t series, std::size_t point) const
{
    const auto& plot = m_owner.plot();
    const double value = plot.columns[series].points[point].value.value_or(0);
    if (!plot.asShares) {
        return value;
    }
    return m_sums[point] > 0 ? value / m_sums[point] : 0;
}

int PlotView::fittingPointsPerColumn() const
{
    const double pitch = column(0).width();
    return pitch > 0 ? std::max(1, static_cast<int>(std::ceil(kThinnestColumn / pitch))) : 1;
}

void PlotView::pickDrawn()
{
    m_pointsPerColumn = fittingPointsPerColumn();
    m_drawn.clear();
    const auto step = static_cast<std::ptrdiff_t>(m_pointsPerColumn);
    for (auto first = m_sums.begin(); first < m_sums.end(); first += std::min(step, m_sums.end() - first)) {
        const auto highest = std::max_element(first, first + std::min(step, m_sums.end() - first));
        m_drawn.push_back(static_cast<std::size_t>(highest - m_sums.begin()));
    }
}

void PlotView::rebuild()
{
    const Theme theme = Theme::of(this);
    const auto& all = m_owner.plot().columns;
    rescale();
    placePlot();
    pickDrawn();
    std::size_t shown = 0;
    for (std::size_t index = 0; index < all.size(); ++index) {
        shown += m_owner.isSeriesShown(index) ? 1U : 0U;
    }

    m_time->setRange(-0.5, std::max(1.0, static_cast<double>(m_owner.count()) / m_pointsPerColumn) - 0.5);
    m_value->setRange(m_scale.minimum, m_scale.maximum);
    // Each bar is an item with a dozen connections: a new series all at once, and none where nothing stands.
    // Provisional bars are painted, see drawProvisionalBars().
    chart()->removeAllSeries();
    if (shown > 0) {
        auto* bars = new QStackedBarSeries;
        for (std::size_t index = 0; index < all.size(); ++index) {
            if (!m_owner.isSeriesShown(index)) {
                continue;
            }
            auto* set = new QBarSet(all[index].name(), bars);
            QList<qreal> values;
            for (const std::size_t point : m_drawn) {
                values << (all[index].points[point].isProvisional() ? 0.0 : valueOf(index, point));
            }
            set->append(values);
            set->setBrush(seriesColor(all[index], theme));
            set->setPen(edgeOf(shown, theme));
            bars->append(set);
        }
        chart()->addSeries(bars);
        bars->attachAxis(m_time);
        bars->attachAxis(m_value);
    }
    layOut();
    viewport()->update();
}

void PlotView::placePlot()
{
    const QFontMetrics metrics(Theme::of(this).font(TextStyle::Micro));
    double left = kLeft;
    for (const double line : m_scale.lines) {
        left = std::max(left, metrics.horizontalAdvance(axisText(leftMeasure(), line)) + kLabelGap + 2.0);
    }
    left = std::ceil(std::max(left, metrics.horizontalAdvance(tr("UTC")) + kLabelGap + 2.0));
    double right = kRight;
    if (hasRightAxis()) {
        right = kRightAxis;
        const Measure measure = m_owner.plot().lines.front().measure;
        for (const double line : m_rightScale.lines) {
            right = std::max(right, metrics.horizontalAdvance(axisText(measure, line)) + kLabelGap + 2.0);
        }
    }
    m_plotArea = QRectF(
        left, kTop, std::max(10.0, width() - left - right), std::max(10.0, height() - kTop - kBottom));
}

void PlotView::layOut()
{
    chart()->setPlotArea(m_plotArea);
    const double step = roomOf(0).width();
    const auto series = chart()->series();
    for (QAbstractSeries* one : series) {
        if (auto* bars = qobject_cast<QStackedBarSeries*>(one); bars && step > 0) {
            bars->setBarWidth(std::min(kBarShare, kWidestBar / step));
        }
    }
}

void PlotView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    placePlot();
    if (fittingPointsPerColumn() != m_pointsPerColumn) {
        rebuild();
    } else {
        layOut();
    }
}

QRectF PlotView::roomOf(std::size_t drawn) const
{
    const QRectF first = column(0);
    const double step = first.width() * m_pointsPerColumn;
    return {first.left() + step * static_cast<double>(drawn), first.top(), step, first.height()};
}

QRectF PlotView::column(int day) const
{
    const int days = m_owner.count();
    if (days == 0) {
        return {};
    }
    const double step = m_plotArea.width() / days;
    return {m_plotArea.left() + step * day, m_plotArea.top(), step, m_plotArea.height()};
}

double PlotView::yOf(double value, const ValueScale& scale) const
{
    return m_plotArea.bottom() - scale.share(value) * m_plotArea.height();
}

QPointF PlotView::linePoint(std::size_t line, std::size_t day) const
{
    const double value = m_owner.plot().lines[line].points[day].value.value_or(0);
    return {column(static_cast<int>(day)).center().x(), yOf(value, hasRightAxis() ? m_rightScale : m_scale)};
}

void PlotView::drawTo(QPainter& painter, const QRectF& area)
{
    const QSize before = size();
    resize(area.size().toSize());
    // A hidden widget keeps its resizing for later; taking one pixel of it makes it due now.
    grab(QRect(0, 0, 1, 1));
    m_forPicture = true;
    render(&painter, area, viewport()->rect());
    m_forPicture = false;
    resize(before);
}

void PlotView::drawBackground(QPainter* painter, const QRectF& rect)
{
    const Theme theme = Theme::of(this);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(rect, theme.color(Token::Raised));
    painter->setPen(theme.color(Token::Grid));
    for (const double line : m_scale.lines) {
        const int y = qRound(yOf(line, m_scale));
        painter->drawLine(qRound(m_plotArea.left()), y, qRound(m_plotArea.right()), y);
    }
    // The band of the cursor lies on the fill of a gap and below its dashed edges.
    drawGaps(*painter, false);
    if (cursor() >= 0) {
        painter->fillRect(column(cursor()), theme.color(Token::HoverBand));
    }
    drawBand(*painter, theme);
    drawGaps(*painter, true);
    painter->restore();
}

void PlotView::drawBand(QPainter& painter, const Theme& theme) const
{
    const auto& plot = m_owner.plot();
    if (!plot.band || !m_owner.isSeriesShown(plot.columns.size() + plot.lines.size())) {
        return;
    }
    const auto& lower = plot.band->lower.points;
    const auto& upper = plot.band->upper.points;
    const auto known = [&](std::size_t day) { return lower[day].value && upper[day].value; };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Band));
    for (std::size_t first = 0; first < lower.size(); ++first) {
        if (!known(first)) {
            continue;
        }
        std::size_t last = first;
        while (last + 1 < lower.size() && known(last + 1)) {
            ++last;
        }
        const auto edge = [&](const std::vector<DayPoint>& points) {
            return [&](std::size_t day) {
                return QPointF(column(static_cast<int>(day)).center().x(), yOf(*points[day].value, m_scale));
            };
        };
        QPolygonF outline = thinned(first, last, edge(upper));
        QPolygonF back = thinned(first, last, edge(lower));
        if (first == last) {
            // A lone day is as wide as its column.
            const QPointF half(column(0).width() * kBarShare / 2, 0);
            outline = {outline.front() - half, outline.front() + half};
            back = {back.front() - half, back.front() + half};
        }
        std::reverse(back.begin(), back.end());
        painter.drawPolygon(outline + back);
        first = last;
    }
    painter.restore();
}

void PlotView::drawGaps(QPainter& painter, bool edges) const
{
    const int days = m_owner.count();
    const Theme theme = Theme::of(this);
    const QPen edge = gapPen(theme);
    for (int day = 0; day < days;) {
        if (!hasNoData(m_owner.stateOf(day))) {
            ++day;
            continue;
        }
        // Neighbouring days without data are one gap.
        int last = day;
        while (last + 1 < days && hasNoData(m_owner.stateOf(last + 1))) {
            ++last;
        }
        const int left = qRound(column(day).left());
        const int right = qRound(column(last).right()) - 1;
        const int top = qRound(m_plotArea.top());
        const int bottom = qRound(m_plotArea.bottom());
        if (edges) {
            painter.setPen(edge);
            painter.drawLine(left, top, left, bottom);
            painter.drawLine(right, top, right, bottom);
        } else {
            painter.fillRect(QRect(QPoint(left, top), QPoint(right, bottom)), theme.color(Token::Gap));
        }
        day = last + 1;
    }
}

void PlotView::drawLines(QPainter& painter, const Theme& theme) const
{
    const auto& plot = m_owner.plot();
    const QColor halo = plot.columns.empty() ? QColor() : theme.color(Token::Raised);
    for (std::size_t index = 0; index < plot.lines.size(); ++index) {
        if (!m_owner.isSeriesShown(plot.columns.size() + index)) {
            continue;
        }
        const QColor color = seriesColor(plot.lines[index], theme);
        const auto at = [this, index](std::size_t day) { return linePoint(index, day); };
        paintLine(painter, plot.lines[index].points, at, color, kLineWidth, halo);
        if (cursor() >= 0 && plot.lines[index].points[static_cast<std::size_t>(cursor())].value) {
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(color, 2));
            painter.setBrush(theme.color(Token::Raised));
            painter.drawEllipse(linePoint(index, static_cast<std::size_t>(cursor())), kRing, kRing);
            painter.restore();
        }
    }
}

void PlotView::drawProvisionalBars(QPainter& painter, const Theme& theme) const
{
    const auto& columns = m_owner.plot().columns;
    std::size_t shown = 0;
    for (std::size_t index = 0; index < columns.size(); ++index) {
        shown += m_owner.isSeriesShown(index) ? 1U : 0U;
    }
    const QColor behind = theme.color(Token::Raised);
    for (std::size_t drawn = 0; drawn < m_drawn.size(); ++drawn) {
        const std::size_t point = m_drawn[drawn];
        const QRectF room = roomOf(drawn);
        const double wide = std::min(room.width() * kBarShare, kWidestBar);
        double sum = 0;
        for (std::size_t index = 0; index < columns.size(); ++index) {
            if (!m_owner.isSeriesShown(index)) {
                continue;
            }
            const double value = valueOf(index, point);
            if (columns[index].points[point].isProvisional() && value > 0) {
                const double top = yOf(sum + value, m_scale);
                const QRectF box(room.center().x() - wide / 2, top, wide, yOf(sum, m_scale) - top);
                fillProvisional(painter, box, seriesColor(columns[index], theme), behind);
                painter.setPen(edgeOf(shown, theme));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(box);
            }
            sum += value;
        }
    }
}

void PlotView::drawForeground(QPainter* painter, const QRectF& rect)
{
    Q_UNUSED(rect)
    const Theme theme = Theme::of(this);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    drawProvisionalBars(*painter, theme);
    painter->setPen(theme.color(Token::Axis));
    const int zero = qRound(m_plotArea.bottom());
    painter->drawLine(qRound(m_plotArea.left()), zero, qRound(m_plotArea.right()), zero);
    drawLines(*painter, theme);
    painter->setFont(theme.font(TextStyle::Micro));
    painter->setPen(theme.color(Token::Muted));
    drawValueLabels(*painter);
    drawDayLabels(*painter);
    bool anyStored = false;
    for (int day = 0; day < m_owner.count() && !anyStored; ++day) {
        anyStored = !hasNoData(m_owner.stateOf(day));
    }
    if (m_allZero && anyStored) {
        painter->setFont(theme.font(TextStyle::Small));
        const QString text = tr("Zero on every stored day");
        QRect box = QFontMetrics(painter->font()).boundingRect(text).adjusted(-8, -4, 8, 4);
        box.moveCenter(m_plotArea.center().toPoint());
        painter->fillRect(box, theme.color(Token::Raised));
        painter->drawText(box, Qt::AlignCenter, text);
    }
    painter->restore();
}

void PlotView::drawValueLabels(QPainter& painter) const
{
    const int height = QFontMetrics(painter.font()).height();
    for (const double line : m_scale.lines) {
        const QRectF box(0, yOf(line, m_scale) - height / 2.0, m_plotArea.left() - kLabelGap, height);
        drawLabel(painter, box, Qt::AlignRight, axisText(leftMeasure(), line));
    }
    if (!hasRightAxis()) {
        return;
    }
    const Measure measure = m_owner.plot().lines.front().measure;
    for (const double line : m_rightScale.lines) {
        const double from = m_plotArea.right() + kLabelGap;
        const QRectF box(from, yOf(line, m_rightScale) - height / 2.0, width() - from, height);
        drawLabel(painter, box, Qt::AlignLeft, axisText(measure, line));
    }
}

void PlotView::drawDayLabels(QPainter& painter) const
{
    const DaySeries* series = m_owner.first();
    if (!series || series->range.isEmpty()) {
        return;
    }
    const QFontMetrics metrics(painter.font());
    const double y = m_plotArea.bottom() + 4;
    const double height = kBottom - 4;
    painter.drawText(
        QRectF(0, y, m_plotArea.left() - kLabelGap, height), Qt::AlignRight | Qt::AlignVCenter, tr("UTC"));
    const auto buckets = app::models::bucketsOf(series->range, series->granularity);
    double free = m_plotArea.left() - 2;
    for (const int point : labelledPoints(series->range, series->granularity)) {
        const QString text = common::format::dayShort(buckets[static_cast<std::size_t>(point)].first);
        const double wide = metrics.horizontalAdvance(text) + 2;
        double left = column(point).center().x() - wide / 2;
        left = std::min(std::max(left, m_plotArea.left() - 2), width() - wide);
        if (left >= free) {
            drawLabel(painter, QRectF(left, y, wide, height), Qt::AlignHCenter, text);
            free = left + wide + kLabelGap;
        }
    }
}

void PlotView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    const int days = m_owner.count();
    int day = -1;
    if (days > 0 && at.x() >= m_plotArea.left() && at.x() < m_plotArea.right() && at.y() >= m_plotArea.top()
        && at.y() <= m_plotArea.bottom()) {
        day = std::min(days - 1, static_cast<int>((at.x() - m_plotArea.left()) / m_plotArea.width() * days));
    }
    m_owner.setCursor(day);
}

void PlotView::mousePressEvent(QMouseEvent* event)
{
    mouseMoveEvent(event);
    event->accept();
}

void PlotView::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
}

void PlotView::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    m_owner.setCursor(-1);
}

void PlotView::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    m_owner.setCursor(-1);
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    // The base class would scroll the scene; the owner knows the keys.
    event->ignore();
}

void PlotView::wheelEvent(QWheelEvent* event)
{
    // The page scrolls, never the plot.
    event->ignore();
}

} // namespace ui::charts
