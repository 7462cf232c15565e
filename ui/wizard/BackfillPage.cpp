// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/BackfillPage.h"

#include "common/Banner.h"
#include "common/Format.h"
#include "messages/ErrorText.h"
#include "settings/RangeChoice.h"
#include "wizard/ActionButton.h"
#include "wizard/DayCalendar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::wizard {

using app::core::UtcDay;
using common::Card;
using common::IconName;
using common::Label;
using common::TextStyle;
using common::Tone;
namespace format = common::format;

namespace {

/// A mark of the calendar's legend with its word.
class LegendEntry final : public QWidget
{
public:
    LegendEntry(DayCalendar::State state, const QString& word)
        : m_state(state)
    {
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(16, 0, 0, 0);
        layout->addWidget(new Label(word, TextStyle::Micro, Tone::Muted));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        DayCalendar::paintMark(painter, QRectF(0, (height() - 11) / 2.0, 11, 11), m_state, this);
    }

private:
    DayCalendar::State m_state;
};

} // namespace

BackfillPage::BackfillPage(app::setup::SetupFlow& flow, QWidget* parent)
    : WizardPage(QStringLiteral("backfillPage"), flow, parent)
{
    m_choice = buildChoice();
    m_running = buildProgress();
    column()->addWidget(m_choice);
    column()->addWidget(m_running);

    Card* know = addAside(tr("Good to know"));
    addFact(know, IconName::Pause, tr("Pause at any time"),
        tr("Each day is stored only when its last page has arrived. The rest resumes later."));
    addFact(know, IconName::Clock, tr("Late numbers are normal"),
        tr("Days are UTC days. The newest can still change; they are marked provisional and read again at "
           "every sync."));
    addFact(know, IconName::Database, tr("90 days are available"),
        tr("A larger choice can follow later. A smaller one deletes nothing."));

    connect(&this->flow(), &app::setup::SetupFlow::busyChanged, this, &BackfillPage::footerChanged);
    connect(&this->flow(), &app::setup::SetupFlow::committed, this, [this] { setState(State::Running); });
    setState(State::Choosing);
}

QWidget* BackfillPage::buildChoice()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    auto* card = new Card(tr("How far back"), tr("UTC days, today included"));
    card->setPadding(20, 18);
    m_days = new settings::RangeChoice;
    card->contentLayout()->addWidget(m_days);
    connect(m_days, &settings::RangeChoice::daysChosen, &flow(), &app::setup::SetupFlow::setBackfillDays);
    layout->addWidget(card);

    auto* writes = new Card(tr("What Start backfill does"), {});
    writes->contentLayout()->addWidget(paragraph(tr("Until now nothing was written except a note where you "
                                                    "are, if you chose Save and close. Now Threadcount "
                                                    "stores the key where you said, remembers the workspace "
                                                    "and creates the local cache. Then it reads the days, "
                                                    "newest first."),
        TextStyle::Small, Tone::Muted));
    layout->addWidget(writes);

    m_commitError = new common::Banner;
    m_commitError->setObjectName(QStringLiteral("commitError"));
    m_commitError->hide();
    layout->addWidget(m_commitError);
    return box;
}

QWidget* BackfillPage::buildProgress()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);

    m_error = new common::Banner;
    m_error->setObjectName(QStringLiteral("backfillError"));
    m_error->hide();
    layout->addWidget(m_error);
    m_errorDetails = paragraph({}, TextStyle::Mono, Tone::Muted);
    m_errorDetails->setObjectName(QStringLiteral("backfillErrorDetails"));
    m_errorDetails->hide();
    layout->addWidget(m_errorDetails);

    auto* card = new Card;
    card->setPadding(20, 18);
    auto* head = new QHBoxLayout;
    m_doing = new Label(TextStyle::BodyBold);
    m_doing->setObjectName(QStringLiteral("backfillDoing"));
    m_percent = new Label(TextStyle::BodyBold);
    head->addWidget(m_doing);
    head->addStretch(1);
    head->addWidget(m_percent);
    card->contentLayout()->addLayout(head);
    m_bar = new QProgressBar;
    m_bar->setObjectName(QStringLiteral("backfillBar"));
    m_bar->setAccessibleName(tr("Progress of the backfill"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 100);
    card->contentLayout()->addWidget(m_bar);
    auto* figures = new QHBoxLayout;
    figures->setContentsMargins(0, 10, 0, 0);
    const auto addFigure = [&](const QString& name, const QString& objectName) {
        auto* column = new QVBoxLayout;
        column->setSpacing(0);
        Figure figure;
        figure.value = new Label(format::none(), TextStyle::FigureSmall);
        figure.value->setObjectName(objectName);
        figure.caption = new Label(TextStyle::Small, Tone::Muted);
        column->addWidget(new Label(name, TextStyle::Small, Tone::Muted));
        column->addWidget(figure.value);
        column->addWidget(figure.caption);
        figures->addLayout(column, 1);
        return figure;
    };
    m_daysFigure = addFigure(tr("Days stored"), QStringLiteral("daysStoredValue"));
    m_rowsFigure = addFigure(tr("Rows"), QStringLiteral("rowsValue"));
    m_engineersFigure = addFigure(tr("Engineers so far"), QStringLiteral("engineersValue"));
    m_timeFigure = addFigure(tr("Time left"), QStringLiteral("timeLeftValue"));
    m_engineersFigure.caption->setText(tr("seen at least once"));
    card->contentLayout()->addLayout(figures);
    layout->addWidget(card);

    m_calendarCard = new Card;
    m_calendarCard->setPadding(20, 16);
    m_calendarCard->addHeadWidget(new LegendEntry(DayCalendar::State::Stored, tr("Stored")));
    m_calendarCard->addHeadWidget(new LegendEntry(DayCalendar::State::Provisional, tr("Provisional")));
    m_calendarCard->addHeadWidget(new LegendEntry(DayCalendar::State::Reading, tr("Reading")));
    m_calendarCard->addHeadWidget(new LegendEntry(DayCalendar::State::ToDo, tr("To do")));
    m_calendar = new DayCalendar;
    m_calendarCard->contentLayout()->addWidget(m_calendar);
    layout->addWidget(m_calendarCard);
    return box;
}

void BackfillPage::enter()
{
    m_days->setDays(flow().draft().backfillDays);
    m_commitError->hide();
    if (flow().isCommitted() && m_state == State::Choosing) {
        setState(State::Running);
    }
}

QWidget* BackfillPage::firstField() const
{
    return m_state == State::Choosing ? m_days->marked() : nullptr;
}

void BackfillPage::setState(State state)
{
    m_state = state;
    m_choice->setVisible(state == State::Choosing);
    m_running->setVisible(state != State::Choosing);
    if (state != State::Failed) {
        m_error->hide();
        m_errorDetails->hide();
    }
    if (state == State::Running && !m_progress) {
        app::sync::SyncProgress first;
        const UtcDay today = UtcDay::of(flow().clock().now());
        first.planned = app::core::DayRange::endingAt(today, flow().draft().backfillDays);
        showProgress(first);
        return;
    }
    refreshDoing();
    refreshHead();
    Q_EMIT footerChanged();
}

void BackfillPage::refreshHead()
{
    if (m_state == State::Choosing) {
        setTitle(tr("Read the history"),
            tr("Threadcount first reads the past days, newest first, so the dashboards are useful right "
               "away."));
        return;
    }
    const qsizetype stored = m_progress ? static_cast<qsizetype>(m_progress->storedDays.size()) : 0;
    const int planned = m_progress ? m_progress->planned.length() : 0;
    const QString sentence
        = tr("Newest day first, so the dashboards are useful right away. %1 of %2 days are stored.")
              .arg(stored)
              .arg(planned);
    switch (m_state) {
    case State::Choosing:
    case State::Running: setTitle(tr("Filling the local cache"), sentence); break;
    case State::Pausing:
    case State::Paused:
        setTitle(tr("The backfill is paused"),
            tr("%1 of %2 days are stored and stay stored. The rest is read when you resume.")
                .arg(stored)
                .arg(planned));
        break;
    case State::Failed:
        setTitle(tr("The backfill stopped"),
            tr("%1 of %2 days are stored and stay stored.").arg(stored).arg(planned));
        break;
    }
}

void BackfillPage::showProgress(const app::sync::SyncProgress& progress)
{
    m_progress = progress;
    if (m_state == State::Choosing || m_state == State::Paused || m_state == State::Failed) {
        m_state = State::Running;
        m_choice->hide();
        m_running->show();
        m_error->hide();
        m_errorDetails->hide();
    }

    const int percent = progress.windowsTotal > 0 ? 100 * progress.windowsDone / progress.windowsTotal : 0;
    m_bar->setValue(percent);
    m_percent->setText(format::percent(percent / 100.0, 0));

    m_daysFigure.value->setText(format::integer(static_cast<std::int64_t>(progress.storedDays.size())));
    m_daysFigure.caption->setText(tr("of %1").arg(progress.planned.length()));
    m_rowsFigure.value->setText(format::integer(progress.rows));
    m_rowsFigure.caption->setText(tr("from %n request(s)", nullptr, static_cast<int>(progress.requests)));
    m_engineersFigure.value->setText(format::integer(progress.engineers));

    m_calendarCard->setTitle(format::days(progress.planned));
    m_calendarCard->setCaption(tr("UTC days"));
    refreshDoing();
    refreshHead();
    Q_EMIT footerChanged();
}

void BackfillPage::refreshDoing()
{
    if (!m_progress) {
        return;
    }
    using Phase = app::sync::SyncProgress::Phase;
    const app::sync::SyncProgress& progress = *m_progress;
    const bool runs = m_state == State::Running || m_state == State::Pausing;
    if (!runs) {
        m_doing->setText(m_state == State::Paused ? tr("Paused") : tr("Stopped"));
    } else {
        switch (progress.phase) {
        case Phase::Preparing: m_doing->setText(tr("Preparing")); break;
        case Phase::Fetching:
            m_doing->setText(progress.readingDays.empty()
                    ? tr("Reading")
                    : tr("Reading %1")
                          .arg(format::days({*std::min_element(
                                                 progress.readingDays.begin(), progress.readingDays.end()),
                              *std::max_element(progress.readingDays.begin(), progress.readingDays.end())})));
            break;
        case Phase::Waiting:
            m_doing->setText(progress.waitingUntil
                    ? tr("Waiting until %1 UTC, then trying again").arg(format::time(*progress.waitingUntil))
                    : tr("Waiting before the next try"));
            break;
        case Phase::Finishing: m_doing->setText(tr("Finishing")); break;
        }
    }
    m_doing->setToolTip(runs && progress.waitingBecause
            ? app::messages::describe(*progress.waitingBecause).whatHappened
            : QString());
    const bool known = runs && progress.timeLeft.has_value();
    m_timeFigure.value->setText(
        known ? format::duration(std::chrono::milliseconds(*progress.timeLeft)) : format::none());
    m_timeFigure.caption->setText(known ? tr("estimated") : runs ? tr("not known yet") : QString());

    std::map<UtcDay, DayCalendar::State> states;
    if (runs) {
        for (const UtcDay day : progress.readingDays) {
            states[day] = DayCalendar::State::Reading;
        }
    }
    const app::core::Instant now = flow().clock().now();
    for (const UtcDay day : progress.storedDays) {
        const bool isFinal = now >= day.end() + std::chrono::hours(24);
        states[day] = isFinal ? DayCalendar::State::Stored : DayCalendar::State::Provisional;
    }
    m_calendar->setDays(progress.planned, std::move(states));
}

void BackfillPage::showFailure(const app::core::Error& error)
{
    if (error.kind == app::core::ErrorKind::Cancelled) {
        setState(State::Paused);
        return;
    }
    setState(State::Failed);
    const auto text = app::messages::describe(error);
    QString sentence = text.nextStep;
    if (!text.likelyCauses.isEmpty()) {
        sentence
            = tr("Likely causes: %1. %2").arg(text.likelyCauses.join(QStringLiteral("; ")), text.nextStep);
    }
    m_error->setMessage(common::Banner::Level::Negative, text.whatHappened, sentence);
    m_error->show();
    QString details = error.detail;
    if (error.httpStatus != 0) {
        details = tr("Status %1: %2").arg(error.httpStatus).arg(error.detail);
    }
    m_errorDetails->setText(details);
    m_errorDetails->setVisible(!details.isEmpty());
}

void BackfillPage::showCommitFailure(const app::core::Error& error)
{
    const auto text = app::messages::describe(error);
    QString cause = text.nextStep;
    if (!error.subject.isEmpty()) {
        cause += QLatin1Char(' ') + tr("(%1)").arg(error.subject);
    }
    m_commitError->setMessage(common::Banner::Level::Negative, text.whatHappened, cause);
    m_commitError->show();
    Q_EMIT footerChanged();
}

Footer BackfillPage::footer() const
{
    Footer footer;
    if (m_state == State::Choosing) {
        footer.primary = flow().isCommitting() ? tr("Saving …") : tr("&Start backfill");
        footer.primaryName = QStringLiteral("startBackfillButton");
        footer.primaryEnabled = !flow().isCommitting();
        footer.back = !flow().isCommitting();
        footer.cancel = !flow().isCommitting();
        return footer;
    }
    footer.back = false;
    footer.cancel = false;
    footer.primary = tr("&Open dashboards now");
    footer.primaryName = QStringLiteral("openDashboardsButton");
    switch (m_state) {
    case State::Choosing:
    case State::Running:
        footer.secondary = tr("&Pause");
        footer.secondaryName = QStringLiteral("pauseButton");
        break;
    case State::Pausing:
        footer.secondary = tr("Pausing …");
        footer.secondaryName = QStringLiteral("pauseButton");
        footer.secondaryEnabled = false;
        break;
    case State::Paused:
        footer.secondary = tr("&Resume");
        footer.secondaryName = QStringLiteral("resumeButton");
        break;
    case State::Failed:
        footer.primary = tr("&Try again");
        footer.primaryName = QStringLiteral("retryButton");
        footer.secondary = tr("&Open dashboards now");
        footer.secondaryName = QStringLiteral("openDashboardsButton");
        break;
    }
    return footer;
}

void BackfillPage::onPrimary()
{
    if (m_state == State::Choosing) {
        m_commitError->hide();
        flow().startBackfill();
    } else if (m_state == State::Failed) {
        setState(State::Running);
        Q_EMIT retryRequested();
    } else {
        Q_EMIT openDashboardsRequested();
    }
}

void BackfillPage::onSecondary()
{
    switch (m_state) {
    case State::Running:
        setState(State::Pausing);
        Q_EMIT pauseRequested();
        break;
    case State::Paused:
        setState(State::Running);
        Q_EMIT resumeRequested();
        break;
    case State::Failed: Q_EMIT openDashboardsRequested(); break;
    case State::Choosing:
    case State::Pausing: break;
    }
}

} // namespace ui::wizard
