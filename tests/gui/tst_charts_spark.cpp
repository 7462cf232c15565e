// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/LinePainter.h"
#include "charts/Sparkline.h"
#include "common/ThemeController.h"
#include "support/TestCase.h"

#include <QImage>
#include <QPainter>

using namespace ui;
using app::core::UtcDay;
using app::models::DayPoint;
using app::records::DayState;
using charts::LineRun;
using charts::LineStroke;
using common::Theme;
using common::Token;

namespace {

const UtcDay kFirst = UtcDay::fromNumber(20'770); // Fri 13 Nov 2026

DayPoint final(double value)
{
    return {value, DayState::Final};
}

// Whether anything of this colour is painted, thinned by its edge at most, in `box`.
bool holds(const QImage& image, const QRect& box, const QColor& color)
{
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green())
                    + std::abs(pixel.blue() - color.blue())
                < 220) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

class TestChartsSpark : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<common::ThemeController>(*qApp, app::settings::Appearance::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { m_theme.reset(); }

    void lineBreaksAtHolesAndChangesItsStroke();
    void longLinesHaveFourPointsAPixelAtMost();
    void sparklineBreaksAndMarksTheLastFinalDay();
    void sparklineSaysWhatItShows();
    void columnsTellZeroFromMissing();
    void columnsStandAtTheLeadingEdge();

private:
    std::unique_ptr<common::ThemeController> m_theme;
};

void TestChartsSpark::lineBreaksAtHolesAndChangesItsStroke()
{
    DayPoint partial = final(3);
    partial.basisDays = 6;
    partial.basisWanted = 7;
    const std::vector<DayPoint> points{final(1), final(2), {std::nullopt, DayState::Missing}, final(4),
        {std::nullopt, DayState::Final}, final(5), final(5), partial, final(6), {7.0, DayState::Provisional}};
    const std::vector<LineRun> expected{{LineStroke::Solid, 0, 1}, {LineStroke::Solid, 3, 3},
        {LineStroke::Solid, 5, 6}, {LineStroke::Partial, 6, 8}, {LineStroke::Provisional, 8, 9}};
    QVERIFY(charts::lineRuns(points) == expected);
    QVERIFY(charts::lineRuns({}).empty());
}

void TestChartsSpark::longLinesHaveFourPointsAPixelAtMost()
{
    constexpr std::size_t kDays = 3'650;
    constexpr double kWidth = 120;
    const auto at = [](std::size_t day) {
        return QPointF(static_cast<double>(day) * kWidth / kDays, static_cast<double>(day * 7'919 % 1'000));
    };
    const QPolygonF line = charts::thinned(0, kDays - 1, at);
    QVERIFY2(line.size() <= 4 * static_cast<int>(kWidth), qPrintable(QString::number(line.size())));
    QCOMPARE(line.front(), at(0));
    QCOMPARE(line.back(), at(kDays - 1));
    for (int pixel = 0; pixel < static_cast<int>(kWidth); ++pixel) {
        double least = 1'000;
        double most = 0;
        for (std::size_t day = 0; day < kDays; ++day) {
            if (static_cast<int>(at(day).x()) == pixel) {
                least = std::min(least, at(day).y());
                most = std::max(most, at(day).y());
            }
        }
        const auto reaches = [&](double y) {
            return std::any_of(line.begin(), line.end(), [&](const QPointF& point) {
                return static_cast<int>(point.x()) == pixel && qFuzzyCompare(point.y() + 1, y + 1);
            });
        };
        QVERIFY(reaches(least) && reaches(most));
    }
    // Points that have a pixel each all stay.
    const auto apart = [](std::size_t day) { return QPointF(static_cast<double>(day), 1); };
    QCOMPARE(charts::thinned(3, 40, apart).size(), 38);
}

void TestChartsSpark::sparklineBreaksAndMarksTheLastFinalDay()
{
    charts::Sparkline spark;
    spark.resize(206, 28); // 5 steps of 40 between the edges of 3
    spark.setSeries({app::models::Measure::Turns, {kFirst, kFirst + 5},
        {final(10), final(10), {std::nullopt, DayState::Missing}, final(10), final(5),
            {10.0, DayState::Provisional}}});
    spark.show();
    QVERIFY(QTest::qWaitForWindowExposed(&spark));
    const QImage image = spark.grab().toImage();
    const QColor color = Theme::of(nullptr).color(Token::Category1);

    QVERIFY(holds(image, QRect(20, 2, 4, 4), color)); // joined
    QVERIFY(!holds(image, QRect(50, 0, 60, 26), color)); // the hole and both its sides
    QVERIFY(holds(image, QRect(162, 13, 3, 3), color)); // the dot at half height
    int strokes = 0;
    bool before = false;
    for (int x = 168; x < 202; ++x) { // the tail climbs from (163, 14) to (203, 3)
        const bool on = holds(image, QRect(x, 0, 1, 20), color);
        strokes += on && !before ? 1 : 0;
        before = on;
    }
    QVERIFY2(strokes >= 4, qPrintable(QString::number(strokes)));
}

void TestChartsSpark::sparklineSaysWhatItShows()
{
    charts::Sparkline spark;
    spark.setSeries({app::models::Measure::Turns, {kFirst, kFirst + 1}, {final(1'200), final(30)}});
    QCOMPARE(spark.accessibleName(), QStringLiteral("13 Nov to 14 Nov 2026: between 30 and 1,200"));
    spark.setSeries({app::models::Measure::Turns, {kFirst, kFirst}, {{std::nullopt, DayState::Missing}}});
    QCOMPARE(spark.accessibleName(), QStringLiteral("No figures, 13 Nov 2026"));
}

void TestChartsSpark::columnsTellZeroFromMissing()
{
    const Theme theme(Theme::Mode::Light);
    QImage image(40, charts::kSparkColumnsHeight, QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        charts::paintSparkColumns(painter, QRectF(image.rect()), theme,
            std::vector<DayPoint>{final(8), final(0), {std::nullopt, DayState::Missing},
                {8.0, DayState::Provisional}, final(4)});
    }
    const auto at = [&image](int column, int y) { return image.pixelColor(column * 4 + 1, y); };
    QCOMPARE(at(0, 1), theme.color(Token::Category1));
    QCOMPARE(at(1, 22), QColor(Qt::white));
    QCOMPARE(at(2, 1), theme.color(Token::Gap));
    QVERIFY(at(3, 1) != theme.color(Token::Category1));
    QVERIFY(at(3, 1) != QColor(Qt::white));
    QCOMPARE(at(4, 22), theme.color(Token::Category1));
    QCOMPARE(at(4, 4), QColor(Qt::white)); // half as high
    QCOMPARE(charts::sparkColumnsWidth(5), 20);
}

void TestChartsSpark::columnsStandAtTheLeadingEdge()
{
    const Theme theme(Theme::Mode::Light);
    QImage image(40, charts::kSparkColumnsHeight, QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.setLayoutDirection(Qt::RightToLeft);
        charts::paintSparkColumns(
            painter, QRectF(image.rect()), theme, std::vector<DayPoint>{final(8), final(1)});
    }
    // At the right edge, and still the older day first.
    QCOMPARE(image.pixelColor(33, 2), theme.color(Token::Category1));
    QCOMPARE(image.pixelColor(37, 2), QColor(Qt::white));
    QCOMPARE(image.pixelColor(1, 22), QColor(Qt::white));
}

QTEST_MAIN(TestChartsSpark)
#include "tst_charts_spark.moc"
