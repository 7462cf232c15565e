// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartCard.h"
#include "charts/DayChart.h"
#include "common/Banner.h"
#include "common/Format.h"
#include "common/SegmentedControl.h"
#include "common/StateMessage.h"
#include "common/ThemeController.h"
#include "gui/ExportedRows.h"
#include "gui/PagesKit.h"
#include "pages/StatTile.h"
#include "pages/TokensPage.h"
#include "support/TestCase.h"

#include <QAbstractButton>

using namespace ui;
using app::core::DayRange;
using app::core::UtcDay;
using app::records::Dataset;
using pages::Page;
using pages::TokensPage;
using support::kMissing;
using support::kMonth;
using support::kToday;
using support::PagesKit;

namespace {

const QString kDash(QChar(0x2013));

pages::StatTile* tileOf(const TokensPage& page, const char* name)
{
    return page.findChild<pages::StatTile*>(QString::fromLatin1(name));
}

charts::ChartCard* cardOf(const TokensPage& page, const char* name)
{
    return page.findChild<charts::ChartCard*>(QString::fromLatin1(name));
}

std::vector<std::optional<double>> valuesOf(const TokensPage& page, const char* card, const QString& column)
{
    return support::columnOf(*cardOf(page, card), column);
}

app::records::UsageRow rowOf(int engineer, UtcDay day, std::int64_t turns, app::records::Tokens tokens)
{
    auto row = PagesKit::usageRow(engineer, day);
    row.turns = turns;
    row.tokens = tokens;
    row.costs = {10.0, {}, {}};
    return row;
}

} // namespace

class TestPagesTokens : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<common::ThemeController>(*qApp, app::settings::Appearance::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { m_theme.reset(); }

    void figuresEqualTheExportedRows();
    void weeksAreRatiosOfSums();
    void rowsWithoutTokensAreLeftOutAndSaid();
    void noTokensAtAllIsNoZero();
    void countsThatDoNotAddUpAreSaid();
    void workspaceBilledInUsd();
    void mixAsShares();
    void comparesOnlyWithAWholeWindow();
    void emptyStoreOffersASync();

private:
    static void open(TokensPage& page, const PagesKit& kit, DayRange range = kMonth)
    {
        page.resize(1180, 760);
        page.setRange(range);
        page.setStore(kit.store());
        page.show();
        QTRY_VERIFY(page.state() != Page::State::Loading && !page.isReading());
    }

    std::unique_ptr<common::ThemeController> m_theme;
};

void TestPagesTokens::figuresEqualTheExportedRows()
{
    PagesKit kit;
    kit.fillMonth(6);
    TokensPage page;
    open(page, kit);

    struct Sums
    {
        double uncached = 0;
        double cached = 0;
        double output = 0;
        double turns = 0;
        double credits = 0;
        [[nodiscard]] double total() const { return uncached + cached + output; }
    };
    Sums all;
    std::vector<Sums> days(static_cast<std::size_t>(kMonth.length()));
    for (const support::ExportedRow& row : support::exported(kit, app::exporting::Table::Usage, kMonth)) {
        const UtcDay day = *UtcDay::fromIso(QString::fromStdString(support::textIn(row, "day")));
        for (Sums* sums : {&all, &days[static_cast<std::size_t>(day - kMonth.first)]}) {
            sums->uncached += support::numberIn(row, "uncached_text_input_tokens").value();
            sums->cached += support::numberIn(row, "cached_text_input_tokens").value();
            sums->output += support::numberIn(row, "text_output_tokens").value();
            sums->turns += support::numberIn(row, "turns").value();
            sums->credits += support::numberIn(row, "credits").value();
        }
    }
    QVERIFY(all.total() > 0);
    QCOMPARE(tileOf(page, "totalTokensTile")->valueText(), common::format::figure(all.total()));
    QCOMPARE(tileOf(page, "cacheRatioTile")->valueText(),
        common::format::percent(all.cached / (all.uncached + all.cached)));
    QCOMPARE(tileOf(page, "outputShareTile")->valueText(), common::format::percent(all.output / all.total()));
    QCOMPARE(tileOf(page, "tokensPerTurnTile")->valueText(), common::format::figure(all.total() / all.turns));
    QCOMPARE(tileOf(page, "costPerThousandTile")->valueText(),
        common::format::number(1'000 * all.credits / all.total(), 2));

    const auto cached = valuesOf(page, "tokenMixCard", QStringLiteral("Cached input"));
    const auto ratio = valuesOf(page, "dailyCacheRatioCard", QStringLiteral("Cache ratio"));
    const auto perTurn = valuesOf(page, "dailyTokensPerTurnCard", QStringLiteral("Tokens per turn"));
    const auto perThousand
        = valuesOf(page, "dailyCostPerThousandCard", QStringLiteral("Credits per 1,000 tokens"));
    for (std::size_t index = 0; index < days.size(); ++index) {
        const Sums& sums = days[index];
        const bool missing = kMonth.first + static_cast<int>(index) == kMissing;
        QCOMPARE(cached[index].has_value(), !missing);
        QCOMPARE(cached[index].value_or(0), sums.cached);
        QCOMPARE(ratio[index].has_value(), sums.total() > 0);
        if (sums.total() > 0) {
            QVERIFY(qAbs(*ratio[index] - sums.cached / (sums.uncached + sums.cached)) < 1e-12);
            QVERIFY(qAbs(*perTurn[index] - sums.total() / sums.turns) < 1e-9);
            QVERIFY(qAbs(*perThousand[index] - 1'000 * sums.credits / sums.total()) < 1e-12);
        }
    }
    page.setStore(nullptr);
}

void TestPagesTokens::weeksAreRatiosOfSums()
{
    // A Monday with 1 turn of 1,000 tokens and a Tuesday with 9 turns of 100 each: 190 a turn, not 550.
    PagesKit kit;
    const UtcDay monday = kToday - 13;
    kit.writeUsage(Dataset::UsagePerEngineer, {monday, monday + 6},
        {rowOf(1, monday, 1, {500, 400, 100, 1'000}), rowOf(1, monday + 1, 9, {100, 700, 100, 900})});
    TokensPage page;
    open(page, kit, {monday, monday + 6});
    QCOMPARE(*valuesOf(page, "dailyTokensPerTurnCard", QStringLiteral("Tokens per turn"))[0], 1'000.0);
    page.setGranularity(app::models::Granularity::Week);
    QTRY_COMPARE(
        valuesOf(page, "dailyTokensPerTurnCard", QStringLiteral("Tokens per turn")).size(), std::size_t{1});
    QCOMPARE(*valuesOf(page, "dailyTokensPerTurnCard", QStringLiteral("Tokens per turn"))[0], 190.0);
    QCOMPARE(*valuesOf(page, "dailyCacheRatioCard", QStringLiteral("Cache ratio"))[0], 1'100.0 / 1'700.0);
    page.setStore(nullptr);
}

void TestPagesTokens::rowsWithoutTokensAreLeftOutAndSaid()
{
    PagesKit kit;
    const DayRange days{kToday - 6, kToday - 4};
    kit.writeUsage(Dataset::UsagePerEngineer, days,
        {rowOf(1, days.first, 4, {100, 300, 100, 500}), rowOf(2, days.first, 400, {}),
            rowOf(2, days.last, 6, {})});
    TokensPage page;
    open(page, kit, days);
    // 500 ÷ 4: the 400 turns without counts are not below the line.
    QCOMPARE(tileOf(page, "tokensPerTurnTile")->valueText(), QStringLiteral("125"));
    QCOMPARE(tileOf(page, "costPerThousandTile")->valueText(), QStringLiteral("20"));
    QVERIFY2(cardOf(page, "tokenMixCard")->note().startsWith(QStringLiteral("2 row")),
        qPrintable(cardOf(page, "tokenMixCard")->note()));
    const auto output = valuesOf(page, "tokenMixCard", QStringLiteral("Output"));
    QVERIFY((output == std::vector<std::optional<double>>{100.0, 0.0, std::nullopt}));
    page.setStore(nullptr);
}

void TestPagesTokens::noTokensAtAllIsNoZero()
{
    PagesKit kit;
    const DayRange days{kToday - 6, kToday - 5};
    kit.writeUsage(
        Dataset::UsagePerEngineer, days, {rowOf(1, days.first, 4, {}), rowOf(1, days.last, 4, {})});
    TokensPage page;
    open(page, kit, days);
    for (const char* name : {"totalTokensTile", "cacheRatioTile", "outputShareTile", "tokensPerTurnTile",
             "costPerThousandTile"}) {
        QCOMPARE(tileOf(page, name)->valueText(), kDash);
    }
    page.setStore(nullptr);
}

void TestPagesTokens::countsThatDoNotAddUpAreSaid()
{
    PagesKit kit;
    const DayRange days{kToday - 6, kToday - 5};
    kit.writeUsage(Dataset::UsagePerEngineer, days,
        {rowOf(1, days.first, 4, {100, 300, 100, 501}), rowOf(1, days.last, 4, {1, 2, 3, 6})});
    TokensPage page;
    open(page, kit, days);
    auto* banner = page.findChild<common::Banner*>(QStringLiteral("tokenMismatchBanner"));
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().startsWith(QStringLiteral("In 1 row")), qPrintable(banner->text()));
    QCOMPARE(tileOf(page, "totalTokensTile")->valueText(), QStringLiteral("506"));

    page.setRange({days.last, days.last});
    QTRY_VERIFY(!banner->isVisible());
    page.setStore(nullptr);
}

void TestPagesTokens::workspaceBilledInUsd()
{
    PagesKit kit;
    const DayRange days{kToday - 6, kToday - 5};
    auto row = rowOf(1, days.first, 4, {600, 300, 100, 1'000});
    row.costs = {0.0, 2.5, 9.0};
    kit.writeUsage(Dataset::UsagePerEngineer, days, {row});
    TokensPage page;
    open(page, kit, days);
    QCOMPARE(tileOf(page, "costPerThousandTile")->accessibleName(), QStringLiteral("USD per 1,000 tokens"));
    QCOMPARE(tileOf(page, "costPerThousandTile")->valueText(), QStringLiteral("2.5"));
    QCOMPARE(cardOf(page, "dailyCostPerThousandCard")->title(), QStringLiteral("USD per 1,000 tokens"));
    page.setStore(nullptr);
}

void TestPagesTokens::mixAsShares()
{
    PagesKit kit;
    kit.fillMonth(2);
    TokensPage page;
    open(page, kit);
    const auto columns = [&page] { return cardOf(page, "tokenMixCard")->anyChart().table().columns.size(); };
    const std::size_t absolute = columns();
    auto* kind = page.findChild<common::SegmentedControl*>(QStringLiteral("tokenMixKind"));
    QTest::mouseClick(kind->button(1), Qt::LeftButton);
    // In shares the table has the values beside them.
    QVERIFY(columns() > absolute);
    page.reload();
    QTRY_VERIFY(!page.isReading());
    QVERIFY(columns() > absolute);
    QTest::mouseClick(kind->button(0), Qt::LeftButton);
    QCOMPARE(columns(), absolute);
    page.setStore(nullptr);
}

void TestPagesTokens::comparesOnlyWithAWholeWindow()
{
    PagesKit kit;
    const DayRange days{kToday - 9, kToday - 4};
    kit.writeUsage(Dataset::UsagePerEngineer, days,
        {rowOf(1, days.first, 4, {100, 100, 200, 400}), rowOf(1, days.last, 4, {100, 300, 100, 500})});
    TokensPage page;
    open(page, kit, {kToday - 6, kToday - 4});
    QCOMPARE(tileOf(page, "totalTokensTile")->changeText(), QStringLiteral("+25.0\u00a0% vs prior 3 d"));
    QCOMPARE(tileOf(page, "cacheRatioTile")->changeText(), QStringLiteral("+25.0\u00a0pts vs prior 3 d"));
    QCOMPARE(
        tileOf(page, "outputShareTile")->changeText(), QStringLiteral("\u221230.0\u00a0pts vs prior 3 d"));
    page.setRange({kToday - 7, kToday - 4});
    QTRY_COMPARE(tileOf(page, "totalTokensTile")->changeText(), kDash + QStringLiteral(" vs prior 4 d"));
    page.setStore(nullptr);
}

void TestPagesTokens::emptyStoreOffersASync()
{
    PagesKit kit;
    TokensPage page;
    open(page, kit);
    QVERIFY(page.state() == Page::State::Empty);
    QVERIFY(page.findChild<common::StateMessage*>(QStringLiteral("tokensEmpty"))->isVisible());
    page.setStore(nullptr);
}

QTEST_MAIN(TestPagesTokens)
#include "tst_pages_tokens.moc"
