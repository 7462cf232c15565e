// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/EngineerName.h"
#include "models/EngineersFilter.h"
#include "models/EngineersModel.h"
#include "support/TestCase.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLocale>
#include <QSet>
#include <QSignalSpy>

using namespace app;
using models::EngineersFilter;
using models::EngineersModel;
using Column = models::EngineersModel::Column;

namespace {

const core::UtcDay kDay = core::UtcDay::fromNumber(20'777); // 20 Nov 2026

store::EngineerSummary person(const char* id, const char* email, std::int64_t turns, int activeDays)
{
    store::EngineerSummary summary;
    if (id) {
        summary.userId = id;
    }
    if (email) {
        summary.email = email;
    }
    summary.activeDays = activeDays;
    summary.totals.threads = turns / 2;
    summary.totals.turns = turns;
    if (activeDays > 0) {
        summary.lastActiveDay = kDay - activeDays;
        summary.totals.costs.credits = static_cast<double>(turns) * 1.5;
        summary.totals.tokens = {turns * 1'000, turns * 4'000, turns * 100, turns * 5'100};
    }
    return summary;
}

std::vector<store::EngineerSummary> team()
{
    return {
        person("user-carla-000000000001", "carla@example.com", 1'204, 20),
        person(nullptr, nullptr, 300, 9),
        person("user-000000000000B7E90C", nullptr, 5, 1),
        person("user-anton-000000000002", "Anton@example.com", 0, 0),
        person("user-berta-000000000003", "berta@example.com", 77, 4),
    };
}

EngineersModel::Snapshot snapshot(
    std::vector<store::EngineerSummary> people, models::CostUnit unit = models::CostUnit::Credits)
{
    EngineersModel::Snapshot result;
    result.engineers = std::move(people);
    result.unit = unit;
    result.storedDays = 29;
    return result;
}

/// Three days, the second missing, the third provisional; Carla and Berta worked, Anton did not.
EngineersModel::Snapshot snapshotWithTrends()
{
    EngineersModel::Snapshot result = snapshot(team());
    result.buckets = {{{}, records::DayState::Final}, {{}, records::DayState::Missing},
        {{}, records::DayState::Provisional}};
    result.trends.surfaces = {"a_cli", "b_web", "c_ide"};
    result.surfaceNames = {QStringLiteral("Zeta"), QStringLiteral("Beta"), QStringLiteral("Gamma")};
    // Carla: the most turns on the IDE, the largest cost on the web.
    result.trends.engineers.push_back(
        {"user-carla-000000000001", {9, 0, 4}, {{1, 7.5, 1.0, 2}, {2, 7.0, 9.0, 900}}});
    // Berta: no cost anywhere, so turns decide.
    result.trends.engineers.push_back(
        {"user-berta-000000000003", {0, 0, 1}, {{0, {}, {}, 3}, {2, 0.0, {}, 5}}});
    result.trends.engineers.push_back({std::nullopt, {1, 0, 2}, {{0, 1.0, {}, 1}}});
    return result;
}

QStringList names(const QAbstractItemModel& model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row) {
        result << model.index(row, 0).data().toString();
    }
    return result;
}

} // namespace

class TestEngineersModel : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void nameIsEmailThenShortIdThenUnattributed_data();
    void nameIsEmailThenShortIdThenUnattributed();
    void cellsShowLocalNumbersAndDashesForNull();
    void numbersStandRightAndHeadingsWithThem();
    void usdBilledWorkspaceShowsUsd();
    void countsPeopleWithoutUnattributed();
    void findsTheRowOfAPerson();
    void sortsByNameFirstAndKeepsUnattributedLast();
    void sortsByEveryColumnWithNullsLast_data();
    void sortsByEveryColumnWithNullsLast();
    void equalValuesAreOrderedByName();
    void searchLooksIntoEmailAndIdIgnoringCase_data();
    void searchLooksIntoEmailAndIdIgnoringCase();
    void newSnapshotKeepsOrderAndSearch();
    void survivesEmptyOneAndManyRows();
    void ratiosAreOfSumsAndHaveNoValueAtZero();
    void topSurfaceIsByCostThenByTurns();
    void sparkHasAPointForEachStoredBucket();
    void copiedCellsAreForOtherPrograms();
    void filtersByActivityAndSurface_data();
    void filtersByActivityAndSurface();
    void sumsOfChosenRows();
    void headingSaysWhatATrendColumnStandsFor();
    void filterOutlivesItsModel();
    void filteredOutRowsLoseTheirPlaceOnly();
    void columnsHaveStableNames();
    void sortsFilterAndSearchTenThousandAtOnce();
    void initialsComeFromTheEmail_data();
    void initialsComeFromTheEmail();
};

void TestEngineersModel::nameIsEmailThenShortIdThenUnattributed_data()
{
    using Text = std::optional<std::string>;
    QTest::addColumn<std::optional<std::string>>("id");
    QTest::addColumn<std::optional<std::string>>("email");
    QTest::addColumn<QString>("name");
    QTest::newRow("e-mail") << Text("user-1") << Text("a@example.com") << QStringLiteral("a@example.com");
    QTest::newRow("short id stays") << Text("user-1") << Text() << QStringLiteral("user-1");
    QTest::newRow("long id is shortened")
        << Text("user-000000000000B7E90C") << Text() << QStringLiteral("user-…B7E90C");
    QTest::newRow("long id without kind") << Text("0123456789abcdef") << Text() << QStringLiteral("…abcdef");
    QTest::newRow("empty e-mail counts as none") << Text("user-1") << Text("") << QStringLiteral("user-1");
    QTest::newRow("nobody") << Text() << Text() << QStringLiteral("Unattributed");
    QTest::newRow("not only Latin") << Text("user-1") << Text("jörg.łukasz@例え.jp")
                                    << QStringLiteral("jörg.łukasz@例え.jp");
}

void TestEngineersModel::nameIsEmailThenShortIdThenUnattributed()
{
    QFETCH(std::optional<std::string>, id);
    QFETCH(std::optional<std::string>, email);
    QFETCH(QString, name);
    QCOMPARE(models::engineerName(id, email), name);
}

void TestEngineersModel::cellsShowLocalNumbersAndDashesForNull()
{
    EngineersModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSnapshot(snapshot(team()));

    const auto row = [&model](int index) {
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column) {
            texts << model.index(index, column).data().toString();
        }
        return texts.join(u'|');
    };
    QCOMPARE(row(0),
        QStringLiteral(
            "carla@example.com||20|602|1,204|2.0|1,806.0|1.50|1,204,000|4,816,000|120,400|80.0 %|–|31 Oct"));
    QCOMPARE(row(1),
        QStringLiteral("Unattributed||9|150|300|2.0|450.0|1.50|300,000|1,200,000|30,000|80.0 %|–|11 Nov"));
    QCOMPARE(row(3), QStringLiteral("Anton@example.com|no activity in these days|0|0|0|–|–|–|–|–|–|–|–|–"));
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(),
        QStringLiteral("carla@example.com\nuser-carla-000000000001"));
    QVERIFY(model.index(1, 0).data(EngineersModel::UnattributedRole).toBool());
    QVERIFY(!model.index(3, static_cast<int>(Column::Cost)).data(EngineersModel::SortRole).isValid());
    QCOMPARE(
        model.index(0, static_cast<int>(Column::Cost)).data(EngineersModel::SortRole).toDouble(), 1'806.0);
}

void TestEngineersModel::numbersStandRightAndHeadingsWithThem()
{
    EngineersModel model;
    model.setSnapshot(snapshot(team()));
    for (int column = 0; column < model.columnCount(); ++column) {
        const auto name = static_cast<Column>(column);
        const bool right = name != Column::Engineer && name != Column::Trend && name != Column::TopSurface;
        const auto aligned = [right](const QVariant& value) {
            return bool(value.value<Qt::Alignment>() & Qt::AlignRight) == right;
        };
        QVERIFY(aligned(model.index(0, column).data(Qt::TextAlignmentRole)));
        QVERIFY(aligned(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole)));
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
}

void TestEngineersModel::usdBilledWorkspaceShowsUsd()
{
    EngineersModel model;
    QSignalSpy headings(&model, &QAbstractItemModel::headerDataChanged);
    auto people = team();
    people[0].totals.costs = {0.0, 1'234.5, 99.0};
    model.setSnapshot(snapshot(people, models::CostUnit::Usd));

    const int cost = static_cast<int>(Column::Cost);
    QCOMPARE(model.headerData(cost, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("USD"));
    QCOMPARE(model.index(0, cost).data().toString(), QStringLiteral("1,234.50"));
    QCOMPARE(model.index(4, cost).data().toString(), QStringLiteral("–"));
    QCOMPARE(headings.count(), 1);
}

void TestEngineersModel::countsPeopleWithoutUnattributed()
{
    EngineersModel model;
    model.setSnapshot(snapshot(team()));
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.people(), 4);
    QCOMPARE(model.activePeople(), 3);
}

void TestEngineersModel::findsTheRowOfAPerson()
{
    EngineersModel model;
    model.setSnapshot(snapshot(team()));
    QCOMPARE(model.rowOf(std::string("user-berta-000000000003")), 4);
    QCOMPARE(model.rowOf(std::nullopt), 1);
    QCOMPARE(model.rowOf(std::string("somebody else")), -1);
}

void TestEngineersModel::sortsByNameFirstAndKeepsUnattributedLast()
{
    EngineersModel model;
    EngineersFilter filter;
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&model);
    model.setSnapshot(snapshot(team()));

    QCOMPARE(names(filter),
        QStringList({QStringLiteral("Anton@example.com"), QStringLiteral("berta@example.com"),
            QStringLiteral("carla@example.com"), QStringLiteral("user-…B7E90C"),
            QStringLiteral("Unattributed")}));

    filter.sort(0, Qt::DescendingOrder);
    QCOMPARE(names(filter).first(), QStringLiteral("user-…B7E90C"));
    QCOMPARE(names(filter).last(), QStringLiteral("Unattributed"));
}

void TestEngineersModel::sortsByEveryColumnWithNullsLast_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("least");
    QTest::addColumn<QString>("most");
    QTest::addColumn<bool>("antonHasNone");
    const auto row = [](const char* name, Column column, const char* least, const char* most, bool none) {
        QTest::newRow(name) << static_cast<int>(column) << QString::fromUtf8(least) << QString::fromUtf8(most)
                            << none;
    };
    row("active days", Column::ActiveDays, "Anton@example.com", "carla@example.com", false);
    row("threads", Column::Threads, "Anton@example.com", "carla@example.com", false);
    row("turns", Column::Turns, "Anton@example.com", "carla@example.com", false);
    row("credits", Column::Cost, "user-…B7E90C", "carla@example.com", true);
    row("uncached input", Column::UncachedInput, "user-…B7E90C", "carla@example.com", true);
    row("cached input", Column::CachedInput, "user-…B7E90C", "carla@example.com", true);
    row("output", Column::Output, "user-…B7E90C", "carla@example.com", true);
    row("turns per day", Column::Trend, "Anton@example.com", "carla@example.com", false);
    row("last active", Column::LastActive, "carla@example.com", "user-…B7E90C", true);
}

void TestEngineersModel::sortsByEveryColumnWithNullsLast()
{
    QFETCH(int, column);
    QFETCH(QString, least);
    QFETCH(QString, most);
    QFETCH(bool, antonHasNone);
    EngineersModel model;
    EngineersFilter filter;
    filter.setSourceModel(&model);
    model.setSnapshot(snapshot(team()));

    filter.sort(column, Qt::AscendingOrder);
    QCOMPARE(names(filter).first(), least);
    QCOMPARE(names(filter)[antonHasNone ? 3 : 4], most);
    filter.sort(column, Qt::DescendingOrder);
    QCOMPARE(names(filter).first(), most);
    QCOMPARE(names(filter)[antonHasNone ? 3 : 4], least);
    QCOMPARE(names(filter).last() == QStringLiteral("Anton@example.com"),
        antonHasNone || least == names(filter).last());
}

void TestEngineersModel::equalValuesAreOrderedByName()
{
    EngineersModel model;
    EngineersFilter filter;
    filter.setSourceModel(&model);
    model.setSnapshot(snapshot({person("u3", "c@example.com", 5, 1), person("u1", "a@example.com", 5, 1),
        person("u2", "b@example.com", 5, 1)}));
    const QStringList byName{
        QStringLiteral("a@example.com"), QStringLiteral("b@example.com"), QStringLiteral("c@example.com")};

    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        filter.sort(static_cast<int>(Column::Turns), order);
        QCOMPARE(names(filter), byName);
    }
}

void TestEngineersModel::searchLooksIntoEmailAndIdIgnoringCase_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << QString() << 5;
    QTest::newRow("blanks only") << QStringLiteral("   ") << 5;
    QTest::newRow("part of an e-mail") << QStringLiteral("ANTON@") << 1;
    QTest::newRow("part of an id that is not shown") << QStringLiteral("user-BERTA") << 1;
    QTest::newRow("domain") << QStringLiteral("example.com") << 3;
    QTest::newRow("unattributed") << QStringLiteral("unatt") << 1;
    QTest::newRow("nobody") << QStringLiteral("zzz") << 0;
    QTest::newRow("no pattern language") << QStringLiteral(".*") << 0;
}

void TestEngineersModel::searchLooksIntoEmailAndIdIgnoringCase()
{
    QFETCH(QString, search);
    QFETCH(int, rows);
    EngineersModel model;
    EngineersFilter filter;
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&model);
    model.setSnapshot(snapshot(team()));

    filter.setSearch(search);
    QCOMPARE(filter.rowCount(), rows);
}

void TestEngineersModel::newSnapshotKeepsOrderAndSearch()
{
    EngineersModel model;
    EngineersFilter filter;
    filter.setSourceModel(&model);
    model.setSnapshot(snapshot(team()));
    filter.setSearch(QStringLiteral("example"));
    filter.sort(static_cast<int>(Column::Turns), Qt::DescendingOrder);

    auto people = team();
    people[3].totals.turns = 9'999;
    model.setSnapshot(snapshot(people));

    QCOMPARE(names(filter),
        QStringList({QStringLiteral("Anton@example.com"), QStringLiteral("carla@example.com"),
            QStringLiteral("berta@example.com")}));
}

void TestEngineersModel::survivesEmptyOneAndManyRows()
{
    EngineersModel model;
    EngineersFilter filter;
    filter.setSourceModel(&model);
    model.setSnapshot({});
    QCOMPARE(filter.rowCount(), 0);
    model.setSnapshot(snapshot({person("u1", "a@example.com", 5, 1)}));
    QCOMPARE(filter.rowCount(), 1);

    std::vector<store::EngineerSummary> many;
    for (int i = 0; i < 10'000; ++i) {
        const std::string id = "user-" + std::to_string(100'000 + i);
        const std::string email = "person" + std::to_string((i * 7'919) % 10'000) + "@example.com";
        many.push_back(person(id.c_str(), email.c_str(), i, 1 + i % 30));
    }
    model.setSnapshot(snapshot(std::move(many)));
    filter.sort(static_cast<int>(Column::Turns), Qt::DescendingOrder);
    QCOMPARE(filter.rowCount(), 10'000);
    QCOMPARE(filter.index(0, static_cast<int>(Column::Turns)).data().toString(), QStringLiteral("9,999"));
    filter.setSearch(QStringLiteral("person4242@"));
    QCOMPARE(filter.rowCount(), 1);
}

void TestEngineersModel::ratiosAreOfSumsAndHaveNoValueAtZero()
{
    EngineersModel model;
    auto people = team();
    people[4].totals.threads = 22;
    people[4].totals.costs.credits = 96.25;
    people[4].totals.tokens = {30, 90, 5, 125};
    people[2].totals.threads = 0;
    people[2].totals.tokens.cachedInput = std::nullopt;
    model.setSnapshot(snapshot(people));

    // Berta: 77 ÷ 22, 96.25 ÷ 77, 90 ÷ 120.
    QCOMPARE(model.turnsPerThread(4), std::optional(3.5));
    QCOMPARE(model.costPerTurn(4), std::optional(1.25));
    QCOMPARE(model.cacheRatio(4), std::optional(0.75));
    QVERIFY(!model.turnsPerThread(2)); // no threads
    QVERIFY(!model.cacheRatio(2)); // cached input is not known, which is not zero
    QVERIFY(!model.costPerTurn(3)); // no turns
    const auto cell = [&model](int row, Column column) {
        return model.index(row, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(cell(4, Column::TurnsPerThread), QStringLiteral("3.5"));
    QCOMPARE(cell(4, Column::CostPerTurn), QStringLiteral("1.25"));
    QCOMPARE(cell(2, Column::TurnsPerThread), QStringLiteral("–"));
}

void TestEngineersModel::topSurfaceIsByCostThenByTurns()
{
    EngineersModel model;
    model.setSnapshot(snapshotWithTrends());
    const auto top = [&model](int row) {
        return model.index(row, static_cast<int>(Column::TopSurface)).data().toString();
    };
    QCOMPARE(top(0), QStringLiteral("Beta")); // 7.5 credits against 7
    QCOMPARE(top(4), QStringLiteral("Gamma")); // 5 turns against 3, no credits
    QCOMPARE(top(1), QStringLiteral("Zeta")); // Unattributed has one too
    QCOMPARE(top(3), QStringLiteral("–"));
    QCOMPARE(model.topSurfaceId(0), std::optional<std::string>("b_web"));

    auto usd = snapshotWithTrends();
    usd.unit = models::CostUnit::Usd;
    model.setSnapshot(std::move(usd));
    QCOMPARE(top(0), QStringLiteral("Gamma")); // 9 dollars against 1
}

void TestEngineersModel::sparkHasAPointForEachStoredBucket()
{
    EngineersModel model;
    model.setSnapshot(snapshotWithTrends());
    const auto carla = model.sparkOf(0);
    QCOMPARE(carla.size(), std::size_t{3});
    QCOMPARE(carla[0].value, std::optional(9.0));
    QVERIFY(!carla[1].value);
    QCOMPARE(carla[2].value, std::optional(4.0));
    QVERIFY(carla[2].isProvisional());
    // Nobody's row is stored for Anton: that is zero where the day is stored.
    const auto anton = model.sparkOf(3);
    QCOMPARE(anton[0].value, std::optional(0.0));
    QVERIFY(!anton[1].value);
}

void TestEngineersModel::copiedCellsAreForOtherPrograms()
{
    EngineersModel model;
    model.setSnapshot(snapshotWithTrends());
    const auto copy = [&model](int row, Column column) {
        return model.index(row, static_cast<int>(column)).data(EngineersModel::CopyRole).toString();
    };
    QCOMPARE(copy(0, Column::Turns), QStringLiteral("1204"));
    QCOMPARE(copy(0, Column::Cost), QStringLiteral("1806"));
    QCOMPARE(copy(0, Column::CostPerTurn), QStringLiteral("1.5"));
    QCOMPARE(copy(0, Column::CacheRatio), QStringLiteral("0.8"));
    QCOMPARE(copy(0, Column::LastActive), QStringLiteral("2026-10-31"));
    QCOMPARE(copy(0, Column::TopSurface), QStringLiteral("Beta"));
    QCOMPARE(copy(3, Column::Cost), QString());
    QCOMPARE(copy(3, Column::TopSurface), QString());
}

void TestEngineersModel::filtersByActivityAndSurface_data()
{
    using Activity = EngineersFilter::Activity;
    QTest::addColumn<int>("activity");
    QTest::addColumn<QString>("surface");
    QTest::addColumn<QStringList>("expected");
    const QString anton = QStringLiteral("Anton@example.com");
    const QString berta = QStringLiteral("berta@example.com");
    const QString carla = QStringLiteral("carla@example.com");
    const QString nameless = QStringLiteral("user-…B7E90C");
    const QString nobody = QStringLiteral("Unattributed");
    const auto row
        = [](const char* name, Activity activity, const char* surface, const QStringList& expected) {
              QTest::newRow(name) << static_cast<int>(activity) << QString::fromLatin1(surface) << expected;
          };
    row("everybody", Activity::All, "", {anton, berta, carla, nameless, nobody});
    row("active", Activity::Active, "", {berta, carla, nameless, nobody});
    row("idle", Activity::Idle, "", {anton});
    row("a surface", Activity::All, "c_ide", {berta, carla});
    row("not only as the top one", Activity::All, "a_cli", {berta, nobody});
    row("both", Activity::Idle, "c_ide", {});
    row("an unknown surface", Activity::All, "nothing", {});
}

void TestEngineersModel::filtersByActivityAndSurface()
{
    QFETCH(int, activity);
    QFETCH(QString, surface);
    QFETCH(QStringList, expected);
    EngineersModel model;
    EngineersFilter filter;
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&model);
    model.setSnapshot(snapshotWithTrends());

    filter.setActivity(static_cast<EngineersFilter::Activity>(activity));
    filter.setSurface(surface);
    QCOMPARE(names(filter), expected);
    QCOMPARE(filter.narrows(), expected.size() != 5);
}

void TestEngineersModel::sumsOfChosenRows()
{
    EngineersModel model;
    model.setSnapshot(snapshot(team()));
    const std::array rows{0, 4};
    const EngineersModel::Sums sums = model.sumsOf(rows);
    QCOMPARE(sums.turns, 1'281.0);
    QCOMPARE(sums.threads, 640.0);
    QCOMPARE(sums.cost, std::optional(1'921.5));
    QCOMPARE(sums.uncachedInput, std::optional(1'281'000.0));
    QCOMPARE(model.workspaceSums().turns, 1'586.0);
    const std::array idle{3};
    QVERIFY(!model.sumsOf(idle).cost);
}

void TestEngineersModel::headingSaysWhatATrendColumnStandsFor()
{
    EngineersModel model;
    const auto heading = [&model](int weeks) {
        auto people = snapshot(team());
        people.weeksPerBucket = weeks;
        model.setSnapshot(std::move(people));
        return model.headerData(static_cast<int>(Column::Trend), Qt::Horizontal, Qt::DisplayRole).toString();
    };
    QCOMPARE(heading(0), QStringLiteral("Turns per day"));
    QCOMPARE(heading(1), QStringLiteral("Turns per week"));
    QCOMPARE(heading(3), QStringLiteral("Turns per 3 weeks"));
}

void TestEngineersModel::filterOutlivesItsModel()
{
    auto model = std::make_unique<EngineersModel>();
    EngineersFilter filter;
    filter.setSourceModel(model.get());
    model->setSnapshot(snapshot(team()));
    QCOMPARE(filter.rowCount(), 5);
    model.reset();
    QCOMPARE(filter.rowCount(), 0);
    QCOMPARE(filter.columnCount(), 0);
    filter.setSearch(QStringLiteral("anton"));
    filter.sort(0, Qt::DescendingOrder);
}

void TestEngineersModel::filteredOutRowsLoseTheirPlaceOnly()
{
    EngineersModel model;
    EngineersFilter filter;
    filter.setSourceModel(&model);
    model.setSnapshot(snapshot(team()));
    const auto placeOf = [&](const char* id) { return filter.rowOfSource(model.rowOf(std::string(id))); };
    const QPersistentModelIndex carla = filter.index(placeOf("user-carla-000000000001"), 0);
    const QPersistentModelIndex anton = filter.index(placeOf("user-anton-000000000002"), 0);

    // What a selection holds on to follows the order, and goes when a filter leaves it out.
    filter.sort(static_cast<int>(Column::Turns), Qt::DescendingOrder);
    QCOMPARE(carla.row(), 0);
    QCOMPARE(carla.data().toString(), QStringLiteral("carla@example.com"));
    filter.setActivity(EngineersFilter::Activity::Active);
    QVERIFY(carla.isValid());
    QCOMPARE(carla.data().toString(), QStringLiteral("carla@example.com"));
    QVERIFY(!anton.isValid());
    QCOMPARE(placeOf("user-anton-000000000002"), -1);
    filter.setActivity(EngineersFilter::Activity::All);
    QCOMPARE(filter.index(placeOf("user-anton-000000000002"), 0).data().toString(),
        QStringLiteral("Anton@example.com"));
}

void TestEngineersModel::columnsHaveStableNames()
{
    QSet<QString> ids;
    for (int column = 0; column < EngineersModel::kColumns; ++column) {
        const QString id = EngineersModel::columnId(static_cast<Column>(column));
        QCOMPARE(EngineersModel::columnOf(id), std::optional(static_cast<Column>(column)));
        ids << id;
    }
    QCOMPARE(ids.size(), EngineersModel::kColumns);
    QCOMPARE(EngineersModel::columnId(Column::CacheRatio), QStringLiteral("cacheRatio"));
    QVERIFY(!EngineersModel::columnOf(u"tier"));
}

void TestEngineersModel::sortsFilterAndSearchTenThousandAtOnce()
{
    EngineersModel::Snapshot many;
    many.buckets.resize(30, {{}, records::DayState::Final});
    many.trends.surfaces = {"one", "two"};
    many.surfaceNames = {QStringLiteral("One"), QStringLiteral("Two")};
    for (int i = 0; i < 10'000; ++i) {
        const std::string id = "user-" + std::to_string(100'000 + i);
        const std::string email = "person" + std::to_string((i * 7'919) % 10'000) + "@example.com";
        many.engineers.push_back(person(id.c_str(), email.c_str(), (i * 31) % 977, i % 30));
        many.trends.engineers.push_back(
            {id, std::vector<std::int64_t>(30, i % 7), {{static_cast<std::size_t>(i % 2), 1.0, {}, 3}}});
    }
    EngineersModel model;
    EngineersFilter filter;
    filter.setSourceModel(&model);
    const auto timed = [](const char* what, auto work) {
        QElapsedTimer timer;
        timer.start();
        work();
        const qint64 taken = timer.elapsed();
        qInfo("10,000 rows, %s: %lld ms", what, static_cast<long long>(taken));
        // Far above what it takes; this only notices a wrong order of magnitude.
        QVERIFY2(taken < 3'000, what);
    };
    timed("new snapshot, sorted by name", [&] { model.setSnapshot(std::move(many)); });
    timed("sort by turns", [&] { filter.sort(static_cast<int>(Column::Turns), Qt::DescendingOrder); });
    timed("sort by name", [&] { filter.sort(static_cast<int>(Column::Engineer), Qt::AscendingOrder); });
    timed("search", [&] { filter.setSearch(QStringLiteral("person42")); });
    QCOMPARE(filter.rowCount(), 111);
    timed("search cleared", [&] { filter.setSearch({}); });
    timed("filter by surface", [&] { filter.setSurface(QStringLiteral("two")); });
    QCOMPARE(filter.rowCount(), 5'000);
}

void TestEngineersModel::initialsComeFromTheEmail_data()
{
    QTest::addColumn<std::optional<std::string>>("email");
    QTest::addColumn<QString>("initials");
    using Text = std::optional<std::string>;
    QTest::newRow("two words") << Text("farah.martin@example.com") << QStringLiteral("FM");
    QTest::newRow("three words") << Text("anna-maria_de.groot@example.com") << QStringLiteral("AG");
    QTest::newRow("one word") << Text("dora@example.com") << QStringLiteral("D");
    QTest::newRow("number behind") << Text("person1017@example.com") << QStringLiteral("P");
    QTest::newRow("not only Latin") << Text("łukasz.нова@example.com") << QStringLiteral("ŁН");
    QTest::newRow("no letter") << Text("007@example.com") << QString();
    QTest::newRow("withheld") << Text() << QString();
}

void TestEngineersModel::initialsComeFromTheEmail()
{
    QFETCH(std::optional<std::string>, email);
    QFETCH(QString, initials);
    QCOMPARE(models::engineerInitials(email), initials);
}

QTEST_GUILESS_MAIN(TestEngineersModel)
#include "tst_engineersmodel.moc"
