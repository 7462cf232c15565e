// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartPicture.h"

#include "charts/ChartLegend.h"
#include "charts/SeriesStyle.h"
#include "common/Theme.h"

#include <QBuffer>
#include <QFontMetrics>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>

namespace ui::charts {

namespace {

using common::TextStyle;
using common::Theme;
using common::Token;

constexpr int kPadding = 16;
constexpr int kGap = 8;
constexpr int kBetween = 12;
constexpr int kEntry = 20;
constexpr int kLeastWidth = 320;
constexpr int kScale = 2;

int heightOf(const QString& text, const QFont& font, int width)
{
    return text.isEmpty()
        ? 0
        : QFontMetrics(font).boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, text).height();
}

/// Walks through the parts from top to bottom; with a painter it paints them. Returns the height.
int walk(const ChartPicture& picture, int width, QPainter* painter)
{
    const Theme theme = Theme::of(picture.chart);
    const bool mirrored = picture.chart->layoutDirection() == Qt::RightToLeft;
    const int inner = width - 2 * kPadding;
    int y = kPadding;
    const auto text = [&](const QString& words, TextStyle style, Token color) {
        const int high = heightOf(words, theme.font(style), inner);
        if (painter && high > 0) {
            painter->setFont(theme.font(style));
            painter->setPen(theme.color(color));
            const Qt::Alignment side = mirrored ? Qt::AlignRight : Qt::AlignLeft;
            painter->drawText(QRect(kPadding, y, inner, high),
                static_cast<int>((side | Qt::AlignAbsolute | Qt::AlignTop).toInt()) | Qt::TextWordWrap,
                words);
        }
        y += high > 0 ? high + 2 : 0;
    };
    text(picture.title, TextStyle::Heading, Token::Text);
    text(picture.caption, TextStyle::Small, Token::Muted);
    text(picture.period, TextStyle::Small, Token::Muted);
    y += kGap;

    int x = 0;
    bool any = false;
    for (const LegendEntry& entry : picture.chart->legend()) {
        if (entry.series >= 0 && !picture.chart->isSeriesShown(static_cast<std::size_t>(entry.series))) {
            continue;
        }
        const int wide = legendEntryWidth(entry, theme);
        if (x > 0 && x + wide > inner) {
            x = 0;
            y += kEntry;
        }
        if (painter) {
            const int left = mirrored ? width - kPadding - x - wide : kPadding + x;
            paintLegendEntry(*painter, QRectF(left, y, wide, kEntry), theme, entry, false);
        }
        x += wide + kBetween;
        any = true;
    }
    y += any ? kEntry + kGap : 0;

    const int high = picture.chart->canvasSize().height();
    if (painter) {
        picture.chart->drawTo(*painter, QRectF(kPadding, y, inner, high));
    }
    y += high + kGap;
    text(picture.note, TextStyle::Small, Token::Muted);
    if (!picture.mark.isEmpty()) {
        const QFont font = theme.font(TextStyle::Micro);
        const int line = QFontMetrics(font).height();
        if (painter) {
            painter->setFont(font);
            painter->setPen(theme.color(Token::Muted));
            drawLabel(*painter, QRectF(kPadding, y, inner, line), mirrored ? Qt::AlignLeft : Qt::AlignRight,
                picture.mark);
        }
        y += line;
    }
    return y + kPadding;
}

} // namespace

QSize ChartPicture::size() const
{
    const int width = std::max(kLeastWidth, chart->canvasSize().width()) + 2 * kPadding;
    return {width, walk(*this, width, nullptr)};
}

void ChartPicture::paint(QPainter& painter) const
{
    const QSize whole = size();
    painter.setLayoutDirection(chart->layoutDirection());
    painter.fillRect(QRect(QPoint(), whole), Theme::of(chart).color(Token::Raised));
    walk(*this, whole.width(), &painter);
}

QImage ChartPicture::image() const
{
    QImage result(size() * kScale, QImage::Format_RGB32);
    result.setDevicePixelRatio(kScale);
    QPainter painter(&result);
    paint(painter);
    return result;
}

QString ChartPicture::save(const QString& file, Format format) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (format == Format::Svg) {
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize(size());
        generator.setViewBox(QRect(QPoint(), size()));
        generator.setResolution(chart->logicalDpiX());
        generator.setTitle(title);
        generator.setDescription(caption);
        QPainter painter(&generator);
        paint(painter);
        painter.end();
    } else {
        image().save(&buffer, "PNG");
    }
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() || !target.commit()) {
        return target.errorString();
    }
    return {};
}

} // namespace ui::charts
