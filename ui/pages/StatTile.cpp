// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/StatTile.h"

#include "charts/ExplainPanel.h"
#include "charts/Sparkline.h"
#include "common/ElidedLabel.h"
#include "common/Format.h"
#include "common/Label.h"
#include "common/Theme.h"

#include <QAccessibleWidget>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

namespace ui::pages {

namespace {

namespace format = common::format;
using app::models::Measure;
using app::models::MeasureUnit;
using common::ElidedLabel;
using common::Label;
using common::TextStyle;
using common::Theme;
using common::Token;

constexpr int kLeastTile = 150;
constexpr int kSpacing = 16;
constexpr int kLargeHeight = 124;
constexpr int kDetailHeight = 88;

QString figureText(Measure measure, std::optional<double> value)
{
    if (!value) {
        return format::none();
    }
    switch (app::models::measureUnit(measure)) {
    case MeasureUnit::Share: return format::percent(*value);
    case MeasureUnit::Ratio:
        return *value < 10 ? app::models::fullNumber(measure, *value) : format::figure(*value);
    case MeasureUnit::Usd:
        // Money keeps its cents as long as all its digits are shown.
        return *value < 9'999.5 ? app::models::fullNumber(measure, *value) : format::figure(*value);
    case MeasureUnit::Count:
    case MeasureUnit::Credits: break;
    }
    return format::figure(*value);
}

/// A tile that explains itself is a button for those who do not see it.
class TileInterface final : public QAccessibleWidget
{
public:
    explicit TileInterface(StatTile* tile)
        : QAccessibleWidget(tile)
    {
    }
    [[nodiscard]] QAccessible::Role role() const override
    {
        return tile().explanation().isEmpty() ? QAccessible::Grouping : QAccessible::Button;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (!tile().explanation().isEmpty()) {
            names.prepend(pressAction());
        }
        return names;
    }
    void doAction(const QString& action) override
    {
        if (action == pressAction()) {
            tile().explain();
        } else {
            QAccessibleWidget::doAction(action);
        }
    }

private:
    [[nodiscard]] StatTile& tile() const { return *static_cast<StatTile*>(widget()); }
};

QAccessibleInterface* tileInterface(const QString&, QObject* object)
{
    auto* tile = qobject_cast<StatTile*>(object);
    return tile != nullptr ? new TileInterface(tile) : nullptr;
}

void installTileInterface()
{
    [[maybe_unused]] static const bool installed = [] {
        QAccessible::installFactory(tileInterface);
        return true;
    }();
}

} // namespace

StatTile::StatTile(const QString& name, const QString& label, QWidget* parent)
    : StatTile(name, label, Size::Detail, parent)
{
}

StatTile::StatTile(const QString& name, const QString& label, Size size, QWidget* parent)
    : QFrame(parent)
    , m_size(size)
{
    installTileInterface();
    const bool large = size == Size::Large;
    setObjectName(name + QStringLiteral("Tile"));
    setProperty("role", QStringLiteral("card"));
    setMinimumHeight(large ? kLargeHeight : kDetailHeight);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(1);

    m_label = new ElidedLabel(TextStyle::Small, Token::Muted);
    column->addWidget(m_label);

    auto* figure = new QHBoxLayout;
    figure->setContentsMargins(0, 0, 0, 0);
    figure->setSpacing(6);
    m_value = new Label(large ? TextStyle::Figure : TextStyle::FigureSmall);
    m_value->setObjectName(name + QStringLiteral("Value"));
    m_beside = new ElidedLabel(TextStyle::Small, Token::Muted);
    m_beside->setObjectName(name + QStringLiteral("Beside"));
    figure->addWidget(m_value);
    // On one base line with the figure, whose letters reach further down.
    const Theme theme = Theme::of(this);
    auto* beside = new QVBoxLayout;
    beside->addStretch();
    beside->addWidget(m_beside);
    beside->addSpacing(QFontMetrics(theme.font(large ? TextStyle::Figure : TextStyle::FigureSmall)).descent()
        - QFontMetrics(theme.font(TextStyle::Small)).descent());
    figure->addLayout(beside, 1);
    column->addLayout(figure);

    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    m_change = new Label(TextStyle::SmallBold);
    m_change->setObjectName(name + QStringLiteral("Change"));
    m_detail = new ElidedLabel(TextStyle::Small, Token::Muted);
    m_detail->setObjectName(name + QStringLiteral("Detail"));
    line->addWidget(m_change);
    line->addWidget(m_detail, 1);
    column->addLayout(line);
    if (large) {
        m_spark = new charts::Sparkline;
        column->addSpacing(4);
        column->addWidget(m_spark);
    }
    column->addStretch();

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
    m_smallSample.reset();
    m_detailText = detail;
    m_value->setText(figureText(measure, value));
    m_value->setTone(value ? common::Tone::Normal : common::Tone::Faint);
    m_fullValue = value ? app::models::fullNumber(measure, *value) : QString();
    // Compact figures lose digits; the tool tip has them all.
    m_value->setToolTip(m_fullValue);
    refresh();
}

void StatTile::setSmallSample(const QString& why)
{
    m_loading = false;
    m_smallSample = why;
    m_value->setText(format::none());
    m_value->setTone(common::Tone::Faint);
    m_value->setToolTip({});
    m_fullValue.clear();
    refresh();
}

void StatTile::setChange(std::optional<double> relative, const QString& versus)
{
    showChange(relative ? format::signedPercent(*relative) : format::none(), versus);
}

void StatTile::setPointsChange(std::optional<double> difference, const QString& versus)
{
    if (!difference) {
        showChange(format::none(), versus);
        return;
    }
    const double points = std::round(*difference * 1'000) / 10;
    const QString digits = format::displayLocale().toString(std::abs(points), 'f', 1);
    const QString sign = points > 0 ? QStringLiteral("+") : points < 0 ? QString(QChar(0x2212)) : QString();
    //: Percentage points: "−4.0 pts". The space is a no-break space.
    showChange(tr("%1\u00a0pts").arg(sign + digits), versus);
}

void StatTile::showChange(const QString& amount, const QString& versus)
{
    m_compares = true;
    m_amount = amount;
    m_versus = versus;
    refresh();
}

void StatTile::setSpark(app::models::DaySeries series)
{
    if (m_spark != nullptr) {
        m_spark->setSeries(std::move(series));
    }
}

void StatTile::setExplanation(app::models::Explanation explanation)
{
    m_explanation = std::move(explanation);
    const bool explains = !m_explanation.isEmpty();
    setFocusPolicy(explains ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(explains ? Qt::PointingHandCursor : Qt::ArrowCursor);
    // The role of the style sheet that answers the pointer.
    common::setStyleProperty(this, "role", explains ? QStringLiteral("tile") : QStringLiteral("card"));
    refresh();
}

void StatTile::showLoading()
{
    m_loading = true;
    refresh();
}

void StatTile::refresh()
{
    const QString blank = QStringLiteral(" ");
    const bool compares = m_compares && !m_smallSample;
    if (m_loading) {
        m_value->setText(blank);
    }
    const bool anyChange = compares && !m_loading;
    m_change->setText(anyChange ? m_amount : QString());
    m_change->setVisible(anyChange);
    m_beside->setText(anyChange ? m_detailText : QString());
    m_beside->setVisible(!m_beside->text().isEmpty());
    QString below = m_smallSample.value_or(compares ? m_versus : m_detailText);
    if (m_loading || below.isEmpty()) {
        below = blank;
    }
    m_detail->setText(below);
    if (m_spark != nullptr) {
        m_spark->setVisible(!m_loading);
    }

    if (m_loading) {
        setAccessibleDescription(tr("reading the cache"));
    } else {
        QStringList said{m_fullValue.isEmpty() ? tr("no figure") : m_fullValue, detailText(), changeText()};
        said.removeAll(QString());
        if (!m_explanation.isEmpty()) {
            said << tr("Press to see how it is computed");
        }
        //: Separates the figure of a tile from what stands below it, for a screen reader.
        setAccessibleDescription(said.join(tr(", ")));
    }
    update();
}

QString StatTile::valueText() const
{
    return m_value->text();
}

QString StatTile::detailText() const
{
    return m_loading ? QString() : m_smallSample.value_or(m_detailText);
}

QString StatTile::changeText() const
{
    if (m_loading || !m_compares || m_smallSample) {
        return {};
    }
    //: "+7.8 % vs prior 30 d"
    return tr("%1 %2").arg(m_amount, m_versus);
}

void StatTile::explain()
{
    if (!m_loading && !m_explanation.isEmpty()) {
        charts::ExplainPanel::open(this, m_explanation);
    }
}

void StatTile::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (!m_loading) {
        return;
    }
    QPainter painter(this);
    const QColor shape = Theme::of(this).color(Token::Ramp0);
    const QRect room = contentsRect().marginsRemoved(layout()->contentsMargins());
    const auto bar = [&](int top, int high, double share) {
        const int wide = static_cast<int>(room.width() * share);
        const int left = isRightToLeft() ? room.right() - wide + 1 : room.left();
        painter.fillRect(QRect(left, room.top() + top, wide, high), shape);
    };
    const int value = m_value->geometry().top() - room.top();
    const int line = m_detail->geometry().top() - room.top();
    bar(value + 6, std::max(8, m_value->height() - 12), 0.5);
    bar(line + 4, std::max(6, m_detail->height() - 8), 0.75);
    if (m_size == Size::Large) {
        bar(room.height() - 20, 18, 1);
    }
}

void StatTile::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) {
        explain();
    }
    QFrame::mouseReleaseEvent(event);
}

void StatTile::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_explanation.isEmpty()) {
            explain();
            return;
        }
        break;
    default: break;
    }
    QFrame::keyPressEvent(event);
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

StatTile* TileRow::addTile(const QString& name, const QString& label, StatTile::Size size)
{
    auto* tile = new StatTile(name, label, size);
    addTile(tile);
    return tile;
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
    // Five and a lone sixth look like a mistake: rows are equally full.
    const int rows = std::max(1, (all + fitting - 1) / fitting);
    const int columns = std::max(1, (all + rows - 1) / rows);
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
