// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QBoxLayout;

namespace ui::pages {

/// Cards in rows. A wider window stretches the widest card of a row; where the grid is narrower than 1000
/// pixels the cards stand one below the other. Main thread.
class CardGrid final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardGrid)

public:
    struct Cell
    {
        QWidget* card = nullptr; ///< the grid becomes its parent
        int width = 1; ///< in the drawing, where the grid is 1176 wide: 676 and 484, say
    };

    explicit CardGrid(QWidget* parent = nullptr);
    /// A row of its own. Cards as wide as the widest share what a wider window gives.
    void addRow(const std::vector<Cell>& cells);
    /// Two of these share a row half and half; `wide`: the card takes a row of its own.
    void addCard(QWidget* card, bool wide = false);
    [[nodiscard]] bool isNarrow() const { return m_narrow; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Line
    {
        QBoxLayout* layout = nullptr;
        std::vector<Cell> cells;
        bool open = false; ///< the next card joins it
    };
    static void add(Line& line, const Cell& cell);
    Line& newLine();
    void arrange();

    std::vector<Line> m_lines;
    bool m_narrow = false;
};

} // namespace ui::pages
