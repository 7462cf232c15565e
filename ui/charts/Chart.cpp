// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/Chart.h"

#include "charts/CellDelegate.h"
#include "models/PlotTableModel.h"

#include <QAccessibleWidget>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace ui::charts {

namespace {

constexpr char kCanvas[] = "chartCanvas";

/// What a chart is drawn on, whichever class does it, is a chart for those who do not see it.
QAccessibleInterface* canvasInterface(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    return widget != nullptr && widget->property(kCanvas).toBool()
        ? new QAccessibleWidget(widget, QAccessible::Chart)
        : nullptr;
}

void installCanvasInterface()
{
    [[maybe_unused]] static const bool installed = [] {
        QAccessible::installFactory(canvasInterface);
        return true;
    }();
}

} // namespace

Chart::Chart(const QString& name, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(name + QStringLiteral("Chart"));
    m_tableModel = new app::models::PlotTableModel(this);
    m_stack = new QStackedLayout(this);
    m_readout = new ChartReadout(this);
    m_readout->setObjectName(name + QStringLiteral("Readout"));
    setMinimumHeight(196);
}

Chart::~Chart() = default;

void Chart::setCanvas(QWidget* canvas)
{
    installCanvasInterface();
    m_canvas = canvas;
    m_canvas->setProperty(kCanvas, true);
    m_canvas->setObjectName(objectName().chopped(5) + QStringLiteral("Plot"));
    m_canvas->setFocusPolicy(Qt::StrongFocus);
    m_stack->addWidget(m_canvas);
    m_stack->setCurrentWidget(m_canvas);
    setFocusProxy(m_canvas);
    m_readout->raise();
}

void Chart::makeTableView()
{
    if (m_table) {
        return;
    }
    m_table = new QTableView;
    m_table->setObjectName(objectName().chopped(5) + QStringLiteral("Table"));
    m_table->setModel(m_tableModel);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_tableModel, &QAbstractItemModel::modelReset, this, &Chart::fitTableColumns);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setItemDelegate(new CellDelegate(m_table));
    // The card keeps its size when the table comes into view.
    m_table->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    nameTable();
    m_stack->addWidget(m_table);
}

void Chart::nameTable()
{
    m_table->setAccessibleName(tr("Table: %1").arg(m_title));
    m_table->setAccessibleDescription(tr("T shows the chart."));
}

void Chart::dropCanvas()
{
    delete m_canvas;
    m_canvas = nullptr;
}

void Chart::setTitle(const QString& title)
{
    m_title = title;
    m_canvas->setAccessibleName(tr("Chart: %1").arg(m_title));
    if (m_table) {
        nameTable();
    }
}

void Chart::setSeriesShown(std::size_t index, bool shown)
{
    Q_UNUSED(index)
    Q_UNUSED(shown)
}

bool Chart::isSeriesShown(std::size_t index) const
{
    Q_UNUSED(index)
    return true;
}

void Chart::setCursor(int point)
{
    const int wanted = point >= 0 && point < count() ? point : -1;
    if (wanted == m_cursor) {
        return;
    }
    m_cursor = wanted;
    showReadout();
    repaintCanvas();
    Q_EMIT cursorChanged(m_cursor);
}

QRect Chart::pointRect(int point) const
{
    return canvasRect(point).toRect().translated(m_canvas->pos());
}

void Chart::setTableShown(bool shown)
{
    if (shown == isTableShown()) {
        return;
    }
    const bool hadFocus = m_canvas->hasFocus() || (m_table && m_table->hasFocus());
    setCursor(-1);
    if (shown) {
        makeTable();
        makeTableView();
    }
    QWidget* page = shown ? static_cast<QWidget*>(m_table) : m_canvas;
    m_stack->setCurrentWidget(page);
    fitTableColumns();
    setFocusProxy(page);
    if (hadFocus) {
        page->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT tableShownChanged(shown);
}

bool Chart::isTableShown() const
{
    return m_table && m_stack->currentWidget() == m_table;
}

const app::models::PlotTable& Chart::table() const
{
    makeTable();
    return m_tableModel->table();
}

QSize Chart::canvasSize() const
{
    return size();
}

void Chart::refresh(const app::models::Plot& plot)
{
    m_untabled = plot;
    if (isTableShown()) {
        makeTable();
    }
    if (m_cursor >= count()) {
        m_cursor = -1;
    }
    refreshLook();
}

void Chart::makeTable() const
{
    if (m_untabled) {
        m_tableModel->setTable(app::models::tableOf(*std::exchange(m_untabled, std::nullopt)));
    }
}

void Chart::repaintCanvas()
{
    m_canvas->update();
}

void Chart::refreshLook()
{
    rebuildCanvas();
    showReadout();
}

void Chart::showReadout()
{
    if (m_cursor < 0 || isTableShown()) {
        m_readout->hide();
        m_canvas->setAccessibleDescription(count() > 0 ? summary() : QString());
        return;
    }
    Reading reading = readingOf(m_cursor);
    m_readout->setContent(reading.heading, std::move(reading.rows), reading.remark);
    m_readout->placeBeside(pointRect(m_cursor));
    m_readout->show();
    m_readout->raise();
    m_canvas->setAccessibleDescription(m_readout->spokenText());
}

std::optional<int> Chart::moved(int key) const
{
    const int last = count() - 1;
    switch (key) {
    case Qt::Key_Left: return m_cursor < 0 ? last : std::max(0, m_cursor - 1);
    case Qt::Key_Right: return m_cursor < 0 ? 0 : std::min(last, m_cursor + 1);
    case Qt::Key_Home: return 0;
    case Qt::Key_End: return last;
    default: return {};
    }
}

void Chart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_canvas) {
        refreshLook();
    }
}

void Chart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_cursor >= 0) {
        showReadout();
    }
}

void Chart::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() & ~Qt::KeypadModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_T) {
        setTableShown(!isTableShown());
        return;
    }
    if (event->key() == Qt::Key_Escape && m_cursor >= 0) {
        setCursor(-1);
        return;
    }
    if (const std::optional<int> target = moved(event->key()); target && !isTableShown()) {
        if (count() > 0) {
            setCursor(*target);
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

bool Chart::eventFilter(QObject* watched, QEvent* event)
{
    // In the table a letter would start Qt's search for a row.
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_T && key->modifiers() == Qt::NoModifier) {
            setTableShown(false);
            return true;
        }
    }
    // A scroll bar that comes or goes changes the viewport only.
    if (m_table && watched == m_table->viewport() && event->type() == QEvent::Resize) {
        fitTableColumns();
    }
    return QWidget::eventFilter(watched, event);
}

void Chart::fitTableColumns()
{
    const int columns = m_tableModel->columnCount();
    if (!isTableShown() || columns == 0) {
        return;
    }
    const QHeaderView* heading = m_table->horizontalHeader();
    const QAbstractItemView* cells = m_table; // where the hint of a column is public
    std::vector<int> widths;
    int sum = 0;
    for (int column = 0; column < columns; ++column) {
        widths.push_back(std::max(heading->sectionSizeHint(column), cells->sizeHintForColumn(column)));
        sum += widths.back();
    }
    // Every number can be read; what does not fit is scrolled to. What is left of the room is shared.
    int spare = std::max(0, m_table->viewport()->width() - sum);
    for (int column = 0; column < columns; ++column) {
        const int share = spare / (columns - column);
        m_table->setColumnWidth(column, widths[static_cast<std::size_t>(column)] + share);
        spare -= share;
    }
}

} // namespace ui::charts
