// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/WrappingRadio.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace ui::wizard {

namespace {

constexpr int kFlags = Qt::TextWordWrap | Qt::TextShowMnemonic;
constexpr int kAir = 4; ///< above and below, together
constexpr int kLeastText = 80;

} // namespace

WrappingRadio::WrappingRadio(const QString& text, QWidget* parent)
    : QRadioButton(text, parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int WrappingRadio::lead() const
{
    return style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, nullptr, this)
        + style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing, nullptr, this);
}

QRect WrappingRadio::textBounds(int width) const
{
    constexpr int kAnyHeight = 10'000;
    return fontMetrics().boundingRect(QRect(0, 0, std::max(width - lead(), 1), kAnyHeight), kFlags, text());
}

int WrappingRadio::heightForWidth(int width) const
{
    const int mark = style()->pixelMetric(QStyle::PM_ExclusiveIndicatorHeight, nullptr, this);
    return std::max(textBounds(width).height(), mark) + kAir;
}

QSize WrappingRadio::sizeHint() const
{
    const int width = lead() + fontMetrics().size(Qt::TextShowMnemonic, text()).width() + 2;
    return {width, heightForWidth(width)};
}

QSize WrappingRadio::minimumSizeHint() const
{
    return {lead() + kLeastText, heightForWidth(sizeHint().width())};
}

void WrappingRadio::paintEvent(QPaintEvent*)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    // The mark stands beside the first line.
    const QSize mark(style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, &option, this),
        style()->pixelMetric(QStyle::PM_ExclusiveIndicatorHeight, &option, this));
    const int line = std::max(fontMetrics().height(), mark.height());
    const int top = (height() - heightForWidth(width()) + kAir) / 2;
    const QRect text(lead(), top, width() - lead(), height() - top);
    option.rect = QStyle::visualRect(
        layoutDirection(), rect(), QRect(QPoint(0, top + (line - mark.height()) / 2), mark));
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Normal : QPalette::Disabled;
    painter.setPen(palette().color(group, QPalette::WindowText));
    const Qt::Alignment side = isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), text),
        kFlags | static_cast<int>(side | Qt::AlignTop), this->text());
}

} // namespace ui::wizard
