// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/EngineerName.h"
#include "models/EngineersFilter.h"
#include "models/EngineersModel.h"
#include "support/TestCase.h"

#include <QAbstractItemModelTester>
#include <QLocale>
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
    model.setEngineers(team(), models::CostUnit::Credits);

    const auto row = [&model](int index) {
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column) {
            texts << model.index(index, column).data().toString();
        }
        return texts.join(u'|');
    };
    QCOMPARE(
        row(0), QStringLiteral("carla@example.com|20|602|1,204|1,806.0|1,204,000|4,816,000|120,400|31 Oct"));
    QCOMPARE(row(1), QStringLiteral("Unattributed|9|150|300|450.0|300,000|1,200,000|30,000|11 Nov"));
    QCOMPARE(row(3), QStringLiteral("Anton@example.com|0|0|0|–|–|–|–|–"));
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
    model.setEngineers(team(), models::CostUnit::Credits);
    for (int column = 0; column < model.columnCount(); ++column) {
        const bool right = column > 0;
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
    model.setEngineers(people, models::CostUnit::Usd);

    const int cost = static_cast<int>(Column::Cost);
    QCOMPARE(model.headerData(cost, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("USD"));
    QCOMPARE(model.index(0, cost).data().toString(), QStringLiteral("1,234.50"));
    QCOMPARE(model.index(4, cost).data().toString(), QStringLiteral("–"));
    QCOMPARE(headings.count(), 1);
}

void TestEngineersModel::countsPeopleWithoutUnattributed()
{
    EngineersModel model;
    model.setEngineers(team(), models::CostUnit::Credits);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.people(), 4);
    QCOMPARE(model.activePeople(), 3);
}

void TestEngineersModel::findsTheRowOfAPerson()
{
    EngineersModel model;
    model.setEngineers(team(), models::CostUnit::Credits);
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
    model.setEngineers(team(), models::CostUnit::Credits);

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
    model.setEngineers(team(), models::CostUnit::Credits);

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
    model.setEngineers({person("u3", "c@example.com", 5, 1), person("u1", "a@example.com", 5, 1),
                           person("u2", "b@example.com", 5, 1)},
        models::CostUnit::Credits);
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
    model.setEngineers(team(), models::CostUnit::Credits);

    filter.setSearch(search);
    QCOMPARE(filter.rowCount(), rows);
}

void TestEngineersModel::newSnapshotKeepsOrderAndSearch()
{
    EngineersModel model;
    EngineersFilter filter;
    filter.setSourceModel(&model);
    model.setEngineers(team(), models::CostUnit::Credits);
    filter.setSearch(QStringLiteral("example"));
    filter.sort(static_cast<int>(Column::Turns), Qt::DescendingOrder);

    auto people = team();
    people[3].totals.turns = 9'999;
    model.setEngineers(people, models::CostUnit::Credits);

    QCOMPARE(names(filter),
        QStringList({QStringLiteral("Anton@example.com"), QStringLiteral("carla@example.com"),
            QStringLiteral("berta@example.com")}));
}

void TestEngineersModel::survivesEmptyOneAndManyRows()
{
    EngineersModel model;
    EngineersFilter filter;
    filter.setSourceModel(&model);
    model.setEngineers({}, models::CostUnit::Credits);
    QCOMPARE(filter.rowCount(), 0);
    model.setEngineers({person("u1", "a@example.com", 5, 1)}, models::CostUnit::Credits);
    QCOMPARE(filter.rowCount(), 1);

    std::vector<store::EngineerSummary> many;
    for (int i = 0; i < 10'000; ++i) {
        const std::string id = "user-" + std::to_string(100'000 + i);
        const std::string email = "person" + std::to_string((i * 7'919) % 10'000) + "@example.com";
        many.push_back(person(id.c_str(), email.c_str(), i, 1 + i % 30));
    }
    model.setEngineers(std::move(many), models::CostUnit::Credits);
    filter.sort(static_cast<int>(Column::Turns), Qt::DescendingOrder);
    QCOMPARE(filter.rowCount(), 10'000);
    QCOMPARE(filter.index(0, static_cast<int>(Column::Turns)).data().toString(), QStringLiteral("9,999"));
    filter.setSearch(QStringLiteral("person4242@"));
    QCOMPARE(filter.rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestEngineersModel)
#include "tst_engineersmodel.moc"
