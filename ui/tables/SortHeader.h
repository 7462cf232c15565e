// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

#include <optional>

namespace ui::tables {

/// The heading of a sortable table: 34 pixels, muted; the sorted column bold with an arrow beside its text.
/// The first section can carry a check box that stands for all rows.
class SortHeader final : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SortHeader)

public:
    explicit SortHeader(QWidget* parent = nullptr);

    /// The room that a heading needs, arrow included.
    [[nodiscard]] int widthFor(const QString& text) const;
    /// Shows the box in the first section; the person's click is announced and changes nothing by itself.
    void setAllChecked(Qt::CheckState state);
    [[nodiscard]] std::optional<Qt::CheckState> allChecked() const { return m_check; }

    /// How far the text of a cell with a check box stands from the leading edge.
    static constexpr int kCheckRoom = 42;
    /// The box itself inside a cell.
    static QRect checkBox(const QRect& cell, Qt::LayoutDirection direction);
    static void paintCheckBox(
        QPainter& painter, const QRect& box, Qt::CheckState state, const QWidget* widget);

Q_SIGNALS:
    void allClicked();

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    [[nodiscard]] bool isOnBox(QPoint position) const;
    std::optional<Qt::CheckState> m_check;
    bool m_pressedBox = false;
};

} // namespace ui::tables
