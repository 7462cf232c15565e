// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/BaseUrl.h"
#include "common/ThemeController.h"
#include "gui/FakeDialogService.h"
#include "secrets/SessionSecretStore.h"
#include "settings/Settings.h"
#include "setup/SetupFlow.h"
#include "simulator/SimulatorThread.h"
#include "store/WorkspaceStore.h"
#include "support/Await.h"
#include "support/FakeClock.h"
#include "sync/SyncEngine.h"
#include "wizard/SetupWizard.h"

#include <QApplication>
#include <QDirIterator>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace support {

/// The wizard on the real flow: a simulator over HTTP, a data folder that does not exist yet, secrets in
/// memory (one store stands in for the keychain), and the shell's part of starting the engine. Everything is
/// reached the way a person reaches it: by the names of the widgets and with the keyboard.
class WizardKit
{
public:
    static constexpr app::core::UtcDay kToday = app::core::UtcDay::fromNumber(20'777); // 2026-11-20

    explicit WizardKit(int engineers = 5)
        : clock(kToday.start() + std::chrono::hours(10))
        , simulator(profile(engineers))
        , m_folder(*app::store::DataFolder::inspect(m_outer.filePath(QStringLiteral("data"))))
    {
        const auto started = simulator.start();
        baseUrl = *app::api::BaseUrl::parse(started->toString());
        policy.tries = 2;
        policy.firstDelay = std::chrono::milliseconds(5);
        policy.delayCap = std::chrono::milliseconds(10);
    }
    ~WizardKit() { stop(); }

    FakeClock clock;
    app::simulator::SimulatorThread simulator;
    app::api::BaseUrl baseUrl = app::api::BaseUrl::standard();
    app::api::RetryPolicy policy;
    app::secrets::SessionSecretStore session;
    app::secrets::SecretStore* keychain = nullptr; ///< null = not offered
    bool offersDemo = true;
    FakeDialogService dialogs;
    std::unique_ptr<app::setup::SetupFlow> flow;
    std::unique_ptr<ui::wizard::SetupWizard> wizard;
    std::unique_ptr<app::store::WorkspaceStore> store;
    std::unique_ptr<app::sync::SyncEngine> engine;
    int closed = 0;
    int dashboards = 0;

    /// Opens the wizard the way a start of the program does. `draft` is the demo's.
    void start(std::optional<app::setup::SetupDraft> draft = {})
    {
        app::setup::SetupServices services{m_folder};
        services.clock = &clock;
        services.keychain = keychain;
        services.session = &session;
        services.keychainNotOffered = QStringLiteral("The key of this test stays in memory.");
        services.baseUrl = baseUrl;
        services.policy = policy;
        services.checkAccess
            = [this](app::sync::Connection connection, app::secrets::ApiKey key, const app::core::Clock& time,
                  bool workedBefore, app::core::Cancellation* cancellation) {
                  return countedCheck(&m_checksUnderWay, std::move(connection), std::move(key), &time,
                      workedBefore, cancellation);
              };
        flow = std::make_unique<app::setup::SetupFlow>(std::move(services));
        if (draft) {
            flow->prefill(std::move(*draft));
        } else {
            flow->resume();
        }
        wizard = std::make_unique<ui::wizard::SetupWizard>(*flow, dialogs, offersDemo);
        QObject::connect(wizard.get(), &ui::wizard::SetupWizard::closed, wizard.get(), [this] { ++closed; });
        QObject::connect(wizard.get(), &ui::wizard::SetupWizard::openDashboardsRequested, wizard.get(),
            [this] { ++dashboards; });
        QObject::connect(wizard.get(), &ui::wizard::SetupWizard::startBackfillRequested, wizard.get(),
            [this] { runEngine(); });
        QObject::connect(
            wizard.get(), &ui::wizard::SetupWizard::retryRequested, wizard.get(), [this] { runEngine(); });
        QObject::connect(
            wizard.get(), &ui::wizard::SetupWizard::resumeRequested, wizard.get(), [this] { runEngine(); });
        QObject::connect(wizard.get(), &ui::wizard::SetupWizard::pauseRequested, wizard.get(),
            [this] { engine->cancel(); });
        wizard->show();
        // On a display without a window manager no window ever becomes active.
        QVERIFY(QGuiApplication::platformName() == QLatin1String("offscreen")
                ? QTest::qWaitForWindowActive(wizard.get())
                : QTest::qWaitForWindowExposed(wizard.get()));
    }
    /// Ends this run of the program.
    void stop()
    {
        engine.reset();
        store.reset();
        wizard.reset();
        flow.reset();
        // A cancelled check ends in a later turn of the event loop and still looks at the clock.
        QTRY_COMPARE(m_checksUnderWay, 0);
    }

    template <typename Widget> Widget* find(const QString& name) const
    {
        return wizard->findChild<Widget*>(name);
    }
    /// The button or field of that name that can be seen, or null.
    [[nodiscard]] QWidget* visible(const QString& name) const
    {
        const auto all = wizard->findChildren<QWidget*>(name);
        for (QWidget* widget : all) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QString text(const QString& name) const
    {
        auto* label = qobject_cast<QLabel*>(visible(name));
        return label ? label->text() : QString();
    }
    /// Everything that can be read in the window now, one line per widget; buttons without their mnemonic.
    [[nodiscard]] QString everyText() const
    {
        QStringList lines;
        const auto widgets = wizard->findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            if (!widget->isVisible()) {
                continue;
            }
            for (const char* property : {"text", "plainText", "toolTip", "placeholderText"}) {
                lines << widget->property(property).toString();
            }
            lines << widget->accessibleName() << widget->accessibleDescription();
        }
        return lines.join(u'\n').remove(u'&');
    }

    /// A key for whatever has the keyboard.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(target ? target : wizard.get(), key, modifiers);
    }
    void type(const QString& text)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    /// Walks with Tab until the named widget has the keyboard.
    bool tabTo(const QString& name)
    {
        for (int i = 0; i < 60; ++i) {
            QWidget* now = QApplication::focusWidget();
            if (now && now->objectName() == name) {
                return true;
            }
            press(Qt::Key_Tab);
        }
        return false;
    }
    [[nodiscard]] QString focusName() const
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }
    [[nodiscard]] app::setup::SetupStep step() const { return flow->step(); }

    /// From Welcome to Key with Enter alone.
    void goToKey()
    {
        press(Qt::Key_Return);
        QCOMPARE(step(), app::setup::SetupStep::Prepare);
        press(Qt::Key_Return);
        QCOMPARE(step(), app::setup::SetupStep::Key);
    }
    /// From Welcome to Verify, both fields typed.
    void goToVerify(
        const QString& key, const QString& workspaceId = app::simulator::Simulator::workspace().toString())
    {
        goToKey();
        QVERIFY(tabTo(QStringLiteral("workspaceIdEdit")));
        type(workspaceId);
        QVERIFY(tabTo(QStringLiteral("apiKeyEdit")));
        type(key);
        press(Qt::Key_Return);
        QCOMPARE(step(), app::setup::SetupStep::Verify);
    }
    void goToBackfill()
    {
        goToVerify(app::simulator::Simulator::acceptedKey());
        QTRY_VERIFY(flow->verification().mayContinue());
        press(Qt::Key_Return);
        QCOMPARE(step(), app::setup::SetupStep::Backfill);
    }

    /// Files and folders below the data folder; empty when it does not exist.
    [[nodiscard]] QStringList dataContent() const
    {
        if (!QFileInfo::exists(m_folder.path())) {
            return {};
        }
        QStringList found{QStringLiteral(".")};
        QDirIterator it(m_folder.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
            QDirIterator::Subdirectories);
        while (it.hasNext()) {
            found << it.next();
        }
        return found;
    }
    [[nodiscard]] bool dataHolds(const QString& text) const
    {
        QDirIterator it(m_outer.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text.toUtf8())) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] app::settings::Settings settings() const
    {
        return *app::settings::Settings::load(m_folder.settingsFile());
    }
    [[nodiscard]] const app::store::DataFolder& folder() const { return m_folder; }

private:
    static app::simulator::Profile profile(int engineers)
    {
        app::simulator::Profile profile;
        profile.engineers = engineers;
        profile.days = 90;
        profile.today = kToday;
        return profile;
    }
    /// What the shell does: open the store that the wizard made and start the engine with the stored key.
    void runEngine()
    {
        const auto workspace = *flow->workspaceIdInput().id;
        auto key = await(session.read({workspace, baseUrl.origin()}));
        QVERIFY(key);
        if (!store) {
            store = std::move(*app::store::WorkspaceStore::open(m_folder.workspaceFolder(workspace)));
            engine = std::make_unique<app::sync::SyncEngine>(
                *store, clock, app::sync::Connection{baseUrl, workspace, policy});
            QObject::connect(engine.get(), &app::sync::SyncEngine::progressed, wizard.get(),
                &ui::wizard::SetupWizard::showProgress);
            QObject::connect(engine.get(), &app::sync::SyncEngine::finished, wizard.get(),
                &ui::wizard::SetupWizard::showReport);
        }
        engine->start({flow->draft().backfillDays, false}, std::move(*key));
    }

    static QCoro::Task<app::sync::AccessReport> countedCheck(int* underWay, app::sync::Connection connection,
        app::secrets::ApiKey key, const app::core::Clock* time, bool workedBefore,
        app::core::Cancellation* cancellation)
    {
        ++*underWay;
        app::sync::AccessReport report = co_await app::sync::checkAccess(
            std::move(connection), std::move(key), *time, workedBefore, cancellation);
        --*underWay;
        co_return report;
    }

    QTemporaryDir m_outer;
    app::store::DataFolder m_folder;
    int m_checksUnderWay = 0;
};

} // namespace support
