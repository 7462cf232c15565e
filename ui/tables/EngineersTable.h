// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <vector>

namespace ui::tables {

class SortHeader;

/// The table of engineers: rows of 36 pixels, numbers right, long e-mails elided with the whole in a tool
/// tip. Whole rows are selected: by their check box, by Ctrl or Shift and a click, by Space, all of them by
/// Ctrl+A or the box in the heading; Escape forgets the selection. Arrow keys alone move the current row and
/// leave the selection as it is. Enter or a double click opens the current row; Ctrl+C copies the selected
/// rows with their headings as tab-separated text. Expects an EngineersModel behind any proxy. Main thread.
class EngineersTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineersTable)

public:
    explicit EngineersTable(QWidget* parent = nullptr);

    /// Widths for the content; the column of names takes what is left.
    void fitColumns();
    /// The selected rows and the columns on show (but the painted one) as tab-separated text with a heading
    /// line, in the order of the screen: numbers and days as in exported files, and a text that a spreadsheet
    /// would run as a formula behind an apostrophe.
    [[nodiscard]] QString selectionAsText() const;
    /// In the order of the screen.
    [[nodiscard]] std::vector<int> selectedRows() const;
    /// Adds rows to the selection; those below zero are passed over.
    void selectRows(std::vector<int> rows);
    void setModel(QAbstractItemModel* model) override;
    /// Copies what is selected; nothing without a selection.
    void copySelection() const;
    /// Moves to a row without selecting it.
    void moveTo(const QModelIndex& index);

Q_SIGNALS:
    void rowOpened(const QModelIndex& index);
    void selectionMoved();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(
        const QModelIndex& index, const QEvent* event) const override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    [[nodiscard]] int sizeHintForColumn(int column) const override;

private:
    void stretchNames();
    void refreshHeaderBox();
    void toggle(const QModelIndex& index);
    /// The row whose check box lies there.
    [[nodiscard]] QModelIndex boxAt(QPoint position) const;
    bool m_pressedBox = false;
    SortHeader* m_header;
};

} // namespace ui::tables
