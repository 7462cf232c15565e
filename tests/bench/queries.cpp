// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/DataSet.h"
#include "bench/Harness.h"
#include "bench/PageQueries.h"
#include "exporting/Exporter.h"
#include "store/EngineerSearch.h"
#include "store/StorageSummary.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>

namespace {

using app::core::DayRange;
using app::store::Database;
using bench::stop;

constexpr int kExportDays = 30;
constexpr int kMatches = 8;
/// A baseline that takes longer is not waited for.
constexpr double kPlainSeconds = 6;
constexpr int kPlainRepetitions = 3;
/// A baseline that takes longer is measured once.
constexpr double kLongMilliseconds = 1'000;
constexpr int kMonth = 30;
const QString kOurs = QStringLiteral("threadcount");
const QString kPlain = QStringLiteral("plain SQL");

struct Opened
{
    bench::DataSet set;
    std::unique_ptr<Database> database;
};

std::int64_t usageRows(const Database& database, DayRange range)
{
    SQLite::Statement rows(database.connection(),
        "SELECT ifnull(sum(row_count), 0) FROM usage_total_by_day WHERE day BETWEEN ? AND ?");
    rows.bind(1, range.first.number());
    rows.bind(2, range.last.number());
    rows.executeStep();
    return rows.getColumn(0).getInt64();
}

void addPages(bench::Harness& harness, const Opened& opened, std::map<std::string, double>& plainTimes)
{
    for (const int days : {7, 30, 90, 365}) {
        if (days > opened.set.shape.days) {
            continue;
        }
        const DayRange range = DayRange::endingAt(opened.set.days.last, days);
        const Database& database = *opened.database;
        for (const bench::PageQueries& page : bench::allPages()) {
            bench::Subject subject{
                QStringLiteral("query/") + QLatin1String(page.name), kOurs, opened.set.shape, days};
            subject.extra.insert(QStringLiteral("rows"), static_cast<qint64>(usageRows(database, range)));
            harness.add(subject, [&database, &page, range](benchmark::State& state) {
                for (auto _ : state) {
                    benchmark::DoNotOptimize(page.ask(database, range));
                }
            });
            const bool isCompared = days == kMonth || days == opened.set.shape.days;
            if (page.plain.empty() || !isCompared) {
                continue;
            }
            subject.variant = kPlain;
            subject.repetitions = kPlainRepetitions;
            subject.hasPeak = false;
            double& took = plainTimes[page.name + bench::nameOf(opened.set.shape).toStdString()
                + std::to_string(days)];
            harness.add(subject, [&database, &page, range, &took](benchmark::State& state) {
                const bool isEnough = took > kLongMilliseconds;
                bool isDone = true;
                for (auto _ : state) {
                    if (isEnough) {
                        continue;
                    }
                    const auto start = std::chrono::steady_clock::now();
                    isDone = bench::runPlain(database, page.plain, range, kPlainSeconds);
                    took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                               .count();
                }
                if (isEnough) {
                    state.counters[bench::kIgnored] = 1;
                } else if (!isDone) {
                    state.counters[bench::kGivenUp] = 1;
                }
            });
        }
    }
}

void addOthers(bench::Harness& harness, const Opened& opened, const QString& scratch)
{
    const Database& database = *opened.database;
    harness.add(
        {QStringLiteral("query/search"), kOurs, opened.set.shape}, [&database](benchmark::State& state) {
            for (auto _ : state) {
                const auto found = app::store::findEngineers(database, QStringLiteral("poppy sim"), kMatches);
                state.counters["found"] = found ? static_cast<double>(found->size()) : -1;
            }
        });
    harness.add(
        {QStringLiteral("query/storage"), kOurs, opened.set.shape}, [&database](benchmark::State& state) {
            for (auto _ : state) {
                const auto summary = app::store::storageSummary(database);
                state.counters["bytes"] = summary ? static_cast<double>(summary->fileBytes) : -1;
            }
        });
    const DayRange range
        = DayRange::endingAt(opened.set.days.last, std::min(kExportDays, opened.set.shape.days));
    bench::Subject exported{QStringLiteral("export/usage"), kOurs, opened.set.shape, range.length()};
    exported.extra.insert(QStringLiteral("rows"), static_cast<qint64>(usageRows(database, range)));
    harness.add(exported, [&database, range, scratch](benchmark::State& state) {
        app::exporting::ExportRequest request;
        request.range = range;
        request.file = QDir(scratch).absoluteFilePath(QStringLiteral("usage.csv"));
        request.replace = true;
        for (auto _ : state) {
            const auto rows = app::exporting::exportTable(database, request, {});
            state.counters["rows"] = rows ? static_cast<double>(*rows) : -1;
        }
        state.counters["bytes"] = static_cast<double>(QFileInfo(request.file).size());
        QFile::remove(request.file);
    });
}

/// Bytes of each kind of row: what an engineer's day costs on the disk.
void addSizes(bench::Harness& harness, const Opened& opened)
{
    const auto summary = app::store::storageSummary(*opened.database);
    if (!summary) {
        stop(summary.error().detail);
    }
    QJsonObject bytes;
    for (const app::store::StoredGroup& group : summary->groups) {
        bytes.insert(app::store::storedKindName(group.kind), static_cast<qint64>(group.bytes.value_or(0)));
    }
    SQLite::Statement tables(opened.database->connection(),
        "SELECT name, sum(pgsize), sum(ncell) FROM dbstat WHERE aggregate = TRUE GROUP BY name");
    QJsonObject perTable;
    while (tables.executeStep()) {
        perTable.insert(QString::fromUtf8(tables.getColumn(0).getText()), tables.getColumn(1).getDouble());
    }
    harness.tell({QStringLiteral("size/cache"), kOurs, opened.set.shape}, QStringLiteral("bytes"),
        static_cast<double>(summary->fileBytes),
        {{QStringLiteral("rows"), static_cast<qint64>(opened.set.usageRows)},
            {QStringLiteral("kinds"), bytes}, {QStringLiteral("tables"), perTable}});
}

} // namespace

/// queries [--scratch DIR] DATASET…: what every page asks, for every range, beside plain SQL over the facts.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    bench::Harness harness(argc, argv);
    const QString scratch = harness.scratchFolder();
    std::vector<Opened> sets;
    for (const QString& folder : harness.positionals()) {
        auto set = bench::DataSet::load(folder);
        if (!set) {
            stop(set.error().detail);
        }
        auto database = Database::open(set->cacheFile(), Database::Access::ReadOnly);
        if (!database) {
            stop(database.error().detail);
        }
        sets.push_back({std::move(*set), std::move(*database)});
    }
    std::map<std::string, double> plainTimes;
    for (const Opened& opened : sets) {
        addPages(harness, opened, plainTimes);
        addOthers(harness, opened, scratch);
        if (!harness.isAlone()) {
            addSizes(harness, opened); // walks every page of the file
        }
    }
    return harness.run();
}
