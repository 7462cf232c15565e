// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace ui::pages {

/// Cards in two columns of equal width; below 960 pixels they stand one below the other.
class CardGrid final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardGrid)

public:
    explicit CardGrid(QWidget* parent = nullptr);
    /// `wide`: the card takes a row of its own.
    void addCard(QWidget* card, bool wide = false);
    [[nodiscard]] bool isNarrow() const { return m_columns == 1; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Entry
    {
        QWidget* card = nullptr;
        bool wide = false;
    };
    void arrange();
    std::vector<Entry> m_cards;
    int m_columns = 0;
};

} // namespace ui::pages
