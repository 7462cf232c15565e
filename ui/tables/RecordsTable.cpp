// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tables/RecordsTable.h"

#include "charts/CellDelegate.h"
#include "common/Pill.h"
#include "common/Theme.h"
#include "models/PlotTableModel.h"
#include "tables/LedgerModel.h"
#include "tables/SortHeader.h"
#include "tables/TableOfRows.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace ui::tables {

namespace {

using app::models::PlotTableModel;
using common::Pill;
using common::TextStyle;
using common::Theme;
using common::Token;

constexpr int kRowHeight = 32;
constexpr int kInset = 10;
constexpr int kPillPadding = 8;
constexpr int kPillHeight = 20;
constexpr int kLeastStretched = 120;
constexpr int kSampledRows = 200;

class RecordsDelegate final : public QStyledItemDelegate
{
public:
    explicit RecordsDelegate(QObject* parent)
        : QStyledItemDelegate(parent)
        , m_plain(nullptr)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QVariant pill = index.data(LedgerModel::PillRole);
        if (!pill.isValid()) {
            m_plain.paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const Theme theme = Theme::of(cell.widget);
        painter->save();
        charts::CellDelegate::paintGround(*painter, cell);
        painter->setFont(theme.font(TextStyle::Small));
        const QFontMetrics metrics(painter->font());
        const int room = cell.rect.width() - 2 * kInset;
        const QString text = metrics.elidedText(cell.text, Qt::ElideRight, room - 2 * kPillPadding);
        const int high = std::min(cell.rect.height() - 4, std::max(kPillHeight, metrics.height() + 2));
        const QRect logical(cell.rect.left() + kInset, cell.rect.center().y() - high / 2 + 1,
            metrics.horizontalAdvance(text) + 2 * kPillPadding, high);
        const QRect box = QStyle::visualRect(cell.direction, cell.rect, logical);
        const Pill::Colors colors = Pill::colorsOf(static_cast<Pill::Kind>(pill.toInt()));
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(colors.fill));
        painter->drawRoundedRect(box, high / 2.0, high / 2.0);
        painter->setPen(theme.color(colors.text));
        painter->drawText(box, static_cast<int>(Qt::AlignCenter) | Qt::TextSingleLine, text);
        painter->restore();
    }

    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override
    {
        return m_plain.helpEvent(event, view, option, index);
    }

private:
    charts::CellDelegate m_plain;
};

} // namespace

RecordsTable::RecordsTable(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QTableView(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    becomeTableOfRows(*this, kRowHeight);
    setItemDelegate(new RecordsDelegate(this));
    // The focus mark of a row is painted here.
    setProperty("ownFocusMark", true);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    auto* header = new SortHeader(this);
    header->setObjectName(objectName + QStringLiteral("Header"));
    header->setSectionsClickable(false);
    header->setSortIndicatorShown(false);
    setHorizontalHeader(header);
}

void RecordsTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        fitColumns();
        updateGeometry();
    });
    fitColumns();
}

void RecordsTable::setStretchColumn(int column)
{
    m_stretched = column;
    stretch();
}

void RecordsTable::setVisibleRows(int least, int most)
{
    m_leastRows = least;
    m_mostRows = most;
    updateGeometry();
}

int RecordsTable::widthNeeded(int column) const
{
    // A sample: the widest text is usually among the first, and the ledger is long.
    const QFontMetricsF metrics(font());
    double width = 0;
    for (int row = 0; row < std::min(model()->rowCount(), kSampledRows); ++row) {
        const QModelIndex index = model()->index(row, column);
        const bool isPill = index.data(LedgerModel::PillRole).isValid();
        width = std::max(
            width, metrics.horizontalAdvance(index.data().toString()) + (isPill ? 2 * kPillPadding : 0));
    }
    const QString heading = model()->headerData(column, Qt::Horizontal).toString();
    const QFontMetrics small(Theme::of(this).font(TextStyle::Small));
    return std::max(static_cast<int>(std::ceil(width)), small.horizontalAdvance(heading)) + 2 * kInset + 2;
}

void RecordsTable::fitColumns()
{
    if (!model()) {
        return;
    }
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (column != m_stretched) {
            setColumnWidth(column, widthNeeded(column));
        }
    }
    stretch();
}

void RecordsTable::stretch()
{
    if (!model() || model()->columnCount() <= m_stretched) {
        return;
    }
    int others = 0;
    for (int column = 0; column < model()->columnCount(); ++column) {
        others += column == m_stretched ? 0 : columnWidth(column);
    }
    setColumnWidth(m_stretched, std::max(kLeastStretched, viewport()->width() - others));
}

int RecordsTable::heightOf(int rows) const
{
    const int bar = horizontalScrollBar()->isVisible() ? horizontalScrollBar()->sizeHint().height() : 0;
    return horizontalHeader()->sizeHint().height() + kRowHeight * rows + bar + 2;
}

QSize RecordsTable::sizeHint() const
{
    return {480, heightOf(std::clamp(model() ? model()->rowCount() : 0, m_leastRows, m_mostRows))};
}

QSize RecordsTable::minimumSizeHint() const
{
    return {kLeastStretched, sizeHint().height()};
}

void RecordsTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    stretch();
    // The scroll bar of a narrow table takes room of its own.
    updateGeometry();
}

void RecordsTable::rowsInserted(const QModelIndex& parent, int first, int last)
{
    // Whoever has scrolled keeps the rows that they were reading.
    const int offset = verticalScrollBar()->value();
    const bool above = offset > 0 && first <= rowAt(0);
    QTableView::rowsInserted(parent, first, last);
    if (first == 0 && last + 1 == model()->rowCount()) {
        fitColumns();
        updateGeometry();
    }
    if (above) {
        updateGeometries();
        verticalScrollBar()->setValue(offset
            + (verticalScrollMode() == ScrollPerItem ? last - first + 1 : kRowHeight * (last - first + 1)));
    }
}

void RecordsTable::copyRows() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < model()->rowCount(); ++row) {
            rows << model()->index(row, 0);
        }
    }
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < model()->columnCount(); ++column) {
        cells << model()->headerData(column, Qt::Horizontal).toString();
    }
    lines << cells.join(u'\t');
    for (const QModelIndex& row : std::as_const(rows)) {
        cells.clear();
        for (int column = 0; column < model()->columnCount(); ++column) {
            cells << row.siblingAtColumn(column).data(PlotTableModel::DataRole).toString();
        }
        lines << cells.join(u'\t');
    }
    QApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void RecordsTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRows();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void RecordsTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !currentIndex().isValid()) {
        return;
    }
    const QRect cell = visualRect(currentIndex());
    QPainter painter(viewport());
    painter.setPen(QPen(Theme::of(this).color(Token::Focus), 2));
    painter.drawRect(QRect(0, cell.top(), viewport()->width(), cell.height()).adjusted(1, 1, -1, -1));
}

void RecordsTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    // Reached by Tab there must be a row to see.
    if (model() && !currentIndex().isValid() && model()->rowCount() > 0) {
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    }
    viewport()->update();
}

void RecordsTable::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace ui::tables
