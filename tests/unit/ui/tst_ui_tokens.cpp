// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Icons.h"
#include "common/Theme.h"
#include "common/Tokens.h"
#include "support/TestCase.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>

#include <cmath>
#include <limits>

using namespace ui::common;

class TestTokens : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tableFollowsTheEnum();
    void contrastIsWhatTheDesignComputed_data();
    void contrastIsWhatTheDesignComputed();
    void categoriesStandOutFromTheCard_data();
    void categoriesStandOutFromTheCard();
    void contrastOfBlackAndWhiteIsTwentyOne();
    void rampStepsFollowTheShareOfTheLargest_data();
    void rampStepsFollowTheShareOfTheLargest();
    void otherCategoriesAreSlate();
    void styleSheetHasNoOpenName_data();
    void styleSheetHasNoOpenName();
    void fontsAreFactorsOfTheApplicationFont();
    void everyIconDrawsInItsColor_data();
    void everyIconDrawsInItsColor();
};

void TestTokens::tableFollowsTheEnum()
{
    int expected = 0;
    for (const TokenEntry& entry : tokenTable()) {
        QCOMPARE(static_cast<int>(entry.token), expected++);
        QCOMPARE(qAlpha(entry.light), 255);
        QCOMPARE(qAlpha(entry.dark), 255);
        QVERIFY(entry.light != entry.dark || entry.token == Token::Tip);
    }
    QCOMPARE(expected, kTokenCount);
}

void TestTokens::contrastIsWhatTheDesignComputed_data()
{
    QTest::addColumn<Token>("ink");
    QTest::addColumn<Token>("paper");
    QTest::addColumn<double>("light");
    QTest::addColumn<double>("dark");
    QTest::addColumn<double>("needed");
    const auto row
        = [](const char* name, Token ink, Token paper, double light, double dark, double needed = 4.5) {
              QTest::newRow(name) << ink << paper << light << dark << needed;
          };
    row("text on bg", Token::Text, Token::Bg, 14.66, 15.67);
    row("text on raised", Token::Text, Token::Raised, 16.33, 13.62);
    row("text on accent-weak", Token::Text, Token::AccentWeak, 13.85, 10.81);
    row("muted on bg", Token::Muted, Token::Bg, 5.73, 8.25);
    row("muted on surface", Token::Muted, Token::Surface, 6.10, 7.81);
    row("muted on raised", Token::Muted, Token::Raised, 6.38, 7.17);
    row("muted on sunken", Token::Muted, Token::Sunken, 5.88, 7.59);
    row("muted on accent-weak", Token::Muted, Token::AccentWeak, 5.41, 5.69);
    row("muted on warning-weak", Token::Muted, Token::WarningWeak, 5.69, 6.13);
    row("accent on raised", Token::Accent, Token::Raised, 6.74, 7.45);
    row("accent on surface", Token::Accent, Token::Surface, 6.44, 8.12);
    row("accent on accent-weak", Token::Accent, Token::AccentWeak, 5.71, 5.92);
    row("on-accent on accent", Token::OnAccent, Token::Accent, 6.74, 7.46);
    row("on-accent on accent-hover", Token::OnAccent, Token::AccentHover, 8.85, 9.06);
    row("positive on positive-weak", Token::Positive, Token::PositiveWeak, 4.86, 6.70);
    row("warning on warning-weak", Token::Warning, Token::WarningWeak, 5.73, 7.58);
    row("negative on negative-weak", Token::Negative, Token::NegativeWeak, 5.31, 6.21);
    row("negative on raised", Token::Negative, Token::Raised, 6.19, 6.81);
    row("tooltip text", Token::TipText, Token::Tip, 16.33, 14.99);
    row("tooltip caption", Token::TipMuted, Token::Tip, 9.07, 6.50);
    row("control edge", Token::BorderStrong, Token::Raised, 3.37, 3.95, 3);
    row("focus on raised", Token::Focus, Token::Raised, 4.82, 8.07, 3);
    row("focus on bg", Token::Focus, Token::Bg, 4.33, 9.28, 3);
    row("ramp 4 on raised", Token::Ramp4, Token::Raised, 4.99, 5.63, 3);
    row("ramp 5 on raised", Token::Ramp5, Token::Raised, 8.85, 10.31, 3);
    row("faint on raised", Token::Faint, Token::Raised, 3.10, 3.85, 3);
}

void TestTokens::contrastIsWhatTheDesignComputed()
{
    QFETCH(Token, ink);
    QFETCH(Token, paper);
    QFETCH(double, light);
    QFETCH(double, dark);
    QFETCH(double, needed);
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        const Theme theme(mode);
        const double ratio = contrastRatio(theme.color(ink), theme.color(paper));
        const double expected = mode == Theme::Mode::Light ? light : dark;
        QVERIFY2(ratio >= needed, qPrintable(QString::number(ratio)));
        QVERIFY2(std::abs(ratio - expected) < 0.02, qPrintable(QString::number(ratio)));
    }
}

void TestTokens::categoriesStandOutFromTheCard_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < kCategoryCount; ++i) {
        QTest::addRow("category %d", i + 1) << i;
    }
}

void TestTokens::categoriesStandOutFromTheCard()
{
    QFETCH(int, index);
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        const Theme theme(mode);
        QVERIFY(contrastRatio(theme.category(index), theme.color(Token::Raised)) >= 3);
    }
}

void TestTokens::contrastOfBlackAndWhiteIsTwentyOne()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
}

void TestTokens::rampStepsFollowTheShareOfTheLargest_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("step");
    QTest::newRow("zero") << 0.0 << 0;
    QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << 0;
    QTest::newRow("negative") << -1.0 << 0;
    QTest::newRow("just above zero") << 1e-9 << 1;
    QTest::newRow("12 %") << 0.12 << 1;
    QTest::newRow("above 12 %") << 0.1201 << 2;
    QTest::newRow("50 %") << 0.5 << 2;
    QTest::newRow("70 %") << 0.7 << 3;
    QTest::newRow("85 %") << 0.85 << 4;
    QTest::newRow("above 85 %") << 0.8501 << 5;
    QTest::newRow("the largest") << 1.0 << 5;
}

void TestTokens::rampStepsFollowTheShareOfTheLargest()
{
    QFETCH(double, share);
    QTEST(rampStep(share), "step");
}

void TestTokens::otherCategoriesAreSlate()
{
    QCOMPARE(categoryToken(0), Token::Category1);
    QCOMPARE(categoryToken(7), Token::Category8);
    QCOMPARE(categoryToken(8), Token::Category8);
    QCOMPARE(categoryToken(-1), Token::Category8);
}

void TestTokens::styleSheetHasNoOpenName_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTokens::styleSheetHasNoOpenName()
{
    QFETCH(bool, dark);
    const QString sheet = Theme(dark ? Theme::Mode::Dark : Theme::Mode::Light).styleSheet();
    QVERIFY(!sheet.contains(u'@'));
    // A name that is not in the table would leave an empty value behind.
    QVERIFY(!sheet.contains(QRegularExpression(QStringLiteral("solid\\s*;"))));
    QVERIFY(!sheet.contains(QRegularExpression(QStringLiteral(":\\s*;"))));
    QVERIFY(sheet.contains(
        dark ? QStringLiteral("chevron-down-dark.svg") : QStringLiteral("chevron-down-light.svg")));
}

void TestTokens::fontsAreFactorsOfTheApplicationFont()
{
    QFont points;
    points.setPointSizeF(10);
    QFont pixels;
    pixels.setPixelSize(20);
    QCOMPARE(Theme(Theme::Mode::Light, points).font(TextStyle::Display).pointSizeF(), 21.5);
    QCOMPARE(Theme(Theme::Mode::Light, points).font(TextStyle::Micro).pointSizeF(), 8.5);
    QCOMPARE(Theme(Theme::Mode::Light, pixels).font(TextStyle::Figure).pixelSize(), 37);
    QVERIFY(Theme(Theme::Mode::Light, points).font(TextStyle::Heading).bold());
    QVERIFY(!Theme(Theme::Mode::Light, points).font(TextStyle::Body).bold());
}

void TestTokens::everyIconDrawsInItsColor_data()
{
    QTest::addColumn<int>("name");
    for (int i = 0; i <= static_cast<int>(IconName::Note); ++i) {
        QTest::addRow("icon %d", i) << i;
    }
}

void TestTokens::everyIconDrawsInItsColor()
{
    QFETCH(int, name);
    QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const QColor color(0x0F, 0x65, 0x70);
    paintIcon(painter, static_cast<IconName>(name), QRectF(0, 0, 40, 40), color);
    painter.end();
    int strong = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() == 255) {
                ++strong;
                QVERIFY(
                    std::abs(pixel.red() - color.red()) <= 2 && std::abs(pixel.green() - color.green()) <= 2);
            }
        }
    }
    QVERIFY2(strong > 10, qPrintable(QString::number(strong)));
}

QTEST_MAIN(TestTokens)

#include "tst_ui_tokens.moc"
