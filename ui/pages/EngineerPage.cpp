// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/EngineerPage.h"

#include "charts/ChartCard.h"
#include "common/ElidedLabel.h"
#include "common/Format.h"
#include "common/Label.h"
#include "models/DaySeries.h"
#include "models/EngineerName.h"
#include "pages/CardGrid.h"
#include "pages/FigureText.h"
#include "pages/StatTile.h"
#include "store/CoverageQueries.h"
#include "store/UsageQueries.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui::pages {

namespace {

namespace format = common::format;
using app::models::CostUnit;
using app::models::Measure;
using common::Label;
using common::TextStyle;
using common::Tone;

// Every day a store can hold; the first and the last day of a person are looked for in it.
constexpr app::core::DayRange kAllDays{
    app::core::UtcDay::fromNumber(0), app::core::UtcDay::fromNumber(1'000'000)};

bool isActive(const app::store::EngineerDay& day)
{
    return day.totals.turns > 0 || day.totals.threads > 0;
}

} // namespace

struct EngineerPage::Data
{
    app::core::DayRange range;
    app::records::Coverage coverage;
    std::vector<app::store::EngineerDay> days;
    std::optional<app::core::DayRange> seen; ///< first and last active day in the whole cache
    std::optional<std::string> userId;
    std::optional<std::string> email;
    CostUnit unit = CostUnit::Credits;
};

EngineerPage::EngineerPage(QWidget* parent)
    : Page(QStringLiteral("engineer"), Scrolling::Page, parent)
    , m_title(tr("Engineer"))
{
    auto* person = new QFrame;
    person->setProperty("role", QStringLiteral("card"));
    person->setObjectName(QStringLiteral("personCard"));
    auto* row = new QHBoxLayout(person);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(16);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(4);
    m_name = new common::ElidedLabel(TextStyle::Subtitle);
    m_name->setObjectName(QStringLiteral("engineerName"));
    auto* facts = new QHBoxLayout;
    facts->setSpacing(12);
    m_id = new Label(TextStyle::Mono, Tone::Muted);
    m_id->setObjectName(QStringLiteral("engineerId"));
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_seen = new Label(TextStyle::Small, Tone::Muted);
    m_seen->setObjectName(QStringLiteral("engineerSeen"));
    facts->addWidget(m_id);
    facts->addWidget(m_seen, 1);
    texts->addWidget(m_name);
    texts->addLayout(facts);
    row->addLayout(texts, 1);
    m_back = new QPushButton(tr("All engineers"));
    m_back->setObjectName(QStringLiteral("backToEngineersButton"));
    m_back->setAccessibleName(tr("Back to all engineers"));
    const QKeySequence backKey(QKeySequence::Back);
    //: %1 is a keyboard shortcut.
    m_back->setToolTip(tr("Back to all engineers (%1)").arg(backKey.toString(QKeySequence::NativeText)));
    row->addWidget(m_back);
    contentLayout()->addWidget(person);
    connect(m_back, &QPushButton::clicked, this, &EngineerPage::backRequested);
    auto* shortcut = new QShortcut(backKey, this);
    connect(shortcut, &QShortcut::activated, this, &EngineerPage::backRequested);

    auto* tiles = new TileRow;
    const auto tile = [tiles](const QString& name, const QString& label) {
        auto* result = new StatTile(name, label);
        tiles->addTile(result);
        return result;
    };
    m_activeDays = tile(QStringLiteral("engineerActiveDays"), tr("Active days"));
    m_turns = tile(QStringLiteral("engineerTurns"), tr("Turns"));
    m_threads = tile(QStringLiteral("engineerThreads"), tr("Threads"));
    m_cost = tile(QStringLiteral("engineerCost"), tr("Credits"));
    m_tokens = tile(QStringLiteral("engineerOutput"), tr("Output tokens"));
    contentLayout()->addWidget(tiles);

    auto* grid = new CardGrid;
    const auto card
        = [this, grid](const QString& name, const QString& heading, const QString& caption, bool wide) {
              auto* result = new charts::ChartCard(name, heading, caption);
              connect(result, &charts::ChartCard::retryRequested, this, &Page::reload);
              grid->addCard(result, wide);
              return result;
          };
    m_turnsChart = card(QStringLiteral("engineerDailyTurns"), tr("Turns"), tr("per UTC day"), false);
    m_costChart = card(QStringLiteral("engineerDailyCost"), tr("Credits"), tr("per UTC day"), false);
    m_tokensChart = card(QStringLiteral("engineerDailyTokens"), tr("Tokens"), tr("per UTC day"), true);
    contentLayout()->addWidget(grid, 1);
}

EngineerPage::~EngineerPage() = default;

QString EngineerPage::title() const
{
    return m_title;
}

void EngineerPage::setEngineer(const std::optional<std::string>& userId)
{
    m_userId = userId;
    setName(userId ? app::models::shortenedId(QString::fromStdString(*userId))
                   : app::models::engineerName({}, {}));
    m_id->clear();
    m_seen->clear();
    restart();
}

void EngineerPage::setName(const QString& name)
{
    m_name->setText(name);
    if (name != m_title) {
        m_title = name;
        Q_EMIT titleChanged(m_title);
    }
}

void EngineerPage::load()
{
    read(
        [range = range(), userId = m_userId](
            const app::store::Database& database) -> app::core::Result<Data> {
            Data figures;
            figures.range = range;
            figures.userId = userId;
            auto coverage = app::store::coverage(database, range);
            auto days = app::store::engineerByDay(database, userId, range);
            const auto ever = app::store::engineerByDay(database, userId, kAllDays);
            const auto people = app::store::engineers(database, range);
            const auto workspace = app::store::usageByDay(database, range);
            if (!coverage) {
                return app::core::failure(coverage.error());
            }
            if (!days) {
                return app::core::failure(days.error());
            }
            if (!ever) {
                return app::core::failure(ever.error());
            }
            if (!people) {
                return app::core::failure(people.error());
            }
            if (!workspace) {
                return app::core::failure(workspace.error());
            }
            for (const app::store::EngineerDay& day : *ever) {
                if (isActive(day)) {
                    figures.seen = figures.seen ? figures.seen->united({day.day, day.day})
                                                : app::core::DayRange{day.day, day.day};
                }
            }
            for (const app::store::EngineerSummary& person : *people) {
                if (person.userId == userId) {
                    figures.email = person.email;
                }
            }
            figures.coverage = std::move(*coverage);
            figures.days = std::move(*days);
            figures.unit = app::models::costUnitOf(*workspace);
            return figures;
        },
        [this](const Data& figures) { return showFigures(figures); });
}

void EngineerPage::showLoading()
{
    for (StatTile* tile : {m_activeDays, m_turns, m_threads, m_cost, m_tokens}) {
        tile->showLoading();
    }
    for (charts::ChartCard* card : {m_turnsChart, m_costChart, m_tokensChart}) {
        card->showLoading();
    }
}

void EngineerPage::showStale(const QString& whatHappened)
{
    for (charts::ChartCard* card : {m_turnsChart, m_costChart, m_tokensChart}) {
        card->showFailed(whatHappened, {});
    }
}

app::models::PeriodSummary EngineerPage::showFigures(const Data& figures)
{
    const auto series = [&figures](Measure measure) {
        return app::models::engineerSeries(measure, figures.range, figures.days, figures.coverage);
    };
    const auto sum = [&series](Measure measure) { return app::models::sumOf(series(measure)); };
    const Measure costMeasure = app::models::costMeasure(figures.unit);
    const QString costName = figures.unit == CostUnit::Usd ? tr("Cost in USD") : tr("Credits");

    setName(app::models::engineerName(figures.userId, figures.email));
    m_id->setText(figures.userId ? QString::fromStdString(*figures.userId) : QString());
    m_id->setVisible(figures.userId.has_value());
    if (!figures.userId) {
        m_seen->setText(tr("Rows that OpenAI delivered without a person, for example automation."));
    } else if (figures.seen) {
        m_seen->setText(
            tr("first active %1 · last active %2")
                .arg(format::dayMedium(figures.seen->first), format::dayMedium(figures.seen->last)));
    } else {
        m_seen->setText(tr("no activity in the cache"));
    }

    const app::models::DaySum turns = sum(Measure::Turns);
    const app::models::DaySum threads = sum(Measure::Threads);
    const app::models::DaySum cost = sum(costMeasure);
    const app::models::DaySum output = sum(Measure::Output);
    const auto active = std::count_if(figures.days.begin(), figures.days.end(), isActive);
    m_activeDays->setFigure(Measure::Turns,
        turns.storedDays > 0 ? std::optional(static_cast<double>(active)) : std::nullopt,
        tr("of %n stored day(s)", nullptr, turns.storedDays));
    m_turns->setFigure(
        Measure::Turns, turns.value, ratioText(tr("%1 per thread"), turns.value, threads.value));
    m_threads->setFigure(Measure::Threads, threads.value);
    m_cost->setLabel(costName);
    m_cost->setFigure(costMeasure, cost.value,
        cost.daysWithoutFigure > 0 ? QString() : ratioText(tr("%1 per turn"), cost.value, turns.value));
    m_tokens->setFigure(Measure::Output, output.value,
        output.daysWithoutFigure > 0 ? QString() : ratioText(tr("%1 per turn"), output.value, turns.value));

    m_turnsChart->showSeries({series(Measure::Turns)});
    m_costChart->setTitle(costName, tr("per UTC day"));
    m_costChart->showSeries({series(costMeasure)});
    QStringList notes{withoutFigureText(cost), billedApartText(figures.unit, series(Measure::CostUsd))};
    notes.removeAll(QString());
    m_costChart->setNote(notes.join(u' '));
    m_tokensChart->showSeries(
        {series(Measure::UncachedInput), series(Measure::CachedInput), series(Measure::Output)});
    m_tokensChart->setNote(withoutFigureText(output));
    return app::models::summarise(figures.range, figures.coverage, {app::records::Dataset::UsagePerEngineer});
}

} // namespace ui::pages
