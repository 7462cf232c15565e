// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/StoreKit.h"
#include "support/TestCase.h"

#include <QFileInfo>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

using namespace storetest;

namespace {

constexpr int kDays = 7;

/// What a sync brings for a day; the people below `changed` have one turn more than at first.
std::vector<UsageRow> rowsOf(DayRange days, int people, UtcDay changedDay, int changed)
{
    std::vector<UsageRow> rows;
    for (UtcDay when = days.first; when <= days.last; ++when) {
        for (int person = 0; person < people; ++person) {
            const bool isChanged = when == changedDay && person < changed;
            const std::int64_t turns = 1 + (person + when.number()) % 40 + (isChanged ? 1 : 0);
            // Spread over everybody, not all in one place of the file.
            const int number = static_cast<int>(std::int64_t{person} * 7919 % people);
            UsageRow row
                = usage(when, "user-" + std::to_string(number), turns, 0.25 * static_cast<double>(turns));
            row.identity.email = "person" + std::to_string(number) + "@example.com";
            row.clients = {{"codex_cli", 1, turns, row.costs, row.tokens}};
            row.models = {{"gpt-5-codex", std::nullopt, row.costs, row.tokens}};
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

int pagesWritten(Database& database)
{
    int written = 0;
    int highest = 0;
    sqlite3_db_status(
        database.connection().getHandle(), SQLITE_DBSTATUS_CACHE_WRITE, &written, &highest, 1 /* reset */);
    return written;
}

} // namespace

/// A sync that finds little changed writes little.
class TestIncrementalWrites : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void writesInProportionToWhatChanged_data();
    void writesInProportionToWhatChanged();
};

void TestIncrementalWrites::writesInProportionToWhatChanged_data()
{
    QTest::addColumn<int>("people");
    QTest::addColumn<int>("changed");
    QTest::addColumn<int>("mostPages");
    for (const int people : {1'000, 10'000}) {
        const auto row = [people](const char* what, int changed, int mostPages) {
            QTest::addRow("%d people, %s", people, what) << people << changed << mostPages;
        };
        row("nothing changed", 0, 4);
        row("five changed on one day", 5, 40);
        row("everybody changed on one day", people, people / 10);
    }
}

void TestIncrementalWrites::writesInProportionToWhatChanged()
{
    QFETCH(int, people);
    QFETCH(int, changed);
    QFETCH(int, mostPages);
    const DayRange days = DayRange::endingAt(day("2026-11-20"), kDays);
    const UtcDay changedDay = days.last - 1;
    TempStore temp;
    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, days,
        {rowsOf(days, people, changedDay, 0)}, at("2026-11-20T12:00:00.000"), days.last));
    run(temp.db(), "PRAGMA wal_checkpoint(TRUNCATE)");
    const qint64 size = QFileInfo(temp.file()).size();
    pagesWritten(temp.db());

    REQUIRE_OK(store<UsageRow>(temp.db(), Dataset::UsagePerEngineer, days,
        {rowsOf(days, people, changedDay, changed)}, at("2026-11-20T16:00:00.000"), days.last));
    const int written = pagesWritten(temp.db());
    run(temp.db(), "PRAGMA wal_checkpoint(TRUNCATE)");

    qInfo("%d pages written, the file has %lld", written, size / 4096);
    QVERIFY2(written <= mostPages, qPrintable(QString::number(written)));
    QVERIFY2(QFileInfo(temp.file()).size() <= size, "the file has grown");
}

QTEST_GUILESS_MAIN(TestIncrementalWrites)
#include "tst_incrementalwrites.moc"
