// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartLegend.h"

#include "charts/DayChart.h"
#include "charts/SeriesStyle.h"
#include "common/Theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace ui::charts {

namespace {

using common::TextStyle;
using common::Theme;
using common::Token;

constexpr int kSwatch = 10;
constexpr int kGap = 6;

class LegendItem final : public QAbstractButton
{
public:
    enum class Kind { Series, Provisional, NoData };

    LegendItem(Kind kind, Token token, const QString& text)
        : m_kind(kind)
        , m_token(token)
    {
        setText(text);
        setAccessibleName(text);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    void makeSwitch(bool on)
    {
        setCheckable(true);
        setChecked(on);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setToolTip(on ? DayChart::tr("Hide %1").arg(text()) : DayChart::tr("Show %1").arg(text()));
    }
    void makeStatic()
    {
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(Theme::of(this).font(TextStyle::Micro));
        return {kSwatch + kGap + metrics.horizontalAdvance(text()) + 2, std::max(20, metrics.height() + 4)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = Theme::of(this);
        const QColor card = theme.color(Token::Raised);
        const bool off = isCheckable() && !isChecked();
        QPainter painter(this);
        const QRect box(0, (height() - kSwatch) / 2, kSwatch, kSwatch);
        if (m_kind == Kind::NoData) {
            QPen pen(theme.color(Token::GapLine), 1, Qt::CustomDashLine, Qt::FlatCap);
            pen.setDashPattern({2, 2});
            painter.fillRect(box, theme.color(Token::Gap));
            painter.setPen(pen);
            painter.drawRect(box.adjusted(0, 0, -1, -1));
        } else if (off) {
            painter.setPen(theme.color(Token::BorderStrong));
            painter.drawRect(box.adjusted(0, 0, -1, -1));
        } else {
            painter.fillRect(box,
                m_kind == Kind::Provisional ? provisionalBrush(theme.color(m_token), card)
                                            : QBrush(theme.color(m_token)));
        }
        painter.setFont(theme.font(TextStyle::Micro));
        painter.setPen(theme.color(off ? Token::Faint : Token::Muted));
        painter.drawText(rect().adjusted(kSwatch + kGap, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    }

private:
    Kind m_kind;
    Token m_token;
};

} // namespace

ChartLegend::ChartLegend(const QString& name, DayChart& chart, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_chart(chart)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ChartLegend::refresh()
{
    qDeleteAll(findChildren<QAbstractButton*>(QString(), Qt::FindDirectChildrenOnly));
    const auto& series = m_chart.series();
    const auto add = [this](LegendItem* item, const QString& name) {
        item->setObjectName(m_name + name);
        layout()->addWidget(item);
        item->show();
    };
    for (std::size_t index = 0; index < series.size(); ++index) {
        const auto measure = series[index].measure;
        auto* item = new LegendItem(
            LegendItem::Kind::Series, measureToken(measure), app::models::measureName(measure));
        if (series.size() > 1) {
            item->makeSwitch(m_chart.isSeriesShown(index));
            connect(item, &QAbstractButton::clicked, this, [this, index, item](bool on) {
                m_chart.setSeriesShown(index, on);
                // The last one stays on.
                item->makeSwitch(m_chart.isSeriesShown(index));
            });
        } else {
            item->makeStatic();
        }
        add(item, QStringLiteral("Legend%1Button").arg(index));
    }
    if (!series.empty() && m_chart.hasProvisionalDays()) {
        auto* item = new LegendItem(
            LegendItem::Kind::Provisional, measureToken(series.front().measure), tr("Provisional"));
        item->setToolTip(tr("The newest days can still change."));
        item->makeStatic();
        add(item, QStringLiteral("LegendProvisional"));
    }
    if (!series.empty() && m_chart.hasDaysWithoutData()) {
        auto* item = new LegendItem(LegendItem::Kind::NoData, Token::Gap, tr("No data"));
        item->makeStatic();
        add(item, QStringLiteral("LegendNoData"));
    }
    updateGeometry();
}

} // namespace ui::charts
