// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/PaintedChart.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ui::charts {

/// The canvas of a PaintedChart.
class PaintedView final : public QWidget
{
public:
    explicit PaintedView(PaintedChart& owner)
        : QWidget(&owner)
        , m_owner(owner)
    {
        setMouseTracking(true);
        setMinimumSize(160, 120);
    }

    [[nodiscard]] QSize sizeHint() const override { return {320, 196}; }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        m_owner.paint(painter, QRectF(rect()), common::Theme::of(this), m_owner.cursor());
    }
    void mouseMoveEvent(QMouseEvent* event) override
    {
        m_owner.setCursor(m_owner.pointAt(event->position()));
    }
    void mousePressEvent(QMouseEvent* event) override
    {
        m_owner.setCursor(m_owner.pointAt(event->position()));
        // A right click is the card's: it opens its menu.
        event->setAccepted(event->button() == Qt::LeftButton);
    }
    void leaveEvent(QEvent* event) override
    {
        QWidget::leaveEvent(event);
        m_owner.setCursor(-1);
    }
    void focusOutEvent(QFocusEvent* event) override
    {
        QWidget::focusOutEvent(event);
        m_owner.setCursor(-1);
    }

private:
    PaintedChart& m_owner;
};

PaintedChart::PaintedChart(const QString& name, Flow flow, QWidget* parent)
    : Chart(name, parent)
    , m_flow(flow)
{
    setCanvas(new PaintedView(*this));
    setTitle({});
}

PaintedChart::~PaintedChart() = default;

void PaintedChart::drawTo(QPainter& painter, const QRectF& area)
{
    painter.save();
    paint(painter, area, common::Theme::of(this), -1);
    painter.restore();
}

QRectF PaintedChart::canvasRect(int point) const
{
    return pointIn(QRectF(canvas()->rect()), point);
}

int PaintedChart::pointAt(QPointF position) const
{
    for (int point = 0; point < count(); ++point) {
        if (canvasRect(point).contains(position)) {
            return point;
        }
    }
    return -1;
}

std::optional<int> PaintedChart::moved(int key) const
{
    if (m_flow == Flow::Down && key == Qt::Key_Up) {
        return Chart::moved(Qt::Key_Left);
    }
    if (m_flow == Flow::Down && key == Qt::Key_Down) {
        return Chart::moved(Qt::Key_Right);
    }
    return Chart::moved(key);
}

} // namespace ui::charts
