// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/DayChart.h"

#include "charts/CellDelegate.h"
#include "charts/ChartReadout.h"
#include "charts/PlotView.h"
#include "charts/SeriesStyle.h"
#include "common/Format.h"
#include "common/Theme.h"
#include "models/PlotTableModel.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QTableView>

namespace ui::charts {

namespace {

using app::models::DayPoint;
using app::models::DaySeries;
using app::records::DayState;
using common::Theme;
namespace format = common::format;

QString remarkOn(DayState state, bool figureMissing)
{
    switch (state) {
    case DayState::Missing: return DayChart::tr("Missing: this day was not read yet.");
    case DayState::NotOffered: return DayChart::tr("OpenAI does not offer this day any more.");
    case DayState::Provisional: return DayChart::tr("Provisional: this day can still change.");
    case DayState::Final: break;
    }
    return figureMissing ? DayChart::tr("A dash: OpenAI gave no figure.") : QString();
}

} // namespace

DayChart::DayChart(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(name + QStringLiteral("Chart"));
    m_plot = new PlotView(*this);
    m_plot->setObjectName(name + QStringLiteral("Plot"));
    m_tableModel = new app::models::PlotTableModel(this);
    m_table = new QTableView;
    m_table->setObjectName(name + QStringLiteral("Table"));
    m_table->setModel(m_tableModel);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setItemDelegate(new CellDelegate(m_table));
    // The card keeps its size when the table comes into view.
    m_table->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_table->installEventFilter(this);

    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_plot);
    m_stack->addWidget(m_table);
    m_readout = new ChartReadout(this);
    m_readout->setObjectName(name + QStringLiteral("Readout"));
    setFocusProxy(m_plot);
    setMinimumHeight(196);
    refresh();
}

DayChart::~DayChart()
{
    // A plot with the focus reports its loss to its owner; that must happen while there is one.
    delete m_plot;
}

void DayChart::setTitle(const QString& title)
{
    m_title = title;
    refresh();
}

void DayChart::setSeries(std::vector<DaySeries> series)
{
    std::optional<app::core::UtcDay> cursorDay;
    if (m_cursor >= 0 && !m_series.empty()) {
        cursorDay = m_series.front().day(static_cast<std::size_t>(m_cursor));
    }
    m_series = std::move(series);
    m_cursor = -1;
    if (cursorDay && !m_series.empty() && m_series.front().range.contains(*cursorDay)) {
        m_cursor = *cursorDay - m_series.front().range.first;
    }
    refresh();
}

void DayChart::setSeriesShown(std::size_t index, bool shown)
{
    if (index >= m_series.size() || isSeriesShown(index) == shown) {
        return;
    }
    const auto measure = m_series[index].measure;
    if (shown) {
        std::erase(m_hidden, measure);
    } else {
        const auto visible = std::count_if(m_series.begin(), m_series.end(), [this](const DaySeries& series) {
            return std::find(m_hidden.begin(), m_hidden.end(), series.measure) == m_hidden.end();
        });
        if (visible > 1) {
            m_hidden.push_back(measure);
        }
    }
    refresh();
    Q_EMIT seriesShownChanged();
}

bool DayChart::isSeriesShown(std::size_t index) const
{
    return index < m_series.size()
        && std::find(m_hidden.begin(), m_hidden.end(), m_series[index].measure) == m_hidden.end();
}

void DayChart::setCursor(int day)
{
    const int days = m_series.empty() ? 0 : m_series.front().range.length();
    const int wanted = day >= 0 && day < days ? day : -1;
    if (wanted == m_cursor) {
        return;
    }
    m_cursor = wanted;
    showReadout();
    m_plot->viewport()->update();
    Q_EMIT cursorChanged(m_cursor);
}

void DayChart::setTableShown(bool shown)
{
    if (shown == isTableShown()) {
        return;
    }
    const bool hadFocus = m_plot->hasFocus() || m_table->hasFocus();
    setCursor(-1);
    QWidget* page = shown ? static_cast<QWidget*>(m_table) : m_plot;
    m_stack->setCurrentWidget(page);
    setFocusProxy(page);
    if (hadFocus) {
        page->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT tableShownChanged(shown);
}

bool DayChart::isTableShown() const
{
    return m_stack->currentWidget() == m_table;
}

bool DayChart::hasProvisionalDays() const
{
    return std::any_of(m_series.begin(), m_series.end(), [](const DaySeries& series) {
        return std::any_of(series.points.begin(), series.points.end(),
            [](const DayPoint& point) { return point.isProvisional(); });
    });
}

bool DayChart::hasDaysWithoutData() const
{
    return std::any_of(m_series.begin(), m_series.end(), [](const DaySeries& series) {
        return std::any_of(series.points.begin(), series.points.end(),
            [](const DayPoint& point) { return !point.isStored(); });
    });
}

DayState DayChart::stateOf(int day) const
{
    DayState state = m_series.empty() ? DayState::Missing : DayState::Final;
    for (const DaySeries& series : m_series) {
        state = std::min(state, series.points.at(static_cast<std::size_t>(day)).state);
    }
    return state;
}

QRect DayChart::columnOf(int day) const
{
    return m_plot->column(day).toRect().translated(m_plot->pos());
}

QString DayChart::summary() const
{
    if (m_series.empty() || m_series.front().range.isEmpty()) {
        return {};
    }
    QStringList parts;
    for (const DaySeries& series : m_series) {
        const app::models::DaySum sum = app::models::sumOf(series);
        //: A series of a chart and its sum, for a screen reader: "Turns: 1,204 in all".
        parts << tr("%1: %2 in all")
                     .arg(app::models::measureName(series.measure),
                         sum.value ? app::models::fullNumber(series.measure, *sum.value) : tr("no figure"));
    }
    const DaySeries& first = m_series.front();
    int provisional = 0;
    int without = 0;
    for (int day = 0; day < first.range.length(); ++day) {
        provisional += stateOf(day) == DayState::Provisional ? 1 : 0;
        without += stateOf(day) < DayState::Provisional ? 1 : 0;
    }
    return tr("Per UTC day, %1. %2. Provisional days: %3. Days without data: %4. Left and Right read the "
              "days, T shows "
              "the table.")
        .arg(format::days(first.range), parts.join(QStringLiteral(", ")), format::integer(provisional),
            format::integer(without));
}

void DayChart::refresh()
{
    m_plot->rebuild();
    app::models::DayPlot plot;
    plot.columns = m_series;
    m_tableModel->setTable(app::models::tableOf(plot));
    m_plot->setAccessibleName(tr("Chart: %1").arg(m_title));
    m_table->setAccessibleName(tr("Table: %1").arg(m_title));
    m_table->setAccessibleDescription(tr("T shows the chart."));
    showReadout();
}

void DayChart::showReadout()
{
    if (m_cursor < 0 || m_series.empty() || isTableShown()) {
        m_readout->hide();
        m_plot->setAccessibleDescription(summary());
        return;
    }
    const auto day = static_cast<std::size_t>(m_cursor);
    // The box is inverted, so its swatches come from the other theme.
    const Theme swatches = Theme::of(this).inverted();
    std::vector<ChartReadout::Row> rows;
    double sum = 0;
    bool figureMissing = false;
    for (std::size_t index = 0; index < m_series.size(); ++index) {
        const DaySeries& series = m_series[index];
        const DayPoint& point = series.points[day];
        if (!isSeriesShown(index) || !point.isStored()) {
            continue;
        }
        figureMissing = figureMissing || !point.value;
        sum += point.value.value_or(0);
        rows.push_back(
            {swatches.color(measureToken(series.measure)), app::models::measureName(series.measure),
                point.value ? app::models::fullNumber(series.measure, *point.value) : format::none(), true});
    }
    if (rows.size() > 1) {
        rows.push_back({QColor(), tr("Total"), app::models::fullNumber(m_series.front().measure, sum), true});
    }
    m_readout->setContent(format::dayLong(m_series.front().day(day)), std::move(rows),
        remarkOn(stateOf(m_cursor), figureMissing));
    m_readout->placeBeside(columnOf(m_cursor));
    m_readout->show();
    m_readout->raise();
    m_plot->setAccessibleDescription(m_readout->spokenText());
}

void DayChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_plot->rebuild();
        showReadout();
    }
}

void DayChart::keyPressEvent(QKeyEvent* event)
{
    const int days = m_series.empty() ? 0 : m_series.front().range.length();
    if (event->modifiers() & ~Qt::KeypadModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_T: setTableShown(!isTableShown()); return;
    case Qt::Key_Left:
        if (days > 0) {
            setCursor(m_cursor < 0 ? days - 1 : std::max(0, m_cursor - 1));
        }
        return;
    case Qt::Key_Right:
        if (days > 0) {
            setCursor(m_cursor < 0 ? 0 : std::min(days - 1, m_cursor + 1));
        }
        return;
    case Qt::Key_Home: setCursor(0); return;
    case Qt::Key_End: setCursor(days - 1); return;
    case Qt::Key_Escape:
        if (m_cursor >= 0) {
            setCursor(-1);
            return;
        }
        break;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

bool DayChart::eventFilter(QObject* watched, QEvent* event)
{
    // In the table a letter would start Qt's search for a row.
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_T && key->modifiers() == Qt::NoModifier) {
            setTableShown(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::charts
