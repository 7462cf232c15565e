// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/ElidedLabel.h"
#include "common/Label.h"
#include "common/ThemeController.h"
#include "looks/AccessWalk.h"
#include "looks/LookKit.h"
#include "looks/PseudoTranslator.h"
#include "support/TestCase.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

using looks::Findings;
using looks::Look;
using looks::PseudoTranslator;
using ui::common::ElidedLabel;
using ui::common::Label;
using ui::common::TextStyle;
using ui::common::Token;

namespace {

/// A window of fixed size whose children stand where the test puts them.
class Sheet
{
public:
    Sheet()
    {
        window.setObjectName(QStringLiteral("sheet"));
        window.resize(400, 300);
    }
    QLabel* label(const QString& text, QRect where)
    {
        auto* made = new Label(text, TextStyle::Body, ui::common::Tone::Normal, &window);
        made->setGeometry(where);
        return made;
    }
    QPushButton* button(const QString& text, QRect where)
    {
        auto* made = new QPushButton(text, &window);
        made->setGeometry(where);
        return made;
    }
    QWidget* show()
    {
        window.show();
        (void)QTest::qWaitForWindowActive(&window);
        return &window;
    }

    QWidget window;
};

QStringList kinds(const Findings& findings)
{
    QStringList all;
    for (const looks::Finding& finding : findings) {
        all << finding.kind;
    }
    return all;
}

/// Paints its text itself, as charts do.
class Painted final : public QWidget
{
public:
    Painted(QWidget* parent, QPoint base, QColor color)
        : QWidget(parent)
        , m_base(base)
        , m_color(color)
    {
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(m_color);
        painter.drawText(m_base, QStringLiteral("painted"));
    }

private:
    QPoint m_base;
    QColor m_color;
};

/// Takes the keyboard and shows nothing of it.
class Silent final : public QWidget
{
public:
    explicit Silent(QWidget* parent)
        : QWidget(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
        setProperty("ownFocusMark", true);
    }
};

} // namespace

class TestLookKit final : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<ui::common::ThemeController>(*qApp, app::settings::Appearance::Light);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void aTidyWindowHasNoFindings()
    {
        Sheet sheet;
        sheet.label(QStringLiteral("First line"), {20, 20, 200, 24});
        auto* wrapped = sheet.label(
            QStringLiteral("A longer sentence that needs more than one line to be said"), {20, 60, 160, 90});
        wrapped->setWordWrap(true);
        sheet.button(QStringLiteral("Copy"), {20, 170, 100, 34});
        const Look look(sheet.show());

        QCOMPARE(looks::toText(look.clippedTexts()), QString());
        QCOMPARE(looks::toText(look.overlaps()), QString());
        QCOMPARE(looks::toText(look.strays()), QString());
        QCOMPARE(looks::toText(look.lowContrast()), QString());
        QCOMPARE(looks::toText(looks::accessGaps(&sheet.window)), QString());
        QCOMPARE(looks::toText(looks::tabGaps(&sheet.window)), QString());
        QCOMPARE(look.texts().size(), std::size_t(2 + 3)); // the sentence takes three lines
    }

    void findsClippedText_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addRow("a label that is too narrow") << 0;
        QTest::addRow("a label that is too low for its lines") << 1;
        QTest::addRow("a label without any room") << 2;
        QTest::addRow("a button that is too narrow") << 3;
        QTest::addRow("text that a parent cuts off") << 4;
        QTest::addRow("text painted over the edge") << 5;
        QTest::addRow("a table cell that gave way without a tooltip") << 6;
        QTest::addRow("a header that is too narrow") << 7;
        QTest::addRow("a placeholder that is too long") << 8;
        QTest::addRow("a scroll area that cannot scroll sideways") << 9;
    }
    void findsClippedText()
    {
        QFETCH(int, kind);
        Sheet sheet;
        const QString text = QStringLiteral("Considerably longer");
        switch (kind) {
        case 0: sheet.label(text, {20, 20, 40, 24}); break;
        case 1: sheet.label(text + u' ' + text, {20, 20, 150, 24})->setWordWrap(true); break;
        case 2: sheet.label(text, {20, 20, 0, 0}); break;
        case 3: sheet.button(text, {20, 20, 60, 34}); break;
        case 4: {
            auto* box = new QWidget(&sheet.window);
            box->setGeometry(20, 20, 60, 24);
            auto* inner = new Label(text, TextStyle::Body, ui::common::Tone::Normal, box);
            inner->setGeometry(0, 0, 200, 24);
            break;
        }
        case 5: {
            auto* chart = new Painted(&sheet.window, {-12, 20}, Qt::black);
            chart->setGeometry(20, 20, 100, 40);
            break;
        }
        case 6:
        case 7: {
            auto* table = new QTableWidget(1, 2, &sheet.window);
            table->setGeometry(20, 20, 300, 100);
            table->setHorizontalHeaderLabels({kind == 7 ? text : QStringLiteral("A"), QStringLiteral("B")});
            table->setItem(0, 0, new QTableWidgetItem(kind == 6 ? text : QStringLiteral("x")));
            table->setColumnWidth(0, 60);
            break;
        }
        case 8: {
            auto* edit = new QLineEdit(&sheet.window);
            edit->setPlaceholderText(text);
            edit->setGeometry(20, 20, 70, 30);
            break;
        }
        default: {
            auto* area = new QScrollArea(&sheet.window);
            area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
            area->setGeometry(20, 20, 100, 60);
            auto* content = new QWidget;
            auto* inner = new Label(text, TextStyle::Body, ui::common::Tone::Normal, content);
            inner->setGeometry(0, 0, 200, 24);
            content->resize(96, 50);
            area->setWidget(content);
        }
        }
        const Findings found = Look(sheet.show()).clippedTexts();

        QVERIFY2(!found.empty(), "nothing found");
    }

    void whatCanBeReadElsewhereIsNotClipped()
    {
        Sheet sheet;
        const QString text = QStringLiteral("Considerably longer");
        auto* elided = new ElidedLabel(TextStyle::Body, Token::Text, &sheet.window);
        elided->setText(text);
        elided->setGeometry(20, 20, 90, 24);
        auto* table = new QTableWidget(30, 2, &sheet.window);
        table->setGeometry(20, 60, 160, 90);
        table->setHorizontalHeaderLabels({QStringLiteral("A"), QStringLiteral("B")});
        table->setItem(0, 0, new QTableWidgetItem(text));
        table->item(0, 0)->setToolTip(text);
        auto* area = new QScrollArea(&sheet.window);
        area->setGeometry(20, 170, 100, 60);
        auto* content = new QWidget;
        auto* inner = new Label(text, TextStyle::Body, ui::common::Tone::Normal, content);
        inner->setGeometry(0, 0, 200, 24);
        auto* lower = new Label(text, TextStyle::Body, ui::common::Tone::Normal, content);
        lower->setGeometry(0, 200, 200, 24);
        content->resize(240, 240);
        area->setWidget(content);
        sheet.button(QStringLiteral("Copy…"), {200, 20, 100, 34});

        const Look look(sheet.show(), [](const QString& painted) { return painted.endsWith(u"Copy…"); });

        QCOMPARE(looks::toText(look.clippedTexts()), QString());
        // The twin: nobody vouches for that ellipsis.
        QCOMPARE(kinds(Look(&sheet.window).clippedTexts()), QStringList{QStringLiteral("elided")});
        elided->setToolTip(QString());
        elided->setAccessibleName(QString());
        QVERIFY(!Look(&sheet.window, [](const QString&) { return false; }).clippedTexts().empty());
    }

    void findsTextOnText()
    {
        Sheet sheet;
        sheet.label(QStringLiteral("Left"), {20, 20, 100, 24});
        QLabel* right = sheet.label(QStringLiteral("Right"), {60, 20, 100, 24});
        sheet.show();
        QCOMPARE(looks::toText(Look(&sheet.window).overlaps()), QString());

        right->move(34, 22);

        const Findings found = Look(&sheet.window).overlaps();
        QCOMPARE(kinds(found), QStringList{QStringLiteral("overlap")});
        QVERIFY(found[0].what.contains(u"Left") && found[0].what.contains(u"Right"));
    }

    void findsPaintedTextOnALabel()
    {
        Sheet sheet;
        auto* chart = new Painted(&sheet.window, {4, 20}, Qt::black);
        chart->setGeometry(20, 20, 100, 40);
        sheet.label(QStringLiteral("label"), {30, 26, 60, 24});

        QCOMPARE(kinds(Look(sheet.show()).overlaps()), QStringList{QStringLiteral("overlap")});
    }

    void findsAWidgetOutsideOfItsParent()
    {
        Sheet sheet;
        sheet.button(QStringLiteral("Copy"), {350, 20, 100, 34});

        QCOMPARE(kinds(Look(sheet.show()).strays()), QStringList{QStringLiteral("outside")});
    }

    void findsLowContrast_data()
    {
        QTest::addColumn<QString>("sheet");
        QTest::addColumn<bool>("isFound");
        QTest::addRow("text on the window") << QString() << false;
        QTest::addRow("grey on white") << QStringLiteral("color: #999; background: #fff") << true;
        QTest::addRow("the same, large")
            << QStringLiteral("color: #929292; background: #fff; font-size: 26px") << false;
        QTest::addRow("the same, not quite large enough")
            << QStringLiteral("color: #929292; background: #fff; font-size: 20px") << true;
        QTest::addRow("large because it is bold")
            << QStringLiteral("color: #929292; background: #fff; font-size: 20px; font-weight: bold")
            << false;
        QTest::addRow("nearly the ground itself")
            << QStringLiteral("color: #fefefe; background: #fff") << true;
        QTest::addRow("the ground itself") << QStringLiteral("color: #fff; background: #fff") << true;
        QTest::addRow("half transparent")
            << QStringLiteral("color: rgba(0,0,0,90); background: #fff") << true;
        QTest::addRow("light on dark") << QStringLiteral("color: #ddd; background: #222") << false;
        QTest::addRow("a grey that just passes")
            << QStringLiteral("color: #767676; background: #fff") << false;
    }
    void findsLowContrast()
    {
        QFETCH(QString, sheet);
        QFETCH(bool, isFound);
        Sheet window;
        QLabel* label = window.label(QStringLiteral("Readable or not"), {20, 20, 320, 40});
        label->setStyleSheet(sheet);
        window.show();

        const Findings found = Look(&window.window).lowContrast();
        QCOMPARE(kinds(found), isFound ? QStringList{QStringLiteral("contrast")} : QStringList());

        label->setEnabled(false);
        QCOMPARE(looks::toText(Look(&window.window).lowContrast()), QString());
    }

    void findsUntranslatedText()
    {
        Sheet sheet;
        sheet.label(PseudoTranslator::pseudo(QStringLiteral("Translated")), {20, 20, 200, 24});
        sheet.label(QStringLiteral("ada@example.com"), {20, 60, 200, 24});
        sheet.label(QStringLiteral("Forgotten"), {20, 100, 200, 24});
        const QRegularExpression data(QStringLiteral("\\S+@\\S+"));

        const Findings found = Look(sheet.show()).untranslated(data);

        QCOMPARE(kinds(found), QStringList{QStringLiteral("untranslated")});
        QVERIFY(found[0].what.contains(u"Forgotten"));
    }

    void pseudoKeepsWhatIsNoText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::addRow("a word") << QStringLiteral("Copy") << QStringLiteral("[Çóƥýöö]");
        QTest::addRow("a mnemonic") << QStringLiteral("&Copy") << QStringLiteral("[&Çóƥýöö]");
        QTest::addRow("places") << QStringLiteral("%1 of %L2 %n") << QStringLiteral("[%1 óƒ %L2 %nö]");
        QTest::addRow("tags") << QStringLiteral("<b>A&amp;B</b>") << QStringLiteral("[<b>Á&amp;Ɓ</b>ö]");
        QTest::addRow("an ellipsis") << QStringLiteral("Copy…") << QStringLiteral("[Çóƥýöö]…");
        QTest::addRow("a file pattern") << QStringLiteral("CSV (*.csv)") << QStringLiteral("[ÇŠṼöö] (*.csv)");
        QTest::addRow("no letters") << QStringLiteral("– %1") << QStringLiteral("– %1");
    }
    void pseudoKeepsWhatIsNoText()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);

        QCOMPARE(PseudoTranslator::pseudo(text), expected);
    }

    void pseudoMakesTextsAThirdLonger()
    {
        const QString text = QStringLiteral("Which days are complete and which are not");
        const QString longer = PseudoTranslator::pseudo(text);

        QVERIFY(longer.size() > text.size() * 13 / 10);
        QVERIFY(!longer.contains(QRegularExpression(QStringLiteral("[A-Za-z]"))));
    }

    void theTranslatorKnowsWhoseEllipsisItIs()
    {
        PseudoTranslator translator(PseudoTranslator::Mode::English);
        QCOMPARE(translator.translate("Any", "Search engineers…", nullptr, -1),
            QStringLiteral("Search engineers…"));

        QVERIFY(translator.meansEllipsis(QStringLiteral("Search engineers…")));
        QVERIFY(!translator.meansEllipsis(QStringLiteral("Search engin…")));
    }

    void datePatternsStayPatterns()
    {
        const PseudoTranslator translator(PseudoTranslator::Mode::Pseudo);

        QCOMPARE(
            translator.translate("Any", "d MMM", "a day, as QDate formats it", -1), QStringLiteral("d MMM"));
        QCOMPARE(translator.translate("Any", "d", nullptr, -1), QStringLiteral("[ďö]"));
    }

    void findsWhatHasNoName()
    {
        Sheet sheet;
        QPushButton* button = sheet.button(QString(), {20, 20, 40, 34});
        sheet.show();
        QCOMPARE(kinds(looks::accessGaps(&sheet.window)), QStringList{QStringLiteral("name")});

        button->setAccessibleName(QStringLiteral("Sync now"));
        QCOMPARE(looks::toText(looks::accessGaps(&sheet.window)), QString());

        QPushButton* other = sheet.button(QStringLiteral("Sync now"), {80, 20, 100, 34});
        other->show();
        QCOMPARE(kinds(looks::accessGaps(&sheet.window)), QStringList{QStringLiteral("twins")});
    }

    void findsWhatHasNoRole()
    {
        Sheet sheet;
        auto* silent = new Silent(&sheet.window);
        silent->setAccessibleName(QStringLiteral("A thing"));
        silent->setGeometry(20, 20, 40, 40);

        QCOMPARE(kinds(looks::accessGaps(sheet.show())), QStringList{QStringLiteral("role")});
    }

    void theRingFollowsWhereTabScrollsTo()
    {
        Sheet sheet;
        auto* area = new QScrollArea(&sheet.window);
        area->setGeometry(10, 10, 380, 280);
        auto* content = new QWidget;
        content->resize(340, 1'600);
        for (int i = 0; i < 6; ++i) {
            auto* button = new QPushButton(QStringLiteral("Button %1").arg(i), content);
            button->setGeometry(20, 20 + 300 * i, 120, 34);
        }
        area->setWidget(content);
        sheet.show();

        QCOMPARE(looks::toText(looks::tabGaps(&sheet.window)), QString());
    }

    void findsWhatTabDoesNotReachOrShow()
    {
        Sheet sheet;
        sheet.button(QStringLiteral("One"), {20, 20, 100, 34});
        sheet.button(QStringLiteral("Two"), {20, 70, 100, 34});
        auto* silent = new Silent(&sheet.window);
        silent->setGeometry(20, 120, 40, 40);
        sheet.show();
        QCOMPARE(kinds(looks::tabGaps(&sheet.window)), QStringList{QStringLiteral("focus")});

        delete silent;
        QCOMPARE(looks::toText(looks::tabGaps(&sheet.window)), QString());

        auto* grid = new QTableWidget(40, 40, &sheet.window);
        grid->setGeometry(150, 20, 200, 200);
        grid->setTabKeyNavigation(true);
        grid->show();
        QVERIFY(kinds(looks::tabGaps(&sheet.window)).contains(QStringLiteral("trap")));
        delete grid;
    }

private:
    std::unique_ptr<ui::common::ThemeController> m_theme;
};

QTEST_MAIN(TestLookKit)
#include "tst_looks_kit.moc"
