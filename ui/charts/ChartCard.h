// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Explanation.h"
#include "models/Plots.h"

#include <QWidget>

#include <vector>

class QLabel;
class QStackedLayout;
class QToolButton;
class QVBoxLayout;

namespace ui::common {
class Card;
class Label;
class Pill;
class StateMessage;
} // namespace ui::common

namespace ui::charts {

class ChartLegend;
class DayChart;

/// A card with a DayChart: title, caption, legend, and the states of a card: loading (flat shapes), chart,
/// empty, failed, and stale (the chart stays, a pill says so). Main thread.
class ChartCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartCard)

public:
    enum class State { Loading, Chart, Empty, Failed };

    /// `name` begins the object names: <name>Card, <name>Chart, <name>RetryButton …
    ChartCard(const QString& name, const QString& title, const QString& caption, QWidget* parent = nullptr);

    [[nodiscard]] DayChart& chart() const { return *m_chart; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString title() const;
    void setTitle(const QString& title, const QString& caption);
    /// A muted sentence below the chart; an empty one takes no room.
    void setNote(const QString& note);
    [[nodiscard]] QString note() const;

    void showLoading();
    /// The chart that fits the plot; a card may show another kind later.
    void show(app::models::Plot plot);
    using QWidget::show;
    /// Columns only.
    void showSeries(std::vector<app::models::DaySeries> series);
    /// What *Explain this number* shows; an empty one removes the command.
    void setExplanation(app::models::Explanation explanation);
    /// At the lower right of the chart and of its pictures; empty: nothing.
    void setDataMark(const QString& mark);
    void setTableShown(bool shown);
    /// A control in the head, left of the table button: what the chart is split by, say. The card owns it.
    void addHeadControl(QWidget* control);
    void showEmpty(const QString& title, const QString& text);
    /// Where a chart is on show it stays, marked as stale with the cause as tool tip; else the card says what
    /// happened.
    void showFailed(const QString& whatHappened, const QString& nextStep);
    [[nodiscard]] bool isStale() const;

Q_SIGNALS:
    void retryRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refreshToggle();
    void present(State state);
    void placeLegend();

    QString m_name;
    app::models::Explanation m_explanation;
    QString m_dataMark;
    State m_state = State::Loading;
    common::Card* m_card;
    DayChart* m_chart;
    ChartLegend* m_legend;
    QWidget* m_headLegend; ///< room for the legend in the head
    QWidget* m_belowLegend; ///< room for it below the head, when the card is narrow
    common::Pill* m_stale;
    QToolButton* m_toggle = nullptr; ///< chart or table, for the mouse
    common::Label* m_note;
    QStackedLayout* m_stack;
    QWidget* m_loading;
    common::StateMessage* m_empty;
    common::StateMessage* m_failed;
};

} // namespace ui::charts
