// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/PageDecoder.h"
#include "bench/BareLoop.h"
#include "bench/Content.h"
#include "bench/DuckDb.h"
#include "bench/Harness.h"
#include "bench/QtLoop.h"
#include "simulator/PageJson.h"
#include "store/DayWriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <SQLiteCpp/SQLiteCpp.h>
#include <simdjson.h>

#include <optional>

namespace {

using app::core::DayRange;
using app::core::UtcDay;
using bench::stop;

constexpr int kRows = 30'000;
constexpr int kQuickRows = 3'000;
constexpr int kDays = 365; ///< old enough that most people are there
constexpr int kBaselineEngineers = 10'000;
/// Any Saturday; the page ends there.
constexpr UtcDay kLastDay = UtcDay::fromNumber(20'757);

/// One page and where it may be written to.
struct Page
{
    bench::Shape shape;
    QString file; ///< the answer, as a service would send it
    DayRange days;
    QString empty; ///< a cache of the current schema without any row
    QString cache; ///< its copy, made anew for each measurement
};

/// The days that have about so many rows and end with the last one.
DayRange daysOf(const app::simulator::Generator& generator, int rows)
{
    int found = 0;
    UtcDay first = kLastDay + 1;
    while (found < rows && first > generator.offeredDays().first) {
        first = first - 1;
        for (int slot = 0; slot < generator.usageSlots(); ++slot) {
            found += generator.hasUsage(first, slot, {}) ? 1 : 0;
        }
    }
    return {first, kLastDay};
}

Page makePage(int engineers, int rows, const QString& scratch)
{
    Page page;
    page.shape = {engineers, kDays};
    const QDir folder(scratch);
    page.file = folder.filePath(QStringLiteral("page-%1-%2.json").arg(engineers).arg(rows));
    page.empty = folder.filePath(QStringLiteral("empty-%1.db").arg(engineers));
    page.cache = folder.filePath(QStringLiteral("cache-%1.db").arg(engineers));
    const app::simulator::Generator generator = bench::generatorOf(page.shape, kLastDay);
    page.days = daysOf(generator, rows);
    if (!QFile::exists(page.file)) {
        QFile file(page.file);
        if (!file.open(QIODevice::WriteOnly)
            || file.write(app::simulator::usagePage(generator, page.days, rows)) < 0) {
            stop(file.errorString());
        }
    }
    QFile::remove(page.empty);
    const auto made = app::store::Database::open(page.empty, app::store::Database::Access::ReadWrite);
    if (!made) {
        stop(made.error().detail);
    }
    return page;
}

/// With room behind its end, as the transport leaves it.
QByteArray bodyOf(const Page& page)
{
    QFile file(page.file);
    if (!file.open(QIODevice::ReadOnly)) {
        stop(file.errorString());
    }
    QByteArray body;
    body.reserve(file.size() + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING) + 1);
    body.resize(file.size());
    if (file.read(body.data(), body.size()) != body.size()) {
        stop(file.errorString());
    }
    return body;
}

void clear(const Page& page)
{
    for (const char* suffix : {"", "-wal", "-shm"}) {
        QFile::remove(page.cache + QLatin1String(suffix));
    }
}

void makeEmptyCache(const Page& page)
{
    clear(page);
    if (!QFile::copy(page.empty, page.cache)) {
        stop(QStringLiteral("no copy can be made of the empty cache"));
    }
}

/// So that no variant is quick because it stores less.
void count(benchmark::State& state, const Page& page)
{
    SQLite::Database database(page.cache.toStdString());
    for (const char* table : {"usage_day", "usage_client", "usage_model"}) {
        const auto rows = database.execAndGet(std::string("SELECT count(*) FROM ") + table).getInt64();
        state.counters[table] = static_cast<double>(rows);
    }
}

void decode(benchmark::State& state, const Page& page)
{
    const QByteArray body = bodyOf(page);
    for (auto _ : state) {
        const auto decoded = app::api::decodeUsage(body);
        if (!decoded) {
            stop(decoded.error().detail);
        }
        benchmark::DoNotOptimize(decoded->rows.data());
        state.counters["usage_day"] = static_cast<double>(decoded->rows.size());
    }
    state.counters["page_bytes"] = static_cast<double>(body.size());
}

void decodeAndStore(benchmark::State& state, const Page& page, bool compares)
{
    const QByteArray body = bodyOf(page);
    makeEmptyCache(page);
    {
        const auto cache = app::store::Database::open(page.cache, app::store::Database::Access::ReadWrite);
        if (!cache) {
            stop(cache.error().detail);
        }
        for (auto _ : state) {
            auto decoded = app::api::decodeUsage(body);
            if (!decoded) {
                stop(decoded.error().detail);
            }
            app::store::DayWriter writer(app::records::Dataset::UsagePerEngineer, page.days);
            const auto added = writer.addPage(**cache, std::move(*decoded));
            if (!added) {
                stop(added.error().detail);
            }
            const auto stored = writer.commit(**cache, (kLastDay + 2).start(), kLastDay + 2);
            if (!stored) {
                stop(stored.error().detail);
            }
        }
    }
    state.counters["page_bytes"] = static_cast<double>(body.size());
    count(state, page);
    if (compares) {
        state.counters["content"] = qChecksum(bench::contentOf(page.cache));
    }
    clear(page);
}

void bareLoop(benchmark::State& state, const Page& page, bool compares)
{
    const QByteArray body = bodyOf(page);
    makeEmptyCache(page);
    for (auto _ : state) {
        bench::ingestBare(body, page.cache);
    }
    count(state, page);
    if (compares) {
        state.counters["content"] = qChecksum(bench::contentOf(page.cache));
    }
    clear(page);
}

void qtLoop(benchmark::State& state, const Page& page)
{
    const QByteArray body = bodyOf(page);
    makeEmptyCache(page);
    for (auto _ : state) {
        bench::ingestWithQt(body, page.cache);
    }
    count(state, page);
    clear(page);
}

} // namespace

/// ingest [--scratch DIR] [--duckdb FILE]: what decoding and storing one page costs, beside its baselines.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    bench::Harness harness(argc, argv);
    const QString scratch = harness.scratchFolder();
    const QString script = harness.option(QStringLiteral("--duckdb"), QString());
    const int rows = harness.isQuick() ? kQuickRows : kRows;
    const bool compares = harness.isQuick(); // takes longer than what it looks at
    const QString ours = QStringLiteral("threadcount");
    std::vector<Page> pages;
    for (const int engineers : {1'000, kBaselineEngineers, 50'000}) {
        if (engineers == kBaselineEngineers || !harness.isQuick()) {
            pages.push_back(makePage(engineers, rows, scratch));
        }
    }
    std::optional<bench::DuckDb> duckDb; // one process for all repetitions, started by the first
    for (const Page& page : pages) {
        harness.add({QStringLiteral("ingest/decode"), ours, page.shape},
            [&page](benchmark::State& state) { decode(state, page); });
        const QString name = QStringLiteral("ingest/page");
        harness.add({name, ours, page.shape},
            [&page, compares](benchmark::State& state) { decodeAndStore(state, page, compares); });
        harness.add({name, QStringLiteral("bare loop"), page.shape},
            [&page, compares](benchmark::State& state) { bareLoop(state, page, compares); });
        if (page.shape.engineers != kBaselineEngineers) {
            continue;
        }
        const bench::Subject qt{name, QStringLiteral("Qt"), page.shape};
        if (bench::hasQtSql()) {
            harness.add(qt, [&page](benchmark::State& state) { qtLoop(state, page); });
        } else {
            harness.skip(qt, QStringLiteral("libqt6sql6-sqlite is not installed"));
        }
        bench::Subject duck{name, QStringLiteral("DuckDB"), page.shape};
        duck.tellsItsTime = true;
        if (bench::DuckDb::isThere(script)) {
            harness.add(duck, [&page, &duckDb, &script, &scratch](benchmark::State& state) {
                if (!duckDb) {
                    duckDb.emplace(script, page.file, QDir(scratch).filePath(QStringLiteral("duck.db")));
                }
                for (auto _ : state) {
                    const bench::DuckDb::Answer answer = duckDb->ingest();
                    constexpr double kMilliseconds = 1'000;
                    state.SetIterationTime(answer.milliseconds / kMilliseconds);
                    state.counters["usage_day"] = static_cast<double>(answer.rows);
                    state.counters["usage_client"] = static_cast<double>(answer.clients);
                    state.counters["usage_model"] = static_cast<double>(answer.models);
                }
                state.counters["peak_mb"] = duckDb->peakMegabytes();
            });
        } else {
            harness.skip(duck, QStringLiteral("@duckdb/node-api is not installed"));
        }
    }
    return harness.run();
}
