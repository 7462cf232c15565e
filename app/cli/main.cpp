// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/Commands.h"
#include "cli/StopSignals.h"
#include "core/Memory.h"
#include "core/Version.h"
#include "secrets/ProcessSecrets.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLoggingCategory>

namespace {

using namespace app;

/// Prints the outcome and returns the exit code of the process.
int printed(const cli::Outcome& outcome, bool asJson)
{
    const QString output = asJson
        ? QString::fromUtf8(QJsonDocument(outcome.json).toJson(QJsonDocument::Compact)) + QLatin1Char('\n')
        : outcome.text;
    bool isWritten = output.isEmpty() || cli::Terminal::writeOutput(output);
    if (!outcome.errorText.isEmpty() && !asJson) {
        cli::Terminal::writeError(
            QStringLiteral("threadcount-cli: ") + outcome.errorText + QLatin1Char('\n'));
    }
    if (!isWritten && outcome.exitCode == cli::ExitCode::Done) {
        cli::Terminal::writeError(QCoreApplication::translate(
            "app::cli::main", "threadcount-cli: standard output cannot be written.\n"));
        return static_cast<int>(cli::ExitCode::Store);
    }
    return static_cast<int>(outcome.exitCode);
}

} // namespace

int main(int argc, char** argv)
{
    // Before any thread: the key leaves the environment, and every thread inherits the blocked signals.
    auto keyOfEnvironment = secrets::takeKeyFromEnvironment();
    cli::StopSignals::block();
    core::returnLargeBuffers();

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("threadcount-cli"));
    QCoreApplication::setApplicationVersion(app::core::version());
    qRegisterMetaType<sync::SyncProgress>();
    qRegisterMetaType<sync::SyncReport>();

    // Standard error is for what a person has to know.
    QLoggingCategory::setFilterRules(QStringLiteral("threadcount.*.info=false\nthreadcount.*.debug=false"));

    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto line = cli::CommandLine::parse(arguments, cli::Environment::ofProcess());
    if (!line) {
        return printed(cli::failed(line.error()), cli::CommandLine::wantsJson(arguments));
    }

    const core::SystemClock clock;
    cli::StopSignals signals;
    const cli::Terminal terminal(signals.fileDescriptor());
    cli::Commands commands(*line, cli::KeySource(std::move(keyOfEnvironment), terminal), clock, terminal);
    QObject::connect(&signals, &cli::StopSignals::stopRequested, &commands, &cli::Commands::stop);
    QObject::connect(&commands, &cli::Commands::finished, &application,
        [&](const cli::Outcome& outcome) { QCoreApplication::exit(printed(outcome, line->json)); });
    commands.start();
    return QCoreApplication::exec();
}
