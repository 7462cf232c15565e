// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/ChartPicture.h"
#include "models/Explanation.h"
#include "models/Plots.h"

#include <QWidget>

#include <memory>
#include <vector>

class QAction;
class QMenu;
class QStackedLayout;
class QToolButton;

namespace ui::common {
class Card;
class DialogService;
class Label;
class Pill;
class StateMessage;
} // namespace ui::common

namespace ui::charts {

class Chart;
class ChartLegend;
class DayChart;
class LoadingShapes;

/// A card with a chart: title, caption, legend, and the states of a card: loading (flat shapes), chart,
/// empty, failed, and stale (the chart stays, a pill says so). A menu in its head, which the context menu
/// key and the right button open as well, swaps chart and table, copies the picture and the numbers, saves
/// the picture, and explains the number. Main thread.
///
/// A new chart in a page: make the card, Page::addChart(), and show() a plot for each answer of the store.
class ChartCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartCard)

public:
    enum class State { Loading, Chart, Empty, Failed };

    /// Flat shapes where the content will be, before the first plot says what kind it is.
    enum class Shapes { Columns, Bars, Cells };

    /// `name` begins the object names: <name>Card, <name>Chart, <name>RetryButton, <name>MenuButton …
    ChartCard(const QString& name, const QString& title, const QString& caption, QWidget* parent = nullptr);

    ~ChartCard() override;

    /// The chart over days. Only as long as the last plot was a DayPlot.
    [[nodiscard]] DayChart& chart() const;
    /// The chart of whatever kind. There is none before the first plot, so that a page which nobody looks at
    /// yet is made quickly.
    [[nodiscard]] Chart& anyChart() const { return *m_chart; }
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
    void setLoadingShapes(Shapes shapes);
    /// Of the shapes that stand there while nothing is read, for charts that are lower than others.
    void setLeastHeight(int height);
    /// One more command of the menu; the card owns it.
    QAction* addCommand(const QString& objectName, const QString& text);
    /// Columns only.
    void showSeries(std::vector<app::models::DaySeries> series);
    /// What *Explain this number* shows; an empty one removes the command.
    void setExplanation(app::models::Explanation explanation);
    /// At the lower right of the chart and of its pictures; empty: nothing.
    void setDataMark(const QString& mark);
    [[nodiscard]] const QString& dataMark() const { return m_dataMark; }
    void setTableShown(bool shown);
    /// Who asks where a picture goes; borrowed. Without this call the card asks itself.
    void setDialogs(common::DialogService& dialogs) { m_dialogs = &dialogs; }
    /// A control in the head, left of the menu: what the chart is split by, say. The card owns it.
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
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void makeMenu();
    void adopt(Chart* chart);
    void refreshMenu();
    void refreshTitle();
    void refreshFoot();
    void present(State state);
    void placeLegend();
    [[nodiscard]] ChartPicture picture() const;
    void copyImage();
    void copyData();
    void askForImage();
    void saveImage(const QString& file, bool svg);

    QString m_name;
    QString m_caption;
    app::models::Explanation m_explanation;
    QString m_dataMark;
    State m_state = State::Loading;
    bool m_tableShown = false;
    std::unique_ptr<common::DialogService> m_ownDialogs;
    common::DialogService* m_dialogs;
    common::Card* m_card;
    Chart* m_chart = nullptr; ///< null before the first plot
    ChartLegend* m_legend;
    QWidget* m_headLegend; ///< room for the legend in the head
    QWidget* m_belowLegend; ///< room for it below the head, when the card is narrow
    QWidget* m_headControls; ///< room for what a page adds
    common::Pill* m_stale;
    QToolButton* m_menuButton;
    QMenu* m_menu;
    QAction* m_tableAction;
    QAction* m_explainAction;
    common::Label* m_note;
    common::Label* m_mark;
    QWidget* m_foot;
    QStackedLayout* m_stack;
    LoadingShapes* m_loading;
    common::StateMessage* m_empty;
    common::StateMessage* m_failed;
};

} // namespace ui::charts
