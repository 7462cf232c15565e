// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tables/EngineersTable.h"

#include "charts/Sparkline.h"
#include "common/Theme.h"
#include "models/EngineersModel.h"
#include "tables/EngineersDelegate.h"
#include "tables/SortHeader.h"
#include "tables/TableOfRows.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::tables {

namespace {

using app::models::EngineersModel;

constexpr int kRowHeight = 36;
constexpr int kLeastNames = 220;
constexpr int kLeastNumber = 72;
constexpr int kPadding = 20;
constexpr int kSampledRows = 200;
constexpr int kNames = static_cast<int>(EngineersModel::Column::Engineer);
constexpr int kTrend = static_cast<int>(EngineersModel::Column::Trend);
constexpr int kActiveDays = static_cast<int>(EngineersModel::Column::ActiveDays);
constexpr int kTrackRoom = 52;

bool isMove(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End: return true;
    default: return false;
    }
}

} // namespace

EngineersTable::EngineersTable(QWidget* parent)
    : QTableView(parent)
{
    setObjectName(QStringLiteral("engineersTable"));
    setAccessibleName(tr("Engineers"));
    becomeTableOfRows(*this, kRowHeight);
    setTextElideMode(Qt::ElideRight);
    setItemDelegate(new EngineersDelegate(this));
    // The focus mark of a row is painted here.
    setProperty("ownFocusMark", true);
    setMouseTracking(true);
    m_header = new SortHeader(this);
    m_header->setObjectName(QStringLiteral("engineersHeader"));
    m_header->setMinimumSectionSize(kLeastNumber);
    setHorizontalHeader(m_header);
    m_header->setAllChecked(Qt::Unchecked);
    connect(m_header, &SortHeader::allClicked, this, [this] {
        if (m_header->allChecked() == Qt::Checked) {
            clearSelection();
        } else {
            selectAll();
        }
    });
    setSortingEnabled(true);
    connect(this, &QAbstractItemView::doubleClicked, this, &EngineersTable::rowOpened);
}

void EngineersTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    if (model) {
        // A filter that leaves selected rows out says so by a new layout only.
        connect(model, &QAbstractItemModel::layoutChanged, this, [this] {
            refreshHeaderBox();
            Q_EMIT selectionMoved();
        });
    }
}

int EngineersTable::sizeHintForColumn(int column) const
{
    if (!model()) {
        return kLeastNumber;
    }
    // A sample: measuring ten thousand rows would be felt, and the widest number is usually among the first.
    const QFontMetricsF metrics(font());
    double width = 0;
    for (int row = 0; row < std::min(model()->rowCount(), kSampledRows); ++row) {
        width = std::max(width, metrics.horizontalAdvance(model()->index(row, column).data().toString()));
    }
    if (column == kTrend) {
        const auto* filter = qobject_cast<const QAbstractProxyModel*>(model());
        const auto* engineers = qobject_cast<const EngineersModel*>(filter ? filter->sourceModel() : model());
        if (engineers && engineers->rowCount() > 0) {
            width = std::max<double>(width, charts::sparkColumnsWidth(engineers->sparkOf(0).size()));
        }
    }
    // Rounded up: a fraction of a pixel too little would elide the number.
    return static_cast<int>(std::ceil(width)) + kPadding + 2 + (column == kActiveDays ? kTrackRoom : 0);
}

void EngineersTable::fitColumns()
{
    if (!model()) {
        return;
    }
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (column != kNames && !isColumnHidden(column)) {
            const QString text = model()->headerData(column, Qt::Horizontal).toString();
            setColumnWidth(column, std::max(sizeHintForColumn(column), m_header->widthFor(text)));
        }
    }
    stretchNames();
}

void EngineersTable::stretchNames()
{
    if (!model() || model()->columnCount() == 0) {
        return;
    }
    int others = 0;
    for (int column = 0; column < model()->columnCount(); ++column) {
        // A hidden column is 0 wide.
        others += column == kNames ? 0 : columnWidth(column);
    }
    const int free = viewport()->width() - others;
    // Where the whole name does not fit beside the numbers it is elided, down to a width that still tells
    // people apart.
    setColumnWidth(kNames, std::max(free, kLeastNames));
}

void EngineersTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    stretchNames();
}

void EngineersTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !currentIndex().isValid() || !model()) {
        return;
    }
    const QRect cell = visualRect(currentIndex().siblingAtColumn(kNames));
    // A row is as wide as the view, however far it is scrolled.
    const QRect row(0, cell.top(), viewport()->width(), cell.height());
    QPainter painter(viewport());
    painter.setPen(QPen(common::Theme::of(this).color(common::Token::Focus), 2));
    painter.drawRect(row.adjusted(1, 1, -1, -1));
}

void EngineersTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    // Reached by Tab there must be a row to see and to open.
    if (model() && !currentIndex().isValid() && model()->rowCount() > 0) {
        moveTo(model()->index(0, kNames));
    }
    viewport()->update();
}

void EngineersTable::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

QModelIndex EngineersTable::boxAt(QPoint position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid() || index.column() != kNames) {
        return {};
    }
    // The whole strip before the name: a small box is hard to hit.
    const QRect cell = visualRect(index);
    const QRect strip(cell.left(), cell.top(), SortHeader::kCheckRoom - 4, cell.height());
    return QStyle::visualRect(layoutDirection(), cell, strip).contains(position) ? index : QModelIndex();
}

void EngineersTable::toggle(const QModelIndex& index)
{
    selectionModel()->select(index, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    moveTo(index);
}

void EngineersTable::moveTo(const QModelIndex& index)
{
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
}

void EngineersTable::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex box
        = event->button() == Qt::LeftButton && !event->modifiers().testFlag(Qt::ShiftModifier)
        ? boxAt(event->pos())
        : QModelIndex();
    m_pressedBox = box.isValid();
    if (m_pressedBox) {
        toggle(box);
    } else {
        QTableView::mousePressEvent(event);
    }
}

void EngineersTable::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressedBox) {
        QTableView::mouseMoveEvent(event);
    }
}

void EngineersTable::mouseReleaseEvent(QMouseEvent* event)
{
    if (!std::exchange(m_pressedBox, false)) {
        QTableView::mouseReleaseEvent(event);
    }
}

void EngineersTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && boxAt(event->pos()).isValid()) {
        mousePressEvent(event);
        return;
    }
    QTableView::mouseDoubleClickEvent(event);
}

QItemSelectionModel::SelectionFlags EngineersTable::selectionCommand(
    const QModelIndex& index, const QEvent* event) const
{
    if (!event) {
        return QItemSelectionModel::NoUpdate;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (isMove(key->key()) && !key->modifiers().testFlag(Qt::ShiftModifier)) {
            return QItemSelectionModel::NoUpdate;
        }
    }
    return QTableView::selectionCommand(index, event);
}

void EngineersTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    refreshHeaderBox();
    Q_EMIT selectionMoved();
}

void EngineersTable::refreshHeaderBox()
{
    const std::size_t chosen = selectedRows().size();
    const bool all = model() && chosen == static_cast<std::size_t>(model()->rowCount());
    m_header->setAllChecked(chosen == 0 ? Qt::Unchecked : all ? Qt::Checked : Qt::PartiallyChecked);
}

std::vector<int> EngineersTable::selectedRows() const
{
    std::vector<int> rows;
    if (!model() || !selectionModel()) {
        return rows;
    }
    // Ranges, not cells: there may be ten thousand rows.
    std::vector<bool> chosen(static_cast<std::size_t>(model()->rowCount()));
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            chosen[static_cast<std::size_t>(row)] = true;
        }
    }
    for (std::size_t row = 0; row < chosen.size(); ++row) {
        if (chosen[row]) {
            rows.push_back(static_cast<int>(row));
        }
    }
    return rows;
}

void EngineersTable::selectRows(std::vector<int> rows)
{
    std::erase_if(rows, [](int row) { return row < 0; });
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    const int lastColumn = model()->columnCount() - 1;
    // Neighbours are one range: what costs is the number of ranges.
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) {
            ++last;
        }
        selection.append(
            QItemSelectionRange(model()->index(rows[first], 0), model()->index(rows[last], lastColumn)));
        first = last + 1;
    }
    if (!selection.isEmpty()) {
        selectionModel()->select(selection, QItemSelectionModel::Select);
    }
}

void EngineersTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        Q_EMIT rowOpened(currentIndex());
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Space && currentIndex().isValid()) {
        toggle(currentIndex());
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Escape && selectionModel() && selectionModel()->hasSelection()) {
        clearSelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void EngineersTable::copySelection() const
{
    const QString text = selectionAsText();
    if (!text.isEmpty()) {
        QApplication::clipboard()->setText(text);
    }
}

QString EngineersTable::selectionAsText() const
{
    const std::vector<int> rows = selectedRows();
    if (rows.empty()) {
        return {};
    }
    std::vector<int> columns;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (!isColumnHidden(column) && column != kTrend) {
            columns.push_back(column);
        }
    }
    const auto cell = [](QString text, bool number) {
        // A tab or line break inside a cell would move the cells after it.
        text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
        const bool formula = !number && !text.isEmpty() && QStringView(u"=+-@").contains(text.front());
        return formula ? QString(u'\'' + text) : text;
    };
    QString result;
    const auto append = [&result, &columns](auto textOf) {
        for (std::size_t index = 0; index < columns.size(); ++index) {
            result += (index == 0 ? QString() : QString(u'\t')) + textOf(columns[index]);
        }
        result += u'\n';
    };
    append([&](int column) { return cell(model()->headerData(column, Qt::Horizontal).toString(), false); });
    for (const int row : rows) {
        append([&](int column) {
            const QModelIndex index = model()->index(row, column);
            const bool number
                = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight);
            return cell(index.data(EngineersModel::CopyRole).toString(), number);
        });
    }
    return result;
}

} // namespace ui::tables
