// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/DayAxis.h"
#include "charts/SeriesStyle.h"
#include "charts/ValueScale.h"
#include "support/TestCase.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <limits>

using namespace ui::charts;

class TestChartsAxes : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void valueAxisHasFewRoundLines_data();
    void valueAxisHasFewRoundLines();
    void nothingToMeasureIsTheZeroLineAlone_data();
    void nothingToMeasureIsTheZeroLineAlone();
    void everyScaleHoldsItsValueOnThreeToFiveLines();
    void secondAxisHasTheLinesOfTheFirst_data();
    void secondAxisHasTheLinesOfTheFirst();
    void axisMayBeginAboveZero();
    void linesOfSharesSayWhereTheyAre_data();
    void linesOfSharesSayWhereTheyAre();
    void weeksAreLabelledByTheirFirstDays();
    void timeAxisLabelsFewDays_data();
    void timeAxisLabelsFewDays();
    void provisionalFillHasLinesInTwoTones();
};

void TestChartsAxes::valueAxisHasFewRoundLines_data()
{
    QTest::addColumn<double>("largest");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QList<double>>("lines");
    QTest::newRow("people of the mock-up") << 264.0 << true << QList<double>{0, 100, 200, 300};
    QTest::newRow("credits of the mock-up")
        << 34'800.0 << false << QList<double>{0, 10'000, 20'000, 30'000, 40'000};
    QTest::newRow("turns of one person") << 59.0 << true << QList<double>{0, 20, 40, 60};
    QTest::newRow("exactly on a line") << 100.0 << true << QList<double>{0, 25, 50, 75, 100};
    QTest::newRow("one review") << 1.0 << true << QList<double>{0, 1, 2};
    QTest::newRow("ten: no line between whole numbers") << 10.0 << true << QList<double>{0, 5, 10};
    QTest::newRow("ten credits") << 10.0 << false << QList<double>{0, 2.5, 5, 7.5, 10};
    QTest::newRow("cents") << 0.3 << false << QList<double>{0, 0.1, 0.2, 0.3};
    QTest::newRow("tokens of a large workspace") << 22.9e9 << true << QList<double>{0, 10e9, 20e9, 30e9};
}

void TestChartsAxes::valueAxisHasFewRoundLines()
{
    QFETCH(double, largest);
    QFETCH(bool, whole);
    QFETCH(QList<double>, lines);
    const ValueScale scale = ValueScale::upTo(largest, whole);
    QCOMPARE(scale.lines.size(), static_cast<std::size_t>(lines.size()));
    for (std::size_t i = 0; i < scale.lines.size(); ++i) {
        QVERIFY(qFuzzyCompare(scale.lines[i] + 1, lines[static_cast<qsizetype>(i)] + 1));
    }
    QVERIFY(qFuzzyCompare(scale.maximum, lines.last()));
}

void TestChartsAxes::nothingToMeasureIsTheZeroLineAlone_data()
{
    QTest::addColumn<double>("largest");
    QTest::newRow("zero") << 0.0;
    QTest::newRow("negative") << -5.0;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
}

void TestChartsAxes::nothingToMeasureIsTheZeroLineAlone()
{
    QFETCH(double, largest);
    const ValueScale scale = ValueScale::upTo(largest, true);
    QCOMPARE(scale.lines, std::vector<double>{0});
    QVERIFY(scale.maximum > 0);
}

void TestChartsAxes::everyScaleHoldsItsValueOnThreeToFiveLines()
{
    for (double largest = 0.001; largest < 1e13; largest *= 1.37) {
        for (const bool whole : {false, true}) {
            if (whole && largest < 1) {
                continue;
            }
            const ValueScale scale = ValueScale::upTo(largest, whole);
            QVERIFY2(scale.maximum >= largest * (1 - 1e-9), qPrintable(QString::number(largest)));
            QVERIFY2(
                scale.lines.size() >= 3 && scale.lines.size() <= 5, qPrintable(QString::number(largest)));
        }
    }
}

void TestChartsAxes::secondAxisHasTheLinesOfTheFirst_data()
{
    QTest::addColumn<double>("largest");
    QTest::addColumn<int>("intervals");
    QTest::addColumn<QList<double>>("lines");
    QTest::newRow("credits beside turns") << 159.0 << 3 << QList<double>{0, 60, 120, 180};
    QTest::newRow("exactly") << 100.0 << 4 << QList<double>{0, 25, 50, 75, 100};
    QTest::newRow("small") << 0.7 << 2 << QList<double>{0, 0.4, 0.8};
    QTest::newRow("nothing") << 0.0 << 4 << QList<double>{0};
}

void TestChartsAxes::secondAxisHasTheLinesOfTheFirst()
{
    QFETCH(double, largest);
    QFETCH(int, intervals);
    QFETCH(QList<double>, lines);
    const ValueScale scale = ValueScale::withIntervals(largest, static_cast<std::size_t>(intervals), false);
    QCOMPARE(scale.lines.size(), static_cast<std::size_t>(lines.size()));
    for (std::size_t i = 0; i < scale.lines.size(); ++i) {
        QVERIFY(qFuzzyCompare(scale.lines[i] + 1, lines[static_cast<qsizetype>(i)] + 1));
    }
    for (double value = 0.001; value < 1e12; value *= 1.7) {
        for (const std::size_t count : {2U, 3U, 4U}) {
            const ValueScale one = ValueScale::withIntervals(value, count, false);
            QCOMPARE(one.lines.size(), count + 1);
            QVERIFY(one.maximum >= value * (1 - 1e-9) && one.maximum < value * 4);
        }
    }
}

void TestChartsAxes::axisMayBeginAboveZero()
{
    const ValueScale scale = ValueScale::between(0.5, 0.93, false);
    QVERIFY(qFuzzyCompare(scale.minimum, 0.5));
    QVERIFY(scale.maximum >= 0.93);
    QVERIFY(qFuzzyCompare(scale.lines.front(), 0.5));
    QVERIFY(qFuzzyCompare(scale.share(scale.maximum), 1.0));
    QVERIFY(qFuzzyIsNull(scale.share(0.5)));
}

void TestChartsAxes::linesOfSharesSayWhereTheyAre_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << QStringLiteral("0\u00a0%");
    QTest::newRow("whole") << 0.25 << QStringLiteral("25\u00a0%");
    QTest::newRow("half") << 0.025 << QStringLiteral("2.5\u00a0%");
    QTest::newRow("quarter") << 0.0025 << QStringLiteral("0.25\u00a0%");
}

void TestChartsAxes::linesOfSharesSayWhereTheyAre()
{
    QFETCH(double, value);
    QTEST(axisText(app::models::Measure::ReplyRate, value), "text");
}

void TestChartsAxes::weeksAreLabelledByTheirFirstDays()
{
    using app::core::DayRange;
    using app::core::UtcDay;
    const UtcDay wednesday = UtcDay::fromNumber(20'761); // 4 Nov 2026
    // The clipped first week and the three whole ones.
    QCOMPARE(labelledWeeks({wednesday, wednesday + 25}), (std::vector<int>{0, 1, 2, 3}));
    // 29 weeks from Wed 4 Nov: those that begin on 4 Nov, 7 Dec, 4 Jan, 1 Feb, 1 Mar, 5 Apr and 3 May.
    QCOMPARE(labelledWeeks({wednesday, wednesday + 200}), (std::vector<int>{0, 5, 9, 13, 17, 22, 26}));
    QVERIFY(labelledWeeks({}).empty());
}

void TestChartsAxes::timeAxisLabelsFewDays_data()
{
    using app::core::DayRange;
    using app::core::UtcDay;
    const UtcDay sunday = UtcDay::fromNumber(20'779); // 22 Nov 2026
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("days");
    QTest::addColumn<QList<int>>("labelled");
    QTest::newRow("a week: every day") << sunday.number() - 6 << 7 << QList<int>{0, 1, 2, 3, 4, 5, 6};
    QTest::newRow("a month: the first and the Mondays")
        << sunday.number() - 29 << 30 << QList<int>{0, 2, 9, 16, 23};
    // 25 Aug to 22 Nov 2026: first Mondays are 7 Sep, 5 Oct and 2 Nov.
    QTest::newRow("90 days: first Mondays of the months")
        << sunday.number() - 89 << 90 << QList<int>{13, 41, 69};
    QTest::newRow("one day") << sunday.number() << 1 << QList<int>{0};
    QTest::newRow("no day") << sunday.number() << 0 << QList<int>{};
}

void TestChartsAxes::timeAxisLabelsFewDays()
{
    QFETCH(int, first);
    QFETCH(int, days);
    QFETCH(QList<int>, labelled);
    const auto day = app::core::UtcDay::fromNumber(first);
    const std::vector<int> result = labelledDays({day, day + (days - 1)});
    QCOMPARE(QList<int>(result.begin(), result.end()), labelled);
}

void TestChartsAxes::provisionalFillHasLinesInTwoTones()
{
    const QColor color(0x11, 0x69, 0x74);
    QImage image(60, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter(&image).fillRect(image.rect(), provisionalBrush(color, Qt::white));

    int tint = 0;
    int dark = 0;
    for (int x = 0; x < 60; ++x) {
        const QColor pixel = image.pixelColor(x, 30);
        tint += pixel == provisionalTint(color, Qt::white) ? 1 : 0;
        dark += pixel.red() < 0x80 ? 1 : 0;
        QVERIFY2(pixel != QColor(Qt::white), "the card shows through");
    }
    // About a third of each line of pixels belongs to the 45° lines.
    QVERIFY(tint >= 15 && tint <= 45);
    QVERIFY(dark >= 8 && dark <= 30);
}

QTEST_MAIN(TestChartsAxes)
#include "tst_charts_axes.moc"
