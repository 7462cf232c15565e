// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/AccessWalk.h"
#include "looks/Stage.h"
#include "support/TestCase.h"

#include <QApplication>

using looks::Scene;
using looks::Screen;
using looks::Stage;

/// Every screen with the keyboard alone: Tab comes to each control, leaves it and shows where it is, in both
/// directions of reading. The names of the controls are checked with the pictures (tst_looks_renders).
class TestKeyboard final : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tabReachesEverything_data()
    {
        QTest::addColumn<int>("screen");
        QTest::addColumn<bool>("rightToLeft");
        for (const Screen screen : looks::allScreens()) {
            for (const bool rightToLeft : {false, true}) {
                Scene scene;
                scene.screen = screen;
                scene.rightToLeft = rightToLeft;
                QTest::newRow(qPrintable(scene.name())) << static_cast<int>(screen) << rightToLeft;
            }
        }
    }
    void tabReachesEverything()
    {
        QFETCH(int, screen);
        QFETCH(bool, rightToLeft);
        Scene scene;
        scene.screen = static_cast<Screen>(screen);
        scene.data.people = 40;
        scene.rightToLeft = rightToLeft;
        Stage stage(m_data);
        QVERIFY2(stage.open(scene), qPrintable(stage.problem()));
        QVERIFY(QTest::qWaitForWindowActive(stage.subject()));

        const looks::Findings found = looks::tabGaps(stage.subject());

        QVERIFY2(found.empty(), qPrintable(looks::toText(found)));
    }

private:
    looks::DataSets m_data;
};

QTEST_MAIN(TestKeyboard)
#include "tst_looks_keyboard.moc"
