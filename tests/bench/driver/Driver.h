// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BenchApplication.h"
#include "Figures.h"
#include "Watchdog.h"

#include "api/BaseUrl.h"
#include "common/DialogService.h"
#include "common/ThemeController.h"
#include "core/DayRange.h"
#include "pages/Page.h"
#include "shell/AppController.h"
#include "shell/AppServices.h"

#include <QAbstractItemView>

#include <functional>
#include <memory>
#include <stdexcept>

namespace bench {

/// What ends a measurement that cannot be made.
class Stopped final : public std::runtime_error
{
public:
    explicit Stopped(const QString& why)
        : std::runtime_error(why.toStdString())
    {
    }
};

/// A question nobody answers.
class NoDialogs final : public ui::common::DialogService
{
public:
    void open(QWidget*, const ui::common::DialogContent&, Answer) override { }
    void askWhereToSave(QWidget*, const ui::common::SaveQuestion&, FileAnswer) override { }
};

/// What a data folder holds, found before the program opens it.
struct Contents
{
    Size size;
    app::core::DayRange days;
    app::core::WorkspaceId workspace;
};

/// Looks into the first workspace of the data folder `data`, and makes the settings name it as a workspace
/// that was set up, with its key in memory and therefore gone: nothing is asked of any network, and the
/// window opens with the last 30 days of the data, however old these are. Throws Stopped.
Contents prepare(const QString& data);

/// The program of production, its window and a person in front of it, in this process. The clock stands at
/// the morning after the newest day. Main thread.
class Driver
{
public:
    /// With `connection` the workspace's key is given and syncs can run.
    struct Connection
    {
        app::api::BaseUrl baseUrl;
        QString key;
    };
    Driver(BenchApplication& application, const QString& data, const Contents& contents,
        std::optional<Connection> connection = {});
    ~Driver();

    [[nodiscard]] ui::shell::AppController& controller() const { return *m_controller; }
    [[nodiscard]] ui::shell::MainWindow& window() const;
    [[nodiscard]] Watchdog& watchdog() { return m_watchdog; }
    [[nodiscard]] BenchApplication& application() const { return m_application; }

    /// How long waitUntil() waits; two minutes until somebody says something else.
    void setPatience(std::chrono::nanoseconds patience) { m_patience = patience; }
    /// Turns the event loop until that is so. Throws Stopped when it takes too long.
    void waitUntil(const std::function<bool()>& isTrue, const QString& what);
    /// Until no page reads and nothing was painted for a while.
    void settle();

    /// The visible widget of that name; throws Stopped when there is none.
    [[nodiscard]] QWidget* widget(const QString& objectName) const;
    [[nodiscard]] QAbstractItemView* view(const QString& objectName) const;
    [[nodiscard]] ui::pages::Page* visiblePage() const;
    void click(const QString& objectName);
    void click(QWidget* widget, QPoint at);
    /// Opens the popup of one's own range, puts these days in and leaves the button to be clicked.
    void fillCustomRange(app::core::DayRange days);

    /// One case that is measured over and over.
    struct Case
    {
        QString name;
        std::vector<double> wall{}; ///< milliseconds from the event to the first frame with the answer
        std::vector<double> settled{}; ///< to the last frame before it was quiet
        std::vector<double> mainCpu{}; ///< of the main thread, to the first frame with the answer
        std::vector<double> allCpu{}; ///< of the whole process
        std::vector<double> gapWall{}; ///< the longest gap of the event loop in it
        std::vector<double> gapCpu{};
        QString longestEvent{};
        double longestEventCpu = 0;
    };
    /// Sends an input event and waits for the frame that shows the answer: the first one that is complete
    /// after the visible page has read what it wanted. With `shows` the answer is the last frame in which
    /// that widget was painted: a table that is narrowed or sorted says nowhere that it is done.
    void measure(Case& measured, const std::function<void()>& input, const QWidget* shows = nullptr);

private:
    void turn();

    BenchApplication& m_application;
    std::chrono::nanoseconds m_patience = std::chrono::minutes(2);
    Watchdog m_watchdog;
    NoDialogs m_dialogs;
    std::unique_ptr<ui::shell::AppServices> m_services;
    std::unique_ptr<ui::common::ThemeController> m_theme;
    std::unique_ptr<ui::shell::AppController> m_controller;
};

/// Prints the line of a case.
void report(const Driver::Case& measured, const Size& size);

} // namespace bench
