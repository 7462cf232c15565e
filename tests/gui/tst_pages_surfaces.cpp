// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/DayChart.h"
#include "common/Format.h"
#include "common/ThemeController.h"
#include "gui/ExportedRows.h"
#include "insights/Surfaces.h"
#include "pages/PartsTable.h"
#include "pages/SurfacesPage.h"
#include "support/TestCase.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QLabel>
#include <QScrollArea>

#include <cmath>
#include <set>

using namespace ui;
using app::core::DayRange;
using app::core::UtcDay;
using app::exporting::Table;
using app::models::Measure;
using app::records::Dataset;
using app::records::UsageRow;
using pages::Page;
using pages::PartsTable;
using pages::SurfacesPage;
using support::columnOf;
using support::ExportedRow;
using support::kMissing;
using support::kMonth;
using support::kToday;
using support::numberIn;
using support::PagesKit;
using support::sumOf;
using support::textIn;

namespace {

const std::vector<std::string> kClients{"CODEX_CLI", "CODEX_IDE_VSCODE", "CODEX_WEB",
    "CODEX_IDE_JETBRAINS_RIDER", "CODEX_GITHUB", "acme/Brand New Client"};

/// A part of a row: `share` of its turns, threads, credits and tokens.
app::records::ClientUsage clientOf(const UsageRow& row, const std::string& id, double share)
{
    const auto part = [share](std::int64_t value) {
        return static_cast<std::int64_t>(static_cast<double>(value) * share);
    };
    app::records::ClientUsage client;
    client.clientId = id;
    client.threads = part(row.threads);
    client.turns = part(row.turns);
    client.costs.credits = *row.costs.credits * share;
    client.tokens = {part(*row.tokens.uncachedInput), part(*row.tokens.cachedInput), part(*row.tokens.output),
        part(*row.tokens.total)};
    return client;
}

UsageRow rowOf(int engineer, UtcDay day)
{
    UsageRow row = PagesKit::usageRow(engineer, day);
    const auto first = static_cast<std::size_t>(engineer + day.number()) % kClients.size();
    row.clients = {clientOf(row, kClients[first], 0.5),
        clientOf(row, kClients[(first + 1) % kClients.size()], 0.25)}; // a quarter is attributed to none
    app::records::ModelUsage fast;
    fast.model = "gpt-5.3-codex";
    fast.speed = "fast";
    fast.costs.credits = *row.costs.credits * 0.75;
    fast.tokens.output = 7;
    app::records::ModelUsage other = fast;
    other.model = "other";
    other.speed.reset();
    other.costs.credits = *row.costs.credits * 0.25;
    row.models = {fast, other};
    return row;
}

void fillUsage(PagesKit& kit, int engineers)
{
    for (const DayRange days : {DayRange{kMissing + 1, kMonth.last}, DayRange{kMonth.first, kMissing - 1}}) {
        std::vector<UsageRow> rows;
        for (UtcDay day = days.first; day <= days.last; ++day) {
            for (int engineer = 0; engineer < engineers; ++engineer) {
                if (PagesKit::turnsOf(engineer, day) > 0) {
                    rows.push_back(rowOf(engineer, day));
                }
            }
        }
        kit.writeUsage(Dataset::UsagePerEngineer, days, std::move(rows));
    }
}

charts::ChartCard* cardOf(const SurfacesPage& page, const char* name)
{
    return page.findChild<charts::ChartCard*>(QString::fromLatin1(name));
}

PartsTable* tableOf(const SurfacesPage& page, const char* name)
{
    return page.findChild<PartsTable*>(QString::fromLatin1(name));
}

void choose(const SurfacesPage& page, const char* segment)
{
    QTest::mouseClick(page.findChild<QAbstractButton*>(QString::fromLatin1(segment)), Qt::LeftButton);
}

bool isClose(std::optional<double> a, std::optional<double> b)
{
    return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) < 1e-6 * std::max(1.0, std::abs(*a)));
}

/// Name → value of a card with share bars.
std::map<QString, double> sharesOf(const charts::ChartCard& card, const QString& heading)
{
    const auto values = columnOf(card, heading);
    std::map<QString, double> shares;
    for (std::size_t row = 0; row < values.size(); ++row) {
        shares[card.anyChart().table().rows[row].front().text] = *values[row];
    }
    return shares;
}

} // namespace

class TestPagesSurfaces : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<common::ThemeController>(*qApp, app::settings::Appearance::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { m_theme.reset(); }
    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void sharesEqualTheExportedRows_data();
    void sharesEqualTheExportedRows();
    void stackEqualsTheExportedRows();
    void modelsEqualTheExportedRows();
    void tablesEqualTheExportedRows();
    void unknownIdsAreVerbatimAndSaySo();
    void theRemainderStandsLast();
    void moreThanTheTotalsIsSaid();
    void nullIsLeftOutAndNotZero();
    void modelsHaveNoTurns();
    void workspacesInUsdShowUsd();
    void tablesSortAndCopy();
    void emptyStoresSaySo();
    void usageWithoutPartsHasAStack();
    void longRangesAreWeeks();
    void fitsEveryWindow_data();
    void fitsEveryWindow();

private:
    static void open(SurfacesPage& page, const PagesKit& kit, DayRange range)
    {
        page.resize(1180, 760);
        page.setRange(range);
        page.setStore(kit.store());
        page.show();
        QTRY_VERIFY(page.state() != Page::State::Loading && !page.isReading());
    }

    std::unique_ptr<common::ThemeController> m_theme;
};

void TestPagesSurfaces::sharesEqualTheExportedRows_data()
{
    QTest::addColumn<QString>("segment");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("column");
    QTest::newRow("credits") << QStringLiteral("surfaceCostSegment") << QStringLiteral("Credits")
                             << QStringLiteral("credits");
    QTest::newRow("turns") << QStringLiteral("surfaceTurnsSegment") << QStringLiteral("Turns")
                           << QStringLiteral("turns");
    QTest::newRow("threads") << QStringLiteral("surfaceThreadsSegment") << QStringLiteral("Threads")
                             << QStringLiteral("threads");
}

void TestPagesSurfaces::sharesEqualTheExportedRows()
{
    QFETCH(QString, segment);
    QFETCH(QString, heading);
    QFETCH(QString, column);
    PagesKit kit;
    fillUsage(kit, 9);
    SurfacesPage page;
    open(page, kit, kMonth);
    choose(page, qPrintable(segment));

    std::map<QString, double> expected;
    double parts = 0;
    for (const ExportedRow& row : support::exported(kit, Table::UsageBySurface, kMonth)) {
        const double value = numberIn(row, column.toStdString()).value_or(0);
        expected[app::insights::surfaceOf(textIn(row, "client_id")).name] += value;
        parts += value;
    }
    const double total = *sumOf(support::exported(kit, Table::Usage, kMonth), column.toStdString());
    QVERIFY(parts < total);
    expected[QStringLiteral("Not attributed")] = total - parts;
    const auto shown = sharesOf(*cardOf(page, "surfaceSharesCard"), heading);
    QCOMPARE(shown.size(), expected.size());
    for (const auto& [name, value] : expected) {
        QVERIFY2(shown.contains(name) && isClose(shown.at(name), value), qPrintable(name));
    }
    const auto shares = columnOf(*cardOf(page, "surfaceSharesCard"), QStringLiteral("Share"));
    double sum = 0;
    for (const auto& share : shares) {
        sum += *share;
    }
    QVERIFY(isClose(sum, 1));
    page.setStore(nullptr);
}

void TestPagesSurfaces::stackEqualsTheExportedRows()
{
    PagesKit kit;
    fillUsage(kit, 9);
    SurfacesPage page;
    open(page, kit, kMonth);
    choose(page, "surfaceTurnsSegment");

    const charts::ChartCard& card = *cardOf(page, "surfaceStackCard");
    const auto vsCode = columnOf(card, QStringLiteral("VS Code"));
    const auto cli = columnOf(card, QStringLiteral("CLI"));
    const auto cloud = columnOf(card, QStringLiteral("Cloud"));
    const auto jetBrains = columnOf(card, QStringLiteral("JetBrains"));
    const auto other = columnOf(card, QStringLiteral("Other, not attributed"));
    std::map<std::string, std::map<std::string, double>> byDay;
    for (const ExportedRow& row : support::exported(kit, Table::UsageBySurface, kMonth)) {
        byDay[textIn(row, "day")][textIn(row, "client_id")] += *numberIn(row, "turns");
    }
    std::map<std::string, double> totals;
    for (const ExportedRow& row : support::exported(kit, Table::Usage, kMonth)) {
        totals[textIn(row, "day")] += *numberIn(row, "turns");
    }
    for (std::size_t index = 0; index < vsCode.size(); ++index) {
        const UtcDay day = kMonth.first + static_cast<int>(index);
        if (day == kMissing) {
            QVERIFY(!vsCode[index] && !cli[index] && !other[index]);
            continue;
        }
        auto& clients = byDay[day.toIso().toStdString()];
        QCOMPARE(vsCode[index], std::optional(clients["CODEX_IDE_VSCODE"]));
        QCOMPARE(cli[index], std::optional(clients["CODEX_CLI"]));
        QCOMPARE(cloud[index], std::optional(clients["CODEX_WEB"]));
        QCOMPARE(jetBrains[index], std::optional(clients["CODEX_IDE_JETBRAINS_RIDER"]));
        // The columns are as high as the totals, whatever the parts add up to.
        QVERIFY(isClose(*vsCode[index] + *cli[index] + *cloud[index] + *jetBrains[index] + *other[index],
            totals[day.toIso().toStdString()]));
    }
    QCOMPARE(card.chart().plot().columns.front().category, 1);
    QCOMPARE(card.chart().plot().columns.back().category, 8);
    page.setStore(nullptr);
}

void TestPagesSurfaces::modelsEqualTheExportedRows()
{
    PagesKit kit;
    fillUsage(kit, 9);
    SurfacesPage page;
    open(page, kit, kMonth);
    double fast = 0;
    double other = 0;
    for (const ExportedRow& row : support::exported(kit, Table::UsageByModel, kMonth)) {
        (textIn(row, "speed") == "fast" ? fast : other) += *numberIn(row, "credits");
    }
    const auto shown = sharesOf(*cardOf(page, "modelSharesCard"), QStringLiteral("Credits"));
    QCOMPARE(shown.size(), std::size_t{2}); // nothing is left
    QVERIFY(isClose(shown.at(QStringLiteral("gpt-5.3-codex · fast")), fast));
    QVERIFY(isClose(shown.at(QStringLiteral("other")), other));
    page.setStore(nullptr);
}

void TestPagesSurfaces::tablesEqualTheExportedRows()
{
    PagesKit kit;
    fillUsage(kit, 9);
    SurfacesPage page;
    open(page, kit, kMonth);
    struct Sums
    {
        double threads = 0;
        double turns = 0;
        double credits = 0;
        double tokens = 0;
        std::set<std::string> people;
    };
    std::map<QString, Sums> expected;
    for (const ExportedRow& row : support::exported(kit, Table::UsageBySurface, kMonth)) {
        Sums& sums = expected[app::insights::surfaceOf(textIn(row, "client_id")).name];
        sums.threads += *numberIn(row, "threads");
        sums.turns += *numberIn(row, "turns");
        sums.credits += *numberIn(row, "credits");
        sums.tokens += *numberIn(row, "uncached_text_input_tokens")
            + *numberIn(row, "cached_text_input_tokens") + *numberIn(row, "text_output_tokens");
        if (*numberIn(row, "threads") > 0 || *numberIn(row, "turns") > 0) {
            sums.people.insert(textIn(row, "user_id"));
        }
    }
    const PartsTable& table = *tableOf(page, "surfaceTable");
    QCOMPARE(table.model()->rowCount(), static_cast<int>(kClients.size()));
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        const Sums& sums = expected.at(table.cellText(row, 0));
        QCOMPARE(table.cellText(row, 2), QString::number(sums.people.size()));
        QCOMPARE(table.cellText(row, 3), app::models::fullNumber(Measure::Threads, sums.threads));
        QCOMPARE(table.cellText(row, 4), app::models::fullNumber(Measure::Turns, sums.turns));
        QCOMPARE(table.cellText(row, 5), app::models::fullNumber(Measure::Credits, sums.credits));
        QCOMPARE(table.cellText(row, 6),
            app::models::fullNumber(Measure::CreditsPerTurn, sums.credits / sums.turns));
        QCOMPARE(table.cellText(row, 7), app::models::fullNumber(Measure::TotalTokens, sums.tokens));
    }
    QCOMPARE(tableOf(page, "modelTable")->model()->rowCount(), 2);
    QCOMPARE(tableOf(page, "modelTable")->cellText(0, 1), QStringLiteral("fast"));
    QCOMPARE(tableOf(page, "modelTable")->cellText(1, 1), common::format::none());
    page.setStore(nullptr);
}

void TestPagesSurfaces::unknownIdsAreVerbatimAndSaySo()
{
    PagesKit kit;
    fillUsage(kit, 9);
    SurfacesPage page;
    open(page, kit, kMonth);
    bool found = false;
    for (const auto& row : cardOf(page, "surfaceSharesCard")->anyChart().table().rows) {
        if (row[0].text == QStringLiteral("acme/Brand New Client")) {
            found = true;
            QCOMPARE(row[1].text, QStringLiteral("unknown id"));
        }
    }
    QVERIFY(found);
    auto* note = page.findChild<QLabel*>(QStringLiteral("unknownSurfacesNote"));
    QVERIFY(note->isVisibleTo(&page));
    QVERIFY(note->text().startsWith(QStringLiteral("1 surface")));
    page.setStore(nullptr);
}

void TestPagesSurfaces::theRemainderStandsLast()
{
    PagesKit kit;
    fillUsage(kit, 9);
    SurfacesPage page;
    open(page, kit, kMonth);
    const auto& rows = cardOf(page, "surfaceSharesCard")->anyChart().table().rows;
    QCOMPARE(rows.back().front().text, QStringLiteral("Not attributed"));
    // The largest of all, and still last.
    const auto values = columnOf(*cardOf(page, "surfaceSharesCard"), QStringLiteral("Credits"));
    for (std::size_t row = 0; row + 2 < values.size(); ++row) {
        QVERIFY(*values[row] >= *values[row + 1]);
    }
    QVERIFY(cardOf(page, "surfaceSharesCard")->note().isEmpty());
    page.setStore(nullptr);
}

void TestPagesSurfaces::moreThanTheTotalsIsSaid()
{
    const DayRange days{kToday - 6, kToday - 4};
    PagesKit kit;
    UsageRow row = rowOf(1, days.first);
    row.turns = 10;
    row.clients = {clientOf(row, "CODEX_CLI", 1.0), clientOf(row, "CODEX_WEB", 0.4)};
    kit.writeUsage(Dataset::UsagePerEngineer, days, {row});
    SurfacesPage page;
    open(page, kit, days);
    choose(page, "surfaceTurnsSegment");
    const charts::ChartCard& card = *cardOf(page, "surfaceSharesCard");
    QVERIFY(card.note().contains(QStringLiteral("4 more than the totals")));
    QVERIFY(card.anyChart().table().rows.back().front().text != QStringLiteral("Not attributed"));
    QVERIFY(isClose(columnOf(card, QStringLiteral("Share")).front(), 10.0 / 14));
    page.setStore(nullptr);
}

void TestPagesSurfaces::nullIsLeftOutAndNotZero()
{
    const DayRange days{kToday - 6, kToday - 4};
    PagesKit kit;
    UsageRow row = rowOf(1, days.first);
    row.turns = 10;
    row.clients = {clientOf(row, "CODEX_CLI", 0.5), clientOf(row, "CODEX_WEB", 0.5)};
    row.clients.back().costs.credits.reset();
    kit.writeUsage(Dataset::UsagePerEngineer, days, {row});
    SurfacesPage page;
    open(page, kit, days);
    const auto shown = sharesOf(*cardOf(page, "surfaceSharesCard"), QStringLiteral("Credits"));
    QVERIFY(!shown.contains(QStringLiteral("Codex cloud (web)")));
    QVERIFY(cardOf(page, "surfaceSharesCard")->note().contains(QStringLiteral("no figure for 1")));
    const PartsTable& table = *tableOf(page, "surfaceTable");
    QCOMPARE(table.cellText(0, 0), QStringLiteral("Codex CLI"));
    QVERIFY(table.cellText(0, 5) != common::format::none());
    QCOMPARE(table.cellText(1, 5), common::format::none());
    QCOMPARE(table.cellText(1, 6), common::format::none());
    QCOMPARE(table.cellText(1, 4), QStringLiteral("5"));
    page.setStore(nullptr);
}

void TestPagesSurfaces::modelsHaveNoTurns()
{
    PagesKit kit;
    fillUsage(kit, 3);
    SurfacesPage page;
    open(page, kit, kMonth);
    QCOMPARE(cardOf(page, "modelSharesCard")->state(), charts::ChartCard::State::Chart);
    choose(page, "surfaceTurnsSegment");
    QCOMPARE(cardOf(page, "modelSharesCard")->state(), charts::ChartCard::State::Empty);
    choose(page, "surfaceThreadsSegment");
    QCOMPARE(cardOf(page, "modelSharesCard")->state(), charts::ChartCard::State::Empty);
    choose(page, "surfaceCostSegment");
    QCOMPARE(cardOf(page, "modelSharesCard")->state(), charts::ChartCard::State::Chart);
    page.setStore(nullptr);
}

void TestPagesSurfaces::workspacesInUsdShowUsd()
{
    const DayRange days{kToday - 6, kToday - 4};
    PagesKit kit;
    UsageRow row = rowOf(1, days.first);
    row.turns = 10;
    row.costs.credits = 0;
    row.costs.costUsd = 12.5;
    row.clients = {clientOf(row, "CODEX_CLI", 1.0)};
    row.clients.front().costs.costUsd = 10.0;
    kit.writeUsage(Dataset::UsagePerEngineer, days, {row});
    SurfacesPage page;
    open(page, kit, days);
    QCOMPARE(page.measure(), Measure::CostUsd);
    QCOMPARE(page.findChild<QAbstractButton*>(QStringLiteral("surfaceCostSegment"))->text(),
        QStringLiteral("USD"));
    const auto shown = sharesOf(*cardOf(page, "surfaceSharesCard"), QStringLiteral("USD"));
    QCOMPARE(shown.at(QStringLiteral("Codex CLI")), 10.0);
    QCOMPARE(shown.at(QStringLiteral("Not attributed")), 2.5);
    page.setStore(nullptr);
}

void TestPagesSurfaces::tablesSortAndCopy()
{
    PagesKit kit;
    fillUsage(kit, 9);
    SurfacesPage page;
    open(page, kit, kMonth);
    PartsTable& table = *tableOf(page, "surfaceTable");
    QCOMPARE(table.cellText(0, 0), QStringLiteral("acme/Brand New Client")); // by name at first
    table.sortByColumn(4, Qt::DescendingOrder);
    const QLocale locale;
    for (int row = 0; row + 1 < table.model()->rowCount(); ++row) {
        QVERIFY(locale.toInt(table.cellText(row, 4)) >= locale.toInt(table.cellText(row + 1, 4)));
    }
    const QString first = table.cellText(0, 0);
    page.reload();
    QTRY_VERIFY(!page.isReading());
    QCOMPARE(table.cellText(0, 0), first); // stays sorted
    table.setFocus();
    table.selectRow(0);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(QStringLiteral("Surface\tGroup\tPeople")));
    QVERIFY(lines[1].startsWith(first + u'\t'));
    page.setStore(nullptr);
}

void TestPagesSurfaces::emptyStoresSaySo()
{
    PagesKit kit;
    SurfacesPage page;
    page.resize(1180, 760);
    page.show();
    QCOMPARE(page.state(), Page::State::NothingOpen);
    choose(page, "surfaceTurnsSegment"); // before anything was read
    page.setRange(kMonth);
    page.setStore(kit.store());
    QCOMPARE(page.state(), Page::State::Loading);
    QTRY_COMPARE(page.state(), Page::State::Empty);
    page.setStore(nullptr);
}

void TestPagesSurfaces::usageWithoutPartsHasAStack()
{
    PagesKit kit;
    kit.fillMonth(3);
    SurfacesPage page;
    open(page, kit, kMonth);
    choose(page, "surfaceTurnsSegment");
    const charts::ChartCard& card = *cardOf(page, "surfaceStackCard");
    QCOMPARE(card.chart().plot().columns.size(), std::size_t{1});
    const double total = *sumOf(support::exported(kit, Table::Usage, kMonth), "turns");
    double shown = 0;
    for (const auto& value : columnOf(card, QStringLiteral("Other, not attributed"))) {
        shown += value.value_or(0);
    }
    QCOMPARE(shown, total);
    const auto shares = sharesOf(*cardOf(page, "surfaceSharesCard"), QStringLiteral("Turns"));
    QCOMPARE(shares.at(QStringLiteral("Not attributed")), total);
    QCOMPARE(tableOf(page, "surfaceTable")->model()->rowCount(), 0);
    page.setStore(nullptr);
}

void TestPagesSurfaces::longRangesAreWeeks()
{
    PagesKit kit;
    fillUsage(kit, 3);
    SurfacesPage page;
    open(page, kit, {kToday - 89, kToday});
    QCOMPARE(cardOf(page, "surfaceStackCard")->anyChart().count(), 13); // 25 Aug to 22 Nov
    page.setStore(nullptr);
}

void TestPagesSurfaces::fitsEveryWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("as drawn") << QSize(1180, 760) << Qt::LeftToRight;
    QTest::newRow("as drawn, right to left") << QSize(1180, 760) << Qt::RightToLeft;
    QTest::newRow("1024 × 700") << QSize(784, 560) << Qt::LeftToRight;
    QTest::newRow("1024 × 700, right to left") << QSize(784, 560) << Qt::RightToLeft;
}

void TestPagesSurfaces::fitsEveryWindow()
{
    QFETCH(QSize, size);
    QFETCH(Qt::LayoutDirection, direction);
    QApplication::setLayoutDirection(direction);
    PagesKit kit;
    fillUsage(kit, 9);
    SurfacesPage page;
    open(page, kit, kMonth);
    page.resize(size);
    auto* area = page.findChild<QScrollArea*>(QStringLiteral("surfacesScrollArea"));
    QTRY_VERIFY(area->widget()->width() <= area->viewport()->width());
    const auto boxOf
        = [&page](const QWidget* widget) { return QRect(widget->mapTo(&page, QPoint()), widget->size()); };
    for (const char* name : {"surfaceStackCard", "modelSharesCard", "surfaceSharesCard"}) {
        const QRect box = boxOf(cardOf(page, name));
        QVERIFY2(box.left() >= 0 && box.right() < page.width(), name);
    }
    // The page scrolls, not the table: every row is there.
    const PartsTable& table = *tableOf(page, "surfaceTable");
    QTRY_VERIFY(table.height() >= table.model()->rowCount() * 36 + 30);
    page.setStore(nullptr);
}

QTEST_MAIN(TestPagesSurfaces)
#include "tst_pages_surfaces.moc"
