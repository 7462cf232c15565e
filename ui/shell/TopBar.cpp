// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/TopBar.h"

#include "common/ElidedLabel.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/SegmentedControl.h"
#include "common/Theme.h"
#include "shell/RangePopup.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ui::shell {

using namespace common;

TopBar::TopBar(QAction* syncAction, QWidget* parent)
    : QFrame(parent)
{
    setProperty("role", QStringLiteral("bar"));
    setFixedHeight(56);
    setAccessibleName(tr("Workspace, range and sync"));

    auto* workspaceBox = new QFrame;
    workspaceBox->setProperty("role", QStringLiteral("well"));
    workspaceBox->setFixedHeight(32);
    auto* boxLayout = new QHBoxLayout(workspaceBox);
    boxLayout->setContentsMargins(10, 0, 12, 0);
    boxLayout->setSpacing(8);
    m_workspaceIcon = new QLabel;
    m_workspace = new ElidedLabel(TextStyle::BodyBold);
    m_workspace->setObjectName(QStringLiteral("workspaceLabel"));
    boxLayout->addWidget(m_workspaceIcon);
    boxLayout->addWidget(m_workspace);

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

    m_demo = new Pill(Pill::Kind::Demo, tr("Demo data"));
    m_demo->setObjectName(QStringLiteral("demoPill"));
    m_demo->hide();
    m_sync = new Pill;
    m_sync->setObjectName(QStringLiteral("syncPill"));
    m_syncButton = new QToolButton;
    m_syncButton->setObjectName(QStringLiteral("syncButton"));
    m_syncButton->setDefaultAction(syncAction);
    m_syncButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_syncButton->setAccessibleName(tr("Sync now"));
    m_syncButton->setFocusPolicy(Qt::StrongFocus);

    m_popup = new RangePopup(this);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 1);
    layout->setSpacing(12);
    layout->addWidget(workspaceBox);
    layout->addWidget(m_ranges);
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
    connect(m_popup, &RangePopup::rangeChosen, this, &TopBar::customChosen);
    // Closed without a choice: the segment of the range that is still shown becomes active again.
    connect(m_popup, &RangePopup::closed, this, [this] { setRange(m_preset, m_range); });
    refreshIcons();
}

void TopBar::setWorkspace(const app::core::WorkspaceId& workspace)
{
    const QString id = workspace.toString();
    m_workspace->setText(statustext::shortId(id));
    m_workspace->setAccessibleName(tr("Workspace %1").arg(id));
    m_workspace->parentWidget()->setToolTip(tr("Workspace %1").arg(id));
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

void TopBar::setSyncText(const statustext::PillText& text, bool working)
{
    m_sync->setState(text.kind, text.text);
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
    m_workspaceIcon->setPixmap(
        icon(IconName::Teams, theme.color(Token::Accent)).pixmap(QSize(16, 16), devicePixelRatioF()));
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
