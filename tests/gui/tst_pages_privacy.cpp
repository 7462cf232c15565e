// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartCard.h"
#include "charts/CompletenessChart.h"
#include "common/ElidedLabel.h"
#include "common/Format.h"
#include "common/Label.h"
#include "common/SegmentedControl.h"
#include "common/StateMessage.h"
#include "common/ThemeController.h"
#include "exporting/CsvWriter.h"
#include "gui/ExportedRows.h"
#include "gui/FakeDialogService.h"
#include "gui/PagesKit.h"
#include "models/PlotTableModel.h"
#include "pages/PrivacyPage.h"
#include "pages/RecordsCard.h"
#include "store/Guarded.h"
#include "store/RequestLedger.h"
#include "support/TestCase.h"
#include "sync/SyncHarness.h"
#include "tables/FilterChip.h"
#include "tables/LedgerModel.h"
#include "tables/RecordsTable.h"

#include <QAbstractButton>
#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>

#include <cmath>

using namespace ui;
using namespace std::chrono_literals;
using app::core::DayRange;
using app::core::ErrorKind;
using app::core::UtcDay;
using app::exporting::Table;
using app::models::PlotTable;
using app::records::Dataset;
using app::records::RequestRecord;
using pages::Page;
using pages::PrivacyPage;
using support::exported;
using support::ExportedRow;
using support::kMissing;
using support::kMonth;
using support::kToday;
using support::PagesKit;
using support::SyncHarness;
using tables::LedgerModel;
using tables::RecordsTable;

namespace {

const QString kDash(QChar(0x2013));

template <typename Widget> Widget* part(const PrivacyPage& page, const char* name)
{
    return page.findChild<Widget*>(QString::fromLatin1(name));
}

const PlotTable& tableOf(const PrivacyPage& page, const char* name)
{
    return qobject_cast<app::models::PlotTableModel*>(part<RecordsTable>(page, name)->model())->table();
}

LedgerModel& ledgerOf(const PrivacyPage& page)
{
    return *qobject_cast<LedgerModel*>(part<RecordsTable>(page, "ledgerTable")->model());
}

/// The cell below a heading, by the day in the first column.
PlotTable::Cell cellOf(const PlotTable& table, const QString& firstCell, const QString& heading)
{
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        for (const auto& row : table.rows) {
            if (table.columns[column].name == heading && row.front().data == firstCell) {
                return row[column];
            }
        }
    }
    qFatal("no cell %s, %s", qPrintable(firstCell), qPrintable(heading));
}

RequestRecord request(app::core::Instant at, Dataset dataset, std::optional<ErrorKind> error = {})
{
    RequestRecord record;
    record.at = at;
    record.dataset = dataset;
    record.days = {kToday - 6, kToday};
    record.attempt = error ? 2 : 1;
    record.status = error ? 503 : 200;
    record.bytes = 12'345;
    record.milliseconds = 1'250;
    record.rows = error ? std::nullopt : std::optional<std::int64_t>(1'225);
    record.error = error;
    return record;
}

void writeRequests(app::store::WorkspaceStore& store, std::vector<RequestRecord> records)
{
    const auto written = store
                             .write([records = std::move(records)](app::store::Database& database) {
                                 return app::store::appendRequests(database, records);
                             })
                             .result();
    QVERIFY(written);
}

std::vector<RequestRecord> manyRequests(int count)
{
    std::vector<RequestRecord> records;
    for (int index = 0; index < count; ++index) {
        records.push_back(
            request(kToday.start() - std::chrono::minutes(count - index), static_cast<Dataset>(index % 4),
                index % 10 == 0 ? std::optional(ErrorKind::ServiceUnavailable) : std::nullopt));
    }
    return records;
}

} // namespace

class TestPagesPrivacy : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<common::ThemeController>(*qApp, app::settings::Appearance::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { m_theme.reset(); }

    void aRealSyncIsToldAsItWas();
    void reconciliationEqualsTheExportedRows();
    void sidesThatAreMissingAreNotZero();
    void aDayThatChangedLaterIsLogged();
    void completenessIsReadWithTheKeyboard();
    void longRangesShowTheirNewestDays();
    void theLedgerIsReadByPages();
    void newRequestsDoNotMoveWhatIsRead();
    void theLedgerIsFiltered();
    void fiftyThousandRequestsOpenAtOnce();
    void everyCardIsExported();
    void rowsAreCopied();
    void nothingStoredIsSaid();
    void aBrokenStoreIsSaid();
    void theKeyCardHasItsPlace();
    void missingDaysCanBeFetched();

private:
    static void open(PrivacyPage& page, app::store::WorkspaceStore& store, DayRange range = kMonth)
    {
        page.resize(1180, 900);
        page.setRange(range);
        page.setStore(&store);
        page.show();
        QTRY_VERIFY(page.state() != Page::State::Loading && !page.isReading());
        QTRY_VERIFY(!ledgerOf(page).isReading());
    }

    std::unique_ptr<common::ThemeController> m_theme;
};

void TestPagesPrivacy::aRealSyncIsToldAsItWas()
{
    app::simulator::Profile profile;
    profile.engineers = 25;
    profile.unattributedRows = true;
    SyncHarness harness(profile);
    app::sync::SyncRequest request;
    request.days = 30;
    QVERIFY(!harness.sync(request).error);
    const DayRange range = DayRange::endingAt(harness.today(), 30);
    PrivacyPage page;
    open(page, *harness.store, range);

    // Completeness: as the export has it, day by day.
    const PlotTable& grid = part<charts::ChartCard>(page, "completenessCard")->anyChart().table();
    QCOMPARE(grid.rows.size(), std::size_t{30});
    QCOMPARE(grid.columns.size(), std::size_t{5});
    std::map<std::pair<QString, QString>, QString> states;
    for (const ExportedRow& row : exported(*harness.store, Table::Completeness, range)) {
        states[{QString::fromStdString(support::textIn(row, "day")),
            QString::fromStdString(support::textIn(row, "dataset"))}]
            = QString::fromStdString(support::textIn(row, "state"));
    }
    QCOMPARE(states.size(), std::size_t{120});
    for (const auto& row : grid.rows) {
        for (const Dataset dataset : app::records::kDatasets) {
            QCOMPARE(row[1 + app::records::indexOf(dataset)].data,
                states.at({row.front().data, app::records::datasetName(dataset)}));
        }
    }
    QCOMPARE(grid.rows.back()[1].text, QStringLiteral("Provisional"));
    QCOMPARE(grid.rows.front()[1].text, QStringLiteral("Final"));

    // The ledger: every request that the export has, newest first.
    const auto requests = exported(*harness.store, Table::Requests, app::exporting::kAllDays);
    QVERIFY(requests.size() >= 4);
    QCOMPARE(ledgerOf(page).rowCount(), static_cast<int>(requests.size()));
    std::int64_t bytes = 0;
    for (const ExportedRow& row : requests) {
        bytes += static_cast<std::int64_t>(*support::numberIn(row, "bytes"));
    }
    const QString summary = part<QLabel>(page, "ledgerSummary")->text();
    QVERIFY2(summary.startsWith(QString::number(requests.size()) + QStringLiteral(" request")),
        qPrintable(summary));
    QVERIFY2(summary.contains(QStringLiteral("1 host: 127.0.0.1")), qPrintable(summary));
    QVERIFY2(summary.contains(QStringLiteral("3 endpoint")), qPrintable(summary));
    QVERIFY2(summary.contains(common::format::bytes(bytes)), qPrintable(summary));
    QVERIFY(part<QLabel>(page, "routesLead")->text().contains(QStringLiteral("three addresses")));
    for (const char* name : {"usage", "code_reviews", "code_review_responses"}) {
        const auto* route = part<common::ElidedLabel>(page, (std::string("route_") + name).c_str());
        QVERIFY(route->text().startsWith(QStringLiteral("GET http://127.0.0.1:")));
        QVERIFY(route->text().endsWith(
            QStringLiteral("/v1/analytics/codex/workspaces/{workspace}/") + QLatin1String(name)));
    }

    // What is stored: as many rows as the exports have.
    QTRY_VERIFY(!tableOf(page, "storageTable").rows.empty());
    const PlotTable& stored = tableOf(page, "storageTable");
    const auto rowsOf = [&stored](const QString& beginning) {
        for (const auto& row : stored.rows) {
            if (row.front().text.startsWith(beginning)) {
                return static_cast<std::size_t>(row[1].number.value_or(-1));
            }
        }
        return std::size_t{0};
    };
    const auto count = [&harness](Table table) {
        return exported(*harness.store, table, app::exporting::kAllDays).size();
    };
    QCOMPARE(rowsOf(QStringLiteral("People")), count(Table::Engineers));
    QCOMPARE(rowsOf(QStringLiteral("Days of usage")), count(Table::Usage));
    QCOMPARE(rowsOf(QStringLiteral("Parts of them by surface")), count(Table::UsageBySurface));
    QCOMPARE(rowsOf(QStringLiteral("Parts of them by model")), count(Table::UsageByModel));
    QCOMPARE(rowsOf(QStringLiteral("Days of the workspace")), count(Table::WorkspaceUsage));
    QCOMPARE(rowsOf(QStringLiteral("Days of code reviews")), count(Table::Reviews));
    QCOMPARE(rowsOf(QStringLiteral("Days of responses")), count(Table::ReviewResponses));
    QCOMPARE(rowsOf(QStringLiteral("Requests")), requests.size());
    page.setStore(nullptr);
}

void TestPagesPrivacy::reconciliationEqualsTheExportedRows()
{
    app::simulator::Profile profile;
    profile.engineers = 25;
    profile.unattributedRows = true;
    profile.automationDifference = true;
    SyncHarness harness(profile);
    app::sync::SyncRequest request;
    request.days = 30;
    QVERIFY(!harness.sync(request).error);
    const DayRange range = DayRange::endingAt(harness.today(), 30);
    PrivacyPage page;
    open(page, *harness.store, range);

    const auto usage = exported(*harness.store, Table::Usage, range);
    const auto workspace = exported(*harness.store, Table::WorkspaceUsage, range);
    const std::vector<std::pair<const char*, int>> measures{
        {"threads", 0}, {"turns", 1}, {"credits", 2}, {"text_total_tokens", 3}};
    for (const auto& [column, segment] : measures) {
        part<common::SegmentedControl>(page, "reconciliationMeasure")->button(segment)->click();
        std::map<QString, double> engineers;
        std::map<QString, double> unattributed;
        for (const ExportedRow& row : usage) {
            const QString day = QString::fromStdString(support::textIn(row, "day"));
            const double value = support::numberIn(row, column).value_or(0);
            engineers[day] += value;
            unattributed[day] += support::textIn(row, "user_id").empty() ? value : 0;
        }
        const PlotTable& table = tableOf(page, "reconciliationTable");
        QCOMPARE(table.rows.size(), std::size_t{30});
        double difference = 0;
        for (const ExportedRow& row : workspace) {
            const QString day = QString::fromStdString(support::textIn(row, "day"));
            const double whole = *support::numberIn(row, column);
            difference += whole - engineers.at(day);
            const auto cell = [&](const char* heading) {
                return cellOf(table, day, QString::fromLatin1(heading)).number.value();
            };
            QCOMPARE(cell("Workspace row"), whole);
            QVERIFY(std::abs(cell("Sum over engineers") - engineers.at(day)) < 1e-6);
            QVERIFY(std::abs(cell("of it Unattributed") - unattributed.at(day)) < 1e-6);
            QVERIFY(std::abs(cell("Difference") - (whole - engineers.at(day))) < 1e-6);
        }
        QVERIFY(difference > 0);
        QVERIFY(unattributed.begin()->second > 0);
        const QString total = part<QLabel>(page, "reconciliationTotal")->text();
        QVERIFY2(total.startsWith(QStringLiteral("30 of 30 days compared")), qPrintable(total));
        QVERIFY2(total.contains(QStringLiteral("difference +")
                     + common::format::displayLocale().toString(difference, 'f', segment == 2 ? 2 : 0)),
            qPrintable(total));
    }
    page.setStore(nullptr);
}

void TestPagesPrivacy::sidesThatAreMissingAreNotZero()
{
    PagesKit kit;
    kit.fillMonth(3);
    PrivacyPage page;
    open(page, *kit.store());
    const PlotTable& table = tableOf(page, "reconciliationTable");
    const QString missing = kMissing.toIso();
    for (const char* heading : {"Workspace row", "Sum over engineers", "of it Unattributed", "Difference"}) {
        const PlotTable::Cell cell = cellOf(table, missing, QString::fromLatin1(heading));
        QVERIFY(!cell.number);
        QCOMPARE(cell.text, kDash);
        QCOMPARE(cell.data, QString());
    }
    QVERIFY(cellOf(table, missing, QStringLiteral("Remark")).text.startsWith(QStringLiteral("Cannot be")));
    QVERIFY(part<QLabel>(page, "reconciliationTotal")
                ->text()
                .startsWith(QStringLiteral("29 of 30 days compared")));

    // One side of one more day goes: it is not compared with zero.
    kit.store()
        ->write([](app::store::Database& database) -> app::core::Result<int> {
            return app::store::guarded(database, [&]() -> app::core::Result<int> {
                return database.connection().exec("DELETE FROM coverage WHERE dataset = 1 AND day = "
                    + std::to_string((kMissing + 1).number()));
            });
        })
        .waitForFinished();
    page.reload();
    QTRY_VERIFY(part<QLabel>(page, "reconciliationTotal")
                    ->text()
                    .startsWith(QStringLiteral("28 of 30 days compared")));
    const PlotTable& now = tableOf(page, "reconciliationTable");
    const QString half = (kMissing + 1).toIso();
    QVERIFY(!cellOf(now, half, QStringLiteral("Workspace row")).number);
    QVERIFY(cellOf(now, half, QStringLiteral("Sum over engineers")).number.value() > 0);
    QVERIFY(!cellOf(now, half, QStringLiteral("Difference")).number);
    QVERIFY(cellOf(now, half, QStringLiteral("Remark")).text.contains(QStringLiteral("workspace row")));
    page.setStore(nullptr);
}

void TestPagesPrivacy::aDayThatChangedLaterIsLogged()
{
    app::simulator::Profile profile;
    profile.engineers = 10;
    profile.lateRevision = true;
    SyncHarness harness(profile);
    app::sync::SyncRequest request;
    request.days = 30;
    QVERIFY(!harness.sync(request).error);
    PrivacyPage page;
    const DayRange range = DayRange::endingAt(harness.today(), 30);
    open(page, *harness.store, range);
    QCOMPARE(part<common::StateMessage>(page, "restatementsEmpty")->title(),
        QStringLiteral("No final day was changed later"));
    QVERIFY(part<common::StateMessage>(page, "restatementsEmpty")->isVisible());

    harness.moveTo(0, 14h);
    QVERIFY(!harness.sync({}).error);
    page.reload();
    QTRY_VERIFY(!tableOf(page, "restatementsTable").rows.empty());
    QVERIFY(part<RecordsTable>(page, "restatementsTable")->isVisible());
    const auto rows = exported(*harness.store, Table::Restatements, app::exporting::kAllDays);
    const PlotTable& shown = tableOf(page, "restatementsTable");
    QCOMPARE(shown.rows.size(), rows.size());
    for (const ExportedRow& row : rows) {
        const bool isThere = std::ranges::any_of(shown.rows, [&row](const auto& cells) {
            return cells[1].data.toStdString() == support::textIn(row, "day")
                && cells[3].data.toStdString() == support::textIn(row, "measure")
                && cells[4].number == support::numberIn(row, "before")
                && cells[5].number == support::numberIn(row, "after")
                && cells[6].number == support::numberIn(row, "difference");
        });
        QVERIFY2(isThere, support::textIn(row, "day").c_str());
    }
    // The grid marks the same days.
    const PlotTable& grid = part<charts::ChartCard>(page, "completenessCard")->anyChart().table();
    const std::string day = support::textIn(rows.front(), "day");
    const bool marked = std::ranges::any_of(grid.rows, [&day](const auto& cells) {
        return cells.front().data.toStdString() == day
            && (cells[1].text == QStringLiteral("Restated") || cells[2].text == QStringLiteral("Restated"));
    });
    QVERIFY(marked);
    page.setStore(nullptr);
}

void TestPagesPrivacy::completenessIsReadWithTheKeyboard()
{
    PagesKit kit;
    kit.fillMonth(2);
    PrivacyPage page;
    open(page, *kit.store());
    auto& chart = dynamic_cast<charts::CompletenessChart&>(
        part<charts::ChartCard>(page, "completenessCard")->anyChart());
    QCOMPARE(chart.count(), 4 * 30);
    auto* plot = part<QWidget>(page, "completenessPlot");
    plot->setFocus();
    QTest::keyClick(plot, Qt::Key_Home);
    QCOMPARE(chart.cursor(), 0);
    QTest::keyClick(plot, Qt::Key_Left);
    QCOMPARE(chart.cursor(), 0);
    QTest::keyClick(plot, Qt::Key_Right);
    QTest::keyClick(plot, Qt::Key_Down);
    QCOMPARE(chart.cursor(), 31);
    QTest::keyClick(plot, Qt::Key_End);
    QCOMPARE(chart.cursor(), 59);
    QTest::keyClick(plot, Qt::Key_Right); // a row does not run over into the next
    QCOMPARE(chart.cursor(), 59);
    for (int press = 0; press < 5; ++press) {
        QTest::keyClick(plot, Qt::Key_Down);
    }
    QCOMPARE(chart.cursor(), 4 * 30 - 1);
    QTest::keyClick(plot, Qt::Key_T);
    QVERIFY(chart.isTableShown());
    const auto look = [&chart](app::records::DayState state, bool restated, bool withdrawn) {
        return charts::CompletenessChart::lookOf({state, restated, withdrawn, {}});
    };
    using app::records::DayState;
    using charts::DayCell;
    QVERIFY(look(DayState::Final, false, false) == DayCell::Final);
    QVERIFY(look(DayState::Final, true, false) == DayCell::Restated);
    QVERIFY(look(DayState::Final, true, true) == DayCell::Withdrawn);
    QVERIFY(look(DayState::Provisional, true, false) == DayCell::Provisional);
    QVERIFY(look(DayState::Missing, true, false) == DayCell::Missing);
    QVERIFY(look(DayState::NotOffered, false, false) == DayCell::NotOffered);
    page.setStore(nullptr);
}

void TestPagesPrivacy::longRangesShowTheirNewestDays()
{
    PagesKit kit;
    kit.fillMonth(2);
    PrivacyPage page;
    open(page, *kit.store(), DayRange::endingAt(kToday, 365));
    const PlotTable& grid = part<charts::ChartCard>(page, "completenessCard")->anyChart().table();
    QCOMPARE(grid.rows.size(), std::size_t{90});
    QCOMPARE(grid.rows.back().front().data, kToday.toIso());
    QCOMPARE(tableOf(page, "reconciliationTable").rows.size(), std::size_t{365});
    page.setStore(nullptr);
}

void TestPagesPrivacy::theLedgerIsReadByPages()
{
    PagesKit kit;
    writeRequests(*kit.store(), manyRequests(1'000));
    PrivacyPage page;
    open(page, *kit.store());
    LedgerModel& ledger = ledgerOf(page);
    QCOMPARE(ledger.rowCount(), LedgerModel::kPage);
    QVERIFY(ledger.canFetchMore({}));
    auto* table = part<RecordsTable>(page, "ledgerTable");
    table->setFocus();
    for (int press = 0; press < 20 && !ledger.isWhole(); ++press) {
        QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(!ledger.isReading());
    }
    QVERIFY(ledger.isWhole());
    QCOMPARE(ledger.rowCount(), 1'000);
    QVERIFY(!ledger.canFetchMore({}));
    for (int row = 1; row < ledger.rowCount(); ++row) {
        QVERIFY(ledger.entry(row - 1).key() > ledger.entry(row).key());
    }
    // What a row says.
    using Column = LedgerModel::Column;
    const auto text = [&ledger](int row, Column column) {
        return ledger.index(row, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(text(0, Column::Time), QStringLiteral("21 Nov 23:59:00"));
    QCOMPARE(text(0, Column::Endpoint), QStringLiteral("code_review_responses"));
    QCOMPARE(text(0, Column::Days), QStringLiteral("16 Nov to 22 Nov"));
    QCOMPARE(text(0, Column::Status), QStringLiteral("200"));
    QCOMPARE(text(0, Column::Rows), QStringLiteral("1,225"));
    QCOMPARE(text(0, Column::Bytes), common::format::bytes(12'345));
    QCOMPARE(text(9, Column::Status), QStringLiteral("503, unavailable"));
    QCOMPARE(text(9, Column::Endpoint), QStringLiteral("code_reviews, try 2"));
    QCOMPARE(text(9, Column::Rows), kDash);
    QVERIFY(ledger.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("UTC")));
    QVERIFY(!ledger.index(9, static_cast<int>(Column::Status)).data(Qt::ToolTipRole).toString().isEmpty());
    page.setStore(nullptr);
    QCOMPARE(ledger.rowCount(), 0);
}

void TestPagesPrivacy::newRequestsDoNotMoveWhatIsRead()
{
    PagesKit kit;
    writeRequests(*kit.store(), manyRequests(400));
    PrivacyPage page;
    open(page, *kit.store());
    LedgerModel& ledger = ledgerOf(page);
    auto* table = part<RecordsTable>(page, "ledgerTable");
    table->verticalScrollBar()->setValue(50);
    const int top = table->rowAt(0);
    QVERIFY(top > 0);
    const std::int64_t readId = ledger.entry(top).id;

    // Two are newer than all, one began before the newest that is shown.
    writeRequests(*kit.store(),
        {request(kToday.start() + 1min, Dataset::CodeReviews),
            request(kToday.start() + 2min, Dataset::UsageWorkspace),
            request(kToday.start() - 90s, Dataset::UsagePerEngineer, ErrorKind::Throttled)});
    const int before = ledger.rowCount();
    page.reload();
    QTRY_COMPARE(ledger.rowCount(), before + 3);
    QVERIFY(ledger.entry(0).request.at == kToday.start() + 2min);
    for (int row = 1; row < ledger.rowCount(); ++row) {
        QVERIFY(ledger.entry(row - 1).key() > ledger.entry(row).key());
    }
    QCOMPARE(ledger.entry(table->rowAt(0)).id, readId);
    page.setStore(nullptr);
}

void TestPagesPrivacy::theLedgerIsFiltered()
{
    PagesKit kit;
    writeRequests(*kit.store(), manyRequests(100));
    PrivacyPage page;
    open(page, *kit.store());
    LedgerModel& ledger = ledgerOf(page);
    auto* endpoint = part<ui::tables::FilterChip>(page, "ledgerEndpointFilter");
    auto* outcome = part<ui::tables::FilterChip>(page, "ledgerOutcomeFilter");
    outcome->setChosen(QStringLiteral("failures"));
    Q_EMIT outcome->chosenChanged(outcome->chosen());
    QTRY_COMPARE(ledger.rowCount(), 10);
    for (int row = 0; row < ledger.rowCount(); ++row) {
        QVERIFY(ledger.entry(row).request.error.has_value());
    }
    endpoint->setChosen(QStringLiteral("code_reviews"));
    Q_EMIT endpoint->chosenChanged(endpoint->chosen());
    QTRY_COMPARE(ledger.rowCount(), 5);
    endpoint->setChosen(QStringLiteral("code_review_responses"));
    Q_EMIT endpoint->chosenChanged(endpoint->chosen());
    QTRY_VERIFY(ledger.isWhole() && ledger.rowCount() == 0);
    QTRY_COMPARE(part<common::StateMessage>(page, "ledgerEmpty")->title(), QStringLiteral("No such request"));
    QVERIFY(part<common::StateMessage>(page, "ledgerEmpty")->isVisible());
    outcome->setChosen({});
    Q_EMIT outcome->chosenChanged({});
    QTRY_COMPARE(ledger.rowCount(), 25);
    QVERIFY(part<RecordsTable>(page, "ledgerTable")->isVisible());
    // The summary is of everything, whatever the filter.
    QVERIFY(part<QLabel>(page, "ledgerSummary")->text().startsWith(QStringLiteral("100 request")));
    page.setStore(nullptr);
}

void TestPagesPrivacy::fiftyThousandRequestsOpenAtOnce()
{
    PagesKit kit;
    kit.fillMonth(40);
    writeRequests(*kit.store(), manyRequests(50'000));
    PrivacyPage page;
    page.resize(1180, 900);
    page.setRange(kMonth);
    page.setStore(kit.store());
    // The longest time that the main thread does not come round while the page opens and is scrolled.
    qint64 longest = 0;
    QElapsedTimer since;
    QTimer heart;
    connect(&heart, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
    QElapsedTimer whole;
    whole.start();
    since.start();
    page.show();
    heart.start(0);
    QTRY_VERIFY(page.state() == Page::State::Content && ledgerOf(page).rowCount() > 0);
    const qint64 opened = whole.elapsed();
    auto* bar = part<RecordsTable>(page, "ledgerTable")->verticalScrollBar();
    for (int step = 0; step < 40; ++step) {
        bar->setValue(bar->maximum());
        QTRY_VERIFY(!ledgerOf(page).isReading());
    }
    heart.stop();
    qInfo("50,000 requests: content after %lld ms, main thread at most %lld ms at once, %d rows read",
        static_cast<long long>(opened), static_cast<long long>(longest), ledgerOf(page).rowCount());
    QVERIFY(ledgerOf(page).rowCount() > LedgerModel::kPage);
    QVERIFY(ledgerOf(page).rowCount() < 50'000);
    page.setStore(nullptr);
}

void TestPagesPrivacy::everyCardIsExported()
{
    PagesKit kit;
    kit.fillMonth(3, 2);
    writeRequests(*kit.store(), manyRequests(300));
    QTemporaryDir folder;
    support::FakeDialogService dialogs;
    PrivacyPage page;
    page.setDialogs(&dialogs);
    page.setDataMark(QStringLiteral("Demo data"));
    open(page, *kit.store());
    QTRY_VERIFY(!tableOf(page, "storageTable").rows.empty());
    const std::vector<std::pair<const char*, Table>> cards{{"completenessExportAction", Table::Completeness},
        {"ledgerExportAction", Table::Requests}, {"reconciliationExportAction", Table::Reconciliation},
        {"storageExportAction", Table::Storage}, {"restatementsExportAction", Table::Restatements}};
    for (const auto& [action, table] : cards) {
        for (int filter = 0; filter < 2; ++filter) {
            part<QAction>(page, action)->trigger();
            const QString name = app::exporting::tableName(table);
            QVERIFY2(dialogs.question().suggestedName.startsWith(QStringLiteral("threadcount-demo-") + name),
                qPrintable(dialogs.question().suggestedName));
            const QString file
                = folder.filePath(name + (filter == 0 ? QStringLiteral(".csv") : QStringLiteral(".json")));
            dialogs.choose(file, filter);
            QTRY_VERIFY(QFileInfo::exists(file));
            QFile written(file);
            QVERIFY(written.open(QIODevice::ReadOnly));
            const QByteArray content = written.readAll();
            QCOMPARE(written.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
            const bool isDaily = table == Table::Completeness || table == Table::Reconciliation;
            const auto rows = exported(*kit.store(), table, isDaily ? kMonth : app::exporting::kAllDays);
            if (filter == 0) {
                QCOMPARE(content.count('\n'), static_cast<qsizetype>(rows.size()) + 1);
                QByteArray heading;
                for (const std::string& column : app::exporting::columnNames(table)) {
                    heading += (heading.isEmpty() ? "" : ",") + QByteArray::fromStdString(column);
                }
                heading += '\n';
                QVERIFY(content.startsWith(heading));
            } else {
                QVERIFY(content.startsWith('['));
                QCOMPARE(content.count("{"), static_cast<qsizetype>(rows.size()));
            }
        }
    }
    QTRY_VERIFY(part<QLabel>(page, "ledgerOutcome")->isVisible());
    QCOMPARE(part<QLabel>(page, "ledgerOutcome")->text(), QStringLiteral("Saved as requests.json"));
    page.setStore(nullptr);
}

void TestPagesPrivacy::rowsAreCopied()
{
    PagesKit kit;
    writeRequests(*kit.store(), manyRequests(3));
    PrivacyPage page;
    open(page, *kit.store());
    auto* table = part<RecordsTable>(page, "ledgerTable");
    table->selectRow(2);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3); // heading, row, end of the last line
    QCOMPARE(lines.at(1),
        QStringLiteral("2026-11-21T23:57:00.000Z\tusage, try 2\t2026-11-16/2026-11-22\t503 "
                       "service_unavailable\t\t12345\t1250"));
    table->clearSelection();
    part<QAction>(page, "ledgerCopyAction")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 4);
    page.setStore(nullptr);
}

void TestPagesPrivacy::nothingStoredIsSaid()
{
    PagesKit kit;
    PrivacyPage page;
    open(page, *kit.store());
    // There is something to say before the first sync: what will be asked.
    QVERIFY(page.state() == Page::State::Content);
    QCOMPARE(part<QLabel>(page, "ledgerSummary")->text(), QStringLiteral("No request was made yet."));
    QVERIFY(part<QLabel>(page, "routesLead")->text().contains(QStringLiteral("will ever be asked")));
    QCOMPARE(part<common::ElidedLabel>(page, "route_usage")->text(),
        QStringLiteral("GET https://api.chatgpt.com/v1/analytics/codex/workspaces/{workspace}/usage"));
    QTRY_COMPARE(
        part<common::StateMessage>(page, "ledgerEmpty")->title(), QStringLiteral("No request was made yet"));
    QVERIFY(part<QLabel>(page, "reconciliationTotal")->text().startsWith(QStringLiteral("No day")));
    for (const auto& row : tableOf(page, "reconciliationTable").rows) {
        QVERIFY(!row[1].number && !row[2].number && !row[4].number);
    }
    for (const auto& row : part<charts::ChartCard>(page, "completenessCard")->anyChart().table().rows) {
        QCOMPARE(row[1].data, QStringLiteral("missing"));
    }
    page.setStore(nullptr);
    QVERIFY(page.state() == Page::State::NothingOpen);
}

void TestPagesPrivacy::aBrokenStoreIsSaid()
{
    PagesKit kit;
    kit.fillMonth(2);
    kit.breakStore();
    PrivacyPage page;
    page.resize(1180, 900);
    page.setRange(kMonth);
    page.setStore(kit.store());
    page.show();
    QTRY_VERIFY(page.state() == Page::State::Failed);
    page.setStore(nullptr);
}

void TestPagesPrivacy::theKeyCardHasItsPlace()
{
    PagesKit kit;
    PrivacyPage page;
    open(page, *kit.store());
    QCOMPARE(part<QWidget>(page, "keyCard"), nullptr);
    QPointer<QLabel> card = new QLabel(QStringLiteral("…WXYZ"));
    card->setObjectName(QStringLiteral("keyCard"));
    page.setKeyCard(card);
    QVERIFY(card->isVisible());
    QTRY_VERIFY(card->geometry().bottom() < part<QWidget>(page, "neverReadCard")->geometry().top());
    page.setKeyCard(card);
    QVERIFY(card);
    page.setKeyCard(nullptr);
    QVERIFY(!card);
    page.setStore(nullptr);
}

void TestPagesPrivacy::missingDaysCanBeFetched()
{
    PagesKit kit;
    kit.fillMonth(2);
    PrivacyPage page;
    open(page, *kit.store());
    QSignalSpy asked(&page, &Page::syncRequested);
    auto* fetch = part<QAbstractButton>(page, "fetchMissingButton");
    QVERIFY(fetch->isVisible());
    fetch->click();
    QCOMPARE(asked.count(), 1);
    page.setRange({kMissing + 1, kToday});
    QTRY_VERIFY(!fetch->isVisible());
    page.setStore(nullptr);
}

QTEST_MAIN(TestPagesPrivacy)

#include "tst_pages_privacy.moc"
