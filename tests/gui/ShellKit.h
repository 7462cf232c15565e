// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/FakeDialogService.h"
#include "secrets/SessionSecretStore.h"
#include "setup/SetupCommitter.h"
#include "shell/AppController.h"
#include "simulator/SimulatorThread.h"
#include "support/Await.h"
#include "support/FakeClock.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QTest>

#include <memory>

namespace support {

inline constexpr app::core::UtcDay kShellToday = app::core::UtcDay::fromNumber(20'777); // 2026-11-20

/// A keychain that outlives the program and can be made to fail in every way.
class TestKeychain final : public app::secrets::SecretStore
{
public:
    std::optional<app::core::ErrorKind> fails;
    app::secrets::SessionSecretStore entries;

    QCoro::Task<app::core::Result<void>> probe() override
    {
        if (fails) {
            co_return app::core::failure(*fails, QStringLiteral("made to fail"));
        }
        co_return app::core::Result<void>();
    }
    QCoro::Task<app::core::Result<app::secrets::ApiKey>> read(app::secrets::SecretId id) override
    {
        if (fails) {
            co_return app::core::failure(*fails, QStringLiteral("made to fail"));
        }
        co_return co_await entries.read(id);
    }
    QCoro::Task<app::core::Result<void>> write(app::secrets::SecretId id, app::secrets::ApiKey key) override
    {
        if (fails) {
            co_return app::core::failure(*fails, QStringLiteral("made to fail"));
        }
        co_return co_await entries.write(id, std::move(key));
    }
    QCoro::Task<app::core::Result<void>> remove(app::secrets::SecretId id) override
    {
        if (fails) {
            co_return app::core::failure(*fails, QStringLiteral("made to fail"));
        }
        co_return co_await entries.remove(id);
    }
};

/// Lends a store to something that wants to own one.
class LentStore final : public app::secrets::SecretStore
{
public:
    explicit LentStore(app::secrets::SecretStore& store)
        : m_store(store)
    {
    }
    QCoro::Task<app::core::Result<void>> probe() override { return m_store.probe(); }
    QCoro::Task<app::core::Result<app::secrets::ApiKey>> read(app::secrets::SecretId id) override
    {
        return m_store.read(std::move(id));
    }
    QCoro::Task<app::core::Result<void>> write(app::secrets::SecretId id, app::secrets::ApiKey key) override
    {
        return m_store.write(std::move(id), std::move(key));
    }
    QCoro::Task<app::core::Result<void>> remove(app::secrets::SecretId id) override
    {
        return m_store.remove(std::move(id));
    }

private:
    app::secrets::SecretStore& m_store;
};

/// How a workspace was left by an earlier run of the program.
struct Seed
{
    app::core::WorkspaceId workspace = app::simulator::Simulator::workspace();
    QString key = app::simulator::Simulator::acceptedKey();
    app::settings::KeyLocation location = app::settings::KeyLocation::Keychain;
    bool waits = false; ///< for its scope
    QString name{};
};

/// The program as main() builds it, on a data folder that an earlier run left.
class ShellKit
{
public:
    ShellKit(app::simulator::SimulatorThread& simulator, const QString& data,
        app::secrets::SecretStore& keychain, const std::vector<Seed>& seeds = {})
    {
        const auto folder = app::store::DataFolder::inspect(data);
        const auto baseUrl = *app::api::BaseUrl::parse(simulator.url().toString());
        for (const Seed& seed : seeds) {
            plant(*folder, baseUrl.origin(), keychain, seed);
        }
        clock = std::make_shared<FakeClock>(kShellToday.start() + std::chrono::hours(10));
        services = std::make_unique<ui::shell::AppServices>(
            ui::shell::AppServices{clock, *folder, {}, baseUrl, {}, std::make_unique<LentStore>(keychain),
                std::make_unique<app::secrets::SessionSecretStore>(), std::nullopt, std::nullopt});
        services->policy.tries = 2;
        services->policy.firstDelay = std::chrono::milliseconds(5);
        services->policy.delayCap = std::chrono::milliseconds(10);
        if (folder->exists()) {
            services->settings = *app::settings::Settings::load(folder->settingsFile());
        }
        theme = std::make_unique<ui::common::ThemeController>(
            *qobject_cast<QApplication*>(QCoreApplication::instance()), app::settings::Appearance::Light);
        controller = std::make_unique<ui::shell::AppController>(
            *services, dialogs, *theme, ui::shell::AppController::Presentation{});
    }

    std::shared_ptr<FakeClock> clock;
    std::unique_ptr<ui::shell::AppServices> services;
    FakeDialogService dialogs;
    std::unique_ptr<ui::common::ThemeController> theme;
    std::unique_ptr<ui::shell::AppController> controller;

    [[nodiscard]] ui::shell::Workspaces& workspaces() const { return controller->workspaces(); }
    [[nodiscard]] ui::shell::SyncStatus status(
        const app::core::WorkspaceId& id = app::simulator::Simulator::workspace()) const
    {
        return workspaces().status(id);
    }
    bool waitFor(ui::shell::SyncStatus::State state,
        const app::core::WorkspaceId& id = app::simulator::Simulator::workspace()) const
    {
        return QTest::qWaitFor([&] { return status(id).state == state; }, 30'000);
    }
    [[nodiscard]] ui::shell::MainWindow* window() const
    {
        return qobject_cast<ui::shell::MainWindow*>(controller->window());
    }
    template <typename Widget = QWidget> Widget* find(const char* objectName) const
    {
        const QWidget* shown = controller->window();
        const auto found = shown ? shown->findChildren<Widget*>(QLatin1String(objectName)) : QList<Widget*>();
        for (Widget* widget : found) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    bool canUse(const char* objectName) const
    {
        return QTest::qWaitFor(
            [&] {
                const QWidget* widget = find(objectName);
                return widget && widget->isEnabled();
            },
            10'000);
    }
    bool click(const char* objectName) const
    {
        if (!canUse(objectName)) {
            return false;
        }
        QTest::mouseClick(find(objectName), Qt::LeftButton);
        return true;
    }
    bool type(const char* objectName, const QString& text) const
    {
        if (!canUse(objectName)) {
            return false;
        }
        auto* edit = find<QLineEdit>(objectName);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        return true;
    }
    bool trigger(const char* action) const
    {
        auto* found = controller->window()->findChild<QAction*>(QLatin1String(action));
        if (!found || !found->isEnabled()) {
            return false;
        }
        found->trigger();
        return true;
    }
    /// Leaves a picture of the window and of the dialog on it where LOOKS_FOLDER says, for people to look at.
    void look(const char* name) const
    {
        const QString folder = qEnvironmentVariable("LOOKS_FOLDER");
        if (folder.isEmpty() || !controller->window()) {
            return;
        }
        QTest::qWait(200); // charts and banners settle
        QPixmap picture = controller->window()->grab();
        for (QWidget* dialog : QApplication::topLevelWidgets()) {
            if (dialog != controller->window() && dialog->isVisible() && dialog->isWindow()) {
                const QPoint middle = (controller->window()->rect().center() - dialog->rect().center());
                QPainter(&picture).drawPixmap(middle, dialog->grab());
            }
        }
        picture.save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
    }
    /// Every text that a person can read in the window and its dialogs.
    [[nodiscard]] QString visibleText() const
    {
        QString all;
        for (const QLabel* label : controller->window()->findChildren<QLabel*>()) {
            if (label->isVisible()) {
                all += label->text() + QLatin1Char('\n');
            }
        }
        return all;
    }
    [[nodiscard]] app::secrets::SecretId secret(
        const app::core::WorkspaceId& id = app::simulator::Simulator::workspace()) const
    {
        return services->secretId(id);
    }
    [[nodiscard]] app::settings::Settings saved() const
    {
        return *app::settings::Settings::load(services->dataFolder.settingsFile());
    }

private:
    static void plant(const app::store::DataFolder& folder, const QString& origin,
        app::secrets::SecretStore& keychain, const Seed& seed)
    {
        app::secrets::SessionSecretStore nowhere;
        app::setup::SetupCommitter committer(folder, origin);
        app::setup::CommitRequest request{seed.workspace,
            std::move(*app::secrets::ApiKey::parse(QStringView(seed.key))), seed.location, 30, seed.waits};
        const bool inKeychain = seed.location == app::settings::KeyLocation::Keychain;
        const auto done = await(committer.commit(
            std::move(request), inKeychain ? &keychain : static_cast<app::secrets::SecretStore*>(&nowhere)));
        if (!done || (!seed.waits && !committer.markFinished(seed.workspace))) {
            qFatal("the workspace could not be prepared");
        }
        if (!seed.name.isEmpty()) {
            auto settings = *app::settings::Settings::load(folder.settingsFile());
            auto entry = *settings.find(seed.workspace);
            entry.name = seed.name;
            settings.put(entry);
            if (!settings.save(folder.settingsFile())) {
                qFatal("the name could not be saved");
            }
        }
    }
};

} // namespace support
