// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/PreviewPicture.h"

#include "common/Theme.h"

#include <QPainter>

#include <array>

namespace ui::wizard {

using common::Theme;
using common::Token;

namespace {

constexpr int kWidth = 150;
constexpr int kHeight = 64;

void paintDays(QPainter& painter, const QRectF& box, const Theme& theme)
{
    // Percent of the height, a Monday first; −1 is a day that is missing.
    constexpr std::array kDays{92, 96, 98, 84, 80, 11, 9, 93, 90, 86, -1, 81, 12, 10, 85, 88, 90, 93, 80, 13,
        11, 88, 92, 96, 90, 86, 95, 90};
    constexpr std::size_t kProvisional = 2;
    const qreal step = box.width() / static_cast<qreal>(kDays.size());
    for (std::size_t i = 0; i < kDays.size(); ++i) {
        const qreal left = box.left() + step * static_cast<qreal>(i);
        if (kDays.at(i) < 0) {
            painter.fillRect(QRectF(left, box.top(), step * 0.8, box.height()), theme.color(Token::Gap));
            continue;
        }
        const qreal height = box.height() * kDays.at(i) / 100;
        const bool provisional = i + kProvisional >= kDays.size();
        painter.fillRect(QRectF(left, box.bottom() - height, step * 0.8, height),
            provisional ? theme.ramp(2) : theme.category(0));
    }
}

void paintRhythm(QPainter& painter, const QRectF& box, const Theme& theme)
{
    constexpr int kWeeks = 13;
    constexpr int kDays = 7;
    constexpr qreal kGap = 2;
    const qreal width = (box.width() - kGap * (kWeeks - 1)) / kWeeks;
    const qreal height = (box.height() - kGap * (kDays - 1)) / kDays;
    for (int week = 0; week < kWeeks; ++week) {
        for (int day = 0; day < kDays; ++day) {
            const bool weekend = day >= 5;
            // Some variation, and a team that grows.
            const int step = weekend ? 1 : std::min(5, 2 + (week * 3 + day * 5 + week * day) % 3 + week / 8);
            painter.setBrush(theme.ramp(step));
            painter.drawRoundedRect(
                QRectF(box.left() + week * (width + kGap), box.top() + day * (height + kGap), width, height),
                1, 1);
        }
    }
}

void paintEngagement(QPainter& painter, const QRectF& box, const Theme& theme)
{
    constexpr std::array<qreal, 4> kParts{1, 0.58, 0.41, 0.31};
    constexpr qreal kGap = 6;
    const qreal height = (box.height() - kGap * (kParts.size() - 1)) / kParts.size();
    for (std::size_t i = 0; i < kParts.size(); ++i) {
        const QRectF track(
            box.left(), box.top() + static_cast<qreal>(i) * (height + kGap), box.width(), height);
        painter.setBrush(theme.ramp(0));
        painter.drawRoundedRect(track, 2, 2);
        QRectF bar = track;
        bar.setWidth(track.width() * kParts.at(i));
        painter.setBrush(theme.ramp(5 - static_cast<int>(i)));
        painter.drawRoundedRect(bar, 2, 2);
    }
}

} // namespace

PreviewPicture::PreviewPicture(Kind kind, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize PreviewPicture::sizeHint() const
{
    return {kWidth, kHeight};
}

void PreviewPicture::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF box = QRectF(rect());
    switch (m_kind) {
    case Kind::Days: paintDays(painter, box, theme); break;
    case Kind::Rhythm: paintRhythm(painter, box, theme); break;
    case Kind::Engagement: paintEngagement(painter, box, theme); break;
    }
}

} // namespace ui::wizard
