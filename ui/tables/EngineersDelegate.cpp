// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tables/EngineersDelegate.h"

#include "charts/Sparkline.h"
#include "common/Theme.h"
#include "models/EngineersModel.h"
#include "tables/SortHeader.h"

#include <QAbstractItemView>
#include <QAbstractProxyModel>
#include <QHelpEvent>
#include <QPainter>

namespace ui::tables {

namespace {

using app::models::EngineersModel;
using common::Theme;
using common::Token;
using Column = EngineersModel::Column;

constexpr int kInset = 10;
constexpr int kTrackWidth = 44;
constexpr int kTrackHeight = 6;
constexpr int kTrackGap = 8;

struct Place
{
    const EngineersModel* model = nullptr;
    int row = 0;
};

Place sourceOf(const QModelIndex& index)
{
    const auto* proxy = qobject_cast<const QAbstractProxyModel*>(index.model());
    const QModelIndex source = proxy ? proxy->mapToSource(index) : index;
    return {qobject_cast<const EngineersModel*>(source.model()), source.row()};
}

void drawText(QPainter& painter, const QStyleOptionViewItem& cell, const QRect& logical,
    Qt::Alignment alignment, const QString& text, Token color)
{
    const QRect box = QStyle::visualRect(cell.direction, cell.rect, logical);
    painter.setPen(Theme::of(cell.widget).color(color));
    painter.setFont(cell.font);
    painter.drawText(box,
        static_cast<int>(QStyle::visualAlignment(cell.direction, alignment) | Qt::AlignAbsolute)
            | Qt::TextSingleLine,
        QFontMetrics(cell.font).elidedText(text, Qt::ElideRight, box.width()));
}

void paintName(QPainter& painter, const QStyleOptionViewItem& cell)
{
    const bool selected = cell.state & QStyle::State_Selected;
    SortHeader::paintCheckBox(painter, SortHeader::checkBox(cell.rect, cell.direction),
        selected ? Qt::Checked : Qt::Unchecked, cell.widget);
    drawText(painter, cell, cell.rect.adjusted(SortHeader::kCheckRoom, 0, -kInset, 0),
        Qt::AlignLeft | Qt::AlignVCenter, cell.text, Token::Text);
}

void paintTrend(QPainter& painter, const QStyleOptionViewItem& cell, const Place& place)
{
    const QRect box = cell.rect.adjusted(kInset, 0, -kInset, 0);
    if (!cell.text.isEmpty()) {
        drawText(painter, cell, box, Qt::AlignLeft | Qt::AlignVCenter, cell.text, Token::Muted);
        return;
    }
    const std::vector<app::models::DayPoint> points = place.model->sparkOf(place.row);
    const int width = std::min(box.width(), charts::sparkColumnsWidth(points.size()));
    const QRect columns(box.left(), box.center().y() - charts::kSparkColumnsHeight / 2 + 1, width,
        charts::kSparkColumnsHeight);
    charts::paintSparkColumns(painter, QRectF(QStyle::visualRect(cell.direction, cell.rect, columns)),
        Theme::of(cell.widget), points);
}

void paintActiveDays(QPainter& painter, const QStyleOptionViewItem& cell, const Place& place, int days)
{
    const QRect box = cell.rect.adjusted(kInset, 0, -kInset, 0);
    drawText(painter, cell, box.adjusted(0, 0, -kTrackWidth - kTrackGap, 0),
        Qt::AlignRight | Qt::AlignVCenter, cell.text, Token::Text);
    const Theme theme = Theme::of(cell.widget);
    QRect track(
        box.right() - kTrackWidth + 1, box.center().y() - kTrackHeight / 2 + 1, kTrackWidth, kTrackHeight);
    const int whole = place.model->storedDays();
    const double share = whole > 0 ? std::min(1.0, static_cast<double>(days) / whole) : 0;
    QRect filled = track;
    // One active day of many must still be seen.
    filled.setWidth(days > 0 ? std::max(3, qRound(kTrackWidth * share)) : 0);
    track = QStyle::visualRect(cell.direction, cell.rect, track);
    filled = QStyle::visualRect(cell.direction, cell.rect, filled);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.ramp(0));
    painter.drawRoundedRect(track, 2, 2);
    if (days > 0) {
        painter.setBrush(theme.ramp(4));
        painter.drawRoundedRect(filled, 2, 2);
    }
}

} // namespace

EngineersDelegate::EngineersDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
    , m_plain(nullptr)
{
}

void EngineersDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto column = static_cast<Column>(index.column());
    if (column != Column::Engineer && column != Column::Trend && column != Column::ActiveDays) {
        m_plain.paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    painter->save();
    charts::CellDelegate::paintGround(*painter, cell);
    if (column == Column::Engineer) {
        paintName(*painter, cell);
    } else if (column == Column::Trend) {
        paintTrend(*painter, cell, sourceOf(index));
    } else {
        paintActiveDays(*painter, cell, sourceOf(index), index.data(EngineersModel::ActiveDaysRole).toInt());
    }
    painter->restore();
}

bool EngineersDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    return m_plain.helpEvent(event, view, option, index);
}

} // namespace ui::tables
