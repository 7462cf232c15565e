// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartLegend.h"

#include "charts/SeriesStyle.h"

#include <QAbstractButton>
#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace ui::charts {

namespace {

using common::TextStyle;
using common::Theme;
using common::Token;

constexpr int kSwatch = 10;
constexpr int kLineMark = 14;
constexpr int kGap = 6;
constexpr int kBetween = 12;
constexpr int kLeastHeight = 20;

int markWidth(const LegendEntry& entry)
{
    return entry.mark == LegendEntry::Mark::Line ? kLineMark : kSwatch;
}

void paintMark(QPainter& painter, const QRectF& box, const Theme& theme, const LegendEntry& entry, bool off)
{
    if (entry.cell) {
        paintDayCell(painter, box, theme, *entry.cell);
        return;
    }
    const QColor color = theme.color(entry.token);
    if (entry.mark == LegendEntry::Mark::Line) {
        painter.setPen(QPen(off ? theme.color(Token::BorderStrong) : color, off ? 1 : 2));
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        return;
    }
    const QRectF edge = box.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(Qt::NoBrush);
    if (off) {
        painter.setPen(theme.color(Token::BorderStrong));
        painter.drawRect(edge);
    } else if (entry.mark == LegendEntry::Mark::NoData) {
        QPen pen(theme.color(Token::GapLine), 1, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({2, 2});
        painter.fillRect(box, theme.color(Token::Gap));
        painter.setPen(pen);
        painter.drawRect(edge);
    } else if (entry.mark == LegendEntry::Mark::Provisional) {
        fillProvisional(painter, box, color, theme.color(Token::Raised));
    } else {
        painter.fillRect(box, color);
    }
}

class LegendItem final : public QAbstractButton
{
public:
    explicit LegendItem(const LegendEntry& entry)
        : m_entry(entry)
    {
        setText(entry.name);
        setAccessibleName(entry.name);
        setFocusPolicy(Qt::NoFocus);
        if (entry.mark == LegendEntry::Mark::Provisional) {
            setToolTip(Chart::tr("The newest days can still change."));
        }
    }

    void makeSwitch(bool on)
    {
        setCheckable(true);
        setChecked(on);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setToolTip(on ? Chart::tr("Hide %1").arg(text()) : Chart::tr("Show %1").arg(text()));
    }
    void makeStatic() { setAttribute(Qt::WA_TransparentForMouseEvents); }

    [[nodiscard]] QSize sizeHint() const override
    {
        // Layouts ask again and again.
        if (!m_size.isValid()) {
            const Theme theme = Theme::of(this);
            const QFontMetrics metrics(theme.font(TextStyle::Micro));
            m_size = QSize(legendEntryWidth(m_entry, theme), std::max(kLeastHeight, metrics.height() + 4));
        }
        return m_size;
    }

protected:
    void changeEvent(QEvent* event) override
    {
        m_size = {};
        QAbstractButton::changeEvent(event);
    }
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setLayoutDirection(layoutDirection());
        paintLegendEntry(painter, QRectF(rect()), Theme::of(this), m_entry, isCheckable() && !isChecked());
    }

private:
    LegendEntry m_entry;
    mutable QSize m_size;
};

} // namespace

void paintLegendEntry(
    QPainter& painter, const QRectF& box, const Theme& theme, const LegendEntry& entry, bool off)
{
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const int wide = markWidth(entry);
    const QRectF mark(mirrored ? box.right() - wide : box.left(),
        std::floor(box.center().y() - kSwatch / 2.0), wide, kSwatch);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintMark(painter, mark, theme, entry, off);
    painter.setFont(theme.font(TextStyle::Micro));
    painter.setPen(theme.color(off ? Token::Faint : Token::Muted));
    const int lead = wide + kGap;
    drawLabel(painter, mirrored ? box.adjusted(0, 0, -lead, 0) : box.adjusted(lead, 0, 0, 0),
        mirrored ? Qt::AlignRight : Qt::AlignLeft, entry.name);
    painter.restore();
}

int legendEntryWidth(const LegendEntry& entry, const Theme& theme)
{
    const QFontMetrics metrics(theme.font(TextStyle::Micro));
    return markWidth(entry) + kGap + metrics.horizontalAdvance(entry.name) + 2;
}

ChartLegend::ChartLegend(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::refresh(Chart* chart)
{
    std::vector<LegendEntry> entries = chart ? chart->legend() : std::vector<LegendEntry>();
    if (chart && chart == m_chart && entries == m_entries) {
        for (std::size_t place = 0; place < entries.size(); ++place) {
            if (entries[place].series >= 0) {
                static_cast<LegendItem*>(m_items[place])
                    ->makeSwitch(chart->isSeriesShown(static_cast<std::size_t>(entries[place].series)));
            }
        }
        return;
    }
    m_chart = chart;
    m_entries = std::move(entries);
    qDeleteAll(m_items);
    m_items.clear();
    if (!chart) {
        updateGeometry();
        return;
    }
    int index = 0;
    for (const LegendEntry& entry : m_entries) {
        auto* item = new LegendItem(entry);
        item->setParent(this);
        if (entry.series >= 0) {
            const auto series = static_cast<std::size_t>(entry.series);
            item->makeSwitch(chart->isSeriesShown(series));
            connect(item, &QAbstractButton::clicked, this, [chart, series, item](bool on) {
                chart->setSeriesShown(series, on);
                // The last one stays on.
                item->makeSwitch(chart->isSeriesShown(series));
            });
        } else {
            item->makeStatic();
        }
        switch (entry.mark) {
        case LegendEntry::Mark::Provisional:
            item->setObjectName(m_name + QStringLiteral("LegendProvisional"));
            break;
        case LegendEntry::Mark::NoData: item->setObjectName(m_name + QStringLiteral("LegendNoData")); break;
        default: item->setObjectName(m_name + QStringLiteral("Legend%1Button").arg(index++)); break;
        }
        m_items.push_back(item);
        item->show();
    }
    updateGeometry();
    fit();
}

int ChartLegend::arrange(int width, bool apply) const
{
    int x = 0;
    // In the head of a card the one line stands in the middle.
    int y = apply ? std::max(0, (height() - arrange(width, false)) / 2) : 0;
    int line = 0;
    for (QAbstractButton* item : m_items) {
        const QSize size = item->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line;
            line = 0;
        }
        line = std::max(line, size.height());
        if (apply) {
            const int wide = std::min(size.width(), std::max(width, kSwatch));
            const int left = layoutDirection() == Qt::RightToLeft ? width - x - wide : x;
            item->setGeometry(left, y, wide, size.height());
        }
        x += size.width() + kBetween;
    }
    return y + line;
}

QSize ChartLegend::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QAbstractButton* item : m_items) {
        width += item->sizeHint().width() + (width > 0 ? kBetween : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return {width, height};
}

QSize ChartLegend::minimumSizeHint() const
{
    int width = 0;
    for (const QAbstractButton* item : m_items) {
        width = std::max(width, item->sizeHint().width());
    }
    return {width, sizeHint().height()};
}

int ChartLegend::heightForWidth(int width) const
{
    return arrange(width, false);
}

void ChartLegend::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ChartLegend::fit()
{
    // Grids of cards do not ask for the height at a width; a second line must not lie over the chart.
    setMinimumHeight(arrange(width(), false));
    arrange(width(), true);
}

void ChartLegend::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        fit();
    }
}

} // namespace ui::charts
