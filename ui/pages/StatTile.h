// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DaySeries.h"
#include "models/Explanation.h"

#include <QFrame>

#include <optional>
#include <vector>

namespace ui::charts {
class Sparkline;
}
namespace ui::common {
class ElidedLabel;
class Label;
} // namespace ui::common

namespace ui::pages {

/// A small card with one figure: label, value, one line that says more, and (large) a spark line. While it
/// waits it shows flat shapes; without a value a dash. A tile with an explanation can be focused and clicked
/// and then shows how its figure came about. Main thread.
///
/// After each answer: setFigure() or setSmallSample(), then setChange() or setPointsChange() where the tile
/// compares, setSpark(), setExplanation(). What is not said again stays.
class StatTile final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatTile)

public:
    enum class Size {
        Detail, ///< 88 high, no spark line
        Large, ///< 124 high, with room for a spark line
    };

    /// `name` begins the object names: <name>Tile, <name>Value, <name>Detail, <name>Change.
    StatTile(const QString& name, const QString& label, QWidget* parent = nullptr);
    StatTile(const QString& name, const QString& label, Size size, QWidget* parent = nullptr);

    void setLabel(const QString& label);
    /// `detail` stands below the value, or small beside it once the tile shows a change; may be empty.
    void setFigure(app::models::Measure measure, std::optional<double> value, const QString& detail = {});
    /// Too few cases for a figure: a dash, and `why` ("only 7 votes, needs 10") instead of the line below.
    void setSmallSample(const QString& why);
    /// "+7.8 % vs prior 30 d": (now − before) ÷ before, in neutral colours; a dash when there is none because
    /// the days before are not all stored. `versus` is versusText().
    void setChange(std::optional<double> relative, const QString& versus);
    /// "−4.0 pts vs prior 28 d": for shares; `difference` of two shares, so −0.04 is −4 points.
    void setPointsChange(std::optional<double> difference, const QString& versus);
    /// Large tiles only.
    void setSpark(app::models::DaySeries series);
    /// An empty one makes the tile a mere label again.
    void setExplanation(app::models::Explanation explanation);
    [[nodiscard]] const app::models::Explanation& explanation() const { return m_explanation; }
    void showLoading();

    [[nodiscard]] QString valueText() const;
    /// The line below or beside the value.
    [[nodiscard]] QString detailText() const;
    /// "+7.8 % vs prior 30 d"; empty when the tile compares nothing.
    [[nodiscard]] QString changeText() const;

    /// Opens the panel with the explanation, if there is one.
    void explain();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showChange(const QString& amount, const QString& versus);
    void refresh();

    common::ElidedLabel* m_label;
    common::Label* m_value;
    common::ElidedLabel* m_beside;
    common::Label* m_change;
    common::ElidedLabel* m_detail;
    charts::Sparkline* m_spark = nullptr;
    Size m_size;
    bool m_loading = true;
    std::optional<QString> m_smallSample;
    QString m_detailText;
    QString m_amount;
    QString m_versus;
    bool m_compares = false;
    QString m_fullValue;
    app::models::Explanation m_explanation;
};

/// Tiles side by side, of equal width, in as few rows as fit and these equally full.
class TileRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TileRow)

public:
    explicit TileRow(QWidget* parent = nullptr);
    void addTile(QWidget* tile);
    /// Makes a tile at the end of the row; the row owns it.
    StatTile* addTile(const QString& name, const QString& label, StatTile::Size size);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    std::vector<QWidget*> m_tiles;
    int m_columns = 0;
};

} // namespace ui::pages
