// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/Page.h"

#include "charts/ChartCard.h"
#include "common/Banner.h"
#include "common/StateMessage.h"
#include "core/Memory.h"
#include "messages/ErrorText.h"
#include "pages/PeriodText.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QThreadPool>
#include <QVBoxLayout>

namespace ui::pages {

namespace {

using common::StateMessage;

// A reading that is quicker than this leaves the old content on show: swapping it for shapes would flicker.
constexpr int kSlowMilliseconds = 400;
// As long as somebody may see what the page is not about any more.
constexpr int kTurnMilliseconds = 100;
// Nobody clicks any more: the time to tidy up.
constexpr int kRestMilliseconds = 1'500;
// Room for the focus ring, which is drawn outside of the controls.
constexpr int kRing = 3;
// The pages reach over the margin of the window at the end of the line, so that a scroll bar stands in it and
// nothing moves when one comes or goes.
constexpr int kGutter = 21;
constexpr int kBesideScrollBar = 9;

} // namespace

Page::Page(const QString& name, Scrolling scrolling, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
{
    setObjectName(name + QStringLiteral("Page"));
    // A stack hands its new page the focus while nothing in it can take it; a ring around the whole would say
    // nothing.
    setProperty("ownFocusMark", true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(12);
    m_banner = new common::Banner;
    m_banner->setObjectName(name + QStringLiteral("Banner"));
    m_banner->hide();
    QPushButton* again = m_banner->addAction(name + QStringLiteral("BannerRetryButton"), tr("Try again"));
    connect(again, &QPushButton::clicked, this, &Page::reload);
    auto* banner = new QHBoxLayout;
    banner->setContentsMargins(kRing, 0, kGutter, 0);
    banner->addWidget(m_banner);
    outer->addLayout(banner);

    auto* body = new QWidget;
    outer->addWidget(body, 1);
    m_stack = new QStackedLayout(body);

    auto* column = new QWidget;
    m_content = new QVBoxLayout(column);
    m_content->setSpacing(16);
    m_content->setContentsMargins(kRing, kRing, kGutter, kRing);
    if (scrolling == Scrolling::Page) {
        auto* area = new QScrollArea;
        area->setObjectName(name + QStringLiteral("ScrollArea"));
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        // Swapping content can hand it the focus for a moment; a ring around the whole page would say
        // nothing.
        area->setFocusPolicy(Qt::NoFocus);
        area->setProperty("ownFocusMark", true);
        column->setAutoFillBackground(false);
        area->viewport()->setAutoFillBackground(false);
        area->setWidget(column);
        connect(area->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int first, int last) {
            m_content->setContentsMargins(kRing, kRing, last > first ? kBesideScrollBar : kGutter, kRing);
        });
        m_contentPage = area;
    } else {
        m_contentPage = column;
    }
    m_contentPage->setProperty("ownFocusMark", true);
    m_nothingOpen = new StateMessage;
    m_nothingOpen->setObjectName(name + QStringLiteral("NothingOpen"));
    m_nothingOpen->setMessage(StateMessage::Level::Empty, common::IconName::Plug, tr("No workspace is open"),
        tr("Connect a workspace to see its figures here."));
    m_empty = new StateMessage;
    m_empty->setObjectName(name + QStringLiteral("Empty"));
    QPushButton* sync = m_empty->addAction(name + QStringLiteral("SyncButton"), tr("Sync now"));
    connect(sync, &QPushButton::clicked, this, &Page::syncRequested);
    m_failed = new StateMessage;
    m_failed->setObjectName(name + QStringLiteral("Failed"));
    QPushButton* retry = m_failed->addAction(name + QStringLiteral("RetryButton"), tr("Try again"));
    connect(retry, &QPushButton::clicked, this, &Page::reload);
    m_stack->addWidget(m_contentPage);
    m_stack->addWidget(m_nothingOpen);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_failed);
    m_stack->setCurrentWidget(m_nothingOpen);

    m_tidy.setSingleShot(true);
    m_tidy.setInterval(kRestMilliseconds);
    connect(&m_tidy, &QTimer::timeout, this,
        [] { QThreadPool::globalInstance()->start([] { app::core::returnFreeMemory(); }); });
    m_slow.setSingleShot(true);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        if (m_state == State::Content || m_state == State::Loading) {
            showLoading();
        }
    });
}

Page::~Page() = default;

void Page::setStore(app::store::WorkspaceStore* store)
{
    if (store == m_store) {
        return;
    }
    m_store = store;
    ++m_storeVersion;
    onStoreChanged();
    restart();
}

void Page::setRange(app::core::DayRange range)
{
    if (range == m_range) {
        return;
    }
    m_range = range;
    dropReading();
    // The old content stays until the answer is there, unless that takes long.
    startReading();
    if (m_reading && m_state == State::Content && !m_turning) {
        m_slow.start(kSlowMilliseconds);
    }
}

app::models::Granularity Page::granularity() const
{
    return app::models::effectiveGranularity(m_granularity, m_range);
}

void Page::setGranularity(app::models::Granularity granularity)
{
    const app::models::Granularity before = this->granularity();
    m_granularity = granularity;
    if (this->granularity() != before) {
        dropReading();
        startReading();
    }
}

void Page::setTablesShown(bool shown)
{
    m_tablesShown = shown;
    for (charts::ChartCard* card : m_charts) {
        card->setTableShown(shown);
    }
}

void Page::setDataMark(const QString& mark)
{
    m_dataMark = mark;
    for (charts::ChartCard* card : m_charts) {
        card->setDataMark(mark);
    }
}

charts::ChartCard* Page::addChart(const QString& name, const QString& title, const QString& caption)
{
    auto* card = new charts::ChartCard(name, title, caption);
    m_charts.push_back(card);
    card->setTableShown(m_tablesShown);
    card->setDataMark(m_dataMark);
    connect(card, &charts::ChartCard::retryRequested, this, &Page::reload);
    return card;
}

void Page::showLoading()
{
    for (charts::ChartCard* card : m_charts) {
        card->showLoading();
    }
}

void Page::showStale(const QString& whatHappened)
{
    for (charts::ChartCard* card : m_charts) {
        card->showFailed(whatHappened, {});
    }
}

void Page::restart()
{
    dropReading();
    m_turning = false;
    setSentence({});
    m_banner->hide();
    if (!m_store || m_range.isEmpty()) {
        present(m_store ? State::Loading : State::NothingOpen);
        return;
    }
    present(State::Loading);
    showLoading();
    startReading();
}

void Page::turn()
{
    if (!m_store || m_range.isEmpty() || m_state != State::Content || !isVisible()) {
        restart();
        return;
    }
    dropReading();
    m_turning = true;
    startReading();
}

void Page::reload()
{
    ++m_storeVersion;
    if (m_reading) {
        m_again = true;
        return;
    }
    startReading();
}

void Page::startReading()
{
    if (!m_store || m_range.isEmpty()) {
        return;
    }
    if (!isVisible()) {
        m_dirty = true;
        return;
    }
    m_dirty = false;
    m_again = false;
    m_reading = true;
    m_tidy.stop();
    if (m_turning) {
        m_slow.start(kTurnMilliseconds);
    }
    if (m_state == State::NothingOpen) {
        present(State::Loading);
        showLoading();
    }
    load();
}

void Page::dropReading()
{
    ++m_generation;
    m_reading = false;
    m_again = false;
    m_slow.stop();
    if (const auto cancel = std::exchange(m_cancel, nullptr)) {
        cancel();
    }
}

void Page::finishReading(const Basis& basis)
{
    const app::models::PeriodSummary& summary = basis.summary;
    m_reading = false;
    m_turning = false;
    m_slow.stop();
    m_tidy.start();
    m_banner->hide();
    if (!basis.anyStored) {
        const bool gone = summary.notOffered > 0 && summary.missing == 0;
        m_empty->setMessage(StateMessage::Level::Empty, common::IconName::Calendar,
            gone ? tr("OpenAI does not offer these days any more") : tr("No day of this range is stored yet"),
            gone ? tr("Choose a later range to see figures.")
                 : tr("A sync reads the days that are missing; the charts fill while it runs."));
        present(State::Empty);
    } else {
        present(State::Content);
    }
    setSentence(periodText(summary));
    Q_EMIT loaded();
    if (m_again) {
        startReading();
    }
}

void Page::failReading(const app::core::Error& error)
{
    m_reading = false;
    m_slow.stop();
    const app::messages::ErrorText text = app::messages::describe(error);
    if (!m_turning && (m_state == State::Content || m_state == State::Empty)) {
        m_banner->setMessage(common::Banner::Level::Warning, text.whatHappened,
            tr("What you see is the last good state. %1").arg(text.nextStep));
        m_banner->show();
        showStale(text.whatHappened);
    } else {
        m_failed->setMessage(
            StateMessage::Level::Failed, common::IconName::Warning, text.whatHappened, text.nextStep);
        m_turning = false;
        present(State::Failed);
    }
    Q_EMIT loaded();
    if (m_again) {
        startReading();
    }
}

void Page::present(State state)
{
    m_state = state;
    QWidget* page = m_contentPage;
    switch (state) {
    case State::NothingOpen: page = m_nothingOpen; break;
    case State::Empty: page = m_empty; break;
    case State::Failed: page = m_failed; break;
    case State::Loading:
    case State::Content: break;
    }
    m_stack->setCurrentWidget(page);
}

void Page::setSentence(const QString& sentence)
{
    if (sentence != m_sentence) {
        m_sentence = sentence;
        Q_EMIT periodSentenceChanged(m_sentence);
    }
}

void Page::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_dirty || m_reading) {
        return;
    }
    if (m_turning) {
        restart();
    } else {
        startReading();
    }
}

void Page::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    // A window that is minimised has not left the page.
    if (!event->spontaneous() && m_reading) {
        dropReading();
        m_dirty = true;
    }
}

} // namespace ui::pages
