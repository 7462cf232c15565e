// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Format.h"
#include "common/Translations.h"
#include "support/TestCase.h"

#include <QApplication>
#include <QDateTime>

#include <cmath>
#include <limits>

using namespace ui::common;
using namespace std::chrono_literals;
using app::core::DayRange;
using app::core::Instant;
using app::core::UtcDay;

namespace {

const QString kDash(QChar(0x2013));

QLocale english()
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom);
}

// The no-break space between a number and its unit, as a plain space.
QString spaced(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ');
}

UtcDay day(const char* iso)
{
    return UtcDay::fromIso(QString::fromLatin1(iso)).value();
}

Instant at(const char* iso)
{
    return Instant(std::chrono::milliseconds(
        QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch()));
}

} // namespace

class TestFormat : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslators(*qApp); }
    void compactNumbersFitAnAxis_data();
    void compactNumbersFitAnAxis();
    void figuresKeepTheirDigitsBelowTenThousand_data();
    void figuresKeepTheirDigitsBelowTenThousand();
    void integersKeepAllDigits_data();
    void integersKeepAllDigits();
    void numbersFollowTheLocale();
    void sharesSayTheirSign_data();
    void sharesSayTheirSign();
    void sizesAreDecimal_data();
    void sizesAreDecimal();
    void daysAreUtcAndSaySo();
    void rangesNameTheYearOnlyOnce_data();
    void rangesNameTheYearOnlyOnce();
    void timesAreUtc();
    void agesCountInWholeUnits_data();
    void agesCountInWholeUnits();
    void durationsAreShort_data();
    void durationsAreShort();
    void theCLocaleIsShownAsBritishEnglish();
};

void TestFormat::compactNumbersFitAnAxis_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << QStringLiteral("0");
    QTest::newRow("hundreds") << 950.0 << QStringLiteral("950");
    QTest::newRow("a fraction") << 2.5 << QStringLiteral("2.5");
    QTest::newRow("a small fraction") << 0.25 << QStringLiteral("0.25");
    QTest::newRow("thousands") << 1200.0 << QStringLiteral("1.2k");
    QTest::newRow("whole thousands") << 5000.0 << QStringLiteral("5k");
    QTest::newRow("tens of thousands") << 34'200.0 << QStringLiteral("34k");
    QTest::newRow("a million") << 1'200'000.0 << QStringLiteral("1.2 M");
    QTest::newRow("thousands of millions") << 22'900'000'000.0 << QStringLiteral("22.9 B");
    QTest::newRow("hundreds of millions") << 123'400'000.0 << QStringLiteral("123 M");
    QTest::newRow("more than the largest unit") << 12'345e9 << QStringLiteral("12,345 B");
    QTest::newRow("rounds up to the next unit") << 999'600.0 << QStringLiteral("1 M");
    QTest::newRow("rounds up to thousands") << 999.6 << QStringLiteral("1k");
    QTest::newRow("negative with a real minus") << -1200.0 << QStringLiteral("\u22121.2k");
    QTest::newRow("negative that rounds to nothing") << -1e-12 << QStringLiteral("0");
    QTest::newRow("thousandths") << 0.0015 << QStringLiteral("0.0015");
    QTest::newRow("hundredths") << 0.05 << QStringLiteral("0.05");
    QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << kDash;
    QTest::newRow("infinity") << std::numeric_limits<double>::infinity() << kDash;
}

void TestFormat::compactNumbersFitAnAxis()
{
    QFETCH(double, value);
    QTEST(spaced(format::compact(value, english())), "text");
}

void TestFormat::figuresKeepTheirDigitsBelowTenThousand_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("reviews") << 1727.0 << QStringLiteral("1,727");
    QTest::newRow("people") << 390.0 << QStringLiteral("390");
    QTest::newRow("the last with all digits") << 9999.0 << QStringLiteral("9,999");
    QTest::newRow("turns") << 177'000.0 << QStringLiteral("177k");
    QTest::newRow("ten thousand") << 10'000.0 << QStringLiteral("10k");
    QTest::newRow("a small average") << 2.52 << QStringLiteral("2.5");
}

void TestFormat::figuresKeepTheirDigitsBelowTenThousand()
{
    QFETCH(double, value);
    QTEST(spaced(format::figure(value, english())), "text");
    QCOMPARE(format::figure(std::nullopt, english()), kDash);
}

void TestFormat::integersKeepAllDigits_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64{0} << QStringLiteral("0");
    QTest::newRow("grouped") << qint64{22'912'345'678} << QStringLiteral("22,912,345,678");
    QTest::newRow("negative") << qint64{-1234} << QStringLiteral("\u22121,234");
    QTest::newRow("largest") << std::numeric_limits<qint64>::max()
                             << QStringLiteral("9,223,372,036,854,775,807");
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min()
                              << QStringLiteral("\u22129,223,372,036,854,775,808");
}

void TestFormat::integersKeepAllDigits()
{
    QFETCH(qint64, value);
    QTEST(format::integer(value, english()), "text");
}

void TestFormat::numbersFollowTheLocale()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(format::number(1234.5, 2, german), QStringLiteral("1.234,5"));
    QCOMPARE(spaced(format::compact(1'200'000, german)), QStringLiteral("1,2 M"));
    QCOMPARE(format::number(-0.004, 2, german), QStringLiteral("0"));
    QCOMPARE(format::number(std::optional<double>(), 2, german), kDash);
    const QLocale arabic(QLocale::Arabic, QLocale::Egypt);
    QVERIFY(format::number(-12.5, 1, arabic).startsWith(QChar(0x2212)));
}

void TestFormat::sharesSayTheirSign_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("change");
    QTest::newRow("up") << 0.078 << QStringLiteral("7.8 %") << QStringLiteral("+7.8 %");
    QTest::newRow("down") << -0.04 << QStringLiteral("\u22124.0 %") << QStringLiteral("\u22124.0 %");
    QTest::newRow("none") << 0.0 << QStringLiteral("0.0 %") << QStringLiteral("0.0 %");
    QTest::newRow("too small to see") << 0.0001 << QStringLiteral("0.0 %") << QStringLiteral("0.0 %");
    QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << kDash << kDash;
}

void TestFormat::sharesSayTheirSign()
{
    QFETCH(double, share);
    QTEST(spaced(format::percent(share, 1, english())), "plain");
    QTEST(spaced(format::signedPercent(share, 1, english())), "change");
}

void TestFormat::sizesAreDecimal_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("bytes") << qint64{12} << QStringLiteral("12 B");
    QTest::newRow("kilobytes") << qint64{18'200} << QStringLiteral("18 kB");
    QTest::newRow("megabytes") << qint64{850'000} << QStringLiteral("0.85 MB");
    QTest::newRow("many megabytes") << qint64{38'400'000} << QStringLiteral("38.4 MB");
    QTest::newRow("gigabytes") << qint64{1'250'000'000} << QStringLiteral("1.25 GB");
}

void TestFormat::sizesAreDecimal()
{
    QFETCH(qint64, count);
    QTEST(spaced(format::bytes(count, english())), "text");
}

void TestFormat::daysAreUtcAndSaySo()
{
    QCOMPARE(format::dayShort(day("2026-11-18"), english()), QStringLiteral("18 Nov"));
    QCOMPARE(format::dayMedium(day("2026-11-18"), english()), QStringLiteral("18 Nov 2026"));
    QCOMPARE(format::dayLong(day("2026-11-06"), english()), QStringLiteral("Fri 6 Nov 2026 (UTC)"));
}

void TestFormat::rangesNameTheYearOnlyOnce_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* first, const char* last, const char* text) {
        QTest::newRow(name) << QString::fromLatin1(first) << QString::fromLatin1(last)
                            << QString::fromUtf8(text);
    };
    row("one year", "2026-10-20", "2026-11-18", "20 Oct to 18 Nov 2026");
    row("two years", "2025-12-20", "2026-01-18", "20 Dec 2025 to 18 Jan 2026");
    row("one day", "2026-11-18", "2026-11-18", "18 Nov 2026");
    row("no day", "2026-11-18", "2026-11-17", "\u2013");
}

void TestFormat::rangesNameTheYearOnlyOnce()
{
    QFETCH(QString, first);
    QFETCH(QString, last);
    const DayRange range{UtcDay::fromIso(first).value(), UtcDay::fromIso(last).value()};
    QTEST(format::days(range, english()), "text");
}

void TestFormat::timesAreUtc()
{
    const Instant then = at("2026-11-18T14:05:59Z");
    QCOMPARE(format::time(then), QStringLiteral("14:05"));
    QCOMPARE(format::timeOrDay(then, at("2026-11-18T23:59:00Z"), english()), QStringLiteral("14:05 UTC"));
    QCOMPARE(
        format::timeOrDay(then, at("2026-11-19T00:01:00Z"), english()), QStringLiteral("18 Nov 14:05 UTC"));
    QCOMPARE(format::time(at("1969-12-31T23:30:00Z")), QStringLiteral("23:30"));
}

void TestFormat::agesCountInWholeUnits_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("the future") << -60 << QStringLiteral("just now");
    QTest::newRow("seconds") << 59 << QStringLiteral("just now");
    QTest::newRow("a minute") << 60 << QStringLiteral("1 min");
    QTest::newRow("almost an hour") << 3599 << QStringLiteral("59 min");
    QTest::newRow("19 hours") << 19 * 3600 + 5 << QStringLiteral("19 h");
    QTest::newRow("two days") << 48 * 3600 << QStringLiteral("2 days");
}

void TestFormat::agesCountInWholeUnits()
{
    QFETCH(int, seconds);
    const Instant then = at("2026-11-18T14:05:00Z");
    QTEST(format::age(then, then + std::chrono::seconds(seconds)), "text");
}

void TestFormat::durationsAreShort_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("under a second") << 900 << QStringLiteral("0.9 s");
    QTest::newRow("seconds") << 8'400 << QStringLiteral("8.4 s");
    QTest::newRow("half a minute") << 30'000 << QStringLiteral("30 s");
    QTest::newRow("minutes") << 12 * 60'000 << QStringLiteral("12 min");
    QTest::newRow("hours") << 3 * 3'600'000 << QStringLiteral("3 h");
}

void TestFormat::durationsAreShort()
{
    QFETCH(int, milliseconds);
    QTEST(spaced(format::duration(std::chrono::milliseconds(milliseconds), english())), "text");
}

void TestFormat::theCLocaleIsShownAsBritishEnglish()
{
    const QLocale before;
    QLocale::setDefault(QLocale::c());
    QCOMPARE(format::integer(1'727), QStringLiteral("1,727"));
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(format::integer(1'727), QStringLiteral("1.727"));
    QLocale::setDefault(before);
}

QTEST_MAIN(TestFormat)

#include "tst_ui_format.moc"
