// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/CellDelegate.h"

#include <QStyledItemDelegate>

namespace ui::tables {

/// The cells of the table of engineers that are more than text: the check box before a name, the columns of
/// turns, and the active days with their track. Only rows on the screen are ever painted, so a cell may fetch
/// its values from the model when it is drawn. Expects an EngineersModel behind any proxy. Owned by its
/// table.
class EngineersDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineersDelegate)

public:
    explicit EngineersDelegate(QObject* parent);
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

private:
    charts::CellDelegate m_plain;
};

} // namespace ui::tables
