// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/SyncPanel.h"

#include "common/Label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::shell {

using namespace common;

namespace {

constexpr int kWidth = 380;
constexpr int kThousand = 1000;

QPushButton* makeButton(const QString& objectName, const QString& text)
{
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    return button;
}

} // namespace

SyncPanel::SyncPanel(QWidget* window)
    : Overlay(window)
{
    setObjectName(QStringLiteral("syncPanel"));
    setAccessibleName(tr("Sync"));
    setFixedWidth(kWidth);

    m_headline = new Label(TextStyle::Heading);
    m_headline->setObjectName(QStringLiteral("syncPanelHeadline"));
    m_headline->setWordWrap(true);
    m_reason = new Label(TextStyle::Small, Tone::Muted);
    m_reason->setObjectName(QStringLiteral("syncPanelReason"));
    m_reason->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("syncPanelProgress"));
    m_progress->setAccessibleName(tr("Progress of the sync"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, kThousand);
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(4);
    m_facts->setColumnStretch(1, 1);
    m_sync = makeButton(QStringLiteral("syncPanelSyncButton"), tr("Sync now"));
    m_sync->setProperty("kind", QStringLiteral("primary"));
    m_stop = makeButton(QStringLiteral("syncPanelStopButton"), tr("Stop"));
    m_pause = makeButton(QStringLiteral("syncPanelPauseButton"), {});
    setPaused(false);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_pause);
    buttons->addStretch(1);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_sync);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(m_headline);
    layout->addWidget(m_reason);
    layout->addWidget(m_progress);
    layout->addLayout(m_facts);
    layout->addSpacing(4);
    layout->addLayout(buttons);

    connect(m_sync, &QPushButton::clicked, this, [this] {
        closeOverlay();
        Q_EMIT syncRequested();
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        closeOverlay();
        Q_EMIT stopRequested();
    });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        closeOverlay();
        Q_EMIT pauseRequested(!m_paused);
    });
}

void SyncPanel::setPaused(bool paused)
{
    m_paused = paused;
    m_pause->setText(paused ? tr("Resume syncing") : tr("Pause syncing"));
    m_pause->setAccessibleName(m_pause->text());
}

void SyncPanel::setFacts(const statustext::SyncFacts& facts, bool syncing, std::optional<double> done)
{
    m_headline->setText(facts.headline);
    m_reason->setText(facts.reason);
    m_reason->setVisible(!facts.reason.isEmpty());
    m_progress->setVisible(done.has_value());
    m_progress->setValue(static_cast<int>(done.value_or(0) * kThousand));
    while (m_rows.size() < facts.rows.size()) {
        const int row = static_cast<int>(m_rows.size());
        m_rows.push_back({new Label(TextStyle::Small, Tone::Muted), new Label(TextStyle::Small)});
        m_facts->addWidget(m_rows.back().name, row, 0);
        m_facts->addWidget(m_rows.back().value, row, 1);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const bool isUsed = i < facts.rows.size();
        row.name->setVisible(isUsed);
        row.value->setVisible(isUsed);
        if (isUsed) {
            const auto& [name, value] = facts.rows[i];
            row.name->setText(name);
            row.value->setText(value);
            row.value->setAccessibleName(tr("%1: %2", "name of a fact, its value").arg(name, value));
        }
    }
    m_sync->setEnabled(!syncing);
    m_sync->setVisible(!syncing);
    m_stop->setVisible(syncing);
    if (isVisible()) {
        adjustSize();
    }
}

void SyncPanel::openBelow(const QWidget* anchor)
{
    adjustSize();
    const QPoint below = anchor->mapTo(parentWidget(), QPoint(0, anchor->height() + 8));
    const int x = isRightToLeft() ? below.x() : below.x() + anchor->width() - width();
    openAt({x, below.y()}, m_stop->isHidden() ? m_sync : m_stop);
}

} // namespace ui::shell
