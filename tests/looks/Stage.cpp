// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/Stage.h"

#include "pages/Page.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QScrollArea>

#include <algorithm>

namespace looks {

using app::setup::SetupStep;
using ui::shell::MainWindow;
using ui::shell::SyncStatus;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 20'000; ///< milliseconds

SyncStatus statusOf(Sync sync)
{
    SyncStatus status;
    status.keyHint = QStringLiteral("…7Q4F");
    status.lastSuccessAt = kToday.start() + 10h;
    status.next = kToday.start() + 15h;
    switch (sync) {
    case Sync::Synced:
    case Sync::Gaps: status.state = SyncStatus::State::Idle; break;
    case Sync::Never:
        status.state = SyncStatus::State::NeverSynced;
        status.lastSuccessAt.reset();
        break;
    case Sync::Offline:
    case Sync::Failed:
        status.state = SyncStatus::State::Failed;
        status.error.emplace();
        status.error->kind
            = sync == Sync::Offline ? app::core::ErrorKind::Offline : app::core::ErrorKind::KeyRejected;
        break;
    }
    return status;
}

QLocale localeOf(Language language)
{
    return language == Language::German ? QLocale(QLocale::German, QLocale::Germany)
                                        : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

PseudoTranslator::Mode modeOf(Language language)
{
    switch (language) {
    case Language::English: return PseudoTranslator::Mode::English;
    case Language::German: return PseudoTranslator::Mode::German;
    case Language::Pseudo: return PseudoTranslator::Mode::Pseudo;
    }
    return PseudoTranslator::Mode::English;
}

} // namespace

Stage::~Stage()
{
    m_controller.reset();
    m_wizard.reset();
    // Windows go in a later turn of the event loop.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_services.reset();
    m_theme.reset();
    if (m_translator) {
        QCoreApplication::removeTranslator(m_translator.get());
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QLocale::setDefault(localeOf(Language::English));
}

bool Stage::fail(const QString& why)
{
    m_problem = why;
    return false;
}

QWidget* Stage::window() const
{
    if (m_wizard) {
        return m_wizard->wizard.get();
    }
    return m_controller ? m_controller->window() : nullptr;
}

QWidget* Stage::subject() const
{
    return m_subject ? m_subject.data() : window();
}

bool Stage::open(const Scene& scene)
{
    QLocale::setDefault(localeOf(scene.language));
    m_translator = std::make_unique<PseudoTranslator>(modeOf(scene.language));
    QCoreApplication::installTranslator(m_translator.get());
    QApplication::setLayoutDirection(scene.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    m_theme = std::make_unique<ui::common::ThemeController>(
        *qApp, scene.isDark ? app::settings::Appearance::Dark : app::settings::Appearance::Light);
    return scene.isWizard() ? openWizard(scene) : openPages(scene);
}

bool Stage::openWizard(const Scene& scene)
{
    m_wizard = std::make_unique<support::WizardKit>();
    m_wizard->start();
    QWidget* window = m_wizard->wizard.get();
    window->setMinimumSize(1024, 700);
    window->resize(scene.windowSize());
    switch (scene.screen) {
    case Screen::Welcome: break;
    case Screen::Prepare: m_wizard->press(Qt::Key_Return); break;
    case Screen::Key: m_wizard->goToKey(); break;
    case Screen::Verify:
        // A key that waits for its scope: the state that most first set-ups meet.
        m_wizard->goToVerify(app::simulator::Simulator::keyWithoutScope());
        if (!QTest::qWaitFor(
                [this] { return m_wizard->visible(QStringLiteral("waitingCard")) != nullptr; }, kPatience)) {
            return fail(QStringLiteral("the checks did not end"));
        }
        break;
    case Screen::Backfill: m_wizard->goToBackfill(); break;
    default:
        m_wizard->goToBackfill();
        m_wizard->press(Qt::Key_Return);
        if (!QTest::qWaitFor([this] { return m_wizard->step() == SetupStep::Done; }, kPatience)) {
            return fail(QStringLiteral("the backfill did not end"));
        }
    }
    return settle();
}

bool Stage::openPages(const Scene& scene)
{
    const app::store::DataFolder folder = m_data.folderOf(scene.data);
    const auto baseUrl = *app::api::BaseUrl::parse(QStringLiteral("http://127.0.0.1:9"));
    m_services = std::make_unique<ui::shell::AppServices>(ui::shell::AppServices{
        std::make_unique<support::FakeClock>(kToday.start() + 14h + 5min), folder, {}, baseUrl, {}, nullptr,
        std::make_unique<app::secrets::SessionSecretStore>(), std::nullopt, std::nullopt});
    app::settings::WorkspaceSettings workspace{app::simulator::Simulator::workspace()};
    workspace.origin = baseUrl.origin();
    workspace.keyLocation = app::settings::KeyLocation::Session;
    workspace.keyHint = QStringLiteral("…7Q4F");
    workspace.setupFinished = true;
    m_services->settings.put(workspace);
    m_services->settings.appearance
        = scene.isDark ? app::settings::Appearance::Dark : app::settings::Appearance::Light;
    m_controller = std::make_unique<ui::shell::AppController>(
        *m_services, m_dialogs, *m_theme, ui::shell::AppController::Presentation{});
    m_controller->start();
    const auto isOpen = [this] {
        return qobject_cast<MainWindow*>(m_controller->window()) && m_controller->session()
            && m_controller->session()->status().state == SyncStatus::State::NeedsKey;
    };
    if (!QTest::qWaitFor(isOpen, kPatience)) {
        return fail(QStringLiteral("the window did not open"));
    }
    auto* main = static_cast<MainWindow*>(m_controller->window());
    main->resize(scene.windowSize());
    main->setSyncStatus(statusOf(scene.sync));
    if (scene.data.days > 30) {
        main->setPreset(ui::shell::RangePreset::Days90);
    }
    if (!settle()) {
        return false;
    }
    switch (scene.screen) {
    case Screen::Engineers: return click(QStringLiteral("engineersButton"));
    case Screen::Engineer: return click(QStringLiteral("engineersButton")) && openFirstEngineer();
    case Screen::CodeReview: return click(QStringLiteral("codeReviewButton"));
    case Screen::Tokens: return click(QStringLiteral("tokensButton"));
    case Screen::Surfaces: return click(QStringLiteral("surfacesButton"));
    case Screen::Privacy: return click(QStringLiteral("privacyButton"));
    case Screen::Export: return openOnTop(QStringLiteral("exportAction"), QStringLiteral("exportDialog"));
    case Screen::Explain:
        return openOnTop(QStringLiteral("dailyPeopleExplainAction"), QStringLiteral("explainPanel"));
    case Screen::SyncPanel:
        return click(QStringLiteral("syncPill")) && openOnTop({}, QStringLiteral("syncPanel"));
    case Screen::Palette: return openOnTop(QStringLiteral("goToAction"), QStringLiteral("commandPalette"));
    case Screen::CheatSheet:
        return openOnTop(QStringLiteral("shortcutsAction"), QStringLiteral("shortcutsDialog"));
    default: return click(QStringLiteral("overviewButton"));
    }
}

bool Stage::openFirstEngineer()
{
    auto* table = window()->findChild<QAbstractItemView*>(QStringLiteral("engineersTable"));
    if (!table || table->model()->rowCount() == 0) {
        return fail(QStringLiteral("nobody is in the table"));
    }
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    const auto* back = window()->findChild<QWidget*>(QStringLiteral("backToEngineersButton"));
    if (!back || !QTest::qWaitFor([back] { return back->isVisible(); }, kPatience)) {
        return fail(QStringLiteral("the engineer's page did not open"));
    }
    return settle();
}

bool Stage::openOnTop(const QString& actionName, const QString& objectName)
{
    if (!actionName.isEmpty()) {
        auto* action = window()->findChild<QAction*>(actionName);
        if (!action || !action->isEnabled()) {
            return fail(actionName + QStringLiteral(" is not there"));
        }
        action->trigger();
    }
    const auto isThere = [this, objectName] {
        m_subject = window()->findChild<QWidget*>(objectName);
        return m_subject && m_subject->isVisible();
    };
    if (!QTest::qWaitFor(isThere, kPatience)) {
        return fail(objectName + QStringLiteral(" did not open"));
    }
    return settle();
}

bool Stage::click(const QString& objectName)
{
    auto* widget = window()->findChild<QWidget*>(objectName);
    if (!widget || !widget->isVisible()) {
        return fail(objectName + QStringLiteral(" is not there"));
    }
    QTest::mouseClick(widget, Qt::LeftButton);
    return settle();
}

bool Stage::settle()
{
    const auto isQuiet = [this] {
        const auto pages = window()->findChildren<ui::pages::Page*>();
        return std::none_of(pages.begin(), pages.end(),
            [](const ui::pages::Page* page) { return page->isVisible() && page->isReading(); });
    };
    // A layout may ask for another turn of the event loop, and that for one more: still is what stays as it
    // is.
    constexpr int kTurnsInARow = 3;
    constexpr int kTurn = 15; // milliseconds
    int still = 0;
    std::vector<QRect> before;
    const auto isStill = [&] {
        std::vector<QRect> now;
        const auto widgets = window()->findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            now.push_back(widget->isVisible() ? widget->geometry() : QRect());
        }
        still = isQuiet() && now == before ? still + 1 : 0;
        before = std::move(now);
        return still >= kTurnsInARow;
    };
    QElapsedTimer timer;
    timer.start();
    while (!isStill()) {
        if (timer.elapsed() > kPatience) {
            return fail(QStringLiteral("the page was not read"));
        }
        QTest::qWait(kTurn);
    }
    return true;
}

} // namespace looks
