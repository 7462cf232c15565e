// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/PlotView.h"

#include "charts/DayAxis.h"
#include "charts/DayChart.h"
#include "charts/SeriesStyle.h"
#include "common/Format.h"
#include "common/Theme.h"

#include <QBarSet>
#include <QChart>
#include <QMouseEvent>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <cmath>

namespace ui::charts {

namespace {

using app::models::DayPoint;
using app::models::DaySeries;
using app::records::DayState;
using common::TextStyle;
using common::Theme;
using common::Token;

constexpr double kBarShare = 0.72;
constexpr double kWidestBar = 56; ///< few days in a wide card would be slabs otherwise
constexpr double kLeft = 40;
constexpr double kRight = 8;
constexpr double kTop = 10;
constexpr double kBottom = 24;
constexpr int kLabelGap = 8;

bool hasNoData(DayState state)
{
    return state == DayState::Missing || state == DayState::NotOffered;
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
    viewport()->setMouseTracking(true);
    setMinimumSize(240, 150);
}

void PlotView::rebuild()
{
    const Theme theme = Theme::of(this);
    const QColor behind = theme.color(Token::Raised);
    const auto& all = m_owner.series();
    const int days = all.empty() ? 0 : all.front().range.length();

    std::vector<double> sums(static_cast<std::size_t>(days), 0.0);
    bool whole = true;
    std::size_t shown = 0;
    for (std::size_t index = 0; index < all.size(); ++index) {
        if (m_owner.isSeriesShown(index)) {
            ++shown;
            whole = whole && app::models::isWholeNumber(all[index].measure);
            for (std::size_t day = 0; day < sums.size(); ++day) {
                sums[day] += all[index].points[day].value.value_or(0);
            }
        }
    }
    const double largest = sums.empty() ? 0.0 : *std::max_element(sums.begin(), sums.end());
    m_scale = ValueScale::upTo(largest, whole);
    m_allZero = !(largest > 0);

    auto* fresh = new QChart;
    fresh->setBackgroundVisible(false);
    fresh->setPlotAreaBackgroundVisible(false);
    fresh->setMargins({});
    fresh->legend()->hide();
    fresh->setAnimationOptions(QChart::NoAnimation);

    auto* bars = new QStackedBarSeries(fresh);
    for (std::size_t index = 0; index < all.size(); ++index) {
        if (!m_owner.isSeriesShown(index)) {
            continue;
        }
        const DaySeries& series = all[index];
        const QColor color = theme.color(measureToken(series.measure));
        const QString name = app::models::measureName(series.measure);
        // Provisional days are a set of their own: a bar set has one brush.
        auto* final = new QBarSet(name, bars);
        auto* provisional = new QBarSet(tr("%1, provisional").arg(name), bars);
        for (const DayPoint& point : series.points) {
            final->append(point.isProvisional() ? 0.0 : point.value.value_or(0));
            provisional->append(point.isProvisional() ? point.value.value_or(0) : 0.0);
        }
        // In a stack a one pixel edge in the colour of the card separates the segments.
        const QPen edge = shown > 1 ? QPen(behind, 1) : QPen(Qt::NoPen);
        final->setBrush(color);
        final->setPen(edge);
        provisional->setBrush(provisionalBrush(color, behind));
        provisional->setPen(edge);
        bars->append(final);
        bars->append(provisional);
    }
    fresh->addSeries(bars);
    auto* time = new QValueAxis(fresh);
    time->setRange(-0.5, std::max(1, days) - 0.5);
    time->setVisible(false);
    auto* value = new QValueAxis(fresh);
    value->setRange(0, m_scale.maximum);
    value->setVisible(false);
    fresh->addAxis(time, Qt::AlignBottom);
    fresh->addAxis(value, Qt::AlignLeft);
    bars->attachAxis(time);
    bars->attachAxis(value);

    // The view takes the new chart before the old one goes; the other way round the scene warns.
    QChart* old = chart();
    setChart(fresh);
    delete old;
    layOut();
    viewport()->update();
}

void PlotView::layOut()
{
    const QFontMetrics metrics(Theme::of(this).font(TextStyle::Micro));
    double left = kLeft;
    for (const double line : m_scale.lines) {
        left = std::max(left, metrics.horizontalAdvance(common::format::compact(line)) + kLabelGap + 2.0);
    }
    left = std::ceil(std::max(left, metrics.horizontalAdvance(tr("UTC")) + kLabelGap + 2.0));
    m_plotArea = QRectF(
        left, kTop, std::max(10.0, width() - left - kRight), std::max(10.0, height() - kTop - kBottom));
    if (!chart()) {
        return;
    }
    chart()->setPlotArea(m_plotArea);
    const double step = column(0).width();
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
    layOut();
}

QRectF PlotView::column(int day) const
{
    const auto& all = m_owner.series();
    const int days = all.empty() ? 0 : all.front().range.length();
    if (days == 0) {
        return {};
    }
    const double step = m_plotArea.width() / days;
    return {m_plotArea.left() + step * day, m_plotArea.top(), step, m_plotArea.height()};
}

double PlotView::yOf(double value) const
{
    return m_plotArea.bottom() - value / m_scale.maximum * m_plotArea.height();
}

void PlotView::drawBackground(QPainter* painter, const QRectF& rect)
{
    const Theme theme = Theme::of(this);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(rect, theme.color(Token::Raised));
    painter->setPen(theme.color(Token::Grid));
    for (const double line : m_scale.lines) {
        const int y = qRound(yOf(line));
        painter->drawLine(qRound(m_plotArea.left()), y, qRound(m_plotArea.right()), y);
    }
    // The band of the cursor lies on the fill of a gap and below its dashed edges.
    drawGaps(*painter, false);
    if (m_owner.cursor() >= 0) {
        painter->fillRect(column(m_owner.cursor()), theme.color(Token::HoverBand));
    }
    drawGaps(*painter, true);
    painter->restore();
}

void PlotView::drawGaps(QPainter& painter, bool edges) const
{
    const auto& all = m_owner.series();
    const int days = all.empty() ? 0 : all.front().range.length();
    const Theme theme = Theme::of(this);
    QPen edge(theme.color(Token::GapLine), 1, Qt::CustomDashLine, Qt::FlatCap);
    edge.setDashPattern({2, 3});
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

void PlotView::drawForeground(QPainter* painter, const QRectF& rect)
{
    Q_UNUSED(rect)
    const Theme theme = Theme::of(this);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(theme.color(Token::Axis));
    const int zero = qRound(m_plotArea.bottom());
    painter->drawLine(qRound(m_plotArea.left()), zero, qRound(m_plotArea.right()), zero);
    painter->setFont(theme.font(TextStyle::Micro));
    painter->setPen(theme.color(Token::Muted));
    drawValueLabels(*painter);
    drawDayLabels(*painter);
    if (m_allZero && !m_owner.series().empty()) {
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
        const QRectF box(0, yOf(line) - height / 2.0, m_plotArea.left() - kLabelGap, height);
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, common::format::compact(line));
    }
}

void PlotView::drawDayLabels(QPainter& painter) const
{
    const auto& all = m_owner.series();
    if (all.empty() || all.front().range.isEmpty()) {
        return;
    }
    const QFontMetrics metrics(painter.font());
    const double y = m_plotArea.bottom() + 4;
    const double height = kBottom - 4;
    painter.drawText(
        QRectF(0, y, m_plotArea.left() - kLabelGap, height), Qt::AlignRight | Qt::AlignVCenter, tr("UTC"));
    double free = m_plotArea.left() - 2;
    for (const int day : labelledDays(all.front().range)) {
        const QString text = common::format::dayShort(all.front().day(static_cast<std::size_t>(day)));
        const double wide = metrics.horizontalAdvance(text) + 2;
        double left = column(day).center().x() - wide / 2;
        left = std::min(std::max(left, m_plotArea.left() - 2), width() - wide);
        if (left >= free) {
            painter.drawText(QRectF(left, y, wide, height), Qt::AlignCenter, text);
            free = left + wide + kLabelGap;
        }
    }
}

void PlotView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    const auto& all = m_owner.series();
    const int days = all.empty() ? 0 : all.front().range.length();
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
