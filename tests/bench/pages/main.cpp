// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/DataSet.h"
#include "common/ThemeController.h"
#include "core/Memory.h"
#include "models/EngineersFilter.h"
#include "models/EngineersModel.h"
#include "pages/CodeReviewPage.h"
#include "pages/EngineerPage.h"
#include "pages/EngineersPage.h"
#include "pages/OverviewPage.h"
#include "pages/PrivacyPage.h"
#include "pages/SurfacesPage.h"
#include "pages/TokensPage.h"
#include "store/WorkspaceStore.h"
#include "tables/EngineersTable.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QThread>

#include <cstdio>
#include <ctime>
#include <memory>

namespace {

using app::models::EngineersFilter;
using app::models::EngineersModel;
using Column = EngineersModel::Column;

constexpr QSize kContent(1160, 820); ///< what a window of 1440 × 900 leaves for a page

double cpuMilliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Some time after the last answer, when nothing is done any more.
void printMemory(const QString& when)
{
    QElapsedTimer rest;
    rest.start();
    while (rest.elapsed() < 2'500) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 100);
        QThread::msleep(50);
    }
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:") || line.startsWith("VmHWM:")) {
            std::printf("%-46s %s\n", qPrintable(when), line.simplified().constData());
        }
    }
}

/// Everything that is due, painting included.
void settle()
{
    for (int turn = 0; turn < 3; ++turn) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Prints the processor time of this thread and of the others (the readers), not what passed: other programs
/// may be busy.
template <typename Work> void timed(const QString& what, int rounds, Work work)
{
    std::vector<double> here;
    std::vector<double> elsewhere;
    for (int round = 0; round < rounds; ++round) {
        const double before = cpuMilliseconds(CLOCK_THREAD_CPUTIME_ID);
        const double allBefore = cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID);
        work(round);
        here.push_back(cpuMilliseconds(CLOCK_THREAD_CPUTIME_ID) - before);
        elsewhere.push_back(cpuMilliseconds(CLOCK_PROCESS_CPUTIME_ID) - allBefore - here.back());
    }
    std::printf("%-46s %8.1f ms, worst %8.1f; readers %8.1f ms\n", qPrintable(what), medianOf(here),
        *std::max_element(here.begin(), here.end()), medianOf(elsewhere));
    std::fflush(stdout);
}

void measurePage(ui::pages::Page& page, app::store::WorkspaceStore& store, app::core::UtcDay last, int rounds,
    const std::vector<app::store::EngineerSummary>& people = {})
{
    page.resize(kContent);
    page.setRange(app::core::DayRange::endingAt(last, 7));
    page.setStore(&store);
    page.show();
    const auto wait = [&page] {
        while (page.isReading()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        settle();
    };
    wait();
    for (const int days : {30, 90, 365}) {
        timed(QStringLiteral("%1, to %2 days").arg(page.title()).arg(days), rounds, [&](int round) {
            // Another day each time, so that nothing is known before.
            page.setRange(app::core::DayRange::endingAt(last - round, days));
            wait();
        });
    }
    timed(QStringLiteral("%1, again").arg(page.title()), rounds, [&](int) {
        page.reload();
        wait();
    });
    if (auto* person = qobject_cast<ui::pages::EngineerPage*>(&page)) {
        timed(QStringLiteral("the next person"), rounds, [&](int round) {
            person->setEngineer(people[static_cast<std::size_t>(round + 1) % people.size()].userId);
            wait();
        });
    }
    printMemory(page.title());
    page.setStore(nullptr);
    page.hide();
    settle();
}

void measurePages(const QString& folder, const QString& wanted, int rounds)
{
    const auto data = bench::DataSet::load(folder);
    if (!data) {
        std::fprintf(stderr, "no data set: %s\n", qPrintable(folder));
        return;
    }
    auto store = app::store::WorkspaceStore::open(data->workspaceFolder());
    if (!store) {
        std::fprintf(stderr, "not opened: %s\n", qPrintable(store.error().detail));
        return;
    }
    const auto measure = [&](const char* name, auto make) {
        if (wanted.isEmpty() || wanted == QLatin1String(name)) {
            const auto page = make();
            measurePage(*page, **store, data->days.last, rounds);
        }
    };
    measure("overview", [] { return std::make_unique<ui::pages::OverviewPage>(); });
    measure("engineers", [] { return std::make_unique<ui::pages::EngineersPage>(); });
    measure("codereview", [] { return std::make_unique<ui::pages::CodeReviewPage>(); });
    measure("tokens", [] { return std::make_unique<ui::pages::TokensPage>(); });
    measure("surfaces", [] { return std::make_unique<ui::pages::SurfacesPage>(); });
    if (wanted.isEmpty() || wanted == QLatin1String("engineer")) {
        const auto people
            = (*store)
                  ->read([days = data->days](const app::store::Database& database) {
                      return app::store::engineers(database, app::core::DayRange::endingAt(days.last, 7));
                  })
                  .result();
        if (people && !people->empty()) {
            ui::pages::EngineerPage page;
            page.setEngineer(people->front().userId);
            measurePage(page, **store, data->days.last, rounds, *people);
        }
    }
    measure("privacy", [] { return std::make_unique<ui::pages::PrivacyPage>(); });
}

EngineersModel::Snapshot snapshotOf(int people)
{
    constexpr std::size_t kWeeks = 53;
    EngineersModel::Snapshot snapshot;
    snapshot.weeksPerBucket = 1;
    snapshot.storedDays = 365;
    snapshot.buckets.resize(kWeeks, {{}, app::records::DayState::Final});
    snapshot.trends.surfaces = {"CODEX_CLI", "CODEX_IDE", "CODEX_WEB"};
    snapshot.surfaceNames = {QStringLiteral("CLI"), QStringLiteral("IDE"), QStringLiteral("Web")};
    for (int person = 0; person < people; ++person) {
        app::store::EngineerSummary summary;
        summary.userId = "user-" + std::to_string(1'000'000'000'000 + person * 7'919LL);
        summary.email = "person" + std::to_string((person * 7'919) % people) + ".name@example.com";
        summary.activeDays = person % 200;
        const std::int64_t turns = (person * 31LL) % 9'777;
        summary.totals.threads = turns / 3;
        summary.totals.turns = turns;
        summary.totals.costs.credits = static_cast<double>(turns) * 1.37;
        summary.totals.tokens = {turns * 1'000, turns * 4'000, turns * 100, turns * 5'100};
        summary.lastActiveDay = app::core::UtcDay::fromNumber(20'777 - person % 90);
        app::store::EngineerTrend trend;
        trend.userId = summary.userId;
        trend.turns.assign(kWeeks, person % 57);
        for (std::size_t surface = 0; surface < 3; ++surface) {
            app::store::SurfaceUse use;
            use.surface = surface;
            use.credits = static_cast<double>((person + 1) * (static_cast<int>(surface) + 3) % 101);
            use.turns = person % 11;
            trend.surfaces.push_back(use);
        }
        snapshot.trends.engineers.push_back(std::move(trend));
        snapshot.engineers.push_back(std::move(summary));
    }
    return snapshot;
}

void measureTable(int people, int rounds)
{
    EngineersModel model;
    EngineersFilter filter;
    filter.setSourceModel(&model);
    ui::tables::EngineersTable table;
    table.setModel(&filter);
    table.resize(kContent);
    table.sortByColumn(0, Qt::AscendingOrder);
    table.show();
    settle();
    const auto name
        = [people](const QString& what) { return QStringLiteral("%1 rows, %2").arg(people).arg(what); };
    std::vector<app::models::EngineersSnapshot> snapshots;
    for (int round = 0; round < rounds; ++round) {
        snapshots.push_back(snapshotOf(people));
    }
    std::shared_ptr<const app::models::EngineerRows> rows;
    timed(name(QStringLiteral("made ready (by a reader)")), rounds, [&](int round) {
        rows = app::models::EngineerRows::make(std::move(snapshots[static_cast<std::size_t>(round)]));
    });
    timed(name(QStringLiteral("taken over and painted")), rounds, [&](int) {
        model.setRows(rows);
        table.fitColumns();
        settle();
    });
    for (const Column column : {Column::Turns, Column::Cost, Column::CacheRatio, Column::TopSurface,
             Column::LastActive, Column::Engineer}) {
        timed(
            name(QStringLiteral("sort by %1").arg(EngineersModel::columnId(column))), rounds, [&](int round) {
                table.sortByColumn(
                    static_cast<int>(column), round % 2 == 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
                settle();
            });
    }
    table.sortByColumn(0, Qt::AscendingOrder);
    settle();
    const QString typed = QStringLiteral("person42");
    timed(name(QStringLiteral("search, a letter more")), static_cast<int>(typed.size()), [&](int round) {
        filter.setSearch(typed.left(round + 1));
        settle();
    });
    timed(name(QStringLiteral("search cleared")), 1, [&](int) {
        filter.setSearch({});
        settle();
    });
    timed(name(QStringLiteral("filter by surface, and back")), rounds, [&](int round) {
        filter.setSurface(round % 2 == 0 ? QStringLiteral("CODEX_IDE") : QString());
        settle();
    });
    filter.setSurface({});
    timed(name(QStringLiteral("only idle people, and back")), rounds, [&](int round) {
        filter.setActivity(round % 2 == 0 ? EngineersFilter::Activity::Idle : EngineersFilter::Activity::All);
        settle();
    });
    filter.setActivity(EngineersFilter::Activity::All);
    table.selectAll();
    settle();
    timed(name(QStringLiteral("all selected, sort by turns")), rounds, [&](int round) {
        table.sortByColumn(
            static_cast<int>(Column::Turns), round % 2 == 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
        settle();
    });
}

} // namespace

/// Prints what pages and the table of engineers cost the main thread.
int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    app::core::returnLargeBuffers();
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Prints the processor time that pages and tables take from the main thread."));
    parser.addHelpOption();
    const QCommandLineOption data(
        QStringLiteral("data"), QStringLiteral("A data set of bench_data."), QStringLiteral("DIR"));
    const QCommandLineOption page(
        QStringLiteral("page"), QStringLiteral("One page instead of all."), QStringLiteral("NAME"));
    const QCommandLineOption table(
        QStringLiteral("table"), QStringLiteral("The table with this many rows."), QStringLiteral("ROWS"));
    const QCommandLineOption rounds(QStringLiteral("rounds"), QStringLiteral("How often each is measured."),
        QStringLiteral("N"), QStringLiteral("5"));
    parser.addOptions({data, page, table, rounds});
    parser.process(application);
    const ui::common::ThemeController theme(application, app::settings::Appearance::Light);
    const int times = std::max(1, parser.value(rounds).toInt());
    if (parser.isSet(data)) {
        measurePages(parser.value(data), parser.value(page), times);
    }
    const QStringList tables = parser.values(table);
    for (const QString& rows : tables) {
        measureTable(rows.toInt(), times);
    }
    return 0;
}
