// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace ui::tables {

/// Rows of a log or of a list, in the order of their model: 32 pixels high, scrolling in their own box, one
/// column wider than its text needs. Whole rows are selected; Ctrl+C copies them with their headings as
/// tab-separated text, each cell as PlotTableModel::DataRole has it. A cell with LedgerModel::PillRole is a
/// pill. Main thread.
class RecordsTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordsTable)

public:
    RecordsTable(const QString& objectName, const QString& accessibleName, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// The column that takes the width that is left; the first when nobody says.
    void setStretchColumn(int column);
    /// Room for this many rows; more of them scroll.
    void setVisibleRows(int least, int most);
    /// Widths for what is on show. Call it after new rows.
    void fitColumns();
    /// Copies the selected rows, all of them without a selection.
    void copyRows() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void rowsInserted(const QModelIndex& parent, int first, int last) override;

private:
    void stretch();
    [[nodiscard]] int heightOf(int rows) const;
    [[nodiscard]] int widthNeeded(int column) const;

    int m_stretched = 0;
    int m_leastRows = 4;
    int m_mostRows = 12;
};

} // namespace ui::tables
