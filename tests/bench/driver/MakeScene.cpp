// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Driver.h"
#include "Scenes.h"

#include "pages/CodeReviewPage.h"
#include "pages/EngineerPage.h"
#include "pages/EngineersPage.h"
#include "pages/OverviewPage.h"
#include "pages/PrivacyPage.h"
#include "pages/SurfacesPage.h"
#include "pages/TokensPage.h"

#include <QStackedWidget>

namespace bench {

namespace {

template <typename PageOfThatKind>
void makeAgainAndAgain(const QString& name, QStackedWidget& stack, int rounds)
{
    std::vector<double> cpu;
    for (int round = 0; round < rounds; ++round) {
        const std::int64_t before = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
        auto* page = new PageOfThatKind(&stack);
        stack.addWidget(page);
        stack.setCurrentWidget(page);
        QCoreApplication::sendPostedEvents();
        cpu.push_back(milliseconds(nanoseconds(CLOCK_THREAD_CPUTIME_ID) - before));
        delete page;
    }
    report(QStringLiteral("make/") + name, {}, QStringLiteral("ms of the main thread"), cpu);
}

} // namespace

void runMake(BenchApplication& application, const Options& options)
{
    const ui::common::ThemeController theme(application, app::settings::Appearance::Light);
    QWidget window;
    auto* stack = new QStackedWidget(&window);
    window.resize(1440, 900);
    stack->resize(window.size());
    window.show();
    makeAgainAndAgain<ui::pages::OverviewPage>(QStringLiteral("overview"), *stack, options.rounds);
    makeAgainAndAgain<ui::pages::EngineersPage>(QStringLiteral("engineers"), *stack, options.rounds);
    makeAgainAndAgain<ui::pages::EngineerPage>(QStringLiteral("person"), *stack, options.rounds);
    makeAgainAndAgain<ui::pages::CodeReviewPage>(QStringLiteral("code-review"), *stack, options.rounds);
    makeAgainAndAgain<ui::pages::TokensPage>(QStringLiteral("tokens"), *stack, options.rounds);
    makeAgainAndAgain<ui::pages::SurfacesPage>(QStringLiteral("surfaces"), *stack, options.rounds);
    makeAgainAndAgain<ui::pages::PrivacyPage>(QStringLiteral("privacy"), *stack, options.rounds);
}

} // namespace bench
