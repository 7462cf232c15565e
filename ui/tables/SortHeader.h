// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace ui::tables {

/// The heading of a sortable table: 34 pixels, muted; the sorted column bold with an arrow beside its text.
class SortHeader final : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SortHeader)

public:
    explicit SortHeader(QWidget* parent = nullptr);

    /// The room that a heading needs, arrow included.
    [[nodiscard]] int widthFor(const QString& text) const;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override;
};

} // namespace ui::tables
