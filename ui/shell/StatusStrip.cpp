// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/StatusStrip.h"

#include "charts/CompletenessStrip.h"
#include "common/ElidedLabel.h"
#include "common/Icons.h"
#include "common/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace ui::shell {

using namespace common;

namespace {

QFrame* makeDivider()
{
    auto* divider = new QFrame;
    divider->setProperty("role", QStringLiteral("divider"));
    divider->setFixedSize(1, 20);
    return divider;
}

} // namespace

StatusStrip::StatusStrip(QWidget* parent)
    : QFrame(parent)
{
    setProperty("role", QStringLiteral("strip"));
    setFixedHeight(40);
    setAccessibleName(tr("Completeness, sync times and key"));

    m_ticks = new charts::CompletenessStrip;
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
