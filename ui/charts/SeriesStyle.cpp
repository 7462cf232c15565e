// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/SeriesStyle.h"

#include "common/Format.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::charts {

namespace {

QColor mixed(const QColor& color, const QColor& behind, double share)
{
    const auto channel = [share](int top, int below) { return qRound(top * share + below * (1 - share)); };
    return QColor(channel(color.red(), behind.red()), channel(color.green(), behind.green()),
        channel(color.blue(), behind.blue()));
}

} // namespace

common::Token measureToken(app::models::Measure measure)
{
    using app::models::Measure;
    using common::Token;
    switch (measure) {
    case Measure::ActiveEngineers:
    case Measure::Threads:
    case Measure::Turns:
    case Measure::Credits:
    case Measure::CostUsd:
    case Measure::UncachedInput:
    case Measure::Reviews:
    case Measure::Upvotes: return Token::Category1;
    case Measure::Comments:
    case Measure::Output:
    case Measure::CommentsP1:
    case Measure::Downvotes: return Token::Category2;
    case Measure::CachedInput:
    case Measure::CommentsP2: return Token::Category4;
    case Measure::CommentsP0: return Token::Category7;
    case Measure::ReactionsOfUnknownKind: return Token::Category6;
    case Measure::CommentsWithoutPriority:
    case Measure::OtherReactions:
    case Measure::Replies:
    case Measure::Replied: return Token::Category8;
    case Measure::MeanActive:
    case Measure::MonthlyActive:
    case Measure::CommentsPerReview:
    case Measure::OutputShare:
    case Measure::Downvoted: return Token::Category2;
    default: return Token::Category1;
    }
}

common::Token categoryColor(int category)
{
    return common::categoryToken(category - 1);
}

common::Token seriesToken(const app::models::DaySeries& series)
{
    return series.category > 0 ? categoryColor(series.category) : measureToken(series.measure);
}

QColor seriesColor(const app::models::DaySeries& series, const common::Theme& theme)
{
    return theme.color(seriesToken(series));
}

namespace {

// Lines 5 pixels apart at 45° repeat every 7 pixels along either axis.
constexpr int kPeriod = 7;
constexpr double kHatchWidth = 1.6;
constexpr double kHatchShare = 0.8;

} // namespace

QString axisText(app::models::Measure measure, double value)
{
    if (app::models::measureUnit(measure) != app::models::MeasureUnit::Share) {
        return common::format::compact(value);
    }
    // A line at 2.5 % says so: rounded to "3 %" it would lie.
    constexpr int kMostDecimals = 2;
    constexpr double kRounding = 1e-6;
    int decimals = 0;
    for (double shown = value * 100;
         decimals < kMostDecimals && std::abs(shown - std::round(shown)) > kRounding; shown *= 10) {
        ++decimals;
    }
    return common::format::percent(value, decimals);
}

QPen gapPen(const common::Theme& theme)
{
    QPen pen(theme.color(common::Token::GapLine), 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({2, 3});
    return pen;
}

void drawLabel(QPainter& painter, const QRectF& box, Qt::AlignmentFlag side, const QString& text)
{
    const Qt::Alignment place = Qt::AlignVCenter | Qt::AlignAbsolute | side;
    const int direction = text.isRightToLeft() ? 0 : static_cast<int>(Qt::TextForceLeftToRight);
    painter.drawText(
        box, static_cast<int>(place.toInt()) | Qt::TextSingleLine | Qt::TextDontClip | direction, text);
}

QColor provisionalTint(const QColor& color, const QColor& behind)
{
    return mixed(color, behind, 0.22);
}

QBrush provisionalBrush(const QColor& color, const QColor& behind)
{
    QImage tile(kPeriod, kPeriod, QImage::Format_RGB32);
    const QColor tint = provisionalTint(color, behind);
    tile.fill(tint);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixed(color, tint, kHatchShare), kHatchWidth));
    for (const int shift : {-kPeriod, 0, kPeriod}) {
        painter.drawLine(QPointF(shift - 1, kPeriod + 1), QPointF(shift + kPeriod + 1, -1));
    }
    painter.end();
    return QBrush(tile);
}

void fillProvisional(QPainter& painter, const QRectF& box, const QColor& color, const QColor& behind)
{
    if (!painter.paintEngine() || painter.paintEngine()->type() != QPaintEngine::SVG) {
        painter.fillRect(box, provisionalBrush(color, behind));
        return;
    }
    const QColor tint = provisionalTint(color, behind);
    painter.fillRect(box, tint);
    painter.save();
    painter.setPen(QPen(mixed(color, tint, kHatchShare), kHatchWidth, Qt::SolidLine, Qt::FlatCap));
    const double first = std::ceil((box.left() + box.top()) / kPeriod) * kPeriod;
    for (double sum = first; sum < box.right() + box.bottom(); sum += kPeriod) {
        // The part of x + y = sum that lies inside.
        const double right = std::min(box.right(), sum - box.top());
        const double left = std::max(box.left(), sum - box.bottom());
        painter.drawLine(QPointF(left, sum - left), QPointF(right, sum - right));
    }
    painter.restore();
}

} // namespace ui::charts
