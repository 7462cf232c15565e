// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ProcessStatus.h"
#include "Scenes.h"
#include "Service.h"

#include "simulator/Simulator.h"
#include "store/Compaction.h"
#include "store/DataFolder.h"
#include "store/Pruning.h"
#include "store/WorkspaceStore.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>
#include <unistd.h>

namespace bench {

using app::core::UtcDay;

namespace {

// A Friday, far enough from the ends of months and years.
constexpr UtcDay kToday = UtcDay::fromNumber(20'777);
constexpr std::chrono::minutes kPatience{20};
constexpr double kPause = 30; ///< milliseconds between an answer and the next click

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

/// A workspace that was set up and has not fetched anything yet.
Contents plant(const QString& data, const Driver::Connection& connection, int days)
{
    const auto folder = app::store::DataFolder::inspect(data);
    if (!folder || !folder->ensureCreated()) {
        throw Stopped(QStringLiteral("the folder %1 cannot be used").arg(data));
    }
    app::settings::Settings settings;
    app::settings::WorkspaceSettings entry{app::simulator::Simulator::workspace()};
    entry.origin = connection.baseUrl.origin();
    entry.keyLocation = app::settings::KeyLocation::Session;
    entry.keyHint = QStringLiteral("…TEST");
    entry.setupFinished = true;
    settings.put(entry);
    settings.backfillDays = days;
    if (!app::store::WorkspaceStore::open(folder->workspaceFolder(entry.workspace))
        || !settings.save(folder->settingsFile())) {
        throw Stopped(QStringLiteral("the workspace cannot be prepared"));
    }
    return {{0, days}, app::core::DayRange::endingAt(kToday - 1, days), entry.workspace};
}

ui::shell::SyncStatus::State stateOf(const Driver& driver)
{
    const ui::shell::WorkspaceSession* session = driver.controller().workspaces().active();
    return session ? session->status().state : ui::shell::SyncStatus::State::NeverSynced;
}

/// Somebody who does not stop clicking: pages, people, ranges, searches.
class RestlessPerson
{
public:
    explicit RestlessPerson(Driver& driver)
        : m_driver(driver)
    {
    }

    /// One click, and the time that its answer and a short look take.
    void click()
    {
        static constexpr std::array kButtons{"overviewButton", "range7Button", "engineersButton",
            "range30Button", "codeReviewButton", "tokensButton", "range7Button", "surfacesButton",
            "range30Button", "privacyButton", "exportButton", "exportCloseButton"};
        const char* button = kButtons[m_clicks++ % kButtons.size()];
        m_driver.watchdog().setScene(QString::fromLatin1(button));
        m_driver.click(QLatin1String(button));
        const std::int64_t begin = nanoseconds(CLOCK_MONOTONIC);
        m_driver.waitUntil(
            [this, begin] {
                const ui::pages::Page* page = m_driver.visiblePage();
                const double since = milliseconds(nanoseconds(CLOCK_MONOTONIC) - begin);
                return (since > kPause && page && !page->isReading()) || since > 10 * kPause;
            },
            QStringLiteral("the answer to a click"));
    }
    [[nodiscard]] int clicks() const { return static_cast<int>(m_clicks); }

private:
    Driver& m_driver;
    std::size_t m_clicks = 0;
};

QJsonObject gapAsJson(const Watchdog::Gap& gap)
{
    QJsonObject object;
    object[QStringLiteral("wall")] = rounded(gap.wall);
    object[QStringLiteral("cpu")] = rounded(gap.cpu);
    object[QStringLiteral("scene")] = gap.scene;
    return object;
}

/// The line of the watchdog: the worst gap by the processor time of the main thread, and by the wall.
void reportGaps(const QString& name, const Size& size, Driver& driver, int clicks, bool traces)
{
    const Watchdog& watchdog = driver.watchdog();
    QJsonObject extra;
    extra[QStringLiteral("clicks")] = clicks;
    extra[QStringLiteral("worst_by_cpu")] = gapAsJson(watchdog.worstByCpu());
    extra[QStringLiteral("worst_by_wall")] = gapAsJson(watchdog.worstByWall());
    extra[QStringLiteral("longest_event")] = driver.application().longestEvent().what;
    extra[QStringLiteral("longest_event_cpu")] = rounded(driver.application().longestEvent().cpu);
    std::vector<double> gaps;
    for (const Watchdog::Gap& gap : watchdog.longGaps()) {
        gaps.push_back(gap.cpu);
        if (traces && gap.cpu > 30) {
            std::fprintf(
                stderr, "%s: %.0f ms, %.0f of the main thread\n", qPrintable(gap.scene), gap.wall, gap.cpu);
            for (const QString& frame : gap.frames) {
                std::fprintf(stderr, "    %s\n", qPrintable(frame));
            }
        }
    }
    extra[QStringLiteral("gaps_above_10_ms")] = static_cast<int>(gaps.size());
    report(name, size, QStringLiteral("ms of the main thread"), {watchdog.worstByCpu().cpu}, extra);
}

struct Backfill
{
    double seconds = 0;
    std::int64_t resident = 0; ///< the most that was seen
};

/// From the start of the sync until it is through and its charts are on the screen. The window is made
/// before, as it is when somebody presses the button of the wizard.
Backfill backfill(BenchApplication& application, const Options& options, const QString& data,
    const Service& service, bool restless)
{
    const Contents contents = plant(data, service.connection(), options.days);
    Driver driver(application, data, contents, service.connection());
    driver.setPatience(kPatience);
    driver.waitUntil([&driver] { return stateOf(driver) != ui::shell::SyncStatus::State::NeverSynced; },
        QStringLiteral("the start of the sync"));
    const std::int64_t begin = nanoseconds(CLOCK_MONOTONIC);
    driver.watchdog().forget();
    application.forgetEvents();
    RestlessPerson person(driver);
    Backfill result;
    std::int64_t lastLook = 0;
    const auto isOver = [&] {
        if (const std::int64_t now = nanoseconds(CLOCK_MONOTONIC); now - lastLook > 50'000'000) {
            lastLook = now;
            result.resident = std::max(result.resident, ProcessStatus::of(::getpid()).resident);
        }
        const auto state = stateOf(driver);
        if (state == ui::shell::SyncStatus::State::Failed || state == ui::shell::SyncStatus::State::Stopped) {
            throw Stopped(QStringLiteral("the backfill failed"));
        }
        return state == ui::shell::SyncStatus::State::Idle;
    };
    if (restless) {
        while (!isOver()) {
            person.click();
        }
        // Once round more, with everything that was stored.
        for (int left = 12; left > 0; --left) {
            person.click();
        }
        reportGaps(QStringLiteral("backfill/main-thread"), {options.engineers, options.days}, driver,
            person.clicks(), options.traces);
    } else {
        driver.waitUntil(isOver, QStringLiteral("the backfill"));
    }
    driver.waitUntil(
        [&driver] {
            const ui::pages::Page* page = driver.visiblePage();
            return page && !page->isReading() && page->state() == ui::pages::Page::State::Content;
        },
        QStringLiteral("the charts"));
    const std::int64_t shown = application.paints();
    driver.waitUntil([&] { return application.paints() > shown || !driver.visiblePage()->isReading(); },
        QStringLiteral("the last frame"));
    result.seconds = milliseconds(nanoseconds(CLOCK_MONOTONIC) - begin) / 1000;
    return result;
}

} // namespace

void runBackfill(BenchApplication& application, const Options& options)
{
    const Size size{options.engineers, options.days};
    const Service service(options.simulator, options.engineers, options.days, kToday);
    std::vector<double> seconds;
    std::int64_t resident = 0;
    double serviceCpu = 0;
    Stages stages;
    const int rounds = std::min(options.rounds, 3);
    for (int round = 0; round < rounds; ++round) {
        const QTemporaryDir folder;
        const QString data = folder.filePath(QStringLiteral("data"));
        const double before = ProcessStatus::of(service.pid()).cpuSeconds;
        const Backfill done = backfill(application, options, data, service, false);
        serviceCpu = ProcessStatus::of(service.pid()).cpuSeconds - before;
        seconds.push_back(done.seconds);
        resident = std::max(resident, done.resident);
        if (round + 1 == rounds) {
            stages = measureStages(service, data, kToday);
        }
    }
    // The whole is clock time, and so are the stages.
    const double slowest = std::max({stages.download, stages.decode.wall, stages.store.wall});
    QJsonObject extra;
    extra[QStringLiteral("ratio_to_slowest_stage")] = rounded(median(seconds) / slowest);
    extra[QStringLiteral("slowest_stage")] = slowest == stages.download ? QStringLiteral("download")
        : slowest == stages.decode.wall                                 ? QStringLiteral("decode")
                                                                        : QStringLiteral("store");
    extra[QStringLiteral("download_s")] = rounded(stages.download);
    extra[QStringLiteral("download_service_cpu_s")] = rounded(stages.serviceCpu);
    extra[QStringLiteral("decode_cpu_s")] = rounded(stages.decode.cpu);
    extra[QStringLiteral("store_cpu_s")] = rounded(stages.store.cpu);
    extra[QStringLiteral("decode_s")] = rounded(stages.decode.wall);
    extra[QStringLiteral("store_s")] = rounded(stages.store.wall);
    extra[QStringLiteral("backfill_service_cpu_s")] = rounded(serviceCpu);
    extra[QStringLiteral("megabytes")] = rounded(static_cast<double>(stages.bytes) / 1e6);
    extra[QStringLiteral("requests")] = stages.requests;
    report(QStringLiteral("backfill/charts-visible"), size, QStringLiteral("s"), seconds, extra);
    report(QStringLiteral("backfill/resident"), size, QStringLiteral("MB"),
        {static_cast<double>(resident) / 1e6});

    const QTemporaryDir folder;
    backfill(application, options, folder.filePath(QStringLiteral("data")), service, true);
}

void runPrune(BenchApplication& application, const Options& options)
{
    const Contents contents = prepare(options.data);
    Driver driver(application, options.data, contents);
    driver.setPatience(kPatience);
    app::store::WorkspaceStore& store = driver.controller().workspaces().active()->store();
    // The year is forgotten down to its last quarter, in the steps in which a sync does it.
    constexpr int kKeptMonths = 3;
    const UtcDay first = app::store::firstKeptDay(contents.days.last + 1, kKeptMonths);
    RestlessPerson person(driver);
    driver.watchdog().forget();
    application.forgetEvents();
    const auto step = [&](auto work) {
        const auto job = store.write(std::move(work));
        while (!job.isFinished()) {
            person.click();
        }
        const auto done = job.result();
        if (!done) {
            throw Stopped(done.error().detail);
        }
        return done;
    };
    using app::store::Database;
    const std::int64_t begin = nanoseconds(CLOCK_MONOTONIC);
    int steps = 0;
    for (bool isDone = false; !isDone; ++steps) {
        isDone = step([first](Database& database) { return app::store::pruneStep(database, first); })->isDone;
    }
    bool goesOn = *step([](Database& database) { return app::store::isCompactionDue(database); });
    for (; goesOn; ++steps) {
        goesOn = *step([](Database& database) { return app::store::compactStep(database); });
    }
    const auto emptied = step([](Database& database) { return app::store::emptyLog(database); });
    Q_UNUSED(emptied)
    const double seconds = milliseconds(nanoseconds(CLOCK_MONOTONIC) - begin) / 1000;
    reportGaps(QStringLiteral("prune/main-thread"), contents.size, driver, person.clicks(), options.traces);
    QJsonObject extra;
    extra[QStringLiteral("steps")] = steps;
    report(QStringLiteral("prune/forgotten-and-given-back"), contents.size, QStringLiteral("s"), {seconds},
        extra);
}

} // namespace bench
