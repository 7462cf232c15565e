// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tables/EngineersTable.h"

#include "charts/CellDelegate.h"
#include "common/Theme.h"
#include "models/DisplayLocale.h"
#include "models/EngineersModel.h"
#include "tables/SortHeader.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace ui::tables {

namespace {

using app::models::EngineersModel;

constexpr int kRowHeight = 36;
constexpr int kLeastNames = 180;
constexpr int kLeastNumber = 72;
constexpr int kPadding = 20;
constexpr int kSampledRows = 200;
constexpr int kNames = static_cast<int>(EngineersModel::Column::Engineer);

} // namespace

EngineersTable::EngineersTable(QWidget* parent)
    : QTableView(parent)
{
    setObjectName(QStringLiteral("engineersTable"));
    setAccessibleName(tr("Engineers"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new charts::CellDelegate(this));
    // The focus mark of a row is painted here.
    setProperty("ownFocusMark", true);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_header = new SortHeader(this);
    m_header->setObjectName(QStringLiteral("engineersHeader"));
    m_header->setMinimumSectionSize(kLeastNumber);
    setHorizontalHeader(m_header);
    setSortingEnabled(true);
    connect(this, &QAbstractItemView::doubleClicked, this, &EngineersTable::rowOpened);
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
    // Rounded up: a fraction of a pixel too little would elide the number.
    return static_cast<int>(std::ceil(width)) + kPadding + 2;
}

void EngineersTable::fitColumns()
{
    if (!model()) {
        return;
    }
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (column != kNames) {
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
    const int last = model()->columnCount() - 1;
    const QRect row = visualRect(currentIndex().siblingAtColumn(0))
                          .united(visualRect(currentIndex().siblingAtColumn(last)))
                          .intersected(viewport()->rect());
    QPainter painter(viewport());
    painter.setPen(QPen(common::Theme::of(this).color(common::Token::Focus), 2));
    painter.drawRect(row.adjusted(1, 1, -1, -1));
}

void EngineersTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    // Reached by Tab there must be a row to see and to open.
    if (model() && !currentIndex().isValid() && model()->rowCount() > 0) {
        selectionModel()->setCurrentIndex(model()->index(0, kNames), QItemSelectionModel::NoUpdate);
    }
    viewport()->update();
}

void EngineersTable::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void EngineersTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        const QString text = selectionAsText();
        if (!text.isEmpty()) {
            QApplication::clipboard()->setText(text);
        }
        event->accept();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        Q_EMIT rowOpened(currentIndex());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

QString EngineersTable::selectionAsText() const
{
    QModelIndexList rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    if (rows.isEmpty()) {
        return {};
    }
    std::sort(rows.begin(), rows.end(),
        [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    const QString separator = app::models::displayLocale().groupSeparator();
    const auto cell = [&separator](QString text, bool number) {
        if (number) {
            text.remove(separator);
        }
        // A tab or line break inside a cell would move the cells after it.
        return text.replace(u'\t', u' ').replace(u'\n', u' ');
    };
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < model()->columnCount(); ++column) {
        cells << cell(model()->headerData(column, Qt::Horizontal).toString(), false);
    }
    lines << cells.join(u'\t');
    constexpr int kLastActive = static_cast<int>(EngineersModel::Column::LastActive);
    for (const QModelIndex& row : std::as_const(rows)) {
        cells.clear();
        for (int column = 0; column < model()->columnCount(); ++column) {
            cells << cell(
                row.siblingAtColumn(column).data().toString(), column != kNames && column != kLastActive);
        }
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace ui::tables
