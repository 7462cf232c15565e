// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/CardGrid.h"

#include <QVBoxLayout>

#include <algorithm>

namespace ui::pages {

namespace {

constexpr int kLeastForRows = 1'000;
constexpr int kSpacing = 16;

} // namespace

CardGrid::CardGrid(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpacing);
}

void CardGrid::addRow(const std::vector<Cell>& cells)
{
    Line& line = newLine();
    for (const Cell& cell : cells) {
        add(line, cell);
    }
    arrange();
}

void CardGrid::addCard(QWidget* card, bool wide)
{
    const bool joins = !wide && !m_lines.empty() && m_lines.back().open;
    Line& line = joins ? m_lines.back() : newLine();
    add(line, {card, 1});
    line.open = !wide && !joins;
    arrange();
}

CardGrid::Line& CardGrid::newLine()
{
    Line line;
    line.layout = new QBoxLayout(QBoxLayout::LeftToRight);
    line.layout->setContentsMargins(0, 0, 0, 0);
    line.layout->setSpacing(kSpacing);
    static_cast<QVBoxLayout*>(layout())->addLayout(line.layout, 1);
    m_lines.push_back(std::move(line));
    return m_lines.back();
}

void CardGrid::add(Line& line, const Cell& cell)
{
    // Width is dealt out by the grid, whatever legends and captions would like to have.
    cell.card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    line.layout->addWidget(cell.card);
    line.cells.push_back(cell);
}

void CardGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CardGrid::arrange()
{
    m_narrow = width() < kLeastForRows;
    for (const Line& line : m_lines) {
        line.layout->setDirection(m_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        int widest = 0;
        for (const Cell& cell : line.cells) {
            widest = std::max(widest, cell.width);
        }
        for (std::size_t index = 0; index < line.cells.size(); ++index) {
            const Cell& cell = line.cells[index];
            line.layout->setStretch(static_cast<int>(index), m_narrow ? 0 : cell.width);
            cell.card->setMaximumWidth(m_narrow || cell.width == widest ? QWIDGETSIZE_MAX : cell.width);
        }
    }
}

} // namespace ui::pages
