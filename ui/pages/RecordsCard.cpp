// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/RecordsCard.h"

#include "common/Card.h"
#include "common/Icons.h"
#include "common/Label.h"
#include "common/StateMessage.h"
#include "common/Theme.h"
#include "tables/RecordsTable.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::pages {

namespace {

using common::TextStyle;
using common::Theme;
using common::Token;

QVBoxLayout* addColumn(QVBoxLayout& layout)
{
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    layout.addLayout(column);
    return column;
}

} // namespace

RecordsCard::RecordsCard(const QString& name, const QString& title, const QString& caption, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(name + QStringLiteral("Card"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_card = new common::Card(title, caption);
    outer->addWidget(m_card);
    m_menuButton = new QToolButton;
    m_card->addHeadWidget(m_menuButton);
    makeMenu(name);

    m_above = addColumn(*m_card->contentLayout());
    auto* body = new QWidget;
    m_body = new QStackedLayout(body);
    m_table = new tables::RecordsTable(name + QStringLiteral("Table"), title);
    m_empty = new common::StateMessage;
    m_empty->setObjectName(name + QStringLiteral("Empty"));
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    m_card->contentLayout()->addWidget(body, 1);
    m_below = addColumn(*m_card->contentLayout());
    m_note = new common::Label(TextStyle::Small, common::Tone::Muted);
    m_note->setObjectName(name + QStringLiteral("Note"));
    m_note->setWordWrap(true);
    m_note->hide();
    m_outcome = new common::Label(TextStyle::Small, common::Tone::Muted);
    m_outcome->setObjectName(name + QStringLiteral("Outcome"));
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    m_card->contentLayout()->addWidget(m_note);
    m_card->contentLayout()->addWidget(m_outcome);
    refreshMenu();
}

void RecordsCard::makeMenu(const QString& name)
{
    m_menu = new QMenu(this);
    m_menu->setObjectName(name + QStringLiteral("Menu"));
    // The key is the table's own: a shortcut of the action would work in the whole window.
    QAction* copy = m_menu->addAction(tr("Copy rows\tCtrl+C"));
    copy->setObjectName(name + QStringLiteral("CopyAction"));
    connect(copy, &QAction::triggered, this, [this] { m_table->copyRows(); });
    QAction* save = m_menu->addAction(tr("Export…"));
    save->setObjectName(name + QStringLiteral("ExportAction"));
    connect(save, &QAction::triggered, this, &RecordsCard::exportRequested);

    m_menuButton->setObjectName(name + QStringLiteral("MenuButton"));
    m_menuButton->setAccessibleName(tr("%1: menu").arg(m_card->title()));
    m_menuButton->setToolTip(tr("Copy and export"));
    m_menuButton->setIconSize(QSize(16, 16));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(m_menu);
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    m_menuButton->setStyleSheet(QStringLiteral(
        "QToolButton { min-width: 22px; min-height: 22px; max-width: 22px; max-height: 22px; border-color: "
        "transparent; background: transparent; }"));
}

void RecordsCard::refreshMenu()
{
    m_menuButton->setIcon(common::icon(common::IconName::More, Theme::of(this).color(Token::Muted)));
}

void RecordsCard::setCaption(const QString& caption)
{
    m_card->setCaption(caption);
}

void RecordsCard::addHeadControl(QWidget* control)
{
    m_card->addHeadWidget(control);
    // The menu stays the last.
    m_card->addHeadWidget(m_menuButton);
}

void RecordsCard::addAbove(QWidget* widget)
{
    m_above->addWidget(widget);
}

void RecordsCard::addBelow(QWidget* widget)
{
    m_below->addWidget(widget);
}

void RecordsCard::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void RecordsCard::setOutcome(const QString& text)
{
    m_outcome->setText(text);
    m_outcome->setVisible(!text.isEmpty());
}

void RecordsCard::showTable()
{
    m_body->setCurrentWidget(m_table);
}

void RecordsCard::showEmpty(const QString& title, const QString& text)
{
    m_empty->setMessage(common::StateMessage::Level::Empty, common::IconName::Note, title, text);
    m_body->setCurrentWidget(m_empty);
}

void RecordsCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshMenu();
    }
}

void RecordsCard::contextMenuEvent(QContextMenuEvent* event)
{
    m_menu->popup(event->globalPos());
}

} // namespace ui::pages
