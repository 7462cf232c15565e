// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/PartsTable.h"

#include "common/Theme.h"
#include "tables/SortHeader.h"
#include "tables/TableOfRows.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace ui::pages {

namespace {

constexpr int kSortRole = Qt::UserRole + 1;
constexpr int kRowHeight = 36;
constexpr int kPadding = 24;
constexpr int kLeastFirst = 160;
constexpr int kInset = 10; // as in the header

/// Text below its heading, and a line between the rows.
class PartsDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QString text = std::exchange(cell.text, {});
        cell.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        const common::Theme theme = common::Theme::of(cell.widget);
        painter->save();
        painter->setPen(theme.color(common::Token::Grid));
        painter->drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight());
        painter->setPen(theme.color(common::Token::Text));
        painter->setFont(cell.font);
        const QRect box = cell.rect.adjusted(kInset, 0, -kInset, 0);
        painter->drawText(box,
            static_cast<int>(
                QStyle::visualAlignment(cell.direction, cell.displayAlignment) | Qt::AlignAbsolute)
                | Qt::TextSingleLine,
            QFontMetrics(cell.font).elidedText(text, Qt::ElideRight, box.width()));
        painter->restore();
    }
};

} // namespace

PartsTable::PartsTable(const QString& objectName, const QString& accessibleName, QWidget* parent)
    : QTableView(parent)
    , m_model(new QStandardItemModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_header(new tables::SortHeader(this))
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    tables::becomeTableOfRows(*this, kRowHeight);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setItemDelegate(new PartsDelegate(this));
    m_sorted->setSortRole(kSortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setSourceModel(m_model);
    setModel(m_sorted);
    m_header->setObjectName(objectName + QStringLiteral("Header"));
    setHorizontalHeader(m_header);
    setSortingEnabled(true);
}

void PartsTable::setContent(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows)
{
    m_model->removeRows(0, m_model->rowCount());
    m_model->setColumnCount(static_cast<int>(columns.size()));
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const Qt::Alignment side = columns[column].isNumber ? Qt::AlignRight : Qt::AlignLeft;
        const int section = static_cast<int>(column);
        m_model->setHeaderData(section, Qt::Horizontal, columns[column].heading);
        m_model->setHeaderData(
            section, Qt::Horizontal, QVariant::fromValue(side | Qt::AlignVCenter), Qt::TextAlignmentRole);
    }
    for (const std::vector<Cell>& row : rows) {
        QList<QStandardItem*> items;
        for (std::size_t column = 0; column < row.size(); ++column) {
            auto* item = new QStandardItem(row[column].text);
            item->setData(row[column].sortsBy, kSortRole);
            item->setToolTip(row[column].tip);
            item->setTextAlignment(
                (columns[column].isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
            items.push_back(item);
        }
        m_model->appendRow(items);
    }
    if (!m_isSorted) {
        m_isSorted = true;
        sortByColumn(0, Qt::AscendingOrder);
    }
    for (int column = 1; column < m_model->columnCount(); ++column) {
        setColumnWidth(column,
            std::max(sizeHintForColumn(column) + kPadding,
                m_header->widthFor(m_model->headerData(column, Qt::Horizontal).toString())));
    }
    stretchFirst();
    updateGeometry();
}

QString PartsTable::cellText(int row, int column) const
{
    return m_sorted->index(row, column).data().toString();
}

int PartsTable::wholeHeight() const
{
    const int bar = horizontalScrollBar()->isVisible() ? horizontalScrollBar()->sizeHint().height() : 0;
    return horizontalHeader()->sizeHint().height() + kRowHeight * m_model->rowCount() + bar + 2;
}

QSize PartsTable::sizeHint() const
{
    return {480, wholeHeight()};
}

QSize PartsTable::minimumSizeHint() const
{
    return {kLeastFirst, wholeHeight()};
}

void PartsTable::stretchFirst()
{
    if (m_model->columnCount() == 0) {
        return;
    }
    int others = 0;
    for (int column = 1; column < m_model->columnCount(); ++column) {
        others += columnWidth(column);
    }
    setColumnWidth(0, std::max(kLeastFirst, viewport()->width() - others));
}

void PartsTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    stretchFirst();
    // The scroll bar of a narrow table takes room of its own.
    updateGeometry();
}

void PartsTable::copySelection() const
{
    QStringList lines;
    const auto line = [this](const auto& textOf) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            cells << textOf(column);
        }
        return cells.join(u'\t');
    };
    lines << line([this](int column) { return m_model->headerData(column, Qt::Horizontal).toString(); });
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex& row : rows) {
        lines << line([&row](int column) { return row.siblingAtColumn(column).data().toString(); });
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void PartsTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace ui::pages
