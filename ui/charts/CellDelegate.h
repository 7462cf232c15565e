// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ui::charts {

/// Cells of our tables: text 10 pixels from the edges so that it stands under its heading, a hair line below
/// each row, the selection over the whole row, and no focus frame around a single cell (the table marks the
/// row).
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CellDelegate)

public:
    explicit CellDelegate(QObject* parent);
    /// What lies behind a cell: selection, hover, and the hair line. For delegates that paint cells of their
    /// own beside ours.
    static void paintGround(QPainter& painter, const QStyleOptionViewItem& cell);
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The room that the whole text needs.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Whether the cell has to be cut: then its tool tip has the whole text.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;
};

} // namespace ui::charts
