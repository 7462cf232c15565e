// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "BenchApplication.h"
#include "Driver.h"
#include "Scenes.h"

#include "core/Memory.h"

#include <QCommandLineParser>
#include <QLoggingCategory>

#include <cstdio>

namespace {

constexpr int kBadUsage = 2;
constexpr int kFailed = 1;

} // namespace

int main(int argc, char* argv[])
{
    app::core::returnLargeBuffers(); // as the program does
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    bench::BenchApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("threadcount"));
    QApplication::setQuitOnLastWindowClosed(false);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures the window of Threadcount end to end; one line of JSON for each figure."));
    parser.addHelpOption();
    const auto option
        = [&parser](const char* name, const char* text, const char* value, const QString& usual = {}) {
              parser.addOption(
                  {QString::fromLatin1(name), QString::fromLatin1(text), QString::fromLatin1(value), usual});
          };
    option("data", "A data folder with a cache. The window writes to its settings and its log.", "DIR");
    option("scenes", "What to measure, comma separated: pages, make, cold-start, idle, backfill, prune.",
        "NAMES", QStringLiteral("pages"));
    option("rounds", "How often each case is measured.", "N", QStringLiteral("10"));
    option("cases", "Of the pages: only cases whose name matches.", "REGEX");
    option("seconds", "How long the idle program is watched.", "N", QStringLiteral("20"));
    option("engineers", "Of the backfill.", "N", QStringLiteral("10000"));
    option("days", "Of the backfill: 7, 30, 60 or 90.", "N", QStringLiteral("30"));
    option("program", "Another threadcount to start.", "FILE", QStringLiteral(BENCH_THREADCOUNT));
    option("simulator", "Another simulator to start.", "FILE", QStringLiteral(BENCH_SIMULATOR));
    parser.addOption({QStringLiteral("traces"),
        QStringLiteral("Says on stderr where the main thread stood in long gaps.")});
    parser.process(application);

    bench::Options options;
    options.data = parser.value(QStringLiteral("data"));
    options.rounds = parser.value(QStringLiteral("rounds")).toInt();
    options.seconds = parser.value(QStringLiteral("seconds")).toInt();
    options.engineers = parser.value(QStringLiteral("engineers")).toLongLong();
    options.days = parser.value(QStringLiteral("days")).toInt();
    options.cases = QRegularExpression(parser.value(QStringLiteral("cases")));
    options.program = parser.value(QStringLiteral("program"));
    options.simulator = parser.value(QStringLiteral("simulator"));
    options.traces = parser.isSet(QStringLiteral("traces"));
    if (options.data.isEmpty() || options.rounds < 1 || options.seconds < 1 || !options.cases.isValid()) {
        std::fputs("bench_window: --data DIR is needed; see --help.\n", stderr);
        return kBadUsage;
    }
    try {
        for (const QString& scene : parser.value(QStringLiteral("scenes")).split(u',')) {
            if (scene == QLatin1String("pages")) {
                bench::runPages(application, options);
            } else if (scene == QLatin1String("make")) {
                bench::runMake(application, options);
            } else if (scene == QLatin1String("backfill")) {
                bench::runBackfill(application, options);
            } else if (scene == QLatin1String("prune")) {
                bench::runPrune(application, options);
            } else if (scene == QLatin1String("cold-start")) {
                bench::runColdStart(options);
            } else if (scene == QLatin1String("idle")) {
                bench::runIdle(options);
            } else {
                std::fprintf(stderr, "bench_window: there is no scene %s\n", qPrintable(scene));
                return kBadUsage;
            }
        }
    } catch (const bench::Stopped& stopped) {
        std::fprintf(stderr, "bench_window: %s\n", stopped.what());
        return kFailed;
    }
    return 0;
}
