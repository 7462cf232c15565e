// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/PrivacyPage.h"

#include "api/BaseUrl.h"
#include "api/Boundary.h"
#include "charts/ChartCard.h"
#include "common/Card.h"
#include "common/DialogService.h"
#include "common/ElidedLabel.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/Label.h"
#include "common/SegmentedControl.h"
#include "common/Theme.h"
#include "exporting/Exporter.h"
#include "messages/ErrorText.h"
#include "models/PlotTableModel.h"
#include "models/Plots.h"
#include "pages/CardGrid.h"
#include "pages/PeopleExport.h"
#include "pages/RecordsCard.h"
#include "store/CompletenessQueries.h"
#include "store/CoverageQueries.h"
#include "store/LedgerQueries.h"
#include "store/SyncState.h"
#include "tables/FilterChip.h"
#include "tables/LedgerModel.h"
#include "tables/RecordsTable.h"

#include <QAction>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui::pages {

namespace {

namespace format = common::format;
namespace store = app::store;
using app::core::DayRange;
using app::core::UtcDay;
using app::exporting::Table;
using app::models::CompletenessPlot;
using app::models::PlotTable;
using app::records::Dataset;
using app::records::DayState;
using common::Label;
using common::TextStyle;
using common::Theme;
using common::Token;
using common::Tone;
using store::ReconciledMeasure;
using store::StoredKind;
using tables::FilterChip;
using tables::LedgerModel;

// Longer ranges would make cells that nobody can tell apart.
constexpr int kMostGridDays = 92;
constexpr int kGridDays = 90;
// The log on the screen; the export has all of it.
constexpr int kMostRestatements = 500;
constexpr int kGridHeight = 120;
// Rows before the end of the list at which the next page is read.
constexpr int kReadAhead = 60;
constexpr int kShortestRest = 5'000;
constexpr int kRestFactor = 20;
constexpr const char* kOnlyFailures = "failures";

/// One thing that is never read: a mark and a line that wraps.
class NeverRow final : public QWidget
{
public:
    explicit NeverRow(const QString& text)
    {
        auto* line = new QHBoxLayout(this);
        line->setContentsMargins(0, 0, 0, 0);
        line->addSpacing(kIcon + 8);
        auto* label = new Label(text, TextStyle::Body);
        label->setWordWrap(true);
        line->addWidget(label, 1);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const QRect box(0, 2, kIcon, kIcon);
        common::paintIcon(painter, common::IconName::EyeOff,
            QRectF(QStyle::visualRect(layoutDirection(), rect(), box)), Theme::of(this).color(Token::Muted));
    }

private:
    static constexpr int kIcon = 16;
};

bool isStored(DayState state)
{
    return state == DayState::Final || state == DayState::Provisional;
}

QString momentText(app::core::Instant at)
{
    //: A day and a time of day.
    return PrivacyPage::tr("%1, %2 UTC").arg(format::dayMedium(UtcDay::of(at)), format::time(at));
}

/// A count that chooses the plural.
int plural(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
}

QString dayDetail(const store::CompletenessCell& cell)
{
    if (!cell.fetchedAt) {
        return PrivacyPage::tr("This day was not read yet.");
    }
    if (cell.withdrawn) {
        return PrivacyPage::tr("OpenAI has no rows for this day any more; what was read before is kept.");
    }
    if (cell.state == DayState::NotOffered) {
        return PrivacyPage::tr("OpenAI does not offer this day any more.");
    }
    const QString read = PrivacyPage::tr("Read %1", "moment").arg(momentText(*cell.fetchedAt));
    const QString rows
        = PrivacyPage::tr("%1 row(s)", nullptr, plural(cell.rows)).arg(format::integer(cell.rows));
    if (cell.restated) {
        //: When a day was read, its rows.
        return PrivacyPage::tr("%1: %2. Its totals changed after they were final.").arg(read, rows);
    }
    return PrivacyPage::tr("%1: %2.", "when a day was read, its rows").arg(read, rows);
}

PlotTable::Cell textCell(const QString& text)
{
    return {text, text, {}};
}

PlotTable::Cell dayCell(UtcDay day)
{
    return {format::dayMedium(day), day.toIso(), {}};
}

/// Credits with two decimals in every row, so that the column can be read down.
QString figureText(ReconciledMeasure measure, double value)
{
    const int decimals = measure == ReconciledMeasure::Credits ? 2 : 0;
    const double smallest = 0.5 * std::pow(10.0, -decimals);
    const QString digits = format::displayLocale().toString(std::abs(value), 'f', decimals);
    return value <= -smallest ? QChar(0x2212) + digits : digits;
}

QString signedText(ReconciledMeasure measure, double value)
{
    const QString text = figureText(measure, value);
    return value > 0 && text != figureText(measure, 0) ? u'+' + text : text;
}

PlotTable::Cell numberCell(const QString& text, double value)
{
    return {text, QString::fromStdString(app::exporting::shortestText(value).value_or(std::string())), value};
}

PlotTable::Cell noneCell()
{
    return {format::none(), {}, {}};
}

PlotTable::Cell sideCell(ReconciledMeasure measure, std::optional<double> value)
{
    return value ? numberCell(figureText(measure, *value), *value) : noneCell();
}

/// Why a day is not compared, or what there is to know about it.
QString remarkOf(const store::ReconciledDay& day, ReconciledMeasure measure)
{
    const bool workspace = isStored(day.workspaceState);
    const bool engineers = isStored(day.engineersState);
    const store::ReconciledFigures& figures = day.of(measure);
    if (!workspace && !engineers) {
        return day.workspaceState == DayState::NotOffered || day.engineersState == DayState::NotOffered
            ? PrivacyPage::tr("Cannot be compared: not offered any more")
            : PrivacyPage::tr("Cannot be compared: not read yet");
    }
    if (!workspace) {
        return PrivacyPage::tr("Cannot be compared: the workspace row is missing");
    }
    if (!engineers) {
        return PrivacyPage::tr("Cannot be compared: the rows of engineers are missing");
    }
    if (!figures.difference()) {
        return PrivacyPage::tr("Cannot be compared: OpenAI gave no figure");
    }
    if (figures.rowsWithoutFigure > 0) {
        return PrivacyPage::tr(
            "%n row(s) came without this figure", nullptr, static_cast<int>(figures.rowsWithoutFigure));
    }
    return day.workspaceState == DayState::Provisional || day.engineersState == DayState::Provisional
        ? PrivacyPage::tr("Provisional: can still change")
        : QString();
}

QString kindText(StoredKind kind)
{
    switch (kind) {
    case StoredKind::People: return PrivacyPage::tr("People: id, e-mail, kind of account");
    case StoredKind::UsageDays: return PrivacyPage::tr("Days of usage, per engineer");
    case StoredKind::UsageBySurface: return PrivacyPage::tr("Parts of them by surface");
    case StoredKind::UsageByModel: return PrivacyPage::tr("Parts of them by model");
    case StoredKind::WorkspaceDays: return PrivacyPage::tr("Days of the workspace as a whole");
    case StoredKind::ReviewDays: return PrivacyPage::tr("Days of code reviews");
    case StoredKind::ResponseDays: return PrivacyPage::tr("Days of responses to reviews");
    case StoredKind::Sums: return PrivacyPage::tr("Sums of the rows above, for speed");
    case StoredKind::FetchedDays: return PrivacyPage::tr("When each day was read");
    case StoredKind::Requests: return PrivacyPage::tr("Requests");
    case StoredKind::Restatements: return PrivacyPage::tr("Restatements");
    case StoredKind::Unfinished: return PrivacyPage::tr("Answers that have only partly arrived");
    case StoredKind::Bookkeeping: return PrivacyPage::tr("Names of surfaces and models, state of the sync");
    }
    return {};
}

QString bytesText(std::optional<std::int64_t> bytes)
{
    return bytes ? format::bytes(*bytes) : format::none();
}

} // namespace

struct PrivacyPage::Data
{
    DayRange range;
    app::records::Coverage coverage;
    store::Completeness grid;
    store::LedgerSummary ledger;
    QString origin; ///< where the cache was filled from; empty before the first sync
    std::vector<store::ReconciledDay> reconciled;
    std::vector<store::Restatement> restatements;
    std::int64_t restatementCount = 0;
};

PrivacyPage::PrivacyPage(QWidget* parent)
    : Page(QStringLiteral("privacy"), Scrolling::Page, parent)
{
    makeCompleteness();
    makeLedger();
    makeReconciliation();
    makeStorage();
    makeRestatements();
    auto* grid = new CardGrid;
    grid->addRow({{m_ledgerCard, 780}, {makeSide(), 380}});
    for (RecordsCard* card : {m_reconciliation, m_storage, m_restatements}) {
        grid->addCard(card, true);
    }
    contentLayout()->addWidget(m_completeness);
    contentLayout()->addWidget(grid, 1);

    m_storageRest.setSingleShot(true);
    connect(&m_storageRest, &QTimer::timeout, this, [this] {
        if (m_storageAgain) {
            readStorage();
        }
    });
}

PrivacyPage::~PrivacyPage() = default;

QString PrivacyPage::name()
{
    return tr("Data & privacy");
}

void PrivacyPage::makeCompleteness()
{
    m_completeness
        = addChart(QStringLiteral("completeness"), tr("Completeness"), tr("per endpoint and UTC day"));
    m_completeness->setLeastHeight(kGridHeight);
    m_completeness->setLoadingShapes(charts::ChartCard::Shapes::Bars);
    m_completeness->show(CompletenessPlot());
    m_fetch = new QPushButton(tr("Fetch missing days"));
    m_fetch->setObjectName(QStringLiteral("fetchMissingButton"));
    m_fetch->setProperty("extent", QStringLiteral("small"));
    m_fetch->setToolTip(tr("Syncs now; the days that are missing are asked for again"));
    m_fetch->hide();
    connect(m_fetch, &QPushButton::clicked, this, &PrivacyPage::syncRequested);
    m_completeness->addHeadControl(m_fetch);
    QAction* save = m_completeness->addCommand(QStringLiteral("completenessExportAction"), tr("Export…"));
    connect(save, &QAction::triggered, this,
        [this] { exportTable(nullptr, Table::Completeness, m_gridRange, m_gridRange); });
}

void PrivacyPage::makeLedger()
{
    m_ledger = new LedgerModel(this);
    m_ledgerCard = new RecordsCard(
        QStringLiteral("ledger"), tr("Request ledger"), tr("every request, whatever the range"));
    m_endpoint = new FilterChip(QStringLiteral("ledgerEndpointFilter"), tr("Endpoint: %1"));
    std::vector<FilterChip::Value> endpoints{{QString(), tr("all", "endpoints: no filter")}};
    for (const Dataset dataset : app::records::kDatasets) {
        endpoints.push_back({app::records::datasetName(dataset), LedgerModel::datasetText(dataset)});
    }
    m_endpoint->setValues(endpoints);
    m_outcome = new FilterChip(QStringLiteral("ledgerOutcomeFilter"), tr("Show: %1", "requests"));
    m_outcome->setValues({{QString(), tr("all", "requests: no filter")},
        {QString::fromLatin1(kOnlyFailures), tr("only failures")}});
    m_ledgerCard->addHeadControl(m_endpoint);
    m_ledgerCard->addHeadControl(m_outcome);

    tables::RecordsTable& table = m_ledgerCard->table();
    table.setModel(m_ledger);
    table.setStretchColumn(static_cast<int>(LedgerModel::Column::Endpoint));
    table.setVisibleRows(10, 12);
    m_ledgerSummary = new Label(TextStyle::Small);
    m_ledgerSummary->setObjectName(QStringLiteral("ledgerSummary"));
    m_ledgerSummary->setWordWrap(true);
    m_routes = new Label(TextStyle::Small, Tone::Muted);
    m_routes->setObjectName(QStringLiteral("routesLead"));
    m_routes->setWordWrap(true);
    m_ledgerCard->addBelow(m_ledgerSummary);
    m_ledgerCard->addBelow(m_routes);
    for (const app::api::Endpoint endpoint : app::api::kEndpoints) {
        auto* route = new common::ElidedLabel(TextStyle::Mono, Token::Muted);
        route->setObjectName(QStringLiteral("route_") + app::api::endpointName(endpoint));
        m_ledgerCard->addBelow(route);
    }

    connect(m_endpoint, &FilterChip::chosenChanged, this, &PrivacyPage::filterLedger);
    connect(m_outcome, &FilterChip::chosenChanged, this, &PrivacyPage::filterLedger);
    connect(m_ledger, &LedgerModel::arrived, this, &PrivacyPage::refreshLedger);
    connect(m_ledger, &LedgerModel::failed, this, [this](const app::core::Error& error) {
        const app::messages::ErrorText text = app::messages::describe(error);
        if (m_ledger->rowCount() == 0) {
            m_ledgerCard->showEmpty(text.whatHappened, text.nextStep);
        }
    });
    // The next page is there before the person reaches the end of this one.
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int) {
        const tables::RecordsTable& shown = m_ledgerCard->table();
        const int last = shown.rowAt(shown.viewport()->height() - 1);
        if (last < 0 || last + kReadAhead > m_ledger->rowCount()) {
            m_ledger->fetchMore({});
        }
    });
    connect(m_ledgerCard, &RecordsCard::exportRequested, this,
        [this] { exportTable(m_ledgerCard, Table::Requests, app::exporting::kAllDays, m_ledgerDays); });
}

QWidget* PrivacyPage::makeSide()
{
    m_side = new QWidget;
    m_side->setObjectName(QStringLiteral("privacySide"));
    auto* column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    auto* never = new common::Card(tr("Never read"), {});
    never->setObjectName(QStringLiteral("neverReadCard"));
    for (const QString& what : {tr("Prompts, answers and conversations"),
             tr("Code, file contents and file names"), tr("Names of repositories and branches"),
             tr("Titles and texts of pull requests"), tr("Texts of review comments and replies")}) {
        never->contentLayout()->addWidget(new NeverRow(what));
    }
    auto* how = new Label(tr("Each answer is decoded by a list of named counts. Whatever else it holds is "
                             "skipped without being decoded, and no answer is kept as it came."),
        TextStyle::Small, Tone::Muted);
    how->setWordWrap(true);
    auto* check
        = new Label(tr("To check it: docs/data-boundary.md names every field, where it is kept and the "
                       "test behind each sentence; the ledger beside this has every request."),
            TextStyle::Small, Tone::Muted);
    check->setObjectName(QStringLiteral("neverReadCheck"));
    check->setWordWrap(true);
    never->contentLayout()->addSpacing(4);
    never->contentLayout()->addWidget(how);
    never->contentLayout()->addWidget(check);
    never->contentLayout()->addStretch(1);
    column->addWidget(never, 1);
    return m_side;
}

void PrivacyPage::makeReconciliation()
{
    m_reconciliation = new RecordsCard(QStringLiteral("reconciliation"), tr("Reconciliation"),
        tr("workspace rows minus the sum over engineers"));
    m_measure = new common::SegmentedControl;
    m_measure->setObjectName(QStringLiteral("reconciliationMeasure"));
    m_measure->setAccessibleName(tr("Compare"));
    m_measure->addSegment(QStringLiteral("reconcileThreads"), tr("Threads"));
    m_measure->addSegment(QStringLiteral("reconcileTurns"), tr("Turns"));
    m_measure->addSegment(QStringLiteral("reconcileCredits"), tr("Credits"));
    m_measure->addSegment(QStringLiteral("reconcileTokens"), tr("Tokens"));
    m_measure->setSegmentHeight(26);
    m_measure->setCurrent(static_cast<int>(ReconciledMeasure::Credits));
    connect(m_measure, &common::SegmentedControl::segmentChosen, this, &PrivacyPage::showReconciliation);
    m_reconciliation->addHeadControl(m_measure);
    m_total = new Label(TextStyle::Body);
    m_total->setObjectName(QStringLiteral("reconciliationTotal"));
    m_total->setWordWrap(true);
    m_reconciliation->addAbove(m_total);
    m_reconciled = new app::models::PlotTableModel(this);
    m_reconciliation->table().setModel(m_reconciled);
    m_reconciliation->table().setStretchColumn(5);
    m_reconciliation->table().setVisibleRows(8, 10);
    m_reconciliation->setNote(tr(
        "Two answers of OpenAI that need not agree: rows of people can arrive after the workspace's own, and "
        "the newest days still change. Rows without a user id are part of the sum, as Unattributed. The "
        "difference is shown and never spread over people."));
    connect(m_reconciliation, &RecordsCard::exportRequested, this,
        [this] { exportTable(m_reconciliation, Table::Reconciliation, range(), range()); });
}

void PrivacyPage::makeStorage()
{
    m_storage = new RecordsCard(QStringLiteral("storage"), tr("What is stored"), tr("on this computer only"));
    m_stored = new app::models::PlotTableModel(this);
    m_storage->table().setModel(m_stored);
    m_storage->table().setStretchColumn(3);
    m_storage->table().setVisibleRows(8, 13);
    connect(m_storage, &RecordsCard::exportRequested, this,
        [this] { exportTable(m_storage, Table::Storage, app::exporting::kAllDays, m_storedDays); });
}

void PrivacyPage::makeRestatements()
{
    m_restatements = new RecordsCard(QStringLiteral("restatements"), tr("Restated days"),
        tr("final days that OpenAI changed later, whatever the range"));
    m_restated = new app::models::PlotTableModel(this);
    m_restatements->table().setModel(m_restated);
    m_restatements->table().setStretchColumn(2);
    m_restatements->table().setVisibleRows(3, 8);
    connect(m_restatements, &RecordsCard::exportRequested, this,
        [this] { exportTable(m_restatements, Table::Restatements, app::exporting::kAllDays, m_storedDays); });
}

void PrivacyPage::setDialogs(common::DialogService* dialogs)
{
    m_dialogs = dialogs;
    if (dialogs) {
        m_completeness->setDialogs(*dialogs);
    }
}

void PrivacyPage::setKeyCard(QWidget* card)
{
    if (card == m_keyCard) {
        return;
    }
    delete m_keyCard.data();
    m_keyCard = card;
    if (card) {
        static_cast<QVBoxLayout*>(m_side->layout())->insertWidget(0, card);
        card->show();
    }
}

void PrivacyPage::onStoreChanged()
{
    m_ledger->setStore(store());
    dropStorage();
    m_storageAgain = false;
    m_storageRest.stop();
    m_stored->setTable({});
    m_storage->setCaption(tr("on this computer only"));
    for (RecordsCard* card : {m_ledgerCard, m_reconciliation, m_storage, m_restatements}) {
        card->setOutcome({});
    }
}

void PrivacyPage::load()
{
    m_ledger->refresh();
    readStorage();
    read(
        [range = range()](const store::Database& database) -> app::core::Result<Data> {
            Data figures;
            figures.range = range;
            const DayRange grid
                = range.length() <= kMostGridDays ? range : DayRange::endingAt(range.last, kGridDays);
            auto coverage = store::coverage(database, range);
            auto completeness = store::completeness(database, grid);
            auto ledger = store::ledgerSummary(database);
            auto state = store::loadSyncState(database);
            auto reconciled = store::reconciliationByDay(database, range);
            auto restatements = store::restatements(database, kMostRestatements);
            auto restatementCount = store::restatementCount(database);
            for (const app::core::Error* error : {coverage ? nullptr : &coverage.error(),
                     completeness ? nullptr : &completeness.error(), ledger ? nullptr : &ledger.error(),
                     state ? nullptr : &state.error(), reconciled ? nullptr : &reconciled.error(),
                     restatements ? nullptr : &restatements.error(),
                     restatementCount ? nullptr : &restatementCount.error()}) {
                if (error) {
                    return app::core::failure(*error);
                }
            }
            figures.coverage = std::move(*coverage);
            figures.grid = std::move(*completeness);
            figures.ledger = *ledger;
            figures.origin = state->origin;
            figures.reconciled = std::move(*reconciled);
            figures.restatements = std::move(*restatements);
            figures.restatementCount = *restatementCount;
            return figures;
        },
        [this](const Data& figures) { return showFigures(figures); });
}

void PrivacyPage::showLoading()
{
    Page::showLoading();
    m_total->clear();
    m_ledgerSummary->clear();
}

void PrivacyPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_storageAgain && !m_storageRest.isActive()) {
        readStorage();
    }
}

Page::Basis PrivacyPage::showFigures(const Data& figures)
{
    showCompleteness(figures);
    showLedger(figures);
    m_days = figures.reconciled;
    showReconciliation();
    showRestatements(figures);
    // Also before the first sync there is something to show: what will be asked, and that nothing was.
    return {app::models::summarise(figures.range, figures.coverage,
                {app::records::kDatasets.begin(), app::records::kDatasets.end()}),
        true};
}

void PrivacyPage::showCompleteness(const Data& figures)
{
    m_gridRange = figures.grid.range;
    CompletenessPlot plot;
    plot.range = m_gridRange;
    int missing = 0;
    for (const Dataset dataset : app::records::kDatasets) {
        CompletenessPlot::Row row;
        row.name = LedgerModel::datasetText(dataset);
        for (const store::CompletenessCell& cell :
            figures.grid.perDataset.at(app::records::indexOf(dataset))) {
            missing += cell.state == DayState::Missing ? 1 : 0;
            row.days.push_back({cell.state, cell.restated, cell.withdrawn, dayDetail(cell)});
        }
        plot.rows.push_back(std::move(row));
    }
    m_completeness->setTitle(tr("Completeness"),
        m_gridRange == figures.range ? tr("per endpoint and UTC day")
                                     : tr("per endpoint and UTC day, the last %1 days of the range")
                                           .arg(format::integer(m_gridRange.length())));
    m_completeness->show(std::move(plot));
    m_fetch->setVisible(missing > 0);

    const store::ReconciledTotal total = store::totalOf(figures.reconciled, ReconciledMeasure::Credits);
    const std::optional<double> difference = total.figures.difference();
    if (!difference) {
        m_completeness->setNote({});
        return;
    }
    const double whole = *total.figures.workspace;
    const QString text = signedText(ReconciledMeasure::Credits, *difference);
    m_completeness->setNote(whole > 0
            ? tr(
                "Workspace rows minus the sum over engineers: %1 credits, %2. Shown below, never spread over "
                "people.")
                  .arg(text, format::signedPercent(*difference / whole, 2))
            : tr("Workspace rows minus the sum over engineers: %1 credits. Shown below, never spread over "
                 "people.")
                  .arg(text));
}

void PrivacyPage::showLedger(const Data& figures)
{
    const store::LedgerSummary& ledger = figures.ledger;
    const auto parsed = app::api::BaseUrl::parse(figures.origin);
    const QUrl origin = parsed ? parsed->url() : app::api::serviceOrigin();
    for (const app::api::Endpoint endpoint : app::api::kEndpoints) {
        const QString name = app::api::endpointName(endpoint);
        auto* route = findChild<common::ElidedLabel*>(QStringLiteral("route_") + name);
        route->setText(
            QStringLiteral("GET %1%2{workspace}/%3")
                .arg(origin.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::StripTrailingSlash),
                    app::api::routeRoot(), name));
    }
    if (!ledger.oldest) {
        m_ledgerDays = {};
        m_ledgerSummary->setText(tr("No request was made yet."));
        m_routes->setText(tr("Only these three addresses will ever be asked:"));
        refreshLedger();
        return;
    }
    m_ledgerDays = {UtcDay::of(*ledger.oldest), UtcDay::of(*ledger.newest)};
    const bool usage = ledger.perDataset[0] + ledger.perDataset[1] > 0;
    const int endpoints
        = (usage ? 1 : 0) + (ledger.perDataset[2] > 0 ? 1 : 0) + (ledger.perDataset[3] > 0 ? 1 : 0);
    const QStringList facts{
        //: A number and a day.
        tr("%1 request(s) since %2", nullptr, plural(ledger.requests))
            .arg(format::integer(ledger.requests), format::dayMedium(m_ledgerDays.first)),
        //: A single host, and its name.
        tr("1 host: %1").arg(origin.authority()),
        tr("%n endpoint(s)", nullptr, endpoints),
        tr("%1 failed", "requests").arg(format::integer(ledger.failed)),
        tr("%1 received", "bytes").arg(format::bytes(ledger.bytes)),
    };
    m_ledgerSummary->setText(facts.join(QStringLiteral(" · ")));
    m_routes->setText(tr("Only these three addresses were ever asked, and nothing else can be:"));
    refreshLedger();
}

void PrivacyPage::filterLedger()
{
    store::LedgerFilter filter;
    for (const Dataset dataset : app::records::kDatasets) {
        if (app::records::datasetName(dataset) == m_endpoint->chosen()) {
            filter.dataset = dataset;
        }
    }
    filter.onlyFailures = m_outcome->filters();
    m_ledger->setFilter(filter);
}

void PrivacyPage::refreshLedger()
{
    if (m_ledger->rowCount() > 0) {
        m_ledgerCard->showTable();
    } else if (m_ledger->isWhole()) {
        const bool filtered = m_endpoint->filters() || m_outcome->filters();
        m_ledgerCard->showEmpty(filtered ? tr("No such request") : tr("No request was made yet"),
            filtered ? tr("Clear a filter to see the others.")
                     : tr("The first sync writes its requests here, one line each."));
    }
}

void PrivacyPage::showReconciliation()
{
    const auto measure = static_cast<ReconciledMeasure>(m_measure->current());
    PlotTable table;
    table.columns = {{tr("Day (UTC)"), false}, {tr("Workspace row"), true}, {tr("Sum over engineers"), true},
        {tr("of it Unattributed"), true}, {tr("Difference"), true}, {tr("Remark"), false}};
    for (auto day = m_days.rbegin(); day != m_days.rend(); ++day) {
        const store::ReconciledFigures& figures = day->of(measure);
        const std::optional<double> difference = figures.difference();
        table.rows.push_back({dayCell(day->day), sideCell(measure, figures.workspace),
            sideCell(measure, figures.engineers), sideCell(measure, figures.unattributed),
            difference ? numberCell(signedText(measure, *difference), *difference) : noneCell(),
            textCell(remarkOf(*day, measure))});
    }
    m_reconciled->setTable(std::move(table));

    const store::ReconciledTotal total = store::totalOf(m_days, measure);
    const store::ReconciledFigures& sums = total.figures;
    const std::optional<double> difference = sums.difference();
    if (!difference) {
        m_total->setText(
            tr("No day of this range can be compared: a day needs the workspace row and the rows "
               "of engineers."));
        return;
    }
    const double whole = *sums.workspace;
    const QStringList facts{
        //: Compared days of all days of the range.
        tr("%1 of %2 days compared")
            .arg(format::integer(total.comparedDays), format::integer(total.comparedDays + total.otherDays)),
        tr("workspace %1", "figure").arg(figureText(measure, whole)),
        tr("engineers %1", "figure").arg(figureText(measure, *sums.engineers)),
        tr("of it Unattributed %1", "figure")
            .arg(sums.unattributed ? figureText(measure, *sums.unattributed) : format::none()),
        whole > 0 ? tr("difference %1 (%2)", "figure, share")
                        .arg(signedText(measure, *difference), format::signedPercent(*difference / whole, 2))
                  : tr("difference %1", "figure").arg(signedText(measure, *difference)),
    };
    m_total->setText(facts.join(QStringLiteral(" · ")));
}

void PrivacyPage::showRestatements(const Data& figures)
{
    if (figures.restatements.empty()) {
        m_restatements->showEmpty(tr("No final day was changed later"),
            tr("A day is final 24 hours after its end. Should OpenAI change one after that, both totals "
               "stand "
               "here."));
        m_restatements->setNote({});
        m_restated->setTable({});
        return;
    }
    PlotTable table;
    table.columns = {{tr("Noticed (UTC)"), false}, {tr("Day (UTC)"), false}, {tr("Endpoint"), false},
        {tr("Figure"), false}, {tr("Before"), true}, {tr("After"), true}, {tr("Difference"), true}};
    for (const store::Restatement& one : figures.restatements) {
        const auto figure = [](double value) { return numberCell(format::number(value, 2), value); };
        const double change = one.after - one.before;
        //: What OpenAI now says about a day that it has no more; the rows that were read before are kept.
        const PlotTable::Cell after = one.withdrawn
            ? PlotTable::Cell{tr("withdrawn, kept"), QStringLiteral("withdrawn"), {}}
            : figure(one.after);
        const QString sign = change > 0 ? QStringLiteral("+") : QString();
        table.rows.push_back({dayCell(UtcDay::of(one.at)), dayCell(one.day),
            textCell(LedgerModel::datasetText(one.dataset)), textCell(one.measure), figure(one.before), after,
            one.withdrawn ? noneCell() : numberCell(sign + format::number(change, 2), change)});
    }
    m_restated->setTable(std::move(table));
    m_restatements->showTable();
    m_restatements->setNote(figures.restatementCount > std::int64_t{kMostRestatements}
            ? tr("The newest %1 of %2 are shown; the export has all of them.")
                  .arg(format::integer(kMostRestatements), format::integer(figures.restatementCount))
            : QString());
}

void PrivacyPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    // It reads through the whole file, and nobody looks any more.
    if (!event->spontaneous() && m_storageReading) {
        dropStorage();
        m_storageAgain = true;
    }
}

void PrivacyPage::dropStorage()
{
    ++m_storageGeneration;
    m_storageReading = false;
    m_storageFuture.cancel();
}

void PrivacyPage::readStorage()
{
    m_storageAgain = m_storageReading || m_storageRest.isActive() || !isVisible();
    if (m_storageAgain || !store()) {
        return;
    }
    m_storageReading = true;
    QElapsedTimer timer;
    timer.start();
    using Answer = app::core::Result<store::StorageSummary>;
    auto* watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
        [this, watcher, timer, generation = m_storageGeneration] {
            watcher->deleteLater();
            if (generation != m_storageGeneration || watcher->future().resultCount() == 0) {
                return;
            }
            m_storageReading = false;
            m_storageRest.start(std::max(kShortestRest, static_cast<int>(timer.elapsed()) * kRestFactor));
            const Answer answer = watcher->result();
            if (answer) {
                showStorage(*answer);
            } else {
                const app::messages::ErrorText text = app::messages::describe(answer.error());
                m_storage->showEmpty(text.whatHappened, text.nextStep);
            }
        });
    const auto reading
        = store()->read([](const store::Database& database) { return store::storageSummary(database); });
    m_storageFuture = QFuture<void>(reading);
    watcher->setFuture(reading);
}

void PrivacyPage::showStorage(const store::StorageSummary& summary)
{
    PlotTable table;
    table.columns = {{tr("What"), false}, {tr("Rows"), true}, {tr("Size"), true}, {tr("Days"), false}};
    for (const store::StoredGroup& group : summary.groups) {
        const bool hasDays = group.oldest && group.newest;
        const DayRange days = hasDays ? DayRange{*group.oldest, *group.newest} : DayRange{};
        table.rows.push_back({textCell(kindText(group.kind)),
            numberCell(format::integer(group.rows), static_cast<double>(group.rows)),
            group.bytes ? numberCell(bytesText(group.bytes), static_cast<double>(*group.bytes)) : noneCell(),
            hasDays ? PlotTable::Cell{format::days(days),
                days.first.toIso() + QLatin1Char('/') + days.last.toIso(), {}}
                    : noneCell()});
    }
    m_stored->setTable(std::move(table));
    m_storage->showTable();
    const auto oldest = summary.oldest();
    const auto newest = summary.newest();
    m_storedDays = oldest && newest ? DayRange{*oldest, *newest} : DayRange{};
    const QString size = format::bytes(summary.fileBytes + summary.logBytes);
    //: The size of the cache, and the day of its first row.
    m_storage->setCaption(oldest ? tr("%1, since %2").arg(size, format::dayMedium(*oldest)) : size);
    m_storage->setNote(tr("cache.db %1, of which free %2; its write-ahead log %3. Readable by your account "
                          "only, and sent nowhere.")
                           .arg(format::bytes(summary.fileBytes), format::bytes(summary.freeBytes),
                               format::bytes(summary.logBytes)));
}

void PrivacyPage::exportTable(RecordsCard* card, Table table, DayRange rows, DayRange named)
{
    if (!m_dialogs || !store()) {
        return;
    }
    PeopleExport what;
    what.title = tr("Export to");
    what.baseName = exportBaseName(
        app::exporting::tableName(table), named.isEmpty() ? range() : named, !dataMark().isEmpty());
    what.write = [this, table, rows](const QString& file, app::exporting::Format fileFormat) {
        app::exporting::ExportRequest request;
        request.table = table;
        request.format = fileFormat;
        request.range = rows;
        request.file = file;
        request.replace = true; // the question for the file has asked
        // The workspace may have been closed while the question stood.
        if (!store()) {
            return QtFuture::makeReadyFuture(app::core::Result<std::int64_t>(
                app::core::failure(app::core::ErrorKind::Cancelled, QString())));
        }
        return store()->read([request = std::move(request)](const store::Database& database) {
            return app::exporting::exportTable(database, request, {});
        });
    };
    what.done = [this, card](const QString& note) {
        if (card) {
            card->setOutcome(note);
        } else {
            m_completeness->setNote(note);
        }
    };
    saveExport(this, *m_dialogs, std::move(what));
}

} // namespace ui::pages
