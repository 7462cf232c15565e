// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "insights/Ratio.h"
#include "support/TestCase.h"

#include <cmath>
#include <limits>

using namespace app::insights;

class TestRatio : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void ratiosOfSums_data();
    void ratiosOfSums();
    void wilsonMatchesPublishedIntervals_data();
    void wilsonMatchesPublishedIntervals();
    void wilsonSolvesItsDefiningEquation();
    void wilsonRefusesWhatIsNoShare_data();
    void wilsonRefusesWhatIsNoShare();
};

void TestRatio::ratiosOfSums_data()
{
    using Value = std::optional<double>;
    QTest::addColumn<Value>("numerator");
    QTest::addColumn<Value>("denominator");
    QTest::addColumn<Value>("expected");
    QTest::newRow("a ratio") << Value(3.0) << Value(4.0) << Value(0.75);
    QTest::newRow("nothing of something is zero") << Value(0.0) << Value(4.0) << Value(0.0);
    QTest::newRow("a zero denominator has none") << Value(3.0) << Value(0.0) << Value();
    QTest::newRow("a negative denominator has none") << Value(3.0) << Value(-1.0) << Value();
    QTest::newRow("null is not zero") << Value() << Value(4.0) << Value();
    QTest::newRow("without a denominator") << Value(3.0) << Value() << Value();
    QTest::newRow("not a number") << Value(3.0) << Value(std::nan("")) << Value();
}

void TestRatio::ratiosOfSums()
{
    QFETCH(std::optional<double>, numerator);
    QFETCH(std::optional<double>, denominator);
    QFETCH(std::optional<double>, expected);
    QCOMPARE(ratio(numerator, denominator), expected);
}

void TestRatio::wilsonMatchesPublishedIntervals_data()
{
    QTest::addColumn<double>("hits");
    QTest::addColumn<double>("cases");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // Newcombe 1998, Statistics in Medicine 17, table I, method 3.
    QTest::newRow("81 of 263") << 81.0 << 263.0 << 0.2553 << 0.3662;
    QTest::newRow("15 of 148") << 15.0 << 148.0 << 0.0624 << 0.1605;
    QTest::newRow("none of 20") << 0.0 << 20.0 << 0.0 << 0.1611;
    QTest::newRow("1 of 29") << 1.0 << 29.0 << 0.0061 << 0.1718;
    QTest::newRow("all of 20") << 20.0 << 20.0 << 1 - 0.1611 << 1.0;
}

void TestRatio::wilsonMatchesPublishedIntervals()
{
    QFETCH(double, hits);
    QFETCH(double, cases);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto interval = wilson95(hits, cases);
    QVERIFY(interval);
    QCOMPARE(interval->middle, hits / cases);
    QVERIFY2(std::abs(interval->low - low) < 0.00005, qPrintable(QString::number(interval->low, 'f', 6)));
    QVERIFY2(std::abs(interval->high - high) < 0.00005, qPrintable(QString::number(interval->high, 'f', 6)));
}

void TestRatio::wilsonSolvesItsDefiningEquation()
{
    // The ends are the shares t from which p lies exactly 1.96 standard errors away.
    for (const double cases : {1.0, 7.0, 10.0, 62.0, 1'473.0, 100'000.0}) {
        for (int tenth = 1; tenth < 10; ++tenth) {
            const double hits = cases * tenth / 10;
            const auto interval = wilson95(hits, cases);
            QVERIFY(interval);
            QVERIFY(interval->low < interval->middle && interval->middle < interval->high);
            for (const double end : {interval->low, interval->high}) {
                const double errors = std::abs(interval->middle - end) / std::sqrt(end * (1 - end) / cases);
                QVERIFY(std::abs(errors - 1.96) < 1e-6);
            }
        }
    }
}

void TestRatio::wilsonRefusesWhatIsNoShare_data()
{
    QTest::addColumn<double>("hits");
    QTest::addColumn<double>("cases");
    QTest::newRow("no cases") << 0.0 << 0.0;
    QTest::newRow("more hits than cases") << 11.0 << 10.0;
    QTest::newRow("negative hits") << -1.0 << 10.0;
    QTest::newRow("negative cases") << 0.0 << -3.0;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 10.0;
}

void TestRatio::wilsonRefusesWhatIsNoShare()
{
    QFETCH(double, hits);
    QFETCH(double, cases);
    QVERIFY(!wilson95(hits, cases));
}

QTEST_GUILESS_MAIN(TestRatio)
#include "tst_ratio.moc"
