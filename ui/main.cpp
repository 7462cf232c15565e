// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/DialogService.h"
#include "common/ThemeController.h"
#include "common/Translations.h"
#include "core/Log.h"
#include "core/Memory.h"
#include "core/Version.h"
#include "messages/ErrorText.h"
#include "secrets/KeychainSecretStore.h"
#include "secrets/ProcessSecrets.h"
#include "secrets/SessionSecretStore.h"
#include "shell/AppController.h"
#include "shell/Background.h"
#include "shell/LaunchOptions.h"
#include "shell/SingleInstance.h"
#include "shell/Tour.h"
#include "simulator/SimulatorThread.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>

namespace {

using app::core::Error;
using app::core::Result;
using ui::shell::AppController;
using ui::shell::AppServices;
using ui::shell::Background;
using ui::shell::LaunchOptions;
using ui::shell::MainWindow;
using ui::shell::SingleInstance;

constexpr int kBadUsage = 2;
constexpr int kStoreFailed = 10;

void print(FILE* stream, const QString& text)
{
    std::fputs(text.toUtf8().constData(), stream);
    std::fputs("\n", stream);
}

int fail(const Error& error, int exitCode)
{
    print(stderr,
        QStringLiteral("threadcount: %1").arg(app::messages::asParagraph(app::messages::describe(error))));
    if (!error.detail.isEmpty()) {
        print(stderr, error.detail);
    }
    return exitCode;
}

/// The made-up company behind --demo: the simulator, answering a little slowly so that the backfill can be
/// seen.
std::unique_ptr<app::simulator::SimulatorThread> startDemo(const LaunchOptions& options)
{
    app::simulator::Profile profile = options.demoProfile.isEmpty()
        ? app::simulator::Profile{}
        : *app::simulator::Profile::named(options.demoProfile);
    profile.engineers = options.demoEngineers;
    profile.days = options.demoDays;
    auto simulator = std::make_unique<app::simulator::SimulatorThread>(profile);
    app::simulator::Fault unhurried = *app::simulator::Fault::named(QStringLiteral("slow-first-byte"));
    unhurried.delayMs = 250;
    simulator->setFaults({unhurried});
    return simulator;
}

} // namespace

int main(int argc, char* argv[])
{
    // Before anything else reads the environment or starts a thread.
    Result<std::optional<app::secrets::ApiKey>> givenKey = app::secrets::takeKeyFromEnvironment();
    app::core::returnLargeBuffers();

    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    const bool hasDisplay
        = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    const Result<LaunchOptions> parsed = LaunchOptions::parse(arguments);
    if (!parsed) {
        return fail(parsed.error(), kBadUsage);
    }
    const LaunchOptions& options = *parsed;
    if (options.action == LaunchOptions::Action::ShowVersion) {
        print(stdout, QStringLiteral("threadcount %1").arg(app::core::version()));
        return 0;
    }
    if (options.action == LaunchOptions::Action::ShowHelp) {
        const QCoreApplication application(argc, argv);
        print(stdout, LaunchOptions::helpText());
        return 0;
    }
    if (!givenKey) {
        return fail(givenKey.error(), kBadUsage);
    }
    if (options.tourFolder && !hasDisplay && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }

    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("threadcount"));
    QApplication::setApplicationDisplayName(QStringLiteral("Threadcount"));
    QApplication::setApplicationVersion(app::core::version());
    QApplication::setDesktopFileName(QStringLiteral("org.threadcount.Threadcount"));
    ui::common::installTranslators(application);

    // The tour leaves nothing but its pictures.
    std::unique_ptr<QTemporaryDir> tourData;
    QString dataDir = options.dataDir;
    if (options.tourFolder) {
        tourData = std::make_unique<QTemporaryDir>();
        dataDir = tourData->filePath(QStringLiteral("data"));
    }
    const Result<app::store::DataFolder> folder = app::store::DataFolder::inspect(dataDir);
    if (!folder) {
        return fail(folder.error(), kStoreFailed);
    }
    // The tour looks at nobody else's windows. Whoever starts in the background wants no window.
    SingleInstance instance(options.demo ? folder->demo().path() : folder->path());
    if (!options.tourFolder && instance.start(!options.background) == SingleInstance::Outcome::Second) {
        return 0;
    }

    AppServices services{std::make_unique<app::core::SystemClock>(), options.demo ? folder->demo() : *folder,
        {}, options.baseUrl, {}, nullptr, std::make_unique<app::secrets::SessionSecretStore>(), std::nullopt,
        std::nullopt};
    services.givenKey = std::move(*givenKey);
    // As for the key: the keychain is for the real service only.
    using app::secrets::ProxySecrets;
    services.proxySecrets = std::make_unique<ProxySecrets>(!options.demo && services.baseUrl.isStandard()
            ? ProxySecrets::Kept::InKeychain
            : ProxySecrets::Kept::ForThisSession);
    AppController::Presentation presentation;
    std::unique_ptr<app::simulator::SimulatorThread> demo;
    if (options.demo) {
        demo = startDemo(options);
        const Result<QUrl> url = demo->start();
        if (!url) {
            return fail(url.error(), kStoreFailed);
        }
        services.baseUrl = *app::api::BaseUrl::parse(url->toString());
        services.givenKey
            = *app::secrets::ApiKey::parse(QStringView(app::simulator::Simulator::acceptedKey()));
        services.givenWorkspace = app::simulator::Simulator::workspace();
        presentation.source = MainWindow::Source::Demo;
        presentation.keychainNotOffered = QCoreApplication::translate(
            "main", "This is the demo: its made-up key is kept for this session only.");
    } else if (services.baseUrl.isStandard()) {
        services.keychain = std::make_unique<app::secrets::KeychainSecretStore>();
    } else {
        presentation.source = MainWindow::Source::OtherAddress;
        presentation.address = services.baseUrl.origin();
        presentation.keychainNotOffered = QCoreApplication::translate("main",
            "Threadcount asks %1 instead of OpenAI's address, so the key is kept for this session only.")
                                              .arg(services.baseUrl.origin());
    }
    presentation.offersDemo = !options.demo;

    if (services.dataFolder.exists()) {
        Result<app::settings::Settings> settings
            = app::settings::Settings::load(services.dataFolder.settingsFile());
        if (!settings) {
            return fail(settings.error(), kStoreFailed);
        }
        services.settings = std::move(*settings);
        // Without a log the program works as well; the reason goes to stderr.
        if (const Result<void> logging = app::core::startLogging(services.dataFolder.logFolder()); !logging) {
            print(stderr, logging.error().detail);
        }
    }

    ui::common::ThemeController theme(application, services.settings.appearance);
    ui::common::MessageBoxDialogService dialogs;
    AppController controller(services, dialogs, theme, presentation);
    QObject::connect(&controller, &AppController::demoRequested, &controller, [dataDir] {
        QProcess::startDetached(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--demo"), QStringLiteral("--data-dir"), dataDir});
    });

    std::unique_ptr<ui::shell::Tour> tour;
    std::unique_ptr<Background> background;
    if (options.tourFolder) {
        controller.start();
        tour = std::make_unique<ui::shell::Tour>(controller, theme, *options.tourFolder);
        QObject::connect(tour.get(), &ui::shell::Tour::finished, &application, [](const QString& problem) {
            if (!problem.isEmpty()) {
                print(stderr, QStringLiteral("threadcount: the tour stopped: %1").arg(problem));
            }
            QCoreApplication::exit(problem.isEmpty() ? 0 : 1);
        });
        tour->start();
    } else {
        background = std::make_unique<Background>(services, controller, dialogs);
        QObject::connect(&instance, &SingleInstance::raiseRequested, background.get(), &Background::raise);
        background->start(options.background ? Background::Start::Hidden : Background::Start::WithWindow);
    }
    qCInfo(lcUi) << "Threadcount" << app::core::version() << "runs.";
    const int exitCode = QApplication::exec();
    qCInfo(lcUi) << "Threadcount ends.";
    return exitCode;
}
