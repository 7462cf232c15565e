// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Version.h"
#include "simulator/Simulator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <array>
#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace app;

namespace {

constexpr int kExitUsage = 2;
constexpr int kExitFailed = 1;

QString tr(const char* text)
{
    return QCoreApplication::translate("SimulatorMain", text);
}

/// One line to stderr; the exit code of a wrong flag.
int refuse(const QString& sentence)
{
    QTextStream(stderr) << QStringLiteral("threadcount-simulator: ") << sentence << Qt::endl;
    return kExitUsage;
}

/// A signal handler may only write; the event loop reads and quits.
std::array<int, 2> stopPipe{-1, -1};

void onStopSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(stopPipe[1], &byte, 1);
}

void listEverything()
{
    QTextStream out(stdout);
    out << tr("Data profiles (--profile):") << '\n';
    for (const QString& name : simulator::Profile::names()) {
        out << "  " << name.leftJustified(24) << simulator::Profile::summary(name) << '\n';
    }
    out << '\n' << tr("Faults (--fault NAME[=NUMBER][@ROUTE][/PAGES][#FIRST[-LAST]]):") << '\n';
    for (const QString& name : simulator::Fault::names()) {
        out << "  " << name.leftJustified(24) << simulator::Fault::summary(name) << '\n';
    }
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("threadcount-simulator"));
    QCoreApplication::setApplicationVersion(app::core::version());

    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("A local stand-in for the Codex Analytics API with invented people."));
    const QCommandLineOption engineersOption(
        QStringLiteral("engineers"), tr("How many engineers the workspace has."), QStringLiteral("N"));
    const QCommandLineOption daysOption(
        QStringLiteral("days"), tr("How many days of history, today included."), QStringLiteral("N"));
    const QCommandLineOption seedOption(
        QStringLiteral("seed"), tr("Another number makes another workspace."), QStringLiteral("N"));
    const QCommandLineOption profileOption(
        QStringLiteral("profile"), tr("The shape of the data; see --list."), QStringLiteral("NAME"));
    const QCommandLineOption faultOption(QStringLiteral("fault"),
        tr("What goes wrong; may be given more than once; see --list."), QStringLiteral("NAME[@ROUTE]"));
    const QCommandLineOption portOption(
        QStringLiteral("port"), tr("The port on 127.0.0.1; without it a free one."), QStringLiteral("N"));
    const QCommandLineOption todayOption(
        QStringLiteral("today"), tr("The current day (UTC), YYYY-MM-DD."), QStringLiteral("DAY"));
    const QCommandLineOption reportOption(
        QStringLiteral("serve-report"), tr("Also answer GET /__served and GET /__requests."));
    const QCommandLineOption listOption(
        QStringLiteral("list"), tr("List the profiles and faults, then exit."));
    parser.addOptions({engineersOption, daysOption, seedOption, profileOption, faultOption, portOption,
        todayOption, reportOption, listOption});
    const QCommandLineOption helpOption = parser.addHelpOption();
    const QCommandLineOption versionOption = parser.addVersionOption();

    if (!parser.parse(QCoreApplication::arguments())) {
        return refuse(parser.errorText() + QLatin1Char(' ') + tr("Try --help."));
    }
    if (parser.isSet(helpOption)) {
        parser.showHelp(0);
    }
    if (parser.isSet(versionOption)) {
        parser.showVersion();
    }
    if (!parser.positionalArguments().isEmpty()) {
        return refuse(
            tr("\"%1\" is not an option. Try --help.").arg(parser.positionalArguments().constFirst()));
    }
    if (parser.isSet(listOption)) {
        listEverything();
        return 0;
    }

    simulator::Profile profile;
    if (parser.isSet(profileOption)) {
        const QString name = parser.value(profileOption);
        const auto named = simulator::Profile::named(name);
        if (!named) {
            return refuse(tr("There is no profile named \"%1\". --list shows them all.").arg(name));
        }
        profile = *named;
    }
    const auto number
        = [&parser](const QCommandLineOption& option, qint64 lowest, qint64 highest, auto& target) {
              if (!parser.isSet(option)) {
                  return true;
              }
              bool isNumber = false;
              const qint64 value = parser.value(option).toLongLong(&isNumber);
              if (!isNumber || value < lowest || value > highest) {
                  refuse(tr("--%1 must be a whole number from %2 to %3.")
                             .arg(option.names().constFirst())
                             .arg(lowest)
                             .arg(highest));
                  return false;
              }
              target = static_cast<std::remove_reference_t<decltype(target)>>(value);
              return true;
          };
    quint16 port = 0;
    if (!number(engineersOption, 0, 100'000, profile.engineers) || !number(daysOption, 1, 3'650, profile.days)
        || !number(seedOption, 0, std::numeric_limits<qint64>::max(), profile.seed)
        || !number(portOption, 0, 65'535, port)) {
        return kExitUsage;
    }
    if (parser.isSet(todayOption)) {
        const auto today = core::UtcDay::fromIso(parser.value(todayOption));
        if (!today) {
            return refuse(tr("--today must be a day such as 2026-11-20."));
        }
        profile.today = *today;
    }
    QList<simulator::Fault> faults;
    for (const QString& text : parser.values(faultOption)) {
        const auto fault = simulator::Fault::parse(text);
        if (!fault) {
            return refuse(tr("\"%1\" is not a fault. --list shows them all.").arg(text));
        }
        faults.append(*fault);
    }

    if (::pipe(stopPipe.data()) != 0) {
        return refuse(tr("No pipe could be opened."));
    }
    const QSocketNotifier stopNotifier(stopPipe[0], QSocketNotifier::Read);
    QObject::connect(
        &stopNotifier, &QSocketNotifier::activated, &application, [] { QCoreApplication::exit(0); });
    struct sigaction action = {};
    action.sa_handler = onStopSignal;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);

    simulator::Simulator server(profile);
    server.setFaults(faults);
    server.setReporting(parser.isSet(reportOption));
    const core::Result<QUrl> url = server.start(port);
    if (!url) {
        refuse(url.error().detail + QLatin1Char('.'));
        return kExitFailed;
    }
    QTextStream(stdout) << QStringLiteral("listening on %1 workspace %2 key %3")
                               .arg(url->toString(), simulator::Simulator::workspace().toString(),
                                   simulator::Simulator::acceptedKey())
                        << Qt::endl;
    return QCoreApplication::exec();
}
