// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/StatTile.h"

#include "common/Format.h"
#include "common/Label.h"
#include "common/Theme.h"

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace ui::pages {

namespace {

namespace format = common::format;
using app::models::Measure;
using common::Label;
using common::TextStyle;
using common::Theme;
using common::Token;

constexpr int kLeastTile = 150;
constexpr int kSpacing = 16;

QString figureText(Measure measure, std::optional<double> value)
{
    if (!value) {
        return format::none();
    }
    // Money keeps its cents as long as all its digits are shown.
    const bool cents = measure == Measure::CostUsd && *value < 9'999.5;
    return cents ? app::models::fullNumber(measure, *value) : format::figure(*value);
}

} // namespace

StatTile::StatTile(const QString& name, const QString& label, QWidget* parent)
    : QFrame(parent)
{
    setObjectName(name + QStringLiteral("Tile"));
    setProperty("role", QStringLiteral("card"));
    setMinimumHeight(88);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(2);
    m_label = new Label(TextStyle::Small, common::Tone::Muted);
    m_value = new Label(TextStyle::Figure);
    m_value->setObjectName(name + QStringLiteral("Value"));
    m_detail = new Label(TextStyle::Small, common::Tone::Muted);
    m_detail->setObjectName(name + QStringLiteral("Detail"));
    for (Label* text : {m_label, m_value, m_detail}) {
        text->setMinimumWidth(1);
        column->addWidget(text);
    }
    setLabel(label);
    showLoading();
}

void StatTile::setLabel(const QString& label)
{
    m_label->setText(label);
    setAccessibleName(label);
}

void StatTile::setFigure(Measure measure, std::optional<double> value, const QString& detail)
{
    m_loading = false;
    m_value->setText(figureText(measure, value));
    m_value->setTone(value ? common::Tone::Normal : common::Tone::Faint);
    // Compact figures lose digits; the tool tip has them all.
    m_value->setToolTip(value ? app::models::fullNumber(measure, *value) : QString());
    m_detail->setText(detail.isEmpty() ? QStringLiteral(" ") : detail);
    m_detail->setToolTip(detail);
    for (Label* text : {m_value, m_detail}) {
        text->show();
    }
    setAccessibleDescription(value ? app::models::fullNumber(measure, *value) : tr("no figure"));
    update();
}

void StatTile::showLoading()
{
    m_loading = true;
    m_value->setText(QStringLiteral(" "));
    m_detail->setText(QStringLiteral(" "));
    setAccessibleDescription(tr("reading the cache"));
    update();
}

QString StatTile::valueText() const
{
    return m_value->text();
}

QString StatTile::detailText() const
{
    return m_detail->text().trimmed();
}

void StatTile::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (m_loading) {
        QPainter painter(this);
        const QColor shape = Theme::of(this).color(Token::Ramp0);
        const QRect value = m_value->geometry();
        const QRect detail = m_detail->geometry();
        painter.fillRect(QRect(value.left(), value.top() + 6, value.width() / 2, value.height() - 12), shape);
        painter.fillRect(
            QRect(detail.left(), detail.top() + 4, detail.width() * 3 / 4, detail.height() - 8), shape);
    }
}

TileRow::TileRow(QWidget* parent)
    : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kSpacing);
}

void TileRow::addTile(QWidget* tile)
{
    m_tiles.push_back(tile);
    m_columns = 0;
    arrange();
}

void TileRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TileRow::arrange()
{
    const int all = static_cast<int>(m_tiles.size());
    const int fitting = std::max(1, (width() + kSpacing) / (kLeastTile + kSpacing));
    const int columns = std::min(all, fitting);
    if (columns == m_columns) {
        return;
    }
    auto* grid = static_cast<QGridLayout*>(layout());
    for (int column = 0; column < std::max(columns, m_columns); ++column) {
        grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
    m_columns = columns;
    for (int index = 0; index < all; ++index) {
        grid->addWidget(m_tiles[static_cast<std::size_t>(index)], index / columns, index % columns);
    }
}

} // namespace ui::pages
