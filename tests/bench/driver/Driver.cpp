// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Driver.h"

#include "secrets/SessionSecretStore.h"
#include "shell/RangePopup.h"
#include "store/DataFolder.h"
#include "support/FakeClock.h"

#include <QAction>
#include <QDateEdit>
#include <QDir>
#include <QElapsedTimer>
#include <QMenu>
#include <QScrollArea>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cmath>

namespace bench {

using app::core::DayRange;
using app::core::UtcDay;
using ui::pages::Page;

namespace {

/// Nothing painted for this long: the answer is on the screen, with all that comes behind it.
constexpr double kQuietMilliseconds = 120;
constexpr QSize kWindow{1440, 900};

QDate dateOf(UtcDay day)
{
    return QDate(1970, 1, 1).addDays(day.number());
}

} // namespace

Contents prepare(const QString& data)
{
    const auto folder = app::store::DataFolder::inspect(data);
    if (!folder || folder->workspaces().empty()) {
        throw Stopped(QStringLiteral("%1 is no data folder with a cache").arg(data));
    }
    const app::core::WorkspaceId workspace = folder->workspaces().front();
    Contents found{{}, {}, workspace};
    try {
        const QString file = folder->workspaceFolder(workspace) + QStringLiteral("/cache.db");
        const SQLite::Database database(file.toStdString());
        SQLite::Statement days(database, "SELECT min(day), max(day) FROM usage_total_by_day");
        days.executeStep();
        found.days = {
            UtcDay::fromNumber(days.getColumn(0).getInt()), UtcDay::fromNumber(days.getColumn(1).getInt())};
        SQLite::Statement engineers(database, "SELECT count(*) FROM engineer WHERE user_id IS NOT NULL");
        engineers.executeStep();
        found.size = {engineers.getColumn(0).getInt64(), found.days.length()};
    } catch (const SQLite::Exception& exception) {
        throw Stopped(
            QStringLiteral("the cache cannot be read: %1").arg(QString::fromUtf8(exception.what())));
    }

    auto settings = app::settings::Settings::load(folder->settingsFile());
    if (!settings) {
        throw Stopped(settings.error().detail);
    }
    app::settings::WorkspaceSettings entry{workspace};
    entry.origin = app::api::BaseUrl::standard().origin();
    entry.keyLocation = app::settings::KeyLocation::Session;
    entry.keyHint = QStringLiteral("…TEST");
    entry.setupFinished = true;
    settings->put(entry);
    settings->activeWorkspace = workspace;
    settings->view = {};
    settings->view.customRange = DayRange::endingAt(found.days.last, 30).intersected(found.days);
    if (!settings->save(folder->settingsFile())) {
        throw Stopped(QStringLiteral("the settings of %1 cannot be written").arg(data));
    }
    return found;
}

Driver::Driver(BenchApplication& application, const QString& data, const Contents& contents,
    std::optional<Connection> connection)
    : m_application(application)
{
    const auto folder = app::store::DataFolder::inspect(data);
    if (!folder) {
        throw Stopped(folder.error().detail);
    }
    auto clock
        = std::make_shared<support::FakeClock>((contents.days.last + 1).start() + std::chrono::hours(10));
    m_services = std::make_unique<ui::shell::AppServices>(
        ui::shell::AppServices{std::move(clock), *folder, {}, app::api::BaseUrl::standard(), {}, nullptr,
            std::make_unique<app::secrets::SessionSecretStore>(), std::nullopt, std::nullopt});
    m_services->settings = *app::settings::Settings::load(folder->settingsFile());
    m_services->settings.view = {};
    if (connection) {
        m_services->baseUrl = connection->baseUrl;
        m_services->givenKey = *app::secrets::ApiKey::parse(QStringView(connection->key));
    }
    // A blinking cursor would be painted for ever.
    QApplication::setCursorFlashTime(0);
    m_theme = std::make_unique<ui::common::ThemeController>(application, app::settings::Appearance::Light);
    m_controller = std::make_unique<ui::shell::AppController>(
        *m_services, m_dialogs, *m_theme, ui::shell::AppController::Presentation{});
    m_controller->start();
    waitUntil([this] { return qobject_cast<ui::shell::MainWindow*>(m_controller->window()) != nullptr; },
        QStringLiteral("the window"));
    window().resize(kWindow);
    if (!connection) {
        settle();
    }
}

Driver::~Driver() = default;

ui::shell::MainWindow& Driver::window() const
{
    return *qobject_cast<ui::shell::MainWindow*>(m_controller->window());
}

void Driver::turn()
{
    // The watchdog's beat ends the waiting.
    QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    // Without exec() nobody does that.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void Driver::waitUntil(const std::function<bool()>& isTrue, const QString& what)
{
    const std::int64_t begin = nanoseconds(CLOCK_MONOTONIC);
    while (!isTrue()) {
        turn();
        if (nanoseconds(CLOCK_MONOTONIC) - begin > m_patience.count()) {
            throw Stopped(QStringLiteral("waited in vain for %1").arg(what));
        }
    }
}

void Driver::settle()
{
    const std::int64_t begin = nanoseconds(CLOCK_MONOTONIC);
    waitUntil(
        [this, begin] {
            const Page* page = visiblePage();
            const std::int64_t since = std::max(begin, m_application.lastPaint());
            return !(page && page->isReading())
                && milliseconds(nanoseconds(CLOCK_MONOTONIC) - since) > kQuietMilliseconds;
        },
        QStringLiteral("a quiet window"));
}

QWidget* Driver::widget(const QString& objectName) const
{
    for (QWidget* top : QApplication::topLevelWidgets()) {
        const QList<QWidget*> found = top->findChildren<QWidget*>(objectName);
        for (QWidget* widget : found) {
            if (widget->isVisible() && widget->isEnabled()) {
                return widget;
            }
        }
        if (top->objectName() == objectName && top->isVisible()) {
            return top;
        }
    }
    throw Stopped(QStringLiteral("there is no %1 to be used").arg(objectName));
}

QAbstractItemView* Driver::view(const QString& objectName) const
{
    return qobject_cast<QAbstractItemView*>(widget(objectName));
}

Page* Driver::visiblePage() const
{
    for (Page* page : window().findChildren<Page*>()) {
        if (page->isVisible()) {
            return page;
        }
    }
    return nullptr;
}

void Driver::click(const QString& objectName)
{
    QWidget* found = widget(objectName);
    for (QWidget* parent = found->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(parent)) {
            area->ensureWidgetVisible(found);
        }
    }
    click(found, found->rect().center());
}

void Driver::click(QWidget* widget, QPoint at)
{
    QTest::mouseClick(widget, Qt::LeftButton, {}, at);
}

void Driver::fillCustomRange(DayRange days)
{
    click(QStringLiteral("rangeCustomButton"));
    settle();
    auto* first = qobject_cast<QDateEdit*>(widget(QStringLiteral("rangeFirstEdit")));
    auto* last = qobject_cast<QDateEdit*>(widget(QStringLiteral("rangeLastEdit")));
    first->setDate(dateOf(days.first));
    last->setDate(dateOf(days.last));
    settle();
}

void Driver::measure(Case& measured, const std::function<void()>& input, const QWidget* shows)
{
    settle();
    m_application.watchWidget(shows);
    m_watchdog.setScene(measured.name);
    m_watchdog.forget();
    m_application.forgetEvents();
    const std::int64_t begin = nanoseconds(CLOCK_MONOTONIC);
    const std::int64_t mainBegin = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
    const std::int64_t allBegin = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);

    input();
    waitUntil(
        [this] {
            const Page* page = visiblePage();
            return page && !page->isReading();
        },
        measured.name);
    const std::int64_t answeredAt = nanoseconds(CLOCK_MONOTONIC);
    std::int64_t shownAt = 0;
    std::int64_t mainCpu = 0;
    std::int64_t allCpu = 0;
    waitUntil(
        [&] {
            const std::int64_t painted = m_application.lastPaint();
            const std::int64_t now = nanoseconds(CLOCK_MONOTONIC);
            // The last turn of the loop above may have painted already, behind the answer.
            const bool isThere = painted > answeredAt
                || (painted > begin && milliseconds(now - answeredAt) > kQuietMilliseconds);
            if (isThere) {
                shownAt = painted;
                mainCpu = nanoseconds(CLOCK_THREAD_CPUTIME_ID) - mainBegin;
                allCpu = nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - allBegin;
            }
            return isThere || milliseconds(now - answeredAt) > 10 * kQuietMilliseconds;
        },
        measured.name);
    settle();
    if (shownAt == 0) {
        throw Stopped(QStringLiteral("%1 painted nothing").arg(measured.name));
    }
    if (shows && m_application.lastWatchedPaint() > 0) {
        shownAt = m_application.lastWatchedPaint();
    }
    measured.wall.push_back(milliseconds(shownAt - begin));
    measured.settled.push_back(milliseconds(m_application.lastPaint() - begin));
    measured.mainCpu.push_back(milliseconds(mainCpu));
    measured.allCpu.push_back(milliseconds(allCpu));
    measured.gapWall.push_back(m_watchdog.worstByWall().wall);
    measured.gapCpu.push_back(m_watchdog.worstByCpu().cpu);
    if (m_application.longestEvent().cpu > measured.longestEventCpu) {
        measured.longestEventCpu = m_application.longestEvent().cpu;
        measured.longestEvent = m_application.longestEvent().what;
    }
}

void report(const Driver::Case& measured, const Size& size)
{
    const auto rounded = [](double value) { return std::round(value * 100) / 100; };
    QJsonObject extra;
    extra[QStringLiteral("settled_median")] = rounded(median(measured.settled));
    extra[QStringLiteral("settled_p95")] = rounded(quantile(measured.settled, 0.95));
    extra[QStringLiteral("main_cpu_median")] = rounded(median(measured.mainCpu));
    extra[QStringLiteral("main_cpu_p95")] = rounded(quantile(measured.mainCpu, 0.95));
    extra[QStringLiteral("all_cpu_median")] = rounded(median(measured.allCpu));
    extra[QStringLiteral("all_cpu_p95")] = rounded(quantile(measured.allCpu, 0.95));
    extra[QStringLiteral("gap_wall_worst")] = rounded(quantile(measured.gapWall, 1));
    extra[QStringLiteral("gap_cpu_worst")] = rounded(quantile(measured.gapCpu, 1));
    extra[QStringLiteral("longest_event")] = measured.longestEvent;
    extra[QStringLiteral("longest_event_cpu")] = rounded(measured.longestEventCpu);
    report(measured.name, size, QStringLiteral("ms"), measured.wall, extra);
}

} // namespace bench
