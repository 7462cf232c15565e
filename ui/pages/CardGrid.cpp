// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/CardGrid.h"

#include <QGridLayout>

namespace ui::pages {

namespace {

constexpr int kLeastForTwo = 960;
constexpr int kSpacing = 16;

} // namespace

CardGrid::CardGrid(QWidget* parent)
    : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kSpacing);
}

void CardGrid::addCard(QWidget* card, bool wide)
{
    // Width is dealt out by the grid, whatever legends and captions would like to have.
    card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_cards.push_back({card, wide});
    m_columns = 0;
    arrange();
}

void CardGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CardGrid::arrange()
{
    const int columns = width() < kLeastForTwo ? 1 : 2;
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, columns == 2 ? 1 : 0);
    int row = 0;
    int column = 0;
    for (const Entry& entry : m_cards) {
        const int span = entry.wide ? columns : 1;
        if (column + span > columns) {
            ++row;
            column = 0;
        }
        grid->addWidget(entry.card, row, column, 1, span);
        column += span;
    }
}

} // namespace ui::pages
