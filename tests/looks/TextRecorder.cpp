// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/TextRecorder.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

namespace looks {

namespace {

/// Draws nothing and notes every run of text.
class TextEngine final : public QPaintEngine
{
public:
    TextEngine()
        : QPaintEngine(AllFeatures)
    {
    }

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    [[nodiscard]] Type type() const override { return User; }
    void updateState(const QPaintEngineState&) override { }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { }
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override { }
    void drawTiledPixmap(const QRectF&, const QPixmap&, const QPointF&) override { }
    void drawPath(const QPainterPath&) override { }
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override { }
    void drawPolygon(const QPoint*, int, PolygonDrawMode) override { }
    void drawRects(const QRectF*, int) override { }
    void drawRects(const QRect*, int) override { }
    void drawLines(const QLineF*, int) override { }
    void drawLines(const QLine*, int) override { }
    void drawEllipse(const QRectF&) override { }
    void drawEllipse(const QRect&) override { }
    void drawPoints(const QPointF*, int) override { }
    void drawPoints(const QPoint*, int) override { }

    void drawTextItem(const QPointF& origin, const QTextItem& item) override
    {
        const QString text = item.text();
        if (text.trimmed().isEmpty()) {
            return;
        }
        const QPainter* by = painter();
        // Glyphs of a right-to-left run may lie left of what the metrics of the plain string say, so the
        // width comes from the run.
        const QRectF tight = QFontMetricsF(item.font()).tightBoundingRect(text);
        QRectF ink(origin.x(), origin.y() + tight.top(), item.width(), tight.height());
        if (!item.renderFlags().testFlag(QTextItem::RightToLeft)) {
            ink.setLeft(origin.x() + tight.left());
            ink.setWidth(std::min(tight.width(), item.width()));
        }
        PaintedText painted;
        painted.owner = owner;
        painted.text = text;
        const QTransform toWidget = by->deviceTransform();
        painted.ink = toWidget.mapRect(ink).translated(offset);
        painted.clip = QRectF(offset, QSizeF(owner->size()));
        if (by->hasClipping()) {
            painted.clip
                = painted.clip.intersected(toWidget.mapRect(by->clipBoundingRect()).translated(offset));
        }
        painted.color = by->pen().color();
        painted.color.setAlphaF(static_cast<float>(painted.color.alphaF() * by->opacity()));
        painted.font = item.font();
        texts.push_back(std::move(painted));
    }

    QWidget* owner = nullptr;
    QPointF offset;
    std::vector<PaintedText> texts;
};

/// As large and as fine as the widget, so that text is laid out as on the screen.
class TextDevice final : public QPaintDevice
{
public:
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }
    void paint(QWidget* widget, QPointF offset)
    {
        m_widget = widget;
        m_engine.owner = widget;
        m_engine.offset = offset;
        widget->render(this, QPoint(), QRegion(), QWidget::RenderFlags());
    }
    std::vector<PaintedText> take() { return std::move(m_engine.texts); }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth: return m_widget->width();
        case PdmHeight: return m_widget->height();
        case PdmWidthMM: return m_widget->widthMM();
        case PdmHeightMM: return m_widget->heightMM();
        case PdmDpiX: return m_widget->logicalDpiX();
        case PdmDpiY: return m_widget->logicalDpiY();
        case PdmPhysicalDpiX: return m_widget->physicalDpiX();
        case PdmPhysicalDpiY: return m_widget->physicalDpiY();
        case PdmNumColors: return 1 << 24;
        case PdmDepth: return 32;
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
        }
        return 0;
    }

private:
    mutable TextEngine m_engine;
    QWidget* m_widget = nullptr;
};

void paintTree(TextDevice& device, QWidget* widget, QWidget* window)
{
    if (!widget->isVisible() || widget->size().isEmpty()) {
        return;
    }
    device.paint(widget, widget->mapTo(window, QPoint()));
    const QObjectList children = widget->children();
    for (QObject* child : children) {
        auto* inner = qobject_cast<QWidget*>(child);
        if (inner && !inner->isWindow()) {
            paintTree(device, inner, window);
        }
    }
}

} // namespace

std::vector<PaintedText> paintedTexts(QWidget* window)
{
    TextDevice device;
    paintTree(device, window, window);
    return device.take();
}

} // namespace looks
