// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Driver.h"
#include "Scenes.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include <cstdio>
#include <map>
#include <vector>

namespace bench {

using app::core::DayRange;

namespace {

constexpr std::array kRanges{7, 30, 90, 365};

struct PageButton
{
    const char* page;
    const char* button;
};
constexpr std::array kPages{PageButton{"overview", "overviewButton"},
    PageButton{"engineers", "engineersButton"}, PageButton{"code-review", "codeReviewButton"},
    PageButton{"tokens", "tokensButton"}, PageButton{"surfaces", "surfacesButton"},
    PageButton{"privacy", "privacyButton"}};

class PagesRun
{
public:
    PagesRun(Driver& driver, const Options& options, const Contents& contents)
        : m_driver(driver)
        , m_options(options)
        , m_contents(contents)
    {
    }

    void run()
    {
        for (int round = 0; round < m_options.rounds; ++round) {
            openEveryPage();
            changeRangeOnEveryPage();
            changeColumns();
            narrowTheTable();
            sortTheTable();
            turnPeople();
            std::fprintf(stderr, "round %d of %d\n", round + 1, m_options.rounds);
        }
        for (const QString& name : m_order) {
            report(m_cases.at(name), m_contents.size);
        }
    }

private:
    [[nodiscard]] bool wants(const QString& name) const
    {
        return m_options.cases.pattern().isEmpty() || m_options.cases.match(name).hasMatch();
    }

    void measure(const QString& name, const std::function<void()>& input, const QWidget* shows = nullptr)
    {
        if (!wants(name)) {
            input();
            m_driver.settle();
            return;
        }
        if (!m_cases.contains(name)) {
            m_order.push_back(name);
            m_cases[name].name = name;
        }
        Driver::Case& measured = m_cases.at(name);
        m_driver.measure(measured, input, shows);
        if (m_options.traces) {
            printTraces();
        }
    }

    void printTraces()
    {
        for (const Watchdog::Gap& gap : m_driver.watchdog().longGaps()) {
            std::fprintf(
                stderr, "%s: %.0f ms, %.0f of the main thread\n", qPrintable(gap.scene), gap.wall, gap.cpu);
            for (const QString& frame : gap.frames) {
                std::fprintf(stderr, "    %s\n", qPrintable(frame));
            }
        }
    }

    [[nodiscard]] std::vector<int> ranges() const
    {
        std::vector<int> fitting;
        for (const int days : kRanges) {
            if (days <= m_contents.size.days || days == kRanges.front()) {
                fitting.push_back(days);
            }
        }
        return fitting;
    }

    /// The input that shows the last `days` days; what has to be typed before is done.
    std::function<void()> rangeInput(int days)
    {
        if (days == 365) {
            m_driver.fillCustomRange(DayRange::endingAt(m_contents.days.last, days));
            return [this] { m_driver.click(QStringLiteral("rangeApplyButton")); };
        }
        return [this, days] { m_driver.click(QStringLiteral("range%1Button").arg(days)); };
    }

    void goTo(const char* button)
    {
        m_driver.click(QLatin1String(button));
        m_driver.settle();
    }

    void setRange(int days)
    {
        rangeInput(days)();
        m_driver.settle();
    }

    /// Each page from another one, with a range that it has not read. Where the range changes the page is on
    /// show, so the first page needs a turn of its own.
    void openEveryPage()
    {
        const auto open = [this](const PageButton& page, int days) {
            measure(QStringLiteral("open/%1/%2").arg(QLatin1String(page.page)).arg(days),
                [this, &page] { m_driver.click(QLatin1String(page.button)); });
        };
        for (const int days : ranges()) {
            goTo(kPages.front().button);
            setRange(days == 7 ? 30 : 7);
            setRange(days);
            for (std::size_t i = 1; i < kPages.size(); ++i) {
                open(kPages[i], days);
            }
            setRange(days == 7 ? 30 : 7);
            setRange(days);
            open(kPages.front(), days);
        }
    }

    void changeRangeOnEveryPage()
    {
        for (const PageButton& page : kPages) {
            goTo(page.button);
            setRange(ranges().size() > 1 ? ranges().back() : 30);
            for (const int days : ranges()) {
                if (days == ranges().back() && ranges().size() == 1) {
                    continue;
                }
                const auto input = rangeInput(days);
                measure(QStringLiteral("range/%1/%2").arg(QLatin1String(page.page)).arg(days), input);
            }
        }
    }

    /// Daily and weekly, where a range is short enough to have the choice.
    void changeColumns()
    {
        for (const char* button : {"overviewButton", "tokensButton", "surfacesButton", "codeReviewButton"}) {
            goTo(button);
            setRange(30);
            for (const char* action : {"weeklyAction", "dailyAction"}) {
                measure(
                    QStringLiteral("columns/%1/%2")
                        .arg(QString::fromLatin1(button).chopped(6), QString::fromLatin1(action).chopped(6)),
                    [this, action] {
                        chooseFromMenu(QStringLiteral("granularityMenu"), QLatin1String(action));
                    });
            }
        }
    }

    /// The menu is open already when the stop watch starts: a click on its line.
    void chooseFromMenu(const QString& menuName, const QString& actionName)
    {
        auto* menu = m_driver.window().findChild<QMenu*>(menuName);
        for (QAction* action : menu->actions()) {
            if (action->objectName() == actionName) {
                action->trigger();
                return;
            }
        }
        throw Stopped(QStringLiteral("no %1 in %2").arg(actionName, menuName));
    }

    void narrowTheTable()
    {
        goTo("engineersButton");
        setRange(m_contents.size.days >= 365 ? 365 : 30);
        const QWidget* table = m_driver.view(QStringLiteral("engineersTable"))->viewport();
        auto* search = qobject_cast<QLineEdit*>(m_driver.widget(QStringLiteral("engineerSearchEdit")));
        search->setFocus();
        for (const char letter : {'a', 'l', 'e'}) {
            measure(
                QStringLiteral("search/typed-%1").arg(search->text().size() + 1),
                [search, letter] { QTest::keyClick(search, letter); }, table);
        }
        for (int left = 2; left >= 0; --left) {
            measure(
                QStringLiteral("search/taken-back-%1").arg(left),
                [search] { QTest::keyClick(search, Qt::Key_Backspace); }, table);
        }
        for (const char* chip : {"activityFilter", "surfaceFilter"}) {
            for (const bool narrows : {true, false}) {
                auto* menu
                    = m_driver.window().findChild<QMenu*>(QLatin1String(chip) + QStringLiteral("Menu"));
                const QList<QAction*> actions = menu->actions();
                if (actions.size() < 2) {
                    continue;
                }
                QAction* action = actions.at(narrows ? 1 : 0);
                m_driver.click(QLatin1String(chip));
                m_driver.settle();
                measure(
                    QStringLiteral("filter/%1/%2")
                        .arg(QString::fromLatin1(chip).chopped(6),
                            narrows ? QStringLiteral("on") : QStringLiteral("off")),
                    [this, menu, action] { m_driver.click(menu, menu->actionGeometry(action).center()); },
                    table);
            }
        }
    }

    void sortTheTable()
    {
        goTo("engineersButton");
        auto* table = m_driver.view(QStringLiteral("engineersTable"));
        auto* header = table->findChild<QHeaderView*>(QStringLiteral("engineersHeader"));
        for (int visual = header->count() - 1; visual >= 0; --visual) {
            const int column = header->logicalIndex(visual);
            if (header->isSectionHidden(column)) {
                continue;
            }
            const QPoint middle(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                header->height() / 2);
            measure(
                QStringLiteral("sort/column-%1").arg(column),
                [this, header, middle] { m_driver.click(header->viewport(), middle); }, table->viewport());
        }
        // Back to names, from A to Z.
        if (header->sortIndicatorOrder() == Qt::DescendingOrder) {
            const int column = header->logicalIndex(0);
            m_driver.click(
                header->viewport(), {header->sectionViewportPosition(column) + 100, header->height() / 2});
        }
        measure(QStringLiteral("scroll/page-down"), [table] { QTest::keyClick(table, Qt::Key_PageDown); });
        measure(QStringLiteral("scroll/end"),
            [table] { QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier); });
        measure(QStringLiteral("scroll/home"),
            [table] { QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier); });
    }

    void turnPeople()
    {
        for (const int days : ranges()) {
            goTo("engineersButton");
            setRange(days);
            auto* table = m_driver.view(QStringLiteral("engineersTable"));
            table->setFocus();
            QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
            m_driver.settle();
            measure(QStringLiteral("open/person/%1").arg(days),
                [table] { QTest::keyClick(table, Qt::Key_Return); });
            measure(QStringLiteral("person/next/%1").arg(days),
                [this] { m_driver.click(QStringLiteral("nextPersonButton")); });
            measure(QStringLiteral("person/previous/%1").arg(days),
                [this] { m_driver.click(QStringLiteral("previousPersonButton")); });
            measure(QStringLiteral("person/back/%1").arg(days),
                [this] { m_driver.click(QStringLiteral("backToEngineersButton")); });
        }
    }

    Driver& m_driver;
    const Options& m_options;
    const Contents& m_contents;
    std::map<QString, Driver::Case> m_cases;
    std::vector<QString> m_order;
};

} // namespace

void runPages(BenchApplication& application, const Options& options)
{
    const Contents contents = prepare(options.data);
    Driver driver(application, options.data, contents);
    PagesRun(driver, options, contents).run();
}

} // namespace bench
