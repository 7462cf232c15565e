// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/DataSet.h"
#include "core/Log.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>

#include <cstdio>

namespace {

void print(const QString& line)
{
    std::fputs(qPrintable(line + QLatin1Char('\n')), stdout);
    std::fflush(stdout);
}

} // namespace

/// Makes the data sets that are not there yet. Ends with 0, or with 1 and a sentence.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Makes data folders for the benchmarks."));
    parser.addHelpOption();
    const QCommandLineOption folderOption(QStringLiteral("folder"), QStringLiteral("Where they are kept."),
        QStringLiteral("DIR"), QStringLiteral("build/bench-data"));
    const QCommandLineOption lastOption(QStringLiteral("last"),
        QStringLiteral("The last day, else yesterday (UTC)."), QStringLiteral("YYYY-MM-DD"));
    const QCommandLineOption pathsOption(
        QStringLiteral("paths"), QStringLiteral("Only prints where they are, one a line."));
    parser.addOptions({folderOption, lastOption, pathsOption});
    parser.addPositionalArgument(
        QStringLiteral("shape"), QStringLiteral("ENGINEERSxDAYS, for example 10000x365"));
    parser.process(application);

    auto last = app::core::UtcDay::of(app::core::SystemClock().now()) - 1;
    if (parser.isSet(lastOption)) {
        const auto given = app::core::UtcDay::fromIso(parser.value(lastOption));
        if (!given) {
            print(QStringLiteral("--last needs a day as YYYY-MM-DD."));
            return 1;
        }
        last = *given;
    }
    const QString format = parser.isSet(pathsOption) ? QString() : bench::writtenFormat();
    for (const QString& text : parser.positionalArguments()) {
        const std::optional<bench::Shape> shape = bench::shapeOf(text);
        if (!shape) {
            print(QStringLiteral("%1 is no shape; one looks like 10000x365.").arg(text));
            return 1;
        }
        const QString name = bench::dataSetName(*shape);
        const QString folder = QDir(parser.value(folderOption)).absoluteFilePath(name);
        if (parser.isSet(pathsOption)) {
            print(folder);
            continue;
        }
        if (const auto found = bench::DataSet::load(folder)) {
            if (found->format == format) {
                print(QStringLiteral("%1 is there.").arg(name));
                continue;
            }
            print(QStringLiteral("%1 was made by another version and is made anew.").arg(name));
            if (!QDir(folder).removeRecursively()) {
                print(QStringLiteral("It cannot be removed."));
                return 1;
            }
        }
        QElapsedTimer timer;
        timer.start();
        qint64 said = 0;
        const auto made = bench::makeDataSet(folder, *shape, last, [&](const QString& line) {
            constexpr qint64 kSayEveryMs = 10'000;
            if (timer.elapsed() - said > kSayEveryMs) {
                said = timer.elapsed();
                print(QStringLiteral("  %1: %2").arg(name, line));
            }
        });
        if (!made) {
            print(QStringLiteral("%1 could not be made: %2 %3")
                      .arg(name, made.error().detail, made.error().subject));
            return 1;
        }
        constexpr qint64 kMegabyte = 1'000'000;
        print(QStringLiteral("%1 is made: %2 rows, %3 MB, in %4 s.")
                  .arg(name)
                  .arg(made->usageRows)
                  .arg(made->fileBytes / kMegabyte)
                  .arg(timer.elapsed() / 1000));
    }
    return 0;
}
