// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DaySeries.h"

#include <QWidget>

#include <vector>

class QStackedLayout;
class QTableView;

namespace app::models {
class PlotTableModel;
}

namespace ui::charts {

class ChartReadout;
class PlotView;

/// Columns per UTC day, stacked when there are several series (the first at the bottom). Provisional days are
/// hatched, days without data are dashed gap columns, a stored day without anything is a bare zero line. The
/// column under the mouse or under the keyboard cursor is read out. Keys: Left, Right, Home, End move the
/// cursor, Escape drops it, T swaps chart and table. The table twin holds the same numbers. Owned by its
/// ChartCard; main thread only.
///
/// Follows the theme by itself. Bars are drawn by Qt Charts; what it cannot draw (hatching in colour, gaps,
/// sparse date labels, read-out) is painted over the plot area.
class DayChart final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayChart)

public:
    /// `name` begins the object names of the parts: <name>Chart, <name>Plot, <name>Table.
    explicit DayChart(const QString& name, QWidget* parent = nullptr);
    ~DayChart() override;

    /// What the chart is about, for its accessible name.
    void setTitle(const QString& title);
    [[nodiscard]] const QString& title() const { return m_title; }
    /// All series have the same range. Keeps which measures are hidden, and the cursor where its day is still
    /// shown.
    void setSeries(std::vector<app::models::DaySeries> series);
    [[nodiscard]] const std::vector<app::models::DaySeries>& series() const { return m_series; }

    /// Hides a series from the stack (never from the table). At least one stays visible.
    void setSeriesShown(std::size_t index, bool shown);
    [[nodiscard]] bool isSeriesShown(std::size_t index) const;

    /// The day that is read out, as an offset into the range; −1 when there is none.
    void setCursor(int day);
    [[nodiscard]] int cursor() const { return m_cursor; }

    void setTableShown(bool shown);
    [[nodiscard]] bool isTableShown() const;

    [[nodiscard]] bool hasProvisionalDays() const;
    [[nodiscard]] bool hasDaysWithoutData() const;

    // For the plot and for tests: the least known state of the shown series, and where a day is drawn.
    [[nodiscard]] app::records::DayState stateOf(int day) const;
    [[nodiscard]] QRect columnOf(int day) const;

Q_SIGNALS:
    void cursorChanged(int day);
    void tableShownChanged(bool shown);
    void seriesShownChanged();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    friend class PlotView;
    void refresh();
    void showReadout();
    [[nodiscard]] QString summary() const;

    QString m_title;
    std::vector<app::models::DaySeries> m_series;
    std::vector<app::models::Measure> m_hidden;
    int m_cursor = -1;
    QStackedLayout* m_stack;
    PlotView* m_plot;
    QTableView* m_table;
    app::models::PlotTableModel* m_tableModel;
    ChartReadout* m_readout;
};

} // namespace ui::charts
