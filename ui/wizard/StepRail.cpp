// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/StepRail.h"

#include "common/Icons.h"
#include "common/Theme.h"

#include <QPainter>
#include <QStyle>

#include <cmath>

namespace ui::wizard {

using app::setup::SetupStep;
using common::TextStyle;
using common::Theme;
using common::Token;

namespace {

constexpr int kSteps = 5; // Prepare … Done; Welcome stands before them
constexpr int kPitch = 64;
constexpr int kCircle = 28;
constexpr int kTextLeft = 42;

} // namespace

StepRail::StepRail(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("stepRail"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCurrent(SetupStep::Welcome);
}

void StepRail::setCurrent(SetupStep step)
{
    m_current = step;
    const int number = static_cast<int>(step);
    setAccessibleName(number == 0 ? tr("Setup in five steps")
                                  : tr("Step %1 of %2: %3").arg(number).arg(kSteps).arg(title(number)));
    update();
}

void StepRail::setBackfillDays(int days)
{
    m_days = days;
    update();
}

QSize StepRail::sizeHint() const
{
    return {224, (kSteps - 1) * kPitch + kCircle + 12};
}

QString StepRail::title(int index) const
{
    switch (index) {
    case 1: return tr("Prepare");
    case 2: return tr("Key");
    case 3: return tr("Verify");
    case 4: return tr("Backfill");
    default: return tr("Done");
    }
}

QString StepRail::caption(int index) const
{
    switch (index) {
    case 1: return tr("Roles and the request");
    case 2: return tr("Workspace and key");
    case 3: return tr("Scope and endpoints");
    case 4: return tr("%n day(s), newest first", nullptr, m_days);
    default: return tr("Dashboards");
    }
}

void StepRail::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int current = static_cast<int>(m_current);
    // Drawn from the leading edge: the circles stand on the right where one reads from right to left.
    const auto mirrored = [this](QRect box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    const auto alignment
        = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignTop).toInt());
    for (int number = 1; number <= kSteps; ++number) {
        const int top = 1 + (number - 1) * kPitch;
        const bool done = number < current || (number == kSteps && current == kSteps);
        const bool here = number == current && !done;
        const QRectF circle = mirrored(QRect(1, top, kCircle, kCircle));
        if (number < kSteps) {
            painter.setPen(QPen(theme.color(number < current ? Token::Accent : Token::Border), 1));
            // On the middle of a pixel, or it would be two pale ones.
            const qreal x = std::floor(circle.center().x()) + 0.5;
            painter.drawLine(QPointF(x, circle.bottom() + 2), QPointF(x, top + kPitch - 2));
        }
        const Token edge = done || here ? Token::Accent : Token::BorderStrong;
        const qreal line = here ? 2 : 1;
        painter.setPen(QPen(theme.color(edge), line));
        painter.setBrush(theme.color(done ? Token::Accent : Token::Raised));
        painter.drawEllipse(circle.adjusted(line / 2, line / 2, -line / 2, -line / 2));
        if (done) {
            common::paintIcon(painter, common::IconName::Check, circle.adjusted(6, 6, -6, -6),
                theme.color(Token::OnAccent));
        } else {
            QFont font = theme.font(TextStyle::Small);
            font.setBold(here);
            painter.setFont(font);
            painter.setPen(theme.color(here ? Token::Accent : Token::Muted));
            painter.drawText(circle, Qt::AlignCenter, QString::number(number));
        }
        QFont titleFont = theme.font(TextStyle::Heading);
        titleFont.setBold(here);
        painter.setFont(titleFont);
        painter.setPen(theme.color(done || here ? Token::Text : Token::Muted));
        const QFontMetrics titleMetrics(titleFont);
        const QRect text = mirrored(QRect(kTextLeft, top, width() - kTextLeft, kPitch));
        painter.drawText(
            text, alignment, titleMetrics.elidedText(title(number), Qt::ElideRight, text.width()));
        painter.setFont(theme.font(TextStyle::Small));
        painter.setPen(theme.color(Token::Muted));
        const QFontMetrics metrics(painter.font());
        painter.drawText(text.adjusted(0, titleMetrics.height() - 1, 0, 0), alignment,
            metrics.elidedText(caption(number), Qt::ElideRight, text.width()));
    }
}

} // namespace ui::wizard
