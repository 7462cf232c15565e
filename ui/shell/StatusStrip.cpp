// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/StatusStrip.h"

#include "common/ElidedLabel.h"
#include "common/Icons.h"
#include "common/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace ui::shell {

using namespace common;
using app::records::DayState;

namespace {

constexpr int kTickHeight = 14;
constexpr int kBarWidth = 240;

struct TickSize
{
    int width = 0; ///< 0: a bar instead
    int gap = 0;
};

TickSize tickSize(std::size_t days)
{
    if (days <= 31) {
        return {4, 2};
    }
    return days <= 92 ? TickSize{2, 1} : TickSize{};
}

void paintDay(QPainter& painter, const QRect& box, DayState state, const Theme& theme)
{
    switch (state) {
    case DayState::Final: painter.fillRect(box, theme.color(Token::Ramp4)); return;
    case DayState::Provisional:
        if (box.width() < 4) {
            painter.fillRect(box, theme.color(Token::Ramp2));
            return;
        }
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(box);
        painter.fillRect(box, theme.color(Token::Ramp1));
        painter.setPen(QPen(theme.color(Token::Ramp4), 1.6));
        for (int y = box.top(); y < box.bottom() + box.width() + 5; y += 5) {
            painter.drawLine(QPointF(box.left() - 1, y + 1), QPointF(box.right() + 2, y - box.width() - 1));
        }
        painter.restore();
        return;
    case DayState::Missing:
        painter.fillRect(box, theme.color(Token::Gap));
        painter.setPen(QPen(theme.color(Token::GapLine), 1, Qt::DotLine));
        painter.drawRect(box.adjusted(0, 0, -1, -1));
        return;
    case DayState::NotOffered: painter.fillRect(box, theme.color(Token::Gap)); return;
    }
}

QFrame* makeDivider()
{
    auto* divider = new QFrame;
    divider->setProperty("role", QStringLiteral("divider"));
    divider->setFixedSize(1, 20);
    return divider;
}

} // namespace

CompletenessTicks::CompletenessTicks(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CompletenessTicks::setCoverage(const app::records::Coverage& coverage)
{
    m_days.clear();
    for (app::core::UtcDay day = coverage.range.first; day <= coverage.range.last; ++day) {
        m_days.push_back(coverage.state(day));
    }
    updateGeometry();
    update();
}

QSize CompletenessTicks::sizeHint() const
{
    if (m_days.empty()) {
        return {0, kTickHeight};
    }
    const TickSize size = tickSize(m_days.size());
    if (size.width == 0) {
        return {kBarWidth, kTickHeight};
    }
    return {static_cast<int>(m_days.size()) * (size.width + size.gap) - size.gap, kTickHeight};
}

void CompletenessTicks::paintEvent(QPaintEvent*)
{
    if (m_days.empty()) {
        return;
    }
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    // Days run with the text, as in the charts above: from left to right also in right-to-left languages.
    const TickSize size = tickSize(m_days.size());
    if (size.width > 0) {
        int x = 0;
        for (const DayState state : m_days) {
            paintDay(painter, QRect(x, 0, size.width, height()), state, theme);
            x += size.width + size.gap;
        }
        return;
    }
    const std::size_t count = m_days.size();
    for (int x = 0; x < width(); ++x) {
        const std::size_t from = static_cast<std::size_t>(x) * count / static_cast<std::size_t>(width());
        const std::size_t to
            = std::max(from + 1, static_cast<std::size_t>(x + 1) * count / static_cast<std::size_t>(width()));
        const DayState least = *std::min_element(m_days.begin() + static_cast<std::ptrdiff_t>(from),
            m_days.begin() + static_cast<std::ptrdiff_t>(std::min(to, count)));
        const Token token = least == DayState::Final ? Token::Ramp4
            : least == DayState::Provisional         ? Token::Ramp2
                                                     : Token::Gap;
        painter.fillRect(QRect(x, 0, 1, height()), theme.color(token));
    }
}

StatusStrip::StatusStrip(QWidget* parent)
    : QFrame(parent)
{
    setProperty("role", QStringLiteral("strip"));
    setFixedHeight(40);
    setAccessibleName(tr("Completeness, sync times and key"));

    m_ticks = new CompletenessTicks;
    m_headline = new Label(TextStyle::SmallBold);
    m_headline->setObjectName(QStringLiteral("coverageLabel"));
    m_details = new ElidedLabel(TextStyle::Small, Token::Muted);
    m_details->setObjectName(QStringLiteral("coverageDetails"));
    m_fetch = new QPushButton(tr("Fetch again"));
    m_fetch->setObjectName(QStringLiteral("fetchMissingButton"));
    m_fetch->setAccessibleName(tr("Fetch the missing days again"));
    m_fetch->setProperty("kind", QStringLiteral("link"));
    m_fetch->setProperty("extent", QStringLiteral("small"));
    m_fetch->hide();
    m_times = new ElidedLabel(TextStyle::Small, Token::Muted);
    m_times->setObjectName(QStringLiteral("syncTimes"));
    m_keyIcon = new QLabel;
    m_key = new Label(TextStyle::Small, Tone::Muted);
    m_key->setObjectName(QStringLiteral("keyLabel"));
    setKeyHint({});

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 1, 24, 0);
    layout->setSpacing(12);
    layout->addWidget(m_ticks);
    auto* words = new QHBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_headline);
    words->addWidget(m_details);
    words->addWidget(m_fetch);
    layout->addLayout(words);
    layout->addWidget(makeDivider());
    layout->addWidget(m_times);
    layout->addStretch(1);
    auto* key = new QHBoxLayout;
    key->setSpacing(6);
    key->addWidget(m_keyIcon);
    key->addWidget(m_key);
    layout->addLayout(key);

    connect(m_fetch, &QPushButton::clicked, this, &StatusStrip::fetchRequested);
    refreshIcon();
}

void StatusStrip::setCoverage(const app::records::Coverage& coverage, const statustext::CoverageText& text)
{
    m_ticks->setCoverage(coverage);
    m_ticks->setAccessibleName(text.headline);
    m_headline->setText(text.headline);
    m_details->setText(text.details.isEmpty() ? QString() : QStringLiteral("\u00b7 ") + text.details);
    m_fetchable = text.fetchable;
    m_fetch->setVisible(m_fetchable && !m_working);
}

void StatusStrip::setSyncText(const QString& lastAndNext, bool working)
{
    m_times->setText(lastAndNext);
    m_working = working;
    m_fetch->setVisible(m_fetchable && !m_working);
}

void StatusStrip::setKeyHint(const QString& hint)
{
    m_key->setText(hint.isEmpty() ? tr("No key") : tr("Key %1", "last four characters").arg(hint));
}

void StatusStrip::refreshIcon()
{
    m_keyIcon->setPixmap(
        icon(IconName::Key, Theme::of(this).color(Token::Muted)).pixmap(QSize(14, 14), devicePixelRatioF()));
}

void StatusStrip::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshIcon();
    }
}

} // namespace ui::shell
