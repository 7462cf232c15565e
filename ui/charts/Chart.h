// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/ChartReadout.h"
#include "charts/DayCell.h"
#include "common/Tokens.h"
#include "models/PlotTable.h"

#include <QWidget>

#include <optional>
#include <vector>

class QPainter;
class QStackedLayout;
class QTableView;

namespace app::models {
class PlotTableModel;
}

namespace ui::charts {

/// One label beside the title of a chart.
struct LegendEntry
{
    enum class Mark { Fill, Line, Band, Provisional, NoData };
    Mark mark = Mark::Fill;
    common::Token token = common::Token::Category1;
    QString name;
    int series = -1; ///< what the label hides and shows; −1: it is no switch
    std::optional<DayCell> cell{}; ///< instead of the mark
    friend bool operator==(const LegendEntry&, const LegendEntry&) = default;
};

/// Base of the charts: a canvas that is read point by point with the mouse or the keyboard, a read-out, and a
/// table twin with the same numbers. Keys: Left, Right, Home, End (and Up, Down where points stand below each
/// other) move the cursor, Escape drops it, T swaps chart and table. Owned by its ChartCard; main thread
/// only. Follows the theme by itself. Time runs from left to right in every language.
class Chart : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chart)

public:
    ~Chart() override;

    /// What the chart is about, for its accessible name.
    void setTitle(const QString& title);
    [[nodiscard]] const QString& title() const { return m_title; }

    /// Draws another plot. False when it is of a kind that this chart does not draw.
    [[nodiscard]] virtual bool setPlot(const app::models::Plot& plot) = 0;
    /// How many points can be read.
    [[nodiscard]] virtual int count() const = 0;
    /// The days it is about: "24 Oct to 22 Nov 2026"; empty where the plot does not know.
    [[nodiscard]] virtual QString periodText() const { return {}; }
    /// "axis from 50 %" where the value axis does not begin at zero and the chart decided so.
    [[nodiscard]] virtual QString axisNote() const { return {}; }

    /// In the order of the stack, the lowest first.
    [[nodiscard]] virtual std::vector<LegendEntry> legend() const { return {}; }
    /// Hides a series from the chart (never from the table). At least one stays visible.
    virtual void setSeriesShown(std::size_t index, bool shown);
    [[nodiscard]] virtual bool isSeriesShown(std::size_t index) const;

    /// The point that is read out; −1 when there is none.
    void setCursor(int point);
    [[nodiscard]] int cursor() const { return m_cursor; }
    /// Where a point is drawn, in the coordinates of this widget.
    [[nodiscard]] QRect pointRect(int point) const;

    void setTableShown(bool shown);
    [[nodiscard]] bool isTableShown() const;
    [[nodiscard]] const app::models::PlotTable& table() const;

    /// Draws the chart without cursor into `area` of a picture.
    virtual void drawTo(QPainter& painter, const QRectF& area) = 0;
    [[nodiscard]] QSize canvasSize() const;

Q_SIGNALS:
    void cursorChanged(int point);
    void tableShownChanged(bool shown);
    void seriesShownChanged();

protected:
    struct Reading
    {
        QString heading;
        std::vector<ChartReadout::Row> rows;
        QString remark;
    };

    /// `name` begins the object names of the parts: <name>Chart, <name>Plot, <name>Table, <name>Readout.
    Chart(const QString& name, QWidget* parent);
    /// Once, in the constructor of the subclass; the chart owns it.
    void setCanvas(QWidget* canvas);
    /// First in the destructor of every subclass: a canvas that loses the focus speaks to it.
    void dropCanvas();
    [[nodiscard]] QWidget* canvas() const { return m_canvas; }

    /// Shows a new plot or another look: table, names, canvas, read-out. Forgets a cursor beyond the end.
    void refresh(const app::models::Plot& plot);
    void refreshLook();
    void restoreCursor(int point) { m_cursor = point; }

    /// The cursor moved.
    virtual void repaintCanvas();
    /// Plot, shown series or theme changed.
    virtual void rebuildCanvas() { repaintCanvas(); }
    [[nodiscard]] virtual Reading readingOf(int point) const = 0;
    /// In the coordinates of the canvas.
    [[nodiscard]] virtual QRectF canvasRect(int point) const = 0;
    /// What the chart shows as a whole, for a screen reader.
    [[nodiscard]] virtual QString summary() const = 0;
    /// Where a key takes the cursor; no value when the chart does not know the key.
    [[nodiscard]] virtual std::optional<int> moved(int key) const;

    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showReadout();
    /// The table twin is made when somebody asks for it.
    void makeTable() const;
    /// Where it is shown; the first time only. Most charts are never looked at as a table.
    void makeTableView();
    void nameTable();
    /// As wide as their contents, and wider where there is room.
    void fitTableColumns();

    QString m_title;
    int m_cursor = -1;
    QStackedLayout* m_stack;
    QWidget* m_canvas = nullptr;
    QTableView* m_table = nullptr; ///< null until it was first shown
    app::models::PlotTableModel* m_tableModel;
    mutable std::optional<app::models::Plot> m_untabled; ///< drawn, and not in the table yet
    ChartReadout* m_readout;
};

} // namespace ui::charts
