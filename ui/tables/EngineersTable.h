// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace ui::tables {

class SortHeader;

/// The table of engineers: rows of 36 pixels, numbers right, long e-mails elided with the whole in a tool
/// tip, whole rows selected. Enter or a double click opens the current row; Ctrl+C copies the selected rows
/// with their headings as tab-separated text. Expects an EngineersModel behind any proxy. Main thread.
class EngineersTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineersTable)

public:
    explicit EngineersTable(QWidget* parent = nullptr);

    /// Widths for the content; the column of names takes what is left.
    void fitColumns();
    /// The selected rows as tab-separated text with a heading line, in the order of the screen; raw cells
    /// would be unreadable here, so numbers are as shown but without group separators.
    [[nodiscard]] QString selectionAsText() const;

Q_SIGNALS:
    void rowOpened(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    [[nodiscard]] int sizeHintForColumn(int column) const override;

private:
    void stretchNames();
    SortHeader* m_header;
};

} // namespace ui::tables
