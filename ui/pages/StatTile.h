// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DaySeries.h"

#include <QFrame>

namespace ui::common {
class Label;
}

namespace ui::pages {

/// A small card with one figure: label, value, and one line that says more. While it waits it shows flat
/// shapes; without a value a dash. Main thread.
class StatTile final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatTile)

public:
    /// `name` begins the object names: <name>Tile, <name>Value, <name>Detail.
    StatTile(const QString& name, const QString& label, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    /// `unit` stands small behind the value; may be empty.
    void setFigure(app::models::Measure measure, std::optional<double> value, const QString& detail = {});
    void showLoading();

    [[nodiscard]] QString valueText() const;
    [[nodiscard]] QString detailText() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    common::Label* m_label;
    common::Label* m_value;
    common::Label* m_detail;
    bool m_loading = true;
};

/// Tiles side by side, of equal width, in rows of at most `perRow` where the room is short.
class TileRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TileRow)

public:
    explicit TileRow(QWidget* parent = nullptr);
    void addTile(QWidget* tile);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    std::vector<QWidget*> m_tiles;
    int m_columns = 0;
};

} // namespace ui::pages
