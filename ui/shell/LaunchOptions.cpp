// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/LaunchOptions.h"

#include "simulator/Profile.h"
#include "store/DataFolder.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace ui::shell {

using app::core::ErrorKind;
using app::core::failure;
using app::core::Result;

namespace {

struct Flags
{
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this text.")};
    QCommandLineOption version{
        {QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Show the version.")};
    QCommandLineOption dataDir{QStringLiteral("data-dir"),
        QStringLiteral("Keep everything in DIR instead of the standard folder."), QStringLiteral("DIR")};
    QCommandLineOption baseUrl{QStringLiteral("api-base-url"),
        QStringLiteral("Ask URL instead of https://api.chatgpt.com (https, or http on loopback)."),
        QStringLiteral("URL")};
    QCommandLineOption background{QStringLiteral("background"),
        QStringLiteral("Start without a window and sync from the tray; for the start at login.")};
    QCommandLineOption demo{QStringLiteral("demo"),
        QStringLiteral("Try everything with a made-up company, without a key and without a network.")};
    QCommandLineOption demoEngineers{QStringLiteral("demo-engineers"),
        QStringLiteral("How many engineers the made-up company has (0 to 50000)."), QStringLiteral("N")};
    QCommandLineOption demoDays{QStringLiteral("demo-days"),
        QStringLiteral("How many days of history it has (1 to 400)."), QStringLiteral("N")};
    QCommandLineOption demoProfile{QStringLiteral("demo-profile"),
        QStringLiteral("What its data looks like: %1.")
            .arg(app::simulator::Profile::names().join(QStringLiteral(", "))),
        QStringLiteral("NAME")};
    QCommandLineOption tour{QStringLiteral("tour"),
        QStringLiteral("With --demo: click through every screen, save a picture of each in DIR, and quit."),
        QStringLiteral("DIR")};

    void addTo(QCommandLineParser& parser) const
    {
        parser.setApplicationDescription(QStringLiteral(
            "Threadcount shows how the engineers of a ChatGPT Enterprise workspace use Codex."));
        parser.addOptions(
            {help, version, dataDir, baseUrl, background, demo, demoEngineers, demoDays, demoProfile, tour});
    }
};

Result<int> number(const QCommandLineParser& parser, const QCommandLineOption& option, int least, int most)
{
    bool isNumber = false;
    const int value = parser.value(option).toInt(&isNumber);
    if (!isNumber || value < least || value > most) {
        return failure(ErrorKind::BadUsage,
            QStringLiteral("--%1 takes a whole number from %2 to %3")
                .arg(option.names().constFirst())
                .arg(least)
                .arg(most),
            option.names().constFirst());
    }
    return value;
}

} // namespace

Result<LaunchOptions> LaunchOptions::parse(const QStringList& arguments)
{
    const Flags flags;
    QCommandLineParser parser;
    flags.addTo(parser);
    if (!parser.parse(QStringList{QStringLiteral("threadcount")} + arguments)) {
        return failure(ErrorKind::BadUsage, parser.errorText());
    }
    if (!parser.positionalArguments().isEmpty()) {
        return failure(ErrorKind::BadUsage,
            QStringLiteral("\"%1\" is no option of threadcount")
                .arg(parser.positionalArguments().constFirst()));
    }

    LaunchOptions options;
    if (parser.isSet(flags.help)) {
        options.action = Action::ShowHelp;
        return options;
    }
    if (parser.isSet(flags.version)) {
        options.action = Action::ShowVersion;
        return options;
    }
    options.dataDir
        = parser.isSet(flags.dataDir) ? parser.value(flags.dataDir) : app::store::DataFolder::standardPath();
    const QString url = parser.isSet(flags.baseUrl) ? parser.value(flags.baseUrl)
                                                    : qEnvironmentVariable("THREADCOUNT_API_BASE_URL");
    if (!url.isEmpty()) {
        const Result<app::api::BaseUrl> baseUrl = app::api::BaseUrl::parse(url);
        if (!baseUrl) {
            return failure(baseUrl.error());
        }
        options.baseUrl = *baseUrl;
    }
    options.background = parser.isSet(flags.background);
    options.demo = parser.isSet(flags.demo);
    if (parser.isSet(flags.demoEngineers)) {
        const Result<int> engineers = number(parser, flags.demoEngineers, 0, 50'000);
        if (!engineers) {
            return failure(engineers.error());
        }
        options.demoEngineers = *engineers;
    }
    if (parser.isSet(flags.demoDays)) {
        const Result<int> days = number(parser, flags.demoDays, 1, 400);
        if (!days) {
            return failure(days.error());
        }
        options.demoDays = *days;
    }
    if (parser.isSet(flags.demoProfile)) {
        options.demoProfile = parser.value(flags.demoProfile);
        if (!app::simulator::Profile::named(options.demoProfile)) {
            return failure(ErrorKind::BadUsage,
                QStringLiteral("--demo-profile knows: %1")
                    .arg(app::simulator::Profile::names().join(QStringLiteral(", "))));
        }
    }
    if (parser.isSet(flags.tour)) {
        options.tourFolder = parser.value(flags.tour);
        if (!options.demo) {
            return failure(ErrorKind::BadUsage, QStringLiteral("--tour goes with --demo"));
        }
        if (options.tourFolder->isEmpty()) {
            return failure(ErrorKind::BadUsage, QStringLiteral("--tour needs a folder"));
        }
        if (options.background) {
            return failure(
                ErrorKind::BadUsage, QStringLiteral("--tour shows windows: leave out --background"));
        }
    }
    if (options.demo && parser.isSet(flags.baseUrl)) {
        return failure(
            ErrorKind::BadUsage, QStringLiteral("--demo brings its own service: leave out --api-base-url"));
    }
    return options;
}

QString LaunchOptions::helpText()
{
    const Flags flags;
    QCommandLineParser parser;
    flags.addTo(parser);
    return parser.helpText();
}

} // namespace ui::shell
