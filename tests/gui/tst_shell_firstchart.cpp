// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/ThemeController.h"
#include "gui/PagesKit.h"
#include "pages/OverviewPage.h"
#include "pages/PrivacyPage.h"
#include "shell/FirstChart.h"
#include "support/TestCase.h"

#include <QApplication>
#include <QSignalSpy>

using namespace ui;
using shell::FirstChart;
using support::kMonth;

class TestShellFirstChart : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_theme.reset(); }
    void isToldOnceWhenItIsPainted();
    void anEmptyPageHasNone();
    void processKnowsItsAge();

private:
    std::unique_ptr<common::ThemeController> m_theme;
};

void TestShellFirstChart::initTestCase()
{
    m_theme = std::make_unique<common::ThemeController>(
        *qobject_cast<QApplication*>(QCoreApplication::instance()), app::settings::Appearance::Light);
}

void TestShellFirstChart::isToldOnceWhenItIsPainted()
{
    support::PagesKit kit;
    kit.fillMonth(6);
    pages::OverviewPage page;
    page.resize(1200, 800);
    FirstChart first;
    first.watch(&page);
    QSignalSpy loaded(&page, &pages::Page::loaded);
    QSignalSpy painted(&first, &FirstChart::painted);
    page.setRange(kMonth);
    page.setStore(kit.store());

    page.show();

    QTRY_COMPARE(loaded.size(), 1);
    QTRY_COMPARE(painted.size(), 1);
    page.reload();
    QTRY_COMPARE(loaded.size(), 2);
    QTest::qWait(50); // the frame of the second answer
    QCOMPARE(painted.size(), 1);
    page.setStore(nullptr);
}

void TestShellFirstChart::anEmptyPageHasNone()
{
    support::PagesKit kit;
    pages::OverviewPage page;
    FirstChart first;
    first.watch(&page);
    QSignalSpy loaded(&page, &pages::Page::loaded);
    QSignalSpy painted(&first, &FirstChart::painted);
    page.setRange(kMonth);
    page.setStore(kit.store());

    page.show();

    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(page.state(), pages::Page::State::Empty);
    QTest::qWait(50); // the frame that shows so
    QCOMPARE(painted.size(), 0);
    page.setStore(nullptr);
}

void TestShellFirstChart::processKnowsItsAge()
{
    const auto before = shell::timeSinceStart();
    QTest::qWait(100);
    const auto after = shell::timeSinceStart();

    if (!before) {
        QSKIP("this system does not tell when a process began");
    }
    QVERIFY(before->count() >= 0);
    QVERIFY(before->count() < 120'000); // the tests just began
    QVERIFY(after->count() - before->count() >= 90);
}

QTEST_MAIN(TestShellFirstChart)
#include "tst_shell_firstchart.moc"
