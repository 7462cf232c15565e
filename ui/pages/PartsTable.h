// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QVariant>

#include <vector>

class QSortFilterProxyModel;
class QStandardItemModel;

namespace ui::tables {
class SortHeader;
}

namespace ui::pages {

/// A short sortable table of surfaces or models, as high as its rows: the page scrolls, not the table. The
/// first column takes the width that is left; Ctrl+C copies the selected rows with their headings as
/// tab-separated text. Main thread.
class PartsTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PartsTable)

public:
    struct Column
    {
        QString heading;
        bool isNumber = false; ///< right-aligned, the largest first on the first click
    };
    struct Cell
    {
        QString text;
        QVariant sortsBy; ///< invalid: a dash, which sorts below every value
        QString tip{};
    };

    PartsTable(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);

    /// Replaces everything; sorting and column order stay as the person left them.
    void setContent(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows);
    [[nodiscard]] QString cellText(int row, int column) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void stretchFirst();
    [[nodiscard]] int wholeHeight() const;
    void copySelection() const;

    QStandardItemModel* m_model;
    QSortFilterProxyModel* m_sorted;
    tables::SortHeader* m_header;
    bool m_isSorted = false;
};

} // namespace ui::pages
