// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/TopBar.h"

#include "common/DropButton.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/PillButton.h"
#include "common/SegmentedControl.h"
#include "common/Theme.h"
#include "shell/RangePopup.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace ui::shell {

using namespace common;

TopBar::TopBar(const Commands& commands, QWidget* parent)
    : QFrame(parent)
{
    setProperty("role", QStringLiteral("bar"));
    setFixedHeight(56);
    setAccessibleName(tr("Workspace, range and sync"));

    m_workspace = new DropButton(TextStyle::BodyBold, IconName::Teams);
    m_workspace->setObjectName(QStringLiteral("workspaceButton"));
    m_workspace->setAccessibleName(tr("Workspace"));
    m_workspace->setMenu(commands.workspace);

    m_ranges = new SegmentedControl;
    m_ranges->setObjectName(QStringLiteral("rangeControl"));
    m_ranges->setAccessibleName(tr("Range"));
    m_ranges->addSegment(QStringLiteral("range7Button"), tr("7 d", "last 7 days, on a button"));
    m_ranges->addSegment(QStringLiteral("range30Button"), tr("30 d", "last 30 days, on a button"));
    m_ranges->addSegment(QStringLiteral("range90Button"), tr("90 d", "last 90 days, on a button"));
    m_ranges->addSegment(
        QStringLiteral("rangeCustomButton"), tr("Custom", "range of days"), IconName::Calendar);
    m_ranges->button(0)->setAccessibleName(tr("Last 7 days"));
    m_ranges->button(1)->setAccessibleName(tr("Last 30 days"));
    m_ranges->button(2)->setAccessibleName(tr("Last 90 days"));
    m_ranges->button(3)->setAccessibleName(tr("Custom range"));

    m_granularity = new DropButton(TextStyle::Body);
    m_granularity->setObjectName(QStringLiteral("granularityButton"));
    m_granularity->setAccessibleName(tr("One column stands for"));
    m_granularity->setMenu(commands.granularity);

    m_demo = new Pill(Pill::Kind::Demo, tr("Demo data"));
    m_demo->setObjectName(QStringLiteral("demoPill"));
    m_demo->hide();
    m_sync = new PillButton;
    m_sync->setObjectName(QStringLiteral("syncPill"));
    m_syncButton = new QToolButton;
    m_syncButton->setObjectName(QStringLiteral("syncButton"));
    m_syncButton->setDefaultAction(commands.sync);
    m_syncButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_syncButton->setAccessibleName(tr("Sync now"));
    m_syncButton->setFocusPolicy(Qt::StrongFocus);

    m_popup = new RangePopup(this);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 1);
    layout->setSpacing(12);
    layout->addWidget(m_workspace);
    layout->addWidget(m_ranges);
    layout->addWidget(m_granularity);
    layout->addStretch(1);
    layout->addWidget(m_demo);
    layout->addWidget(m_sync);
    layout->addWidget(m_syncButton);

    connect(m_ranges, &SegmentedControl::segmentChosen, this, [this](int index) {
        const auto preset = static_cast<RangePreset>(index);
        if (preset == RangePreset::Custom) {
            openPopup();
        } else {
            Q_EMIT presetChosen(preset);
        }
    });
    connect(m_sync, &PillButton::clicked, this, &TopBar::syncDetailsRequested);
    connect(m_popup, &RangePopup::rangeChosen, this, &TopBar::customChosen);
    // Closed without a choice: the segment of the range that is still shown becomes active again.
    connect(m_popup, &RangePopup::closed, this, [this] { setRange(m_preset, m_range); });
    refreshIcons();
}

void TopBar::setWorkspace(const app::core::WorkspaceId& workspace, const QString& name)
{
    const QString id = workspace.toString();
    m_workspace->setText(name.isEmpty() ? statustext::shortId(id) : name);
    m_workspace->setAccessibleName(
        name.isEmpty() ? tr("Workspace %1").arg(id) : tr("Workspace %1, %2", "name, id").arg(name, id));
    m_workspace->setToolTip(m_workspace->accessibleName());
    m_workspace->updateGeometry();
}

void TopBar::setRange(RangePreset preset, app::core::DayRange range)
{
    m_preset = preset;
    m_range = range;
    m_ranges->setCurrent(static_cast<int>(preset));
    m_ranges->button(static_cast<int>(RangePreset::Custom))
        ->setToolTip(
            preset == RangePreset::Custom ? format::days(range) : tr("Choose the first and the last day"));
}

void TopBar::setGranularityText(const QString& text)
{
    m_granularity->setText(text);
    m_granularity->setAccessibleName(tr("One column stands for: %1").arg(text));
    m_granularity->updateGeometry();
}

QWidget* TopBar::syncAnchor() const
{
    return m_sync;
}

void TopBar::setSyncText(const statustext::PillText& text, bool working)
{
    m_sync->setState(text.kind, text.text);
    m_sync->setToolTip(tr("%1. Press for the details of the sync.").arg(text.text));
    m_syncButton->setEnabled(!working);
}

void TopBar::setDemo(bool demo)
{
    m_demo->setVisible(demo);
}

void TopBar::openPopup()
{
    if (m_allowed.isEmpty()) {
        setRange(m_preset, m_range);
        return;
    }
    m_popup->openBelow(m_ranges, m_range, m_allowed);
}

void TopBar::refreshIcons()
{
    const Theme theme = Theme::of(this);
    if (QAction* action = m_syncButton->defaultAction()) {
        action->setIcon(icon(IconName::Sync, theme.color(Token::Text)));
    }
}

void TopBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshIcons();
    }
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    if (m_popup->isVisible()) {
        m_popup->hide();
    }
}

} // namespace ui::shell
