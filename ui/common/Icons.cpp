// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Icons.h"

#include "common/Theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <array>

namespace ui::common {

namespace {

// Bodies of the SVG images in the order of IconName.
constexpr std::array kBodies{
    // Grid
    R"(<rect x="3" y="3" width="6" height="6" rx="1.2"/><rect x="11" y="3" width="6" height="6" rx="1.2"/><rect x="3" y="11" width="6" height="6" rx="1.2"/><rect x="11" y="11" width="6" height="6" rx="1.2"/>)",
    // People
    R"(<circle cx="8" cy="7" r="3"/><path d="M2.5 16.5c.6-3 2.8-4.5 5.5-4.5s4.9 1.5 5.5 4.5"/><path d="M13 4.3a3 3 0 0 1 0 5.4M15 12.3c1.4.7 2.3 2.1 2.6 4.2"/>)",
    // Review
    R"(<path d="M3 4.5h14v9h-7l-4 3v-3h-3z"/><path d="M7 9l2 2 4-4"/>)",
    // Coin
    R"(<ellipse cx="10" cy="5.5" rx="6.5" ry="2.5"/><path d="M3.5 5.5v4.5c0 1.4 2.9 2.5 6.5 2.5s6.5-1.1 6.5-2.5v-4.5M3.5 10v4.5c0 1.4 2.9 2.5 6.5 2.5s6.5-1.1 6.5-2.5v-4.5"/>)",
    // Layers
    R"(<path d="M10 3l7 3.7-7 3.7-7-3.7z"/><path d="M3 10.3l7 3.7 7-3.7M3 13.7l7 3.7 7-3.7"/>)",
    // Trend
    R"(<path d="M3 15l4.5-5 3.5 3 6-7"/><path d="M12.5 6h4.5v4.5"/>)",
    // Bulb
    R"(<path d="M7.5 14.5c0-2-2.5-3-2.5-6.2a5 5 0 0 1 10 0c0 3.2-2.5 4.2-2.5 6.2zM8 17.5h4"/>)",
    // Teams
    R"(<rect x="7" y="3" width="6" height="4.5" rx="1"/><rect x="2.5" y="12.5" width="6" height="4.5" rx="1"/><rect x="11.5" y="12.5" width="6" height="4.5" rx="1"/><path d="M10 7.5v2.5M5.5 12.5v-2.5h9v2.5"/>)",
    // Shield
    R"(<path d="M10 2.8l6 2.2v4.5c0 3.8-2.5 6.5-6 7.8-3.5-1.3-6-4-6-7.8v-4.5z"/><path d="M7.5 10l1.8 1.8 3.2-3.6"/>)",
    // Search
    R"(<circle cx="9" cy="9" r="5"/><path d="M13 13l4 4"/>)",
    // ChevronDown
    R"(<path d="M6 8l4 4 4-4"/>)",
    // ChevronRight
    R"(<path d="M8 6l4 4-4 4"/>)",
    // Calendar
    R"(<rect x="3" y="4.5" width="14" height="12.5" rx="1.5"/><path d="M3 8.5h14M7 2.8v3.2M13 2.8v3.2"/>)",
    // Eye
    R"(<path d="M2.5 10c2-3.6 4.5-5.2 7.5-5.2s5.5 1.6 7.5 5.2c-2 3.6-4.5 5.2-7.5 5.2s-5.5-1.6-7.5-5.2z"/><circle cx="10" cy="10" r="2.4"/>)",
    // EyeOff
    R"(<path d="M2.5 10c2-3.6 4.5-5.2 7.5-5.2s5.5 1.6 7.5 5.2c-2 3.6-4.5 5.2-7.5 5.2s-5.5-1.6-7.5-5.2z"/><path d="M4 16L16 4"/>)",
    // Sync
    R"(<path d="M16.5 8.5a6.7 6.7 0 0 0-12.3-1.5M3.5 11.5a6.7 6.7 0 0 0 12.3 1.5"/><path d="M4 3.5v3.5h3.5M16 16.5v-3.5h-3.5"/>)",
    // Check
    R"(<path d="M4.5 10.5l3.5 3.5 7.5-8"/>)",
    // Cross
    R"(<path d="M5.5 5.5l9 9M14.5 5.5l-9 9"/>)",
    // Clock
    R"(<circle cx="10" cy="10" r="7"/><path d="M10 6v4.2l2.8 1.8"/>)",
    // Info
    R"(<circle cx="10" cy="10" r="7"/><path d="M10 9.2v4.3M10 6.4v.6"/>)",
    // Warning
    R"(<path d="M10 3.5l7.5 13h-15z"/><path d="M10 8.5v3.8M10 14.1v.5"/>)",
    // Key
    R"(<circle cx="6.5" cy="12.5" r="3.7"/><path d="M9.2 9.8l6.8-6.8M13 6l2.5 2.5"/>)",
    // Copy
    R"(<rect x="7" y="7" width="9.5" height="9.5" rx="1.5"/><path d="M13 7v-3.5h-9.5v9.5h3.5"/>)",
    // Mail
    R"(<rect x="2.8" y="4.5" width="14.4" height="11" rx="1.5"/><path d="M3 6l7 5 7-5"/>)",
    // Plug
    R"(<path d="M7 3v4M13 3v4M5 7h10v3a5 5 0 0 1-10 0zM10 15v3"/>)",
    // Play
    R"(<circle cx="10" cy="10" r="7"/><path d="M8.5 7l4.5 3-4.5 3z"/>)",
    // Upload
    R"(<path d="M10 13v-9M6.5 7l3.5-3.5 3.5 3.5M3.5 13v3.5h13v-3.5"/>)",
    // Export
    R"(<path d="M10 3.5v9M6.5 9l3.5 3.5 3.5-3.5M3.5 13v3.5h13v-3.5"/>)",
    // Table
    R"(<rect x="3" y="4" width="14" height="12" rx="1.2"/><path d="M3 8h14M3 12h14M8 8v8"/>)",
    // Chart
    R"(<path d="M4 16v-6M8 16v-10M12 16v-7M16 16v-12"/>)",
    // More
    R"(<path d="M5 10h.01M10 10h.01M15 10h.01" stroke-width="2.4"/>)",
    // Columns
    R"(<rect x="3" y="4" width="14" height="12" rx="1.2"/><path d="M8 4v12M12.5 4v12"/>)",
    // Filter
    R"(<path d="M3.5 5h13l-5 6v5l-3-1.5v-3.5z"/>)",
    // Spike
    R"(<path d="M2.5 15h3.5l2.5-11 3 11h6"/>)",
    // Seat
    R"(<circle cx="10" cy="7" r="3"/><path d="M4 17c.6-3.2 3-5 6-5s5.4 1.8 6 5"/><path d="M3 3l14 14"/>)",
    // Gauge
    R"(<path d="M3.5 14.5a7 7 0 1 1 13 0"/><path d="M10 12l3.5-4"/>)",
    // Bell
    R"(<path d="M5.5 13.5v-4.5a4.5 4.5 0 0 1 9 0v4.5l1.5 1.5h-12zM8.5 17h3"/>)",
    // Trash
    R"(<path d="M4 6h12M8 6v-2h4v2M5.5 6l.8 10.5h7.4l.8-10.5"/>)",
    // Link
    R"(<path d="M8.5 11.5l3-3M7 9l-2.2 2.2a2.8 2.8 0 0 0 4 4l2.2-2.2M13 11l2.2-2.2a2.8 2.8 0 0 0-4-4l-2.2 2.2"/>)",
    // Cloud
    R"(<path d="M6 15.5a3.5 3.5 0 0 1-.3-7 4.5 4.5 0 0 1 8.7 1 3 3 0 0 1 .1 6z"/>)",
    // Arrow
    R"(<path d="M4 10h12M11.5 5.5l4.5 4.5-4.5 4.5"/>)",
    // Lock
    R"(<rect x="4.5" y="9" width="11" height="8" rx="1.5"/><path d="M7 9v-2.5a3 3 0 0 1 6 0v2.5"/>)",
    // Database
    R"(<ellipse cx="10" cy="5" rx="6" ry="2.3"/><path d="M4 5v10c0 1.3 2.7 2.3 6 2.3s6-1 6-2.3v-10M4 10c0 1.3 2.7 2.3 6 2.3s6-1 6-2.3"/>)",
    // Pause
    R"(<path d="M7 5v10M13 5v10"/>)",
    // Note
    R"(<path d="M4 3.5h12v9l-4 4h-8zM12 16.5v-4h4"/>)",
};
static_assert(kBodies.size() == static_cast<std::size_t>(IconName::Note) + 1);

// The colour as SVG Tiny can read it; transparency is applied by the painter.
QByteArray documentOf(IconName name, const QColor& color)
{
    return QByteArrayLiteral(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 20\" fill=\"none\" stroke=\"")
        + color.name(QColor::HexRgb).toLatin1()
        + QByteArrayLiteral("\" stroke-width=\"1.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\">")
        + kBodies.at(static_cast<std::size_t>(name)) + QByteArrayLiteral("</svg>");
}

class StrokeIconEngine final : public QIconEngine
{
public:
    StrokeIconEngine(IconName name, QColor color, QColor checkedColor)
        : m_name(name)
        , m_color(color)
        , m_checkedColor(checkedColor)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        QColor color = state == QIcon::On || mode == QIcon::Selected ? m_checkedColor : m_color;
        if (mode == QIcon::Disabled) {
            color = Theme::of(nullptr).color(Token::Faint);
        }
        paintIcon(*painter, m_name, rect, color);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return image;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new StrokeIconEngine(*this); }

private:
    IconName m_name;
    QColor m_color;
    QColor m_checkedColor;
};

class BrandIconEngine final : public QIconEngine
{
public:
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        paintBrandMark(*painter, rect, Theme(Theme::Mode::Light), Qt::transparent);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return image;
    }

    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        QList<QSize> sizes;
        for (const int edge : {16, 24, 32, 48, 64, 128, 256}) {
            sizes.append(QSize(edge, edge));
        }
        return sizes;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new BrandIconEngine(*this); }
};

} // namespace

QIcon icon(IconName name, const QColor& color)
{
    return icon(name, color, color);
}

QIcon icon(IconName name, const QColor& color, const QColor& checkedColor)
{
    return QIcon(new StrokeIconEngine(name, color, checkedColor));
}

void paintIcon(QPainter& painter, IconName name, const QRectF& box, const QColor& color)
{
    const qreal edge = qMin(box.width(), box.height());
    const QRectF square(box.center().x() - edge / 2, box.center().y() - edge / 2, edge, edge);
    QSvgRenderer renderer(documentOf(name, color));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(painter.opacity() * static_cast<qreal>(color.alphaF()));
    renderer.render(&painter, square);
    painter.restore();
}

void paintBrandMark(QPainter& painter, const QRectF& box, const Theme& theme, const QColor& behind)
{
    // A box of 28 units: uprights 4.5 wide with their feet at 26, cross thread 4.5 high at 17.
    constexpr qreal kUnits = 28;
    constexpr std::array<qreal, 4> kLeft{2, 8.5, 15, 21.5};
    constexpr std::array<qreal, 4> kTop{13, 8, 11, 2};
    constexpr qreal kWidth = 4.5;
    constexpr qreal kFoot = 26;
    constexpr qreal kCross = 17;

    const qreal edge = qMin(box.width(), box.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.translate(box.center().x() - edge / 2, box.center().y() - edge / 2);
    painter.scale(edge / kUnits, edge / kUnits);

    painter.setBrush(theme.color(Token::Accent));
    for (std::size_t i = 0; i < kLeft.size(); ++i) {
        const bool below = i == 0 || i == 2;
        if (!below) {
            painter.drawRoundedRect(QRectF(kLeft.at(i), kTop.at(i), kWidth, kFoot - kTop.at(i)), 1, 1);
            continue;
        }
        // The cross thread passes over this one: two pieces with a cut of one unit above and below it.
        painter.drawRoundedRect(QRectF(kLeft.at(i), kTop.at(i), kWidth, kCross - 1 - kTop.at(i)), 1, 1);
        painter.drawRoundedRect(
            QRectF(kLeft.at(i), kCross + kWidth + 1, kWidth, kFoot - kCross - kWidth - 1), 1, 1);
        if (behind.alpha() > 0) {
            painter.setBrush(behind);
            painter.drawRect(QRectF(kLeft.at(i), kCross - 1, kWidth, kWidth + 2));
            painter.setBrush(theme.color(Token::Accent));
        }
    }
    painter.setBrush(theme.color(Token::Thread));
    painter.drawRect(QRectF(0, kCross, 7.7, kWidth));
    painter.drawRect(QRectF(13.8, kCross, 6.9, kWidth));
    if (edge >= 20) {
        painter.drawRect(QRectF(27, kCross, 1, kWidth));
    }
    painter.restore();
}

QIcon brandIcon()
{
    return QIcon(new BrandIconEngine);
}

} // namespace ui::common
