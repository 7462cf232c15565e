// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartCard.h"

#include "charts/ChartLegend.h"
#include "charts/DayChart.h"
#include "common/Card.h"
#include "common/Icons.h"
#include "common/Label.h"
#include "common/Pill.h"
#include "common/StateMessage.h"
#include "common/Theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace ui::charts {

namespace {

using common::Label;
using common::TextStyle;
using common::Theme;
using common::Token;

/// Flat shapes where the columns will be. Static: nothing on the screen moves while it waits.
class LoadingShapes final : public QWidget
{
protected:
    void paintEvent(QPaintEvent*) override
    {
        constexpr std::array kHeights{
            0.5, 0.72, 0.86, 0.78, 0.8, 0.26, 0.24, 0.7, 0.86, 0.92, 0.8, 0.84, 0.28, 0.3, 0.74};
        QPainter painter(this);
        const double step = width() / static_cast<double>(kHeights.size());
        for (std::size_t i = 0; i < kHeights.size(); ++i) {
            const double high = (height() - 24) * kHeights[i] * 0.8;
            painter.fillRect(
                QRectF(step * (static_cast<double>(i) + 0.14), height() - 24 - high, step * 0.72, high),
                Theme::of(this).color(Token::Ramp0));
        }
    }
};

QWidget* legendRoom()
{
    auto* room = new QWidget;
    auto* layout = new QHBoxLayout(room);
    layout->setContentsMargins(0, 0, 0, 0);
    room->hide();
    return room;
}

} // namespace

ChartCard::ChartCard(const QString& name, const QString& title, const QString& caption, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
{
    setObjectName(name + QStringLiteral("Card"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_card = new common::Card(title, caption);
    outer->addWidget(m_card);

    m_chart = new DayChart(name);
    m_legend = new ChartLegend(name);
    m_headLegend = legendRoom();
    m_belowLegend = legendRoom();
    m_stale = new common::Pill(common::Pill::Kind::Warning, tr("Not up to date"));
    m_stale->setObjectName(name + QStringLiteral("StalePill"));
    m_stale->setCompact(true);
    m_stale->hide();
    m_card->addHeadWidget(m_headLegend);
    m_card->addHeadWidget(m_stale);
    m_toggle = new QToolButton;
    m_toggle->setObjectName(name + QStringLiteral("TableButton"));
    m_toggle->setCheckable(true);
    m_toggle->setIconSize(QSize(16, 16));
    m_toggle->setStyleSheet(QStringLiteral(
        "QToolButton { min-width: 22px; min-height: 22px; max-width: 22px; max-height: 22px; border-color: "
        "transparent; background: transparent; }"));
    connect(m_toggle, &QToolButton::clicked, m_chart, &DayChart::setTableShown);
    connect(m_chart, &DayChart::tableShownChanged, this, &ChartCard::refreshToggle);
    m_card->addHeadWidget(m_toggle);
    m_card->contentLayout()->addWidget(m_belowLegend);

    m_loading = new LoadingShapes;
    m_loading->setProperty("ownFocusMark", true);
    m_loading->setAccessibleName(tr("%1: reading the cache").arg(title));
    m_empty = new common::StateMessage;
    m_empty->setObjectName(name + QStringLiteral("Empty"));
    m_failed = new common::StateMessage;
    m_failed->setObjectName(name + QStringLiteral("Failed"));
    QPushButton* retry = m_failed->addAction(name + QStringLiteral("RetryButton"), tr("Try again"));
    connect(retry, &QPushButton::clicked, this, &ChartCard::retryRequested);

    auto* pages = new QWidget;
    pages->setMinimumHeight(196);
    m_stack = new QStackedLayout(pages);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_failed);
    m_card->contentLayout()->addWidget(pages, 1);

    m_note = new Label(TextStyle::Small, common::Tone::Muted);
    m_note->setObjectName(name + QStringLiteral("Note"));
    m_note->setWordWrap(true);
    m_note->hide();
    m_card->contentLayout()->addWidget(m_note);

    setTitle(title, caption);
    refreshToggle();
    placeLegend();
}

QString ChartCard::title() const
{
    return m_card->title();
}

void ChartCard::setTitle(const QString& title, const QString& caption)
{
    m_card->setTitle(title);
    m_card->setCaption(caption);
    //: Title and caption of a chart, for a screen reader.
    m_chart->setTitle(caption.isEmpty() ? title : tr("%1, %2").arg(title, caption));
}

void ChartCard::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QString ChartCard::note() const
{
    return m_note->text();
}

void ChartCard::showLoading()
{
    present(State::Loading);
}

void ChartCard::showSeries(std::vector<app::models::DaySeries> series)
{
    m_chart->setSeries(std::move(series));
    m_legend->refresh(m_chart);
    m_stale->hide();
    present(State::Chart);
}

void ChartCard::show(app::models::Plot plot)
{
    if (auto* days = std::get_if<app::models::DayPlot>(&plot)) {
        m_chart->setDays(std::move(*days));
        m_legend->refresh(m_chart);
        m_stale->hide();
        present(State::Chart);
    }
}

void ChartCard::setExplanation(app::models::Explanation explanation)
{
    m_explanation = std::move(explanation);
}

void ChartCard::setDataMark(const QString& mark)
{
    m_dataMark = mark;
}

void ChartCard::setTableShown(bool shown)
{
    m_chart->setTableShown(shown);
}

void ChartCard::addHeadControl(QWidget* control)
{
    m_card->addHeadWidget(control);
}

void ChartCard::showEmpty(const QString& title, const QString& text)
{
    m_chart->setSeries({});
    m_legend->refresh(m_chart);
    m_stale->hide();
    m_empty->setMessage(common::StateMessage::Level::Empty, common::IconName::Calendar, title, text);
    present(State::Empty);
}

void ChartCard::showFailed(const QString& whatHappened, const QString& nextStep)
{
    if (m_state == State::Chart) {
        m_stale->setToolTip(whatHappened);
        m_stale->show();
        return;
    }
    m_failed->setMessage(
        common::StateMessage::Level::Failed, common::IconName::Warning, whatHappened, nextStep);
    present(State::Failed);
}

bool ChartCard::isStale() const
{
    return m_stale->isVisibleTo(this);
}

void ChartCard::present(State state)
{
    m_state = state;
    QWidget* const pages[]{m_loading, m_chart, m_empty, m_failed};
    m_stack->setCurrentWidget(pages[static_cast<int>(state)]);
    placeLegend();
}

void ChartCard::placeLegend()
{
    const Theme theme = Theme::of(this);
    const int title = QFontMetrics(theme.font(TextStyle::Heading)).horizontalAdvance(m_card->title());
    constexpr int kAir
        = 32 + 40 + 32; // the padding of the card, room for a caption to be seen, the table button
    const bool inHead = title + m_legend->sizeHint().width() + kAir <= width();
    QWidget* room = inHead ? m_headLegend : m_belowLegend;
    if (m_legend->parentWidget() != room) {
        room->layout()->addWidget(m_legend);
        m_legend->show();
    }
    const bool wanted = m_state == State::Chart;
    m_toggle->setVisible(wanted);
    m_headLegend->setVisible(wanted && inHead);
    m_belowLegend->setVisible(wanted && !inHead);
}

void ChartCard::refreshToggle()
{
    const bool table = m_chart->isTableShown();
    const Theme theme = Theme::of(this);
    m_toggle->setChecked(table);
    m_toggle->setIcon(
        common::icon(table ? common::IconName::Chart : common::IconName::Table, theme.color(Token::Muted)));
    m_toggle->setToolTip(table ? tr("Show the chart (T)") : tr("Show the numbers as a table (T)"));
    m_toggle->setAccessibleName(table ? tr("%1: show the chart").arg(m_card->title())
                                      : tr("%1: show the table").arg(m_card->title()));
}

void ChartCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_toggle) {
        refreshToggle();
    }
}

void ChartCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeLegend();
}

} // namespace ui::charts
